"""A person let in at two desks that could not see each other: both times side by side, until somebody decides."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLayout, QWidget

from desktop.office.devices_state import Admission, DoubleView
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone


class DoublePane(Part):
    """`settled` tells a check-in and the answer about it; `reopened` a check-in to decide about anew."""

    settled = Signal(str, str)
    reopened = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._view: DoubleView | None = None
        self.setProperty("fill", "background")

    def show_double(self, view: DoubleView) -> None:
        """Show one person with all their admissions."""
        self._view = view
        about = ElidedLabel(" · ".join(filter(None, (view.event, view.room))), "small", "ink2")
        head = row(column(about, Label(view.name, "page")), None)
        head.setStretch(0, 1)
        cards = row(*(self._card(view, place) for place in range(len(view.admissions))), gap=PX.between_cards)
        for place in range(len(view.admissions)):
            # All of them must look equal.
            cards.setStretch(place, 1)
        parts: list[QWidget | QLayout | int | None] = [head, PX.s8, cards, PX.s8]
        parts += self._open() if view.is_open else self._decided(view)
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s48)
        refill(self, column(*parts, None, gap=PX.s8, margins=margins))

    def take_same(self) -> None:
        """Say that it was one person, as the first key does."""
        if self._view is not None and self._view.is_open:
            self.settled.emit(self._view.admissions[0].check_in, "same")

    def _open(self) -> list[QWidget | QLayout | int | None]:
        same = Button(self.tr("The same person: counts once"), "outline")
        same.setObjectName("double_same")
        same.clicked.connect(self.take_same)
        told = self.tr("Neither desk could see the other. Both check-ins stay on record, whatever you decide.")
        note = Label(told, "small", "ink2", wraps=True)
        line = row(IconLabel("info", PX.icon, "info"), PX.s8, note)
        line.setStretch(2, 1)
        return [row(KeyCap("1"), same, None, gap=PX.s12), line]

    def _decided(self, view: DoubleView) -> list[QWidget | QLayout | int | None]:
        answer = next((one.answer for one in view.admissions if one.answer), "")
        said = self.tr("Settled: {answer}").replace("{answer}", self._speech.code("twice", answer))
        again = Button(self.tr("Decide anew"), "outline", "small", icon="undo-2")
        again.setObjectName("reopen_double")
        again.clicked.connect(lambda: self.reopened.emit(view.admissions[0].check_in))
        line = row(IconLabel("check", PX.icon, "success"), PX.s8, Label(said, "small"), None, again)
        return [line]

    def _card(self, view: DoubleView, place: int) -> Card:
        one = view.admissions[place]
        card = Card(is_open=True)
        top = Part()
        top.setFixedHeight(PX.chip)
        chips: list[QWidget | int] = []
        if one.answer:
            tone: Tone = "success" if one.answer == "same" else "neutral"
            chips.append(Chip(self._answer(one), tone))
        elif place == 0:
            chips.append(Chip(self.tr("earlier")))
        told = ElidedLabel(one.desk or one.device or "—", "body_strong")
        line = row(told, PX.s8, *chips)
        line.setStretchFactor(told, 1)
        top.setLayout(line)
        at = Label(self._speech.time(one.at)[:5], "page")
        facts = (
            (self.tr("When"), self._speech.moment(one.at)), (self.tr("Device"), one.device),
            (self.tr("Let in by"), one.who), (self.tr("How"), self._speech.code("check_in_means", one.means)),
        )  # fmt: skip
        for part in (top, Hairline(), at, Hairline()):
            card.body.addWidget(part)
        for name, text in facts:
            card.body.addLayout(_fact(name, text))
        card.body.addStretch(1)
        if view.is_open and not one.answer:
            card.body.addSpacing(PX.s8)
            for answer, text in (
                ("other", self.tr("Somebody else: counts as one more")),
                ("mistake", self.tr("A mistake: take it back")),
            ):
                button = Button(text, "outline")
                button.setObjectName(f"double_{answer}_{place + 1}")
                button.clicked.connect(lambda _on=False, answer=answer: self.settled.emit(one.check_in, answer))
                card.body.addWidget(button)
            card.body.addSpacing(PX.s4)
        return card

    def _answer(self, one: Admission) -> str:
        return {
            "same": self.tr("counts once"), "other": self.tr("somebody else"), "mistake": self.tr("taken back"),
        }.get(one.answer, "")  # fmt: skip


def _fact(name: str, text: str) -> QLayout:
    label = Label(name, "small", "ink2")
    label.setFixedWidth(PX.s64 + PX.s8)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    made = row(label, Label(text or "—", "small", wraps=True))
    made.setStretch(1, 1)
    return made
