"""Which line of a telephone system's log is which call that somebody noted."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import median

WINDOW_MIN = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A call on either side: whose extension, when (UTC ms), and, where known, which way and the other's number."""

    id: str
    extension: str
    at: int
    direction: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Matched:
    """Pairs (noted call, line), and by how much the telephone system's clock is ahead of ours, in ms."""

    pairs: tuple[tuple[str, str], ...]
    ahead_ms: int | None


def matched(noted: Sequence[Moment], lines: Iterable[Moment], window_ms: int = WINDOW_MIN * 60_000) -> Matched:
    """Pair each noted call with at most one line: same extension, way and number, not further apart than the window.

    The nearest come together first, so a call is not given away to a line that has a nearer one.
    """
    by_extension: dict[str, list[Moment]] = {}
    for one in sorted(noted, key=lambda one: (one.at, one.id)):
        by_extension.setdefault(one.extension, []).append(one)
    times = {extension: [one.at for one in ones] for extension, ones in by_extension.items()}
    near: list[tuple[int, int, str, str]] = []
    for line in lines:
        found = by_extension.get(line.extension, [])
        place = bisect_left(times.get(line.extension, []), line.at - window_ms)
        while place < len(found) and found[place].at <= line.at + window_ms:
            one = found[place]
            if _agree(line.direction, one.direction) and _agree(line.phone, one.phone):
                near.append((abs(line.at - one.at), line.at - one.at, one.id, line.id))
            place += 1
    taken: set[str] = set()
    pairs: list[tuple[str, str]] = []
    apart: list[int] = []
    for _distance, ahead, one_id, line_id in sorted(near):
        if one_id not in taken and line_id not in taken:
            taken |= {one_id, line_id}
            pairs.append((one_id, line_id))
            apart.append(ahead)
    return Matched(tuple(pairs), round(median(apart)) if apart else None)


def _agree(left: str, right: str) -> bool:
    """What one side does not know cannot tell two calls apart."""
    return not left or not right or left == right
