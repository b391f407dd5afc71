"""Texts: labels, the client's words with their rule, key caps, lines and dots. Nothing here reads markup."""

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget
from typing_extensions import override

from desktop.widgets.icons import pixmap
from desktop.widgets.look import colour, font, theme, width_of
from desktop.widgets.measures import PX
from desktop.widgets.part import mark
from desktop.widgets.theme import Ink, Tone


class Label(QLabel):
    """A text at one step of the type scale (`kind`, a key of TYPES) in one ink."""

    def __init__(
        self,
        text: str = "",
        kind: str = "body",
        ink: Ink = "ink1",
        *,
        wraps: bool = False,
    ) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(wraps)
        self.setFont(font(kind))
        self.set_ink(ink)
        self.setText(text)

    def set_ink(self, ink: Ink) -> None:
        """Change the colour."""
        mark(self, "ink", ink)


class ElidedLabel(Label):
    """A label on one line that gives way: what does not fit ends in …, and the whole stands in the tooltip."""

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance("…"), super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.shown_text() != self.text() else "")

    def shown_text(self) -> str:
        """The text as it fits now."""
        return self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.contentsRect().width())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.contentsRect(), self.alignment() | Qt.TextFlag.TextSingleLine, self.shown_text())
        painter.end()


class KeyCap(Label):
    """The name of a key, as on the key."""

    def __init__(self, text: str) -> None:
        super().__init__(text, "caption", "ink3")
        self.setProperty("part", "key")
        self.setIndent(0)
        self.setFixedHeight(PX.key_cap)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)


class Hairline(QFrame):
    """A line between things; under a section's head it is the stronger one."""

    def __init__(self, *, is_head: bool = False, is_upright: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("part", "head_rule" if is_head else "hairline")
        if is_upright:
            self.setFixedWidth(PX.hairline)
        else:
            self.setFixedHeight(PX.hairline)


class IconLabel(QWidget):
    """An icon beside a text; never alone, so it has no name of its own for screen readers."""

    def __init__(
        self, name: str, size_px: int = PX.icon, ink: Ink = "ink2", *, ground: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._ground = ground
        self._ink: Ink = ink
        self._name = name
        self.setFixedSize(size_px, size_px)

    def show_icon(self, name: str, ink: Ink) -> None:
        """Change icon and colour."""
        self._name, self._ink = name, ink
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        worn = theme()
        ground = worn.colour(self._ground) if self._ground else "none"
        icon = pixmap(self._name, self.width(), worn.colour(self._ink), self.devicePixelRatioF(), ground)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, icon)
        painter.end()


class Mark(IconLabel):
    """The house's mark: an ear and a spoken dot on the accent."""

    def __init__(self, size_px: int = PX.mark, parent: QWidget | None = None) -> None:
        super().__init__("mark", size_px, "on_accent", ground="accent", parent=parent)


class Dot(QWidget):
    """A small disc in the colour of a tone: green is well."""

    def __init__(self, tone: Tone = "success", size_px: int = PX.dot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tone: Tone = tone
        self.setFixedSize(size_px, size_px)

    def set_tone(self, tone: Tone) -> None:
        """Change the colour."""
        self._tone = tone
        self.update()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("line_strong" if self._tone == "neutral" else self._tone))
        painter.drawEllipse(QRectF(self.rect()))
        painter.end()


class Words(QWidget):
    """The client's own words in full, with the 3 px rule that nothing else wears.

    `most_lines` folds them where they stand among other things; 0 never does.
    """

    def __init__(
        self,
        text: str = "",
        kind: str = "words",
        ink: Ink = "ink1",
        parent: QWidget | None = None,
        *,
        most_lines: int = 0,
    ) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._text = ""
        self._kind = kind
        self._ink = ink
        self._line_px = round(QFontMetrics(font(kind)).height() * PX.words_line_percent / 100)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFont(font(kind))
        self.set_text(text)

    @property
    def text(self) -> str:
        """The words as they were said."""
        return self._text

    def set_text(self, text: str) -> None:
        """Show other words."""
        self._text = text
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return len(self._lines(width)) * self._line_px

    @override
    def sizeHint(self) -> QSize:
        return QSize(PX.reading_pane, self.heightForWidth(PX.reading_pane))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(PX.s96, self._line_px)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(QRect(0, 0, PX.rule, self.height()), colour("accent"))
        painter.setPen(colour(self._ink))
        painter.setFont(font(self._kind))
        for number, line in enumerate(self._lines(self.width())):
            box = QRectF(PX.rule + PX.s16, number * self._line_px, self.width(), self._line_px)
            painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, line)
        painter.end()

    def _lines(self, width: int) -> tuple[str, ...]:
        room = max(width - PX.rule - PX.s16, PX.s16)
        lines = tuple(
            line for paragraph in self._text.splitlines() or [""] for line in broken(paragraph, self.font(), room)
        )
        if not self._most_lines or len(lines) <= self._most_lines:
            return lines
        kept = lines[: self._most_lines]
        end = self.fontMetrics().elidedText(f"{kept[-1]}……", Qt.TextElideMode.ElideRight, room)
        return (*kept[:-1], end)


def broken(paragraph: str, face: QFont, room: int) -> tuple[str, ...]:
    """The paragraph in lines of at most `room` px, broken as the script allows; a word that is longer, anywhere."""
    layout = QTextLayout(paragraph, face)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    # Qt counts in units of UTF-16, of which a rare character takes two.
    units = paragraph.encode("utf-16-le", "surrogatepass")
    layout.beginLayout()
    lines = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(room)
        line.setPosition(QPointF(0, 0))
        begins, ends = line.textStart(), line.textStart() + line.textLength()
        lines.append(units[2 * begins : 2 * ends].decode("utf-16-le", "surrogatepass"))
    layout.endLayout()
    return tuple(lines) or ("",)


def text_width(text: str, kind: str) -> int:
    """Width in px of a text on one line, at a step of the type scale."""
    return width_of(text, kind)


def cut_short(text: str, kind: str, room: int) -> str:
    """A text, or as much of it as `room` px hold with an ellipsis, at a step of the type scale."""
    return QFontMetrics(font(kind)).elidedText(text, Qt.TextElideMode.ElideRight, room)
