"""The index of clients follows every change, inside the transaction that makes it."""

import random
from pathlib import Path

import pytest

from db import search
from db.spelling.rooms import read_room
from db.store import Store, Transaction
from desktop.services.events import events
from desktop.services.guests import clients
from desktop.services.registry import administrator
from desktop.services.rosters import imports, undo
from tests.storage.rows import add_client, bring, give_room, one_client, rename, second_device

NAMES = ("陈知夏", "单思源", "欧阳念", "林晚", "Anna Berg", "阿依古丽·买买提")
ROOMS = ("3-2-1501", "3-2-1502", "6-2-1201")
PHONES = ("13800138000", "13900139001", None)


def names_found(store: Store, text: str) -> list[str]:
    return [hit.name for hit in search.find(store, text)]


def terms(store: Store) -> set[tuple[str, int]]:
    """Every term of the index and the client's row that it leads to."""
    store.connection.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.term USING fts5vocab(main, search, instance)")
    return set(store.query("SELECT term, doc FROM temp.term"))


def rebuilt_terms(store: Store) -> set[tuple[str, int]]:
    with store.transaction(verb="test.rebuild") as tx:
        search.rebuild(tx)
    return terms(store)


@pytest.mark.parametrize("text", ["陈知", "知夏", "chenzhi", "czx", "8000", "13800138000", "3-2-1501", "31501"])
def test_a_client_is_found_by_what_a_person_remembers(store: Store, text: str) -> None:
    with store.transaction(verb="test.add") as tx:
        client = add_client(tx, "陈知夏", "13800138000")
        give_room(tx, client, "3-2-1501")
        add_client(tx, "林晚", "13900139001")

    assert names_found(store, text) == ["陈知夏"]


def test_a_new_client_is_found_at_once_and_a_preview_is_not(store: Store) -> None:
    with store.transaction(verb="test.add", keep=False) as tx:
        add_client(tx, "林晚")
        tx.finish()
    one_client(store, "陈知夏")

    assert names_found(store, "陈") == ["陈知夏"]
    assert names_found(store, "林") == []


def test_after_a_change_of_name_only_the_new_one_leads_to_the_client(store: Store) -> None:
    client = one_client(store, "陈知夏")

    rename(store, client, "单思源")

    assert names_found(store, "shansi") == ["单思源"]
    assert names_found(store, "czx") == []


def test_a_room_given_up_leads_to_nobody(store: Store) -> None:
    with store.transaction(verb="test.add") as tx:
        client = add_client(tx, "陈知夏")
        give_room(tx, client, "3-2-1501")
    (link,) = store.query("SELECT id FROM client_unit")

    with store.transaction(verb="test.unlink") as tx:
        tx.save("client_unit", link[0], {"deleted": 1})

    assert names_found(store, "3-2-1501") == []
    assert names_found(store, "陈知夏") == ["陈知夏"]


def test_a_client_who_was_deleted_is_gone_and_comes_back(store: Store) -> None:
    client = one_client(store, "陈知夏")

    for deleted, expected in ((1, []), (0, ["陈知夏"])):
        with store.transaction(verb="test.delete") as tx:
            tx.save("client", client, {"deleted": deleted})
        assert names_found(store, "陈知夏") == expected


def test_of_two_clients_who_are_one_the_remaining_is_shown_under_both_names(store: Store) -> None:
    first, second = one_client(store, "陈知夏"), one_client(store, "陈芝夏")

    remaining = clients.join(administrator(store), store, first=second, second=first)

    assert remaining == min(first, second)
    for text in ("陈知夏", "陈芝夏"):
        assert [hit.id for hit in search.find(store, text)] == [remaining]


def test_what_a_merge_brings_is_found(store: Store, tmp_path: Path) -> None:
    with second_device(store, tmp_path / "host.db") as host:
        with host.transaction(verb="test.add") as tx:
            give_room(tx, add_client(tx, "欧阳念", "13800138000"), "3-2-1501")
        bring(host, store)

        assert [names_found(store, text) for text in ("ouyang", "8000", "3-2-1501")] == [["欧阳念"]] * 3
        assert terms(store) == rebuilt_terms(store)


def test_a_change_that_a_merge_brings_is_found(store: Store, tmp_path: Path) -> None:
    client = one_client(store, "陈知夏")
    with second_device(store, tmp_path / "host.db") as host:
        bring(store, host)
        rename(host, client, "单思源")
        with host.transaction(verb="test.add") as tx:
            give_room(tx, client, "6-2-1201")
        bring(host, store)

    assert names_found(store, "shan") == names_found(store, "6-2-1201") == ["单思源"]
    assert names_found(store, "czx") == []


def test_an_import_that_is_undone_leaves_the_index_as_it_was(store: Store, tmp_path: Path) -> None:
    caller = administrator(store)
    one_client(store, "林晚", "13700137000")
    event = events.add(
        caller, store, node="site_open_day", title="工地开放日", starts="2026-05-23T09:00", ends="2026-05-23T12:00"
    )
    before = terms(store)
    file = tmp_path / "list.csv"
    file.write_text("姓名,手机号,房号\n陈知夏,13800138000,3-2-1501\n单思源,13900139001,6-2-1201\n", encoding="utf-8")

    batch = imports.import_list(caller, store, file=file, event=event).batch
    assert names_found(store, "czx") == ["陈知夏"]
    undo.undo(caller, store, batch=batch)

    assert names_found(store, "czx") == []
    assert terms(store) == before


@pytest.mark.parametrize("seed", range(5))
def test_the_index_kept_in_step_equals_one_built_anew(store: Store, seed: int) -> None:
    chance = random.Random(seed)
    known = [one_client(store, "林晚")]
    for _ in range(40):
        with store.transaction(verb="test.live") as tx:
            known += _one_change(tx, chance, known)

    assert terms(store) == rebuilt_terms(store)
    assert search.faults(store) == ()


def _one_change(tx: Transaction, chance: random.Random, known: list[str]) -> list[str]:
    """Write one thing drawn at random; returns new clients."""
    client = chance.choice(known)
    match chance.randrange(6):
        case 0 | 1:
            return [add_client(tx, chance.choice(NAMES), chance.choice(PHONES))]
        case 2:
            tx.save("client", client, {"name": chance.choice(NAMES), "phone2": chance.choice(PHONES)})
        case 3:
            unit = give_room(tx, client, chance.choice(ROOMS))
            tx.save("unit", unit, {"key": read_room(chance.choice(ROOMS)).key})
        case 4:
            tx.save("client", client, {"deleted": chance.choice((0, 1))})
        case _:
            for (link,) in tx.query("SELECT id FROM client_unit WHERE client = :client", client=client):
                tx.save("client_unit", link, {"deleted": 1})
    return []


def test_a_client_missing_in_the_index_and_an_entry_too_many_are_told(store: Store) -> None:
    one_client(store, "陈知夏")
    store.connection.execute("DELETE FROM search WHERE rowid = 1")
    store.connection.execute("INSERT INTO search(rowid, terms) VALUES (99, 'x')")

    assert len(search.faults(store)) == 2
