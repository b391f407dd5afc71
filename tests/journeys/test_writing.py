"""What is written down with a concern: kept apart from the words, never over them; promises, pictures and consents."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from PIL import Image

from db import concerns, drafts, units
from db.drafts import DraftRow
from db.errors import Misused, Refused
from db.records import Attachment, Client, Concern, ConcernStep, Promise
from db.store import Store
from desktop.cli.writing_words import DETAILS
from desktop.office.beside_words import written_beside
from desktop.services.concerns import moving, recording, writing
from desktop.services.concerns.details import Details
from desktop.services.events import events
from desktop.services.guests import check_ins, clients, consents, deliveries
from desktop.services.opening import found_project
from desktop.services.papers import copies, summary
from desktop.services.people import staff
from desktop.services.promises import promises
from desktop.services.receptions import asides, hall, photos, talks
from desktop.services.receptions import drafts as writing_down
from desktop.services.receptions.drafts import Draft
from desktop.services.registry import administrator
from desktop.services.rosters import undo
from desktop.services.rosters.imports import import_list

NOW_MS = 1_779_500_000_000  # 23 May 2026, in the morning in Shanghai
LEAK = "卫生间那个地面比外面还高，水一冲就往外跑"
poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


class Table:
    """A host's laptop with an event, a host and a client of 6-2-1201 who came."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.caller = administrator(store)
        self.host = staff.add(self.caller, store, name="沈砚", level="regional_president", roles=["host"])
        times = {"starts": "2026-05-23 08:00", "ends": "2026-05-23 18:00"}
        self.event = events.add(self.caller, store, node="delivery", title="交付日", **times)
        self.client = self.came("温若水", "6-2-1201")

    def came(self, name: str, room: str | None = None) -> str:
        """Somebody comes in without an invitation."""
        return check_ins.walk_in(self.caller, self.store, event=self.event, name=name, phone=None, room=room)[1]

    def talk(self, client: str | None = "") -> str:
        """Begin a talk."""
        whom = self.client if client == "" else client
        return talks.start(self.caller, self.store, event=self.event, host=self.host, client=whom).reception

    def heard(self, words: str = LEAK, *, type_code: str = "repair", client: str = "", **said: str) -> Concern:
        """Take down a concern with what stands beside it."""
        apart = {name: said.pop(name) for name in ("risk", "place", "occurred") if name in said}
        made = recording.add(
            self.caller, self.store, event=self.event, received_by=self.host, words=words, type_code=type_code,
            client=client or self.client, details=Details(**said), **apart,
        )  # fmt: skip
        return self.kept(made.concern)

    def kept(self, concern: str) -> Concern:
        """The row as it stands."""
        row = self.store.get(Concern, concern)
        assert row is not None
        return row

    def ended(self, *written: Draft) -> tuple[Concern, ...]:
        """Write these in a talk and end it."""
        reception = self.talk()
        writing_down.save(self.caller, self.store, reception=reception, drafts=written)
        done = writing_down.record(self.caller, self.store, reception=reception)
        return tuple(self.kept(one.concern) for one in done.concerns)


@pytest.fixture
def table(tmp_path: Path) -> Iterator[Table]:
    file = tmp_path / "host.db"
    with found_project(file, name="听松苑", mark=None, device_name="笔记本", passphrase=None) as store:
        store.clock = lambda: NOW_MS
        yield Table(store)


def text_of(pdf: Path) -> str:
    done = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], capture_output=True, check=True, text=True)
    return re.sub(r"\s", "", done.stdout)


def test_everything_written_on_the_form_is_kept_beside_the_words(table: Table) -> None:
    deliveries.deliver(table.caller, table.store, room="6-2-1201", on="2026-04-30")
    said = {
        "summary": "地面高于门外", "meaning": "老人不敢自己洗澡", "sub_area": "leakage", "part": "waterproofing",
        "facing": "north", "perceived": "走两步就滑", "measured": "12 mm", "tolerance": "4 mm",
        "responsible_unit": "宏远防水", "inspector": "陆文谦", "solvable_on_site": "no", "rule_gap": "no_authority",
        "rule_gap_words": "返工要总部批",
    }  # fmt: skip
    drawn = {"id": "d1", "words": LEAK, "type_code": "repair", "unit": "1201", "place": "次卫", "risk": "safety group"}
    (kept,) = table.ended(msgspec.convert({**drawn, **said}, Draft))

    for name, value in said.items():
        assert getattr(kept, name) == value, name
    assert (kept.words, kept.place, kept.risk, kept.warranty) == (LEAK, "次卫", "safety group", "in")
    (home,) = units.of_client(table.store, table.client)
    assert kept.unit == home.id
    shown = {name: (value, choices) for name, value, choices in written_beside(table.store, kept)}
    assert shown["unit"] == ("6 栋 2 单元 1201", "")
    assert shown["part"] == ("waterproofing", "building_part")
    assert set(shown) == {*said, "unit", "place", "warranty"}


def test_a_draft_of_an_earlier_version_is_still_read(table: Table) -> None:
    reception = table.talk()
    old = msgspec.json.encode({"id": "d1", "words": LEAK, "type_code": "repair", "area": "engineering_quality"})
    with table.store.transaction(verb="test.old", journal=False) as tx:
        drafts.put(tx, DraftRow("d1", reception, 0, old.decode(), NOW_MS))

    (draft,) = writing_down.of_talk(table.caller, table.store, reception=reception)

    assert draft == Draft("d1", words=LEAK, type_code="repair", area="engineering_quality")
    assert writing_down.record(table.caller, table.store, reception=reception).concerns


def test_a_room_that_cannot_be_read_is_kept_with_the_spot(table: Table) -> None:
    kept = table.heard(unit="老张家楼上", place="阳台")

    assert (kept.unit, kept.place) == (None, "老张家楼上 阳台")


def test_a_spot_without_a_room_lies_in_the_only_room_of_the_client(table: Table) -> None:
    (home,) = units.of_client(table.store, table.client)

    assert table.heard(place="次卫").unit == home.id
    assert table.heard("车位什么时候选", type_code="inquiry").unit is None


@pytest.mark.parametrize(
    ("day", "warranty"), [("2031-04-30T23:59", "in"), ("2031-05-01T00:00", "out"), ("2026-05-23T09:00", "in")]
)
def test_warranty_is_kept_as_it_stood_when_the_words_were_said(table: Table, day: str, warranty: str) -> None:
    deliveries.deliver(table.caller, table.store, room="6栋2单元1201", on="2026-04-30")

    assert table.heard(part="waterproofing", occurred=day).warranty == warranty
    assert table.heard(part="structure", occurred=day).warranty is None


def test_a_clients_list_says_when_homes_were_handed_over_and_takes_it_back(table: Table, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    lines = ("温若水,6-2-1201,2026/4/30", "纪南星,6-2-1202,2026年5月6日", "沈一苇,6-2-1203,还没交")
    file.write_text("姓名,房号,交付日期\n" + "\n".join(lines) + "\n", encoding="utf-8")
    with found_project(
        tmp_path / "office.db", name="听松苑", mark=None, device_name="办公室", passphrase=None
    ) as office:
        office.clock = lambda: NOW_MS
        caller = administrator(office)
        event = events.add(
            caller, office, node="delivery", title="交付日", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
        )

        done = import_list(caller, office, file=file, event=event)

        assert dict(done.columns)["交付日期"] == "delivered_on"
        found = [(one.spoken, one.delivered_on) for one in deliveries.delivered(caller, office)]
        assert found == [("6 栋 2 单元 1201", "2026-04-30"), ("6 栋 2 单元 1202", "2026-05-06")]
        assert [one.note for one in office.records(Client, "WHERE name = '沈一苇'")] == ["交付日期：还没交"]
        under = deliveries.under_warranty(caller, office, room="6-2-1201", now_ms=NOW_MS)
        assert (under[0].part, under[0].last_day) == ("waterproofing", "2031-04-30")
        undo.undo(caller, office, batch=done.batch)
        assert deliveries.delivered(caller, office) == ()


def test_the_words_of_the_command_line_are_the_fields(table: Table) -> None:
    assert tuple(Details.__dataclass_fields__) == DETAILS


# The ids of the checklist


def test_a03_nothing_is_recorded_without_a_person_who_received_it(table: Table) -> None:
    for nobody in ("", "01234567-0000-7000-8000-000000000000"):
        with pytest.raises(Misused) as told:
            recording.add(
                table.caller, table.store, event=table.event, received_by=nobody, words=LEAK, type_code="repair"
            )
        assert told.value.code == "received_by_missing"
    recorder = staff.add(table.caller, table.store, name="何苗", level="staff", roles=["recorder"])
    kept = table.heard()
    moving.move(
        table.caller, table.store, concern=kept.id, target="answered", by=table.host, entered_by=recorder,
        means="in_person", fields={"answer": "已到场查看", "answered_by": table.host},
    )  # fmt: skip

    kept = table.kept(kept.id)
    step = concerns.steps(table.store, kept.id)[-1]
    assert (kept.received_by, kept.answered_by, step.entered_by) == (table.host, table.host, recorder)


def test_a21_a_walk_in_is_recorded_with_a_name_and_words_alone(table: Table) -> None:
    client = table.came("顾南乔")

    kept = table.heard("门口太暗", type_code="suggestion", client=client)

    assert (kept.client, kept.words, kept.area, kept.unit) == (client, "门口太暗", None, None)


def test_a29_a_rating_alone_is_no_concern_and_never_an_answered_one(table: Table) -> None:
    with pytest.raises(Misused) as told:
        table.heard("  ")
    assert told.value.code == "words_missing"
    kept = table.heard()

    for fields in ({"satisfaction": "A"}, {"answer": "  ", "satisfaction": "A"}, {}):
        moved = moving.move(
            table.caller, table.store, concern=kept.id, target="answered", by=table.host, means="in_person",
            fields=fields,
        )  # fmt: skip
        assert moved.refused, fields
    state = concerns.now(table.store, kept.id)
    assert state is not None
    assert state[0] == "recorded"


def test_a30_b32_pictures_sound_video_and_signature_each_wait_for_a_word_of_the_client(
    table: Table, tmp_path: Path
) -> None:
    reception = table.talk()
    for place, shows in enumerate(("thing", "person", "signature", "sound", "video")):
        file = tmp_path / f"{shows}.bin"
        if shows in ("sound", "video"):
            file.write_bytes(b"\0\0\0\x18ftypmp42" + bytes([place]) * 40)
        else:
            Image.new("RGB", (40, 30), (place, 90, 90)).save(file, "PNG")
        kind = "notice" if shows == "thing" else shows
        with pytest.raises(Refused) as told:
            photos.attach(table.caller, table.store, reception=reception, file=file, shows=shows)
        assert told.value.code == ("notice_missing" if shows == "thing" else "consent_missing")
        assert not photos.attached(table.caller, table.store, reception=reception)[place:]

        consents.add(table.caller, table.store, client=table.client, kind=kind, reception=reception)
        photos.attach(table.caller, table.store, reception=reception, file=file, shows=shows, stage="before")

    found = photos.attached(table.caller, table.store, reception=reception)
    assert [(one.shows, one.stage) for one in found] == [
        (shows, "before") for shows in ("thing", "person", "signature", "sound", "video")
    ]
    assert {one.media_type for one in found} == {"image/png", "audio/mp4", "video/mp4"}


def test_a30_b32_a_consent_taken_back_or_given_for_another_talk_opens_nothing(table: Table, tmp_path: Path) -> None:
    first = table.talk()
    consents.add(table.caller, table.store, client=table.client, kind="person", reception=first)
    talks.end(table.caller, table.store, event=table.event, host=table.host, client=table.client)
    second = table.talk()
    assert consents.held(table.caller, table.store, reception=second) == frozenset()
    consents.add(table.caller, table.store, client=table.client, kind="person")
    assert consents.held(table.caller, table.store, reception=second) == {"person"}

    assert consents.withdraw(table.caller, table.store, client=table.client, kind="person") == 2

    assert consents.held(table.caller, table.store, reception=second) == frozenset()
    with pytest.raises(Refused) as told:
        consents.withdraw(table.caller, table.store, client=table.client, kind="person")
    assert told.value.code == "consent_not_given"
    assert all(one.withdrawn_at for one in consents.of_client(table.caller, table.store, client=table.client))


def test_b32_nothing_but_things_is_kept_of_somebody_without_a_name(table: Table, tmp_path: Path) -> None:
    reception = table.talk(client=None)
    wall = tmp_path / "wall.png"
    Image.new("RGB", (40, 30)).save(wall)

    with pytest.raises(Refused) as told:
        photos.attach(table.caller, table.store, reception=reception, file=wall, shows="person")
    assert told.value.code == "consent_needs_client"
    assert photos.attach(table.caller, table.store, reception=reception, file=wall)
    nonsense = tmp_path / "talk.m4a"
    nonsense.write_bytes(b"no sound at all")
    assert len(table.store.records(Attachment, "WHERE deleted = 0")) == 1


def test_a31_what_the_client_feels_stands_beside_what_was_measured(table: Table) -> None:
    kept = table.heard(perceived="漏风，睡不着", measured="0.8 m/s", tolerance="1.5 m/s")

    assert (kept.perceived, kept.measured, kept.tolerance) == ("漏风，睡不着", "0.8 m/s", "1.5 m/s")
    assert kept.words == LEAK


@pytest.mark.parametrize(
    ("others", "base", "is_told"), [(3, 20, False), (4, 20, True), (15, 100, False), (16, 100, True), (10, 19, False)]
)
def test_a32_more_than_fifteen_percent_of_other_asks_for_a_code_of_its_own(
    table: Table, others: int, base: int, is_told: bool
) -> None:
    kept = table.heard()
    with table.store.transaction(verb="test.many") as tx:
        for place in range(base):
            code = "other" if place < others else "leakage"
            tx.insert(
                Concern(
                    id=tx.new_id(), created_at=tx.now, event=table.event, number=f"n-{place}", words=LEAK,
                    type="repair", received_by=table.host, occurred_at=tx.now, sub_area=code,
                )
            )  # fmt: skip

    found = writing.unfitting(table.caller, table.store)

    assert kept.sub_area is None
    assert [(one.list_name, one.others, one.base) for one in found] == ([("sub_area", others, base)] if is_told else [])


def test_a34_risk_flags_are_kept_each_once_and_a_wrong_one_is_refused(table: Table) -> None:
    assert table.heard(risk="media，safety safety").risk == "media safety"
    with pytest.raises(Misused) as told:
        table.heard(risk="很危险")
    assert told.value.code == "code_unknown"


def test_b06_what_it_means_for_the_client_may_be_said_and_may_be_left_out(table: Table) -> None:
    assert table.heard(meaning="老人不敢自己洗澡").meaning == "老人不敢自己洗澡"
    assert table.heard().meaning is None


def test_b14_rules_that_stood_in_the_way_are_summed_by_reason(table: Table) -> None:
    for gap, words in (("no_authority", "返工要总部批"), ("no_authority", "返工要总部批"), ("no_rule", "")):
        table.heard(solvable_on_site="yes", rule_gap=gap, rule_gap_words=words)
    table.heard(solvable_on_site="no")
    table.heard()

    found = writing.rule_gaps(table.caller, table.store, event=table.event)

    assert [(one.reason, one.count, one.words) for one in found.gaps] == [
        ("no_authority", 2, ("返工要总部批",)), ("no_rule", 1, ()),
    ]  # fmt: skip
    assert (found.solvable, found.not_solvable, found.unsaid) == (3, 1, 1)
    assert writing.rule_gaps(table.caller, table.store, event="another").gaps == ()


@poppler
def test_b14_the_summary_prints_the_rule_gaps(table: Table, tmp_path: Path) -> None:
    table.heard(solvable_on_site="yes", rule_gap="no_authority", rule_gap_words="返工要总部批")

    summary.write_summary(table.caller, table.store, event=table.event, pdf=tmp_path / "summary.pdf")

    assert "现场没有授权（1件）：返工要总部批。" in text_of(tmp_path / "summary.pdf")


@poppler
def test_b23_the_words_are_written_once_and_an_edit_is_an_addition(table: Table, tmp_path: Path) -> None:
    (kept,) = table.ended(Draft("d1", words=LEAK, type_code="repair", summary="地面高"))
    assert kept.reception is not None
    with pytest.raises(Refused), table.store.transaction(verb="test.rewrite") as tx:
        tx.save("concern", kept.id, {"words": "没有说过的话"})

    with table.store.transaction(verb="test.summary") as tx:
        tx.save("concern", kept.id, {"summary": "地面比门外高 12 mm"})
    recording.add_words(table.caller, table.store, concern=kept.id, words="昨天又滑了一次", said_by=table.host)
    copies.write_copy(table.caller, table.store, reception=kept.reception, pdf=tmp_path / "copy.pdf")

    again = table.kept(kept.id)
    assert (again.words, again.summary) == (LEAK, "地面比门外高 12 mm")
    assert [one.words for one in concerns.additions(table.store, kept.id)] == ["昨天又滑了一次"]
    assert LEAK in text_of(tmp_path / "copy.pdf")


def test_b24_a_concern_that_comes_of_an_aside_keeps_the_link(table: Table) -> None:
    reception = table.talk()
    writing_down.save(
        table.caller, table.store, reception=reception, drafts=(Draft("a1", words="北门太黑", is_aside=True),)
    )
    (aside,) = writing_down.record(table.caller, table.store, reception=reception).asides

    made = asides.promote(table.caller, table.store, aside=aside, type_code="suggestion")

    (kept,) = asides.listed(table.caller, table.store, client=table.client)
    assert (kept.concern, kept.words) == (made.concern, "北门太黑")
    assert table.kept(made.concern).words == "北门太黑"


# Promises


@poppler
def test_what_needs_authority_is_told_the_client_only_by_its_day(table: Table, tmp_path: Path) -> None:
    first, second = table.ended(
        Draft("d1", words=LEAK, type_code="repair", promise="重做地漏找坡", promise_due="2026-05-30"),
        Draft("d2", words="差价退不退", type_code="complaint", promise="退还差价三万", promise_due="2026-06-05"),
    )
    kinds = [one.kind for one in table.store.records(Promise, "WHERE deleted = 0 ORDER BY due")]
    assert first.reception == second.reception
    assert first.reception is not None

    copies.write_copy(table.caller, table.store, reception=first.reception, pdf=tmp_path / "copy.pdf")
    text = text_of(tmp_path / "copy.pdf")

    assert kinds == ["work", "authority"]
    assert "重做地漏找坡" in text
    assert "我们将在6月5日前书面答复" in text
    assert "三万" not in text
    assert [one.text for one in promises.everything(table.caller, table.store)] == ["重做地漏找坡", "退还差价三万"]


def test_the_person_decides_whose_word_a_promise_needs(table: Table) -> None:
    table.ended(
        Draft(
            "d1", words=LEAK, type_code="repair", promise="按合同约定免费维修", promise_due="2026-05-30",
            promise_kind="work",
        )
    )  # fmt: skip

    (kept,) = table.store.records(Promise, "WHERE deleted = 0")
    assert kept.kind == "work"
    with pytest.raises(Misused):
        promises.add(
            table.caller, table.store, concern=kept.concern, text="再看", due="2026-06-01", by=table.host, kind="maybe"
        )


def test_a_promise_stays_on_the_card_until_kept_whoever_the_client_turned_out_to_be(table: Table) -> None:
    other = table.came("温若兰", "6-2-1201")
    table.heard(client=other)
    (concern,) = table.store.records(Concern, "WHERE deleted = 0")
    promise = promises.add(
        table.caller, table.store, concern=concern.id, text="回复漏风检测", due="2026-05-13", by=table.host
    )

    root = clients.join(table.caller, table.store, first=table.client, second=other)

    for asked in (root, other, table.client):
        card = hall.client_card(table.caller, table.store, client=asked)
        assert [one.text for one in card.owed] == ["回复漏风检测"]
        assert [one.concern for one in card.told] == [concern.id]
    promises.keep(table.caller, table.store, promise=promise, by=table.host)
    assert hall.client_card(table.caller, table.store, client=root).owed == ()


@poppler
def test_the_summary_says_how_many_promises_of_the_event_before_were_kept(table: Table, tmp_path: Path) -> None:
    kept = table.heard()
    for text in ("先看一次", "再做闭水"):
        made = promises.add(
            table.caller, table.store, concern=kept.id, text=text, due="2026-05-30", by=table.host, kind="work"
        )
    promises.keep(table.caller, table.store, promise=made, by=table.host)
    times = {"starts": "2026-06-06 08:00", "ends": "2026-06-06 18:00"}
    later = events.add(table.caller, table.store, node="delivery", title="第二次交付日", **times)
    recording.add(
        table.caller, table.store, event=later, received_by=table.host, words=LEAK, type_code="repair",
        client=table.client,
    )  # fmt: skip
    (concern,) = concerns.of_event(table.store, later)
    promises.add(table.caller, table.store, concern=concern.id, text="回电", due="2026-06-10", by=table.host)

    summary.write_summary(table.caller, table.store, event=later, pdf=tmp_path / "summary.pdf")

    assert "上次承诺兑现1/2" in text_of(tmp_path / "summary.pdf")


def test_the_steps_of_a_recorded_draft_say_who_decided(table: Table) -> None:
    (kept,) = table.ended(Draft("d1", words=LEAK, type_code="repair", answer="已到场查看，周五前复核"))

    steps: tuple[ConcernStep, ...] = concerns.steps(table.store, kept.id)
    assert [(one.state, one.decided_by) for one in steps] == [("recorded", table.host), ("answered", table.host)]
