"""After an answer has been painted: the hall hears of the arrival, and staff may say how many have come."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from db.driver import DatabaseError, translate
from db.errors import Trouble
from desktop.jobs import Jobs
from desktop.kiosk.desk import Desk
from desktop.kiosk.state import Answer, Arrival, Idle
from desktop.kiosk.visit import Place
from desktop.services.guests.parties import LARGEST_PARTY

_USUAL = "table"
# Long enough for the answer's paint on a slow tablet, and before anybody has read it.
AFTER_MS = 60


class After(QObject):
    """One for each kiosk. Nothing of this stands between a scan and its answer.

    `welcomed` tells the check-in of somebody new to the hall, once it has heard of them.
    """

    welcomed = Signal(str)

    def __init__(self, place: Place, desk: Desk, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._place, self._desk, self._jobs = place, desk, jobs
        # The last household, which staff may still correct when its page has gone.
        self._last: Answer | None = None
        # An arrival that the hall has not been told of, because the paint comes first.
        self._due: Answer | None = None

    def begin(self, answer: Answer) -> None:
        """An answer is about to be painted."""
        self._last = None
        if answer.check_in and (answer.is_admitted or (answer.is_inside and not answer.station_only)):
            # Not while the answer is painted: the worker would share the processor with it.
            self.finish()
            self._due = answer
            QTimer.singleShot(AFTER_MS, self, partial(self._come, answer))

    @property
    def is_due(self) -> bool:
        """Whether the hall is still to be told of somebody."""
        return self._due is not None

    def _come(self, answer: Answer) -> None:
        if self._due is answer:
            self.finish()

    def finish(self) -> None:
        """Tell the hall what it has not heard yet: at once, where the program ends behind a scan."""
        answer, self._due = self._due, None
        if answer is not None:
            self._ask(answer)

    def count(self, by: int) -> bool:
        """One more has come, or one less; whether there is anybody to count."""
        state = self._place.state
        shown = state if isinstance(state, Answer) else self._last if isinstance(state, Idle) else None
        arrival = shown.arrival if shown else None
        if shown is None or arrival is None or not arrival.check_in or not self._desk.is_staffed:
            return False
        party = min(max(arrival.party + by, 1), LARGEST_PARTY)
        counted = replace(shown, arrival=replace(arrival, counted=party))
        self._last = counted
        self._place.show(counted)
        self._place.run(partial(self._desk.count, arrival, party), lambda _kept: None)
        return True

    def direct(self, direction: str) -> None:
        """Staff send the family that has just come in to somebody else; the same key again: to a table after all."""
        state = self._place.state
        arrival = state.arrival if isinstance(state, Answer) else None
        if not isinstance(state, Answer) or arrival is None or not arrival.turn or not self._desk.is_staffed:
            return
        wish = _USUAL if arrival.direction == direction else direction
        self._place.show(state)
        self._jobs.run(
            partial(self._desk.direct, arrival, wish),
            done=partial(self._tell, state),
            failed=partial(self._fail, state),
        )

    def _ask(self, answer: Answer) -> None:
        def arrived(arrival: Arrival) -> None:
            self._tell(answer, arrival)
            if answer.is_admitted:
                self.welcomed.emit(answer.check_in)

        self._jobs.run(partial(self._desk.arrive, answer), done=arrived, failed=partial(self._fail, answer))

    def _tell(self, answer: Answer, arrival: Arrival) -> None:
        told = replace(answer, arrival=arrival)
        if self._place.state is answer:
            self._place.update(told)
        if self._place.state in (told, Idle()):
            self._last = told

    def _fail(self, answer: Answer, error: BaseException) -> None:
        """The client is in and stays welcome; what the hall could not do is for the staff."""
        if isinstance(error, DatabaseError):
            error = translate(error, self._desk.file)
        if not isinstance(error, Trouble):
            raise error
        known = answer.arrival or Arrival()
        self._tell(answer, replace(known, trouble=error.code, facts=tuple(error.facts.items())))
