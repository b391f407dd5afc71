"""One device of a hall, as a process: writes, shares through the folder, and notes how old the others' news was.

Arguments: database, folder, seed, seconds. Writes one JSON line when it ends: how many rounds, how many failed, and the
ages in milliseconds at which rows of the others arrived.
"""

import contextlib
import json
import random
import sys
import time
from pathlib import Path

from db.errors import Misused, StoreTrouble
from db.records import CheckIn, Client
from db.store import Store
from desktop.services.exchange import outbox
from desktop.services.opening import open_database
from desktop.services.registry import administrator

ROUND_S = (0.7, 1.3)


def write_something(store: Store, chance: random.Random) -> None:
    """A walk-in, an arrival, or a name corrected that another device may be correcting as well."""
    with store.transaction(verb="test.write") as tx:
        known = [row[0] for row in tx.query("SELECT id FROM client ORDER BY id LIMIT 40")]
        kind = chance.choice(("client", "check_in", "rename")) if known else "client"
        if kind == "client":
            tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=f"客户{chance.randrange(1000)}"))
        elif kind == "check_in":
            tx.insert(
                CheckIn(
                    id=tx.new_id(), created_at=tx.now, event="event-1", outcome="welcomed", at=tx.now, means="scan",
                    admitted=1, client=chance.choice(known), desk=store.identity.name, device=tx.writer,
                )
            )  # fmt: skip
        else:
            tx.save("client", chance.choice(known), {"name": f"更正{chance.randrange(1000)}"})


def news(store: Store, after: dict[str, int]) -> list[int]:
    """The ages of rows that other devices made and that came since the last look."""
    ages: list[int] = []
    now_ms = store.clock()
    for table in ("client", "check_in"):
        rows = store.query(
            f"SELECT rowid, created_at, id FROM {table} WHERE rowid > :after AND EXISTS (SELECT 1 FROM arrived a"
            f" WHERE a.tbl = '{table}' AND {table}.rowid BETWEEN a.first_rowid AND a.last_rowid)",
            after=after.get(table, 0),
        )
        ages += [now_ms - row[1] for row in rows]
        after[table] = store.count(f"SELECT max(rowid) FROM {table}")
    return ages


def main(database: Path, folder: str, seed: int, seconds: float) -> None:
    """Live through the day; the folder may be gone at any moment."""
    chance = random.Random(seed)
    rounds = failed = 0
    ages: list[int] = []
    after: dict[str, int] = {}
    with open_database(database) as store:
        caller = administrator(store)
        # The day begins when the libraries are loaded.
        with contextlib.suppress(Misused, StoreTrouble):
            outbox.sync(caller, store, address=folder)
        end = time.monotonic() + seconds
        next_round = time.monotonic()
        while time.monotonic() < end:
            write_something(store, chance)
            time.sleep(chance.uniform(0.05, 0.25))
            if time.monotonic() >= next_round:
                rounds += 1
                next_round = time.monotonic() + chance.uniform(*ROUND_S)
                try:
                    outbox.sync(caller, store, address=folder)
                except (Misused, StoreTrouble):
                    failed += 1
                ages += news(store, after)
    sys.stdout.write(json.dumps({"rounds": rounds, "failed": failed, "ages_ms": ages}) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), float(sys.argv[4]))
