"""Numbered sheets: which there are, whose they are, what came back on them, and the pictures taken of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from db.driver import Row
from db.records import Attachment, Form

if TYPE_CHECKING:
    from db.store import Reader

FORM = "form"


@dataclass(frozen=True, slots=True)
class FormRow:
    """A sheet with the client it is for (the one that remains after joins), their room, and what hangs on it.

    `concerns` are (number, occurred_at, created_at) in UTC ms; `came` says whether the client was seen at the event.
    """

    form: Form
    client: str | None
    name: str
    title: str
    room: str
    came: bool
    concerns: tuple[tuple[str, int, int], ...]
    pictures: int


def numbered(reader: "Reader", number: str) -> tuple[Form, ...]:
    """The sheets with exactly this number: one, unless two writers share their four characters."""
    return reader.records(Form, "WHERE number = :number AND deleted = 0 ORDER BY id", number=number)


def running(reader: "Reader", event: str, ending: str) -> tuple[Form, ...]:
    """The sheets of an event whose number ends like this (-0021)."""
    return reader.records(
        Form,
        "WHERE event = :event AND substr(number, -length(:ending)) = :ending AND deleted = 0 ORDER BY number",
        event=event,
        ending=ending,
    )


def has_arrivals(reader: "Reader", event: str) -> bool:
    """Whether anybody was checked in at the event."""
    return reader.one("SELECT 1 FROM check_in WHERE event = :event AND admitted = 1 LIMIT 1", event=event) is not None


def of_event(reader: "Reader", event: str) -> tuple[FormRow, ...]:
    """Every sheet of an event, by number, with a fixed count of questions however many there are."""
    sheets = reader.records(Form, "WHERE event = :event AND deleted = 0 ORDER BY number, id", event=event)
    roots = _roots(reader)
    clients = {roots.get(one.client, one.client) for one in sheets if one.client}
    names, rooms = _names(reader, clients), _rooms(reader, clients)
    came = {roots.get(client, client) for client in _seen(reader, event)}
    said, pictures = _said(reader, event), _pictures(reader, event)
    found = []
    for one in sheets:
        client = roots.get(one.client, one.client) if one.client else None
        name, title = names.get(client or "", ("", ""))
        found.append(
            FormRow(
                one, client, name, title, rooms.get(client or "", ""), client in came,
                tuple(said.get(one.number, ())), pictures.get(one.id, 0),
            )
        )  # fmt: skip
    return tuple(found)


def attachments(reader: "Reader", owner: str) -> tuple[Attachment, ...]:
    """The pictures of one form, concern or reception, in the order taken; the same content once."""
    rows = reader.records(Attachment, "WHERE owner = :owner AND deleted = 0 ORDER BY at, name, id", owner=owner)
    return tuple({row.sha256: row for row in reversed(rows)}.values())[::-1]


def attached(reader: "Reader", sha256: str) -> tuple[Attachment, ...]:
    """Where a content hangs already."""
    return reader.records(Attachment, "WHERE sha256 = :sha256 AND deleted = 0 ORDER BY id", sha256=sha256)


def is_on_form(reader: "Reader", sha256: str) -> bool:
    """Whether a content hangs on a form already, whichever it is."""
    return any(one.belongs == FORM for one in attached(reader, sha256))


def _roots(reader: "Reader") -> dict[str, str]:
    """Joined client -> the one that remains; ids only ever point to smaller ones."""
    into: dict[str, str] = dict(reader.query("SELECT id, merged_into FROM client WHERE merged_into IS NOT NULL"))
    found = {}
    for client in into:
        last = client
        while last in into and into[last] < last:
            last = into[last]
        found[client] = last
    return found


def _as_json(ids: Iterable[str]) -> str:
    return msgspec.json.encode(sorted(ids)).decode()


def _names(reader: "Reader", clients: Iterable[str]) -> dict[str, tuple[str, str]]:
    rows = reader.query(
        "SELECT id, name, coalesce(title, '') FROM client WHERE id IN (SELECT value FROM json_each(:ids))",
        ids=_as_json(clients),
    )
    return {row[0]: (row[1], row[2]) for row in rows}


def _rooms(reader: "Reader", clients: Iterable[str]) -> dict[str, str]:
    rows = reader.query(
        "SELECT cu.client, u.spoken FROM client_unit cu JOIN unit u ON u.id = cu.unit"
        " WHERE cu.client IN (SELECT value FROM json_each(:ids)) AND cu.deleted = 0 ORDER BY u.key",
        ids=_as_json(clients),
    )
    found: dict[str, list[str]] = defaultdict(list)
    for client, spoken in rows:
        found[client].append(spoken)
    return {client: "、".join(rooms) for client, rooms in found.items()}


def _seen(reader: "Reader", event: str) -> list[str]:
    rows: list[Row] = reader.query(
        "SELECT client FROM check_in WHERE event = :event AND admitted = 1 AND undone = 0 AND deleted = 0"
        " AND client IS NOT NULL"
        " UNION SELECT client FROM reception WHERE event = :event AND deleted = 0 AND client IS NOT NULL",
        event=event,
    )
    return [row[0] for row in rows]


def _said(reader: "Reader", event: str) -> dict[str, list[tuple[str, int, int]]]:
    found: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for number, occurred, created in reader.query(
        "SELECT number, occurred_at, created_at FROM concern WHERE event = :event AND deleted = 0 ORDER BY number",
        event=event,
    ):
        found[number.rpartition("-")[0]].append((number, occurred, created))
    return found


def _pictures(reader: "Reader", event: str) -> dict[str, int]:
    rows = reader.query(
        "SELECT a.owner, count(DISTINCT a.sha256) FROM form f JOIN attachment a ON a.owner = f.id"
        " WHERE f.event = :event AND a.belongs = 'form' AND a.deleted = 0 GROUP BY a.owner",
        event=event,
    )
    return {row[0]: row[1] for row in rows}
