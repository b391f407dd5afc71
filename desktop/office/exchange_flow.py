"""Wiring of the exchange: card and packages out, packages looked at, trusted and taken in."""

from pathlib import Path

from PySide6.QtCore import QObject

from db.store import Store
from desktop.jobs import Watch
from desktop.office import reading
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.exchange import ExchangePage
from desktop.office.state import PackageLine
from desktop.office.window import OfficeWindow
from desktop.services.exchange import cards, packages
from desktop.services.exchange.packages import Incoming
from desktop.services.registry import Caller


class ExchangeFlow(QObject):
    """Packages that were chosen stay until they are taken in or put aside."""

    def __init__(self, desk: Desk, page: ExchangePage, window: OfficeWindow, chooser: Chooser) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._chooser = desk, page, window, chooser
        self._lines: tuple[PackageLine, ...] = ()
        page.card_wanted.connect(self._write_card)
        page.export_wanted.connect(self._export)
        page.choose_wanted.connect(self._choose)
        page.files_given.connect(lambda files: self.look(tuple(map(Path, files))))
        page.merge_wanted.connect(self._merge)
        page.drop_wanted.connect(self._put_aside)
        page.trust_wanted.connect(self._trust)

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

    def _export(self, is_delta: bool) -> None:
        kinds = self.tr("Package (*.qinting)")
        target = self._chooser.target(self.tr("Export a package"), self.tr("Office") + ".qinting", kinds)
        if target is None:
            return

        def done(made: packages.Exported) -> None:
            said = self.tr("{file}: {rows} rows for {readers} readers").replace("{file}", target.name)
            rows = sum(count for _, count in made.rows)
            self._window.notice.tell(said.replace("{rows}", f"{rows:,}").replace("{readers}", str(made.readers)))

        self._desk.do(lambda caller, store: packages.export(caller, store, file=target, delta=is_delta), done)

    def _choose(self) -> None:
        self.look(self._chooser.files(self.tr("Choose packages"), self.tr("Package (*.qinting)")))

    def look(self, files: tuple[Path, ...]) -> None:
        """Show what is in the files, without taking anything."""
        known = [Path(one.file) for one in self._lines]
        every = tuple(dict.fromkeys((*known, *files)))
        if not every:
            return
        self._page.loading.begin()
        self._desk.watch(
            lambda caller, store, watch: _look(caller, store, watch, every),
            done=self._looked, failed=self._failed, progress=self._page.loading.report,
        )  # fmt: skip

    def _looked(self, lines: tuple[PackageLine, ...]) -> None:
        self._page.loading.end()
        self._lines = lines
        self._page.show_packages(lines)

    def _failed(self, error: BaseException) -> None:
        self._page.loading.end()
        self._desk.fail(error)

    def _merge(self) -> None:
        ready = tuple(Path(one.file) for one in self._lines if one.outcome == "merged")
        self._page.loading.begin()
        self._desk.watch(
            lambda caller, store, watch: _merge(caller, store, watch, ready),
            done=self._merged, failed=self._failed, progress=self._page.loading.report,
        )  # fmt: skip

    def _merged(self, results: tuple[Incoming, ...]) -> None:
        self._page.loading.end()
        taken = [one for one in results if one.taken]
        done = {one.file for one in taken}
        self._lines = tuple(one for one in self._lines if one.file not in done and one.outcome != "known")
        self._page.show_packages(self._lines)
        said = self.tr("{count} packages taken in: {added} rows added, {changed} changed, {conflicts} to settle")
        for name, number in (
            ("count", len(taken)), ("added", sum(one.added for one in taken)),
            ("changed", sum(one.changed for one in taken)), ("conflicts", sum(one.conflicts for one in taken)),
        ):  # fmt: skip
            said = said.replace(f"{{{name}}}", f"{number:,}")
        self._window.notice.tell(said)
        self._desk.changed.emit()
        self.look(())

    def _put_aside(self, file: str) -> None:
        self._looked(tuple(one for one in self._lines if one.file != file))

    def _trust(self, fingerprint: str) -> None:
        self._desk.do(
            lambda caller, store: cards.trust(caller, store, fingerprint_text=fingerprint),
            lambda _print: self.look(()),
        )


def _look(caller: Caller, store: Store, watch: Watch, files: tuple[Path, ...]) -> tuple[PackageLine, ...]:
    lines = []
    for number, file in enumerate(files):
        watch.report(number, len(files))
        lines.append(reading.package_line(store, packages.take_in(caller, store, file=file, dry_run=True)))
    return tuple(lines)


def _merge(caller: Caller, store: Store, watch: Watch, files: tuple[Path, ...]) -> tuple[Incoming, ...]:
    results = []
    for number, file in enumerate(files):
        watch.report(number, len(files))
        results.append(packages.take_in(caller, store, file=file))
    return tuple(results)
