"""What a pen left in and around a box. Needs the extra `[paper-in]`."""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from desktop.paper.measures import TICK
from desktop.reading.marks import Dots
from desktop.reading.skeleton import DOTS

# Around a box, in points: what is looked at lies between the box before and its own label.
LEFT, ABOVE, RIGHT, BELOW = 5.0, 4.0, 13.0, 13.0
# Inside the printed line.
_INSET: Final = 1.4
# Beyond the printed line.
_OUTSET: Final = 1.6
# Ink takes so much of the paper's light away.
_DARK: Final = 0.25
# Shares of the inside: less is clean, more is a tick; what lies between is for a person to say.
CLEAN, TICKED = 0.02, 0.06
# Much ink beside a box that holds hardly any: a pale tick that left it, or a ring around it.
_BESIDE: Final = 0.10
# A stroke that reaches this far beyond two opposite sides strikes out.
_STROKE: Final = 0.012
# More than a tick or a cross leaves in a box.
_SCRIBBLED: Final = 0.6


@dataclass(frozen=True, slots=True)
class Ink:
    """Shares (0 to 1) that a pen covered: of the inside, and of the strips left, above, right and below the box."""

    inside: float
    left: float
    above: float
    right: float
    below: float

    @property
    def is_ticked(self) -> bool:
        """Whether a mark is in the box."""
        return self.inside >= TICKED

    @property
    def is_struck(self) -> bool:
        """Whether a stroke runs out of the box on opposite sides, as one does that crosses a tick out."""
        level, upright = min(self.left, self.right), min(self.above, self.below)
        is_through = self.inside >= CLEAN and (level >= _STROKE or upright >= _STROKE)
        # Who fills a box stays in it; who scribbles over it does not.
        return is_through or (self.inside >= _SCRIBBLED and self.beside >= _BESIDE)

    @property
    def beside(self) -> float:
        """Of the strip around the box that holds most ink, how much."""
        return max(self.left, self.above, self.right, self.below)

    @property
    def is_doubtful(self) -> bool:
        """Whether a person has to look."""
        if self.inside < TICKED:
            return self.inside >= CLEAN or self.beside >= _BESIDE
        return self.is_struck


def ink_of(region: Dots) -> Ink:
    """The ink of a straightened region that reaches LEFT, ABOVE, RIGHT, BELOW from the box's upper left corner."""
    dark = _darkness(region) > _DARK
    inside = _part(dark, _INSET, _INSET, TICK - _INSET, TICK - _INSET)
    far = _OUTSET
    return Ink(
        inside,
        _part(dark, -LEFT, 0, -far, TICK),
        _part(dark, 0, -ABOVE, TICK, -far),
        _part(dark, TICK + far, 0, RIGHT - 0.6, TICK),
        _part(dark, 0, TICK + far, TICK, BELOW),
    )


def extra_ink(region: Dots) -> bool:
    """Whether a pen was at a box that the printer filled in."""
    ink = ink_of(region)
    return ink.beside >= _BESIDE / 2


def _darkness(region: Dots) -> NDArray[np.float32]:
    """How much light each dot takes away, in the channel in which it takes most: red ink is pale in red light."""
    colours = region.astype(np.float32)
    paper = np.percentile(colours.reshape(-1, 3), 85, axis=0)
    kept = (colours / np.maximum(paper, 25)).min(axis=2)
    darkness: NDArray[np.float32] = 1 - np.clip(kept, 0, 1)
    return darkness


def _part(dark: NDArray[np.bool_], x0: float, y0: float, x1: float, y1: float) -> float:
    rows = slice(max(0, round((y0 + ABOVE) * DOTS)), max(0, round((y1 + ABOVE) * DOTS)))
    columns = slice(max(0, round((x0 + LEFT) * DOTS)), max(0, round((x1 + LEFT) * DOTS)))
    part = dark[rows, columns]
    return float(part.mean()) if part.size else 0.0
