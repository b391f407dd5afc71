"""A client list comes in: choose it, look at what would happen, put cells right, import."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from desktop.office.import_state import Preview
from desktop.office.pages.import_check import ImportCheck
from desktop.office.pages.parts import Page, head, offer_events
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.widgets.bars import Loading
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Field, Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.steps import Steps

STEPS = ("choose", "check", "done")


class ImportPage(Page):
    """`file_given` tells a file that was dropped, `choose_wanted` that the person wants to look for one."""

    choose_wanted = Signal()
    file_given = Signal(str)
    event_chosen = Signal(str)
    events_wanted = Signal()
    invitations_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self.setAcceptDrops(True)
        self._result: Preview | None = None
        self._title = Label("", "page")
        self._steps = Steps()
        self._events = Picker()
        self._events.currentIndexChanged.connect(lambda _index: self.event_chosen.emit(self.chosen_event))
        self._event = Field("", self._events)
        self._drop = EmptyState("file-spreadsheet")
        self._drop.acted.connect(self._act)
        self.check = ImportCheck(speech)
        self.check.columns.changing.connect(lambda _is_on: self._show_steps())
        self._finished = EmptyState("check")
        self._finished.acted.connect(self.invitations_wanted)
        self._another = Button("", "outline")
        self._another.clicked.connect(self.start_again)
        self.loading = Loading()
        self._stack = QStackedWidget()
        for part in (self._choose(), self.check, self._done()):
            self._stack.addWidget(part)
        top = row(head(self._title, self._steps), margins=(PX.page_margin, PX.s16, PX.page_margin, 0))
        self.setLayout(column(top, row(self.loading, margins=(PX.page_margin, 0, PX.page_margin, 0)), self._stack))
        self.show_events(())
        self.retranslate()

    def _choose(self) -> Part:
        self._event.setFixedWidth(PX.navigation * 2)
        place = Part()
        place.setProperty("part", "drop")
        place.setLayout(column(None, self._drop, None))
        made = Part()
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        whole = column(row(self._event, None), place, gap=PX.s16, margins=margins)
        whole.setStretchFactor(place, 1)
        made.setLayout(whole)
        return made

    def _done(self) -> Part:
        card = Card()
        card.body.addStretch(1)
        card.body.addWidget(self._finished)
        card.body.addLayout(row(None, self._another, None))
        card.body.addStretch(2)
        made = Part()
        made.setLayout(column(card, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s24)))
        return made

    @property
    def step(self) -> str:
        """Which of STEPS is shown."""
        return STEPS[self._stack.currentIndex()]

    @property
    def chosen_event(self) -> str:
        """The id of the event whose list it is; "" while there is none."""
        return self._events.choice

    def show_events(self, events: tuple[EventRow, ...], chosen: str = "") -> None:
        """The events to choose from."""
        offer_events(self._events, events, chosen)
        self._event.setVisible(bool(events))
        self.retranslate()

    def show_preview(self, file: Path, preview: Preview) -> None:
        """Show what the import would do."""
        self.check.show_preview(file.name, preview)
        self._go("check")

    def show_done(self, preview: Preview) -> None:
        """Show what the import did."""
        self._result = preview
        self._go("done")

    def start_again(self) -> None:
        """Back to choosing a file."""
        self._go("choose")

    def _act(self) -> None:
        (self.choose_wanted if self.chosen_event else self.events_wanted).emit()

    def _go(self, step: str) -> None:
        self._stack.setCurrentIndex(STEPS.index(step))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Import a client list"))
        self._show_steps()
        self._event.set_label(self.tr("For which event"), self.tr("Everybody on the list is invited to it"))
        if self.chosen_event:
            self._drop.say(
                self.tr("Drop the list here, or choose the file"),
                self.tr("XLSX or CSV as you have it. You see what would happen before anything does."),
                self.tr("Choose a file"),
            )
        else:
            self._drop.say(
                self.tr("There is no event yet"),
                self.tr("A list belongs to an event. Build the event first."),
                self.tr("New event"),
            )
        self._another.setText(self.tr("Import another list"))
        self._another.updateGeometry()
        self._tell_result()

    def _show_steps(self) -> None:
        names = (self.tr("Choose"), self.tr("Columns"), self.tr("Check"), self.tr("Done"))
        here = {"choose": 0, "check": 1 if self.check.columns.is_changing else 2, "done": 3}[self.step]
        self._steps.show_steps(names, here)

    def _tell_result(self) -> None:
        if self._result is None:
            return
        said = self.tr("{added} new, {updated} brought up to date, {same} unchanged, {rejected} left out")
        for name, count in (
            ("added", self._result.added), ("updated", self._result.updated),
            ("same", self._result.duplicates), ("rejected", len(self._result.rejected)),
        ):  # fmt: skip
            said = said.replace(f"{{{name}}}", f"{count:,}")
        self._finished.say(self.tr("The list is in"), said, self.tr("On to the invitations"))

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.chosen_event and self.step == "choose":
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.file_given.emit(files[0])
