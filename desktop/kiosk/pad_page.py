"""What the pages with a pad share: the top row, the question whether anybody is still there, the pad at the foot."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLayout
from typing_extensions import override

from desktop.kiosk.pad import Pad
from desktop.kiosk.parts import LanguageSwitch
from desktop.kiosk.state import ASKS_FOR_S
from desktop.kiosk.voice import Voice
from desktop.kiosk.words import Said
from desktop.widgets.buttons import KioskButton
from desktop.widgets.fields import Line
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class PadPage(Part):
    """A page on which somebody types, or reads before that; `wished` carries what a button asks for."""

    wished = Signal(str)

    def __init__(self, voice: Voice, title: Said, pad: Pad | None) -> None:
        super().__init__()
        self.voice = voice
        self._title_said = title
        self._left_s = 0
        self.language = LanguageSwitch()
        self._back = self._button("chevron-left", "home")
        self._title = Label("", "k_title")
        self._other = ElidedLabel("", "k_small", "ink3")
        self._asking = ElidedLabel("", "k_small_strong", "warning_ink")
        self._more_time = self._button("timer", "more_time")
        self._help = self._button("concierge-bell", "help")
        top = row(
            *(self._back, PX.s24, self._title, PX.s16, self._other, self._asking),
            *(PX.s16, self._more_time, self._help, PX.s16, self.language),
        )
        top.setStretchFactor(self._other, 1)
        top.setStretchFactor(self._asking, 1)
        self._body = column(margins=(PX.s24, PX.s16, PX.s24, PX.s8))
        self._body.addLayout(top)
        self._body.addSpacing(PX.s24)
        whole = column(self._body, pad) if pad else column(self._body)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    def fill(self, content: QLayout) -> None:
        """Put the page's own content between top row and pad."""
        self._body.addLayout(content)
        self._body.addStretch(1)

    def fill_foot(self, content: QLayout) -> None:
        """Put something at the page's foot, under its content."""
        self._body.addLayout(content)

    def show_left(self, left_s: int) -> None:
        """Ask whether anybody is still there when few seconds are left."""
        self._left_s = left_s
        is_asking = 0 < left_s <= ASKS_FOR_S
        usual, asking = (self._title, self._other, self._help), (self._asking, self._more_time)
        coming, going = (asking, usual) if is_asking else (usual, asking)
        # Those that go first: all of them at once are wider than the window, which would grow.
        for part in going:
            part.hide()
        for part in coming:
            part.show()
        self._asking.setText(self.tr("Still there? Back to the start in {seconds} s").replace("{seconds}", str(left_s)))

    def show_head(self) -> None:
        """Set the texts of the top row in the language spoken now."""
        self._back.setText(self.tr("Back"))
        self._more_time.setText(self.tr("More time"))
        self._help.setText(self.tr("Ask our staff"))
        for button in (self._back, self._more_time, self._help):
            button.updateGeometry()
        self._title.setText(self.voice.say(self._title_said))
        self._other.setText(self.voice.say_other(self._title_said))
        self.language.show_language(self.voice.language)
        self.show_left(self._left_s)

    def begin(self) -> None:
        """The page has just come up: the keyboard goes to its first line."""

    @override
    def retranslate(self) -> None:
        self.show_head()

    def _button(self, icon: str, wish: str) -> KioskButton:
        button = KioskButton("", "outline", "kiosk_small", icon=icon)
        button.setObjectName(wish)
        button.clicked.connect(lambda: self.wished.emit(wish))
        return button


def put_text(line: Line, text: str) -> None:
    """Show a text in a line without telling anybody; the cursor stays where nothing changes."""
    if line.text() != text:
        with QSignalBlocker(line):
            line.setText(text)
