"""Whether what was written at this door is known to have reached an office: not sent, but taken in and said so."""

from typing import TYPE_CHECKING

from db.exchange import outbox

if TYPE_CHECKING:
    from db.store import Reader

# How a package went out, beside the addresses of shared places.
FULL, DELTA = "full", "delta"

# The journal of an office travels with everything it sends; what it merged stands there under the package's digest.
_WAYS = """
    WITH taken AS (
        SELECT DISTINCT j.object FROM journal j JOIN device d ON d.id = j.writer
        WHERE d.role = 'office' AND j.verb = 'package.merge')
    SELECT s.way, max(CASE WHEN t.object IS NULL THEN 0 ELSE s.seq END), min(t.object IS NOT NULL), max(s.seq)
    FROM sent_package s LEFT JOIN taken t ON t.object = s.sha256 GROUP BY s.way
"""
_LAST_AT_DOOR = """
    SELECT max(seq) FROM journal WHERE writer = :own AND (verb LIKE 'check-in.%' OR verb LIKE 'hall.%')
"""


def is_delivered(reader: "Reader", own: str) -> bool:
    """Whether an office has taken in everything that this device (`own`) wrote at the door.

    An office itself has it. One whole package that it took, written after the last arrival, is enough; of deltas, and
    of the files of a shared place, it must have taken every one.
    """
    last = reader.count(_LAST_AT_DOOR, own=own)
    if last == 0 or reader.one("SELECT 1 FROM device WHERE id = :own AND role = 'office'", own=own):
        return True
    for way, seq_taken, are_all_taken, seq_sent in reader.query(_WAYS):
        if way == FULL:
            if seq_taken >= last:
                return True
        elif are_all_taken and seq_sent >= last and (way == DELTA or outbox.unsent(reader, way) == 0):
            return True
    return False
