"""One line of the closing list."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLayout
from typing_extensions import override

from desktop.office.speech import Speech
from desktop.services.events.closing import PLACES, ClosingLine
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.fields import Line
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# Kinds that can be done from here.
_DONE = ("talk", "promise")


class ClosingRow(Part):
    """What is open and the next step; the place where it is put right, and why it may stay. Signals tell its key."""

    place_wanted = Signal(str)
    done_wanted = Signal(str)
    asked = Signal(str)
    given = Signal(str, str)
    taken_back = Signal(str)

    def __init__(self, speech: Speech, one: ClosingLine, *, is_asked: bool) -> None:
        super().__init__()
        self._speech, self._one = speech, one
        self._said, self._next = Label("", "body", wraps=True), Label("", "small", "ink2", wraps=True)
        sign = IconLabel("check" if one.reason else "circle-alert", PX.icon, "success" if one.reason else "warning")
        # A list may have many lines: only what a line needs is made.
        is_open = one.reason is None
        self.done_button = self._button("done", self.done_wanted) if is_open and one.kind in _DONE else None
        self.open_button = self._button("open", self.place_wanted) if is_open and PLACES[one.kind] else None
        self.reason_button = self._button("why", self.taken_back if one.reason else self.asked, "quiet")
        self.field = Line() if is_asked and is_open else None
        self.keep_button = Button("", "outline", "small") if self.field else None
        made = (self.done_button, self.open_button, self.reason_button)
        buttons = row(*(button for button in made if button), gap=PX.s8)
        texts = column(self._said, self._next, gap=PX.s2)
        # The sign stands beside the first line, however many there are.
        head = row(column(PX.s2, sign, None), PX.s12, texts, PX.s16, column(buttons, None))
        head.setStretch(2, 1)
        self.setLayout(column(head, *self._writing(), gap=PX.s8))
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.retranslate()

    def _button(self, name: str, signal: SignalInstance, kind: Kind = "outline") -> Button:
        made = Button("", kind, "small")
        made.setObjectName(f"{name}_{self._one.key}")
        made.clicked.connect(lambda: signal.emit(self._one.key))
        return made

    def _writing(self) -> list[QLayout]:
        field, keep = self.field, self.keep_button
        if field is None or keep is None:
            return []
        field.setObjectName(f"reason_{self._one.key}")
        field.returnPressed.connect(lambda: self.given.emit(self._one.key, field.text()))
        keep.clicked.connect(lambda: self.given.emit(self._one.key, field.text()))
        writing = row(PX.icon + PX.s12, field, PX.s8, keep)
        writing.setStretch(1, 1)
        return [writing]

    @override
    def retranslate(self) -> None:
        one, speech = self._one, self._speech
        said = speech.trouble(one.code, dict(one.facts))
        self._said.setText(said.message)
        if one.reason:
            who = one.reason.by or self.tr("Administrator")
            told = self.tr("Reason: {text} ({who}, {when})").replace("{text}", one.reason.text)
            self._next.setText(told.replace("{who}", who).replace("{when}", speech.moment(one.reason.at)))
        else:
            self._next.setText(said.next)
        done = {"talk": self.tr("End it now"), "promise": self.tr("Signature seen")}
        texts = (
            (self.done_button, done.get(one.kind, "")), (self.open_button, self.tr("Open")),
            (self.reason_button, self.tr("Take back") if one.reason else self.tr("Write why")),
            (self.keep_button, self.tr("Keep the reason")),
        )  # fmt: skip
        for button, text in texts:
            if button is not None:
                button.setText(text)
                button.updateGeometry()
        if self.field is not None:
            self.field.setPlaceholderText(self.tr("Why may it stay?"))
