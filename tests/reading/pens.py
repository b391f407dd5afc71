"""Marks of pens on a drawn page: ticks, crosses, fills, strokes that take a tick back, handwriting, slips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from desktop.paper.layout import Box, PageLayout

# Dots per point of a drawn page.
DOTS = 3.0
Picture = NDArray[np.uint8]
Chance = np.random.Generator
# Black, blue, red, pencil.
PENS = ((25, 25, 25), (30, 60, 150), (190, 30, 30), (95, 90, 90))
PENCIL = PENS[3]
KINDS = ("tick", "tick", "tick", "cross", "fill", "circle", "line")
_ONE_OF = ("relation", "verdict", "confirm", "signer", "answer")


@dataclass(frozen=True)
class Pen:
    colour: tuple[int, int, int]
    width: float
    strength: float


def some_pen(chance: Chance) -> Pen:
    colour = PENS[chance.integers(4)]
    strength = chance.uniform(0.5, 0.8) if colour == PENCIL else chance.uniform(0.75, 1)
    return Pen(colour, chance.uniform(0.5, 1.4), strength)


def fill_in(picture: Picture, page: PageLayout, chance: Chance, struck_share: float = 0.15) -> dict[str, str]:
    """Fill in a page as a client does; returns what was done with each box: ticked, empty or struck."""
    pen = some_pen(chance)
    usual = KINDS[chance.integers(len(KINDS))]
    done = _wanted(page.boxes, chance, struck_share)
    for box in page.boxes:
        if done[box.name] != "empty":
            kind = usual if chance.random() < 0.8 else KINDS[chance.integers(len(KINDS))]
            mark(picture, box, kind, pen, chance)
        if done[box.name] == "struck":
            strike_out(picture, box, pen, chance)
    for field in page.fields:
        if chance.random() < 0.5:
            foot = field.y + field.height - 6
            write(picture, field.x + 24, foot, field.x + 24 + (field.width - 36) * chance.uniform(0.2, 1), pen, chance)
    if chance.random() < 0.3:
        slip(picture, page.boxes, pen, chance)
    return done


def _wanted(boxes: Sequence[Box], chance: Chance, struck_share: float) -> dict[str, str]:
    done = {box.name: "empty" for box in boxes}
    groups: dict[str, list[str]] = {}
    for box in boxes:
        groups.setdefault(_group(box.name), []).append(box.name)
    printed = {box.name for box in boxes if box.is_printed}
    for group, names in groups.items():
        free = [name for name in names if name not in printed]
        if group == "":
            done.update({name: "ticked" for name in free if chance.random() < 0.35})
        elif len(free) == len(names) and chance.random() < 0.7:
            done[free[chance.integers(len(free))]] = "ticked"
    if chance.random() < struck_share:
        _strike_one(done, printed, chance)
    return done


def _strike_one(done: dict[str, str], printed: set[str], chance: Chance) -> None:
    free = [name for name in done if name not in printed]
    if free:
        done[free[chance.integers(len(free))]] = "struck"


def _group(name: str) -> str:
    return name.rpartition(".")[0] if name.startswith(_ONE_OF) else ""


def mark(picture: Picture, box: Box, kind: str, pen: Pen, chance: Chance) -> None:
    """Mark a box by hand, more or less inside it."""

    def at(x: float, y: float, shake: float = 1.0) -> tuple[float, float]:
        return box.x + x + chance.normal(0, shake), box.y + y + chance.normal(0, shake)

    if kind == "tick":
        far = chance.uniform(0.8, 1.5)
        stroke(picture, (at(1.2, 4.5), at(3.6, 7.6, 0.8), at(3.6 + 6.5 * far, 7.6 - 8.5 * far)), pen, chance)
    elif kind == "cross":
        stroke(picture, (at(1, 1), at(8, 8)), pen, chance)
        stroke(picture, (at(8, 1), at(1, 8)), pen, chance)
    elif kind == "fill":
        for row in range(7):
            stroke(picture, (at(1, 1.2 + row, 0.4), at(8, 1.6 + row, 0.4)), pen, chance)
    elif kind == "circle":
        turns = np.linspace(0, 2 * np.pi * 1.05, 22)
        middle, radius = at(4.5, 4.5, 0.6), chance.uniform(2.2, 3.6)
        ring = [(middle[0] + radius * np.cos(turn), middle[1] + radius * np.sin(turn)) for turn in turns]
        stroke(picture, ring, pen, chance)
    else:
        stroke(picture, (at(0.5, 5), at(8.5, 4)), pen, chance)


def strike_out(picture: Picture, box: Box, pen: Pen, chance: Chance) -> None:
    """Take a mark back: a stroke or two through the box and beyond it, or a scribble over it."""

    def at(x: float, y: float) -> tuple[float, float]:
        return box.x + x + chance.normal(0, 0.6), box.y + y + chance.normal(0, 0.6)

    if chance.random() < 0.6:
        for _ in range(chance.integers(1, 3)):
            tilt = chance.uniform(-2, 2)
            end = chance.uniform(13, 40)
            stroke(picture, (at(-4, 4.5 + tilt), at(4.5, 4.5), at(end, 4.5 - tilt)), pen, chance)
        return
    corners = [at(-3.5 if turn % 2 else 12.0, 0.5 + turn) for turn in range(9)]
    stroke(picture, corners, pen, chance)


def write(picture: Picture, x0: float, foot: float, x1: float, pen: Pen, chance: Chance) -> None:
    """Something like handwriting on a line."""
    thin = Pen(pen.colour, pen.width * 0.7, 0.9)
    x = x0
    while x < x1:
        for _ in range(chance.integers(2, 5)):
            strokes = [(x + chance.uniform(0, 9), foot - chance.uniform(0, 9)) for _ in range(chance.integers(2, 4))]
            stroke(picture, strokes, thin, chance)
        x += chance.uniform(9, 14)


def slip(picture: Picture, boxes: Sequence[Box], pen: Pen, chance: Chance) -> None:
    """A few strokes that mean nothing, beside the boxes: one through a box would be a mark to anybody."""
    height, width = picture.shape[:2]
    for _ in range(3):
        begin = chance.uniform(0, 1, 2) * (width / DOTS, height / DOTS)
        end = begin + chance.normal(0, 14, 2)
        low, high = np.minimum(begin, end) - 6, np.maximum(begin, end) + 6
        if all(box.x > high[0] or box.x + 9 < low[0] or box.y > high[1] or box.y + 9 < low[1] for box in boxes):
            stroke(picture, (tuple(begin), tuple(end)), pen, chance)


def stroke(picture: Picture, points: Sequence[Sequence[float]], pen: Pen, chance: Chance) -> None:
    """A shaky line through points of the page."""
    corners = np.array(points, float) * DOTS
    along = np.linspace(0, len(corners) - 1, max(12, 2 * len(corners)))
    shaky = np.column_stack([np.interp(along, range(len(corners)), corners[:, axis]) for axis in (0, 1)])
    shaky += chance.normal(0, 0.12 * DOTS, shaky.shape)
    thick = max(1, round(pen.width * DOTS))
    left, top = np.maximum(np.floor(shaky.min(0)).astype(int) - thick - 2, 0)
    right, bottom = np.maximum(np.ceil(shaky.max(0)).astype(int) + thick + 3, 0)
    part = picture[top:bottom, left:right]
    if part.size:
        inked = part.copy()
        dots = np.round((shaky - (left, top)) * 16).astype(np.int32)
        cv2.polylines(inked, [dots], False, pen.colour, thick, cv2.LINE_AA, 4)
        picture[top:bottom, left:right] = cv2.addWeighted(inked, pen.strength, part, 1 - pen.strength, 0)


def counts(done: Mapping[str, str]) -> dict[str, int]:
    return {state: sum(one == state for one in done.values()) for state in ("ticked", "empty", "struck")}
