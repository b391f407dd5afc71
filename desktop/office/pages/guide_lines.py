"""One line of a guide being written: what it is, its words in both languages, what can be answered, what it covers."""

from collections.abc import Mapping
from typing import Final, get_args

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.speech import Speech
from desktop.rules.guides import Kind, Option
from desktop.rules.guides import Line as GuideLine
from desktop.widgets.buttons import IconButton
from desktop.widgets.cards import Card
from desktop.widgets.fields import Line, Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
_KIND_PX, _NUMBER_PX = 152, PX.s24
_BETWEEN_LANGUAGES = "|"


class GuideLineRow(Part):
    """`moved` asks to go up (-1) or down (1), `dropped` to be taken out, `changed` tells that something was typed."""

    moved = Signal(int)
    dropped = Signal()
    changed = Signal()

    def __init__(self, speech: Speech, line: GuideLine, number: int, *, is_fixed: bool) -> None:
        super().__init__()
        self.setObjectName(f"guide_line_{number}")
        self._speech, self._line = speech, line
        self.kind = Picker()
        self.kind.setFixedWidth(_KIND_PX)
        self.zh, self.en = Line(line.zh), Line(line.en)
        self.options = Line(options_text(line.options))
        self.topics = Line(" ".join(speech.code("sub_area", one) for one in line.topics))
        self._number = Label(str(number), "small_strong", "ink3")
        self._number.setFixedWidth(_NUMBER_PX)
        self.up, self.down = IconButton("arrow-up", ""), IconButton("arrow-down", "")
        self._drop = IconButton("trash-2", "")
        self._about, self._answers = Part(), Part()
        indent = _NUMBER_PX + PX.s8
        about = row(self.en, self.topics, gap=PX.s8, margins=(indent, 0, 0, 0))
        for place in range(2):
            about.setStretch(place, 1)
        self._about.setLayout(about)
        self._answers.setLayout(row(self.options, margins=(indent, 0, 0, 0)))
        first = row(self._number, self.kind, self.zh, self.up, self.down, self._drop, gap=PX.s8)
        first.setStretch(2, 1)
        self.setLayout(column(first, self._about, self._answers, gap=PX.s4, margins=(0, 0, 0, PX.s8)))
        for field in (self.zh, self.en, self.options, self.topics):
            field.setReadOnly(is_fixed)
            field.setCursorPosition(0)
            field.textEdited.connect(lambda _text: self.changed.emit())
        for part in (self.up, self.down, self._drop):
            part.setVisible(not is_fixed)
        self.kind.setEnabled(not is_fixed)
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self._drop.clicked.connect(self.dropped)
        self.retranslate()
        self.kind.choose(line.kind)
        self.kind.currentIndexChanged.connect(lambda _place: self._turned())
        self._show()

    @override
    def retranslate(self) -> None:
        names = (self.tr("Keep in mind"), self.tr("Choice"), self.tr("Scale 1-5"), self.tr("In words"))
        self.kind.set_values(tuple(zip(KINDS, names, strict=True)))
        self.zh.setPlaceholderText(self.tr("In Chinese"))
        self.en.setPlaceholderText(self.tr("In English"))
        self.topics.setPlaceholderText(self.tr("Second-level areas it covers, spaces between"))
        for part, name in (
            (self.zh, self.zh.placeholderText()), (self.en, self.en.placeholderText()),
            (self.topics, self.topics.placeholderText()), (self.kind, self.tr("Kind of line")),
        ):  # fmt: skip
            part.setAccessibleName(name)
        self.up.set_name(self.tr("Up"))
        self.down.set_name(self.tr("Down"))
        self._drop.set_name(self.tr("Take this line out"))
        self._show()

    def line(self, topics: Mapping[str, str]) -> GuideLine:
        """The line as it is typed; `topics` are the codes of the areas by their words. What is no known area stays as
        it is typed, for the verb to refuse by its name."""
        named = tuple(dict.fromkeys(topics.get(one, one) for one in self.topics.text().replace("、", " ").split()))
        kind = next(one for one in KINDS if one == self.kind.choice)
        if kind == "prompt":
            return GuideLine("prompt", self.zh.text(), self.en.text())
        options = read_options(self.options.text(), self._line.options) if kind in ("choice", "scale") else ()
        return GuideLine(kind, self.zh.text(), self.en.text(), self._line.key, options, named)

    def _turned(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        kind = self.kind.choice
        self.topics.setVisible(kind != "prompt")
        self._answers.setVisible(kind in ("choice", "scale"))
        self.options.setPlaceholderText(
            self.tr("The two ends, / between") if kind == "scale" else self.tr("Answers, / between")
        )
        self.options.setAccessibleName(self.options.placeholderText())


def options_text(options: tuple[Option, ...]) -> str:
    """Answers as they are typed: 有|Yes / 没有|No."""
    return " / ".join(f"{one.zh}{_BETWEEN_LANGUAGES}{one.en}" if one.en else one.zh for one in options)


def read_options(text: str, before: tuple[Option, ...]) -> tuple[Option, ...]:
    """The answers typed; one whose Chinese was there before keeps its code, so that old answers still mean it."""
    codes = {one.zh: one.code for one in before}
    made = []
    for part in text.replace("\uff0f", "/").split("/"):
        zh, _, en = part.replace("\uff5c", _BETWEEN_LANGUAGES).partition(_BETWEEN_LANGUAGES)
        if zh.strip():
            made.append(Option(zh.strip(), en.strip(), codes.get(zh.strip(), "")))
    return tuple(made)


class LinesCard(Card):
    """A card whose rows can be put in anew."""

    def show_rows(self, rows: tuple[GuideLineRow, ...]) -> None:
        """Put other rows in the place of those before."""
        while item := self.body.takeAt(1):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for one in rows:
            self.body.addWidget(one)
