"""What a name is for, read before it is written down: large, on one page, answered with one touch."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from desktop.kiosk.pad_page import PadPage
from desktop.kiosk.state import Noticing
from desktop.kiosk.voice import Voice
from desktop.kiosk.words import QT_TRANSLATE_NOOP, Said
from desktop.widgets.buttons import KioskButton
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row

_TITLE: Final = Said(QT_TRANSLATE_NOOP("Kiosk", "Please read first"))
_MOST_LINES: Final = 6


class _Line(QWidget):
    """One sentence behind its tick."""

    def __init__(self) -> None:
        super().__init__()
        self.words = Label("", "k_text", wraps=True)
        line = row(IconLabel("check", PX.icon_kiosk, "accent"), PX.s16, self.words, margins=(0, PX.s8, 0, PX.s12))
        line.setStretch(2, 1)
        self.setLayout(line)


class NoticePage(PadPage):
    """`wished` carries "confirm" once it has been read."""

    def __init__(self, voice: Voice) -> None:
        super().__init__(voice, _TITLE, None)
        self._state = Noticing()
        self._lines = tuple(_Line() for _ in range(_MOST_LINES))
        self._version = Label("", "k_note", "ink3")
        self._version.setObjectName("notice_version")
        self._read = KioskButton("", "filled", "kiosk_first", icon="check")
        self._read.setObjectName("confirm")
        self._read.clicked.connect(lambda: self.wished.emit("confirm"))
        whole = column()
        for line in self._lines:
            whole.addWidget(line)
        self.fill(whole)
        foot = row(self._version, PX.s24, self._read, margins=(0, PX.s16, 0, PX.s16))
        foot.setStretch(0, 1)
        self.fill_foot(foot)
        self.retranslate()

    def show_state(self, state: Noticing) -> None:
        """Show the notice in the language spoken now."""
        self._state = state
        notice = state.notice
        said = [one.zh if self.voice.language == "zh" else one.en for one in notice.lines] if notice else []
        for number, line in enumerate(self._lines):
            line.setVisible(number < len(said))
            line.words.setText(said[number] if number < len(said) else "")
        version = self.tr("Notice for visitors, version {version}")
        self._version.setText(version.replace("{version}", str(notice.version)) if notice else "")

    @override
    def begin(self) -> None:
        # One key is enough for whoever has read it: Enter.
        self._read.setFocus()

    @override
    def retranslate(self) -> None:
        super().retranslate()
        self._read.setText(self.tr("I have read it, go on"))
        self._read.updateGeometry()
        self.show_state(self._state)
