"""The executive digest of an event or of a period: counted from the records, quoted from the clients, nobody named."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from pathlib import Path

from typing_extensions import override

from db import briefing, clients, common, concerns, duty, events, people
from db.errors import Misused
from db.records import Concern, Event, Promise
from db.store import Reader, Transaction
from desktop.paper.content import CommonIssue, Figure, Report, SummaryPromise
from desktop.paper.dates import span_zh
from desktop.paper.digest import Base, Digest, Measure, Quote, Share, digest
from desktop.rules.chart_kinds import Point
from desktop.rules.codes import label
from desktop.rules.promising import toward_client
from desktop.rules.times import day_bounds, day_of, local, read_day
from desktop.services.duty import report as duties
from desktop.services.people.staff import additions
from desktop.services.project.house import logo
from desktop.services.registry import FOLLOW_ROLES, Caller, verb
from desktop.services.zones import zone_of

_QUOTES, _COMMON, _PROMISES, _GAPS, _EVENTS = 12, 5, 10, 6, 8


@verb("paper.digest", roles=FOLLOW_ROLES)
def write_digest(
    caller: Caller, tx: Transaction, *, pdf: Path | None = None, docx: Path | None = None, event: str | None = None,
    first: str | None = None, last: str | None = None,
) -> Report:  # fmt: skip
    """Print the digest of an event, or of the days from `first` to `last`: as a PDF, a text document, or both.

    Raises Misused `id_unknown`, `day_unreadable`, `days_in_wrong_order`, `digest_of_what` for neither, `paper_no_file`.
    """
    from desktop.paper.digest_docx import digest_document

    if pdf is None and docx is None:
        raise Misused("paper_no_file")
    if event:
        content = _OfEvent(caller, tx, event).content()
    elif first and last:
        content = _OfPeriod(caller, tx, first, last).content()
    else:
        raise Misused("digest_of_what")
    tx.subject = event or f"{first} {last}"
    report = digest(content, pdf) if pdf is not None else Report(0, ())
    if docx is not None:
        digest_document(content, docx)
    return report


class _Scope(ABC):
    """What the digest is about: concerns, talks, promises, and until when the data reach."""

    title = "高管摘要"

    def __init__(self, caller: Caller, reader: Reader) -> None:
        self.caller, self.reader = caller, reader
        self.zone = zone_of(reader)
        self.own = additions(reader)
        self.names = people.names(reader)
        self.state = briefing.states(reader)
        self.concerns: tuple[Concern, ...] = ()
        self.scope, self.as_of = "", 0

    @cached_property
    def promises(self) -> list[tuple[Promise, Concern]]:
        """The promises made for these concerns, by day."""
        found = [(promise, one) for one in self.concerns for promise in concerns.promises(self.reader, one.id)]
        return sorted(found, key=lambda pair: (pair[0].due, pair[0].id))

    @abstractmethod
    def talks(self) -> tuple[int, int, int]:
        """Talks in person, distinct clients of all talks, calls."""

    def kept(self) -> tuple[int, int]:
        """Promises kept, of those that have fallen due by then."""
        day = day_of(self.as_of, self.zone).isoformat()
        due = [promise for promise, _ in self.promises if promise.kept_at is not None or promise.due <= day]
        return sum(promise.kept_at is not None for promise in due), len(due)

    def review(self) -> tuple[Measure, ...]:
        """What a management review looks at, besides."""
        return ()

    def content(self) -> Digest:
        """Everything that is printed."""
        project = events.project(self.reader)
        talks, guests, calls = self.talks()
        kept, fallen_due = self.kept()
        solved = sum(self.state.get(one.id) == "closed" for one in self.concerns)
        gaps = [one for one in self.concerns if one.rule_gap]
        return Digest(
            company=project.company or project.name,
            logo=logo(self.reader),
            project=project.name,
            title=self.title,
            scope=self.scope,
            as_of=local(self.as_of, self.zone),
            figures=(
                Figure("接待", str(talks), f"另有热线 {calls} 通" if calls else "次面对面"),
                Figure("客户", str(guests), "位，不重复计"),
                Figure("诉求", str(len(self.concerns)), f"客户说解决了 {solved} 件"),
                Figure("承诺兑现", f"{kept} / {fallen_due}", "到期的承诺"),
                Figure("规则缺口", str(len(gaps)), "件本可当场解决"),
            ),
            quotes=self._quotes(),
            heard=len(self.concerns),
            common=self._common(),
            promises=self._open(),
            kept=(kept, fallen_due),
            bases=self._bases(),
            gaps=self._gaps(gaps),
            review=self.review(),
            satisfied=self._satisfied(),
        )

    def word(self, list_name: str, code: str | None) -> str:
        """A code in words."""
        return label(list_name, code, "zh", self.own) if code else ""

    def _quotes(self) -> tuple[Quote, ...]:
        """The gravest first, one of each client before a second of anybody: one loud voice is not all of them."""
        turn: Counter[str] = Counter()
        ranked: list[tuple[int, int, Concern]] = []
        for one in sorted(self.concerns, key=lambda one: (-_grade(one), one.type != "complaint", one.number)):
            who = one.client or one.id
            ranked.append((turn[who], len(ranked), one))
            turn[who] += 1
        return tuple(
            Quote(
                one.words, one.number,
                " · ".join(filter(None, (self.word("type", one.type), self.word("area", one.area)))),
                one.meaning or "",
            )
            for _, _, one in sorted(ranked, key=lambda each: each[:2])[:_QUOTES]
        )  # fmt: skip

    def _common(self) -> tuple[CommonIssue, ...]:
        """Confirmed matters by distinct clients among these concerns."""
        here = {one.id for one in self.concerns}
        members = [one for one in common.members(self.reader) if one.is_in and one.concern in here]
        told = common.told(self.reader, [one.concern for one in members])
        found = []
        for issue in common.confirmed(self.reader):
            rows = [told[one.concern] for one in members if one.common_issue == issue.id and one.concern in told]
            guests = {row[2] or row[0] for row in rows}
            if guests:
                facts = " · ".join(filter(None, (f"{len(rows)} 件", self.word("department", issue.department))))
                found.append(CommonIssue(len(guests), issue.title, "", facts))
        return tuple(sorted(found, key=lambda one: (-one.clients, one.title))[:_COMMON])

    def _open(self) -> tuple[SummaryPromise, ...]:
        day = day_of(self.as_of, self.zone)
        found = [(promise, one) for promise, one in self.promises if promise.kept_at is None]
        return tuple(
            SummaryPromise(
                one.number, toward_client(promise.kind, promise.text, read_day(promise.due)),
                self.word("department", promise.department), self.names.get(promise.promised_by, ""),
                read_day(promise.due), "已过期" if read_day(promise.due) < day else "未到期",
            )
            for promise, one in found[:_PROMISES]
        )  # fmt: skip

    def _bases(self) -> tuple[Base, ...]:
        by_event: dict[str, list[Concern]] = {}
        for one in self.concerns:
            by_event.setdefault(one.event, []).append(one)
        titles = duty.event_spans(self.reader)
        rows = [_base(titles.get(event, ("", 0, 0))[0], heard) for event, heard in by_event.items()][-_EVENTS:]
        return (*rows, _base("", self.concerns)) if len(by_event) != 1 else (*rows,)

    def _satisfied(self) -> tuple[Point, ...]:
        """The share of "satisfied" among the answers, event by event, the earliest first."""
        by_event: dict[str, list[Concern]] = {}
        for one in self.concerns:
            by_event.setdefault(one.event, []).append(one)
        spans = duty.event_spans(self.reader)
        rows = sorted((spans[event][1], event) for event in by_event if event in spans)[-_EVENTS:]
        return tuple(
            Point(
                event, f"{local(starts, self.zone):%m-%d}", sum(one.satisfaction == "A" for one in by_event[event]),
                sum(bool(one.satisfaction) for one in by_event[event]),
            )
            for starts, event in rows
        )  # fmt: skip

    def _gaps(self, found: Sequence[Concern]) -> tuple[tuple[str, str], ...]:
        return tuple(
            (self.word("rule_gap", one.rule_gap), f"{one.rule_gap_words or '没有写明'}（{one.number}）")
            for one in found[:_GAPS]
        )


class _OfEvent(_Scope):
    """One event."""

    def __init__(self, caller: Caller, reader: Reader, event: str) -> None:
        super().__init__(caller, reader)
        row = reader.known(Event, event)
        self.event = event
        self.title = f"{row.title} 高管摘要"
        when = span_zh(local(row.starts_at, self.zone), local(row.ends_at, self.zone))
        self.scope = " · ".join(filter(None, (when, row.place, self.word("node", row.node))))
        self.concerns = tuple(one for one in concerns.of_event(reader, event) if self.state.get(one.id) != "void")
        self.as_of = events.last_change(reader, event) or row.created_at

    @override
    def talks(self) -> tuple[int, int, int]:
        """Talks in person, distinct clients of all talks, calls."""
        rows = [row for row in briefing.talks_between(self.reader, 0, 2**62) if row[0] == self.event]
        return _counted(self.reader, rows)


class _OfPeriod(_Scope):
    """The days from one to another; the paper of the management review."""

    title = "高管摘要与管理评审"

    def __init__(self, caller: Caller, reader: Reader, first: str, last: str) -> None:
        super().__init__(caller, reader)
        self.first, self.last = read_day(first), read_day(last)
        if self.last < self.first:
            raise Misused("days_in_wrong_order", first=first, last=last)
        self.low, self.high = day_bounds(self.first, self.zone)[0], day_bounds(self.last, self.zone)[1]
        self.scope = f"{self.first.isoformat()} 至 {self.last.isoformat()} · 全部活动与热线"
        self.concerns = briefing.heard(reader, self.low, self.high)
        self.as_of = briefing.last_change(reader, self.high) or self.low

    @override
    def talks(self) -> tuple[int, int, int]:
        """Talks in person, distinct clients of all talks, calls."""
        return _counted(self.reader, briefing.talks_between(self.reader, self.low, self.high))

    @override
    def kept(self) -> tuple[int, int]:
        """Promises kept, of those that fell due in the period and until the data end."""
        until = min(self.last, day_of(self.as_of, self.zone)).isoformat()
        due = briefing.due_between(self.reader, self.first.isoformat(), until)
        return sum(one.kept_at is not None for one in due), len(due)

    @override
    def review(self) -> tuple[Measure, ...]:
        """Timeliness, callbacks, what came back, duties: the inputs of a management review, each with its base."""
        heard = self.concerns
        within = {"first": self.first.isoformat(), "last": self.last.isoformat()}
        # A period that still runs says nothing yet.
        until = min(self.last, day_of(self.as_of, self.zone)).isoformat()
        past = [one for one in duties.history(self.caller, self.reader, first=within["first"], last=until) if one.owed]
        done, owed = sum(min(one.done, one.owed) for one in past), sum(one.owed for one in past)
        coverage = duties.coverage(self.caller, self.reader, **within)
        again = briefing.reopened(self.reader)

        def measure(name: str, part: int, whole: int) -> Measure:
            return Measure(name, f"{part} / {whole}", Share(part, whole))

        return (
            measure("两小时内录入", sum(one.created_at - one.occurred_at <= 7_200_000 for one in heard), len(heard)),
            measure("已有答复", sum(bool(one.answer) for one in heard), len(heard)),
            measure("已回访", sum(one.verdict is not None for one in heard), len(heard)),
            measure("客户说解决了", sum(self.state.get(one.id) == "closed" for one in heard), len(heard)),
            measure("重新办理", sum(one.id in again for one in heard), len(heard)),
            measure("特殊关闭", sum(self.state.get(one.id, "").startswith("closed_") for one in heard), len(heard)),
            measure("高管履职", done, owed),
            measure("全员参与", coverage.took_part, coverage.due),
        )


def _counted(reader: Reader, rows: Sequence[tuple[str, str, str, str]]) -> tuple[int, int, int]:
    guests = {clients.root(reader, row[2]) for row in rows}
    return sum(row[3] != "call" for row in rows), len(guests), sum(row[3] == "call" for row in rows)


def _grade(one: Concern) -> int:
    return int(one.grade) if one.grade and one.grade.isdecimal() else 0


def _base(name: str, heard: Sequence[Concern]) -> Base:
    said = [one.satisfaction for one in heard if one.satisfaction]
    return Base(
        name,
        len(heard),
        Share(sum(one.type == "complaint" for one in heard), len(heard)),
        Share(said.count("A"), len(said)),
        Share(said.count("C"), len(said)),
    )
