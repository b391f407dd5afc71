"""The kiosk's own parts: the panel, the next step, the language switch, the foot."""

from PySide6.QtCore import QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.kiosk.sizes import KIOSK
from desktop.widgets.bars import Progress
from desktop.widgets.buttons import KioskButton
from desktop.widgets.icons import pixmap
from desktop.widgets.labels import Dot, ElidedLabel, IconLabel, Label, text_width
from desktop.widgets.look import colour, font
from desktop.widgets.measures import PX, TYPES
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import PANELS

_WORD_KINDS = ("k_word", "k_title", "k_text")
_ASKING_KINDS = ("k_title", "k_text")
_STEP_KINDS = ("k_lead_strong", "k_button", "k_small_strong")
_OTHER_KINDS = ("k_text", "k_small", "k_note")


def fitting(text: str, kinds: tuple[str, ...], width_px: int) -> str:
    """The first of these steps of the type scale in which the text fits on one line; the last where none does."""
    return next((kind for kind in kinds if text_width(text, kind) <= width_px), kinds[-1])


class Panel(QWidget):
    """The voice of the kiosk: fill, shape and word of what has happened, the same by day and by night."""

    def __init__(self) -> None:
        super().__init__()
        self._name, self._word, self._other, self._is_asking = "idle", "", "", False
        self.setFixedWidth(KIOSK.panel_width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def outcome(self) -> str:
        """Which of PANELS is painted."""
        return self._name

    def say(self, name: str, word: str, other: str, *, is_asking: bool) -> None:
        """Paint the panel `name` of PANELS with its word in both languages; `is_asking` for a code to be held out."""
        self._name, self._word, self._other, self._is_asking = name, word, other, is_asking
        self.setAccessibleName(word)
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        panel = PANELS[self._name]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(panel.fill))
        painter.drawRoundedRect(QRectF(self.rect()), PX.radius_panel, PX.radius_panel)
        if self._name != "idle" or self._is_asking:
            self._picture(painter, panel.shape, PX.shape, KIOSK.panel_shape_centre)
        else:
            self._picture(painter, "mark", KIOSK.panel_mark, KIOSK.panel_shape_centre)
        bottom = KIOSK.panel_word_top
        if self._is_asking:
            card = KIOSK.panel_card
            left, top = (self.width() - card) / 2, KIOSK.panel_shape_centre - card / 2
            painter.setBrush(QColor(panel.on))
            painter.drawRoundedRect(QRectF(left, top, card, card), PX.radius_kiosk, PX.radius_kiosk)
            self._picture(painter, "qr-code", KIOSK.panel_code, KIOSK.panel_shape_centre, is_reversed=True)
            self._picture(painter, "chevrons-down", KIOSK.panel_chevrons, bottom + KIOSK.panel_chevrons // 2)
            bottom += KIOSK.panel_chevrons + PX.s24
        painter.setPen(QColor(panel.on))
        bottom = self._line(painter, self._word, _ASKING_KINDS if self._is_asking else _WORD_KINDS, bottom)
        self._line(painter, self._other, _OTHER_KINDS, bottom)
        painter.end()

    def _picture(self, painter: QPainter, name: str, side: int, centre_y: int, *, is_reversed: bool = False) -> None:
        panel = PANELS[self._name]
        ink, ground = (panel.fill, panel.on) if is_reversed else (panel.on, panel.fill)
        picture = pixmap(name, side, ink, self.devicePixelRatioF(), ground)
        painter.drawPixmap((self.width() - side) // 2, centre_y - side // 2, picture)

    def _line(self, painter: QPainter, text: str, kinds: tuple[str, ...], top: int) -> int:
        width = self.width() - 2 * KIOSK.panel_text_inset
        kind = fitting(text, kinds, width)
        painter.setFont(font(kind))
        height = painter.fontMetrics().height() * (1 if text_width(text, kind) <= width else 2)
        box = QRect(KIOSK.panel_text_inset, top, width, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, text)
        return top + height


class NextStep(Part):
    """What to do now, in both languages, on the accent's soft fill."""

    def __init__(self) -> None:
        super().__init__()
        self._icon = IconLabel("arrow-right", KIOSK.step_icon, "accent_ink")
        self._words = Label("", "k_lead_strong", "accent_ink")
        self._other = Label("", "k_small", "accent_ink")
        words = column(None, self._words, self._other, None)
        layout = row(self._icon, PX.s24, words, margins=(PX.s32, 0, PX.s16, 0))
        layout.setStretch(2, 1)
        self.setLayout(layout)
        self.setFixedHeight(KIOSK.step)

    def say(self, icon: str, words: str, other: str) -> None:
        """Show another step."""
        self._icon.show_icon(icon, "accent_ink")
        room = KIOSK.column - KIOSK.step_icon - PX.s24 - PX.s48
        self._words.setFont(font(fitting(words, _STEP_KINDS, room)))
        self._other.setFont(font(fitting(other, _OTHER_KINDS[1:], room)))
        self._words.setText(words)
        self._other.setText(other)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent_soft"))
        painter.drawRoundedRect(QRectF(self.rect()), PX.radius_kiosk, PX.radius_kiosk)
        painter.end()


class LanguageSwitch(Part):
    """Both languages by their own names; the one spoken now is marked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {"zh": KioskButton("中文", "option", "kiosk_small")}
        self._buttons["en"] = KioskButton("English", "option", "kiosk_small")
        for language, button in self._buttons.items():
            button.setObjectName(f"language_{language}")
            button.setFixedWidth(max(button.sizeHint().width(), KIOSK.language))
            button.clicked.connect(lambda _checked=False, language=language: self._choose(language))
        self.setLayout(row(*self._buttons.values(), gap=PX.s8))

    def show_language(self, spoken: str) -> None:
        """Mark the language spoken now."""
        for language, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(language == spoken)

    def _choose(self, language: str) -> None:
        # A second press must not take the mark away.
        self.show_language(language)
        self.chosen.emit(language)


class Foot(Part):
    """The last line: a green dot and that all is well, or the seconds left with a bar that runs out."""

    def __init__(self) -> None:
        super().__init__()
        self._dot = Dot(size_px=PX.s12)
        self._bar = Progress()
        self._bar.setFixedSize(KIOSK.countdown, PX.dot)
        self._text = ElidedLabel("", "k_note", "ink3")
        self._text.setMinimumHeight(TYPES["k_note"].px + PX.s12)
        layout = row(self._dot, self._bar, PX.s12, self._text)
        layout.setStretchFactor(self._text, 1)
        self.setLayout(layout)
        self.setFixedHeight(KIOSK.foot)

    def say_ready(self, text: str, *, is_well: bool = True) -> None:
        """The line of the idle page."""
        self._show(text, has_dot=True, has_bar=False)
        self._dot.set_tone("success" if is_well else "warning")

    def count_down(self, text: str, share_left: float) -> None:
        """The line of a page that goes away; `share_left` is 1 at first and 0 at the end."""
        self._show(text, has_dot=False, has_bar=True)
        self._bar.set_share(share_left)

    def _show(self, text: str, *, has_dot: bool, has_bar: bool) -> None:
        self._dot.setVisible(has_dot)
        self._bar.setVisible(has_bar)
        self._text.setText(text)
