"""Paper that comes back: one form after the other typed in, with the figures and lists of what is still out."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from desktop.office.pages.entry_form import EntryForm
from desktop.office.pages.entry_lists import LIST_PX, EntryFigures, FormList, HeapPanel
from desktop.office.pages.parts import Page
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.services.forms import listing
from desktop.services.forms.finding import Found
from desktop.services.forms.listing import FormLine
from desktop.services.forms.photos import Heap
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Picker
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.picture_view import PictureView

_LIST, _PICTURES, _HEAP = range(3)
_SIDES = ("list", "pictures")


class EntryPage(Page):
    """`event_chosen` tells that another event's forms are wanted, `files_given` what was dropped, `picture_wanted` the
    attachment to show. What is typed speaks through `form`."""

    event_chosen = Signal()
    events_wanted = Signal()
    choose_wanted = Signal()
    files_given = Signal(list)
    picture_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self.setAcceptDrops(True)
        self._lines: tuple[FormLine, ...] = ()
        self._view = "missing"
        self._shown = ""
        self._title, self._done = Label("", "page"), ElidedLabel("", "small", "success")
        self.events = Picker()
        self.events.setFixedWidth(PX.navigation + PX.s64)
        self.photos_button = Button("", "outline", icon="camera")
        self.photos_button.setObjectName("photographs")
        self.figures = EntryFigures()
        self.form = EntryForm(speech)
        self.list = FormList(speech)
        self.picture = PictureView(self)
        self.heap = HeapPanel(speech)
        self._sides = Options(tuple((side, "") for side in _SIDES), has_digits=False)
        self._empty = EmptyState("calendar-days")
        self._lay_out()
        self._wire()
        self.show_events(())

    def _lay_out(self) -> None:
        self._side_stack = QStackedWidget()
        for part in (self.list, self.picture, self.heap):
            self._side_stack.addWidget(part)
        side = Card(is_flush=True)
        side.body.setSpacing(0)
        self._switch = Part()
        self._switch.setLayout(column(row(self._sides, margins=(PX.s12, PX.s8, PX.s12, PX.s8)), Hairline()))
        side.body.addWidget(self._switch)
        side.body.addWidget(self._side_stack, 1)
        side.setMinimumWidth(LIST_PX)
        both = row(self.form, side, gap=PX.between_cards)
        both.setStretch(0, 5)
        both.setStretch(1, 4)
        self.form.setMaximumWidth(PX.reading_pane)
        self._inside = Part()
        inside = column(self.figures, both, gap=PX.between_cards)
        inside.setStretch(1, 1)
        self._inside.setLayout(inside)
        # What was recorded is said here, where nothing moves under the typist's hands.
        top = row(self._title, PX.s16, self._done, PX.s16, self.events, PX.s8, self.photos_button)
        top.setStretchFactor(self._done, 1)
        whole = column(
            *(top, self._inside, self._empty),
            gap=PX.s16, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s24),
        )  # fmt: skip
        whole.setStretch(1, 1)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self._show_switch()

    def _wire(self) -> None:
        self.events.currentIndexChanged.connect(lambda _index: self.event_chosen.emit())
        self.photos_button.clicked.connect(self.choose_wanted)
        self.figures.chosen.connect(self.show_view)
        self.list.opened.connect(self.form.find_wanted)
        self._sides.chosen.connect(lambda side: self._turn(_SIDES.index(side)))
        self.picture.wanted.connect(self._show_picture)
        self.heap.closed.connect(self._turn_back)
        self._empty.acted.connect(self.events_wanted)

    @override
    def begin(self) -> None:
        self.form.begin()

    @override
    def search(self) -> None:
        self.form.number.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.form.number.selectAll()

    @property
    def chosen_event(self) -> str:
        """The id of the event whose forms come back; "" while there is none."""
        return self.events.choice

    @property
    def done(self) -> str:
        """What was said to be done last."""
        return self._done.text()

    def say_done(self, text: str) -> None:
        """Say what was recorded; it stays until the next thing is."""
        self._done.setText(text)

    @property
    def side(self) -> str:
        """What stands at the right: list, pictures or heap."""
        return (*_SIDES, "heap")[self._side_stack.currentIndex()]

    def show_events(self, events: tuple[EventRow, ...], chosen: str = "") -> None:
        """The events to choose from."""
        before = self.chosen_event
        self.events.set_values(tuple((one.event, one.title) for one in events))
        # Forms come back from an event to which somebody came.
        chosen = chosen or ("" if before else next((one.event for one in events if one.arrived), ""))
        if chosen:
            self.events.choose(chosen)
        self.retranslate()
        if self.chosen_event != before:
            self.event_chosen.emit()

    def show_lines(self, lines: tuple[FormLine, ...]) -> None:
        """The forms of the event as they stand now."""
        self._lines = lines
        self._show_lists()

    def show_view(self, view: str) -> None:
        """Show the list of a figure."""
        self._view = view
        self._show_lists()
        self._turn(_LIST)

    def show_found(self, found: Found, now_ms: int) -> None:
        """Open a form; its pictures, if it has any, stand beside the fields."""
        is_same = found.form == self.form.form
        self.form.show_found(found, now_ms)
        self._show_switch()
        if found.pictures and not (is_same and self._shown):
            self._turn(_PICTURES)
            self._show_picture(0)
        elif not found.pictures:
            self._shown = ""
            self._turn_back()

    def show_nothing(self) -> None:
        """Make ready for the next form."""
        self._shown = ""
        self.form.clear()
        self._show_switch()
        self._turn_back()
        self.form.begin()

    def show_image(self, attachment: str, image: QImage) -> None:
        """Show a picture, unless the person has gone on by then."""
        if attachment == self._shown:
            self.picture.show_image(image)

    def show_absent(self, attachment: str, what: str, next_step: str) -> None:
        """Say why a picture cannot be shown, unless the person has gone on by then."""
        if attachment == self._shown:
            self.picture.show_absent(what, next_step)

    def show_heap(self, heap: Heap) -> None:
        """Show how far the photographs are."""
        self.heap.show_heap(heap)
        self._turn(_HEAP)
        self.photos_button.setEnabled(heap.is_done)

    def _show_lists(self) -> None:
        self.figures.show_counts(listing.counts(self._lines), self._view)
        self.list.show_lines(self._lines, self._view)

    def _show_picture(self, place: int) -> None:
        found = self.form.found
        if found is None or place >= len(found.pictures):
            return
        one = found.pictures[place]
        self._shown = one.attachment
        self.picture.show_place(place, len(found.pictures), one.name)
        self.picture_wanted.emit(one.attachment)

    def _turn_back(self) -> None:
        """What stands at the right when nothing else is asked for; work under way stays in sight."""
        if self.side == "heap" and not self.photos_button.isEnabled():
            return
        found = self.form.found
        self._turn(_PICTURES if found and found.pictures and self._shown else _LIST)

    def _turn(self, side: int) -> None:
        self._side_stack.setCurrentIndex(side)
        self._sides.choose(_SIDES[side] if side < _HEAP else "")
        self._show_switch()

    def _show_switch(self) -> None:
        found = self.form.found
        self._switch.setVisible(bool(found and found.pictures) and self.side != "heap")

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Forms that come back"))
        self.photos_button.setText(self.tr("Photographs"))
        self.photos_button.updateGeometry()
        self.events.setAccessibleName(self.tr("Event"))
        self._sides.set_texts((self.tr("Forms"), self.tr("Pictures of the form")))
        self._empty.say(self.tr("There is no event yet"), self.tr("Build the event first."), self.tr("New event"))
        has_event = bool(self.chosen_event)
        for part in (self._inside, self.events, self.photos_button):
            part.setVisible(has_event)
        self._empty.setVisible(not has_event)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and self.chosen_event and self.photos_button.isEnabled():
            event.acceptProposedAction()

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            self.files_given.emit(files)
