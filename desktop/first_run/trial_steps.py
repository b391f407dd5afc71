"""The last two steps: scanner, camera and printer tried out, and a rehearsal of the whole day."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.first_run.state import Plan
from desktop.first_run.steps import Step
from desktop.services.rehearsal import STEPS, TRIAL_CODE
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.code_view import CodeView
from desktop.widgets.fields import Picker
from desktop.widgets.labels import Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class TrialStep(Step):
    """`print_wanted` names a printer, "" for the system's own; `scanner_wanted` asks for the scanner's own page."""

    print_wanted = Signal(str)
    scanner_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._states: dict[str, tuple[bool | None, str]] = {
            "scanner": (None, ""),
            "camera": (None, ""),
            "printer": (None, ""),
        }
        self._printers: tuple[str, ...] = ()
        self._signs = {name: IconLabel("circle-dot", PX.icon, "ink3") for name in self._states}
        self._titles = {name: Label("", "body_strong") for name in self._states}
        self._texts = {name: Label("", "small", "ink2", wraps=True) for name in self._states}
        self.code = CodeView(TRIAL_CODE)
        self.printer = Picker()
        self.print_button = Button("", "outline", "small", icon="printer")
        self.print_button.clicked.connect(lambda: self.print_wanted.emit(self.printer.choice))
        self.scanner_button = Button("", "outline", "small", icon="scan-line")
        self.scanner_button.setObjectName("try_scanner")
        self.scanner_button.clicked.connect(self.scanner_wanted)
        self._print = Part()
        self._print.setLayout(row(self.printer, self.print_button, None, gap=PX.s8))
        card = Card()
        for place, name in enumerate(self._states):
            if place:
                card.body.addWidget(Hairline())
            words = column(self._titles[name], self._texts[name], gap=PX.s4)
            if name == "printer":
                words.addWidget(self._print)
            if name == "scanner":
                words.addLayout(row(self.scanner_button, None))
            words.addStretch(1)
            parts: list[QWidget | QLayout | int | None] = [column(self._signs[name], None), PX.s12, words]
            if name == "scanner":
                parts.append(self.code)
            line = row(*parts, margins=(0, PX.s8, 0, PX.s8))
            line.setStretch(2, 1)
            card.body.addLayout(line)
        self.setLayout(column(card, None))
        self.retranslate()

    def show_state(self, name: str, *, is_well: bool | None, text: str = "") -> None:
        """Show how a device does: well, not well, or not known yet (None)."""
        self._states[name] = (is_well, text)
        self.retranslate()

    def state(self, name: str) -> bool | None:
        """How a device does."""
        return self._states[name][0]

    def show_printers(self, names: tuple[str, ...], usual: str) -> None:
        """Offer the printers of this computer."""
        self._printers = names
        self.printer.set_values(tuple((name, name) for name in names))
        self.printer.choose(usual)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title = self.tr("Does everything work?")
        self.explained = self.tr("What is missing here can be added later; nothing of it is needed to go on.")
        titles = {"scanner": self.tr("Hand scanner"), "camera": self.tr("Camera"), "printer": self.tr("Printer")}
        waits = {
            "scanner": self.tr("Scan the code at the right."),
            "camera": self.tr("Looking for a camera."),
            "printer": self.tr("Print a trial sheet; its code can be scanned too."),
        }
        if not self._printers:
            waits["printer"] = self.tr("This computer has no printer so far; papers can be saved as PDF.")
        for name, (is_well, text) in self._states.items():
            icon, ink = ("check", "success") if is_well else ("circle-dot", "ink3")
            if is_well is False:
                icon, ink = "circle-alert", "warning"
            self._signs[name].show_icon(icon, ink)  # type: ignore[arg-type]  # both are inks of the theme
            self._titles[name].setText(titles[name])
            self._texts[name].setText(text or waits[name])
        self._print.setVisible(bool(self._printers))
        self.print_button.setText(self.tr("Print a trial sheet"))
        self.scanner_button.setText(self.tr("Test every character"))
        for button in (self.print_button, self.scanner_button):
            button.updateGeometry()


class RehearsalStep(Step):
    """The main job once, with invented people; each part has its tick when it is done."""

    begin_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._done: tuple[str, ...] = ()
        self._sheet_file = ""
        self._trouble = ""
        self._is_running = False
        self._signs = {name: IconLabel("circle-dot", PX.icon, "ink3") for name in STEPS}
        self._texts = {name: Label("", "body") for name in STEPS}
        self._said = Label("", "small", "danger_ink", wraps=True)
        self.start_button = Button("", "outline", icon="timer")
        self.start_button.clicked.connect(self.begin_wanted)
        card = Card()
        for name in STEPS:
            card.body.addLayout(row(self._signs[name], PX.s12, self._texts[name], None, margins=(0, PX.s4, 0, PX.s4)))
        self._sheet_sign, self._sheet_said = IconLabel("lock", PX.icon, "ink2"), Label("", "small", wraps=True)
        self.sheet_button = Button("", "outline", "small", icon="printer")
        self.sheet_button.setObjectName("recovery_sheet")
        self.sheet_button.clicked.connect(self.sheet_wanted)
        self._sheet = Part()
        sheet = row(self._sheet_sign, PX.s12, self._sheet_said, PX.s12, self.sheet_button)
        sheet.setStretch(2, 1)
        self._sheet.setLayout(sheet)
        start = row(self.start_button, None)
        self.setLayout(column(card, self._said, start, Hairline(), self._sheet, None, gap=PX.s16))
        self.retranslate()

    @override
    def show_plan(self, plan: Plan) -> None:
        # What is not encrypted needs no second way in.
        self._sheet.setVisible(plan.is_keyed)

    def show_sheet(self, file: str) -> None:
        """Say where the recovery sheet was written."""
        self._sheet_file = file
        self.retranslate()

    @property
    def is_done(self) -> bool:
        """Whether every part has its tick."""
        return len(self._done) == len(STEPS)

    def show_progress(self, done: tuple[str, ...], *, is_running: bool, trouble: str = "") -> None:
        """Show how far it is, and what stood in the way."""
        self._done, self._is_running, self._trouble = done, is_running, trouble
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.title = self.tr("A rehearsal")
        self.explained = self.tr("Once through the whole day with invented people. It is thrown away afterwards.")
        texts = {
            "event": self.tr("An event is built"), "check_in": self.tr("A client is checked in"),
            "concern": self.tr("Their words are taken down"), "paper": self.tr("The summary becomes a PDF"),
            "package": self.tr("A package for other devices is made"),
        }  # fmt: skip
        for name, text in texts.items():
            is_done = name in self._done
            self._signs[name].show_icon("check" if is_done else "circle-dot", "success" if is_done else "ink3")
            self._texts[name].setText(text)
        self._said.setText(self._trouble)
        self._said.setVisible(bool(self._trouble))
        self.start_button.setText(self.tr("Rehearse again") if self.is_done else self.tr("Rehearse now"))
        self.start_button.setEnabled(not self._is_running)
        self.start_button.updateGeometry()
        written = self.tr("{file}: print it, lock it away, delete the file.").replace("{file}", self._sheet_file)
        offer = self.tr("A recovery sheet for the safe opens everything if the passphrase is lost.")
        self._sheet_said.setText(written if self._sheet_file else offer)
        self._sheet_sign.show_icon(*(("check", "success") if self._sheet_file else ("lock", "ink2")))
        self.sheet_button.setText(self.tr("Recovery sheet"))
        self.sheet_button.updateGeometry()
