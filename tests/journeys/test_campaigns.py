"""The hotline practice on a real database: who joins, what counts, what is carried, called, matched and heard again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from db import campaigns as kept
from db.campaign_records import CallItem, CampaignContact
from db.errors import Refused
from db.records import Concern, Reception
from db.store import Store
from desktop.rules.times import to_ms
from desktop.services.campaigns import (
    call_changes,
    calls,
    campaigns,
    certifying,
    dialling,
    hearing,
    importing,
    members,
    mine,
    observing,
    quiet,
    reporting,
)
from desktop.services.campaigns.calls import Told
from desktop.services.campaigns.reporting import MemberLine
from desktop.services.concerns import moving
from desktop.services.duty import mine as duties
from desktop.services.guests import check_ins
from desktop.services.opening import found_project
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator
from desktop.services.training import training

ZONE = ZoneInfo("Asia/Shanghai")
PHONE, OTHER = "13800138001", "13900139002"


def at(day: int, hour: int = 10, minute: int = 0, month: int = 5) -> int:
    return to_ms(datetime(2026, month, day, hour, minute, tzinfo=ZONE))


@dataclass(slots=True)
class Hotline:
    """An office with a campaign of three days from 16 May 2026 on, quota 3; the clock is set by hand."""

    store: Store
    caller: Caller
    campaign: str
    host: str
    coach: str

    def now(self, moment: int) -> None:
        self.store.clock = lambda: moment

    def talked(self, number: int, direction: str = "received", **told: Any) -> list[str]:
        return [
            calls.add(
                self.caller, self.store, campaign=self.campaign, staff=self.host, direction=direction,
                result="talked", told=Told(**told),
            ).contact
            for _ in range(number)
        ]  # fmt: skip

    def line(self, now_ms: int | None = None, campaign: str = "") -> MemberLine:
        found = reporting.report(
            self.caller, self.store, campaign=campaign or self.campaign, now_ms=now_ms or self.store.clock()
        )
        return next(one for one in found.people if one.member.staff == self.host)


@pytest.fixture
def line(tmp_path: Path) -> Iterator[Hotline]:
    with found_project(tmp_path / "o.db", name="青禾里", mark="青", device_name="办公室", passphrase=None) as store:
        store.clock = lambda: at(1)
        caller = administrator(store)
        host = staff.add(
            caller, store, name="宋明远", level="regional_president", department="engineering", post="区域总裁",
            roles=("host",),
        )  # fmt: skip
        coach = staff.add(caller, store, name="何苗", level="staff", roles=("coordinator", "callback"))
        campaign = campaigns.add(
            caller, store, name="五月热线实践", starts_on="2026-05-16", ends_on="2026-05-18",
            said={"quota": "3", "entry_min": "120"},
        )  # fmt: skip
        members.join(caller, store, campaign=campaign, staff=host, coach=coach, extension="8001")
        store.clock = lambda: at(16)
        yield Hotline(store, caller, campaign, host, coach)


# Who takes part


def test_b01_the_real_person_stays_with_the_call_and_the_client_hears_one_name(line: Hotline) -> None:
    (contact,) = line.talked(1)

    row = line.store.get(CampaignContact, contact)
    assert row is not None
    talk = line.store.get(Reception, row.reception or "")
    assert talk is not None
    assert (row.staff, talk.host, talk.means) == (line.host, line.host, "call")
    shown = mine.of_person(line.caller, line.store, staff=line.host, now_ms=line.store.clock())
    assert shown is not None
    assert shown.campaign.greeting == "您好，青禾里客户服务中心很高兴为您服务！"
    assert "宋明远" not in shown.campaign.greeting


def test_b02_the_report_counts_both_ways_and_leaves_the_voided_out(line: Hotline) -> None:
    first, _second = line.talked(2)
    calls.tried(line.caller, line.store, campaign=line.campaign, staff=line.host, result="no_answer")
    made = line.line()
    assert (made.progress.received, made.progress.called_back, made.standing) == (2, 0, "open")
    assert dict(made.progress.tries) == {"no_answer": 1}

    line.talked(1, "called_back")
    assert (line.line().progress.called_back, line.line().standing) == (1, "done")

    call_changes.void(line.caller, line.store, contact=first, reason="按错了")
    assert (line.line().progress.talked, line.line().progress.voided, line.line().standing) == (2, 1, "open")
    call_changes.restore(line.caller, line.store, contact=first)
    assert line.line().standing == "done"


def test_b03_a_new_person_without_completion_after_the_days_is_listed(line: Hotline) -> None:
    new = staff.add(line.caller, line.store, name="程知夏", level="project_gm", post="储备项目总经理")
    line.store.clock = lambda: at(2)
    with line.store.transaction(verb="test") as tx:
        tx.save("staff", new, {"started_on": "2026-05-02"})
    first_lesson = campaigns.add(
        line.caller, line.store, name="入职第一课", kind="onboarding", starts_on="2026-05-01", ends_on="2026-12-31",
        said={"quota": "1", "due_days": "14"},
    )  # fmt: skip

    def late(day: int) -> list[tuple[str, str, int, bool]]:
        found = members.newcomers(line.caller, line.store, campaign=first_lesson, now_ms=at(day))
        return [(one.name, one.due_on, one.days_late, one.joined) for one in found]

    assert late(16) == []
    assert late(17) == [("程知夏", "2026-05-16", 1, False)]
    members.join(line.caller, line.store, campaign=first_lesson, staff=new)
    assert late(17) == [("程知夏", "2026-05-16", 1, True)]
    calls.add(
        line.caller, line.store, campaign=first_lesson, staff=new, direction="received", result="talked"
    )  # fmt: skip
    assert late(17) == []


def test_b04_b15_a_later_job_does_not_alter_the_role_and_function_of_then(line: Hotline) -> None:
    with line.store.transaction(verb="test") as tx:
        tx.save("staff", line.host, {"level": "group_executive", "post": "集团副总裁"})

    made = line.line()

    assert (made.member.level, made.member.post, made.department) == ("regional_president", "区域总裁", "engineering")
    later = campaigns.add(line.caller, line.store, name="六月", starts_on="2026-06-16")
    members.join(line.caller, line.store, campaign=later, staff=line.host)
    assert line.line(campaign=later).member.post == "集团副总裁"


def test_b05_a_year_of_campaigns_is_made_once_without_gaps_or_doubles(line: Hotline) -> None:
    first = campaigns.add(
        line.caller, line.store, name="每月实践", starts_on="2027-08-30", ends_on="2027-08-31", said={"quota": "50"}
    )

    made = campaigns.series(line.caller, line.store, campaign=first, months=12)
    again = campaigns.series(line.caller, line.store, campaign=made[3], months=12)
    longer = campaigns.series(line.caller, line.store, campaign=first, months=13)

    assert (len(made), again, len(longer)) == (11, (), 1)
    rows = [one for one in kept.all_campaigns(line.store) if one.series == first]
    months = sorted(one.starts_on[:7] for one in rows)
    expected = [f"2027-{month:02}" for month in range(8, 13)] + [f"2028-{month:02}" for month in range(1, 9)]
    assert months == expected
    february = next(one for one in rows if one.starts_on.startswith("2028-02"))
    assert (february.starts_on, february.ends_on, february.quota) == ("2028-02-29", "2028-03-01", 50)


def test_b12_who_was_invited_and_who_came_is_told_by_post(line: Hotline) -> None:
    other = staff.add(line.caller, line.store, name="程知夏", level="regional_functional_head", post="成本负责人")
    members.join(line.caller, line.store, campaign=line.campaign, staff=other)
    line.talked(3)

    found = {one.post: one for one in reporting.attendance(line.caller, line.store)}

    assert (found["区域总裁"].invited, found["区域总裁"].took_part, found["区域总裁"].done) == (1, 1, 1)
    assert (found["成本负责人"].invited, found["成本负责人"].took_part) == (1, 0)


def test_b13_who_sat_beside_is_counted_apart_and_owes_nothing(line: Hotline) -> None:
    (contact,) = line.talked(1)

    assert observing.observe(line.caller, line.store, contact=contact, observer=line.coach) is None

    found = reporting.report(line.caller, line.store, campaign=line.campaign, now_ms=at(16))
    assert [(one.name, one.calls, one.scored) for one in found.listeners] == [("何苗", 1, 0)]
    assert [one.name for one in found.people] == ["宋明远"]
    assert found.people[0].progress.talked == 1


def test_b16_somebody_untrained_is_refused_until_a_reason_is_kept(line: Hotline) -> None:
    course = training.add_course(line.caller, line.store, name="热线上岗", needed_for=("calls",))
    new = staff.add(line.caller, line.store, name="程知夏", level="project_gm")
    with pytest.raises(Refused) as refused:
        members.join(line.caller, line.store, campaign=line.campaign, staff=new)
    assert (refused.value.code, refused.value.facts["courses"]) == ("not_trained", "热线上岗")

    members.join(line.caller, line.store, campaign=line.campaign, staff=new, untrained_reason="带教员全程陪同")
    assert members.member_of(line.store, line.campaign, new).untrained_reason == "带教员全程陪同"

    trained = staff.add(line.caller, line.store, name="许安和", level="project_gm")
    training.add(line.caller, line.store, staff=trained, course=course, on_day="2026-05-16")
    members.join(line.caller, line.store, campaign=line.campaign, staff=trained)
    assert members.member_of(line.store, line.campaign, trained).untrained_reason is None


def test_b17_what_is_missing_when_the_days_are_over_needs_a_reason_and_goes_over(line: Hotline) -> None:
    line.now(at(18, 23, 59))
    line.talked(1)
    assert line.line().standing == "open"
    line.now(at(19, 0, 0))
    line.talked(1)
    made = line.line()
    assert (made.standing, made.progress.talked, made.progress.outside) == ("short", 1, 1)

    with pytest.raises(Refused) as refused:
        campaigns.close(line.caller, line.store, campaign=line.campaign)
    assert refused.value.code == "shortfall_reason_missing"
    campaigns.close(line.caller, line.store, campaign=line.campaign, reasons={line.host: "总部临时会议"})

    june = campaigns.add(line.caller, line.store, name="六月", starts_on="2026-06-16", said={"quota": "3"})
    members.join(line.caller, line.store, campaign=june, staff=line.host)
    assert line.line(campaign=june).progress.owed == 5
    july = campaigns.add(line.caller, line.store, name="七月", starts_on="2026-07-16", said={"quota": "3"})
    members.join(line.caller, line.store, campaign=july, staff=line.host)
    assert line.line(campaign=july).progress.owed == 3


def test_b18_b19_a_listener_scores_by_hand_and_nobody_scores_themselves(line: Hotline) -> None:
    first, second = line.talked(2)
    lines = mine.checklist_of(line.caller, line.store, contact=first)
    assert any("微笑" in one for one in lines)

    done = observing.observe(
        line.caller, line.store, contact=first, observer=line.coach, items=dict.fromkeys(lines, True)
    )
    half = {one: place % 2 == 0 for place, one in enumerate(lines)}
    observing.observe(line.caller, line.store, contact=second, observer=line.coach, items=half)

    assert done == 100
    assert (line.line().score, line.line().scored) == (75, 2)
    with pytest.raises(Refused) as refused:
        observing.observe(line.caller, line.store, contact=first, observer=line.host, items=half)
    assert refused.value.code == "observer_is_caller"


def test_b20_the_report_tells_how_long_callers_waited(line: Hotline) -> None:
    for seconds in (5, 15, 16):
        calls.add(
            line.caller, line.store, campaign=line.campaign, staff=line.host, direction="received",
            result="talked", told=Told(ring_s=seconds),
        )  # fmt: skip

    waits = line.line().waits

    assert (waits.median_s, waits.p90_s, waits.quick, waits.known) == (15.0, 16, 2, 3)


@pytest.mark.parametrize(("minutes", "late"), [(120, 0), (121, 1)])
def test_b21_words_entered_after_the_limit_are_told_as_late(line: Hotline, minutes: int, late: int) -> None:
    line.now(at(16, 10) + minutes * 60_000)

    made = calls.add(
        line.caller, line.store, campaign=line.campaign, staff=line.host, direction="received", result="talked",
        at="2026-05-16 10:00", words="北窗漏风", type_code="complaint",
    )  # fmt: skip

    (heard,) = hearing.heard(line.caller, line.store, campaign=line.campaign, now_ms=line.store.clock())
    assert (line.line().late, heard.is_late, heard.heard_at) == (late, bool(late), at(16, 10))
    concern = line.store.get(Concern, made.concern or "")
    assert concern is not None
    assert (concern.words, concern.channel, concern.reception) == ("北窗漏风", "call", made.reception)


def test_calls_are_no_receptions_of_the_duty(line: Hotline) -> None:
    line.talked(2)

    duty = duties.of_person(line.caller, line.store, staff=line.host, now_ms=at(16))

    assert (len(duty.received), duty.calls) == (0, 2)


def test_a_caller_named_afterwards_owns_the_talk_and_the_concern(line: Hotline) -> None:
    made = calls.add(
        line.caller, line.store, campaign=line.campaign, staff=line.host, direction="received", result="talked",
        words="北窗漏风", type_code="complaint",
    )  # fmt: skip

    client = call_changes.name_caller(
        line.caller, line.store, contact=made.contact, name="陈知夏", phone="138 0013 8001"
    )

    concern, talk = line.store.get(Concern, made.concern or ""), line.store.get(Reception, made.reception or "")
    assert concern is not None
    assert talk is not None
    assert (concern.client, talk.client) == (client, client)
    assert line.store.one("SELECT name, phone FROM client WHERE id = :id", id=client) == ("陈知夏", PHONE)


# Calls to make


def planned(line: Hotline, phone: str = PHONE) -> str:
    return dialling.plan(line.caller, line.store, campaign=line.campaign, phone=phone, name="陈知夏")


@pytest.mark.parametrize(("hour", "minute", "is_open"), [(8, 59, False), (9, 0, True), (19, 59, True), (20, 0, False)])
def test_a_number_is_shown_within_the_hours_only(line: Hotline, hour: int, minute: int, is_open: bool) -> None:
    item = planned(line)
    line.now(at(16, hour, minute))

    if is_open:
        assert dialling.dial(line.caller, line.store, item=item) == PHONE
        assert line.store.one("SELECT 1 FROM journal WHERE verb = 'call.dial' AND object = :item", item=item)
    else:
        with pytest.raises(Refused) as refused:
            dialling.dial(line.caller, line.store, item=item)
        assert refused.value.code == "calling_hours"


def test_whoever_wants_no_calls_is_not_called_under_any_of_their_numbers(line: Hotline) -> None:
    event = campaigns.of_id(line.store, line.campaign).event
    _, client = check_ins.walk_in(line.caller, line.store, event=event, name="陈知夏", phone=PHONE)
    item = planned(line)
    wish = quiet.add(line.caller, line.store, client=client, reason="只发短信")

    with pytest.raises(Refused) as refused:
        dialling.dial(line.caller, line.store, item=item)
    assert refused.value.code == "do_not_call"
    assert [(one.name, one.reason) for one in quiet.listed(line.caller, line.store)] == [("陈知夏", "只发短信")]
    shown = mine.of_person(line.caller, line.store, staff=line.host, now_ms=at(16))
    assert shown is not None
    assert shown.to_call[0].is_quiet
    assert PHONE not in repr(shown.to_call)

    quiet.lift(line.caller, line.store, quiet=wish)
    assert dialling.dial(line.caller, line.store, item=item) == PHONE


def test_an_unanswered_call_stays_on_the_list_and_an_empty_number_does_not(line: Hotline) -> None:
    items = [planned(line), planned(line, OTHER)]
    for item, result in zip(items, ("no_answer", "empty_number"), strict=True):
        calls.tried(
            line.caller, line.store, campaign=line.campaign, staff=line.host, result=result, told=Told(item=item)
        )

    shown = mine.of_person(line.caller, line.store, staff=line.host, now_ms=at(16))

    assert shown is not None
    assert [(one.item, one.tries, one.last_result) for one in shown.to_call] == [(items[0], 1, "no_answer")]


# The telephone system's files


LOG = (
    "分机,呼叫方向,呼叫时间,客户号码,振铃时长,通话时长,结果,工单号\n"
    f"8001,呼入,2026-05-16 10:01:30,{PHONE},9,65,接通,W7\n8001,呼出,2026-05-16 11:00:00,{OTHER},20,0,未接,\n"
    "8002,呼入,2026-05-16 10:01:30,13700137000,9,65,接通,\n8001,呼入,2026-05-15 10:00:00,13700137000,9,65,接通,\n"
)


def test_a_log_finds_the_calls_noted_and_a_second_reading_changes_nothing(line: Hotline, tmp_path: Path) -> None:
    event = campaigns.of_id(line.store, line.campaign).event
    _, client = check_ins.walk_in(line.caller, line.store, event=event, name="陈知夏", phone=PHONE)
    made = calls.add(
        line.caller, line.store, campaign=line.campaign, staff=line.host, direction="received", result="talked",
        words="北窗漏风", type_code="complaint",
    )  # fmt: skip
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")

    first = importing.import_log(line.caller, line.store, campaign=line.campaign, file=tmp_path / "log.csv")
    before = line.store.query("SELECT count(*) FROM edit")
    second = importing.import_log(line.caller, line.store, campaign=line.campaign, file=tmp_path / "log.csv")

    assert (first.read, first.added, first.others, first.matched, first.to_enter) == (4, 2, 2, 1, 1)
    assert first.ahead_ms == 90_000
    assert (second.added, second.known, second.matched, second.to_enter) == (0, 2, 0, 0)
    assert line.store.query("SELECT count(*) FROM edit") == before
    call, concern = line.store.get(CampaignContact, made.contact), line.store.get(Concern, made.concern or "")
    assert call is not None
    assert concern is not None
    assert (call.ring_s, call.talk_s, call.phone, call.order_number, call.client) == (9, 65, PHONE, "W7", client)
    assert concern.client == client
    assert dict(line.line().progress.tries) == {"no_answer": 1}


def test_a_line_without_a_call_becomes_one_until_the_call_comes_from_its_device(line: Hotline, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")
    importing.import_log(line.caller, line.store, campaign=line.campaign, file=tmp_path / "log.csv")
    assert (line.line().progress.talked, line.line().to_enter) == (1, 1)

    line.talked(1)
    done = importing.match(line.caller, line.store, campaign=line.campaign)

    assert done.matched == 1
    assert (line.line().progress.talked, line.line().to_enter) == (1, 0)


def test_the_words_of_a_call_from_the_log_are_entered_later(line: Hotline, tmp_path: Path) -> None:
    (tmp_path / "log.csv").write_text(LOG, encoding="utf-8")
    importing.import_log(line.caller, line.store, campaign=line.campaign, file=tmp_path / "log.csv")
    call = next(one for one in kept.contacts(line.store, line.campaign) if one.result == "talked")

    made = call_changes.enter(
        line.caller, line.store, contact=call.id, words="水管渗水", type_code="repair", area="engineering_quality"
    )

    concern = line.store.get(Concern, made.concern or "")
    assert concern is not None
    assert (concern.words, concern.occurred_at) == ("水管渗水", at(16, 10, 1) + 30_000)
    assert line.line().to_enter == 0


def test_what_is_exported_can_be_read_back_as_a_log(line: Hotline, tmp_path: Path) -> None:
    line.talked(1, phone=PHONE, order_number="W7")
    calls.add(
        line.caller, line.store, campaign=line.campaign, staff=line.host, direction="received", result="talked",
        words="=北窗漏风", type_code="complaint",
    )  # fmt: skip
    file = tmp_path / "out.xlsx"

    assert importing.export(line.caller, line.store, campaign=line.campaign, file=file) == 2

    again = importing.import_log(line.caller, line.store, campaign=line.campaign, file=file)
    assert (again.read, len(again.rejected), again.matched, again.to_enter) == (2, 0, 2, 0)


def test_a_list_read_twice_adds_nothing_and_knows_its_clients(line: Hotline, tmp_path: Path) -> None:
    event = campaigns.of_id(line.store, line.campaign).event
    _, client = check_ins.walk_in(line.caller, line.store, event=event, name="陈知夏", phone=PHONE)
    file = tmp_path / "list.csv"
    file.write_text(
        f"单号,姓名,电话,诉求,回访人\nW1,陈知夏,{PHONE},漏风,宋明远\nW2,许安和,{OTHER},,\nW3,x,1,,\n", encoding="utf-8"
    )

    first = importing.import_list(line.caller, line.store, campaign=line.campaign, file=file)
    second = importing.import_list(line.caller, line.store, campaign=line.campaign, file=file)

    assert (first.read, first.added, first.clients, len(first.rejected)) == (3, 2, 1, 1)
    assert (second.added, second.known) == (0, 2)
    one = next(item for item in kept.items(line.store, line.campaign) if item.order_number == "W1")
    assert (one.client, one.staff, one.words) == (client, line.host, "漏风")


# What was heard


def test_what_was_heard_is_looked_at_after_7_and_30_days_and_the_leader_calls_first(line: Hotline) -> None:
    made = calls.add(
        line.caller, line.store, campaign=line.campaign, staff=line.host, direction="received", result="talked",
        told=Told(caller="陈知夏", phone=PHONE), words="北窗漏风", type_code="complaint",
    )  # fmt: skip

    def looks(moment: int) -> tuple[tuple[int, str], ...]:
        return hearing.heard(line.caller, line.store, campaign=line.campaign, now_ms=moment)[0].after

    assert looks(at(23, 9, 59)) == ()
    assert looks(at(23, 10)) == ((7, "recorded"),)
    line.now(at(24))
    told = {"area": "engineering_quality", "department": "engineering", "grade": "2"}
    moved = moving.move(
        line.caller, line.store, concern=made.concern or "", target="accepted", by=line.coach, means="in_person",
        fields=told,
    )  # fmt: skip
    assert not moved.refused
    assert looks(at(15, 10, month=6)) == ((7, "recorded"), (30, "accepted"))
    (heard,) = hearing.heard(line.caller, line.store, campaign=line.campaign, now_ms=at(24))
    assert (heard.calls_back, heard.client) == ("宋明远", "陈知夏")

    with line.store.transaction(verb="test") as tx:
        tx.connection.execute("UPDATE concern_now SET state = 'resolved'")
    assert hearing.recall(line.caller, line.store, campaign=line.campaign) == 1
    assert hearing.recall(line.caller, line.store, campaign=line.campaign) == 0
    (item,) = kept.items(line.store, line.campaign)
    assert (item.staff, item.phone, item.words) == (line.host, PHONE, "北窗漏风")


def test_a_certificate_is_for_whoever_is_done_and_keeps_its_date(line: Hotline, tmp_path: Path) -> None:
    line.talked(2)
    pdf = tmp_path / "certificate.pdf"
    with pytest.raises(Refused) as refused:
        certifying.certify(line.caller, line.store, campaign=line.campaign, staff=line.host, pdf=pdf)
    assert (refused.value.code, refused.value.facts["missing"]) == ("quota_not_reached", 1)
    line.talked(1)

    report = certifying.certify(line.caller, line.store, campaign=line.campaign, staff=line.host, pdf=pdf)
    first = pdf.read_bytes()
    line.now(at(20))
    certifying.certify(line.caller, line.store, campaign=line.campaign, staff=line.host, pdf=pdf)

    assert (report.pages, report.missing) == (1, ())
    assert pdf.read_bytes() == first


def test_one_call_at_a_time_and_what_a_caller_said_goes_under_the_campaign(line: Hotline) -> None:
    item = planned(line)
    made = calls.begin(
        line.caller, line.store, campaign=line.campaign, staff=line.host, direction="called_back", told=Told(item=item)
    )
    with pytest.raises(Refused) as refused:
        calls.begin(line.caller, line.store, campaign=line.campaign, staff=line.host, direction="received")
    assert refused.value.code == "call_open"

    talk, row = line.store.get(Reception, made.reception or ""), line.store.get(CallItem, item)
    assert talk is not None
    assert row is not None
    assert (talk.campaign, talk.means, row.done_at) == (line.campaign, "call", at(16))
    client = line.store.one("SELECT name, phone, source FROM client WHERE id = :id", id=talk.client)
    assert client == ("陈知夏", PHONE, "call")
