"""A heap of photographs, one after the other: a form's code says whose the pictures are, until the next code.

Where the program can read paper, the boxes of each sheet are read as it comes; a sheet that cannot be read is attached
all the same, and the reason is told.

Between two pictures nothing is open, so other work goes on and the heap can be left at any time; the same heap again
finds everything attached already.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from db import forms
from db.errors import Fact, Refused, Trouble, Unreadable
from db.store import Reader, Store
from desktop.reading.photographs import Photograph, Source, in_order, read_photograph
from desktop.services.forms import attachments, boxes
from desktop.services.forms.finding import form_named
from desktop.services.registry import TALK_DEVICES, TALK_ROLES, Caller, question

# The code of the refusal where the extra is not installed.
MISSING = "paper_in_missing"


@dataclass(frozen=True, slots=True)
class Left:
    """A picture that was not attached, and why: the code of a message and what fills it."""

    file: str
    code: str
    facts: tuple[tuple[str, Fact], ...]


@dataclass(frozen=True, slots=True)
class Heap:
    """How far a heap is. `form` and `number` are whose pictures come now, `lost` is the number of a form that is not
    here, `folder` where the picture before lay: a code counts for its own folder. `read` counts the sheets whose boxes
    were read, `unread` names those that have to be typed, `can_read` is False where the extra for it is missing."""

    event: str | None
    files: tuple[Source, ...]
    done: int = 0
    form: str | None = None
    number: str = ""
    lost: str = ""
    folder: Path | None = None
    attached: int = 0
    known: int = 0
    numbers: tuple[str, ...] = ()
    left: tuple[Left, ...] = ()
    read: int = 0
    unread: tuple[Left, ...] = ()
    can_read: bool = True

    @property
    def is_done(self) -> bool:
        """Whether every picture was looked at."""
        return self.done == len(self.files)


@question("form.photos", roles=TALK_ROLES, devices=TALK_DEVICES)
def begin(_caller: Caller, _reader: Reader, *, paths: Iterable[Path], event: str | None = None) -> Heap:
    """The pictures of folders and files in their order. Raises Unreadable `folder_empty` or `folder_unreadable`."""
    return Heap(event, in_order(paths))


def ended(heap: Heap) -> Heap:
    """The heap left where it is: what was not looked at stays for another time."""
    return replace(heap, files=heap.files[: heap.done])


def step(caller: Caller, store: Store, heap: Heap) -> Heap:
    """Look at the next picture and attach it where it belongs. Raises StoreTrouble when the disk is full."""
    source = heap.files[heap.done]
    if heap.folder != source.file.parent:
        heap = replace(heap, form=None, number="", lost="", folder=source.file.parent)
    try:
        photograph = read_photograph(source)
    except Unreadable as trouble:
        # Two codes on one picture: nobody can say whose the next ones are.
        if trouble.code == "photo_two_forms":
            heap = replace(heap, form=None, number="", lost="")
        return _leave(heap, source, trouble)
    return _take(caller, store, _turn(store, heap, photograph), source, photograph)


def _turn(reader: Reader, heap: Heap, photograph: Photograph) -> Heap:
    """Whose the pictures are from this one on."""
    if photograph.number is None:
        return heap
    text = photograph.number.text()
    try:
        form = form_named(reader, text)
    except Trouble:
        return replace(heap, form=None, number="", lost=text)
    if heap.event is not None and form.event != heap.event:
        return replace(heap, form=None, number="", lost=form.number)
    return replace(heap, form=form.id, number=form.number, lost="")


def _take(caller: Caller, store: Store, heap: Heap, source: Source, photograph: Photograph) -> Heap:
    if forms.is_on_form(store, photograph.sha256):
        return replace(heap, done=heap.done + 1, known=heap.known + 1)
    if heap.form is None:
        code = "photo_form_unknown" if heap.lost else "photo_without_form"
        return _leave(heap, source, Unreadable(code, file=source.name, number=heap.lost))
    picture = attachments.picture_of(store, source, photograph)
    try:
        made = attachments.attach(caller, store, form=heap.form, picture=picture)
    except Refused as trouble:
        return _leave(heap, source, trouble)
    if photograph.number is not None:
        heap = _read(caller, store, heap, source, photograph, made)
    numbers = tuple(dict.fromkeys((*heap.numbers, heap.number)))
    return replace(heap, done=heap.done + 1, attached=heap.attached + 1, numbers=numbers)


def _read(caller: Caller, store: Store, heap: Heap, source: Source, photograph: Photograph, attachment: str) -> Heap:
    """Read the boxes of the sheet that was just attached."""
    if heap.form is None or not heap.can_read:
        return heap
    try:
        boxes.read_in(caller, store, form=heap.form, attachment=attachment, content=photograph.content)
    except Unreadable as trouble:
        if trouble.code == MISSING:
            return replace(heap, can_read=False)
        unread = Left(source.name, trouble.code, tuple(trouble.facts.items()))
        return replace(heap, unread=(*heap.unread, unread))
    return replace(heap, read=heap.read + 1)


def _leave(heap: Heap, source: Source, trouble: Trouble) -> Heap:
    left = Left(source.name, trouble.code, tuple(trouble.facts.items()))
    return replace(heap, done=heap.done + 1, left=(*heap.left, left))
