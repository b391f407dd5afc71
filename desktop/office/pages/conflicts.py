"""Where two devices changed the same field and neither saw the other: both values, until a person decides."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.parts import Page, refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import ConflictView, Side
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Line
from desktop.widgets.labels import Hairline, IconLabel, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_LIST_PX = PX.navigation + PX.s96 + PX.s24
_KEYS = ("1", "2", "3", "4")


class ConflictsPage(Page):
    """`settled` tells the key of a disagreement and the value that counts from now on."""

    settled = Signal(str, str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._all: tuple[ConflictView, ...] = ()
        self._title, self._explained = Label("", "page"), Label("", "small", "ink2", wraps=True)
        self.table = Table((Column(""),), PX.row_two_lines)
        self.table.chosen.connect(lambda _key: self._show_choice())
        self._empty = EmptyState("git-compare-arrows")
        self._choice = Part()
        self._choice.setProperty("fill", "background")
        self.own = Line()
        self._sides: tuple[str, ...] = ()
        for number, key in enumerate(_KEYS):
            QShortcut(QKeySequence(key), self.table).activated.connect(lambda number=number: self.take(number))
        left = Part()
        left.setFixedWidth(_LIST_PX)
        top = column(self._title, self._explained, gap=PX.s8, margins=(PX.card_x, PX.s24, PX.card_x, PX.s16))
        left.setLayout(column(top, self.table))
        self._whole = Part()
        whole = row(left, Hairline(is_upright=True), scrolled(self._choice))
        whole.setStretch(2, 1)
        self._whole.setLayout(whole)
        self.setLayout(column(self._whole, self._empty))
        self.retranslate()

    @override
    def begin(self) -> None:
        self.table.setFocus()

    def show_conflicts(self, found: tuple[ConflictView, ...]) -> None:
        """Show what has to be settled."""
        self._all = found
        self.retranslate()

    def take(self, number: int) -> None:
        """Let the value with this place, from 0, count from now on; the place after the last is the one written."""
        view = self._chosen()
        if view is None:
            return
        if number < len(view.sides):
            self.settled.emit(view.key, view.sides[number].value)
        elif number == len(view.sides) and view.may_write_another:
            self.own.setFocus()

    def _take_own(self) -> None:
        view = self._chosen()
        if view is not None and self.own.text().strip():
            self.settled.emit(view.key, self.own.text().strip())

    def _chosen(self) -> ConflictView | None:
        return next((one for one in self._all if one.key == self.table.choice), None)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("To settle"))
        self._explained.setText(
            self.tr("Two devices changed the same field and neither saw the other. Both are kept; please choose.")
        )
        self.table.rows.set_titles((self.tr("What and where"),))
        self.table.show_rows(
            tuple(
                Row(one.key, (Cell(self.speech.column(one.table, one.column), second=one.about, is_strong=True),))
                for one in self._all
            )
        )
        self._empty.say(self.tr("All devices agree"), self.tr("Nothing has to be settled."))
        self._empty.setVisible(not self._all)
        self._whole.setVisible(bool(self._all))
        if self._all and not self._chosen():
            self.table.choose(self._all[0].key)
        self._show_choice()

    def _show_choice(self) -> None:
        view = self._chosen()
        if view is None:
            refill(self._choice, column())
            return
        about, title = (
            Label(view.about, "small", "ink2", wraps=True),
            Label(self.speech.column(view.table, view.column), "page"),
        )
        sides = row(*(self._side(number, one) for number, one in enumerate(view.sides)), gap=PX.between_cards)
        shown = self.tr("Until then “{value}” is shown: it was written last.").replace(
            "{value}", self._value(view, view.sides[0])
        )
        note = row(IconLabel("info", PX.icon, "info"), PX.s8, Label(shown, "small", "ink2", wraps=True))
        note.setStretch(2, 1)
        parts: list[QWidget | QLayout | int | None] = [about, title, PX.s8, sides]
        if view.may_write_another:
            parts.append(self._own(len(view.sides)))
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        refill(self._choice, column(*parts, note, None, gap=PX.s8, margins=margins))

    def _value(self, view: ConflictView, side: Side) -> str:
        return self.speech.value(side.shown, side.choices, view.column) or self.tr("(empty)")

    def _side(self, number: int, side: Side) -> Card:
        view = self._chosen()
        card = Card(is_open=True)
        device = side.device or self.tr("First value")
        top = row(KeyCap(_KEYS[number]), PX.s8, Label(device, "body_strong"), None)
        if number == 0 and side.stamp:
            top.addWidget(Chip(self.tr("written last")))
        card.body.addLayout(top)
        card.body.addWidget(Hairline())
        value = Label(self._value(view, side) if view else "", "page", wraps=True)
        value.setMinimumHeight(PX.s64)
        card.body.addWidget(value)
        card.body.addWidget(Hairline())
        facts = (
            (self.tr("Who"), side.who), (self.tr("Device"), side.device),
            (self.tr("When"), self.speech.moment(side.stamp) if side.stamp else ""),
        )  # fmt: skip
        for name, text in facts:
            label = Label(name, "small", "ink2")
            label.setFixedWidth(PX.s64)
            card.body.addLayout(row(label, Label(text or "—", "small"), None))
        take = Button(self.tr("Take this one"), "outline")
        take.setObjectName(f"take_{number + 1}")
        take.clicked.connect(lambda: self.take(number))
        card.body.addWidget(take)
        return card

    def _own(self, number: int) -> QLayout:
        self.own = Line()
        self.own.setPlaceholderText(self.tr("Neither is right: write another"))
        self.own.returnPressed.connect(self._take_own)
        take = Button(self.tr("Take it"), "outline")
        take.setObjectName("take_own")
        take.clicked.connect(self._take_own)
        return row(KeyCap(_KEYS[min(number, len(_KEYS) - 1)]), self.own, take, gap=PX.s12)
