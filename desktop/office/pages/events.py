"""The events of the project: built and changed beside the list, with their slots and who is on duty."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from typing_extensions import override

from db.events import LeftOpen
from desktop.office.pages.duty_card import DutyCard
from desktop.office.pages.parts import Page, head, scrolled
from desktop.office.speech import Speech
from desktop.office.state import EventRow, Person
from desktop.services.events.events import OnDuty
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Field, Line, Picker, Text
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

_FORM_PX = PX.navigation + PX.s96 + PX.s96
_SLOTS_PX = PX.s64
# From this width on there is room for the kind of each event; the form says it always.
_WIDE_PX, _KIND = 1_300, 2


class EventsPage(Page):
    """`add_wanted` and `save_wanted` tell the fields as they were typed, `save_wanted` after the event's id."""

    add_wanted = Signal(dict)
    save_wanted = Signal(str, dict)
    chosen = Signal(str)
    put_wanted = Signal(str, str, str, str)
    drop_wanted = Signal(str, str)
    close_wanted = Signal(str)
    reopen_wanted = Signal(str)
    history_wanted = Signal(str)
    # Either tells an EventRow.
    kit_wanted = Signal(object)
    closing_wanted = Signal(object)
    rehearsal_wanted = Signal(object)
    # Either tells a node.
    needs_wanted = Signal(str)
    guide_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._events: tuple[EventRow, ...] = ()
        # The event in the form; "" while a new one is built.
        self._event = ""
        self._title = Label("", "page")
        self.new_button = Button("", "outline", icon="plus")
        self.new_button.clicked.connect(self.begin_new)
        self._card = Card(is_flush=True)
        self.table = Table(
            (
                *(Column("", 56, is_number=True), Column(""), Column("", 112, fits=True), Column("", 136, fits=True)),
                *(Column("", 72, is_number=True, fits=True), Column("", 72, is_number=True, fits=True)),
                Column("", 96, fits=True),
            )
        )
        self.widen(self.table, (_KIND,), _WIDE_PX)
        self.table.chosen.connect(self._chose)
        self._empty = EmptyState("calendar-days")
        self._form = Card(" ")
        self.name, self.starts, self.ends, self.place = Line(), Line(), Line(), Line()
        self.slots = Text(_SLOTS_PX, 2 * _SLOTS_PX)
        self.node = Picker(speech.choices("node"))
        self._fields = tuple(
            Field("", control, is_required=control not in (self.place, self.slots))
            for control in (self.name, self.node, self.starts, self.ends, self.place, self.slots)
        )
        self.add_button, self.close_button = Button("", "filled"), Button("", "outline")
        self.close_button.setObjectName("close_event")
        self.add_button.clicked.connect(self._commit)
        self.close_button.clicked.connect(self._close)
        self.kit_button = Button("", "outline", "small", icon="usb")
        self.closing_button = Button("", "outline", "small", icon="list-todo")
        self.rehearsal_button = Button("", "outline", "small", icon="timer")
        self.rehearsal_button.setObjectName("event_rehearsal")
        self.rehearsal_button.clicked.connect(lambda: self.rehearsal_wanted.emit(self._found(self._event)))
        self.kit_button.setObjectName("event_kit")
        self.closing_button.setObjectName("event_closing")
        self.history_button = Button("", "quiet", "link", trailing="history")
        self.history_button.setObjectName("history")
        self.history_button.clicked.connect(lambda: self.history_wanted.emit(self._event))
        self.kit_button.clicked.connect(lambda: self.kit_wanted.emit(self._found(self._event)))
        self.closing_button.clicked.connect(lambda: self.closing_wanted.emit(self._found(self._event)))
        self.needs_button = Button("", "outline", "small", icon="lightbulb")
        self.guide_button = Button("", "outline", "small", icon="book-open-text")
        self.needs_button.setObjectName("event_needs")
        self.guide_button.setObjectName("event_guide")
        self.needs_button.clicked.connect(lambda: self.needs_wanted.emit(self._node_shown()))
        self.guide_button.clicked.connect(lambda: self.guide_wanted.emit(self._node_shown()))
        self._left = Label("", "small", "ink2", wraps=True)
        self.duty = DutyCard(speech)
        self.duty.put.connect(lambda staff, part, reason: self.put_wanted.emit(self._event, staff, part, reason))
        self.duty.dropped.connect(lambda staff: self.drop_wanted.emit(self._event, staff))
        for line in (self.name, self.starts, self.ends, self.place):
            line.returnPressed.connect(self._commit)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        self._card.body.addWidget(self.table)
        self._card.body.addWidget(self._empty)
        name, node, starts, ends, place, slots = self._fields
        times = row(starts, ends, gap=PX.s12)
        for part in (name, node, times, place, slots):
            if isinstance(part, Field):
                self._form.body.addWidget(part)
            else:
                self._form.body.addLayout(part)
        self._form.body.addWidget(self._left)
        self._form.body.addLayout(row(self.add_button, PX.s8, self.close_button, None))
        self._form.body.addLayout(row(self.kit_button, PX.s8, self.closing_button, None))
        self._form.body.addLayout(row(self.rehearsal_button, PX.s8, self.history_button, None))
        self._form.body.addLayout(row(self.guide_button, PX.s8, self.needs_button, None))
        inside = Part()
        inside.setProperty("fill", "background")
        margins = (0, 0, PX.page_margin, 0)
        inside.setLayout(column(self._form, self.duty, None, gap=PX.between_cards, margins=margins))
        right = scrolled(inside)
        right.setFixedWidth(_FORM_PX + PX.page_margin)
        below = Part()
        both = row(self._card, right, gap=PX.between_cards)
        both.setStretch(0, 1)
        below.setLayout(both)
        top = row(head(self._title, self.new_button), margins=margins)
        whole = column(top, below, gap=PX.s16, margins=(PX.page_margin, PX.s16, 0, PX.s24))
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @property
    def event_id(self) -> str:
        """The event in the form; "" for a new one."""
        return self._event

    def show_events(self, events: tuple[EventRow, ...]) -> None:
        """Show the events; the one in the form is shown anew unless somebody is typing in it."""
        self._events = events
        self.retranslate()

    def show_staff(self, people: tuple[Person, ...]) -> None:
        """Show who could be put on duty."""
        self.duty.show_people(people)

    def show_duty(self, event: str, on_duty: tuple[OnDuty, ...], left: LeftOpen) -> None:
        """Show who is on duty at an event, and what is still open there."""
        if event != self._event:
            return
        self.duty.show_duty(on_duty)
        open_ = []
        if left.talks:
            open_.append(self.tr("{count} talks not ended").replace("{count}", str(left.talks)))
        if left.provisional:
            open_.append(self.tr("{count} check-ins to be confirmed").replace("{count}", str(left.provisional)))
        self._left.setText(self.tr("Still open: {what}").replace("{what}", self.speech.listed(open_)) if open_ else "")
        self._left.setVisible(bool(open_))

    def begin_new(self) -> None:
        """Make the form ready for the next event."""
        self._event = ""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rows.index(-1, -1))
        self.clear_form()
        self.retranslate()
        self.name.setFocus()

    def clear_form(self) -> None:
        """Empty every field."""
        for line in (self.name, self.starts, self.ends, self.place):
            line.clear()
        self.slots.set_text("")
        for field in self._fields:
            field.set_error("")

    def _chose(self, event: str) -> None:
        one = self._found(event)
        if one is None or event == self._event:
            return
        self._event = event
        self.clear_form()
        self.name.setText(one.title)
        self.node.choose(one.node)
        self.starts.setText(self.speech.typed(one.starts_at))
        self.ends.setText(self.speech.typed(one.ends_at))
        self.place.setText(one.place)
        for line in (self.name, self.place):
            line.setCursorPosition(0)
        self.slots.set_text(one.slots)
        self._show_form()
        self.chosen.emit(event)

    def _found(self, event: str) -> EventRow | None:
        return next((one for one in self._events if one.event == event), None)

    def _node_shown(self) -> str:
        one = self._found(self._event)
        return one.node if one else ""

    def _typed(self) -> Mapping[str, str]:
        return {
            "title": self.name.text().strip(), "node": self.node.choice, "starts": self.starts.text().strip(),
            "ends": self.ends.text().strip(), "place": self.place.text().strip(), "slots": self.slots.toPlainText(),
        }  # fmt: skip

    def _commit(self) -> None:
        needed = (self.name, self.starts, self.ends)
        for field in self._fields:
            is_missing = field.control in needed and not field.control.text().strip()
            field.set_error(self.tr("Please fill this in") if is_missing else "")
        if not all(line.text().strip() for line in needed):
            return
        if self._event:
            self.save_wanted.emit(self._event, dict(self._typed()))
        else:
            self.add_wanted.emit(dict(self._typed()))

    def _close(self) -> None:
        one = self._found(self._event)
        if one is not None:
            (self.reopen_wanted if one.is_closed else self.close_wanted).emit(one.event)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Events"))
        self.new_button.setText(self.tr("New event"))
        self.new_button.updateGeometry()
        titles = (
            *(self.tr("No."), self.tr("Event"), self.tr("Kind"), self.tr("Begins")),
            *(self.tr("Invited"), self.tr("Came"), self.tr("State")),
        )
        self.table.rows.set_titles(titles)
        self.table.show_rows(tuple(self._row(one) for one in self._events))
        self.table.setVisible(bool(self._events))
        self._empty.setVisible(not self._events)
        self._empty.say(self.tr("No event yet"), self.tr("Everything begins with one: fill in the form at the right."))
        self.node.set_values(self.speech.choices("node"))
        example = self.tr("such as 2026-05-23 09:00")
        slots = self.tr("with room for how many: 09:00-10:30 morning | 60")
        texts = (
            (self.tr("Title"), ""), (self.tr("Kind"), ""), (self.tr("Begins"), example), (self.tr("Ends"), example),
            (self.tr("Place"), ""), (self.tr("Slots, one a line"), slots),
        )  # fmt: skip
        for field, (label, help_text) in zip(self._fields, texts, strict=True):
            field.set_label(label, help_text)
        self._show_form()

    def _show_form(self) -> None:
        one = self._found(self._event)
        self._form.set_title(one.title if one else self.tr("New event"))
        self.add_button.setText(self.tr("Save the changes") if one else self.tr("Build the event"))
        self.add_button.updateGeometry()
        self.close_button.setVisible(one is not None)
        self.close_button.setText(
            self.tr("Continue this event") if one and one.is_closed else self.tr("Close the event")
        )
        self.kit_button.setText(self.tr("Event kit"))
        self.closing_button.setText(self.tr("Closing list"))
        self.rehearsal_button.setText(self.tr("Rehearsal"))
        self.history_button.setText(self.tr("Whole history"))
        self.guide_button.setText(self.tr("Guide of the talks"))
        self.needs_button.setText(self.tr("Needs"))
        for button in (
            self.close_button,
            self.kit_button,
            self.closing_button,
            self.rehearsal_button,
            self.history_button,
            self.guide_button,
            self.needs_button,
        ):
            button.updateGeometry()
            button.setVisible(one is not None)
        self.duty.setVisible(one is not None)
        if one is None:
            self._left.hide()

    def _row(self, one: EventRow) -> Row:
        state = (
            Cell(self.tr("Closed"), tone="neutral", icon="check")
            if one.is_closed
            else Cell(self.tr("Not closed"), tone="info")
        )
        return Row(
            one.event,
            (
                Cell(str(one.number), "ink2", order=one.number),
                Cell(one.title),
                Cell(self.speech.code("node", one.node), "ink2"),
                Cell(self.speech.moment(one.starts_at), order=one.starts_at),
                Cell(f"{one.invited:,}", order=one.invited),
                Cell(f"{one.arrived:,}", order=one.arrived),
                state,
            ),
        )
