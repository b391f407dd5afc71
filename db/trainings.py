"""Courses and who took them."""

from typing import TYPE_CHECKING

from db.duty_records import Course, Training

if TYPE_CHECKING:
    from db.store import Reader


def courses(reader: "Reader", *, also_ended: bool = False) -> tuple[Course, ...]:
    """The courses by name; those that are no longer given only if asked."""
    return reader.records(Course, f"WHERE deleted = 0 {'' if also_ended else 'AND ended_at IS NULL'} ORDER BY name, id")


def course_named(reader: "Reader", name: str) -> Course | None:
    """The course of this exact name that is still given, the first one made."""
    return reader.first(
        Course, "WHERE name = :name AND deleted = 0 AND ended_at IS NULL ORDER BY id LIMIT 1", name=name
    )


def taken(reader: "Reader", staff: str | None = None) -> tuple[Training, ...]:
    """Every training by day, or one person's only."""
    if staff is None:
        return reader.records(Training, "WHERE deleted = 0 ORDER BY on_day, id")
    return reader.records(Training, "WHERE staff = :staff AND deleted = 0 ORDER BY on_day, id", staff=staff)


def is_known(reader: "Reader", staff: str, course: str, on_day: str) -> bool:
    """Whether this training has been entered already."""
    sql = "SELECT 1 FROM training WHERE staff = :staff AND course = :course AND on_day = :on_day AND deleted = 0"
    return reader.one(sql, staff=staff, course=course, on_day=on_day) is not None
