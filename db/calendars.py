"""Working time and the limits of the clocks, as the project set them."""

from typing import TYPE_CHECKING, Any

from db.ids import NAMED_AT, named_id
from db.records import ClockRule, Record, WorkDay, WorkHours

if TYPE_CHECKING:
    from db.store import Reader, Transaction


def work_days(reader: "Reader") -> tuple[WorkDay, ...]:
    """Every day that is worked or free against the week's rule, by day; those of all departments first."""
    return reader.records(WorkDay, "WHERE deleted = 0 ORDER BY department IS NOT NULL, day, id")


def work_hours(reader: "Reader") -> tuple[WorkHours, ...]:
    """Who works when; what is said for all departments first."""
    return reader.records(WorkHours, "WHERE deleted = 0 ORDER BY department IS NOT NULL, department, id")


def clock_rules(reader: "Reader") -> tuple[ClockRule, ...]:
    """The limits that the project set otherwise."""
    return reader.records(ClockRule, "WHERE deleted = 0 ORDER BY clock, grade, id")


def event_times(reader: "Reader") -> list[tuple[int, int]]:
    """When events begin and end, UTC ms."""
    return [(row[0], row[1]) for row in reader.query("SELECT starts_at, ends_at FROM event WHERE deleted = 0")]


def put_day(tx: "Transaction", day: str, department: str | None, *, is_work: bool, name: str | None) -> bool:
    """Say of one day whether it is worked; returns whether that is new. Every device names the row alike."""
    return _put(
        tx,
        WorkDay(
            id=named_id("work_day", day, department or ""), created_at=NAMED_AT, created_by=None, day=day,
            is_work=int(is_work), department=department, name=name,
        ),
        {"is_work": int(is_work), "name": name},
    )  # fmt: skip


def put_hours(
    tx: "Transaction", department: str | None, *, weekdays: str, from_time: str, until_time: str, event_days: bool
) -> bool:
    """Say when a department works, or all for None; returns whether that is new."""
    said: dict[str, Any] = {
        "weekdays": weekdays, "from_time": from_time, "until_time": until_time, "event_days": int(event_days),
    }  # fmt: skip
    made = WorkHours(
        id=named_id("work_hours", department or ""), created_at=NAMED_AT, created_by=None, department=department, **said
    )
    return _put(tx, made, said)


def put_clock(tx: "Transaction", clock: str, grade: str | None, *, amount: int, unit: str) -> bool:
    """Set a limit; returns whether that is new."""
    made = ClockRule(
        id=named_id("clock_rule", clock, grade or ""), created_at=NAMED_AT, created_by=None, clock=clock, amount=amount,
        unit=unit, grade=grade,
    )  # fmt: skip
    return _put(tx, made, {"amount": amount, "unit": unit})


def drop(tx: "Transaction", row: Record) -> None:
    """Take a row back: what is shipped counts again."""
    tx.save(row.table, row.id, {"deleted": 1})


def _put(tx: "Transaction", made: WorkDay | WorkHours | ClockRule, said: dict[str, Any]) -> bool:
    if tx.count(f"SELECT count(*) FROM {made.table} WHERE id = :id", id=made.id):  # noqa: S608 - a table of ours
        return bool(tx.save(made.table, made.id, {**said, "deleted": 0}))
    tx.insert(made)
    return True
