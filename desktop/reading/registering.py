"""Each box of a page looked for at its place on the picture: paper is never quite flat. Needs the extra `[paper-in]`.

Places on the page are points, patches have skeleton.DOTS dots per point.
"""

from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from desktop.paper.layout import Box, PageLayout
from desktop.paper.measures import CORNER, CORNER_INSET, PAGE_HEIGHT, PAGE_WIDTH
from desktop.reading.marks import Dots, Plane
from desktop.reading.skeleton import BEFORE_X, BEFORE_Y, DOTS, HEIGHT, WIDTH, patches, rooms_of_words

# How far from its place a box is looked for.
_REACH: Final = 5.0
# A box that looks so much like its drawing is trusted to say how the paper lies.
_SURE: Final = 0.6
_LIKE: Final = 0.45
# How far a box may be from where its neighbours say that it is.
_APART: Final = 1.5
_BENT_FROM, _TILTED_FROM = 12, 5
# A box so far from where each of its like should be is another one.
_STRANGE: Final = 6.0
_STRANGELY_LIKE: Final = 0.7


@dataclass(frozen=True, slots=True)
class Registered:
    """How a page lies on a picture: for each box how far (points) it is from its place, and how like its drawing.

    `share` of the boxes are where they should be; `score` compares layouts, the higher the better.
    """

    shifts: NDArray[np.float64]
    likeness: NDArray[np.float64]
    is_there: NDArray[np.bool_]
    share: float
    score: float


def warped(picture: Dots, plane: Plane, x: float, y: float, width: float, height: float) -> Dots:
    """A part of the page, straightened."""
    onto = plane @ np.array([[1 / DOTS, 0, x], [0, 1 / DOTS, y], [0, 0, 1]])
    size = (max(1, int(width * DOTS)), max(1, int(height * DOTS)))
    flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
    straight: Dots = cv2.warpPerspective(picture, onto, size, flags=flags, borderMode=cv2.BORDER_REPLICATE)
    return straight


def register(grey: Dots, plane: Plane, page: PageLayout) -> Registered:
    """Look for every box of the page, and for the words by which it is known."""
    drawn = patches(page)
    boxes, words = drawn[: len(page.boxes)], drawn[len(page.boxes) :]
    found = [
        _look(grey, plane, patch, (box.x - BEFORE_X, box.y - BEFORE_Y, WIDTH, HEIGHT))
        for box, patch in zip(page.boxes, boxes, strict=True)
    ]
    known = [_look(grey, plane, patch, room)[2] for patch, room in zip(words, rooms_of_words(page), strict=True)]
    shifts = np.array([one[:2] for one in found], np.float64).reshape(-1, 2)
    likeness = np.array([one[2] for one in found], np.float64)
    expected = _smooth(page, shifts, likeness)
    apart = np.hypot(*(shifts - expected).T) if len(found) else np.zeros(0)
    is_there = (likeness > _LIKE) & (apart < _APART)
    is_found = (likeness > _SURE) & (apart < _APART)
    values = np.concatenate([np.where(apart < _APART, likeness, 0.0), np.array(known, np.float64)])
    share = float(is_there.mean()) if len(found) else float(bool(known) and min(known) > _LIKE)
    return Registered(
        np.where(is_found[:, None], shifts, expected), likeness, is_there, share, float((values - _LIKE).sum())
    )


def has_strangers(grey: Dots, plane: Plane, page: PageLayout, sample: Box, shifts: NDArray[np.float64]) -> bool:
    """Whether boxes like `sample` stand in its column where this layout of the page has none.

    A page that bends may make its rows look like those of another layout, a few points away: then some are left over.
    """
    patch = patches(PageLayout((sample,)))[0]
    top, height = CORNER_INSET + CORNER, PAGE_HEIGHT - 2 * (CORNER_INSET + CORNER)
    x, width = sample.x - BEFORE_X - _REACH, WIDTH + 2 * _REACH
    column = cv2.GaussianBlur(warped(grey, plane, x, top, width, height), (0, 0), 0.8)
    like = cv2.matchTemplate(column, patch, cv2.TM_CCOEFF_NORMED).max(axis=1)
    ours = [
        box.y + float(shift[1]) for box, shift in zip(page.boxes, shifts, strict=True) if abs(box.x - sample.x) < WIDTH
    ]
    rows = np.flatnonzero(like > _STRANGELY_LIKE) / DOTS + top + BEFORE_Y
    return any(min((abs(row - one) for one in ours), default=PAGE_HEIGHT) > _STRANGE for row in rows)


def _look(
    grey: Dots, plane: Plane, patch: NDArray[np.uint8], room: tuple[float, float, float, float]
) -> tuple[float, float, float]:
    """Where the patch is found: how far right, how far down, how like."""
    x, y, width, height = room
    wide = warped(grey, plane, x - _REACH, y - _REACH, width + 2 * _REACH, height + 2 * _REACH)
    if wide.shape[0] < patch.shape[0] or wide.shape[1] < patch.shape[1]:
        return 0.0, 0.0, 0.0
    like = cv2.matchTemplate(cv2.GaussianBlur(wide, (0, 0), 0.8), patch, cv2.TM_CCOEFF_NORMED)
    _, most, _, (right, down) = cv2.minMaxLoc(like)
    return right / DOTS - _REACH, down / DOTS - _REACH, float(most)


def _smooth(page: PageLayout, shifts: NDArray[np.float64], likeness: NDArray[np.float64]) -> NDArray[np.float64]:
    """Where each box should be by what its neighbours say: a smooth bend through those that were surely found."""
    count = len(shifts)
    if not count:
        return shifts
    at = np.array([(box.x / PAGE_WIDTH, box.y / PAGE_HEIGHT) for box in page.boxes])
    ones = np.ones(count)
    sure = likeness > _SURE
    use = sure.copy()
    expected = np.zeros_like(shifts)
    if not use.any():
        return expected
    expected[:] = np.median(shifts[use], axis=0)
    use = sure & (np.hypot(*(shifts - expected).T) < 2 * _APART)
    for _ in range(3):
        if use.sum() < _TILTED_FROM:
            break
        terms = [ones, *at.T]
        if use.sum() >= _BENT_FROM:
            terms += [at[:, 0] * at[:, 1], *(at**2).T]
        bend = np.column_stack(terms)
        expected = bend @ np.linalg.lstsq(bend[use], shifts[use], rcond=1e-3)[0]
        use = sure & (np.hypot(*(shifts - expected).T) < 0.8 * _APART)
    return expected
