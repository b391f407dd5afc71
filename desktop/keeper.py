"""Looks after the database while a window is open: a copy every quarter of an hour in which it changed, and at the end.

It has a thread and a connection of its own, so that no scan ever waits for a copy.
"""

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from db import ballast
from db.errors import Trouble

if TYPE_CHECKING:
    from db.store import Store

LOOK_EVERY_S = 60.0


class Keeper:
    """Keeps copies from `start` to `stop`; `trouble` is the last reason why it could not, None when all is well."""

    def __init__(self, file: Path, passphrase: str | None) -> None:
        self._file = file
        self._passphrase = passphrase
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._work, name="keeper", daemon=True)
        self.trouble: Trouble | None = None

    def start(self) -> None:
        """Begin; nothing is read before the first minute is over, so that the window opens undisturbed."""
        self._thread.start()

    def stop(self) -> None:
        """Make the last copy if one is due, and end."""
        self._ending.set()
        self._thread.join()

    def _work(self) -> None:
        store: Store | None = None
        try:
            is_ending = False
            while not is_ending:
                is_ending = self._ending.wait(LOOK_EVERY_S)
                store = self._look(store, "closing" if is_ending else "timer")
        finally:
            if store:
                store.close()

    def _look(self, store: "Store | None", reason: str) -> "Store | None":
        """Make a copy if one is due; a disk that is full now may have room in a minute."""
        # Loaded here: the first paint of the window is not to wait for it.
        from desktop.services.keeping import backups
        from desktop.services.opening import open_database

        try:
            store = store or open_database(self._file, self._passphrase)
            ballast.lay(self._file)
            backups.back_up_if_due(store, reason=reason)
            self.trouble = None
        except Trouble as trouble:
            self.trouble = trouble
        return store
