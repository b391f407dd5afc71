"""Where two devices changed the same field and neither saw the other: both values, until a person decides."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.devices_state import ChangeLine, ConflictView, Shown, Side
from desktop.office.pages.parts import Page, refill, scrolled
from desktop.office.speech import Speech
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Line
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Ink

_LIST_PX = PX.navigation + PX.s96 + PX.s24
_KEYS = ("1", "2", "3", "4")
_WHEN_PX, _VALUE_PX = 128, 176
# A longer list scrolls.
_MOST_PX = 6 * PX.row_two_lines


class ConflictsPage(Page):
    """`settled` tells the key of a disagreement, the value that counts from now on, and how it reads; `reopened` the
    key of one that is to be decided anew."""

    settled = Signal(str, str, str)
    reopened = Signal(str)
    begun = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._open: tuple[ConflictView, ...] = ()
        self._ended: tuple[ConflictView, ...] = ()
        self._chosen_key = ""
        self._title, self._bare_title = Label("", "page"), Label("", "page")
        self._explained = Label("", "small", "ink2", wraps=True)
        self._agree = Label("", "small", "ink2", wraps=True)
        self._lately = Label("", "small", "ink2")
        self.table, self.ended_table = (Table((Column(""),), PX.row_two_lines, inset_px=PX.card_x) for _ in range(2))
        for table in (self.table, self.ended_table):
            table.horizontalHeader().hide()
            table.chosen.connect(self._choose)
        self._empty = EmptyState("git-compare-arrows")
        self._choice = Part()
        self._choice.setProperty("fill", "background")
        self.own = Line()
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
        top = column(self._title, self._explained, gap=PX.s8, margins=(side, PX.s16, side, PX.s16))
        agree = row(self._agree, margins=(side, 0, side, PX.s16))
        lately = column(row(self._lately, margins=(side, PX.s16, side, PX.s8)), Hairline(), self.ended_table)
        self._lately_part = Part()
        self._lately_part.setLayout(lately)
        layout = column(top, agree, Hairline(), self.table, self._lately_part, None)
        left.setLayout(layout)
        self._whole = Part()
        whole = row(left, Hairline(is_upright=True), scrolled(self._choice))
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

    def show_conflicts(self, found: tuple[ConflictView, ...]) -> None:
        """Show what has to be settled."""
        if found == self._open:
            return
        # Whoever has settled one goes on with the next, without reaching for the list.
        keys, left = [one.key for one in self._open], {one.key for one in found}
        if self._chosen_key in keys and self._chosen_key not in left and found:
            self._chosen_key = found[min(keys.index(self._chosen_key), len(found) - 1)].key
        self._open = found
        self._show_lists()
        self.table.choose(self._chosen_key)

    def show_settled(self, found: tuple[ConflictView, ...]) -> None:
        """Show what was settled lately."""
        if found != self._ended:
            self._ended = found
            self._show_lists()

    def take(self, number: int) -> None:
        """Let the value with this place, from 0, count from now on; the place after the last is the one written."""
        view = self._chosen()
        if view is None or view.settled is not None:
            return
        if number < len(view.sides):
            side = view.sides[number]
            self.settled.emit(view.key, side.value, self._value(view, side))
        elif number == len(view.sides) and view.may_write_another:
            self.own.setFocus()

    def _take_own(self) -> None:
        view, text = self._chosen(), self.own.text().strip()
        if view is not None and text:
            self.settled.emit(view.key, text, text)

    def _chosen(self) -> ConflictView | None:
        return next((one for one in (*self._open, *self._ended) if one.key == self._chosen_key), None)

    def _choose(self, key: str) -> None:
        self._chosen_key = key
        other = self.ended_table if any(one.key == key for one in self._open) else self.table
        other.clearSelection()
        self._show_choice()

    @override
    def retranslate(self) -> None:
        for label in (self._title, self._bare_title):
            label.setText(self.tr("To settle"))
        self._explained.setText(
            self.tr("Two devices changed the same field and neither saw the other. Both are kept; please choose.")
        )
        self._agree.setText(self.tr("All devices agree now."))
        self._lately.setText(self.tr("Settled lately"))
        self._empty.say(self.tr("All devices agree"), self.tr("Nothing has to be settled."))
        self._show_lists()

    def _show_lists(self) -> None:
        for table, views in ((self.table, self._open), (self.ended_table, self._ended)):
            table.show_rows(tuple(self._row(one) for one in views))
            table.setVisible(bool(views))
            table.setFixedHeight(min(table.verticalHeader().length() + PX.s2, _MOST_PX))
        is_any = bool(self._open or self._ended)
        self._explained.setVisible(bool(self._open))
        self._agree.setVisible(not self._open)
        self._lately_part.setVisible(bool(self._ended))
        self._bare.setVisible(not is_any)
        self._whole.setVisible(is_any)
        if is_any and self._chosen() is None:
            self._chosen_key = (self._open or self._ended)[0].key
            (self.table if self._open else self.ended_table).choose(self._chosen_key)
        self._show_choice()

    def _row(self, view: ConflictView) -> Row:
        about = view.about
        if view.settled is not None:
            now = self.tr("now {value}").replace("{value}", self._told(view, view.settled))
            about = " · ".join(filter(None, (about.partition(" · ")[0], now)))
        title = self.speech.column(view.table, view.column)
        ink: Ink = "ink2" if view.settled is not None else "ink1"
        return Row(view.key, (Cell(title, ink, second=about, is_strong=view.settled is None),))

    def _show_choice(self) -> None:
        view = self._chosen()
        if view is None:
            refill(self._choice, column())
            return
        about = ElidedLabel(view.about, "small", "ink2")
        title = Label(self.speech.column(view.table, view.column), "page")
        before = Label("", "small", "ink2")
        if view.before is not None:
            before.setText(self.tr("It was {value}").replace("{value}", self._told(view, view.before)))
        head = row(column(about, title), PX.s16, before)
        head.setStretch(0, 1)
        sides = row(*(self._side(view, number, one) for number, one in enumerate(view.sides)), gap=PX.between_cards)
        for number in range(len(view.sides)):
            # Both sides must look equal, whatever stands in them.
            sides.setStretch(number, 1)
        parts: list[QWidget | QLayout | int | None] = [head, PX.s8, sides, PX.s8]
        parts += self._decided(view) if view.settled is not None else self._undecided(view)
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s96)
        refill(self._choice, column(*parts, PX.s16, *self._history(view), None, gap=PX.s8, margins=margins))

    def _undecided(self, view: ConflictView) -> list[QWidget | QLayout | int | None]:
        shown = self.tr("Until then “{value}” is shown: it was written last.")
        note = Label(shown.replace("{value}", self._value(view, view.sides[0])), "small", "ink2", wraps=True)
        line = row(IconLabel("info", PX.icon, "info"), PX.s8, note)
        line.setStretch(2, 1)
        return [self._own(len(view.sides)), line] if view.may_write_another else [line]

    def _decided(self, view: ConflictView) -> list[QWidget | QLayout | int | None]:
        shown = self.tr("Settled on “{value}”, {when}").replace("{when}", self.speech.moment(view.settled_at))
        value = self._told(view, view.settled) if view.settled else ""
        again = Button(self.tr("Decide anew"), "outline", "small", icon="undo-2")
        again.setObjectName("reopen")
        again.clicked.connect(lambda: self.reopened.emit(view.key))
        said = Label(shown.replace("{value}", value), "small", wraps=True)
        line = row(IconLabel("check", PX.icon, "success"), PX.s8, said, PX.s8, again)
        line.setStretch(2, 1)
        return [line]

    def _value(self, view: ConflictView, side: Side) -> str:
        return self._told(view, Shown(side.value, side.shown, side.choices))

    def _told(self, view: ConflictView, shown: Shown) -> str:
        return self.speech.value(shown.shown, shown.choices, view.column) or self.tr("(empty)")

    def _side(self, view: ConflictView, number: int, side: Side) -> Card:
        card = Card(is_open=True)
        device = side.device or self.tr("First value")
        top = Part()
        top.setFixedHeight(PX.chip)
        sign: list[QWidget | int] = [KeyCap(_KEYS[number]), PX.s8] if view.settled is None else []
        chips: list[QWidget | int] = []
        if view.settled is not None and view.settled.value == side.value:
            chips = [Chip(self.tr("Taken"), "success", "check"), PX.s8]
        if number == 0 and side.stamp:
            chips.append(Chip(self.tr("written last")))
        told = ElidedLabel(device, "body_strong")
        line = row(*sign, told, PX.s8, *chips)
        line.setStretchFactor(told, 1)
        top.setLayout(line)
        value = Label(self._value(view, side), "page", wraps=True)
        value.setMinimumHeight(PX.s64)
        facts = (
            (self.tr("Who"), side.who), (self.tr("Device"), side.device),
            (self.tr("When"), self.speech.moment(side.stamp) if side.stamp else ""),
            (self.tr("Had seen"), self._told(view, side.seen) if side.seen else ""),
        )  # fmt: skip
        lines = []
        for name, text in facts:
            label = Label(name, "small", "ink2")
            label.setFixedWidth(PX.s64 + PX.s8)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            fact = row(label, Label(text or "—", "small", wraps=True))
            fact.setStretch(1, 1)
            lines.append(fact)
        for part in (top, Hairline(), value, Hairline()):
            card.body.addWidget(part)
        for fact in lines:
            card.body.addLayout(fact)
        card.body.addStretch(1)
        if view.settled is None:
            take = Button(self.tr("Take this one"), "outline")
            take.setObjectName(f"take_{number + 1}")
            take.clicked.connect(lambda: self.take(number))
            card.body.addSpacing(PX.s8)
            card.body.addWidget(take)
            card.body.addSpacing(PX.s4)
        return card

    def _own(self, number: int) -> QLayout:
        self.own = Line()
        self.own.setPlaceholderText(self.tr("Neither is right: write another"))
        self.own.setAccessibleName(self.tr("Neither is right: write another"))
        self.own.returnPressed.connect(self._take_own)
        take = Button(self.tr("Take it"), "outline")
        take.setObjectName("take_own")
        take.setEnabled(False)
        take.clicked.connect(self._take_own)
        self.own.textChanged.connect(lambda text: take.setEnabled(bool(text.strip())))
        return row(KeyCap(_KEYS[min(number, len(_KEYS) - 1)]), self.own, take, gap=PX.s12)

    def _history(self, view: ConflictView) -> list[QWidget | QLayout | int | None]:
        count = self.tr("{count} times").replace("{count}", str(len(view.history)))
        parts: list[QWidget | QLayout | int | None] = [
            row(Label(self.tr("History of this field"), "body_strong"), None, Label(count, "small", "ink2")),
            Hairline(is_head=True),
        ]
        for one in view.history:
            parts += [self._change(view, one), Hairline()]
        return parts

    def _change(self, view: ConflictView, one: ChangeLine) -> QLayout:
        when = Label(self.speech.moment(one.stamp) if one.stamp else "—", "small", "ink2")
        when.setFixedWidth(_WHEN_PX)
        value = ElidedLabel(self._told(view, one.told), "small_strong")
        value.setFixedWidth(_VALUE_PX)
        who = Label(" · ".join(filter(None, (one.who, one.device))) or "—", "small", "ink2")
        seen = self.tr("had seen {value}").replace("{value}", self._told(view, one.seen)) if one.seen else ""
        end = Label(seen or self.tr("first value"), "small", "ink2")
        return row(when, value, who, None, end, gap=PX.s8)
