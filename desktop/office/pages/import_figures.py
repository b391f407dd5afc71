"""The figures of an import: each is a filter of the rows below it."""

from typing import Literal

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.import_state import Preview
from desktop.office.pages.parts import Pressable, divided
from desktop.widgets.cards import Card
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column
from desktop.widgets.theme import Ink

Filter = Literal["added", "updated", "same", "twins", "rejected"]
FILTERS: tuple[Filter, ...] = ("added", "updated", "same", "twins", "rejected")


class _Figure(Pressable):
    """A figure over its caption."""

    def __init__(self) -> None:
        super().__init__()
        self._number, self._caption = Label("", "page"), Label("", "small", "ink2")
        self.setLayout(column(self._number, self._caption, margins=(PX.s16 - PX.s2, PX.s4, PX.s12, PX.s4)))

    def show_number(self, number: int, caption: str, ink: Ink) -> None:
        """Show another number; 0 needs no colour."""
        self._number.setText(f"{number:,}")
        self._number.set_ink(ink if number else "ink1")
        self._caption.setText(caption)
        self.setAccessibleName(f"{number} {caption}")


class ImportFigures(Card):
    """New, brought up to date, unchanged, perhaps double, not to come in; `chosen` tells the filter, "" for none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(is_flush=True)
        self._preview = Preview(0, 0, 0, 0, (), (), ())
        self._filter = ""
        self._figures = {name: _Figure() for name in FILTERS}
        for name, figure in self._figures.items():
            figure.setObjectName(f"filter_{name}")
            figure.opened.connect(lambda name=name: self._choose(name))
        self.body.addLayout(divided(*self._figures.values(), gap=PX.s4))
        self.retranslate()

    @property
    def filter(self) -> str:
        """The figure whose rows are shown; "" for all."""
        return self._filter

    def show_preview(self, preview: Preview) -> None:
        """Show another list; what cannot come in is what a person looks at first."""
        if not self._count("rejected", preview) or not self._count("rejected", self._preview):
            self._filter = "rejected" if preview.rejected else ""
        self._preview = preview
        self.retranslate()

    def choose(self, name: Filter) -> None:
        """Show the rows of a figure, as a click on it does."""
        if self._filter != name:
            self._choose(name)

    def _choose(self, name: Filter) -> None:
        self._filter = "" if self._filter == name else name
        self.retranslate()
        self.chosen.emit(self._filter)

    @staticmethod
    def _count(name: Filter, preview: Preview) -> int:
        counts = {"added": preview.added, "updated": preview.updated, "same": preview.duplicates}
        counts["twins"] = len(preview.twins)
        return counts.get(name, len(preview.rejected))

    @override
    def retranslate(self) -> None:
        captions = {
            "added": self.tr("new clients"), "updated": self.tr("brought up to date"),
            "same": self.tr("unchanged"), "twins": self.tr("perhaps double"), "rejected": self.tr("cannot come in"),
        }  # fmt: skip
        for name, figure in self._figures.items():
            inks: dict[str, Ink] = {"rejected": "danger", "twins": "warning"}
            ink = inks.get(name, "ink1")
            figure.show_number(self._count(name, self._preview), captions[name], ink)
            figure.mark("fill", "accent_soft" if name == self._filter else "surface")
