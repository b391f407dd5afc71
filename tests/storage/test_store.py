"""Transactions, the history of cells, disagreements: what was written stays, and nothing stays halfway."""

from pathlib import Path

import pytest

from db import history, journal, migrations
from db.driver import connect
from db.errors import Refused, StoreTrouble
from db.opening import open_reader, open_store
from db.records import BY_TABLE
from db.store import Store
from tests.storage.rows import (
    add_client,
    bring,
    everything,
    name_of,
    one_client,
    one_concern,
    rename,
    second_device,
)

ROOT = Path(__file__).parents[2]


class LightsOutError(Exception):
    """Something that the store knows nothing of."""


def write_and_break_off(store: Store) -> None:
    with store.transaction(verb="test.add") as tx:
        add_client(tx, "陈知夏", "13800138000")
        tx.save("project", store.identity.project, {"name": "别的"})
        raise LightsOutError


def write_the_same_id_again(store: Store, client: str) -> None:
    with store.transaction(verb="test.add") as tx:
        add_client(tx, "林晚")
        tx.connection.execute("INSERT INTO client(id, created_at, name) VALUES (?, 1, '同号')", (client,))


def test_an_error_in_the_middle_leaves_nothing_behind(store: Store) -> None:
    before = everything(store)

    with pytest.raises(LightsOutError):
        write_and_break_off(store)

    assert everything(store) == before


def test_an_error_of_the_database_is_told_as_trouble_and_leaves_nothing_behind(store: Store) -> None:
    client = one_client(store)
    before = everything(store)

    with pytest.raises(StoreTrouble) as caught:
        write_the_same_id_again(store, client)

    assert caught.value.code == "database_trouble"
    assert everything(store) == before


def test_the_store_can_be_written_again_after_an_error(store: Store) -> None:
    with pytest.raises(LightsOutError), store.transaction(verb="test.add"):
        raise LightsOutError

    assert name_of(store, one_client(store, "林晚")) == "林晚"


def test_a_preview_leaves_no_row(store: Store) -> None:
    before = everything(store)

    with store.transaction(verb="test.add", keep=False) as tx:
        client = add_client(tx, "陈知夏")
        assert tx.query("SELECT name FROM client WHERE id = :id", id=client) == [("陈知夏",)]

    assert everything(store) == before


def test_what_was_written_is_there_after_the_file_is_opened_again(store: Store) -> None:
    client = one_client(store, "陈知夏")
    store.close()

    with open_store(store.path) as again:
        assert name_of(again, client) == "陈知夏"


def test_a_reader_cannot_write(store: Store) -> None:
    reader = open_reader(store)
    try:
        with pytest.raises(Exception, match="readonly"):
            reader.connection.execute("DELETE FROM journal")
    finally:
        reader.connection.close()


def test_every_transaction_leaves_one_row_in_the_journal(store: Store) -> None:
    before = store.count("SELECT count(*) FROM journal")

    with store.transaction(verb="test.add", by="staff-1", subject="client-1") as tx:
        add_client(tx, "陈知夏")
        add_client(tx, "林晚")

    rows = store.query("SELECT writer, seq, staff, verb, object FROM journal ORDER BY seq")
    assert len(rows) == before + 1
    assert rows[-1] == (store.identity.writer, before + 1, "staff-1", "test.add", "client-1")
    assert journal.breaks(store) == ()


# -- the history of cells ----------------------------------------------------------------------------------------------


def test_a_change_names_what_it_replaces_and_who_made_it(store: Store) -> None:
    client = one_client(store, "陈知夏")

    rename(store, client, "陈之夏", by="staff-1")

    edits = store.query("SELECT op, prev, val, who, writer FROM edit WHERE row_id = :id ORDER BY stamp", id=client)
    (first_op, *first), (_, prev, *second) = edits
    assert first == ["", "陈知夏", None, None]
    assert prev == first_op
    assert second == ["陈之夏", "staff-1", store.identity.writer]


def test_what_a_cell_showed_before_can_be_put_back_from_its_history(store: Store) -> None:
    client = one_client(store, "陈知夏")
    rename(store, client, "陈之夏")
    (head,) = history.heads(store, "client", client, "name")
    replaced = store.query(
        "SELECT o.val FROM edit n JOIN edit o ON o.op = n.prev AND o.row_id = n.row_id AND o.col = n.col"
        " WHERE n.op = :op",
        op=head.op,
    )

    rename(store, client, replaced[0][0])

    assert name_of(store, client) == "陈知夏"
    assert store.count("SELECT count(*) FROM edit WHERE row_id = :id", id=client) == 3
    assert history.conflicts(store) == ()


def test_saving_what_is_shown_already_changes_nothing(store: Store) -> None:
    client = one_client(store, "陈知夏")

    with store.transaction(verb="test.rename") as tx:
        assert tx.save("client", client, {"name": "陈知夏", "title": ""}) == 0

    assert store.count("SELECT count(*) FROM edit") == 0


def test_an_empty_text_where_none_is_needed_is_no_value(store: Store) -> None:
    client = one_client(store, phone="13800138000")

    with store.transaction(verb="test.set") as tx:
        tx.save("client", client, {"phone": ""})

    assert store.query("SELECT phone FROM client WHERE id = :id", id=client) == [(None,)]


def test_a_later_change_wins_though_the_clock_was_set_back(store: Store) -> None:
    client = one_client(store)
    rename(store, client, "甲")
    store.clock = lambda: 1_000

    rename(store, client, "乙")

    assert [head.value for head in history.heads(store, "client", client, "name")] == ["乙"]
    assert store.query("SELECT val FROM edit ORDER BY stamp DESC, op DESC LIMIT 1") == [("乙",)]


def test_a_row_that_is_not_here_cannot_be_changed(store: Store) -> None:
    with pytest.raises(Refused) as caught:
        rename(store, "no-such-client", "甲")

    assert (caught.value.code, caught.value.facts) == ("row_missing", {"id": "no-such-client"})


@pytest.mark.parametrize(
    ("table", "column"),
    [(table, column) for table, record in BY_TABLE.items() for column in sorted(record.write_once)],
)
def test_what_is_written_once_is_never_changed(store: Store, table: str, column: str) -> None:
    before = everything(store)

    with pytest.raises(Refused) as caught, store.transaction(verb="test.set") as tx:
        tx.save(table, "any-row", {"deleted": 1, column: "别的"})

    assert (caught.value.code, caught.value.facts) == ("write_once", {"column": column})
    assert everything(store) == before


def test_a_clients_words_stay_as_they_were_said(store: Store) -> None:
    concern = one_concern(store, "水一冲就往外跑")

    with pytest.raises(Refused), store.transaction(verb="test.set") as tx:
        tx.save("concern", concern, {"words": "地面有轻微积水"})

    assert store.query("SELECT words FROM concern") == [("水一冲就往外跑",)]


# -- disagreements -----------------------------------------------------------------------------------------------------


@pytest.fixture
def disagreed(store: Store, tmp_path: Path) -> str:
    """A client whom two devices have renamed apart; the other device's name came later."""
    client = one_client(store, "陈知夏")
    with second_device(store, tmp_path / "host.db") as host:
        bring(store, host)
        rename(store, client, "陈之夏")
        now_ms = store.clock()
        host.clock = lambda: now_ms + 60_000
        rename(host, client, "程知夏")
        bring(host, store)
    return client


def test_two_changes_made_apart_are_listed_and_the_later_is_shown(store: Store, disagreed: str) -> None:
    (found,) = history.conflicts(store)

    assert (found.table, found.row_id, found.column) == ("client", disagreed, "name")
    assert [head.value for head in found.heads] == ["程知夏", "陈之夏"]
    assert name_of(store, disagreed) == "程知夏"


@pytest.mark.parametrize("chosen", ["程知夏", "陈之夏", "陈芝夏"])
def test_a_disagreement_ends_when_a_person_settles_it(store: Store, disagreed: str, chosen: str) -> None:
    with store.transaction(verb="test.settle", by="staff-1") as tx:
        history.settle(tx, "client", disagreed, "name", chosen)

    assert history.conflicts(store) == ()
    assert name_of(store, disagreed) == chosen


def test_saving_one_of_the_values_settles_a_disagreement_too(store: Store, disagreed: str) -> None:
    rename(store, disagreed, "程知夏")

    assert history.conflicts(store) == ()


def test_words_written_twice_can_only_be_settled_on_one_of_the_two(store: Store) -> None:
    concern = one_concern(store, "漏水")
    with store.transaction(verb="test.fork") as tx:
        for value in ("漏水", "渗水"):
            row = ("concern", concern, "words", f"i:{value}", "", value, 0, None, None)
            tx.connection.execute(history.INSERT, row)

    with pytest.raises(Refused) as caught, store.transaction(verb="test.settle") as tx:
        history.settle(tx, "concern", concern, "words", "没有漏水")
    with store.transaction(verb="test.settle") as tx:
        history.settle(tx, "concern", concern, "words", "渗水")

    assert caught.value.code == "write_once"
    assert store.query("SELECT words FROM concern") == [("渗水",)]
    assert history.conflicts(store) == ()


# -- the schema --------------------------------------------------------------------------------------------------------


def test_schema_sql_is_what_the_migrations_build(tmp_path: Path) -> None:
    connection = connect(tmp_path / "fresh.db", None)
    try:
        migrations.apply_pending(connection)
        migrations.write_schema_sql(connection, tmp_path / "schema.sql")
    finally:
        connection.close()

    built = (tmp_path / "schema.sql").read_text(encoding="utf-8")
    assert (ROOT / "db/schema.sql").read_text(encoding="utf-8") == built


def test_migrations_applied_twice_change_nothing(store: Store) -> None:
    before = everything(store)

    migrations.apply_pending(store.connection)

    assert everything(store) == before
