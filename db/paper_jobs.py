"""Papers on their way to a printer: local rows that never leave the device; the PDF lies beside the database.

A paper is kept, encrypted under the key in its row, until it is printed or nobody can want it any more.
"""

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING

from db import blobs
from db.blobs import Blob
from db.driver import Value

if TYPE_CHECKING:
    from pathlib import Path

    from db.store import Reader, Transaction

# Not at its end yet.
OPEN = ("waiting", "sent", "printing")


@dataclass(frozen=True, slots=True)
class PaperJob:
    """One press of the button. `state` is one of waiting, sent, printing, done, failed, cancelled.

    `press` is equal for two presses that mean the same; `trouble` is the code of what is in the way, with the
    printer's own `words`; `tries` counts how often it was handed over; `claimed_at` (UTC ms) says that somebody is
    handing it over, or was when the program ended; `spooled` is its name at the spooler; `key` is None once the PDF is
    gone.
    """

    id: str
    made_at: int
    made_by: str | None
    press: str
    kind: str
    name: str
    event: str | None
    pages: int
    queue: str
    copies: int
    sides: str
    tray: str
    media: str
    state: str = "waiting"
    trouble: str = ""
    words: str = ""
    tries: int = 0
    claimed_at: int | None = None
    spooled: str = ""
    changed_at: int = 0
    blob: str = ""
    key: str | None = None


_NAMES = tuple(field.name for field in fields(PaperJob))
_COLUMNS = ", ".join(_NAMES)


def _read(reader: "Reader", where: str, **values: Value) -> tuple[PaperJob, ...]:
    rows = reader.query(f"SELECT {_COLUMNS} FROM paper_job {where}", **values)  # noqa: S608 - own names
    return tuple(PaperJob(*row) for row in rows)


def add(tx: "Transaction", job: PaperJob) -> None:
    """Keep a new job."""
    values = {name: getattr(job, name) for name in _NAMES}
    marks = ", ".join(f":{name}" for name in _NAMES)
    tx.connection.execute(f"INSERT INTO paper_job({_COLUMNS}) VALUES ({marks})", values)  # noqa: S608 - own names


def get(reader: "Reader", job: str) -> PaperJob | None:
    """The job with this id, or None."""
    return next(iter(_read(reader, "WHERE id = :job", job=job)), None)


def all_of(reader: "Reader", most: int = 50) -> tuple[PaperJob, ...]:
    """Those on their way first, then the others, in each the latest first."""
    return _read(
        reader, "ORDER BY state IN ('waiting', 'sent', 'printing') DESC, made_at DESC, id DESC LIMIT :most", most=most
    )


def on_their_way(reader: "Reader") -> tuple[PaperJob, ...]:
    """Those not at their end, the first made first."""
    return _read(reader, "WHERE state IN ('waiting', 'sent', 'printing') ORDER BY made_at, id")


def same_press(reader: "Reader", press: str, since: int) -> PaperJob | None:
    """A job of the same press that was made since then (UTC ms) and goes on."""
    found = _read(
        reader, "WHERE press = :press AND made_at >= :since AND state NOT IN ('failed', 'cancelled')"
        " ORDER BY made_at DESC LIMIT 1", press=press, since=since,
    )  # fmt: skip
    return found[0] if found else None


def has_used(reader: "Reader", queue: str) -> bool:
    """Whether a printer of this name took a paper before."""
    return bool(reader.count("SELECT count(*) FROM paper_job WHERE queue = :queue AND tries > 0", queue=queue))


def claim(tx: "Transaction", job: str, now: int) -> bool:
    """Say that this one is being handed over; False where somebody else does it, or it waits no more."""
    done = tx.connection.execute(
        "UPDATE paper_job SET claimed_at = :now, tries = tries + 1"
        " WHERE id = :job AND state = 'waiting' AND claimed_at IS NULL",
        {"job": job, "now": now},
    )
    return bool(done.rowcount)


def note(tx: "Transaction", job: str, now: int, **values: Value) -> None:
    """Write down how a job stands; the names are columns."""
    sets = ", ".join(f"{name} = :{name}" for name in values)
    tx.connection.execute(
        f"UPDATE paper_job SET {sets}, changed_at = :now WHERE id = :job",  # noqa: S608 - own names
        {**values, "job": job, "now": now},
    )


def content(reader: "Reader", database: "Path", job: PaperJob) -> bytes:
    """The PDF. Raises StoreTrouble `blob_missing` or `blob_damaged`."""
    return blobs.read(database, Blob(job.blob, job.key or ""))


def has_let_go(reader: "Reader", before: int) -> bool:
    """Whether `let_go` has nothing to do."""
    return not reader.count(
        "SELECT count(*) FROM paper_job WHERE (key IS NOT NULL AND state = 'done')"
        " OR (made_at < :before AND (key IS NOT NULL OR state NOT IN ('waiting', 'sent', 'printing')))",
        before=before,
    )


def let_go(tx: "Transaction", before: int) -> tuple[Blob, ...]:
    """Forget the PDFs of what is printed, and of everything made before that moment; returns them, to be deleted.

    Of jobs that nobody looks at any more the row goes too.
    """
    rows = tx.query(
        "SELECT blob, key FROM paper_job WHERE key IS NOT NULL AND (state = 'done' OR made_at < :before)", before=before
    )
    named = {"before": before}
    for sql in (
        "UPDATE paper_job SET key = NULL WHERE key IS NOT NULL AND (state = 'done' OR made_at < :before)",
        "DELETE FROM paper_job WHERE made_at < :before AND state NOT IN ('waiting', 'sent', 'printing')",
    ):
        tx.connection.execute(sql, named)
    return tuple(Blob(*row) for row in rows)


def give_up(tx: "Transaction", trouble: str) -> int:
    """End everything that is on its way: a database that was put back must not print what was printed since.

    Returns how many they were; their PDFs stay for a week, to be printed on purpose.
    """
    done = tx.connection.execute(
        "UPDATE paper_job SET state = 'failed', trouble = :trouble, claimed_at = NULL"
        " WHERE state IN ('waiting', 'sent', 'printing')",
        {"trouble": trouble},
    )
    return int(done.rowcount)


def forget_everybody(tx: "Transaction") -> None:
    """Somebody is erased: nobody knows whom a kept paper names, so none can be opened any more, and no title stays."""
    tx.connection.execute(
        "UPDATE paper_job SET name = '', press = '', key = NULL,"
        " trouble = CASE WHEN state IN ('waiting', 'failed') THEN 'print_erased' ELSE trouble END,"
        " state = CASE state WHEN 'waiting' THEN 'cancelled' ELSE state END"
    )
