"""What the calling board shows, as values. Nothing here knows a full name, a room, a telephone or a mark."""

from dataclasses import dataclass, replace

# A further call waits so long, that the one before it can be read.
READ_MS = 5_000
# Somebody who was called and has sat down, or does not come, stands in large letters no longer than this.
CALLED_MS = 180_000
BEFORE_MOST = 2


@dataclass(frozen=True, slots=True)
class Ticket:
    """A number with a surname, A023 陈女士; `place` is the table, `host` who receives where the event shows that.

    `called_at` is UTC ms, 0 for somebody who still waits.
    """

    number: str
    name: str
    place: str = ""
    host: str = ""
    called_at: int = 0


@dataclass(frozen=True, slots=True)
class Told:
    """What the database says: the event, "" for none, the calls, the latest first, and who waits, in their order."""

    event: str
    title: str = ""
    calls: tuple[Ticket, ...] = ()
    waiting: tuple[Ticket, ...] = ()
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class Board:
    """What is painted: `called` in large letters, `before` the ones before it, `clock` as 10:06.

    `is_lost` while the database does not answer: what is shown may be old.
    """

    title: str = ""
    clock: str = ""
    called: Ticket | None = None
    before: tuple[Ticket, ...] = ()
    waiting: tuple[Ticket, ...] = ()
    has_event: bool = False
    is_paused: bool = False
    is_lost: bool = False


class Caller:
    """Gives every call its turn in large letters: of several that come at once none is overlooked."""

    def __init__(self) -> None:
        self._event = ""
        self._told: tuple[Ticket, ...] = ()
        self._pending: list[Ticket] = []
        self._shown: tuple[Ticket, ...] = ()
        self._since_ms = 0

    def tell(self, told: Told) -> None:
        """Take in what the database says now; what was called before the board was opened is no news."""
        if told.event != self._event:
            self._event, self._pending, self._shown = told.event, [], ()
            self._shown = told.calls[: BEFORE_MOST + 1]
        else:
            known = set(map(_call, self._told))
            fresh = [one for one in reversed(told.calls) if _call(one) not in known]
            self._pending += fresh
            # Taken back, or told with another table: what stands there is what is true now.
            now = {_call(one): one for one in told.calls}
            self._pending = [now[_call(one)] for one in self._pending if _call(one) in now]
            self._shown = tuple(now[_call(one)] for one in self._shown if _call(one) in now)
        self._told = told.calls

    def step(self, now_ms: int) -> bool:
        """Let time go on; whether another one is called now, which is to be heard."""
        if not self._pending or now_ms - self._since_ms < READ_MS:
            return False
        one = self._pending.pop(0)
        others = tuple(ticket for ticket in self._shown if ticket.number != one.number)
        self._shown, self._since_ms = (one, *others)[: BEFORE_MOST + 1], now_ms
        return True

    def showing(self, now_ms: int) -> tuple[Ticket | None, tuple[Ticket, ...]]:
        """Who stands in large letters, and who before them."""
        if not self._shown:
            return None, ()
        first = self._shown[0]
        if now_ms - max(first.called_at, self._since_ms) > CALLED_MS:
            return None, self._shown[:BEFORE_MOST]
        return first, self._shown[1:]


def lost(board: Board) -> Board:
    """The same board, said to be old."""
    return replace(board, is_lost=True)


def _call(ticket: Ticket) -> tuple[str, int]:
    return ticket.number, ticket.called_at
