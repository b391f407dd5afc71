"""The database's side of the staff corner; every method runs on the job worker."""

from datetime import datetime
from typing import TYPE_CHECKING

from desktop.devices import sticks
from desktop.kiosk.desk import Desk
from desktop.kiosk.state import Board, Choice, Decision
from desktop.rules.times import day_of, local
from desktop.services import device_state
from desktop.services.device_state import DeviceState
from desktop.services.events import events
from desktop.services.exchange import kit_taking
from desktop.services.guests import door_book, self_service, stripping
from desktop.services.hall import screens
from desktop.services.people import pin
from desktop.widgets.kit_panel import KitTold

if TYPE_CHECKING:
    from desktop.services.rehearsing.stage import Facts


class StaffDesk:
    """What somebody of ours does at a kiosk beside letting clients in."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def has_pin(self) -> bool:
        """Whether the corner is guarded."""
        return pin.has_pin(self._desk.opened()[0])

    def pin_matches(self, digits: str) -> bool:
        """Whether these digits open the corner; takes half a second. Raises Refused `pin_pause`."""
        return pin.pin_matches(self._desk.opened()[0], digits)

    def set_pin(self, digits: str) -> Board:
        """Guard the corner with these digits. Raises Misused `pin_digits`."""
        store, caller, _ = self._desk.opened()
        pin.set_pin(caller, store, digits)
        return self.board()

    def board(self) -> Board:
        """The day so far and this kiosk's own state."""
        store, caller, zone = self._desk.opened()
        event, is_staffed = self._desk.event, self._desk.is_staffed
        every = tuple(line.event for line in events.everything(caller, store))
        choices = tuple(Choice(one.id, one.title, day_of(one.starts_at, zone)) for one in every)
        if not event:
            return Board(None, (), choices, is_staffed, pin.has_pin(store))
        return Board(
            door_book.figures(caller, store, event=event),
            tuple(self._decision(line) for line in door_book.latest(caller, store, event=event)),
            choices, is_staffed, pin.has_pin(store), self_service.how_many(caller, store, event=event),
            self_service.may_purge(caller, store),
            any(one.id == event and one.paused_at is not None for one in every),
        )  # fmt: skip

    def admit(self, check_in: str, reason: str) -> Board:
        """Let somebody in whom the decision did not, and say why."""
        self._desk.let_in(check_in, reason)
        return self.board()

    def undo(self, check_in: str) -> Board:
        """Take a check-in back."""
        self._desk.undo(check_in)
        return self.board()

    def pause_screens(self) -> Board:
        """Let every calling screen ask for patience, or go on."""
        store, caller, _ = self._desk.opened()
        turn = screens.resume if self.board().is_paused else screens.pause
        turn(caller, store, event=self._desk.event)
        return self.board()

    def facts(self) -> "Facts | None":
        """What a rehearsal of the event here needs; without one the latest, None where there is none at all."""
        from desktop.services.rehearsing import stage

        store, caller, _ = self._desk.opened()
        every = [line.event.id for line in events.everything(caller, store)]
        event = self._desk.event or (every[-1] if every else "")
        return stage.facts_of(caller, store, event=event, data_file=self._desk.file) if event else None

    def device(self) -> DeviceState:
        """How this device stands."""
        store, caller, _ = self._desk.opened()
        return device_state.state(caller, store, database=self._desk.file)

    def take_kit(self) -> KitTold | None:
        """Take the event's kit from a stick that is plugged in; None where there is none."""
        store, caller, _ = self._desk.opened()
        done = kit_taking.take_found(caller, store, folders=sticks.kits())
        return KitTold(done.title, done.name, done.fingerprint, done.findings) if done else None

    def destroy_guests(self) -> Board:
        """Destroy this kiosk's own list, when the office has everything."""
        store, caller, _ = self._desk.opened()
        if not self._desk.is_staffed and stripping.may_strip(
            caller, store, now_ms=store.clock(), besides=self._desk.event
        ):
            stripping.forget_clients(caller, store)
        else:
            self_service.purge(caller, store, event=self._desk.event or None)
        return self.board()

    def _decision(self, line: door_book.Line) -> Decision:
        # A client may stand before the screen: without staff there is no name on it at all.
        name = line.name if self._desk.is_staffed else ""
        at: datetime = local(line.at, self._desk.opened()[2])
        return Decision(
            line.check_in, at, line.outcome, line.means, name, line.is_undone, line.may_undo, line.may_admit
        )
