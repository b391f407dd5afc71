"""Who waits, as a host sees it: their own first, then those sent to nobody, then those of other tables."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from desktop.services.hall.lines import Line
from desktop.services.receptions.hall import Waiting

Whose = Literal["mine", "free", "theirs"]
Deed = Literal["call", "begin", "take"]
WHOSE: tuple[Whose, ...] = ("mine", "free", "theirs")


@dataclass(frozen=True, slots=True)
class Guest:
    """A client who waits; without a turn it is somebody whom no ticket was given to.

    `key` names the line; `since` and `called_at` are UTC ms; `wish` is companion, table or executive; `marks` are of
    vip and risk, for the host alone; `host` is who they were sent to, where that is somebody else. `is_called_first` is
    false where this host is not on duty in the hall: nobody is sent to them, so they begin with whom they choose.
    """

    key: str
    client: str | None
    name: str
    room: str
    relation: str
    since: int
    turn: str = ""
    number: str = ""
    marks: tuple[str, ...] = ()
    wish: str = ""
    host: str = ""
    whose: Whose = "mine"
    called_at: int | None = None
    is_called_first: bool = True

    @property
    def deed(self) -> Deed:
        """What comes next: another's is taken over first, then called, and received once they have sat down."""
        if not self.turn or not self.is_called_first:
            return "begin"
        if self.whose != "mine":
            return "take"
        return "call" if self.called_at is None else "begin"


def guests_of(
    came: Iterable[Waiting], lines: Iterable[Line], host: str | None, *, is_on_duty: bool = True
) -> tuple[Guest, ...]:
    """Everybody who waits: `came` are those with whom nobody has talked, `lines` the turns of the event.

    `is_on_duty` says whether families can be sent to this host.
    """
    known = {one.client: one for one in came}
    turns = tuple(lines)
    waiting = [one for one in turns if one.state in ("waiting", "called")]
    concerned = [one for one in waiting if _concerns(one, host)]
    shown = [_guest(one, known.get(one.client or ""), host, is_on_duty=is_on_duty) for one in concerned]
    # A called one stands above those who still wait; otherwise the longest waiting come first.
    shown.sort(key=lambda one: (WHOSE.index(one.whose), one.called_at is None or one.whose != "mine"))
    ticketed = {one.client for one in turns}
    # Where numbers are given out, whoever holds none was sent to nobody.
    whose: Whose = "free" if turns else "mine"
    return (*shown, *(_without(one, whose) for one in known.values() if one.client not in ticketed))


def next_of(guests: Iterable[Guest], chosen: str) -> Guest | None:
    """Who is next: the one chosen, else the first that is not another host's."""
    every = tuple(guests)
    wanted = next((one for one in every if one.key == chosen), None)
    return wanted or next((one for one in every if one.whose != "theirs"), None)


def _concerns(line: Line, host: str | None) -> bool:
    """Whoever waits for a companion is no host's, unless this host is the companion."""
    return line.direction != "companion" or line.staff == host


def _guest(line: Line, known: Waiting | None, host: str | None, *, is_on_duty: bool) -> Guest:
    whose: Whose = "free" if line.staff is None else "mine" if line.staff == host else "theirs"
    return Guest(
        line.turn, line.client, line.name or line.number, line.room, known.relation if known else "", line.arrived_at,
        line.turn, line.number, line.marks, line.direction, (line.host or "") if whose == "theirs" else "", whose,
        line.called_at, is_on_duty,
    )  # fmt: skip


def _without(one: Waiting, whose: Whose) -> Guest:
    return Guest(one.client, one.client, one.name, one.room, one.relation, one.since, whose=whose)
