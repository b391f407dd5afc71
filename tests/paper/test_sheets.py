"""Sheets for walking homes, letters that hand concerns on, lists for departments: who is on them, who may read what."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from db.errors import Misused, Refused
from db.records import Client, ClientOwner, Concern
from db.store import Store, Transaction
from desktop.rules.states import STATES
from desktop.services.concerns import listing, moving, recording
from desktop.services.concerns.details import NOTHING, Details
from desktop.services.events import events
from desktop.services.guests import consents
from desktop.services.history import trail
from desktop.services.papers import departments, dispatching, print_queue, shelf, walks
from desktop.services.papers.shelf import Wanted
from desktop.services.project import project
from desktop.services.promises import promises
from desktop.services.receptions import talks
from desktop.services.registry import Caller
from desktop.services.rosters.imports import import_list
from tests.journeys.test_duty import Office, at
from tests.paper.readers import bookmarks
from tests.screens import office_world as world

ROOMS = ("10-1-0101", "2-1-0301", "2-1-0201")
LIST = """姓名,称谓,房号,电话
陈知夏,女士,10-1-0101,13800138001
单思源,先生,2-1-0301,13800138002
欧阳南星,女士,2-1-0201,13800138003
许安和,先生,,13800138004
"""
FLOOR = "次卫地面比外面高，水往外跑，我陈知夏 13800138001 说过三次了"
DOOR = "阳台门关不严"
LONG = "".join(f"第{n}次说了还是漏，" for n in range(250))
FIRM = "远山装饰"
SHARE = "share_contact"


class Day:
    """A handover with four clients, and what they said of their homes."""

    def __init__(self, office: Office, folder: Path) -> None:
        self.caller, self.store, self.folder = office.caller, office.store, folder
        self.event = office.event("2026-05-16", title="交付日")
        (folder / "list.csv").write_text(LIST, encoding="utf-8")
        import_list(self.caller, self.store, file=folder / "list.csv", event=self.event)
        self.host = office.person("宋明远", "regional_president")
        self.office_hand = office.person("何苗", roles=["coordinator"])
        self.handler = office.person("陆文谦", department="engineering", roles=["handler"])
        self.clients = {one.name: one.id for one in self.store.records(Client, "WHERE deleted = 0 ORDER BY id")}
        wet = Details(part="waterproofing", measured="12 mm", tolerance="4 mm", perceived="走两步就滑")
        self.floor = self.said("陈知夏", FLOOR, place="次卫", grade="3", risk="safety media", details=wet)
        self.door = self.said("陈知夏", DOOR, details=Details(sub_area="doors_windows"))
        self.manner = self.said("陈知夏", "电话里态度不好", type_code="complaint", area="service_quality")
        self.long = self.said("单思源", LONG, details=Details(part="wall", responsible_unit=FIRM))
        self.firm = self.said("陈知夏", FLOOR, place="主卫", risk="media safety",
                              details=Details(part="waterproofing", responsible_unit=FIRM))  # fmt: skip
        for one in (self.floor, self.firm, self.door):
            self.move(one, "accepted", area="engineering_quality", department="engineering", grade="3")
        for one in (self.floor, self.firm):
            self.move(one, "dispatched", department="engineering")
        self.gone = self.said("陈知夏", "记错了的一件", place="客厅")
        other = office.person("苏棠", roles=["coordinator"])
        self.move(self.gone, "void", reason="重复记录", approved_by=other)
        promises.add(self.caller, self.store, concern=self.firm, text="退还车位差价", due="2026-05-22", by=self.host,
                     kind="authority")  # fmt: skip
        promises.add(
            self.caller, self.store, concern=self.firm, text="陈知夏在家时到场复核", due="2026-05-18", by=self.host
        )

    def said(self, client: str, words: str, *, type_code: str = "repair", area: str = "engineering_quality",
             place: str | None = None, grade: str | None = None, risk: str | None = None,
             details: Details = NOTHING) -> str:  # fmt: skip
        made = recording.add(
            self.caller, self.store, event=self.event, client=self.clients[client], received_by=self.host,
            words=words, type_code=type_code, area=area, place=place, grade=grade, risk=risk,
            details=details,
        )  # fmt: skip
        return made.concern

    def move(self, concern: str, target: str, **fields: str) -> None:
        moved = moving.move(self.caller, self.store, concern=concern, target=target, by=self.office_hand, fields=fields)
        assert not moved.refused, moved

    def number(self, concern: str) -> str:
        return self.store.known(Concern, concern).number

    def letter(self, *concerns: str, place: Store | Transaction | None = None, caller: Caller | None = None) -> str:
        out = self.folder / "letter.pdf"
        dispatching.write_letters(caller or self.caller, place or self.store, pdf=out, concerns=concerns)
        return text_of(out)


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Day]:
    """Built once; what a test changes it takes back."""
    folder = tmp_path_factory.mktemp("sheets")
    with world.found(folder / "office.db") as store:
        store.clock = lambda: at("2026-05-20T09:00")
        yield Day(Office(store), folder)


def text_of(pdf: Path) -> str:
    document = PdfDocument(pdf)
    try:
        return bare("".join(page.get_textpage().get_text_range() for page in document))
    finally:
        document.close()


def bare(words: str) -> str:
    return re.sub(r"\s", "", words)


# Walking homes.


def sheet_of(day: Day, room: str) -> str:
    out = day.folder / "one.pdf"
    walks.write_walks(day.caller, day.store, event=day.event, room=room, pdf=out)
    return text_of(out)


def test_there_is_a_sheet_for_each_home_in_the_order_in_which_one_walks(day: Day) -> None:
    out = day.folder / "walks.pdf"

    walks.write_walks(day.caller, day.store, event=day.event, pdf=out)

    titles = bookmarks(out)
    assert titles == ["2 栋 1 单元 201", "2 栋 1 单元 301", "10 栋 1 单元 101", "查验记录单"], (
        "without a room it comes last"
    )


def test_what_is_known_of_a_home_stands_in_full_beside_its_part(day: Day) -> None:
    text = sheet_of(day, "10-1-0101")

    for said in (bare(FLOOR), DOOR, "12mm/4mm", "次卫", "主卫", day.number(day.floor), "2026-05-16"):
        assert said in text, said
    assert text.index("门窗") < text.index(DOOR) < text.index("墙面"), "by its sub-area, where no part is named"
    assert text.index("防水") < text.index(bare(FLOOR)) < text.index("给排水")
    assert "态度不好" not in text
    assert "另有1件未了的诉求与房屋无关，不在本单" in text
    for signer in ("业主Owner", "陪同人Companion", "施工单位Contractor"):
        assert signer in text
    assert "第1页共" in text


def test_the_sheet_that_a_firm_also_signs_masks_its_owner_and_has_no_telephone(day: Day) -> None:
    text = sheet_of(day, "2-1-0201")

    assert "欧＊＊星女士" in text or "欧＊星女士" in text, text[:300]  # noqa: RUF001
    assert "南星" not in text
    assert "13800138003" not in text


def test_words_of_any_length_go_on_over_the_pages_and_every_page_says_whose_they_are(day: Day) -> None:
    out = day.folder / "long.pdf"

    count = walks.write_walks(day.caller, day.store, event=day.event, room="2-1-0301", pdf=out).pages
    document = PdfDocument(out)
    pages = [document[number].get_textpage() for number in range(count)]
    whole = [page.get_text_bounded() for page in pages]
    # What stands in the column of the words, between the heads and what is signed.
    said = [
        page.get_text_bounded(
            left=200, right=395, top=842 - (118 if number else 200), bottom=842 - (801 if number < count - 1 else 688)
        )
        for number, page in enumerate(pages)
    ]

    assert count >= 3
    assert all("2 栋 1 单元 301" in page and f"第 {n} 页　共 {count} 页" in page for n, page in enumerate(whole, 1))
    assert LONG in bare("".join(said))
    assert "业主 Owner" in whole[-1]
    assert "业主 Owner" not in "".join(whole[:-1])


def test_what_has_ended_is_not_looked_at_again(day: Day) -> None:
    assert "记错了的一件" not in sheet_of(day, "10-1-0101")


def test_a_sheet_carries_the_number_of_the_form_and_gives_none_out(day: Day) -> None:
    before = day.store.count("SELECT count(*) FROM form")

    assert day.number(day.floor).rpartition("-")[0] in sheet_of(day, "10-1-0101")
    assert "编号" not in sheet_of(day, "2-1-0201")
    assert day.store.count("SELECT count(*) FROM form") == before


def test_a_home_that_is_not_on_the_list_and_an_event_without_guests_are_refused(day: Day) -> None:
    out = day.folder / "none.pdf"

    with pytest.raises(Refused, match="room_not_on_list"):
        walks.write_walks(day.caller, day.store, event=day.event, room="9-9-9999", pdf=out)
    with day.store.transaction(verb="test.event", keep=False) as tx:
        empty = events.add(
            day.caller, tx, node="delivery", title="空", starts="2026-06-01T08:00", ends="2026-06-01T18:00"
        )
        with pytest.raises(Refused, match="nobody_to_print"):
            walks.write_walks(day.caller, tx, event=empty, pdf=out)
    assert not out.exists()


def test_one_of_ours_takes_the_homes_of_their_own_clients(day: Day) -> None:
    with day.store.transaction(verb="test.owner", keep=False) as tx:
        tx.insert(ClientOwner(id=tx.new_id(), created_at=tx.now, client=day.clients["单思源"], name="乔知节",
                              kind="property_butler"))  # fmt: skip
        out = day.folder / "own.pdf"
        walks.write_walks(day.caller, tx, event=day.event, owner="乔知节", pdf=out)

    assert "2栋1单元301" in text_of(out)
    assert "10栋1单元101" not in text_of(out)


# Letters.


def test_a_letter_says_what_where_until_when_and_what_is_asked_in_return(day: Day) -> None:
    text = day.letter(day.floor)

    for said in (
        *(day.number(day.floor), "致工程", "2026年5月20日", "紧急", "10栋1单元101", bare(FLOOR), "防水", "次卫"),
        *("实测12mm", "允许4mm", "走两步就滑", "安全隐患", "签收", "首次回复", "办结"),
        *("签收人", "原因", "处理措施", "完成日期", "整改前", "负责人签字", "发单人"),
    ):
        assert said in text, said
    kept = day.store.known(Concern, day.floor)
    for due in (kept.due_first_reply, kept.due_resolve):
        assert due
        assert bare(due.replace("T", " ")) in text
    assert "盖章" not in text


def test_a_firm_learns_the_room_and_nothing_else_of_the_client_until_the_client_agrees(day: Day) -> None:
    text = day.letter(day.firm)

    assert f"致{FIRM}" in text
    assert "经办部门工程" in text
    assert "10栋1单元101" in text
    assert "次卫地面比外面高，水往外跑，我某客户（电话）说过三次了" in text
    assert "姓名、电话、房号已隐去" in text
    for hidden in ("陈知夏", "陈＊", "13800138001", "138****"):  # noqa: RUF001
        assert hidden not in text, hidden


def test_with_the_clients_consent_name_and_telephone_stand_on_it_and_after_withdrawal_no_more(day: Day) -> None:
    with day.store.transaction(verb="test.consent", keep=False) as tx:
        consents.add(day.caller, tx, client=day.clients["陈知夏"], kind=SHARE)
        agreed = day.letter(day.firm, place=tx)
        consents.withdraw(day.caller, tx, client=day.clients["陈知夏"], kind=SHARE)
        withdrawn = day.letter(day.firm, place=tx)

    assert "陈知夏女士13800138001客户已同意提供" in agreed
    assert bare(FLOOR) in agreed
    assert "陈知夏" not in withdrawn
    assert "13800138001" not in withdrawn


def test_another_consent_or_one_of_another_talk_gives_no_name_to_a_firm(day: Day) -> None:
    with day.store.transaction(verb="test.consent", keep=False) as tx:
        other = talks.start(day.caller, tx, event=day.event, client=day.clients["陈知夏"], host=day.host)
        consents.add(day.caller, tx, client=day.clients["陈知夏"], kind="quotes")
        consents.add(day.caller, tx, client=day.clients["陈知夏"], kind=SHARE, reception=other.reception)
        text = day.letter(day.firm, place=tx)

    assert "陈知夏" not in text


def test_a_firm_reads_of_no_cause_no_risk_of_ours_and_no_promise_that_needs_authority(day: Day) -> None:
    text = day.letter(day.firm)

    assert "原因由贵单位查明后填写，本函不预先认定原因和责任" in text
    assert "责任部门" not in text
    assert "差价" not in text
    assert "我们将在5月22日前书面答复" in text
    assert "某客户在家时到场复核" in text
    assert "已过期" in text
    assert "安全隐患" in text
    assert "媒体舆情" not in text


def test_the_place_for_the_seal_is_there_only_where_the_project_wants_it(day: Day) -> None:
    with day.store.transaction(verb="test.seal", keep=False) as tx:
        project.set_fields(day.caller, tx, changes={"has_seal": "yes"})
        assert "盖章" in day.letter(day.floor, place=tx)


def test_all_that_wait_for_a_department_are_printed_together_and_the_making_is_kept(day: Day) -> None:
    out = day.folder / "waiting.pdf"

    dispatching.write_letters(day.caller, day.store, event=day.event, department="engineering", pdf=out)

    titles = bookmarks(out)
    wanted = [day.number(one) for one in (day.floor, day.door, day.firm)]
    assert [title.split(" ")[0] for title in titles] == wanted
    row = day.store.one("SELECT verb, object FROM journal ORDER BY rowid DESC LIMIT 1")
    assert row
    assert row[0] == "paper.dispatch"
    assert set(row[1].split()) == {day.floor, day.door, day.firm}


def test_the_history_of_a_concern_says_who_printed_its_letter_alone_or_among_others(day: Day) -> None:
    day.letter(day.floor)
    dispatching.write_letters(day.caller, day.store, event=day.event, pdf=day.folder / "more.pdf")

    def printed(concern: str) -> int:
        seen = trail.show(day.caller, day.store, table="concern", row=concern).seen or ()
        return sum(one.verb == "paper.dispatch" for one in seen)

    assert printed(day.floor) >= 1
    assert printed(day.door) >= 1
    assert not printed(day.manner)


def test_letters_that_go_to_a_printer_are_noted_as_letters_too(day: Day, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(print_queue, "chosen_queue", lambda *_args, **_more: "大堂")

    sent = shelf.print_out(day.caller, day.store, wanted=Wanted("dispatch", day.event), name="派单函", queue="大堂")

    assert sent.report.pages == 3
    row = day.store.one("SELECT verb, object FROM journal ORDER BY rowid DESC LIMIT 1")
    assert row
    assert (row[0], set(row[1].split())) == ("paper.dispatch", {day.floor, day.door, day.firm})


def test_a_letter_to_nobody_of_an_end_or_of_nothing_is_refused(day: Day) -> None:
    with pytest.raises(Refused, match="dispatch_to_nobody"):
        day.letter(day.manner)
    with pytest.raises(Misused, match="dispatch_of_what"):
        day.letter()
    with pytest.raises(Refused, match="nothing_to_dispatch"):
        dispatching.write_letters(day.caller, day.store, event=day.event, department="property", pdf=Path("no.pdf"))
    with pytest.raises(Refused, match="dispatch_ended"):
        day.letter(day.gone)


def test_whoever_may_not_send_concerns_out_prints_no_letter(day: Day) -> None:
    with pytest.raises(Refused, match="role_missing"):
        day.letter(day.floor, caller=Caller(day.handler, frozenset({"handler"}), "office"))


# Lists for departments.


def listed(day: Day, department: str | None = None) -> str:
    out = day.folder / "departments.pdf"
    departments.write_departments(day.caller, day.store, event=day.event, department=department, pdf=out)
    return text_of(out)


def test_the_totals_of_the_list_are_those_of_the_work_list(day: Day) -> None:
    lines = listing.everything(day.caller, day.store, now_ms=at("2026-05-20T09:00"))
    late = listing.everything(day.caller, day.store, now_ms=at("2026-05-20T09:00"), overdue=True)
    open_now = [one for one in lines if not STATES[one.state].ended]

    text = listed(day)

    assert f"未了{len(open_now)}件逾期{len(late)}件" in text
    assert f"合计{len(open_now)}件，其中逾期{len(late)}件" in text
    assert all(one.number in text for one in open_now)
    assert text.index("1工程") < text.index("2还没有定部门")


def test_one_department_gets_its_own_and_hears_how_many_others_have(day: Day) -> None:
    text = listed(day, "engineering")

    assert "合计3件" in text
    assert "本场另有2件未了的诉求在其他部门" in text
    assert day.number(day.manner) not in text
    with pytest.raises(Misused, match="code_unknown"):
        listed(day, "no_such_department")


def test_long_words_end_with_where_the_whole_of_them_stands_and_no_client_is_named(day: Day) -> None:
    text = listed(day)

    assert "…（全文见活动总结附录）" in text
    assert "第249次" not in text
    assert "宋明远承诺5月18日前：陈知夏在家时到场复核" in text
    assert "单思源" not in text
    assert "女士" not in text


def test_what_is_due_first_stands_first(day: Day) -> None:
    with day.store.transaction(verb="test.due", keep=False) as tx:
        for concern, due in ((day.door, "2026-05-19"), (day.firm, "2026-05-19T12:00"), (day.floor, "2026-05-30")):
            tx.save("concern", concern, {"new_due": due})
        out = day.folder / "order.pdf"
        departments.write_departments(day.caller, tx, event=day.event, department="engineering", pdf=out)

    text = text_of(out)
    places = [text.index(day.number(one)) for one in (day.firm, day.door, day.floor)]
    assert places == sorted(places)
    assert "逾期2件" in text
