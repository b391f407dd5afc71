"""The executive's duty in the period that runs now: how often they received clients, and where."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from desktop.host.days import day_said
from desktop.host.wording import language_now
from desktop.services.duty.mine import Duty, Received
from desktop.widgets.bars import Progress
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_QUARTER, _TWO_MONTHS = 3, 2


class DutyPanel(Part):
    """A figure, a bar and a line for each event; where nothing is owed the figure stands alone."""

    def __init__(self) -> None:
        super().__init__()
        self._duty: Duty | None = None
        self.setFixedWidth(PX.navigation + PX.s48 - PX.s8)
        self._title, self._days = Label("", "section"), Label("", "caption", "ink3")
        self._figure, self._of = Label("", "figure"), Label("", "body", "ink2")
        self._bar = Progress()
        self._state = Label("", "small", "ink2", wraps=True)
        self._events: QVBoxLayout = column(gap=PX.s4)
        figure = row(self._figure, column(None, self._of, PX.s8), None, gap=PX.s8)
        self.setLayout(
            column(self._title, self._days, figure, self._bar, PX.s4, self._state, PX.s8, self._events, gap=PX.s4)
        )
        self.retranslate()

    @override
    def retranslate(self) -> None:
        if self._duty is not None:
            self.show_duty(self._duty)

    def show_duty(self, duty: Duty | None) -> None:
        """Show a period; None hides the panel."""
        self._duty = duty
        self.setVisible(duty is not None)
        if duty is None:
            return
        done = len(duty.received)
        first, last = (day_said(date.fromisoformat(day), language_now()) for day in (duty.first, duty.last))
        self._title.setText(self._period(duty))
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
