"""Cards and what stands in them: section heads, figures' frames, and the page that has nothing yet."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.widgets.buttons import Button
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class Card(Part):
    """A surface with a hairline round it; put widgets into `body`.

    `is_open` gives it the stronger line of the one thing being worked on. A table goes in with `is_flush`: then the
    card keeps only the 4 px that its round corners need.
    """

    def __init__(
        self,
        title: str = "",
        aside: str = "",
        *,
        is_open: bool = False,
        is_flush: bool = False,
    ) -> None:
        super().__init__()
        self.setProperty("part", "card")
        self.setProperty("strong", is_open)
        self._title = Label(title, "section")
        self._aside = Label(aside, "small", "ink3")
        side, top = (PX.s4, PX.s4) if is_flush else (PX.card_x, PX.card_y)
        self.body: QVBoxLayout = column(gap=PX.s8, margins=(side, top, side, top))
        if title:
            indent = PX.card_x - side
            self.body.addLayout(row(self._title, None, self._aside, margins=(indent, PX.s4, indent, 0)))
        self.setLayout(self.body)

    def set_title(self, title: str, aside: str = "") -> None:
        """The title and what stands at its right, in another language or with other figures."""
        self._title.setText(title)
        self._aside.setText(aside)


class EmptyState(Part):
    """A page or card with nothing in it yet: why, and the next step."""

    acted = Signal()

    def __init__(
        self, icon: str, title: str = "", sentence: str = "", action: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        centre = Qt.AlignmentFlag.AlignHCenter
        self._title = Label("", "section")
        self._sentence = Label("", "body", "ink2", wraps=True)
        self._sentence.setAlignment(centre)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._button = Button("", "filled")
        self._button.clicked.connect(self.acted)
        layout = column(None, PX.s8)
        layout.addWidget(IconLabel(icon, PX.icon_empty, "accent"), alignment=centre)
        layout.addSpacing(PX.s8)
        layout.addWidget(self._title, alignment=centre)
        layout.addWidget(self._sentence)
        layout.addSpacing(PX.s12)
        layout.addWidget(self._button, alignment=centre)
        layout.addSpacing(PX.s8)
        layout.addStretch(1)
        self.setLayout(layout)
        self.say(title, sentence, action)

    def say(self, title: str, sentence: str, action: str = "") -> None:
        """Change the texts; "" for no button."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._button.setText(action)
        self._button.updateGeometry()
        self._button.setVisible(bool(action))
