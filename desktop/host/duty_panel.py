"""The executive's duty in the period that runs now: how often they received clients, where, and what comes next."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from desktop.host.days import day_said
from desktop.host.wording import language_now
from desktop.rules import duty as rules
from desktop.services.duty.book import DutyLine
from desktop.services.duty.mine import Duty, Received
from desktop.widgets.bars import Progress
from desktop.widgets.buttons import Button
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_QUARTER, _TWO_MONTHS = 3, 2


class DutyPanel(Part):
    """A figure, a bar and a line for each event; where nothing is owed the figure stands alone.

    `brief_wanted` tells before or after, and the event.
    """

    calendar_wanted = Signal()
    brief_wanted = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._duty: Duty | None = None
        self.setFixedWidth(PX.navigation + PX.s48 - PX.s8)
        self._title, self._days = Label("", "section", wraps=True), Label("", "caption", "ink3")
        self._figure, self._of = Label("", "figure"), Label("", "body", "ink2")
        self._bar = Progress()
        self._state = Label("", "small", "ink2", wraps=True)
        self._events: QVBoxLayout = column(gap=PX.s4)
        self._missed = Label("", "small", "danger", wraps=True)
        self._next = Label("", "small", "ink2", wraps=True)
        self._said_now = Label("", "small", "success", wraps=True)
        self.calendar_button = Button("", "quiet", "link", icon="calendar-days")
        self.before_button = Button("", "quiet", "link", icon="file-down")
        self.after_button = Button("", "quiet", "link", icon="file-down")
        self.calendar_button.setObjectName("duty_calendar")
        self.before_button.setObjectName("brief_before")
        self.after_button.setObjectName("brief_after")
        self.calendar_button.clicked.connect(self.calendar_wanted)
        self.before_button.clicked.connect(lambda: self.brief_wanted.emit("before", self._coming()))
        self.after_button.clicked.connect(lambda: self.brief_wanted.emit("after", self._latest()))
        buttons = (self.before_button, self.after_button, self.calendar_button)
        figure = row(self._figure, column(None, self._of, PX.s8), None, gap=PX.s8)
        self.setLayout(
            column(
                self._title, self._days, figure, self._bar, PX.s4, self._missed, self._state, PX.s8, self._events,
                self._next, PX.s8, *(row(one, None) for one in buttons), self._said_now, gap=PX.s4,
            )
        )  # fmt: skip
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._duty is not None:
            self.show_duty(self._duty)

    def show_duty(self, duty: Duty | None) -> None:
        """Show a period; None hides the panel."""
        if duty != self._duty:
            self._said_now.setText("")
        self._duty = duty
        self._said_now.setVisible(bool(self._said_now.text()))
        self.setVisible(duty is not None)
        if duty is None:
            return
        done = len(duty.received)
        first, last = (day_said(date.fromisoformat(day), language_now()) for day in (duty.first, duty.last))
        post = duty.lines[0].post if len(duty.lines) > 1 else ""
        self._title.setText(" · ".join(filter(None, (self._period(duty), post))))
        self._days.setText(self.tr("{first} to {last}").replace("{first}", first).replace("{last}", last))
        self._figure.setText(str(done))
        of = self.tr("of {owed} receptions due") if duty.owed else self.tr("receptions")
        self._of.setText(of.replace("{owed}", str(duty.owed)))
        self._bar.setVisible(bool(duty.owed))
        self._bar.set_share(done / duty.owed if duty.owed else 0)
        self._bar.setAccessibleName(f"{done} {self._of.text()}")
        self._state.setText(self._said(duty, done))
        self._state.set_ink("success" if duty.owed and done >= duty.owed else "ink2")
        while item := self._events.takeAt(0):
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for one in duty.received:
            self._events.addWidget(self._line(one))
        if duty.calls:
            calls = self.tr("Calls, counted apart: {count}").replace("{count}", str(duty.calls))
            self._events.addWidget(Label(calls, "small", "ink3"))
        for line in duty.lines[1:]:
            self._events.addWidget(Label(self._other(line), "small", "ink2", wraps=True))
        self._show_what_is_next(duty)

    def say(self, text: str) -> None:
        """Say what was written."""
        self._said_now.setText(text)
        self._said_now.setVisible(bool(text))

    def _coming(self) -> str:
        """The event they are rostered for next; "" for none."""
        lines = self._duty.lines if self._duty else ()
        return next((line.planned.event for line in lines if line.planned), "")

    def _latest(self) -> str:
        """The event at which they received clients last; "" for none."""
        received = [one for line in (self._duty.lines if self._duty else ()) for one in line.received]
        return max(received, key=lambda one: one.day).event if received else ""

    def _show_what_is_next(self, duty: Duty) -> None:
        language = language_now()
        first = duty.lines[0] if duty.lines else None
        missed = self.tr("Not done in the period before either") if first and first.state == "missed" else ""
        self._missed.setText(missed)
        self._missed.setVisible(bool(missed))
        planned = first.planned if first else None
        said = self.tr("Next: {day}, {event}").replace("{event}", planned.title) if planned else ""
        day = day_said(date.fromisoformat(planned.day), language) if planned else ""
        self._next.setText(said.replace("{day}", day))
        self._next.setVisible(bool(said))
        texts = {
            self.before_button: self.tr("One page before"), self.after_button: self.tr("One page after"),
            self.calendar_button: self.tr("My calendar (.ics)"),
        }  # fmt: skip
        for button, text in texts.items():
            button.setText(text)
            button.updateGeometry()
        self.before_button.setVisible(bool(self._coming()))
        self.after_button.setVisible(bool(self._latest()))

    def _other(self, line: DutyLine) -> str:
        """One of several posts, in a line."""
        said = self.tr("{post}: {done} of {owed} in {period}")
        said = said.replace("{done}", str(line.done)).replace("{owed}", str(line.owed))
        return said.replace("{period}", rules.period_words(line.period, language_now())).replace(
            "{post}", line.post or self.tr("Another post")
        )

    def _period(self, duty: Duty) -> str:
        if duty.months == _QUARTER:
            return self.tr("Quarter {number}").replace("{number}", str(duty.number))
        return self.tr("These two months") if duty.months == _TWO_MONTHS else self.tr("This month")

    def _said(self, duty: Duty, done: int) -> str:
        if not duty.owed:
            return ""
        if done >= duty.owed:
            return self.tr("Done for this period")
        day = day_said(date.fromisoformat(duty.last), language_now())
        return self.tr("One more by {day}").replace("{day}", day)

    def _line(self, one: Received) -> Part:
        part = Part()
        day = Label(day_said(date.fromisoformat(one.day), language_now()), "small", "ink3")
        clients = self.tr("1 client") if one.clients == 1 else self.tr("{count} clients")
        count = self.tr("now") if one.is_open else clients.replace("{count}", str(one.clients))
        line = row(day, ElidedLabel(one.title, "small", "ink2"), Label(count, "small", "ink2"), gap=PX.s12)
        line.setStretch(1, 1)
        part.setLayout(line)
        return part
