"""Pages of the office that are reached from another page: the same head, and the same way back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.parts import Page, scrolled
from desktop.office.speech import Speech
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_LEFT_MOST_PX, _RIGHT_PX = 1_040, PX.host_right
# Against the empty space at the far right of a wide screen.
_MOST = 100


class InnerPage(Page):
    """Its button and Esc lead back: `back_wanted`."""

    back_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._back = Button("", "outline", "small", icon="arrow-left", key="Esc")
        self._back.setObjectName("back")
        self._back.clicked.connect(self.back_wanted)
        self._title, self._about = Label("", "page"), ElidedLabel("", "small", "ink2")

    def _head(self, *at_right: QWidget | int) -> QHBoxLayout:
        """The line at the top: the way back, what the page is, what it is about, and what stands at the right."""
        made = row(self._back, PX.s12, self._title, PX.s12, self._about, PX.s12, *at_right)
        made.setStretchFactor(self._about, 1)
        return made

    def _lay_beside(self, head: QLayout, left_layout: QLayout, right_layout: QLayout) -> None:
        """Under the head two columns that scroll together: the page's matter, and what helps with it."""
        left, right, inside, top = Part(), Part(), Part(), Part()
        left.setMaximumWidth(_LEFT_MOST_PX)
        left.setLayout(left_layout)
        right.setFixedWidth(_RIGHT_PX)
        right.setLayout(right_layout)
        inside.setProperty("fill", "background")
        both = row(left, right, None, gap=PX.between_cards, margins=(PX.page_margin, 0, PX.page_margin, PX.s24))
        both.setStretch(0, _MOST)
        inside.setLayout(both)
        top.setLayout(row(head, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s16)))
        area = scrolled(inside)
        whole = column(top, area)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back_wanted.emit()
        else:
            super().keyPressEvent(event)
