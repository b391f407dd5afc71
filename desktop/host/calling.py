"""What a host does before a client sits down: take over, call, call again, let go; or leave for a while."""

from collections.abc import Callable

from desktop.host.asking import Asking
from desktop.host.desk import Desk
from desktop.host.guests import Guest
from desktop.host.state import Hall
from desktop.host.waiting import WaitingColumn

DEEDS = ("F7", "F10", "gone")


class Calling:
    """Asks the desk; `then` shows the hall as it is afterwards."""

    def __init__(self, asking: Asking, column: WaitingColumn, then: Callable[[Hall], None]) -> None:
        self._asking, self._column, self._then = asking, column, then

    def call_or_take(self, guest: Guest, desk: Desk, hall: Hall) -> None:
        """Call somebody of this host's; one of another's, or of nobody's, is taken over first, on purpose."""
        if hall.host is not None:
            turn, host = guest.turn, hall.host.id
            deed = desk.call if guest.deed == "call" else desk.take_over
            self._asking.ask_alone(lambda: deed(turn, host), self._then)

    def press(self, deed: str, desk: Desk, hall: Hall) -> None:
        """Do what a key or a button asks for, where it can be done now."""
        guest = self._column.chosen
        if deed == "F10":
            self._turn_away(desk, hall)
        elif guest is not None and guest.called_at is not None and guest.whose == "mine":
            turn = guest.turn
            again_or_gone = desk.call_again if deed == "F7" else desk.gone
            self._asking.ask_alone(lambda: again_or_gone(turn), self._then)

    def _turn_away(self, desk: Desk, hall: Hall) -> None:
        """Those who wait go to other tables meanwhile."""
        if hall.event and hall.here:
            event, staff, is_away = hall.event.id, hall.here.staff, hall.here.away_at is None
            self._asking.ask_alone(lambda: desk.be_away(event, staff, is_away=is_away), self._then)
