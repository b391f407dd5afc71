"""What was written beside the clients' words, counted: firms named, rules that stood in the way, codes called other."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader

# A code of a list that says only that none of the others fits; a project's own may be called so too.
OTHER = "other"


def firms(reader: "Reader", *, limit: int) -> tuple[str, ...]:
    """Firms named as responsible, the most often named first."""
    rows = reader.query(
        "SELECT responsible_unit, count(*) FROM concern WHERE responsible_unit IS NOT NULL AND deleted = 0"
        " GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT :most",
        most=limit,
    )
    return tuple(row[0] for row in rows)


def rule_gaps(reader: "Reader", event: str | None) -> list[tuple[str, str, str, str]]:
    """(reason, solvable, number, what was said about the rule) of every concern with one; by reason and number."""
    rows = reader.query(
        "SELECT coalesce(rule_gap, ''), coalesce(solvable_on_site, ''), number, coalesce(rule_gap_words, '')"
        " FROM concern WHERE deleted = 0 AND (:event IS NULL OR event = :event)"
        " AND (rule_gap IS NOT NULL OR rule_gap_words IS NOT NULL) ORDER BY 1, 3",
        event=event,
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def solvable(reader: "Reader", event: str | None) -> dict[str, int]:
    """Answer, yes or no (or "" where nobody said) -> how many concerns."""
    rows = reader.query(
        "SELECT coalesce(solvable_on_site, ''), count(*) FROM concern"
        " WHERE deleted = 0 AND (:event IS NULL OR event = :event) GROUP BY 1",
        event=event,
    )
    return {row[0]: row[1] for row in rows}


def chosen(reader: "Reader", column: str, event: str | None) -> dict[str, int]:
    """Code -> how many concerns chose it in this column; those without any are left out.

    ValueError for a column that holds no code.
    """
    if column not in ("type", "area", "sub_area", "part", "facing", "rule_gap"):
        raise ValueError(column)
    rows = reader.query(
        f"SELECT {column}, count(*) FROM concern WHERE deleted = 0 AND {column} IS NOT NULL"  # noqa: S608 - named above
        " AND (:event IS NULL OR event = :event) GROUP BY 1",
        event=event,
    )
    return {row[0]: row[1] for row in rows}
