"""Looks after the database while a window is open: a copy every quarter of an hour in which it changed, and at the end.

It has a thread and a connection of its own, so that no scan ever waits for a copy.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from typing_extensions import override

from db import ballast
from db.errors import Trouble
from desktop.rounds import Rounds

if TYPE_CHECKING:
    from db.store import Store

LOOK_EVERY_S = 60.0


class Keeper(Rounds):
    """Keeps copies from `start` to `stop`; `trouble` is the last reason why it could not, None when all is well."""

    def __init__(self, file: Path, passphrase: str | None) -> None:
        super().__init__("keeper", file, passphrase)
        self.trouble: Trouble | None = None

    @override
    def _pause_s(self) -> float:
        return LOOK_EVERY_S

    @override
    def _round(self, store: "Store | None", *, is_last: bool = False) -> "Store | None":
        """Make a copy if one is due; a disk that is full now may have room in a minute."""
        # Loaded here: the first paint of the window is not to wait for it.
        from desktop.services.keeping import backups
        from desktop.services.opening import open_database

        try:
            store = store or open_database(self._file, self._passphrase)
            ballast.lay(self._file)
            backups.back_up_if_due(store, reason="closing" if is_last else "timer")
            self.trouble = None
        except Trouble as trouble:
            self.trouble = trouble
        return store
