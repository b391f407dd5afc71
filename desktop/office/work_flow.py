"""Wiring of the work list: the pane follows, steps are taken alone or together, reminders and files go out."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from db.errors import Refused
from db.store import Store
from desktop.office import concern_reading, reading
from desktop.office.batch import Outcome
from desktop.office.choosing import Chooser
from desktop.office.concern_reading import WholeConcern
from desktop.office.desk import Desk
from desktop.office.looks import Looks
from desktop.office.pages.work_list import WorkListPage
from desktop.office.state import ConcernView, StepRequest
from desktop.office.stepping import ASK, DECIDE, step
from desktop.office.window import OfficeWindow
from desktop.paper.content import Report
from desktop.services.concerns import exporting, extending, moving, reminding, sheets
from desktop.services.concerns.moving import Moved
from desktop.services.concerns.reminding import Reminded
from desktop.services.concerns.sheets import SheetRow
from desktop.services.papers import dispatching
from desktop.services.registry import Caller

_ENDING = ".xlsx"


class WorkFlow(QObject):
    """`open_history` shows the history of a record, `open_client` a client."""

    def __init__(
        self, desk: Desk, page: WorkListPage, window: OfficeWindow, chooser: Chooser, *,
        open_history: Callable[[str, str], None], open_client: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._desk, self._page, self._window, self._chooser = desk, page, window, chooser
        self._looks = Looks(desk, "concern", lambda: page.pane.concern if page.pane.isVisible() else "", self)
        page.concern_wanted.connect(self.show_concern)
        page.whole_wanted.connect(self.show_whole)
        page.export_wanted.connect(self._export)
        page.letters_wanted.connect(self._write_letters)
        page.remind_wanted.connect(self._remind)
        page.tools.sheet_wanted.connect(self._write_sheet)
        page.tools.filled_wanted.connect(self._read_sheet)
        page.sheet.taken.connect(self._take_sheet)
        page.batch.step_wanted.connect(self._step_together)
        for pane in (page.pane, page.whole):
            pane.step_wanted.connect(self._step)
            pane.history_wanted.connect(lambda concern: open_history("concern", concern))
            pane.told_wanted.connect(self._told)
        page.whole.concern_wanted.connect(self.show_whole)
        page.whole.client_wanted.connect(open_client)

    def show_concern(self, concern: str) -> None:
        """Show one concern in the pane, unless the person has gone on by then."""

        def found(view: ConcernView | None) -> None:
            if self._page.table.choice == concern:
                self._page.show_concern(view, self._desk.staff)
                self._looks.began()

        self._desk.ask(lambda caller, store: reading.concern(caller, store, concern), found)

    def show_whole(self, concern: str) -> None:
        """Show one concern at full width, with everything that belongs to it; that is noted as a look."""
        self._looks.noted(concern)
        self._show_whole(concern, is_opened=True)

    def _show_whole(self, concern: str, *, is_opened: bool) -> None:
        def found(whole: WholeConcern | None) -> None:
            if whole is not None:
                self._page.whole.show_whole(whole, self._desk.staff)
                if is_opened:
                    self._page.show_whole()

        self._desk.ask(lambda caller, store: concern_reading.whole(caller, store, concern, is_opened=is_opened), found)

    def refresh(self) -> None:
        """Show what is read as it is now."""
        if self._page.front is self._page.whole and self._page.whole.concern:
            self._show_whole(self._page.whole.concern, is_opened=False)
        if self._page.table.choice:
            self.show_concern(self._page.table.choice)

    # Steps

    def _step(self, request: StepRequest) -> None:
        pane = self._page.front
        number = pane.number

        def done(moved: Moved) -> None:
            if moved.refused:
                pane.refuse(tuple((one.code, one.facts) for one in moved.refused))
                return
            pane.form.hide()
            self._page.begin()
            if request.target in (ASK, DECIDE):
                self._desk.changed.emit()
                return
            state = self._desk.speech.code("state", moved.state)
            said = self.tr("{number}: now {state}").replace("{number}", number).replace("{state}", state)
            self._window.notice.tell(said)
            self._desk.changed.emit()

        self._desk.ask(lambda caller, store: step(caller, store, request), done)

    def _told(self, concern: str) -> None:
        self._desk.do(lambda caller, store: extending.told(caller, store, concern=concern), lambda _none: None)

    def _step_together(self, request: StepRequest) -> None:
        numbers = {one.concern: one.number for one in self._page.picked}

        def done(moved: tuple[tuple[str, Moved], ...]) -> None:
            refused = [one for one, result in moved if result.refused]
            taken = len(moved) - len(refused)
            self._say_together(request.target, taken, len(refused))
            if not taken and len({result.refused for _, result in moved}) == 1:
                # The same stands against every one of them: it is said where it can be put right.
                self._page.batch.form.refuse(tuple((one.code, one.facts) for one in moved[0][1].refused))
                return
            if taken:
                self._desk.changed.emit()
            self._page.keep_ticked(frozenset(refused))
            self._page.batch.show_outcomes(
                tuple(
                    Outcome(numbers.get(one, ""), tuple((each.code, each.facts) for each in result.refused))
                    for one, result in moved
                )
            )
            self._page.begin()

        self._desk.ask(
            lambda caller, store: moving.move_each(
                caller, store, concerns=request.concerns, target=request.target, by=request.by, means=request.means,
                fields=dict(request.fields), evidence=request.evidence,
            ),
            done,
        )  # fmt: skip

    def _say_together(self, target: str, taken: int, refused: int) -> None:
        state = self._desk.speech.code("state", target)
        said = self.tr("{count} concerns: now {state}").replace("{count}", f"{taken:,}").replace("{state}", state)
        if not refused:
            self._window.notice.tell(said)
        elif taken:
            not_done = self.tr("{count} not done, see why beside the list").replace("{count}", f"{refused:,}")
            self._window.notice.warn(self._desk.speech.joined((said, not_done)))

    # Reminders and files

    def _remind(self, concerns: tuple[str, ...]) -> None:
        def done(reminded: tuple[Reminded, ...]) -> None:
            QGuiApplication.clipboard().setText("\n".join(one.message for one in reminded))
            if len(reminded) == 1:
                said = self.tr("Noted. The words of the reminder for {number} are copied: paste them into the chat")
                said = said.replace("{number}", reminded[0].number)
            else:
                said = self.tr("Noted. {count} reminders are copied: paste them into the chat")
                said = said.replace("{count}", f"{len(reminded):,}")
            self._window.notice.tell(said)

        self._desk.do(
            lambda caller, store: tuple(reminding.remind(caller, store, concern=one) for one in concerns), done
        )

    def _export(self, concerns: tuple[str, ...]) -> None:
        kinds = self.tr("Table (*.xlsx);;Text (*.csv)")
        chosen = self._chooser.target(self.tr("Export"), self.tr("concerns") + _ENDING, kinds)
        if chosen is None:
            return
        file: Path = chosen if chosen.suffix else chosen.with_suffix(_ENDING)
        language = self._desk.speech.language

        def done(count: int) -> None:
            said = self.tr("{count} concerns are in {file}").replace("{count}", f"{count:,}")
            self._window.notice.tell(said.replace("{file}", str(file)))

        self._desk.ask(
            lambda caller, store: exporting.export(caller, store, concerns=concerns, file=file, language=language), done
        )

    def _write_letters(self, concerns: tuple[str, ...]) -> None:
        kinds = self.tr("PDF (*.pdf)")
        chosen = self._chooser.target(self.tr("Work orders"), self.tr("Work orders") + ".pdf", kinds)
        if chosen is None:
            return
        file: Path = chosen if chosen.suffix else chosen.with_suffix(".pdf")

        def done(report: Report) -> None:
            said = self.tr("{file}: {pages} pages").replace("{file}", str(file))
            self._window.notice.tell(said.replace("{pages}", str(report.pages)))

        self._desk.do(lambda caller, store: dispatching.write_letters(caller, store, concerns=concerns, pdf=file), done)

    # Departments' sheets

    def _write_sheet(self, department: str) -> None:
        kinds = self.tr("Table (*.xlsx);;Text (*.csv)")
        name = self._desk.speech.code("department", department) + _ENDING
        chosen = self._chooser.target(self.tr("Department's sheet"), name, kinds)
        if chosen is None:
            return
        file: Path = chosen if chosen.suffix else chosen.with_suffix(_ENDING)
        language = self._desk.speech.language

        def done(ids: tuple[str, ...]) -> None:
            said = self.tr("{count} concerns are in {file}").replace("{count}", f"{len(ids):,}")
            self._window.notice.tell(said.replace("{file}", str(file)))

        self._desk.ask(
            lambda caller, store: sheets.write(caller, store, department=department, file=file, language=language), done
        )

    def _read_sheet(self) -> None:
        """A trial first: nothing is taken until the person has seen what would be."""
        chosen = self._chooser.files(self.tr("Filled-in sheet"), self.tr("Table (*.xlsx *.csv)"))
        if chosen:
            self._sheet(chosen[0], is_trial=True)

    def _take_sheet(self) -> None:
        if self._page.sheet.file is not None:
            self._sheet(self._page.sheet.file, is_trial=False)

    def _sheet(self, file: Path, *, is_trial: bool) -> None:
        def done(rows: tuple[SheetRow, ...]) -> None:
            self._page.show_sheet(file, rows, is_trial=is_trial)
            if not is_trial:
                self._desk.changed.emit()

        def work(caller: Caller, store: Store) -> tuple[SheetRow, ...]:
            if caller.staff is None:
                raise Refused("sheet_needs_person")
            return sheets.take_in(caller, store, file=file, by=caller.staff, is_dry_run=is_trial)

        self._desk.ask(work, done)
