"""The library of agreed answers, and how often each was used."""

from typing import TYPE_CHECKING, NamedTuple

from db.records import StandardAnswer

if TYPE_CHECKING:
    from db.store import Reader


class Used(NamedTuple):
    """A concern that was answered: with which agreed answer, if any; times in UTC ms."""

    answer: str | None
    heard_at: int
    answered_at: int


def all_answers(reader: "Reader") -> tuple[StandardAnswer, ...]:
    """Every answer, those withdrawn included, the oldest first."""
    return reader.records(StandardAnswer, "WHERE deleted = 0 ORDER BY id")


def replacement(reader: "Reader", answer: str) -> StandardAnswer | None:
    """The draft that is to replace this answer, if one waits."""
    return reader.first(
        StandardAnswer,
        "WHERE replaces = :answer AND approved_at IS NULL AND withdrawn_at IS NULL AND deleted = 0 ORDER BY id LIMIT 1",
        answer=answer,
    )


def times_used(reader: "Reader") -> dict[str, int]:
    """Answer -> how many concerns were answered with it."""
    return dict(
        reader.query(
            "SELECT standard_answer, count(*) FROM concern"
            " WHERE standard_answer IS NOT NULL AND deleted = 0 GROUP BY standard_answer"
        )
    )


def answered(reader: "Reader") -> tuple[Used, ...]:
    """Every concern that was answered on the spot, from when its talk began, else from when it was heard."""
    rows = reader.query(
        "SELECT c.standard_answer, coalesce(r.started_at, c.occurred_at), min(s.at) FROM concern_step s"
        " CROSS JOIN concern c ON c.id = s.concern LEFT JOIN reception r ON r.id = c.reception"
        " WHERE s.state = 'answered' AND s.deleted = 0 AND c.deleted = 0 GROUP BY c.id ORDER BY c.id"
    )
    return tuple(Used(*row) for row in rows)
