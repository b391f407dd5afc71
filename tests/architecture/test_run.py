"""The two commands: what they understand, what they leave alone, and that `.ci/run` adds nothing."""

import ast
import os
import subprocess
import sys
from pathlib import Path

import pytest

from run import FULL_PARTS, USAGE, StoppedError, make_room, select_tests

ROOT = Path(__file__).parents[2]


def run(*words: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "run.py"), *words]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)


def test_an_older_python_can_read_the_file_that_refuses_it() -> None:
    ast.parse((ROOT / "run.py").read_text(encoding="utf-8"), feature_version=(3, 7))


def test_an_unknown_word_is_answered_with_the_usage() -> None:
    answer = run("tset")

    assert answer.returncode == 2
    assert "python3 run.py [WORD]" in answer.stderr
    assert not answer.stdout


@pytest.mark.parametrize("word", ["setup", "demo", "test", "check", "bench", "pictures", "coverage", "package"])
def test_help_names_every_word(word: str) -> None:
    answer = run("help")

    assert answer.returncode == 0
    assert f"\n  {word} " in answer.stdout


def test_the_suite_leaves_the_long_figures_out() -> None:
    arguments = select_tests(())

    assert arguments[arguments.index("-m") + 1] == "not full"


def test_a_part_of_the_long_figures_is_a_folder_or_a_name() -> None:
    assert select_tests(("full", "rules"))[-1] == "tests/rules"
    assert select_tests(("full", "merging"))[-1] == "-k=merging"


@pytest.mark.parametrize("name", FULL_PARTS)
def test_a_named_part_of_the_long_figures_is_told_by_help_and_is_there(name: str) -> None:
    places = FULL_PARTS[name][1]

    assert select_tests(("full", name))[-len(places) :] == list(places)
    assert all("mark.full" in (ROOT / place).read_text(encoding="utf-8") for place in places)
    assert f"    {name} " in USAGE


@pytest.mark.parametrize("words", [("fast",), ("full", "rules", "storage")])
def test_other_words_after_test_are_refused(words: tuple[str, ...]) -> None:
    with pytest.raises(StoppedError) as stopped:
        select_tests(words)

    assert stopped.value.status == 2


def test_an_earlier_demonstration_makes_room(tmp_path: Path) -> None:
    folder = tmp_path / "demo"
    folder.mkdir()
    (folder / "demo.json").write_text('{"made by": "qinting demo"}', encoding="utf-8")

    make_room(folder)

    assert not folder.exists()


@pytest.mark.parametrize("name", ["holiday.jpg", "demo.json"])
def test_a_folder_of_someone_else_stays_as_it_is(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("{}", encoding="utf-8")

    with pytest.raises(StoppedError):
        make_room(tmp_path)

    assert (tmp_path / name).read_text(encoding="utf-8") == "{}"


def test_an_empty_or_a_new_folder_is_taken(tmp_path: Path) -> None:
    make_room(tmp_path)
    make_room(tmp_path / "new")


def test_the_check_of_a_change_runs_the_same_command() -> None:
    script = ROOT / ".ci" / "run"

    assert script.read_text(encoding="utf-8").splitlines()[-1] == "exec python3 run.py test"
    assert os.name == "nt" or os.access(script, os.X_OK)
