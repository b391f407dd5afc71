"""The rows of a list that may be somebody known already: what is alike, and what is to become of each."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.import_state import TwinLine
from desktop.office.pages.parts import refill
from desktop.widgets.buttons import Options
from desktop.widgets.cards import Card
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column

SHOWN_TWINS = 50


class TwinsCard(Card):
    """`decided` tells a row and what is to become of it: `same`, `skip`, or `both` are people of their own."""

    decided = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(" ")
        self._twins: tuple[TwinLine, ...] = ()
        self._rows = Part()
        self.body.addWidget(self._rows)
        self.body.addSpacing(PX.s4)
        self.retranslate()

    def show_twins(self, twins: tuple[TwinLine, ...]) -> None:
        """Show the rows that are like somebody."""
        self._twins = twins
        self.retranslate()

    def said(self, one: TwinLine) -> str:
        """What is alike, in a sentence."""
        if one.other_row is not None:
            told = {
                "phone": self.tr("Row {row} {name}: same phone as row {other} {other_name}"),
                "room": self.tr("Row {row} {name}: same name and room as row {other}, another phone"),
            }[one.kind]
        else:
            told = {
                "phone": self.tr("Row {row} {name}: same phone as {other_name}, known already"),
                "room": self.tr("Row {row} {name}: same name and room as somebody known already, another phone"),
            }[one.kind]
        for name, value in (
            ("row", f"{one.row:,}"), ("name", one.name), ("other", f"{one.other_row or 0:,}"),
            ("other_name", one.other_name),
        ):  # fmt: skip
            told = told.replace(f"{{{name}}}", value)
        return told

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Possible duplicates"), self.tr("Without a word from you both come in"))
        parts: list[QLayout | QWidget] = []
        for one in self._twins[:SHOWN_TWINS]:
            parts += [Hairline(), self._row(one)]
        more = len(self._twins) - SHOWN_TWINS
        if more > 0:
            told = self.tr("and {count} more").replace("{count}", f"{more:,}")
            parts += [Hairline(), Label(told, "small", "ink3")]
        refill(self._rows, column(*parts, gap=PX.s8))

    def _row(self, one: TwinLine) -> QLayout:
        choice = Options((("same", ""), ("skip", ""), ("both", "")), has_digits=False)
        choice.set_texts((self.tr("The same person"), self.tr("Leave this row out"), self.tr("Two people")))
        choice.choose(one.decision)
        choice.setObjectName(f"twin_{one.row}")
        choice.chosen.connect(lambda code: self.decided.emit(one.row, code))
        return column(Label(self.said(one), "body", wraps=True), choice, gap=PX.s4)
