"""What a device says after it has taken an event's kit: what it has, what it lacks, and its fingerprint to compare."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.rules.fingerprints import WORDS, code_text, words
from desktop.rules.kits import Finding
from desktop.widgets.buttons import Button, KioskButton
from desktop.widgets.code_view import CodeView
from desktop.widgets.labels import Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, keeps_key, row
from desktop.widgets.theme import Ink
from resources.wording import Language, wording

_SIGNS: Final[dict[str, tuple[str, Ink]]] = {
    "ready": ("check", "success"),
    "warn": ("circle-alert", "warning"),
    "lacks": ("triangle-alert", "danger"),
}
_COLUMN_PX: Final = PX.reading_pane
# A client is not to find it there.
STAYS_MS: Final = 90_000


@dataclass(frozen=True, slots=True)
class KitTold:
    """What is told: the event's title, the device's name and fingerprint, everything that it has looked at."""

    event: str
    device: str
    fingerprint: str
    findings: tuple[Finding, ...]


class KitPanel(Part):
    """Covers a window until somebody has read it; `closed` when it goes. A kiosk's is larger and goes by itself."""

    closed = Signal()

    def __init__(self, window: QWidget, *, is_kiosk: bool = False) -> None:
        super().__init__()
        self.setParent(window)
        self.setProperty("fill", "background")
        self.setObjectName("kit_panel")
        self._window, self._is_kiosk = window, is_kiosk
        self._told: KitTold | None = None
        self._inside = Part()
        self.done_button = KioskButton("", "filled", "kiosk_small") if is_kiosk else Button("", "filled")
        self.done_button.setObjectName("kit_done")
        self.done_button.clicked.connect(self.leave)
        margins = (PX.page_margin, PX.s32, PX.page_margin, PX.s32)
        held = column(None, self._inside, PX.s24, row(self.done_button, None), None, margins=margins)
        box = Part()
        box.setMaximumWidth(_COLUMN_PX + 2 * PX.page_margin)
        box.setLayout(held)
        whole = row(None, box, None)
        whole.setStretch(1, 100)
        self.setLayout(whole)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(STAYS_MS)
        self._clock.timeout.connect(self.leave)
        window.installEventFilter(self)
        self.hide()

    def show_told(self, told: KitTold | None) -> None:
        """Cover the window and say what became of it; None where no kit was found."""
        self._told = told
        self.retranslate()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.done_button.setFocus()
        if self._is_kiosk:
            self._clock.start()

    def leave(self) -> None:
        """Uncover the window."""
        self._clock.stop()
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._window and event.type() == QEvent.Type.Resize and not self.isHidden():
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    @override
    def event(self, event: QEvent) -> bool:
        return keeps_key(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.leave()

    @override
    def retranslate(self) -> None:
        self.done_button.setText(self.tr("All right"))
        self.done_button.updateGeometry()
        layout = self._inside.layout()
        if layout is not None:
            spare = Part(self)
            spare.setLayout(layout)
            spare.hide()
            spare.deleteLater()
        self._inside.setLayout(self._nothing() if self._told is None else self._all(self._told))

    def _kind(self, kind: str) -> str:
        large = {"page": "k_lead", "body": "k_note", "small": "k_note", "section": "k_small_strong"}
        return large[kind] if self._is_kiosk else kind

    def _nothing(self) -> QLayout:
        return column(
            Label(self.tr("No event kit was found"), self._kind("page"), wraps=True),
            Label(
                self.tr("Plug in the stick on which the office has written the kit, wait a moment, then press again."),
                self._kind("body"), "ink2", wraps=True,
            ),
            gap=PX.s12,
        )  # fmt: skip

    def _all(self, told: KitTold) -> QLayout:
        lacks = sum(one.state == "lacks" for one in told.findings)
        well = self.tr("{device} has taken the kit: ready for {event}")
        short = self.tr("{device} has taken the kit of {event}: {count} things are lacking")
        said = (short if lacks else well).replace("{device}", told.device).replace("{event}", told.event)
        title = Label(said.replace("{count}", str(lacks)), self._kind("page"), wraps=True)
        shown = words(told.fingerprint, _language())
        half = WORDS // 2
        texts = column(
            Label(self.tr("Read these words to the office, once:"), self._kind("small"), "ink2", wraps=True),
            PX.s4,
            *(Label("  ".join(part), self._kind("section")) for part in (shown[:half], shown[half:])),
            PX.s4,
            Label(told.fingerprint.replace("-", " "), "k_note" if self._is_kiosk else "caption", "ink3"),
            None,
            gap=PX.s4,
        )
        code = CodeView(code_text(told.fingerprint))
        code.setAccessibleName(told.fingerprint)
        compare = row(code, PX.s24, texts)
        compare.setStretch(2, 1)
        return column(title, PX.s8, *map(self._finding, told.findings), PX.s8, Hairline(), PX.s8, compare, gap=PX.s8)

    def _finding(self, one: Finding) -> QLayout:
        said = wording(one.code, dict(one.facts), _language())
        told = self.tr("{what}. {next}").replace("{what}", said.message).replace("{next}", said.next)
        icon, ink = _SIGNS[one.state]
        text = Label(said.message if one.state == "ready" else told, self._kind("body"), wraps=True)
        size = PX.s24 if self._is_kiosk else PX.icon
        made = row(IconLabel(icon, size, ink), PX.s12, text)
        made.setStretch(2, 1)
        return made


def _language() -> Language:
    """The language that the windows speak."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
