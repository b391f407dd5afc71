"""A rehearsal played through: every arrival by the real verbs, in fast motion, each answer timed and checked."""

import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from random import Random

from db.errors import Misused, Refused, Trouble
from db.records import Event
from db.store import Store
from desktop.services.guests import arrivals as found_at_the_door
from desktop.services.guests import check_ins, invitations
from desktop.services.hall import arriving, calling
from desktop.services.papers import badges
from desktop.services.registry import Caller, administrator
from desktop.services.rehearsing.cast import ANSWERS, Coming, Guest, arrivals
from desktop.services.rehearsing.stage import Facts, Stage, today_at
from desktop.tokens.code import make_code

MOST_FAMILIES, MOST_MINUTES = 3_000, 24 * 60
NO_PRINTER = ""
_TALK_MS = 240_000
_SPOILT = ("https://example.com/door", "QT7K2", "6922868280012", "彩排")

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Failure:
    """What went otherwise than it must: `step` is scan, turn, ticket or call; `got` an outcome or a code of trouble."""

    step: str
    kind: str
    expected: str
    got: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a rehearsal showed. Times in milliseconds; `printer` is "" where tickets were only drawn.

    `per_minute` is how many families this device takes from the code to the ticket, one after the other, `wanted` how
    many were to come in a minute. `waited_min` is the median wait until the call with the hosts of the event.
    """

    families: int
    minutes: int
    let_in: int
    per_minute: float
    wanted: float
    answer_p50: float
    answer_p99: float
    ticket_p50: float
    ticket_worst: float
    tickets: int
    printer: str
    called: int
    still_waiting: int
    waited_min: float | None
    outcomes: tuple[tuple[str, int], ...]
    expected: tuple[tuple[str, int], ...]
    failures: tuple[Failure, ...]

    @property
    def is_well(self) -> bool:
        """Whether everything was answered as it must be, and fast enough for the queue."""
        return not self.failures and self.per_minute >= self.wanted


def rehearse(
    facts: Facts, *, families: int = 300, minutes: int = 30, seed: int = 1, queue: str = NO_PRINTER, size: str = "80",
    progress: Progress | None = None,
) -> Result:  # fmt: skip
    """Let so many invented families come within so many minutes, and destroy everything again.

    With `queue` every ticket is printed, else only drawn. Raises Misused `rehearsal_too_large`, and whatever stands in
    the way of the real work from its first step on.
    """
    if not (1 <= families <= MOST_FAMILIES and 1 <= minutes <= MOST_MINUTES):
        raise Misused("rehearsal_too_large", families=MOST_FAMILIES, minutes=MOST_MINUTES)
    with Stage(facts, guests=families, seed=seed, progress=progress) as stage:
        return _Play(stage, families, minutes, Random(seed), queue, size).play(progress)


@dataclass(slots=True)
class _Play:
    stage: Stage
    families: int
    minutes: int
    random: Random
    queue: str
    size: str
    answers: list[float] = field(default_factory=list)
    papers: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    let_in: int = 0
    taken_s: float = 0.0
    printer: str = ""
    outcomes: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    _now_ms: int = 0
    _free_at: dict[str, int] = field(default_factory=dict)

    def play(self, progress: Progress | None) -> Result:
        """Everything that happens, moment after moment."""
        coming = arrivals(self.families, self.minutes, self.random)
        store = self.stage.opened
        begins, caller = self._begins(store), administrator(store)
        self._revoke(caller, store, coming)
        store.clock = lambda: self._now_ms
        self._free_at = dict.fromkeys(self.stage.hosts, begins)
        for number, one in enumerate(coming, 1):
            self._now_ms = max(self._now_ms + 1, begins + one.after_ms)
            self._call(caller, store)
            self._arrive(caller, store, one)
            if progress:
                progress(number, len(coming))
        return self._result(Counter(ANSWERS[one.kind] for one in coming))

    def _begins(self, store: Store) -> int:
        """When the rush begins: with the event, or as much earlier as it must so that the day does not end in it."""
        event = store.get(Event, self.stage.event)
        latest = today_at(store, MOST_MINUTES - self.minutes) - 1
        return min(event.starts_at, latest) if event else latest

    def _revoke(self, caller: Caller, store: Store, coming: Sequence[Coming]) -> None:
        for one in coming:
            if one.kind == "revoked":
                invitations.revoke(caller, store, client=self._guest(one).client, event=self.stage.event)

    def _guest(self, one: Coming) -> Guest:
        return self.stage.invited[one.place % len(self.stage.invited)]

    # -- the door ----------------------------------------------------------------------------------------------------

    def _arrive(self, caller: Caller, store: Store, one: Coming) -> None:
        began = time.perf_counter()
        try:
            outcome, check_in, is_in = self._answer(caller, store, one)
        except Trouble as trouble:
            self.failures.append(Failure("scan", one.kind, ANSWERS[one.kind], trouble.code))
            return
        self.answers.append((time.perf_counter() - began) * 1_000)
        self.outcomes[outcome] += 1
        if outcome != ANSWERS[one.kind]:
            self.failures.append(Failure("scan", one.kind, ANSWERS[one.kind], outcome))
        if is_in and one.kind != "twice":
            self._give_ticket(caller, store, one, check_in)
            self.let_in += 1
            self.taken_s += time.perf_counter() - began

    def _answer(self, caller: Caller, store: Store, one: Coming) -> tuple[str, str, bool]:
        """What the door decided, in which row, and whether they are in."""
        event, guest = self.stage.event, self._guest(one)
        if one.kind == "walk_in":
            check_in, _client = check_ins.walk_in(caller, store, event=event, name=f"{guest.who.name}二")
            return "welcomed", check_in, True
        if one.kind == "by_name":
            found = found_at_the_door.let_in_found(caller, store, event=event, client=guest.client)
            return (found.outcome, found.check_in, found.admitted) if found else ("", "", False)
        scan = check_ins.scan(caller, store, event=event, token=self._token(one, guest))
        return scan.outcome, scan.check_in, scan.admitted

    def _token(self, one: Coming, guest: Guest) -> str:
        match one.kind:
            case "wrong_event":
                return self.stage.elsewhere[one.place % len(self.stage.elsewhere)].token
            case "unknown":
                # Sound, of this event, and given to nobody.
                return make_code(self.stage.event, self.random.randbytes(16), str(one.place))
            case "malformed":
                return _SPOILT[one.place % len(_SPOILT)]
            case _:
                return guest.token

    def _give_ticket(self, caller: Caller, store: Store, one: Coming, check_in: str) -> None:
        step, came = "turn", 1 + self._guest(one).who.companions
        try:
            turn = arriving.arrive(caller, store, event=self.stage.event, check_in=check_in, party=came)
            step, began = "ticket", time.perf_counter()
            self._print(caller, store, turn.number)
            self.papers.append((time.perf_counter() - began) * 1_000)
        except Trouble as trouble:
            self.failures.append(Failure(step, one.kind, "", trouble.code))

    def _print(self, caller: Caller, store: Store, number: str) -> None:
        event, size = self.stage.event, self.size
        if self.queue:
            done = badges.print_ticket(caller, store, event=event, number=number, queue=self.queue, size=size)
            self.printer = done.printer
            return
        pdf: Path = self.stage.folder / "ticket.pdf"
        badges.write_ticket(caller, store, event=event, number=number, pdf=pdf, size=size)
        pdf.unlink()

    # -- the hall ----------------------------------------------------------------------------------------------------

    def _call(self, caller: Caller, store: Store) -> None:
        """Every host who is free calls who waits for them and receives them."""
        for host, free_at in self._free_at.items():
            if free_at > self._now_ms:
                continue
            try:
                line = calling.call_next(caller, store, event=self.stage.event, staff=host)
                calling.greet(caller, store, turn=line.turn, staff=host)
            except Refused as refused:
                if refused.code != "nobody_waits":
                    self.failures.append(Failure("call", "", "", refused.code))
                self._free_at[host] = self._now_ms + 20_000
                continue
            self.waits.append((self._now_ms - line.arrived_at) / 60_000)
            self._free_at[host] = self._now_ms + _TALK_MS

    # -- what it showed ----------------------------------------------------------------------------------------------

    def _result(self, expected: Counter[str]) -> Result:
        answers, papers = sorted(self.answers), sorted(self.papers)
        return Result(
            families=self.families, minutes=self.minutes, let_in=self.let_in,
            per_minute=self.let_in * 60 / self.taken_s if self.taken_s else 0.0,
            wanted=self.families / self.minutes,
            answer_p50=_part(answers, 0.5), answer_p99=_part(answers, 0.99),
            ticket_p50=_part(papers, 0.5), ticket_worst=papers[-1] if papers else 0.0, tickets=len(papers),
            printer=self.printer, called=len(self.waits), still_waiting=self.let_in - len(self.waits),
            waited_min=_part(sorted(self.waits), 0.5) if self.waits else None,
            outcomes=tuple(sorted(self.outcomes.items())), expected=tuple(sorted(expected.items())),
            failures=tuple(self.failures),
        )  # fmt: skip


def _part(ordered: Sequence[float], part: float) -> float:
    """The value below which so much of them lies; 0 for none."""
    return ordered[min(len(ordered) - 1, max(0, ceil(len(ordered) * part) - 1))] if ordered else 0.0
