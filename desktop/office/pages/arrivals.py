"""The check-ins of an event: figures by outcome as filters, the list, and who came without being on it."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal, SignalInstance
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from db.door_list import DoorLine
from desktop.office.pages.join_panel import JoinPanel
from desktop.office.pages.parts import Page, head, refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.services.guests.door_list import Door
from desktop.services.guests.dossiers import ClientList
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Line, Picker
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Tone

KINDS = ("all", "admitted", "provisional", "walk_in", "desk", "already", "undone")
_QUARTER_MS = 15 * 60_000
_TYPING_MS = 150
# From this width on there is room to say how each was checked in; the pane says it always.
_WIDE_PX, _HOW = 1_300, 4
_SIDE_PX = PX.host_left + PX.s96
_TONES: dict[str, tuple[Tone, str]] = {
    "welcomed": ("success", "check"),
    "already": ("warning", "clock"),
    "unknown": ("info", "circle-alert"),
    "revoked": ("info", "shield-alert"),
}


@dataclass(frozen=True, slots=True)
class DoorQuestion:
    """What the page wants to know: an event's decisions of a kind, perhaps of one quarter of an hour (UTC ms)."""

    event: str
    kind: str = "all"
    text: str = ""
    since: int | None = None

    @property
    def until(self) -> int | None:
        """The end of the quarter, before which the decisions were made."""
        return None if self.since is None else self.since + _QUARTER_MS


class ArrivalsPage(Page):
    """`wanted` asks for other decisions; `undo_wanted` and `restore_wanted` name a check-in, `confirm_wanted` a
    check-in and the client who it was."""

    wanted = Signal(object)
    undo_wanted = Signal(str)
    restore_wanted = Signal(str)
    let_in_wanted = Signal(str)
    confirm_wanted = Signal(str, str)
    join_wanted = Signal(str, str)
    find_wanted = Signal(str)
    client_wanted = Signal(str)
    history_wanted = Signal(str)
    events_wanted = Signal()
    numbers_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._door = Door({}, ())
        self._question = DoorQuestion("")
        self._events: tuple[EventRow, ...] = ()
        self._title = Label("", "page")
        self.events = Picker()
        self.events.currentIndexChanged.connect(lambda _place: self._ask(event=self.events.choice, since=None))
        self.numbers_button = Button("", "outline", icon="chart-column")
        self.numbers_button.setObjectName("numbers")
        self.numbers_button.clicked.connect(lambda: self.numbers_wanted.emit(self.events.choice))
        self.kinds = Options(tuple((kind, "") for kind in KINDS), has_digits=False)
        self.kinds.choose("all")
        self.kinds.chosen.connect(lambda kind: self._ask(kind=kind))
        self._search = Line(icon="search")
        self.searched_in = self._search
        self._quarter = Button("", "outline", "small", icon="x")
        self._quarter.clicked.connect(lambda: self._ask(since=None))
        self.table = Table(
            (
                *(Column("", 88, fits=True), Column("", 112, fits=True), Column("")),
                *(Column("", 144, fits=True), Column("", 104, fits=True), Column("", 96, fits=True)),
            )
        )
        self.widen(self.table, (_HOW,), _WIDE_PX)
        self.table.chosen.connect(lambda _key: self._show_choice())
        self._empty = EmptyState("scan-line")
        self._empty.acted.connect(self.events_wanted)
        self._side = Part()
        self._side.setProperty("fill", "surface")
        self._side.setFixedWidth(_SIDE_PX)
        self._choice = Part()
        self.join = JoinPanel()
        self.join.find_wanted.connect(self.find_wanted)
        self.join.chosen.connect(self._named)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(lambda: self._ask(text=self._search.text()))
        self._search.textChanged.connect(lambda _text: self._typing.start())
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card(is_flush=True)
        card.body.addWidget(self.table)
        card.body.addWidget(self._empty)
        inside = Part()
        inside.setProperty("fill", "surface")
        inside.setLayout(column(self._choice, self.join, None, gap=PX.s12, margins=(PX.card_x,) * 4))
        self._side.setLayout(row(Hairline(is_upright=True), scrolled(inside)))
        tools = row(self._search, self._quarter, gap=PX.s8)
        tools.setStretch(0, 1)
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        top = head(self._title, self.events, self.numbers_button)
        left = column(top, self.kinds, tools, card, gap=PX.s12, margins=margins)
        left.setStretch(3, 1)
        whole = row(left, self._side)
        whole.setStretch(0, 1)
        self.setLayout(whole)

    @property
    def question(self) -> DoorQuestion:
        """What is shown, or will be once it is read."""
        return self._question

    def show_events(self, events: tuple[EventRow, ...], chosen: str = "") -> None:
        """Offer the events; the first time the one with the latest arrivals, or `chosen`, is shown."""
        self._events = events
        self.events.set_values(tuple((one.event, one.title) for one in events))
        if chosen or not self._question.event:
            came = [one.event for one in events if one.arrived]
            self.events.choose(chosen or (came or [""])[0])
        if self.events.choice != self._question.event:
            self._ask(event=self.events.choice, since=None)
        self._empty_or_not()

    def show_quarter(self, event: str, since: int) -> None:
        """Show who came to an event in the quarter of an hour that begins at `since` (UTC ms)."""
        self.events.choose(event)
        self.kinds.choose("admitted")
        self._ask(event=event, kind="admitted", since=since)

    def _ask(self, **changes: object) -> None:
        # The names are the fields of the question; a wrong one is a TypeError at once.
        self._question = replace(self._question, **changes)  # type: ignore[arg-type]
        self.wanted.emit(self._question)

    def show_door(self, door: Door) -> None:
        """Show what was asked for."""
        self._door = door
        self.retranslate()

    def show_found(self, found: ClientList) -> None:
        """Show who it could have been."""
        line = self._line()
        self.join.show_found(tuple(one for one in found.rows if line is None or one.id != line.client))

    @override
    def begin(self) -> None:
        (self.table if self._door.lines else self).setFocus()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Check-ins"))
        self.numbers_button.setText(self.tr("Numbers of the day"))
        self.numbers_button.updateGeometry()
        self._search.setPlaceholderText(self.tr("Name, room, desk"))
        texts = (
            *(self.tr("All"), self.tr("In"), self.tr("To be confirmed"), self.tr("Walk-ins")),
            *(self.tr("To the desk"), self.tr("Again"), self.tr("Undone")),
        )
        self.kinds.set_texts(
            tuple(f"{text} {self._door.counts.get(kind, 0):,}" for kind, text in zip(KINDS, texts, strict=True))
        )
        since = self._question.since
        self._quarter.setVisible(since is not None)
        if since is not None:
            begins = self.speech.moment(since)
            self._quarter.setText(self.tr("15 minutes from {time}").replace("{time}", begins))
            self._quarter.updateGeometry()
        titles = (
            *(self.tr("Time"), self.tr("Outcome"), self.tr("Client"), self.tr("Room"), self.tr("How")),
            self.tr("Check-in desk"),
        )
        self.table.rows.set_titles(titles)
        self.table.show_rows(tuple(self._row(one) for one in self._door.lines))
        if self._door.lines:
            # With the focus alone a table stands on a row without marking it.
            self.table.choose(self.table.choice or self._door.lines[0].id)
        self._empty_or_not()
        self._show_choice()

    def _empty_or_not(self) -> None:
        is_empty = not self._door.lines
        for part in (self.events, self.numbers_button, self.kinds, self._search):
            part.setVisible(bool(self._events))
        self.table.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        if self._events:
            self._empty.say(self.tr("Nothing here"), self.tr("No check-in of this event fits."))
        else:
            self._empty.say(
                self.tr("No event yet"), self.tr("Who comes to an event stands here."), self.tr("New event")
            )

    def _row(self, one: DoorLine) -> Row:
        tone, icon = _TONES.get(one.outcome, ("neutral", ""))
        outcome = Cell(self.speech.code("outcome", one.outcome), tone=tone, icon=icon)
        if one.undone:
            outcome = Cell(self.tr("Taken back"), tone="neutral", icon="undo-2")
        elif one.outcome == "unknown" and one.client:
            outcome = Cell(self.tr("Confirmed"), tone="success", icon="check")
        return Row(
            one.id,
            (
                Cell(self.speech.time(one.at), order=one.at),
                outcome,
                Cell(f"{one.name or ''} {one.title or ''}".strip()),
                Cell(one.room or "", "ink2"),
                Cell(self.speech.code("check_in_means", one.means), "ink2"),
                Cell(one.desk or "", "ink2"),
            ),
        )

    def _line(self) -> DoorLine | None:
        return next((one for one in self._door.lines if one.id == self.table.choice), None)

    def _named(self, client: str) -> None:
        line = self._line()
        self.join.hide()
        if line is None:
            return
        if line.client:
            self.join_wanted.emit(line.client, client)
        else:
            self.confirm_wanted.emit(line.id, client)

    def _show_choice(self) -> None:
        line = self._line()
        self._side.setVisible(line is not None)
        self.join.hide()
        if line is not None:
            refill(self._choice, self._facts(line))

    def _facts(self, line: DoorLine) -> QLayout:
        name = f"{line.name or ''} {line.title or ''}".strip() or self.tr("Name not known yet")
        tone, icon = _TONES.get(line.outcome, ("neutral", ""))
        chip = Chip(self.speech.code("outcome", line.outcome), tone, icon)
        parts: list[QWidget | QLayout | int] = [Label(name, "title", wraps=True), row(chip, None)]
        facts = [
            (self.tr("Time"), f"{self.speech.day_of(line.at)} {self.speech.time(line.at)}"),
            (self.tr("Check-in desk"), line.desk or "—"),
            (self.tr("How"), self.speech.code("check_in_means", line.means)),
            (self.tr("Room"), line.room or "—"),
        ]
        if line.first_at:
            facts.append((self.tr("First came"), self.speech.time(line.first_at)))
        if line.reason:
            facts.append((self.tr("Let in because"), line.reason))
        for label_text, text in facts:
            label = Label(label_text, "small", "ink2")
            label.setFixedWidth(PX.s96)
            parts.append(self._fact_row(label, text))
        parts += [PX.s4, *self._deeds(line)]
        return column(*parts, gap=PX.s8)

    @staticmethod
    def _fact_row(label: Label, text: str) -> QLayout:
        made = row(column(label, None), Label(text, "small", wraps=True))
        made.setStretch(1, 1)
        return made

    def _deeds(self, line: DoorLine) -> list[QWidget | QLayout | int]:
        buttons: list[QWidget | QLayout | int] = []

        def button(name: str, text: str, icon: str, work: SignalInstance) -> None:
            made = Button(text, "outline", icon=icon)
            made.setObjectName(name)
            made.clicked.connect(lambda: work.emit(line.id))
            buttons.append(made)

        if line.provisional:
            hint = self.tr("Let in without being on this computer's list. Who was it?")
            buttons.append(Label(hint, "small", "ink2", wraps=True))
        if line.provisional or (line.means == "walk_in" and line.client and not line.undone):
            text = self.tr("Say who it was") if line.provisional else self.tr("Same person as one on the list")
            same = Button(text, "outline", icon="users")
            same.setObjectName("who")
            same.clicked.connect(self._begin_join)
            buttons.append(same)
        if line.undone:
            button("restore", self.tr("Let it count again"), "history", self.restore_wanted)
        elif line.admitted:
            button("undo_check_in", self.tr("Take this check-in back"), "undo-2", self.undo_wanted)
        elif line.outcome != "already":
            button("let_in", self.tr("Let in after all"), "check", self.let_in_wanted)
        if line.client:
            client = line.client
            opened = Button(self.tr("Open the client"), "quiet", icon="user")
            opened.clicked.connect(lambda: self.client_wanted.emit(client))
            buttons.append(opened)
        history = Button(self.tr("Whole history"), "quiet", "link", trailing="history")
        history.setObjectName("history")
        history.clicked.connect(lambda: self.history_wanted.emit(line.id))
        buttons.append(row(history, None))
        return buttons

    def _begin_join(self) -> None:
        line = self._line()
        self.join.show()
        self.join.begin(line.name or "" if line and line.client else "")
