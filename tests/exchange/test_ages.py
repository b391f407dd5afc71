"""A device with an older program and one with a newer one work on the same project; neither costs the other a word.

The newer program is this one, copied, with a column and a table more. Each runs as a process of its own.
"""

import json
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[2]
BIRTHDAY = "    birthday: str | None = None\n"
PRELUDE = """
import json, sys
from pathlib import Path
from db import devices
from db.history import conflicts
from db.records import Client
from desktop.services.exchange import packages
from desktop.services.exchange.cards import write_card
from desktop.services.opening import found_project, join_project, open_database
from desktop.services.registry import administrator
def put(store, **fields):
    with store.transaction(verb="test.put") as tx:
        return tx.insert(Client(id=tx.new_id(), created_at=tx.now, **fields))
def set_(store, table, row_id, **fields):
    with store.transaction(verb="test.set") as tx:
        tx.save(table, row_id, fields)
def take(store, file):
    done = packages.take_in(administrator(store), store, file=Path(file), trust=("any",))
    assert done.outcome in ("merged", "known"), done
    return done.conflicts
def export(store, file):
    packages.export(administrator(store), store, file=Path(file))
def rows(store, sql):
    return [list(row) for row in store.query(sql)]
def tell(value):
    print(json.dumps(value))
"""


@dataclass(frozen=True)
class Program:
    """One age of the program, in a folder of databases that it shares with the other."""

    tree: Path
    folder: Path

    def do(self, database: str, work: str) -> Any:
        """Run `work` with `store` open; returns what it told."""
        script = f"{PRELUDE}\nwith open_database(Path({database!r})) as store:\n" + "".join(
            f"    {line}\n" for line in work.strip().splitlines()
        )
        return self.run(script)

    def run(self, script: str) -> Any:
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=self.folder, env={"PYTHONPATH": str(self.tree), "PATH": ""},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout) if done.stdout else None


def replaced(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert text.count(old) == 1, (file.name, old)
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def newer_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The program of a later release: a client has a birthday, and may have been given something."""
    tree = tmp_path_factory.mktemp("newer")
    for name in ("db", "desktop", "resources"):
        shutil.copytree(ROOT / name, tree / name, ignore=shutil.ignore_patterns("__pycache__", "fonts", "icons"))
    replaced(
        tree / "db/records.py",
        ("    merged_into: str | None = None\n", f"    merged_into: str | None = None\n{BIRTHDAY}"),
        (
            "SYNCED: tuple[type[Record], ...] = (",
            '@dataclass(frozen=True, slots=True, kw_only=True)\nclass Gift(Record):\n'
            '    table: ClassVar[str] = "gift"\n    client: str\n    what: str\n    weight: int | None = None\n\n\n'
            "SYNCED: tuple[type[Record], ...] = (Gift,",
        ),
        (
            "ADDED_LATER: frozenset[tuple[str, str]] = frozenset()",
            'ADDED_LATER: frozenset[tuple[str, str]] = frozenset({("client", "birthday")})',
        ),
    )  # fmt: skip
    replaced(
        tree / "db/migrations/__init__.py",
        ("LATEST = 1", "LATEST = 2"),
        (
            "    migrations.apply(",
            "    @migrations()\n    def m0002_gifts(database: Any) -> None:\n"
            '        database.execute("ALTER TABLE client ADD COLUMN birthday TEXT")\n'
            '        database.execute("CREATE TABLE gift(id TEXT PRIMARY KEY NOT NULL, created_at INTEGER NOT NULL,'
            " created_by TEXT, deleted INTEGER NOT NULL DEFAULT 0, client TEXT NOT NULL, what TEXT NOT NULL,"
            ' weight INTEGER) STRICT")\n'
            '        database.execute("PRAGMA user_version = 2")\n\n    migrations.apply(',
        ),
    )
    return tree


@pytest.fixture
def ages(newer_tree: Path, tmp_path: Path) -> tuple[Program, Program]:
    """(older, newer); two.db and three.db are the newer program's, one.db is the older one's, of the same project."""
    older, newer = Program(ROOT, tmp_path), Program(newer_tree, tmp_path)
    older.run(
        PRELUDE
        + "with found_project(Path('one.db'), name='青禾里', mark=None, device_name='旧', passphrase=None) as store:\n"
        "    write_card(administrator(store), store, file=Path('card'))\n"
    )
    newer.run(
        PRELUDE + "for name in ('two.db', 'three.db'):\n"
        "    join_project(Path(name), Path('card'), device_name=name, role='office', passphrase=None).close()\n"
    )
    return older, newer


GIVE = """
from db.records import Gift
client = put(store, name="陈知夏", birthday="05-16")
with store.transaction(verb="test.gift") as tx:
    tx.insert(Gift(id=tx.new_id(), created_at=tx.now, client=client, what="米两斤", weight=1000))
set_(store, "client", client, birthday="05-17")
set_(store, "client", client, birthday="05-18")
export(store, "two.qinting")
tell(client)
"""
KNOWN = """
tell([rows(store, "SELECT name, birthday FROM client ORDER BY name"),
      rows(store, "SELECT what, weight FROM gift ORDER BY what"),
      rows(store, "SELECT col, op, prev, val, stamp FROM edit WHERE tbl = 'client' ORDER BY col, stamp, op"),
      len(conflicts(store))])
"""


def test_what_an_older_device_does_not_know_passes_through_it_untouched(ages: tuple[Program, Program]) -> None:
    older, newer = ages
    newer.do("two.db", GIVE)

    older.do("one.db", 'take(store, "two.qinting")\nexport(store, "one.qinting")')
    newer.do("three.db", 'take(store, "one.qinting")')

    shown = newer.do("three.db", KNOWN)
    assert shown == newer.do("two.db", KNOWN)
    assert shown[0] == [["陈知夏", "05-18"]]
    assert shown[1] == [["米两斤", 1000]]
    assert shown[3] == 0


def test_an_older_device_still_reads_and_changes_what_it_knows(ages: tuple[Program, Program]) -> None:
    older, newer = ages
    client = newer.do("two.db", GIVE)

    assert older.do("one.db", 'take(store, "two.qinting")\ntell(rows(store, "SELECT name FROM client"))') == [
        ["陈知夏"]
    ]
    older.do("one.db", f'set_(store, "client", "{client}", name="陈之夏")\nexport(store, "one.qinting")')
    newer.do("two.db", 'take(store, "one.qinting")')

    shown = newer.do("two.db", KNOWN)
    assert shown[0] == [["陈之夏", "05-18"]]
    assert shown[3] == 0


def test_a_row_from_an_older_device_says_nothing_about_a_later_column(ages: tuple[Program, Program]) -> None:
    older, newer = ages
    client = older.do("one.db", 'client = put(store, name="林晚")\nexport(store, "one.qinting")\ntell(client)')
    for database in ("two.db", "three.db"):
        newer.do(database, 'take(store, "one.qinting")')

    newer.do("two.db", f'set_(store, "client", "{client}", birthday="12-01")\nexport(store, "two.qinting")')
    older.do("one.db", 'take(store, "two.qinting")\nexport(store, "again.qinting")')
    newer.do("three.db", 'take(store, "again.qinting")')
    newer.do("two.db", 'take(store, "again.qinting")')

    for database in ("two.db", "three.db"):
        shown = newer.do(database, KNOWN)
        assert shown[0] == [["林晚", "12-01"]]
        assert shown[3] == 0


def test_a_value_that_arrives_after_an_empty_one_is_taken_without_a_disagreement(ages: tuple[Program, Program]) -> None:
    older, newer = ages
    newer.do("two.db", 'put(store, name="林晚", birthday="12-01")\nexport(store, "two.qinting")')
    # An older program of before hands the row on without the column: here, one that dropped what it did not know.
    older.do("one.db", 'take(store, "two.qinting")\nexport(store, "one.qinting")')
    older.do(
        "one.db",
        'store.connection.execute("DELETE FROM beyond")\nexport(store, "poorer.qinting")',
    )

    newer.do("three.db", 'take(store, "poorer.qinting")')
    assert newer.do("three.db", KNOWN)[0] == [["林晚", None]]
    newer.do("three.db", 'take(store, "one.qinting")')

    shown = newer.do("three.db", KNOWN)
    assert shown[0] == [["林晚", "12-01"]]
    assert shown[3] == 0


def test_an_older_device_that_is_brought_up_to_date_shows_what_it_carried(ages: tuple[Program, Program]) -> None:
    older, newer = ages
    newer.do("two.db", GIVE)
    older.do("one.db", 'take(store, "two.qinting")')

    shown = newer.do("one.db", KNOWN)

    assert shown == newer.do("two.db", KNOWN)


def test_two_devices_that_changed_a_later_column_disagree_also_by_way_of_an_older_one(
    ages: tuple[Program, Program],
) -> None:
    older, newer = ages
    client = older.do("one.db", 'client = put(store, name="林晚")\nexport(store, "one.qinting")\ntell(client)')
    for database, day in (("two.db", "12-01"), ("three.db", "12-10")):
        newer.do(
            database,
            f'take(store, "one.qinting")\nset_(store, "client", "{client}", birthday="{day}")\n'
            f'export(store, "{database}.qinting")',
        )
    for file in ("two.db.qinting", "three.db.qinting"):
        older.do("one.db", f'take(store, "{file}")\nexport(store, "one.qinting")')

    for database in ("two.db", "three.db"):
        newer.do(database, 'take(store, "one.qinting")')

    shown = [newer.do(database, KNOWN) for database in ("two.db", "three.db")]
    assert shown[0] == shown[1]
    assert shown[0][3] == 1
    assert older.do("one.db", "tell(len(conflicts(store)))") == 1
