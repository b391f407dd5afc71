"""A reflection being written for somebody who dictates it, or the note that one was told to others."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from desktop.office.state import Person
from desktop.services.reflections.listing import Owed, Told
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Line, Picker, Text
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import row

_TEXT_PX = PX.s96


@dataclass(frozen=True, slots=True)
class Dictated:
    """What was typed for a person; `event` or `campaign` is the id of the session, both "" for none."""

    staff: str
    event: str
    campaign: str
    case_words: str
    lesson: str
    commitment: str
    commitment_due: str


@dataclass(frozen=True, slots=True)
class TellingTyped:
    """To whom a reflection was told; `people` is as it was typed."""

    reflection: str
    on_day: str
    audience: str
    people: str
    words: str


class ReflectionForm(Card):
    """`saved` carries a Dictated."""

    saved = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ")
        self._owed: tuple[Owed, ...] = ()
        self.staff, self.session = Picker(), Picker()
        self.case, self.lesson = Text(_TEXT_PX, 2 * _TEXT_PX), Text(_TEXT_PX, 2 * _TEXT_PX)
        self.commitment, self.due = Line(), Line()
        self._fields = {
            "staff": Field("", self.staff, is_required=True),
            "session": Field("", self.session),
            "case": Field("", self.case, is_required=True),
            "lesson": Field("", self.lesson, is_required=True),
            "commitment": Field("", self.commitment),
            "due": Field("", self.due),
        }
        for name, field in self._fields.items():
            field.control.setObjectName(f"reflection_{name}")
            self.body.addWidget(field)
        for picker in (self.staff, self.session):
            picker.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._save = Button("", "filled")
        self._save.setObjectName("reflection_save")
        self._save.clicked.connect(self._commit)
        self.body.addLayout(row(self._save, None))
        self.staff.currentIndexChanged.connect(self._show_sessions)
        self.retranslate()

    def show_people(self, people: tuple[Person, ...], owed: tuple[Owed, ...]) -> None:
        """Whose reflection it may be, and the sessions on which they have not written."""
        self._owed = owed
        self.staff.set_values((("", self.tr("Whose words")), *((one.id, one.name) for one in people)))
        self._show_sessions()

    def begin(self, one: Owed) -> None:
        """Write for a session that is still owed."""
        self.staff.choose(one.staff)
        self._show_sessions()
        self.session.choose(one.event or one.campaign)
        self.case.setFocus()

    def clear(self) -> None:
        """Make ready for the next one."""
        for text in (self.case, self.lesson):
            text.set_text("")
        for line in (self.commitment, self.due):
            line.clear()

    def _show_sessions(self) -> None:
        mine = [one for one in self._owed if one.staff == self.staff.choice]
        named = tuple((one.event or one.campaign, f"{one.day[5:]} {one.title}") for one in mine)
        self.session.set_values((*named, ("", self.tr("No session in particular"))))

    def _commit(self) -> None:
        lacks = {
            "staff": not self.staff.choice, "case": not self.case.toPlainText().strip(),
            "lesson": not self.lesson.toPlainText().strip(),
            "due": bool(self.commitment.text().strip()) and not self.due.text().strip(),
        }  # fmt: skip
        for name, is_lacking in lacks.items():
            self._fields[name].set_error(self.tr("Please fill this in") if is_lacking else "")
        missing = next((name for name, is_lacking in lacks.items() if is_lacking), "")
        if missing:
            self._fields[missing].control.setFocus()
            return
        chosen = self.session.choice
        campaign = next((one.campaign for one in self._owed if one.campaign and one.campaign == chosen), "")
        self.saved.emit(
            Dictated(
                self.staff.choice, "" if campaign else chosen, campaign, self.case.toPlainText(),
                self.lesson.toPlainText(), self.commitment.text(), self.due.text(),
            )
        )  # fmt: skip

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Write a reflection"))
        texts = {
            "staff": (self.tr("Whose it is"), ""), "session": (self.tr("Session"), ""),
            "case": (self.tr("What the client told"), ""), "lesson": (self.tr("What was learnt"), ""),
            "commitment": (self.tr("What they will do"), ""),
            "due": (self.tr("Done until"), self.tr("such as 2026-12-31")),
        }  # fmt: skip
        for name, (label, help_text) in texts.items():
            self._fields[name].set_label(label, help_text)
        self._save.setText(self.tr("Keep it"))
        self._save.updateGeometry()


class TellingForm(Card):
    """`saved` carries a TellingTyped; `left` closes the form."""

    saved = Signal(object)
    left = Signal()

    def __init__(self) -> None:
        super().__init__(" ", is_open=True)
        self.reflection = ""
        self._about = Label("", "small", "ink2", wraps=True)
        self.day, self.audience, self.people, self.words = Line(), Line(), Line(), Line()
        self._fields = tuple(Field("", one) for one in (self.day, self.audience, self.people, self.words))
        for name, line in zip(("day", "audience", "people", "words"), self._lines, strict=True):
            line.setObjectName(f"telling_{name}")
            line.returnPressed.connect(self._commit)
        self.body.addWidget(self._about)
        for field in self._fields:
            self.body.addWidget(field)
        self._save, self._leave = Button("", "filled"), Button("", "outline")
        self._save.setObjectName("telling_save")
        self._save.clicked.connect(self._commit)
        self._leave.clicked.connect(self.left)
        self.body.addLayout(row(self._save, self._leave, None, gap=PX.s8))
        self.retranslate()

    @property
    def _lines(self) -> tuple[Line, ...]:
        return self.day, self.audience, self.people, self.words

    def open(self, one: Told, today: str) -> None:
        """Note that `one` was told; today is proposed."""
        self.reflection = one.id
        self._about.setText(f"{one.name} · {one.title or one.day}")
        for line in self._lines:
            line.clear()
        self.day.setText(today)
        self.audience.setFocus()

    def _commit(self) -> None:
        lacks = not self.audience.text().strip()
        self._fields[1].set_error(self.tr("Please fill this in") if lacks else "")
        if lacks:
            self.audience.setFocus()
        else:
            self.saved.emit(TellingTyped(self.reflection, *(line.text() for line in self._lines)))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Told to others"))
        names = (self.tr("On"), self.tr("To whom"), self.tr("How many heard it"), self.tr("What came of it"))
        for field, name in zip(self._fields, names, strict=True):
            field.set_label(name)
        self._save.setText(self.tr("Note it"))
        self._leave.setText(self.tr("Leave it"))
        for button in (self._save, self._leave):
            button.updateGeometry()
