"""The right column: what we still owe this client, and what was said before; covered while they sit here."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from desktop.host.cover import Cover
from desktop.host.days import day_said
from desktop.host.guide_panel import GuidePanel
from desktop.host.state import Hall, Talk, days_late
from desktop.host.wording import code_said, joined, language_now, moment
from desktop.rules.guides import Guide
from desktop.services.receptions.hall import ClientCard, Owed, Told
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Text
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, mark, row
from desktop.widgets.theme import Ink


class BesideColumn(Part):
    """The column; `added` names a concern and the words that the client adds to it, `typed` the same at every letter,
    `taken_up` an aside with its words that becomes a concern of this talk, `guided` a line of the guide, ticked or not,
    `answered` a question of the guide with value and words, `left` that the guide has been asked.
    """

    added = Signal(str, str)
    typed = Signal(str, str)
    guided = Signal(int, bool)
    taken_up = Signal(str, str)
    answered = Signal(str, str, str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self.setFixedWidth(PX.host_right)
        self._card: ClientCard | None = None
        self._hall: Hall | None = None
        self._today = date.min
        self._is_covered = True
        self._adding = ""
        self._typed: dict[str, str] = {}
        self._is_nearby_open = False
        self._ticked: frozenset[int] = frozenset()
        self._guide: Guide | None = None
        self._answers: dict[str, tuple[str, str]] = {}
        self._is_asking = False
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
        if card is None or self._card is None or card.client != self._card.client:
            self._is_nearby_open = False
        self._card, self._hall, self._today, self._is_covered = card, hall, today, is_covered
        self.retranslate()

    @override
    def retranslate(self) -> None:
        is_hidden = self._is_covered and not self._is_asking
        self._cover.setVisible(is_hidden)
        self._scroll.setVisible(not is_hidden)
        page = QWidget()
        page.setProperty("fill", "surface")
        card = None if self._is_covered else self._card
        parts = [*self._owed(card), *self._passed(card), *self._told(card), *self._nearby(card)] if card else []
        panel = self._guide_panel(self._guide) if self._guide is not None and not is_hidden else None
        if panel is not None:
            parts += [Hairline(), panel] if parts else [panel]
        page.setLayout(column(*parts, None, gap=PX.s8, margins=(PX.card_x, PX.s16, PX.s16, PX.s16)))
        self._scroll.setWidget(page)
        if self._is_asking and panel is not None:
            panel.begin()

    @property
    def is_asking(self) -> bool:
        """Whether the keyboard is at the questions of the guide."""
        return self._is_asking

    def ask(self, *, is_on: bool) -> bool:
        """Go to the questions of the guide, which show even while covered, or leave them; False without any."""
        if is_on and (self._guide is None or not self._guide.questions):
            return False
        self._is_asking = is_on
        self.retranslate()
        return True

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

    def _passed(self, card: ClientCard) -> list[QWidget]:
        """What was said in passing and no concern has come of yet."""
        parts: list[QWidget] = [Hairline(), self._head(self.tr("Said in passing"), "")] if card.passing else []
        for one in card.passing:
            raise_it = Button(self.tr("Make it a concern"), "outline", "small", icon="arrow-up")
            raise_it.setObjectName(f"take_up_{one.aside}")
            raise_it.clicked.connect(lambda _checked=False, one=one: self.taken_up.emit(one.aside, one.words))
            line = Part()
            day = day_said(moment(one.at, self._hall.zone).date(), language_now()) if self._hall else ""
            line.setLayout(row(raise_it, None, Label(day, "caption", "ink3")))
            parts += [Words(one.words, "body"), line]
        return parts

    def _nearby(self, card: ClientCard) -> list[QWidget]:
        """The same building: how many until it is opened, then their words with the room; never a name."""
        if not card.nearby:
            return []
        count = self.tr("Building {building}: {count}").replace("{building}", card.building)
        head = self._head(self.tr("Said in the same building"), count.replace("{count}", str(len(card.nearby))))
        parts: list[QWidget] = [Hairline(), head]
        if not self._is_nearby_open:
            part, button = Part(), Button(self.tr("Show them"), "quiet", "small", trailing="arrow-right")
            button.setObjectName("show_nearby")
            button.clicked.connect(self._open_nearby)
            part.setLayout(row(button, None))
            return [*parts, part]
        for one in card.nearby:
            parts += [Words(one.words, "body"), Label(one.room, "caption", "ink3")]
        return parts

    def _guide_panel(self, guide: Guide) -> GuidePanel:
        panel = GuidePanel(guide, self._ticked, self._answers, is_alone=self._is_covered)
        panel.ticked.connect(self._turned)
        panel.answered.connect(self._told_guide)
        panel.left.connect(self.left)
        return panel

    def _turned(self, place: int, is_on: bool) -> None:
        self._ticked = self._ticked | {place} if is_on else self._ticked - {place}
        self.guided.emit(place, is_on)

    def _told_guide(self, key: str, value: str, words: str) -> None:
        self._answers[key] = (value, words)
        self.answered.emit(key, value, words)

    def _open_nearby(self) -> None:
        self._is_nearby_open = True
        self.retranslate()

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
        number = ElidedLabel(told.number, "caption", "ink3")
        line.setLayout(row(chip, number, None, Label(day, "caption", "ink3"), gap=PX.s8))
        parts.append(line)
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
        field.set_text(self._typed.get(told.concern, ""))
        field.textChanged.connect(lambda: self._note(field.toPlainText()))
        field.setAccessibleName(self.tr("What the client adds"))
        save = Button(self.tr("Keep the addition"), "outline", "small", icon="check")
        save.setObjectName("keep_addition")
        save.clicked.connect(self._keep)
        back = Button(self.tr("Back"), "quiet", "small")
        back.clicked.connect(self._drop)
        part.setLayout(column(field, row(save, back, None, gap=PX.s8), gap=PX.s8))
        field.setFocus()
        return part

    def _head(self, title: str, aside: str) -> QWidget:
        part = Part()
        part.setLayout(row(Label(title, "body_strong"), None, Label(aside, "small", "ink3")))
        return part

    def write_on(self, talk: Talk) -> None:
        """What was being added, ticked and answered when the talk was last open is there again."""
        self._ticked, self._guide, self._is_asking = talk.guided, talk.guide, False
        self._answers = {one.question: (one.answer, one.words) for one in talk.answers}
        self._typed = {one.adds_to: one.words for one in talk.additions}
        self._adding = talk.additions[-1].adds_to if talk.additions else ""

    def _note(self, typed: str) -> None:
        if typed != self._typed.get(self._adding, ""):
            self._typed[self._adding] = typed
            self.typed.emit(self._adding, typed)

    def _add_to(self, concern: str) -> None:
        self._adding = concern
        self.retranslate()

    def _drop(self) -> None:
        concern, self._adding = self._adding, ""
        self._typed.pop(concern, None)
        self.typed.emit(concern, "")
        self.retranslate()

    def _keep(self) -> None:
        concern, words = self._adding, self._typed.get(self._adding, "")
        if words.strip():
            self.added.emit(concern, words)

    def added_to(self, concern: str) -> None:
        """What was added is recorded; it is not being written any more."""
        self._typed.pop(concern, None)
        if self._adding == concern:
            self._adding = ""
