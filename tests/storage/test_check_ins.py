"""Who was here before, asked with everything that may have happened in between: joins, and lists that came later."""

from db import check_ins
from db.records import CheckIn
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
