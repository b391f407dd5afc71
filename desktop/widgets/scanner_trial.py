"""The page on which a hand scanner is tried: one code with every character, and what the scanner made of it.

Covers any window. Every key that comes while it is open is its own: nothing is checked in, nothing typed anywhere.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid
from typing_extensions import override

from desktop.devices.scanner import ENDS, SILENT_KEYS, character_of
from desktop.rules.scan_trial import SLOWEST_GAP_MS, TRIAL_TEXT, Heard, Verdict, judge
from desktop.settings import Settings
from desktop.widgets.buttons import Button, KioskButton
from desktop.widgets.code_view import CodeView
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, keeps_key, row
from desktop.widgets.theme import Ink

# Longer than the slowest scanner rests between two characters.
SILENCE_MS: Final = 400
# A person's Enter comes later than this behind the key before it.
FAST_MS: Final = 200
# A client is not to find it there.
STAYS_MS: Final = 90_000
_LINES: Final = 4


class ScannerTrial(Part):
    """`learnt` carries the Verdict of a scan that came through whole, `port_chosen` a serial port, "" for the keyboard.

    `ports` tells the serial ports of this computer. A kiosk's page is larger and goes by itself.
    """

    learnt = Signal(object)
    port_chosen = Signal(str)
    closed = Signal()

    def __init__(self, window: QWidget, ports: Callable[[], tuple[str, ...]], *, is_kiosk: bool = False) -> None:
        super().__init__()
        self.setParent(window)
        self.setProperty("fill", "background")
        self.setObjectName("scanner_trial")
        self._window, self._is_kiosk, self._ports = window, is_kiosk, ports
        self._handle: QWindow | None = None
        self._heard: list[Heard] = []
        self._verdict: Verdict | None = None
        self._port, self._port_state = "", ""
        large = {"page": "k_title", "body": "k_small", "note": "k_note"} if is_kiosk else {}
        self._title = Label("", large.get("page", "page"))
        self._what = Label("", large.get("body", "body"), "ink2", wraps=True)
        self._code = CodeView(TRIAL_TEXT, PX.s8)
        size = PX.s24 if is_kiosk else PX.icon
        self._signs = tuple(IconLabel("circle-dot", size, "ink3") for _ in range(_LINES))
        self._texts = tuple(Label("", large.get("body", "body"), wraps=True) for _ in range(_LINES))
        self.done_button = self._button("trial_done", "filled", self.leave)
        self.port_button = self._button("trial_port", "outline", self._next_port)
        self._lay_out()
        self._silence = self._timer(SILENCE_MS, self._judge)
        self._clock = self._timer(STAYS_MS, self.leave)
        window.installEventFilter(self)
        self.retranslate()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether it covers the window now."""
        return not self.isHidden()

    @property
    def verdict(self) -> Verdict | None:
        """What is shown of the last scan; None before the first."""
        return self._verdict

    def begin(self, port: str) -> None:
        """Cover the window and listen; `port` is the scanner's serial port, "" where it types."""
        self._port, self._verdict = port, None
        self._heard.clear()
        self._handle = self._window.windowHandle()
        if self._handle is not None:
            # The filter installed last is asked first.
            self._handle.installEventFilter(self)
        self.retranslate()
        self.setGeometry(self._window.rect())
        self.show()
        self.raise_()
        self.done_button.setFocus()
        self._stay()

    def leave(self) -> None:
        """Uncover the window."""
        for clock in (self._clock, self._silence):
            clock.stop()
        if self._handle is not None and isValid(self._handle):
            self._handle.removeEventFilter(self)
        self._handle = None
        if self.is_open:
            self.hide()
            self.closed.emit()

    def show_port(self, port: str, state: str) -> None:
        """Say how the serial port does: "on", "lost" or "absent"; an empty port is the keyboard."""
        self._port, self._port_state = port, state
        self.retranslate()

    def hear(self, text: str) -> None:
        """Take what a serial scanner has sent in one go."""
        self._stay()
        self._tell(judge([Heard(one, one, 0) for one in text.replace("\n", "\r")], is_timed=False))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and isinstance(watched, QWindow):
            return event.type() == QEvent.Type.KeyPress and self._hear_key(event)
        if watched is self._window and event.type() == QEvent.Type.Resize and self.is_open:
            self.setGeometry(self._window.rect())
        return False

    @override
    def event(self, event: QEvent) -> bool:
        return keeps_key(event) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focus = self._window.focusWidget()
            if isinstance(focus, Button):
                focus.click()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Right):
            self.focusNextChild()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Left):
            self.focusPreviousChild()

    @override
    def retranslate(self) -> None:
        verdict = self._verdict
        if verdict is None:
            title = self.tr("Scan this code")
        else:
            title = self.tr("The scanner reads well") if verdict.is_well else self.tr("Not as it should be yet")
        self._title.setText(title)
        self._what.setText(
            self.tr("It has every character that a code can have. Nothing is checked in while this page is open.")
        )
        lines = self._waiting() if verdict is None else self._found(verdict)
        for number, (sign, text) in enumerate(zip(self._signs, self._texts, strict=True)):
            is_used = number < len(lines)
            sign.setVisible(is_used)
            text.setVisible(is_used)
            if is_used:
                icon, ink, words = lines[number]
                sign.show_icon(icon, ink)
                text.setText(words)
        self.done_button.setText(self.tr("Done"))
        self.port_button.setText(self._connection())
        self.port_button.setVisible(bool(self._port or self._ports()))
        for button in (self.done_button, self.port_button):
            button.updateGeometry()

    # What is heard

    def _hear_key(self, event: QKeyEvent) -> bool:
        """Take one key; True where it goes no further."""
        self._stay()
        key, moment = event.key(), event.timestamp()
        if key in SILENT_KEYS:
            return False
        is_fast = bool(self._heard) and moment - self._heard[-1].t_ms <= FAST_MS
        character = character_of(event)
        if key in ENDS:
            if not is_fast:
                return False
            character = "\t" if key == Qt.Key.Key_Tab else "\r"
        elif not (len(character) == 1 and character.isprintable()):
            return False
        self._heard.append(Heard(character, event.text(), moment))
        self._silence.start()
        return True

    def _judge(self) -> None:
        heard, self._heard = self._heard, []
        self._tell(judge(heard))

    def _tell(self, verdict: Verdict | None) -> None:
        if verdict is None:
            return
        self._verdict = verdict
        self.retranslate()
        if verdict.is_well:
            self.learnt.emit(verdict)

    def _stay(self) -> None:
        if self._is_kiosk:
            self._clock.start()

    def _next_port(self) -> None:
        choices = ("", *self._ports())
        place = choices.index(self._port) if self._port in choices else 0
        self._verdict = None
        self.show_port(choices[(place + 1) % len(choices)], "")
        self.port_chosen.emit(self._port)

    # What is said

    def _waiting(self) -> tuple[tuple[str, Ink, str], ...]:
        if self._port_state in ("lost", "absent"):
            said = {
                "lost": self.tr("The port {port} does not answer. Plug the scanner in; it is taken up by itself."),
                "absent": self.tr("Serial ports need a part of the program that is not installed here."),
            }[self._port_state]
            return (("circle-alert", "warning", said.replace("{port}", self._port)),)
        return (("circle-dot", "ink3", self.tr("Nothing has come yet. Is the scanner plugged in and awake?")),)

    def _found(self, verdict: Verdict) -> tuple[tuple[str, Ink, str], ...]:
        good: tuple[str, Ink] = ("check", "success")
        bad: tuple[str, Ink] = ("circle-alert", "warning")
        count = str(len(TRIAL_TEXT))
        lines = [(*good, self.tr("All {count} characters came through").replace("{count}", count))]
        if not verdict.is_whole:
            lines = [(*bad, self._spoilt(verdict))]
        if verdict.longest_ms:
            pause = self.tr("Pause between characters: {typical} ms, at most {longest} ms")
            pause = pause.replace("{typical}", str(verdict.typical_ms)).replace("{longest}", str(verdict.longest_ms))
            lines.append((*(bad if verdict.cause == "slow" else good), pause))
        around = self.tr("Before the code: {before} · behind it: {behind}")
        around = around.replace("{before}", _visible(verdict.prefix) or self.tr("nothing"))
        lines.append((*good, around.replace("{behind}", self._behind(verdict))))
        sign: tuple[str, Ink] = ("info", "ink2") if verdict.is_well else bad
        return (*lines, (*sign, self._advice(verdict)))

    def _spoilt(self, verdict: Verdict) -> str:
        said = []
        if verdict.changed:
            pairs = "  ".join(f"{printed} → {_visible(came)}" for printed, came in verdict.changed[:8])
            said.append(self.tr("Changed: {what}").replace("{what}", pairs))
        if verdict.missing:
            said.append(self.tr("Missing: {what}").replace("{what}", " ".join(verdict.missing)))
        return " · ".join(said)

    def _behind(self, verdict: Verdict) -> str:
        keys = {"enter": "Enter", "tab": "Tab", "none": ""}
        parts = [part for part in (_visible(verdict.suffix), keys[verdict.end]) if part]
        return " + ".join(parts) or self.tr("nothing")

    def _advice(self, verdict: Verdict) -> str:
        match verdict.cause:
            case "input_method":
                return self.tr("An input method writes along. Switch it to English, or off, and scan once more.")
            case "layout":
                return self.tr(
                    "Scanner and computer differ in the keyboard's layout. Set the scanner to a US keyboard and scan"
                    " once more."
                )
            case "lost":
                return self.tr("Characters got lost. Set a longer pause between characters on the scanner.")
            case "slow":
                said = self.tr("Too slow: set the scanner's pause between characters to {most} ms or less.")
                return said.replace("{most}", str(SLOWEST_GAP_MS))
            case "caps_lock":
                return self.tr("Caps Lock is on; codes are read all the same. What the scanner adds is kept here.")
        return self.tr("What the scanner adds, and its pauses, are kept on this device.")

    def _connection(self) -> str:
        if not self._port:
            return self.tr("Scanner: like a keyboard")
        return self.tr("Scanner: port {port}").replace("{port}", self._port)

    # Parts

    def _lay_out(self) -> None:
        lines = []
        for sign, text in zip(self._signs, self._texts, strict=True):
            line = row(column(PX.s4, sign, None), PX.s12, text)
            line.setStretch(2, 1)
            lines.append(line)
        right = column(self._title, PX.s12, self._what, PX.s24, *lines, None, gap=PX.s8)
        body = row(column(self._code, None), PX.s32, right)
        body.setStretch(2, 1)
        buttons = row(self.done_button, PX.s16, self.port_button, None)
        box = Part()
        box.setMaximumWidth(2 * PX.reading_pane)
        box.setLayout(column(None, body, PX.s32, buttons, None))
        whole = row(None, box, None, margins=(PX.page_margin, PX.s32, PX.page_margin, PX.s32))
        whole.setStretch(1, 100)
        self.setLayout(whole)

    def _button(self, name: str, kind: str, work: Callable[[], None]) -> Button:
        filled = kind == "filled"
        if self._is_kiosk:
            made: Button = KioskButton("", "filled" if filled else "outline", "kiosk_small")
        else:
            made = Button("", "filled" if filled else "outline")
        made.setObjectName(name)
        made.clicked.connect(lambda: work())
        return made

    def _timer(self, milliseconds: int, work: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(milliseconds)
        made.timeout.connect(work)
        return made


def taught(settings: Settings, verdict: Verdict) -> Settings:
    """This device's choices with what a scan has taught; a serial scanner teaches no pause."""
    gap = verdict.gap_ms if verdict.longest_ms else settings.scanner_gap_ms
    return replace(settings, scanner_gap_ms=gap, scanner_prefix=verdict.prefix, scanner_suffix=verdict.closing)


def _visible(text: str) -> str:
    """A text whose control characters can be read."""
    return "".join(one if one.isprintable() and one != " " else f"<{ord(one):02X}>" for one in text)
