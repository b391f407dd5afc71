"""One page before an event, one after it, and the digest: what stands on them and what does not."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader

from db.errors import Misused, Refused
from db.records import Client, CommonIssue, CommonMember, Invitation, StandardAnswer
from desktop.paper import digest as paper
from desktop.paper import phone
from desktop.paper.kit import About
from desktop.paper.measures import GREY, INK
from desktop.paper.phone import DOTS_PER_POINT, WIDTH
from desktop.services.concerns import recording
from desktop.services.papers import briefs, digests
from desktop.services.promises import promises
from tests.journeys.test_duty import Office, at
from tests.paper.samples import HEAD
from tests.screens import office_world as world

WORDS = "样板间入户有个玄关柜，“图上也画了”，\n到底按哪个图交房？"
LOUD = "卫生间水一冲就往外跑"


class Day:
    """A past event with two concerns and three promises, and a coming one to which one of the clients is invited."""

    def __init__(self, office: Office) -> None:
        self.office, caller, store = office, office.caller, office.store
        self.past, self.coming = office.event("2026-05-16"), office.event("2026-05-30", title="春季交付日")
        self.host = office.person("陆文谦", "project_gm")
        with store.transaction(verb="test.guests") as tx:
            self.guests = [
                tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=name, title="女士"))
                for name in ("欧阳知夏", "单思源")
            ]
            tx.insert(Invitation(id=tx.new_id(), created_at=tx.now, event=self.coming, client=self.guests[0],
                                 code_hash="0" * 64, spoken="1"))  # fmt: skip
        self.concerns = [
            recording.add(caller, store, event=self.past, client=guest, received_by=self.host, words=words,
                          type_code=kind, grade=grade).concern
            for guest, words, kind, grade in zip(self.guests, (WORDS, LOUD), ("complaint", "repair"), ("3", "4"),
                                                 strict=True)
        ]  # fmt: skip
        self.promise("退还差价两千元", "2026-06-05", kind="authority")
        self.promise("到场复核", "2026-05-19", concern=1)
        kept = self.promise("发收费标准", "2026-05-18")
        promises.keep(caller, store, promise=kept, by=self.host)

    def promise(self, text: str, due: str, *, concern: int = 0, kind: str = "work") -> str:
        return promises.add(self.office.caller, self.office.store, concern=self.concerns[concern], text=text, due=due,
                            by=self.host, kind=kind, department="engineering")  # fmt: skip


@pytest.fixture
def day(tmp_path: Path) -> Iterator[Day]:
    with world.found(tmp_path / "office.db") as store:
        store.clock = lambda: at("2026-05-20T09:00")
        yield Day(Office(store))


def told(pdf: Path) -> str:
    """The text of a paper without the ends of its lines."""
    return "".join("".join(page.extract_text() for page in PdfReader(pdf).pages).split())


def test_b11_the_page_before_names_who_comes_what_is_open_and_what_earlier_events_left(
    day: Day, tmp_path: Path
) -> None:
    office, pdf = day.office, tmp_path / "before.pdf"
    with office.store.transaction(verb="test.answers") as tx:
        for question, never, approved in (("何时交房", "具体的验收日期", tx.now), ("还没批的", "别说这句", None)):
            tx.insert(StandardAnswer(id=tx.new_id(), created_at=tx.now, question=question, words=f"{question}按合同",
                                     drafted_by=day.host, never=never, approved_at=approved,
                                     valid_until="2026-05-30"))  # fmt: skip

    briefs.write_before(office.caller, office.store, event=day.coming, pdf=pdf, staff=day.host)
    text = told(pdf)

    assert "欧阳女士" in text
    assert "知夏" not in text, "a telephone is looked at by others, too"
    assert "我们将在6月5日前书面答复" in text
    assert "差价" not in text, "what needs authority is only a written answer by a day"
    assert "以前的活动带来的" in text
    assert "到场复核" in text
    assert "何时交房按合同" in text
    assert "具体的验收日期" in text
    assert "还没批的" not in text
    assert LOUD in text


def test_the_page_after_tells_the_words_as_they_were_said_and_what_was_promised(day: Day, tmp_path: Path) -> None:
    office, pdf, png = day.office, tmp_path / "after.pdf", tmp_path / "after.png"

    briefs.write_after(office.caller, office.store, event=day.past, pdf=pdf, png=png)
    text = told(pdf)

    assert "".join(WORDS.split()) in text
    assert "5月19日前" in text
    with Image.open(png) as picture:
        assert picture.width == round(WIDTH * DOTS_PER_POINT)
        assert picture.height > picture.width
        assert picture.getextrema() != ((255, 255),) * 3
    mine = tmp_path / "nobody.pdf"
    briefs.write_after(office.caller, office.store, event=day.past, pdf=mine, staff=office.person("安和"))
    assert "今天没有登记诉求" in told(mine)


def test_more_than_one_picture_holds_is_refused_and_leaves_none(tmp_path: Path) -> None:
    pdf, png = tmp_path / "long.pdf", tmp_path / "long.png"
    page = phone.PhonePage(
        "听松苑", "今天听到的", (), (), (phone.Section("原话", "", (phone.Item("地面返水。" * 3_000),)),), ""
    )

    assert phone.phone_page(page, About("今天", "听松苑", "", HEAD.as_of), pdf).pages == 2
    with pytest.raises(Refused, match="picture_too_long"):
        phone.phone_picture(pdf, png)
    assert not png.exists()


def test_a18_b06_the_digest_quotes_unedited_words_with_their_numbers_and_names_no_client(
    day: Day, tmp_path: Path
) -> None:
    office, pdf = day.office, tmp_path / "digest.pdf"
    with office.store.transaction(verb="test.common") as tx:
        tx.save("concern", day.concerns[0], {"meaning": "她怕婚期前住不进去", "rule_gap": "no_authority"})
        issue = tx.insert(CommonIssue(id=tx.new_id(), created_at=tx.now, title="图纸与现场不一致", confirmed_at=tx.now))
        for concern in day.concerns:
            tx.insert(CommonMember(id=tx.new_id(), created_at=tx.now, common_issue=issue, concern=concern))
    numbers = [row[0] for row in office.store.query("SELECT number FROM concern")]

    report = digests.write_digest(office.caller, office.store, event=day.past, pdf=pdf)
    text = told(pdf)

    assert report.pages <= 2
    assert "".join(WORDS.split()) in text
    assert all(number in text for number in numbers)
    assert "她怕婚期前住不进去" in text
    assert "图纸与现场不一致" in text
    assert "兑现1/2" in text
    assert "现场没有授权" in text
    assert not [name for name in ("欧阳", "知夏", "思源") if name in text]


def test_b33_the_digest_of_a_period_carries_the_figures_of_a_management_review(day: Day, tmp_path: Path) -> None:
    office, pdf = day.office, tmp_path / "review.pdf"

    digests.write_digest(office.caller, office.store, first="2026-05-01", last="2026-05-31", pdf=pdf)
    text = told(pdf)

    for figure in ("已回访", "客户说解决了", "重新办理", "高管履职", "全员参与", "两小时内录入"):
        assert figure in text
    with pytest.raises(Misused, match="days_in_wrong_order"):
        digests.write_digest(office.caller, office.store, first="2026-05-31", last="2026-05-01", pdf=pdf)
    with pytest.raises(Misused, match="digest_of_what"):
        digests.write_digest(office.caller, office.store, pdf=pdf)


def test_a31_a36_satisfaction_and_complaints_stand_side_by_side_each_with_its_base(day: Day, tmp_path: Path) -> None:
    office, pdf = day.office, tmp_path / "digest.pdf"
    with office.store.transaction(verb="test.said") as tx:
        tx.save("concern", day.concerns[0], {"satisfaction": "A"})

    digests.write_digest(office.caller, office.store, event=day.past, pdf=pdf)

    assert "2n=250%n=1100%n=10%" in told(pdf), "complaints of two, satisfied and not of one"


def test_a36_a_share_of_fewer_than_ten_is_grey() -> None:
    few, enough = paper.Share(9, 9), paper.Share(5, 10)

    assert few.ink == GREY
    assert enough.ink == INK
    assert paper.Share(0, 0).text == "—"
