"""What a concern is shown with: its chips, its facts, and its story as dots on a line."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout
from typing_extensions import override

from desktop.office.pages.parts import GRAVE_ESCALATIONS
from desktop.office.speech import Speech
from desktop.office.state import ConcernView, ReminderLine, StepLine
from desktop.rules.deadlines import Stage
from desktop.rules.states import STATES, is_for_another
from desktop.widgets.chips import Chip
from desktop.widgets.labels import Dot, Label
from desktop.widgets.look import colour
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone

# States in which a concern has come back to the office.
_BACK = ("returned", "reopened")
_STAGE_TONES: dict[Stage, Tone] = {
    "in_time": "neutral", "remind": "warning", "supervise": "danger", "report": "danger", "paused": "info",
}  # fmt: skip


def is_ended(view: ConcernView) -> bool:
    """Whether nothing is due any more; a state that only a newer program knows is not ended."""
    return view.state in STATES and STATES[view.state].ended


def chips(view: ConcernView, speech: Speech) -> list[Chip]:
    """State, type and grade."""
    tone: Tone = "success" if is_ended(view) else "warning" if view.state in _BACK else "info"
    made = [Chip(speech.code("state", view.state), tone), Chip(speech.code("type", view.type))]
    if view.grade:
        made.append(Chip(speech.code("grade", view.grade), "warning" if view.grade > "2" else "neutral"))
    return made


def escalation_chips(view: ConcernView, speech: Speech) -> list[Chip]:
    """Why somebody higher must hear of it, and that it was typed in late."""
    made = [
        Chip(speech.code("escalation", one), "danger" if one in GRAVE_ESCALATIONS else "warning", "shield-alert")
        for one in view.escalations
    ]
    if view.is_late_entry:
        made.append(Chip(speech.code("entry_mark", "late"), "warning", "clock-alert"))
    return made


class Clocks(Part):
    """The clocks that run: what for, until when by the department's working time, and how far."""

    def __init__(self, view: ConcernView, speech: Speech) -> None:
        super().__init__()
        self.setObjectName("clocks")
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(PX.s4)
        grid.setHorizontalSpacing(PX.s16)
        for place, one in enumerate(view.clocks):
            grid.addWidget(Label(speech.code("clock", one.clock), "small", "ink2"), place, 0)
            grid.addWidget(Label(speech.moment(one.due), "small"), place, 1)
            chip = Chip(speech.code("clock_stage", one.stage), _STAGE_TONES[one.stage])
            chip.setObjectName(f"clock_{one.clock}")
            grid.addLayout(row(chip, None), place, 2)
        grid.setColumnStretch(2, 1)
        self.setLayout(grid)


def facts_grid(facts: Sequence[tuple[str, str]]) -> QGridLayout:
    """Names and values in two columns, the values in line."""
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(PX.s4)
    grid.setHorizontalSpacing(PX.s16)
    for place, (name, value) in enumerate(facts):
        label = Label(name, "small", "ink2")
        label.setAlignment(Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label, place, 0)
        grid.addWidget(Label(value, "small", wraps=True), place, 1)
    grid.setColumnStretch(1, 1)
    return grid


class Story(Part):
    """One line of the story: a dot, and the line down to the next one."""

    def __init__(self, tone: Tone) -> None:
        super().__init__()
        self._dot = Dot(tone)
        self._is_last = False
        self.texts = column(margins=(0, 0, 0, PX.s12))
        whole = row(column(PX.s6, self._dot, None), PX.s16, self.texts)
        whole.setStretchFactor(self.texts, 1)
        self.setLayout(whole)

    def end(self) -> None:
        """Nothing comes after it: no line leads on."""
        self._is_last = True
        self.texts.setContentsMargins(0, 0, 0, 0)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._is_last:
            return
        painter = QPainter(self)
        top = PX.s6 + PX.dot + PX.s4
        painter.fillRect(PX.dot // 2 - 1, top, PX.s2, max(self.height() - top + PX.s2, 0), colour("line"))
        painter.end()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        self.update()


class Step(Story):
    """A step that was taken."""

    def __init__(self, speech: Speech, step: StepLine, tone: Tone) -> None:
        super().__init__(tone)
        self.setObjectName(f"story_{step.state}")
        who = speech.people(step.by, step.entered_by)
        when = Label(f"{speech.moment(step.at)} {who}".strip(), "caption", "ink2")
        self.texts.addLayout(row(Label(speech.code("state", step.state), "body_strong"), None, when))
        told = speech.joined(
            speech.named(speech.field(one.field), speech.value(one.value, one.choices, one.field)) for one in step.told
        )
        if told:
            self.texts.addWidget(Label(told, "small", "ink2", wraps=True))
        if step.entered_by and is_for_another(step.state, step.means):
            means = " · ".join(filter(None, (speech.code("means", step.means), step.evidence)))
            line = row(
                Chip(speech.code("entry_mark", "for_another")), Label(means, "small", "ink2", wraps=True), gap=PX.s8
            )
            line.setStretch(1, 1)
            self.texts.addLayout(line)


class Reminded(Story):
    """A department that was urged."""

    def __init__(self, speech: Speech, reminder: ReminderLine) -> None:
        super().__init__("neutral")
        self.setObjectName("story_reminder")
        whom = speech.code("department", reminder.department)
        when = Label(f"{speech.moment(reminder.at)} {reminder.by}".strip(), "caption", "ink2")
        title = " · ".join(filter(None, (self.tr("Reminded"), whom)))
        self.texts.addLayout(row(Label(title, "body_strong"), None, when))


class Waiting(Story):
    """What is still to come."""

    def __init__(self, title: str, hint: str) -> None:
        super().__init__("neutral")
        self.texts.addWidget(Label(title, "body_strong"))
        self.texts.addWidget(Label(hint, "small", "ink2", wraps=True))


def story_of(view: ConcernView, speech: Speech) -> list[Story]:
    """The steps in the order of the table, each reminder behind the last step before it."""
    now: Tone = "success" if is_ended(view) else "info"
    made: list[Story] = []
    left = list(view.reminders)
    for place, step in enumerate(view.story):
        is_last = step is view.story[-1]
        made.append(Step(speech, step, now if is_last else "success"))
        until = None if is_last else view.story[place + 1].at
        while left and (until is None or left[0].at < until):
            made.append(Reminded(speech, left.pop(0)))
    return made
