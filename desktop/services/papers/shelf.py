"""Every paper of an event in one place: made for good, or only looked at."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from db import clients
from db import talks as receptions
from db.errors import Refused
from db.records import Client
from db.store import Reader, Store, Transaction
from desktop.paper.content import Report
from desktop.services.guests import invitations
from desktop.services.guests.clients import name_with_title
from desktop.services.papers import badges, briefs, common_paper, copies, digests, forms, interviews, printing, summary
from desktop.services.registry import FOLLOW_ROLES, Caller, question


@dataclass(frozen=True, slots=True)
class Wanted:
    """A paper of an event; `owner` names whose clients it is for, "" for everybody's; a copy is of one talk.

    `size` is the paper of badges, `has_room` puts the room on them, `again` prints also those printed before.
    """

    kind: str
    event: str
    owner: str = ""
    reception: str = ""
    size: str = "a6"
    has_room: bool = False
    again: bool = False


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


def _summary(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return summary.write_summary(caller, tx, event=wanted.event, pdf=pdf)


def _common(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return common_paper.write_common(caller, tx, event=wanted.event, pdf=pdf)


def _before(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return briefs.write_before(caller, tx, event=wanted.event, pdf=pdf)


def _after(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return briefs.write_after(caller, tx, event=wanted.event, pdf=pdf)


def _digest(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return digests.write_digest(caller, tx, event=wanted.event, pdf=pdf)


def _interview(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    """Before anybody was received it is the sheet to write on."""
    is_blank = not receptions.of_event(tx, wanted.event)
    return interviews.write_interviews(caller, tx, event=wanted.event, pdf=pdf, is_blank=is_blank)


def _copy(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    return copies.write_copy(caller, tx, reception=wanted.reception, pdf=pdf)


def _badges(caller: Caller, tx: Transaction, wanted: Wanted, pdf: Path) -> Report:
    try:
        return badges.write_badges(caller, tx, event=wanted.event, pdf=pdf, size=wanted.size, has_room=wanted.has_room)
    except Refused as refused:
        # Nobody yet is no trouble to somebody who only looks.
        if refused.code != "nobody_to_print":
            raise
        return Report(0, ())


_Maker = Callable[[Caller, Transaction, Wanted, Path], Report]
# Each kind with its verb in the journal.
_MAKERS: dict[str, tuple[str, _Maker]] = {
    "forms": ("paper.form", _forms),
    "heard": ("paper.form", _heard),
    "copy": ("paper.copy", _copy),
    "interview": ("paper.interview", _interview),
    "invitations": ("invitation.issue", _invitations),
    "badges": ("paper.badge", _badges),
    "summary": ("paper.summary", _summary),
    "common": ("paper.common", _common),
    "before": ("paper.before", _before),
    "after": ("paper.after", _after),
    "digest": ("paper.digest", _digest),
}
KINDS = tuple(_MAKERS)
# Sheets that are worn: of a size of their own, printed once each.
WORN = frozenset({"badges"})
# Read on a telephone: kept as a picture where the file's name says so.
FOR_PHONES = frozenset({"before", "after"})
# Papers of one talk.
BY_TALK = frozenset({"copy"})
# Papers that can be made for the clients of one of ours alone.
BY_OWNER = frozenset({"forms", "heard", "invitations"})


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


def print_out(caller: Caller, store: Store, *, wanted: Wanted, name: str, queue: str = "") -> tuple[str, Report]:
    """Make a paper and send it to a printer under `name`; returns the printer's name. Refusals as `print_file`'s.

    Without a printer nothing is made: an invitation that nobody can print is not handed out.
    """
    if wanted.kind in WORN:
        done = badges.print_badges(
            caller, store, event=wanted.event, queue=queue, size=wanted.size, has_room=wanted.has_room,
            again=wanted.again,
        )  # fmt: skip
        return done.printer, Report(done.sheets, done.missing)
    with TemporaryDirectory(prefix="qinting-") as folder, store.transaction(verb="paper.print", by=caller.staff) as tx:
        pdf = Path(folder) / f"{name}.pdf"
        report = _MAKERS[wanted.kind][1](caller, tx, wanted, pdf)
        return printing.print_file(caller, tx, file=pdf, queue=queue), report
