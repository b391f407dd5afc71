"""Exchanges with the shared folder while a window is open, every few seconds, in a thread and a connection of its own.

A folder that is not there is nothing unusual: the next round tries again, and what waits stays in the database.
"""

import random
import threading
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from db.errors import Trouble
from desktop.rounds import Rounds

if TYPE_CHECKING:
    from db.store import Store
    from desktop.services.exchange.clock import WrongClock
    from desktop.services.exchange.outbox import Peer

ROUND_S = 3.0
# Devices that were switched on together are not to knock together.
JITTER_S = 2.0
SLOWEST_S = 60.0
# A clock goes wrong slowly, and looking costs more than a round.
CLOCK_EVERY_ROUNDS = 20
# Pictures go a few at a time, so that who has arrived is known in every round.
FILES_BYTES = 32_000_000


@dataclass(frozen=True, slots=True)
class Standing:
    """How the exchange stands: the last good round (UTC ms), why the last one failed, and what could not be taken.

    `unsent` rows wait here for the next good round; `peers` are the other devices in the folder, as last seen; `clock`
    is one that goes wrong, here or there; `pictures` are files of attachments that have not come yet.
    """

    last_at: int | None = None
    trouble: Trouble | None = None
    waiting: int = 0
    missing: int = 0
    unsent: int = 0
    peers: "tuple[Peer, ...]" = ()
    clock: "WrongClock | None" = None
    pictures: int = 0


class Courier(Rounds):
    """Goes to the shared folder from `start` to `stop`; `standing` may be read from any thread."""

    def __init__(self, file: Path, passphrase: str | None, address: str) -> None:
        super().__init__("courier", file, passphrase)
        self._address = address
        self._failed = self._rounds = 0
        self.standing = Standing()

    @override
    def _pause_s(self) -> float:
        # Ever more slowly while the folder is gone.
        return min(ROUND_S * 2.0**self._failed, SLOWEST_S) + random.uniform(0, JITTER_S)

    @override
    def _round(self, store: "Store | None", *, is_last: bool = False) -> "Store | None":
        # Loaded here: the first paint of the window is not to wait for it.
        from desktop.services.exchange import clock, outbox
        from desktop.services.opening import open_database
        from desktop.services.registry import administrator

        before = self.standing
        try:
            store = store or open_database(self._file, self._passphrase)
            done = outbox.sync(administrator(store), store, address=self._address, most_bytes=FILES_BYTES)
            waiting = sum(len(peer.waiting) for peer in done.peers)
            missing = sum(len(peer.missing) for peer in done.peers)
            is_time = self._rounds % CLOCK_EVERY_ROUNDS == 0
            wrong = clock.wrong_clock(administrator(store), store) if is_time else before.clock
            self._rounds += 1
            self.standing = Standing(store.clock(), None, waiting, missing, 0, done.peers, wrong, done.parcels.missing)
        except Trouble as trouble:
            unsent = before.unsent
            # The trouble may be this device's own disk.
            with suppress(Trouble):
                unsent = outbox.unsent(administrator(store), store, address=self._address) if store else unsent
            self.standing = replace(before, trouble=trouble, unsent=unsent)
        self._failed = min(self._failed + 1, 6) if self.standing.trouble else 0
        return store


class Post:
    """The device's exchange with the folder chosen now; another folder may be chosen while the window is open."""

    def __init__(self, file: Path, passphrase: str | None, address: str) -> None:
        self._file, self._passphrase = file, passphrase
        self._address = address
        self._courier: Courier | None = None
        # A person may choose twice while the first change is still under way.
        self._changing = threading.Lock()

    @property
    def standing(self) -> Standing | None:
        """How the exchange stands; None where this device shares no folder."""
        courier = self._courier
        return courier.standing if courier else None

    def start(self) -> None:
        """Begin, where a folder is chosen."""
        with self._changing:
            if self._address and self._courier is None:
                self._courier = Courier(self._file, self._passphrase, self._address)
                self._courier.start()

    def move(self, address: str) -> None:
        """Exchange through another folder from now on, or with "" through none. Waits for the round under way."""
        if address == self._address:
            return
        self.stop()
        self._address = address
        self.start()

    def stop(self) -> None:
        """End after the round under way, with a last one for what is not out yet."""
        with self._changing:
            courier, self._courier = self._courier, None
            if courier:
                courier.stop()
