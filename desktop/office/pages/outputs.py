"""Invitations: who of an event's list was reached in the week before, and what leaves the office for them."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.calls import CallsPart
from desktop.office.pages.parts import Page, counted, divided, offer_events
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.widgets.bars import Banner, Loading
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Picker, Tick
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


@dataclass(frozen=True, slots=True)
class Outputs:
    """Which outputs of the invitations are wanted."""

    pdf: bool
    pictures: bool
    list: bool


class InvitationsPage(Page):
    """Who was reached, and what leaves the office: `issue_wanted` tells which outputs are wanted.

    `list_wanted` names the event whose people are to be shown, `numbers_wanted` the one whose numbers are.
    """

    events_wanted = Signal()
    issue_wanted = Signal(object)
    list_wanted = Signal(str)
    numbers_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self.rows: tuple[EventRow, ...] = ()
        # Whether the person has said which of the two they want to see.
        self._has_chosen = False
        self._listed = ""
        self.title = Label("", "page")
        self.events = Picker()
        self.events.setMinimumWidth(PX.navigation)
        self.events.currentIndexChanged.connect(lambda _place: self._show_event())
        self.views = Options((("calls", ""), ("make", "")), has_digits=False)
        self.views.choose("make")
        self.views.chosen.connect(self._chose_view)
        self.numbers_button = Button("", "outline", icon="chart-column")
        self.numbers_button.setObjectName("numbers")
        self.numbers_button.clicked.connect(lambda: self.numbers_wanted.emit(self.events.choice))
        self._empty = EmptyState("calendar-days")
        self._empty.acted.connect(self.events_wanted)
        self.calls = CallsPart(speech)
        self.inside = Part()
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
        self.inside.setLayout(column(figures, self._what, None, gap=PX.between_cards))
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s16)
        self._head = Part()
        self._head.setLayout(row(self.title, PX.s16, self.views, None, self.events, PX.s8, self.numbers_button))
        self._head.setFixedHeight(PX.s48)
        whole = column(self._head, self.inside, self.calls, self._empty, gap=PX.s12, margins=margins)
        for part in (self.inside, self.calls, self._empty):
            whole.setStretchFactor(part, 1)
        self.setLayout(whole)
        self.retranslate()

    @property
    def chosen_event(self) -> EventRow | None:
        """The event chosen."""
        return next((one for one in self.rows if one.event == self.events.choice), None)

    def show_events(self, events: tuple[EventRow, ...], chosen: str = "") -> None:
        """The events to choose from."""
        self.rows = events
        offer_events(self.events, events, chosen)
        self._show_event()

    def _show_event(self) -> None:
        event = self.chosen_event
        if not self._has_chosen:
            # Before anybody is on the list there is nobody to call.
            self.views.choose("calls" if event and event.invited else "make")
        self.retranslate()
        # What was written meanwhile is read anew by whoever wrote it.
        if event is not None and event.event != self._listed:
            self._listed = event.event
            self.list_wanted.emit(event.event)

    def _chose_view(self, _view: str) -> None:
        self._has_chosen = True
        self.retranslate()
        self.begin()

    @override
    def begin(self) -> None:
        if self.calls.isVisibleTo(self) and self.calls.matching:
            self.calls.begin()
        else:
            super().begin()

    @override
    def search(self) -> None:
        if self.calls.isVisibleTo(self):
            self.calls.search_line.setFocus()
            self.calls.search_line.selectAll()

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
        event = self.chosen_event
        self.title.setText(self.tr("Invitations"))
        self.views.set_texts((self.tr("Call list"), self.tr("Make invitations")))
        self.views.updateGeometry()
        self.numbers_button.setText(self.tr("Numbers of the day"))
        self.numbers_button.updateGeometry()
        for part in (self.views, self.events, self.numbers_button):
            part.setVisible(bool(self.rows))
        shown = self.views.choice if self.rows else ""
        contents: dict[str, Part] = {"": self._empty, "make": self.inside, "calls": self.calls}
        # First away, then here: both at once for a moment would push the window higher.
        for name, content in sorted(contents.items(), key=lambda one: one[0] == shown):
            content.setVisible(name == shown)
        self._empty.say(self.tr("There is no event yet"), self.tr("Build the event first."), self.tr("New event"))
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
