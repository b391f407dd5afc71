"""What executives take from a session: written by them or for them, owed after three days, kept to, told to others."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pypdfium2
import pytest

from db.errors import Misused, Refused
from db.opening import open_store
from db.records import Campaign, CampaignContact
from db.store import Store
from db.vault.key_file import key_file_path
from desktop.rules.anonymity import left_over, without_people
from desktop.rules.times import to_ms
from desktop.services.concerns import recording
from desktop.services.events import events
from desktop.services.guests import check_ins, clients
from desktop.services.opening import found_project
from desktop.services.people import staff
from desktop.services.receptions import talks
from desktop.services.reflections import listing, sheet, writing
from desktop.services.registry import Caller, administrator

ZONE = ZoneInfo("Asia/Shanghai")
NAME, PHONE, ROOM = "江知晚", "13800138001", "6-2-1201"
CASE = "江知晚女士（6-2-1201，138 0013 8001）说：阳台门一下雨就进水，家里老人住 1201 室，擦了三次。"
LESSON = "先去现场看一次，再说话。江 知晚 把三次擦水的照片都留着。"


def at(day: int, hour: int = 10) -> int:
    return to_ms(datetime(2026, 5, day, hour, tzinfo=ZONE))


@dataclass(slots=True)
class House:
    """A database in which an executive and a member of staff received on 16 May, the evening before midnight."""

    store: Store
    event: str
    boss: str
    clerk: str
    talk: str

    @property
    def caller(self) -> Caller:
        return administrator(self.store)

    def owed(self, now_ms: int, **more: object) -> list[tuple[str, int]]:
        found = listing.owed(self.caller, self.store, now_ms=now_ms, **more)  # type: ignore[arg-type]
        return [(one.name, one.days) for one in found]

    def write(self, **more: str) -> str:
        told = {"staff": self.boss, "case_words": CASE, "lesson": LESSON, "reception": self.talk, **more}
        return writing.add(self.caller, self.store, **told)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, str]]:
    """Made once; every test takes a copy."""
    file = tmp_path_factory.mktemp("founded") / "o.db"
    with found_project(file, name="青禾里", mark=None, device_name="办公室", passphrase=None) as store:
        store.clock = lambda: at(16, 23)
        office = administrator(store)
        boss = staff.add(office, store, name="宋明远", level="regional_president", roles=("host",))
        clerk = staff.add(office, store, name="何苗", level="staff", roles=("host", "coordinator"))
        event = events.add(office, store, node="site_open_day", title="工地开放日",
                           starts="2026-05-16T09:00", ends="2026-05-16T23:59")  # fmt: skip
        _, client = check_ins.walk_in(office, store, event=event, name=NAME, phone=PHONE, room=ROOM)
        _, other = check_ins.walk_in(office, store, event=event, name="顾南乔", phone=None, room="2-1-702")
        clients.set_fields(office, store, client=client, changes={"title": "女士"})
        talk = talks.start(office, store, event=event, host=boss, client=client).reception
        recording.add(office, store, event=event, received_by=boss, words="阳台门进水", type_code="repair",
                      client=client, area="engineering_quality")  # fmt: skip
        talks.end(office, store, event=event, host=boss, client=client)
        talks.start(office, store, event=event, host=clerk, client=other)
    return file, {"event": event, "boss": boss, "clerk": clerk, "talk": talk}


@pytest.fixture
def house(founded: tuple[Path, dict[str, str]], tmp_path: Path) -> Iterator[House]:
    file, ids = founded
    for one in (file, key_file_path(file)):
        shutil.copy(one, tmp_path / one.name)
    with open_store(tmp_path / file.name) as store:
        store.clock = lambda: at(16, 23)
        yield House(store, **ids)


def test_b27_a_reflection_missing_three_days_after_a_session_is_listed_and_not_a_day_before(house: House) -> None:
    on_the_second_day, on_the_third, later = at(18, 23), at(19, 0), at(26)

    assert house.owed(on_the_second_day) == []
    assert house.owed(on_the_second_day, only_late=False) == [("宋明远", 2)]
    assert house.owed(on_the_third) == [("宋明远", 3)]
    assert house.owed(later) == [("宋明远", 10)]


def test_b27_whoever_wrote_owes_nothing_more_for_that_session_but_for_the_next(house: House) -> None:
    house.write()
    assert house.owed(at(26)) == []

    house.store.clock = lambda: at(20)
    second = events.add(house.caller, house.store, node="delivery", title="交付日",
                        starts="2026-05-20T09:00", ends="2026-05-20T18:00")  # fmt: skip
    talks.start(house.caller, house.store, event=second, host=house.boss, client=None)

    assert house.owed(at(23)) == [("宋明远", 3)]


def test_b27_a_campaign_is_owed_for_three_days_after_its_last_day(house: House) -> None:
    with house.store.transaction(verb="test") as tx:
        campaign = tx.insert(
            Campaign(id=tx.new_id(), created_at=1, name="五月来电", kind="practice", event=house.event, quota=50,
                     starts_on="2026-05-10", ends_on="2026-05-20")
        )  # fmt: skip
        for person, result in ((house.boss, "talked"), (house.clerk, "talked")):
            tx.insert(
                CampaignContact(id=tx.new_id(), created_at=1, campaign=campaign, staff=person, direction="received",
                                at=at(11), result=result)
            )  # fmt: skip
    house.write()

    assert house.owed(at(22)) == []
    assert house.owed(at(23)) == [("宋明远", 3)]
    writing.add(house.caller, house.store, staff=house.boss, case_words="一", lesson="二", campaign=campaign)
    assert house.owed(at(23)) == []


def test_what_is_dictated_is_noted_as_entered_by_another_and_the_commitment_is_open_until_it_is_kept(
    house: House,
) -> None:
    reflection = house.write(commitment="六月前复查全部阳台门", commitment_due="2026-05-31", entered_by=house.clerk)

    (told,) = listing.due(house.caller, house.store, now_ms=at(31), staff=house.boss)
    (late,) = listing.due(house.caller, house.store, now_ms=at(31, 24 - 1) + 3_600_000, staff=house.boss)
    writing.keep(house.caller, house.store, reflection=reflection)

    assert (told.entered_by, told.commitment, told.due, told.is_late) == (
        "何苗",
        "六月前复查全部阳台门",
        "2026-05-31",
        False,
    )
    assert late.is_late
    assert listing.due(house.caller, house.store, now_ms=at(31)) == ()
    with pytest.raises(Refused, match="commitment_kept_already"):
        writing.keep(house.caller, house.store, reflection=reflection)


def test_a_commitment_needs_its_day_and_a_reflection_its_case_and_lesson(house: House) -> None:
    for more, code in (
        ({"commitment": "复查"}, "commitment_without_day"), ({"lesson": " "}, "reflection_lesson_missing"),
        ({"case_words": ""}, "reflection_case_missing"),
        ({"commitment": "x", "commitment_due": "下周"}, "day_unreadable"),
    ):  # fmt: skip
        with pytest.raises(Misused) as wrong:
            house.write(**more)
        assert wrong.value.code == code
    assert listing.listed(house.caller, house.store, now_ms=at(20)) == ()


def test_another_person_may_not_rewrite_it_but_its_author_may(house: House) -> None:
    reflection = house.write()
    stranger = Caller(house.clerk, frozenset({"host"}), "office")
    with pytest.raises(Refused, match="reflection_of_another"):
        writing.change(stranger, house.store, reflection=reflection, fields={"lesson": "别的"})

    own = Caller(house.boss, frozenset({"host"}), "office")
    assert writing.change(own, house.store, reflection=reflection, fields={"lesson": "先看现场"}) == 1


def test_what_is_typed_is_kept_on_this_device_until_the_reflection_is_kept(house: House) -> None:
    def kept() -> str:
        return writing.draft(house.caller, house.store, staff=house.boss, event=house.event, campaign=None)

    writing.keep_draft(house.caller, house.store, staff=house.boss, event=house.event, campaign=None, text="写到一半")
    before = kept()
    house.write()

    assert (before, kept()) == ("写到一半", "")


def test_b08_who_told_it_to_whom_when_and_how_many_heard_it_is_listed_per_executive(house: House) -> None:
    reflection = house.write()
    writing.share(
        house.caller, house.store, reflection=reflection, on_day="2026-05-16", audience="工程部晨会", people=24
    )

    (told,) = listing.listed(house.caller, house.store, now_ms=at(20), staff=house.boss)

    assert [(one.day, one.audience, one.people) for one in told.shared] == [("2026-05-16", "工程部晨会", 24)]
    for on_day, audience, people, code in (
        ("2026-05-17", "甲", 1, "day_not_yet"), ("2026-05-16", " ", 1, "audience_missing"),
        ("2026-05-16", "甲", 0, "people_not_a_number"),
    ):  # fmt: skip
        with pytest.raises(Misused) as wrong:
            writing.share(
                house.caller, house.store, reflection=reflection, on_day=on_day, audience=audience, people=people
            )
        assert wrong.value.code == code


def test_b10_a_case_is_found_by_node_and_category_and_holds_no_name_number_or_room(house: House) -> None:
    reflection = house.write()

    def found(**more: str) -> list[str]:
        return [one.id for one in listing.search(house.caller, house.store, now_ms=at(20), **more)]

    assert found(node="site_open_day", area="engineering_quality", text="阳台 进水") == [reflection]
    assert found(node="delivery") == found(area="service_quality") == found(text="地暖") == []
    (case,) = listing.search(house.caller, house.store, now_ms=at(20))
    whole = f"{case.case_words}{case.lesson}{case.name}"
    for secret in (NAME, "江", PHONE, "138 0013", ROOM, "1201", "宋明远"):
        assert secret not in whole.replace(" ", "")
    assert "阳台门一下雨就进水" in whole


def test_b27_the_sheet_to_be_told_holds_no_name_number_or_room_of_a_client(house: House, tmp_path: Path) -> None:
    reflection = house.write(commitment="给 13800138001 回电话", commitment_due="2026-05-31")

    report = sheet.write_sheet(house.caller, house.store, reflection=reflection, pdf=tmp_path / "s.pdf")

    document = pypdfium2.PdfDocument(tmp_path / "s.pdf")
    text = "".join(page.get_textpage().get_text_range() for page in document).replace("\r\n", "")
    document.close()
    assert report.missing == ()
    for secret in (NAME, "知晚", PHONE, "13800138001"[3:], ROOM, "1201"):
        assert secret not in text.replace(" ", "")
    for word in ("宋明远", "阳台门一下雨就进水", "先去现场看一次", "（电话）"):
        assert word in text


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("3栋2单元1501室漏水", "（房号）漏水"), ("三楼 702 住户", "三楼 （房号） 住户"), ("702年", "702年"),
        ("拨 021-68881234", "拨 （电话）"), ("顾 南乔 来过", "某客户 来过"), ("顾女士来过", "某女士来过"),
        ("\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff11", "（电话）"),
        ("2026-05-16 来的", "2026-05-16 来的"), ("赔 702 元", "赔 702 元"),
    ],
)  # fmt: skip
def test_what_says_who_it_was_is_taken_out_of_a_text(text: str, clean: str) -> None:
    made = without_people(text, ["顾南乔"], ["13800138001"], ["702", "1501"])

    assert made == clean
    assert left_over(made, ["顾南乔"], ["13800138001"]) == ""
