"""When another device's clock is worth a word."""

from collections.abc import Collection
from typing import Final

MINUTE_MS: Final = 60_000
# Two clocks this near to each other confuse nobody.
TOLERANCE_MS: Final = 2 * MINUTE_MS


def offset_ms(least: int | None, most: int | None) -> int | None:
    """How far a clock is ahead (behind: negative) by what is known of it, in ms; None where nothing says.

    Between two bounds that lie close together it is their middle; else only what is proved: nobody is told off for
    a clock that may as well be right.
    """
    if least is None and most is None:
        return None
    if least is not None and most is not None:
        if least > most:
            return None
        if most - least <= TOLERANCE_MS:
            return (least + most) // 2
    if least is not None and least > 0:
        return least
    if most is not None and most < 0:
        return most
    return None


def is_off(offset: int | None) -> bool:
    """Whether a difference should be shown as wrong."""
    return offset is not None and abs(offset) > TOLERANCE_MS


def is_ours(offsets: Collection[int]) -> bool:
    """Whether it is this device's own clock that seems wrong: several others are off, and all alike."""
    alike = max(offsets, default=0) - min(offsets, default=0) <= TOLERANCE_MS
    return len(offsets) > 1 and alike and all(map(is_off, offsets))
