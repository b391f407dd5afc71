"""How far another device's clock is from this one's, as far as packages to and fro prove it.

A package cannot come before it was made, nor be merged there before it was sent from here: each way gives one bound of
the difference. Nothing is ever ordered by it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Reader, Transaction

# A clock that was set right must not be called wrong for ever: only the latest packages count.
LATEST = 5
# How far back a device's journal is looked through for packages of ours.
_STEPS_BACK = 5_000


@dataclass(frozen=True, slots=True)
class ClockBounds:
    """Their clock minus ours, in ms: it is `least` or more, and `most` or less; None where nothing says."""

    least: int | None
    most: int | None


def note_sent(tx: "Transaction", sha256: str, way: str, seq: int) -> None:
    """Remember when a package went out, by this device's clock; and which way (full, delta or an address).

    `seq` is the last number of this device's journal at that moment.
    """
    tx.connection.execute(
        "INSERT INTO sent_package(sha256, at, way, seq) VALUES (?, ?, ?, ?) ON CONFLICT(sha256) DO NOTHING",
        (sha256, tx.now, way, seq),
    )


def bounds(reader: "Reader", writer: str) -> ClockBounds:
    """What the latest packages of a device, and its merges of ours, say of its clock."""
    came = reader.query(
        "SELECT made_at - at, at FROM imported_package WHERE writer = :writer AND made_at IS NOT NULL"
        " ORDER BY rowid DESC LIMIT :latest",
        writer=writer,
        latest=LATEST,
    )
    went = reader.query(
        """
        SELECT j.at - s.at, s.at FROM journal j JOIN sent_package s ON s.sha256 = j.object
        WHERE j.writer = :writer AND j.verb = 'package.merge'
            AND j.seq > (SELECT max(seq) FROM journal WHERE writer = :writer) - :back
        ORDER BY j.seq DESC LIMIT :latest
        """,
        writer=writer,
        latest=LATEST,
        back=_STEPS_BACK,
    )
    least, most = max((row[0] for row in came), default=None), min((row[0] for row in went), default=None)
    if least is not None and most is not None and least > most:
        # It was set between two of them: what was heard last is nearest to how it goes now.
        is_newer = came[0][1] >= went[0][1]
        return ClockBounds(came[0][0], None) if is_newer else ClockBounds(None, went[0][0])
    return ClockBounds(least, most)
