"""Settings: the staff, with the roles that say what each may do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.parts import refill
from desktop.office.settings_state import StaffLine
from desktop.office.speech import Speech
from desktop.rules.roles import ROLES
from desktop.services.people.staff import DEFAULT_ROLE
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Picker, Tick
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class StaffSection(Part):
    """`add_wanted` tells name, level, department and role; `roles_wanted` a person and all their roles."""

    add_wanted = Signal(str, str, str, str)
    roles_wanted = Signal(str, list)
    leave_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._staff: tuple[StaffLine, ...] = ()
        # Whose roles are open to be changed; "" for nobody.
        self._open = ""
        self._rows = Part()
        self._form = Card(" ")
        self.name = Line()
        self.name.setObjectName("staff_name")
        self.level, self.department, self.role = Picker(), Picker(), Picker()
        self._fields = tuple(Field("", one) for one in (self.name, self.level, self.department, self.role))
        self.add_button = Button("", "filled", icon="user-plus")
        self.add_button.clicked.connect(self._add)
        self.name.returnPressed.connect(self._add)
        name, level, department, role = self._fields
        for pair in ((name, role), (level, department)):
            both = row(*pair, gap=PX.s12)
            both.setStretch(0, 1)
            both.setStretch(1, 1)
            self._form.body.addLayout(both)
        self._form.body.addLayout(row(self.add_button, None))
        self.setLayout(column(self._form, self._rows, gap=PX.s16))
        self.retranslate()

    def show_staff(self, staff: tuple[StaffLine, ...]) -> None:
        """Show everybody."""
        self._staff = staff
        self.retranslate()

    def clear_form(self) -> None:
        """Make the form ready for the next person."""
        self.name.clear()
        self.name.setFocus()

    def _add(self) -> None:
        name = self.name.text().strip()
        self._fields[0].set_error("" if name else self.tr("Please fill this in"))
        if name:
            self.add_wanted.emit(name, self.level.choice, self.department.choice, self.role.choice)

    @override
    def retranslate(self) -> None:
        self._form.set_title(self.tr("New person"))
        labels = (self.tr("Name"), self.tr("Level"), self.tr("Department"), self.tr("Role"))
        for field, text in zip(self._fields, labels, strict=True):
            field.set_label(text)
        self.level.set_values(self._speech.choices("level"))
        self.department.set_values((("", self.tr("None")), *self._speech.choices("department")))
        role = self.role.choice or DEFAULT_ROLE
        self.role.set_values(tuple((role, self._speech.code("role", role)) for role in ROLES))
        self.role.choose(role)
        self.add_button.setText(self.tr("Add"))
        self.add_button.updateGeometry()
        self._show_rows()

    def _show_rows(self) -> None:
        lines: list[QWidget | QLayout] = []
        for one in self._staff:
            lines += [self._row(one), *([self._roles(one)] if one.id == self._open else []), Hairline()]
        if not lines:
            lines.append(Label(self.tr("Nobody yet. Add yourself first."), "body", "ink3"))
        refill(self._rows, column(*lines, gap=PX.s8))

    def _row(self, one: StaffLine) -> QLayout:
        name = ElidedLabel(one.name, "body_strong")
        about = (self._speech.code("level", one.level), self._speech.code("department", one.department))
        words = ElidedLabel(" · ".join(filter(None, about)), "small", "ink2")
        chips = [Chip(self._speech.code("role", role)) for role in ROLES if role in one.roles]
        change = Button(self.tr("Done") if one.id == self._open else self.tr("Change"), "quiet", "small")
        change.setObjectName(f"change_{one.id}")
        change.clicked.connect(lambda: self._toggle(one.id))
        made = row(column(name, words), *chips[:3], *self._further(len(chips)), change, gap=PX.s8)
        made.setStretch(0, 1)
        return made

    @staticmethod
    def _further(count: int) -> list[QWidget]:
        return [Chip(f"+{count - 3}")] if count > 3 else []

    def _toggle(self, staff: str) -> None:
        self._open = "" if self._open == staff else staff
        self._show_rows()

    def _roles(self, one: StaffLine) -> QLayout:
        ticks = []
        for role in ROLES:
            tick = Tick(self._speech.code("role", role))
            tick.setObjectName(f"role_{one.id}_{role}")
            tick.setChecked(role in one.roles)
            tick.clicked.connect(lambda is_on, role=role: self._set(one, role, is_on=is_on))
            ticks.append(tick)
        leave = Button(self.tr("{name} left the project").replace("{name}", one.name), "quiet", "small", icon="user-x")
        leave.setObjectName(f"leave_{one.id}")
        leave.clicked.connect(lambda: self.leave_wanted.emit(one.id))
        half = (len(ticks) + 1) // 2
        both = row(column(*ticks[:half]), column(*ticks[half:], None), gap=PX.s24)
        both.addStretch(1)
        return column(both, row(leave, None), gap=PX.s8, margins=(PX.s12, 0, 0, 0))

    def _set(self, one: StaffLine, role: str, *, is_on: bool) -> None:
        roles = [each for each in ROLES if (is_on if each == role else each in one.roles)]
        self.roles_wanted.emit(one.id, roles)
