"""Courses, who passed them and until when, and who may not take a part yet."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from db import people, trainings
from db.duty_records import Course, Training
from db.errors import Misused, Refused
from db.records import Staff
from db.store import Reader, Transaction
from desktop.roster.tables import as_text, open_tables
from desktop.rules import training as rules
from desktop.rules.times import day_of, read_day
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of

HEADINGS = {
    "姓名": "name", "name": "name", "课程": "course", "培训": "course", "course": "course", "日期": "day",
    "培训日期": "day", "day": "day", "date": "day", "结果": "result", "result": "result", "讲师": "trainer",
    "培训人": "trainer", "trainer": "trainer", "有效期至": "until", "有效期": "until", "valid until": "until",
}  # fmt: skip
_RESULT_WORDS = {
    "合格": rules.PASSED, "通过": rules.PASSED, "是": rules.PASSED, "passed": rules.PASSED, "": rules.PASSED,
    "不合格": rules.FAILED, "未通过": rules.FAILED, "否": rules.FAILED, "failed": rules.FAILED,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class CourseLine:
    """A course as listed; `people` passed it and are still covered on the day asked about."""

    course: str
    name: str
    needed_for: tuple[str, ...]
    valid_months: int | None
    people: int


@dataclass(frozen=True, slots=True)
class TrainingLine:
    """One time somebody took a course; days are ISO. `is_valid` on the day asked about."""

    training: str
    staff: str
    name: str
    course: str
    on_day: str
    result: str
    trainer: str
    valid_until: str
    is_valid: bool


@verb("course.add", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def add_course(
    caller: Caller, tx: Transaction, *, name: str, needed_for: Sequence[str] = (), valid_months: int | None = None
) -> str:
    """Add a course; `needed_for` are the parts nobody should take without it. Returns its id.

    Raises Misused `name_missing`, `code_unknown`, `months_out_of_range`; Refused `course_known`.
    """
    if not name.strip():
        raise Misused("name_missing")
    for part in needed_for:
        if part not in rules.PARTS:
            raise Misused("code_unknown", list="part", value=part, choices=" ".join(rules.PARTS))
    if valid_months is not None and not 1 <= valid_months <= 120:
        raise Misused("months_out_of_range", value=valid_months, most=120)
    if trainings.course_named(tx, name.strip()) is not None:
        raise Refused("course_known", name=name.strip())
    course = tx.insert(
        Course(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, name=name.strip(),
            needed_for=" ".join(dict.fromkeys(needed_for)) or None, valid_months=valid_months,
        )
    )  # fmt: skip
    tx.subject = course
    return course


@verb("course.end", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def end_course(_caller: Caller, tx: Transaction, *, course: str) -> None:
    """No longer ask for a course; who took it keeps that."""
    tx.known(Course, course)
    tx.save("course", course, {"ended_at": tx.now})
    tx.subject = course


@question("course.list", roles=FOLLOW_ROLES)
def courses(_caller: Caller, reader: Reader, *, on_day: str) -> tuple[CourseLine, ...]:
    """The courses that are given, by name."""
    held = trainings.taken(reader)
    staff = [one.id for one in people.all_staff(reader)]
    by_person = {person: tuple(one for one in held if one.staff == person) for person in staff}
    return tuple(
        CourseLine(
            one.id, one.name, rules.parts_of(one), one.valid_months,
            sum(rules.is_passed(by_person[person], one.id, on_day) for person in staff),
        )
        for one in trainings.courses(reader)
    )  # fmt: skip


@verb("training.add", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def add(
    caller: Caller,
    tx: Transaction,
    *,
    staff: str,
    course: str,
    on_day: str,
    result: str = rules.PASSED,
    trainer: str | None = None,
    valid_until: str | None = None,
) -> str:
    """Note that somebody took a course; without `valid_until` it counts as long as the course says. Returns the id.

    Raises Misused `id_unknown`, `code_unknown`, `day_unreadable`, `day_not_yet`, `days_in_wrong_order`;
    Refused `training_known` for what has been entered already.
    """
    given = tx.known(Course, course)
    tx.known(Staff, staff)
    if result not in rules.RESULTS:
        raise Misused("code_unknown", list="training_result", value=result, choices=" ".join(rules.RESULTS))
    day = read_day(on_day)
    if day > day_of(tx.now, zone_of(tx)):
        raise Misused("day_not_yet", value=day.isoformat())
    if trainings.is_known(tx, staff, course, day.isoformat()):
        raise Refused("training_known", day=day.isoformat())
    kept = tx.insert(
        Training(
            id=tx.new_id(), created_at=tx.now, created_by=caller.staff, staff=staff, course=course,
            on_day=day.isoformat(), result=result, trainer=(trainer or "").strip() or None,
            valid_until=_until(day, valid_until, given.valid_months), entered_by=caller.staff,
        )
    )  # fmt: skip
    tx.subject = staff
    return kept


def _until(day: date, said: str | None, months: int | None) -> str | None:
    if said:
        last = read_day(said)
        if last < day:
            raise Misused("days_in_wrong_order", first=day.isoformat(), last=last.isoformat())
        return last.isoformat()
    return rules.last_valid_day(day, months).isoformat() if months else None


@verb("training.drop", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def drop(_caller: Caller, tx: Transaction, *, training: str) -> None:
    """Take back a training that was entered by mistake; the history keeps it."""
    tx.known(Training, training)
    tx.save("training", training, {"deleted": 1})
    tx.subject = training


@dataclass(frozen=True, slots=True)
class Taken:
    """What a list of trainings brought: `added` ids, and how many rows were known already."""

    added: tuple[str, ...]
    known: int


@verb("training.import", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def import_file(caller: Caller, tx: Transaction, *, file: Path) -> Taken:
    """Add every row of an XLSX or CSV list (姓名 课程 日期, perhaps 结果 讲师 有效期至); all or nothing.

    A course that is not there yet is made. Raises Misused `training_headings`, `row_unknown_person`.
    """
    table = next(open_tables(file))
    heading, *rows = [[as_text(cell).strip() for cell in row] for row in table.rows()] or [[]]
    fields = [HEADINGS.get(cell.casefold(), "") for cell in heading]
    if not {"name", "course", "day"} <= set(fields):
        raise Misused("training_headings", file=file.name)
    added: list[str] = []
    known = 0
    for number, row in enumerate(rows, 2):
        said = {field: cell for field, cell in zip(fields, row, strict=False) if field and cell}
        if "name" not in said:
            continue
        one = _add_row(caller, tx, said, number)
        known += one is None
        added += [one] if one else []
    return Taken(tuple(added), known)


def _add_row(caller: Caller, tx: Transaction, said: dict[str, str], number: int) -> str | None:
    """The id of the training of one row; None for one that is known."""
    person = people.named(tx, said["name"])
    if person is None:
        raise Misused("row_unknown_person", row=number, value=said["name"])
    name, day = said.get("course", ""), said.get("day", "")[:10].replace("/", "-").replace(".", "-")
    known = trainings.course_named(tx, name)
    course = known.id if known else add_course(caller, tx, name=name)
    day = "-".join(part.zfill(2) for part in day.split("-"))
    if trainings.is_known(tx, person, course, read_day(day).isoformat()):
        return None
    word = said.get("result", "").casefold()
    return add(
        caller, tx, staff=person, course=course, on_day=day, result=_RESULT_WORDS.get(word, word),
        trainer=said.get("trainer"), valid_until=said["until"][:10].replace("/", "-") if "until" in said else None,
    )  # fmt: skip


@question("training.list", roles=FOLLOW_ROLES)
def everything(_caller: Caller, reader: Reader, *, on_day: str, staff: str | None = None) -> tuple[TrainingLine, ...]:
    """Who took what, the latest first; one person's only if named."""
    names = people.names(reader)
    called = {one.id: one.name for one in trainings.courses(reader, also_ended=True)}
    return tuple(
        TrainingLine(
            one.id, one.staff, names.get(one.staff, ""), called.get(one.course, ""), one.on_day, one.result,
            one.trainer or "", one.valid_until or "", rules.is_passed((one,), one.course, on_day),
        )
        for one in reversed(trainings.taken(reader, staff))
    )  # fmt: skip


@question("training.missing", roles=FOLLOW_ROLES)
def missing(_caller: Caller, reader: Reader, *, staff: str, part: str, on_day: str) -> tuple[str, ...]:
    """Names of the courses that `part` needs and that this person has not validly passed on `on_day` (ISO)."""
    return rules.missing(trainings.courses(reader), trainings.taken(reader, staff), part, on_day)
