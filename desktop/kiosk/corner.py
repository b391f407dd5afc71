"""The staff's corner at work: the PIN, the day's figures, putting right, this kiosk's switches, closing the program."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Protocol, TypeVar, cast

from PySide6.QtCore import QObject, Signal

from db.errors import Misused, Refused
from desktop.kiosk.desk import Desk
from desktop.kiosk.device_corner import DeviceCorner
from desktop.kiosk.staff_desk import StaffDesk
from desktop.kiosk.state import AskingPin, AtDevice, AtWork, Board, Door, NewPin, State
from desktop.kiosk.window import KioskWindow
from desktop.services.device_state import DeviceState
from desktop.services.papers.printing import Queues
from desktop.services.people.pin import FEWEST_DIGITS
from desktop.settings import Settings, Side
from desktop.widgets.context import BoardShown
from desktop.widgets.kit_panel import KitPanel, KitTold

T = TypeVar("T")


class Place(Protocol):
    """What the corner asks of the kiosk around it."""

    @property
    def state(self) -> State: ...
    @property
    def settings(self) -> Settings: ...
    def show(self, state: State) -> None: ...
    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None: ...
    def stand(self, door: Door) -> None: ...
    def keep(self, settings: Settings) -> None: ...
    def update(self, state: State) -> None: ...
    def at_device(self, device: DeviceState, printers: Queues | None) -> AtDevice: ...
    def turn_board(self) -> BoardShown: ...


class Corner(QObject):
    """One for each kiosk; `closed` says that the program is to end."""

    closed = Signal()

    def __init__(self, place: Place, desk: Desk, window: KioskWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._desk, self._window = place, desk, window
        self._staff = StaffDesk(desk)
        self._kit = KitPanel(window, is_kiosk=True)
        # A kit may have brought the day's event.
        self._kit.closed.connect(lambda: self._place.run(self._desk.find_event, self._moved))
        self._device = DeviceCorner(place, self._staff, window, self)
        self._device.left.connect(self._let_in)
        self._device.turned.connect(self._turn_full)
        window.pin.typed.connect(self._type)
        window.pin.finished.connect(self.enter)
        window.staff.worked.connect(self._work)
        window.staff.chosen.connect(self._switch)
        window.staff.hall.worked.connect(self._direct_hall)
        window.staff.kit_wanted.connect(lambda: self._place.run(self._staff.take_kit, self._show_kit))

    @property
    def device(self) -> DeviceCorner:
        """The page about this device."""
        return self._device

    def open(self) -> None:
        """Somebody of ours is at the corner: in at once where no PIN was set, else after it."""
        self._place.run(self._staff.has_pin, lambda has_pin: self._ask() if has_pin else self._let_in())

    def guard(self) -> None:
        """Where a PIN was set, the window is not closed without it."""
        self._place.run(self._staff.has_pin, partial(setattr, self._window, "is_guarded"))

    def enter(self) -> None:
        """All digits are typed."""
        state = self._place.state
        if isinstance(state, AskingPin) and len(state.digits) >= FEWEST_DIGITS:
            self._place.run(partial(self._staff.pin_matches, state.digits), self._tried)
        elif isinstance(state, NewPin) and len(state.digits) >= FEWEST_DIGITS:
            self._choose_pin(state)

    def explain(self, error: BaseException) -> bool:
        """Say what stands in the way where it is a matter of the PIN; whether it was."""
        if isinstance(error, Refused) and error.code == "pin_pause":
            self._place.show(AskingPin(problem="pause", seconds=int(error.facts.get("seconds", 0))))
            return True
        is_pin = isinstance(error, Misused | Refused) and isinstance(self._place.state, NewPin)
        if is_pin:
            self._place.show(NewPin(problem="not_allowed"))
        return is_pin

    def _ask(self) -> None:
        self._window.is_guarded = True
        self._place.show(AskingPin())

    def _let_in(self) -> None:
        self._place.run(self._staff.board, self._show_board)

    def _show_board(self, board: Board) -> None:
        self._window.is_guarded = board.has_pin
        self._place.show(AtWork(board))

    def _type(self, digits: str) -> None:
        state = self._place.state
        if isinstance(state, AskingPin | NewPin):
            self._place.show(replace(state, digits=digits))

    def _tried(self, is_right: bool) -> None:
        if not isinstance(self._place.state, AskingPin):
            return
        if is_right:
            self._let_in()
        else:
            self._place.show(AskingPin(problem="wrong"))

    def _choose_pin(self, state: NewPin) -> None:
        if not state.first:
            self._place.show(NewPin(first=state.digits))
        elif state.first != state.digits:
            self._place.show(NewPin(problem="different"))
        else:
            self._place.run(partial(self._staff.set_pin, state.digits), self._show_board)

    def _work(self, deed: str, what: str) -> None:
        state = self._place.state
        if not isinstance(state, AtWork):
            return
        match deed:
            case "undo":
                self._place.run(partial(self._staff.undo, what), self._show_board)
            case "reason":
                self._place.show(replace(state, admitting=what))
            case "admit":
                self._place.run(partial(self._staff.admit, state.admitting, what), self._show_board)
            case "stand_at" | "stand_where":
                self._move(deed, what)
            case "destroy_guests":
                self._place.run(self._staff.destroy_guests, self._show_board)
            case "new_pin":
                self._place.show(NewPin())
            case "device":
                self._device.open()
            case "close":
                self._window.is_guarded = False
                self.closed.emit()

    def _direct_hall(self, deed: str) -> None:
        """The calling board on a second screen, or the pause of all of them."""
        if not isinstance(self._place.state, AtWork):
            return
        if deed == "board":
            self._window.staff.hall.show_board(self._place.turn_board())
        else:
            self._place.run(self._staff.pause_screens, self._show_board)

    def _move(self, deed: str, what: str) -> None:
        """To another event, or to another station of the same."""
        if deed == "stand_at":
            self._place.run(partial(self._desk.stand_at, what), self._moved)
        else:
            self._place.keep(replace(self._place.settings, station=what))
            self._place.run(partial(self._desk.stand_where, what), self._moved)

    def _show_kit(self, told: KitTold | None) -> None:
        self._kit.show_told(told)

    def _moved(self, door: Door) -> None:
        self._place.stand(door)
        self._let_in()

    def _turn_full(self) -> None:
        if self._window.isFullScreen():
            self._window.showNormal()
        else:
            self._window.showFullScreen()
        self._place.show(self._place.state)

    def _switch(self, name: str, value: str) -> None:
        settings = self._place.settings
        match name:
            case "mode":
                is_staffed = value == "staffed"
                self._place.keep(replace(settings, kiosk_mode="staffed" if is_staffed else "self_service"))
                self._place.run(partial(self._desk.serve, is_staffed=is_staffed), self._moved)
                return
            case "reader":
                settings = replace(settings, has_camera=value == "camera")
            case "volume":
                settings = replace(settings, has_sounds=value != "0", volume=int(value) or settings.volume)
            case "side":
                settings = replace(settings, desk_side=cast(Side, value))
        self._place.keep(settings)
        self._place.show(self._place.state)
