"""The summary and the digest: charts in proportion, a marked version for owners, documents that can be edited."""

import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from db.errors import StoreTrouble
from desktop.paper import charts
from desktop.paper.content import Bar as Counted
from desktop.paper.content import EventSummary
from desktop.paper.digest import Base, Digest, Quote, Share
from desktop.paper.digest import digest as draw_digest
from desktop.paper.digest_docx import digest_document
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import LEFT
from desktop.paper.summary import event_summary
from desktop.paper.summary_docx import summary_document
from desktop.rules.chart_kinds import Point
from desktop.rules.charts import PAPER, Bar, rows
from tests.paper.readers import pages_by_pdfium
from tests.paper.report_samples import MATTERS, approved, full, owners
from tests.paper.samples import HEAD, WORDS

# Most charts left out: each is drawn and looked at by itself.
BARE: dict[str, Any] = {"arrivals": (), "areas": (), "types": (), "departments": (), "nodes": (), "waiting": None}


def rectangles(pdf: Path) -> list[tuple[float, float, float, float]]:
    """(left, bottom, right, top) of what is filled on the first page, in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [one.get_bounds() for one in document[0].get_objects() if one.type == pypdfium2.raw.FPDF_PAGEOBJ_PATH]
    finally:
        document.close()


def test_the_painter_for_paper_draws_the_marks_where_they_are(tmp_path: Path) -> None:
    out = tmp_path / "chart.pdf"
    marks = rows((Bar("a", "工程", 18), Bar("b", "物业", 6)), 236, 40, 60, PAPER)
    sheet = Sheet(About("图", "", "", HEAD.as_of), (300, 100))
    charts.paint(sheet, marks, LEFT, 20)
    sheet.end_page()
    sheet.save(out)

    drawn = sorted(rectangles(out), key=lambda one: -one[3])
    for box, (left, bottom, right, top) in zip(marks.boxes, drawn, strict=True):
        assert (left, right) == pytest.approx((LEFT + box.x, LEFT + box.x + box.width), abs=0.1)
        assert (top, bottom) == pytest.approx((80 - box.y, 80 - box.y - box.height), abs=0.1)
    assert pages_by_pdfium(out)[0].count("75%") == 1


def test_a_picture_of_a_chart_is_the_drawing_of_the_paper_at_two_hundred_dots_an_inch() -> None:
    from io import BytesIO

    from PIL import Image

    marks = rows((Bar("a", "工程", 18), Bar("b", "物业", 6)), 180, 36, 60, PAPER)
    content = charts.picture(lambda _sheet: marks, 180, 36)

    picture = Image.open(BytesIO(content))
    assert picture.size == (500, 100)
    box = marks.boxes[0]
    dots = 200 / 72
    inside = picture.getpixel((int((box.x + box.width / 2) * dots), int((box.y + box.height / 2) * dots)))
    assert inside == (0x1B, 0x57, 0x63)
    assert charts.picture(lambda _sheet: marks, 180, 36) == content


def test_the_summary_says_its_findings_with_their_base(tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    event_summary(full(), out)
    told = "".join(pages_by_pdfium(out))

    for finding in (
        "9:00起的一刻钟到访最多：40户", "等候中位数6分，九成在15分内", "n=17，12位在目标内", "工程品质最多：17/38件",
        "工程最多：18/38件", "前3项牵涉17/30位客户", "8上次活动遗留样板间开放", "1/12件未了",
    ):  # fmt: skip
        assert finding in told, finding


def test_what_nobody_has_decided_is_no_finding(tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    event_summary(replace(full(), departments=(Counted("未定", 30), Counted("工程", 8))), out)

    told = "".join(pages_by_pdfium(out))
    assert "30/38件责任部门未定" in told
    assert "未定最多" not in told


@pytest.mark.parametrize(
    ("summary", "mark", "said"),
    [
        (owners(), "未审定", ""),
        (owners(approval=approved(holds=True)), "已审定2026-05-18", "本版内容于2026-05-1809:05审定。"),
        (
            owners(approval=approved(holds=False)),
            "未审定",
            "2026-05-1809:05审定过一次，此后内容有变化：本版数据截至2026-05-1612:30，尚未重新审定。",
        ),
    ],
)
def test_every_page_for_owners_says_whether_it_is_approved(
    tmp_path: Path, summary: EventSummary, mark: str, said: str
) -> None:
    out = tmp_path / "owners.pdf"
    event_summary(replace(summary, quotes=(WORDS * 30,)), out)

    pages = pages_by_pdfium(out)
    assert len(pages) > 1
    for page in pages:
        assert mark in page
        assert "内部资料" not in page
    assert said in pages[0]
    assert ("未审定" in "".join(pages)) == (mark == "未审定")
    for name in ("宋明远", "何苗", "陆文谦", "附录", "规则缺口", "0021-1"):
        assert name not in "".join(pages), name


def texts_of(document: docx.document.Document) -> str:
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "".join((*(one.text for one in document.paragraphs), *cells)).replace(" ", "").replace("\n", "")


def test_the_document_has_the_figures_of_the_paper_and_the_parts_of_a_real_document(tmp_path: Path) -> None:
    pdf, out = tmp_path / "s.pdf", tmp_path / "s.docx"
    event_summary(full(), pdf)
    summary_document(full(), out)
    document = docx.Document(str(out))
    printed, told = "".join(pages_by_pdfium(pdf)), texts_of(document)

    for text in (
        "231户到访", "77%", "前3项牵涉17/30位客户", "等候中位数6分，九成在15分内", "22/10/2·1", "上次承诺兑现7/8", WORDS
    ):  # fmt: skip
        assert text in told, text
        assert text in printed, text
    heads = [one.text for one in document.paragraphs if one.style and one.style.name == "Heading 1"]
    assert heads[:3] == ["1 到访与等候", "2 高管接待", "3 诉求构成"]
    promises = next(table for table in document.tables if table.rows[0].cells[0].text == "编号")
    assert [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in promises.rows[:2]] == [True, False]
    assert len(document.inline_shapes) == 7
    shown = document.inline_shapes[0]._inline.docPr.get("descr")
    assert shown.startswith("9:00 起的一刻钟到访最多：40 户")
    section = document.sections[0]
    assert section.header.paragraphs[0].text.endswith("内部资料")
    assert "NUMPAGES" in section.footer._element.xml


def test_chinese_has_a_face_of_its_own_in_every_style_of_the_document(tmp_path: Path) -> None:
    out = tmp_path / "s.docx"
    summary_document(full(), out)

    styles = docx.Document(str(out)).styles
    for name in ("Normal", "Title", "Heading 1", "Heading 2"):
        faces = styles[name].element.rPr.rFonts
        assert faces.get(qn("w:eastAsia")) == "Microsoft YaHei", name
        # A face of the theme would win.
        assert not [key for key in faces.attrib if "Theme" in key], name


def test_equal_content_gives_equal_documents_dated_by_the_data(tmp_path: Path) -> None:
    files = [tmp_path / "a.docx", tmp_path / "b.docx"]
    for file in files:
        summary_document(replace(owners(), **BARE), file)

    assert files[0].read_bytes() == files[1].read_bytes()
    said = docx.Document(str(files[0])).core_properties
    assert (said.title, said.author, said.language) == ("工地开放日 活动总结（业主版）", "禾屿置业", "zh-CN")
    assert f"{said.created:%Y-%m-%d %H:%M}" == "2026-05-16 04:30"
    with zipfile.ZipFile(files[0]) as archive:
        assert "docProps/thumbnail.jpeg" not in archive.namelist()


def test_words_that_no_document_can_hold_are_written_without_those_characters(tmp_path: Path) -> None:
    out = tmp_path / "s.docx"
    summary_document(replace(full("水\x00往\x0b外<b>流</b>\ud800。"), **BARE, pareto=None), out)

    assert "水往外<b>流</b>。" in texts_of(docx.Document(str(out)))


def test_a_document_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as told:
        summary_document(owners(), tmp_path / "nowhere" / "s.docx")
    assert told.value.code == "paper_not_written"
    assert list(tmp_path.iterdir()) == []


def the_digest(*answers: tuple[int, int]) -> Digest:
    points = tuple(Point(f"e{n}", f"05-{n + 10}", part, whole) for n, (part, whole) in enumerate(answers))
    return Digest(
        HEAD.company, HEAD.project, "高管摘要与管理评审", "2026-05", HEAD.as_of, (), (Quote(WORDS, "青-1"),), 1,
        bases=(Base("工地开放日", 38, Share(5, 38), Share(9, 12), Share(1, 12)),), satisfied=points,
    )  # fmt: skip


def test_the_digest_draws_satisfaction_over_several_events_on_paper_and_in_the_document(tmp_path: Path) -> None:
    pdf, out = tmp_path / "d.pdf", tmp_path / "d.docx"
    content = the_digest((8, 16), (3, 5), (15, 20))
    draw_digest(content, pdf)
    digest_document(content, out)

    for told in ("".join(pages_by_pdfium(pdf)), texts_of(docx.Document(str(out)))):
        assert "回访满意A75%，高于前次的50%" in told
        assert WORDS in told
    assert "n=5" in "".join(pages_by_pdfium(pdf))
    assert len(docx.Document(str(out)).inline_shapes) == 1
    draw_digest(the_digest((8, 16)), pdf)
    assert "高于前次" not in "".join(pages_by_pdfium(pdf))


def test_the_pareto_names_its_matters(tmp_path: Path) -> None:
    out = tmp_path / "owners.pdf"
    event_summary(owners(), out)

    told = "".join(pages_by_pdfium(out))
    assert all(title in told for title in MATTERS)
    for share in ("30%", "43%", "57%", "100%"):
        assert share in told
