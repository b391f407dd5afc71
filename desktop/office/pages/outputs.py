"""What leaves the office for an event before its day: the invitations."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.parts import Page, counted, divided, head
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.widgets.bars import Banner, Loading
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Field, Picker, Tick
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


@dataclass(frozen=True, slots=True)
class Outputs:
    """Which outputs of the invitations are wanted."""

    pdf: bool
    pictures: bool
    list: bool


class OutputPage(Page):
    """A page about one event, chosen at its top; without any event it leads to making one."""

    events_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self.rows: tuple[EventRow, ...] = ()
        self.title = Label("", "page")
        self.events = Picker()
        self.events.currentIndexChanged.connect(self.retranslate)
        self._event = Field("", self.events)
        self._event.setFixedWidth(PX.navigation * 2)
        self._empty = EmptyState("calendar-days")
        self._empty.acted.connect(self.events_wanted)
        self.inside = Part()
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        event = row(self._event, None)
        whole = column(head(self.title), event, self.inside, self._empty, None, gap=PX.s16, margins=margins)
        # Without an event its place is the whole page.
        whole.setStretchFactor(self._empty, 99)
        self.setLayout(whole)

    @property
    def chosen_event(self) -> EventRow | None:
        """The event chosen."""
        return next((one for one in self.rows if one.event == self.events.choice), None)

    def show_events(self, events: tuple[EventRow, ...], chosen: str = "") -> None:
        """The events to choose from."""
        self.rows = events
        self.events.set_values(tuple((one.event, one.title) for one in events))
        if chosen:
            self.events.choose(chosen)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._event.set_label(self.tr("Event"))
        self._event.setVisible(bool(self.rows))
        self.inside.setVisible(bool(self.rows))
        self._empty.setVisible(not self.rows)
        self._empty.say(self.tr("There is no event yet"), self.tr("Build the event first."), self.tr("New event"))


class InvitationsPage(OutputPage):
    """`issue_wanted` tells which outputs are wanted."""

    issue_wanted = Signal(object)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._numbers = tuple(Label("", "figure") for _ in range(3))
        self._captions = tuple(Label("", "small", "ink2") for _ in range(3))
        figures, self._what = Card(), Card(" ")
        figures.body.addLayout(divided(*map(counted, self._numbers, self._captions)))
        self.ticks = (Tick(), Tick(), Tick())
        self._hints = tuple(Label("", "small", "ink2", wraps=True) for _ in self.ticks)
        for tick, hint in zip(self.ticks, self._hints, strict=True):
            tick.setChecked(True)
            tick.toggled.connect(self.retranslate)
            # The hint begins where the text of its tick does.
            self._what.body.addLayout(column(tick, row(PX.s24 + PX.s2, hint)))
        self._privacy = Banner("neutral", "lock")
        self._what.body.addSpacing(PX.s4)
        self._what.body.addWidget(self._privacy)
        self._what.body.addSpacing(PX.s4)
        self._is_working = False
        self.loading = Loading(is_writing=True)
        self.issue_button = Button("", "filled")
        self.issue_button.clicked.connect(lambda: self.issue_wanted.emit(self.wanted))
        self._why_not = Label("", "small", "ink2")
        foot = row(self.issue_button, PX.s12, self._why_not, self.loading, None)
        self._what.body.addLayout(foot)
        self._what.body.addSpacing(PX.s4)
        self.inside.setMaximumWidth(PX.window_width - PX.navigation - 2 * PX.page_margin)
        self.inside.setLayout(column(figures, self._what, gap=PX.between_cards))
        self.retranslate()

    @property
    def wanted(self) -> Outputs:
        """What is ticked."""
        pdf, pictures, names = self.ticks
        return Outputs(pdf.isChecked(), pictures.isChecked(), names.isChecked())

    def begin_work(self) -> None:
        """The invitations are being made: one at a time."""
        self._is_working = True
        self.loading.begin()
        self.retranslate()

    def end_work(self) -> None:
        """They are made, or something stood in the way."""
        self._is_working = False
        self.loading.end()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        event = self.chosen_event
        self.title.setText(self.tr("Invitations"))
        counts = (event.invited, event.issued, event.arrived) if event else (0, 0, 0)
        captions = (self.tr("on the list"), self.tr("handed out"), self.tr("have come"))
        for place, (count, caption) in enumerate(zip(counts, captions, strict=True)):
            self._numbers[place].setText(f"{count:,}")
            self._captions[place].setText(caption)
        self._what.set_title(self.tr("What shall be made?"))
        texts = (
            (self.tr("Sheets to print (PDF)"), self.tr("Cards with code and number, several on a page")),
            (self.tr("Pictures to send (PNG)"), self.tr("One for each client, in a folder for each adviser")),
            (self.tr("List with messages (CSV)"), self.tr("A message for each client, ready to paste")),
        )
        for tick, hint, (text, explained) in zip(self.ticks, self._hints, texts, strict=True):
            tick.setText(text)
            tick.updateGeometry()
            hint.setText(explained)
        self._privacy.say(self.tr("The list holds phones in full. Making it is noted in the journal."), "")
        self._privacy.setVisible(self.ticks[2].isChecked())
        self.issue_button.setText(self.tr("Make the invitations"))
        is_possible = bool(event and event.invited) and any(tick.isChecked() for tick in self.ticks)
        self.issue_button.setEnabled(is_possible and not self._is_working)
        self.issue_button.updateGeometry()
        nobody = event is not None and not event.invited
        self._why_not.setText(self.tr("Nobody is on the list yet: import it first") if nobody else "")
