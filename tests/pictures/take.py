"""`run.py pictures`: photographs of every page in both languages, both looks, two sizes, with few and many records.

Each combination is a start of the program of its own, on a copy of a demo's database and without a screen.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from itertools import product
from pathlib import Path

from tests.pictures.pages import FACES, PEOPLE, WINDOWS, WITHOUT_DATA
from tests.pictures.robot import Robot, accompany
from tests.pictures.stage import AMOUNTS, DATABASES, StageTrouble, copy_database, make_stage, props_in

LANGUAGES, THEMES, SIZES = ("zh", "en"), ("light", "dark"), ("1280x800", "1920x1080")


@dataclass(frozen=True, slots=True)
class Shot:
    """One start of the program."""

    face: str
    amount: str
    language: str
    theme: str
    size: str

    def stem(self, page: str) -> str:
        """The file of a page: kiosk-idle-zh-light-1280x800, with many records kiosk-idle-many-zh-..."""
        many = "" if self.amount == "few" or self.face in WITHOUT_DATA else f"-{self.amount}"
        return f"{page}{many}-{self.language}-{self.theme}-{self.size}"

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height."""
        width, height = map(int, self.size.split("x"))
        return width, height


def main(words: Sequence[str]) -> int:
    """Take the pictures asked for and say how many; 1 when a page could not be reached."""
    asked = _parser().parse_args(words)
    if asked.one:
        return take_one(Shot(*asked.one.split(",")), asked)
    shots = [Shot(*one) for one in product(asked.face, asked.amount, asked.language, asked.theme, asked.size)]
    shots = [one for one in shots if one.face not in WITHOUT_DATA or one.amount == asked.amount[0]]
    folder = Path(asked.folder).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="qinting-pictures-") as temporary:
        stage = Path(asked.stage or temporary).resolve()
        try:
            make_stage(stage, asked.amount)
        except StageTrouble as trouble:
            print(trouble, file=sys.stderr)
            return 1
        with ThreadPoolExecutor(os.cpu_count() or 1) as hands:
            results = list(hands.map(partial(_start, stage=stage, folder=folder, has_texts=asked.texts), shots))
    missed = [shot for shot, is_taken in zip(shots, results, strict=True) if not is_taken]
    count = len(list(folder.glob("*.png")))
    print(f"{count} 张图片在 / pictures in {folder}, {time.monotonic() - began:.0f} s")
    for shot in missed:
        print(f"没有拍全 / not complete: {shot.stem(shot.face)}", file=sys.stderr)
    return 1 if missed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py pictures", description=__doc__)
    parser.add_argument("folder", nargs="?", default="pictures")
    parser.add_argument("--face", nargs="+", choices=tuple(FACES), default=tuple(FACES))
    parser.add_argument("--amount", nargs="+", choices=tuple(AMOUNTS), default=tuple(AMOUNTS))
    parser.add_argument("--language", nargs="+", choices=LANGUAGES, default=LANGUAGES)
    parser.add_argument("--theme", nargs="+", choices=THEMES, default=THEMES)
    parser.add_argument("--size", nargs="+", choices=SIZES, default=SIZES)
    parser.add_argument("--stage", default="", help="用已有的演示数据 / keep the demo's databases here")
    parser.add_argument("--texts", action="store_true", help="也写下画面上的文字 / also write what can be read on each")
    parser.add_argument("--one", help=argparse.SUPPRESS)
    parser.add_argument("--data", help=argparse.SUPPRESS)
    return parser


def _start(shot: Shot, *, stage: Path, folder: Path, has_texts: bool) -> bool:
    """Start the program for one combination; what it said is shown when a page could not be reached."""
    with tempfile.TemporaryDirectory(prefix="qinting-pictures-") as temporary:
        data = ""
        if DATABASES[shot.face]:
            name = f"{DATABASES[shot.face]}.qinting-db"
            data = str(copy_database(stage / shot.amount / name, Path(temporary) / name))
        one = ",".join((shot.face, shot.amount, shot.language, shot.theme, shot.size))
        words = [str(folder), "--one", one, "--stage", str(stage), "--data", data]
        child = _program(Path(temporary), [*words, *(["--texts"] if has_texts else [])], shot)
    if child.returncode:
        print(child.stdout, child.stderr, sep="", file=sys.stderr)
    return child.returncode == 0


def _program(home: Path, words: list[str], shot: Shot) -> subprocess.CompletedProcess[str]:
    """Run this module in a process of its own, with settings and a screen of its own."""
    settings = home / "qinting" / "settings.toml"
    settings.parent.mkdir(parents=True, exist_ok=True)
    settings.write_text(f'language = "{shot.language}"\ntheme = "{shot.theme}"\n', encoding="utf-8")
    width, height = shot.pixels
    screen = {"name": "screen", "x": 0, "y": 0, "width": width, "height": height}
    (home / "screen.json").write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    environment = {
        **os.environ,
        "XDG_CONFIG_HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "QT_QPA_PLATFORM": f"offscreen:configfile={home / 'screen.json'}",
    }
    for name in ("DISPLAY", "QINTING_DATA"):
        environment.pop(name, None)
    whole = [sys.executable, "-m", "tests.pictures.take", *words]
    return subprocess.run(whole, capture_output=True, text=True, check=False, env=environment)


def take_one(shot: Shot, asked: argparse.Namespace) -> int:
    """Be the program, with somebody at its keys. Returns the exit status."""
    robot = Robot(
        Path(asked.folder), shot.stem, shot.pixels, language=shot.language, theme=shot.theme, has_texts=asked.texts
    )
    errand = FACES[shot.face](props_in(Path(asked.stage) / shot.amount))
    if shot.face == "gallery":
        return accompany(["--gallery"], robot, errand)
    if shot.face == "first":
        return accompany(["--language", "zh"], robot, errand, begins_early=True)
    words = ["--data", asked.data, "--face", WINDOWS.get(shot.face, shot.face)]
    if shot.face in PEOPLE:
        words += ["--as", PEOPLE[shot.face]]
    return accompany(words, robot, errand)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
