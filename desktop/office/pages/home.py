"""The first page: how things stand, what to do first, and for a young project the three steps to its first event."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.parts import ClockWords, Figure, Page, divided, head
from desktop.office.speech import Speech
from desktop.office.state import Home, View, chosen_lines
from desktop.rules.times import local
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Ink, Tone

_SHOWN_CONCERNS = 8
_SHOWN_EVENTS = 8
_NOON, _EVENING = 12, 18


class HomePage(Page):
    """`list_wanted` names a view of the work list, `page_wanted` another page."""

    list_wanted = Signal(str)
    page_wanted = Signal(str)
    concern_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._home = Home("", "")
        self._now = 0
        self._title = Label("", "page")
        self._figures = {name: Figure() for name in ("overdue", "returned", "callback", "promises", "conflicts")}
        self._card = Card()
        self._card.body.addLayout(divided(*self._figures.values()))
        self._first, self._events = Card(is_flush=True, title=" "), Card(is_flush=True, title=" ")
        self._concerns = Table((Column("", 136), Column(""), Column("", 112)))
        self._event_rows = Table((Column(""), Column("", 128, is_number=True)))
        self._first.body.addWidget(self._concerns)
        self._events.body.addWidget(self._event_rows)
        self._clock_words = ClockWords()
        self._clock_words.setParent(self)
        self._clock_words.hide()
        self.steps = FirstSteps()
        tables = row(self._first, self._events, gap=PX.between_cards)
        tables.setStretch(0, 5)
        tables.setStretch(1, 3)
        self._tables = Part()
        self._tables.setLayout(tables)
        whole = column(
            *(head(self._title), self._card, self.steps, self._tables),
            gap=PX.between_cards,
            margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s24),
        )
        whole.setStretchFactor(self._tables, 1)
        whole.addStretch(0)
        self.setLayout(whole)
        self._connect()
        self.retranslate()

    def _connect(self) -> None:
        for name in ("overdue", "returned", "callback"):
            self._figures[name].opened.connect(lambda name=name: self.list_wanted.emit(name))
        self._figures["promises"].opened.connect(lambda: self.list_wanted.emit("promised"))
        self._figures["conflicts"].opened.connect(lambda: self.page_wanted.emit("conflicts"))
        self._concerns.opened.connect(self.concern_wanted)
        self._concerns.clicked.connect(lambda _index: self.concern_wanted.emit(self._concerns.choice))
        self._event_rows.clicked.connect(lambda _index: self.page_wanted.emit("events"))
        self.steps.wanted.connect(self.page_wanted)

    def show_home(self, home: Home, now_ms: int) -> None:
        """Show how things stand at `now_ms`."""
        self._home, self._now = home, now_ms
        self.retranslate()

    @override
    def retranslate(self) -> None:
        home = self._home
        self._title.setText(self._greeting())
        self._show_figures(home)
        self.steps.setVisible(home.is_young)
        self._card.setHidden(home.is_young)
        self._tables.setHidden(home.is_young)
        self.steps.show_done(home.steps_done)
        self._first.set_title(self.tr("To do today"), self.tr("Click to open"))
        self._events.set_title(self.tr("Events"))
        self._concerns.rows.set_titles((self.tr("Due"), self.tr("In the client's words"), self.tr("Client")))
        self._event_rows.rows.set_titles((self.tr("Event"), self.tr("Came / invited")))
        first = chosen_lines(home.lines, "key")[:_SHOWN_CONCERNS]
        self._concerns.show_rows(
            tuple(
                Row(
                    line.concern,
                    (self._clock_words.cell(line, self.speech), Cell(line.words), Cell(line.client, "ink2")),
                )
                for line in first
            )
        )
        self._event_rows.show_rows(
            tuple(
                Row(one.event, (Cell(one.title), Cell(f"{one.arrived} / {one.invited}")))
                for one in home.events[:_SHOWN_EVENTS]
            )
        )

    def _greeting(self) -> str:
        hour = local(self._now, self.speech.zone).hour
        if hour < _NOON:
            words, plain = self.tr("Good morning, {name}"), self.tr("Good morning")
        elif hour < _EVENING:
            words, plain = self.tr("Good afternoon, {name}"), self.tr("Good afternoon")
        else:
            words, plain = self.tr("Good evening, {name}"), self.tr("Good evening")
        return words.replace("{name}", self._home.name) if self._home.name else plain

    def _show_figures(self, home: Home) -> None:
        def counted(view: View) -> int:
            return home.count(view)

        late = self.tr("{count} late").replace("{count}", str(home.late_promises)) if home.late_promises else ""
        shown: dict[str, tuple[str, int, str, Ink]] = {
            "overdue": (self.tr("Overdue"), counted("overdue"), self.tr("past their day"), "danger"),
            "returned": (self.tr("Returned"), counted("returned"), self.tr("to dispatch anew"), "warning"),
            "callback": (self.tr("Callbacks due"), counted("callback"), self.tr("ask the client"), "ink1"),
            "promises": (self.tr("Promises open"), home.open_promises, late or self.tr("none late"), "ink1"),
            "conflicts": (self.tr("To settle"), home.disagreements, self.tr("between devices"), "warning"),
        }
        for name, (title, number, hint, ink) in shown.items():
            self._figures[name].show_number(title, number, hint, ink)

    def number(self, name: str) -> str:
        """The figure called `name` as it is shown."""
        return self._figures[name].number


class FirstSteps(Card):
    """Build an event, import the list, hand out the invitations; what is done has a tick."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(" ")
        self._pages = ("events", "clients", "invitations")
        self._done = (False, False, False)
        self._marks = tuple(Chip(str(number)) for number in (1, 2, 3))
        self._texts = tuple(Label("", "body_strong") for _ in self._pages)
        self._hints = tuple(Label("", "small", "ink2") for _ in self._pages)
        self._lines = tuple(
            tuple(Button("", kind, trailing="arrow-right") for kind in ("outline", "filled")) for _ in self._pages
        )
        for number, page in enumerate(self._pages):
            for button in self._lines[number]:
                button.clicked.connect(lambda _checked=False, page=page: self.wanted.emit(page))
            self.body.addWidget(Hairline())
            words = column(self._texts[number], self._hints[number])
            self.body.addLayout(
                row(self._marks[number], PX.s12, words, None, *self._lines[number], margins=(0, PX.s8, 0, PX.s8))
            )
        self.retranslate()

    def show_done(self, done: tuple[bool, bool, bool]) -> None:
        """Tick what is done; the first open step has the filled button."""
        self._done = done
        following = next((number for number, is_done in enumerate(done) if not is_done), -1)
        for number, is_done in enumerate(done):
            mark: tuple[Tone, str] = ("success", "check") if is_done else ("neutral", "")
            self._marks[number].show_state(str(number + 1), *mark)
            outline, filled = self._lines[number]
            outline.setVisible(number != following)
            filled.setVisible(number == following)

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Three steps to the first event"))
        texts = (
            (self.tr("Build an event"), self.tr("What is held, where and when"), self.tr("New event")),
            (
                self.tr("Import the client list"),
                self.tr("XLSX or CSV; you see it before it comes in"),
                self.tr("Import"),
            ),
            (
                self.tr("Hand out the invitations"),
                self.tr("A sheet to print, pictures to send"),
                self.tr("Invitations"),
            ),
        )
        for number, (text, hint, action) in enumerate(texts):
            self._texts[number].setText(text)
            self._hints[number].setText(hint)
            for button in self._lines[number]:
                button.setText(action)
                button.updateGeometry()
