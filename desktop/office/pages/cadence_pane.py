"""How often each level receives clients, and a line to set it anew."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.duty_state import Duties
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.rules.duty import PERIODS, Cadence
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Picker
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Ink

_MOST_PX = 8 * PX.s96
_MOST_RECEPTIONS = 6


class CadencePane(Part):
    """`set_wanted` tells level, months, receptions, and the month from which periods are counted."""

    set_wanted = Signal(str, int, int, int)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "background")
        self._speech = speech
        self._cadences: tuple[tuple[str, Cadence], ...] = ()
        self._card, self._form = Card(" "), Card(" ")
        self._rows = Part()
        self._note = Label("", "small", "ink3", wraps=True)
        self.level, self.months, self.receptions, self.first_month = Picker(), Picker(), Picker(), Picker()
        self._fields = tuple(Field("", one) for one in (self.level, self.receptions, self.months, self.first_month))
        self.level.currentIndexChanged.connect(lambda _place: self._follow())
        self.set_button = Button("", "filled", icon="check")
        self.set_button.setObjectName("set_cadence")
        self.set_button.clicked.connect(self._set)
        self._card.body.addWidget(self._rows)
        both = row(*self._fields, gap=PX.s12)
        for place in range(4):
            both.setStretch(place, 1)
        self._form.body.addLayout(both)
        self._form.body.addWidget(self._note)
        self._form.body.addLayout(row(self.set_button, None))
        inside, centre = Part(), Part()
        inside.setProperty("fill", "background")
        centre.setMaximumWidth(_MOST_PX)
        centre.setLayout(column(self._card, self._form, None, gap=PX.between_cards))
        inside.setLayout(row(centre, None, margins=(PX.page_margin, PX.s8, PX.page_margin, PX.s24)))
        inside_layout = inside.layout()
        assert inside_layout is not None
        self.setLayout(column(scrolled(inside)))
        self.retranslate()

    def show_cadences(self, found: Duties) -> None:
        """Show how often each level receives now."""
        self._cadences = found.cadences
        self.retranslate()
        self._follow()

    def _follow(self) -> None:
        """The form says what the chosen level has."""
        now = dict(self._cadences).get(self.level.choice)
        if now is not None:
            self.months.choose(str(now.months))
            self.receptions.choose(str(now.receptions))
            self.first_month.choose(str(now.first_month))

    def _set(self) -> None:
        if self.level.choice:
            self.set_wanted.emit(
                self.level.choice, int(self.months.choice), int(self.receptions.choice), int(self.first_month.choice)
            )

    @override
    def retranslate(self) -> None:
        speech = self._speech
        self._card.set_title(self.tr("How often each level receives clients"))
        self._form.set_title(self.tr("Set it anew"))
        names = (self.tr("Level"), self.tr("How many times"), self.tr("In every"), self.tr("Counted from"))
        for field, name in zip(self._fields, names, strict=True):
            field.set_label(name)
        self.level.set_values(speech.choices("level"))
        self.months.set_values(tuple((str(count), self._every(count)) for count in PERIODS))
        self.receptions.set_values(tuple((str(count), str(count)) for count in range(_MOST_RECEPTIONS + 1)))
        month = self.tr("month {number}")
        self.first_month.set_values(
            tuple((str(number), month.replace("{number}", str(number))) for number in range(1, 13))
        )
        self._note.setText(
            self.tr("It begins with a period of its own; periods that are over keep what was owed in them.")
        )
        self.set_button.setText(self.tr("Set"))
        self.set_button.updateGeometry()
        lines: list[QWidget | QLayout] = []
        for level, cadence in self._cadences:
            said = self.tr("nothing by a fixed rule")
            if cadence.receptions:
                times = self.tr("{count} in every {period}").replace("{count}", str(cadence.receptions))
                said = times.replace("{period}", self._every(cadence.months))
                if cadence.first_month != 1:
                    since = self.tr("counted from month {number}").replace("{number}", str(cadence.first_month))
                    said = f"{said} · {since}"
            ink: Ink = "ink1" if cadence.receptions else "ink3"
            words = row(Label(speech.code("level", level), "body"), None, Label(said, "body", ink))
            lines += [words, Hairline()]
        refill(self._rows, column(*lines[:-1], gap=PX.s8))

    def _every(self, months: int) -> str:
        words = {
            1: self.tr("month"), 2: self.tr("two months"), 3: self.tr("quarter"), 4: self.tr("four months"),
            6: self.tr("half year"), 12: self.tr("year"),
        }  # fmt: skip
        return words[months]
