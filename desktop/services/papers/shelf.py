"""Every paper of an event in one place: made for good, or only looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from db import clients
from db import talks as receptions
from db.errors import Refused
from db.paper_jobs import PaperJob
from db.records import Client
from db.store import Reader, Store, Transaction
from desktop.paper.content import Report
from desktop.services.guests import invitations
from desktop.services.guests.clients import name_with_title
from desktop.services.papers import (
    badges,
    briefs,
    common_paper,
    copies,
    departments,
    digests,
    dispatching,
    forms,
    interviews,
    notice,
    print_queue,
    summary,
    talk_records,
    walks,
)
from desktop.services.papers.spooling import PrintOptions
from desktop.services.registry import FOLLOW_ROLES, Caller, question


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper of an event; `owner` names whose clients it is for, "" for everybody's; a copy is of one talk.

    `size` is the paper of badges, `has_room` puts the room on them, `again` prints also those printed before;
    `department` is whose concerns it is about, "" for everybody's.
    """

    kind: str
    event: str
    owner: str = ""
    reception: str = ""
    size: str = "a6"
    has_room: bool = False
    again: bool = False
    department: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk that has ended: its id, its number and with whom it was."""

    reception: str
    number: str
    client: str


@dataclass(frozen=True, slots=True)
class Looked:
    """A paper as it would be printed now."""

    content: bytes
    report: Report


def _forms(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return forms.write_forms(caller, tx, event=wanted.event, pdf=pdf, owner=wanted.owner or None)


def _heard(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return forms.write_forms(caller, tx, event=wanted.event, pdf=pdf, only_heard=True, owner=wanted.owner or None)


def _invitations(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    done = invitations.issue(caller, tx, event=wanted.event, pdf=pdf, owner=wanted.owner or None)
    return Report(done.pages, done.missing)


def _cards(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    done = invitations.issue(caller, tx, event=wanted.event, pdf=pdf, owner=wanted.owner or None, is_card=True)
    return Report(done.pages, done.missing)


def _record(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return talk_records.write_record(caller, tx, reception=wanted.reception, pdf=pdf)


def _notice(caller: Caller, tx: Transaction, _wanted: Wanted, pdf: Path) -> Report:
    """The same for every event; it hangs at the desk of each."""
    return notice.write_notice(caller, tx, pdf=pdf)


def _summary(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    paper, document = _named(pdf)
    return summary.write_summary(caller, tx, event=wanted.event, pdf=paper, docx=document)


def _owners(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    paper, document = _named(pdf)
    return summary.write_summary(caller, tx, event=wanted.event, pdf=paper, docx=document, audience="owners")


def _named(target: Path) -> tuple[Path | None, Path | None]:
    """(PDF, text document), as the ending of the file's name asks for."""
    return (None, target) if target.suffix.casefold() == ".docx" else (target, None)


def _common(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return common_paper.write_common(caller, tx, event=wanted.event, pdf=pdf)


def _before(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return briefs.write_before(caller, tx, event=wanted.event, pdf=pdf)


def _after(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return briefs.write_after(caller, tx, event=wanted.event, pdf=pdf)


def _digest(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    paper, document = _named(pdf)
    return digests.write_digest(caller, tx, event=wanted.event, pdf=paper, docx=document)


def _interview(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    """Before anybody was received it is the sheet to write on."""
    is_blank = not receptions.of_event(tx, wanted.event)
    return interviews.write_interviews(caller, tx, event=wanted.event, pdf=pdf, is_blank=is_blank)


def _copy(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return copies.write_copy(caller, tx, reception=wanted.reception, pdf=pdf)


def _walks(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    try:
        return walks.write_walks(caller, tx, event=wanted.event, pdf=pdf, owner=wanted.owner or None)
    except Refused as refused:
        return _nobody(refused, "nobody_to_print")


def _letters(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    try:
        return dispatching.write_letters(caller, tx, pdf=pdf, event=wanted.event, department=wanted.department or None)
    except Refused as refused:
        return _nobody(refused, "nothing_to_dispatch")


def _nobody(refused: Refused, code: str) -> Report:
    """Nobody yet is no trouble to somebody who only looks."""
    if refused.code != code:
        raise refused
    return Report(0, ())


def _departments(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return departments.write_departments(caller, tx, event=wanted.event, pdf=pdf, department=wanted.department or None)


def _badges(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    try:
        return badges.write_badges(caller, tx, event=wanted.event, pdf=pdf, size=wanted.size, has_room=wanted.has_room)
    except Refused as refused:
        return _nobody(refused, "nobody_to_print")


_Maker = Callable[[Caller, Transaction, Wanted, Path], Report]
# Each kind with its verb in the journal; those of every event first, a low window shows nine.
_MAKERS: dict[str, tuple[str, _Maker]] = {
    "forms": ("paper.form", _forms),
    "heard": ("paper.form", _heard),
    "copy": ("paper.copy", _copy),
    "invitations": ("invitation.issue", _invitations),
    "badges": ("paper.badge", _badges),
    "walk": ("paper.walk", _walks),
    "dispatch": ("paper.dispatch", _letters),
    "department": ("paper.department", _departments),
    "summary": ("paper.summary", _summary),
    "owners": ("paper.summary", _owners),
    "digest": ("paper.digest", _digest),
    "common": ("paper.common", _common),
    "record": ("paper.record", _record),
    "interview": ("paper.interview", _interview),
    "cards": ("invitation.issue", _cards),
    "before": ("paper.before", _before),
    "after": ("paper.after", _after),
    "notice": ("paper.notice", _notice),
}
KINDS = tuple(_MAKERS)
# Sheets that are worn: of a size of their own, printed once each.
WORN = frozenset({"badges"})
# Handed to others with what they may know of a client: the journal says for whom, on paper as in a file.
HANDED_ON = frozenset({"dispatch"})
# Read on a telephone: kept as a picture where the file's name says so.
FOR_PHONES = frozenset({"before", "after"})
# Can be gone on with in a text program: kept as a document where the file's name says so.
FOR_EDITING = frozenset({"summary", "owners", "digest"})
# Papers of one talk.
BY_TALK = frozenset({"copy", "record"})
# Papers that can be made for the clients of one of ours alone.
BY_OWNER = frozenset({"forms", "heard", "invitations", "cards", "walk"})
# Papers that can be made for the concerns of one department alone.
BY_DEPARTMENT = frozenset({"dispatch", "department"})


@question("paper.owners", roles=FOLLOW_ROLES)
def owners(_caller: Caller, reader: Reader, *, event: str) -> tuple[str, ...]:
    """The names of those of ours who look after clients on the event's list, in the order of their names."""
    return clients.owner_names(reader, event)


@question("paper.talks", roles=FOLLOW_ROLES)
def talks(_caller: Caller, reader: Reader, *, event: str) -> tuple[Talk, ...]:
    """The talks of an event that have ended, the latest first."""
    ended = [talk for talk in receptions.of_event(reader, event) if talk.ended_at is not None]
    return tuple(Talk(one.id, one.number, _with(reader, one.client)) for one in reversed(ended))


def _with(reader: Reader, client: str | None) -> str:
    return name_with_title(reader.get(Client, clients.root(reader, client))) if client else ""


def make(caller: Caller, store: Store, *, wanted: Wanted, pdf: Path) -> Report:
    """Make a paper; what belongs to making it, such as that the invitations are handed out, is kept.

    What is read on a telephone becomes a picture where the file's name ends with .png.
    """
    verb, maker = _MAKERS[wanted.kind]
    if wanted.kind in FOR_PHONES and pdf.suffix.casefold() == ".png":
        return briefs.make_picture(partial(make, caller, store, wanted=wanted), pdf)
    with store.transaction(verb=verb, by=caller.staff) as tx:
        return maker(caller, tx, wanted, pdf)


def look(caller: Caller, store: Store, *, wanted: Wanted) -> Looked:
    """The same paper without keeping anything: nothing is numbered, handed out or noted by looking."""
    with TemporaryDirectory(prefix="qinting-") as folder:
        verb, maker = _MAKERS[wanted.kind]
        pdf = Path(folder) / "paper.pdf"
        with store.transaction(verb=verb, by=caller.staff, keep=False) as tx:
            report = maker(caller, tx, wanted, pdf)
        return Looked(pdf.read_bytes() if pdf.exists() else b"", report)


@dataclass(frozen=True, slots=True)
class Sent:
    """What a press of the button did: the printer, the pages, and the job; worn papers are handed over at once.

    A press that is not new means the same as the one just before; its job is that one's.
    """

    printer: str
    report: Report
    job: PaperJob | None = None
    is_new: bool = True


def print_out(
    caller: Caller, store: Store, *, wanted: Wanted, name: str, queue: str = "", options: PrintOptions | None = None,
    is_known: bool = False,
) -> Sent:  # fmt: skip
    """Make a paper and keep it for a printer under `name`; `print_queue.go_round` hands it over.

    Refusals as `print_queue.chosen_queue`'s; then nothing is made: an invitation that nobody can print is not handed
    out. A printer that is only gone for now keeps its paper waiting. What is worn is printed at once or not at all.
    """
    if wanted.kind in WORN:
        done = badges.print_badges(
            caller, store, event=wanted.event, queue=queue, size=wanted.size, has_room=wanted.has_room,
            again=wanted.again,
        )  # fmt: skip
        return Sent(done.printer, Report(done.sheets, done.missing))
    chosen = options or PrintOptions()
    printer = print_queue.chosen_queue(store, queue, chosen, is_known=is_known)
    press = print_queue.press_of(wanted, printer, chosen)
    with TemporaryDirectory(prefix="qinting-") as folder, store.transaction(verb="paper.print", by=caller.staff) as tx:
        before = print_queue.same_press(caller, tx, press=press, now_ms=tx.now)
        if before is not None:
            return Sent(before.queue, Report(before.pages, ()), before, is_new=False)
        pdf = Path(folder) / "paper.pdf"
        verb, maker = _MAKERS[wanted.kind]
        report = maker(caller, tx, wanted, pdf)
        handed = tx.subject
        paper = print_queue.Paper(wanted.kind, name, wanted.event, pdf.read_bytes(), report.pages)
        kept = print_queue.enqueue(caller, tx, paper=paper, queue=printer, options=chosen, press=press)
        if wanted.kind in HANDED_ON:
            tx.verb, tx.subject = verb, handed
        return Sent(printer, report, kept.job, kept.is_new)
