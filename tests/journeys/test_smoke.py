"""`qinting --smoke`: the program tries itself, from source and frozen."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.journeys.program import PROGRAM

ROOT = Path(__file__).resolve().parents[2]
STEPS = ["database", "code", "check-in", "pdf", "package", "camera", "window", "window", "window", "window"]


def _steps(said: str) -> list[str]:
    words = [line.split()[0] for line in said.splitlines() if line]
    return [word for word in words if word in STEPS]


def test_the_program_tries_itself_and_says_what_it_did(tmp_path: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    # What Qt keeps for itself (its shader cache, its font list) goes elsewhere.
    place = tmp_path / "temporary"
    place.mkdir()
    environment |= {"TMPDIR": str(place), "XDG_CONFIG_HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path)}
    tried = subprocess.run(
        [PROGRAM, "--smoke"], capture_output=True, encoding="utf-8", env=environment, check=False, cwd=tmp_path
    )

    assert tried.returncode == 0, tried.stdout + tried.stderr
    assert _steps(tried.stdout) == STEPS
    assert "welcomed" in tried.stdout
    assert not list(place.glob("qinting*"))


@pytest.mark.full
def test_the_frozen_program_tries_itself(tmp_path: Path) -> None:
    built = subprocess.run(
        [sys.executable, str(ROOT / "installers" / "freeze.py"), str(tmp_path)],
        capture_output=True, encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip

    assert built.returncode == 0, built.stdout[-3_000:] + built.stderr[-3_000:]
    assert _steps(built.stdout) == STEPS
