"""What is said in passing: a line to note it in, and the notes, each of which can be made a concern."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from desktop.services.receptions.drafts import Draft
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Line
from desktop.widgets.labels import IconLabel, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class AsideLine(Part):
    """One line; `typed` carries the aside's id and its words at every letter, `done` that it is finished."""

    typed = Signal(str, str)
    done = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setProperty("tone", "neutral")
        self.aside = ""
        self._label = Label("", "small_strong", "ink2")
        self._line = Line(icon="sticky-note")
        self._line.setObjectName("aside")
        self._done = Button("", "outline", "small", key="Enter")
        self._done.setObjectName("aside_done")
        layout = row(self._label, self._line, self._done, gap=PX.s12, margins=(PX.s12, PX.s6, PX.s12, PX.s6))
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._line.textChanged.connect(lambda words: self.typed.emit(self.aside, words))
        self._line.returnPressed.connect(self.done)
        self._done.clicked.connect(self.done)
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._label.setText(self.tr("Said in passing"))
        self._line.setAccessibleName(self._label.text())
        self._line.setPlaceholderText(self.tr("A few words are enough; it can become a concern later"))
        self._done.setText(self.tr("Note it"))

    def begin(self, aside: str, words: str = "") -> None:
        """Write an aside, or write on at one."""
        self.aside = aside
        with QSignalBlocker(self):
            self._line.setText(words)
        self.show()
        self._line.setFocus()

    def put_away(self) -> None:
        """Nothing is being noted."""
        self.aside = ""
        with QSignalBlocker(self):
            self._line.clear()
        self.hide()


class Asides(Part):
    """The notes of this talk; `promoted` makes a concern of one, `opened` writes on at one."""

    promoted = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._list: QVBoxLayout = column(gap=PX.s8)
        self.setLayout(self._list)

    def show_asides(self, asides: tuple[Draft, ...], *, besides: str) -> None:
        """Show all but the one being written."""
        while item := self._list.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        shown = [one for one in asides if one.id != besides]
        for one in shown:
            self._list.addWidget(self._row(one))
        self.setVisible(bool(shown))

    def _row(self, aside: Draft) -> Part:
        part = Part()
        part.setProperty("part", "banner")
        part.setProperty("tone", "neutral")
        raise_it = Button(self.tr("Make it a concern"), "quiet", "small", icon="arrow-up")
        raise_it.setObjectName(f"promote_{aside.id}")
        raise_it.clicked.connect(lambda: self.promoted.emit(aside.id))
        again = Button(self.tr("Write on"), "quiet", "small", icon="pencil")
        again.setObjectName(f"aside_{aside.id}")
        again.clicked.connect(lambda: self.opened.emit(aside.id))
        sign = IconLabel("sticky-note", PX.icon, "ink2")
        layout = row(sign, column(None, Words(aside.words, "body"), None), raise_it, again, gap=PX.s8)
        layout.setContentsMargins(PX.s12, PX.s6, PX.s4, PX.s6)
        layout.setStretch(1, 1)
        part.setLayout(layout)
        return part
