"""Common matters from the suggestion to the signed paper, and back: a person decides, and may take it back."""

import shutil
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from pypdf import PdfReader

from db import likeness
from db.errors import Misused, Refused
from db.records import CommonMember, Concern
from db.store import Store
from desktop.likeness import encoder
from desktop.services.common import deciding, listing, suggesting
from desktop.services.common.groups import Suggestion
from desktop.services.guests.clients import join
from desktop.services.likeness import keeping, similar
from desktop.services.opening import open_database
from desktop.services.papers import common_paper
from desktop.services.registry import Caller, administrator
from tests.likeness.concerns import BY_MATTER
from tests.screens.common_world import add_client, say, told
from tests.screens.office_world import People

LEAK = "卫生间地面找坡不足，水往外流"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, People, dict[str, list[str]]]:
    file = tmp_path_factory.mktemp("common") / "office.db"
    event, people, concerns = told(file, matters=4, each=5)
    with open_database(file) as store:
        keeping.keep_up(administrator(store), store)
    return file.parent, event, people, concerns


@pytest.fixture
def office(made: tuple[Path, str, People, dict[str, list[str]]], tmp_path: Path) -> Iterator[Store]:
    shutil.copytree(made[0], tmp_path / "office")
    with open_database(tmp_path / "office" / "office.db") as store:
        yield store


@pytest.fixture
def said(made: tuple[Path, str, People, dict[str, list[str]]]) -> dict[str, list[str]]:
    return made[3]


@pytest.fixture
def caller(office: Store) -> Caller:
    return administrator(office)


def suggested(caller: Caller, office: Store) -> dict[frozenset[str], Suggestion]:
    found = suggesting.suggestions(suggesting.prospect(caller, office))
    return {frozenset(one.concern for one in group.members if one.is_new): group for group in found}


def group_of(caller: Caller, office: Store, concern: str) -> Suggestion | None:
    return next((one for members, one in suggested(caller, office).items() if concern in members), None)


def test_a22_similar_concerns_are_suggested_a_person_decides_and_a_split_restores_all_members(
    office: Store, caller: Caller, said: dict[str, list[str]]
) -> None:
    group = group_of(caller, office, said["bathroom_slope"][0])
    assert group is not None
    assert {one.concern for one in group.members} == set(said["bathroom_slope"])
    assert (group.clients, group.area) == (5, "engineering_quality")
    assert listing.everything(caller, office) == ()

    issue = deciding.confirm(caller, office, title=LEAK, concerns=said["bathroom_slope"])

    (matter,) = listing.everything(caller, office)
    assert (matter.title, matter.clients, matter.is_common) == (LEAK, 5, True)
    assert group_of(caller, office, said["bathroom_slope"][0]) is None

    assert deciding.split(caller, office, issue=issue) == 5

    assert listing.everything(caller, office) == ()
    restored = group_of(caller, office, said["bathroom_slope"][0])
    assert restored is not None
    assert {one.concern for one in restored.members} == set(said["bathroom_slope"])

    deciding.restore(caller, office, issue=issue)
    assert [one.issue for one in listing.everything(caller, office)] == [issue]


def test_what_is_not_one_matter_is_not_suggested_again_until_that_is_taken_back(
    office: Store, caller: Caller, said: dict[str, list[str]]
) -> None:
    group = group_of(caller, office, said["window_wind"][0])
    assert group is not None
    these = [one.concern for one in group.members]

    decision = deciding.reject(caller, office, title=group.title, concerns=these)

    for members in suggested(caller, office):
        assert len(members & set(these)) < 2
    deciding.restore(caller, office, issue=decision)
    assert group_of(caller, office, these[0]) == group


def test_a_new_concern_is_proposed_for_the_matter_and_one_kept_out_stays_out(
    office: Store, caller: Caller, said: dict[str, list[str]], made: tuple[Path, str, People, object]
) -> None:
    *four, last = said["bathroom_slope"]
    issue = deciding.confirm(caller, office, title=LEAK, concerns=four, dropped=[last])
    assert group_of(caller, office, last) is None
    client = add_client(office, 900, "温言")

    new = say(office, made[1], made[2], "洗完澡水都流到走廊去了，厕所地面没有坡度", client)

    more = group_of(caller, office, new)
    assert more is not None
    assert (more.issue, more.title) == (issue, LEAK)
    deciding.put(caller, office, issue=issue, concerns=[new], is_in=True)
    assert listing.everything(caller, office)[0].clients == 5


def test_two_records_of_one_client_count_once_and_three_clients_make_it_common(
    office: Store, caller: Caller, said: dict[str, list[str]]
) -> None:
    three = said["signal"][:3]
    deciding.confirm(caller, office, title="地下车库没有信号", concerns=three)
    assert listing.everything(caller, office)[0].is_common
    clients = [concern.client for one in three if (concern := office.get(Concern, one)) and concern.client]

    join(caller, office, first=clients[0], second=clients[1])

    (matter,) = listing.everything(caller, office)
    assert (matter.clients, len(matter.members), matter.is_common) == (2, 3, False)
    listing.set_least(caller, office, clients=2)
    assert listing.everything(caller, office)[0].is_common


def test_a_concern_belongs_to_one_matter_only(office: Store, caller: Caller, said: dict[str, list[str]]) -> None:
    deciding.confirm(caller, office, title=LEAK, concerns=said["signal"][:2])

    with pytest.raises(Misused, match="common_taken"):
        deciding.confirm(caller, office, title="别的", concerns=said["signal"][1:3])
    with pytest.raises(Misused, match="common_too_few"):
        deciding.confirm(caller, office, title="别的", concerns=said["signal"][3:4] * 2)
    with pytest.raises(Misused, match="common_title_missing"):
        deciding.confirm(caller, office, title="  ", concerns=said["signal"][3:5])
    with pytest.raises(Refused, match="role_missing"):
        deciding.split(Caller(None, frozenset({"recorder"}), "office"), office, issue="x")
    with pytest.raises(Refused, match="common_not_confirmed"):
        deciding.split(caller, office, issue="x")
    assert len(listing.everything(caller, office)) == 1


def test_the_same_members_put_on_two_devices_are_the_same_rows(
    office: Store, caller: Caller, said: dict[str, list[str]]
) -> None:
    issue = deciding.confirm(caller, office, title=LEAK, concerns=said["signal"][:2])
    first = office.records(CommonMember, "WHERE common_issue = :issue", issue=issue)

    deciding.put(caller, office, issue=issue, concerns=said["signal"][:1], is_in=False)
    deciding.put(caller, office, issue=issue, concerns=said["signal"][:1], is_in=True)

    assert office.records(CommonMember, "WHERE common_issue = :issue", issue=issue) == first
    assert all(row.created_at == 0 and row.created_by is None for row in first)


def test_a23_the_feedback_paper_has_the_counts_of_the_database_the_quotes_and_room_to_sign(
    office: Store, caller: Caller, said: dict[str, list[str]], made: tuple[Path, str, object, object], tmp_path: Path
) -> None:
    deciding.confirm(
        caller, office, title=LEAK, concerns=said["bathroom_slope"], area="engineering_quality",
        department="engineering",
    )  # fmt: skip
    deciding.confirm(caller, office, title="地下车库没有信号", concerns=said["signal"][:3])
    deciding.confirm(caller, office, title="两位说的不算", concerns=said["window_wind"][:2])

    report = common_paper.write_common(caller, office, event=made[1], pdf=tmp_path / "common.pdf")

    pages = PdfReader(tmp_path / "common.pdf").pages
    assert report.pages == len(pages)
    assert [round(float(side)) for side in pages[0].mediabox[2:]] == [595, 842]
    text = "".join(page.extract_text() for page in pages).replace("\n", " ")
    for words in (*BY_MATTER["bathroom_slope"][:5], *BY_MATTER["signal"][:3]):
        assert words in text
    for matter in listing.everything(caller, office, event=made[1])[:2]:
        assert f"{matter.clients} 位客户 · {len(matter.members)} 件诉求 · {matter.buildings} 栋楼" in text
    assert "本场记下诉求 20 件，其中 8 件归入 2 个共性问题。另有 1 个不足 3 位客户" in text
    assert "两位说的不算" not in text
    assert text.count("拟采取的措施") == 2
    for label in ("工程品质", "责任部门", "整理", "批准", "日期"):
        assert label in text
    assert "沈一诺" not in text


def test_an_event_without_common_issues_has_a_paper_that_says_so(
    office: Store, caller: Caller, made: tuple[Path, str, object, object], tmp_path: Path
) -> None:
    common_paper.write_common(caller, office, event=made[1], pdf=tmp_path / "common.pdf")

    text = PdfReader(tmp_path / "common.pdf").pages[0].extract_text()
    assert "还没有 3 位客户说到同一件事" in text


def test_vectors_are_kept_beside_the_words_and_follow_them(
    office: Store, caller: Caller, said: dict[str, list[str]], made: tuple[Path, str, People, object]
) -> None:
    kept = {row[0] for row in office.query("SELECT concern FROM likeness")}
    assert kept == {one for these in said.values() for one in these}

    new = say(office, made[1], made[2], "电梯太慢", None)
    journal = office.count("SELECT count(*) FROM journal")
    assert keeping.missing(caller, office) == ((new, "电梯太慢"),)
    assert keeping.keep_up(caller, office) == 1

    assert office.count("SELECT count(*) FROM journal") == journal
    (vector,) = office.query("SELECT vector FROM likeness WHERE concern = :new", new=new)
    assert len(vector[0]) == 2 * encoder.SIZE
    with office.transaction(verb="test") as tx:
        likeness.put(tx, "an older model", [(new, b"")])
    assert keeping.missing(caller, office)[0][0] == new


def test_similar_concerns_are_told_without_anybody_who_said_them(
    office: Store, caller: Caller, said: dict[str, list[str]]
) -> None:
    deciding.confirm(caller, office, title=LEAK, concerns=said["bathroom_slope"])
    memory = keeping.remember(caller, office)

    found = similar.similar(caller, office, memory=memory, words="卫生间的水往外面流", besides=(said["signal"][0],))

    assert 1 <= len(found) <= 5
    assert {one.concern for one in found} <= set(said["bathroom_slope"])
    assert found[0].is_very
    assert {one.matter for one in found} == {LEAK}
    assert all(one.state == "recorded" and one.number for one in found)
    told_ = " ".join(f"{one}" for one in found)
    assert not any(name in told_ for name in ("沈一诺", "单雨桐", "顾南乔", "秦念", "许慕白", "client-"))
    ranks = [near.likeness for near in memory.nearest("卫生间的水往外面流", 5)]
    assert all(before >= after for before, after in pairwise(ranks))
