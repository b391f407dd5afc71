"""The board as it is painted: one picture that grows with the screen, and that is told to screen readers as text."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from typing_extensions import override

from desktop.board.marks import Box, Fill, Frame, Mark, Picture, Text, called_said, marks_of
from desktop.board.state import Board
from desktop.board.words import words_in
from desktop.settings import Language
from desktop.widgets.icons import pixmap
from desktop.widgets.languages import Translator
from desktop.widgets.look import colour, font
from desktop.widgets.measures import PX
from desktop.widgets.part import Part
from desktop.widgets.theme import PANELS

_ALIGNED = {
    "left": Qt.AlignmentFlag.AlignLeft, "centre": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight,
}  # fmt: skip
# Smaller than this nobody reads it anyway; a window is never divided by nothing.
_LEAST = 0.25


class BoardPage(Part):
    """Paints one board; it takes neither keys nor touches.

    One that is `steady` keeps its language when a client changes that of the kiosk beside it.
    """

    def __init__(self, translator: Translator, *, is_steady: bool = False) -> None:
        super().__init__()
        self._translator, self._is_steady = translator, is_steady
        self._language: Language = translator.language
        self._board = Board()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    @property
    def board(self) -> Board:
        """What is shown."""
        return self._board

    @property
    def text(self) -> str:
        """Everything that can be read on it, a line for each text."""
        return "\n".join(one.text for one in self.marks() if isinstance(one, Text) and one.text)

    def show_board(self, board: Board) -> None:
        """Paint another board."""
        if board != self._board:
            self._board = board
            self.retranslate()

    @override
    def retranslate(self) -> None:
        if not self._is_steady:
            self._language = self._translator.language
        words = words_in(self._language, self._translator)
        called = self._board.called
        said = f"{words.now_please} {called_said(called)} {called.place}" if called else ""
        self.setAccessibleName(words.paused if self._board.is_paused else said or words.waiting)
        self.setAccessibleDescription(self.text)
        self.update()

    def marks(self) -> tuple[Mark, ...]:
        """What is painted now, on a screen as high and wide as this one counted in enlarged px."""
        scale, words = self._scale(), words_in(self._language, self._translator)
        return marks_of(self._board, words, round(self.width() / scale), round(self.height() / scale))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        scale = self._scale()
        painter.scale(scale, scale)
        ratio = self.devicePixelRatioF() * scale
        for one in self.marks():
            painter.setOpacity(one.opacity if isinstance(one, Fill | Text) else 1.0)
            _paint(painter, one, ratio)
        painter.end()

    def _scale(self) -> float:
        return max(min(self.width() / PX.window_width, self.height() / PX.window_height), _LEAST)


def _paint(painter: QPainter, one: Mark, ratio: float) -> None:
    match one:
        case Fill():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(_colour(one.ink))
            painter.drawRoundedRect(_rect(one.box), one.radius, one.radius)
        case Frame():
            inset = one.width / 2
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(_colour(one.ink), one.width))
            painter.drawRoundedRect(_rect(one.box).adjusted(inset, inset, -inset, -inset), one.radius, one.radius)
        case Picture():
            ground = _colour(one.ground).name() if one.ground else "none"
            painter.drawPixmap(one.x, one.y, pixmap(one.name, one.side, _colour(one.ink).name(), ratio, ground))
        case Text():
            painter.setPen(_colour(one.ink))
            painter.setFont(font(one.kind))
            flags = _ALIGNED[one.align] | Qt.AlignmentFlag.AlignVCenter
            wraps = Qt.TextFlag.TextWordWrap if one.wraps else Qt.TextFlag.TextSingleLine
            painter.drawText(_rect(one.box), flags | wraps, one.text)


def _rect(box: Box) -> QRectF:
    return QRectF(*box)


def _colour(token: str) -> QColor:
    panel = PANELS["idle"]
    own = {"panel": panel.fill, "on_panel": panel.on}
    return QColor(own[token]) if token in own else colour(token)
