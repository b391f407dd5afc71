"""Earlier concerns like what is being written: what was said, how it stands, what was answered; never by whom."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from db import likeness
from db.store import Reader
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, Caller, question

if TYPE_CHECKING:
    from desktop.likeness.memory import Memory

SHOWN: Final = 5


@dataclass(frozen=True, slots=True)
class Alike:
    """One earlier concern; `is_very` tells very like from like. `verdict` and `answer` are "" where there is none.

    It names no client, room or telephone: another client sits beside the screen.
    """

    concern: str
    number: str
    words: str
    state: str
    verdict: str
    answer: str
    at: int
    is_very: bool
    matter: str = ""


@question("concern.similar", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def similar(
    _caller: Caller,
    reader: Reader,
    *,
    memory: "Memory",
    words: str,
    besides: Collection[str] = (),
    limit: int = SHOWN,
) -> tuple[Alike, ...]:
    """The concerns most like these words, the most like first and the newest of equals; none below four characters."""
    near = memory.nearest(words, limit, besides)
    rows = likeness.shown(reader, [one.row for one in near])
    found: list[Alike] = []
    for one in near:
        if one.row in rows:
            number, said, state, verdict, answer, at, _area, matter = rows[one.row]
            found.append(
                Alike(one.row, number, said, state, verdict or "", answer or "", at, one.is_very, matter or "")
            )
    return tuple(found)
