"""Words that must not stand in the code: promises not kept, calls that crash, places of one machine."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("desktop", "db", "resources", "installers", "tests", ".ci")
KINDS = {".py", ".toml", ".sql", ".sh", ".md", ".ps1", ".yaml", ".spec", ""}

PROMISES = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
# processEvents re-enters the screen; enable_counts with a full-text table ends the interpreter.
CRASHES = re.compile(r"\b(processEvents|enable_counts)\b")
PLACES = re.compile(r"(?<![\w.])/(?:home|root|Users|work|tmp)/\w|\b[A-Za-z]:\\{1,2}Users\b")


def texts() -> list[Path]:
    """Our own text files, without this one, which has to name what it looks for."""
    inside = [file for folder in FOLDERS for file in (ROOT / folder).rglob("*")]
    return [
        file
        for file in (*ROOT.iterdir(), *inside)
        if file.is_file() and file.suffix in KINDS and file.name not in (".gitignore", Path(__file__).name)
    ]


@pytest.mark.parametrize("forbidden", [PROMISES, CRASHES, PLACES], ids=["promises", "crashes", "places"])
def test_no_forbidden_word_stands_in_the_project(forbidden: re.Pattern[str]) -> None:
    found = [
        f"{file.relative_to(ROOT)}:{number}: {line.strip()}"
        for file in texts()
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), start=1)
        if forbidden.search(line)
    ]

    assert not found


@pytest.mark.parametrize("line", ["open('/home/wang/a')", r"path = 'C:\\Users\\wang'", "cd /work/here"])
def test_a_place_of_one_machine_is_seen(line: str) -> None:
    assert PLACES.search(line)


@pytest.mark.parametrize("line", ["https://example.org/home/x", "a/tmp/b", "tmp_path / 'work/x'"])
def test_an_ordinary_path_is_let_through(line: str) -> None:
    assert not PLACES.search(line)
