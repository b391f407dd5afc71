"""The window of the first run: one question at a time in one column, back at the left, on at the right."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from desktop.first_run.state import STEPS, StepName
from desktop.first_run.steps import KeyStep, LanguageStep, ProjectStep, RoleStep, Step
from desktop.first_run.trial_steps import RehearsalStep, TrialStep
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.focus import FocusRing
from desktop.widgets.labels import Hairline, Label, Mark
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

COLUMN_PX = 560


class FirstRunWindow(Part):
    """`on_wanted` and `back_wanted` of the two buttons; Enter goes on."""

    on_wanted = Signal()
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("fill", "background")
        self.language, self.role, self.project, self.key = LanguageStep(), RoleStep(), ProjectStep(), KeyStep()
        self.trial, self.rehearsal = TrialStep(), RehearsalStep()
        self.steps: dict[StepName, Step] = {
            "language": self.language, "role": self.role, "project": self.project, "key": self.key,
            "trial": self.trial, "rehearsal": self.rehearsal,
        }  # fmt: skip
        self._brand, self._progress = Label("", "body_strong"), Label("", "small", "ink2")
        self._title, self._explained = Label("", "page"), Label("", "body", "ink2", wraps=True)
        self._said = ""
        self._trouble = Banner("warning", "circle-alert")
        self._trouble.acted.connect(self._trouble.hide)
        self._trouble.hide()
        self.back_button, self.on_button = Button("", "outline", icon="arrow-left"), Button("", "filled")
        self.on_button.setObjectName("on")
        self.back_button.setObjectName("back")
        self.on_button.clicked.connect(self.on_wanted)
        self.back_button.clicked.connect(self.back_wanted)
        self._stack = QStackedWidget()
        for name in STEPS:
            self._stack.addWidget(self.steps[name])
        self._lay_out()
        self._ring = FocusRing(self)
        self.resize(PX.window_width, PX.window_height)
        self.retranslate()

    def _lay_out(self) -> None:
        held = Part()
        held.setFixedWidth(COLUMN_PX)
        top = row(Mark(), PX.s12, self._brand, None, self._progress)
        foot = row(self.back_button, None, self.on_button)
        parts = (top, PX.s48, self._title, PX.s4, self._explained, PX.s24, self._trouble, self._stack, PX.s16)
        inner = column(*parts, Hairline(), PX.s16, foot, margins=(0, PX.s48, 0, PX.s32))
        inner.setStretchFactor(self._stack, 1)
        held.setLayout(inner)
        self.setLayout(row(None, held, None))

    @property
    def step(self) -> StepName:
        """The step that is shown."""
        return STEPS[self._stack.currentIndex()]

    @property
    def trouble(self) -> str:
        """What stands in the way; "" for nothing."""
        return "" if self._trouble.isHidden() else self._said

    def show_step(self, name: StepName) -> None:
        """Bring a step to the front."""
        self._stack.setCurrentIndex(STEPS.index(name))
        self._trouble.hide()
        self.retranslate()
        self.steps[name].begin()

    def show_ready(self, *, is_ready: bool, is_busy: bool = False) -> None:
        """Whether one can go on, and back."""
        self.on_button.setEnabled(is_ready and not is_busy)
        # What is made stays made.
        self.back_button.setEnabled(not is_busy and self.step not in ("trial",))
        self.back_button.setVisible(self.step != "language")

    def warn(self, text: str) -> None:
        """Say what stood in the way."""
        self._said = text
        self._trouble.say(text, self.tr("OK"))
        self._trouble.show()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Qinting · First run"))
        self._brand.setText(self.tr("Qinting"))
        step = self.steps[self.step]
        step.retranslate()
        self._title.setText(step.title)
        self._explained.setText(step.explained)
        place = self.tr("{place} / {count}").replace("{place}", str(STEPS.index(self.step) + 1))
        self._progress.setText(place.replace("{count}", str(len(STEPS))))
        self.back_button.setText(self.tr("Back"))
        texts = {"key": self.tr("Set it up"), "rehearsal": self.tr("Begin")}
        self.on_button.setText(texts.get(self.step, self.tr("Next")))
        for button in (self.back_button, self.on_button):
            button.updateGeometry()
