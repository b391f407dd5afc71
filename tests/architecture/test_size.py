"""A long file is a file with two subjects."""

from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LONGEST_LINES = 400


@pytest.mark.parametrize("folder", ["desktop", "db", "resources"])
def test_no_file_is_longer_than_400_lines(folder: str) -> None:
    lines = {
        str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines())
        for file in (ROOT / folder).rglob("*.py")
    }

    assert not {file: count for file, count in lines.items() if count > LONGEST_LINES}
