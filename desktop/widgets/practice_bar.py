"""The mark of a rehearsal on a window: a bar over every page, the codes to practise with, and the way out."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget
from typing_extensions import override

from desktop.widgets.buttons import KioskButton
from desktop.widgets.code_view import CodeView
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_IN_A_ROW = 4
# How much of the window it takes.
PRACTICE_BAR_PX = PX.kiosk_small + 2 * PX.s4


@dataclass(frozen=True, slots=True)
class PracticeCode:
    """A code to practise with: who holds it, and what it is to show: listed, revoked, elsewhere or stranger."""

    token: str
    name: str
    kind: str


class PracticeBar(Part):
    """Lies over the top of `window`, which makes room for it; `ended` when the person has practised enough.

    The codes cover the page until they are put away or a scanner types the next one.
    """

    ended = Signal()

    def __init__(self, window: QWidget, codes: tuple[PracticeCode, ...]) -> None:
        super().__init__()
        self.setParent(window)
        self.setProperty("part", "practice")
        self.setObjectName("practice_bar")
        self._window = window
        self._said = ElidedLabel("", "k_small_strong", "warning_ink")
        self.codes_button = KioskButton("", "outline", "kiosk_small", icon="qr-code")
        self.codes_button.setObjectName("practice_codes")
        self.end_button = KioskButton("", "outline", "kiosk_small", icon="x")
        self.end_button.setObjectName("practice_end")
        for button in (self.codes_button, self.end_button):
            # A scanner's Enter is for the page.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = row(
            *(IconLabel("timer", PX.icon_kiosk, "warning_ink"), PX.s12, self._said),
            *(PX.s12, self.codes_button, PX.s12, self.end_button),
            margins=(PX.s24, PX.s4, PX.s24, PX.s4),
        )
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.panel = _Codes(window, codes)
        self.codes_button.clicked.connect(self._turn)
        self.end_button.clicked.connect(self.ended)
        window.setContentsMargins(0, PRACTICE_BAR_PX, 0, 0)
        window.installEventFilter(self)
        window.winId()
        handle = window.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self.retranslate()
        self._follow()
        self.show()

    def _turn(self) -> None:
        self.panel.setVisible(not self.panel.isVisible())
        self._follow()
        self.panel.raise_()
        self.raise_()

    def _follow(self) -> None:
        self.setGeometry(0, 0, self._window.width(), PRACTICE_BAR_PX)
        self.panel.setGeometry(self._window.rect().adjusted(0, PRACTICE_BAR_PX, 0, 0))
        self.raise_()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self._follow()
        elif event.type() == QEvent.Type.KeyPress and self.panel.isVisible():
            self.panel.hide()
        return False

    @override
    def retranslate(self) -> None:
        self._said.setText(self.tr("Rehearsal: invented guests, nothing of it is kept"))
        self.codes_button.setText(self.tr("Practice codes"))
        self.end_button.setText(self.tr("End the rehearsal"))
        for button in (self.codes_button, self.end_button):
            button.updateGeometry()


class _Codes(Part):
    """Codes that a scanner reads off the screen, or a telephone photographs."""

    def __init__(self, window: QWidget, codes: tuple[PracticeCode, ...]) -> None:
        super().__init__()
        self.setParent(window)
        self.setProperty("fill", "background")
        self.codes = codes
        self._title = Label("", "k_lead_strong")
        self._names = tuple(Label(one.name, "k_note", "ink1") for one in codes)
        self._kinds = tuple(Label("", "k_note", "ink2") for _ in codes)
        grid = QGridLayout()
        grid.setHorizontalSpacing(PX.s48)
        grid.setVerticalSpacing(PX.s24)
        for place, (one, name, kind) in enumerate(zip(codes, self._names, self._kinds, strict=True)):
            cell = column(CodeView(one.token, PX.s4 + PX.hairline), PX.s8, name, kind)
            grid.addLayout(cell, place // _IN_A_ROW, place % _IN_A_ROW)
        inside = column(None, row(None, self._title, None), PX.s24, row(None, grid, None), None)
        self.setLayout(inside)
        self.retranslate()
        self.hide()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Scan these, or photograph one and show the telephone"))
        kinds = {
            "listed": self.tr("On the list"), "revoked": self.tr("Invitation taken back"),
            "elsewhere": self.tr("Of another event"), "stranger": self.tr("Not on the list"),
        }  # fmt: skip
        for one, label in zip(self.codes, self._kinds, strict=True):
            label.setText(kinds[one.kind])
