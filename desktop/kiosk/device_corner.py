"""The staff's page about this device at work: what disk, database and printers say, and the scanner's test."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, Protocol, TypeVar

from PySide6.QtCore import QObject, QProcess, Signal

from desktop.devices.serial_scanner import port_names
from desktop.jobs import Jobs
from desktop.kiosk.staff_desk import StaffDesk
from desktop.kiosk.state import AtDevice, State
from desktop.kiosk.window import KioskWindow
from desktop.services.device_state import DeviceState
from desktop.services.papers.printing import Queues, queues
from desktop.settings import PrintsItself, Settings

if TYPE_CHECKING:
    from desktop.services.rehearsing.stage import Facts
    from desktop.widgets.scanner_trial import ScannerTrial

T = TypeVar("T")
_NEXT_PRINT: Final[dict[PrintsItself, PrintsItself]] = {"": "ticket", "ticket": "badge", "badge": ""}


class Place(Protocol):
    """What this page asks of the kiosk around it."""

    @property
    def state(self) -> State: ...
    @property
    def settings(self) -> Settings: ...
    def show(self, state: State) -> None: ...
    def update(self, state: State) -> None: ...
    def run(self, work: Callable[[], T], done: Callable[[T], None]) -> None: ...
    def keep(self, settings: Settings) -> None: ...
    def at_device(self, device: DeviceState, printers: Queues | None) -> AtDevice: ...


class DeviceCorner(QObject):
    """One for each kiosk; `left` says that the staff's first page is wanted again, `turned` full screen or window."""

    left = Signal()
    turned = Signal()

    def __init__(self, place: Place, staff: StaffDesk, window: KioskWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._staff, self._window = place, staff, window
        # Printers are asked beside the worker: a spooler that is stuck must not keep a client waiting.
        self._asking: Jobs | None = None
        self._trial: ScannerTrial | None = None
        window.device.worked.connect(self._work)

    @property
    def is_trying(self) -> bool:
        """Whether the scanner is being tried: nobody is checked in meanwhile."""
        return self._trial is not None and self._trial.is_open

    def open(self) -> None:
        """Look at the device and show it."""
        self._place.run(self._staff.device, self._show)

    def close(self) -> None:
        """Listen and ask no more."""
        if self._trial is not None:
            self._trial.leave()
        if self._asking is not None:
            self._asking.close()

    def hear(self, text: str) -> None:
        """What a serial scanner has sent, where it is being tried."""
        if self._trial is not None and self._trial.is_open:
            self._trial.hear(text)

    def show_port(self, state: str) -> None:
        """The serial scanner came or went."""
        if self._trial is not None and self._trial.is_open:
            self._trial.show_port(self._place.settings.scanner_port, state)

    def _show(self, device: DeviceState) -> None:
        self._place.show(self._place.at_device(device, None))
        self._asking = self._asking or Jobs(self)
        self._asking.run(queues, done=self._show_printers, failed=partial(self._show_printers, Queues(())))

    def _show_printers(self, found: Queues, _error: BaseException | None = None) -> None:
        state = self._place.state
        if isinstance(state, AtDevice):
            self._place.update(replace(state, printers=found))

    def _work(self, deed: str) -> None:
        state = self._place.state
        if not isinstance(state, AtDevice):
            return
        match deed:
            case "board":
                self.left.emit()
            case "look":
                self.open()
            case "trial":
                self._try_scanner()
            case "eye":
                self._take_next_camera(state)
            case "full":
                self.turned.emit()
            case "prints":
                chosen = _NEXT_PRINT[self._place.settings.prints_on_welcome]
                self._place.keep(replace(self._place.settings, prints_on_welcome=chosen))
                self._place.update(state)
            case "practice":
                self._place.run(self._staff.facts, _practise)

    def _try_scanner(self) -> None:
        # Loaded when it is asked for: the kiosk's first paint is not to wait for it.
        from desktop.widgets.scanner_trial import ScannerTrial, taught

        if self._trial is None:
            self._trial = ScannerTrial(self._window, port_names, is_kiosk=True)
            self._trial.learnt.connect(lambda verdict: self._place.keep(taught(self._place.settings, verdict)))
            self._trial.port_chosen.connect(
                lambda port: self._place.keep(replace(self._place.settings, scanner_port=port))
            )
            # What was learnt stands in the page's first line.
            self._trial.closed.connect(self._back_from_trial)
        self._trial.begin(self._place.settings.scanner_port)

    def _back_from_trial(self) -> None:
        if isinstance(self._place.state, AtDevice):
            self._place.show(self._place.state)

    def _take_next_camera(self, state: AtDevice) -> None:
        names = state.cameras
        place = names.index(state.camera_name) if state.camera_name in names else -1
        if names:
            self._place.keep(replace(self._place.settings, camera=names[(place + 1) % len(names)]))


def _practise(facts: "Facts | None") -> None:
    """A kiosk in a program of its own: this one goes on behind it and hears of nothing that is practised."""
    from desktop.services.rehearsing import stage

    if facts is not None:
        program, *words = stage.practice_command(stage.leave_facts(facts))
        QProcess.startDetached(program, words)
