"""The host's questions and deeds, asked of the verbs. It lives in the job worker and alone holds the store."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from db.ids import new_id
from db.records import Event, Reception, Staff
from db.store import Store
from desktop.host.guests import Guest, guests_of
from desktop.host.state import Codes, EventNow, Hall, Person, Talk, adding, all_drafts, usual_recorder
from desktop.rules.codes import entries
from desktop.rules.guides import ticked
from desktop.services.answers import finding
from desktop.services.answers.finding import Agreed, Library
from desktop.services.campaigns import mine as calls
from desktop.services.concerns import recording, writing
from desktop.services.duty import calendars
from desktop.services.duty import mine as duties
from desktop.services.events import events
from desktop.services.exchange import kit_taking
from desktop.services.exchange.kit_taking import Taken
from desktop.services.guests import clients, consents
from desktop.services.guests.clients import Found
from desktop.services.guides import answers
from desktop.services.hall import calling, directing, overview
from desktop.services.hall import hosts as seats
from desktop.services.hall.lines import Line
from desktop.services.opening import caller_as, open_database
from desktop.services.papers import briefs, copies, printing
from desktop.services.people import staff as people
from desktop.services.promises import keeping, mine, promises
from desktop.services.promises.keeping import KeptShare
from desktop.services.receptions import drafts, hall, photos, talks
from desktop.services.receptions.drafts import Draft, Ended
from desktop.services.registry import Caller
from desktop.services.zones import zone_of

_FOUND_MOST = 8
# Only they decide that a concern was answered.
_RECEIVING_ROLES = frozenset({"host", "recorder"})


@dataclass(frozen=True, slots=True)
class Copy:
    """The client's copy as a PDF, and whether there is a printer for it."""

    pdf: bytes
    has_printer: bool


class Desk:
    """One open database and the person who works at it.

    `staff` is who is signed in; with None it is whoever `receive_as` names. Every method may raise Trouble.
    """

    def __init__(
        self,
        data_file: Path,
        passphrase: str | None,
        *,
        staff: str | None,
        event: str | None,
        clock: Callable[[], int],
    ) -> None:
        self._store: Store = open_database(data_file, passphrase)
        try:
            self._store.clock = clock
            self._clock = clock
            self._caller: Caller = caller_as(self._store, staff)
            self._event = event
            self._library = Library()
            self._host = self._caller.staff if "host" in self._caller.roles else None
        except BaseException:
            self._store.close()
            raise

    def _tasks(self, host: str) -> tuple[mine.Mine, ...]:
        """What this host promised, and the concerns whose next step is theirs."""
        steps = mine.to_do(self._caller, self._store, staff=host, now_ms=self._clock())
        return (*mine.made_by(self._caller, self._store, staff=host), *steps)

    def look(self) -> Hall:
        """Everything as it stands now, with the open talk of this host if there is one."""
        event, own = self._event_now(), people.additions(self._store)
        hosts = self._hosts()
        host = next((one for one in hosts if one.id == self._host), None)
        in_hall = overview.overview(self._caller, self._store, event=event.id, now_ms=self._clock()) if event else None
        here = next((one for one in in_hall.hosts if one.staff == self._host), None) if in_hall else None
        shown = EventNow(event.id, event.title, event.place or "", event.node) if event else None
        shares = keeping.kept_share(self._caller, self._store, now_ms=self._clock())
        mine_kept = shares.people.get(self._host or "", KeptShare())
        return Hall(
            event=shown,
            host=host,
            hosts=hosts,
            team=tuple(_person(one) for one, _ in people.everybody(self._caller, self._store)),
            waiting=self._guests(event.id, in_hall.lines, is_on_duty=here is not None) if event and in_hall else (),
            mine=self._tasks(host.id) if host else (),
            codes=Codes(*(entries(name, own) for name in _LISTS)),
            zone=zone_of(self._store),
            talk=self._open_talk(event.id, host.id) if event and host else None,
            duty=duties.of_person(self._caller, self._store, staff=host.id, now_ms=self._clock()) if host else None,
            on_duty=events.on_duty(self._caller, self._store, event=event.id) if event else (),
            here=here,
            firms=writing.firms(self._caller, self._store) if host else (),
            kept_own=(mine_kept.kept, mine_kept.made),
            kept_all=(shares.project.kept, shares.project.made),
        )

    def write_calendar(self, file: Path) -> Path:
        """Write the host's calendar of duties to a file."""
        calendars.export(self._caller, self._store, staff=self._host or "", file=file)
        return file

    def write_brief(self, kind: str, event: str, file: Path) -> Path:
        """Write the page before an event, or the one after it, as a PDF or, where the name says so, as a picture."""
        write = partial(briefs.BRIEFS[kind], self._caller, self._store, event=event, staff=self._host)
        if file.suffix.casefold() == ".png":
            briefs.make_picture(write, file)
        else:
            write(pdf=file)
        return file

    def receive_as(self, person: str) -> Hall:
        """Say who receives; without a signed-in person it is this one who works here too."""
        if self._caller.staff is None:
            self._caller = caller_as(self._store, person)
        self._host = person
        return self.look()

    def begin(self, event: str, host: str, client: str | None, turn: str = "", place: str | None = None) -> Hall:
        """Begin a talk, at the host's table. Somebody signed in who does not receive is the one who writes; else
        whoever usually does. It greets the client; a nameless one by the `turn`."""
        recorder = self._caller.staff
        if recorder in (None, host):
            recorder = usual_recorder(events.on_duty(self._caller, self._store, event=event)) or recorder
        with self._store.transaction(verb="reception.start", by=self._caller.staff) as tx:
            talks.start(self._caller, tx, event=event, host=host, client=client, recorder=recorder, place=place)
            if turn and client is None:
                calling.greet(self._caller, tx, turn=turn, staff=host)
        return self.look()

    def call(self, turn: str, host: str) -> Hall:
        """Call a family on the screens, once."""
        calling.call(self._caller, self._store, turn=turn, staff=host)
        return self.look()

    def call_again(self, turn: str) -> Hall:
        """Show a call once more."""
        calling.again(self._caller, self._store, turn=turn)
        return self.look()

    def take_over(self, turn: str, host: str) -> Hall:
        """Take a family to oneself that was sent to somebody else, or to nobody."""
        directing.take_over(self._caller, self._store, turn=turn, staff=host)
        return self.look()

    def gone(self, turn: str) -> Hall:
        """Note that a family went without a talk."""
        directing.left(self._caller, self._store, turn=turn)
        return self.look()

    def be_away(self, event: str, host: str, *, is_away: bool) -> Hall:
        """Leave for a while, or be back."""
        if is_away:
            seats.away(self._caller, self._store, event=event, staff=host)
        else:
            seats.back(self._caller, self._store, event=event, staff=host)
        return self.look()

    def save(self, talk: Talk) -> int:
        """Keep what is written so far. Returns the moment, UTC ms."""
        return drafts.save(self._caller, self._store, reception=talk.reception, drafts=all_drafts(talk))

    def end(self, talk: Talk) -> tuple[Ended, Hall]:
        """Record everything and end the talk."""
        self.save(talk)
        ended = drafts.record(self._caller, self._store, reception=talk.reception)
        return ended, self.look()

    def write_copy(self, reception: str, pdf: Path) -> Path:
        """Write the client's copy. Returns its file."""
        copies.write_copy(self._caller, self._store, reception=reception, pdf=pdf)
        return pdf

    def take_kit(self, folders: Sequence[Path]) -> Taken | None:
        """Take the kit of this project that lies in one of these folders; None where there is none."""
        return kit_taking.take_found(self._caller, self._store, folders=folders)

    def look_at_copy(self, reception: str) -> Copy:
        """The client's copy as it would be printed; looking leaves nothing behind."""
        with TemporaryDirectory(prefix="qinting-") as folder:
            pdf = Path(folder) / "copy.pdf"
            with self._store.transaction(verb="paper.copy", by=self._caller.staff, keep=False) as tx:
                copies.write_copy(self._caller, tx, reception=reception, pdf=pdf)
            queues = printing.printers(self._caller, self._store)
            return Copy(pdf.read_bytes(), bool(queues.names))

    def print_copy(self, reception: str, name: str) -> str:
        """Print the client's copy on the usual printer, under `name`. Returns the printer's name."""
        with (
            TemporaryDirectory(prefix="qinting-") as folder,
            self._store.transaction(verb="paper.print", by=self._caller.staff) as tx,
        ):
            pdf = Path(folder) / f"{name}.pdf"
            copies.write_copy(self._caller, tx, reception=reception, pdf=pdf)
            return printing.print_file(self._caller, tx, file=pdf)

    def set_present(self, reception: str, staff: tuple[str, ...]) -> None:
        """Say who of ours sits by."""
        talks.set_present(self._caller, self._store, reception=reception, staff=staff)

    def set_recorder(self, reception: str, staff: str) -> None:
        """Say who of ours writes."""
        talks.set_recorder(self._caller, self._store, reception=reception, staff=staff)

    def set_observers(self, reception: str, staff: tuple[str, ...]) -> None:
        """Say who only listens."""
        talks.set_observers(self._caller, self._store, reception=reception, staff=staff)

    def set_delegate(self, reception: str, staff: str) -> None:
        """Say whom the host stands in for; "" for nobody."""
        talks.set_delegate(self._caller, self._store, reception=reception, staff=staff or None)

    def set_guide(self, reception: str, guide: str) -> None:
        """Keep what is ticked in the guide."""
        talks.set_guide(self._caller, self._store, reception=reception, guide=guide)

    def consent(self, reception: str, kind: str) -> frozenset[str]:
        """Keep that the client of a talk was told, or agrees. Returns what counts in this talk now."""
        talk = self._store.get(Reception, reception)
        if talk is not None and talk.client:
            consents.add(self._caller, self._store, client=talk.client, kind=kind, reception=reception)
        return consents.held(self._caller, self._store, reception=reception)

    def attach(self, reception: str, files: tuple[Path, ...], shows: str, stage: str) -> tuple[str, ...]:
        """Attach files to a talk, one after the other. Returns the names of all of the talk."""
        for file in files:
            photos.attach(self._caller, self._store, reception=reception, file=file, shows=shows, stage=stage or None)
        return photos.of_talk(self._caller, self._store, reception=reception)

    def find(self, query: str) -> tuple[Found, ...]:
        """Clients by name, pinyin, phone tail or room."""
        return clients.find(self._caller, self._store, query=query, limit=_FOUND_MOST)

    def add_words(self, concern: str, words: str, said_to: str, talk: Talk) -> Hall:
        """Add to what a client said before; it is recorded and no draft any more at one stroke."""
        left = adding(talk, "", concern, "")
        with self._store.transaction(verb="concern.addition", by=self._caller.staff) as tx:
            recording.add_words(self._caller, tx, concern=concern, words=words, said_by=said_to)
            drafts.save(self._caller, tx, reception=left.reception, drafts=all_drafts(left))
        return self.look()

    def find_answers(self, text: str) -> tuple[Agreed, ...]:
        """Agreed answers for what is typed, those in use first."""
        return finding.search(self._caller, self._store, text=text, now_ms=self._clock(), library=self._library)

    def agreed(self, answer: str) -> Agreed | None:
        """One agreed answer as it stands today."""
        return finding.show(self._caller, self._store, answer=answer, now_ms=self._clock())

    def keep_promise(self, promise: str, by: str) -> Hall:
        """Say that a promise was kept."""
        promises.keep(self._caller, self._store, promise=promise, by=by)
        return self.look()

    @property
    def opened(self) -> tuple[Caller, Store]:
        """Who asks, and the open database."""
        return self._caller, self._store

    def close(self, talk: Talk | None = None) -> None:
        """Keep what is written in the open talk, then close the database."""
        if talk is not None and all_drafts(talk):
            self.save(talk)
        self._store.close()

    def _event_now(self) -> Event | None:
        # A call that is open goes before whatever is held today.
        on_line = calls.event_of_call(self._caller, self._store, host=self._host) if self._host else None
        if on_line is not None:
            return on_line
        if self._event is None:
            return hall.today(self._caller, self._store, now_ms=self._clock())
        lines = events.everything(self._caller, self._store)
        return next((line.event for line in lines if line.event.id == self._event), None)

    def _guests(self, event: str, lines: tuple[Line, ...], *, is_on_duty: bool) -> tuple[Guest, ...]:
        came = hall.waiting(self._caller, self._store, event=event)
        return guests_of(came, lines, self._host, is_on_duty=is_on_duty)

    def _hosts(self) -> tuple[Person, ...]:
        found = people.everybody(self._caller, self._store)
        return tuple(_person(one) for one, roles in found if roles & _RECEIVING_ROLES)

    def _open_talk(self, event: str, host: str) -> Talk | None:
        open_one = hall.open_talk_of(self._caller, self._store, event=event, host=host)
        if open_one is None:
            return None
        kept = drafts.of_talk(self._caller, self._store, reception=open_one.id)
        passing = tuple(one for one in kept if one.is_aside)
        additions = tuple(one for one in kept if one.adds_to)
        asked = tuple(one for one in kept if one.question)
        own = (one for one in kept if not (one.is_aside or one.adds_to or one.question))
        rows = tuple(own) or (Draft(new_id(self._clock())),)
        client = open_one.client
        card = hall.client_card(self._caller, self._store, client=client, event=event) if client else None
        present = tuple((open_one.present or "").split())
        return Talk(
            open_one.id,
            open_one.number,
            open_one.started_at,
            card,
            rows,
            len(rows) - 1,
            passing,
            present,
            open_one.recorder or "",
            photos.of_talk(self._caller, self._store, reception=open_one.id),
            additions,
            ticked(open_one.guide)[1],
            answers.led_by(self._store, open_one),
            asked,
            tuple((open_one.observers or "").split()),
            open_one.delegate_for or "",
            consents.held(self._caller, self._store, reception=open_one.id),
            open_one.means == "call",
        )


_LISTS = (
    "type", "area", "grade", "department", "relation", "state", "level",
    "sub_area", "risk", "building_part", "facing", "solvable_on_site", "rule_gap", "promise_kind", "picture_shows",
    "stage",
)  # fmt: skip


def _person(staff: Staff) -> Person:
    return Person(staff.id, staff.name, staff.post or "", staff.level)
