"""The kiosk's printer: a ticket or a badge by itself for everybody who was welcomed, and once more for staff.

The system is asked and the paper drawn beside the kiosk's own worker: a spooler that is stuck keeps nobody waiting.
"""

from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from db.driver import DatabaseError, translate
from db.errors import Fact, Trouble
from desktop.jobs import Jobs
from desktop.kiosk.desk import Desk
from desktop.services.papers import printing
from desktop.settings import PrintsItself, Settings

if TYPE_CHECKING:
    # What draws is loaded with the first sheet, beside the worker: the first paint is not to wait for it.
    from desktop.services.papers.badges import Claim, Printed

T = TypeVar("T")


class Place(Protocol):
    """What the printer asks of the kiosk around it."""

    @property
    def settings(self) -> Settings: ...


class DoorPrinter(QObject):
    """One for each kiosk. `told` follows each try with its check-in, the code of a trouble or "", and its facts."""

    told = Signal(str, str, dict)

    def __init__(self, place: Place, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._desk, self._jobs = place, desk, jobs
        # What waits for the system; made when something is printed first.
        self._spool: Jobs | None = None
        # Under way: a held key and a double touch are one press.
        self._open: set[tuple[str, str]] = set()
        self._is_closed = False
        # What stood in the way last; "" when the last one came through.
        self.trouble, self.facts = "", dict[str, Fact]()

    def begin(self, check_in: str) -> None:
        """Somebody is in and the hall has heard of it: print where this device is to do so by itself."""
        if check_in and self._place.settings.prints_on_welcome:
            self._print(check_in, self._place.settings.prints_on_welcome, again=False)

    def again(self, check_in: str) -> None:
        """Staff want it once more, on purpose."""
        self._print(check_in, self._place.settings.prints_on_welcome or "ticket", again=True)

    def close(self) -> None:
        """Print what is under way and nothing more."""
        self._is_closed = True
        if self._spool is not None:
            self._spool.close()
            self._spool = None

    def _print(self, check_in: str, kind: PrintsItself, *, again: bool) -> None:
        if self._is_closed or (check_in, kind) in self._open:
            return
        self._open.add((check_in, kind))
        settings = self._place.settings
        queue = settings.badge_printer if kind == "badge" else settings.ticket_printer
        failed = partial(self._fail, check_in, kind)

        def claim(printer: str) -> None:
            self._jobs.run(partial(self._claim, check_in, kind, printer, settings, again), done=send, failed=failed)

        def send(claimed: "Claim") -> None:
            self._beside(
                partial(_hand_over, claimed, whole=not again), partial(self._done, check_in, kind),
                partial(self._take_back, claimed, failed),
            )  # fmt: skip

        self._beside(partial(_ready, queue), claim, failed)

    def _claim(self, check_in: str, kind: str, printer: str, settings: Settings, again: bool) -> "Claim":
        from desktop.services.papers import door

        store, caller, _ = self._desk.opened()
        return door.claim(caller, store, check_in=check_in, kind=kind, printer=printer, settings=settings, again=again)

    def _beside(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[BaseException], None]
    ) -> None:
        if self._is_closed:
            return
        self._spool = self._spool or Jobs(self)
        self._spool.run(work, done=done, failed=failed)

    def _take_back(self, claimed: "Claim", failed: Callable[[BaseException], None], error: BaseException) -> None:
        """No printer took it, so it was not printed, and may be without a word of purpose."""

        def work() -> None:
            from desktop.services.papers import badges

            store, caller, _ = self._desk.opened()
            badges.take_back(caller, store, claim=claimed)

        self._jobs.run(work, done=lambda _none: failed(error), failed=failed)

    def _done(self, check_in: str, kind: str, _printed: "Printed") -> None:
        self._open.discard((check_in, kind))
        self.trouble, self.facts = "", {}
        self.told.emit(check_in, "", {})

    def _fail(self, check_in: str, kind: str, error: BaseException) -> None:
        self._open.discard((check_in, kind))
        if isinstance(error, DatabaseError):
            error = translate(error, self._desk.file)
        if not isinstance(error, Trouble):
            raise error
        if error.code == "printed_already":
            # Somebody came back, or showed the code twice: they hold theirs.
            return
        self.trouble, self.facts = error.code, dict(error.facts)
        self.told.emit(check_in, error.code, self.facts)


def _ready(queue: str) -> str:
    """Whether the printer prints; meanwhile what draws is loaded, so that no scan waits for it."""
    import_module("desktop.services.papers.door")
    return printing.ready(queue)


def _hand_over(claimed: "Claim", *, whole: bool) -> "Printed":
    """A name that cannot be printed whole is not printed by itself: staff see it, and may print it on purpose."""
    from desktop.services.papers import badges

    return badges.hand_over(claimed, whole=whole)
