"""Work that goes on beside an open window, round after round, in a thread and a connection of its own."""

import threading
from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.store import Store


class Rounds(ABC):
    """Goes round from `start` to `stop`. The first round comes after a pause, so that the window opens undisturbed."""

    def __init__(self, name: str, file: Path, passphrase: str | None) -> None:
        self._file = file
        self._passphrase = passphrase
        self._ending = threading.Event()
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)

    def start(self) -> None:
        """Begin; nothing is read before the first pause is over."""
        self._thread.start()

    def stop(self) -> None:
        """End after the round under way, with a last one for what is still to do."""
        self._ending.set()
        self._thread.join()

    @abstractmethod
    def _pause_s(self) -> float:
        """Seconds until the next round."""

    @abstractmethod
    def _round(self, store: "Store | None", *, is_last: bool = False) -> "Store | None":
        """Go round once; returns the database for the next round, None while it could not be opened."""

    def _work(self) -> None:
        store: Store | None = None
        try:
            is_last = False
            while not is_last:
                is_last = self._ending.wait(self._pause_s())
                store = self._round(store, is_last=is_last)
        finally:
            if store:
                store.close()
