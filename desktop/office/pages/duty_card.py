"""Who of the staff is on duty at an event, and as what."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.services.events.events import PARTS, OnDuty
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class DutyCard(Card):
    """`put` tells a person, a part and why without the training, `dropped` a person."""

    put = Signal(str, str, str)
    dropped = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(" ")
        self._speech = speech
        self._people: tuple[Person, ...] = ()
        self._on_duty: tuple[OnDuty, ...] = ()
        self._rows = Part()
        self.people, self.part = Picker(), Picker(tuple((part, "") for part in PARTS))
        self.add_button = Button("", "outline", icon="user-plus")
        self.add_button.clicked.connect(self._add)
        # Asked for only where somebody lacks a course.
        self.reason = Line()
        self._reason = Field("", self.reason)
        self._courses = ""
        self.reason.returnPressed.connect(self._add)
        self.people.activated.connect(lambda _place: self.forget_reason())
        self.part.activated.connect(lambda _place: self.forget_reason())
        self._nobody = Label("", "small", "ink3", wraps=True)
        both = row(self.people, self.part, gap=PX.s8)
        both.setStretch(0, 1)
        self.body.addWidget(self._nobody)
        self.body.addWidget(self._rows)
        self.body.addLayout(both)
        self.body.addWidget(self._reason)
        self.body.addLayout(row(self.add_button, None))
        self.retranslate()

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Show who could be put on duty."""
        self._people = people
        self.retranslate()

    def show_duty(self, on_duty: tuple[OnDuty, ...]) -> None:
        """Show who is."""
        self._on_duty = on_duty
        self.retranslate()

    def ask_reason(self, courses: str) -> None:
        """Ask why somebody who has not passed these courses is put on duty all the same."""
        self._courses = courses
        self.retranslate()
        self.reason.setFocus()

    def forget_reason(self) -> None:
        """Ask for no reason any more."""
        if self._courses:
            self._courses = ""
            self.reason.clear()
            self.retranslate()

    def _add(self) -> None:
        reason = self.reason.text().strip() if self._courses else ""
        if self._courses and not reason:
            self.reason.setFocus()
        elif self.people.choice:
            self.put.emit(self.people.choice, self.part.choice, reason)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("On duty"), str(len(self._on_duty)) if self._on_duty else "")
        self.part.set_values(tuple((part, self._speech.code("part", part)) for part in PARTS))
        self._reason.setVisible(bool(self._courses))
        asked = self.tr("Not passed: {courses}. Why on duty all the same?")
        self._reason.set_label(asked.replace("{courses}", self._courses))
        here = {one.staff for one in self._on_duty}
        self.people.set_values(tuple((one.id, one.name) for one in self._people if one.id not in here))
        is_anybody = self.people.count() > 0
        for control in (self.people, self.part, self.add_button):
            control.setVisible(is_anybody)
        self.add_button.setText(self.tr("Put on duty all the same") if self._courses else self.tr("Put on duty"))
        self.add_button.updateGeometry()
        self._nobody.setText(
            self.tr("Nobody yet. Who receives clients stands in Settings, Staff.")
            if not self._people
            else self.tr("Nobody yet. Hosts on duty are offered first at the table.")
        )
        self._nobody.setVisible(not self._on_duty)
        lines: list[QWidget | QLayout] = []
        for one in self._on_duty:
            lines += [self._line(one), Hairline()]
        refill(self._rows, column(*lines, gap=PX.s4))
        self._rows.setVisible(bool(lines))

    def _line(self, one: OnDuty) -> QLayout:
        away = IconButton("x", self.tr("Take {name} off duty").replace("{name}", one.name))
        away.setObjectName(f"off_{one.staff}")
        away.clicked.connect(lambda: self.dropped.emit(one.staff))
        name = ElidedLabel(one.name, "body")
        untrained = Chip(self.tr("Without training"), "warning", "info")
        untrained.setToolTip(one.untrained)
        untrained.setVisible(bool(one.untrained))
        made = row(name, untrained, Chip(self._speech.code("part", one.part)), away, gap=PX.s8)
        made.setStretch(0, 1)
        return made
