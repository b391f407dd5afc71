"""What clients need, node by node and area by area, and which departments have taken note of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.inner import InnerPage
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.office.state import Person
from desktop.rules.charts import Bar
from desktop.rules.nodes import duties_of
from desktop.services.needs.needs import Ack, Coverage, Need, NodeNeeds
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.charts import ChartView
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import Hairline, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# Against a page that builds a thousand cards; more are shown when asked for.
SHOWN, MORE = 40, 40
_BAR_PX = PX.s32
# From so few on a share says little, and is shown so.
SMALL = 10


@dataclass(frozen=True, slots=True)
class Noted:
    """What a department was told of: its code, the id of who said so and by what means, and a word of theirs."""

    department: str
    staff: str
    means: str
    words: str


class NeedsPage(InnerPage):
    """`ack_wanted` tells the ids of needs and who took note of them, `unack_wanted` a need and a department;
    `export_wanted` and `gate_wanted` the node shown, `guide_wanted` the node whose guide is to be opened."""

    node_wanted = Signal()
    ack_wanted = Signal(tuple, object)
    unack_wanted = Signal(str, str)
    export_wanted = Signal(str)
    gate_wanted = Signal(str)
    guide_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._nodes: tuple[NodeNeeds, ...] = ()
        self._people: tuple[Person, ...] = ()
        self._shown = SHOWN
        self.nodes = Picker()
        self.nodes.setMinimumWidth(PX.navigation)
        self.nodes.currentIndexChanged.connect(lambda _place: self._chose())
        self.export_button = Button("", "outline", icon="file-down")
        self.export_button.clicked.connect(lambda: self.export_wanted.emit(self.node))
        self._list, self._empty = Part(), EmptyState("lightbulb")
        self._empty.acted.connect(lambda: self.guide_wanted.emit(self.node))
        self._note = Card(" ")
        self.department, self.person, self.means, self.words = Picker(), Picker(), Picker(), Line()
        self._fields = tuple(Field("", control) for control in (self.department, self.person, self.means, self.words))
        self.all_button = Button("", "filled")
        self.all_button.setObjectName("ack_all")
        self.all_button.clicked.connect(self._note_all)
        self._hint = Label("", "caption", "ink3", wraps=True)
        self.department.currentIndexChanged.connect(lambda _place: self._show())
        self.person.currentIndexChanged.connect(lambda _place: self._show_means())
        self._cover = Card(" ")
        self._share, self._share_said = Label("", "figure"), Label("", "small", "ink2", wraps=True)
        self.topics = ChartView()
        self.guide_button = Button("", "outline", "small", icon="pencil")
        self.guide_button.clicked.connect(lambda: self.guide_wanted.emit(self.node))
        self._gate = Card(" ")
        self._gate_said = Label("", "small", "ink2", wraps=True)
        self.gate_button = Button("", "outline", "small", icon="file-text")
        self.gate_button.clicked.connect(lambda: self.gate_wanted.emit(self.node))
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        for field in self._fields:
            self._note.body.addWidget(field)
        self._note.body.addWidget(self._hint)
        self._note.body.addLayout(row(self.all_button, None))
        for part in (self._share, self._share_said, self.topics):
            self._cover.body.addWidget(part)
        self._cover.body.addLayout(row(self.guide_button, None))
        self._gate.body.addWidget(self._gate_said)
        self._gate.body.addLayout(row(self.gate_button, None))
        left = column(self._list, self._empty, None, gap=PX.between_cards)
        right = column(self._note, self._cover, self._gate, None, gap=PX.between_cards)
        self._lay_beside(self._head(self.nodes, PX.s12, self.export_button), left, right)

    @property
    def node(self) -> str:
        """The node shown."""
        return self.nodes.choice

    @property
    def found(self) -> NodeNeeds | None:
        """What is shown."""
        return next((one for one in self._nodes if one.node == self.node), None)

    @override
    def begin(self) -> None:
        self.nodes.setFocus()

    def show_node(self, node: str) -> None:
        """Go to another node."""
        self.nodes.choose(node)

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Who may have said that they took note."""
        self._people = people
        self._fill_people()

    def show_needs(self, nodes: tuple[NodeNeeds, ...]) -> None:
        """Show the needs as they are now."""
        is_first, self._nodes = not self._nodes, nodes
        self._fill_nodes()
        if is_first:
            self._propose()
        self._show()

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back"))
        self._back.updateGeometry()
        self._title.setText(self.tr("Needs"))
        self.export_button.setText(self.tr("Export"))
        self.export_button.updateGeometry()
        self._note.set_title(self.tr("A department took note"))
        texts = (self.tr("Department"), self.tr("Who said so"), self.tr("How the word came"), self.tr("In their words"))
        for field, text in zip(self._fields, texts, strict=True):
            field.set_label(text)
        self._hint.setText(self.tr("Entered by you for them; you and the means are kept with it."))
        self._cover.set_title(self.tr("Not asked for by the guide"))
        self.guide_button.setText(self.tr("Write the guide anew"))
        self._gate.set_title(self.tr("Before a decision"))
        self._gate_said.setText(self.tr("Needs, open concerns and common matters of this node on paper."))
        self.gate_button.setText(self.tr("As a PDF"))
        for button in (self.guide_button, self.gate_button):
            button.updateGeometry()
        self._empty.say(
            self.tr("No needs here yet"),
            self.tr("At a talk of this node, give a concern the type need: it is listed here in the client's words."),
            self.tr("Look at the guide"),
        )
        self.department.set_values(self.speech.choices("department"))
        self.means.set_values(self.speech.choices("means"))
        self._fill_people()
        self._fill_nodes()
        self._show()

    def _fill_people(self) -> None:
        self.person.set_values((("", self.tr("I myself")), *((one.id, one.name) for one in self._people)))

        self._show_means()

    def _show_means(self) -> None:
        """How the word came is asked where somebody else's word is entered."""
        is_for_another = bool(self.person.choice)
        self._fields[2].setVisible(is_for_another)
        self._hint.setVisible(is_for_another)

    def _fill_nodes(self) -> None:
        self.nodes.set_values(
            tuple((one.node, f"{self.speech.code('node', one.node)}  {len(one.needs)}") for one in self._nodes)
        )

    def _chose(self) -> None:
        self._shown = SHOWN
        self._propose()
        self._show()
        self.node_wanted.emit()

    def _show(self) -> None:
        found = self.found
        needs = found.needs if found else ()
        open_ones = self._open(needs)
        self._list.setVisible(bool(needs))
        self._empty.setVisible(not needs)
        self._note.setVisible(bool(needs))
        self.export_button.setEnabled(bool(needs))
        self._about.setText(
            self.tr("{count} needs, of {open} a leading department has not taken note")
            .replace("{count}", str(len(needs)))
            .replace("{open}", str(sum(bool(one.missing) for one in needs)))
            if needs
            else ""
        )
        self.all_button.setText(self.tr("Took note of all {count}").replace("{count}", str(len(open_ones))))
        self.all_button.updateGeometry()
        self.all_button.setEnabled(bool(open_ones))
        refill(self._list, self._groups(needs))
        self._show_coverage(found.coverage if found else None)

    def _propose(self) -> None:
        """The department that leads the node is asked first."""
        if self.node:
            with QSignalBlocker(self.department):
                self.department.choose(duties_of(self.node).lead[0])

    def _open(self, needs: Sequence[Need]) -> tuple[str, ...]:
        """The needs that the department chosen has not taken note of."""
        chosen = self.department.choice
        return tuple(one.concern for one in needs if all(ack.department != chosen for ack in one.acks))

    def _show_coverage(self, found: Coverage | None) -> None:
        count = found.count if found else 0
        self._cover.setVisible(found is not None)
        if found is None:
            return
        percent = round(100 * found.uncovered / count) if count else 0
        self._share.setText(f"{percent}%" if count else "—")
        self._share.set_ink("ink1" if count >= SMALL else "ink3")
        said = (
            self.tr("{missed} of {count} with a topic were said without being asked for.")
            if count
            else self.tr("Nothing with a second-level area has been said here.")
        )
        said = said.replace("{missed}", str(found.uncovered)).replace("{count}", str(count))
        if found.untold:
            said += " " + self.tr("{count} have no topic and do not count.").replace("{count}", str(found.untold))
        self._share_said.setText(said)
        bars = tuple(Bar(code, self.speech.code("sub_area", code), number) for code, number in found.topics)
        self.topics.setVisible(bool(bars))
        self.topics.setFixedHeight(max(len(bars), 1) * _BAR_PX)
        self.topics.show_rows(bars, self.tr("Topics that no question asks for"))

    # The list

    def _groups(self, needs: Sequence[Need]) -> QLayout:
        parts: list[QWidget | QLayout | int | None] = []
        for area, group in groupby(needs[: self._shown], lambda one: one.area):
            lines = tuple(group)
            name = self.speech.code("area", area) or self.tr("Without an area")
            card = Card(" ")
            card.set_title(name, str(sum(one.area == area for one in needs)))
            for place, one in enumerate(lines):
                if place:
                    card.body.addWidget(Hairline())
                card.body.addLayout(self._need(one))
            parts.append(card)
        left = len(needs) - self._shown
        if left > 0:
            more = Button(self.tr("Show {count} more").replace("{count}", f"{left:,}"), "outline")
            more.clicked.connect(self._show_more)
            parts.append(row(more, None))
        return column(*parts, gap=PX.between_cards)

    def _need(self, need: Need) -> QLayout:
        facts = " · ".join(
            filter(
                None,
                (
                    need.number, need.client, need.room, self.speech.code("sub_area", need.sub_area),
                    self.tr("{name} received").replace("{name}", need.heard_by), self.speech.day_of(need.at),
                    need.event,
                ),
            )
        )  # fmt: skip
        noted: list[QWidget | int | None] = [self._ack(need, ack) for ack in need.acks]
        missing = self.speech.listed(self.speech.code("department", one) for one in need.missing)
        if missing:
            noted.append(Chip(self.tr("Waits for {names}").replace("{names}", missing), "warning", "hourglass"))
        elif need.acks:
            noted.append(Chip(self.tr("All that lead took note"), "success", "check"))
        chosen = self.department.choice
        if chosen and all(ack.department != chosen for ack in need.acks):
            text = self.tr("{name} took note").replace("{name}", self.speech.code("department", chosen))
            button = Button(text, "outline", "small", icon="check")
            button.setObjectName(f"ack_{need.concern}")
            button.clicked.connect(lambda: self.ack_wanted.emit((need.concern,), self._noted()))
            noted += [None, button]
        else:
            noted.append(None)
        return column(Words(need.words), Label(facts, "caption", "ink3", wraps=True), row(*noted, gap=PX.s8), gap=PX.s8)

    def _ack(self, need: Need, ack: Ack) -> QWidget:
        name = self.speech.code("department", ack.department)
        whose = self.speech.people(ack.by, ack.entered_by) if ack.by else ""
        button = Button(name, "quiet", "small", trailing="x", ink="ink2")
        button.setObjectName(f"unack_{need.concern}_{ack.department}")
        said = filter(None, (self.speech.moment(ack.at), whose, self.speech.code("means", ack.means), ack.words))
        button.setToolTip(" · ".join((*said, self.tr("Take back"))))
        button.setAccessibleDescription(button.toolTip())
        button.clicked.connect(lambda: self.unack_wanted.emit(need.concern, ack.department))
        return button

    def _show_more(self) -> None:
        self._shown += MORE
        self._show()

    def _note_all(self) -> None:
        found = self.found
        open_ones = self._open(found.needs) if found else ()
        if open_ones:
            self.ack_wanted.emit(open_ones, self._noted())

    def _noted(self) -> Noted:
        means = self.means.choice if self.person.choice else ""
        return Noted(self.department.choice, self.person.choice, means, self.words.text().strip())
