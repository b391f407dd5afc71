"""Where devices differ and a person decides: a field changed on two of them, a client let in at two desks."""

from PySide6.QtCore import QModelIndex, QSignalBlocker, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from desktop.office.devices_state import ConflictView, DoubleView
from desktop.office.pages.doubles import DoublePane
from desktop.office.pages.field_pane import FieldPane
from desktop.office.pages.parts import Page, scrolled
from desktop.office.speech import Speech
from desktop.widgets.cards import EmptyState
from desktop.widgets.fields import Line
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Ink

_LIST_PX = PX.navigation + PX.s96 + PX.s24
_KEYS = ("1", "2", "3", "4")


class ConflictsPage(Page):
    """`settled` tells the key of a disagreement, the value that counts from now on, and how it reads; `reopened` the
    key of one that is to be decided anew. `twice` is about people let in at two desks."""

    settled = Signal(str, str, str)
    reopened = Signal(str)
    begun = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._open: tuple[ConflictView, ...] = ()
        self._ended: tuple[ConflictView, ...] = ()
        self._doubles: tuple[DoubleView, ...] = ()
        self._ended_doubles: tuple[DoubleView, ...] = ()
        self._chosen_key = ""
        # The day it is now, as it is read aloud: what was written today shows its time.
        self.today = ""
        self._title, self._bare_title = Label("", "page"), Label("", "page")
        self._explained = Label("", "small", "ink2", wraps=True)
        self._agree = Label("", "small", "ink2", wraps=True)
        self._fields_title, self._twice_title = (Label("", "small", "ink2") for _ in range(2))
        self._lately = Label("", "small", "ink2")
        columns = (Column(""), Column("", PX.s48, is_number=True, fits=True))
        self.table, self.twice_table, self.ended_table = self._tables = tuple(
            Table(columns, PX.row_two_lines, inset_px=PX.card_x) for _ in range(3)
        )
        for table in self._tables:
            table.horizontalHeader().hide()
            table.chosen.connect(self._choose)
        self.twice = DoublePane(speech)
        self._empty = EmptyState("git-compare-arrows")
        self._choice = FieldPane(speech)
        self._choice.settled.connect(self.settled)
        self._choice.reopened.connect(self.reopened)
        for number, key in enumerate(_KEYS):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.activated.connect(lambda number=number: self.take(number))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        left = Part()
        left.setProperty("fill", "surface")
        left.setFixedWidth(_LIST_PX)
        side = PX.card_x
        top = column(self._title, self._explained, self._agree, gap=PX.s8, margins=(side, PX.s16, side, PX.s16))
        self._lists = []
        for title, table in (
            (self._fields_title, self.table), (self._twice_title, self.twice_table), (self._lately, self.ended_table),
        ):  # fmt: skip
            part = Part()
            part.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
            part.setLayout(column(row(title, margins=(side, PX.s12, side, PX.s8)), Hairline(), table))
            self._lists.append(part)
        lists = Part()
        lists.setProperty("fill", "surface")
        lists.setLayout(column(*self._lists, None))
        area = scrolled(lists)
        left.setLayout(column(top, Hairline(), area))
        self._whole = Part()
        both = Part()
        both.setProperty("fill", "background")
        both.setLayout(column(self._choice, self.twice, None))
        whole = row(left, Hairline(is_upright=True), scrolled(both))
        whole.setStretch(2, 1)
        self._whole.setLayout(whole)
        # With nothing to show there is no list either; the page keeps its title.
        self._bare = Part()
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        self._bare.setLayout(column(self._bare_title, self._empty, margins=margins))
        self.setLayout(column(self._whole, self._bare))

    @override
    def begin(self) -> None:
        self.table.setFocus()
        self.begun.emit()

    def show_conflicts(self, found: tuple[ConflictView, ...], twice: tuple[DoubleView, ...] = ()) -> None:
        """Show what has to be settled: fields, and people let in twice."""
        if (found, twice) == (self._open, self._doubles):
            return
        # Whoever has settled one goes on with the next, without reaching for the list.
        keys = [*(one.key for one in self._open), *(one.key for one in self._doubles)]
        left = [*(one.key for one in found), *(one.key for one in twice)]
        if self._chosen_key in keys and self._chosen_key not in left and left:
            self._chosen_key = left[min(keys.index(self._chosen_key), len(left) - 1)]
        self._open, self._doubles = found, twice
        self._show_lists()
        for table in (self.table, self.twice_table):
            table.choose(self._chosen_key)

    def show_settled(self, found: tuple[ConflictView, ...], twice: tuple[DoubleView, ...] = ()) -> None:
        """Show what was settled lately."""
        if (found, twice) != (self._ended, self._ended_doubles):
            self._ended, self._ended_doubles = found, twice
            self._show_lists()

    @property
    def own(self) -> Line:
        """Where a value is written that none of the devices has."""
        return self._choice.own

    def take(self, number: int) -> None:
        """Let the value with this place, from 0, count from now on; the place after the last is the one written."""
        if self._chosen_double() is not None:
            if number == 0:
                self.twice.take_same()
            return
        self._choice.take(number)

    def _chosen(self) -> ConflictView | None:
        return next((one for one in (*self._open, *self._ended) if one.key == self._chosen_key), None)

    def _chosen_double(self) -> DoubleView | None:
        return next((one for one in (*self._doubles, *self._ended_doubles) if one.key == self._chosen_key), None)

    def _choose(self, key: str) -> None:
        self._chosen_key = key
        for table in self._tables:
            if table.rows.place_of(key) < 0:
                table.clearSelection()
        self._show_choice()

    @override
    def retranslate(self) -> None:
        for label in (self._title, self._bare_title):
            label.setText(self.tr("To settle"))
        self._explained.setText(
            self.tr("Two devices changed the same field and neither saw the other. Both are kept; please choose.")
        )
        self._agree.setText(self.tr("All devices agree now."))
        self._fields_title.setText(self.tr("Fields that differ"))
        self._twice_title.setText(self.tr("Let in at two desks"))
        self._lately.setText(self.tr("Settled lately"))
        self._empty.say(self.tr("All devices agree"), self.tr("Nothing has to be settled."))
        self._show_lists()

    def _show_lists(self) -> None:
        ended = sorted(
            [(one.settled_at, self._row(one)) for one in self._ended]
            + [(one.settled_at, self._double_row(one)) for one in self._ended_doubles],
            key=lambda pair: -pair[0],
        )
        shown = (
            tuple(map(self._row, self._open)), tuple(map(self._double_row, self._doubles)),
            tuple(line for _, line in ended),
        )  # fmt: skip
        for part, table, rows in zip(self._lists, self._tables, shown, strict=True):
            # Only a person's hand chooses: a list that is filled anew would else choose its old place.
            with QSignalBlocker(table):
                table.show_rows(rows)
                if table.rows.place_of(self._chosen_key) >= 0:
                    table.choose(self._chosen_key)
                else:
                    table.setCurrentIndex(QModelIndex())
                    table.clearSelection()
            part.setVisible(bool(rows))
            table.setFixedHeight(table.verticalHeader().length() + PX.s2)
        is_open, is_any = bool(self._open or self._doubles), any(shown)
        self._fields_title.setVisible(bool(self._doubles))
        self._explained.setVisible(bool(self._open))
        self._agree.setVisible(not is_open)
        self._bare.setVisible(not is_any)
        self._whole.setVisible(is_any)
        if is_any and self._chosen() is None and self._chosen_double() is None:
            first = next(rows[0].key for rows in shown if rows)
            self._chosen_key = first
            for table in self._tables:
                table.choose(first)
        self._show_choice()

    def _double_row(self, view: DoubleView) -> Row:
        times = self.speech.listed(f"{one.desk} {self.speech.time(one.at)[:5]}" for one in view.admissions)
        ink: Ink = "ink1" if view.is_open else "ink2"
        at = view.latest if view.is_open else view.settled_at
        when = Cell(self._when(at), "ink2", order=at)
        return Row(view.key, (Cell(view.name, ink, second=times, is_strong=view.is_open), when))

    def _when(self, at_ms: int) -> str:
        """The time of today, the day of what is older; nothing for a first value."""
        if not at_ms:
            return ""
        day = self.speech.day_of(at_ms)
        return self.speech.time(at_ms)[:5] if day == self.today else self.speech.moment(at_ms).rpartition(" ")[0]

    def _row(self, view: ConflictView) -> Row:
        about = view.about
        if view.settled is not None:
            now = self.tr("now {value}").replace("{value}", self._choice.told(view, view.settled))
            about = " · ".join(filter(None, (about.partition(" · ")[0], now)))
        title = self.speech.column(view.table, view.column)
        ink: Ink = "ink2" if view.settled is not None else "ink1"
        latest = view.settled_at if view.settled is not None else max(one.stamp for one in view.sides)
        when = Cell(self._when(latest), "ink2", order=latest)
        return Row(view.key, (Cell(title, ink, second=about, is_strong=view.settled is None), when))

    def _show_choice(self) -> None:
        double = self._chosen_double()
        self._choice.setVisible(double is None)
        self.twice.setVisible(double is not None)
        if double is not None:
            self.twice.show_double(double)
            return
        view = self._chosen()
        if view is not None:
            self._choice.show_field(view)
