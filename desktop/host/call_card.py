"""The call to make that is chosen: why, whom, the number once it is asked for, and what came of it by one digit."""

from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from typing_extensions import override

from desktop.host.wording import joined, minute_said, said_in
from desktop.rules import campaigns as rules
from desktop.services.campaigns.mine import ToCall
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.labels import ElidedLabel, Label, Words
from desktop.widgets.measures import PX
from desktop.widgets.part import column, row

SHOWN_MS = 60_000
_MOST_LINES = 4


class CallCard(Card):
    """`pressed` names a key: F2, 1 to 5, quiet."""

    pressed = Signal(str)

    def __init__(self) -> None:
        super().__init__(is_open=True)
        self._item: ToCall | None = None
        self._zone = ZoneInfo("UTC")
        self._may_call = True
        self._name, self._chip = ElidedLabel("", "title"), Chip("")
        self._about = ElidedLabel("", "small", "ink2")
        self.number = Label("", "title")
        self.number.setObjectName("number")
        self.unmask = Button("", "outline", "small", icon="eye", key="F2")
        self.unmask.setObjectName("unmask")
        self.unmask.clicked.connect(lambda: self.pressed.emit("F2"))
        self._until = ElidedLabel("", "small", "ink3")
        self._words = Words("", most_lines=_MOST_LINES)
        self._before = Label("", "small", "ink3", wraps=True)
        self.results = {
            code: Button("", "outline", digit=str(place)) for place, code in enumerate(rules.RESULTS, start=1)
        }
        for place, (code, button) in enumerate(self.results.items(), start=1):
            button.setObjectName(f"result_{code}")
            button.clicked.connect(lambda _on=False, place=place: self.pressed.emit(str(place)))
        self.quiet = Button("", "quiet", "small", icon="user-x")
        self.quiet.setObjectName("keep_quiet")
        self.quiet.clicked.connect(lambda: self.pressed.emit("quiet"))
        self._none = Label("", "body", "ink2", wraps=True)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SHOWN_MS)
        self._timer.timeout.connect(self.hide_number)
        self._lay()
        self.retranslate()

    def _lay(self) -> None:
        buttons = list(self.results.values())
        self.body.addWidget(self._none)
        head = row(self._name, PX.s12, self._chip, PX.s8, self.quiet)
        head.setStretchFactor(self._name, 1)
        dial = row(self.number, PX.s16, self.unmask, PX.s12, self._until)
        dial.setStretchFactor(self._until, 1)
        results = row(*buttons[:3], None, gap=PX.s8)
        rest = row(*buttons[3:], None, gap=PX.s8)
        self.body.addLayout(column(head, PX.s2, self._about))
        self.body.addLayout(dial)
        self.body.addWidget(self._words)
        self.body.addWidget(self._before)
        self.body.addSpacing(PX.s4)
        self.body.addLayout(results)
        self.body.addLayout(rest)

    @override
    def retranslate(self) -> None:
        self.unmask.setText(self.tr("Show the number"))
        self.quiet.setText(self.tr("Wants no calls"))
        self._none.setText(self.tr("Choose somebody to call, or take a call that comes in."))
        for code, button in self.results.items():
            said = self.tr("On the line") if code == rules.TALKED else said_in("call_result", code)
            button.setText(said)
            button.updateGeometry()
        for button in (self.unmask, self.quiet):
            button.updateGeometry()
        self.show_item(self._item, self._zone, may_call=self._may_call)

    def show_item(self, item: ToCall | None, zone: ZoneInfo, *, may_call: bool) -> None:
        """Show a call to make; a number stays in sight only for the one it was asked for."""
        if item is None or self._item is None or item.item != self._item.item:
            self._timer.stop()
        self._item, self._zone, self._may_call = item, zone, may_call
        for part in (
            *(self._name, self._about, self.number, self.unmask, self._words, self._before, self.quiet),
            *self.results.values(),
        ):
            part.setVisible(item is not None)
        self._none.setVisible(item is None)
        self._chip.setVisible(item is not None and (item.is_quiet or not may_call))
        if item is None:
            self._until.setText("")
            return
        self._name.setText(item.name or self.tr("Without a name"))
        if item.is_quiet:
            self._chip.show_state(self.tr("Wants no calls"), "danger", "user-x")
        else:
            self._chip.show_state(self.tr("Not at this hour"), "warning", "clock")
        asked = minute_said(item.asked_at, zone) if item.asked_at else ""
        asked = self.tr("asked at {time}").replace("{time}", asked) if asked else ""
        self._about.setText(joined(item.order_number, item.room, asked))
        self._words.set_text(item.words)
        self._words.setVisible(bool(item.words))
        before = self.tr("{count} tries, the last at {time}: {result}").replace("{count}", str(item.tries))
        before = before.replace("{time}", minute_said(item.last_at, zone) if item.last_at else "")
        self._before.setText(before.replace("{result}", said_in("call_result", item.last_result)))
        self._before.setVisible(bool(item.tries))
        self.quiet.setVisible(not item.is_quiet)
        if not self._timer.isActive():
            self.hide_number()

    def show_number(self, phone: str) -> None:
        """Show the number in full; it hides again by itself."""
        self.number.setText(phone)
        self._until.setText(self.tr("hidden again in a minute"))
        self._timer.start()

    def hide_number(self) -> None:
        """Show the number masked."""
        self._timer.stop()
        self._until.setText("")
        self.number.setText((self._item.phone_masked or self.tr("No number")) if self._item else "")
