"""Every part with its states on one page: `qinting --gallery`. Made for people who build or judge the screens."""

import sys

from PySide6.QtWidgets import (
    QApplication,
    QGridLayout,
    QLayout,
    QScrollArea,
    QStyle,
    QStyleOptionButton,
    QStyleOptionFrame,
    QWidget,
)
from typing_extensions import override

from desktop.settings import Language, ThemeChoice
from desktop.widgets.bars import Banner, UndoBar
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Picker, Text, Tick
from desktop.widgets.focus import Ring
from desktop.widgets.gallery_more import Swatches, kiosk_parts, office_parts
from desktop.widgets.labels import Hairline, KeyCap, Label, Words
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look, font
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_STATE = QStyle.StateFlag


class _HeldButton(Button):
    """A button that shows one state for ever."""

    held = _STATE.State_None

    @override
    def initStyleOption(self, option: QStyleOptionButton) -> None:
        super().initStyleOption(option)
        option.state |= self.held


class _HeldLine(Line):
    """A field that looks as if it had the keyboard."""

    @override
    def initStyleOption(self, option: QStyleOptionFrame) -> None:
        super().initStyleOption(option)
        option.state |= _STATE.State_HasFocus


class Gallery(Part):
    """The page; built anew when the language changes."""

    def __init__(self, look: Look, translator: Translator) -> None:
        super().__init__()
        self._look, self._translator = look, translator
        self.setProperty("fill", "background")
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._languages = Options((("zh", "中文"), ("en", "English")), has_digits=False)
        self._themes = Options((("light", "Light"), ("dark", "Dark")), has_digits=False)
        self._languages.chosen.connect(self._speak)
        self._themes.chosen.connect(self._wear)
        head = row(self._languages, PX.s24, self._themes, None, margins=(PX.s32, PX.s12, PX.s32, 0))
        self.setLayout(column(head, self._scroll))
        self.resize(PX.window_width, PX.window_height)
        self._languages.choose(translator.language)
        self._themes.choose("light")
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Parts"))
        self._themes.set_texts((self.tr("Light"), self.tr("Dark")))
        self._page = page = Part()
        page.setProperty("fill", "background")
        left = column(*self._buttons(), *self._fields(), *self._bars(), None)
        right = column(self._types(), PX.s16, self._empty(), PX.s16, self._words_card(), None)
        middle = QGridLayout()
        middle.setHorizontalSpacing(PX.s32 + PX.s8)
        middle.addLayout(left, 0, 0)
        middle.addLayout(right, 0, 1)
        middle.setColumnStretch(0, 10)
        middle.setColumnStretch(1, 11)
        margins = (PX.s32, PX.s24, PX.s32, PX.s32)
        page.setLayout(column(Swatches(), PX.s24, middle, PX.s24, *office_parts(), *kiosk_parts(), margins=margins))
        self._scroll.setWidget(page)
        ring = Ring(page)
        self._undo.offer("dispatch", self.tr("Dispatched to Design"))
        QApplication.sendPostedEvents(page)
        ring.surround(self._focused)

    def page(self) -> QWidget:
        """What scrolls: all parts, at their full height."""
        return self._page

    def _speak(self, language: str) -> None:
        self._translator.speak("en" if language == "en" else "zh")

    def _wear(self, choice: str) -> None:
        self._look.wear("dark" if choice == "dark" else "light")

    def _held(self, text: str, kind: str, state: QStyle.StateFlag) -> Button:
        button = _HeldButton(text, "filled" if kind == "filled" else "outline")
        button.held = state
        return button

    def _states(self, kind: str) -> tuple[Button, ...]:
        disabled = self._held(self.tr("Disabled"), kind, _STATE.State_None)
        disabled.setEnabled(False)
        focus = _STATE.State_None if kind == "filled" else _STATE.State_HasFocus
        return (
            self._held(self.tr("Normal"), kind, _STATE.State_None),
            self._held(self.tr("Hover"), kind, _STATE.State_MouseOver),
            self._held(self.tr("Pressed"), kind, _STATE.State_Sunken),
            disabled,
            self._held(self.tr("Key focus"), kind, focus),
        )

    def _buttons(self) -> tuple[QLayout | QWidget | int, ...]:
        filled, outline = self._states("filled"), self._states("outline")
        self._focused = filled[-1]
        chosen = Button(self.tr("Chosen"), "option", "option")
        chosen.setChecked(True)
        others = (
            Button(self.tr("Quiet"), "quiet"),
            Button(self.tr("Void…"), "danger"),
            Button(self.tr("Small"), "outline", "small"),
            Button(self.tr("Option"), "option", "option"),
            chosen,
            KeyCap("Ctrl+K"),
        )
        lines = ((self.tr("Primary"), filled), (self.tr("Second"), outline), (self.tr("Others"), others))
        built = [self._named(name, widgets) for name, widgets in lines]
        options = Options((("a", self.tr("Inquiry")), ("b", self.tr("Complaint")), ("c", self.tr("Repair"))))
        options.choose("b")
        keyed = (
            Button(self.tr("Promise"), "outline", "small", icon="handshake", key="F4"),
            Button(self.tr("Export"), "outline", "small", icon="file-down"),
            Button(self.tr("Department"), "outline", "small", trailing="chevron-down"),
        )
        return (
            *(built[0], PX.s12, built[1], PX.s12, built[2], PX.s12),
            *(row(options, *keyed, None, gap=PX.s8), PX.s16, Hairline(), PX.s16),
        )

    def _named(self, name: str, widgets: tuple[QWidget, ...]) -> QLayout:
        label = Label(name, "caption", "ink3")
        label.setFixedWidth(PX.s64 + PX.s8)
        return row(label, *widgets, None, gap=PX.s12 - PX.s2)

    def _fields(self) -> tuple[QLayout | QWidget | int, ...]:
        name = Field(
            self.tr("Name"), Line(self.tr("Chen Zhixia")), help_text=self.tr("As in the contract"), is_required=True
        )
        room = Field(self.tr("Room"), _HeldLine("6-2-12"), help_text=self.tr("Block-unit-room"))
        phone = Field(self.tr("Phone"), Line("1381234567"))
        phone.set_error(self.tr("One digit short of 11"))
        values = tuple((str(n), text) for n, text in enumerate((self.tr("Ordinary"), self.tr("Urgent"))))
        search = Line(icon="search")
        search.setPlaceholderText(self.tr("Words, number, name, room"))
        closed = Line(self.tr("Not now"))
        closed.setEnabled(False)
        ticked = Tick(self.tr("Repeated to the client"))
        ticked.setChecked(True)
        first = row(name, room, phone, gap=PX.s16)
        second = row(search, Picker(values), closed, gap=PX.s16)
        for line in (first, second):
            for place in range(3):
                line.setStretch(place, 1)
        ticks = row(ticked, Tick(self.tr("Asked what is missing")), None, gap=PX.s24)
        chips = row(
            Chip(self.tr("Closed"), "success", "check"),
            Chip(self.tr("3 hours left"), "warning", "clock"),
            Chip(self.tr("2 days late"), "danger", "clock-alert"),
            Chip(self.tr("To call back"), "info", "phone"),
            Chip(self.tr("Promise"), "accent", "handshake"),
            Chip(self.tr("Complaint")),
            None,
            gap=PX.s8,
        )
        return (first, PX.between_fields, second, PX.s8, ticks, PX.s12, chips, PX.card_x)

    def _bars(self) -> tuple[QWidget | int, ...]:
        self._undo = UndoBar()
        offline = self.tr("No network. Carry on; everything is sent when it is back.")
        printer = self.tr("The printer does not answer; 1 copy is waiting.")
        return (
            *(self._undo, PX.card_x, Banner("warning", "cloud-off", offline, self.tr("All right")), PX.s8),
            Banner("danger", "printer", printer, self.tr("Use another printer")),
        )

    def _types(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setVerticalSpacing(PX.s4)
        grid.setColumnMinimumWidth(0, PX.s96 + PX.s8)
        grid.setColumnStretch(1, 1)
        samples = {
            "figure": "231",
            "page": self.tr("Concerns and promises"),
            "title": self.tr("Ms Chen Zhixia"),
            "section": self.tr("In the client's words"),
            "words": self.tr("The water runs straight out."),
            "body": self.tr("Slope redone, 24-hour water test"),
            "small": self.tr("6-2-1201 · owner"),
            "caption": self.tr("Draft saved 10:02:41"),
        }
        for number, (kind, text) in enumerate(samples.items()):
            face = font(kind)
            grid.addWidget(Label(f"{kind} {face.pixelSize()}/{int(face.weight())}", "caption", "ink3"), number, 0)
            grid.addWidget(Label(text, kind), number, 1)
        return grid

    def _empty(self) -> QWidget:
        card = Card()
        title, sentence = self.tr("No concerns yet"), self.tr("Every sentence written down in a talk appears here.")
        card.body.addWidget(EmptyState("messages-square", title, sentence, self.tr("Begin a talk")))
        return card

    def _words_card(self) -> QWidget:
        card = Card(self.tr("In the client's words"), self.tr("16 May 10:04"))
        said = self.tr(
            "There is a cabinet in the hall of the show flat, it is drawn in the plan too, and now the wall "
            "on site has come forward by ten centimetres. I do not want money, just tell me which plan counts."
        )
        card.body.addWidget(Words(said))
        text = Text(PX.s96, PX.words_field)
        text.set_text(self.tr("Please answer in writing, with the drawing."))
        card.body.addWidget(text)
        return card


def show_gallery(language: Language = "zh", choice: ThemeChoice = "light") -> int:
    """Open the page and stay until it is closed; returns the exit status."""
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        raise TypeError(type(app))
    gallery = Gallery(Look(app, choice), Translator(app, language))
    gallery.show()
    return app.exec()
