"""Letters that hand a concern to a department or to a firm: what it may know of the client, and until when."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Final

from db import briefing, clients, consents, people, reflections, trails
from db import concerns as kept
from db.errors import Misused, Refused
from db.records import Client, Concern, Promise, Staff, Unit
from db.store import Reader, Transaction
from desktop.paper.content import EventHead, Report
from desktop.paper.dates import iso, short_zh
from desktop.paper.dispatch import Letter, Promised, dispatch_letters
from desktop.rules.anonymity import without_people
from desktop.rules.codes import known_code, label
from desktop.rules.deadlines import due_text
from desktop.rules.promising import toward_client
from desktop.rules.states import STATES
from desktop.rules.times import day_of, local, read_day
from desktop.services.concerns import standing
from desktop.services.concerns.derived import in_order
from desktop.services.concerns.sheets import NAMED_IN_JOURNAL
from desktop.services.guests.clients import name_with_title
from desktop.services.papers.heads import event_head
from desktop.services.people.staff import additions
from desktop.services.project.house import form_setup
from desktop.services.registry import OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of

# Where a concern waits for the department that is to sign for it.
WAITING: Final = ("accepted", "reopened", "dispatched")
# The consent without which a firm or a department learns no name and no number.
_SHARE: Final = "share_contact"
# What a firm outside hears of the risks of a concern; the others are about us.
_RISKS_FOR_FIRMS: Final = frozenset({"safety"})


@verb("paper.dispatch", roles=OFFICE_ROLES | {"department_head"})
def write_letters(
    caller: Caller,
    tx: Transaction,
    *,
    pdf: Path,
    concerns: Sequence[str] = (),
    event: str | None = None,
    department: str | None = None,
) -> Report:
    """Print a letter for each of these concerns, or for all of an event that wait to be signed for; with `department`
    only for those that it has.

    A letter goes to the firm that is named as responsible, else to the department. Name and telephone of the client
    stand on it only while the client agrees to that.

    Raises Misused `dispatch_of_what` for neither, `code_unknown`, `id_unknown`; Refused `dispatch_ended` and
    `dispatch_to_nobody` for a concern named, `nothing_to_dispatch` where none waits; StoreTrouble `paper_not_written`.
    """
    if department:
        known_code("department", department, additions(tx))
    letters = _Letters(caller, tx)
    if concerns:
        wanted = tuple(letters.checked(tx.known(Concern, one, living=True)) for one in dict.fromkeys(concerns))
    elif event:
        wanted = letters.waiting(event, department)
    else:
        raise Misused("dispatch_of_what")
    if not wanted:
        raise Refused("nothing_to_dispatch")
    ids = [one.id for one in wanted]
    tx.subject = " ".join(ids) if len(ids) <= NAMED_IN_JOURNAL else f"{trails.MANY}{len(ids)}"
    has_seal = form_setup(tx).seal
    return dispatch_letters([letters.letter(one) for one in wanted], pdf, has_seal=has_seal)


class _Letters:
    """Everything that letters are written from."""

    def __init__(self, caller: Caller, tx: Transaction) -> None:
        self._caller, self._tx = caller, tx
        self._zone, self._own, self._names = zone_of(tx), additions(tx), people.names(tx)
        self._heads: dict[str, EventHead] = {}

    @cached_property
    def _states(self) -> Mapping[str, str]:
        return briefing.states(self._tx)

    @cached_property
    def _known(self) -> reflections.Known:
        return reflections.known(self._tx)

    @cached_property
    def _sender(self) -> Staff | None:
        return self._tx.get(Staff, self._caller.staff) if self._caller.staff else None

    def waiting(self, event: str, department: str | None) -> tuple[Concern, ...]:
        """What of an event waits to be signed for, by number."""
        self._head(event)
        return tuple(
            one
            for one in kept.of_event(self._tx, event)
            if self._states.get(one.id) in WAITING
            and (one.department or one.responsible_unit)
            and department in (None, one.department)
        )

    def checked(self, one: Concern) -> Concern:
        """The concern, if there is somebody to send it to and something to be done."""
        state = self._states.get(one.id, "")
        if state in STATES and STATES[state].ended:
            raise Refused("dispatch_ended", number=one.number, state=state)
        if not (one.department or one.responsible_unit):
            raise Refused("dispatch_to_nobody", number=one.number)
        return one

    def letter(self, one: Concern) -> Letter:
        """What stands on a concern's letter."""
        firm = one.responsible_unit or ""
        department = " ".join(filter(None, (self._word("department", one.department), self._handler(one))))
        contact = self._contact(one)
        words = {"": one.words} | {added.id: added.words for added in kept.additions(self._tx, one.id)}
        # A firm that may not know the client learns of nobody else either, whoever wrote the text.
        shown = self._hidden if firm and not contact else _as_it_is
        told = {key: shown(text) for key, text in words.items()}
        head = self._head(one.event)
        sender = self._sender
        return Letter(
            head=head,
            number=one.number,
            to=firm or department,
            words=told[""],
            is_firm=bool(firm),
            through=department if firm else "",
            sent=self._sent(one),
            grade=self._word("grade", one.grade),
            room=self._room(one),
            heard=f"{short_zh(local(one.occurred_at, self._zone).date())}反映",
            additions=tuple(
                (short_zh(local(added.at, self._zone).date()), told[added.id])
                for added in kept.additions(self._tx, one.id)
            ),
            facts=self._facts(one, shown),
            contact=contact,
            is_hidden=told != words,
            deadlines=self._deadlines(one),
            promises=tuple(self._promised(row, shown, is_firm=bool(firm)) for row in kept.promises(self._tx, one.id)),
            sender=sender.name if sender else "",
            telephone=" ".join(filter(None, (sender.extension if sender else "", head.service_line))),
        )

    def _head(self, event: str) -> EventHead:
        if event not in self._heads:
            self._heads[event] = event_head(self._tx, event)
        return self._heads[event]

    def _word(self, list_name: str, code: str | None) -> str:
        return label(list_name, code, "zh", self._own) if code else ""

    def _handler(self, one: Concern) -> str:
        return self._names.get(one.handler or "", "")

    def _sent_at(self, one: Concern) -> int | None:
        steps = [step for step in in_order(kept.steps(self._tx, one.id)) if step.state == "dispatched"]
        return steps[-1].at if steps else None

    def _sent(self, one: Concern) -> date | None:
        at = self._sent_at(one)
        return local(at, self._zone).date() if at is not None else None

    def _room(self, one: Concern) -> str:
        unit = self._tx.get(Unit, one.unit) if one.unit else None
        if unit:
            return unit.spoken
        return clients.room_spoken(self._tx, clients.root(self._tx, one.client)) if one.client else ""

    def _contact(self, one: Concern) -> str:
        """Name and telephone, while the client agrees that they are handed on; for this talk or for all."""
        person = self._tx.get(Client, clients.root(self._tx, one.client)) if one.client else None
        if person is None or person.deleted or not _is_shared(self._tx, person.id, one.reception):
            return ""
        return "　".join(filter(None, (name_with_title(person), person.phone or "")))

    def _hidden(self, text: str) -> str:
        return without_people(text, self._known.names, self._known.phones, self._known.rooms)

    def _facts(self, one: Concern, shown: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
        risks = [risk for risk in (one.risk or "").split() if not one.responsible_unit or risk in _RISKS_FOR_FIRMS]
        facing = f"{self._word('facing', one.facing)}侧" if one.facing else ""
        kinds = filter(None, (self._word("type", one.type), self._word("sub_area", one.sub_area)))
        place, felt, wish = (shown(text) if text else "" for text in (one.place, one.perceived, one.wish))
        facts = (
            ("类别", " · ".join(kinds)),
            ("部位", self._word("building_part", one.part)),
            ("位置", " ".join(filter(None, (place, facing)))),
            ("实测", one.measured or ""),
            ("允许", one.tolerance or ""),
            ("客户感受", felt),
            ("客户期望", wish),
            ("风险", "、".join(self._word("risk", risk) for risk in risks)),
        )
        return tuple((name, value) for name, value in facts if value)

    def _deadlines(self, one: Concern) -> tuple[tuple[str, str], ...]:
        # Sent out by a device whose clock is ahead, a letter is not due before the day on which it says it was sent.
        now_ms = max(self._tx.now, self._sent_at(one) or 0)
        now = standing.standing(self._caller, self._tx, concern=one.id, now_ms=now_ms)
        signing = next((clock.due for clock in now.clocks if clock.clock == "sign_for"), None) if now else None
        found = (
            ("签收", due_text(signing, self._zone) if signing is not None else ""),
            ("首次回复", one.due_first_reply or ""),
            ("办结", one.new_due or one.due_resolve or ""),
        )
        return tuple((name, until[:16].replace("T", " ")) for name, until in found if until)

    def _promised(self, row: Promise, shown: Callable[[str], str], *, is_firm: bool) -> Promised:
        """What needs somebody's authority stays inside: a firm reads of it only that an answer comes."""
        due = read_day(row.due)
        late = due < day_of(self._tx.now, self._zone)
        state = "已兑现" if row.kept_at is not None else "已过期" if late else "未到期"
        text = toward_client(row.kind, shown(row.text), due) if is_firm else row.text
        return Promised(text, self._names.get(row.promised_by, ""), iso(due), state)


def _as_it_is(text: str) -> str:
    return text


def _is_shared(reader: Reader, client: str, reception: str | None) -> bool:
    return any(
        one.kind == _SHARE and one.withdrawn_at is None and one.reception in (None, reception)
        for one in consents.of_client(reader, client)
    )
