"""Directing the hall: who waits and for how long, whom to send them to, and every calling screen by one key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLayout, QStackedWidget, QWidget
from typing_extensions import override

from desktop.office.pages.hall_pane import DIRECTION_KEYS, DIRECTIONS, HallPane
from desktop.office.pages.hall_seats import HallSeats
from desktop.office.pages.hall_words import HERE, KINDS, is_found, is_of_kind, lasted, row_of
from desktop.office.pages.key_line import KeyLine
from desktop.office.pages.parts import Page, refill
from desktop.office.speech import Speech
from desktop.office.state import EventRow, Person
from desktop.services.hall.doubles import DoubleTake
from desktop.services.hall.lines import Line
from desktop.services.hall.overview import Overview
from desktop.services.hall.screens import Wording
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Line as Edit
from desktop.widgets.fields import Picker
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Column
from desktop.widgets.tables import Table

_SIDE_PX = PX.host_right + PX.s64
# The letters of the list; what each does depends on where the turn stands.
_LETTERS = {"D": "send", "C": "call", "R": "again", "G": "greet", "L": "leave", "B": "return"}
_MAY = {"waiting": ("send", "call", "greet", "leave"), "called": ("send", "again", "greet", "leave"),
        "greeted": (), "left": ("return",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class HallView:
    """The hall of one event as it was read at `now_ms`."""

    event: str
    now_ms: int
    overview: Overview
    wording: Wording
    people: tuple[Person, ...]


class HallTable(Table):
    """A list in which the digits do something as well; a scanner's come so fast that they never arrive here."""

    digit_pressed = Signal(int)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isascii() and text.isdigit() and text != "0":
            self.digit_pressed.emit(int(text))
        else:
            super().keyPressEvent(event)


class HallPage(Page):
    """`deed_wanted` tells what to do with a turn, `directed` the wish (or "") and the person (or "") for a turn."""

    wanted = Signal()
    deed_wanted = Signal(str, str)
    directed = Signal(str, str, str)
    away_wanted = Signal(str)
    pause_wanted = Signal()
    board_wanted = Signal()
    tickets_wanted = Signal()
    double_settled = Signal(str, object)
    client_wanted = Signal(str)
    events_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._view: HallView | None = None
        self._kind = KINDS[0]
        self._events: tuple[EventRow, ...] = ()
        self._title = Label("", "page")
        self.events = Picker()
        self.events.currentIndexChanged.connect(lambda _place: self.wanted.emit())
        self.seats_button = self._button("hall_seats", "armchair", self._turn_seats)
        self.seats_button.setCheckable(True)
        self.board_button = self._button("hall_board", "monitor", self.board_wanted.emit)
        self.pause_button = self._button("hall_pause", "hourglass", self.pause_wanted.emit)
        self.pause_button.set_key("F9")
        self._paused = Banner("warning", "hourglass")
        self._paused.acted.connect(self.pause_wanted)
        self._without = Banner("info", "info")
        self._without.acted.connect(self.tickets_wanted)
        self._double = Part()
        self.kinds = Options(tuple((kind, "") for kind in KINDS), has_digits=False)
        self.kinds.choose(self._kind)
        self.kinds.chosen.connect(self._show_kind)
        self._figures = ElidedLabel("", "small", "ink2")
        self._search = Edit(icon="search")
        self.searched_in = self._search
        self._search.setObjectName("hall_search")
        self._search.textChanged.connect(lambda _text: self._show_lines())
        self._search.returnPressed.connect(self.begin)
        self.table = HallTable(
            (
                *(Column("", 72, fits=True), Column("", 128, fits=True, most_px=224), Column("", 40, fits=True)),
                *(Column(""), Column("", 80, is_number=True, fits=True), Column("", 112, fits=True)),
            ),
            PX.row_two_lines,
        )
        self.table.chosen.connect(lambda _key: self._show_choice())
        self.table.letter_pressed.connect(self._letter)
        self._empty = EmptyState("armchair")
        self._empty.acted.connect(self.events_wanted)
        self._keys = KeyLine(("J", "K"), ("1", "…", "9"), ("C",), ("G",), ("F9",))
        self.pane, self.seats, self._side = HallPane(speech), HallSeats(speech), QStackedWidget()
        self._side.setFixedWidth(_SIDE_PX)
        self._side.addWidget(self.pane)
        self._side.addWidget(self.seats)
        self.pane.deed_wanted.connect(self._deed)
        self.pane.wish_wanted.connect(lambda wish: self._direct(wish, ""))
        self.pane.host_wanted.connect(lambda staff: self._direct("", staff))
        self.pane.away_wanted.connect(self.away_wanted)
        self.pane.client_wanted.connect(self.client_wanted)
        self.table.digit_pressed.connect(self._press)
        QShortcut(QKeySequence("F9"), self).activated.connect(self.pause_wanted)
        self._lay_out()
        self.retranslate()

    def _button(self, name: str, icon: str, work: Callable[[], None]) -> Button:
        button = Button("", "outline", icon=icon)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked=False: work())
        return button

    def _lay_out(self) -> None:
        card = Card(is_flush=True)
        card.body.addWidget(self.table)
        card.body.addWidget(self._empty)
        tools = row(self.kinds, self._search, gap=PX.s12)
        tools.setStretch(1, 1)
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s12)
        top = Part()
        top.setFixedHeight(PX.s48)
        whole_page = (self.events, self.seats_button, self.board_button, self.pause_button)
        top_row = row(self._title, PX.s8, self._figures, *whole_page, gap=PX.s8)
        top_row.setStretchFactor(self._figures, 1)
        top.setLayout(top_row)
        left = column(self._paused, self._double, self._without, tools, card, gap=PX.s12)
        left.setStretch(4, 1)
        body = column(left, margins=(PX.page_margin, 0, PX.page_margin, PX.s8))
        listed = column(body, self._keys)
        listed.setStretch(0, 1)
        below = row(listed, self._side)
        below.setStretch(0, 1)
        whole = column(column(top, margins=margins), below)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    # What is shown

    @property
    def shown_event(self) -> str:
        """The event whose hall is directed; "" for none."""
        return self.events.choice

    @property
    def is_paused(self) -> bool:
        """Whether the calling screens ask for patience."""
        return self._view is not None and self._view.overview.paused_at is not None

    def line_of(self, turn: str) -> Line | None:
        """The family that holds this turn."""
        lines = self._view.overview.lines if self._view else ()
        return next((one for one in lines if one.turn == turn), None)

    def show_events(self, events: tuple[EventRow, ...], chosen: str, now_ms: int) -> None:
        """Offer the events; at first `chosen`, else the one that goes on now or lies nearest in time."""
        is_first = not self._events
        self._events = events
        self.events.set_values(tuple((one.event, one.title) for one in events))
        if events and (chosen or is_first):
            nearest = min(events, key=lambda one: max(one.starts_at - now_ms, now_ms - one.ends_at, 0))
            self.events.choose(chosen or nearest.event)
        self._empty_or_not()

    def show_hall(self, view: HallView) -> None:
        """Show the hall as it stands now."""
        if view.event == self.shown_event:
            self._view = view
            self.retranslate()

    @override
    def begin(self) -> None:
        (self.table if self.table.rows.rowCount() else self).setFocus()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Hall"))
        self._search.setPlaceholderText(self.tr("Ticket, name, room"))
        for button, text in (
            (self.seats_button, self.tr("Seats")), (self.board_button, self.tr("Calling board")),
            (self.pause_button, self.tr("Go on") if self.is_paused else self.tr("Pause all screens")),
        ):  # fmt: skip
            button.setText(text)
            button.updateGeometry()
        titles = (
            *(self.tr("Ticket"), self.tr("Client"), " ", self.tr("Sent to")), self.tr("Waits"), self.tr("Turn"),
        )  # fmt: skip
        self.table.rows.set_titles(titles)
        self._keys.set_texts(
            self.tr("down, up"), self.tr("send there"), self.tr("call"), self.tr("greeted"), self.tr("pause"),
        )  # fmt: skip
        lines = self._view.overview.lines if self._view else ()
        counts = [sum(is_of_kind(one, kind) for one in lines) for kind in KINDS]
        texts = (self.tr("Waiting"), self.tr("Too long"), self.tr("Greeted"), self.tr("Has left"))
        self.kinds.set_texts(tuple(f"{text} {count}" for text, count in zip(texts, counts, strict=True)))
        self._show_banners()
        self._show_lines()

    def _show_banners(self) -> None:
        found = self._view.overview if self._view else None
        at = self.speech.time(found.paused_at)[:5] if found and found.paused_at is not None else ""
        self._paused.say(
            self.tr("Since {time} every screen in the hall asks for a moment's patience").replace("{time}", at),
            self.tr("Go on"),
        )
        self._paused.setVisible(bool(at))
        without = len(found.without) if found else 0
        self._without.say(
            self.tr("{count} came in and hold no number").replace("{count}", str(without)), self.tr("Give them one")
        )
        self._without.setVisible(without > 0)
        doubles = found.doubles if found else ()
        self._double.setVisible(bool(doubles))
        if doubles:
            refill(self._double, self._double_line(doubles[0], len(doubles)))
        waits = found.waits if found else None
        self._figures.setText(
            self.tr("greeted within {time} (median), {share} % in time")
            .replace("{time}", lasted(waits.median_ms))
            .replace("{share}", str(100 * waits.in_time // waits.greeted))
            if waits and waits.greeted
            else ""
        )

    def _double_line(self, double: DoubleTake, count: int) -> QLayout:
        """Several took the same family without hearing of each other: one press says whose it is."""
        who = " ".join(filter(None, (*double.numbers[:1], double.name)))
        said = self.tr("{who} was taken by several. Who goes on?").replace("{who}", who)
        if count > 1:
            said = f"{said} (1 / {count})"
        inside = Part()
        inside.setProperty("part", "banner")
        inside.setProperty("tone", "warning")
        buttons: list[QWidget] = []
        for place, take in enumerate(double.takes):
            label = " ".join(filter(None, (self.speech.time(take.at)[:5], take.host, take.place)))
            button = Button(label, "outline", "small")
            button.setObjectName(f"take_{place + 1}")
            button.clicked.connect(lambda _on=False, take=take: self.double_settled.emit(take.row, take.at))
            buttons.append(button)
        text = Label(said, "small", "warning_ink", wraps=True)
        line = row(IconLabel("git-compare-arrows", PX.icon, "warning_ink"), PX.s8, text, *buttons, gap=PX.s8,
                   margins=(PX.s12, PX.s8, PX.s12, PX.s8))  # fmt: skip
        line.setStretchFactor(text, 1)
        inside.setLayout(line)
        return column(inside)

    def _show_lines(self) -> None:
        every, text = self._view.overview.lines if self._view else (), self._search.text().strip()
        # Whoever is looked for is found wherever their turn stands.
        lines = tuple(one for one in every if (is_found(one, text) if text else is_of_kind(one, self._kind)))
        self.table.show_rows(tuple(row_of(one, self.speech) for one in lines))
        if lines:
            self.table.choose(self.table.choice or lines[0].turn)
        self._empty_or_not()
        self._show_choice()

    def _empty_or_not(self) -> None:
        is_empty = not self.table.rows.rowCount()
        has_event = bool(self._events)
        for part in (self.events, self.kinds, self._search, self.seats_button, self.board_button, self.pause_button):
            part.setVisible(has_event)
        self._side.setVisible(has_event)
        self.table.setVisible(not is_empty)
        self._keys.setVisible(has_event)
        self._empty.setVisible(is_empty)
        if has_event:
            nobody = self.tr("Nobody waits") if self._kind in ("here", "late") else self.tr("Nobody here")
            self._empty.say(
                self.tr("Nobody found") if self._search.text().strip() else nobody,
                self.tr("Whoever checks in stands here with a number."),
            )
        else:
            self._empty.say(
                self.tr("No event yet"), self.tr("The hall is directed while an event goes on."), self.tr("New event")
            )

    def _show_choice(self) -> None:
        view = self._view
        if view is None:
            return
        self.pane.show_hall(self.line_of(self.table.choice), view.overview.hosts, view.now_ms)
        self.seats.show_seats(view.people, view.overview.hosts, view.wording)

    def _show_kind(self, kind: str) -> None:
        self._kind = kind
        self._show_lines()

    def _turn_seats(self) -> None:
        self._side.setCurrentWidget(self.seats if self.seats_button.isChecked() else self.pane)

    # What is wished

    def _letter(self, letter: str) -> None:
        if letter in DIRECTION_KEYS:
            self._direct(DIRECTIONS[DIRECTION_KEYS.index(letter)], "")
        elif letter in _LETTERS:
            self._deed(_LETTERS[letter])

    def _press(self, digit: int) -> None:
        if digit <= len(self.pane.hosts):
            self._direct("", self.pane.hosts[digit - 1].staff)

    def _deed(self, deed: str) -> None:
        line = self.line_of(self.table.choice)
        if line is not None and deed in _MAY[line.state]:
            self.deed_wanted.emit(deed, line.turn)

    def _direct(self, wish: str, staff: str) -> None:
        line = self.line_of(self.table.choice)
        if line is not None and line.state in (*HERE, "greeted"):
            self.directed.emit(line.turn, wish, staff)
