"""An agreed answer being written: what clients ask, what is told them, and what must not be promised with it."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from desktop.office.pages.parts import scrolled
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.services.answers.agreeing import WRITERS
from desktop.services.answers.finding import Agreed
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line, Picker, Text
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_TEXT_PX, _NEVER_PX = PX.s96, PX.s64
_LISTS = ("area", "node", "department")


@dataclass(frozen=True, slots=True)
class Written:
    """What was typed: `answer` is the id of the one changed, "" for a new one; `by` who has written it."""

    answer: str
    by: str
    fields: dict[str, str]


class AnswerForm(Part):
    """`saved` carries a Written, `left` says that the form is to be closed; `dropped` carries what was in it then."""

    saved = Signal(object)
    left = Signal()
    dropped = Signal(object)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._answer = ""
        self._staff: str | None = None
        self.people: tuple[Person, ...] = ()
        self._begun: dict[str, str] = {}
        self._title, self._hint = Label("", "section"), Label("", "small", "ink2", wraps=True)
        self.question, self.keywords, self.until = Line(), Line(), Line()
        self.words, self.never = Text(_TEXT_PX), Text(_NEVER_PX, 2 * _NEVER_PX)
        self.pickers = {name: Picker() for name in _LISTS}
        self.by = Picker()
        self._fields = {
            "question": Field("", self.question, is_required=True),
            "words": Field("", self.words, is_required=True),
            "never": Field("", self.never),
            "keywords": Field("", self.keywords),
            **{name: Field("", picker) for name, picker in self.pickers.items()},
            "valid_until": Field("", self.until, is_required=True),
            "by": Field("", self.by, is_required=True),
        }
        for name, field in self._fields.items():
            field.control.setObjectName(f"answer_{name}")
        for picker in (*self.pickers.values(), self.by):
            # The longest of their words would push the others out of the pane.
            picker.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self._save, self._leave = Button("", "filled"), Button("", "outline", key="Esc")
        self._save.setObjectName("answer_save")
        self._leave.setObjectName("answer_leave")
        self._save.clicked.connect(self._commit)
        self._leave.clicked.connect(self.leave)
        for line in (self.question, self.keywords, self.until):
            line.returnPressed.connect(self._commit)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        fields, inside = self._fields, Part()
        inside.setProperty("fill", "surface")
        pairs = [
            row(fields["area"], fields["node"], gap=PX.s12),
            row(fields["department"], fields["valid_until"], gap=PX.s12),
        ]
        for pair in pairs:
            pair.setStretch(0, 1)
            pair.setStretch(1, 1)
        texts = [fields[name] for name in ("question", "words", "never", "keywords")]
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s16)
        inside.setLayout(
            column(self._title, self._hint, *texts, *pairs, fields["by"], None, gap=PX.s8, margins=margins)
        )
        foot = row(self._save, self._leave, None, gap=PX.s8, margins=(PX.s24, PX.s12, PX.s24, PX.s12))
        whole = column(scrolled(inside), Hairline(), foot)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def show_people(self, people: tuple[Person, ...], staff: str | None) -> None:
        """Who may have written it; `staff` is who is signed in, whose words they are then."""
        self.people, self._staff = people, staff
        self.by.set_values((("", self.tr("In whose name")), *((one.id, one.name) for one in self.writers)))
        self._fields["by"].setVisible(staff is None)

    @property
    def writers(self) -> tuple[Person, ...]:
        """Those who may write answers."""
        return tuple(one for one in self.people if one.roles & WRITERS)

    def open(self, one: Agreed | None, typed: Written | None = None) -> None:
        """Show an answer to be changed, or an empty form; `typed` puts back what was in it when it was left."""
        self._answer = typed.answer if typed else one.id if one else ""
        self._begun = {name: str(getattr(one, name)) if one else "" for name in self._values()}
        for name, value in (typed.fields if typed else self._begun).items():
            self._put(name, value)
        if typed:
            self.by.choose(typed.by)
        for field in self._fields.values():
            field.set_error("")
        self.retranslate()
        self.question.setFocus()

    @property
    def is_touched(self) -> bool:
        """Whether somebody has written in it."""
        return self._values() != self._begun

    @property
    def written(self) -> Written:
        """What stands in it."""
        return Written(self._answer, self._staff or self.by.choice, self._values())

    def leave(self) -> None:
        """Close the form; what was written in it is handed on."""
        if self.is_touched:
            self.dropped.emit(self.written)
        self.left.emit()

    def _commit(self) -> None:
        values = self._values()
        lacks = [name for name in ("question", "words", "valid_until") if not values[name].strip()]
        lacks += ["by"] if not self.written.by else []
        for name, field in self._fields.items():
            field.set_error(self.tr("Please fill this in") if name in lacks else "")
        if lacks:
            self._fields[lacks[0]].control.setFocus()
        else:
            self.saved.emit(self.written)

    def _values(self) -> dict[str, str]:
        return {
            "question": self.question.text(),
            "words": self.words.toPlainText(),
            "never": self.never.toPlainText(),
            "keywords": self.keywords.text(),
            **{name: picker.choice for name, picker in self.pickers.items()},
            "valid_until": self.until.text(),
        }

    def _put(self, name: str, value: str) -> None:
        control = self._fields[name].control
        if isinstance(control, Picker):
            control.choose(value)
        elif isinstance(control, Text):
            control.set_text(value)
        elif isinstance(control, Line):
            control.setText(value)

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Change this answer") if self._answer else self.tr("New answer"))
        self._hint.setText(self.tr("Somebody else agrees to it before it is offered to hosts."))
        names = {
            "question": (self.tr("What clients ask"), ""),
            "words": (self.tr("What we tell them"), self.tr("What was seen and the next step, as one says it.")),
            "never": (
                self.tr("Do not promise"),
                self.tr("Shown to the host beside the answer, on no paper; a client may glance at it."),
            ),
            "keywords": (self.tr("Further words to find it by"), ""),
            "area": (self.tr("Area"), ""), "node": (self.tr("Node"), ""), "department": (self.tr("Department"), ""),
            "valid_until": (self.tr("Valid until"), self.tr("such as 2026-12-31")), "by": (self.tr("Written by"), ""),
        }  # fmt: skip
        for name, (label, help_text) in names.items():
            self._fields[name].set_label(label, help_text)
        for name, picker in self.pickers.items():
            picker.set_values(
                (("", self.tr("All of them") if name == "node" else self.tr("None")), *self._speech.choices(name))
            )
        self._save.setText(self.tr("Save as a draft"))
        self._leave.setText(self.tr("Leave it"))
        for button in (self._save, self._leave):
            button.updateGeometry()
