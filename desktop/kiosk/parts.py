"""The kiosk's own parts: the panel, the next step, the language switch, the foot."""

import time
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget
from typing_extensions import override

from desktop.kiosk.sizes import KIOSK
from desktop.widgets.bars import Progress
from desktop.widgets.buttons import KioskButton
from desktop.widgets.icons import pixmap
from desktop.widgets.labels import Dot, ElidedLabel, IconLabel, Label, text_width
from desktop.widgets.look import colour, font
from desktop.widgets.measures import PX, TYPES
from desktop.widgets.part import Part, column, row
from desktop.widgets.theme import LIGHT, PANELS

CORNER_TAPS: Final = 5
CORNER_S: Final = 4.0
# The word keeps its weight: what is too long for the smaller size stands on two lines.
_WORD_KINDS = ("k_word", "k_title")
_ASKING_KINDS = ("k_title", "k_text")
_ASKING_OTHER_KINDS = ("k_small", "k_note")
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
        self._view: QImage | None = None
        # It covers all of its place, so nothing beneath is painted first.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFixedWidth(KIOSK.panel_width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    @property
    def outcome(self) -> str:
        """Which of PANELS is painted."""
        return self._name

    def say(self, name: str, word: str, other: str, *, is_asking: bool) -> None:
        """Paint the panel `name` of PANELS with its word in both languages; `is_asking` for a code to be held out."""
        said = (name, word, other, is_asking)
        if said == (self._name, self._word, self._other, self._is_asking):
            # What comes after an answer, such as a ticket, leaves the panel as it is.
            return
        self._name, self._word, self._other, self._is_asking = said
        self.setAccessibleName(word)
        self.setAccessibleDescription(other)
        self.update()

    def show_view(self, view: QImage | None) -> None:
        """Show what the camera sees, mirrored, in the corners; None for the picture of a code."""
        self._view = view
        if self._is_asking:
            self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        panel = PANELS[self._name]
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._fill(painter, QColor(panel.fill))
        if self._is_asking:
            self._ask(painter)
        elif self._name == "idle":
            self._picture(painter, "mark", KIOSK.panel_mark, KIOSK.panel_shape_centre)
        else:
            self._picture(painter, panel.shape, PX.shape, KIOSK.panel_shape_centre)
        painter.setPen(QColor(panel.on))
        top = KIOSK.asking_word_top if self._is_asking else KIOSK.panel_word_top
        bottom = self._line(painter, self._word, _ASKING_KINDS if self._is_asking else _WORD_KINDS, top)
        self._line(painter, self._other, _ASKING_OTHER_KINDS if self._is_asking else _OTHER_KINDS, bottom)
        painter.end()

    def _fill(self, painter: QPainter, fill: QColor) -> None:
        """The whole panel, its corners on the window's ground: what is round is smoothed in two narrow strips only."""
        strip, width, height = PX.radius_panel, self.width(), self.height()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.fillRect(0, strip, width, height - 2 * strip, fill)
        for top, box_top in ((0, 0), (height - strip, height - 2 * strip)):
            painter.setClipRect(0, top, width, strip)
            painter.fillRect(0, top, width, strip, colour("background"))
            painter.drawRoundedRect(0, box_top, width, 2 * strip, strip, strip)
        painter.setClipping(False)

    def _ask(self, painter: QPainter) -> None:
        """Four corners round a code, or round what the camera sees, and where to hold it."""
        side = KIOSK.asking_frame
        frame = QRectF((self.width() - side) / 2, KIOSK.asking_centre - side / 2, side, side)
        if self._view is not None:
            self._mirror(painter, frame, self._view)
        else:
            card = KIOSK.panel_card
            painter.setBrush(QColor(PANELS[self._name].on))
            card_box = QRectF((self.width() - card) / 2, KIOSK.asking_centre - card / 2, card, card)
            painter.drawRoundedRect(card_box, PX.radius_kiosk, PX.radius_kiosk)
            code = pixmap("code", KIOSK.panel_code, LIGHT.ink1, self.devicePixelRatioF())
            left = (self.width() - KIOSK.panel_code) // 2
            painter.drawPixmap(left, KIOSK.asking_centre - KIOSK.panel_code // 2, code)
            self._picture(painter, "chevrons-down", KIOSK.panel_chevrons, KIOSK.asking_chevrons)
        _draw_corners(painter, frame, QColor(PANELS[self._name].on))

    @staticmethod
    def _mirror(painter: QPainter, frame: QRectF, view: QImage) -> None:
        """The picture as in a mirror: who moves to the right sees themselves move to the right."""
        inside = frame.adjusted(PX.s12, PX.s12, -PX.s12, -PX.s12)
        window = QPainterPath()
        window.addRoundedRect(inside, PX.radius_kiosk, PX.radius_kiosk)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setClipPath(window)
        painter.translate(inside.center())
        painter.scale(-1, 1)
        half_width, half_height = inside.width() / 2, inside.height() / 2
        painter.drawImage(QRectF(-half_width, -half_height, inside.width(), inside.height()), view)
        painter.restore()

    def _picture(self, painter: QPainter, name: str, side: int, centre_y: int) -> None:
        panel = PANELS[self._name]
        picture = pixmap(name, side, panel.on, self.devicePixelRatioF(), panel.fill)
        painter.drawPixmap((self.width() - side) // 2, centre_y - side // 2, picture)

    def _line(self, painter: QPainter, text: str, kinds: tuple[str, ...], top: int) -> int:
        width = self.width() - 2 * KIOSK.panel_text_inset
        kind = fitting(text, kinds, width)
        painter.setFont(font(kind))
        height = painter.fontMetrics().height() * (1 if text_width(text, kind) <= width else 2)
        box = QRect(KIOSK.panel_text_inset, top, width, height)
        painter.drawText(box, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap, text)
        return top + height


def _draw_corners(painter: QPainter, frame: QRectF, colour_: QColor) -> None:
    reach, bend = KIOSK.asking_corner, PX.radius_panel
    box = frame.adjusted(KIOSK.asking_line / 2, KIOSK.asking_line / 2, -KIOSK.asking_line / 2, -KIOSK.asking_line / 2)
    pen = QPen(colour_, KIOSK.asking_line)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    for x, right in ((box.left(), 1), (box.right(), -1)):
        for y, down in ((box.top(), 1), (box.bottom(), -1)):
            corner = QPainterPath(QPointF(x, y + down * reach))
            corner.lineTo(x, y + down * bend)
            corner.quadTo(x, y, x + right * bend, y)
            corner.lineTo(x + right * reach, y)
            painter.drawPath(corner)


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
    """Both languages by their own names in one frame; the one spoken now is marked."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._buttons = {"zh": KioskButton("中文", "switch", "switch")}
        self._buttons["en"] = KioskButton("English", "switch", "switch")
        for language, button in self._buttons.items():
            button.setObjectName(f"language_{language}")
            button.setFixedWidth(KIOSK.language)
            button.clicked.connect(lambda _checked=False, language=language: self._choose(language))
        self.setFixedSize(2 * KIOSK.language, PX.kiosk_small)
        self.setLayout(row(*self._buttons.values()))

    def show_language(self, spoken: str) -> None:
        """Mark the language spoken now."""
        for language, button in self._buttons.items():
            with QSignalBlocker(button):
                button.setChecked(language == spoken)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        # A border of the sheet would take its width from the buttons.
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(colour("surface"))
        painter.setPen(QPen(colour("line"), PX.thick))
        inset = PX.thick / 2
        frame = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(frame, PX.radius_kiosk_field, PX.radius_kiosk_field)
        painter.end()

    def _choose(self, language: str) -> None:
        # A second press must not take the mark away.
        self.show_language(language)
        self.chosen.emit(language)


class StaffCorner(QAbstractButton):
    """The only thing at the kiosk that cannot be seen: 96 x 96 at the top right, five taps within four seconds."""

    opened = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(PX.staff_corner, PX.staff_corner)
        # The keyboard has a key of its own for it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._taps: list[float] = []
        self.clicked.connect(self._tap)

    def _tap(self) -> None:
        now = time.monotonic()
        self._taps = [tap for tap in self._taps if now - tap <= CORNER_S] + [now]
        if len(self._taps) >= CORNER_TAPS:
            self._taps.clear()
            self.opened.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing to see."""


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
