"""Under the words being written: how many earlier concerns are like them, and on demand which and how they ended."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from typing_extensions import override

from desktop.likeness.texts import LEAST_TYPED, plain
from desktop.rules.codes import label
from desktop.services.likeness.similar import Alike
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Text
from desktop.widgets.labels import Hairline, Label, Words
from desktop.widgets.languages import language_now
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# How long the hands rest before anything is compared.
REST_MS = 150
_MOST_LINES = 2


class AlikeLine(Part):
    """`asked` tells the words to be compared, "" for none; the answer comes by `show_alike`. `grown` when the list has
    taken room.

    The client sits beside the screen: closed, it tells a number only; open, words and answers, nobody's name or room.
    """

    asked = Signal(str)
    grown = Signal()

    def __init__(self, words: Text, *, binds_key: bool = False) -> None:
        """`binds_key` where no window of ours hears F3 for it."""
        super().__init__()
        self._words = words
        self._found: tuple[Alike, ...] = ()
        self._is_simple = False
        self._button = Button("", "outline", "small", icon="layers", key="F3")
        self._button.setObjectName("alike")
        self._button.clicked.connect(self.turn)
        if binds_key:
            QShortcut(QKeySequence("F3"), self).activated.connect(self.turn)
        self._note = Label("", "caption", "ink3")
        self._list = Part()
        self._list.setObjectName("alike_list")
        self._list.setProperty("fill", "raised")
        self._rows = column(gap=PX.s8, margins=(PX.s12, PX.s8, PX.s12, PX.s8))
        self._list.setLayout(self._rows)
        self._list.hide()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._ask)
        words.textChanged.connect(self._typed)
        self.setLayout(column(row(self._button, self._note, None, gap=PX.s8), self._list, gap=PX.s8))
        self.hide()
        self.retranslate()

    @property
    def found(self) -> tuple[Alike, ...]:
        """What is like the words, as it was last told."""
        return self._found

    @property
    def is_open(self) -> bool:
        """Whether the list stands open."""
        return self._list.isVisibleTo(self)

    def show_alike(self, found: tuple[Alike, ...]) -> None:
        """Show how many are like the words; an open list shows the new ones."""
        if found == self._found:
            return
        self._found = found
        if not found:
            self._list.hide()
        self.setVisible(bool(found))
        self.retranslate()

    def turn(self) -> None:
        """Open the list, or close it; nothing happens while nothing is alike."""
        if self._found:
            self._list.setVisible(not self.is_open)
            self.retranslate()
            self.grown.emit()

    @override
    def retranslate(self) -> None:
        self._button.setText(self.tr("Similar concerns: {count}").replace("{count}", str(len(self._found))))
        self._button.updateGeometry()
        very = sum(one.is_very for one in self._found)
        self._note.setText(self.tr("{count} very similar").replace("{count}", str(very)) if very else "")
        if self.is_open:
            self._fill()

    def _typed(self) -> None:
        self._rest.start()

    def _ask(self) -> None:
        words = self._words.toPlainText()
        if len(plain(words)) < LEAST_TYPED:
            words = ""
        self.asked.emit(words)

    def _fill(self) -> None:
        while item := self._rows.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for number, one in enumerate(self._found):
            if number:
                self._rows.addWidget(Hairline())
            self._rows.addWidget(self._row(one))

    def _row(self, one: Alike) -> Part:
        made = Part()
        made.setProperty("fill", "raised")
        chip = Chip(self.tr("very similar"), "accent") if one.is_very else Chip(self.tr("similar"), "neutral")
        language = language_now()
        state = label("state", one.state, language)
        ended = label("verdict", one.verdict, language) if one.verdict else ""
        stands = " · ".join(filter(None, (state, ended)))
        head = row(chip, Label(one.number, "caption", "ink3"), None, Label(stands, "small", "ink2"), gap=PX.s8)
        parts: list[Part | Words | Label] = [Words(one.words, "body", most_lines=_MOST_LINES)]
        if one.answer:
            said = self.tr("Answered: {answer}").replace("{answer}", one.answer)
            parts.append(Label(said, "small", "ink2", wraps=True))
        if one.matter:
            said = self.tr("Common matter: {title}").replace("{title}", one.matter)
            parts.append(Label(said, "small", "accent_ink", wraps=True))
        made.setLayout(column(head, *parts, gap=PX.s4))
        return made
