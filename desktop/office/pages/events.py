"""The events of the project, and a new one."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.parts import Page, head
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_FORM_PX = PX.navigation + PX.s96 + PX.s64


class EventsPage(Page):
    """`add_wanted` tells node, title, beginning, end and place as they were typed."""

    add_wanted = Signal(str, str, str, str, str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._events: tuple[EventRow, ...] = ()
        self._title = Label("", "page")
        self._card = Card(is_flush=True)
        self.table = Table(
            (
                *(Column("", 48, is_number=True), Column(""), Column("", 136), Column("", 120)),
                *(Column("", 72, is_number=True), Column("", 72, is_number=True)),
            )
        )
        self._empty = EmptyState("calendar-days")
        self._form = Card(" ")
        self.name, self.starts, self.ends, self.place = Line(), Line(), Line(), Line()
        self.node = Picker(speech.choices("node"))
        self._fields = tuple(
            Field("", control, is_required=control is not self.place)
            for control in (self.name, self.node, self.starts, self.ends, self.place)
        )
        self.add_button = Button("", "filled")
        self.add_button.clicked.connect(self._add)
        for line in (self.name, self.starts, self.ends, self.place):
            line.returnPressed.connect(self._add)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._card.body.addWidget(self.table)
        self._card.body.addWidget(self._empty)
        for field in self._fields:
            self._form.body.addWidget(field)
        self._form.body.addLayout(row(self.add_button, None))
        self._form.setFixedWidth(_FORM_PX)
        right = column(self._form, None)
        below = Part()
        both = row(self._card, right, gap=PX.between_cards)
        both.setStretch(0, 1)
        below.setLayout(both)
        whole = column(
            *(head(self._title), below), gap=PX.s16, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        )
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def show_events(self, events: tuple[EventRow, ...]) -> None:
        """Show the events."""
        self._events = events
        self.retranslate()

    def clear_form(self) -> None:
        """Make the form ready for the next event."""
        for line in (self.name, self.starts, self.ends, self.place):
            line.clear()

    def _add(self) -> None:
        needed = (self.name, self.starts, self.ends)
        for field in self._fields:
            is_missing = field.control in needed and not field.control.text().strip()
            field.set_error(self.tr("Please fill this in") if is_missing else "")
        if all(line.text().strip() for line in needed):
            typed = (line.text().strip() for line in (self.name, self.starts, self.ends, self.place))
            name, starts, ends, place = typed
            self.add_wanted.emit(self.node.choice, name, starts, ends, place)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Events"))
        titles = (
            *(self.tr("No."), self.tr("Event"), self.tr("Kind"), self.tr("Begins")),
            *(self.tr("Invited"), self.tr("Came")),
        )
        self.table.rows.set_titles(titles)
        self.table.show_rows(tuple(self._row(one) for one in self._events))
        self.table.setVisible(bool(self._events))
        self._empty.setVisible(not self._events)
        self._empty.say(self.tr("No event yet"), self.tr("Everything begins with one: fill in the form at the right."))
        self._form.set_title(self.tr("New event"))
        self.node.set_values(self.speech.choices("node"))
        example = self.tr("such as 2026-05-23 09:00")
        texts = (
            (self.tr("Title"), ""), (self.tr("Kind"), ""), (self.tr("Begins"), example), (self.tr("Ends"), example),
            (self.tr("Place"), ""),
        )  # fmt: skip
        for field, (label, help_text) in zip(self._fields, texts, strict=True):
            field.set_label(label, help_text)
        self.add_button.setText(self.tr("Build the event"))
        self.add_button.updateGeometry()

    def _row(self, one: EventRow) -> Row:
        return Row(
            one.event,
            (
                Cell(str(one.number), "ink2", order=one.number),
                Cell(one.title),
                Cell(self.speech.code("node", one.node), "ink2"),
                Cell(self.speech.moment(one.starts_at), order=one.starts_at),
                Cell(str(one.invited), order=one.invited),
                Cell(str(one.arrived), order=one.arrived),
            ),
        )
