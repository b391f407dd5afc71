import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from db.errors import Misused, StoreTrouble
from desktop.paper.content import FeedbackForm, FormSetup, Missing
from desktop.paper.feedback_form import feedback_forms
from desktop.paper.invitations import invitation_sheet, spoken_groups
from desktop.paper.summary import event_summary
from tests.paper.samples import (
    HEAD,
    MARKUP,
    RARE_NAMES,
    WORDS,
    annex_concern,
    blank_form,
    cards,
    filled_form,
    summary,
)

poppler = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler-utils is not installed")


def text_of(pdf: Path, *options: str) -> str:
    done = subprocess.run(["pdftotext", *options, str(pdf), "-"], capture_output=True, check=True, text=True)
    return re.sub(r"\s", "", done.stdout)


def three_papers(folder: Path) -> tuple[Path, Path, Path]:
    folder.mkdir()
    invitations, forms, report = folder / "i.pdf", folder / "f.pdf", folder / "s.pdf"
    invitation_sheet(cards(RARE_NAMES), HEAD, invitations)
    feedback_forms((blank_form(), filled_form()), HEAD, forms)
    event_summary(summary((annex_concern(1),)), report)
    return invitations, forms, report


@poppler
@pytest.mark.parametrize("name", RARE_NAMES)
def test_a_rare_name_is_read_back_as_it_was_written(tmp_path: Path, name: str) -> None:
    out = tmp_path / "cards.pdf"
    assert invitation_sheet(cards((name,)), HEAD, out).missing == ()
    assert name.replace(" ", "") in text_of(out)
    feedback_forms((blank_form(name=name),), HEAD, out)
    assert name.replace(" ", "") in text_of(out)


def test_the_same_content_gives_the_same_bytes(tmp_path: Path) -> None:
    first, second = three_papers(tmp_path / "a"), three_papers(tmp_path / "b")
    assert [paper.read_bytes() for paper in first] == [paper.read_bytes() for paper in second]


def test_the_date_of_the_pdf_is_that_of_the_data(tmp_path: Path) -> None:
    for paper in three_papers(tmp_path / "a"):
        assert b"D:20260516123000+08'00'" in paper.read_bytes()


@pytest.mark.skipif(shutil.which("pdffonts") is None, reason="poppler-utils is not installed")
def test_every_face_is_embedded_and_none_is_helvetica(tmp_path: Path) -> None:
    for paper in three_papers(tmp_path / "a"):
        fonts = subprocess.run(["pdffonts", str(paper)], capture_output=True, check=True, text=True).stdout
        rows = fonts.splitlines()[2:]
        assert rows
        assert not [row for row in rows if "Helvetica" in row or "yes yes yes" not in row]


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
def test_the_files_are_sound(tmp_path: Path) -> None:
    for paper in three_papers(tmp_path / "a"):
        assert subprocess.run(["qpdf", "--check", str(paper)], capture_output=True).returncode == 0


@poppler
def test_a_character_that_no_face_has_is_reported_and_stands_as_a_geta(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    report = invitation_sheet(cards(("王😀喜",)), HEAD, out)
    assert report.missing == (Missing("王😀喜", "😀"),)
    assert "王〓喜" in text_of(out)


@poppler
def test_markup_in_words_is_printed_as_it_is(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    feedback_forms((filled_form(words=MARKUP),), HEAD, out)
    assert MARKUP.replace(" ", "") in text_of(out)
    event_summary(summary((annex_concern(1, MARKUP),)), out)
    assert MARKUP.replace(" ", "") in text_of(out)


def test_eight_cards_fill_a_page(tmp_path: Path) -> None:
    out = tmp_path / "cards.pdf"
    names = tuple("王李张刘陈杨黄赵周")
    assert invitation_sheet(cards(names[:8]), HEAD, out).pages == 1
    assert invitation_sheet(cards(names), HEAD, out).pages == 2


def test_a_spoken_number_is_grouped_as_it_is_read_out() -> None:
    assert spoken_groups("1234567") == "123 4567"
    assert spoken_groups("4567") == "4567"


def test_a_blank_form_is_one_page_and_so_is_one_with_two_short_concerns(tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    assert feedback_forms((FeedbackForm(""),), HEAD, out).pages == 1
    assert feedback_forms((blank_form(), filled_form()), HEAD, out).pages == 2
    assert feedback_forms((blank_form(),), HEAD, out, FormSetup(seal=True)).pages == 1


@poppler
def test_long_words_go_on_over_the_next_pages_of_the_form(tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    words = "".join(f"第{n}句，窗户关不严，下雨就进水！" for n in range(200))
    report = feedback_forms((filled_form(words=words),), HEAD, out)
    assert report.pages >= 3
    read = text_of(out, "-r", "72", "-x", "0", "-y", "92", "-W", "600", "-H", "714")
    read = read.replace("1（接上页）", "")
    assert words in read[read.index("第0句") :].replace("1第", "第")
    assert f"共{report.pages}页" in text_of(out)


@poppler
@pytest.mark.parametrize("more", ["谢谢。", "窗台也请看一看，" * 40])
def test_what_the_client_adds_is_printed_in_full(tmp_path: Path, more: str) -> None:
    out = tmp_path / "form.pdf"
    feedback_forms((replace(blank_form(), more=more),), HEAD, out)
    assert more in text_of(out)


@poppler
def test_the_form_asks_for_what_the_law_and_the_house_ask(tmp_path: Path) -> None:
    out = tmp_path / "form.pdf"
    feedback_forms((blank_form(),), HEAD, out)
    read = text_of(out)
    for asked in ("签字人与产权人关系", "准予入户复查", "拍人像", "录音", "原话匿名用于报告", "客户联"):
        assert asked in read
    assert "由您说“解决了”，这件事才算完。" in read
    assert "不影响您依合同和法律享有的权利" in read
    assert "盖章" not in read
    feedback_forms((blank_form(),), HEAD, out, FormSetup(legal=""))
    assert "不影响您依合同" not in text_of(out)


@poppler
def test_the_annex_holds_every_word(tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    long = "".join(f"第{n}句，{WORDS}" for n in range(450))
    assert len(long) > 20_000
    told = (annex_concern(1, f"第一段。\n\n{MARKUP}"), annex_concern(2, long), annex_concern(3, WORDS))
    event_summary(summary(told), out)
    read = text_of(out, "-r", "72", "-x", "0", "-y", "30", "-W", "600", "-H", "750")
    read = re.sub(r"青-05-7K2A-\d{4}-1接上页", "", read)
    for concern in told:
        assert re.sub(r"\s", "", concern.words) in read
    assert "阳台也一样。" in read


@poppler
def test_an_empty_section_is_left_out_and_the_numbers_close_up(tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    event_summary(summary((annex_concern(1),)), out)
    assert "4共性问题" in text_of(out)
    event_summary(summary((annex_concern(1),), common=False), out)
    read = text_of(out)
    assert "共性问题" not in read
    assert "4承诺事项" in read


@poppler
def test_the_hosts_table_adds_up_its_rows(tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    event_summary(summary(()), out)
    assert "合计352112722/10/2·11/0/0·2" in text_of(out, "-layout")


@poppler
def test_an_empty_event_still_has_its_summary(tmp_path: Path) -> None:
    out = tmp_path / "summary.pdf"
    empty = replace(
        summary(()), arrivals=(), areas=(), hosts=(), common=(), promises=(), states=(), rule_gaps=(), figures=()
    )
    assert event_summary(empty, out).pages == 1
    assert "1数据说明" in text_of(out)


def test_a_paper_that_cannot_be_written_is_told_and_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(StoreTrouble) as told:
        feedback_forms((blank_form(),), HEAD, tmp_path / "nowhere" / "form.pdf")
    assert told.value.code == "paper_not_written"
    assert list(tmp_path.iterdir()) == []


def test_a_legal_sentence_that_would_be_cut_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misused) as told:
        feedback_forms((blank_form(),), HEAD, tmp_path / "form.pdf", FormSetup(legal="不影响权利，" * 20))
    assert told.value.code == "form_sentence_too_long"
    assert told.value.facts["most"] == 93
