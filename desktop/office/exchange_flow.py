"""Wiring of the exchange: card and packages out, packages looked at, trusted and taken in; the rest kept aside."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from db.errors import Misused, Trouble
from db.store import Store
from desktop.courier import Standing
from desktop.jobs import Watch
from desktop.office import devices_reading as reading
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.devices_state import ExportRequest, PackageLine, Waiting
from desktop.office.pages.exchange import ExchangePage
from desktop.office.speech import Speech
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.exchange import cards, packages, waiting
from desktop.services.exchange.packages import Incoming
from desktop.services.keeping import backups
from desktop.services.registry import Caller

T = TypeVar("T")
# What a person can still answer; everything else that stands in the way is kept aside with its reason.
_ASKED = ("unknown_device", "wrong_passphrase")


@dataclass(slots=True)
class _Chosen:
    """What the person put before the program since the window opened."""

    files: tuple[Path, ...] = ()
    passphrases: dict[str, str] = field(default_factory=dict)


class ExchangeFlow(QObject):
    """`look` shows what is in the folder and in the files chosen; nothing is taken before the person says so."""

    def __init__(
        self, desk: Desk, page: ExchangePage, window: OfficeWindow, chooser: Chooser, undoing: Undoing
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._chooser = desk, page, window, chooser
        self._undoing, self._standing = undoing, Standing()
        self._chosen, self._lines = _Chosen(), tuple[PackageLine, ...]()
        self._is_looking = False
        page.card_wanted.connect(self._write_card)
        page.export_wanted.connect(self._export)
        page.choose_wanted.connect(self._choose)
        page.folder_wanted.connect(self._choose_folder)
        page.look_wanted.connect(self.look)
        page.files_given.connect(lambda files: self.look(tuple(map(Path, files))))
        page.merge_wanted.connect(self._merge)
        page.trust_wanted.connect(self._trust)
        page.remove_wanted.connect(self._remove)
        page.refuse_wanted.connect(self._refuse)
        page.passphrase_given.connect(self._open_with)
        page.again_wanted.connect(self._again)
        page.show_wanted.connect(self._show_folder)

    # Out

    def _write_card(self) -> None:
        kinds = self.tr("Device card (*.card)")
        target = self._chooser.target(self.tr("Write the device card"), self.tr("Project") + ".card", kinds)
        if target is None:
            return
        said = self.tr(
            "Card written: {file}. It opens this project's packages: hand it over in person. Fingerprint {print}"
        )
        self._desk.do(
            lambda caller, store: cards.write_card(caller, store, file=target),
            lambda print_: self._window.notice.tell(said.replace("{file}", target.name).replace("{print}", print_)),
        )

    def _export(self, wanted: ExportRequest) -> None:
        kinds = self.tr("Package (*.qinting)")
        target = self._chooser.target(self.tr("Export a package"), self.tr("Office") + waiting.SUFFIX, kinds)
        if target is None:
            return

        def done(made: packages.Exported) -> None:
            self._page.export.hide()
            self._page.export.passphrase.clear()
            said = self.tr("{file}: {rows} rows for {readers} readers").replace("{file}", target.name)
            rows = sum(count for _, count in made.rows)
            self._window.notice.tell(said.replace("{rows}", f"{rows:,}").replace("{readers}", str(made.readers)))

        self._desk.do(
            lambda caller, store: packages.export(
                caller, store, file=target, recipients=wanted.recipients, passphrase=wanted.passphrase or None,
                delta=wanted.is_delta,
            ),
            done,
        )  # fmt: skip

    # In

    def _choose(self) -> None:
        self.look(self._chooser.files(self.tr("Choose packages"), self.tr("Package (*.qinting)")))

    def _choose_folder(self) -> None:
        place = self._chooser.folder(self.tr("Where do the packages come in?"))
        if place:
            self._desk.ask(
                lambda caller, store: waiting.set_folder(caller, store, place=place), lambda _none: self.look()
            )

    def look(self, files: tuple[Path, ...] = ()) -> None:
        """Show what is in the folder, in the files chosen before and in these, without taking anything."""
        self._chosen.files = tuple(dict.fromkeys((*self._chosen.files, *files)))
        if self._is_looking or not self._desk.is_open:
            return
        chosen, passphrases, speech = self._chosen.files, dict(self._chosen.passphrases), self._desk.speech
        shared = tuple(map(Path, sorted(_strangers(self._standing))))
        self._is_looking = True

        def work(caller: Caller, store: Store, watch: Watch) -> tuple[Waiting, tuple[tuple[str, str], ...]]:
            readers = tuple((str(one.recipient), one.name or "") for one in packages.readers(caller, store))
            return _look(caller, store, watch, chosen, shared, passphrases, speech), readers

        def done(found: tuple[Waiting, tuple[tuple[str, str], ...]]) -> None:
            self._is_looking = False
            # What was refused is kept aside now; what the person chose meanwhile is looked at next.
            # One that is here already is shown once.
            open_ = {one.file for one in found[0].packages if one.outcome != "known"}
            more = tuple(file for file in self._chosen.files if file not in chosen)
            self._chosen.files = tuple(file for file in self._chosen.files if file in more or str(file) in open_)
            self._show(found[0])
            self._page.export.show_readers(found[1])
            if more:
                self.look()

        self._watched(work, done)

    def _show(self, found: Waiting) -> None:
        self._lines = found.packages
        self._page.show_waiting(found)

    def _merge(self) -> None:
        ready = tuple(Path(one.file) for one in self._lines if one.outcome == "merged")
        passphrases, speech = dict(self._chosen.passphrases), self._desk.speech
        self._watched(
            lambda caller, store, watch: _merge(caller, store, watch, ready, passphrases, speech), self._merged
        )

    def _merged(self, results: tuple[Incoming, ...]) -> None:
        taken = [one for one in results if one.taken]
        done = {one.file for one in taken}
        self._chosen.files = tuple(file for file in self._chosen.files if str(file) not in done)
        said = self.tr("{count} packages taken in: {added} rows added, {changed} changed, {conflicts} to settle")
        for name, number in (
            ("count", len(taken)), ("added", sum(one.added for one in taken)),
            ("changed", sum(one.changed for one in taken)), ("conflicts", sum(one.conflicts for one in taken)),
        ):  # fmt: skip
            said = said.replace(f"{{{name}}}", f"{number:,}")
        self._window.notice.tell(said)
        self._desk.changed.emit()
        self.look()

    def _trust(self, fingerprint: str) -> None:
        self._desk.do(
            lambda caller, store: cards.trust(caller, store, fingerprint_text=fingerprint), lambda _print: self.look()
        )

    def _remove(self, fingerprint: str) -> None:
        said = self.tr("Removed: nothing of this device is taken in any more, what it wrote stays")

        def back(caller: Caller, store: Store) -> str:
            return cards.trust(caller, store, fingerprint_text=fingerprint)

        def done(_print: str) -> None:
            self._undoing.offer(said, back)
            self.look()

        self._desk.do(lambda caller, store: cards.remove(caller, store, fingerprint_text=fingerprint), done)

    # The shared folder

    def show_standing(self, address: str, standing: Standing | None, names: Mapping[str, str]) -> None:
        """Show how the exchange with the shared folder stands; say once that the folder is back."""
        before, self._standing = self._standing, standing or Standing()
        self._page.shared.show_standing(address, standing, names)
        if before.trouble is not None and standing is not None and standing.trouble is None:
            self._window.notice.tell(self.tr("The shared folder is back; what waited here has gone out"))
        if _strangers(self._standing) - _strangers(before) and self._window.page is self._page:
            self.look()

    def _refuse(self, file: str) -> None:
        """The fingerprints differ: the package is kept aside, and what it says of its writer with it."""
        line = next((one for one in self._lines if one.file == file), None)
        if line is None:
            return
        speech, trouble = self._desk.speech, Trouble("fingerprint_differs", **dict(line.facts))
        self._chosen.files = tuple(one for one in self._chosen.files if str(one) != file)
        self._desk.ask(
            lambda _caller, store: _keep_aside(store, Path(file), trouble, speech), lambda _copy: self.look()
        )

    def _open_with(self, file: str, passphrase: str) -> None:
        if passphrase.strip():
            self._chosen.passphrases[file] = passphrase.strip()
            self.look()

    def _again(self, file: str) -> None:
        self._chosen.passphrases.pop(file, None)
        self.look((Path(file),))

    def _show_folder(self) -> None:
        def found(place: Path) -> None:
            if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
                self._window.notice.tell(self.tr("They lie in {folder}").replace("{folder}", str(place)))

        self._desk.ask(lambda _caller, store: waiting.place_of_not_taken(store), found)

    def _watched(self, work: Callable[[Caller, Store, Watch], T], done: Callable[[T], None]) -> None:
        """Long work with its bar; whatever comes of it, the bar goes."""

        def ended(value: T) -> None:
            self._page.loading.end()
            done(value)

        def failed(error: BaseException) -> None:
            # What could not even be read would stand in the way of everything else the next time.
            self._is_looking, self._chosen.files = False, ()
            self._page.loading.end()
            self._desk.fail(error)

        self._page.loading.begin()
        self._desk.watch(work, done=ended, failed=failed, progress=self._page.loading.report)


def _look(
    caller: Caller,
    store: Store,
    watch: Watch,
    chosen: tuple[Path, ...],
    shared: tuple[Path, ...],
    passphrases: dict[str, str],
    speech: Speech,
) -> Waiting:
    """Look into everything; a package that cannot be taken is kept aside, one that is here already only counted.

    Of the shared folder only whom to trust is asked here: everything else in it is taken in and tried again by itself.
    """
    aside = {one.sha256 for one in waiting.not_taken(store)}
    files = tuple(dict.fromkeys((*chosen, *reading.files_in_folder(caller, store), *shared)))
    lines, known = list[PackageLine](), 0
    for number, file in enumerate(files):
        watch.report(number, len(files))
        if file not in chosen and waiting.digest(file) in aside:
            continue
        found = waiting.look(caller, store, file=file, passphrase=passphrases.get(str(file)))
        trouble = found.incoming.trouble
        if file in shared and found.incoming.outcome != "unknown_device":
            continue
        if trouble is not None and found.incoming.outcome not in _ASKED:
            _keep_aside(store, file, trouble, speech)
        elif found.incoming.outcome == "known" and file not in chosen:
            known += 1
        elif found.incoming.outcome == "known" and file.parent == waiting.place_of_not_taken(store):
            waiting.let_go(store, file=file)
        else:
            lines.append(reading.package_line(found))
    return reading.came(caller, store, lines, known)


def _merge(
    caller: Caller, store: Store, watch: Watch, files: tuple[Path, ...], passphrases: dict[str, str], speech: Speech
) -> tuple[Incoming, ...]:
    results = []
    for number, file in enumerate(files):
        watch.report(number, len(files))
        one = packages.take_in(
            caller, store, file=file, passphrase=passphrases.get(str(file)), before_merge=backups.before_merge
        )
        if one.trouble is not None:
            _keep_aside(store, file, one.trouble, speech)
        else:
            waiting.let_go(store, file=file)
        results.append(one)
    return tuple(results)


def _keep_aside(store: Store, file: Path, trouble: Trouble, speech: Speech) -> None:
    said = speech.trouble(trouble.code, trouble.facts)
    if not file.is_file():
        raise Misused(trouble.code, **trouble.facts)
    waiting.keep_not_taken(store, file=file, trouble=trouble, message=said.message, next_step=said.next)


def _strangers(standing: Standing) -> set[str]:
    """One file in the shared folder of each device there that nobody has vouched for."""
    found = (next((one.file for one in peer.waiting if one.outcome == "unknown_device"), "") for peer in standing.peers)
    return set(filter(None, found))
