"""The photographer starts the real program: what stands in the database stands in the picture."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.pictures.hall_stage import WALK_INS
from tests.pictures.stage import command, make_stage

ROOT = Path(__file__).resolve().parents[2]
ONE = ("--amount", "few", "--language", "zh", "--theme", "light", "--size", "1280x800", "--texts")


@pytest.fixture(scope="module")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("stage")
    make_stage(folder, ["few"])
    return folder


def _taken(stage: Path, folder: Path, face: str) -> dict[str, tuple[bytes, str]]:
    """Picture and readable text of each page of a face."""
    words = [str(folder), "--stage", str(stage), "--face", face, *ONE]
    child = subprocess.run(
        [sys.executable, "-m", "tests.pictures.take", *words], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert child.returncode == 0, child.stdout + child.stderr
    return {
        file.name.partition("-zh-")[0]: (file.read_bytes(), file.with_suffix(".txt").read_text(encoding="utf-8"))
        for file in folder.glob("*.png")
    }


def test_a_name_changed_in_the_database_stands_on_the_page(stage: Path, tmp_path: Path) -> None:
    data = stage / "few" / "office.qinting-db"
    before = _taken(stage, tmp_path / "before", "host")
    waiting = before["host-talk-begun"][1]
    clients = command("--data", data, "--json", "client", "search", "199")
    assert clients
    first = before["host-talk-begun"][1].splitlines()
    name = next(line.split()[0] for line in first if line.endswith(("女士", "先生")) and line.split()[0] in waiting)
    found = command("--data", data, "client", "set", name, "name=公孙续昼")
    assert found
    after = _taken(stage, tmp_path / "after", "host")
    assert "公孙续昼" not in before["host-talk-begun"][1]
    assert "公孙续昼" in after["host-talk-begun"][1]
    assert name not in after["host-talk-begun"][1]
    assert before["host-talk-begun"][0] != after["host-talk-begun"][0]


def test_every_page_of_the_kiosk_is_reached_and_differs_from_the_others(stage: Path, tmp_path: Path) -> None:
    pages = _taken(stage, tmp_path, "kiosk")
    assert {"kiosk-idle", "kiosk-welcomed", "kiosk-already", "kiosk-refused", "kiosk-search"} <= pages.keys()
    assert len({picture for picture, _ in pages.values()}) == len(pages)


def test_the_calling_board_opens_as_a_window_of_its_own_and_holds_no_whole_name(stage: Path, tmp_path: Path) -> None:
    ((_picture, text),) = _taken(stage, tmp_path, "board").values()

    assert "请前往 · Now please" in text
    assert "单先生" in text
    for name, _title, _marks in WALK_INS:
        assert name not in text
