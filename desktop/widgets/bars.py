"""Bars: what was done and can be undone, what needs a person, how far it is, and the foot of every window."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.courier import Standing
from desktop.widgets.buttons import Button
from desktop.widgets.labels import Dot, ElidedLabel, IconLabel, Label
from desktop.widgets.look import colour
from desktop.widgets.measures import LOADING_AFTER_MS, PX, UNDO_BAR_MS
from desktop.widgets.part import Part, row
from desktop.widgets.theme import Ink, Tone


class UndoBar(Part):
    """Says what was done and offers for 8 s to take it back, by its button or Ctrl+Z; hidden otherwise."""

    undone = Signal(str)
    expired = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "undo")
        self.setFixedHeight(PX.undo_bar)
        self._deed = ""
        self._text = ElidedLabel("", "body", "surface")
        self._button = Button("", "undo", key="Ctrl+Z")
        self._button.setObjectName("undo")
        self._button.clicked.connect(self._undo)
        shortcut = QShortcut(QKeySequence.StandardKey.Undo, self)
        shortcut.activated.connect(self._undo)
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(UNDO_BAR_MS)
        self._clock.timeout.connect(self._expire)
        sign = IconLabel("check", PX.icon, "surface")
        layout = row(sign, PX.s12, self._text, PX.s12, self._button, margins=(PX.card_x, 0, PX.s8, 0))
        layout.setStretchFactor(self._text, 1)
        self.setLayout(layout)
        self.retranslate()
        self.hide()

    @override
    def retranslate(self) -> None:
        self._button.setText(self.tr("Undo"))
        self._button.updateGeometry()

    def offer(self, deed: str, text: str) -> None:
        """Show `text`; `deed` names what was done and comes back by `undone` or `expired`. An older one expires."""
        if self._clock.isActive():
            self._expire()
        self._deed = deed
        self._text.setText(text)
        self.setAccessibleName(text)
        self._clock.start()
        self.show()
        self.raise_()

    def _undo(self) -> None:
        self._clock.stop()
        self.hide()
        self.undone.emit(self._deed)

    def _expire(self) -> None:
        self._clock.stop()
        self.hide()
        self.expired.emit(self._deed)


class Banner(Part):
    """A warning where the person must do something, with the one thing to do at its end."""

    acted = Signal()

    def __init__(self, tone: Tone, icon: str, text: str = "", action: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "banner")
        self.setProperty("tone", tone)
        ink: Ink = "ink2" if tone == "neutral" else _TONE_INKS[tone]
        self._text = Label("", "small", ink, wraps=True)
        self._button = Button("", "quiet", "small", ink=ink)
        self._button.clicked.connect(self.acted)
        self.setMinimumHeight(PX.banner)
        layout = row(
            *(IconLabel(icon, PX.icon, ink), PX.s12 - PX.s2, self._text, PX.s12, self._button),
            margins=(PX.s12, PX.s4, PX.hairline, PX.s4),
        )
        layout.setStretchFactor(self._text, 1)
        self.setLayout(layout)
        self.say(text, action)

    def say(self, text: str, action: str) -> None:
        """Change the sentence and the action; "" for no action."""
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))


_TONE_INKS: dict[Tone, Ink] = {
    "accent": "accent_ink",
    "success": "success_ink",
    "warning": "warning_ink",
    "danger": "danger_ink",
    "info": "info_ink",
}


class Progress(QWidget):
    """A bar of 4 px; the caller writes the figures beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float) -> None:
        """How much of the whole is done, 0 to 1."""
        self._share = min(max(share, 0.0), 1.0)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(PX.navigation, PX.bar)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        radius = self.height() / 2
        painter.setBrush(colour("line"))
        painter.drawRoundedRect(QRectF(self.rect()), radius, radius)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRectF(0, 0, self.width() * self._share, self.height()), radius, radius)
        painter.end()


class Loading(Part):
    """The count "1,240 of 3,000" with a bar, shown only when the work takes longer than 300 ms."""

    def __init__(self, parent: QWidget | None = None, *, is_writing: bool = False) -> None:
        super().__init__(parent)
        self._is_writing = is_writing
        self._counts = (0, 0)
        self._text = Label("", "caption", "ink3")
        self._bar = Progress()
        self.setLayout(row(self._text, self._bar, gap=PX.s12))
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(LOADING_AFTER_MS)
        self._clock.timeout.connect(self.show)
        self.hide()

    @override
    def retranslate(self) -> None:
        done, total = self._counts
        if self._is_writing:
            text = self.tr("Writing {done} of {total}") if total else self.tr("Writing")
        else:
            text = self.tr("Reading {done} of {total}") if total else self.tr("Reading")
        self._text.setText(text.replace("{done}", f"{done:,}").replace("{total}", f"{total:,}"))

    def begin(self) -> None:
        """The work has begun."""
        self.report(0, 0)
        self._clock.start()

    def report(self, done: int, total: int) -> None:
        """The work is this far."""
        self._counts = (done, total)
        self._bar.set_share(done / total if total else 0)
        self.retranslate()

    def end(self) -> None:
        """The work is done; hides at once."""
        self._clock.stop()
        self.hide()


class StatusBar(Part):
    """The foot of the host's and the office's window: saved, to be sent, last heard, one warning; date and time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "status")
        self.setFixedHeight(PX.status_bar)
        self._dot = Dot()
        self._saved = Label("", "caption", "ink2")
        self._cloud = IconLabel("cloud-upload", PX.icon_small, "ink2")
        self._sending = Label("", "caption", "ink2")
        self._heard_sign = IconLabel("radio-tower", PX.icon_small, "ink2")
        self._heard = Label("", "caption", "ink2")
        self._warning = ElidedLabel("", "caption", "warning")
        self._clock = Label("", "caption_strong", "ink1")
        gap = PX.s24 - PX.s6
        layout = row(
            *(self._dot, self._saved, gap, self._cloud, self._sending, gap, self._heard_sign, self._heard),
            *(gap, self._warning, self._clock),
            gap=PX.s6,
            margins=(PX.s16, 0, PX.s16, 0),
        )
        layout.setStretchFactor(self._warning, 1)
        self.setLayout(layout)
        # The warning of the exchange that stands now.
        self._said = ""
        self.set_heard("")
        self.set_exchange(None, 0)

    def set_saved(self, text: str, tone: Tone = "success") -> None:
        """When all was last safe on the disk, or why it is not."""
        self._dot.set_tone(tone)
        self._saved.setText(text)

    def set_sending(self, text: str, *, is_offline: bool = False) -> None:
        """What still has to go out; being offline is normal and only changes the mark."""
        self._cloud.show_icon("cloud-off" if is_offline else "cloud-upload", "ink2")
        self._sending.setText(text)

    def set_exchange(self, standing: Standing | None, now_ms: int) -> None:
        """How the exchange with the shared folder stands; being offline is normal."""
        if standing is None:
            self.set_sending(self.tr("Works without a network"), is_offline=True)
            return
        if standing.trouble is not None:
            away = self.tr("Shared folder away, everything waits here")
            counted = self.tr("Shared folder away, {n} rows wait here").replace("{n}", f"{standing.unsent:,}")
            self.set_sending(counted if standing.unsent else away, is_offline=True)
        elif standing.last_at is None:
            self.set_sending(self.tr("Shared folder"))
        else:
            seconds = max(0, now_ms - standing.last_at) // 1_000
            self.set_sending(self.tr("Shared folder · {n} s ago").replace("{n}", str(seconds)))
        warning = self._warning_of(standing)
        # What the exchange has said goes when it is over; what others say here stays.
        if warning or self._warning.text() == self._said:
            self.set_warning(warning)
        self._said = warning

    def _warning_of(self, standing: Standing) -> str:
        if standing.waiting:
            return self.tr("{n} files in the shared folder not taken").replace("{n}", str(standing.waiting))
        if standing.missing:
            return self.tr("{n} files missing in the shared folder").replace("{n}", str(standing.missing))
        wrong = standing.clock
        if wrong is None:
            return ""
        here = self.tr("This device's clock is about {n} min off; nothing written is spoilt, please set it")
        there = self.tr("The clock of {device} is about {n} min off; nothing written is spoilt")
        said = there.replace("{device}", wrong.device) if wrong.device else here
        return said.replace("{n}", f"{wrong.minutes:,}")

    def set_heard(self, text: str) -> None:
        """Which device was heard last and when; "" when there is no other device."""
        self._heard.setText(text)
        self._heard_sign.setVisible(bool(text))

    def set_warning(self, text: str) -> None:
        """The one warning; "" for none."""
        self._warning.setText(text)

    def set_clock(self, text: str) -> None:
        """Date and time as they are read aloud here."""
        self._clock.setText(text)
