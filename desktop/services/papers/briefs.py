"""One page before an event and one after it, for the telephone of whoever receives clients there."""

from abc import ABC, abstractmethod
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Protocol

from typing_extensions import override

from db import answers, briefing, clients, common, concerns, invitations, people, talks
from db.records import Client, Concern, Event, Promise, Staff, StandardAnswer
from db.spelling.names import split_surname
from db.store import Reader, Transaction
from desktop.paper.content import Report
from desktop.paper.dates import TO, clock, short_zh
from desktop.paper.kit import About
from desktop.paper.phone import Item, PhonePage, Section, phone_page, phone_picture
from desktop.rules.answers import USABLE, state_of
from desktop.rules.codes import label
from desktop.rules.masking import surname_only
from desktop.rules.promising import toward_client
from desktop.rules.times import local, read_day
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, Caller, verb
from desktop.services.zones import zone_of

# From this grade on a matter is hot.
HOT_GRADE = "3"
_WEEKDAYS = "一二三四五六日"
_MOST = 12


@verb("paper.before", roles=FOLLOW_ROLES)
def write_before(
    _caller: Caller, tx: Transaction, *, event: str, pdf: Path, png: Path | None = None, staff: str | None = None
) -> Report:
    """Print the page for the evening before: who comes, what is open, hot matters, agreed answers, what not to promise.

    With `staff` it is for that person, and begins with what they promised themselves.
    """
    return _print(tx, _Before(tx, event, staff), event, pdf, png, "接待前一页")


@verb("paper.after", roles=FOLLOW_ROLES)
def write_after(
    _caller: Caller, tx: Transaction, *, event: str, pdf: Path, png: Path | None = None, staff: str | None = None
) -> Report:
    """Print the page for the same evening: what was heard, in the clients' words, and what was promised."""
    return _print(tx, _After(tx, event, staff), event, pdf, png, "接待后一页")


class _Maker(Protocol):
    """Makes a paper at `pdf`."""

    def __call__(self, *, pdf: Path) -> Report:
        """Make it."""


def make_picture(maker: _Maker, png: Path) -> Report:
    """What `maker` makes, as a picture instead."""
    with TemporaryDirectory(prefix="qinting-") as folder:
        pdf = Path(folder) / "page.pdf"
        report = maker(pdf=pdf)
        phone_picture(pdf, png)
        return report


def _print(tx: Transaction, told: "_Told", event: str, pdf: Path, png: Path | None, title: str) -> Report:
    head = told.head
    about = About(f"{head.event} {title}", head.company, head.project, head.as_of, head.logo)
    report = phone_page(told.page(), about, pdf)
    if png is not None:
        phone_picture(pdf, png)
    tx.subject = event
    return report


@dataclass(frozen=True, slots=True)
class _Open:
    """A promise that is not kept, with what it was made for; `client` is the id that joined records share."""

    promise: Promise
    concern: Concern
    client: str


class _Told(ABC):
    """What both pages are told from."""

    def __init__(self, reader: Reader, event: str, staff: str | None) -> None:
        self.reader, self.event, self.staff = reader, event, staff
        self.head = event_head(reader, event)
        self.zone = zone_of(reader)
        self.names = people.names(reader)
        self.own = additions(reader)

    @abstractmethod
    def page(self) -> PhonePage:
        """The page."""

    def over(self, what: str) -> str:
        """The small line at the top."""
        person = self.reader.get(Staff, self.staff) if self.staff else None
        return " · ".join(filter(None, (self.head.company, what, f"给{person.name}" if person else "")))

    def lines(self) -> tuple[str, ...]:
        """When and where."""
        head = self.head
        weekday = _WEEKDAYS[head.starts.weekday()]
        when = f"{short_zh(head.starts)} 星期{weekday} {clock(head.starts)}{TO}"
        same = head.starts.date() == head.ends.date()
        when += clock(head.ends) if same else f"{short_zh(head.ends)} {clock(head.ends)}"
        return tuple(filter(None, (when, " · ".join(filter(None, (head.place, head.node))))))

    def foot(self) -> str:
        """What may be done with the page."""
        return f"内部资料，只给接待的同事看，请勿转发　数据截至 {self.head.as_of:%Y-%m-%d %H:%M}"

    def guest(self, client: str | None) -> str:
        """A client as a host speaks of them: surname and title with the room; never the whole name or a number."""
        person = self.reader.get(Client, clients.root(self.reader, client)) if client else None
        if person is None:
            return "未留姓名"
        surname, _ = split_surname(person.name)
        name = f"{surname}{person.title}" if surname and person.title else surname_only(person.name)
        return " ".join(filter(None, (name, clients.room_spoken(self.reader, person.id))))

    def word(self, list_name: str, code: str | None) -> str:
        """A code in words."""
        return label(list_name, code, "zh", self.own) if code else ""

    def promise_item(self, one: Promise, concern: Concern) -> Item:
        """What needs somebody's authority is only told as a written answer."""
        due = read_day(one.due)
        who = " · ".join(filter(None, (self.names.get(one.promised_by, ""), self.word("department", one.department))))
        text = toward_client(one.kind, one.text, due)
        return Item(text, self.guest(concern.client), (" · ".join(filter(None, (who, concern.number))),),
                    f"{short_zh(due)}前")  # fmt: skip


class _Before(_Told):
    """The page for the evening before."""

    @cached_property
    def day(self) -> date:
        """The first day of the event."""
        return self.head.starts.date()

    @cached_property
    def expected(self) -> dict[str, str]:
        """Root id of everybody expected -> their slot."""
        return {
            clients.root(self.reader, one.client): one.slot or "" for one in invitations.living(self.reader, self.event)
        }

    @cached_property
    def open(self) -> tuple[_Open, ...]:
        """Every promise that is not kept yet, by day."""
        found = []
        for one in concerns.all_promises(self.reader, only_open=True):
            concern = self.reader.get(Concern, one.concern)
            if concern is not None and not concern.deleted:
                found.append(_Open(one, concern, clients.root(self.reader, concern.client) if concern.client else ""))
        return tuple(found)

    @cached_property
    def hot(self) -> tuple[Concern, ...]:
        """Open concerns of a high grade or with a risk, and those that came back, the gravest first."""
        return briefing.hot(self.reader, HOT_GRADE)

    @override
    def page(self) -> PhonePage:
        """Who comes, what is open with them, what is hot, what may be said and what not."""
        coming = [one for one in self.open if one.client in self.expected]
        mine = [one for one in coming if self.staff and one.promise.promised_by == self.staff]
        rest = [one for one in coming if one not in mine]
        carried = [one for one in self.open if one.client not in self.expected]
        usable = self._answers()
        late = sum(read_day(one.promise.due) < self.day for one in coming)
        return PhonePage(
            over=self.over("接待前一页"),
            title=self.head.event,
            lines=self.lines(),
            figures=(
                ("户受邀", str(len(self.expected))), ("条承诺未兑现", str(len(coming))), ("到时已过期", str(late)),
            ),
            sections=(
                self._who(coming),
                self._promises("我答应过的", mine) if self.staff else Section(""),
                self._promises("来的客户，我们还欠着", rest, "来的客户没有未兑现的承诺"),
                self._carried(carried),
                self._hot(),
                self._sayable(usable),
                Section("不要承诺", "", _some([Item(one.never) for one in usable if one.never])),
            ),
            foot=self.foot(),
        )  # fmt: skip

    def _who(self, coming: Sequence[_Open]) -> Section:
        """Those with something open by name, the others as a number."""
        owed = Counter(one.client for one in coming)
        heard = Counter(clients.root(self.reader, one.client) for one in self.hot if one.client)
        named = [one for one in self.expected if owed[one] or heard[one]]
        named.sort(key=lambda one: (-heard[one], -owed[one], self.expected[one], one))
        items = [Item(self.guest(one), "", (self._why(owed[one], heard[one], self.expected[one]),)) for one in named]
        others = len(self.expected) - min(len(named), _MOST)
        more = f"另有 {others} 户" if items and others else f"{others} 户，都没有未了的事" if others else ""
        return Section("谁来", f"{len(self.expected)} 户受邀", tuple(items[:_MOST]), more or "名单还没有导入",
                       more if items else "")  # fmt: skip

    @staticmethod
    def _why(owed: int, hot: int, slot: str) -> str:
        parts = (slot, f"未兑现的承诺 {owed} 条" if owed else "", f"重点诉求 {hot} 件" if hot else "")
        return " · ".join(filter(None, parts))

    def _promises(self, title: str, found: Sequence[_Open], empty: str = "") -> Section:
        items = [self.promise_item(one.promise, one.concern) for one in found]
        more = f"另有 {len(items) - _MOST} 条" if len(items) > _MOST else ""
        return Section(title, f"{len(found)} 条" if found else "", tuple(items[:_MOST]), empty, more)

    def _carried(self, found: Sequence[_Open]) -> Section:
        """What earlier events left to be done, by department: this event's clients will ask about the same."""
        by_department: dict[str, list[_Open]] = {}
        for one in found:
            by_department.setdefault(self.word("department", one.promise.department) or "未定部门", []).append(one)
        items = []
        for name, owed in sorted(by_department.items(), key=lambda pair: (-len(pair[1]), pair[0])):
            first = owed[0].promise
            text = toward_client(first.kind, first.text, read_day(first.due))
            items.append(Item(text, f"{name} · {len(owed)} 条，最早一条", (), f"{short_zh(read_day(first.due))}前"))
        return Section("以前的活动带来的", f"{len(found)} 条" if found else "", tuple(items[:_MOST]))

    def _hot(self) -> Section:
        shared: dict[str, set[str]] = {}
        members = [one for one in common.members(self.reader) if one.is_in]
        told = common.told(self.reader, [one.concern for one in members])
        for one in members:
            if one.concern in told:
                row = told[one.concern]
                shared.setdefault(one.common_issue, set()).add(row[2] or one.concern)
        issues = sorted(common.confirmed(self.reader), key=lambda one: (-len(shared.get(one.id, ())), one.id))
        items = [
            Item(one.title, f"共性问题 · {len(shared[one.id])} 位客户", (self.word("department", one.department),))
            for one in issues[:5] if shared.get(one.id)
        ]  # fmt: skip
        items += [
            Item(one.words, " · ".join(filter(None, (self.word("grade", one.grade), self.guest(one.client)))),
                 (one.number,), is_quote=True)
            for one in self.hot[:5]
        ]  # fmt: skip
        more = f"另有重点诉求 {len(self.hot) - 5} 件" if len(self.hot) > 5 else ""
        return Section("热点", "共性问题与重点诉求", tuple(items), "", more)

    def _answers(self) -> tuple[StandardAnswer, ...]:
        """The agreed answers that may be used on the day, those of the event's node first."""
        event = self.reader.get(Event, self.event)
        node = event.node if event else ""
        found = [
            one for one in answers.all_answers(self.reader)
            if one.node in (None, "", node)
            and state_of(self.day, is_approved=one.approved_at is not None, valid_until=one.valid_until,
                         is_withdrawn=one.withdrawn_at is not None) in USABLE
        ]  # fmt: skip
        return tuple(sorted(found, key=lambda one: (one.node != node, one.id)))

    def _sayable(self, usable: Sequence[StandardAnswer]) -> Section:
        items = [Item(one.words, one.question, (), "") for one in usable]
        more = f"另有 {len(items) - _MOST} 条，现场按 F2 查" if len(items) > _MOST else ""
        return Section("统一口径", "当天有效", tuple(items[:_MOST]), "没有当天有效的口径：只说看到的和下一步", more)


class _After(_Told):
    """The page for the same evening."""

    @override
    def page(self) -> PhonePage:
        """What was heard, what was promised, what stood in the way."""
        heard = [one for one in concerns.of_event(self.reader, self.event) if self._is_mine(one.received_by)]
        held = [one for one in talks.of_event(self.reader, self.event) if self._is_mine(one.host)]
        promised = [(promise, one) for one in heard for promise in concerns.promises(self.reader, one.id)]
        asides = [one for one in talks.all_asides(self.reader) if one.event == self.event and not one.concern
                  and self._is_mine(one.heard_by)]  # fmt: skip
        promised.sort(key=lambda pair: (pair[0].due, pair[0].id))
        return PhonePage(
            over=self.over("接待后一页"),
            title=self.head.event,
            lines=self.lines(),
            figures=(
                ("位客户", str(len({one.client or one.id for one in held}))),
                ("件诉求", str(len(heard))), ("条承诺", str(len(promised))),
            ),
            sections=(
                Section("听到的", "原话，一字未改", tuple(map(self._said, heard)), "今天没有登记诉求"),
                Section("答应的", "", tuple(self.promise_item(*pair) for pair in promised), "今天没有作出承诺"),
                Section("随口提到", "", tuple(Item(one.words, self.guest(one.client), is_quote=True)
                                          for one in asides)),
                Section("没能当场解决，是规则挡住的", "", tuple(self._gap(one) for one in heard if one.rule_gap)),
            ),
            foot=self.foot(),
        )  # fmt: skip

    def _is_mine(self, person: str | None) -> bool:
        return self.staff is None or person == self.staff

    def _said(self, one: Concern) -> Item:
        answer = f"答：{one.answer}" if one.answer else "还没有答复"
        meaning = f"对客户意味着：{one.meaning}" if one.meaning else ""
        at = local(one.occurred_at, self.zone)
        who = "" if self.staff else self.names.get(one.received_by, "")
        above = " · ".join(filter(None, (self.guest(one.client), self.word("type", one.type), f"{at:%H:%M}", who)))
        return Item(one.words, above, tuple(filter(None, (answer, meaning, one.number))), is_quote=True)

    def _gap(self, one: Concern) -> Item:
        return Item(one.rule_gap_words or self.word("rule_gap", one.rule_gap),
                    f"{self.word('rule_gap', one.rule_gap)} · {one.number}")  # fmt: skip


def _some(items: list[Item]) -> tuple[Item, ...]:
    return tuple(items[:_MOST])


# By what the windows call them.
BRIEFS: Mapping[str, Callable[..., Report]] = MappingProxyType({"before": write_before, "after": write_after})
