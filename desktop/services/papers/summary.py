"""The summary of an event, for the house or for owners: counted from its records.

The internal one has every client's words in its annex.
"""

from collections import Counter
from pathlib import Path

from db import by_node, check_ins, clients, concerns, events, people, talks
from db.errors import Misused
from db.records import Client, Concern, Event, Staff
from db.spelling.names import masked
from db.store import Reader, Transaction
from desktop.paper.content import (
    Addition,
    AnnexConcern,
    Bar,
    CommonIssue,
    EventSummary,
    Figure,
    HostRow,
    Phrase,
    Report,
    SummaryPromise,
    Verdicts,
)
from desktop.paper.summary_content import Edition, Pareto, ParetoBar
from desktop.rules import chart_kinds
from desktop.rules.charts import by_quarters
from desktop.rules.codes import codes, label
from desktop.rules.times import day_of, local, read_day
from desktop.services.common import listing as common
from desktop.services.concerns.derived import solved_on_site
from desktop.services.events import closing, findings
from desktop.services.forms import meaning
from desktop.services.papers import owners_summary, summary_before, summary_notes
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, Caller, verb
from desktop.services.training import training
from desktop.services.zones import zone_of

ENDED = ("closed", "closed_explained", "closed_unreached", "merged", "void")
_MOST_QUARTERS = 96


@verb("paper.summary", roles=FOLLOW_ROLES)
def write_summary(
    caller: Caller, tx: Transaction, *, event: str, pdf: Path | None = None, docx: Path | None = None,
    audience: Edition = "internal",
) -> Report:  # fmt: skip
    """Print the summary of an event, for the house or for owners, as a PDF, as a text document, or as both.

    It is a draft while the closing list is neither empty nor given reasons. Raises Misused `id_unknown`,
    `paper_no_file` where no file is named.
    """
    from desktop.paper.summary import event_summary
    from desktop.paper.summary_docx import summary_document

    if pdf is None and docx is None:
        raise Misused("paper_no_file")
    tx.subject = event
    content = counted(caller, tx, event, audience=audience)
    if audience == "owners":
        content = owners_summary.for_owners(tx, event, content)
    report = event_summary(content, pdf) if pdf is not None else Report(0, (), content.is_draft)
    if docx is not None:
        summary_document(content, docx)
    return report


def counted(caller: Caller, reader: Reader, event: str, *, audience: Edition = "internal") -> EventSummary:
    """Everything counted; the sentence for owners leaves out how many received them. Raises Misused `id_unknown`."""
    return _Counted(caller, reader, event, audience).summary()


class _Counted:
    """One event counted once; every figure of the paper comes from here."""

    def __init__(self, caller: Caller, reader: Reader, event: str, audience: Edition) -> None:
        self.caller, self.reader, self.event, self.audience = caller, reader, event, audience
        self.zone = zone_of(reader)
        self.concerns = findings.living(reader, event)
        self.void = len(concerns.of_event(reader, event)) - len(self.concerns)
        self.talks = talks.of_event(reader, event)
        self.names = people.names(reader)
        self.state = {one.id: str((concerns.now(reader, one.id) or ("recorded",))[0]) for one in self.concerns}
        self.promises = {one.id: concerns.promises(reader, one.id) for one in self.concerns}
        self.solved = {one.id for one in self.concerns if solved_on_site(reader, one)}
        self.on_site = meaning.verdicts(reader, event)
        self.left = closing.lines(reader, event)
        self.waits = chart_kinds.waiting(findings.waits_min(reader, event), findings.TARGET_MIN)

    def summary(self) -> EventSummary:
        """The whole content of the paper."""
        return EventSummary(
            head=event_head(self.reader, self.event),
            sentence=self._sentence(),
            figures=self._figures(),
            arrivals=self._arrivals(),
            areas=self._areas(),
            hosts=self._hosts(),
            common=self._common(),
            promises=self._promise_rows(),
            states=self._states(),
            notes=summary_notes.notes(self.reader, self.event, self.left, self.void),
            rule_gaps=summary_notes.rule_gaps(self.reader, self.event),
            kept=summary_before.kept(self.caller, self.reader, self.event),
            annex=tuple(self._annex(one) for one in self.concerns),
            is_draft=not closing.is_settled(self.left),
            waiting=self.waits,
            types=self._by("type"),
            departments=self._by("department"),
            nodes=self._nodes(),
            pareto=self._pareto(),
            carried=summary_before.carried(self.reader, self.event),
            trained=self._trained(),
        )

    def _by(self, name: str) -> tuple[Bar, ...]:
        own = additions(self.reader)
        named = [
            (label(name, code, "zh", own) if code else "未定", count)
            for code, count in findings.by(self.concerns, name)
        ]
        return tuple(Bar(*one) for one in named)

    def _nodes(self) -> tuple[Bar, ...]:
        """By the node to which a concern belongs; alone that of the event it says nothing new."""
        own = additions(self.reader)
        found = [
            (label("node", code, "zh", own) if code else "未定", count)
            for code, count, _ in by_node.heard(self.reader, self.event)
        ]
        return tuple(Bar(*one) for one in sorted(found, key=lambda one: -one[1])) if len(found) > 1 else ()

    def _pareto(self) -> Pareto | None:
        """What most clients share; one matter alone is no order."""
        lines = findings.matters(self.caller, self.reader, self.event, self.concerns)
        if sum(one.key != chart_kinds.OTHERS for one in lines) < 2:
            return None
        bars = tuple(ParetoBar(one.title or "其他诉求", one.clients, one.covered) for one in lines)
        return Pareto(bars, len(findings.everybody(self.reader, self.concerns)))

    def _common(self) -> tuple[CommonIssue, ...]:
        """What several clients of the event share, the most clients first, in the words said last."""
        own = additions(self.reader)
        found = [one for one in common.everything(self.caller, self.reader, event=self.event) if one.is_common]
        return tuple(
            CommonIssue(
                one.clients,
                one.title,
                one.members[0].words,
                f"{len(one.members)} 件诉求，{one.open} 件未了",
                " · ".join(
                    label(name, code, "zh", own)
                    for name, code in (("area", one.area), ("department", one.department))
                    if code
                ),
            )
            for one in found
        )

    # -- counting ----------------------------------------------------------------------------------------------------

    def _attendance(self) -> tuple[int, int, int]:
        """Invited, of those arrived, and arrived without being on the list."""
        came = events.invited_arrived_count(self.reader, self.event)
        everybody = events.arrived_count(self.reader, self.event)
        return events.invited_count(self.reader, self.event), came, everybody - came

    def _promise_count(self) -> int:
        return sum(len(found) for found in self.promises.values())

    def _clients_heard(self) -> int:
        return len({talk.client or talk.id for talk in self.talks})

    def _hosting(self) -> list[str]:
        return list(dict.fromkeys([t.host for t in self.talks] + [c.received_by for c in self.concerns]))

    def _sentence(self) -> tuple[Phrase, ...]:
        invited, came, others = self._attendance()
        return (
            Phrase(f"{invited} 户受邀，"), Phrase(str(came), strong=True),
            Phrase(f" 户到访，另有 {others} 户未受邀到访，" if others else " 户到访，"),
            *self._received(), Phrase("记下诉求 "), Phrase(str(len(self.concerns)), strong=True),
            Phrase(" 件，当场解决 "), Phrase(str(len(self.solved)), strong=True),
            Phrase(" 件，作出承诺 "), Phrase(str(self._promise_count()), strong=True), Phrase(" 条。"),
        )  # fmt: skip

    def _received(self) -> tuple[Phrase, ...]:
        if self.audience == "owners":
            return ()
        return (
            Phrase(f"{len(self._hosting())} 位接待人接待 "), Phrase(str(self._clients_heard()), strong=True),
            Phrase(" 位客户，"),
        )  # fmt: skip

    def _figures(self) -> tuple[Figure, ...]:
        invited, came, _ = self._attendance()
        waits = self.waits
        open_ = sum(state not in ENDED for state in self.state.values())
        return (
            Figure("到访率", _percent(came, invited), f"{came} / {invited} 户受邀"),
            Figure(
                "等候中位数",
                "—" if waits.median_min is None else f"{round(waits.median_min)} 分",
                f"九成在 {round(waits.p90_min or 0)} 分内，n={waits.count}" if waits.count else "没有接待记录",
            ),
            Figure(
                "当场解决",
                _percent(len(self.solved), len(self.concerns)),
                f"{len(self.solved)} / {len(self.concerns)} 件",
            ),
            Figure("承诺", str(self._promise_count()), "写明期限与责任人"),
            Figure("未闭环", str(open_), f"共 {len(self.concerns)} 件"),
        )

    def _arrivals(self) -> tuple[Bar, ...]:
        """First arrivals by quarter of an hour, the quarters between included."""
        times = [local(at, self.zone) for at in check_ins.first_arrivals(self.reader, self.event)]
        return tuple(Bar(f"{at.hour}:{at.minute:02d}", count) for at, count in by_quarters(times)[:_MOST_QUARTERS])

    def _areas(self) -> tuple[Bar, ...]:
        counted = Counter(one.area or "" for one in self.concerns)
        bars = [Bar(label("area", code, "zh"), counted.pop(code, 0)) for code in codes("area")]
        unclassified = counted.pop("", 0)
        bars += [Bar(label("area", code, "zh"), count) for code, count in counted.items()]
        if unclassified:
            bars.append(Bar("未归类", unclassified))
        return tuple(sorted(bars, key=lambda bar: -bar.count)) if any(bar.count for bar in bars) else ()

    def _hosts(self) -> tuple[HostRow, ...]:
        return tuple(self._host(staff) for staff in self._hosting())

    def _trained(self) -> str:
        """Whether everybody who received clients had the training on that day; "" where hosts need none."""
        day = day_of(self.reader.known(Event, self.event).starts_at, self.zone).isoformat()

        def lacks(person: str) -> bool:
            return bool(training.missing(self.caller, self.reader, staff=person, part="host", on_day=day))

        # Nobody has taken anything: what is missing then is what is asked for.
        if not lacks("") or not self._hosting():
            return ""
        without = [self.names.get(person, "") for person in self._hosting() if lacks(person)]
        return f"未受训：{'、'.join(without)}" if without else "均已受训"

    def _host(self, staff_id: str) -> HostRow:
        staff = self.reader.get(Staff, staff_id)
        mine = [one for one in self.concerns if one.received_by == staff_id]
        said = Counter(one.satisfaction or "" for one in mine)
        # The client's tick stands on the form, under whose number each of its concerns goes on.
        there = Counter(self.on_site.get(one.number.rpartition("-")[0], "") for one in mine)
        return HostRow(
            name=staff.name if staff else "",
            post=(staff.post or label("level", staff.level, "zh")) if staff else "",
            clients=len({talk.client or talk.id for talk in self.talks if talk.host == staff_id}),
            concerns=len(mine),
            solved=sum(one.id in self.solved for one in mine),
            promises=sum(len(self.promises[one.id]) for one in mine),
            callback=Verdicts(said["A"], said["B"], said["C"], said[""]),
            on_site=Verdicts(there["A"], there["B"], there["C"], there[""]),
        )

    def _promise_rows(self) -> tuple[SummaryPromise, ...]:
        rows = [
            SummaryPromise(
                number=one.number,
                text=promise.text,
                department=label("department", promise.department, "zh") if promise.department else "",
                contact=self.names.get(promise.promised_by, ""),
                due=read_day(promise.due),
                state="已兑现" if promise.kept_at is not None else "未兑现",
            )
            for one in self.concerns
            for promise in self.promises[one.id]
        ]
        return tuple(sorted(rows, key=lambda row: (str(row.due), row.number)))

    def _states(self) -> tuple[Bar, ...]:
        counted = Counter(self.state.values())
        return tuple(Bar(label("state", code, "zh"), counted[code]) for code in codes("state") if counted[code])

    def _annex(self, concern: Concern) -> AnnexConcern:
        client = self.reader.get(Client, clients.root(self.reader, concern.client)) if concern.client else None
        return AnnexConcern(
            number=concern.number,
            client=(masked(client.name) + (f" {client.title}" if client.title else "")) if client else "匿名",
            room=clients.room_spoken(self.reader, client.id) if client else "",
            received_by=self.names.get(concern.received_by, ""),
            type=label("type", concern.type, "zh"),
            area=label("area", concern.area, "zh") if concern.area else "未归类",
            words=concern.words,
            state=label("state", self.state[concern.id], "zh"),
            answer=concern.answer or "",
            additions=tuple(
                Addition(local(one.at, self.zone).date(), self.names.get(one.said_by, ""), one.words)
                for one in concerns.additions(self.reader, concern.id)
            ),
            promises=tuple((one.text, read_day(one.due)) for one in self.promises[concern.id]),
        )


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "—"
