"""Rows that the tests of storage write, and what they look at."""

from pathlib import Path

from db import clients
from db.driver import Row
from db.exchange.blocks import export_blocks
from db.exchange.merge import Merged, merge_blocks
from db.opening import found_device
from db.records import Client, Concern, Project
from db.spelling.rooms import read_room
from db.store import Store, Transaction
from db.vault import device_keys


def add_client(tx: Transaction, name: str, phone: str | None = None) -> str:
    return tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=name, phone=phone))


def one_client(store: Store, name: str = "陈知夏", phone: str | None = None) -> str:
    with store.transaction(verb="test.add") as tx:
        return add_client(tx, name, phone)


def rename(store: Store, client: str, name: str, by: str | None = None) -> None:
    with store.transaction(verb="test.rename", by=by) as tx:
        tx.save("client", client, {"name": name})


def name_of(store: Store, client: str) -> str:
    return str(store.query("SELECT name FROM client WHERE id = :id", id=client)[0][0])


def one_concern(store: Store, words: str) -> str:
    with store.transaction(verb="test.add") as tx:
        return tx.insert(
            Concern(
                id=tx.new_id(), created_at=tx.now, event="event-1", number="青-01-7K2A-0001-1", words=words,
                type="repair", received_by="staff-1", occurred_at=tx.now,
            )
        )  # fmt: skip


def give_room(tx: Transaction, client: str, typed: str) -> str:
    """Links a client and the room that one types as `typed`; returns the room's id."""
    unit = clients.put_unit(tx, read_room(typed))
    clients.put_client_unit(tx, client, unit, "owner")
    return unit


def second_device(store: Store, path: Path) -> Store:
    """A further device of the same project, empty but for itself."""
    project = store.records(Project, "")[0]
    exchange = device_keys.read(store.connection).exchange
    return found_device(
        path, project=project, device_name="接待本", role="host", passphrase=None, exchange=exchange, rows=()
    )


def bring(source: Store, target: Store) -> Merged:
    """Merges everything that `source` knows into `target`."""
    with target.transaction(verb="test.merge") as tx:
        return merge_blocks(tx, export_blocks(source))


def everything(store: Store) -> dict[str, list[Row]]:
    """Every row of every table, in the order of their values."""
    tables = store.query("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    return {table: sorted(store.query(f"SELECT * FROM {table}"), key=repr) for (table,) in tables}
