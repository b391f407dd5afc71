"""The places passed inside an event: who was where already, who has gone out, and how many came by."""

from typing import TYPE_CHECKING, NamedTuple

from db.events import JOINED, ROOT

if TYPE_CHECKING:
    from db.store import Reader

# What stands for somebody having been at a station; other outcomes only say what was shown.
PASSED = "('welcomed', 'back')"

# One person: the client who remains after joins, else the code.
_PERSON = f"coalesce({ROOT.format('coalesce(p.client, i.client)')}, p.code_hash, p.id)"

# A client's passages under all ids that were joined to one, or by the code alone where nobody knew whose it was.
OF_PERSON = """
    WITH RECURSIVE same(id) AS (
        SELECT :client UNION SELECT c.id FROM same JOIN client c ON c.merged_into = same.id
    ), passed(at, id, station, outcome, desk, undone, deleted) AS (
        SELECT at, id, station, outcome, desk, undone, deleted FROM passage
            WHERE event = :event AND client IN (SELECT id FROM same WHERE id IS NOT NULL)
        UNION ALL
        SELECT at, id, station, outcome, desk, undone, deleted FROM passage
            WHERE event = :event AND client IS NULL AND code_hash = :code_hash
    )
"""


class Passed(NamedTuple):
    """Somebody was at a station: `at` in UTC ms, at which desk."""

    at: int
    desk: str | None


class Tally(NamedTuple):
    """How many different people came by a station, and when the last did (UTC ms)."""

    station: str
    people: int
    latest: int


def first_at(reader: "Reader", event: str, station: str, client: str | None, code_hash: str | None) -> Passed | None:
    """When this person first passed the station; None where they have not."""
    row = reader.one(
        f"{OF_PERSON} SELECT at, desk FROM passed WHERE station = :station AND outcome IN {PASSED}"  # noqa: S608
        " AND undone = 0 AND deleted = 0 ORDER BY at, id LIMIT 1",
        event=event, station=station, client=client, code_hash=code_hash,
    )  # fmt: skip
    return Passed(*row) if row else None


def went_out_at(reader: "Reader", event: str, client: str | None, code_hash: str | None) -> int | None:
    """When this person went out by the exit and has not come back since (UTC ms); None where they are inside."""
    row = reader.one(
        f"{OF_PERSON} SELECT station, at FROM passed WHERE station IN ('entrance', 'exit') AND outcome IN {PASSED}"  # noqa: S608
        " AND undone = 0 AND deleted = 0 ORDER BY at DESC, id DESC LIMIT 1",
        event=event, client=client, code_hash=code_hash,
    )  # fmt: skip
    return int(row[1]) if row and row[0] == "exit" else None


def tallies(reader: "Reader", event: str) -> dict[str, Tally]:
    """Station -> who came by; stations that nobody passed are left out."""
    rows = reader.query(
        f"""
        {JOINED} SELECT p.station, count(DISTINCT {_PERSON}), max(p.at) FROM passage p
        LEFT JOIN invitation i ON p.client IS NULL AND i.code_hash = p.code_hash AND i.event = p.event
        WHERE p.event = :event AND p.undone = 0 AND p.deleted = 0 AND p.outcome IN {PASSED} GROUP BY p.station
        """,  # noqa: S608 - fixed texts
        event=event,
    )
    return {row[0]: Tally(*row) for row in rows}


def out_now(reader: "Reader", event: str) -> int:
    """How many people have gone out and not come back."""
    return reader.count(
        f"""
        {JOINED}, moved AS (
            SELECT {_PERSON} AS person, p.station, p.at, p.id FROM passage p
            LEFT JOIN invitation i ON p.client IS NULL AND i.code_hash = p.code_hash AND i.event = p.event
            WHERE p.event = :event AND p.undone = 0 AND p.deleted = 0 AND p.outcome IN {PASSED}
              AND p.station IN ('entrance', 'exit'))
        SELECT count(*) FROM (
            SELECT station, row_number() OVER (PARTITION BY person ORDER BY at DESC, id DESC) AS place FROM moved)
        WHERE place = 1 AND station = 'exit'
        """,  # noqa: S608 - fixed texts
        event=event,
    )
