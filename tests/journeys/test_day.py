"""A whole day through the program as separate processes; every figure it printed is counted again by plain SQL."""

import sqlite3
from collections import Counter
from contextlib import closing
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.journeys import lists
from tests.journeys.day import EVENT, LATE, NEXT_WEEK, WORDS, Day, lived

DATA = "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'journal' ORDER BY name"
THIS_EVENT = "(SELECT id FROM event WHERE title = :event)"


@pytest.fixture(scope="session")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    return lived(tmp_path_factory.mktemp("day"))


def answers(day: Day, sql: str) -> list[Any]:
    """The rows that the plain copy of the office answers; `:event` is the title of the day's event."""
    with closing(day.plain("office")) as connection:
        return connection.execute(sql, {"event": EVENT}).fetchall()


def number(day: Day, sql: str) -> int:
    ((found,),) = answers(day, sql)
    return int(found)


def contents(connection: sqlite3.Connection) -> dict[str, list[tuple[str | int | None, ...]]]:
    """Every row of every table that travels, as a set would hold them."""
    return {
        table: sorted(connection.execute(f"SELECT * FROM {table}").fetchall(), key=repr)
        for (table,) in connection.execute(DATA).fetchall()
    }


def pages(day: Day, name: str) -> tuple[str, ...]:
    """The text of each page of a paper, without spaces and line ends."""
    return read_pages(day.folder / f"{name}.pdf")


@cache
def read_pages(file: Path) -> tuple[str, ...]:
    return tuple("".join(page.extract_text().split()) for page in PdfReader(file).pages)


# The lists


def test_a_messy_list_in_gb18030_is_taken_in_row_by_row(day: Day) -> None:
    said = day.imports["csv"]

    assert (said["encoding"], said["header_row"]) == ("gb18030", 3)
    assert said["columns"] == {
        "序号": "ignore", "客户姓名*": "name", "性 别": "title", "联系电话（必填）": "phone", "楼栋": "building",
        "单元": "unit", "室号": "room_number", "专属管家": "property_butler", "场次": "slot", "同行人数": "companions",
    }  # fmt: skip
    assert (said["read"], said["added"], said["updated"], said["duplicates"]) == (41, 36, 0, 2)
    assert [cell["row"] for cell in said["rejected"]] == [42, 43, 44]


def test_a_workbook_brings_news_of_clients_who_are_known(day: Day) -> None:
    said = day.imports["xlsx"]

    assert (said["encoding"], said["header_row"]) == ("xlsx", 2)
    assert (said["read"], said["added"], said["updated"], said["duplicates"]) == (29, 24, 2, 2)
    assert [(cell["row"], cell["column"]) for cell in said["rejected"]] == [(31, "房间号")]


def test_every_import_adds_up_and_stands_so_in_the_records(day: Day) -> None:
    kept = {
        row[0]: row[1:]
        for row in answers(
            day,
            "SELECT r.id, read, added, updated, duplicates, rejected,"
            " (SELECT count(*) FROM client c WHERE c.roster = r.id) FROM roster r",
        )
    }

    assert len(kept) == len(day.imports) == 5
    for said in day.imports.values():
        parts = (said["added"], said["updated"], said["duplicates"], len(said["rejected"]))
        assert sum(parts) == said["read"]
        assert kept[said["batch"]] == (said["read"], *parts, said["added"])


def test_every_client_of_the_lists_is_kept_with_name_room_and_telephone(day: Day) -> None:
    kept = answers(
        day,
        "SELECT c.name, c.phone, u.building, u.unit FROM client c JOIN client_unit l ON l.client = c.id"
        " JOIN unit u ON u.id = l.unit WHERE c.source = 'list'",
    )

    expected = {(one.name, one.phone[-11:], str(one.building), str(one.unit)) for one in day.people}
    assert {(name, phone[-11:], building, unit) for name, phone, building, unit in kept} == expected


# The door


def outcomes(day: Day, *keys: str) -> Counter[str]:
    return Counter(line["outcome"] for key in keys for line in day.scans[key])


def test_each_scan_was_answered_for_what_it_was(day: Day) -> None:
    east, names = day.scans["east"], [one.name for one in day.people]

    assert [line["outcome"] for line in east] == (
        ["welcomed"] * 16 + ["already", "revoked", "wrong_event"] + ["malformed"] * 3 + ["unknown"] * 2
    )
    assert [line["name"] for line in east[:16]] == names[:16]
    assert outcomes(day, "west") == {"welcomed": 13, "revoked": 1}
    assert outcomes(day, "west later") == {"already": 2, "welcomed": 1}
    assert outcomes(day, "next week") == {"not_today": 1}


def test_every_line_has_the_code_as_it_came(day: Day) -> None:
    token = day.tokens[EVENT][day.people[3].name]

    assert day.scans["east"][16]["token"] == f" {token.lower()}"
    assert [line["token"] for line in day.scans["east"][19:21]] == ["12345", "二维码"]


def test_one_row_was_kept_for_each_decision_and_says_the_same(day: Day) -> None:
    kept = dict(answers(day, "SELECT id, outcome FROM check_in WHERE means = 'scan'"))

    assert kept == {line["check_in"]: line["outcome"] for lines in day.scans.values() for line in lines}


def test_the_other_desk_knows_who_came_after_it_has_taken_the_package(day: Day) -> None:
    assert day.refusals["east at west"] == ["unknown_device"]
    for line, first in zip(day.scans["west later"][:2], day.scans["east"][1:3], strict=True):
        assert line["client"] == first["client"]
        assert line["first"]["desk"] == "east"
        (at,) = answers(day, f"SELECT at FROM check_in WHERE id = '{first['check_in']}'")[0]
        assert int(datetime.fromisoformat(line["first"]["at"]).timestamp()) == at // 1000


PEOPLE = f"""
    WITH admitted AS (
        SELECT coalesce(k.client, (SELECT i.client FROM invitation i WHERE i.code_hash = k.code_hash), k.id) AS who
        FROM check_in k WHERE k.event = {THIS_EVENT} AND k.admitted = 1 AND k.undone = 0
    ),
    arrived AS (
        SELECT DISTINCT coalesce((SELECT c.merged_into FROM client c WHERE c.id = who), who) AS person FROM admitted
    ),
    invited AS (
        SELECT DISTINCT coalesce(c.merged_into, c.id) AS person FROM invitation i JOIN client c ON c.id = i.client
        WHERE i.event = {THIS_EVENT} AND i.revoked_at IS NULL AND i.deleted = 0
    )
"""
ARRIVED = f"{PEOPLE} SELECT count(*) FROM arrived"
INVITED = f"{PEOPLE} SELECT count(*) FROM invited"
INVITED_AND_ARRIVED = f"{PEOPLE} SELECT count(*) FROM invited WHERE person IN (SELECT person FROM arrived)"


def test_the_event_list_counts_people_and_not_scans(day: Day) -> None:
    said = {event["title"]: event for event in day.told["events"]}

    assert said[EVENT]["invited"] == number(day, INVITED) == lists.IN_CSV + lists.IN_XLSX + len(LATE) - 2
    # 16 in the east, 12 others in the west, one there later, one of the late list, two of three walk-ins.
    assert said[EVENT]["arrived"] == number(day, ARRIVED) == 16 + 12 + 1 + 1 + 2
    assert said[NEXT_WEEK]["arrived"] == 0


def test_a_client_whom_the_desk_did_not_know_is_found_in_the_office(day: Day) -> None:
    found = answers(
        day,
        "SELECT DISTINCT c.name FROM check_in k JOIN invitation i ON i.code_hash = k.code_hash"
        " JOIN client c ON c.id = i.client WHERE k.outcome = 'unknown'",
    )

    assert found == [(LATE[0][0],)]


def test_a_check_in_that_was_taken_back_stays_in_the_records(day: Day) -> None:
    assert answers(day, "SELECT id FROM check_in WHERE undone = 1") == [(day.walk_ins["undone"]["check_in"],)]


# Bringing together


def test_packages_in_two_orders_give_the_same_records(day: Day) -> None:
    with closing(day.plain("noon")) as one, closing(day.plain("copy")) as other:
        here, there = contents(one), contents(other)
    # A copied database is a device of its own from its first step on; beside that row nothing differs.
    (copied,) = set(there.pop("device")) - set(devices := here.pop("device"))
    assert copied[4:6] == ("客关办公室", "office")
    assert len(devices) == 5
    assert here == there

    assert [file["outcome"] for file in day.merged["office"]["files"]] == ["merged"] * 4
    assert [file["outcome"] for file in day.merged["copy"]["files"]] == ["merged"] * 4
    assert day.merged["again"]["files"][0]["outcome"] == "known"


def test_the_laptop_that_took_everything_back_holds_what_the_office_holds(day: Day) -> None:
    with closing(day.plain("office")) as office, closing(day.plain("one")) as laptop:
        assert contents(office) == contents(laptop)

    assert day.merged["evening at one"]["files"][0]["conflicts"] == 0


def test_a_client_corrected_on_two_devices_is_listed_until_a_person_settles_it(day: Day) -> None:
    (found,) = day.conflicts

    assert (found["table"], found["field"]) == ("client", "title")
    assert {value["value"] for value in found["values"]} == {"博士", "教授"}
    assert sum(file["conflicts"] for file in day.merged["office"]["files"]) == 1
    assert answers(day, f"SELECT name, title FROM client WHERE id = '{found['id']}'") == [(day.people[10].name, "教授")]
    assert day.told["conflicts after"] == []


def test_two_clients_joined_in_opposite_directions_are_joined_alike(day: Day) -> None:
    kept = answers(day, f"SELECT id, merged_into FROM client WHERE name IN {lists.TWICE} ORDER BY id")

    assert kept == [(kept[0][0], None), (kept[1][0], kept[0][0])]


# Concerns and promises


def test_the_words_of_every_client_are_kept_as_they_were_said(day: Day) -> None:
    assert {line["concern"]: line["words"] for line in day.told["concerns"]} == {
        day.concerns[key]: words for key, words in WORDS.items()
    }
    assert answers(day, "SELECT words FROM concern_addition") == [("隔壁也这样",)]


def test_concerns_by_state_follow_from_the_last_step_of_each(day: Day) -> None:
    last = dict(
        answers(
            day,
            "SELECT s.concern, s.state FROM concern_step s"
            " WHERE NOT EXISTS (SELECT 1 FROM concern_step n WHERE n.parent = s.id)",
        )
    )

    assert {line["concern"]: line["state"] for line in day.told["concerns"]} == last
    assert {key: last[concern] for key, concern in day.concerns.items()} == {
        "leak": "reopened", "question": "closed", "nobody": "recorded", "wish": "recorded", "need": "accepted",
        "service": "closed",
    }  # fmt: skip
    assert {line["concern"] for line in day.told["closed"]} == {day.concerns["question"], day.concerns["service"]}


def test_concerns_by_area_are_those_of_the_records(day: Day) -> None:
    kept = dict(answers(day, f"SELECT area, count(*) FROM concern WHERE event = {THIS_EVENT} GROUP BY area"))

    assert Counter(line["area"] for line in day.told["concerns"]) == kept
    assert kept == {"engineering_quality": 1, "product_quality": 2, "service_quality": 2, None: 1}


def test_b07_no_step_without_its_role_its_conditions_and_the_clients_verdict(day: Day) -> None:
    expected = {
        "wrong role": "role_missing",
        "closed too early": "not_confirmed_by_client",
        "nobody agreed": "second_person_missing",
        "callback by the handler": "callback_by_handler",
        "no verdict": "not_confirmed_by_client",
        "not solved": "verdict_not_solved",
        "a need is not dispatched": "need_goes_to_list",
    }

    assert {name for name, code in expected.items() if code not in day.refusals[name]} == set()


def test_a_refused_step_leaves_no_row(day: Day) -> None:
    road = answers(day, f"SELECT state FROM concern_step WHERE concern = '{day.concerns['leak']}' ORDER BY id")

    assert [state for (state,) in road] == [
        "recorded", "accepted", "dispatched", "in_progress", "on_hold", "in_progress", "resolved", "callback",
        "closed", "reopened",
    ]  # fmt: skip


def test_promises_are_open_until_they_are_kept(day: Day) -> None:
    still_open = answers(day, "SELECT id FROM promise WHERE kept_at IS NULL ORDER BY due")

    assert [(line["promise"],) for line in day.told["open promises"]] == still_open
    assert still_open == [(day.promises["上门"],), (day.promises["地板"],)]
    assert [line["due"] for line in day.told["promises"]] == ["2031-01-03", "2031-01-05", "2031-01-08"]


# The papers


@pytest.mark.parametrize("name", ["invitation", "form", "summary"])
def test_a_paper_has_as_many_pages_as_was_said_and_every_character(day: Day, name: str) -> None:
    said = day.papers[name]

    assert (said["file"], said["missing"]) == (f"{name}.pdf", [])
    assert len(pages(day, name)) == said["pages"]


def test_every_invited_client_has_a_card(day: Day) -> None:
    text = "".join(pages(day, "invitation"))
    revoked = {one.name for one in day.people[40:42]}

    assert {one.name for one in day.people if one.name not in text} == revoked
    assert all(name in text for name, _ in LATE)


def test_the_form_has_a_page_for_everybody_who_was_invited_or_came(day: Day) -> None:
    sheets = pages(day, "form")
    names = {one.name for one in (*day.people[:40], *day.people[42:])} | {name for name, _ in LATE}
    names |= {"路过的邻居", "小区保洁"}

    assert len(sheets) == len(names)
    assert {name for name in names if sum(name in sheet for sheet in sheets) != 1} == set()


def test_a_form_carries_the_number_and_the_words_of_its_client(day: Day) -> None:
    (sheet,) = (text for text in pages(day, "form") if day.people[17].name in text)
    mine = [line for line in day.told["concerns"] if line["concern"] in (day.concerns["wish"], day.concerns["need"])]

    assert {line["number"][:-2] in sheet for line in mine} == {True}
    assert WORDS["wish"] in sheet
    assert WORDS["need"] in sheet


def test_the_summary_says_what_the_records_say(day: Day) -> None:
    text = "".join(pages(day, "summary"))
    talks = number(day, f"SELECT count(DISTINCT coalesce(client, id)) FROM reception WHERE event = {THIS_EVENT}")
    concerns = number(day, f"SELECT count(*) FROM concern WHERE event = {THIS_EVENT}")
    promises = number(day, "SELECT count(*) FROM promise")
    came = number(day, INVITED_AND_ARRIVED)

    assert f"{number(day, INVITED)}户受邀，{came}户到访，另有{number(day, ARRIVED) - came}户未受邀到访" in text
    assert f"接待{talks}位客户，记下诉求{concerns}件" in text
    assert f"作出承诺{promises}条" in text
    assert all("".join(words.split()) in text for words in WORDS.values())


def test_the_summary_names_no_client_in_full(day: Day) -> None:
    text = "".join(pages(day, "summary"))

    assert not [one.name for one in day.people if one.name in text or one.phone in text]


# The whole


def test_the_masked_copy_holds_no_full_name_or_telephone(day: Day) -> None:
    held = (day.folder / "masked.sqlite").read_bytes()

    names = [one.name for one in day.people if one.name.encode() in held]
    assert not names
    assert not [one.phone for one in day.people if one.phone.encode() in held]


def test_the_encrypted_database_shows_nothing_from_outside(day: Day) -> None:
    held = (day.folder / "office.db").read_bytes()

    assert b"SQLite format 3" not in held
    assert day.people[0].name.encode() not in held


def test_the_office_is_sound_at_the_end_of_the_day(day: Day) -> None:
    assert day.told["verified"] == {"sound": True, "pages": [], "journal": []}
