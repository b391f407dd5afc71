"""The numbers of an event while it runs: who came of those expected, by quarter of an hour, slot, owner, channel."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.inner import InnerPage
from desktop.office.pages.parts import counted, divided, offer_events, scrolled
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.rules.charts import Bar
from desktop.rules.times import local
from desktop.services.events.numbers import Numbers, QuarterLine, Share
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.charts import ChartView
from desktop.widgets.fields import Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_CHART_PX = 3 * PX.row
_LINE_PX = PX.s32
_CARD_PX = PX.host_right
_KINDS = ("slots", "owners", "channels", "desks")
_FIGURES = ("arrived", "last", "walk_ins", "unknown", "heads")


class NumbersPage(InnerPage):
    """`wanted` names the event whose numbers are to be shown; `quarter_wanted` also the moment (UTC ms) at which a
    quarter of an hour begins, whose arrivals are to be listed; `findings_wanted` the event of which more is asked."""

    wanted = Signal(str)
    quarter_wanted = Signal(str, object)
    findings_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._found: Numbers | None = None
        self._now = 0
        self.events = Picker()
        self.events.setMinimumWidth(PX.navigation)
        self.events.currentIndexChanged.connect(lambda _place: self.wanted.emit(self.events.choice))
        self._as_of = Label("", "small", "ink3")
        self.findings_button = Button("", "outline", icon="chart-column")
        self.findings_button.setObjectName("findings")
        self.findings_button.clicked.connect(lambda: self.findings_wanted.emit(self.events.choice))
        self._numbers = {name: Label("", "figure") for name in _FIGURES}
        self._captions = {name: Label("", "small", "ink2") for name in _FIGURES}
        self._figures = Card()
        self._figures.body.addLayout(divided(*map(counted, self._numbers.values(), self._captions.values())))
        self._quarters_card = Card(" ", " ")
        self.quarters = ChartView()
        self.quarters.setMinimumHeight(_CHART_PX)
        self.quarters.opened.connect(self._open_quarter)
        self._no_quarters = Label("", "small", "ink3")
        self._quarters_card.body.addWidget(self.quarters, 1)
        self._quarters_card.body.addWidget(self._no_quarters)
        self._quarters_card.body.addStretch(0)
        self._cards = {name: Card(" ", " ") for name in _KINDS}
        self.charts = {name: ChartView() for name in _KINDS}
        self._nothing = {name: Label("", "small", "ink3", wraps=True) for name in _KINDS}
        for name in _KINDS:
            inside = Part()
            inside.setProperty("fill", "surface")
            inside.setLayout(column(self.charts[name], self._nothing[name], None, margins=(0, 0, PX.scroll, 0)))
            area = scrolled(inside)
            area.setMinimumHeight(2 * _LINE_PX)
            self._cards[name].body.addWidget(area, 1)
            self._cards[name].setMinimumWidth(_CARD_PX)
        self._empty = EmptyState("calendar-days")
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        top, self._below = Part(), Part()
        top.setLayout(row(self._head(self._as_of, PX.s12, self.events, PX.s8, self.findings_button)))
        top.setFixedHeight(PX.s48)
        above = row(self._quarters_card, self._cards["slots"], gap=PX.between_cards)
        above.setStretch(0, 2)
        above.setStretch(1, 1)
        below = row(*(self._cards[name] for name in _KINDS[1:]), gap=PX.between_cards)
        for place in range(len(_KINDS) - 1):
            below.setStretch(place, 1)
        both = column(above, below, gap=PX.between_cards)
        both.setStretch(0, 1)
        both.setStretch(1, 1)
        self._below.setLayout(both)
        whole = column(
            *(top, self._figures, self._below, self._empty),
            gap=PX.between_cards,
            margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s24),
        )
        for part in (self._below, self._empty):
            whole.setStretchFactor(part, 1)
        self.setLayout(whole)

    @property
    def event_id(self) -> str:
        """The event whose numbers are shown."""
        return self.events.choice

    @property
    def found(self) -> Numbers | None:
        """What is shown."""
        return self._found

    def show_events(self, events: tuple[EventRow, ...], chosen: str = "") -> None:
        """Offer the events; `chosen` is shown from now on."""
        offer_events(self.events, events, chosen)
        self.retranslate()

    def show_numbers(self, found: Numbers, now_ms: int) -> None:
        """Show the numbers as they stand at `now_ms`."""
        if found.event == self.event_id:
            self._found, self._now = found, now_ms
            self.retranslate()

    def figure(self, name: str) -> str:
        """The figure called `name` as it is shown."""
        return self._numbers[name].text()

    def _open_quarter(self, key: str) -> None:
        self.quarter_wanted.emit(self.event_id, int(key))

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back"))
        self._back.updateGeometry()
        self._title.setText(self.tr("Numbers of the day"))
        self.findings_button.setText(self.tr("Findings of the event"))
        self.findings_button.updateGeometry()
        found = self._found
        for part in (self._figures, self._below):
            part.setVisible(found is not None)
        self._empty.setVisible(found is None)
        self._empty.say(self.tr("No numbers yet"), self.tr("Who comes to the event is counted here."))
        if found is None:
            return
        as_of = self.tr("as of {time}").replace("{time}", self.speech.time(self._now)[:5])
        self._as_of.setText(as_of)
        self._show_figures(found)
        self._show_quarters(found)
        titles = {
            "slots": self.tr("By slot"), "owners": self.tr("By owner"), "channels": self.tr("By channel"),
            "desks": self.tr("By check-in desk"),
        }  # fmt: skip
        shares = {"slots": found.slots, "owners": found.owners, "channels": found.channels}
        unsaid = {
            "slots": self.tr("Without a slot"), "owners": self.tr("Without an owner"),
            "channels": self.tr("Not given"),
        }  # fmt: skip
        for name, these in shares.items():
            self._cards[name].set_title(titles[name], self.tr("came / expected"))
            self._show_rows(name, tuple(self._bar(one, unsaid[name]) for one in these), titles[name])
        self._cards["desks"].set_title(titles["desks"], self.tr("everybody who came"))
        nowhere = self.tr("Without a desk")
        self._show_rows(
            "desks", tuple(Bar(name, name or nowhere, count) for name, count in found.desks), titles["desks"]
        )

    def _show_figures(self, found: Numbers) -> None:
        numbers = {
            "arrived": f"{found.arrived:,} / {found.expected:,}", "last": f"{self._last(found):,}",
            "walk_ins": f"{found.walk_ins + found.declined_came:,}", "unknown": f"{found.unknown:,}",
            "heads": f"{found.heads:,} / {found.expected_heads:,}",
        }  # fmt: skip
        captions = {
            "arrived": self.tr("invitations came / expected"), "last": self.tr("in this quarter of an hour"),
            "walk_ins": self.tr("not among those expected"), "unknown": self.tr("to be confirmed"),
            "heads": self.tr("people, companions included"),
        }  # fmt: skip
        for name in _FIGURES:
            self._numbers[name].setText(numbers[name])
            self._captions[name].setText(captions[name])

    def _last(self, found: Numbers) -> int:
        """How many came in the quarter of an hour in which it is now."""
        quarter_ms = 15 * 60_000
        return sum(one.arrived + one.besides for one in found.quarters if one.at <= self._now < one.at + quarter_ms)

    def _show_quarters(self, found: Numbers) -> None:
        shown = self._of_a_day(found.quarters)
        bars = tuple(
            Bar(str(one.at), self.speech.time(one.at)[:5].removeprefix("0"), one.arrived + one.besides, one.expected)
            for one in shown
        )
        name = self.tr("Arrivals every 15 minutes")
        self._quarters_card.set_title(name, self.tr("the strokes are what was expected, spread evenly over each slot"))
        self.quarters.show_columns(bars, name)
        self.quarters.setVisible(bool(bars))
        self._no_quarters.setVisible(not bars)
        self._no_quarters.setText(self.tr("Nobody so far."))

    def _of_a_day(self, quarters: Sequence[QuarterLine]) -> list[QuarterLine]:
        """Of an event of several days the day that it is now, else the last one on which somebody came."""
        zone = self.speech.zone
        days = {one.at: local(one.at, zone).date() for one in quarters}
        today = local(self._now, zone).date()
        came = [days[one.at] for one in quarters if one.arrived or one.besides]
        shown = today if today in days.values() else max(came or list(days.values()), default=today)
        return [one for one in quarters if days[one.at] == shown]

    @staticmethod
    def _bar(one: Share, unsaid: str) -> Bar:
        return Bar(one.name, one.name or unsaid, one.arrived, one.expected)

    def _show_rows(self, name: str, bars: tuple[Bar, ...], title: str) -> None:
        chart = self.charts[name]
        chart.setFixedHeight(max(len(bars), 1) * _LINE_PX)
        chart.setVisible(bool(bars))
        chart.show_rows(bars, title)
        self._nothing[name].setVisible(not bars)
        self._nothing[name].setText(self.tr("Nobody so far."))
