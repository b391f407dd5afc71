"""How long a client waits before the screen: from a scanner's closing Enter to the painted answer, again and again.

Beside it, in turns, what nothing can do without: one bare durable commit and one repaint of a bare window.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from typing_extensions import override

from db.store import Store, wall_clock_ms
from desktop.jobs import Jobs
from desktop.kiosk.flow import KioskFlow
from desktop.kiosk.sizes import KIOSK
from desktop.kiosk.state import Answer, Idle
from desktop.services.opening import open_database
from desktop.settings import Settings
from desktop.widgets.context import FaceContext
from desktop.widgets.icons import pixmap
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look, font
from desktop.widgets.measures import PX
from desktop.widgets.theme import LIGHT, PANELS

BLOCK = 10
EVERY = 1_000
KEY_MS = 8
PATIENCE_MS = 30_000
_BARE_ROW = "INSERT INTO bare(words) VALUES ('019e3c0e-5c00-7000-8000-000000000000')"


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds, one for each scan and one for each bare turn; `outcomes` counts what was answered.

    `memory_mb` is what the process held after each EVERY scans and at the end; empty where nobody counts it.
    """

    scans_ms: tuple[float, ...]
    bare_ms: tuple[float, ...]
    outcomes: dict[str, int]
    memory_mb: tuple[float, ...] = ()


class BareWindow(QWidget):
    """A window of the same size that draws the same words, fills and shape with one painter: no widgets, no layout."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.resize(PX.window_width, PX.window_height)
        self.name = "welcomed"

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(LIGHT.background))
        panel, left = PANELS[self.name], PX.kiosk_margin + KIOSK.panel_width + PX.kiosk_inner
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(panel.fill))
        side = QRect(PX.kiosk_margin, PX.kiosk_margin, KIOSK.panel_width, self.height() - 2 * PX.kiosk_margin)
        painter.drawRoundedRect(side, PX.radius_panel, PX.radius_panel)
        painter.drawPixmap(
            side.center().x() - PX.shape // 2, 168, pixmap(panel.shape, PX.shape, panel.on, 1.0, panel.fill)
        )
        painter.setBrush(QColor(LIGHT.accent_soft))
        painter.drawRoundedRect(QRect(left, 512, KIOSK.column, KIOSK.step), PX.radius_kiosk, PX.radius_kiosk)
        painter.setBrush(QColor(LIGHT.surface))
        painter.setPen(QColor(LIGHT.line_strong))
        for number in range(2):
            box = QRect(left + 368 * number, 632, 352, PX.kiosk_button)
            painter.drawRoundedRect(box, PX.radius_kiosk, PX.radius_kiosk)
        for kind, ink, x, y, text in WORDS[self.name]:
            painter.setFont(font(kind))
            painter.setPen(QColor(panel.on if ink == "on" else LIGHT.colour(ink)))
            painter.drawText(left + x, y, text)
        painter.end()


_SHARED = (
    ("k_small_strong", "ink1", 64, 52, "青禾里"), ("k_note", "ink2", 64, 82, "工地开放日"),
    ("k_small_strong", "accent_ink", 420, 66, "中文"), ("k_small_strong", "ink2", 508, 66, "English"),
    ("k_lead_strong", "ink1", 638, 70, "09:42"), ("k_button", "ink1", 136, 682, "这不是我"),
    ("k_button", "ink1", 498, 682, "请工作人员"), ("k_note", "ink3", 216, 764, "6 秒后返回 · 下一位可以直接扫码"),
)  # fmt: skip
# What the page says after a scan, at about its places.
WORDS = {
    "welcomed": (
        *_SHARED, ("k_word", "on", -370, 560, "已签到"), ("k_text", "on", -340, 610, "Checked in"),
        ("k_name", "ink1", 0, 290, "欢迎您"), ("k_small", "ink3", 0, 390, "Welcome"),
        ("k_lead_strong", "accent_ink", 100, 556, "请稍坐，陪同人员马上来"),
        ("k_small", "accent_ink", 100, 592, "Please have a seat, we will be with you in a moment"),
    ),
    "already": (
        *_SHARED, ("k_word", "on", -400, 560, "已经签到过"), ("k_text", "on", -390, 610, "Already checked in"),
        ("k_head", "ink1", 0, 290, "09:32 已签到"), ("k_lead", "ink2", 0, 350, "在签到台 2"),
        ("k_small", "ink3", 0, 390, "At 签到台 2"),
        ("k_lead_strong", "accent_ink", 100, 556, "如果那次不是您，请告诉我们"),
        ("k_small", "accent_ink", 100, 592, "If that was not you, please tell our staff"),
    ),
}  # fmt: skip


class PaintEar(QObject):
    """Hears when a window has been painted, and notes the moment if the answer was there by then."""

    def __init__(self, flow: KioskFlow, loop: QEventLoop) -> None:
        super().__init__(flow)
        self._flow, self._loop = flow, loop
        self._before: object = None
        self._is_painting = False
        self.painted = 0.0
        flow.window.installEventFilter(self)

    def wait(self) -> None:
        """The next painted answer counts."""
        self._before, self.painted = self._flow.state, 0.0

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.UpdateRequest or self._is_painting or not isinstance(watched, QWidget):
            return False
        self._is_painting = True
        watched.event(event)
        self._is_painting = False
        if isinstance(self._flow.state, Answer) and self._flow.state is not self._before:
            self.painted = time.perf_counter()
            self._loop.quit()
        return True


def time_kiosk(
    app: QApplication, data: Path, passphrase: str | None, event: str, codes: list[str], *, has_bare: bool = True
) -> Times:
    """Scan every code twice (welcomed, already) at a kiosk on this database, which has a table `bare`.

    Without the bare turns it is a whole day: nothing but scans, one behind the other.
    """
    settings, jobs = Settings(has_sounds=False, kiosk_mode="staffed"), Jobs(app)
    look, translator = Look(app, settings.theme), Translator(app, settings.language)
    flow = KioskFlow(FaceContext(data, passphrase, settings, look, translator, jobs, None, event, wall_clock_ms))
    bare, beside = BareWindow(), open_database(data, passphrase)
    try:
        flow.window.show()
        bare.show()
        flow.start()
        return _measure(flow, jobs, (bare, beside) if has_bare else None, codes)
    finally:
        beside.close()
        flow.close()
        _turn_until(lambda: not jobs.is_busy)
        jobs.close()


def _measure(flow: KioskFlow, jobs: Jobs, yardstick: tuple[BareWindow, Store] | None, codes: list[str]) -> Times:
    loop = QEventLoop()
    ear = PaintEar(flow, loop)
    scans: list[float] = []
    bares: list[float] = []
    outcomes: dict[str, int] = {}
    memory: list[float] = []
    _turn_until(lambda: isinstance(flow.state, Idle))
    for first in range(0, len(codes), BLOCK):
        for code in codes[first : first + BLOCK]:
            for _ in range(2):
                scans.append(_scan(flow, ear, loop, code))
                outcome = flow.state.outcome if isinstance(flow.state, Answer) else ""
                outcomes[outcome] = outcomes.get(outcome, 0) + 1
                if yardstick is not None:
                    # What is done behind an answer is over long before the next client stands there.
                    _turn_until(lambda: flow.is_settled and not jobs.is_busy)
                if len(scans) % EVERY == 0:
                    memory += resident_mb()
        if yardstick is not None:
            bares += [_bare_turn(*yardstick, name) for _ in range(BLOCK) for name in WORDS]
    return Times(tuple(scans), tuple(bares), outcomes, (*memory, *resident_mb()))


def resident_mb() -> tuple[float, ...]:
    """What this process holds in memory now; empty where the system does not say it as Linux does."""
    status = Path("/proc/self/status")
    if not status.exists():
        return ()
    held = [line for line in status.read_text(encoding="ascii").splitlines() if line.startswith("VmRSS:")]
    return tuple(int(line.split()[1]) / 1024 for line in held)


def _scan(flow: KioskFlow, ear: PaintEar, loop: QEventLoop, code: str) -> float:
    """Type a code as a scanner does; milliseconds from its Enter to the painted answer."""
    handle = flow.window.windowHandle()
    now = time.monotonic_ns() // 1_000_000
    for number, character in enumerate(code):
        _press(handle, ord(character), character, now + number * KEY_MS)
    ear.wait()
    begun = time.perf_counter()
    _press(handle, Qt.Key.Key_Return, "\r", now + len(code) * KEY_MS)
    # Taken back when the answer is there: in a long day an old one would end the wait for a later scan.
    patience = QTimer(loop)
    patience.timeout.connect(loop.quit)
    patience.start(PATIENCE_MS)
    loop.exec()
    patience.stop()
    patience.deleteLater()
    if not ear.painted:
        raise TimeoutError(code)
    return (ear.painted - begun) * 1_000


def _press(window: QObject, key: int, text: str, at_ms: int) -> None:
    event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, text)
    event.setTimestamp(at_ms)
    QCoreApplication.sendEvent(window, event)


def _bare_turn(bare: BareWindow, beside: Store, name: str) -> float:
    begun = time.perf_counter()
    beside.connection.execute(_BARE_ROW)
    bare.name = name
    bare.repaint()
    return (time.perf_counter() - begun) * 1_000


def _turn_until(is_so: Callable[[], bool]) -> None:
    loop, look = QEventLoop(), QTimer()
    look.setInterval(1)
    look.timeout.connect(lambda: loop.quit() if is_so() else None)
    look.start()
    QTimer.singleShot(PATIENCE_MS, loop, loop.quit)
    loop.exec()
    if not is_so():
        raise TimeoutError("the kiosk does not come to rest")
