"""The command line is a contract: the README's day runs as it stands there, and JSON has the promised shapes."""

import argparse
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from desktop.cli.parser import build_parser
from tests.journeys import readied
from tests.journeys.program import PROGRAM, Machine, run, surroundings

ROOT = Path(__file__).parents[2]
SHELL_BLOCK = re.compile(r"^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# The tour has no printer.
OUTSIDE_THE_TOUR = {"demo", "bench", "paper print"}
EVENT = "春季交付日"
ID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def blocks(file: str) -> list[str]:
    return SHELL_BLOCK.findall((ROOT / file).read_text(encoding="utf-8"))


def leaves(parser: argparse.ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[str]:
    # argparse has no public way to its subcommands.
    branches = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not branches and words:
        yield " ".join(words)
    for branch in branches:
        for name, below in branch.choices.items():
            yield from leaves(below, (*words, name))


# The README


def test_the_readme_in_chinese_has_the_same_commands_byte_for_byte() -> None:
    assert blocks("README.md") == blocks("README.zh-CN.md")


def test_the_tour_of_the_readme_uses_every_command() -> None:
    tour = "".join(blocks("README.md"))
    used = {found.group(1) for found in re.finditer(r"\b(?:office|desk|west) ((?:[a-z][a-z-]* ?){1,2})", tour)}

    commands = set(leaves(build_parser())) - OUTSIDE_THE_TOUR

    assert not {command for command in commands if not any(f"{words} ".startswith(f"{command} ") for words in used)}


@pytest.mark.skipif(not readied.is_possible, reason="the tour is written for a shell, and read once for all of it")
def test_the_tour_of_the_readme_runs_from_top_to_bottom_in_an_empty_folder(tmp_path: Path) -> None:
    tour, folder = "set -eu\n" + "".join(blocks("README.md")), tmp_path / "tour"
    folder.mkdir()

    with readied.readied(tmp_path / "bin") as around:
        done = subprocess.run(
            ["bash"], input=tour, cwd=folder, env=around, capture_output=True, encoding="utf-8", check=False
        )

    assert done.returncode == 0, f"{done.stdout}\n{done.stderr}"
    assert "Traceback" not in done.stderr
    for name in ("invitations.pdf", "sheet.pdf", "forms.pdf", "summary.pdf"):
        assert (folder / name).read_bytes().startswith(b"%PDF-"), name
    assert (folder / "report.sqlite").read_bytes().startswith(b"SQLite format 3\0")
    assert not (folder / "office.db").read_bytes().startswith(b"SQLite format 3\0")
    assert done.stdout.splitlines()[-1] == "Database and journal are sound."


# The shapes of JSON


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("contract")


@pytest.fixture(scope="module")
def office(folder: Path) -> Machine:
    """An office with two people, an event of today and three clients; its answers are what the fixtures below hold."""
    machine = Machine(folder, "office.db", is_here=True)
    made = machine.do("init", "--project", "云栖里", "--device", "办公室", "--plain")
    assert set(made) == {"project", "device", "name", "role", "fingerprint", "file"}
    assert made["role"] == "office"
    assert re.fullmatch(r"([A-Z2-7]{4}-){7}[A-Z2-7]{4}", made["fingerprint"])
    today = datetime.now(ZoneInfo("Asia/Shanghai")).date().isoformat()
    event = machine.do("event", "add", "--node", "delivery", "--title", EVENT,
                       "--starts", f"{today}T08:00", "--ends", f"{today}T20:00")  # fmt: skip
    assert set(event) == {"event"}
    assert ID.fullmatch(event["event"])
    for name, role in (("贺兰心", "host"), ("顾小满", "coordinator")):
        staff = machine.do("staff", "add", "--name", name, "--level", "staff", "--role", role)
        assert set(staff) == {"staff"}
    return machine


@pytest.fixture(scope="module")
def imported(office: Machine) -> dict[str, Any]:
    """What the import of a list with one row of each kind answered."""
    rows = ["姓名,称谓,手机,房号", "孟知秋,女士,13700137001,8-1-1602", "孟知秋,女士,13700137001,8-1-1602",
            "骆一鸣,先生,13700137002,8-2-0301", "陶然,先生,1370013,8-2-0302"]  # fmt: skip
    (office.folder / "list.csv").write_text("\n".join(rows), encoding="utf-8")
    return office.do("client", "import", "list.csv", "--event", EVENT)


@pytest.fixture(scope="module")
def concern(office: Machine, imported: dict[str, Any]) -> dict[str, Any]:
    """What taking down a concern answered."""
    assert imported["added"] == 2
    return office.do("concern", "add", "--event", EVENT, "--client", "孟知秋", "--received-by", "贺兰心",
                     "--words", "入户门关不严", "--type", "repair", "--area", "engineering_quality")  # fmt: skip


def test_an_import_accounts_for_every_row(imported: dict[str, Any]) -> None:
    whole = {"batch", "read", "added", "updated", "duplicates", "rejected", "encoding", "header_row", "columns"}

    assert whole <= set(imported)
    assert imported["read"] == 4
    assert (imported["added"], imported["updated"], imported["duplicates"]) == (2, 0, 1)
    assert [set(cell) for cell in imported["rejected"]] == [{"row", "column", "value", "reason"}]
    assert (imported["rejected"][0]["row"], imported["rejected"][0]["column"]) == (5, "手机")
    assert imported["columns"] == {"姓名": "name", "称谓": "title", "手机": "phone", "房号": "room"}
    assert (imported["encoding"], imported["header_row"]) == ("utf-8", 1)


def test_a_dry_run_changes_nothing(office: Machine, imported: dict[str, Any]) -> None:
    (office.folder / "more.csv").write_text("姓名,手机\n白露,13700137009\n", encoding="utf-8")

    preview = office.do("client", "import", "more.csv", "--event", EVENT, "--dry-run")

    assert (imported["dry_run"], preview["dry_run"], preview["added"]) == (False, True, 1)
    assert office.do("client", "search", "白露") == {"clients": []}


def test_a_search_answers_with_masked_telephones(office: Machine, imported: dict[str, Any]) -> None:
    found = office.do("client", "search", "mzq", "--event", EVENT, "--limit", "5")["clients"]

    assert [(one["name"], one["room"], one["phone_masked"]) for one in found] == [
        ("孟知秋", "8 栋 1 单元 1602", "137****7001")
    ]
    assert {"id", "name", "room", "phone_masked"} <= set(found[0])
    assert imported["batch"]


def test_invitations_come_as_sheet_pictures_and_list(office: Machine, imported: dict[str, Any]) -> None:
    issued = office.do(
        "invitation", "issue", "--event", EVENT, "--pdf", "cards.pdf", "--png", "codes", "--csv", "cards.csv"
    )
    head, *rows = (office.folder / "cards.csv").read_text(encoding="utf-8-sig").splitlines()

    assert (issued["invitations"], issued["elsewhere"], issued["pages"], issued["missing"]) == (2, 0, 1, [])
    assert head == "client_id,name,title,phone,room,slot,owner,spoken,token,image,message"
    assert len(rows) == len(list((office.folder / "codes").rglob("*.png"))) == imported["added"]
    assert all(re.search(r",QT[A-Z2-7]{22},", row) for row in rows)


def test_the_week_before_answers_with_people_room_and_what_to_paste(office: Machine, imported: dict[str, Any]) -> None:
    slots = office.do("event", "slots", "--event", EVENT, "--slot", "09:00-10:30 上午场 | 60")["slots"]
    assert slots[0] == {"slot": "09:00-10:30 上午场", "capacity": 60, "invitations": 0, "people": 0, "left": 60}
    noted = office.do("invitation", "contact", "--event", EVENT, "--client", "孟知秋", "--result", "moved",
                      "--slot", "上午场", "--words", "早一点来")  # fmt: skip
    assert (noted["state"], noted["slot"], noted["tries"], noted["words"]) == (
        "moved",
        "09:00-10:30 上午场",
        1,
        "早一点来",
    )

    listed = office.do("invitation", "contacts", "--event", EVENT)
    told = office.do("invitation", "remind", "--event", EVENT, "--state", "moved")["reminders"]
    numbers = office.do("event", "numbers", "--event", EVENT)

    assert set(noted) - {"contact"} == set(listed["clients"][0])
    assert (listed["states"]["moved"], listed["states"]["not_sent"]) == (1, imported["added"] - 1)
    assert [set(one) for one in told] == [{"owner", "version", "text", "messages"}]
    assert told[0]["messages"][0]["text"] in told[0]["text"]
    assert {"expected", "arrived", "came", "quarters", "slots", "owners", "channels", "desks", "people"} <= set(numbers)
    assert {"name": "09:00-10:30 上午场", "expected": 1, "arrived": numbers["slots"][0]["arrived"]} == numbers["slots"][
        0
    ]


def test_a_scan_answers_a_line_for_each_code_and_repeats_it_as_it_came(
    office: Machine, imported: dict[str, Any]
) -> None:
    assert imported["added"]
    office.do("invitation", "issue", "--event", EVENT, "--csv", "scan.csv")
    token = re.findall(r"QT[A-Z2-7]{22}", (office.folder / "scan.csv").read_text(encoding="utf-8-sig"))[0]

    ran = office.run("check-in", "scan", "--event", EVENT, "--desk", "南门", "-", typed=f"{token}\n {token.lower()} \n")
    first, again = ran.lines()

    assert ran.status == 0
    assert {"token", "outcome", "client", "first"} <= set(first)
    assert (first["token"], first["outcome"], first["first"]) == (token, "welcomed", None)
    assert ID.fullmatch(first["client"])
    assert (again["token"], again["outcome"]) == (f" {token.lower()} ", "already")
    assert set(again["first"]) == {"at", "desk"}
    assert again["first"]["desk"] == "南门"
    assert datetime.fromisoformat(again["first"]["at"]).utcoffset() is not None


def test_a_scan_that_lets_nobody_in_ends_with_status_1(office: Machine) -> None:
    ran = office.run("check-in", "scan", "--event", EVENT, "HELLO", "二维码")

    assert ran.status == 1
    assert [(line["token"], line["outcome"], line["client"]) for line in ran.lines()] == [
        ("HELLO", "malformed", None), ("二维码", "malformed", None),
    ]  # fmt: skip
    assert not ran.messages


def test_a_walk_in_is_welcomed_and_can_be_taken_back_once(office: Machine) -> None:
    walked = office.do("check-in", "walk-in", "--event", EVENT, "--name", "倪可", "--room", "8-2-0405")
    undone = office.do("check-in", "undo", walked["check_in"])
    again = office.refused("check-in", "undo", walked["check_in"])

    assert walked["outcome"] == "welcomed"
    assert undone == {"check_in": walked["check_in"], "undone": True}
    assert again["error"]["code"] == "check_in_undone_already"


def test_a_concern_has_an_id_and_a_number(concern: dict[str, Any], office: Machine) -> None:
    (listed,) = office.do("concern", "list")["concerns"]

    assert set(concern) == {"concern", "number"}
    assert re.fullmatch(r"云-01-[A-Z2-7]{4}-[0-9]{4}-1", concern["number"])
    assert (listed["concern"], listed["number"]) == (concern["concern"], concern["number"])
    assert listed["words"] == "入户门关不严"
    assert {"type", "area", "department", "grade", "state", "due", "client", "rivals"} <= set(listed)
    assert office.do("concern", "list", "--overdue", "--state", "recorded") == {"concerns": []}


def test_a_step_answers_with_the_state_and_a_refusal_with_every_reason(
    concern: dict[str, Any], office: Machine
) -> None:
    moved = office.do("concern", "move", concern["number"], "answered", "--by", "贺兰心", "--set", "answer=看过了")
    refused = office.refused("concern", "move", concern["number"], "closed", "--by", "贺兰心")

    assert moved == {"state": "answered"}
    assert refused["refused"] == ["role_missing", "type_needs_work", "not_confirmed_by_client"]
    assert [set(reason) for reason in refused["reasons"]] == [{"code", "message", "next"}] * 3
    assert refused["state"] == "answered"


def test_talks_additions_and_promises_answer_with_their_ids(concern: dict[str, Any], office: Machine) -> None:
    talk = ("--event", EVENT, "--client", "孟知秋", "--host", "贺兰心")
    started, ended = office.do("reception", "start", *talk), office.do("reception", "end", *talk)
    addition = office.do("concern", "addition", concern["number"], "--words", "声音也大", "--by", "贺兰心")
    promise = office.do("promise", "add", concern["number"], "--text", "换条", "--due", "2031-05-06", "--by", "贺兰心")
    (listed,) = office.do("promise", "list", "--open")["promises"]
    kept = office.do("promise", "keep", promise["promise"][:18], "--by", "顾小满")

    assert started == ended
    assert set(started) == {"reception", "number"}
    assert concern["number"] == f"{started['number']}-1"
    assert set(addition) == {"addition"}
    assert set(promise) == {"promise"}
    assert (listed["promise"], listed["concern"], listed["due"]) == (
        promise["promise"],
        concern["concern"],
        "2031-05-06",
    )
    assert kept == {"promise": promise["promise"], "kept": True}
    assert office.do("promise", "list", "--open") == {"promises": []}


def test_a_paper_answers_with_its_pages_and_missing_characters(concern: dict[str, Any], office: Machine) -> None:
    assert concern
    for name in ("form", "invitation", "summary"):
        answer = office.do("paper", name, "--event", EVENT, "--pdf", f"{name}.pdf")
        assert set(answer) == {"file", "pages", "missing"} | ({"draft"} if name == "summary" else set())
        assert (answer["file"], answer["missing"]) == (f"{name}.pdf", [])
        assert answer["pages"] >= 1


@pytest.fixture(scope="module")
def laptop(office: Machine) -> Machine:
    """A laptop of the same project."""
    machine = Machine(office.folder, "laptop.db", is_here=True)
    card = office.do("device", "card", "--file", "project.card")
    assert set(card) == {"file", "fingerprint"}
    assert machine.do("init", "--from", "project.card", "--device", "笔记本", "--role", "host", "--plain")
    return machine


def test_packages_are_written_inspected_previewed_merged_and_known(
    office: Machine, laptop: Machine, imported: dict[str, Any]
) -> None:
    assert imported["added"]
    written = office.do("package", "export", "--file", "o.qinting")
    seen = laptop.do("package", "inspect", "o.qinting")
    preview = laptop.do("package", "merge", "o.qinting", "--dry-run")
    merged = laptop.do("package", "merge", "o.qinting")
    known = laptop.do("package", "merge", "o.qinting")

    assert set(written) == {"file", "kind", "rows", "size_bytes", "readers", "files", "files_left"}
    assert (written["kind"], written["rows"]["event"]) == ("full", 1)
    assert seen["rows"] == written["rows"]
    assert (seen["same_project"], seen["device"], seen["reason"]) == (True, "办公室", None)
    whole = {"file", "outcome", "added", "changed", "conflicts", "reason"}
    assert all(whole <= set(answer["files"][0]) for answer in (preview, merged, known))
    assert (preview["dry_run"], preview["files"]) == (True, merged["files"])
    assert (merged["files"][0]["outcome"], merged["files"][0]["reason"]) == ("merged", None)
    assert merged["files"][0]["added"] > 0
    assert (known["files"][0]["outcome"], known["files"][0]["added"]) == ("known", 0)


def test_a_package_that_was_not_taken_ends_with_status_1_and_its_reason(office: Machine, laptop: Machine) -> None:
    laptop.do("package", "export", "--file", "l.qinting")
    (office.folder / "bad.qinting").write_bytes((office.folder / "l.qinting").read_bytes()[:-40])

    refused = office.refused("package", "merge", "l.qinting", "bad.qinting", "none.qinting")

    assert [one["outcome"] for one in refused["files"]] == ["unknown_device", "damaged", "missing"]
    assert all(one["reason"] and one["next"] and not one["added"] for one in refused["files"])


def test_a_package_for_a_passphrase_opens_with_it_alone(office: Machine, laptop: Machine) -> None:
    (office.folder / "word.txt").write_text("三月的风 8\n第二行不算\n", encoding="utf-8")
    (office.folder / "other.txt").write_text("别的\n", encoding="utf-8")
    office.do("package", "export", "--file", "p.qinting", "--with-passphrase", "word.txt")

    without = laptop.refused("package", "merge", "p.qinting")
    wrong = laptop.refused("package", "merge", "p.qinting", "--with-passphrase", "other.txt")
    right = laptop.do("package", "merge", "p.qinting", "--with-passphrase", "word.txt")

    assert [answer["files"][0]["outcome"] for answer in (without, wrong, right)] == [
        "wrong_passphrase", "wrong_passphrase", "merged",
    ]  # fmt: skip


def test_a_disagreement_is_listed_with_both_values_and_settled(
    office: Machine, laptop: Machine, imported: dict[str, Any]
) -> None:
    assert imported["added"]
    office.do("package", "export", "--file", "before.qinting")
    laptop.do("package", "merge", "before.qinting")
    laptop.do("client", "set", "骆一鸣", "note=带轮椅")
    office.do("client", "set", "骆一鸣", "note=坐前排")
    laptop.do("package", "export", "--file", "after.qinting")
    office.do("package", "merge", "after.qinting", "--trust", "any")

    (found,) = office.do("conflict", "list")["conflicts"]
    settled = office.do("conflict", "settle", "client", found["id"][:32], "note", "坐前排，带轮椅")

    assert (found["table"], found["field"]) == ("client", "note")
    assert {value["value"] for value in found["values"]} == {"带轮椅", "坐前排"}
    assert all(set(value) == {"value", "who", "device", "at"} for value in found["values"])
    assert found["shown"] == found["values"][0]["value"]
    assert settled == {"table": "client", "id": found["id"], "field": "note", "value": "坐前排，带轮椅"}
    assert office.do("conflict", "list") == {"conflicts": []}


def test_devices_are_listed_with_fingerprint_and_trust(office: Machine, laptop: Machine) -> None:
    known = laptop.do("device", "list")["devices"]
    mine = next(one for one in known if one["this"])

    trusted = office.do("device", "trust", mine["fingerprint"])

    assert set(mine) == {
        "device", "name", "role", "fingerprint", "trusted", "this", "last_heard", "user", "words", "missing",
        "clock_ahead_s", "removed_at", "removed_by_office",
    }  # fmt: skip
    assert {(one["name"], one["role"], one["trusted"]) for one in known} == {
        ("办公室", "office", True), ("笔记本", "host", True),
    }  # fmt: skip
    assert trusted == {"trusted": mine["fingerprint"]}


def test_the_plain_copy_and_the_check_answer_with_counts(office: Machine) -> None:
    masked = office.do("export", "--sqlite", "masked.sqlite")
    sound = office.do("verify")

    assert set(masked) == {"file", "rows", "masked"}
    assert (masked["masked"], masked["rows"]["event"], masked["rows"]["staff"]) == (True, 1, 2)
    assert sound == {"sound": True, "pages": [], "journal": []}


# Errors, options, ids


@pytest.mark.parametrize(
    ("words", "status", "code"),
    [
        (("--data", "office.db", "export", "--sqlite", "office.db"), 1, "file_exists"),
        (("--data", "office.db", "event", "list", "--nonsense"), 2, "usage"),
        (("--data", "office.db", "client", "set", "没有这个人", "title=先生"), 2, "id_unknown"),
        (("--data", "office.db", "package", "inspect", "none.qinting"), 4, "package_missing"),
        (("--data", "none.db", "event", "list"), 5, "database_missing"),
    ],
)
def test_an_error_is_a_document_on_stdout_and_a_sentence_on_stderr(
    office: Machine, words: tuple[str, ...], status: int, code: str
) -> None:
    ran = run("--json", *words, folder=office.folder)
    error = ran.document()["error"]

    assert (ran.status, error["code"]) == (status, code)
    assert set(error) == {"code", "message", "next"}
    assert error["message"] in ran.messages
    assert error["next"] in ran.messages
    assert "Traceback" not in ran.messages


@pytest.mark.skipif(os.name == "nt" or sys.platform == "darwin", reason="there is always a screen there")
def test_without_a_screen_no_window_is_opened(office: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)

    ran = run("--json", folder=office.folder)

    assert (ran.status, ran.document()["error"]["code"]) == (3, "no_display")
    assert ran.messages


def test_without_json_an_error_leaves_stdout_empty(office: Machine) -> None:
    ran = run("--data", "none.db", "event", "list", folder=office.folder)

    assert (ran.status, ran.out) == (5, "")
    assert ran.messages


@pytest.mark.skipif(os.name == "nt", reason="arguments are text there")
def test_an_argument_that_is_no_text_is_refused(office: Machine) -> None:
    done = subprocess.run(
        [PROGRAM, "--json", "--data", "office.db", "staff", "add", "--level", "staff", "--name", b"\xff"],
        cwd=office.folder, env=surroundings(), capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert done.returncode == 2
    assert '"argument_not_text"' in done.stdout


def test_the_common_options_stand_before_or_behind_the_command(office: Machine) -> None:
    before = run("--data", "office.db", "--json", "--as", "顾小满", "event", "list", folder=office.folder)
    behind = run("event", "list", "--json", "--as", "顾小满", "--data", "office.db", folder=office.folder)
    between = run("event", "--data", "office.db", "--json", "list", "--as", "顾小满", folder=office.folder)

    assert before == behind == between
    assert before.document()["events"][0]["title"] == EVENT


def test_who_asks_decides_what_is_done(office: Machine) -> None:
    refused = office.refused("--as", "贺兰心", "staff", "add", "--name", "外人", "--level", "staff")

    assert refused["error"]["code"] == "role_missing"


def test_an_id_is_given_in_full_by_its_beginning_or_by_its_name(office: Machine) -> None:
    (event,) = office.do("event", "list")["events"]

    for said in (event["event"], event["event"][:8], event["event"][:20], EVENT):
        assert office.do("client", "search", "无此人", "--event", said) == {"clients": []}
    assert office.refused("client", "search", "无此人", "--event", event["event"][:7], status=2)


def test_a_name_that_two_people_have_is_refused(office: Machine) -> None:
    first, second = (office.do("staff", "add", "--name", "方圆", "--level", "staff")["staff"] for _ in range(2))

    ambiguous = office.refused("--as", "方圆", "event", "list", status=2)

    assert first != second
    assert ambiguous["error"]["code"] == "id_ambiguous"
    assert office.run("--as", first, "event", "list").status == 0
