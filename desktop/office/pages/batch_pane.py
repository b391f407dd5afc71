"""Several concerns picked out: the steps they can take together, who cannot and why, and what became of each."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, Qt
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.batch import BatchStep, Outcome, asked_together, batch_steps, remindable, without
from desktop.office.pages.concern_pane import REMIND_KEY, STEP_KEYS
from desktop.office.pages.parts import refill
from desktop.office.pages.step_form import StepForm
from desktop.office.speech import Speech
from desktop.office.state import Person, WorkLine
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

# The whole of a longer list is told by nobody's tooltip.
_NAMED = 20
EXPORT_KEY = "E"


class BatchPane(Part):
    """`step_wanted` hands over a StepRequest for several, `remind_wanted` the ids of those to be reminded of,
    `export_wanted` asks for a file of them, `letters_wanted` for their work orders, `cleared` for none to be picked out
    any more."""

    step_wanted = Signal(object)
    remind_wanted = Signal(tuple)
    export_wanted = Signal()
    letters_wanted = Signal()
    cleared = Signal()
    left = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._lines: tuple[WorkLine, ...] = ()
        self._people: tuple[Person, ...] = ()
        self._staff: str | None = None
        self._outcomes: tuple[Outcome, ...] = ()
        self._title = Label("", "section")
        self._close = IconButton("x", "")
        self._close.setObjectName("clear_ticks")
        self._close.clicked.connect(self.cleared)
        self._steps, self._foot = Part(), Part()
        for part in (self._steps, self._foot):
            part.setProperty("fill", "surface")
        self._foot.setFixedHeight(PX.s64)
        # Thousands may be picked out: a table paints those in view only.
        self.list = Table(
            (
                Column("", PX.s96, fits=True),
                Column(""),
                Column("", PX.s64, fits=True, most_px=PX.navigation, folds=True),
            ),
            PX.row,
            inset_px=PX.page_margin,
        )
        self.list.horizontalHeader().hide()
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.form = StepForm(speech)
        self.form.sent.connect(self.step_wanted)
        self.form.cancelled.connect(self._end_form)
        top = row(self._title, None, self._close, margins=(PX.page_margin, PX.s16, PX.s12, PX.s12))
        self._foot_line, self._list_line = Hairline(), Hairline()
        whole = column(top, self._steps, self._list_line, self.list, self.form, self._foot_line, self._foot)
        whole.setStretchFactor(self.list, 1)
        whole.setStretchFactor(self.form, 1)
        self.setLayout(whole)
        self.setMinimumWidth(2 * PX.navigation + PX.s32)
        self.setMaximumWidth(PX.reading_pane)

    def show_lines(self, lines: tuple[WorkLine, ...], people: tuple[Person, ...], staff: str | None) -> None:
        """Show which concerns are picked out; what became of others is forgotten."""
        if tuple(one.concern for one in lines) != tuple(one.concern for one in self._lines):
            self.form.hide()
            self._outcomes = ()
        self._lines, self._people, self._staff = lines, people, staff
        self.retranslate()

    def show_outcomes(self, outcomes: tuple[Outcome, ...]) -> None:
        """Name those that were refused, each with its reasons."""
        self._outcomes = tuple(one for one in outcomes if one.reasons)
        self.form.hide()
        self.retranslate()

    def press(self, letter: str) -> None:
        """What a letter does in the list: a step, a reminder, a file."""
        if letter == EXPORT_KEY:
            self.export_wanted.emit()
        elif letter == REMIND_KEY:
            self._remind()
        elif letter in STEP_KEYS:
            self.begin(STEP_KEYS[letter])

    def begin(self, target: str) -> None:
        """Ask what a step needs, once for all that can take it; nothing happens where none can."""
        step = next((one for one in batch_steps(self._lines) if one.target == target), None)
        if step is not None:
            self.form.ask(*asked_together(step, self._people), self._staff)
            for part in (self._steps, self._list_line, self.list, self._foot, self._foot_line):
                part.hide()
            self.form.show()
            for layout in (self.layout(), self.form.layout()):
                if layout is not None:
                    layout.activate()
            self.form.begin()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.form.isHidden():
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def _remind(self) -> None:
        if some := remindable(self._lines):
            self.remind_wanted.emit(tuple(one.concern for one in some))

    def _end_form(self) -> None:
        self.form.hide()
        self.retranslate()
        self.left.emit()

    @override
    def retranslate(self) -> None:
        count = self.tr("{count} picked out").replace("{count}", f"{len(self._lines):,}")
        self._title.setText(count)
        self._close.set_name(self.tr("Pick none"))
        refill(self._steps, self._choices())
        rows = ((one.concern, one.number, one.words, one.client) for one in self._lines)
        self.list.show_rows(
            tuple(
                Row(key, (Cell(number, "ink2"), Cell(words), Cell(client, "ink2")))
                for key, number, words, client in rows
            )
        )
        refill(self._foot, self._buttons())
        is_asking = not self.form.isHidden()
        for part in (self._steps, self._list_line, self.list, self._foot, self._foot_line):
            part.setHidden(is_asking)

    def _choices(self) -> QLayout:
        """A button for each step, and beside it who cannot take it."""
        steps = batch_steps(self._lines)
        parts: list[QWidget | QLayout | int | None] = []
        for place, step in enumerate(steps):
            parts.append(self._choice(step, is_first=place == 0 and step.is_forward))
        if urged := remindable(self._lines):
            button = Button(self._counted(self.tr("Remind"), len(urged)), "outline", key=REMIND_KEY)
            button.setObjectName("batch_remind")
            button.clicked.connect(self._remind)
            parts.append(self._beside(button, without(self._lines, urged)))
        if not steps:
            parts.append(
                Label(
                    self.tr("They have no step in common that is not decided one by one."), "small", "ink2", wraps=True
                )
            )
        if self._outcomes:
            parts += [PX.s4, *self._refused()]
        return column(*parts, gap=PX.s8, margins=(PX.page_margin, 0, PX.page_margin, PX.s16))

    def _choice(self, step: BatchStep, *, is_first: bool) -> QLayout:
        state = step.able[0].state if len({one.state for one in step.able}) == 1 else ""
        key = next((key for key, target in STEP_KEYS.items() if target == step.target), "")
        text = self._counted(self._speech.step(step.target, state), len(step.able))
        button = Button(text, "filled" if is_first else "outline", key=key)
        button.setObjectName(f"batch_{step.target}")
        button.clicked.connect(lambda: self.begin(step.target))
        return self._beside(button, step.unable)

    def _beside(self, button: Button, unable: tuple[WorkLine, ...]) -> QLayout:
        names = [f"{one.number} {self._speech.code('state', one.state)}" for one in unable[:_NAMED]]
        named = self._speech.listed([*names, "……"] if len(unable) > _NAMED else names)
        said = self.tr("not: {names}").replace("{names}", named) if unable else ""
        told = ElidedLabel(said, "caption", "ink3")
        made = row(button, told, gap=PX.s12)
        made.setStretch(1, 1)
        return made

    def _counted(self, text: str, count: int) -> str:
        return self.tr("{step} {count}").replace("{step}", text).replace("{count}", f"{count:,}")

    def _refused(self) -> list[QWidget]:
        made: list[QWidget] = [Label(self.tr("Not done, and why"), "body_strong")]
        for one in self._outcomes:
            banner = Banner("warning", "circle-alert")
            banner.setObjectName("refused")
            reasons = " ".join(self._speech.sentence(code, dict(facts)) for code, facts in one.reasons)
            banner.say(f"{one.number}  {reasons}", "")
            made.append(banner)
        return made

    def _buttons(self) -> QLayout:
        export = Button(self.tr("Export these"), "outline", icon="file-down", key=EXPORT_KEY)
        export.setObjectName("batch_export")
        export.clicked.connect(self.export_wanted)
        letters = Button(self.tr("Work orders"), "outline")
        letters.setObjectName("batch_letters")
        letters.clicked.connect(self.letters_wanted)
        none = Button(self.tr("Pick none"), "outline", key="Esc")
        none.clicked.connect(self.cleared)
        return row(export, letters, none, None, gap=PX.s8, margins=(PX.page_margin, 0, PX.page_margin, 0))
