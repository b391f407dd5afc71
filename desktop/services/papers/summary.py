"""The internal summary of an event: counted from its records, with every client's words in the annex."""

from collections import Counter
from datetime import datetime, timedelta
from pathlib import Path
from statistics import median

from db import check_ins, clients, concerns, doubles, events, history, packages, people, talks, written
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
    Note,
    Phrase,
    Report,
    SummaryPromise,
    Verdicts,
)
from desktop.rules.codes import codes, label
from desktop.rules.times import local, read_day
from desktop.services.common import listing as common
from desktop.services.concerns.derived import solved_on_site
from desktop.services.events import closing
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.promises import keeping
from desktop.services.registry import FOLLOW_ROLES, Caller, verb
from desktop.services.zones import zone_of

ENDED = ("closed", "closed_explained", "closed_unreached", "merged", "void")
QUARTER = timedelta(minutes=15)


@verb("paper.summary", roles=FOLLOW_ROLES)
def write_summary(caller: Caller, tx: Transaction, *, event: str, pdf: Path) -> Report:
    """Print the internal summary of an event; a draft while its closing list is neither empty nor given reasons."""
    from desktop.paper.summary import event_summary

    tx.subject = event
    return event_summary(_Counted(caller, tx, event).summary(), pdf)


class _Counted:
    """One event counted once; every figure of the paper comes from here."""

    def __init__(self, caller: Caller, reader: Reader, event: str) -> None:
        self.caller, self.reader, self.event = caller, reader, event
        self.zone = zone_of(reader)
        self.concerns = concerns.of_event(reader, event)
        self.talks = talks.of_event(reader, event)
        self.names = people.names(reader)
        self.state = {one.id: str((concerns.now(reader, one.id) or ("recorded",))[0]) for one in self.concerns}
        self.promises = {one.id: concerns.promises(reader, one.id) for one in self.concerns}
        self.solved = {one.id for one in self.concerns if solved_on_site(reader, one)}
        self.left = closing.lines(reader, event)

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
            notes=self._notes(),
            rule_gaps=self._rule_gaps(),
            kept=self._kept_before(),
            annex=tuple(self._annex(one) for one in self.concerns),
            is_draft=not closing.is_settled(self.left),
        )

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

    def _waits_min(self) -> list[float]:
        """Minutes from a client's first check-in to the start of their first talk."""
        waits: list[float] = []
        seen: set[str] = set()
        for talk in self.talks:
            if talk.client and talk.client not in seen:
                seen.add(talk.client)
                first = check_ins.first_admission(self.reader, self.event, talk.client, None)
                if first and talk.started_at >= first[0]:
                    waits.append((talk.started_at - first[0]) / 60_000)
        return sorted(waits)

    def _sentence(self) -> tuple[Phrase, ...]:
        invited, came, others = self._attendance()
        return (
            Phrase(f"{invited} 户受邀，"), Phrase(str(came), strong=True),
            Phrase(f" 户到访，另有 {others} 户未受邀到访，" if others else " 户到访，"),
            Phrase(f"{len(self._hosting())} 位接待人接待 "), Phrase(str(self._clients_heard()), strong=True),
            Phrase(" 位客户，记下诉求 "), Phrase(str(len(self.concerns)), strong=True),
            Phrase(" 件，当场解决 "), Phrase(str(len(self.solved)), strong=True),
            Phrase(" 件，作出承诺 "), Phrase(str(self._promise_count()), strong=True), Phrase(" 条。"),
        )  # fmt: skip

    def _figures(self) -> tuple[Figure, ...]:
        invited, came, _ = self._attendance()
        waits = self._waits_min()
        ninth = waits[min(len(waits) - 1, int(len(waits) * 0.9))] if waits else 0
        open_ = sum(state not in ENDED for state in self.state.values())
        return (
            Figure("到访率", _percent(came, invited), f"{came} / {invited} 户受邀"),
            Figure(
                "等候中位数",
                f"{round(median(waits))} 分" if waits else "—",
                f"九成在 {round(ninth)} 分内，n={len(waits)}" if waits else "没有接待记录",
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
        if not times:
            return ()
        counted = Counter(_quarter(moment) for moment in times)
        bars: list[Bar] = []
        at, last = min(counted), max(counted)
        while at <= last and len(bars) < 96:
            bars.append(Bar(f"{at.hour}:{at.minute:02d}", counted[at]))
            at += QUARTER
        return tuple(bars)

    def _areas(self) -> tuple[Bar, ...]:
        counted = concerns.areas(self.reader, self.event)
        bars = [Bar(label("area", code, "zh"), counted.pop(code, 0)) for code in codes("area")]
        unclassified = counted.pop("", 0)
        bars += [Bar(label("area", code, "zh"), count) for code, count in counted.items()]
        if unclassified:
            bars.append(Bar("未归类", unclassified))
        return tuple(sorted(bars, key=lambda bar: -bar.count)) if any(bar.count for bar in bars) else ()

    def _hosts(self) -> tuple[HostRow, ...]:
        return tuple(self._host(staff) for staff in self._hosting())

    def _host(self, staff_id: str) -> HostRow:
        staff = self.reader.get(Staff, staff_id)
        mine = [one for one in self.concerns if one.received_by == staff_id]
        said = Counter(one.satisfaction or "" for one in mine)
        return HostRow(
            name=staff.name if staff else "",
            post=(staff.post or label("level", staff.level, "zh")) if staff else "",
            clients=len({talk.client or talk.id for talk in self.talks if talk.host == staff_id}),
            concerns=len(mine),
            solved=sum(one.id in self.solved for one in mine),
            promises=sum(len(self.promises[one.id]) for one in mine),
            callback=Verdicts(said["A"], said["B"], said["C"], said[""]),
            on_site=Verdicts(unsaid=len(mine)),
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

    def _kept_before(self) -> tuple[int, int] | None:
        """How many promises of the event before this one were kept, of how many."""
        here = self.reader.get(Event, self.event)
        # Whether one is kept says nothing of today: any clock will do.
        shares = keeping.kept_share(self.caller, self.reader, now_ms=0).events
        before = [
            one
            for one in self.reader.records(Event, "WHERE deleted = 0 ORDER BY starts_at, id")
            if here and one.ends_at <= here.starts_at and one.id in shares
        ]
        return (shares[before[-1].id].kept, shares[before[-1].id].made) if before else None

    def _rule_gaps(self) -> tuple[str, ...]:
        """One sentence for each kind of rule that stood in the way, the most frequent first."""
        counted: dict[str, list[str]] = {}
        for reason, _solvable, _number, words in written.rule_gaps(self.reader, self.event):
            counted.setdefault(reason, []).append(words)
        ordered = sorted(counted.items(), key=lambda gap: (-len(gap[1]), gap[0]))
        return tuple(_gap(reason, words) for reason, words in ordered)

    def _notes(self) -> tuple[Note, ...]:
        shown = check_ins.outcomes(self.reader, self.event)
        outcomes = "，".join(f"{_outcome(code)} {count}" for code, count in shown.items())
        twice = doubles.let_in_twice(self.reader, self.event)
        conflicts = history.conflicts(self.reader)
        return (
            Note("扫码结果", outcomes or "没有"),
            Note("重复放行", f"{len(twice)} 位，见各签到台时间" if twice else "没有"),
            Note("数据核对", f"{len(conflicts)} 处两台设备不一致，待核对" if conflicts else "各设备数据一致"),
            Note("设备", f"{packages.writers(self.reader)} 台设备的记录已合并"),
            Note("收场清单", self._closing()),
        )

    def _closing(self) -> str:
        """What is still open, and in whose words it may stay so."""
        without = sum(one.reason is None for one in self.left)
        if without:
            return f"还有 {without} 项没有办完，也没有写明原因，因此这是初稿"
        counted = Counter(one.reason.text for one in self.left if one.reason)
        told = "；".join(f"{text}（{count} 项）" if count > 1 else text for text, count in counted.items())
        return f"{len(self.left)} 项写明了原因：{told}" if self.left else "全部办完"

    # -- the annex ---------------------------------------------------------------------------------------------------

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


def _outcome(code: str) -> str:
    return label("check_in_means" if code == "walk_in" else "outcome", code, "zh")


def _gap(reason: str, words: list[str]) -> str:
    told = "；".join(dict.fromkeys(one.strip().rstrip("。") for one in words if one.strip()))
    named = label("rule_gap", reason, "zh") if reason else "未归类"
    return f"{named}（{len(words)} 件）" + (f"：{told}。" if told else "。")


def _quarter(moment: datetime) -> datetime:
    return moment.replace(minute=moment.minute - moment.minute % 15, second=0, microsecond=0)


def _percent(part: int, whole: int) -> str:
    return f"{round(100 * part / whole)}%" if whole else "—"
