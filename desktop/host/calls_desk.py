"""The host's questions and deeds on the telephone, asked of the verbs; runs in the job worker like the desk."""

from collections.abc import Callable

from desktop.host.desk import Desk
from desktop.host.state import Hall
from desktop.rules import campaigns as rules
from desktop.services.campaigns import call_changes, calls, dialling, mine, quiet
from desktop.services.campaigns.calls import Told
from desktop.services.campaigns.mine import MyCalls


class CallsDesk:
    """Beside the desk, on the same open database. Every method may raise Trouble."""

    def __init__(self, desk: Desk, clock: Callable[[], int]) -> None:
        self._desk, self._clock = desk, clock
        self._caller, self._store = desk.opened

    def look(self, host: str) -> MyCalls | None:
        """The calls of this host as they stand now."""
        return mine.of_person(self._caller, self._store, staff=host, now_ms=self._clock())

    def begin(self, campaign: str, host: str, item: str) -> Hall:
        """Somebody is on the line: of a call to make, or, without `item`, a call that came in."""
        calls.begin(
            self._caller, self._store, campaign=campaign, staff=host, told=Told(item=item or None),
            direction=rules.CALLED_BACK if item else rules.RECEIVED, recorder=self._caller.staff,
        )  # fmt: skip
        return self._desk.look()

    def tried(self, campaign: str, host: str, item: str, result: str) -> tuple[str, MyCalls | None]:
        """A call that came to nothing. Returns its id and the calls as they stand afterwards."""
        made = calls.tried(
            self._caller, self._store, campaign=campaign, staff=host, result=result, told=Told(item=item)
        )
        return made.contact, self.look(host)

    def dial(self, item: str) -> str:
        """The number in full; the journal notes who has read it."""
        return dialling.dial(self._caller, self._store, item=item)

    def void(self, contact: str, host: str, reason: str) -> MyCalls | None:
        """A call counts nowhere."""
        call_changes.void(self._caller, self._store, contact=contact, reason=reason)
        return self.look(host)

    def restore(self, contact: str, host: str) -> MyCalls | None:
        """It counts again."""
        call_changes.restore(self._caller, self._store, contact=contact)
        return self.look(host)

    def name_caller(self, contact: str, host: str, name: str, phone: str) -> MyCalls | None:
        """Who called, as they told it."""
        call_changes.name_caller(self._caller, self._store, contact=contact, name=name, phone=phone)
        return self.look(host)

    def keep_quiet(self, item: str, host: str, reason: str) -> tuple[str, MyCalls | None]:
        """Whoever this call was for wants no more calls. Returns the id of that wish."""
        client, phone = mine.person_of(self._caller, self._store, item=item)
        wish = quiet.add(self._caller, self._store, client=client, phone=None if client else phone, reason=reason)
        return wish, self.look(host)

    def lift(self, wish: str, host: str) -> MyCalls | None:
        """They may be called again."""
        quiet.lift(self._caller, self._store, quiet=wish)
        return self.look(host)
