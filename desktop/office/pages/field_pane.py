"""A field on which devices disagree: both values side by side, until a person decides; and its history."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget

from desktop.office.devices_state import ChangeLine, ConflictView, Shown, Side
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Line
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_KEYS = ("1", "2", "3", "4")
_WHEN_PX, _VALUE_PX = 128, 176


class FieldPane(Part):
    """`settled` tells the key of a disagreement, the value that counts from now on, and how it reads; `reopened` the
    key of one that is to be decided anew."""

    settled = Signal(str, str, str)
    reopened = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.speech = speech
        self._view: ConflictView | None = None
        self.own = Line()
        self.setProperty("fill", "background")

    def take(self, number: int) -> None:
        """Let the value with this place, from 0, count from now on; the place after the last is the one written."""
        view = self._view
        if view is None or view.settled is not None:
            return
        if number < len(view.sides):
            side = view.sides[number]
            self.settled.emit(view.key, side.value, self._value(view, side))
        elif number == len(view.sides) and view.may_write_another:
            self.own.setFocus()

    def _take_own(self) -> None:
        view, text = self._view, self.own.text().strip()
        if view is not None and text:
            self.settled.emit(view.key, text, text)

    def show_field(self, view: ConflictView) -> None:
        """Show one field with all its values."""
        self._view = view
        about = ElidedLabel(view.about, "small", "ink2")
        title = Label(self.speech.column(view.table, view.column), "page")
        before = Label("", "small", "ink2")
        if view.before is not None:
            before.setText(self.tr("It was {value}").replace("{value}", self.told(view, view.before)))
        head = row(column(about, title), PX.s16, before)
        head.setStretch(0, 1)
        sides = row(*(self._side(view, number, one) for number, one in enumerate(view.sides)), gap=PX.between_cards)
        for number in range(len(view.sides)):
            # Both sides must look equal, whatever stands in them.
            sides.setStretch(number, 1)
        parts: list[QWidget | QLayout | int | None] = [head, PX.s8, sides, PX.s8]
        parts += self._decided(view) if view.settled is not None else self._undecided(view)
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s96)
        refill(self, column(*parts, PX.s16, *self._history(view), None, gap=PX.s8, margins=margins))

    def _undecided(self, view: ConflictView) -> list[QWidget | QLayout | int | None]:
        shown = self.tr("Until then “{value}” is shown: it was written last.")
        note = Label(shown.replace("{value}", self._value(view, view.sides[0])), "small", "ink2", wraps=True)
        line = row(IconLabel("info", PX.icon, "info"), PX.s8, note)
        line.setStretch(2, 1)
        return [self._own(len(view.sides)), line] if view.may_write_another else [line]

    def _decided(self, view: ConflictView) -> list[QWidget | QLayout | int | None]:
        shown = self.tr("Settled on “{value}”, {when}").replace("{when}", self.speech.moment(view.settled_at))
        value = self.told(view, view.settled) if view.settled else ""
        again = Button(self.tr("Decide anew"), "outline", "small", icon="undo-2")
        again.setObjectName("reopen")
        again.clicked.connect(lambda: self.reopened.emit(view.key))
        said = Label(shown.replace("{value}", value), "small", wraps=True)
        line = row(IconLabel("check", PX.icon, "success"), PX.s8, said, PX.s8, again)
        line.setStretch(2, 1)
        return [line]

    def _value(self, view: ConflictView, side: Side) -> str:
        return self.told(view, Shown(side.value, side.shown, side.choices))

    def told(self, view: ConflictView, shown: Shown) -> str:
        """A value as it is read."""
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
            (self.tr("Had seen"), self.told(view, side.seen) if side.seen else ""),
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
        value = ElidedLabel(self.told(view, one.told), "small_strong")
        value.setFixedWidth(_VALUE_PX)
        who = Label(" · ".join(filter(None, (one.who, one.device))) or "—", "small", "ink2")
        seen = self.tr("had seen {value}").replace("{value}", self.told(view, one.seen)) if one.seen else ""
        end = Label(seen or self.tr("first value"), "small", "ink2")
        return row(when, value, who, None, end, gap=PX.s8)
