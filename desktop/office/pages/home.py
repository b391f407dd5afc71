"""The first page: how things stand, who comes, what to do first; for a young project the steps to its first event."""

from datetime import date

from PySide6.QtCore import QEvent, QTimer, Signal
from typing_extensions import override

from desktop.office.overview import Arrivals, MatterLine, Period, PeriodName, TodayLine
from desktop.office.pages.figures import FiguresCard
from desktop.office.pages.first_steps import FirstSteps
from desktop.office.pages.parts import Page, head
from desktop.office.speech import Speech
from desktop.office.state import Home
from desktop.rules.charts import Bar
from desktop.rules.times import local
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.charts import ChartView
from desktop.widgets.fields import Picker
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Ink, Tone

_PERIODS: tuple[PeriodName, ...] = ("week", "last_week", "month", "all")
_NOON, _AFTERNOON, _EVENING = 11, 13, 18
_ROW_PX = PX.s48
_PERIOD_PX = PX.navigation
_CHART_PX = 4 * PX.row + PX.s24
_KINDS: dict[str, tuple[Tone, str]] = {
    "late": ("danger", "clock-alert"),
    "returned": ("warning", "undo-2"),
    "callback": ("info", "phone"),
    "promise": ("accent", "handshake"),
    "today": ("warning", "clock"),
    "soon": ("neutral", "clock"),
}


class HomePage(Page):
    """`list_wanted` names a view of the work list, `area_wanted` an area of it, `page_wanted` another page,
    `arrivals_wanted` an event and the moment (UTC ms) at which a quarter of an hour begins, `summary_wanted` the event
    whose arrivals are shown, "" before there are any; `numbers_wanted` likewise;
    `matter_wanted` a common matter."""

    list_wanted = Signal(str)
    area_wanted = Signal(str)
    page_wanted = Signal(str)
    concern_wanted = Signal(str)
    arrivals_wanted = Signal(str, object)
    summary_wanted = Signal(str)
    numbers_wanted = Signal(str)
    matter_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._home = Home("", "")
        self._now = 0
        self._rooms: tuple[int, ...] = (0, 0, 0)
        self._title = Label("", "page")
        self.period = Picker(tuple((name, "") for name in _PERIODS))
        self.period.setMinimumWidth(_PERIOD_PX)
        self.numbers_button = Button("", "outline", icon="chart-column")
        self.summary_button = Button("", "outline", icon="file-down")
        self._card = FiguresCard()
        self._arrivals_card, self._areas_card = Card(" "), Card(" ")
        self.arrivals, self.areas = ChartView(), ChartView()
        self._no_arrivals, self._no_areas = (Label("", "body", "ink3", wraps=True) for _ in range(2))
        self._unfitting = ElidedLabel("", "small", "warning")
        self._today_title, self._events_title = Label("", "section"), Label("", "section")
        self._events_aside = Label("", "caption", "ink3")
        self.all_button = Button("", "quiet", "small", trailing="arrow-right")
        fitting = Column("", is_number=True, fits=True)
        self._today = Table((Column("", fits=True), Column(""), fitting, fitting), _ROW_PX)
        self._events = Table((Column(""), fitting), _ROW_PX)
        self._matters = Table((Column("", PX.s32), Column(""), Column("", fits=True)), _ROW_PX)
        self._matters_title, self._matters_aside = Label("", "section"), Label("", "caption", "ink3")
        self._nothing, self._no_event = (Label("", "body", "ink3", wraps=True) for _ in range(2))
        self.steps = FirstSteps()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for card, chart, empty in (
            (self._arrivals_card, self.arrivals, self._no_arrivals),
            (self._areas_card, self.areas, self._no_areas),
        ):
            chart.setMinimumHeight(_CHART_PX)
            card.body.addWidget(chart, 1)
            card.body.addWidget(empty)
            card.body.addStretch(0)
        self._areas_card.body.addWidget(self._unfitting)
        for table in (self._today, self._events, self._matters):
            table.horizontalHeader().hide()
            table.has_inset_lines = True
        charts = row(self._arrivals_card, self._areas_card, gap=PX.between_cards)
        self._events_card = self._list_card(
            (self._events_title, None, self._events_aside), self._events, self._no_event
        )
        # Takes the events' place as soon as something is common.
        self._matters_card = self._list_card((self._matters_title, None, self._matters_aside), self._matters, Label(""))
        beside = Part()
        beside.setLayout(column(self._events_card, self._matters_card))
        today = self._list_card((self._today_title, None, self.all_button), self._today, self._nothing)
        lists = row(today, beside, gap=PX.between_cards)
        for both in (charts, lists):
            both.setStretch(0, 560)
            both.setStretch(1, 456)
        self._below = Part()
        below = column(charts, lists, gap=PX.between_cards)
        below.setStretch(0, 1)
        below.setStretch(1, 1)
        self._below.setLayout(below)
        top = head(self._title, self.period, self.numbers_button, self.summary_button)
        whole = column(
            *(top, self._card, self.steps, self._below),
            gap=PX.between_cards,
            margins=(PX.page_margin, PX.s16 - PX.s2, PX.page_margin, PX.s24),
        )
        whole.setStretchFactor(self._below, 1)
        whole.addStretch(0)
        self.setLayout(whole)

    def _list_card(self, top: tuple[Label | Button | None, ...], table: Table, empty: Label) -> Card:
        card = Card(is_flush=True)
        indent = PX.card_x - PX.s4
        line = Part()
        line.setFixedHeight(PX.s48)
        # A quiet button brings room of its own at its right.
        right = PX.s4 if isinstance(top[-1], Button) else indent
        line.setLayout(row(*top, margins=(indent, PX.s8, right, PX.s4)))
        rule = row(Hairline(), margins=(indent, 0, indent, 0))
        card.body.setSpacing(0)
        card.body.addWidget(line)
        card.body.addLayout(rule)
        card.body.addLayout(row(table, margins=(indent - PX.s12, 0, indent - PX.s12, 0)), 1)
        card.body.addLayout(row(empty, margins=(indent, PX.s12, indent, PX.s12)))
        card.body.addStretch(0)
        return card

    def _connect(self) -> None:
        self._card.list_wanted.connect(self.list_wanted)
        self._card.conflicts_wanted.connect(lambda: self.page_wanted.emit("conflicts"))
        self._today.opened.connect(self._open_today)
        self._today.clicked.connect(lambda _index: self._open_today(self._today.choice))
        self._events.clicked.connect(lambda _index: self.page_wanted.emit("events"))
        self._events.opened.connect(lambda _event: self.page_wanted.emit("events"))
        self._matters.clicked.connect(lambda _index: self.matter_wanted.emit(self._matters.choice))
        self._matters.opened.connect(self.matter_wanted)
        self.all_button.clicked.connect(lambda: self.list_wanted.emit("key"))
        self.summary_button.clicked.connect(self._open_summary)
        self.numbers_button.clicked.connect(self._open_numbers)
        self.period.currentIndexChanged.connect(lambda _place: self._show_areas())
        self.areas.opened.connect(self.area_wanted)
        self.arrivals.opened.connect(self._open_quarter)
        self.steps.wanted.connect(self.page_wanted)

    def show_home(self, home: Home, now_ms: int) -> None:
        """Show how things stand at `now_ms`."""
        self._home, self._now = home, now_ms
        self.retranslate()

    def _open_today(self, key: str) -> None:
        if key:
            self.concern_wanted.emit(key.partition("/")[0])

    def _open_summary(self) -> None:
        shown = self._home.overview.arrivals
        self.summary_wanted.emit(shown.event if shown else "")

    def _open_numbers(self) -> None:
        shown = self._home.overview.arrivals
        self.numbers_wanted.emit(shown.event if shown else "")

    def _open_quarter(self, key: str) -> None:
        shown = self._home.overview.arrivals
        if shown is not None:
            self.arrivals_wanted.emit(shown.event, int(key))

    @override
    def retranslate(self) -> None:
        home = self._home
        self._title.setText(self._greeting())
        self.summary_button.setText(self.tr("Event summary"))
        self.numbers_button.setText(self.tr("Numbers of the day"))
        self._card.show_home(home)
        self.steps.setVisible(home.is_young)
        self._unveil()
        self.steps.show_done(home.steps_done)
        self.period.set_values(tuple((one.name, self._days(one)) for one in home.overview.periods))
        self._today_title.setText(self.tr("To do today"))
        self._events_title.setText(self.tr("Events"))
        self._events_aside.setText(self.tr("Came / invited"))
        self._matters_title.setText(self.tr("Common issues"))
        self._matters_aside.setText(self.tr("By different clients"))
        count = home.overview.today_total
        self.all_button.setText(self.tr("To do first: {count}").replace("{count}", f"{count:,}"))
        self.all_button.setVisible(count > 0)
        for button in (self.numbers_button, self.summary_button, self.all_button):
            button.updateGeometry()
        self._show_arrivals(home.overview.arrivals)
        self._show_areas()
        self._show_unfitting()
        self._show_lists()

    def _unveil(self) -> None:
        """Let the parts of a full home appear one after the other: all at once, keys would wait for their painting."""
        parts = (self._card, self._below, self.period, self.numbers_button, self.summary_button)
        if self._home.is_young:
            for part in parts:
                part.hide()
        elif veiled := [part for part in parts if part.isHidden()]:
            veiled[0].show()
            QTimer.singleShot(0, self, self._unveil)

    def _days(self, period: Period) -> str:
        if period.name == "all":
            return self.tr("Since the beginning")
        first, last = self.speech.short_day(period.first), self.speech.short_day(period.last)
        return self.tr("{first} until {last}").replace("{first}", first).replace("{last}", last)

    def _greeting(self) -> str:
        hour = local(self._now, self.speech.zone).hour
        if hour < _NOON:
            words, plain = self.tr("Good morning, {name}"), self.tr("Good morning")
        elif hour < _AFTERNOON:
            words, plain = self.tr("Good day, {name}"), self.tr("Good day")
        elif hour < _EVENING:
            words, plain = self.tr("Good afternoon, {name}"), self.tr("Good afternoon")
        else:
            words, plain = self.tr("Good evening, {name}"), self.tr("Good evening")
        return words.replace("{name}", self._home.name) if self._home.name else plain

    def _show_arrivals(self, shown: Arrivals | None) -> None:
        self.arrivals.setVisible(shown is not None)
        self._no_arrivals.setVisible(shown is None)
        self._no_arrivals.setText(self.tr("Nobody has been checked in so far. Who comes and when stands here."))
        if shown is None:
            self._arrivals_card.set_title(self.tr("Arrivals"))
            return
        name = self.tr("{event} · arrivals").replace("{event}", shown.title)
        came = self.tr("{arrived} / {invited} · every 15 minutes")
        came = came.replace("{arrived}", f"{shown.arrived:,}").replace("{invited}", f"{shown.invited:,}")
        self._arrivals_card.set_title(name, came)
        bars = (Bar(str(at), self.speech.time(at)[:5].removeprefix("0"), count) for at, count in shown.quarters)
        self.arrivals.show_columns(tuple(bars), name)

    def _show_areas(self) -> None:
        periods = self._home.overview.periods
        shown = next((one for one in periods if one.name == self.period.choice), None)
        total = shown.total if shown else 0
        self.areas.setVisible(total > 0)
        self._no_areas.setVisible(not total)
        self._no_areas.setText(self.tr("No concern was heard in these days."))
        title = self.tr("Concerns by area")
        self._areas_card.set_title(title, self.tr("{count} in these days").replace("{count}", f"{total:,}"))
        if shown:
            unsaid = self.tr("No area yet")
            bars = (Bar(code, self.speech.code("area", code) or unsaid, number) for code, number in shown.areas)
            self.areas.show_rows(tuple(bars), title)

    def _show_unfitting(self) -> None:
        """A list in which too much is "other" wants a code of its own."""
        found = self._home.overview.unfitting[:1]
        names = {
            "sub_area": self.tr("sub-areas"),
            "building_part": self.tr("building parts"),
            "rule_gap": self.tr("rules in the way"),
        }
        for one in found:
            said = self.tr("“Other” is {percent} % of the {list} ({others} of {base}): a code is missing")
            facts = {"percent": one.percent, "list": names.get(one.list_name, one.list_name)}
            for name, fact in {**facts, "others": one.others, "base": one.base}.items():
                said = said.replace(f"{{{name}}}", str(fact))
            self._unfitting.setText(said)
        self._unfitting.setVisible(bool(found))

    def _show_lists(self) -> None:
        first, events = self._home.overview.today, self._home.events
        self._rooms = self._rooms_now()
        self._today.show_rows(tuple(self._today_row(one) for one in first[: self._room(self._today)]))
        self._today.setVisible(bool(first))
        self._nothing.setVisible(not first)
        self._nothing.setText(self.tr("Nothing presses: everything is within its days."))
        shown = events[: self._room(self._events)]
        counts = (f"{one.arrived:,} / {one.invited:,}" for one in shown)
        self._events.show_rows(
            tuple(Row(one.event, (Cell(one.title), Cell(count))) for one, count in zip(shown, counts, strict=True))
        )
        self._show_matters()
        self._events.setVisible(bool(events))
        self._no_event.setVisible(not events)
        self._no_event.setText(self.tr("No event yet."))

    def _rooms_now(self) -> tuple[int, ...]:
        return tuple(map(self._room, (self._today, self._events, self._matters)))

    def _show_matters(self) -> None:
        matters = self._home.overview.matters
        self._matters_card.setVisible(bool(matters))
        self._events_card.setVisible(not matters)
        self._matters.show_rows(tuple(map(self._matter_row, matters[: self._room(self._matters)])))

    def _matter_row(self, one: MatterLine) -> Row:
        chip = Cell(self.tr("{count} open").replace("{count}", str(one.open)), tone="info")
        if not one.open:
            chip = Cell(self.tr("All ended"), tone="success")
        return Row(one.issue, (Cell(str(one.clients), is_strong=True), Cell(one.title), chip))

    @staticmethod
    def _room(table: Table) -> int:
        """How many whole rows can be seen."""
        return max(table.viewport().height() // _ROW_PX, 1)

    def _today_row(self, one: TodayLine) -> Row:
        texts = {
            "late": self.tr("Overdue"), "returned": self.tr("Sent back"), "callback": self.tr("Callback"),
            "promise": self.tr("Promise"), "today": self.tr("Today"), "soon": self.tr("Soon"),
        }  # fmt: skip
        tone, icon = _KINDS[one.kind]
        when, ink = self._when(one)
        chip = Cell(texts[one.kind], tone=tone, icon=icon)
        return Row(
            f"{one.concern}/{one.kind}/{one.words}", (chip, Cell(one.words), Cell(one.client, "ink2"), Cell(when, ink))
        )

    def _when(self, one: TodayLine) -> tuple[str, Ink]:
        days = one.days_left
        if days is None:
            return "—", "ink3"
        if days < 0:
            return self.tr("{days} d late").replace("{days}", str(-days)), "danger"
        if days == 0:
            return self.tr("Today"), "ink1"
        if one.due:
            return self.speech.short_day(date.fromisoformat(one.due)), "ink1"
        return self.tr("{days} d left").replace("{days}", str(days)), "ink1"

    @override
    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        # The tables know their height only once everything around them stands.
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            QTimer.singleShot(0, self, self._fit)
        return done

    def _fit(self) -> None:
        if self._rooms_now() != self._rooms:
            self._show_lists()

    def number(self, name: str) -> str:
        """The figure called `name` as it is shown."""
        return self._card.number(name)
