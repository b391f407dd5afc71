"""What a project decides about duties: how often each level receives, who holds which posts, who is exempt."""

from datetime import date

from db import duty, people
from db.duty_records import DutyExemption, DutyRule, StaffPost
from db.errors import Misused, Refused
from db.ids import NAMED_AT
from db.records import Staff
from db.store import Reader, Transaction
from desktop.rules import duty as rules
from desktop.rules.codes import codes, known_code
from desktop.rules.times import day_of, read_day
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

# Who may agree to an exemption.
APPROVERS = frozenset({"supervisor", "office_head", "administrator"})
_MOST_RECEPTIONS = 31


@verb("duty.set-rule", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def set_rule(
    _caller: Caller, tx: Transaction, *, level: str, months: int, receptions: int = 1, first_month: int = 1,
    from_day: str | None = None,
) -> str:  # fmt: skip
    """Set how often a level receives: `receptions` in every `months` months counted from the month `first_month`.

    It begins with a period of its own, on `from_day`; without one as soon as it cuts no period of the old cadence.
    Returns its first day. Raises Misused `code_unknown`, `cadence_out_of_range`; Refused `cadence_cuts_period`.
    """
    known_code("level", level, additions(tx))
    if months not in rules.PERIODS or not 0 <= receptions <= _MOST_RECEPTIONS or not 1 <= first_month <= 12:
        raise Misused("cadence_out_of_range", choices=" ".join(map(str, rules.PERIODS)), most=_MOST_RECEPTIONS)
    today = day_of(tx.now, zone_of(tx))
    new, known = rules.Cadence(months, receptions, first_month), duty.rules(tx)
    wanted = read_day(from_day) if from_day else rules.period_of(level, today, known).first
    begins = rules.first_day_for(level, new, wanted, known)
    if from_day and not rules.begins_period(new, wanted):
        raise Refused("cadence_cuts_period", value=wanted.isoformat(), day=begins.isoformat())
    begins = wanted if from_day else begins
    row = duty.rule_id(level, begins.isoformat())
    cells: dict[str, str | int | None] = {"months": months, "receptions": receptions, "first_month": first_month}
    if tx.get(DutyRule, row) is None:
        tx.insert(
            DutyRule(
                id=row, created_at=NAMED_AT, level=level, from_day=begins.isoformat(), months=months,
                receptions=receptions, first_month=first_month,
            )
        )  # fmt: skip
    else:
        tx.save("duty_rule", row, {**cells, "deleted": 0})
    tx.subject = row
    return begins.isoformat()


@question("duty.rules", roles=FOLLOW_ROLES)
def cadences(_caller: Caller, reader: Reader, *, on_day: str) -> tuple[tuple[str, rules.Cadence], ...]:
    """(level, cadence) of every level on a day, in the order of the list of levels."""
    known, day = duty.rules(reader), read_day(on_day)
    return tuple((level, rules.cadence(level, day, known)) for level in codes("level", additions(reader)))


@verb("post.add", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def add_post(
    caller: Caller, tx: Transaction, *, staff: str, level: str, from_day: str, until_day: str | None = None,
    department: str | None = None, post: str | None = None,
) -> str:  # fmt: skip
    """Note a further post of a person, or an earlier one; each owes what its level owes. Returns its id.

    Raises Misused `id_unknown`, `code_unknown`, `day_unreadable`, `days_in_wrong_order`.
    """
    _person(tx, staff)
    known_code("level", level, additions(tx))
    if department:
        known_code("department", department, additions(tx))
    first, last = _span(from_day, until_day)
    made = tx.insert(
        StaffPost(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, staff=staff, level=level,
            from_day=first.isoformat(), until_day=last.isoformat() if last else None, department=department or None,
            post=(post or "").strip() or None,
        )
    )  # fmt: skip
    tx.subject = staff
    return made


@verb("post.end", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def end_post(_caller: Caller, tx: Transaction, *, post: str, until_day: str) -> None:
    """Say until which day a further post is held, that day included."""
    held = tx.known(StaffPost, post)
    _, last = _span(held.from_day, until_day)
    tx.save("staff_post", post, {"until_day": last.isoformat() if last else None})
    tx.subject = held.staff


@question("post.list", roles=FOLLOW_ROLES)
def posts(_caller: Caller, reader: Reader, *, staff: str | None = None) -> tuple[StaffPost, ...]:
    """Further and earlier posts by their first day."""
    return duty.further_posts(reader, staff)


@verb("duty.exempt", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def ask_exemption(
    caller: Caller, tx: Transaction, *, staff: str, first_day: str, last_day: str, reason: str,
    level: str | None = None,
) -> str:  # fmt: skip
    """Ask that a person owes nothing from one day to another, in one level's post or in all. Returns its id.

    It counts once another person has approved it. Raises Misused `words_missing`, `days_in_wrong_order`.
    """
    _person(tx, staff)
    if not reason.strip():
        raise Misused("words_missing")
    if level:
        known_code("level", level, additions(tx))
    first, last = _span(first_day, last_day)
    assert last is not None  # it was given
    made = tx.insert(
        DutyExemption(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, staff=staff, first_day=first.isoformat(),
            last_day=last.isoformat(), reason=reason.strip(), level=level or None,
        )
    )  # fmt: skip
    tx.subject = staff
    return made


@verb("duty.approve-exemption", roles=APPROVERS, devices=OFFICE_DEVICE)
def approve(_caller: Caller, tx: Transaction, *, exemption: str, by: str) -> None:
    """Agree to an exemption. Raises Refused `own_exemption`, `approved_already`, `role_missing`."""
    asked = tx.known(DutyExemption, exemption, living=True)
    _person(tx, by)
    if by in (asked.staff, asked.created_by):
        raise Refused("own_exemption")
    if APPROVERS.isdisjoint(people.roles_of(tx, by)):
        raise Refused("role_missing", role=" ".join(sorted(APPROVERS)))
    if asked.approved_by is not None:
        raise Refused("approved_already")
    tx.save("duty_exemption", exemption, {"approved_by": by, "approved_at": tx.now})
    tx.subject = asked.staff


@verb("duty.drop-exemption", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def drop_exemption(_caller: Caller, tx: Transaction, *, exemption: str) -> None:
    """Take an exemption back; from then on the person owes again."""
    asked = tx.known(DutyExemption, exemption)
    tx.save("duty_exemption", exemption, {"deleted": 1})
    tx.subject = asked.staff


@question("duty.exemptions", roles=FOLLOW_ROLES)
def exemptions(_caller: Caller, reader: Reader, *, staff: str | None = None) -> tuple[DutyExemption, ...]:
    """Exemptions, granted or asked for, by their first day."""
    return duty.exemptions(reader, staff)


def _person(tx: Transaction, staff: str) -> None:
    tx.known(Staff, staff)


def _span(first_day: str, last_day: str | None) -> tuple[date, date | None]:
    first, last = read_day(first_day), read_day(last_day) if last_day else None
    if last is not None and last < first:
        raise Misused("days_in_wrong_order", first=first.isoformat(), last=last.isoformat())
    return first, last
