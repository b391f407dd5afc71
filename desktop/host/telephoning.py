"""Wires the page of calls: whom to call, what came of it, the talk that begins when somebody answers."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from desktop.host.asking import Asking
from desktop.host.calls_desk import CallsDesk
from desktop.host.desk import Desk
from desktop.host.state import Hall
from desktop.host.window import HostWindow
from desktop.host.wording import joined, said_in
from desktop.rules import campaigns as rules
from desktop.services.campaigns.mine import MyCalls

_TRIED, _VOIDED, _QUIET = "tried:", "voided:", "quiet:"


class Telephoning(QObject):
    """`begun` carries the hall with the open talk. `hall_now` gives what is shown, None while a client sits here."""

    begun = Signal(object)

    def __init__(
        self, window: HostWindow, asking: Asking, clock: Callable[[], int], hall_now: Callable[[], Hall | None],
        parent: QObject,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._window, self._asking, self._clock, self._hall_now = window, asking, clock, hall_now
        self._page = window.calls
        self._desk: CallsDesk | None = None
        self.is_on = False
        self._page.pressed.connect(self.press)
        self._page.undone.connect(self._undo)
        self._page.named.connect(self._name)
        window.tasks.calls_wanted.connect(self.open)

    def start(self, desk: Desk) -> None:
        """The database is open."""
        self._desk = CallsDesk(desk, self._clock)

    def open(self) -> None:
        """Bring the calls to the front; not while a client sits here: the list names others."""
        if self._hall_now() is not None:
            self._window.pages.setCurrentWidget(self._page)
            self._page.begin()
            self.refresh()

    def offer(self) -> None:
        """Bring the calls to the front where nothing but the campaign is held today."""
        desk, hall = self._desk, self._hall_now()

        def looked(calls: MyCalls | None) -> None:
            now = self._hall_now()
            if calls is not None and now is not None and now.event and now.event.id == calls.campaign.event:
                self.open()

        if desk and hall and hall.host:
            self._asking.ask(partial(desk.look, hall.host.id), looked)

    @property
    def deeds(self) -> dict[str, Callable[[], None]]:
        """What the keys of the window do while the calls are in front; nothing elsewhere."""
        return {key: partial(self.press, key) for key in ("F2", "F8")} if self._is_in_front else {}

    @property
    def _is_in_front(self) -> bool:
        return self._window.pages.currentWidget() is self._page

    def refresh(self) -> None:
        """Read the calls anew where somebody looks at them."""
        desk, hall = self._desk, self._hall_now()
        if desk and hall and hall.host and self._is_in_front:
            self._asking.ask(partial(desk.look, hall.host.id), self._show)

    def talk_begins(self, hall: Hall) -> None:
        """A talk is open: of a call the cards stand beside it, and nobody sits here from whom to cover anything."""
        desk = self._desk
        self.is_on = bool(hall.talk and hall.talk.is_call)
        self._window.waiting.setVisible(not self.is_on)
        self._window.call_side.setVisible(self.is_on and self._page.calls is not None)
        if self.is_on and desk and hall.host:
            self._asking.ask(partial(desk.look, hall.host.id), self._show_beside)

    def talk_ends(self) -> bool:
        """Put the cards away. Returns whether it was a call: then the calls are the way on."""
        was_on, self.is_on = self.is_on, False
        self._window.waiting.show()
        self._window.call_side.hide()
        return was_on

    def press(self, key: str) -> None:
        """Do what a key or a button of the page asks for."""
        desk, hall, calls, item = self._desk, self._hall_now(), self._page.calls, self._page.item
        if desk is None or hall is None or hall.host is None or calls is None:
            return
        campaign, host = calls.campaign.id, hall.host.id
        if key == "F8":
            self._asking.ask_alone(partial(desk.begin, campaign, host, ""), self.begun.emit)
        elif key == "Delete":
            self._void(desk, host)
        elif item is None:
            return
        elif key == "F2":
            self._asking.ask_alone(partial(desk.dial, item.item), partial(self._page.show_number, item.item))
        elif key == "1":
            self._asking.ask_alone(partial(desk.begin, campaign, host, item.item), self.begun.emit)
        elif key == "quiet":
            said = self.tr("{name} wants no calls").replace("{name}", item.name or item.phone_masked)
            reason = self.tr("said so on the telephone")
            self._asking.ask_alone(partial(desk.keep_quiet, item.item, host, reason), partial(self._did, _QUIET, said))
        elif key in ("2", "3", "4", "5"):
            result = rules.RESULTS[int(key) - 1]
            said = joined(said_in("call_result", result), item.name or item.phone_masked)
            following = self._page.following()

            def tried(answer: tuple[str, MyCalls | None]) -> None:
                # An unanswered call goes to the end of the list; the cursor goes on to the next one.
                self._did(_TRIED, said, answer)
                self._page.table.choose(following)

            self._asking.ask_alone(partial(desk.tried, campaign, host, item.item, result), tried)

    def _name(self, contact: str, name: str, phone: str) -> None:
        desk, hall = self._desk, self._hall_now()
        if desk and hall and hall.host:

            def named(calls: MyCalls | None) -> None:
                self._page.clear_name()
                self._show(calls)

            self._asking.ask_alone(partial(desk.name_caller, contact, hall.host.id, name, phone), named)

    def _void(self, desk: CallsDesk, host: str) -> None:
        contact = self._page.contact
        if contact:
            said, reason = self.tr("This call counts nowhere"), self.tr("entered by mistake")

            def voided(calls: MyCalls | None) -> None:
                self._did(_VOIDED, said, (contact, calls))

            self._asking.ask_alone(partial(desk.void, contact, host, reason), voided)

    def _did(self, deed: str, said: str, answer: tuple[str, MyCalls | None]) -> None:
        row, calls = answer
        self._show(calls)
        self._page.undo.offer(deed + row, said)

    def _undo(self, deed: str) -> None:
        desk, hall = self._desk, self._hall_now()
        if desk is None or hall is None or hall.host is None:
            return
        host = hall.host.id
        kind, _, row = deed.partition(":")
        reason = self.tr("entered by mistake")
        back: dict[str, Callable[[], MyCalls | None]] = {
            _TRIED: partial(desk.void, row, host, reason), _VOIDED: partial(desk.restore, row, host),
            _QUIET: partial(desk.lift, row, host),
        }  # fmt: skip
        self._asking.ask(back[f"{kind}:"], self._show)

    def _show(self, calls: MyCalls | None) -> None:
        hall = self._hall_now()
        if hall is not None:
            self._page.show_calls(calls, hall.zone)

    def _show_beside(self, calls: MyCalls | None) -> None:
        if calls is not None and self.is_on:
            self._window.call_side.show_calls(calls)
            self._window.call_side.show()
