"""Rows of a client list that may be somebody who is known already: told to a person, never joined by itself."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from db import clients
from db.spelling.names import name_key
from db.store import Reader
from desktop.roster.values import RosterRow

Decision = Literal["", "same", "skip", "both"]
DECISIONS: tuple[Decision, ...] = ("", "same", "skip", "both")


@dataclass(frozen=True, slots=True)
class Twin:
    """A row that comes in as a new client, though somebody very like it is there.

    `kind` is phone (the same number, a like name) or room (the same name and room, another number); `other_row` is
    the earlier row of the same list, None for a client known before. `decision` is what a person said: the same
    person, leave the row out, or both are people of their own, which is also what counts while nobody has said so.
    """

    row: int
    name: str
    kind: Literal["phone", "room"]
    other: str
    other_name: str
    other_row: int | None
    decision: Decision = ""


class Twins:
    """Looks at one row after another, before it is added."""

    def __init__(self, reader: Reader, project: str, decided: Mapping[int, Decision]) -> None:
        self._reader, self._project, self._decided = reader, project, decided
        # Whom only this list knows is found without asking the database.
        self._has_known = clients.is_any(reader)
        self._rows: dict[str, int] = {}
        self._rooms: dict[tuple[str, str], str] = {}
        self.found: list[Twin] = []

    def decision(self, row: RosterRow) -> Decision:
        """What a person has said of a row."""
        return self._decided.get(row.row, "")

    def look(self, row: RosterRow, same_phone: tuple[tuple[str, str], ...]) -> Twin | None:
        """Who is very like the person of a row; `same_phone` are clients (id, name) with one of its numbers."""
        key = name_key(row.name)
        like = next(((client, name) for client, name in same_phone if _is_like(name, row.name)), None)
        if like is not None:
            return self._twin(row, "phone", *like)
        if not row.phones:
            return None
        for room in (row.room, *row.other_rooms):
            if room is None or not room.readable:
                continue
            known = self._rooms.get((room.key, key)) or self._known_in(room.key, key)
            if known:
                return self._twin(row, "room", known, row.name)
        return None

    def added(self, row: RosterRow, client: str) -> None:
        """Note that a row came in as a new client."""
        self._rows[client] = row.row
        for room in (row.room, *row.other_rooms):
            if room is not None and room.readable:
                self._rooms.setdefault((room.key, name_key(row.name)), client)

    def _known_in(self, room_key: str, key: str) -> str | None:
        if not self._has_known:
            return None
        in_room = clients.in_unit(self._reader, clients.unit_id(self._project, room_key))
        return next((client for client, name, _ in in_room if name_key(name) == key), None)

    def _twin(self, row: RosterRow, kind: Literal["phone", "room"], client: str, name: str) -> Twin:
        twin = Twin(row.row, row.name, kind, client, name, self._rows.get(client), self.decision(row))
        self.found.append(twin)
        return twin


def _is_like(name: str, other: str) -> bool:
    """Whether two names may be one, misspelt: two people of a family share a number, but seldom a character."""
    return bool(set(name_key(name)) & set(name_key(other)))
