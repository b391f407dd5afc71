"""The week before an event: whom one calls, by owner and slot, one after the other; the room left in each slot."""

from collections import Counter
from dataclasses import dataclass, replace

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QResizeEvent
from typing_extensions import override

from db.hall_records import InviteContact
from desktop.office.pages.call_pane import CallPane
from desktop.office.pages.call_table import CallTable
from desktop.office.pages.key_line import KeyLine
from desktop.office.pages.slot_bars import NO_SLOT, SlotBars
from desktop.office.speech import Speech
from desktop.rules.slots import Fill
from desktop.services.inviting.lists import NOT_SENT, REVOKED, STATES, CallLine, CallList
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.fields import Line, Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

ALL, NOBODY = "", "|"
# Who was revoked is called by nobody: they stand under "all" only.
VIEWS = (ALL, *(state for state in STATES if state != REVOKED))
# More rows at once nobody calls; the figures count everybody.
MOST_ROWS = 400
_TYPING_MS = 150
_PANE_PX = PX.host_left + PX.s96


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which people of the list are meant: of one owner, NOBODY for those without one; of a slot or a state."""

    owner: str = ALL
    slot: str = ""
    state: str = ALL
    text: str = ""

    def fits(self, one: CallLine) -> bool:
        """Whether somebody is among them."""
        if self.owner not in (ALL, one.owner or NOBODY) or self.slot not in ("", one.slot or NO_SLOT):
            return False
        if self.state not in (ALL, one.state):
            return False
        if not self.text:
            return True
        said = f"{one.name} {one.room} {one.owner} {one.phone_masked}".casefold()
        return all(word in said for word in self.text.casefold().split())


class CallsPart(Part):
    """`noted` tells client, result, words, slot and why a full slot is taken. `copy_wanted` and `sent_wanted` tell the
    people meant, `export_wanted` the ids of those shown; the other signals name a client."""

    noted = Signal(str, str, str, str, str)
    tries_wanted = Signal(str)
    number_wanted = Signal(str)
    reissue_wanted = Signal(str)
    revoke_wanted = Signal(str)
    save_wanted = Signal(str)
    card_wanted = Signal(str)
    copy_wanted = Signal(object)
    sent_wanted = Signal(str)
    export_wanted = Signal(tuple)
    import_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._list = CallList("", (), ())
        self._shown: tuple[CallLine, ...] = ()
        self._owners: tuple[str, ...] = ()
        self._fills: tuple[Fill, ...] = ()
        self.pane = CallPane(speech)
        self.bars = SlotBars()
        self.bars.chosen.connect(lambda _slot: self._show_lines())
        self.views = Options(tuple((view, "") for view in VIEWS), has_digits=False)
        self.views.choose(ALL)
        self.views.chosen.connect(lambda _view: self._show_lines())
        self.search_line = Line(icon="search")
        self.owners = Picker()
        self.owners.currentIndexChanged.connect(lambda _place: self._show_lines())
        self.copy_button = Button("", "outline", icon="send")
        self.sent_button = Button("", "outline", icon="check")
        self.export_button = Button("", "outline", icon="file-down")
        for button, name in ((self.copy_button, "copy"), (self.sent_button, "sent"), (self.export_button, "export")):
            button.setObjectName(f"calls_{name}")
        self.copy_button.clicked.connect(lambda: self.copy_wanted.emit(self.wanted))
        self.sent_button.clicked.connect(lambda: self.sent_wanted.emit(self.owners.choice))
        self.export_button.clicked.connect(lambda: self.export_wanted.emit(tuple(one.client for one in self.matching)))
        self.table = CallTable(speech)
        self.table.chosen.connect(self._chose)
        self.table.opened.connect(lambda _client: self.pane.words.setFocus())
        self.table.letter_pressed.connect(self._letter)
        self._more = Label("", "caption", "ink3")
        self._empty = EmptyState("users")
        self._empty.acted.connect(self._empty_acted)
        self._keys = KeyLine(("1-5",), ("J", "K"), ("Enter",), ("P",), ("/",))
        self.table.digit_pressed.connect(self.pane.press)
        self.pane.noted.connect(self._noted)
        self.pane.left.connect(self.table.setFocus)
        for name in ("number_wanted", "reissue_wanted", "revoke_wanted", "save_wanted", "card_wanted"):
            getattr(self.pane, name).connect(getattr(self, name))
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(_TYPING_MS)
        self._typing.timeout.connect(self._show_lines)
        self.search_line.textChanged.connect(lambda _text: self._typing.start())
        self.search_line.returnPressed.connect(self.table.setFocus)
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        tools = row(*(self.search_line, self.owners, self.copy_button, self.sent_button, self.export_button), gap=PX.s8)
        tools.setStretch(0, 1)
        listed = Card(is_flush=True)
        listed.body.setSpacing(0)
        listed.body.addWidget(self.table, 1)
        listed.body.addWidget(self._empty, 1)
        listed.body.addLayout(row(self._more, margins=(PX.s12, PX.s4, 0, PX.s4)))
        listed.body.addWidget(self._keys)
        self._beside = Card(is_flush=True)
        self._beside.setFixedWidth(_PANE_PX)
        self._beside.body.addWidget(self.pane)
        both = row(listed, self._beside, gap=PX.between_cards)
        both.setStretch(0, 1)
        whole = column(self.bars, self.views, tools, both, gap=PX.s8)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    @property
    def wanted(self) -> Wanted:
        """The people who are shown."""
        return Wanted(self.owners.choice, self.bars.choice, self.views.choice, self.search_line.text().strip())

    @property
    def matching(self) -> tuple[CallLine, ...]:
        """Everybody who fits, in the order shown, also those for whom there is no row."""
        return self._shown

    def line(self, client: str) -> CallLine | None:
        """How it stands with somebody."""
        return next((one for one in self._list.lines if one.client == client), None)

    def show_list(self, found: CallList) -> None:
        """Show the list anew; the person one stands on stays where they still fit."""
        if found.event != self._list.event:
            self.bars.clear()
        self._list = found
        names = sorted({one.owner for one in found.lines if one.owner})
        self._owners = (*names, *([NOBODY] if names and any(not one.owner for one in found.lines) else []))
        self.retranslate()

    def put(self, line: CallLine) -> None:
        """Show how it stands with one person now; all others stay."""
        lines = tuple(line if one.client == line.client else one for one in self._list.lines)
        self._list = replace(self._list, lines=lines)
        self._show_lines()

    def stand_on(self, client: str) -> None:
        """Stand on somebody's row, whatever is shown besides."""
        one = self.line(client)
        if one is not None and not self.wanted.fits(one):
            self.views.choose(ALL)
            self._show_lines()
        self.table.choose(client)

    def show_tries(self, client: str, tries: tuple[InviteContact, ...]) -> None:
        """Show what was tried to reach somebody."""
        self.pane.show_tries(client, tries)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.fit(self.width() - _PANE_PX)

    def _chose(self, client: str) -> None:
        self.pane.show_line(self.line(client), self._own_fills)
        self.tries_wanted.emit(client)

    @property
    def _own_fills(self) -> tuple[Fill, ...]:
        """How full those slots are that the event has itself."""
        return self._fills[: len(self._list.slots)]

    def _noted(self, client: str, result: str, words: str, slot: str, why: str) -> None:
        # The next one comes at once: whoever calls does not wait for the disk.
        after = self.table.after
        self.noted.emit(client, result, words, slot, why)
        if after:
            self.table.choose(after)
        self.table.setFocus()

    def _letter(self, letter: str) -> None:
        if letter == "P":
            self.pane.show_number()

    def _empty_acted(self) -> None:
        if self._list.lines:
            self.search_line.clear()
            self.owners.choose(ALL)
            self.views.choose(ALL)
            self.bars.clear()
            self._show_lines()
        else:
            self.import_wanted.emit()

    def begin(self) -> None:
        """Take the keys."""
        self.table.setFocus()

    @override
    def retranslate(self) -> None:
        named = {ALL: self.tr("All owners"), NOBODY: self.tr("Without an owner")}
        owners = (ALL, *self._owners)
        self.owners.set_values(tuple((one, named.get(one, one)) for one in owners))
        self.search_line.setPlaceholderText(self.tr("Name, room, end of phone"))
        self.table.set_titles()
        self._keys.set_texts(
            self.tr("note the result"), self.tr("up and down"), self.tr("what they said"), self.tr("number"),
            self.tr("search"),
        )  # fmt: skip
        self.copy_button.setText(self.tr("Copy reminders"))
        self.export_button.setText(self.tr("Save as a table"))
        self._show_lines()

    def _show_lines(self) -> None:
        lines = self._list.lines
        self._fills = self._list.fills
        self.bars.show_fills(self._fills)
        counted, unsent, shown = self._sorted_out(self.wanted)
        texts = [self.tr("All"), *(self._short(state) for state in VIEWS[1:])]
        counts = [sum(counted.values()), *(counted[state] for state in VIEWS[1:])]
        self.views.set_texts(tuple(f"{text} {count:,}" for text, count in zip(texts, counts, strict=True)))
        self.sent_button.setText(self.tr("Note {count} as sent").replace("{count}", f"{unsent:,}"))
        self.sent_button.setVisible(unsent > 0)
        self._shown = shown
        self.table.show_lines(self._shown[:MOST_ROWS])
        more = self.tr("The first {count} of {total}: choose an owner or a slot")
        more = more.replace("{count}", f"{MOST_ROWS:,}").replace("{total}", f"{len(self._shown):,}")
        self._more.setText(more)
        self._more.setVisible(len(self._shown) > MOST_ROWS)
        self.table.setVisible(bool(self._shown))
        self._keys.setVisible(bool(self._shown))
        for button in (self.copy_button, self.sent_button, self.export_button):
            button.updateGeometry()
            button.setEnabled(bool(self._shown))
        self._empty.setVisible(not self._shown)
        if lines:
            self._empty.say(
                self.tr("Nobody here"), self.tr("Nobody of the list fits what was chosen."), self.tr("Show all")
            )
        else:
            self._empty.say(
                self.tr("Nobody is on the list"), self.tr("Import the client list of this event first."),
                self.tr("Import a list"),
            )  # fmt: skip
        self.bars.setVisible(any(fill.slot.text for fill in self._fills))
        for part in (self.views, self.search_line, self.owners, self.copy_button, self.export_button):
            part.setVisible(bool(lines))
        if self._shown:
            self.table.choose(self.table.choice or self._shown[0].client)
        line = self.line(self.table.choice) if self._shown else None
        self._beside.setVisible(line is not None)
        self.pane.show_line(line, self._own_fills)

    def _sorted_out(self, wanted: Wanted) -> tuple[Counter[str], int, tuple[CallLine, ...]]:
        """How many there are of each state, how many of the owner's have nothing yet, and who is shown."""
        counted, unsent, shown = Counter[str](), 0, list[CallLine]()
        owner, slot, state = wanted.owner, wanted.slot, wanted.state
        words = replace(wanted, owner=ALL, slot="", state=ALL)
        # Gone through at every key: thousands of people in one go, and each of them asked as little as may be.
        for one in self._list.lines:
            if owner and owner != (one.owner or NOBODY):
                continue
            unsent += one.state == NOT_SENT
            if slot and slot != (one.slot or NO_SLOT):
                continue
            counted[one.state] += 1
            if (not state or state == one.state) and (not words.text or words.fits(one)):
                shown.append(one)
        return counted, unsent, tuple(shown)

    def _short(self, state: str) -> str:
        return self.tr("No answer") if state == "sent" else self._speech.code("invite_state", state)
