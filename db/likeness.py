"""Vectors of what clients said: kept on this device only, made anew whenever words or model change."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

import msgspec

from db.driver import Row

if TYPE_CHECKING:
    from db.store import Reader, Transaction

# What an erasure leaves of words, and void concerns, are like nothing.
_COUNTS = "c.deleted = 0 AND trim(c.words) NOT IN ('', '—') AND coalesce(n.state, '') <> 'void'"


def missing(reader: "Reader", model: str, *, limit: int) -> list[tuple[str, str]]:
    """(concern, words) of those without a vector of this model, the newest first."""
    rows = reader.query(
        f"""
        SELECT c.id, c.words FROM concern c LEFT JOIN concern_now n ON n.concern = c.id
          LEFT JOIN likeness l ON l.concern = c.id
        WHERE {_COUNTS} AND (l.model IS NULL OR l.model <> :model) ORDER BY c.id DESC LIMIT :most
        """,  # noqa: S608 - our own words
        model=model,
        most=limit,
    )
    return [(row[0], row[1]) for row in rows]


def put(tx: "Transaction", model: str, rows: Iterable[tuple[str, bytes]]) -> None:
    """Keep the vectors of concerns: (concern, vector). One that was erased meanwhile gets none."""
    tx.connection.executemany(
        "INSERT INTO likeness(concern, model, vector)"  # noqa: S608 - our own words
        " SELECT c.id, :model, :vector FROM concern c LEFT JOIN concern_now n ON n.concern = c.id"
        f" WHERE c.id = :concern AND {_COUNTS}"
        " ON CONFLICT(concern) DO UPDATE SET model = excluded.model, vector = excluded.vector",
        [{"concern": concern, "model": model, "vector": vector} for concern, vector in rows],
    )


def forget_touched(tx: "Transaction") -> None:
    """Drop the vectors of concerns that this transaction wrote, merged or erased: their words may be others now."""
    if touched := tx.touched.get("concern"):
        tx.connection.execute(
            "DELETE FROM likeness WHERE concern IN (SELECT value FROM json_each(:ids))",
            {"ids": msgspec.json.encode(sorted(touched)).decode()},
        )


def said(reader: "Reader", model: str, *, event: str | None = None, limit: int) -> list[Row]:
    """(concern, words, UTC ms, vector or None) of every concern, of one event if given, the newest `limit`."""
    return reader.query(
        f"""
        SELECT c.id, c.words, c.occurred_at, l.vector
        FROM concern c LEFT JOIN concern_now n ON n.concern = c.id
          LEFT JOIN likeness l ON l.concern = c.id AND l.model = :model
        WHERE {_COUNTS} AND (:event IS NULL OR c.event = :event) ORDER BY c.occurred_at DESC, c.id DESC LIMIT :most
        """,  # noqa: S608 - our own words
        model=model,
        event=event,
        most=limit,
    )


def mark(reader: "Reader") -> tuple[int, int, int]:
    """Another value as soon as there are other words to compare."""
    row = reader.one(
        "SELECT (SELECT count(*) FROM concern_now WHERE state <> 'void'),"
        " (SELECT coalesce(max(rowid), 0) FROM concern), (SELECT count(*) FROM erased_row)"
    )
    return (row[0], row[1], row[2]) if row else (0, 0, 0)


def shown(reader: "Reader", concerns: Iterable[str]) -> dict[str, Row]:
    """Concern -> (number, words, state, verdict, answer, UTC ms, area, common matter or None)."""
    rows = reader.query(
        """
        SELECT c.id, c.number, c.words, coalesce(n.state, 'recorded'), c.verdict, c.answer, c.occurred_at, c.area,
          (SELECT i.title FROM common_member m JOIN common_issue i ON i.id = m.common_issue
           WHERE m.concern = c.id AND m.is_in = 1 AND m.deleted = 0 AND i.deleted = 0 AND i.ended_at IS NULL
             AND i.confirmed_at IS NOT NULL ORDER BY i.id LIMIT 1)
        FROM json_each(:ids) j CROSS JOIN concern c ON c.id = j.value LEFT JOIN concern_now n ON n.concern = c.id
        """,
        ids=msgspec.json.encode(list(concerns)).decode(),
    )
    return {row[0]: tuple(row[1:]) for row in rows}
