"""Wiring of what was read from the pictures of the open form: boxes to confirm, handwriting to type beside."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from db.errors import StoreTrouble, Trouble, Unreadable
from db.store import Store
from desktop.office.desk import Desk
from desktop.office.pages.entry import EntryPage
from desktop.reading.found import SheetFound
from desktop.services.forms import boxes, finding
from desktop.services.forms.boxes import Ticks
from desktop.services.forms.finding import Found
from desktop.services.registry import Caller

# Sheets whose strips are kept at hand: who goes back to the form before waits for nothing.
KEPT = 12
# Pictures beside a form that are no sheets of ours, and a program that cannot read any: nothing to tell again.
_SILENT = frozenset({"sheet_no_code", "paper_in_missing"})


@dataclass(frozen=True, slots=True)
class _Read:
    """One picture that was read, or why it was not; `ticks` is how the form stands since."""

    found: SheetFound | None
    trouble: Trouble | None
    ticks: Ticks


class EntryReading(QObject):
    """A picture is read when its form is opened, one at a time; what was never kept of it is kept then."""

    def __init__(self, desk: Desk, page: EntryPage, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._page = desk, page
        self._at_hand: OrderedDict[str, SheetFound] = OrderedDict()
        page.boxes.said.connect(self._confirm)
        page.boxes.relation_wanted.connect(self._take_relation)

    def open(self, found: Found) -> None:
        """Show what the pictures of a form say, as far as they can be read."""
        self._go_on(found.form, [one.attachment for one in found.pictures], None)

    def _go_on(self, form: str, left: list[str], trouble: Trouble | None) -> None:
        page = self._page
        if page.form.form != form:
            # The person went on to another form: its pictures come first.
            return
        while left and (known := self._at_hand.get(left[0])):
            self._show(form, known)
            left = left[1:]
        if not left:
            unread = ("", "")
            if trouble is not None:
                said = self._desk.speech.trouble(trouble.code, trouble.facts)
                unread = (said.message, said.next)
            page.boxes.show_reading(is_reading=False, unread=unread)
            self._look_ahead()
            return
        attachment, rest = left[0], left[1:]
        page.boxes.show_reading(is_reading=True)

        def done(read: _Read) -> None:
            if read.found is not None:
                self._keep_at_hand(attachment, read.found)
                self._show(form, read.found)
                if read.ticks != page.boxes.ticks:
                    page.show_ticks(form, read.ticks)
            told = read.trouble if read.trouble and read.trouble.code not in _SILENT else trouble
            self._go_on(form, rest, told)

        self._desk.ask(lambda caller, store: _read(caller, store, form, attachment), done)

    def _look_ahead(self) -> None:
        """Read the next form's first picture while this one is typed in: it opens with its handwriting."""
        opened = self._page.form.found
        following = self._page.following(opened.number) if opened else ""
        if not opened or not following or not self._page.boxes.ticks.boxes:
            return
        known = frozenset(self._at_hand)

        def done(read: tuple[str, SheetFound] | None) -> None:
            if read is not None:
                self._keep_at_hand(*read)

        self._desk.ask(lambda caller, store: _ahead(caller, store, following, known), done)

    def _keep_at_hand(self, attachment: str, found: SheetFound) -> None:
        self._at_hand[attachment] = found
        while len(self._at_hand) > KEPT:
            self._at_hand.popitem(last=False)

    def _show(self, form: str, found: SheetFound) -> None:
        ticked = {box.name: QImage.fromData(box.picture) for box in found.boxes}
        self._page.show_crops(form, ticked, {one.name: QImage.fromData(one.picture) for one in found.fields})

    def _confirm(self, ticks: dict[str, bool]) -> None:
        form = self._page.form.form
        self._take(form, lambda caller, store: boxes.confirm(caller, store, form=form, ticks=ticks))

    def _take_relation(self) -> None:
        form = self._page.form.form

        def work(caller: Caller, store: Store) -> Ticks:
            boxes.take_relation(caller, store, form=form)
            return boxes.of_form(caller, store, form=form)

        self._take(form, work)

    def _take(self, form: str, work: Callable[[Caller, Store], Ticks]) -> None:
        if not form:
            return

        def done(ticks: Ticks) -> None:
            self._page.show_ticks(form, ticks)
            self._desk.changed.emit()

        self._desk.attempt(work, done, self._page.boxes.refuse)


def _read(caller: Caller, store: Store, form: str, attachment: str) -> _Read:
    """Read a picture and keep what was not kept of it."""
    try:
        found = boxes.read(caller, store, attachment=attachment, database=store.path)
    except (Unreadable, StoreTrouble) as trouble:
        return _Read(None, trouble, boxes.of_form(caller, store, form=form))
    known = {one.box for one in boxes.of_form(caller, store, form=form).boxes}
    if {box.name for box in found.boxes} - known:
        boxes.keep(caller, store, form=form, attachment=attachment, found=found)
    return _Read(found, None, boxes.of_form(caller, store, form=form))


def _ahead(caller: Caller, store: Store, number: str, known: frozenset[str]) -> tuple[str, SheetFound] | None:
    """The first picture of a form, unless it is known or tells nothing; its time to say why comes when it is open."""
    try:
        pictures = finding.find(caller, store, text=number).pictures
        if not pictures or pictures[0].attachment in known:
            return None
        first = pictures[0].attachment
        return first, boxes.read(caller, store, attachment=first, database=store.path)
    except Trouble:
        return None
