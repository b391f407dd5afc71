"""Keys and help: a line of keys at a page's foot, and a page of what can be done here and by which keys."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QWidget
from typing_extensions import override

from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.labels import IconLabel, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# Pairs of a key and what it does, in the language spoken now.
Keys = tuple[tuple[str, str], ...]


class KeyLine(Part):
    """The keys of one page, at its foot; the last stands at the right."""

    def __init__(self, keys: Callable[[], Keys]) -> None:
        super().__init__()
        self._keys = keys
        self._texts = tuple(Label("", "small", "ink3") for _ in keys())
        pairs = [row(KeyCap(key), text, gap=PX.s4) for (key, _), text in zip(keys(), self._texts, strict=True)]
        self.setLayout(row(*pairs[:-1], None, pairs[-1], gap=PX.s12))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for (_, text), label in zip(self._keys(), self._texts, strict=True):
            label.setText(text)


class HelpPage(Part):
    """A page of its own: `show_help` opens it with the sentences on top, `show_keys` with the keys alone.

    Esc is the window's to give: it, or the button, leads to `closed`.
    """

    closed = Signal()

    def __init__(self, keys: Callable[[], Keys], sentences: Callable[[], tuple[str, ...]]) -> None:
        super().__init__()
        self._keys, self._sentences = keys, sentences
        self._part: Literal["help", "keys"] = "keys"
        self._said = tuple(Label("", "body", wraps=True) for _ in sentences())
        self._texts = tuple(Label("", "body", wraps=True) for _ in keys())
        self._about, self._card = Card(" "), Card(" ")
        for said in self._said:
            line = row(column(PX.s4, IconLabel("chevron-right", PX.icon_small, "accent"), None), said, gap=PX.s8)
            line.setStretch(1, 1)
            self._about.body.addLayout(line)
        lines = [self._key_line(key, label) for (key, _), label in zip(keys(), self._texts, strict=True)]
        half = (len(lines) + 1) // 2
        halves = row(column(*lines[:half], None, gap=PX.s8), column(*lines[half:], None, gap=PX.s8), gap=PX.s24)
        halves.setStretch(0, 1)
        halves.setStretch(1, 1)
        self._card.body.addLayout(halves)
        self._back = Button("", "outline", key="Esc")
        self._back.setObjectName("help_back")
        self._back.clicked.connect(self.closed)
        middle, scroll = QWidget(), QScrollArea()
        middle.setProperty("fill", "background")
        middle.setFixedWidth(PX.reading_pane + PX.s96)
        foot = row(None, self._back)
        middle.setLayout(
            column(self._about, self._card, foot, None, gap=PX.s16, margins=(PX.s24, PX.s24, PX.s24, PX.s24))
        )
        page = QWidget()
        page.setProperty("fill", "background")
        page.setLayout(row(None, middle, None))
        scroll.setWidgetResizable(True)
        scroll.setWidget(page)
        self.setLayout(column(scroll))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._about.set_title(self.tr("How it works"))
        self._card.set_title(self.tr("Keys"))
        self._back.setText(self.tr("Back"))
        for text, said in zip(self._sentences(), self._said, strict=True):
            said.setText(text)
        for (_, text), label in zip(self._keys(), self._texts, strict=True):
            label.setText(text)

    @staticmethod
    def _key_line(key: str, label: Label) -> QHBoxLayout:
        place = Part()
        place.setFixedWidth(PX.s96 + PX.s32)
        place.setLayout(row(KeyCap(key), None))
        line = row(column(place, None), label)
        line.setStretch(1, 1)
        return line

    def show_help(self) -> None:
        """What can be done here, then the keys."""
        self._open("help")

    def show_keys(self) -> None:
        """The keys alone."""
        self._open("keys")

    def _open(self, part: Literal["help", "keys"]) -> None:
        self._part = part
        self._about.setVisible(part == "help")
        self._back.setFocus()
