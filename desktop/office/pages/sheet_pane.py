"""A department's filled-in sheet before anything of it is taken: every row with what it would do, or why it cannot."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.services.concerns.sheets import SheetRow
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.chips import Chip
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import Tone

_TONES: dict[str, Tone] = {"done": "success", "refused": "danger", "unchanged": "neutral"}
_ORDER = ("refused", "done", "unchanged")
# Rows without a word of the department are counted; of the others so many are told one by one.
_MOST = 200


class SheetPane(Part):
    """`taken` says to take the steps in, `closed` to leave the sheet. Before it is taken the rows are a trial."""

    taken = Signal()
    closed = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._file: Path | None = None
        self._rows: tuple[SheetRow, ...] = ()
        self._is_trial = True
        self._title, self._name = Label("", "section"), ElidedLabel("", "small", "ink2")
        self._about = Label("", "small", "ink2", wraps=True)
        close = self._close = IconButton("x", "")
        close.clicked.connect(self.closed)
        self._body = Part()
        self._body.setProperty("fill", "surface")
        self.take_button, self._leave = Button("", "filled"), Button("", "outline", key="Esc")
        self.take_button.setObjectName("take_sheet")
        self.take_button.clicked.connect(self.taken)
        self._leave.clicked.connect(self.closed)
        foot = Part()
        foot.setFixedHeight(PX.s64)
        foot.setLayout(
            row(self.take_button, self._leave, None, gap=PX.s8, margins=(PX.page_margin, 0, PX.page_margin, 0))
        )
        head = column(
            row(self._title, None, close), self._name, self._about, gap=PX.s4,
            margins=(PX.page_margin, PX.s16, PX.s12, PX.s12),
        )  # fmt: skip
        whole = column(head, Hairline(), scrolled(self._body), Hairline(), foot)
        whole.setStretch(2, 1)
        self.setLayout(whole)
        self.retranslate()

    @property
    def file(self) -> Path | None:
        """The sheet that is shown."""
        return self._file

    def show_rows(self, file: Path, rows: tuple[SheetRow, ...], *, is_trial: bool) -> None:
        """Show what a sheet would do, or, once it was taken, what it did."""
        self._file, self._rows, self._is_trial = file, rows, is_trial
        self.retranslate()
        (self.take_button if self.take_button.isVisibleTo(self) else self._leave).setFocus(
            Qt.FocusReason.ShortcutFocusReason
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        return QSize(PX.reading_pane, PX.navigation)

    @override
    def retranslate(self) -> None:
        counts = {outcome: sum(one.outcome == outcome for one in self._rows) for outcome in _ORDER}
        self._title.setText(self.tr("Department's sheet") if self._is_trial else self.tr("Taken in"))
        self._name.setText(self._file.name if self._file else "")
        about = self.tr("{done} rows with steps, {refused} refused, {unchanged} not filled in")
        for outcome, count in counts.items():
            about = about.replace(f"{{{outcome}}}", f"{count:,}")
        self._about.setText(about)
        self._close.set_name(self.tr("Leave the sheet"))
        take = self.tr("Take in 1 row") if counts["done"] == 1 else self.tr("Take in {count} rows")
        self.take_button.setText(take.replace("{count}", f"{counts['done']:,}"))
        self.take_button.setVisible(self._is_trial and counts["done"] > 0)
        self._leave.setText(self.tr("Leave") if self._is_trial else self.tr("Close"))
        for button in (self.take_button, self._leave):
            button.updateGeometry()
        told = sorted((one for one in self._rows if one.outcome != "unchanged"), key=lambda o: _ORDER.index(o.outcome))
        parts: list[QWidget] = []
        for one in told[:_MOST]:
            parts += [self._line(one), Hairline()]
        refill(self._body, column(*parts, None, margins=(PX.page_margin, 0, PX.page_margin, PX.s12)))

    def _line(self, one: SheetRow) -> Part:
        number = self.tr("Row {row}").replace("{row}", str(one.row))
        names = {"done": self.tr("Steps"), "refused": self.tr("Refused"), "unchanged": ""}
        head = row(
            Label(number, "small", "ink2"), ElidedLabel(one.number, "small_strong"),
            Chip(names[one.outcome], _TONES[one.outcome]), gap=PX.s12,
        )  # fmt: skip
        head.setStretch(1, 1)
        steps = " → ".join(self._speech.code("state", state) for state in one.states)
        reasons = "\n".join(self._speech.sentence(reason.code, dict(reason.facts)) for reason in one.reasons)
        made = Part()
        made.setObjectName(f"sheet_row_{one.row}")
        made.setLayout(
            column(head, Label(steps or reasons, "small", wraps=True), gap=PX.s4, margins=(0, PX.s12, 0, PX.s12))
        )
        return made
