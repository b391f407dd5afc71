"""A trusted device gone mad: a package in perfect form whose values mean nothing. Every answer is still an answer."""

import json
import random
import traceback
from pathlib import Path
from typing import Any

import pytest

from db.driver import Row
from db.exchange.blocks import EDIT, JOURNAL, ROWS_PER_BLOCK, Block
from db.exchange.package import Sender, write_package
from db.opening import open_store
from db.records import COLUMNS, SYNCED, Column, Erased
from db.vault import device_keys
from desktop.cli.main import run
from tests.faults.program import EVENT, Office

IDS = tuple(f"row-{number}" for number in range(6))
TEXTS = (
    *IDS, "", "x", "{", "[]", '{"a":[1]}', "2026-13-45", "9999-12-31", "closed", "no_such_code", "Asia/Nowhere",
    "👩‍👩‍👧", "\u202eright", "<b>&amp;", "=1+1", "-", "青-01-7K2A-0001-1", "a" * 3_000, "\r\n\t", "0" * 64,
)  # fmt: skip
NUMBERS = (0, 1, -1, 2, 99, 1_000_000, 1_800_000_000_000, (1 << 47) - 1)
QUESTIONS = (
    ("event", "list"), ("staff", "list"), ("device", "list"), ("concern", "list"), ("concern", "list", "--overdue"),
    ("promise", "list"), ("client", "search", "x"), ("client", "search", "客人001"), ("conflict", "list"),
    ("paper", "form", "--event", EVENT, "--pdf", "form.pdf"), ("paper", "summary", "--event", EVENT, "--pdf", "s.pdf"),
    ("paper", "summary", "--event", "row-1", "--pdf", "t.pdf"), ("paper", "form", "--event", "row-2", "--pdf", "u.pdf"),
    ("check-in", "scan", "--event", "row-1", "QT"), ("check-in", "scan", "--event", EVENT, "QT"),
    ("concern", "move", "row-1", "closed", "--by", "row-2"),
    ("reception", "start", "--event", EVENT, "--host", "row-1"),
    ("invitation", "issue", "--event", EVENT, "--csv", "list.csv"), ("package", "export", "--file", "all.qinting"),
    ("export", "--sqlite", "copy.sqlite"), ("device", "card", "--file", "x.card"), ("verify",),
    ("duty", "report", "--as-of", "2026-06-30"), ("duty", "tasks", "--as-of", "2026-06-30"), ("campaign", "list"),
    ("campaign", "report", "row-1"), ("campaign", "heard", "row-1"), ("common", "list"), ("common", "suggest"),
    ("answer", "list"), ("answer", "search", "x"), ("reflection", "list"), ("course", "list"), ("training", "list"),
    ("need", "list"), ("guide", "list"), ("concern", "counts"), ("concern", "nodes"), ("concern", "rule-gaps"),
    ("calendar", "show"), ("unit", "list"), ("client", "owners"), ("reception", "answers", "row-1"),
    ("paper", "before", "--event", EVENT, "--pdf", "b.pdf"), ("paper", "after", "--event", "row-1", "--pdf", "a.pdf"),
    ("paper", "digest", "--event", "row-1", "--pdf", "d.pdf"), ("paper", "common", "--event", "row-1", "--pdf", "c"),
    ("paper", "interview", "--event", "row-1", "--pdf", "i.pdf"), ("doctor",), ("history", "row-1"),
)  # fmt: skip


def cell(column: Column, chance: random.Random) -> Any:
    if column.name == "id":
        return chance.choice(IDS)
    if column.nullable and chance.random() < 0.3:
        return None
    if column.is_integer:
        at = column.name.endswith("_at") or column.name == "at"
        return chance.choice([number for number in NUMBERS if not at or number >= 0])
    return chance.choice(TEXTS)


def nonsense(chance: random.Random) -> list[Block]:
    """Rows of every table, edits of every kind, and entries of a journal that never was."""
    blocks: list[Block] = []
    for record in SYNCED:
        # An erasure is believed by its signature alone: nonsense there has the whole package refused.
        if record is Erased:
            continue
        columns = COLUMNS[record.table]
        rows = {row[0]: row for row in (tuple(cell(c, chance) for c in columns) for _ in range(12))}
        blocks.append((record.table, list(rows.values())))
    edits: list[Row] = []
    for number in range(ROWS_PER_BLOCK):
        record = chance.choice(SYNCED)
        column = chance.choice([c for c in COLUMNS[record.table][1:] if c.name not in record.write_once])
        value = cell(column, chance)
        edits.append((
            record.table, chance.choice(IDS), column.name, f"{number:032x}", chance.choice(("", "x", "i:-")),
            None if value is None else str(value), chance.choice((0, 5, 1_900_000_000_000)), None, chance.choice(IDS),
        ))  # fmt: skip
    entries: list[Row] = [
        (f"{number:064x}", chance.choice(IDS), number, 5, None, "x", None, "0" * 64, None, "1" * 64)
        for number in range(20)
    ]
    return [*blocks, (EDIT, edits), (JOURNAL, entries)]


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.full), pytest.param(3, marks=pytest.mark.full)])
def test_values_that_mean_nothing_never_break_an_answer(
    plain: Office, tmp_path: Path, seed: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    with open_store(plain.data) as store:
        keys, identity = device_keys.read(store.connection), store.identity
    content, _ = write_package(
        Sender(identity.project, "row-1", "疯了的设备", "host", keys), iter(nonsense(random.Random(seed))), kind="full",
        made_at=1, seq_from=1, seq_to=9, recipients=(keys.exchange_recipient,),
    )  # fmt: skip
    (tmp_path / "nonsense.qinting").write_bytes(content)

    merged = plain.do("package", "merge", "nonsense.qinting")["files"][0]
    assert merged["outcome"] == "merged"
    assert merged["added"] >= 3 * len(SYNCED)
    assert merged["conflicts"] > 0

    broken = []
    for question in QUESTIONS:
        try:
            run(["--data", str(plain.data), "--json", *question], window=lambda _args: 9)
            assert json.loads(capsys.readouterr().out.splitlines()[0])
        except Exception:  # noqa: BLE001 - whatever it is, it is told with the others
            broken.append((question, traceback.format_exc()[-600:]))
    assert not broken, "\n\n".join(f"{question}\n{told}" for question, told in broken)
