"""Papers on their way to a printer: one job for each press, kept until the printer has done it, asked after meanwhile.

A job is on the disk before its printer hears of it. What is handed over carries a mark in its title: after a crash in
between the spooler is asked for that mark, so that nothing is printed twice and nothing is lost.
"""

from dataclasses import dataclass
from hashlib import sha256

from db import blobs, paper_jobs
from db.errors import Misused, Refused
from db.paper_jobs import PaperJob
from db.store import Reader, Store, Transaction
from desktop.services.papers import printing
from desktop.services.papers.print_rounds import CLAIM_MS, go_round, take_back
from desktop.services.papers.spooling import MOST_COPIES, SIDES, Offers, PrintOptions
from desktop.services.registry import FOLLOW_ROLES, Caller, question, verb

# Two presses that mean the same within this time are one: a double click, a key that bounced.
PRESS_MS = 3_000


@dataclass(frozen=True, slots=True)
class Paper:
    """What is to be printed: its kind, what it is called, the event it is of, and the PDF."""

    kind: str
    name: str
    event: str | None
    content: bytes
    pages: int


@dataclass(frozen=True, slots=True)
class Pressed:
    """The job of a press; one that is not new belongs to the press just before."""

    job: PaperJob
    is_new: bool


def press_of(*parts: object) -> str:
    """A name for everything that makes two presses mean the same."""
    return sha256(repr(parts).encode()).hexdigest()


def chosen_queue(reader: Reader, queue: str, options: PrintOptions, *, is_known: bool = False) -> str:
    """The printer that is meant, "" for the usual one. Asks the system, which may take seconds.

    A printer that is not there now is taken where `is_known` says, or a paper showed, that it was there once. Raises
    Refused `printer_missing`, `printer_unknown`, `print_option_missing`; Misused `print_copies`, `print_sides`.
    """
    if not 1 <= options.copies <= MOST_COPIES:
        raise Misused("print_copies", most=MOST_COPIES)
    if options.sides and options.sides not in SIDES:
        raise Misused("print_sides", choices=" ".join(SIDES))
    found = printing.queues()
    chosen = queue or found.usual or next(iter(found.names), "")
    if not chosen:
        raise Refused("printer_missing")
    if chosen not in found.names:
        if is_known or paper_jobs.has_used(reader, chosen):
            return chosen
        raise (
            Refused("printer_unknown", printer=chosen, choices=" ".join(found.names))
            if found.names
            else Refused("printer_missing")
        )
    offers = printing.system().offers(chosen)
    for value, offered in ((options.sides, offers.sides), (options.tray, offers.trays), (options.media, offers.media)):
        # One that says nothing of itself is trusted with what it is told.
        if value and offers != Offers() and value not in offered and not (value == "one" and not offered):
            raise Refused("print_option_missing", printer=chosen, value=value, choices=" ".join(offered) or "-")
    return chosen


@question("paper.same_press", roles=FOLLOW_ROLES)
def same_press(_caller: Caller, reader: Reader, *, press: str, now_ms: int) -> PaperJob | None:
    """The job of the press just before, where this one means the same."""
    return paper_jobs.same_press(reader, press, now_ms - PRESS_MS)


@verb("paper.enqueue", roles=FOLLOW_ROLES)
def enqueue(caller: Caller, tx: Transaction, *, paper: Paper, queue: str, options: PrintOptions, press: str) -> Pressed:
    """Keep a paper for a printer that `chosen_queue` named; `go_round` hands it over. Raises StoreTrouble."""
    before = same_press(caller, tx, press=press, now_ms=tx.now)
    if before is not None:
        return Pressed(before, is_new=False)
    kept = blobs.keep(tx.store.path, paper.content)
    try:
        job = PaperJob(
            tx.new_id(), tx.now, caller.staff, press, paper.kind, paper.name, paper.event, paper.pages, queue,
            options.copies, options.sides, options.tray, options.media, changed_at=tx.now, blob=kept.name, key=kept.key,
        )  # fmt: skip
        paper_jobs.add(tx, job)
    except BaseException:
        blobs.drop(tx.store.path, kept)
        raise
    tx.subject = queue
    return Pressed(job, is_new=True)


@question("paper.jobs", roles=FOLLOW_ROLES)
def jobs(_caller: Caller, reader: Reader) -> tuple[PaperJob, ...]:
    """What is on its way to a printer, and what was lately, on this device."""
    return paper_jobs.all_of(reader)


def cancel(caller: Caller, store: Store, *, job: str) -> PaperJob:
    """Take a job back, from the spooler too. Returns how it stands then; what is printed already stays printed.

    Raises Refused `print_done`, `print_busy`, `print_not_cancelled`; Misused `print_unknown`.
    """
    found = _at_hand(store, job, is_kept=False)
    if found.state in ("sent", "printing"):
        take_back(store, found)
    _note_cancelled(caller, store, job=found.id)
    return paper_jobs.get(store, found.id) or found


@verb("paper.cancel", roles=FOLLOW_ROLES)
def _note_cancelled(_caller: Caller, tx: Transaction, *, job: str) -> None:
    """Note that a person took a paper back from its printer."""
    paper_jobs.note(tx, job, tx.now, state="cancelled", trouble="", words="", claimed_at=None)
    tx.subject = job


def retry(caller: Caller, store: Store, *, job: str, queue: str = "") -> PaperJob:
    """Print a job anew, on another printer where `queue` says so; what that one does not offer is left to it.

    Returns how it stands after it was handed over, or waits. Raises as `cancel` and `chosen_queue`, Refused
    `print_gone` where the paper is kept no more.
    """
    found = _at_hand(store, job)
    target, options = found.queue, PrintOptions(found.copies, found.sides, found.tray, found.media)
    if queue and queue != found.queue:
        target = chosen_queue(store, queue, PrintOptions(found.copies))
        options = _fitting(options, printing.system().offers(target))
    if found.state in ("sent", "printing"):
        take_back(store, found)
    _note_again(caller, store, job=found.id, queue=target, options=options)
    go_round(store, only=found.id)
    return paper_jobs.get(store, found.id) or found


@verb("paper.retry", roles=FOLLOW_ROLES)
def _note_again(_caller: Caller, tx: Transaction, *, job: str, queue: str, options: PrintOptions) -> None:
    """Note that a person prints a paper anew."""
    paper_jobs.note(
        tx, job, tx.now, state="waiting", trouble="", words="", claimed_at=None, spooled="", queue=queue,
        made_at=tx.now, sides=options.sides, tray=options.tray, media=options.media,
    )  # fmt: skip
    tx.subject = queue


def _at_hand(store: Store, job: str, *, is_kept: bool = True) -> PaperJob:
    """A job that a person may still decide about, with its paper where `is_kept`. Raises Refused, Misused."""
    found = paper_jobs.get(store, job)
    if found is None:
        raise Misused("print_unknown", job=job)
    if found.state == "done":
        raise Refused("print_done", name=found.name)
    if is_kept and found.key is None:
        raise Refused("print_gone", name=found.name)
    if found.claimed_at is None:
        return found
    if store.clock() - found.claimed_at >= CLAIM_MS:
        # Nobody hands it over any more; whether its printer has it is found out first.
        go_round(store, only=job)
        found = paper_jobs.get(store, job) or found
    if found.claimed_at is not None:
        raise Refused("print_busy", printer=found.queue)
    return found


def _fitting(options: PrintOptions, offers: Offers) -> PrintOptions:
    """Of these options what a printer offers."""
    return PrintOptions(
        options.copies,
        options.sides if options.sides in offers.sides else "",
        options.tray if options.tray in offers.trays else "",
        options.media if options.media in offers.media else "",
    )
