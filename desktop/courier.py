"""Exchanges with the shared folder while a window is open, every few seconds, in a thread and a connection of its own.

A folder that is not there is nothing unusual: the next round tries again, and what waits stays in the database.
"""

import random
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import Trouble

if TYPE_CHECKING:
    from db.store import Store

ROUND_S = 3.0
# Devices that were switched on together are not to knock together.
JITTER_S = 2.0
SLOWEST_S = 60.0


@dataclass(frozen=True, slots=True)
class Standing:
    """How the exchange stands: the last good round (UTC ms), why the last one failed, and what could not be taken."""

    last_at: int | None = None
    trouble: Trouble | None = None
    waiting: int = 0
    missing: int = 0


class Courier:
    """Goes to the shared folder from `start` to `stop`; `standing` may be read from any thread."""

    def __init__(self, file: Path, passphrase: str | None, address: str) -> None:
        self._file = file
        self._passphrase = passphrase
        self._address = address
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._work, name="courier", daemon=True)
        self.standing = Standing()

    def start(self) -> None:
        """Begin with the first round after a moment, so that the window opens undisturbed."""
        self._thread.start()

    def stop(self) -> None:
        """End after the round under way, with a last one for what is not out yet."""
        self._ending.set()
        self._thread.join()

    def _work(self) -> None:
        store: Store | None = None
        failed = 0
        try:
            is_ending = False
            while not is_ending:
                # Ever more slowly while the folder is gone.
                pause_s = min(ROUND_S * 2**failed, SLOWEST_S) + random.uniform(0, JITTER_S)
                is_ending = self._ending.wait(pause_s)
                store = self._round(store)
                failed = min(failed + 1, 6) if self.standing.trouble else 0
        finally:
            if store:
                store.close()

    def _round(self, store: "Store | None") -> "Store | None":
        # Loaded here: the first paint of the window is not to wait for it.
        from desktop.services.exchange import outbox
        from desktop.services.opening import open_database
        from desktop.services.registry import administrator

        before = self.standing
        try:
            store = store or open_database(self._file, self._passphrase)
            done = outbox.sync(administrator(store), store, address=self._address)
            waiting = sum(len(peer.waiting) for peer in done.peers)
            missing = sum(len(peer.missing) for peer in done.peers)
            self.standing = Standing(store.clock(), None, waiting, missing)
        except Trouble as trouble:
            self.standing = Standing(before.last_at, trouble, before.waiting, before.missing)
        return store
