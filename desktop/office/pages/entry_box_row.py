"""One tick box of a form: how it looks on the paper, what it says, and a person's word for it by one key."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent
from typing_extensions import override

from desktop.office.pages.entry_crops import Crop
from desktop.office.speech import Speech
from desktop.rules.boxes import CONSENTS, row_of
from desktop.services.forms.boxes import Tick
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CROP_PX = PX.s32


class BoxNames(QObject):
    """What each box says, in the language spoken now."""

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech

    def name(self, box: str) -> str:
        """One box in words."""
        kind, _, word = box.partition(".")
        if row_of(box):
            solved = box.endswith(".solved")
            said = self.tr("{n}: solved on the spot") if solved else self.tr("{n}: to be followed up")
            return said.replace("{n}", f"{row_of(box)}")
        if box in CONSENTS:
            return self._speech.code("consent_kind", CONSENTS[box])
        if kind == "relation":
            relation = self.tr("other") if word == "other" else self._speech.code("relation", word)
            return self.tr("Relation: {word}").replace("{word}", relation)
        names = {
            "anonymous": self.tr("No name, please"),
            "recheck": self.tr("We may enter to check again"),
            "confirm.true": self.tr("The record is right"),
            "confirm.more": self.tr("Something to add"),
            "verdict.a": self.tr("A, satisfied"),
            "verdict.b": self.tr("B, mostly satisfied"),
            "verdict.c": self.tr("C, not satisfied"),
            "signer.self": self.tr("Signed by the owner"),
            "signer.spouse": self.tr("Signed by the spouse"),
            "signer.agent": self.tr("Signed by an agent"),
            "signer.other": self.tr("Signed by somebody else"),
        }
        return names.get(box, box)


class BoxRow(Part):
    """`said` tells (box, ticked), `moved` by how many rows the keyboard goes on, `passed` an Enter.

    Left is ticked, Right is not; Space is ticked, and again the other one.
    """

    said = Signal(str, bool)
    moved = Signal(int)
    passed = Signal()

    def __init__(self, names: BoxNames, tick: Tick) -> None:
        super().__init__()
        self._names, self.tick = names, tick
        self.setProperty("part", "filter")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setObjectName(f"box_{tick.box}")
        self.crop = Crop(_CROP_PX)
        self._name = ElidedLabel("", "small", "ink2")
        self._yes, self._no = Button("", "option", "small"), Button("", "option", "small")
        for button, word in ((self._yes, True), (self._no, False)):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(lambda _on, word=word: self.say(is_ticked=word))
        # Close to the picture, however wide the window is.
        line = row(self._yes, self._no, PX.s4, self._name, gap=PX.s6)
        line.setStretchFactor(self._name, 1)
        side = (PX.s12, PX.s6, PX.s8, PX.s6)
        self.setLayout(column(self.crop, line, gap=PX.s4, margins=side))
        self.retranslate()

    @property
    def is_open(self) -> bool:
        """Whether a person still has to say."""
        return self.tick.is_doubtful and not self.tick.is_confirmed

    def show_tick(self, tick: Tick) -> None:
        """Show how it stands now."""
        self.tick = tick
        self.retranslate()

    def show_image(self, image: QImage) -> None:
        """Show how it looks on the paper."""
        self.crop.show_image(image, self._name.text())

    def say(self, *, is_ticked: bool) -> None:
        """A person's word."""
        self.said.emit(self.tick.box, is_ticked)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._name.setText(self._names.name(self.tick.box))
        self._yes.setText(self.tr("Ticked"))
        self._no.setText(self.tr("Not ticked"))
        # Nobody's guess stands chosen where only a person can tell.
        self._yes.setChecked(self.tick.is_ticked and not self.is_open)
        self._no.setChecked(not self.tick.is_ticked and not self.is_open)
        for button in (self._yes, self._no):
            button.updateGeometry()
        state = self.tr("look at it") if self.is_open else (self._yes if self.tick.is_ticked else self._no).text()
        self.setAccessibleName(f"{self._name.text()}: {state}")

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self.say(is_ticked=key == Qt.Key.Key_Left)
        elif key == Qt.Key.Key_Space:
            self.say(is_ticked=self.is_open or not self.tick.is_ticked)
        elif key in _ENTER:
            self.passed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
