"""The work list with the pane of the concern one stands on, of several picked out, or of one at full width."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget
from typing_extensions import override

from desktop.office.pages.batch_pane import EXPORT_KEY, BatchPane
from desktop.office.pages.concern_page import ConcernPage
from desktop.office.pages.concern_pane import REMIND_KEY, STEP_KEYS, ConcernPane
from desktop.office.pages.key_line import KeyLine
from desktop.office.pages.parts import Page
from desktop.office.pages.sheet_pane import SheetPane
from desktop.office.pages.work_table import WorkTable
from desktop.office.pages.work_tools import WorkTools
from desktop.office.speech import Speech
from desktop.office.state import ConcernView, Person, WorkLine
from desktop.services.concerns.sheets import SheetRow
from desktop.widgets.cards import EmptyState
from desktop.widgets.labels import Hairline
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_TABLE_PX = 600
_PANE_PX = 480 - PX.hairline
_MANY = 1_000
_TICK_KEY = "X"


class WorkListPage(Page):
    """`concern_wanted` names the concern whose pane is to be shown, `whole_wanted` the one to be shown at full width;
    `export_wanted` hands over the ids to be written to a file, `letters_wanted` those whose work orders
    are to be made, `remind_wanted` those to be reminded of."""

    concern_wanted = Signal(str)
    whole_wanted = Signal(str)
    export_wanted = Signal(tuple)
    letters_wanted = Signal(tuple)
    remind_wanted = Signal(tuple)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._lines: tuple[WorkLine, ...] = ()
        self._people: tuple[Person, ...] = ()
        self._staff: str | None = None
        self._ticked: frozenset[str] = frozenset()
        self._is_stale = False
        # Found once for each change: thousands of lines are sorted anew for it.
        self._shown: tuple[WorkLine, ...] = ()
        # Whether the person has closed the pane.
        self._is_closed = False
        self.tools = WorkTools(speech)
        self._search, self._views = self.tools.search, self.tools.views
        self.searched_in = self._search
        self._departments, self._own = self.tools.departments, self.tools.own
        self.tools.changed.connect(self._show_lines)
        self.tools.export_wanted.connect(self._export)
        self.table = WorkTable(speech)
        self._empty = EmptyState("list-todo")
        self._keys = KeyLine(("J", "K"), ("Enter",), (_TICK_KEY,), ("D",), ("C",), (REMIND_KEY,))
        self.pane, self.batch, self.whole = ConcernPane(speech), BatchPane(speech), ConcernPage(speech)
        self.sheet = SheetPane(speech)
        self._is_reading_sheet = False
        self._between = Hairline(is_upright=True)
        # One in the other's place: side by side for a moment they would push the window wider.
        self._right, self._stack = QStackedWidget(), QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        left = Part()
        left.setLayout(column(self.tools, self.table, self._empty, self._keys))
        left.setMinimumWidth(_TABLE_PX)
        for pane in (self.pane, self.batch, self.sheet):
            pane.setMinimumWidth(_PANE_PX)
            self._right.addWidget(pane)
        self._right.setMaximumWidth(PX.reading_pane)
        beside = row(left, self._between, self._right)
        beside.setStretch(0, 4)
        beside.setStretch(2, 1)
        listed = Part()
        listed.setLayout(beside)
        self._stack.addWidget(listed)
        self._stack.addWidget(self.whole)
        self.setLayout(column(self._stack))

    def _connect(self) -> None:
        self.table.chosen.connect(self.concern_wanted)
        self.table.letter_pressed.connect(self._pressed)
        self.table.opened.connect(lambda _concern: self._enter())
        self.table.clicked.connect(lambda _index: self._show_pane(is_shown=True))
        self.table.ticked.connect(self._tick)
        self.table.all_ticked.connect(self._tick_all)
        self._empty.acted.connect(self._show_all)
        self.pane.left.connect(self.table.setFocus)
        self.pane.closed.connect(lambda: self._show_pane(is_shown=False))
        self.pane.opened.connect(self.whole_wanted)
        self.whole.closed.connect(self.show_list)
        for pane in (self.pane, self.whole):
            pane.remind_wanted.connect(lambda concern: self.remind_wanted.emit((concern,)))
        self.batch.left.connect(self.table.setFocus)
        self.batch.cleared.connect(self.clear_ticks)
        self.batch.export_wanted.connect(self._export)
        self.batch.letters_wanted.connect(lambda: self.letters_wanted.emit(tuple(one.concern for one in self.picked)))
        self.batch.remind_wanted.connect(self.remind_wanted)
        self.sheet.closed.connect(self.leave_sheet)

    @property
    def shown(self) -> tuple[WorkLine, ...]:
        """The lines as they are shown."""
        return self.tools.shown if self._is_stale else self._shown

    @property
    def picked(self) -> tuple[WorkLine, ...]:
        """The lines that are picked out, in the order shown."""
        return tuple(one for one in self.shown if one.concern in self._ticked)

    @property
    def front(self) -> ConcernPane:
        """Where the concern is read now: the pane, or the page at full width."""
        return self.whole if self._stack.currentWidget() is self.whole else self.pane

    def show_work(self, lines: tuple[WorkLine, ...], staff: str | None = None, people: tuple[Person, ...] = ()) -> None:
        """Show the list anew; `staff` is who is signed in, `people` all who can decide something."""
        self._lines, self._staff, self._people = lines, staff, people
        self.tools.show_work(lines, staff)
        self._show_lines()

    def show_concern(self, view: ConcernView | None, staff: str | None) -> None:
        """Show one concern in the pane; `staff` is who is signed in."""
        self.pane.show_concern(view, staff)

    def show_whole(self) -> None:
        """Bring the page of one concern to the front."""
        self._stack.setCurrentWidget(self.whole)
        self.whole.begin_reading()

    def show_list(self) -> None:
        """Go back from the page of one concern to the list."""
        if self.front is self.whole:
            self.whole.form.hide()
            self._stack.setCurrentIndex(0)
            self.begin()

    def show_view(self, view: str) -> None:
        """Show one of the views; one without a button of its own marks none."""
        self.show_list()
        self.tools.show_view(view)

    def _show_all(self) -> None:
        """Show every open concern, whatever was searched or chosen before."""
        self.tools.ask_nothing()
        self.show_view("open")
        self.table.setFocus()

    def show_area(self, area: str) -> None:
        """Show every concern of an area, "" for those without one, until the person takes the area away."""
        self.tools.ask_nothing()
        self.tools.show_area(area)
        self.show_view("all")

    def show_department(self, department: str) -> None:
        """Show every concern of a department, of every area; "" for all departments."""
        self.tools.ask_nothing()
        self.clear_area()
        self._departments.choose(department)
        self.show_view("all")

    def clear_area(self) -> None:
        """Show concerns of every area."""
        self.tools.show_area(None)

    def open(self, concern: str) -> None:
        """Show the view that holds a concern, and stand on it."""
        self.show_list()
        line = next((one for one in self._lines if one.concern == concern), None)
        if line is not None and line not in self.shown:
            self.tools.ask_nothing()
            self.show_view("ended" if line.is_ended else "open")
        self.table.choose(concern)

    def show_sheet(self, file: Path, rows: tuple[SheetRow, ...], *, is_trial: bool) -> None:
        """Show a department's sheet in the pane's place, until it is left."""
        self.show_list()
        self._is_reading_sheet = True
        self._show_picked()
        self.sheet.show_rows(file, rows, is_trial=is_trial)

    def leave_sheet(self) -> None:
        """Put the pane back in its place."""
        self._is_reading_sheet = False
        self._show_picked()
        self.table.setFocus()

    # Picking out

    def clear_ticks(self) -> None:
        """Pick none out any more."""
        self._ticked = frozenset()
        self._show_picked()
        self.table.setFocus()

    def keep_ticked(self, concerns: frozenset[str]) -> None:
        """Leave only these picked out: what could not be done with them is still to be seen to."""
        self._ticked &= concerns
        self._show_picked()

    def _tick(self, concern: str) -> None:
        self._ticked ^= {concern}
        self._show_picked()

    def _tick_all(self) -> None:
        every = frozenset(one.concern for one in self.shown)
        self._ticked = frozenset() if every <= self._ticked else every
        self._show_picked()

    def _show_picked(self) -> None:
        """What several can do stands in the pane's place while any are picked out."""
        had_focus = self.batch.hasFocus() or any(one.hasFocus() for one in self.batch.findChildren(QWidget))
        self._ticked &= {one.concern for one in self.shown}
        picked = self.picked
        self.table.show_ticks(self._ticked)
        self.batch.show_lines(picked, self._people, self._staff)
        beside = self.sheet if self._is_reading_sheet else self.batch if picked else self.pane
        self._right.setCurrentWidget(beside)
        is_beside = beside is not self.pane or not self._is_closed
        if is_beside == self._right.isHidden():
            for part in (self._right, self._between):
                part.setVisible(is_beside)
            self._show_columns()
        if had_focus and not picked:
            self.table.setFocus()

    def _show_pane(self, *, is_shown: bool) -> None:
        if self._is_closed == is_shown:
            self._is_closed = not is_shown
            self._show_picked()
            self.table.setFocus()

    # The list

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._ticked and self.front is self.pane:
            self.clear_ticks()
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_columns()

    def _show_columns(self) -> None:
        self.table.fit(self.width() - (_PANE_PX if not self._between.isHidden() else 0))

    @override
    def begin(self) -> None:
        if self.front is self.whole:
            self.whole.begin_reading()
        else:
            (self.table if self.shown else self).setFocus()

    @override
    def search(self) -> None:
        self.show_list()
        super().search()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._is_stale:
            self._show_lines()

    def _show_lines(self) -> None:
        # Thousands of rows are laid out when somebody looks, not at every change on another page.
        self._is_stale = len(self._lines) > _MANY and not self.isVisible()
        if self._is_stale:
            return
        self.tools.show_counts()
        shown = self._shown = self.tools.shown
        had_focus = self.table.hasFocus()
        self.table.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._keys.setVisible(bool(shown))
        self.tools.export_button.setEnabled(bool(shown))
        self._say_empty()
        self.table.show_reasons(is_shown=self.tools.view == "escalated")
        self.table.show_lines(shown)
        self._show_columns()
        self._show_picked()
        if shown and not self.table.choice:
            self.table.choose(shown[0].concern)
        elif not shown:
            self.pane.show_concern(None, None)
            if had_focus:
                # Hidden, the list would hand the keyboard to the navigation.
                self.setFocus()

    def _say_empty(self) -> None:
        """Why the list shows nothing, and the next step where there is one; the pane beside it says what it is for."""
        if self.shown:
            self.pane.say_empty("", "")
            return
        if not self._lines:
            self._empty.say(self.tr("No concerns yet"), self.tr("Every sentence written down in a talk appears here."))
        elif self.tools.view == "key" and not self.tools.is_asked:
            within = self.tr("All {count} open ones are within their time.")
            within = within.replace("{count}", f"{self.tools.open_count:,}")
            self._empty.say(self.tr("Nothing is pressing"), within, self.tr("Show all open"))
        else:
            self._empty.say(self.tr("Nothing here"), self.tr("No concern fits this view."), self.tr("Show all open"))
        self.pane.say_empty(
            self.tr("Nothing to read"), self.tr("The client's words and the story of a concern appear here.")
        )

    def _enter(self) -> None:
        """Once to the next step; from there once more to the page at full width."""
        self._show_pane(is_shown=True)
        if self.batch.isVisible():
            self.batch.setFocus()
        self.pane.focus_first()

    def _pressed(self, letter: str) -> None:
        if letter == _TICK_KEY and self.table.choice:
            self._tick(self.table.choice)
        elif self.picked:
            self.batch.press(letter)
        elif letter == EXPORT_KEY:
            self._export()
        elif letter in (REMIND_KEY, *STEP_KEYS):
            self._show_pane(is_shown=True)
            self.pane.press(letter)

    def _export(self) -> None:
        lines = self.picked or self.shown
        if lines:
            self.export_wanted.emit(tuple(one.concern for one in lines))

    @override
    def retranslate(self) -> None:
        self.table.set_titles()
        self._keys.set_texts(
            *(self.tr("up and down"), self.tr("open"), self.tr("pick out")),
            *(self.tr("dispatch"), self.tr("call back"), self.tr("remind")),
        )
        self._show_lines()
