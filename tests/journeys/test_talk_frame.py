"""The frame of a talk: its guide, who is present, the needs of a node, who answers for what there, and the papers."""

import csv
import shutil
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from db import guides as kept_guides
from db.errors import Misused, Refused
from db.records import Reception
from db.store import Store
from db.vault.key_file import key_file_path
from desktop.rules.codes import codes
from desktop.rules.guides import Line, Option, guide_of
from desktop.rules.nodes import NEED_NODES
from desktop.services.common import deciding
from desktop.services.concerns import moving, recording
from desktop.services.duty import mine
from desktop.services.events import events
from desktop.services.exchange import cards, packages
from desktop.services.guests import check_ins, clients
from desktop.services.guides import answers, guides
from desktop.services.needs import gates, matrix, needs
from desktop.services.opening import found_project, join_project, open_database
from desktop.services.papers import interviews
from desktop.services.people import staff
from desktop.services.project import codes as own_codes
from desktop.services.receptions import drafts, hall, talks
from desktop.services.receptions.drafts import Draft
from desktop.services.registry import Caller, administrator

NOW_MS = 1_779_500_000_000  # 23 May 2026, in the morning in Shanghai
STROLLER = "玄关要能放下婴儿车，老人进门有地方坐着换鞋"


@dataclass(slots=True)
class World:
    """An office with seven events, one a node, two clients and three of ours."""

    store: Store
    folder: Path
    events: dict[str, str]
    president: str
    head: str
    designer: str
    clients: tuple[str, ...]

    @property
    def caller(self) -> Caller:
        return administrator(self.store)

    def begin(self, node: str, client: int = 0, **told: object) -> str:
        return talks.start(
            self.caller, self.store, event=self.events[node], host=self.president, client=self.clients[client],
            **told,  # type: ignore[arg-type]
        ).reception  # fmt: skip

    def say(self, node: str, words: str, *, topic: str | None = None, kind: str = "need", client: int = 0) -> str:
        made = recording.add(
            self.caller, self.store, event=self.events[node], received_by=self.president, words=words, type_code=kind,
            area="product_quality", client=self.clients[client],
        ).concern  # fmt: skip
        if topic:
            with self.store.transaction(verb="concern.sort", by=None) as tx:
                tx.save("concern", made, {"sub_area": topic})
        return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, World]:
    file = tmp_path_factory.mktemp("frame") / "office.db"
    with found_project(file, name="听松苑", mark=None, device_name="办公室", passphrase=None) as store:
        store.clock = lambda: NOW_MS
        office = administrator(store)
        held = {
            node: events.add(
                office, store, node=node, title=f"{node} 活动", starts="2026-05-23 08:00", ends="2026-05-23 18:00"
            )
            for node in codes("node")
        }
        president, head = (
            staff.add(office, store, name=name, level=level, post=post, roles=("host",))
            for name, level, post in (
                ("宋明远", "regional_president", "华东区域总裁"), ("韩若川", "regional_functional_head", "设计总监"),
            )
        )  # fmt: skip
        designer = staff.add(office, store, name="邱野", level="staff", department="research_design")
        came = tuple(
            check_ins.walk_in(office, store, event=held["product_positioning"], name=name, phone=phone, room=room)[1]
            for name, phone, room in (("陈知夏", "13800010001", "6-2-1201"), ("沈一诺", None, "6-2-1202"))
        )
        return file, World(store, file.parent, held, president, head, designer, came)


@pytest.fixture
def world(made: tuple[Path, World], tmp_path: Path) -> Iterator[World]:
    file, known = made
    path = tmp_path / file.name
    shutil.copy(file, path)
    shutil.copy(key_file_path(file), key_file_path(path))
    with open_database(path) as store:
        store.clock = lambda: NOW_MS
        yield World(store, tmp_path, known.events, known.president, known.head, known.designer, known.clients)


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(document[number].get_textpage().get_text_bounded() for number in range(len(document)))
    document.close()
    return "".join(text.split())


# The guide of a talk


def test_a04_each_of_the_seven_kinds_of_event_opens_its_guide_and_the_version_stays_with_the_talk(
    world: World,
) -> None:
    for node in codes("node"):
        talk = world.store.get(Reception, world.begin(node))
        assert talk is not None
        assert talk.guide == "2:"
        assert answers.led_by(world.store, talk) == guide_of(node)


def test_a_talk_under_way_goes_on_with_its_version_and_the_next_one_is_led_by_the_new_one(world: World) -> None:
    early = world.begin("delivery")
    line = Line("choice", "钥匙齐不齐", options=(Option("齐"), Option("不齐")))
    written = guides.set_lines(world.caller, world.store, node="delivery", lines=(line,))
    late = world.begin("delivery", client=1)

    assert written.version == 3
    asked = [one.line.key for one in answers.of_talk(world.caller, world.store, reception=early)]
    assert asked == [one.key for one in guide_of("delivery").questions]  # type: ignore[union-attr]
    assert [one.line.key for one in answers.of_talk(world.caller, world.store, reception=late)] == ["q1"]
    assert guides.set_lines(world.caller, world.store, node="delivery", lines=written.lines).version == 3
    shown = next(one for one in guides.everything(world.caller, world.store) if one.node == "delivery")
    assert (shown.versions, shown.is_own) == ((1, 2, 3), True)


def test_an_answer_is_kept_once_for_each_question_whoever_writes_it_again(world: World) -> None:
    talk = world.begin("delivery")
    for value in ("1", "3"):
        answers.answer(world.caller, world.store, reception=talk, question="takes_over", value=value)
    answers.answer(world.caller, world.store, reception=talk, question="first_weeks", value="怕漏水")

    told = kept_guides.answers(world.store, talk)

    assert {key: (one.value, one.words, one.guide) for key, one in told.items()} == {
        "takes_over": ("3", None, 2), "first_weeks": (None, "怕漏水", 2),
    }  # fmt: skip
    assert told["takes_over"].id == kept_guides.answer_id(talk, "takes_over")


@pytest.mark.parametrize(
    ("question", "value", "code"), [("nonsense", "1", "question_unknown"), ("takes_over", "9", "answer_not_offered")]
)
def test_an_answer_to_what_was_not_asked_is_refused_with_what_could_be(
    world: World, question: str, value: str, code: str
) -> None:
    talk = world.begin("delivery")

    with pytest.raises(Misused) as refused:
        answers.answer(world.caller, world.store, reception=talk, question=question, value=value)

    assert refused.value.code == code
    assert refused.value.facts["choices"]


def test_what_was_said_in_the_talk_is_never_refused_at_its_end(world: World) -> None:
    talk = world.begin("delivery")
    drafts.save(
        world.caller, world.store, reception=talk,
        drafts=(Draft("a", question="takes_over", answer="7"), Draft("b", question="gone", words="还说了这个")),
    )  # fmt: skip

    drafts.record(world.caller, world.store, reception=talk)

    told = kept_guides.answers(world.store, talk)
    assert (told["takes_over"].value, told["gone"].words) == ("7", "还说了这个")


# Who is present


def test_b04_level_and_post_of_the_day_stay_with_the_talk_when_the_person_changes_jobs(world: World) -> None:
    talk = world.begin("delivery")
    with world.store.transaction(verb="staff.move", by=None) as tx:
        tx.save("staff", world.president, {"level": "group_executive", "post": "集团副总裁"})

    found = world.store.get(Reception, talk)

    assert found is not None
    assert (found.host_level, found.host_post) == ("regional_president", "华东区域总裁")


def test_a17_a_delegate_is_recorded_and_the_one_who_is_absent_stays_due(world: World) -> None:
    talk = talks.start(
        world.caller, world.store, event=world.events["delivery"], host=world.head, client=world.clients[0],
        delegate_for=world.president,
    )  # fmt: skip
    talks.end(world.caller, world.store, event=world.events["delivery"], host=world.head, client=world.clients[0])

    found = world.store.get(Reception, talk.reception)
    duty = mine.of_person(world.caller, world.store, staff=world.president, now_ms=NOW_MS)

    assert found is not None
    assert found.delegate_for == world.president
    assert (duty.owed, duty.received) == (1, ())


def test_nobody_stands_in_for_themselves(world: World) -> None:
    with pytest.raises(Refused, match="delegate_of_oneself"):
        world.begin("delivery", delegate_for=world.president)
    talk = world.begin("delivery")
    with pytest.raises(Refused, match="delegate_of_oneself"):
        talks.set_delegate(world.caller, world.store, reception=talk, staff=world.president)


def test_b13_who_only_listens_is_counted_apart_and_has_received_nobody(world: World) -> None:
    talk = world.begin("delivery", observers=(world.head, world.designer, world.head))
    talks.end(world.caller, world.store, event=world.events["delivery"], host=world.president, client=world.clients[0])

    found = world.store.get(Reception, talk)
    duty = mine.of_person(world.caller, world.store, staff=world.head, now_ms=NOW_MS)

    assert found is not None
    assert (found.observers or "").split() == [world.head, world.designer]
    assert found.present is None
    assert (duty.owed, duty.received) == (1, ())


# What is known of the client


def test_the_same_building_counts_clients_who_were_joined_with_this_one_as_this_one(world: World) -> None:
    third = check_ins.walk_in(
        world.caller, world.store, event=world.events["delivery"], name="陈知霞", phone=None, room="6-2-1203"
    )[1]
    world.say("product_positioning", "对面看得见", client=1)
    words = recording.add(
        world.caller, world.store, event=world.events["delivery"], received_by=world.president, words="门太重",
        type_code="complaint", client=third,
    )  # fmt: skip
    before = hall.client_card(world.caller, world.store, client=world.clients[0])
    assert len(before.nearby) == 2
    clients.join(world.caller, world.store, first=world.clients[0], second=third)

    card = hall.client_card(world.caller, world.store, client=min(world.clients[0], third))

    assert [one.words for one in card.nearby] == ["对面看得见"]
    assert words.number in {one.number for one in card.told}


# Needs


def test_needs_stand_by_node_and_wait_for_the_departments_that_lead_it(world: World) -> None:
    first = world.say("product_positioning", STROLLER)
    world.say("product_positioning", "阳台门太重", kind="suggestion")

    found = {one.node: one for one in needs.everything(world.caller, world.store)}

    assert list(found) == list(NEED_NODES)
    (need,) = found["product_positioning"].needs
    assert (need.concern, need.words, need.client, need.missing) == (
        first, STROLLER, "陈\uff0a夏", ("research_design", "marketing"),
    )  # fmt: skip
    assert not found["sales_opening"].needs


def test_a_department_takes_note_once_and_it_stands_who_entered_it_and_how_the_word_came(world: World) -> None:
    first = world.say("product_positioning", STROLLER)
    with pytest.raises(Refused, match="means_missing"):
        needs.acknowledge(world.caller, world.store, needs=(first,), department="research_design", staff=world.designer)

    def note() -> int:
        return needs.acknowledge(
            world.caller, world.store, needs=(first,), department="research_design", staff=world.designer,
            means="chat", words="下一版户型会改",
        )  # fmt: skip

    assert (note(), note()) == (1, 0)
    (node,) = needs.everything(world.caller, world.store, node="product_positioning")
    (ack,) = node.needs[0].acks
    assert (ack.department, ack.by, ack.means, ack.words) == ("research_design", "邱野", "chat", "下一版户型会改")
    assert node.needs[0].missing == ("marketing",)
    assert needs.take_back(world.caller, world.store, needs=(first,), department="research_design") == 1
    assert note() == 1


def test_only_a_need_is_taken_note_of(world: World) -> None:
    other = world.say("delivery", "阳台门太重", kind="complaint")

    with pytest.raises(Misused, match="not_a_need"):
        needs.acknowledge(world.caller, world.store, needs=(other,), department="engineering")


def test_b28_the_share_of_words_that_no_question_covers_comes_with_its_base(world: World) -> None:
    node = "product_positioning"
    for words, topic in (
        (STROLLER, "entrance"), ("对面看得见", "privacy"), ("墙角渗水", "leakage"), ("又渗水", "leakage"),
        ("没有人管", "attitude"), ("随便说说", None),
    ):  # fmt: skip
        world.say(node, words, topic=topic)
    world.say("delivery", "另一个节点", topic="privacy", kind="complaint")

    (found,) = needs.everything(world.caller, world.store, node=node)

    coverage = found.coverage
    assert (coverage.count, coverage.uncovered, coverage.untold) == (5, 3, 1)
    assert coverage.topics == (("leakage", 2), ("attitude", 1))
    asked = Line("text", "哪里渗水", topics=("leakage",))
    guides.set_lines(world.caller, world.store, node=node, lines=(*guide_of(node).lines, asked))  # type: ignore[union-attr]
    (after,) = needs.everything(world.caller, world.store, node=node)
    assert (after.coverage.count, after.coverage.uncovered) == (5, 1)


def test_b28_words_of_a_talk_are_measured_by_the_guide_that_led_it(world: World) -> None:
    talk = world.begin("product_positioning")
    drafts.save(
        world.caller, world.store, reception=talk,
        drafts=(Draft("a", words="墙角渗水", type_code="need", area="engineering_quality", sub_area="leakage"),),
    )  # fmt: skip
    drafts.record(world.caller, world.store, reception=talk)
    asked = Line("text", "哪里渗水", topics=("leakage",))
    guides.set_lines(world.caller, world.store, node="product_positioning", lines=(asked,))

    (found,) = needs.everything(world.caller, world.store, node="product_positioning")

    assert (found.coverage.count, found.coverage.uncovered) == (1, 1)


def test_needs_are_written_to_a_table_with_masked_names(world: World) -> None:
    world.say("product_positioning", STROLLER)

    count = needs.export(world.caller, world.store, file=world.folder / "needs.xlsx")

    rows = CalamineWorkbook.from_path(world.folder / "needs.xlsx").get_sheet_by_index(0).to_python()
    assert count == 1
    assert STROLLER in rows[1]
    assert "陈知夏" not in str(rows)
    with pytest.raises(Refused, match="no_needs"):
        needs.export(world.caller, world.store, file=world.folder / "none.csv", node="sales_opening")


# Nodes and departments


def test_a19_a_fresh_database_has_the_seven_nodes_and_an_added_eighth_survives_export_and_merge(world: World) -> None:
    seven = [one.node for one in matrix.rows(world.caller, world.store)]
    assert seven == [
        "investment_research", "product_positioning", "sales_opening", "site_open_day", "delivery",
        "complaint_reception", "home_visit",
    ]  # fmt: skip
    cards.write_card(world.caller, world.store, file=world.folder / "a.card")
    with join_project(
        world.folder / "b.db", world.folder / "a.card", device_name="西区", passphrase=None, role="office"
    ) as other:
        own_codes.add(world.caller, world.store, list_name="node", code="roof_garden", zh="屋顶花园开放")
        guides.set_lines(world.caller, world.store, node="roof_garden", lines=(Line("text", "常来吗"),))
        packages.export(world.caller, world.store, file=world.folder / "a.qinting")

        assert packages.take_in(administrator(other), other, file=world.folder / "a.qinting").taken

        there = matrix.rows(administrator(other), other)
        assert [one.node for one in there] == [*seven, "roof_garden"]
        assert any(part == "lead" for _, part in there[-1].parts)
        assert guides.show(administrator(other), other, node="roof_garden") is not None
    with pytest.raises(Refused, match="code_known"):
        own_codes.add(world.caller, world.store, list_name="node", code="delivery", zh="再交付一次")


def test_a20_the_matrix_of_nodes_and_departments_prints(world: World) -> None:
    report = matrix.write_paper(world.caller, world.store, pdf=world.folder / "m.pdf")
    matrix.write_table(world.caller, world.store, file=world.folder / "m.csv")

    text = text_of(world.folder / "m.pdf")
    assert (report.pages, report.missing) == (1, ())
    for name in ("总裁办", "投资", "研发设计", "工程", "营销", "客关", "物业", "①投资及市场调研", "⑦定期入户拜访"):
        assert name in text, name
    with (world.folder / "m.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert (len(rows), len(rows[0])) == (8, 8)
    assert all("主责" in row for row in rows[1:])


def test_a33_what_is_open_at_a_node_goes_to_the_decision_as_a_table_and_on_paper(world: World) -> None:
    node = "product_positioning"
    world.say(node, STROLLER)
    same = [world.say(node, words, kind="complaint", client=n) for n, words in enumerate(("门太重", "阳台门推不开"))]
    deciding.confirm(world.caller, world.store, title="阳台门对老人孩子太重", concerns=same, node=node)
    void = world.say(node, "写错了", kind="complaint")
    with sqlite3.connect(world.store.path) as outside:
        outside.execute("UPDATE concern_now SET state = 'closed' WHERE concern = ?", (void,))

    found = gates.gate(world.caller, world.store, node=node)
    gates.write_table(world.caller, world.store, node=node, file=world.folder / "g.csv")
    report = gates.write_paper(world.caller, world.store, node=node, pdf=world.folder / "g.pdf")

    assert [(one.title, one.clients) for one in found.shared] == [("阳台门对老人孩子太重", 2)]
    assert [one[1] for one in found.concerns] == ["门太重", "阳台门推不开"]
    with (world.folder / "g.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[1:]] == ["共性问题", "需求", "未了的诉求", "未了的诉求"]
    text = text_of(world.folder / "g.pdf")
    assert report.missing == ()
    for said in (STROLLER, "阳台门对老人孩子太重", "阳台门推不开", "②产品定位"):
        assert said in text, said
    assert "写错了" not in text


# The interview record


def test_the_interview_record_has_who_was_there_the_answers_and_every_word(world: World) -> None:
    node = "product_positioning"
    talk = world.begin(node, observers=(world.designer,), delegate_for=world.head)
    answers.answer(world.caller, world.store, reception=talk, question="short_of", value="2")
    answers.answer(world.caller, world.store, reception=talk, question="one_wish", value="鞋柜要能放二十双鞋")
    world.say(node, STROLLER)
    world.say(node, "阳台门太重", kind="suggestion")

    report = interviews.write_interviews(
        world.caller, world.store, event=world.events[node], pdf=world.folder / "i.pdf", client=world.clients[0]
    )

    text = text_of(world.folder / "i.pdf")
    assert (report.pages, report.missing) == (1, ())
    for said in (
        "访谈记录", "陈知夏", "6栋2单元1201", "138****0001", "宋明远华东区域总裁（代韩若川）", "邱野", "第2版",
        "鞋柜要能放二十双鞋", STROLLER, "阳台门太重", "客户签字", "接待人签字", "记录人签字", "老人孩子的房间",
    ):  # fmt: skip
        assert "".join(said.split()) in text, said
    assert "13800010001" not in text


def test_a_blank_interview_record_asks_the_questions_of_the_newest_guide_on_one_page(world: World) -> None:
    event = world.events["home_visit"]

    report = interviews.write_interviews(
        world.caller, world.store, event=event, pdf=world.folder / "b.pdf", is_blank=True
    )

    text = text_of(world.folder / "b.pdf")
    assert report.pages == 1
    assert all("".join(line.zh.split()) in text for line in guide_of("home_visit").questions)  # type: ignore[union-attr]
    with pytest.raises(Refused, match="no_talks"):
        interviews.write_interviews(world.caller, world.store, event=event, pdf=world.folder / "c.pdf")


def test_a_need_is_not_dispatched(world: World) -> None:
    need = world.say("product_positioning", STROLLER)
    told = {"area": "product_quality", "grade": "1", "department": "research_design"}

    moved = moving.move(
        world.caller, world.store, concern=need, target="accepted", by=world.head, means="phone", fields=told
    )
    sent = moving.move(
        world.caller, world.store, concern=need, target="dispatched", by=world.head, means="phone", fields=told
    )

    assert sent.refused, moved
