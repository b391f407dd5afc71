"""What an event showed: what most clients share, how long they waited, who is in charge, satisfaction over the events.

Here, too, the summary for owners is approved: whoever approves it has the figures before them.
"""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.inner import InnerPage
from desktop.office.pages.parts import offer_events, scrolled
from desktop.office.speech import Speech
from desktop.office.state import EventRow
from desktop.rules.chart_kinds import OTHERS, Stroke
from desktop.rules.charts import FEW, Bar
from desktop.services.events.findings import CauseLine, Findings
from desktop.services.papers.owners_summary import Standing
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.charts import ChartView
from desktop.widgets.fields import Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_LINE_PX = PX.row - PX.s4
_CHART_PX = 4 * PX.row
_KINDS = ("causes", "waiting", "satisfied", "departments")


class FindingsPage(InnerPage):
    """`wanted` names the event to show; `matter_wanted` a common matter, `area_wanted` an area, `department_wanted` a
    department ("" for none yet), `arrivals_wanted` the event whose arrivals explain the waits.

    `approved` names who approves the summary for owners, `taken_back` undoes that, `paper_wanted` looks at it.
    """

    wanted = Signal(str)
    matter_wanted = Signal(str)
    area_wanted = Signal(str)
    department_wanted = Signal(str)
    arrivals_wanted = Signal(str)
    approved = Signal(str)
    taken_back = Signal()
    paper_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._found: Findings | None = None
        self._standing: Standing | None = None
        self._me = ""
        self.events, self.approvers = Picker(), Picker()
        self.events.setMinimumWidth(PX.navigation)
        self.approvers.setMinimumWidth(PX.s96 + PX.s48)
        self.approve_button = Button("", "outline", icon="badge-check")
        self.back_button = Button("", "quiet", "small")
        self.paper_button = Button("", "outline", icon="printer")
        self._state = Label("", "body", "ink1")
        self._why = Label("", "small", "ink2")
        self._cards = {name: Card(" ", " ") for name in _KINDS}
        self.charts = {name: ChartView() for name in _KINDS}
        self._nothing = {name: Label("", "small", "ink3", wraps=True) for name in _KINDS}
        self._empty = EmptyState("calendar-days")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        top, self._below, self._owners = Part(), Part(), Card()
        top.setLayout(row(self._head(self.events)))
        top.setFixedHeight(PX.s48)
        said = column(self._state, self._why, gap=PX.s2)
        line = row(said, None, self.approvers, self.approve_button, self.back_button, self.paper_button, gap=PX.s8)
        self._owners.body.addLayout(line)
        for name in _KINDS:
            inside = Part()
            inside.setProperty("fill", "surface")
            held = column(self.charts[name], self._nothing[name], margins=(0, 0, PX.scroll, 0))
            # The chart takes the room there is; the sentence in its place stands at the top.
            held.setStretch(0, 1)
            held.addStretch(0)
            inside.setLayout(held)
            area = scrolled(inside)
            area.setMinimumHeight(_CHART_PX)
            self._cards[name].body.addWidget(area, 1)
        rows = []
        for pair in (_KINDS[:2], _KINDS[2:]):
            both = row(*(self._cards[name] for name in pair), gap=PX.between_cards)
            both.setStretch(0, 3)
            both.setStretch(1, 2)
            rows.append(both)
        below = column(self._owners, *rows, gap=PX.between_cards)
        below.setStretch(1, 1)
        below.setStretch(2, 1)
        self._below.setLayout(below)
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s24)
        whole = column(top, self._below, self._empty, gap=PX.between_cards, margins=margins)
        for part in (self._below, self._empty):
            whole.setStretchFactor(part, 1)
        self.setLayout(whole)

    def _connect(self) -> None:
        self.events.currentIndexChanged.connect(lambda _place: self.wanted.emit(self.events.choice))
        self.charts["causes"].opened.connect(self._open_cause)
        self.charts["waiting"].opened.connect(lambda _key: self.arrivals_wanted.emit(self.event_id))
        self.charts["departments"].opened.connect(self.department_wanted)
        self.charts["satisfied"].opened.connect(self.events.choose)
        self.approve_button.clicked.connect(lambda: self.approved.emit(self.approvers.choice))
        self.back_button.clicked.connect(self.taken_back)
        self.paper_button.clicked.connect(lambda: self.paper_wanted.emit(self.event_id))

    @property
    def event_id(self) -> str:
        """The event that is shown."""
        return self.events.choice

    @override
    def begin(self) -> None:
        self.events.setFocus()

    def show_events(self, events: tuple[EventRow, ...], chosen: str = "") -> None:
        """Offer the events; `chosen` is shown from now on."""
        offer_events(self.events, events, chosen)
        self.retranslate()

    def show_findings(self, found: Findings, standing: Standing, me: str) -> None:
        """Show what was found, and how the summary for owners stands; `me` is who is signed in, "" for nobody."""
        if found.event == self.event_id:
            self._found, self._standing, self._me = found, standing, me
            self.retranslate()

    def _open_cause(self, key: str) -> None:
        if key == OTHERS or self._found is None:
            return
        (self.area_wanted if self._found.is_by_area else self.matter_wanted).emit(key)

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back"))
        self._back.updateGeometry()
        self._title.setText(self.tr("Findings of the event"))
        self._empty.say(self.tr("Nothing to show yet"), self.tr("What clients said at an event is put together here."))
        found = self._found
        self._below.setVisible(found is not None)
        self._empty.setVisible(found is None)
        if found is not None:
            self._show_causes(found)
            self._show_waiting(found)
            self._show_satisfied(found)
            self._show_departments(found)
        self._show_standing()

    def _title_of(self, one: CauseLine, found: Findings) -> str:
        if one.key == OTHERS:
            return self.tr("Other causes")
        if not found.is_by_area:
            return one.title
        return self.speech.code("area", one.key) if one.key else self.tr("No area yet")

    def _show_causes(self, found: Findings) -> None:
        bars = tuple(Bar(one.key, self._title_of(one, found), one.clients) for one in found.causes)
        title = self.tr("Areas by different clients") if found.is_by_area else self.tr("What most clients share")
        named = [one for one in found.causes if one.key != OTHERS]
        half = next((place for place, one in enumerate(named, 1) if 2 * one.covered >= found.guests), len(named))
        # Of fewer no line is drawn.
        aside = f"n={found.guests}"
        if named and found.guests >= FEW:
            title = self.tr("The first {count} concern {covered} of {whole} clients")
            title = title.replace("{count}", str(half)).replace("{covered}", str(named[half - 1].covered))
            title = title.replace("{whole}", str(found.guests))
            aside = self.tr("line: clients so far, n={count}").replace("{count}", str(found.guests))
        self._set("causes", title, aside, bars)
        self.charts["causes"].setMinimumHeight(max(len(bars), 1) * _LINE_PX)
        self.charts["causes"].show_pareto(bars, tuple(one.covered for one in found.causes), found.guests, title)
        self._nothing["causes"].setText(self.tr("Nobody has said anything so far."))

    def _show_waiting(self, found: Findings) -> None:
        waits = found.waiting
        middle, ninth = round(waits.median_min or 0), round(waits.p90_min or 0)
        title, aside = self.tr("Waiting"), ""
        strokes: list[Stroke] = []
        if waits.count:
            title = self.tr("Half within {middle} min, 90 % within {ninth}")
            title = title.replace("{middle}", str(middle)).replace("{ninth}", str(ninth))
            aside = f"n={waits.count}"
            strokes = [
                Stroke(waits.median_min or 0.0, self.tr("median {count} min").replace("{count}", str(middle))),
                Stroke(waits.p90_min or 0.0, self.tr("nine in ten {count} min").replace("{count}", str(ninth))),
            ]
            if waits.target_min is not None:
                target = self.tr("target {count} min").replace("{count}", str(waits.target_min))
                strokes.append(Stroke(waits.target_min, target))
        self._set("waiting", title, aside, waits.bins)
        self.charts["waiting"].setMinimumHeight(_CHART_PX)
        self.charts["waiting"].show_waits(waits, strokes, title)
        self._nothing["waiting"].setText(self.tr("No talk has begun after a check-in so far."))

    def _show_satisfied(self, found: Findings) -> None:
        known = [one for one in found.satisfied if one.whole]
        title = self.tr("Satisfied when called back, by event")
        sure = [one for one in known if not one.is_few]
        if sure:
            title = self.tr("Satisfied when called back: {percent} %")
            title = title.replace("{percent}", str(round(100 * sure[-1].part / sure[-1].whole)))
        self._set("satisfied", title, self.tr("hollow: fewer than ten answers"), known)
        self.charts["satisfied"].setMinimumHeight(_CHART_PX)
        self.charts["satisfied"].show_trend(found.satisfied, title)
        self._nothing["satisfied"].setText(self.tr("Nobody has been called back so far."))

    def _show_departments(self, found: Findings) -> None:
        nobody = self.tr("Not dispatched yet")
        bars = tuple(
            Bar(code, self.speech.code("department", code) if code else nobody, count)
            for code, count in found.departments
        )
        title = self.tr("Concerns by department")
        self._set("departments", title, f"n={sum(bar.value for bar in bars)}" if bars else "", bars)
        self.charts["departments"].setMinimumHeight(max(len(bars), 1) * _LINE_PX)
        self.charts["departments"].show_rows(bars, title)
        self._nothing["departments"].setText(self.tr("Nobody has said anything so far."))

    def _set(self, name: str, title: str, aside: str, what: object) -> None:
        self._cards[name].set_title(title, aside if what else "")
        self.charts[name].setVisible(bool(what))
        self._nothing[name].setVisible(not what)

    def _show_standing(self) -> None:
        standing = self._standing
        self._owners.setVisible(standing is not None and self._found is not None)
        self.approve_button.setText(self.tr("Approve"))
        self.back_button.setText(self.tr("Take the approval back"))
        self.paper_button.setText(self.tr("Look at it"))
        for button in (self.approve_button, self.back_button, self.paper_button):
            button.updateGeometry()
        if standing is None:
            return
        approval = standing.approval
        holds = approval is not None and approval.holds
        state, why = (
            self.tr("Summary for owners: not approved"),
            self.tr("Every page says so until somebody approves it."),
        )
        if approval is not None:
            state = self.tr("Summary for owners: approved by {name}, {time}")
            state = state.replace("{name}", approval.by).replace("{time}", f"{approval.at:%Y-%m-%d %H:%M}")
            why = self.tr("What changes from now on has to be approved anew.")
            if not holds:
                why = self.tr("It has changed since then: it prints as not approved until it is approved anew.")
        elif standing.is_draft:
            why = self.tr("A draft: the closing list has to be settled before it can be approved.")
        may = tuple(one for one in standing.approvers if self._me in ("", one[0]))
        if not holds and not standing.is_draft and not may:
            why = self.tr("Head of the office, customer relations supervisor or department head may approve it.")
        self._state.setText(state)
        self._why.setText(why)
        chosen = self.approvers.choice
        self.approvers.set_values(may)
        if chosen in dict(may):
            self.approvers.choose(chosen)
        can = not holds and not standing.is_draft and bool(may)
        self.approvers.setVisible(can and len(may) > 1)
        self.approve_button.setVisible(can)
        self.back_button.setVisible(approval is not None)
