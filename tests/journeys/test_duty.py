"""Duties and training on a real database: who owes what, what counts for it, and who may not go on duty yet."""

import csv
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from db import events as kept_events
from db.errors import Misused, Refused
from db.records import CheckIn, EventStaff, Reception
from db.store import Store
from db.vault.key_file import key_file_path
from desktop.rules.times import to_ms
from desktop.services.duty import calendars, keeping, mine, report, score
from desktop.services.duty.book import DutyLine
from desktop.services.events import events
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator
from desktop.services.training import training
from tests.screens import office_world as world

ZONE = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    """UTC milliseconds of a time in Shanghai."""
    return to_ms(datetime.fromisoformat(text).replace(tzinfo=ZONE))


class Office:
    """An office whose people are added as a test needs them."""

    def __init__(self, store: Store) -> None:
        self.store, self.caller = store, administrator(store)
        self._numbers = 0

    def person(self, name: str, level: str = "staff", **more: Any) -> str:
        return staff.add(self.caller, self.store, name=name, level=level, **more)

    def event(self, day: str, until: str = "", title: str = "开放日") -> str:
        return events.add(self.caller, self.store, node="site_open_day", title=title, starts=f"{day}T08:00",
                          ends=f"{until or day}T23:59")  # fmt: skip

    def talk(self, host: str, when: str, event: str = "", **more: Any) -> str:
        """Somebody receives a client at that time, as the laptop writes it."""
        self._numbers += 1
        event = event or self.event(when[:10])
        with self.store.transaction(verb="test.talk") as tx:
            return tx.insert(Reception(id=tx.new_id(), created_at=tx.now, event=event, host=host, started_at=at(when),
                                       number=f"T-{self._numbers}", ended_at=at(when) + 60_000, **more))  # fmt: skip

    def lines(self, day: str) -> dict[str, DutyLine]:
        """Person's name, with the post's where there are two -> the line."""
        found = report.report(self.caller, self.store, as_of=day).lines
        return {line.name + line.post: line for line in found}


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Founded once; every test takes a copy."""
    file = tmp_path_factory.mktemp("duty") / "office.db"
    world.found(file).close()
    return file


@pytest.fixture
def office(founded: Path, tmp_path: Path) -> Iterator[Office]:
    file = tmp_path / founded.name
    shutil.copy(founded, file)
    shutil.copy(key_file_path(founded), key_file_path(file))
    with world.reopened(file) as store:
        store.clock = lambda: at("2026-05-20T09:00")
        yield Office(store)


# How often


def test_a14_a_session_on_31_march_counts_for_the_first_quarter_and_on_1_april_for_the_second(office: Office) -> None:
    early, late = office.person("宋明远", "regional_president"), office.person("江晚", "regional_president")
    event = office.event("2026-03-31", "2026-04-01")
    office.talk(early, "2026-03-31T23:59", event)
    office.talk(late, "2026-04-01T00:00", event)

    first, second = office.lines("2026-03-31"), office.lines("2026-06-30")

    assert (first["宋明远"].done, first["宋明远"].state, second["宋明远"].done) == (1, "done", 0)
    assert ("江晚" in first, first["江晚"].done, second["江晚"].done) == (True, 0, 1)
    assert not first["宋明远"].doubtful


def test_a15_28_and_29_february_close_the_two_months_and_1_march_opens_the_next(office: Office) -> None:
    head = office.person("韩若川", "regional_functional_head")
    office.talk(head, "2026-02-28T10:00")
    office.talk(head, "2028-02-29T10:00")
    office.talk(head, "2028-03-01T10:00")

    done = {day: office.lines(day)["韩若川"].done for day in ("2026-02-28", "2026-03-01", "2028-02-29", "2028-03-01")}

    assert done == {"2026-02-28": 1, "2026-03-01": 0, "2028-02-29": 1, "2028-03-01": 1}


def test_a15_the_anchor_is_a_setting_of_the_project(office: Office) -> None:
    head = office.person("韩若川", "regional_functional_head")
    keeping.set_rule(office.caller, office.store, level="regional_functional_head", months=2, first_month=2,
                     from_day="2026-02-01")  # fmt: skip
    office.talk(head, "2026-03-31T10:00")

    line = office.lines("2026-03-31")["韩若川"]

    assert (line.first, line.last, line.done) == ("2026-02-01", "2026-03-31", 1)
    with pytest.raises(Refused, match="cadence_cuts_period"):
        keeping.set_rule(office.caller, office.store, level="regional_functional_head", months=2, first_month=2,
                         from_day="2026-03-01")  # fmt: skip
    with pytest.raises(Misused, match="cadence_out_of_range"):
        keeping.set_rule(office.caller, office.store, level="staff", months=5)


def test_a16_the_month_ends_at_midnight_and_two_posts_owe_both(office: Office) -> None:
    one = office.person("陆文谦", "project_gm", post="青禾里项目总")
    keeping.add_post(office.caller, office.store, staff=one, level="regional_functional_head", from_day="2026-01-01",
                     post="工程负责人")  # fmt: skip
    event = office.event("2026-04-30", "2026-05-01")
    office.talk(one, "2026-04-30T23:59", event)

    april = office.lines("2026-04-30")
    assert {name: (line.owed, line.done) for name, line in april.items()} == {
        "陆文谦青禾里项目总": (1, 1), "陆文谦工程负责人": (1, 0),
    }  # fmt: skip

    office.talk(one, "2026-05-01T00:00", event)
    office.talk(one, "2026-05-09T10:00")
    may = office.lines("2026-05-31")
    assert {name: line.done for name, line in may.items()} == {"陆文谦青禾里项目总": 1, "陆文谦工程负责人": 1}


def test_a17_a_delegate_an_observer_and_a_call_leave_the_president_due(office: Office) -> None:
    president, deputy = office.person("宋明远", "regional_president"), office.person("何苗", "project_gm")
    office.talk(deputy, "2026-05-09T10:00", delegate_for=president)
    office.talk(deputy, "2026-05-10T10:00", observers=president)
    office.talk(president, "2026-05-11T10:00", means="call")

    lines = office.lines("2026-05-20")

    assert (lines["宋明远"].done, lines["宋明远"].owed, lines["宋明远"].state) == (0, 1, "due")
    assert (lines["宋明远"].calls, lines["宋明远"].delegated) == (1, 1)
    assert lines["何苗"].done == 1, "only the talk in the deputy's own right"


def test_a_reception_on_a_day_without_its_event_is_told_as_a_laptop_with_a_wrong_clock_writes_it(
    office: Office,
) -> None:
    president = office.person("宋明远", "regional_president")
    event = office.event("2026-04-01")
    wrong = office.talk(president, "2026-03-31T10:00", event)
    right = office.talk(president, "2026-04-01T10:00", event)

    assert office.lines("2026-03-31")["宋明远"].doubtful == (wrong,)
    assert right not in office.lines("2026-04-02")["宋明远"].doubtful


def test_who_missed_the_last_period_stands_first(office: Office) -> None:
    office.event("2026-01-05")
    done, missed = office.person("安和", "project_gm"), office.person("周若岚", "project_gm")
    office.talk(done, "2026-04-10T10:00")

    found = report.report(office.caller, office.store, as_of="2026-05-20").lines

    assert [(line.name, line.state) for line in found] == [("周若岚", "missed"), ("安和", "due")]
    assert (found[0].staff, found[0].missed) == (missed, "2026-04-01")
    told = mine.of_person(office.caller, office.store, staff=missed, now_ms=at("2026-05-25T08:00"))
    assert [line.state for line in told.lines] == ["missed"]


def test_an_exemption_takes_another_person_and_then_frees_the_period(office: Office) -> None:
    gm, head = office.person("周若岚", "project_gm"), staff.add(
        office.caller, office.store, name="顾小满", level="staff", roles=["office_head"])  # fmt: skip
    asking = Caller(gm, frozenset({"coordinator"}), "office")
    asked = keeping.ask_exemption(asking, office.store, staff=gm, first_day="2026-05-01", last_day="2026-05-31",
                                  reason="产假")  # fmt: skip
    assert office.lines("2026-05-20")["周若岚"].state == "due", "asked for is not granted"

    with pytest.raises(Refused, match="own_exemption"):
        keeping.approve(office.caller, office.store, exemption=asked, by=gm)
    keeping.approve(office.caller, office.store, exemption=asked, by=head)

    line = office.lines("2026-05-20")["周若岚"]
    assert (line.state, line.owed) == ("exempt", 0)
    assert office.lines("2026-06-20")["周若岚"].owed == 1


# Everybody


def test_a02_of_twenty_people_the_report_names_exactly_the_five_who_had_no_part(office: Office) -> None:
    people = [office.person(f"员工{number:02d}") for number in range(20)]
    event = office.event("2026-05-09")
    for person in people[:9]:
        office.talk(person, "2026-05-09T10:00", event)
    office.talk(people[0], "2026-05-09T11:00", event, recorder=people[9], present=f"{people[10]} {people[19]}",
                observers=people[19])  # fmt: skip
    office.talk(people[11], "2026-05-09T12:00", event, means="call")
    with office.store.transaction(verb="test.door") as tx:
        for number, part in ((12, "kiosk"), (13, "companion"), (14, "coordinator"), (18, "host")):
            link = kept_events.duty_id(event, people[number])
            tx.insert(EventStaff(id=link, created_at=0, event=event, staff=people[number], part=part))
        tx.insert(CheckIn(id=tx.new_id(), created_at=tx.now, event=event, outcome="welcomed", at=at("2026-05-09T09:00"),
                          means="code", admitted=1, undone=0))  # fmt: skip

    found = report.report(office.caller, office.store, as_of="2026-05-20").coverage

    assert (found.due, found.took_part) == (20, 15)
    assert sorted(name for _, name in found.without) == [f"员工{number:02d}" for number in range(15, 20)]


def test_a07_the_tasks_of_a_quarter_are_the_template_times_the_people_of_each_level(office: Office) -> None:
    for level, count in (("regional_president", 2), ("regional_functional_head", 3), ("project_gm", 4), ("staff", 5)):
        for number in range(count):
            office.person(f"{level}{number}", level)
    keeping.set_rule(office.caller, office.store, level="staff", months=3, receptions=2, from_day="2026-01-01")

    tasks = report.tasks(office.caller, office.store, first="2026-01-01", last="2026-03-31")

    counts = {level: sum(one.level == level for one in tasks) for level in {one.level for one in tasks}}
    assert counts == {"regional_president": 2 * 1, "regional_functional_head": 3 * 1, "project_gm": 4 * 3,
                      "staff": 5 * 2}  # fmt: skip
    assert len({(one.staff, one.first, one.nth) for one in tasks}) == len(tasks)


def test_b12_the_history_of_posts_tells_each_period_of_those_who_come_later(office: Office) -> None:
    first = office.person("江晚", "project_gm", post="副总裁")
    later = staff.add(office.caller, office.store, name="苏棠", level="staff")
    keeping.add_post(office.caller, office.store, staff=later, level="project_gm", from_day="2026-03-01", post="项目总")
    office.talk(first, "2026-02-10T10:00")
    office.talk(later, "2026-03-10T10:00")

    found = report.history(office.caller, office.store, first="2026-01-01", last="2026-03-31")

    assert [(one.name, one.post, one.first[:7], one.done, one.owed) for one in found] == [
        ("江晚", "副总裁", "2026-02", 1, 1), ("江晚", "副总裁", "2026-03", 0, 1),
        ("苏棠", "项目总", "2026-03", 1, 1),
    ]  # fmt: skip


# Papers of it


def test_a12_every_figure_of_the_score_sheet_can_be_counted_again_from_its_records(
    office: Office, tmp_path: Path
) -> None:
    gm, writer = office.person("陆文谦", "project_gm"), world.with_staff(office.store).coordinator
    event = office.event("2026-05-09")
    talk = office.talk(gm, "2026-05-09T10:00", event)
    heard = [world.with_concern(office.store, event, world.People(writer, gm, gm), words) for words in ("漏水", "门响")]
    file = tmp_path / "score.csv"

    score.export(office.caller, office.store, staff=gm, first="2026-05-01", last="2026-05-31", file=file)

    rows = list(csv.DictReader(file.read_text(encoding="utf-8-sig").splitlines()))
    told = {row["指标"]: (row["计入"], row["基数"], row["计入的记录"].split()) for row in rows}
    assert all(int(row["计入"]) == len(row["计入的记录"].split()) for row in rows)
    assert told["接待场次 / 应接待"] == ("1", "1", [event])
    assert told["接待客户次数"][2] == [talk]
    assert sorted(told["听到的诉求"][2]) == sorted(heard)
    assert told["已回访"][:2] == ("0", "2")


def test_a_calendar_written_again_updates_what_moved_and_cancels_what_was_taken_off(
    office: Office, tmp_path: Path
) -> None:
    gm, event, file = office.person("陆文谦", "project_gm"), office.event("2026-06-13"), tmp_path / "mine.ics"
    events.put_staff(office.caller, office.store, event=event, staff=gm, part="host")

    def entry() -> dict[str, str]:
        calendars.export(office.caller, office.store, staff=gm, file=file)
        block = next(one for one in file.read_text(encoding="utf-8").replace("\r\n ", "").split("BEGIN:VEVENT")
                     if f"UID:{event}" in one)  # fmt: skip
        return dict(line.split(":", 1) for line in block.splitlines() if ":" in line)

    first = entry()
    events.set_fields(office.caller, office.store, event=event,
                      changes={"starts": "2026-06-14T08:00", "ends": "2026-06-14T12:00"})  # fmt: skip
    moved = entry()
    events.drop_staff(office.caller, office.store, event=event, staff=gm)
    dropped = entry()

    assert first["UID"] == moved["UID"] == dropped["UID"]
    assert int(first["SEQUENCE"]) < int(moved["SEQUENCE"]) < int(dropped["SEQUENCE"])
    assert (first["DTSTART"], moved["DTSTART"]) == ("20260613T000000Z", "20260614T000000Z")
    assert (moved["STATUS"], dropped["STATUS"]) == ("CONFIRMED", "CANCELLED")
    assert "DTSTART;VALUE=DATE:20260531" in file.read_text(encoding="utf-8"), "the month's reception falls due"
    with pytest.raises(Refused, match="own_calendar_only"):
        calendars.export(Caller("somebody", frozenset({"host"}), "host"), office.store, staff=gm, file=file)


# Training


def test_a10_b16_an_untrained_person_goes_on_duty_only_with_a_reason_which_the_history_keeps(office: Office) -> None:
    new, event = office.person("何苗"), office.event("2026-05-30")
    course = training.add_course(office.caller, office.store, name="接待礼仪", needed_for=["host"], valid_months=12)

    with pytest.raises(Refused, match="untrained") as told:
        events.put_staff(office.caller, office.store, event=event, staff=new, part="host")
    assert dict(told.value.facts) == {"name": "何苗", "courses": "接待礼仪"}
    assert not events.on_duty(office.caller, office.store, event=event)
    events.put_staff(office.caller, office.store, event=event, staff=new, part="kiosk")
    events.put_staff(office.caller, office.store, event=event, staff=new, part="host", untrained_reason="老师病了")

    (held,) = events.on_duty(office.caller, office.store, event=event)
    assert (held.part, held.untrained) == ("host", "老师病了")
    changed = office.store.query("SELECT col, val FROM edit WHERE tbl = 'event_staff' AND col = 'untrained_reason'")
    assert ("untrained_reason", "老师病了") in changed

    training.add(office.caller, office.store, staff=new, course=course, on_day="2026-05-01")
    assert training.missing(office.caller, office.store, staff=new, part="host", on_day="2027-04-30") == ()
    assert training.missing(office.caller, office.store, staff=new, part="host", on_day="2027-05-01") == ("接待礼仪",)


def test_a_list_of_trainings_is_taken_whole_or_not_at_all_and_twice_changes_nothing(
    office: Office, tmp_path: Path
) -> None:
    office.person("何苗")
    file = tmp_path / "list.csv"
    file.write_text(
        "姓名,课程,日期,结果,讲师\n何苗,接待礼仪,2026/5/1,合格,江晚\n谁也不是,接待礼仪,2026-05-01,,\n", encoding="utf-8"
    )
    with pytest.raises(Misused, match="row_unknown_person"):
        training.import_file(office.caller, office.store, file=file)
    assert training.everything(office.caller, office.store, on_day="2026-05-20") == ()

    file.write_text("姓名,课程,日期,结果,讲师\n何苗,接待礼仪,2026/5/1,合格,江晚\n", encoding="utf-8")
    first, again = (training.import_file(office.caller, office.store, file=file) for _ in range(2))

    assert (len(first.added), first.known, again.added, again.known) == (1, 0, (), 1)
    (line,) = training.everything(office.caller, office.store, on_day="2026-05-20")
    assert (line.name, line.course, line.on_day, line.trainer, line.is_valid) == (
        "何苗", "接待礼仪", "2026-05-01", "江晚", True)  # fmt: skip
