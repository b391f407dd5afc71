"""Fields: a label on top, help under it, an error in the help's place; and the controls that go in."""

from PySide6.QtCore import QPoint, QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextBlockFormat, QTextCursor
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSizePolicy, QTextEdit, QWidget
from typing_extensions import override

from desktop.widgets.icons import pixmap
from desktop.widgets.labels import IconLabel, Label, text_width
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, mark, row


class Line(QLineEdit):
    """One line to type in: 36 px high, at the kiosk 88; with an icon before the text where `icon` is given."""

    def __init__(self, text: str = "", *, icon: str = "", is_kiosk: bool = False) -> None:
        super().__init__(text)
        self._icon = icon
        self._is_kiosk = is_kiosk
        self.setProperty("icon", bool(icon))
        if is_kiosk:
            self.setProperty("shape", "kiosk")
        self.setFont(font("k_value" if is_kiosk else "body"))
        self.setFixedHeight(PX.kiosk_field if is_kiosk else PX.button)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._icon:
            return
        size_px, left = (PX.icon_kiosk, PX.s24) if self._is_kiosk else (PX.tick, PX.field_x)
        icon = pixmap(self._icon, size_px, theme().ink3, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(left, (self.height() - size_px) // 2, icon)
        painter.end()


class Text(QTextEdit):
    """Several lines of plain text in the face of the client's words; grows from 168 px to 320, then scrolls."""

    def __init__(self, least_px: int = PX.words_field, most_px: int = PX.words_field_most) -> None:
        super().__init__()
        self._least_px, self._most_px = least_px, most_px
        self.setAcceptRichText(False)
        self.setTabChangesFocus(True)
        self.setFont(font("words"))
        self.document().setDocumentMargin(PX.hairline)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(least_px)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.set_text("")

    def set_text(self, text: str) -> None:
        """Show `text` as typed; the undo history begins anew."""
        self.setPlainText(text)
        format_ = QTextBlockFormat()
        format_.setLineHeight(PX.words_line_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.mergeBlockFormat(format_)
        self.document().clearUndoRedoStacks()

    def set_least(self, least_px: int) -> None:
        """Be at least so high from now on."""
        if least_px != self._least_px:
            self._least_px = least_px
            self._grow()

    def _grow(self) -> None:
        wanted = round(self.document().size().height()) + 2 * (PX.s12 + PX.hairline)
        self.setFixedHeight(min(max(wanted, self._least_px), self._most_px))


class Picker(QComboBox):
    """More than seven values in a list that opens; typing a first character jumps to it."""

    def __init__(self, values: tuple[tuple[str, str], ...] = (), parent: QWidget | None = None) -> None:
        """`values` are pairs of a code and its text."""
        super().__init__(parent)
        self.setFont(font("body"))
        self.setFixedHeight(PX.button)
        self.set_values(values)

    def set_values(self, values: tuple[tuple[str, str], ...]) -> None:
        """Other values, or the same in another language; the choice stays where its code is still there."""
        kept = self.choice
        with QSignalBlocker(self):
            self.clear()
            for code, text in values:
                self.addItem(text, code)
            self.choose(kept)

    @property
    def choice(self) -> str:
        """The code chosen; "" for none."""
        return str(self.currentData() or "")

    def choose(self, code: str) -> None:
        """Show the value with this code; the first one for an unknown code."""
        self.setCurrentIndex(max(self.findData(code), 0) if self.count() else -1)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        ink = theme().ink2 if self.isEnabled() else theme().ink3
        icon = pixmap("chevron-down", PX.tick, ink, self.devicePixelRatioF())
        painter = QPainter(self)
        painter.drawPixmap(self.width() - PX.s12 - PX.tick, (self.height() - PX.tick) // 2, icon)
        painter.end()


class Tick(QCheckBox):
    """A box to tick with its text."""

    def __init__(self, text: str = "") -> None:
        super().__init__(text)
        self.setFont(font("body"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        text = PX.s8 + text_width(self.text(), "body") if self.text() else 0
        return QSize(PX.s2 + PX.tick + text + PX.s2, PX.small_button)

    @override
    def hitButton(self, position: QPoint) -> bool:
        return True

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        top = (self.height() - PX.tick) // 2
        state = "disabled" if not self.isEnabled() else "focus" if self.hasFocus() else ""
        paint_tick(painter, PX.s2, top, self.devicePixelRatioF(), is_on=self.isChecked(), state=state)
        painter.setPen(colour("ink1" if self.isEnabled() else "ink3"))
        painter.setFont(font("body"))
        left = PX.s2 + PX.tick + PX.s8
        box = QRectF(left, 0, self.width() - left, self.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, self.text())
        painter.end()


def paint_tick(painter: QPainter, x: int, y: int, ratio: float, *, is_on: bool, state: str = "") -> None:
    """Draw the box of a tick, 16 px wide; `state` is "", "focus" or "disabled"."""
    worn = theme()
    fill = worn.sunken if state == "disabled" else worn.accent if is_on else worn.surface
    edge = {"disabled": worn.line, "focus": worn.accent}.get(state, fill if is_on else worn.line_strong)
    width = PX.thick if state == "focus" else PX.hairline
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(fill))
    pen = painter.pen()
    pen.setColor(QColor(edge))
    pen.setWidth(width)
    painter.setPen(pen)
    inset = width / 2
    box = QRectF(x + inset, y + inset, PX.tick - width, PX.tick - width)
    painter.drawRoundedRect(box, PX.radius_tick, PX.radius_tick)
    if is_on:
        ink = worn.ink3 if state == "disabled" else worn.on_accent
        size_px = PX.tick - PX.s4
        painter.drawPixmap(x + PX.s2, y + PX.s2, pixmap("check", size_px, ink, ratio))
    painter.restore()


class Field(Part):
    """A control with its label, "required" where it is, and one line under it: help, or what is wrong."""

    def __init__(self, label: str, control: QWidget, *, help_text: str = "", is_required: bool = False) -> None:
        super().__init__()
        self.control = control
        self._help_text = help_text
        self._label = Label(label, "small", "ink2")
        self._label.setBuddy(control)
        self._required = Label("", "small", "danger")
        self._sign = IconLabel("circle-alert", PX.icon_small, "danger_ink")
        self._under = Label("", "caption", "ink3", wraps=True)
        head = row(self._label, self._required, None, gap=PX.s4)
        foot = row(column(PX.s2, self._sign, None), self._under, gap=PX.s4)
        foot.setStretch(1, 1)
        self.setLayout(column(head, PX.label_to_field, control, PX.label_to_field, foot))
        # A part without a place that is shown would flash up as a window of its own.
        self._required.setVisible(is_required)
        self.set_error("")
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._required.setText(self.tr("required"))

    def set_label(self, text: str, help_text: str = "") -> None:
        """Label and help in another language; an error that is shown stays until it is set anew."""
        self._label.setText(text)
        self._help_text = help_text
        if not self._sign.isVisibleTo(self):
            self.set_error("")

    def set_error(self, text: str) -> None:
        """Say what is wrong and how to put it right; "" when all is well."""
        has_error = bool(text)
        self._sign.setVisible(has_error)
        self._under.setVisible(bool(text or self._help_text))
        self._under.setText(text or self._help_text)
        self._under.set_ink("danger_ink" if has_error else "ink3")
        self.control.setAccessibleDescription(self._under.text())
        mark(self.control, "error", has_error)
