"""Wiring of an import: choose, dry run, repairs and columns tried again, import, undo of the whole batch."""

import csv
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QObject

from db.easing import let_go
from db.files import file_trouble
from db.store import Store
from desktop.jobs import Watch
from desktop.office import reading
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.import_state import Preview
from desktop.office.pages.import_list import ImportPage
from desktop.office.repairs import Cell, repaired_copy
from desktop.office.window import OfficeWindow
from desktop.roster.headings import IGNORED
from desktop.services.registry import Caller
from desktop.services.rosters import undo
from desktop.services.rosters.imports import import_list
from desktop.services.rosters.twins import DECISIONS, Decision

_DEED = "import "


@dataclass(slots=True)
class _List:
    """The list being worked on: what was put right by hand, and which heading means what."""

    file: Path
    repairs: dict[Cell, str] = field(default_factory=dict)
    mapping: dict[str, str] = field(default_factory=dict)
    decided: dict[int, Decision] = field(default_factory=dict)
    preview: Preview | None = None

    def columns(self) -> dict[str, str]:
        """Heading to field as the last look had it."""
        found = self.preview.columns if self.preview else ()
        return {heading: name or IGNORED for heading, name in found if heading}


class ImportFlow(QObject):
    """One page, one list at a time."""

    def __init__(self, desk: Desk, page: ImportPage, window: OfficeWindow, chooser: Chooser) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._chooser = desk, page, window, chooser
        self._list: _List | None = None
        page.choose_wanted.connect(self._choose)
        page.file_given.connect(lambda file: self.look(Path(file)))
        page.event_chosen.connect(lambda _event: page.start_again())
        page.check.repaired.connect(self._repair)
        page.check.mapped.connect(self._map)
        page.check.decided.connect(self._decide)
        page.check.back.connect(page.start_again)
        page.check.kept.connect(self._keep_rejected)
        page.check.import_wanted.connect(lambda: self._run(keep=True))
        window.undo.undone.connect(self._undo)

    def _choose(self) -> None:
        chosen = self._chooser.files(self.tr("Client list"), self.tr("Lists (*.xlsx *.csv);;All files (*)"))
        if chosen:
            self.look(chosen[0])

    def look(self, file: Path) -> None:
        """Show what an import of `file` would do."""
        self._list = _List(file)
        self._run(keep=False)

    def _repair(self, row: int, heading: str, value: str) -> None:
        if self._list is not None and self._list.repairs.get((row, heading)) != value:
            self._list.repairs[row, heading] = value
            self._run(keep=False)

    def _map(self, heading: str, name: str) -> None:
        if self._list is not None:
            self._list.mapping = {**self._list.columns(), heading: name}
            self._run(keep=False)

    def _decide(self, row: int, decision: str) -> None:
        known = next((one for one in DECISIONS if one == decision), None)
        if self._list is not None and known is not None:
            self._list.decided[row] = known
            self._run(keep=False)

    def _run(self, *, keep: bool) -> None:
        work, event = self._list, self._page.chosen_event
        if work is None or not event:
            return
        repairs, mapping, columns = dict(work.repairs), dict(work.mapping), work.columns()
        decided, before = dict(work.decided), work.preview

        def done(preview: Preview) -> None:
            self._page.loading.end()
            if before is not None and not preview.sheet:
                # With its repairs the list is read from a copy that has no sheets.
                preview = replace(preview, sheet=before.sheet, merged=before.merged)
            work.preview = preview
            if keep:
                self._imported(preview)
            else:
                self._page.show_preview(work.file, preview)

        self._page.loading.begin()
        self._desk.watch(
            lambda caller, store, watch: _take(
                caller, store, watch, file=work.file, event=event, repairs=repairs, mapping=mapping, columns=columns,
                decided=decided, keep=keep,
            ),
            done=done, failed=self._failed, progress=self._page.loading.report,
        )  # fmt: skip

    def _failed(self, error: BaseException) -> None:
        self._page.loading.end()
        # What the person chose last does not hold: show the columns as they were.
        if self._list is not None:
            self._list.mapping = {}
        self._page.check.retranslate()
        self._desk.fail(error)

    def _imported(self, preview: Preview) -> None:
        self._page.show_done(preview)
        self._desk.changed.emit()
        said = self.tr("{count} clients came in").replace("{count}", f"{preview.taken:,}")
        self._window.undo.offer(_DEED + preview.batch, said)

    def _undo(self, deed: str) -> None:
        if not deed.startswith(_DEED):
            return
        batch = deed.removeprefix(_DEED)

        def undone(done: undo.Undone) -> None:
            self._page.start_again()
            said = self.tr("Taken back: {removed} removed, {restored} put back, {kept} kept because they came or spoke")
            for name, count in (("removed", done.removed), ("restored", done.restored), ("kept", done.kept)):
                said = said.replace(f"{{{name}}}", f"{count:,}")
            self._window.notice.tell(said)

        self._desk.do(lambda caller, store: undo.undo(caller, store, batch=batch), undone)

    def _keep_rejected(self) -> None:
        work = self._list
        if work is None or work.preview is None:
            return
        name = self.tr("Rows to put right") + ".csv"
        target = self._chooser.target(self.tr("Save these rows as a table"), name, self.tr("Table (*.csv)"))
        if target is None:
            return
        speech = self._desk.speech
        head = (self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("Why"))
        rows = [
            (cell.row, cell.column, cell.value, speech.sentence(cell.reason, dict(cell.facts)))
            for cell in work.preview.rejected
        ]
        saved = self.tr("Saved: {file}").replace("{file}", str(target))
        self._desk.ask(
            lambda _caller, _store: _write_rows(target, [head, *rows]), lambda _none: self._window.notice.tell(saved)
        )


def _take(
    caller: Caller,
    store: Store,
    watch: Watch,
    *,
    file: Path,
    event: str,
    repairs: dict[Cell, str],
    mapping: dict[str, str],
    columns: dict[str, str],
    decided: dict[int, Decision],
    keep: bool,
) -> Preview:
    """Import the list with its repairs; without `keep` everything is rolled back at the end."""
    with TemporaryDirectory() as folder:
        source = repaired_copy(file, Path(folder), repairs, mapping or columns) if repairs else file
        with store.transaction(verb="client.import", by=caller.staff, keep=keep) as tx:
            result = import_list(
                caller, tx, file=source, event=event, mapping=mapping or None, progress=watch.report, decided=decided
            )
        let_go(*tx.touched.values())
        return reading.preview(result)


def _write_rows(target: Path, rows: list[tuple[object, ...]]) -> None:
    try:
        with target.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream).writerows(rows)
    except OSError as error:
        raise file_trouble(error, target) from error
