"""People let in at two desks that could not see each other: found after a merge, settled by a person, asked once.

What the person decided stands in the check-ins themselves (`twice`), so it travels and merges like every other cell.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from db.clients import root
from db.events import JOINED

if TYPE_CHECKING:
    from db.store import Reader

# One person came in twice and counts once; somebody else came with this code; the row is a mistake and was taken back.
SAME, OTHER, MISTAKE = "same", "other", "mistake"
ANSWERS = (SAME, OTHER, MISTAKE)

# Every admission of somebody who has more than one, or whose records were joined; who it is about before the joins.
_ADMISSIONS = f"""
    {JOINED}, admission(id, event, who) AS MATERIALIZED (
        SELECT k.id, k.event, coalesce(k.client, i.client) FROM check_in k
        LEFT JOIN invitation i ON k.client IS NULL AND i.code_hash = k.code_hash AND i.event = k.event
        WHERE k.deleted = 0 AND k.admitted = 1 AND (k.undone = 0 OR k.twice IS NOT NULL)
            AND k.outcome IN ('welcomed', 'unknown') AND (:event IS NULL OR k.event = :event)
    ), several(event, who) AS (
        SELECT event, who FROM admission WHERE who IS NOT NULL GROUP BY event, who HAVING count(*) > 1
    ), joint(id) AS MATERIALIZED (SELECT id FROM joined UNION SELECT root FROM joined)
    SELECT a.event, a.who, k.id, k.at, coalesce(k.desk, ''), k.device, k.created_by, k.means, k.twice, k.undone,
      CASE WHEN k.twice IS NOT NULL THEN
        (SELECT max(e.stamp) FROM edit e WHERE e.row_id = k.id AND e.col = 'twice' AND e.tbl = 'check_in') END
    FROM admission a JOIN check_in k ON k.id = a.id
    WHERE (a.event, a.who) IN several OR a.who IN joint ORDER BY k.at, k.id
"""  # noqa: S608 - fixed texts
_ROOTS = f"{JOINED} SELECT id, min(root) FROM joined GROUP BY id"  # noqa: S608 - fixed texts


@dataclass(frozen=True, slots=True)
class Admission:
    """One time that the person was let in: `at` by the desk's own clock (UTC ms), `by` the id of the staff if known.

    `twice` is what was decided about it (`same`, `other`, `mistake`) at `decided_at` (UTC ms), None while it is open.
    """

    check_in: str
    at: int
    desk: str
    device: str | None
    by: str | None
    means: str
    twice: str | None
    undone: int
    decided_at: int | None = None


@dataclass(frozen=True, slots=True)
class Double:
    """A person let in more than once at an event, the admissions in the order of their times."""

    event: str
    client: str
    admissions: tuple[Admission, ...]

    @property
    def key(self) -> str:
        """What names it on a screen: the person and the event."""
        return f"{self.event}/{self.client}"

    @property
    def standing(self) -> tuple[Admission, ...]:
        """Those that count for this one person."""
        return tuple(one for one in self.admissions if not one.undone and one.twice in (None, SAME))

    @property
    def is_open(self) -> bool:
        """Whether several of them still stand for this one person, and somebody has to say something about one."""
        return len(self.standing) > 1 and any(one.twice is None for one in self.standing)

    @property
    def settled_at(self) -> int:
        """When a person decided last, UTC ms; 0 for never."""
        return max((one.decided_at or 0 for one in self.admissions if one.twice), default=0)


def let_in_twice(reader: "Reader", event: str) -> tuple[Double, ...]:
    """Everybody who came in more than once at an event, whatever was decided, without mistakes taken back."""
    return tuple(one for one in _all(reader, event) if len(one.standing) > 1)


def open_doubles(reader: "Reader", event: str | None = None) -> tuple[Double, ...]:
    """Everybody let in more than once whom nobody has decided about, at one event or at all."""
    return tuple(one for one in _all(reader, event) if one.is_open)


def settled_doubles(reader: "Reader", event: str | None = None) -> tuple[Double, ...]:
    """Those that a person has decided about."""
    return tuple(one for one in _all(reader, event) if one.settled_at and not one.is_open)


def of_person(reader: "Reader", event: str, client: str) -> Double | None:
    """All admissions of one person at an event, as they stand now; None for somebody with only one."""
    return next((one for one in _all(reader, event) if one.client == client), None)


def person_of(reader: "Reader", check_in: str) -> tuple[str, str] | None:
    """(event, client) that a check-in is about, after all joins; None for one that is about nobody known."""
    row = reader.one(
        "SELECT k.event, coalesce(k.client, i.client) FROM check_in k LEFT JOIN invitation i"
        " ON k.client IS NULL AND i.code_hash = k.code_hash AND i.event = k.event WHERE k.id = :id",
        id=check_in,
    )
    return (row[0], root(reader, row[1])) if row and row[1] else None


def _all(reader: "Reader", event: str | None) -> tuple[Double, ...]:
    """Everybody with more than one admission, the latest event first."""
    roots: dict[str, str] = dict(reader.query(_ROOTS))
    found: dict[tuple[str, str], list[Admission]] = {}
    for row in reader.query(_ADMISSIONS, event=event):
        found.setdefault((row[0], roots.get(row[1], str(row[1]))), []).append(Admission(*row[2:]))
    doubles = (Double(place, who, tuple(several)) for (place, who), several in found.items() if len(several) > 1)
    return tuple(sorted(doubles, key=lambda one: one.event, reverse=True))
