"""The scenarios are worth what they catch: each of these small faults in saving and merging must fail them.

Every fault is put into a copy of `db/` by replacing one piece of its text, and the copy is run in a process of its own,
so the program itself knows no switch for its tests.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SEEDS, ACTIONS = 40, 40
CAUGHT = 3
RUNNER = f"""
import sys
from pathlib import Path
from db.exchange import merge
from tests.exchange.oracle import ViolationError
from tests.exchange.replica import live
copy, seeds, actions = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
assert Path(merge.__file__).is_relative_to(copy), merge.__file__
try:
    live(range(seeds), actions, copy)
except ViolationError as violation:
    sys.stderr.write(str(violation))
    sys.exit({CAUGHT})
"""


@dataclass(frozen=True, slots=True)
class Mutation:
    """A fault: in `module`, the only place that reads `right` reads `wrong` instead; and why it matters."""

    name: str
    module: str
    right: str
    wrong: str
    reason: str


MUTATIONS = (
    Mutation(
        "merging writes no first values",
        "exchange/merge.py",
        'f" WHERE {SAID} ON CONFLICT DO NOTHING",',
        '" WHERE false ON CONFLICT DO NOTHING",',
        "a value that a row came with is lost where the other side holds another one or an edit",
    ),
    Mutation(
        "a first value written at an edit bears the clock",
        "history.py",
        '(table, row_id, col, first.op, "", first.value, 0, None, None)',
        '(table, row_id, col, first.op, "", first.value, tx.now, None, None)',
        "the same operation differs from device to device, and a value that nobody chose wins over a choice",
    ),
    Mutation(
        "a first value written at a merge bears the clock",
        "exchange/merge.py",
        "first_value_op(val), '', val, 0, NULL, NULL FROM first",
        "first_value_op(val), '', val, (SELECT max(at) FROM journal), NULL, NULL FROM first",
        "the same operation differs from device to device, and a value that nobody chose wins over a choice",
    ),
    Mutation(
        "only stamps are compared",
        "exchange/merge.py",
        "ORDER BY e.stamp DESC, e.op DESC) AS place",
        "ORDER BY e.stamp DESC) AS place",
        "two saves of one millisecond leave devices with different values, or show what is not listed as shown",
    ),
    Mutation(
        "the last to arrive wins a tie",
        "exchange/merge.py",
        "ORDER BY e.stamp DESC, e.op DESC) AS place",
        "ORDER BY e.stamp DESC, e.rowid DESC) AS place",
        "comparing with >= makes the shown value depend on the order in which packages came",
    ),
    Mutation(
        "rows that are here already are not compared",
        "exchange/merge.py",
        "        self._set_aside(table, rows, mine)\n",
        "        pass\n",
        "of one id made on two devices each keeps its own content, and nobody is told",
    ),
    Mutation(
        "a save bears the clock as it is",
        "history.py",
        "stamp = max(tx.now, 1 + current[0].stamp)",
        "stamp = tx.now",
        "a device whose clock is behind can no longer replace what it sees",
    ),
    Mutation(
        "a save replaces the shown value only",
        "history.py",
        "    for head in current:\n        tx.connection.execute(INSERT,",
        "    for head in current[:1]:\n        tx.connection.execute(INSERT,",
        "a settled disagreement stays in the list",
    ),
    Mutation(
        "an erasure does not meet the rows that come later",
        "exchange/erasing.py",
        "        if not self._rows or table not in POLICIES:\n",
        "        if True:\n",
        "an older or later package brings an erased person back",
    ),
    Mutation(
        "an erasure does not meet the edits that come later",
        "exchange/erasing.py",
        "                if (table, row_id) in self._rows and POLICIES[table].takes(column):\n",
        "                if False:\n",
        "what an erased person was called comes back as a change, and is shown",
    ),
    Mutation(
        "an erasure takes only what names the person itself",
        "erasure.py",
        "        reached = _hanging(reader, pending)\n",
        "        reached = set()\n",
        "the words of an erased person stay wherever they hang on one of the rows",
    ),
    Mutation(
        "what the marks say is not heard",
        "marker.py",
        "        return bool(found) and all(",
        "        return True or all(",
        "a copy and its original use one number of the journal for two things",
    ),
)


def copied(folder: Path) -> Path:
    """A copy of the storage package on its own import path."""
    shutil.copytree(ROOT / "db", folder / "db", ignore=shutil.ignore_patterns("__pycache__"))
    return folder


def outcome(copy: Path) -> subprocess.CompletedProcess[str]:
    """Run the scenarios against the copy until one fails."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(copy), str(ROOT)))}
    command = [sys.executable, "-c", RUNNER, str(copy), str(SEEDS), str(ACTIONS)]
    return subprocess.run(command, cwd=copy, env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name.replace(" ", "_"))
def test_the_scenarios_catch_this_fault(mutation: Mutation, folder: Path) -> None:
    module = copied(folder) / "db" / mutation.module
    text = module.read_text(encoding="utf-8")
    assert text.count(mutation.right) == 1, f"{mutation.module} no longer holds the text to alter exactly once"
    module.write_text(text.replace(mutation.right, mutation.wrong), encoding="utf-8")
    result = outcome(folder)
    assert result.returncode == CAUGHT, f"not caught: {mutation.reason}\n{result.stderr}"
