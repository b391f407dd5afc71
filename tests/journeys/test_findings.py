"""What an event showed, and the summary for owners: nobody in it, words only with consent, approved by a person."""

import shutil
from collections.abc import Iterator
from copy import copy
from pathlib import Path

import pypdfium2
import pytest

from db.errors import Misused, Refused
from db.records import Reception
from db.store import Store
from desktop.paper.summary_content import Edition
from desktop.services.common import deciding
from desktop.services.concerns import moving, recording
from desktop.services.events import closing, events, findings
from desktop.services.exchange import cards, packages
from desktop.services.guests import check_ins, consents
from desktop.services.opening import found_project, join_project, open_database
from desktop.services.papers import owners_summary, summary
from desktop.services.people import staff
from desktop.services.promises import promises
from desktop.services.receptions import talks
from desktop.services.registry import administrator
from desktop.services.training import training

NOW_MS = 1_779_500_000_000  # 23 May 2026, in the morning in Shanghai
MINUTE_MS = 60_000
NAMES = ("温若水", "纪南星", "沈一苇", "单思源")
FLOOR, WALL = "卫生间地面找坡不足", "玄关墙体尺寸不一致"


class Hall:
    """An office with an event at which four clients said something, three of them the same."""

    def __init__(self, store: Store) -> None:
        self.store, self.now = store, NOW_MS
        store.clock = lambda: self.now
        self.caller = administrator(store)
        self.host = staff.add(self.caller, store, name="沈砚", level="regional_president", roles=["host"])
        self.head = staff.add(self.caller, store, name="韩若川", level="staff", roles=["department_head"])
        self.event = self.hold("交付日", "2026-05-23")
        self.clients: list[str] = []
        self.talks: list[str] = []
        for place, name in enumerate(NAMES):
            self.clients.append(
                check_ins.walk_in(self.caller, store, event=self.event, name=name, phone=None, room=None)[1]
            )
            self.now += (place + 1) * MINUTE_MS
            talk = talks.start(self.caller, store, event=self.event, host=self.host, client=self.clients[-1])
            self.talks.append(talk.reception)
            with store.transaction(verb="test.end") as tx:
                tx.save("reception", talk.reception, {"ended_at": self.now})
        self.concerns = [self.say(0, FLOOR + "，水往外流"), self.say(1, FLOOR), self.say(2, FLOOR), self.say(0, FLOOR)]
        self.concerns += [self.say(0, WALL), self.say(1, WALL), self.say(2, WALL), self.say(3, "谢谢你们")]
        self.floor = deciding.confirm(self.caller, store, title=f"{FLOOR}（沈砚看过）", concerns=self.concerns[:4])
        deciding.confirm(self.caller, store, title=WALL, concerns=self.concerns[4:7])

    def hold(self, title: str, day: str) -> str:
        times = {"starts": f"{day} 08:00", "ends": f"{day} 18:00"}
        return events.add(self.caller, self.store, node="delivery", title=title, **times)

    def say(self, who: int, words: str, event: str = "") -> str:
        return recording.add(
            self.caller, self.store, event=event or self.event, received_by=self.host, words=words,
            type_code="complaint", client=self.clients[who], area="engineering_quality",
        ).concern  # fmt: skip

    def found(self) -> findings.Findings:
        return findings.findings(self.caller, self.store, event=self.event)

    def standing(self) -> owners_summary.Standing:
        return owners_summary.standing(self.caller, self.store, event=self.event)

    def approve(self, by: str = "") -> None:
        owners_summary.approve(self.caller, self.store, event=self.event, by=by or self.head)

    def printed(self, folder: Path, audience: Edition = "owners") -> str:
        pdf = folder / "s.pdf"
        summary.write_summary(self.caller, self.store, event=self.event, pdf=pdf, audience=audience)
        document = pypdfium2.PdfDocument(pdf)
        try:
            pages = [document[number].get_textpage().get_text_range() for number in range(len(document))]
        finally:
            document.close()
        return "".join("".join(pages).split())


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    """The event, made once; each test has a copy of its own."""
    folder = tmp_path_factory.mktemp("hall")
    store = found_project(folder / "office.db", name="听松苑", mark=None, device_name="办公室", passphrase=None)
    made = Hall(store)
    store.close()
    return made


@pytest.fixture
def hall(built: Hall, tmp_path: Path) -> Iterator[Hall]:
    shutil.copytree(built.store.path.parent, tmp_path / "office")
    mine = copy(built)
    mine.store = open_database(tmp_path / "office" / "office.db")
    mine.store.clock = lambda: mine.now
    yield mine
    mine.store.close()


def test_causes_count_clients_once_and_the_line_reaches_everybody(hall: Hall) -> None:
    found = hall.found()

    assert found.guests == 4
    assert not found.is_by_area
    # Three clients each: equal ones in the order of their titles.
    told = [(one.title[:4], one.clients, one.covered) for one in found.causes]
    assert sorted(told[:2]) == told[:2]
    assert [one[1:] for one in told] == [(3, 3), (3, 3), (1, 4)]


def test_without_common_matters_the_areas_are_the_causes(hall: Hall) -> None:
    deciding.split(hall.caller, hall.store, issue=hall.floor)

    found = hall.found()
    assert found.is_by_area
    assert [(one.key, one.clients) for one in found.causes] == [("engineering_quality", 4)]


def test_waits_run_from_the_door_to_the_talk_and_have_their_target(hall: Hall) -> None:
    waits = hall.found().waiting

    assert (waits.count, waits.median_min, waits.within, waits.target_min) == (4, 2.5, 4, 10)
    assert waits.bins == (4,)


def test_satisfaction_stands_event_by_event_and_an_event_without_answers_stays_empty(hall: Hall) -> None:
    before = hall.hold("样板间开放", "2026-05-02")
    hall.hold("没有人来", "2026-05-09")
    hall.hold("以后的", "2026-06-09")
    first = hall.say(0, "都好", before)
    with hall.store.transaction(verb="test") as tx:
        tx.save("concern", first, {"satisfaction": "A"})
        tx.save("concern", hall.concerns[0], {"satisfaction": "C"})

    assert [(one.text, one.part, one.whole) for one in hall.found().satisfied] == [
        ("05-02", 1, 1), ("05-09", 0, 0), ("05-23", 0, 1)
    ]  # fmt: skip


def test_a_void_concern_counts_nowhere_and_is_told(hall: Hall, tmp_path: Path) -> None:
    one, other = (
        staff.add(hall.caller, hall.store, name=name, level="staff", roles=["coordinator"]) for name in ("阮青", "何苗")
    )
    moved = moving.move(
        hall.caller, hall.store, concern=hall.concerns[7], target="void", by=one, means="in_person",
        fields={"reason": "记错了", "approved_by": other},
    )  # fmt: skip
    assert not moved.refused

    assert hall.found().guests == 3
    told = hall.printed(tmp_path, "internal")
    assert "记下诉求7件" in told
    assert "1件诉求记错后作废，未计入" in told


def test_the_version_for_owners_names_nobody_and_quotes_only_who_agreed(hall: Hall, tmp_path: Path) -> None:
    promises.add(
        hall.caller, hall.store, concern=hall.concerns[0], text="请温若水到场看", due="2026-05-30", by=hall.host,
        department="engineering",
    )  # fmt: skip
    told = hall.printed(tmp_path)
    assert "水往外流" not in told
    for name in (*NAMES, "沈砚", "韩若川", "请温若水到场看", "内部资料", "全部诉求"):
        assert name not in told, name
    assert "未审定" in told
    assert "工程1012026-05-30" in told

    consents.add(hall.caller, hall.store, client=hall.clients[0], kind="quotes", means="signed_sheet")
    assert "水往外流" in hall.printed(tmp_path)
    consents.withdraw(hall.caller, hall.store, client=hall.clients[0], kind="quotes")
    assert "水往外流" not in hall.printed(tmp_path)
    # Given for another talk it says nothing about these words.
    consents.add(hall.caller, hall.store, client=hall.clients[0], kind="quotes", reception=hall.talks[0])
    assert "水往外流" not in hall.printed(tmp_path)


def test_words_that_tell_who_it_was_are_not_quoted_even_with_consent(hall: Hall, tmp_path: Path) -> None:
    consents.add(hall.caller, hall.store, client=hall.clients[3], kind="quotes", means="signed_sheet")
    hall.say(3, "单思源住 6-2-1201，请打 13800010001")

    told = hall.printed(tmp_path)
    assert "谢谢你们" in told
    assert "13800010001" not in told
    assert "6-2-1201" not in told


def test_somebody_entitled_approves_and_what_changes_afterwards_is_not_approved(hall: Hall, tmp_path: Path) -> None:
    assert hall.standing().approvers == ((hall.head, "韩若川"),)
    with pytest.raises(Refused) as refused:
        hall.approve(hall.host)
    assert refused.value.code == "approver_cannot"
    hall.approve()
    approval = hall.standing().approval
    assert approval is not None
    assert (approval.by, approval.holds) == ("韩若川", True)
    assert "未审定" not in hall.printed(tmp_path)
    with pytest.raises(Refused) as again:
        hall.approve()
    assert again.value.code == "summary_approved_already"

    hall.say(2, "还有一件")
    told = hall.printed(tmp_path)
    assert "未审定" in told
    assert "审定过一次，此后内容有变化" in told
    hall.approve()
    assert "未审定" not in hall.printed(tmp_path)
    owners_summary.withdraw(hall.caller, hall.store, event=hall.event)
    assert hall.standing().approval is None
    with pytest.raises(Refused) as none:
        owners_summary.withdraw(hall.caller, hall.store, event=hall.event)
    assert none.value.code == "summary_not_approved"


def test_a_draft_cannot_be_approved(hall: Hall) -> None:
    talks.start(hall.caller, hall.store, event=hall.event, host=hall.host, client=hall.clients[0])
    (line,) = closing.close_list(hall.caller, hall.store, event=hall.event)
    assert line.kind == "talk"

    with pytest.raises(Refused) as refused:
        hall.approve()

    assert refused.value.code == "summary_is_draft"


def test_a_summary_needs_a_file_and_may_have_two(hall: Hall, tmp_path: Path) -> None:
    with pytest.raises(Misused) as none:
        summary.write_summary(hall.caller, hall.store, event=hall.event)
    assert none.value.code == "paper_no_file"

    pdf, docx = tmp_path / "s.pdf", tmp_path / "s.docx"
    report = summary.write_summary(hall.caller, hall.store, event=hall.event, pdf=pdf, docx=docx)
    assert report.pages > 0
    assert docx.read_bytes()[:2] == b"PK"


def test_what_the_event_before_left_open_is_carried_over(hall: Hall, tmp_path: Path) -> None:
    later = hall.hold("第二次交付日", "2026-06-06")
    hall.event, before = later, hall.event

    told = hall.printed(tmp_path, "internal")
    assert "上次活动遗留交付日8/8件未了" in told
    assert before != later
    assert hall.store.records(Reception, "WHERE event = :e", e=later) == ()


def test_the_summary_says_whether_those_who_received_were_trained(hall: Hall, tmp_path: Path) -> None:
    assert "受训" not in hall.printed(tmp_path, "internal")
    course = training.add_course(hall.caller, hall.store, name="接待规范", needed_for=["host"])
    assert "未受训：沈砚" in hall.printed(tmp_path, "internal")
    training.add(hall.caller, hall.store, staff=hall.host, course=course, on_day="2026-05-20")
    assert "均已受训" in hall.printed(tmp_path, "internal")


def test_the_approval_travels_with_the_data(hall: Hall, tmp_path: Path) -> None:
    hall.approve()
    cards.write_card(hall.caller, hall.store, file=tmp_path / "p.card")
    laptop = join_project(tmp_path / "l.db", tmp_path / "p.card", device_name="笔记本", role="office", passphrase=None)
    laptop.close()
    laptop = open_database(tmp_path / "l.db")
    try:
        packages.export(hall.caller, hall.store, file=tmp_path / "o.qinting")
        packages.take_in(administrator(laptop), laptop, file=tmp_path / "o.qinting")
        there = owners_summary.standing(administrator(laptop), laptop, event=hall.event).approval
        assert there is not None
        assert there.by == "韩若川"
    finally:
        laptop.close()
