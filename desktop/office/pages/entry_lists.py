"""Beside the form being typed in: the figures, the list of each, and what became of a heap of photographs."""

from PySide6.QtCore import QSize, Signal
from typing_extensions import override

from desktop.office.pages.parts import Figure, divided, refill, scrolled
from desktop.office.speech import Speech
from desktop.services.forms import photos
from desktop.services.forms.boxes import ReadProgress
from desktop.services.forms.listing import FormCounts, FormLine, is_in
from desktop.services.forms.photos import Heap, Left
from desktop.widgets.bars import Progress
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.labels import Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Ink, Tone

VIEWS = ("issued", "returned", "entered", "missing")
# The least width of what stands beside the form.
LIST_PX = PX.host_right + PX.s32
_NOTHING = FormCounts(0, 0, 0, 0, 0, 0, 0)


class EntryFigures(Card):
    """Issued, returned, entered, missing; `chosen` tells the one whose list is wanted."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(is_flush=True)
        self._counts, self._view = _NOTHING, "missing"
        self._figures = {name: Figure() for name in VIEWS}
        for name, figure in self._figures.items():
            layout = figure.layout()
            if layout is not None:
                layout.setContentsMargins(PX.s16 - PX.s2, PX.s4, PX.s12, PX.s4)
            figure.setProperty("part", "filter")
            figure.setObjectName(f"figure_{name}")
            figure.opened.connect(lambda name=name: self.chosen.emit(name))
        self.body.addLayout(divided(*self._figures.values(), gap=PX.s4))
        self.retranslate()

    def show_counts(self, counts: FormCounts, view: str) -> None:
        """Show other figures, and whose list is open."""
        self._counts, self._view = counts, view
        self.retranslate()

    def number(self, name: str) -> str:
        """The figure called `name` as it is shown."""
        return self._figures[name].number

    @override
    def retranslate(self) -> None:
        counts = self._counts
        unused = self.tr("{count} not used").replace("{count}", f"{counts.unused:,}")
        to_enter = self.tr("{count} to type in").replace("{count}", f"{counts.to_enter:,}")
        late = self.tr("{count} entered late").replace("{count}", f"{counts.late:,}")
        back = self.tr("all typed in") if counts.returned else self.tr("none back yet")
        typed = self.tr("none late") if counts.entered else self.tr("none typed in yet")
        shown: dict[str, tuple[str, int, str, Ink]] = {
            "issued": (self.tr("Issued"), counts.issued, unused if counts.unused else self.tr("printed"), "ink1"),
            "returned": (
                *(self.tr("Paper back"), counts.returned),
                *(to_enter if counts.to_enter else back, "ink1"),
            ),
            "entered": (self.tr("Entered"), counts.entered, late if counts.late else typed, "success"),
            "missing": (self.tr("Missing"), counts.missing, self.tr("came, no paper back"), "warning"),
        }
        for name, (title, number, hint, ink) in shown.items():
            figure = self._figures[name]
            figure.show_number(title, number, hint, ink)
            figure.mark("fill", "accent_soft" if name == self._view else "surface")


class FormList(Part):
    """The forms of one figure; `opened` tells a number to type in."""

    opened = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._lines: tuple[FormLine, ...] = ()
        self._view, self._progress = "missing", ReadProgress()
        self._title, self._aside = Label("", "section"), Label("", "small", "ink3")
        self.table = Table((Column(""), Column("", 96, fits=True)), PX.row_two_lines, inset_px=PX.s16)
        self.table.opened.connect(self.opened)
        self._empty = EmptyState("file-text")
        head = row(self._title, None, self._aside, margins=(PX.s16, PX.s12, PX.s16, PX.s8))
        layout = column(head, self.table, self._empty)
        layout.setStretchFactor(self.table, 1)
        layout.setStretchFactor(self._empty, 1)
        self.setLayout(layout)
        self.retranslate()

    @property
    def numbers(self) -> tuple[str, ...]:
        """The numbers listed, in their order."""
        return tuple(self.table.rows.row_at(place).key for place in range(self.table.rows.rowCount()))

    def show_lines(self, lines: tuple[FormLine, ...], view: str) -> None:
        """Show the forms of `view` among those of the event."""
        self._view = view
        self._lines = tuple(
            sorted((one for one in lines if is_in(one, view)), key=lambda one: one.standing == "entered")
        )
        self.retranslate()

    def show_progress(self, progress: ReadProgress) -> None:
        """How far the forms whose boxes were read are."""
        self._progress = progress
        self.retranslate()

    def _said_aside(self) -> str:
        progress = self._progress
        if progress.read and self._view == "returned":
            said = self.tr("{confirmed} / {read} confirmed, {review} to look at")
            for name in ("confirmed", "read"):
                said = said.replace(f"{{{name}}}", f"{getattr(progress, name):,}")
            return said.replace("{review}", f"{progress.to_review:,}")
        return self.tr("Enter opens") if self._lines else ""

    @override
    def retranslate(self) -> None:
        titles = {
            "issued": self.tr("Every form"), "returned": self.tr("Paper that is back"),
            "entered": self.tr("Typed in"), "missing": self.tr("Still to be asked for"),
        }  # fmt: skip
        self._title.setText(titles[self._view])
        self._aside.setText(self._said_aside())
        self.table.rows.set_titles((self.tr("Client and number"), self.tr("State")))
        self.table.show_rows(tuple(self._row(one) for one in self._lines))
        self.table.setVisible(bool(self._lines))
        self._empty.setVisible(not self._lines)
        says = {
            "issued": (self.tr("No form was printed yet"), self.tr("Print the forms of the event under Papers.")),
            "returned": (
                self.tr("No paper is back yet"),
                self.tr("Scan a form, or drop a folder of photographs here."),
            ),
            "entered": (self.tr("Nothing is typed in yet"), self.tr("Scan the first form to begin.")),
            "missing": (self.tr("No paper is missing"), self.tr("Everybody who came has given the form back.")),
        }
        self._empty.say(*says[self._view])

    def _row(self, one: FormLine) -> Row:
        said: dict[str, tuple[str, Tone]] = {
            "entered": (self.tr("Entered"), "success"), "returned": (self.tr("To type in"), "info"),
            "missing": (self.tr("Missing"), "warning"), "unused": (self.tr("Did not come"), "neutral"),
            "unissued": (self.tr("Not printed"), "neutral"),
        }  # fmt: skip
        text, tone = said[one.standing]
        state = Cell(self.tr("Entered late"), tone="warning") if one.late else Cell(text, tone=tone)
        if one.standing == "entered" and one.form in self._progress.waiting:
            # Typed in, and a tick on it still means nothing.
            state = Cell(self.tr("Ticks to look at"), tone="warning")
        # The mark and the event are the same for all; the whole number stands on the form when it is open.
        short = one.number.split("-", 2)[-1]
        beside = " · ".join(filter(None, (short, one.room)))
        return Row(one.number, (Cell(one.name or self.tr("Anonymous"), second=beside), state))


class HeapPanel(Part):
    """How far a heap of photographs is, and what was left out of it and why."""

    closed = Signal()
    stopped = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._heap: Heap | None = None
        self._title = Label("", "section")
        self._close = IconButton("x", "")
        self._said = Label("", "body", "ink2", wraps=True)
        self._bar, self._stop = Progress(), Button("", "outline", "small")
        self._left = Part()
        self._left.setProperty("fill", "surface")
        self._close.clicked.connect(self.closed)
        self._stop.clicked.connect(self.stopped)
        side = (PX.s16, 0, PX.s16, 0)
        head = row(self._title, None, self._close, margins=(PX.s16, PX.s8, PX.s8, PX.s8))
        working = row(self._bar, self._stop, gap=PX.s12, margins=side)
        layout = column(head, row(self._said, margins=side), PX.s8, working, PX.s8, scrolled(self._left))
        layout.setStretch(5, 1)
        self.setLayout(layout)
        self.retranslate()

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(PX.navigation, PX.navigation)

    def show_heap(self, heap: Heap) -> None:
        """Show how far it is."""
        self._heap = heap
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._close.set_name(self.tr("Close"))
        self._stop.setText(self.tr("Stop"))
        self._stop.updateGeometry()
        self._title.setText(self.tr("Photographs"))
        heap = self._heap
        if heap is None:
            return
        is_done = heap.is_done
        self._bar.setVisible(not is_done)
        self._stop.setVisible(not is_done)
        self._close.setEnabled(is_done)
        self._bar.set_share(heap.done / max(len(heap.files), 1))
        said = (
            self.tr("{attached} attached to {forms} forms, {known} were here already, {left} left out")
            if is_done
            else self.tr("Looking at {done} of {total}: {attached} attached so far")
        )
        for name, number in (
            ("attached", heap.attached), ("forms", len(heap.numbers)), ("known", heap.known),
            ("left", len(heap.left)), ("done", heap.done + 1), ("total", len(heap.files)),
        ):  # fmt: skip
            said = said.replace(f"{{{name}}}", f"{number:,}")
        if heap.read:
            read = self.tr("{said}; the ticks of {read} sheets were read").replace("{read}", f"{heap.read:,}")
            said = read.replace("{said}", said)
        self._said.setText(said)
        if is_done:
            self._show_left(heap)
        else:
            refill(self._left, column())

    def _show_left(self, heap: Heap) -> None:
        parts: list[Part | Hairline | None] = []
        missing = () if heap.can_read else (Left("", photos.MISSING, ()),)
        # Attached all the same: these are typed in as before.
        for one in (*missing, *heap.left, *heap.unread):
            said = self._speech.trouble(one.code, dict(one.facts))
            made = Part()
            sign = column(PX.s2, IconLabel("circle-alert", PX.icon_small, "warning"), None)
            texts = column(Label(said.message, "body", wraps=True), Label(said.next, "small", "ink2", wraps=True))
            line = row(sign, texts, gap=PX.s8)
            line.setStretch(1, 1)
            made.setLayout(line)
            parts += [Hairline(), made]
        refill(self._left, column(*parts, None, gap=PX.s8, margins=(PX.s16, 0, PX.s16, PX.s12)))
