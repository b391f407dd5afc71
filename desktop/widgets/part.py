"""What every part and page is: a widget that sets its texts anew and follows the look."""

from collections.abc import Iterable
from typing import TypeVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget
from typing_extensions import override

_L = TypeVar("_L", bound=QBoxLayout)
Content = QWidget | QLayout | int | None


class Part(QFrame):
    """Base of parts and pages.

    `retranslate` sets every text with `self.tr`; it is called by hand at the end of the constructor, and by Qt when
    the language changes. `restyle` is for what the style sheet cannot reach, such as pictures.
    """

    def retranslate(self) -> None:
        """Set the part's own texts in the language spoken now."""

    def restyle(self) -> None:
        """Draw the part's own pictures in the theme worn now."""

    @override
    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            self.restyle()
        super().changeEvent(event)

    def mark(self, name: str, value: str | bool) -> None:
        """Set a property that the style sheet asks for, and let the sheet look again."""
        mark(self, name, value)


def keeps_key(event: QEvent) -> bool:
    """For `event` of what stands over a page: whether a key was kept there, so that no shortcut of the page has it."""
    if event.type() != QEvent.Type.ShortcutOverride:
        return False
    event.accept()
    return True


def mark(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet asks for; no work when it has the value already."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


def row(*contents: Content, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """A line of widgets and layouts; an int is a space in px, None takes what is left."""
    return _filled(QHBoxLayout(), contents, gap, margins)


def column(*contents: Content, gap: int = 0, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """The same from top to bottom."""
    return _filled(QVBoxLayout(), contents, gap, margins)


def _filled(layout: _L, contents: Iterable[Content], gap: int, margins: tuple[int, int, int, int]) -> _L:
    layout.setContentsMargins(*margins)
    layout.setSpacing(gap)
    for content in contents:
        if content is None:
            layout.addStretch(1)
        elif isinstance(content, int):
            layout.addSpacing(content)
        elif isinstance(content, QLayout):
            layout.addLayout(content)
        else:
            layout.addWidget(content)
    return layout
