"""Calls: whom to call at the left, the one chosen with its results by digit in the middle, what was done below it."""

from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QSizePolicy
from typing_extensions import override

from desktop.host.call_card import CallCard
from desktop.host.calls_side import CallSide
from desktop.host.days import day_said
from desktop.host.keys import call_keys
from desktop.host.wording import joined, language_now, minute_said, said_in, short_room
from desktop.rules import campaigns as rules
from desktop.services.campaigns.mine import Made, MyCalls, ToCall
from desktop.widgets.bars import UndoBar
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Line
from desktop.widgets.help import KeyLine
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.navigation import Navigation
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table
from desktop.widgets.theme import Tone

_LIST_PX = PX.navigation + PX.s96 + PX.s8


class CallsPage(Part):
    """Signals tell wishes: a key of the page (F2, F8, 1 to 5, Delete, quiet), a deed to be taken back."""

    pressed = Signal(str)
    # A call that was made, and who it was: name and number as typed.
    named = Signal(str, str, str)
    undone = Signal(str)
    page_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._calls: MyCalls | None = None
        self._zone = ZoneInfo("UTC")
        self._was_asked = False
        self._navigation = Navigation(
            ((("calls", "headset"), ("tasks", "list-todo"), ("talks", "armchair")), ())
        )  # fmt: skip
        self._navigation.chosen.connect(self.page_wanted)
        self._title, self._about = ElidedLabel("", "page"), Label("", "small", "ink2")
        self.incoming = Button("", "filled", "next", icon="phone", key="F8")
        self.incoming.setObjectName("incoming")
        self.incoming.clicked.connect(lambda: self.pressed.emit("F8"))
        self.table = Table((Column(""), Column("", 88, fits=True)), PX.row_two_lines)
        self.table.horizontalHeader().hide()
        self.table.chosen.connect(self._chose)
        self.table.letter_pressed.connect(lambda _letter: None)
        self._list = Card(" ", is_flush=True)
        self._none = Label("", "small", "ink3", wraps=True)
        self._list.body.addWidget(self.table, 1)
        none = row(self._none, margins=(PX.s16, PX.s8, PX.s16, PX.s16))
        self._list.body.addLayout(none)
        self.card = CallCard()
        self.card.pressed.connect(self.pressed)
        self._done = Card(" ", is_flush=True)
        self.made = Table(
            (Column("", 64), Column("", 72, fits=True), Column(""), Column("", 88, fits=True)), PX.row_compact
        )
        self.made.horizontalHeader().hide()
        self._nothing = Label("", "small", "ink3")
        self.made.chosen.connect(lambda _call: QTimer.singleShot(0, self, self._show_naming))
        self.name, self.phone = Line(icon="user"), Line(icon="phone")
        for line in (self.name, self.phone):
            line.returnPressed.connect(self._say_name)
        self.name.setObjectName("caller_name")
        self._naming = Part()
        both = row(self.name, self.phone, gap=PX.s8, margins=(PX.s16, PX.s4, PX.s16, PX.s12))
        self._naming.setLayout(both)
        self._done.body.addWidget(self.made, 1)
        self._done.body.addWidget(self._naming)
        self._done.body.addLayout(row(self._nothing, None, margins=(PX.s16, 0, 0, PX.s16)))
        self.side = CallSide()
        self.undo = UndoBar()
        self.undo.undone.connect(self.undone)
        self._foot = KeyLine(call_keys)
        self._empty = EmptyState("headset")
        self._lay()
        for key in ("1", "2", "3", "4", "5", "Delete"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda key=key: self.pressed.emit(key))
        self.retranslate()

    def _lay(self) -> None:
        first = row(self._title, PX.s16, self.incoming)
        first.setStretch(0, 1)
        self.incoming.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        head = column(first, self._about, gap=PX.s4)
        middle = column(self.card, PX.s16, self._done, gap=0)
        middle.setStretch(2, 1)
        self._list.setMinimumWidth(_LIST_PX)
        both = row(self._list, PX.s16, middle)
        both.setStretch(0, 1)
        both.setStretch(2, 2)
        self._below = Part()
        self._below.setLayout(both)
        centre = column(head, PX.s16, self._below, self._empty, self.undo, PX.s8, self._foot)
        centre.setContentsMargins(PX.s24, PX.s16, PX.s8, PX.s12)
        centre.setStretchFactor(self._below, 1)
        centre.setStretchFactor(self._empty, 1)
        whole = row(self._navigation, centre, self.side)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    @override
    def retranslate(self) -> None:
        for name, text in (
            ("calls", self.tr("Calls")), ("tasks", self.tr("My tasks")), ("talks", self.tr("Talks today"))
        ):  # fmt: skip
            self._navigation.set_text(name, text)
        self._navigation.set_head(self.tr("Qinting"), self.tr("Notes of the host"))
        self._navigation.show_page("calls")
        self.name.setPlaceholderText(self.tr("Who called? Enter keeps it"))
        self.phone.setPlaceholderText(self.tr("Their number, if they told it"))
        for line in (self.name, self.phone):
            line.setAccessibleName(line.placeholderText())
        self.incoming.setText(self.tr("A call comes in"))
        self.incoming.updateGeometry()
        self._none.setText(self.tr("Nobody is to be called. The office adds the list of callbacks."))
        self._empty.say(
            self.tr("You take part in no campaign"),
            self.tr("The office puts people into a campaign; then the calls stand here."),
        )
        self.show_calls(self._calls, self._zone)

    def show_calls(self, calls: MyCalls | None, zone: ZoneInfo) -> None:
        """Show the calls as they stand; the one chosen stays chosen while it is still to be made."""
        self._calls, self._zone = calls, zone
        for part in (self._below, self.side, self.incoming, self._foot):
            part.setVisible(calls is not None)
        self._empty.setVisible(calls is None and self._was_asked)
        if calls is None:
            self._title.setText(self.tr("Calls"))
            self._about.setText("")
            return
        self._title.setText(calls.campaign.name)
        self._about.setText(self._said(calls))
        self.side.show_calls(calls)
        self._navigation.set_count("calls", len(calls.to_call))
        count = str(len(calls.to_call)) if calls.to_call else ""
        self._list.set_title(self.tr("To call"), count)
        self.table.show_rows(tuple(self._row(one) for one in calls.to_call))
        self.table.setVisible(bool(calls.to_call))
        self._none.setVisible(not calls.to_call)
        if calls.to_call and not self.table.choice:
            self.table.choose(calls.to_call[0].item)
        self._done.set_title(self.tr("Calls made"), str(len(calls.made)) if calls.made else "")
        self.made.setVisible(bool(calls.made))
        self._nothing.setVisible(not calls.made)
        self._nothing.setText(self.tr("No call so far."))
        self.made.show_rows(tuple(self._made_row(one) for one in calls.made))
        self._show_card()
        self._show_naming()

    def begin(self) -> None:
        """Stand on the call to make; what was asked for is on its way."""
        self._was_asked = True
        (self.table if self.table.isVisible() else self).setFocus()

    @property
    def item(self) -> ToCall | None:
        """The call to make that is chosen."""
        calls, chosen = self._calls, self.table.choice
        return next((one for one in calls.to_call if one.item == chosen), None) if calls else None

    def following(self) -> str:
        """The call to make after the one chosen; "" where it is the only one."""
        shown = [one.item for one in self._calls.to_call] if self._calls else []
        place = shown.index(self.table.choice) if self.table.choice in shown else 0
        return (*shown[place + 1 :], *shown[:place], "")[0]

    @property
    def contact(self) -> str:
        """The call that the cursor stands on among those made; "" where it stands elsewhere."""
        return self.made.choice if self.made.hasFocus() else ""

    @property
    def calls(self) -> MyCalls | None:
        """What is shown."""
        return self._calls

    def show_number(self, item: str, phone: str) -> None:
        """Show a number in full for a while."""
        if self.item is not None and self.item.item == item:
            self.card.show_number(phone)

    def _chose(self, _item: str) -> None:
        # The table tells it before it has settled.
        QTimer.singleShot(0, self, self._show_card)

    def _show_card(self) -> None:
        self.card.show_item(self.item, self._zone, may_call=bool(self._calls and self._calls.may_call))

    def _unnamed(self) -> str:
        """The call that a name may be given to: the one chosen, else the last one, if nobody knows whose it was."""
        made = self._calls.made if self._calls else ()
        one = next((each for each in made if each.contact == self.made.choice), made[0] if made else None)
        is_open = one is not None and one.result == rules.TALKED and bool(one.number)
        return one.contact if one is not None and is_open and not one.is_named and not one.is_voided else ""

    def _show_naming(self) -> None:
        self._naming.setVisible(bool(self._unnamed()))

    def _say_name(self) -> None:
        contact = self._unnamed()
        if contact and self.name.text().strip():
            self.named.emit(contact, self.name.text(), self.phone.text())

    def clear_name(self) -> None:
        """The name was taken; the cursor is back in the list."""
        self.name.clear()
        self.phone.clear()
        self.begin()

    def _said(self, calls: MyCalls) -> str:
        row_ = calls.campaign
        first, last = (day_said(date.fromisoformat(day), language_now()) for day in (row_.starts_on, row_.ends_on))
        days = (
            first if first == last else self.tr("{first} to {last}").replace("{first}", first).replace("{last}", last)
        )
        hours = self.tr("calls are made from {first} to {last}")
        hours = hours.replace("{first}", row_.call_from or rules.CALL_FROM)
        hours = hours.replace("{last}", row_.call_until or rules.CALL_UNTIL)
        return joined(said_in("campaign_standing", calls.standing), days, hours)

    def _row(self, one: ToCall) -> Row:
        name = joined(one.name or self.tr("Without a name"), short_room(one.room))
        chip = Cell(self.tr("Anybody"), "ink3")
        if one.is_quiet:
            chip = Cell(self.tr("No calls"), tone="danger", icon="volume-2")
        elif one.tries:
            chip = Cell(f"{said_in('call_result', one.last_result)} {one.tries}", tone="warning")
        elif one.is_mine:
            chip = Cell(self.tr("Yours"), tone="accent")
        return Row(one.item, (Cell(name, second=joined(one.order_number, one.words)), chip))

    def _made_row(self, one: Made) -> Row:
        tone: Tone = "neutral" if one.is_voided else "success" if one.result == rules.TALKED else "warning"
        result = self.tr("Void") if one.is_voided else said_in("call_result", one.result)
        return Row(
            one.contact,
            (
                Cell(minute_said(one.at, self._zone), "ink2", order=one.at),
                Cell(said_in("call_direction", one.direction), "ink2"),
                Cell(one.name or one.phone_masked or self.tr("Without a name")),
                Cell(result, tone=tone),
            ),
        )
