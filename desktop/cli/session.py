"""What every command needs: the open database, who asks, in which language."""

import os
from argparse import Namespace
from datetime import datetime
from functools import cached_property
from pathlib import Path

import platformdirs

from db.lookup import resolve
from db.records import Code
from db.store import Store
from db.vault.key_file import read_passphrase
from desktop.cli.output import language_of, write_message
from desktop.rules.codes import label
from desktop.rules.times import iso_text, local
from desktop.services.opening import caller_as, open_database
from desktop.services.people.staff import additions
from desktop.services.registry import Caller
from desktop.services.zones import zone_of
from resources.wording import Language


class Session:
    """One run of the command line."""

    def __init__(self, args: Namespace) -> None:
        self.args = args
        self.language: Language = language_of(args.language)
        self.as_json = bool(args.json)
        self._opened: Store | None = None

    @property
    def path(self) -> Path:
        """The database file: --data, else QINTING_DATA, else one in the user's data folder."""
        if self.args.data:
            return Path(self.args.data)
        if from_environment := os.environ.get("QINTING_DATA"):
            return Path(from_environment)
        return Path(platformdirs.user_data_dir("qinting", appauthor=False)) / "qinting.db"

    @property
    def passphrase(self) -> str | None:
        """The first line of --passphrase-file, or None."""
        file = self.args.passphrase_file
        return read_passphrase(Path(file)) if file else None

    @property
    def store(self) -> Store:
        """The open database; opened at first use."""
        if self._opened is None:
            self._opened = open_database(self.path, self.passphrase)
        return self._opened

    @cached_property
    def caller(self) -> Caller:
        """Who asks: --as STAFF, else the administrator of the device."""
        return caller_as(self.store, self.args.as_staff)

    def id(self, table: str, text: str) -> str:
        """The id of the row that `text` means."""
        return resolve(self.store, table, text)

    def id_or_none(self, table: str, text: str | None) -> str | None:
        """The id of the row that `text` means, or None for no text."""
        return resolve(self.store, table, text) if text else None

    def moment(self, at_ms: int | None) -> str | None:
        """A moment as ISO 8601 in the project's zone."""
        return None if at_ms is None else iso_text(at_ms, zone_of(self.store))

    def minute(self, at_ms: int) -> str:
        """A moment as people read it."""
        shown: datetime = local(at_ms, zone_of(self.store))
        return shown.strftime("%Y-%m-%d %H:%M")

    def words(self, list_name: str, code: str | None) -> str:
        """The words for a code in the user's language."""
        # A command that opens no database knows the shipped words only.
        own = self._own_codes if self._opened is not None else ()
        return label(list_name, code, self.language, own) if code else ""

    @cached_property
    def _own_codes(self) -> tuple[Code, ...]:
        return additions(self.store)

    def say(self, zh: str, en: str) -> str:
        """The text in the user's language."""
        return zh if self.language == "zh" else en

    def progress(self, zh: str, en: str) -> None:
        """A line about a long step, to stderr."""
        write_message(self.say(zh, en))

    def close(self) -> None:
        """Close the database if it was opened."""
        if self._opened is not None:
            self._opened.close()
