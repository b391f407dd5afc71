"""What executives owe and did: cadences, posts, exemptions, talks and who is rostered."""

from typing import TYPE_CHECKING

from db.driver import Row
from db.duty_records import DutyExemption, DutyRule, StaffPost
from db.ids import named_id
from db.records import Concern, Promise

if TYPE_CHECKING:
    from db.store import Reader


def rule_id(level: str, from_day: str) -> str:
    """The id of the cadence of a level from a day on."""
    return named_id("duty_rule", level, from_day)


def rules(reader: "Reader") -> tuple[DutyRule, ...]:
    """The cadences the project set itself, by the day they begin."""
    return reader.records(DutyRule, "WHERE deleted = 0 ORDER BY from_day, id")


def exemptions(reader: "Reader", staff: str | None = None) -> tuple[DutyExemption, ...]:
    """Exemptions, granted or only asked for, by their first day; one person's only if named."""
    return reader.records(
        DutyExemption,
        "WHERE deleted = 0 AND (:staff IS NULL OR staff = :staff) ORDER BY first_day, id",
        staff=staff,
    )


def further_posts(reader: "Reader", staff: str | None = None) -> tuple[StaffPost, ...]:
    """Further and earlier posts by their first day; one person's only if named."""
    return reader.records(
        StaffPost, "WHERE deleted = 0 AND (:staff IS NULL OR staff = :staff) ORDER BY from_day, id", staff=staff
    )


def receptions(reader: "Reader", before: int, staff: str | None = None) -> list[Row]:
    """(id, host, event, UTC ms, host's level, host's post, client or id, ended at) of every talk begun before `before`
    that counts for its host: in person, and not in somebody else's stead."""
    sql = (
        "SELECT id, host, event, started_at, coalesce(host_level, ''), coalesce(host_post, ''), coalesce(client, id),"
        " ended_at FROM reception WHERE means <> 'call' AND campaign IS NULL AND delegate_for IS NULL"
        " AND started_at < :before AND deleted = 0"
    )
    if staff:
        return reader.query(f"{sql} AND host = :staff ORDER BY started_at, id", before=before, staff=staff)
    return reader.query(f"{sql} ORDER BY started_at, id", before=before)


def not_counted(reader: "Reader", before: int, staff: str | None = None) -> list[Row]:
    """(kind, person, UTC ms, id) of talks that count apart, begun before `before`: kind `call` for the host of a call,
    `delegated` for whom somebody stood in."""
    return reader.query(
        "SELECT CASE WHEN means = 'call' OR campaign IS NOT NULL THEN 'call' ELSE 'delegated' END AS kind,"
        " CASE WHEN means = 'call' OR campaign IS NOT NULL THEN host ELSE delegate_for END AS person, started_at, id"
        " FROM reception WHERE (means = 'call' OR campaign IS NOT NULL OR delegate_for IS NOT NULL)"
        " AND started_at < :before AND deleted = 0"
        " AND (:staff IS NULL OR host = :staff OR delegate_for = :staff) ORDER BY started_at, id",
        before=before,
        staff=staff,
    )


def event_spans(reader: "Reader") -> dict[str, tuple[str, int, int]]:
    """Event -> its title and when it starts and ends, UTC ms."""
    return {row[0]: (row[1], row[2], row[3]) for row in reader.query("SELECT id, title, starts_at, ends_at FROM event")}


def rostered(reader: "Reader", staff: str | None = None) -> list[Row]:
    """(person, event, part, place, taken off again, starts, ends, title, event's place, closed) of everybody who is or
    was on duty, by the event's start."""
    return reader.query(
        "SELECT s.staff, s.event, s.part, coalesce(s.place, ''), s.deleted OR e.deleted, e.starts_at, e.ends_at,"
        " e.title, coalesce(e.place, ''), e.closed_at IS NOT NULL FROM event_staff s JOIN event e ON e.id = s.event"
        " WHERE :staff IS NULL OR s.staff = :staff ORDER BY e.starts_at, e.id",
        staff=staff,
    )


def times_changed(reader: "Reader", row: str) -> int:
    """How often a row was edited; a calendar takes the entry with the higher number."""
    return reader.count("SELECT count(DISTINCT op) FROM edit WHERE row_id = :row", row=row)


def took_part(reader: "Reader", low: int, high: int) -> set[str]:
    """Who had a part in a talk or a call, at a desk or in writing down, from `low` on and before `high`, UTC ms.

    Only to listen is no part.
    """
    rows = reader.query(
        """
        SELECT host FROM reception WHERE started_at >= :low AND started_at < :high AND deleted = 0
        UNION SELECT recorder FROM reception WHERE started_at >= :low AND started_at < :high AND deleted = 0
        UNION SELECT p.value FROM reception r, json_each('["' || replace(trim(r.present), ' ', '","') || '"]') p
            WHERE r.started_at >= :low AND r.started_at < :high AND r.deleted = 0 AND coalesce(r.present, '') <> ''
                AND instr(' ' || coalesce(r.observers, '') || ' ', ' ' || p.value || ' ') = 0
        UNION SELECT received_by FROM concern WHERE occurred_at >= :low AND occurred_at < :high AND deleted = 0
        UNION SELECT s.staff FROM event_staff s JOIN event e ON e.id = s.event
            WHERE e.starts_at >= :low AND e.ends_at < :high AND s.deleted = 0 AND e.deleted = 0
                AND EXISTS (SELECT 1 FROM check_in k WHERE k.event = e.id AND k.undone = 0 AND k.deleted = 0)
                AND s.part IN ('companion', 'kiosk', 'coordinator', 'recorder')
        """,
        low=low,
        high=high,
    )
    return {row[0] for row in rows if row[0]}


def heard_by(reader: "Reader", staff: str, low: int, high: int) -> tuple[Concern, ...]:
    """What clients said to this person from `low` on and before `high`, UTC ms, by number."""
    return reader.records(
        Concern,
        "WHERE received_by = :staff AND occurred_at >= :low AND occurred_at < :high AND deleted = 0"
        " ORDER BY number, id",
        staff=staff,
        low=low,
        high=high,
    )


def promised_by(reader: "Reader", staff: str, first: str, last: str) -> tuple[Promise, ...]:
    """The promises of this person that fall due from one ISO day to another."""
    return reader.records(
        Promise,
        "WHERE promised_by = :staff AND due >= :first AND due <= :last AND deleted = 0 ORDER BY due, id",
        staff=staff,
        first=first,
        last=last,
    )
