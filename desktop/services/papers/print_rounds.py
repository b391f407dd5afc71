"""The rounds of the papers on their way to a printer: handed over, asked after, found again after a crash, let go."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from db import blobs, paper_jobs
from db.errors import Refused, StoreTrouble
from db.paper_jobs import PaperJob
from db.store import Store
from desktop.services.papers import printing
from desktop.services.papers.spooling import Fortune, PrintOptions

# Longer than any spooler is waited for: who has not said how it went by then does so no more.
# Windows is handed pages painted one by one, which takes minutes.
CLAIM_MS = 15 * 60_000 if os.name == "nt" else 60_000
# What could not be printed for a day is no longer printed by itself: nobody stands there for it.
_OVERDUE_MS = 24 * 3_600_000
_KEPT_MS = 7 * 24 * 3_600_000
# So much of a title reaches the panel of a printer.
_TITLE_LONG = 60
_GONE = frozenset({"printer_missing", "printer_unknown", "printer_stopped"})


def go_round(store: Store, *, only: str = "") -> None:
    """Hand over what waits, ask after what was handed over, and let go of what is printed; with `only` of one job.

    Takes as long as the spooler does. Raises StoreTrouble; what is then under way is found again by its mark.
    """
    for job in paper_jobs.on_their_way(store):
        if not only or job.id == only:
            _see_to(store, job)
    before = store.clock() - _KEPT_MS
    if paper_jobs.has_let_go(store, before):
        return
    with store.transaction(verb="paper.print", journal=False) as tx:
        done = paper_jobs.let_go(tx, before)
    for blob in done:
        blobs.drop(store.path, blob)


def _see_to(store: Store, job: PaperJob) -> None:
    now = store.clock()
    if job.state != "waiting":
        _ask_after(store, job)
    elif job.claimed_at is not None:
        if now - job.claimed_at >= CLAIM_MS:
            _find_again(store, job)
    elif now - job.made_at >= _OVERDUE_MS:
        note(store, job, state="failed", trouble="print_waited_long")
    else:
        _hand_over(store, job)


def _hand_over(store: Store, job: PaperJob) -> None:
    standing = printing.system().standing(job.queue)
    if standing.code:
        note(store, job, trouble=standing.code, words=standing.words)
        return
    with store.transaction(verb="paper.print", journal=False) as tx:
        if not paper_jobs.claim(tx, job.id, tx.now):
            return
    claimed = paper_jobs.get(store, job.id)
    if claimed is None:
        return
    options = PrintOptions(job.copies, job.sides, job.tray, job.media)
    try:
        with TemporaryDirectory(prefix="qinting-") as folder:
            pdf = Path(folder) / "paper.pdf"
            pdf.write_bytes(paper_jobs.content(store, store.path, claimed))
            spooled = printing.send(pdf, job.queue, title=_title(claimed), options=options)
    except Refused as refused:
        _not_taken(store, claimed, refused)
    except StoreTrouble as trouble:
        note(store, claimed, state="failed", trouble=trouble.code, claimed_at=None)
    else:
        # One that has no name at the spooler cannot be asked after.
        state = "sent" if spooled else "done"
        note(store, claimed, state=state, spooled=spooled, trouble="", words="", claimed_at=None)


def _not_taken(store: Store, job: PaperJob, refused: Refused) -> None:
    if refused.code == "printer_silent":
        # It may have it or not: the claim stays, and later its mark is looked for.
        note(store, job, trouble=refused.code)
        return
    words, is_gone = str(refused.facts.get("words", "")), refused.code in _GONE
    note(
        store, job, state="waiting" if is_gone else "failed", trouble=refused.code, words=words, claimed_at=None
    )  # fmt: skip


def _find_again(store: Store, job: PaperJob) -> None:
    """The program ended, or the spooler fell silent, while this one was handed over."""
    found = printing.system().find(job.queue, _mark(job))
    if found:
        note(store, job, state="sent", spooled=found, trouble="", words="", claimed_at=None)
    elif found == "":
        note(store, job, claimed_at=None)
        _hand_over(store, job)
    elif printing.queues().names:
        # It cannot say what it has. Rather a word to a person than the same paper twice.
        note(store, job, state="failed", trouble="print_unsure", claimed_at=None)


def _ask_after(store: Store, job: PaperJob) -> None:
    fortune = printing.system().fortune(job.spooled)
    if fortune is None:
        note(store, job, trouble="spooler_silent")
        return
    state, trouble, words = _state_of(fortune)
    if fortune.fate in ("waits", "stopped"):
        standing = printing.system().standing(job.queue)
        trouble, words = standing.code or trouble, standing.words or words
    note(store, job, state=state, trouble=trouble, words=words)


def _state_of(fortune: Fortune) -> tuple[str, str, str]:
    """The state, the code of the trouble and the printer's words."""
    return {
        "waits": ("sent", "", fortune.words),
        "prints": ("printing", "", fortune.words),
        "stopped": ("printing", "printer_stopped", fortune.words),
        "cancelled": ("cancelled", "print_cancelled_there", ""),
        "failed": ("failed", "print_failed", fortune.words),
    }.get(fortune.fate, ("done", "", ""))


def note(store: Store, job: PaperJob, **values: str | int | None) -> None:
    """Write down what changed; nothing is written for nothing."""
    changed = {name: value for name, value in values.items() if getattr(job, name) != value}
    if changed:
        with store.transaction(verb="paper.print", journal=False) as tx:
            paper_jobs.note(tx, job.id, tx.now, **changed)


def take_back(store: Store, job: PaperJob) -> None:
    """Take a job back from the spooler. Raises Refused `print_done`, `print_not_cancelled`."""
    system = printing.system()
    system.cancel(job.spooled)
    fortune = system.fortune(job.spooled)
    if fortune is None or fortune.fate in ("waits", "prints", "stopped"):
        raise Refused("print_not_cancelled", printer=job.queue)
    if fortune.fate == "done":
        note(store, job, state="done", trouble="", words="")
        raise Refused("print_done", name=job.name)


def _mark(job: PaperJob) -> str:
    """What tells this handing-over from every other at the spooler."""
    return f"#{job.id[-8:]}-{job.tries}"


def _title(job: PaperJob) -> str:
    return f"{job.name[:_TITLE_LONG]} {_mark(job)}".strip()
