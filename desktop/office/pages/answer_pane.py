"""One agreed answer, to be read, agreed to, changed and withdrawn in place."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget
from typing_extensions import override

from desktop.office.pages.answer_form import AnswerForm, Written
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.rules.answers import APPROVERS, State
from desktop.services.answers.finding import Agreed
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button, Kind
from desktop.widgets.cards import EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Picker
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone

TONES: dict[State, tuple[Tone, str]] = {
    "valid": ("success", "check"), "soon": ("warning", "clock"), "draft": ("info", "hourglass"),
    "expired": ("danger", "clock-alert"), "replaced": ("neutral", ""), "withdrawn": ("neutral", ""),
}  # fmt: skip
_NAME_PX = PX.s96


class AnswerPane(Part):
    """`approve_wanted` names an answer and who agrees, `withdraw_wanted`, `restore_wanted` and `wanted` an answer."""

    approve_wanted = Signal(str, str)
    withdraw_wanted = Signal(str)
    restore_wanted = Signal(str)
    # Another answer is to be shown: the change that waits, or what this one is a change of.
    wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._one: Agreed | None = None
        self._before: Agreed | None = None
        self._staff: str | None = None
        self._people: tuple[Person, ...] = ()
        self.form = AnswerForm(speech)
        self.form.left.connect(self._show_reading)
        self._told, self._deeds = Part(), Part()
        self._told.setProperty("fill", "surface")
        # Without anybody signed in: who agrees.
        self.approver: Picker | None = None
        self._empty = EmptyState("book-open-text")
        self._reading = Part()
        whole = column(scrolled(self._told), Hairline(), self._deeds)
        whole.setStretch(0, 1)
        self._reading.setLayout(whole)
        self._stack = QStackedWidget()
        for part in (self._empty, self._reading, self.form):
            self._stack.addWidget(part)
        self.setLayout(column(self._stack))
        self.retranslate()

    @property
    def answer(self) -> str:
        """The id of the answer that is read; "" for none."""
        return self._one.id if self._one else ""

    @property
    def is_writing(self) -> bool:
        """Whether the form is open."""
        return self._stack.currentWidget() is self.form

    def show_people(self, people: tuple[Person, ...], staff: str | None) -> None:
        """Everybody of the staff, and who is signed in."""
        self._people, self._staff = people, staff
        self.form.show_people(people, staff)
        self.retranslate()

    def show_answer(self, one: Agreed | None, before: Agreed | None = None) -> None:
        """Show an answer, beside it what it is a change of; what is being written stays in front."""
        self._one, self._before = one, before
        self.retranslate()
        if not self.is_writing:
            self._show_reading()

    def write(self, one: Agreed | None, typed: Written | None = None) -> None:
        """Open the form: for a new answer, to change one, or again with what was typed."""
        self.form.open(one, typed)
        self._stack.setCurrentWidget(self.form)
        self.form.question.setFocus()

    def finish(self) -> None:
        """What was written is kept: close the form."""
        self._show_reading()

    def begin(self) -> None:
        """Change the answer that is read."""
        if self._one is not None and self._one.state not in ("replaced", "withdrawn"):
            self.write(self._one)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_writing:
            self.form.leave()
        else:
            super().keyPressEvent(event)

    def _show_reading(self) -> None:
        self._stack.setCurrentWidget(self._reading if self._one is not None else self._empty)

    # Reading

    def _tell(self, one: Agreed) -> None:
        speech = self._speech
        tone, icon = TONES[one.state]
        head = row(Chip(speech.code("answer_state", one.state), tone, icon), None)
        words = Label(one.words, "words", wraps=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        parts: list[QWidget | QLayout | int | None] = [head, Label(one.question, "title", wraps=True), PX.s4, words]
        if one.never:
            parts += [
                PX.s4,
                Banner("warning", "triangle-alert", self.tr("Do not promise: {text}").replace("{text}", one.never)),
            ]
        if one.waiting:
            waits = Banner("info", "hourglass", self.tr("A change waits for somebody to agree"), self.tr("Read it"))
            waits.acted.connect(lambda: self.wanted.emit(one.waiting))
            parts.append(waits)
        if self._before is not None:
            parts += self._compared(self._before)
        parts += [PX.s8, *self._facts(one), None]
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s16)
        refill(self._told, column(*parts, gap=PX.s8, margins=margins))

    def _compared(self, before: Agreed) -> list[QWidget | QLayout | int | None]:
        """What is told until somebody agrees, for whoever is to agree."""
        told = Label(before.words, "body", "ink2", wraps=True)
        parts: list[QWidget | QLayout | int | None] = [
            PX.s8,
            Label(self.tr("In its place now"), "small_strong", "ink2"),
            told,
        ]
        if before.never:
            text = self.tr("Do not promise: {text}").replace("{text}", before.never)
            parts.append(Label(text, "small", "ink2", wraps=True))
        return [*parts, Hairline()]

    def _facts(self, one: Agreed) -> list[QLayout]:
        speech = self._speech
        agreed = one.approved_by or self.tr("nobody yet")
        used = self.tr("{count} concerns").replace("{count}", f"{one.used:,}") if one.used else self.tr("not yet")
        facts = (
            (self.tr("Valid until"), one.valid_until), (self.tr("Written by"), one.drafted_by),
            (self.tr("Agreed by"), agreed), (self.tr("Used for"), used),
            (self.tr("Area"), speech.code("area", one.area)),
            (self.tr("Node"), speech.code("node", one.node)),
            (self.tr("Department"), speech.code("department", one.department)), (self.tr("Found by"), one.keywords),
        )  # fmt: skip
        lines: list[QLayout] = []
        for name, text in facts:
            if text:
                label = Label(name, "small", "ink2")
                label.setFixedWidth(_NAME_PX)
                label.setAlignment(Qt.AlignmentFlag.AlignTop)
                line = row(label, Label(text, "small", wraps=True))
                line.setStretch(1, 1)
                lines.append(line)
        return lines

    # What can be done

    def _offer(self, one: Agreed) -> None:
        may = self._approvers(one)
        deeds: list[QWidget | int | None] = []
        said: list[QWidget] = []
        if one.state == "draft":
            if self._staff is None and may:
                # What stood here before goes with the old layout.
                self.approver = Picker((("", self.tr("Agreed by")), *((person.id, person.name) for person in may)))
                self.approver.setObjectName("answer_approver")
                said.append(self.approver)
            if self._staff in (None, *(person.id for person in may)) and may:
                text = self.tr("Agree to it")
                deeds.append(self._button(text, "filled", "badge-check", "answer_approve", self._approve))
            else:
                roles = self._speech.listed(self._speech.code("role", role) for role in sorted(APPROVERS))
                note = self.tr("To be agreed by another person: {roles}.").replace("{roles}", roles)
                said.append(Label(note, "small", "ink2", wraps=True))
        if one.state == "withdrawn":
            back = self._button(self.tr("Put back"), "outline", "undo-2", "answer_restore", self._restore)
            deeds.append(back)
        elif one.state != "replaced":
            deeds.append(self._button(self.tr("Change"), "outline", "pencil", "answer_change", self.begin))
            deeds.append(self._button(self.tr("Withdraw"), "outline", "", "answer_withdraw", self._withdraw))
        margins = (PX.s24, PX.s12, PX.s24, PX.s12)
        refill(self._deeds, column(*said, row(*deeds, None, gap=PX.s8), gap=PX.s8, margins=margins))

    def _withdraw(self) -> None:
        self.withdraw_wanted.emit(self.answer)

    def _restore(self) -> None:
        self.restore_wanted.emit(self.answer)

    def _approvers(self, one: Agreed) -> list[Person]:
        return [person for person in self._people if person.roles & APPROVERS and person.id != one.drafter]

    def _button(self, text: str, kind: Kind, icon: str, name: str, does: Callable[[], None]) -> Button:
        button = Button(text, kind, icon=icon)
        button.setObjectName(name)
        button.clicked.connect(lambda: does())
        return button

    def _approve(self) -> None:
        by = self._staff or (self.approver.choice if self.approver else "")
        if by:
            self.approve_wanted.emit(self.answer, by)
        elif self.approver is not None:
            self.approver.setFocus()
            self.approver.showPopup()

    @override
    def retranslate(self) -> None:
        self._empty.say(
            self.tr("Nothing to read"), self.tr("An answer, and what must not be promised with it, appears here.")
        )
        if self._one is not None:
            self._tell(self._one)
            self._offer(self._one)
