"""The right column: what we still owe this client, and what was said before; covered while they sit here."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from desktop.host.cover import Cover
from desktop.host.days import day_said
from desktop.host.state import Hall, days_late
from desktop.host.wording import code_said, joined, language_now, moment
from desktop.services.receptions.hall import ClientCard, Owed, Told
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Text
from desktop.widgets.labels import Hairline, IconLabel, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, mark, row
from desktop.widgets.theme import Ink


class BesideColumn(Part):
    """The column; `added` names a concern and the words that the client adds to it."""

    added = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self.setFixedWidth(PX.host_right)
        self._card: ClientCard | None = None
        self._hall: Hall | None = None
        self._today = date.min
        self._is_covered = True
        self._adding = ""
        self._typed = ""
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._cover = Cover()
        whole = row(Hairline(is_upright=True), column(self._scroll, self._cover))
        self.setLayout(whole)
        self.retranslate()

    def show_card(self, card: ClientCard | None, hall: Hall, today: date, *, is_covered: bool) -> None:
        """Show what is known of the client; nothing of it is held by any part while covered."""
        self._card, self._hall, self._today, self._is_covered = card, hall, today, is_covered
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._cover.setVisible(self._is_covered)
        self._scroll.setVisible(not self._is_covered)
        page = QWidget()
        page.setProperty("fill", "surface")
        parts = [] if self._card is None or self._is_covered else [*self._owed(self._card), *self._told(self._card)]
        page.setLayout(column(*parts, None, gap=PX.s8, margins=(PX.card_x, PX.s16, PX.s16, PX.s16)))
        self._scroll.setWidget(page)

    def _owed(self, card: ClientCard) -> list[QWidget]:
        title = self._head(self.tr("Promises not kept yet"), str(len(card.owed)))
        none = Label(self.tr("Nothing is owed to this client."), "small", "ink3", wraps=True)
        return [title, *(self._promise(one) for one in card.owed)] if card.owed else [title, none]

    def _promise(self, owed: Owed) -> QWidget:
        late = days_late(owed.due, self._today)
        part = Part()
        part.setProperty("part", "banner")
        mark(part, "tone", "warning" if late else "accent")
        ink: Ink = "warning_ink" if late else "accent_ink"
        words = Label(owed.text, "body", "ink1", wraps=True)
        day = day_said(date.fromisoformat(owed.due), language_now())
        since = self.tr("{count} d late").replace("{count}", str(late)) if late else ""
        second = Label(joined(day, owed.by, since), "small", ink, wraps=True)
        sign = column(IconLabel("clock-alert" if late else "handshake", PX.icon, ink), None)
        inner = row(sign, column(words, second), gap=PX.s8, margins=(PX.s12, PX.s8, PX.s12, PX.s8))
        inner.setStretch(1, 1)
        part.setLayout(inner)
        return part

    def _told(self, card: ClientCard) -> list[QWidget]:
        if not card.told:
            return []
        parts: list[QWidget] = [Hairline(), self._head(self.tr("Said before"), str(len(card.told)))]
        for told in card.told:
            parts.extend(self._said(told))
        return parts

    def _said(self, told: Told) -> list[QWidget]:
        states = self._hall.codes.states if self._hall else ()
        parts: list[QWidget] = [Words(told.words, "body")]
        parts += [Words(words, "body", "ink2") for words in told.added]
        chip = Chip(code_said(states, told.state), "info")
        line = Part()
        day = day_said(moment(told.at, self._hall.zone).date(), language_now()) if self._hall else ""
        line.setLayout(row(chip, Label(day, "caption", "ink3"), None, gap=PX.s8))
        parts += [line, Label(told.number, "caption", "ink3")]
        parts.append(self._addition(told) if self._adding == told.concern else self._add_button(told))
        return parts

    def _add_button(self, told: Told) -> QWidget:
        part, button = Part(), Button(self.tr("Add to it"), "outline", "small", icon="plus")
        button.setObjectName(f"add_to_{told.concern}")
        button.clicked.connect(lambda: self._add_to(told.concern))
        part.setLayout(row(button, None))
        return part

    def _addition(self, told: Told) -> QWidget:
        part, field = Part(), Text(PX.s96, PX.words_field)
        field.setObjectName("addition")
        field.set_text(self._typed)
        field.textChanged.connect(lambda: self._note(field.toPlainText()))
        field.setAccessibleName(self.tr("What the client adds"))
        save = Button(self.tr("Keep the addition"), "outline", "small", icon="check")
        save.setObjectName("keep_addition")
        save.clicked.connect(self._keep)
        back = Button(self.tr("Back"), "quiet", "small")
        back.clicked.connect(lambda: self._add_to(""))
        part.setLayout(column(field, row(save, back, None, gap=PX.s8), gap=PX.s8))
        field.setFocus()
        return part

    def _head(self, title: str, aside: str) -> QWidget:
        part = Part()
        part.setLayout(row(Label(title, "body_strong"), None, Label(aside, "small", "ink3")))
        return part

    def _note(self, typed: str) -> None:
        self._typed = typed

    def _add_to(self, concern: str) -> None:
        self._adding, self._typed = concern, ""
        self.retranslate()

    def _keep(self) -> None:
        concern, words = self._adding, self._typed
        if words.strip():
            self._adding, self._typed = "", ""
            self.added.emit(concern, words)
