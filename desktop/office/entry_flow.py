"""Wiring of the forms that come back: found, kept while typed, recorded; photographs one by one; the hand scanner."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from db.errors import StoreTrouble
from db.store import Store
from desktop.devices.scanner import WedgeFilter
from desktop.office import reading
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.entry_reading import EntryReading
from desktop.office.pages.entry import EntryPage
from desktop.office.pages.entry_parts import EntryRequest
from desktop.office.state import Person
from desktop.office.window import OfficeWindow
from desktop.reading.photographs import View
from desktop.rules.forms import is_code_text
from desktop.services.forms import attachments, boxes, entering, finding, listing, photos
from desktop.services.forms.boxes import ReadProgress, Ticks
from desktop.services.forms.entering import Taken
from desktop.services.forms.finding import Found, Typed
from desktop.services.forms.listing import FormLine
from desktop.services.forms.photos import Heap
from desktop.services.registry import Caller
from desktop.tokens.code import read_code

T = TypeVar("T")

# After so many pictures of a heap the lists are counted anew.
_REFRESHED_EVERY = 5


class EntryFlow(QObject):
    """What is typed is on the disk at every pause; a form that is left half done is found half done."""

    def __init__(self, desk: Desk, page: EntryPage, window: OfficeWindow, chooser: Chooser) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._chooser = desk, page, window, chooser
        self._reading = EntryReading(desk, page, self)
        self._is_stopped = self._is_closed = False
        self._blank = ""
        self._scanner = WedgeFilter(desk.context.settings.scanner_gap_ms, self, is_ours=_is_ours)
        self._scanner.follow(desk.context.settings)
        self._scanner.scanned.connect(self._scanned)
        page.event_chosen.connect(self.refresh)
        page.choose_wanted.connect(self._choose)
        page.files_given.connect(lambda files: self.sort(tuple(map(Path, files))))
        page.picture_wanted.connect(self._show_picture)
        page.heap.stopped.connect(self._stop)
        form = page.form
        form.find_wanted.connect(self.find)
        form.typed.connect(self._keep)
        form.saved.connect(self._save)
        form.blank_wanted.connect(self._blank_form)
        form.returned_wanted.connect(self._mark_returned)
        window.undo.undone.connect(self._undo)
        window.opened.connect(lambda name: self.refresh() if name == "entry" else None)
        desk.changed.connect(self.refresh)

    def start(self) -> None:
        """Listen to the hand scanner."""
        self._scanner.watch(self._window)

    def close(self) -> None:
        """Keep what is typed and listen no more."""
        if not isValid(self):
            # The window went first, and the scanner's ear with it.
            return
        self._scanner.leave()
        self._is_closed = True
        self._page.form.flush()

    def refresh(self) -> None:
        """Count the event's forms anew, while somebody looks."""
        event = self._page.chosen_event
        if self._window.page is not self._page or not event:
            return

        def done(found: tuple[tuple[FormLine, ...], tuple[Person, ...], ReadProgress]) -> None:
            if self._page.chosen_event == event:
                self._page.show_lines(found[0])
                self._page.form.show_people(found[1])
                self._page.show_progress(found[2])

        def work(caller: Caller, store: Store) -> tuple[tuple[FormLine, ...], tuple[Person, ...], ReadProgress]:
            progress = boxes.progress(caller, store, event=event)
            return listing.of_event(caller, store, event=event), reading.staff(caller, store), progress

        self._desk.ask(work, done)

    # One form

    def find(self, text: str) -> None:
        """Open the form that a typed or scanned text means; what stands in the fields now is kept first."""
        self._page.form.flush()
        event = self._page.chosen_event or None
        now = self._desk.context.clock()
        self._desk.attempt(
            lambda caller, store: _with_ticks(caller, store, finding.find(caller, store, text=text, event=event)),
            lambda found: self._open(*found, now),
            self._page.form.refuse_number,
        )

    def _open(self, found: Found, ticks: Ticks, now_ms: int) -> None:
        if found.event != self._page.chosen_event:
            self._page.events.choose(found.event)
        self._page.show_found(found, ticks, now_ms)
        self._reading.open(found)

    def _keep(self, form: str, typed: Typed) -> None:
        def kept(at_ms: int) -> None:
            if not self._is_closed and self._page.form.form == form and typed.words.strip():
                self._page.form.say_kept(at_ms)

        self._desk.ask(lambda caller, store: entering.keep_typed(caller, store, form=form, typed=typed), kept)

    def _save(self, request: EntryRequest) -> None:
        typed = request.typed

        def work(caller: Caller, store: Store) -> tuple[Taken, Found, Ticks]:
            taken = entering.enter(
                caller, store, form=request.form, words=typed.words, type_code=typed.type_code,
                area=typed.area or None, place=typed.place or None, said=typed.said, received_by=typed.received_by,
                answer=typed.answer or None,
            )  # fmt: skip
            return taken, *_with_ticks(caller, store, finding.find(caller, store, text=taken.number))

        def done(found: tuple[Taken, Found, Ticks]) -> None:
            taken, form, ticks = found
            said = self.tr("{number} is recorded").replace("{number}", taken.number)
            late = self.tr("{said}; entered late, both times are kept").replace("{said}", said)
            self._page.say_done(late if taken.is_late else said)
            if request.is_more:
                self._open(form, ticks, self._desk.context.clock())
            else:
                self._go_on(form.number, is_read=bool(ticks.boxes))
            self._desk.changed.emit()

        self._desk.attempt(work, done, self._page.form.refuse)

    def _blank_form(self, form: str) -> None:
        self._mark(form, lambda caller, store: entering.blank(caller, store, form=form), self.tr("{number}: no words"))

    def _mark_returned(self, form: str) -> None:
        said = self.tr("{number}: the paper is back")
        self._mark(form, lambda caller, store: entering.mark_returned(caller, store, form=form), said)

    def _mark(self, form: str, work: Callable[[Caller, Store], object], said: str) -> None:
        found = self._page.form.found
        number = found.number if found else ""

        is_read = bool(self._page.boxes.ticks.boxes)

        def done(_value: object) -> None:
            self._blank = form
            self._go_on(number, is_read=is_read)
            self._window.undo.offer(f"form {form}", said.replace("{number}", number))
            self._desk.changed.emit()

        self._desk.attempt(work, done, self._page.form.refuse)

    def _go_on(self, number: str, *, is_read: bool) -> None:
        """Make ready for the next form; of a heap that was read the next one opens by itself."""
        if not is_read or not self._page.open_next(after=number):
            self._page.show_nothing()

    def _undo(self, deed: str) -> None:
        if not self._blank or deed != f"form {self._blank}":
            return
        form, self._blank = self._blank, ""
        self._desk.do(lambda caller, store: entering.unmark(caller, store, form=form), lambda _none: None)

    # Pictures

    def _show_picture(self, attachment: str) -> None:
        def done(seen: View | StoreTrouble) -> None:
            if isinstance(seen, StoreTrouble):
                said = self._desk.speech.trouble(seen.code, seen.facts)
                self._page.show_absent(attachment, said.message, said.next)
                return
            stride = seen.width * 3
            image = QImage(seen.dots, seen.width, seen.height, stride, QImage.Format.Format_RGB888)
            # A picture of its own: the bytes go with the answer.
            self._page.show_image(attachment, image.copy())

        def work(caller: Caller, store: Store) -> View | StoreTrouble:
            try:
                return attachments.seen(caller, store, attachment=attachment, database=store.path)
            except StoreTrouble as trouble:
                # It stands where the picture would: the picture before is of another form.
                return trouble

        self._desk.ask(work, done)

    def _choose(self) -> None:
        folder = self._chooser.folder(self.tr("Where are the photographs?"))
        if folder is not None:
            self.sort((folder,))

    def sort(self, paths: tuple[Path, ...]) -> None:
        """Sort photographs to their forms; other work goes on between two pictures."""
        event = self._page.chosen_event
        if not event:
            return
        self._is_stopped = False
        self._page.form.flush()
        self._desk.ask(lambda caller, store: photos.begin(caller, store, paths=paths, event=event), self._step)

    def _step(self, heap: Heap) -> None:
        if self._is_stopped:
            heap = photos.ended(heap)
        self._page.show_heap(heap)
        if heap.done % _REFRESHED_EVERY == 0:
            # What is read already can be typed in while the rest comes.
            self.refresh()
        if heap.is_done:
            self._sorted(heap)
            return

        def failed(error: BaseException) -> None:
            self._page.show_heap(photos.ended(heap))
            self._desk.fail(error)

        self._desk.watch(
            lambda caller, store, _watch: photos.step(caller, store, heap),
            done=self._step, failed=failed, progress=lambda _done, _total: None,
        )  # fmt: skip

    def _sorted(self, heap: Heap) -> None:
        self._desk.changed.emit()
        # The form that is open may have got pictures.
        found = self._page.form.found
        if found is not None and found.number in heap.numbers:
            self.find(found.number)

    def _stop(self) -> None:
        self._is_stopped = True

    # The scanner

    def _scanned(self, text: str) -> None:
        """A form's code, scanned anywhere in this window, opens the form."""
        if not self._desk.is_open or QGuiApplication.focusWindow() is not self._window.windowHandle():
            return
        if QApplication.activeModalWidget() is not None:
            return
        self._page.form.take_out(text)
        if read_code(text) is not None:
            self._window.notice.tell(self.tr("An invitation's code is read at the check-in desk"))
            return
        if self._window.page is not self._page:
            self._window.open("entry")
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)
        self.find(text)


def _with_ticks(caller: Caller, store: Store, found: Found) -> tuple[Found, Ticks]:
    return found, boxes.of_form(caller, store, form=found.form)


def _is_ours(text: str) -> bool:
    """Whether a text that came in fast is a scan: a form's code or an invitation's, nothing that a person types."""
    return is_code_text(text) or read_code(text) is not None
