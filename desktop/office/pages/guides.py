"""The guides of the nodes: what leads a talk, line by line, in versions of which the newest is written on."""

from dataclasses import replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QScrollArea
from typing_extensions import override

from desktop.office.pages.guide_lines import GuideLineRow, LinesCard
from desktop.office.pages.inner import InnerPage
from desktop.office.speech import Speech
from desktop.rules.guides import Guide
from desktop.rules.guides import Line as GuideLine
from desktop.services.guides.guides import NodeGuide
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row


class GuidesPage(InnerPage):
    """`guide_wanted` tells a node and a version (0: the newest), `save_wanted` a node and its lines."""

    guide_wanted = Signal(str, int)
    save_wanted = Signal(str, tuple)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._nodes: tuple[NodeGuide, ...] = ()
        self._guide: Guide | None = None
        self._lines: tuple[GuideLine, ...] = ()
        self._rows: tuple[GuideLineRow, ...] = ()
        self.is_touched = False
        self.nodes, self.versions = Picker(), Picker()
        self.nodes.setMinimumWidth(PX.navigation)
        self.nodes.currentIndexChanged.connect(lambda _place: self.guide_wanted.emit(self.node, 0))
        self.versions.currentIndexChanged.connect(lambda _place: self._choose_version())
        self.save_button = Button("", "filled", icon="check")
        self.save_button.setObjectName("save_guide")
        self.save_button.clicked.connect(self._save)
        self._card = LinesCard(" ")
        self.add_prompt, self.add_question = Button("", "outline", icon="plus"), Button("", "outline", icon="plus")
        self.add_prompt.setObjectName("add_prompt")
        self.add_question.setObjectName("add_question")
        self.add_prompt.clicked.connect(lambda: self._add(GuideLine("prompt", "")))
        self.add_question.clicked.connect(lambda: self._add(GuideLine("choice", "")))
        self._help = Card(" ")
        self._sentences = tuple(Label("", "small", "ink2", wraps=True) for _ in range(5))
        for label in self._sentences:
            self._help.body.addWidget(label)
        left = column(self._card, row(self.add_prompt, PX.s8, self.add_question, None), None, gap=PX.between_cards)
        head = self._head(self.nodes, PX.s8, self.versions, PX.s12, self.save_button)
        self._lay_beside(head, left, column(self._help, None))
        self.retranslate()

    @property
    def node(self) -> str:
        """The node whose guide is shown."""
        return self.nodes.choice

    @property
    def rows(self) -> tuple[GuideLineRow, ...]:
        """The lines as they are being written."""
        return self._rows

    @override
    def begin(self) -> None:
        self.nodes.setFocus()

    def show_node(self, node: str) -> None:
        """Go to another node."""
        self.nodes.choose(node)

    def show_nodes(self, nodes: tuple[NodeGuide, ...]) -> None:
        """The nodes with their versions, as they are now."""
        self._nodes = nodes
        self.nodes.set_values(tuple((one.node, self.speech.code("node", one.node)) for one in nodes))

    def show_guide(self, guide: Guide | None) -> None:
        """Show one version; only the newest can be written on, as the next one."""
        self._guide, self.is_touched = guide, False
        self._lines = guide.lines if guide else ()
        self.retranslate()

    @property
    def _is_newest(self) -> bool:
        found = next((one for one in self._nodes if one.node == self.node), None)
        return found is None or found.guide is None or self._guide is None or self._guide == found.guide

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back"))
        self._back.updateGeometry()
        self._title.setText(self.tr("Guides of talks"))
        self.add_prompt.setText(self.tr("Something to keep in mind"))
        self.add_question.setText(self.tr("A question"))
        self._help.set_title(self.tr("How it is used"))
        texts = (
            self.tr("The host sees it beside the words; F5 asks its questions, digits answer."),
            self.tr("Saving makes the next version. Those before stay: a talk keeps the one it was led by."),
            self.tr("Answers of a choice with / between them, English behind a |: 有|Yes / 没有|No"),
            self.tr("A scale has five points; name its two ends the same way, or leave them out."),
            self.tr("The areas a question covers show later what clients say without being asked."),
        )
        for label, text in zip(self._sentences, texts, strict=True):
            label.setText(text)
        found = next((one for one in self._nodes if one.node == self.node), None)
        versions = found.versions if found else ()
        self.versions.set_values(
            tuple((str(one), self.tr("Version {number}").replace("{number}", str(one))) for one in reversed(versions))
        )
        shown = self._guide.version if self._guide else 0
        if shown:
            self._choose_quietly(str(shown))
        self.versions.setVisible(bool(versions))
        fresh = max(versions, default=0) + 1
        self.save_button.setText(self.tr("Save as version {number}").replace("{number}", str(fresh)))
        self._show_rows()

    def _choose_quietly(self, version: str) -> None:
        self.versions.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.versions.choose(version)
        self.versions.blockSignals(False)  # noqa: FBT003 - Qt's own

    def _choose_version(self) -> None:
        if self.versions.choice:
            self.guide_wanted.emit(self.node, int(self.versions.choice))

    def _show_rows(self) -> None:
        is_fixed = not self._is_newest
        made = []
        for place, line in enumerate(self._lines):
            one = GuideLineRow(self.speech, line, place + 1, is_fixed=is_fixed)
            one.moved.connect(lambda by, place=place: self._move(place, by))
            one.dropped.connect(lambda place=place: self._drop(place))
            one.changed.connect(self._touch)
            made.append(one)
        self._rows = tuple(made)
        self._card.show_rows(self._rows)
        prompts = sum(line.kind == "prompt" for line in self._lines)
        said = self.tr("{prompts} to keep in mind, {questions} to ask")
        said = said.replace("{prompts}", str(prompts)).replace("{questions}", str(len(self._lines) - prompts))
        earlier = self.tr("An earlier version: it can be read, not changed")
        self._card.set_title(self.speech.code("node", self.node), earlier if is_fixed else said)
        for button in (self.add_prompt, self.add_question, self.save_button):
            button.updateGeometry()
            button.setVisible(not is_fixed)
        self.save_button.setEnabled(self.is_touched)

    def _typed(self) -> tuple[GuideLine, ...]:
        topics = {words: code for code, words in self.speech.choices("sub_area")}
        return tuple(one.line(topics) for one in self._rows)

    def _touch(self) -> None:
        self.is_touched = True
        self.save_button.setEnabled(True)

    def _change(self, lines: list[GuideLine]) -> None:
        self._lines, self.is_touched = tuple(lines), True
        self._show_rows()

    def _add(self, line: GuideLine) -> None:
        self._change([*self._typed(), replace(line)])
        self._rows[-1].zh.setFocus()
        QTimer.singleShot(0, self, lambda: self._bring(self._rows[-1]))

    def _bring(self, line: GuideLineRow) -> None:
        area = line.parentWidget()
        while area is not None and not isinstance(area, QScrollArea):
            area = area.parentWidget()
        if area is not None:
            area.ensureWidgetVisible(line, 0, PX.s96)

    def _move(self, place: int, by: int) -> None:
        lines = list(self._typed())
        if 0 <= place + by < len(lines):
            lines[place], lines[place + by] = lines[place + by], lines[place]
            self._change(lines)
            moved = self._rows[place + by]
            (moved.up if by < 0 else moved.down).setFocus()

    def _drop(self, place: int) -> None:
        lines = list(self._typed())
        del lines[place]
        self._change(lines)
        (self._rows[min(place, len(lines) - 1)].zh if lines else self.add_question).setFocus()

    def _save(self) -> None:
        self.save_wanted.emit(self.node, self._typed())
