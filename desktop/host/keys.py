"""The keys of the host's pages: a line at the foot, and a page of all of them."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Signal
from typing_extensions import override

from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.labels import KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

Keys = tuple[tuple[str, str], ...]


def talk_keys() -> Keys:
    """The keys of the talk page with what they do, in the language spoken now."""
    return (
        ("Alt+1…6", QCoreApplication.translate("HostKeys", "Type")),
        ("Alt+Q W E R", QCoreApplication.translate("HostKeys", "Area")),
        ("F4", QCoreApplication.translate("HostKeys", "Promise")),
        ("F9", QCoreApplication.translate("HostKeys", "End")),
        ("F12", QCoreApplication.translate("HostKeys", "Cover")),
        ("Ctrl+/", QCoreApplication.translate("HostKeys", "All keys")),
    )


def all_keys() -> Keys:
    """Every key of the host's pages."""
    return (
        ("F8", QCoreApplication.translate("HostKeys", "Begin with the next client")),
        ("Ctrl+Enter", QCoreApplication.translate("HostKeys", "Save, next concern")),
        ("Alt+1…7", QCoreApplication.translate("HostKeys", "Choose the type")),
        ("Alt+Q W E R", QCoreApplication.translate("HostKeys", "Choose the area")),
        ("F4", QCoreApplication.translate("HostKeys", "Write a promise")),
        ("F9", QCoreApplication.translate("HostKeys", "Read the sheet over; again to record and end")),
        ("Esc", QCoreApplication.translate("HostKeys", "Back to writing")),
        ("F12", QCoreApplication.translate("HostKeys", "Lift or lower the cover of both sides")),
        ("Ctrl+P", QCoreApplication.translate("HostKeys", "The client's copy, after the talk")),
        ("Ctrl+1  Ctrl+2", QCoreApplication.translate("HostKeys", "Talks, my promises")),
        ("J  K  Space", QCoreApplication.translate("HostKeys", "Promises: down, up, kept")),
    )


class KeyLine(Part):
    """The keys of one page, at its foot."""

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


class KeysPage(Part):
    """All keys, as a page of its own; Esc or the button goes back."""

    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._card = Card(" ")
        self._texts = tuple(Label("", "body") for _ in all_keys())
        for (key, _), label in zip(all_keys(), self._texts, strict=True):
            place = Part()
            place.setFixedWidth(PX.navigation - PX.s48)
            place.setLayout(row(KeyCap(key), None))
            self._card.body.addLayout(row(place, label, None))
        self._back = Button("", "outline", key="Esc")
        self._back.clicked.connect(self.closed)
        self._card.body.addLayout(row(None, self._back))
        self._card.setFixedWidth(PX.reading_pane)
        self.setLayout(column(None, row(None, self._card, None), None))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._card.set_title(self.tr("Keys"))
        self._back.setText(self.tr("Back"))
        for (_, text), label in zip(all_keys(), self._texts, strict=True):
            label.setText(text)
