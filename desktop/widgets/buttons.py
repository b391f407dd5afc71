"""Buttons: the sheet draws the body, the code lays out icon, digit, text and key, so that every gap is ours."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QIcon, QPaintEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)
from typing_extensions import override

from desktop.widgets.icons import pixmap
from desktop.widgets.labels import text_width
from desktop.widgets.look import colour, font, theme
from desktop.widgets.measures import PX, SHAPES, ButtonShape
from desktop.widgets.part import Part, row
from desktop.widgets.theme import Ink

Kind = Literal["filled", "outline", "quiet", "danger", "option", "nav", "pad", "pad_side", "row", "undo", "switch"]

_INKS: dict[str, Ink] = {
    "filled": "on_accent",
    "quiet": "accent",
    "danger": "danger",
    "undo": "surface",
    "option": "ink2",
    "nav": "ink2",
    "switch": "ink2",
}

_KEY_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


@dataclass(frozen=True, slots=True)
class _Piece:
    """One thing on a button: an icon by name, or a text in a face; `gap` px stand before it."""

    width: int
    gap: int
    ink: Ink
    icon: str = ""
    text: str = ""
    kind: str = ""


class Button(QPushButton):
    """A button of the house. At most one `filled` on a page.

    `key` is the shortcut shown behind the text (setting it does not make it work), `digit` the one before it,
    `trailing` an icon at the far end; `ink` overrides the colour of the text.
    """

    def __init__(
        self,
        text: str = "",
        kind: Kind = "outline",
        shape: ButtonShape = "normal",
        *,
        icon: str = "",
        digit: str = "",
        key: str = "",
        trailing: str = "",
        ink: Ink | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._kind, self.body, self._icon, self._digit = kind, SHAPES[shape], icon, digit
        self._key, self._trailing, self._ink = key, trailing, ink
        self._second, self._second_at = "", 0
        self._is_left = kind in ("nav", "row") or shape == "kiosk_first"
        self.wants_ring = False
        self.setProperty("kind", kind)
        self.setProperty("shape", shape)
        self.setFont(font(self.body.type))
        self.setFixedHeight(self.body.height)
        self.setCheckable(kind in ("option", "nav", "switch"))
        # A click leaves the focus in the field where the person writes.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def set_icon_name(self, icon: str) -> None:
        """Show another icon; "" for none."""
        if icon == self._icon:
            return
        self._icon = icon
        self.updateGeometry()
        self.update()

    def set_key(self, key: str) -> None:
        """Show another key, or at a navigation item another count; "" for none."""
        self._key = key
        self.updateGeometry()
        self.update()

    def set_second(self, text: str, at_px: int) -> None:
        """Show a second text after the first, at least `at_px` from the left edge so that those of many rows align."""
        self._second, self._second_at = text, at_px
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        inside = sum(piece.gap + piece.width for piece in (*self._leading(), *self._far_end()))
        sides = 0 if self._is_icon_only() else 2 * self.body.side
        return QSize(max(inside + sides, self.body.height), self.body.height)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        option.icon = QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        leading, far_end = self._leading(), self._far_end()
        inside = sum(piece.gap + piece.width for piece in leading)
        x = self.body.side if self._is_left else (self.width() - inside - self._width_of(far_end)) // 2
        x = self._draw(painter, leading, x)
        if self._is_left:
            x = self.width() - self.body.side - self._width_of(far_end)
        self._draw(painter, far_end, x)
        painter.end()

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        # After a touch or a click, or when the program sets the focus, nobody needs the ring.
        self.wants_ring = self._kind == "filled" and event.reason() in _KEY_REASONS
        super().focusInEvent(event)

    @staticmethod
    def _width_of(pieces: tuple[_Piece, ...]) -> int:
        return sum(piece.gap + piece.width for piece in pieces)

    def _draw(self, painter: QStylePainter, pieces: tuple[_Piece, ...], x: int) -> int:
        for piece in pieces:
            x += piece.gap
            box = QRect(x, 0, piece.width, self.height())
            if piece.icon:
                top = (self.height() - piece.width) // 2
                ink = theme().colour(piece.ink)
                painter.drawPixmap(x, top, pixmap(piece.icon, piece.width, ink, self.devicePixelRatioF()))
            else:
                painter.setFont(font(piece.kind))
                painter.setPen(colour(piece.ink))
                painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, piece.text)
            x += piece.width
        return x

    def _is_icon_only(self) -> bool:
        return not (self.text() or self._key or self._digit)

    def _ink_now(self) -> Ink:
        if not self.isEnabled():
            return "ink3"
        if self.isChecked():
            return "accent_ink"
        return self._ink or _INKS.get(self._kind, "ink1")

    def _leading(self) -> tuple[_Piece, ...]:
        shape, ink, pieces = self.body, self._ink_now(), list[_Piece]()
        strong = f"{shape.type.removesuffix('_strong')}_strong"
        kind = strong if self.isChecked() else shape.type
        if self._icon:
            pieces.append(_Piece(shape.icon, 0, ink, icon=self._icon))
        if self._digit:
            digit_ink: Ink = "accent_ink" if self.isChecked() else "ink3"
            pieces.append(_Piece(text_width(self._digit, "small"), 0, digit_ink, text=self._digit, kind="small"))
        if self.text():
            # The width of the stronger face is kept free, so that nothing moves when the choice does.
            width = max(text_width(self.text(), kind), text_width(self.text(), strong) if self._kind == "option" else 0)
            # A long text pushes the second one on, and keeps its distance.
            width = max(width + (shape.gap if self._second else 0), self._second_at - shape.side)
            pieces.append(_Piece(width, shape.gap if pieces else 0, ink, text=self.text(), kind=kind))
        if self._second:
            pieces.append(_Piece(text_width(self._second, "k_text"), 0, "ink2", text=self._second, kind="k_text"))
        return tuple(pieces)

    def _far_end(self) -> tuple[_Piece, ...]:
        shape, ink, pieces = self.body, self._ink_now(), list[_Piece]()
        if self._key:
            kind = "body_strong" if self._kind == "undo" else shape.key_type
            key_ink: Ink = "ink3" if self._kind == "outline" else ink
            pieces.append(_Piece(text_width(self._key, kind), PX.s12, key_ink, text=self._key, kind=kind))
        if self._trailing:
            gap = shape.gap if self.text() or pieces else 0
            pieces.append(_Piece(shape.icon, gap, "ink3" if self._is_left else ink, icon=self._trailing))
        return tuple(pieces)


class KioskButton(Button):
    """A large button for a finger: 80 px high, 96 where it is the page's first choice, 64 in the top row."""

    def __init__(
        self,
        text: str = "",
        kind: Kind = "outline",
        shape: ButtonShape = "kiosk",
        *,
        icon: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, kind, shape, icon=icon, trailing=trailing, parent=parent)


class IconButton(Button):
    """A button without text, for close, more and delete only: the name is its tooltip and its spoken name."""

    def __init__(self, icon: str, name: str, shape: ButtonShape = "small", parent: QWidget | None = None) -> None:
        super().__init__("", "quiet", shape, icon=icon, ink="ink2", parent=parent)
        self.set_name(name)

    def set_name(self, name: str) -> None:
        """Change tooltip and spoken name, as the language changes."""
        self.setToolTip(name)
        self.setAccessibleName(name)


class Options(Part):
    """Up to seven values side by side with their digits or other keys, exactly one or none of them chosen."""

    chosen = Signal(str)

    def __init__(self, values: tuple[tuple[str, str], ...], *, has_digits: bool = True, keys: str = "") -> None:
        """`values` are pairs of a code and its text; `keys` are letters shown in the digits' place."""
        super().__init__()
        shown = keys or ("1234567" if has_digits else "")
        self._group = QButtonGroup(self)
        self._codes = tuple(code for code, _ in values)
        self._buttons = tuple(
            Button(text, "option", "option", digit=shown[place : place + 1]) for place, (_, text) in enumerate(values)
        )
        for button in self._buttons:
            self._group.addButton(button)
        self.setLayout(row(*self._buttons, None, gap=PX.s8))
        self._group.buttonClicked.connect(lambda button: self._clicked(self._buttons.index(button)))

    @property
    def choice(self) -> str:
        """The code chosen; "" for none."""
        return next((code for code, button in self._pairs() if button.isChecked()), "")

    def choose(self, code: str) -> None:
        """Show a choice without telling anybody; "" or an unknown code for none."""
        self._group.setExclusive(False)
        for each, button in self._pairs():
            button.setChecked(each == code)
        self._group.setExclusive(True)

    def press(self, digit: int) -> None:
        """Choose as if the button with this digit were clicked; a digit without a button does nothing."""
        if 1 <= digit <= len(self._buttons):
            self._buttons[digit - 1].click()

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """The texts in another language, in the same order. ValueError for another number of texts."""
        for button, text in zip(self._buttons, texts, strict=True):
            button.setText(text)
            button.updateGeometry()

    def _clicked(self, place: int) -> None:
        # The keyboard goes along within the row: its border must not stay on what was chosen before.
        if any(button.hasFocus() for button in self._buttons):
            self._buttons[place].setFocus()
        self.chosen.emit(self._codes[place])

    def _pairs(self) -> tuple[tuple[str, Button], ...]:
        return tuple(zip(self._codes, self._buttons, strict=True))
