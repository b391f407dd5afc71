"""Which tests show what the two articles ask for: `tests/COVERAGE.md` is made from the tests' names.

A test says what it shows at the beginning of its name: `test_a14_...`, `test_a15_a16_...`.
"""

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

TESTS = Path(__file__).parent
TARGET = TESTS / "COVERAGE.md"
_IDS = re.compile(r"test_((?:[ab]\d\d_)+)")


def asked() -> dict[str, str]:
    """Id -> what it asks for, in the order of the articles."""
    return {str(key): str(text) for key, text in tomllib.loads((TESTS / "mission.toml").read_text("utf-8")).items()}


def shown() -> dict[str, list[str]]:
    """Id -> the tests named by it, as `file::test`, in the order of files and lines."""
    found: dict[str, list[str]] = {}
    for file in sorted(TESTS.rglob("test_*.py")):
        for name in _tests(file):
            ids = _IDS.match(name)
            for one in ids.group(1).upper().split("_")[:-1] if ids else ():
                found.setdefault(one, []).append(f"{file.relative_to(TESTS).as_posix()}::{name}")
    return found


def _tests(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_"):
            yield node.name


def table() -> str:
    """The whole of `COVERAGE.md`."""
    tests = shown()
    lines = [
        "# What is asked for, and the tests that show it",
        "",
        "Made by `python3 run.py coverage` from the names of the tests; not written by hand.",
        "",
        f"{sum(one in tests for one in asked())} of {len(asked())} have a test.",
        "",
        "| | asked | tests |",
        "|---|---|---|",
    ]
    for one, text in asked().items():
        told = "<br>".join(f"`{test}`" for test in tests.get(one, ())) or "**missing**"
        lines.append(f"| {one} | {text} | {told} |")
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TARGET.write_text(table(), encoding="utf-8")
    lacking = [one for one in asked() if one not in shown()]
    done = f"{len(asked()) - len(lacking)} / {len(asked())}"
    sys.stdout.write(" ".join([f"{TARGET.relative_to(TESTS.parent)}: {done}", *lacking]) + "\n")
