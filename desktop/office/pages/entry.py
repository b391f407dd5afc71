"""Paper that comes back: one form after the other typed in, with the figures and lists of what is still out."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QStackedWidget
from typing_extensions import override

from desktop.office.pages.entry_boxes import EntryBoxes
from desktop.office.pages.entry_form import EntryForm
from desktop.office.pages.entry_lists import LIST_PX, EntryFigures, FormList, HeapPanel
from desktop.office.pages.parts import Page
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.services.forms import listing
from desktop.services.forms.boxes import ReadProgress, Ticks
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

_LIST, _BOXES, _PICTURES, _HEAP = range(4)
_SIDES = ("list", "boxes", "pictures")
# Lower than this the page cannot show the figures and, whole, a form beside what was read from its paper.
_LOW_PX = PX.window_height + PX.s96


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
        self._strips: dict[str, QImage] = {}
        self._title, self._done = Label("", "page"), ElidedLabel("", "small", "success")
        self.events = Picker()
        self.events.setFixedWidth(PX.navigation + PX.s64)
        self.photos_button = Button("", "outline", icon="camera")
        self.photos_button.setObjectName("photographs")
        self.figures = EntryFigures()
        self.form = EntryForm(speech)
        self.list = FormList(speech)
        self.boxes = EntryBoxes(speech)
        self.picture = PictureView(self)
        self.heap = HeapPanel(speech)
        self._sides = Options(tuple((side, "") for side in _SIDES), has_digits=False)
        self._empty = EmptyState("calendar-days")
        self._lay_out()
        self._wire()
        self.show_events(())

    def _lay_out(self) -> None:
        self._side_stack = QStackedWidget()
        for part in (self.list, self.boxes, self.picture, self.heap):
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
        self.form.next_wanted.connect(self.open_next)
        whole = QShortcut(QKeySequence("Ctrl+B"), self)
        whole.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        whole.activated.connect(self.turn_over)
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
        """What stands at the right: list, boxes, pictures or heap."""
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

    def show_found(self, found: Found, ticks: Ticks, now_ms: int) -> None:
        """Open a form; its pictures, if it has any, stand beside the fields, or its boxes while some are to confirm."""
        is_same = found.form == self.form.form
        if not is_same:
            self._strips = {}
        self.form.show_found(found, now_ms)
        self.boxes.show_form(found.form, ticks)
        self.form.show_paper(ticks.next_row, self._strips)
        self._show_switch()
        if found.pictures and not (is_same and self._shown):
            self._turn(_PICTURES)
            self._show_picture(0)
        elif not found.pictures:
            self._shown = ""
            self._turn_back()
        if self.boxes.is_asking:
            self._turn(_BOXES)
            self.boxes.begin()

    def show_ticks(self, form: str, ticks: Ticks) -> None:
        """Show how the boxes of the form stand now, unless the person has gone on by then."""
        if form != self.form.form:
            return
        was_asking = self.boxes.is_asking
        self.boxes.show_form(form, ticks)
        if not was_asking and self.boxes.is_asking and self.side != "heap":
            # They were read while somebody types: the hand stays where it is.
            self._turn(_BOXES)
        elif was_asking and not self.boxes.is_asking:
            # Another relation than the list's waits in sight for a person to decide.
            if ticks.relation is None:
                self._turn(_PICTURES if self._shown else _LIST)
            self.form.begin()
        elif self.side == "boxes" and not isinstance(QApplication.focusWidget(), QLineEdit | QPlainTextEdit):
            self.boxes.go_on()
        self._show_switch()

    def show_crops(self, form: str, boxes: Mapping[str, QImage], fields: Mapping[str, QImage]) -> None:
        """Show what was cut from the pictures of the form: box and field -> strip."""
        if form != self.form.form:
            return
        self._strips = {**self._strips, **fields}
        self.boxes.show_images(boxes)
        self.form.show_paper(self.boxes.ticks.next_row, self._strips)

    def show_progress(self, progress: ReadProgress) -> None:
        """How far the forms that were read are."""
        self.boxes.show_progress(progress)
        self.list.show_progress(progress)

    def turn_over(self) -> None:
        """From the boxes to the whole picture, and back."""
        if self.form.found is None or self.side == "heap":
            return
        if self.side == "pictures" and self.boxes.ticks.boxes:
            self._turn(_BOXES)
            self.boxes.begin()
        elif self._shown:
            self._turn(_PICTURES)

    def following(self, after: str = "") -> str:
        """The number of the next form whose paper is back and that nobody has typed in; "" without one.

        `after` is the number of the form that is done.
        """
        waiting = sorted(one.number for one in self._lines if one.standing == "returned" and one.number != after)
        return next((one for one in waiting if one > after), waiting[0] if waiting else "")

    def open_next(self, after: str = "") -> bool:
        """Go on to the form that follows; False without one."""
        following = self.following(after)
        if following:
            self.form.find_wanted.emit(following)
        return bool(following)

    def _make_room(self) -> None:
        """In a low window the figures give way to the handwriting beside the fields."""
        is_low = self.height() < _LOW_PX
        self.figures.setVisible(not (is_low and self.form.found and self.boxes.ticks.boxes))

    def show_nothing(self) -> None:
        """Make ready for the next form."""
        self._shown, self._strips = "", {}
        self.form.clear()
        self.boxes.show_form("", Ticks())
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
        self._make_room()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Forms that come back"))
        self.photos_button.setText(self.tr("Photographs"))
        self.photos_button.updateGeometry()
        self.events.setAccessibleName(self.tr("Event"))
        self._sides.set_texts((self.tr("Forms"), self.tr("Ticks"), self.tr("Pictures of the form")))
        self._empty.say(self.tr("There is no event yet"), self.tr("Build the event first."), self.tr("New event"))
        has_event = bool(self.chosen_event)
        for part in (self._inside, self.events, self.photos_button):
            part.setVisible(has_event)
        self._empty.setVisible(not has_event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

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
