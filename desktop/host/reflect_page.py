"""心得 after a talk: what the client told, what was learnt, what will be done until when. Kept while it is typed."""

from datetime import date

import msgspec
from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea
from typing_extensions import override

from desktop.host.days import day_and_weekday, read_said_day
from desktop.host.wording import language_now
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Line, Text
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_PAUSE_MS = 500
_TEXT_PX = PX.s96


class Reflected(msgspec.Struct, frozen=True):
    """What stands in the form, as typed."""

    case_words: str = ""
    lesson: str = ""
    commitment: str = ""
    due: str = ""


class ReflectPage(Part):
    """`typed` tells at every pause that there is something to keep, `saved` that it is finished, `left` that it is to
    be done later."""

    typed = Signal()
    saved = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("fill", "background")
        self._today = date.min
        self._title, self._about = Label("", "page"), Label("", "small", "ink2", wraps=True)
        self.case, self.lesson = Text(_TEXT_PX, 2 * _TEXT_PX), Text(_TEXT_PX, 2 * _TEXT_PX)
        self.commitment, self.due = Line(), Line()
        self._fields = {
            "case": Field("", self.case, is_required=True),
            "lesson": Field("", self.lesson, is_required=True),
            "commitment": Field("", self.commitment),
            "due": Field("", self.due),
        }
        for name, field in self._fields.items():
            field.control.setObjectName(f"reflect_{name}")
            field.control.installEventFilter(self)
        self._kept = Label("", "small", "success")
        self._save, self._leave = Button("", "filled", key="Ctrl+Enter"), Button("", "outline", key="Esc")
        self._save.setObjectName("reflect_save")
        self._leave.setObjectName("reflect_later")
        self._save.clicked.connect(self._commit)
        self._leave.clicked.connect(self.left)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self.typed)
        for text in (self.case, self.lesson):
            text.textChanged.connect(self._touched)
        for line in (self.commitment, self.due):
            line.textChanged.connect(self._touched)
        self._lay()
        self.retranslate()

    def _lay(self) -> None:
        card = Card(is_open=True)
        last = row(self._fields["commitment"], self._fields["due"], gap=PX.s12)
        last.setStretch(0, 3)
        last.setStretch(1, 1)
        foot = row(self._kept, None, self._leave, self._save, gap=PX.s8)
        card.body.setSpacing(PX.s12)
        card.body.addWidget(self._fields["case"])
        card.body.addWidget(self._fields["lesson"])
        card.body.addLayout(last)
        card.body.addLayout(foot)
        inside, area = Part(), QScrollArea()
        inside.setProperty("fill", "background")
        inside.setMaximumWidth(PX.reading_pane + PX.s96)
        inside.setLayout(column(self._title, self._about, PX.s12, card, None, gap=PX.s4))
        around = Part()
        around.setProperty("fill", "background")
        centred = row(None, inside, None, margins=(PX.s24, PX.s24, PX.s24, PX.s24))
        centred.setStretch(1, 100)
        around.setLayout(centred)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(around)
        self.setLayout(column(area))

    def open(self, about: str, today: date, kept: Reflected) -> None:
        """Write on a session; `kept` is what was typed before, days are meant from `today` on."""
        self._today = today
        self._about.setText(about)
        with QSignalBlocker(self._pause):
            self.case.set_text(kept.case_words)
            self.lesson.set_text(kept.lesson)
            self.commitment.setText(kept.commitment)
            self.due.setText(kept.due)
        self._pause.stop()
        self._kept.setText("")
        for field in self._fields.values():
            field.set_error("")
        self.case.setFocus()

    @property
    def reflected(self) -> Reflected:
        """What stands in the form."""
        texts = self.case.toPlainText(), self.lesson.toPlainText()
        return Reflected(*texts, self.commitment.text(), self.due.text())

    @property
    def due_day(self) -> str:
        """The ISO day until which it will be done; "" where none is said."""
        day = read_said_day(self.due.text(), self._today)
        return day.isoformat() if day else ""

    def say_kept(self, text: str) -> None:
        """Say when it was kept."""
        self._kept.setText(text)

    def settle(self) -> bool:
        """Do not wait for a pause any more; whether there was something to keep."""
        was_waiting = self._pause.isActive()
        self._pause.stop()
        return was_waiting

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            is_ctrl = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if is_ctrl and event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if is_ctrl and event.type() == QEvent.Type.KeyPress:
                self._commit()
                return True
        return super().eventFilter(watched, event)

    def _touched(self) -> None:
        self._kept.setText("")
        day = read_said_day(self.due.text(), self._today) if self.due.text().strip() else None
        self._fields["due"].set_label(
            self.tr("Done until"), day_and_weekday(day, language_now()) if day else self.tr("such as 5-30 or Friday")
        )
        self._fields["due"].set_error("")
        self._pause.start()

    def _commit(self) -> None:
        said = self.reflected
        lacks = {
            "case": not said.case_words.strip(), "lesson": not said.lesson.strip(),
            "due": bool(said.commitment.strip()) and not self.due_day,
        }  # fmt: skip
        for name, is_lacking in lacks.items():
            self._fields[name].set_error(self.tr("Please fill this in") if is_lacking else "")
        missing = next((name for name, is_lacking in lacks.items() if is_lacking), "")
        if missing:
            self._fields[missing].control.setFocus()
        else:
            self._pause.stop()
            self.saved.emit()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("What you take from it"))
        texts = {
            "case": (
                self.tr("What the client told"), self.tr("Names, rooms and phones are taken out when it is shared."),
            ),
            "lesson": (self.tr("What you learnt"), ""), "commitment": (self.tr("What you will do"), ""),
            "due": (self.tr("Done until"), self.tr("such as 5-30 or Friday")),
        }  # fmt: skip
        for name, (label, help_text) in texts.items():
            self._fields[name].set_label(label, help_text)
        self._save.setText(self.tr("Keep it"))
        self._leave.setText(self.tr("Later"))
        for button in (self._save, self._leave):
            button.updateGeometry()
