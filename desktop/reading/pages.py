"""One page read from one picture. Needs the extra `[paper-in]`."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

import cv2
import numpy as np

from db.errors import Unreadable
from desktop.paper.layout import Code, Field, Layout, PageLayout
from desktop.paper.measures import TICK, TICK_LABEL
from desktop.reading import ink
from desktop.reading.found import BoxFound, FieldFound, SheetFound
from desktop.reading.marks import Dots, Fit, Plane, Seen, Squares, codes, fit_page
from desktop.reading.photographs import view
from desktop.reading.registering import Registered, has_strangers, register, warped
from desktop.reading.skeleton import width_of
from desktop.rules.numbers import parse_number

# A page of A4 then has at least three dots a point, which is what the boxes are compared at.
MOST_PX: Final = 3_600
# So much of what is printed must be found where it should be.
_LEAST_SHARE: Final = 0.9
# Nobody fills in nearly all boxes: ink everywhere means that it is not boxes that are looked at.
_MOST_TICKED: Final = 0.6
_FEW_BOXES: Final = 8
# Two layouts of a form that fit alike may differ in what was printed.
_AS_GOOD: Final = 1.0
_CLEARLY: Final = 0.12
# In a box that was not found by its look so much ink leaves no doubt all the same: it covers the look.
_SURELY: Final = 0.3
_CROP_MARGIN: Final = 4.0
_LABEL_SHOWN: Final = 110.0
_QUALITY: Final = 82
# Of each group a client ticks one.
_ONE_OF: Final = ("relation", "verdict", "confirm", "signer")


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A page of a layout, from 1, and how it lies on the picture."""

    layout: Layout
    page: int
    fit: Fit
    registered: Registered

    @property
    def plan(self) -> PageLayout:
        return self.layout.pages[self.page - 1]


def read_page(content: bytes, layouts_of: Callable[[str], Sequence[Layout]]) -> SheetFound:
    """Read one picture of one page; see sheets.read_sheet."""
    seen_from = view(content, MOST_PX)
    picture: Dots = np.frombuffer(seen_from.dots, np.uint8).reshape(seen_from.height, seen_from.width, 3)
    grey: Dots = cv2.cvtColor(picture, cv2.COLOR_RGB2GRAY)
    seen = _ours(codes(grey))
    number = seen[0].text
    layouts = tuple(dict.fromkeys(layouts_of(number)))
    if not layouts:
        raise Unreadable("sheet_layout_unknown", number=number)
    best, rivals = _best(grey, seen, layouts)
    boxes = tuple(_one_of_each(_boxes(picture, best, rivals)))
    ticked = sum(one.is_ticked for one in boxes)
    if len(boxes) >= _FEW_BOXES and ticked > _MOST_TICKED * len(boxes):
        raise Unreadable("sheet_misfit", number=number)
    fields = tuple(_field(picture, best, one) for one in best.plan.fields)
    return SheetFound(number, best.page, len(best.layout.pages), boxes, fields)


def _ours(seen: Sequence[Seen]) -> tuple[Seen, ...]:
    """The codes of the one form on the picture; an invitation or a poster beside it does not matter."""
    ours = tuple(one for one in seen if parse_number(one.text) is not None)
    if not ours:
        raise Unreadable("sheet_no_code")
    texts = sorted({one.text for one in ours})
    if len(texts) > 1:
        raise Unreadable("sheet_two_forms", numbers="、".join(texts))
    return ours


def _best(grey: Dots, seen: Sequence[Seen], layouts: Sequence[Layout]) -> tuple[_Candidate, tuple[_Candidate, ...]]:
    """The page of a layout that fits best, and others that fit nearly as well.

    Raises Unreadable `sheet_no_marks` or `sheet_misfit`.
    """
    number = seen[0].text
    squares = Squares(grey)
    fits: dict[tuple[Code, ...], tuple[Fit, ...]] = {}
    tried: dict[PageLayout, tuple[Fit, Registered]] = {}
    candidates: list[_Candidate] = []
    for layout in layouts:
        for page, plan in enumerate(layout.pages, 1):
            if plan.codes not in fits:
                fits[plan.codes] = fit_page(squares, seen, plan.codes)
            if plan not in tried and fits[plan.codes]:
                tried[plan] = _borne_out(grey, plan, fits[plan.codes])
            if plan in tried:
                candidates.append(_Candidate(layout, page, *tried[plan]))
    if not candidates:
        # Where one code alone bears the corners out, it is the other that stands elsewhere than on any layout.
        has_corners = any(fit_page(squares, seen[:1], plan) for plan in fits)
        raise Unreadable("sheet_misfit" if has_corners else "sheet_no_marks", number=number)
    candidates.sort(key=lambda one: -one.registered.score)
    best = candidates[0]
    if best.registered.share < _LEAST_SHARE:
        raise Unreadable("sheet_misfit", number=number)
    # The rows of answers are what differs between the layouts of a form.
    row = next((box for page in best.layout.pages for box in page.boxes if box.name.startswith("answer.")), None)
    if row and has_strangers(grey, best.fit.plane, best.plan, row, best.registered.shifts):
        raise Unreadable("sheet_misfit", number=number)
    least = best.registered.score - _AS_GOOD
    return best, tuple(one for one in candidates[1:] if one.registered.score >= least)


def _borne_out(grey: Dots, plan: PageLayout, fits: Sequence[Fit]) -> tuple[Fit, Registered]:
    """The plane that the boxes of a page bear out best; the first that they bear out at all will do."""
    tried = []
    for fit in fits:
        registered = register(grey, fit.plane, plan)
        if registered.share >= _LEAST_SHARE:
            return fit, registered
        tried.append((fit, registered))
    return max(tried, key=lambda one: one[1].score)


def _boxes(picture: Dots, best: _Candidate, rivals: Sequence[_Candidate]) -> Iterator[BoxFound]:
    others = _other_prints(best, rivals)
    for index, box in enumerate(best.plan.boxes):
        shift_x, shift_y = best.registered.shifts[index]
        x, y = box.x + float(shift_x), box.y + float(shift_y)
        plane = best.fit.plane
        width, height = ink.LEFT + ink.RIGHT, ink.ABOVE + ink.BELOW
        region = warped(picture, plane, x - ink.LEFT, y - ink.ABOVE, width, height)
        crop = _crop(picture, plane, Field("", x, y, TICK_LABEL + min(_LABEL_SHOWN, width_of(box.label)), TICK))
        if box.is_printed:
            is_doubtful = ink.extra_ink(region) or box.name in others
            yield BoxFound(box.name, best.page, is_ticked=False, ink=0.0, is_doubtful=is_doubtful, picture=crop)
            continue
        left = ink.ink_of(region)
        # An empty box looks like its drawing; one that does not is none, or covered.
        is_lost = not best.registered.is_there[index] and left.inside < _SURELY
        is_maybe_printed = box.name in others and left.inside >= ink.CLEAN
        is_doubtful = left.is_doubtful or is_lost or is_maybe_printed
        yield BoxFound(box.name, best.page, left.is_ticked, round(left.inside, 3), is_doubtful, crop)


def _other_prints(best: _Candidate, rivals: Sequence[_Candidate]) -> set[str]:
    """The boxes that the printer filled in on this page or on one that fits nearly as well, but not on both."""
    likeness = {
        box.name: (box.is_printed, like) for box, like in zip(best.plan.boxes, best.registered.likeness, strict=True)
    }
    found = set()
    for one in rivals:
        for box, like in zip(one.plan.boxes, one.registered.likeness, strict=True):
            is_printed, here = likeness.get(box.name, (box.is_printed, 1.0))
            # A pen fills a box as a printer does: there the better likeness says nothing.
            if is_printed != box.is_printed and (is_printed or here - like < _CLEARLY):
                found.add(box.name)
    return found


def _one_of_each(boxes: Iterator[BoxFound]) -> Iterator[BoxFound]:
    """The boxes; where several of a group are ticked that allows one, all of these are doubtful."""
    kept = tuple(boxes)
    ticked = Counter(_group(one.name) for one in kept if one.is_ticked)
    for one in kept:
        contradicts = one.is_ticked and _group(one.name) and ticked[_group(one.name)] > 1
        yield replace(one, is_doubtful=True) if contradicts else one


def _group(name: str) -> str:
    group = name.rpartition(".")[0]
    return group if group in _ONE_OF or group.startswith("answer.") else ""


def _field(picture: Dots, best: _Candidate, field: Field) -> FieldFound:
    """The strip of a field, moved as the nearest box is."""
    x, y = 0.0, 0.0
    if best.plan.boxes:
        away = [abs(box.y - field.y) + 0.3 * abs(box.x - field.x) for box in best.plan.boxes]
        x, y = (float(one) for one in best.registered.shifts[int(np.argmin(away))])
    moved = Field(field.name, field.x + x, field.y + y, field.width, field.height)
    return FieldFound(field.name, best.page, _crop(picture, best.fit.plane, moved))


def _crop(picture: Dots, plane: Plane, place: Field) -> bytes:
    """A straightened JPEG of a part of the page with a little around it."""
    around = 2 * _CROP_MARGIN
    part = warped(
        picture, plane, place.x - _CROP_MARGIN, place.y - _CROP_MARGIN, place.width + around, place.height + around
    )
    _, kept = cv2.imencode(".jpg", cv2.cvtColor(part, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return bytes(kept)
