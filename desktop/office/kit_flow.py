"""Wiring of the event kit: devices meant, the kit written and read back, a new device compared and trusted."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject

from db.errors import Trouble
from db.store import Store
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.kit import KitPage
from desktop.office.state import EventRow
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.exchange import cards, kit, kit_files
from desktop.services.exchange.cards import KnownDevice
from desktop.services.exchange.kit import Line, Prepared, Round
from desktop.services.guests.invitations import safe_name
from desktop.services.registry import Caller


@dataclass(frozen=True, slots=True)
class _Found:
    """What the page shows: the lines, the devices of ours, when the kit in the folder was written."""

    lines: tuple[Line, ...]
    known: tuple[KnownDevice, ...]
    made_at: int


class KitFlow(QObject):
    """`open` shows an event's kit; the folder chosen is kept as long as the window is open."""

    def __init__(self, desk: Desk, page: KitPage, window: OfficeWindow, chooser: Chooser, undoing: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window = desk, page, window
        self._chooser, self._undoing = chooser, undoing
        self._place: Path | None = None
        page.back_wanted.connect(window.back)
        page.folder_wanted.connect(self._choose)
        page.write_wanted.connect(self._write)
        page.erase_wanted.connect(self._erase)
        page.read_wanted.connect(self._read)
        page.plan_wanted.connect(self._plan)
        page.drop_wanted.connect(self._drop)
        page.trust_wanted.connect(self._trust)
        desk.changed.connect(self.refresh)

    def open(self, event: EventRow) -> None:
        """Bring an event's kit to the front."""
        self._page.show_event(event)
        self._window.open("kit")
        self.refresh()

    def refresh(self) -> None:
        """Show the lines as they are now, while the page is open."""
        event, folder = self._page.event_id, self._folder()
        if not event or self._window.page is not self._page:
            return

        def work(caller: Caller, store: Store) -> _Found:
            made_at, digest = _kit_in(folder, event)
            found = kit.lines(caller, store, event=event, kit_list=digest)
            return _Found(found, cards.known_devices(caller, store), made_at)

        self._desk.ask(work, self._show)

    def _show(self, found: _Found) -> None:
        folder = self._folder()
        self._page.show_folder(str(folder) if folder else "", found.made_at)
        self._page.show_lines(found.lines, found.known)

    def _folder(self) -> Path | None:
        """Where the kit of this event lies or is to lie: a folder of its own on the stick that was chosen."""
        if self._place is None:
            return None
        if (self._place / kit_files.KIT).is_file():
            return self._place
        return self._place / self.tr("Kit {event}").replace("{event}", safe_name(self._page.event_title))

    def _choose(self) -> None:
        place = self._chooser.folder(self.tr("Where is the kit to lie?"))
        if place is not None:
            self._place = place
            self.refresh()

    def _write(self) -> None:
        if self._place is None:
            self._choose()
        event, folder = self._page.event_id, self._folder()
        if folder is None:
            return

        def done(made: Prepared) -> None:
            self._page.loading.end()
            said = self.tr("The kit is on the stick: {files} files, {size} kB. Eject it before you pull it out.")
            size = sum(count for _, count in made.files) // 1_000 + 1
            self._window.notice.tell(said.replace("{files}", str(len(made.files))).replace("{size}", f"{size:,}"))
            self._desk.changed.emit()

        self._page.loading.begin()
        self._desk.watch(
            lambda caller, store, _watch: kit.prepare(caller, store, event=event, folder=folder),
            done=done, failed=self._failed, progress=self._page.loading.report,
        )  # fmt: skip

    def _erase(self) -> None:
        """The round is over: nobody is to find a card on a stick. What the devices answered stays here."""
        folder = self._folder()
        if folder is None:
            return

        def done(_count: int) -> None:
            self._window.notice.tell(self.tr("The kit is erased; it can be written anew at any time"))
            self.refresh()

        self._desk.ask(lambda _caller, _store: kit_files.erase(folder), done)

    def _failed(self, error: BaseException) -> None:
        self._page.loading.end()
        self._desk.fail(error)

    def _read(self) -> None:
        event, folder = self._page.event_id, self._folder()
        if folder is None:
            return

        def done(found: Round) -> None:
            said = self.tr("{count} new answers; {ready} of {all} devices ready").replace("{count}", str(found.answers))
            ready = sum(one.standing == "ready" for one in found.lines)
            said = said.replace("{ready}", str(ready)).replace("{all}", str(len(found.lines)))
            spoilt = self.tr("Not readable, let these devices take it once more: {files}")
            if found.spoilt:
                self._window.notice.warn(spoilt.replace("{files}", self._desk.speech.listed(found.spoilt)))
            else:
                self._window.notice.tell(said)

        self._desk.do(lambda caller, store: kit.read_round(caller, store, event=event, folder=folder), done)

    def _plan(self, name: str, role: str, needs: tuple[str, ...], device: str) -> None:
        event = self._page.event_id

        def done(line: str) -> None:
            said = self.tr("{name} is meant to be there").replace("{name}", name)
            self._undoing.offer(said, lambda caller, store: kit.drop_device(caller, store, line=line))

        self._desk.do(
            lambda caller, store: kit.plan_device(
                caller, store, event=event, name=name, role=role, needs=needs, device=device
            ),
            done,
        )

    def _drop(self, line: str) -> None:
        self._desk.do(
            lambda caller, store: kit.drop_device(caller, store, line=line),
            lambda _none: self._undoing.offer(
                self.tr("The device is off the list"),
                lambda caller, store: kit.drop_device(caller, store, line=line, is_back=True),
            ),
        )

    def _trust(self, fingerprint: str) -> None:
        event, folder = self._page.event_id, self._folder()

        def work(caller: Caller, store: Store) -> str:
            there = folder if folder is not None and _kit_in(folder, event)[0] else None
            return kit.confirm(caller, store, event=event, fingerprint_text=fingerprint, folder=there)

        said = self.tr("{name} is trusted, and by the kit the other devices trust it too")
        self._desk.do(work, lambda name: self._window.notice.tell(said.replace("{name}", name)))


def _kit_in(folder: Path | None, event: str) -> tuple[int, str]:
    """When the kit of this event in a folder was written, UTC ms, and its list's SHA-256; (0, "") where none is."""
    if folder is None or not (folder / kit_files.KIT).is_file():
        return 0, ""
    try:
        found = kit_files.read_kit(folder)
    except Trouble:
        return 0, ""
    return (found.body.made_at, found.list_digest) if found.body.event == event else (0, "")
