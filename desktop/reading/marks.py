"""Where the page lies on a picture: its codes and its four corner squares, and the plane that they span.

Places on the page are points from its upper left corner, on the picture dots. Needs the extra `[paper-in]`.
"""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

import cv2
import numpy as np
from numpy.typing import NDArray

from desktop.paper.layout import Code
from desktop.paper.measures import CORNER, CORNER_INSET, PAGE_HEIGHT, PAGE_WIDTH
from desktop.reading.photographs import MAGNIFIED_PX

Dots = NDArray[np.uint8]
Points = NDArray[np.float32]
Plane = NDArray[np.float64]

# Wide enough for a code of 16 mm on a whole page; what stays unread is looked at again in full.
_CODE_SIDE_PX: Final = 2_000
# How far (points) a code may stand from where it was printed: paper curls.
FARTHEST_CODE: Final = 9.0
# A square darker than the paper around it by so much.
_DARKER_BY: Final = 28.0
# So much of what surrounds it is light.
_ALONE: Final = 0.9
# Squares that differ by a tenth in size weigh as much as a code that is two points off.
_UNLIKE: Final = 20.0
_LIKELIEST: Final = 60
_MOST_FITS: Final = 6
_STEP: Final = 1.45
_LARGEST_SQUARE_PX: Final = 300.0
_NEAR = CORNER_INSET + CORNER / 2
_MIDDLES: Final[Points] = np.array(
    [
        [_NEAR, _NEAR],
        [PAGE_WIDTH - _NEAR, _NEAR],
        [PAGE_WIDTH - _NEAR, PAGE_HEIGHT - _NEAR],
        [_NEAR, PAGE_HEIGHT - _NEAR],
    ],
    np.float32,
)
# From the page to a square of one: what four corners are spanned by.
_SPAN_X, _SPAN_Y = PAGE_WIDTH - 2 * _NEAR, PAGE_HEIGHT - 2 * _NEAR
_TO_UNIT: Final[Plane] = np.array([[1 / _SPAN_X, 0, -_NEAR / _SPAN_X], [0, 1 / _SPAN_Y, -_NEAR / _SPAN_Y], [0, 0, 1]])


@dataclass(frozen=True, slots=True)
class Seen:
    """A code on the picture: its text and its corners, beginning at what is its upper left one."""

    text: str
    corners: Points


@dataclass(frozen=True, slots=True)
class Fit:
    """The plane from page to picture.

    `residual` is how far (points) the codes are from where it puts them, `unlike` how much the four squares differ in
    size from what it says.
    """

    plane: Plane
    residual: float
    unlike: float

    @property
    def cost(self) -> float:
        """The lower, the better."""
        return self.residual + _UNLIKE * self.unlike


def codes(grey: Dots) -> tuple[Seen, ...]:
    """Every QR code on the picture."""
    side = max(grey.shape)
    scales = [min(1.0, _CODE_SIDE_PX / side), 1.0]
    if side <= MAGNIFIED_PX:
        # A small code out of focus is read better between the dots.
        scales.append(2.0)
    for scale in dict.fromkeys(scales):
        kind = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
        found = _codes(grey if scale == 1 else cv2.resize(grey, None, fx=scale, fy=scale, interpolation=kind), scale)
        if found:
            return found
    return ()


def _codes(grey: Dots, scale: float) -> tuple[Seen, ...]:
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    found = []
    for one in zxingcpp.read_barcodes(grey, formats=formats):
        place = one.position
        corners = (place.top_left, place.top_right, place.bottom_right, place.bottom_left)
        found.append(Seen(one.text, np.array([[at.x / scale, at.y / scale] for at in corners], np.float32)))
    return tuple(found)


class Squares:
    """The dark squares of a picture, looked for once per size."""

    def __init__(self, grey: Dots) -> None:
        self._grey = grey
        self._known: dict[int, list[tuple[float, float, float]]] = {}

    def between(self, least: float, most: float) -> NDArray[np.float64]:
        """Rows of (x, y, side) of squares whose side is about between these many dots."""
        found: list[tuple[float, float, float]] = []
        first, last = (int(np.floor(np.log(side) / np.log(_STEP))) for side in (least, most))
        for step in range(first, last + 1):
            for x, y, side in self._of_size(step):
                if all((x - other[0]) ** 2 + (y - other[1]) ** 2 > (side * 0.4) ** 2 for other in found):
                    found.append((x, y, side))
        return np.array(found, np.float64).reshape(-1, 3)

    def _of_size(self, step: int) -> list[tuple[float, float, float]]:
        if step not in self._known:
            side = _STEP ** (step + 0.5)
            window = max(11, int(side * 4) | 1)
            # Specks of noise would be outlines, too, thousands of them.
            calm = cv2.GaussianBlur(self._grey, (0, 0), max(0.6, side * 0.06))
            ink = cv2.adaptiveThreshold(calm, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, 12)
            outlines, _ = cv2.findContours(ink, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
            self._known[step] = [square for outline in outlines for square in self._square(outline, side)]
        return self._known[step]

    def _square(self, outline: Any, side: float) -> Iterator[tuple[float, float, float]]:
        if not 4 <= len(outline) <= max(80, 5 * side):
            return
        area = cv2.contourArea(outline)
        if not 0.4 * side**2 < area < 2.5 * side**2:
            return
        _, (width, height), _ = cv2.minAreaRect(outline)
        if min(width, height) < 1 or max(width, height) / min(width, height) > 2.2 or area / (width * height) < 0.7:
            return
        moments = cv2.moments(outline)
        x, y, true = moments["m10"] / moments["m00"], moments["m01"] / moments["m00"], area**0.5
        if self._is_alone(x, y, true):
            yield x, y, true

    def _is_alone(self, x: float, y: float, side: float) -> bool:
        """Whether a dark square stands on light paper with nothing around it, as in a page's corner."""
        reach = int(max(3, side * 1.5))
        row, column = round(y), round(x)
        top, left = max(0, row - reach), max(0, column - reach)
        part = self._grey[top : row + reach + 1, left : column + reach + 1].astype(np.float32)
        # Of a corner at the picture's edge a part is enough.
        height, width = part.shape
        from_top, from_left = top - row + reach, left - column + reach
        away = _away(reach)[from_top : from_top + height, from_left : from_left + width] / side
        inner, around = part[away < 0.35], part[(away > 0.9) & (away < 1.4)]
        if around.size < 2 * side**2:
            return False
        dark, light = float(inner.mean()), float(np.percentile(around, 75))
        return light - dark >= _DARKER_BY and float((around > (light + dark) / 2).mean()) >= _ALONE


@lru_cache(maxsize=64)
def _away(reach: int) -> NDArray[np.float32]:
    """How far each dot of a square part is from its middle."""
    steps = np.arange(-reach, reach + 1, dtype=np.float32)
    away: NDArray[np.float32] = np.hypot(steps[:, None], steps[None, :])
    return away


def fit_page(squares: Squares, seen: Sequence[Seen], places: Sequence[Code]) -> tuple[Fit, ...]:
    """The planes on which a page with codes at these places may lie, the likeliest first.

    Every code that is seen must be at one of the places; not every place need show its code. One code leaves much
    open: other dark squares may bear out a plane as well as the true ones do.
    """
    for count in range(min(len(seen), len(places)), 0, -1):
        found: list[Fit] = []
        for quads in itertools.combinations(seen, count):
            for rects in itertools.permutations(places, count):
                found += _fits(squares, quads, rects, seen, places)
        near = sorted((fit for fit in found if fit.residual <= FARTHEST_CODE), key=lambda fit: fit.cost)
        if near:
            return tuple(near[:_MOST_FITS])
    return ()


def _fits(
    squares: Squares, quads: Sequence[Seen], rects: Sequence[Code], seen: Sequence[Seen], places: Sequence[Code]
) -> list[Fit]:
    page = np.concatenate([_corners(rect) for rect in rects])
    picture = np.concatenate([quad.corners for quad in quads])
    guess = _guessed_plane(page, picture, len(quads))
    if guess is None:
        return []
    several = len(quads) > 1
    middle_scale = float(np.mean([_scale(guess, _corners(rect).mean(0)) for rect in rects]))
    if not middle_scale > 0.2 or float(np.abs(_onto(guess, page) - picture).max()) / middle_scale > 8:
        return []
    expected = _onto(guess, _MIDDLES)
    if not np.isfinite(expected).all():
        return []
    scales = [_scale(guess, mark) if several else middle_scale for mark in _MIDDLES]
    least = min(scales) * CORNER * (0.75 if several else 0.55)
    most = max(scales) * CORNER * (1.3 if several else 1.7)
    if most > _LARGEST_SQUARE_PX or least < 2:
        return []
    found = squares.between(least, most)
    near = []
    for index in range(4):
        reach = 5 * CORNER * scales[index]
        if not several:
            reach = max(0.55 * float(np.linalg.norm(_MIDDLES[index] - page.mean(0))) * middle_scale, reach * 0.8)
        away = np.hypot(found[:, 0] - expected[index, 0], found[:, 1] - expected[index, 1])
        near.append([int(one) for one in np.argsort(away) if away[one] < reach][: 5 if several else 14])
    return _borne_out(found, near, seen, places)


def _borne_out(
    found: NDArray[np.float64], near: Sequence[Sequence[int]], seen: Sequence[Seen], places: Sequence[Code]
) -> list[Fit]:
    """The planes through four squares, one near each corner, on which the codes are where they should be."""
    chosen = np.array(list(itertools.product(*near)), np.int64).reshape(-1, 4)
    corners = found[chosen, :2]
    sides = np.roll(corners, -1, 1) - corners
    turned = np.roll(sides, -1, 1)
    # Squares that stand crosswise, or one twice, span no page.
    is_page = (sides[..., 0] * turned[..., 1] - sides[..., 1] * turned[..., 0] > 0).all(1)
    chosen, corners = chosen[is_page], corners[is_page]
    if not len(chosen):
        return []
    planes = _planes(corners)
    residuals = np.max([np.min([_off(planes, one, place) for place in places], axis=0) for one in seen], axis=0)
    fits = []
    for index in np.argsort(residuals)[:_LIKELIEST]:
        plane, sizes = planes[index], found[chosen[index], 2]
        ratios = sizes / np.array([_scale(plane, mark) * CORNER or 1.0 for mark in _MIDDLES])
        if residuals[index] <= FARTHEST_CODE and ratios.min() > 0.6 and ratios.max() < 1.6:
            fits.append(Fit(plane, float(residuals[index]), float(np.std(np.log(ratios)))))
    return fits


def _planes(corners: NDArray[np.float64]) -> NDArray[np.float64]:
    """For many rows of four corners on the picture the planes from the page's squares to them."""
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = (corners[:, index].T for index in range(4))
    across_x, across_y, up_x, up_y = x1 - x2, y1 - y2, x3 - x2, y3 - y2
    skew_x, skew_y = x0 - x1 + x2 - x3, y0 - y1 + y2 - y3
    area = across_x * up_y - up_x * across_y
    area = np.where(np.abs(area) < 1e-9, 1e-9, area)
    g, h = (skew_x * up_y - up_x * skew_y) / area, (across_x * skew_y - skew_x * across_y) / area
    rows = [x1 - x0 + g * x1, x3 - x0 + h * x3, x0, y1 - y0 + g * y1, y3 - y0 + h * y3, y0, g, h, np.ones_like(g)]
    planes: NDArray[np.float64] = np.stack(rows, axis=1).reshape(-1, 3, 3) @ _TO_UNIT
    return planes


def _off(planes: NDArray[np.float64], one: Seen, place: Code) -> NDArray[np.float64]:
    """How far (points) each plane puts a printed code from where one is seen."""
    page = np.column_stack([_corners(place), np.ones(4)])
    moved = page @ planes.transpose(0, 2, 1)
    depth = np.where(np.abs(moved[..., 2]) < 1e-9, 1e-9, moved[..., 2])
    at = moved[..., :2] / depth[..., None]
    dots_a_point = float(np.linalg.norm(one.corners - np.roll(one.corners, 1, 0), axis=1).mean()) / place.side
    off: NDArray[np.float64] = np.abs(at - one.corners).max(axis=(1, 2)) / dots_a_point
    return off


def _guessed_plane(page: Points, picture: Points, count: int) -> Plane | None:
    if count > 1:
        plane: Plane | None = cv2.findHomography(page, picture)[0]
        return plane
    tilted = cv2.estimateAffine2D(page, picture)[0]
    return None if tilted is None else np.vstack([tilted, [0, 0, 1]])


def _corners(code: Code) -> Points:
    right, bottom = code.x + code.side, code.y + code.side
    return np.array([[code.x, code.y], [right, code.y], [right, bottom], [code.x, bottom]], np.float32)


def _onto(plane: Plane, points: Points) -> Points:
    moved: Points = cv2.perspectiveTransform(points.reshape(1, -1, 2), plane)[0]
    return moved


def _scale(plane: Plane, point: NDArray[np.float32]) -> float:
    """Dots per point at a place of the page."""
    steps = np.array([[0, 0], [1, 0], [0, 1]], np.float32)
    at, right, down = _onto(plane, point + steps)
    one, two = right - at, down - at
    return float(np.sqrt(abs(one[0] * two[1] - one[1] * two[0])))
