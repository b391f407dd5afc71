"""What the pictures are taken of: databases that `qinting demo` made, and things lying ready on the table."""

import csv
import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from db.store import Store
from desktop.services.opening import open_database
from desktop.tokens.code import make_code
from tests.pictures.hall_stage import direct_hall, pause_hall
from tests.pictures.pages import Props

AMOUNTS = {"few": 60, "many": 2_000}
# A further list, of other people and with its own mistakes.
OTHER_SEED, OTHER_CLIENTS = 7, 60
DATABASES = {
    "kiosk": "kiosk-1",
    "desk": "kiosk-1",
    "host": "office",
    "table": "office",
    "office": "office",
    "hall": "hall",
    "host-hall": "hall",
    "board": "hall",
    "board-paused": "hall-paused",
    "board-quiet": "office",
    "first": "",
    "gallery": "",
}
OPEN_DAY = "工地开放日"


class StageTrouble(Exception):  # noqa: N818 - in the house's words
    """The stage cannot be set."""


def make_stage(folder: Path, amounts: Sequence[str]) -> None:
    """Play the demo for each amount into `folder`, unless it lies there already; and what else is shown."""
    for name, clients, seed in (*((one, AMOUNTS[one], 1) for one in amounts), ("other", OTHER_CLIENTS, OTHER_SEED)):
        if not (folder / name / "summary.pdf").exists():
            command("demo", folder / name, "--clients", clients, "--seed", seed)
    for amount in amounts:
        if not (folder / amount / "props.json").exists():
            _lay_out(folder / amount, folder / "other")


def command(*words: object) -> str:
    """Run one command of the program. Raises StageTrouble with what it said."""
    whole = [sys.executable, "-m", "desktop", *map(str, words)]
    child = subprocess.run(whole, capture_output=True, text=True, check=False)
    if child.returncode != 0:
        raise StageTrouble(f"{' '.join(whole)}\n{child.stdout}{child.stderr}")
    return child.stdout


def props_in(folder: Path) -> Props:
    """What `make_stage` left for one amount."""
    kept = json.loads((folder / "props.json").read_text(encoding="utf-8"))
    return Props(kept["codes"], Path(kept["list_file"]), tuple(map(Path, kept["packages"])))


def copy_database(source: Path, target: Path) -> Path:
    """A copy that a robot may write into."""
    target.parent.mkdir(parents=True, exist_ok=True)
    for beside in source.parent.glob(f"{source.name}*"):
        if beside.is_file():
            shutil.copy2(beside, target.with_name(beside.name.replace(source.name, target.name)))
    return target


def _lay_out(folder: Path, other: Path) -> None:
    kiosk = folder / "kiosk-1.qinting-db"
    with open_database(kiosk, None) as store:
        codes = _codes(store, folder / "codes")
        event = store.query("SELECT id FROM event WHERE title = :title", title=OPEN_DAY)[0][0]
    for name in ("hall", "hall-paused"):
        directed = copy_database(folder / "office.qinting-db", folder / f"{name}.qinting-db")
        if name == "hall":
            direct_hall(directed, event, most=AMOUNTS[folder.name] // 4)
        else:
            pause_hall(directed, event)
    package = folder / "evening.qinting"
    later = copy_database(kiosk, folder / "later" / "kiosk-1.qinting-db")
    command("--data", later, "check-in", "walk-in", "--event", event, "--name", "季临川", "--room", "6-2-1201")
    command("--data", later, "package", "export", "--file", package)
    broken = folder / "broken.qinting"
    broken.write_bytes(package.read_bytes()[:-400])
    foreign = next((other / "packages").glob("*.qinting"))
    kept = {
        "codes": codes,
        "list_file": str(other / "list.xlsx"),
        "packages": [str(package), str(broken), str(foreign)],
    }
    (folder / "props.json").write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")


def _codes(store: Store, folder: Path) -> dict[str, str]:
    """Codes by what becomes of them at this door."""
    events = {row[0]: row[1] for row in store.query("SELECT title, id FROM event")}
    came = {row[0] for row in store.query("SELECT client FROM check_in WHERE client IS NOT NULL")}
    revoked = {row[0] for row in store.query("SELECT client FROM invitation WHERE revoked_at IS NOT NULL")}
    lists = {path.stem: _rows(path) for path in folder.glob("*.csv")}
    here, elsewhere = lists.pop(OPEN_DAY), next(iter(lists.values()))
    fresh = [row for row in here if row["client_id"] not in came | revoked]
    gone = [row for row in here if row["client_id"] in revoked]
    return {
        "guest": fresh[0]["token"],
        "revoked": gone[0]["token"] if gone else make_code(events[OPEN_DAY], b"nobody holds this one", "nobody"),
        "elsewhere": elsewhere[0]["token"],
        "stray": make_code(events[OPEN_DAY], b"nobody holds this one", "somebody"),
        "malformed": fresh[0]["token"][:20] + "ZZ22",
    }


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))
