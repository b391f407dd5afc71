"""Who receives clients in the hall, at which table, and what the hall's screens say and show."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.services.hall.hosts import Host
from desktop.services.hall.screens import SHOWABLE, Wording
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.fields import Field, Line, Picker, Tick
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

PARTS = ("host", "companion", "executive")
_PLACE_PX = PX.s64 + PX.s8


class HallSeats(Part):
    """`seated` tells a person, a part and a table, `dropped` a person; `worded` the greeting and what is shown."""

    seated = Signal(str, str, str)
    dropped = Signal(str)
    worded = Signal(str, object)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._people: tuple[Person, ...] = ()
        self._hosts: tuple[Host, ...] = ()
        self._wording = Wording(None, shows_name=False, shows_host=False)
        self._title, self._note = Label("", "section"), Label("", "small", "ink2", wraps=True)
        self._rows = Part()
        self.people, self.part, self.place = Picker(), Picker(), Line()
        self.place.setObjectName("seat_place")
        self.place.setFixedWidth(_PLACE_PX)
        self.place.returnPressed.connect(self._add)
        self.add_button = Button("", "outline", icon="user-plus")
        self.add_button.setObjectName("seat_add")
        self.add_button.clicked.connect(self._add)
        self._screens = Label("", "section")
        self.greeting = Line()
        self.greeting.setObjectName("hall_greeting")
        self.greeting.editingFinished.connect(self._word)
        self._greeting = Field("", self.greeting)
        self.shows_name, self.shows_host, self.shows_helmet, self.shows_gift = Tick(), Tick(), Tick(), Tick()
        self._ticks = dict(
            zip(SHOWABLE, (self.shows_name, self.shows_host, self.shows_helmet, self.shows_gift), strict=True)
        )
        for name, tick in self._ticks.items():
            tick.setObjectName(f"shows_{name}")
            tick.clicked.connect(lambda _checked=False: self._word())
        both = row(self.people, self.part, self.place, gap=PX.s8)
        both.setStretch(0, 1)
        inside = Part()
        inside.setProperty("fill", "surface")
        sides = (PX.card_x, PX.s16, PX.card_x, PX.s16)
        inside.setLayout(
            column(
                *(self._title, self._note, Hairline(is_head=True), self._rows, both, row(self.add_button, None)),
                *(PX.s16, self._screens, Hairline(is_head=True), self._greeting, self.shows_host, self.shows_name),
                *(self.shows_helmet, self.shows_gift),
                None,
                gap=PX.s8, margins=sides,
            )
        )  # fmt: skip
        self.setLayout(row(Hairline(is_upright=True), scrolled(inside)))
        self.retranslate()

    def show_seats(self, people: tuple[Person, ...], hosts: tuple[Host, ...], wording: Wording) -> None:
        """Show who could be on duty, who is, and what the screens say."""
        if (people, hosts, wording) != (self._people, self._hosts, self._wording):
            self._people, self._hosts, self._wording = people, hosts, wording
            self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Seats"))
        self._note.setText(self.tr("Families are sent to whoever has the fewest waiting. A table may stay empty."))
        self.add_button.setText(self.tr("Put on duty"))
        self.add_button.updateGeometry()
        here = {one.staff for one in self._hosts}
        self.people.set_values(tuple((one.id, one.name) for one in self._people if one.id not in here))
        self.part.set_values(self._parts())
        self.place.setPlaceholderText(self.tr("Table"))
        for control in (self.people, self.part, self.place, self.add_button):
            control.setVisible(self.people.count() > 0)
        self._screens.setText(self.tr("What the hall sees"))
        self._greeting.set_label(
            self.tr("Greeting at the check-in desk"), self.tr("Empty: Welcome. Never a name or a number in it.")
        )
        if not self.greeting.hasFocus():
            self.greeting.setText(self._wording.greeting or "")
        self.shows_host.setText(self.tr("The host's name beside the table"))
        self.shows_name.setText(self.tr("The client's masked name at the check-in desk"))
        self.shows_helmet.setText(self.tr("How many helmets to take, on the welcome"))
        self.shows_gift.setText(self.tr("That there is a gift, on the welcome"))
        for name, tick in self._ticks.items():
            tick.setChecked(name in self._wording.shows)
        lines: list[QWidget | QLayout] = []
        for one in self._hosts:
            lines += [self._line(one), Hairline()]
        refill(self._rows, column(*lines, gap=PX.s4))
        self._rows.setVisible(bool(lines))

    def _parts(self) -> tuple[tuple[str, str], ...]:
        return tuple((part, self._speech.code("part", part)) for part in PARTS)

    def _line(self, host: Host) -> QLayout:
        name = ElidedLabel(host.name, "body")
        part = Picker(self._parts())
        part.choose(host.part)
        part.setObjectName(f"part_{host.staff}")
        place = Line()
        place.setText(host.place or "")
        place.setFixedWidth(_PLACE_PX)
        place.setObjectName(f"place_{host.staff}")
        place.setAccessibleName(self.tr("Table of {name}").replace("{name}", host.name))

        def say() -> None:
            if (part.choice, place.text().strip()) != (host.part, host.place or ""):
                self.seated.emit(host.staff, part.choice, place.text().strip())

        part.activated.connect(lambda _place: say())
        place.editingFinished.connect(say)
        off = IconButton("x", self.tr("Take {name} off duty").replace("{name}", host.name))
        off.setObjectName(f"off_{host.staff}")
        off.clicked.connect(lambda: self.dropped.emit(host.staff))
        made = row(name, part, place, off, gap=PX.s8)
        made.setStretch(0, 1)
        return made

    def _add(self) -> None:
        if self.people.choice:
            self.seated.emit(self.people.choice, self.part.choice, self.place.text().strip())
            self.place.clear()

    def _word(self) -> None:
        shows, known = tuple(name for name, tick in self._ticks.items() if tick.isChecked()), self._wording.shows
        greeting = self.greeting.text().strip()
        if (greeting, shows) != (self._wording.greeting or "", known):
            self.worded.emit(greeting, shows)
