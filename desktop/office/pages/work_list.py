"""The work list with the pane of the concern one stands on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from typing_extensions import override

from desktop.office.pages.concern_pane import STEP_KEYS, ConcernPane
from desktop.office.pages.parts import ClockWords, Page
from desktop.office.speech import Speech
from desktop.office.state import ConcernView, View, WorkLine, chosen_lines
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import EmptyState
from desktop.widgets.fields import Line, Picker
from desktop.widgets.labels import Hairline, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

VIEWS: tuple[View, ...] = ("key", "open", "overdue", "callback", "ended")
# Views that only a figure of the first page opens.
_UNSHOWN: tuple[View, ...] = ("returned", "promised", "all")
_TABLE_PX = 600
_NAME_PX, _DEPARTMENT_PX = 176, 208
_PANE_PX = 480 - PX.hairline
# From this width on the list tells number, room, area and state as well.
_WIDE_PX = 900
_MANY = 1_000
_WIDE_COLUMNS = (1, 4, 5, 7)
_WORDS, _WORDS_PX = 2, 280
# The first to go where the words would be cut too short.
_SPARE_COLUMNS = (5, 7)


class WorkListPage(Page):
    """`concern_wanted` names the concern whose pane is to be shown."""

    concern_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._lines: tuple[WorkLine, ...] = ()
        self._view: View = "key"
        self._is_stale = False
        self._title, self._count = Label("", "page"), Label("", "small", "ink2")
        self._search = Line(icon="search")
        self._search.textChanged.connect(self._show_lines)
        self._views = Options(tuple((view, "") for view in VIEWS), has_digits=False)
        self._views.chosen.connect(self.show_view)
        self._views.choose("key")
        self._staff: str | None = None
        self._own = Button("", "option", "option")
        self._own.hide()
        self._own.toggled.connect(lambda _is_on: self._show_lines())
        self._departments = Picker()
        self._departments.currentIndexChanged.connect(self._show_lines)
        # The area that a bar of the first page stands for; None while every area is shown.
        self._area: str | None = None
        self._area_button = Button("", "outline", "small", icon="x")
        self._area_button.clicked.connect(lambda: self._show_area(None))
        self.table = Table(
            (
                *(Column("", 96, fits=True), Column("", 164, fits=True), Column("")),
                # Names are never cut, but for one that would leave no room for the client's words.
                *(Column("", 72, fits=True, most_px=_NAME_PX), Column("", 96, fits=True), Column("", 96, fits=True)),
                *(Column("", 64, fits=True, most_px=_DEPARTMENT_PX), Column("", 96, fits=True)),
            ),
            inset_px=PX.page_margin,
        )
        self.table.chosen.connect(self.concern_wanted)
        self.table.letter_pressed.connect(self._pressed)
        self._empty = EmptyState("list-todo")
        self._empty.acted.connect(self._show_all)
        self._keys = Part()
        self._key_texts = tuple(Label("", "caption", "ink3") for _ in range(4))
        self.pane = ConcernPane(speech)
        self.table.opened.connect(lambda _concern: self.pane.focus_first())
        self.pane.left.connect(self.table.setFocus)
        self._clock_words = ClockWords()
        self._clock_words.setParent(self)
        self._clock_words.hide()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        keys = (("J", "K"), ("Enter",), ("D",), ("C",))
        foot: list[Label | int] = []
        for caps, text in zip(keys, self._key_texts, strict=True):
            foot += [*(KeyCap(cap) for cap in caps), text, PX.s8]
        self._keys.setLayout(row(*foot, None, gap=PX.s4, margins=(PX.page_margin, PX.s8, 0, PX.s8)))
        self._keys.setProperty("fill", "surface")
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s8)
        tools = column(
            row(self._title, PX.s12, self._count, None),
            row(self._search, PX.s8, self._area_button, self._departments, gap=PX.s8),
            row(self._views, self._own),
            gap=PX.s8,
            margins=margins,
        )
        left = Part()
        left.setLayout(column(tools, self.table, self._empty, self._keys))
        left.setMinimumWidth(_TABLE_PX)
        self.pane.setMinimumWidth(_PANE_PX)
        whole = row(left, Hairline(is_upright=True), self.pane)
        whole.setStretch(0, 4)
        whole.setStretch(2, 1)
        self.setLayout(whole)

    @property
    def shown(self) -> tuple[WorkLine, ...]:
        """The lines as they are shown."""
        return chosen_lines(self._mine(), self._view, self._departments.choice, self._search.text(), self._area)

    def show_work(self, lines: tuple[WorkLine, ...], staff: str | None = None) -> None:
        """Show the list anew; `staff` is who is signed in."""
        self._lines, self._staff = lines, staff
        self._own.setVisible(staff is not None)
        self._show_lines()

    def show_concern(self, view: ConcernView | None, staff: str | None) -> None:
        """Show one concern in the pane; `staff` is who is signed in."""
        self.pane.show_concern(view, staff)

    def show_view(self, view: str) -> None:
        """Show one of the views; one without a button of its own marks none."""
        self._view = next((one for one in (*VIEWS, *_UNSHOWN) if one == view), "key")
        self._views.choose(self._view)
        self._show_lines()

    def _show_all(self) -> None:
        """Show every open concern, whatever was searched or chosen before."""
        self._search.clear()
        self._departments.choose("")
        self._own.setChecked(False)
        self._show_area(None)
        self.show_view("open")
        self.table.setFocus()

    def show_area(self, area: str) -> None:
        """Show every concern of an area, "" for those without one, until the person takes the area away."""
        self._search.clear()
        self._departments.choose("")
        self._show_area(area)
        self.show_view("all")

    def clear_area(self) -> None:
        """Show concerns of every area."""
        self._show_area(None)

    def _show_area(self, area: str | None) -> None:
        self._area = area
        self._name_area()
        self._show_lines()

    def _name_area(self) -> None:
        self._area_button.setVisible(self._area is not None)
        self._area_button.setText(self.speech.code("area", self._area) or self.tr("No area yet"))
        self._area_button.updateGeometry()

    def open(self, concern: str) -> None:
        """Show the view that holds a concern, and stand on it."""
        line = next((one for one in self._lines if one.concern == concern), None)
        if line is not None and line not in self.shown:
            self._search.clear()
            self._departments.choose("")
            self._show_area(None)
            self.show_view("ended" if line.is_ended else "open")
        self.table.choose(concern)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_columns()

    def _show_columns(self) -> None:
        """What a wide window tells besides; the client's words keep their room before anything else."""
        is_narrow = self.width() - _PANE_PX < _WIDE_PX
        for number in _WIDE_COLUMNS:
            self.table.setColumnHidden(number, is_narrow)
        # What stands at the edge keeps another distance than what has a neighbour.
        self.table.fit_columns()
        for number in () if is_narrow else _SPARE_COLUMNS:
            if self._room_for_words() >= _WORDS_PX:
                break
            self.table.hideColumn(number)
            self.table.fit_columns()

    def _room_for_words(self) -> int:
        taken = sum(
            self.table.columnWidth(number) for number in range(len(self.table.rows.columns)) if number != _WORDS
        )
        return self.width() - _PANE_PX - taken

    @override
    def begin(self) -> None:
        (self.table if self.shown else self).setFocus()

    @override
    def search(self) -> None:
        self._search.setFocus()
        self._search.selectAll()

    def _show_views(self) -> None:
        """The views with what waits in each; what is closed waits for nobody."""
        names = (self.tr("First"), self.tr("All open"), self.tr("Overdue"), self.tr("Callback"), self.tr("Closed"))
        counts = (sum(one.is_in(view) for one in self._mine()) if view != "ended" else 0 for view in VIEWS)
        texts = (f"{name} {count}" if count else name for name, count in zip(names, counts, strict=True))
        self._views.set_texts(tuple(texts))

    def _mine(self) -> tuple[WorkLine, ...]:
        """The lines of the person signed in where only those are asked for, else all."""
        person = self._staff if self._own.isChecked() else None
        return tuple(one for one in self._lines if person is None or person in one.people)

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
        self._show_views()
        shown = self.shown
        count = self.tr("{count} not yet closed")
        self._count.setText(count.replace("{count}", str(sum(not one.is_ended for one in self._lines))))
        self.table.setVisible(bool(shown))
        self._empty.setVisible(not shown)
        self._keys.setVisible(bool(shown))
        self._say_empty()
        self.table.show_rows(tuple(self._row(line) for line in shown))
        self._show_columns()
        if shown and not self.table.choice:
            self.table.choose(shown[0].concern)
        elif not shown:
            self.pane.show_concern(None, None)

    def _say_empty(self) -> None:
        """Why the list shows nothing, and the next step where there is one."""
        open_ = sum(not one.is_ended for one in self._lines)
        is_asked = bool(self._search.text() or self._departments.choice or self._area or self._own.isChecked())
        if not self._lines:
            self._empty.say(self.tr("No concerns yet"), self.tr("Every sentence written down in a talk appears here."))
        elif self._view == "key" and not is_asked:
            within = self.tr("All {count} open ones are within their time.").replace("{count}", f"{open_:,}")
            self._empty.say(self.tr("Nothing is pressing"), within, self.tr("Show all open"))
        else:
            self._empty.say(self.tr("Nothing here"), self.tr("No concern fits this view."), self.tr("Show all open"))

    def _row(self, line: WorkLine) -> Row:
        return Row(
            line.concern,
            (
                self._clock_words.cell(line, self.speech),
                Cell(line.number, "ink2"),
                Cell(line.words),
                Cell(line.client, "ink2"),
                Cell(line.room, "ink2"),
                Cell(self.speech.code("area", line.area), "ink2"),
                Cell(self.speech.code("department", line.department), "ink2"),
                Cell(self.speech.code("state", line.state), "ink2"),
            ),
        )

    def _pressed(self, letter: str) -> None:
        target = STEP_KEYS.get(letter)
        if target:
            self.pane.begin(target)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Concerns"))
        self._search.setPlaceholderText(self.tr("Words, number, client"))
        self._show_views()
        self._own.setText(self.tr("Mine"))
        self._own.updateGeometry()
        self._departments.set_values((("", self.tr("All departments")), *self.speech.choices("department")))
        self.table.rows.set_titles(
            (
                *(self.tr("Due"), self.tr("Number"), self.tr("In the client's words"), self.tr("Client")),
                *(self.tr("Room"), self.tr("Area"), self.tr("Department"), self.tr("State")),
            )
        )
        for label, text in zip(
            self._key_texts,
            (self.tr("up and down"), self.tr("next step"), self.tr("dispatch"), self.tr("call back")),
            strict=True,
        ):
            label.setText(text)
        self._name_area()
        self._show_lines()
