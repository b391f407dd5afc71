"""Who comes when to which kiosk, and with what in the hand."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from db.store import Store
from desktop.cli.demo.day import MINUTE_MS, Day
from desktop.cli.demo.office import KIOSKS, Guest
from desktop.cli.demo.people import CORRECTED, DOORS, MISSPELT, WALK_INS
from desktop.cli.demo.stage import expect
from desktop.services.guests import check_ins, clients
from desktop.services.opening import caller_as
from desktop.services.registry import Caller
from desktop.tokens.code import make_code

DESKS = ("东门", "西门")
ARRIVING = 0.77
REPEATS, OF_THESE_AT_THE_OTHER_KIOSK = 10, 6
FOREIGN = 3
MISREAD = ("https://example.com/pay/88", "QT7K2AAAAABBBBCC", "6922868280012", "二维码")
UNKNOWN = 2

Arrivals = list[tuple[int, int, Guest]]


class Door:
    """Plans the two kiosks' part of the day."""

    def __init__(self, day: Day) -> None:
        self.day = day

    def plan(self) -> Arrivals:
        """Plan all that happens at the door; returns when, where and who of the invited comes, in time order."""
        arrivals = self._plan_arrivals()
        self._plan_repeats(arrivals)
        self._plan_strangers()
        return arrivals

    def _plan_arrivals(self) -> Arrivals:
        random, revoked = self.day.stage.random, set(self.day.invited.revoked)
        known = next(guest for guest in self.day.invited.guests if guest.name == MISSPELT)
        others = [guest for guest in self.day.invited.guests if guest not in revoked and guest != known]
        coming = random.sample(others, round(ARRIVING * len(self.day.invited.guests)) - 1)
        arrivals = [(self.day.stage.at(9, 20), 0, known)]
        arrivals += [(self._arrival(guest), random.randrange(2), guest) for guest in coming]
        for at, kiosk, guest in arrivals:
            self.day.at(at, partial(self._show, kiosk, guest, "welcomed"))
        self.day.played["arrived"] += len(arrivals)
        return sorted(arrivals, key=lambda arrival: arrival[0])

    def _arrival(self, guest: Guest) -> int:
        """Most come at the beginning of their slot, some before it, a few much later."""
        hour, minute = map(int, (guest.slot or "09:00").split("-")[0].split(":"))
        return self.day.stage.at(hour, minute + self.day.stage.random.triangular(-10, 85, 12))

    def _plan_repeats(self, arrivals: Arrivals) -> None:
        """A code shown twice: known at its own kiosk, let in once more at the other, which has not heard of it yet."""
        random = self.day.stage.random
        again = [one for one in arrivals if one[2].name != MISSPELT]
        for number, (at, kiosk, guest) in enumerate(random.sample(again, REPEATS)):
            later = at + random.randint(4, 50) * MINUTE_MS
            elsewhere = number < OF_THESE_AT_THE_OTHER_KIOSK
            desk, outcome = (1 - kiosk, "welcomed") if elsewhere else (kiosk, "already")
            self.day.at(later, partial(self._show, desk, guest, outcome))
            self.day.played["double_admissions"] += elsewhere

    def _plan_strangers(self) -> None:
        """Codes taken back, codes of another event, codes of nobody, no codes at all, and people without one."""
        random = self.day.stage.random
        shown = [(guest, "revoked") for guest in self.day.invited.revoked]
        shown += [(guest, "wrong_event") for guest in random.sample(self.day.invited.elsewhere, FOREIGN)]
        for guest, outcome in shown:
            self._sometime(partial(self._show, guest=guest, outcome=outcome))
        texts = [(text, "malformed") for text in MISREAD]
        texts += [(self._nobodys_code(number), "unknown") for number in range(UNKNOWN)]
        for text, outcome in texts:
            self._sometime(partial(self._scan, text=text, outcome=outcome))
        for name, phone, room in WALK_INS:
            self._sometime(partial(self._walk_in, name=name, phone=phone, room=room))
        self.day.played["arrived"] += UNKNOWN + len(WALK_INS)

    def _nobodys_code(self, number: int) -> str:
        """Well-formed, of this event, and given to nobody."""
        return make_code(self.day.invited.event, self.day.stage.random.randbytes(16), str(number))

    def _sometime(self, happens: Callable[..., None]) -> None:
        random = self.day.stage.random
        at, desk = self.day.stage.at(9, random.uniform(15, 400)), random.randrange(2)
        self.day.at(at, partial(happens, desk))

    def _kiosk(self, desk: int) -> tuple[Caller, Store]:
        store = self.day.devices[KIOSKS[desk]]
        return caller_as(store, DOORS[desk]), store

    def _show(self, desk: int, guest: Guest, outcome: str) -> None:
        """Hold a picture under the reader and scan what was read."""
        text = read_picture(guest.picture)
        self.day.played["codes_read_back"] += 1
        self.day.played["misread"] += text != guest.token
        self._scan(desk, text, outcome)
        if guest.name == MISSPELT and outcome == "welcomed":
            caller, store = self._kiosk(desk)
            clients.set_fields(caller, store, client=guest.client, changes={"name": CORRECTED[0]})

    def _scan(self, desk: int, text: str, outcome: str) -> None:
        caller, store = self._kiosk(desk)
        shown = check_ins.scan(caller, store, event=self.day.invited.event, token=text, desk=DESKS[desk])
        expect(f"scan {text}", outcome, shown.outcome)
        self.day.played[outcome] += 1

    def _walk_in(self, desk: int, name: str, phone: str | None, room: str | None) -> None:
        caller, store = self._kiosk(desk)
        check_ins.walk_in(
            caller, store, event=self.day.invited.event, name=name, phone=phone, room=room, desk=DESKS[desk]
        )
        self.day.played["walk_in"] += 1


def read_picture(picture: Path) -> str:
    """The text of the one code in a picture file; empty when none is found."""
    import zxingcpp
    from PIL import Image

    with Image.open(picture) as image:
        found = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return str(found[0].text) if len(found) == 1 else ""
