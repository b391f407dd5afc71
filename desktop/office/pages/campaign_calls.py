"""Every call of a campaign: entered, void, scored by its checklist; words that are still to be entered."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.parts import dotted, refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.rules import campaigns as rules
from desktop.services.campaigns.mine import Made
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Line, Picker, Text
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Tone

_ANSWERS = {"yes": True, "no": False}


class CampaignCalls(Part):
    """Signals name the call: its words and type, why it is void, that it counts again, how it was."""

    entered = Signal(str, str, str)
    named = Signal(str, str, str)
    voided = Signal(str, str)
    restored = Signal(str)
    scored = Signal(str, str, dict)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._made: tuple[Made, ...] = ()
        self._names: dict[str, str] = {}
        self._checklist: tuple[str, ...] = ()
        self._options: dict[str, Options] = {}
        self.table = Table(
            (Column("", 112, fits=True), Column("", 72, fits=True), Column(""), Column("", 96, fits=True))
        )  # fmt: skip
        self.table.chosen.connect(lambda _call: self._show_pane())
        card = Card(is_flush=True)
        card.body.addWidget(self.table)
        self._pane, self._none = Card(" "), Label("", "small", "ink3", wraps=True)
        self.words, self.type = Text(PX.s64, PX.s96), Picker()
        self._words, self._type = Field("", self.words), Field("", self.type)
        self.enter_button = Button("", "outline", "small")
        self.enter_button.clicked.connect(self._enter)
        self.name, self.phone = Line(), Line()
        self._name, self._phone = Field("", self.name), Field("", self.phone)
        self.name_button = Button("", "outline", "small")
        self.name_button.clicked.connect(self._say_name)
        self.why = Line()
        self._why = Field("", self.why)
        self.void_button = Button("", "outline", "small")
        self.void_button.setObjectName("void_call")
        self.void_button.clicked.connect(self._void)
        self.observer = Picker()
        self._observer, self._lines = Field("", self.observer), Part()
        self.score_button = Button("", "outline", "small")
        self.score_button.setObjectName("score_call")
        self.score_button.clicked.connect(self._score)
        for part in (self._none, self._words, self._type):
            self._pane.body.addWidget(part)
        self._pane.body.addLayout(row(self.enter_button, None))
        self._pane.body.addWidget(self._name)
        self._pane.body.addWidget(self._phone)
        self._pane.body.addLayout(row(self.name_button, None))
        self._pane.body.addWidget(self._observer)
        self._pane.body.addWidget(self._lines)
        self._pane.body.addLayout(row(self.score_button, None))
        self._pane.body.addWidget(self._why)
        self._pane.body.addLayout(row(self.void_button, None))
        inside = Part()
        inside.setProperty("fill", "background")
        inside.setLayout(column(self._pane, None, margins=(0, 0, PX.scroll, 0)))
        right = scrolled(inside)
        right.setFixedWidth(PX.host_right)
        both = row(card, right, gap=PX.s12)
        both.setStretch(0, 1)
        self.setLayout(both)
        self.retranslate()

    def show_calls(self, made: tuple[Made, ...], checklist: tuple[str, ...], names: dict[str, str]) -> None:
        """Show calls, the latest first; `names` says who made each of them."""
        self._made, self._names = made, names
        if checklist != self._checklist:
            self._checklist = checklist
            self._options = {line: Options((("yes", ""), ("no", "")), has_digits=False) for line in checklist}
            layout = column(gap=PX.s4)
            for line, options in self._options.items():
                one = row(Label(line, "small", "ink2", wraps=True), PX.s8, options)
                one.setStretch(0, 1)
                layout.addLayout(one)
            refill(self._lines, layout)
        self.retranslate()

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Show who may have listened."""
        # Nobody by themselves: a score stands under a person's name.
        self.observer.set_values((("", "—"), *((one.id, one.name) for one in people)))

    @property
    def _one(self) -> Made | None:
        return next((one for one in self._made if one.contact == self.table.choice), None)

    @override
    def retranslate(self) -> None:
        titles = (self.tr("Time of the call"), self.tr("Way"), self.tr("Client"), self.tr("Result"))
        self.table.rows.set_titles(titles)
        self.table.show_rows(tuple(self._row(one) for one in self._made))
        self.type.set_values(self._speech.choices("type"))
        self._words.set_label(self.tr("Words of the client, still to be entered"))
        self._type.set_label(self.tr("Type"))
        self._observer.set_label(self.tr("Who listened and scores"))
        self._why.set_label(self.tr("Why this call counts nowhere"))
        self._name.set_label(self.tr("Who called"))
        self._phone.set_label(self.tr("Telephone"))
        for options in self._options.values():
            options.set_texts((self.tr("Yes"), self.tr("No")))
        for button, text in (
            (self.enter_button, self.tr("Enter the words")), (self.name_button, self.tr("Keep the name")),
            (self.score_button, self.tr("Keep the score")),
        ):  # fmt: skip
            button.setText(text)
            button.updateGeometry()
        self._none.setText(self.tr("Choose a call to enter its words, score it, or declare it void."))
        self._show_pane()

    def _row(self, one: Made) -> Row:
        tone: Tone = "neutral" if one.is_voided else "success" if one.result == rules.TALKED else "warning"
        result = self.tr("Void") if one.is_voided else self._speech.code("call_result", one.result)
        if one.result == rules.TALKED and not one.number and not one.is_voided:
            tone, result = "warning", self.tr("To be entered")
        who = dotted(one.name or one.phone_masked, one.number or one.order_number)
        return Row(
            one.contact,
            (
                Cell(self._speech.moment(one.at), "ink2", order=one.at),
                Cell(self._speech.code("call_direction", one.direction), "ink2"),
                Cell(dotted(self._names.get(one.contact, ""), who)),
                Cell(result, tone=tone),
            ),
        )

    def _show_pane(self) -> None:
        one = self._one
        is_talk = one is not None and one.result == rules.TALKED and not one.is_voided
        lacks_words = is_talk and one is not None and not one.number
        self._pane.set_title(self._names.get(one.contact, "") if one else self.tr("This call"))
        self._none.setVisible(one is None)
        for part in (self._words, self._type, self.enter_button):
            part.setVisible(lacks_words)
        for scoring in (self._observer, self._lines, self.score_button):
            scoring.setVisible(is_talk and not lacks_words)
        for naming in (self._name, self._phone, self.name_button):
            naming.setVisible(is_talk and not lacks_words and one is not None and not one.is_named)
        self._why.setVisible(one is not None and not one.is_voided)
        self.void_button.setVisible(one is not None)
        self.void_button.setText(self.tr("Count it again") if one and one.is_voided else self.tr("Declare it void"))
        self.void_button.updateGeometry()
        for options in self._options.values():
            options.choose("")

    def _enter(self) -> None:
        one = self._one
        if one is not None and self.words.toPlainText().strip():
            self.entered.emit(one.contact, self.words.toPlainText(), self.type.choice)
            self.words.set_text("")

    def _say_name(self) -> None:
        one = self._one
        if one is not None and self.name.text().strip():
            self.named.emit(one.contact, self.name.text(), self.phone.text())
            self.name.clear()
            self.phone.clear()

    def _void(self) -> None:
        one = self._one
        if one is None:
            return
        if one.is_voided:
            self.restored.emit(one.contact)
        elif self.why.text().strip():
            self.voided.emit(one.contact, self.why.text())
            self.why.clear()
        else:
            self._why.set_error(self.tr("Please say why"))
            return
        self._why.set_error("")

    def _score(self) -> None:
        one = self._one
        judged = {line: _ANSWERS.get(options.choice) for line, options in self._options.items()}
        if one is not None and self.observer.choice:
            self.scored.emit(one.contact, self.observer.choice, judged)
