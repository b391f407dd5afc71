"""The promise that goes with a concern: what, until which day, by which department."""

from datetime import date

from PySide6.QtCore import QSignalBlocker, Signal
from typing_extensions import override

from desktop.host.days import day_and_weekday, day_said, read_said_day
from desktop.host.state import Codes
from desktop.host.wording import choices, language_now
from desktop.rules.codes import entries
from desktop.rules.promising import AUTHORITY, WORK, proposed_kind
from desktop.services.receptions.drafts import Draft
from desktop.widgets.buttons import IconButton, Options
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_LONGEST_SHORT_DAYS = 300
# The key that opened the promise turns its kind.
KIND_KEY = "F4"
_KINDS = entries("promise_kind")


class PromiseFields(Part):
    """A line of three fields and whether we may say so; `changed` at every letter, `dropped` when there is to be no
    promise."""

    changed = Signal()
    dropped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setProperty("tone", "accent")
        self._today = date.min
        self._codes: Codes | None = None
        self._text, self._due, self._department = Line(), Line(), Picker()
        self._text.setObjectName("promise_text")
        self._due.setObjectName("promise_due")
        self._department.setObjectName("promise_department")
        self._fields = (Field("", self._text), Field("", self._due), Field("", self._department))
        self._kinds = Options(choices(_KINDS), has_digits=False)
        self._kinds.setObjectName("promise_kind")
        self._kinds.choose(WORK)
        self._kinds.chosen.connect(self._kind_chosen)
        self._kind_key = Label(KIND_KEY, "caption", "ink3")
        self._told = Label("", "small", "accent_ink", wraps=True)
        # What the person decided; "" while the words propose.
        self._decided = ""
        self._drop = IconButton("x", "")
        self._drop.clicked.connect(self.dropped)
        layout = row(*self._fields, self._drop, gap=PX.s12)
        self._department.setMaximumWidth(PX.navigation - PX.s32)
        self._due.setMinimumWidth(PX.s96 + PX.s24)
        layout.setStretch(0, 4)
        layout.setStretch(1, 1)
        kind = row(self._kinds, self._kind_key, self._told, gap=PX.s8)
        kind.setStretch(2, 1)
        self.setLayout(column(layout, kind, gap=PX.s8, margins=(PX.s12, PX.s8, PX.s12, PX.s8)))
        self._text.textChanged.connect(self._text_typed)
        self._due.textChanged.connect(self._due_typed)
        self._department.currentIndexChanged.connect(self.changed)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        text, due, department = self._fields
        text.set_label(self.tr("We promise"))
        department.set_label(self.tr("Department"))
        self._due.setPlaceholderText(self.tr("5-23 or Fri"))
        self._drop.set_name(self.tr("No promise"))
        due.set_label(self.tr("Until"), self._echo())
        self._kinds.set_texts(tuple(text for _, text in choices(_KINDS)))
        self._say_kind()
        if self._codes:
            self._fill(self._codes)

    def offer(self, codes: Codes, today: date) -> None:
        """The departments to choose from, and the day from which days are counted."""
        self._codes, self._today = codes, today
        self._fill(codes)

    def show_draft(self, draft: Draft) -> None:
        """Show the promise of a draft."""
        with QSignalBlocker(self):
            self._text.setText(draft.promise)
            self._due.setText(self._typed(draft.promise_due))
            self._department.choose(draft.promise_department)
        self._decided = draft.promise_kind if draft.promise_kind != proposed_kind(draft.promise) else ""
        self._propose()
        self.clear_errors()

    @property
    def text(self) -> str:
        """What is promised."""
        return self._text.text()

    @property
    def due(self) -> str:
        """The day as ISO text; "" while nothing readable is typed."""
        day = read_said_day(self._due.text(), self._today) if self._today != date.min else None
        return day.isoformat() if day else ""

    @property
    def department(self) -> str:
        """The department's code or ""."""
        return self._department.choice

    @property
    def kind(self) -> str:
        """Work or authority; "" while nothing is promised."""
        return self._kinds.choice if self.text.strip() else ""

    @property
    def has_cursor(self) -> bool:
        """Whether somebody is writing here."""
        return any(field.control.hasFocus() for field in self._fields)

    def turn_kind(self) -> None:
        """The other kind: the person decides, whatever the words propose."""
        self._kind_chosen(WORK if self._kinds.choice == AUTHORITY else AUTHORITY)

    def begin(self) -> None:
        """Put the cursor where the promise is written."""
        self._text.setFocus()

    def ask_for(self, what: str) -> None:
        """Say what is missing and put the cursor there: "promise" or "promise_due"."""
        field, line = (self._fields[0], self._text) if what == "promise" else (self._fields[1], self._due)
        field.set_error(self.tr("Write what is promised") if what == "promise" else self.tr("A day, such as 5-23"))
        line.setFocus()

    def clear_errors(self) -> None:
        """Nothing is said to be missing any more."""
        self._fields[0].set_error("")
        self._fields[1].set_label(self.tr("Until"), self._echo())
        self._fields[1].set_error("")

    def _text_typed(self) -> None:
        self._propose()
        self.changed.emit()

    def _due_typed(self) -> None:
        self.clear_errors()
        self._say_kind()
        self.changed.emit()

    def _kind_chosen(self, kind: str) -> None:
        self._decided = kind
        self._propose()
        self.changed.emit()

    def _propose(self) -> None:
        self._kinds.choose(self._decided or proposed_kind(self.text))
        self._say_kind()

    def _say_kind(self) -> None:
        """What the client will read of it."""
        is_inside = self._kinds.choice == AUTHORITY
        day = day_said(date.fromisoformat(self.due), language_now()) if self.due else "…"
        told = self.tr("The client reads only: we answer in writing by {day}").replace("{day}", day)
        self._told.setText(told if is_inside else "")

    def _echo(self) -> str:
        return day_and_weekday(date.fromisoformat(self.due), language_now()) if self.due else ""

    def _typed(self, due: str) -> str:
        """The day as one would type it: without its year where that is clear."""
        if not due:
            return ""
        day = date.fromisoformat(due)
        is_near = 0 <= (day - self._today).days <= _LONGEST_SHORT_DAYS
        return f"{day.month}-{day.day}" if is_near else due

    def _fill(self, codes: Codes) -> None:
        self._department.set_values((("", self.tr("Open")), *choices(codes.departments)))
