"""Who was here before, asked with everything that may have happened in between: joins, and lists that came later."""

from db import check_ins
from db.records import CheckIn, Event, Invitation
from db.store import Store
from tests.storage.rows import add_client

EVENT = "event-1"
CODE = "c" * 64


def admitted(store: Store, at: int, client: str | None, code_hash: str | None = None, desk: str = "东门") -> str:
    with store.transaction(verb="test.scan") as tx:
        return tx.insert(
            CheckIn(
                id=tx.new_id(), created_at=at, event=EVENT, outcome="welcomed", at=at, means="scan", admitted=1,
                client=client, code_hash=code_hash, desk=desk,
            )
        )  # fmt: skip


def three_joined(store: Store) -> tuple[str, str, str]:
    """Three rows of one person, the last joined to the second and the second to the first."""
    with store.transaction(verb="test.join") as tx:
        first, second, third = (add_client(tx, "陈知夏") for _ in range(3))
        tx.save("client", second, {"merged_into": first})
        tx.save("client", third, {"merged_into": second})
    return first, second, third


def test_an_admission_under_a_row_that_was_joined_twice_since_is_found(store: Store) -> None:
    first, _, third = three_joined(store)
    admitted(store, 1_000, third)

    assert check_ins.first_admission(store, EVENT, first, None) == (1_000, "东门")


def test_an_admission_by_code_before_the_list_came_is_found_for_the_client(store: Store) -> None:
    first, _, _ = three_joined(store)
    admitted(store, 1_000, None, CODE, desk="西门")
    admitted(store, 2_000, first, CODE)

    assert check_ins.first_admission(store, EVENT, first, CODE) == (1_000, "西门")


def test_an_admission_that_was_undone_or_was_elsewhere_is_none(store: Store) -> None:
    first, second, _ = three_joined(store)
    undone = admitted(store, 1_000, first)
    admitted(store, 2_000, second)
    with store.transaction(verb="test.undo") as tx:
        tx.save("check_in", undone, {"undone": 1})

    assert check_ins.first_admission(store, EVENT, first, None) == (2_000, "东门")
    assert check_ins.first_admission(store, "event-2", first, None) is None


def test_the_door_asks_its_questions_of_indexes_alone(store: Store) -> None:
    plan = store.query(
        "EXPLAIN QUERY PLAN " + check_ins.FIRST_ADMISSION, event=EVENT, client="client-1", code_hash=CODE
    )
    scans = [row[3] for row in plan if row[3].startswith("SCAN") and "check_in" in row[3]]

    assert scans == []
    assert any("check_in_code" in row[3] for row in plan)
    assert any("check_in_event (event=? AND client=?)" in row[3] for row in plan)


def invited(store: Store, revoked_at: int | None) -> str:
    with store.transaction(verb="test.invite") as tx:
        return tx.insert(
            Invitation(
                id=tx.new_id(), created_at=1, event=EVENT, client=add_client(tx, "陈知夏"), code_hash=CODE,
                spoken="1234567", revoked_at=revoked_at,
            )
        )  # fmt: skip


def test_one_answer_tells_the_door_the_event_and_whose_code_it_is(store: Store) -> None:
    with store.transaction(verb="test.event") as tx:
        tx.insert(Event(id=EVENT, created_at=1, number=1, node="delivery", title="交付日", starts_at=5, ends_at=9))
    assert check_ins.asked(store, "event-2", CODE) is None
    nobody = check_ins.asked(store, EVENT, CODE)
    assert nobody is not None
    assert (nobody.starts_at, nobody.ends_at, nobody.time_zone, nobody.client) == (5, 9, "Asia/Shanghai", None)
    invited(store, revoked_at=3)
    living = invited(store, revoked_at=None)
    invited(store, revoked_at=4)

    found = check_ins.asked(store, EVENT, CODE)

    assert found is not None
    assert (found.invitation, found.name, found.has_joined) == (living, "陈知夏", 0)
    with store.transaction(verb="test.join") as tx:
        tx.save("client", add_client(tx, "陈知夏"), {"merged_into": found.client})
    assert check_ins.asked(store, EVENT, CODE) == found._replace(has_joined=1)


def test_a_client_nobody_was_joined_to_is_answered_the_same_the_short_way(store: Store) -> None:
    with store.transaction(verb="test.add") as tx:
        client = add_client(tx, "陈知夏")
    admitted(store, 3_000, client)
    admitted(store, 1_000, None, CODE, desk="西门")
    admitted(store, 2_000, client, CODE)

    for code in (CODE, None):
        long_way = check_ins.first_admission(store, EVENT, client, code)
        assert check_ins.first_admission(store, EVENT, client, code, is_joined=False) == long_way
    assert check_ins.first_admission(store, "event-2", client, CODE, is_joined=False) is None


def test_no_question_of_a_scan_walks_through_a_table(store: Store) -> None:
    asks = ((check_ins.ASKED, {"event": EVENT}), (check_ins.ONLY_ADMISSION, {"event": EVENT, "client": "client-1"}))
    for sql, named in asks:
        plan = [row[3] for row in store.query(f"EXPLAIN QUERY PLAN {sql}", code_hash=CODE, **named)]
        assert [step for step in plan if step.startswith("SCAN") and "project" not in step] == []
        assert not any("TEMP B-TREE" in step for step in plan)
