"""What holds for every paper: a sound file, every face in it, and a good page whatever was written."""

import re
import subprocess
from collections import defaultdict
from pathlib import Path

import pytest
from pypdf import PdfReader

from desktop.paper.content import Report
from desktop.paper.fonts import regular
from desktop.paper.measures import LEFT, MM, RIGHT
from tests.paper.every_paper import PAPERS, Told
from tests.paper.readers import Stretch, bookmarks, by_pdfium, needs, pages_by_pdfium, spaced_pages, stretches
from tests.paper.samples import HEAD, MARKUP, WORDS

EMOJI = "房子漏水😡👨‍👩‍👧🏽，很生气❤️。"
OTHER_WAY = "شكرا جزيلا، שלום（东）ไทย\x07\u202e\u200b。"
ODD = Told("王😀<b>阿依古丽·买买提明</b>", f"{MARKUP}{EMOJI}{OTHER_WAY}“（第一次）”")
NO_FACE = "😡👨👩👧❤شكراجزيل،שלוםไทย"
ONE_WORD = "https://example.com/" + "a" * 5_000
NOTE = "".join(f"第{n}次我说了，卫生间地面比外面还高（约 1.5 cm），水一冲就往外跑！" for n in range(400))
LONG = Told("柳" * 40, NOTE + ONE_WORD)
# Of a page, and of a badge, that a printer may not reach.
EDGE, SMALL_EDGE = 5 * MM, 2 * MM
A4_HEIGHT = 841

Made = tuple[Path, Path, Report]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """Every paper twice, as a person would have it."""
    folder = tmp_path_factory.mktemp("papers")
    told, again = Told(), Told(words="".join(list(WORDS)))
    drawn = {}
    for name, paper in PAPERS.items():
        first, second = folder / f"{name}.pdf", folder / f"{name}-again.pdf"
        drawn[name] = (first, second, paper.draw(first, told))
        paper.draw(second, again)
    return drawn


def every(name: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize(name, PAPERS)


# The file


@needs("qpdf")
def test_every_file_is_sound(made: dict[str, Made]) -> None:
    for name, (first, _, _) in made.items():
        done = subprocess.run(["qpdf", "--check", str(first)], capture_output=True, text=True)
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"


@needs("pdffonts")
def test_every_face_is_in_the_file_as_a_subset_whose_text_can_be_read(made: dict[str, Made]) -> None:
    for name, (first, _, _) in made.items():
        told = subprocess.run(["pdffonts", str(first)], capture_output=True, check=True, text=True).stdout
        rows = told.splitlines()[2:]
        assert rows, name
        # Embedded, subset, with a map to characters.
        assert not [row for row in rows if "yes yes yes" not in row or "Helvetica" in row], f"{name}: {told}"


@every("name")
def test_a_paper_says_what_it_is(made: dict[str, Made], name: str) -> None:
    first, second, report = made[name]
    pdf = PdfReader(first)
    assert first.read_bytes() == second.read_bytes()
    assert report.missing == ()
    assert report.pages == len(pdf.pages)
    assert pdf.metadata is not None
    assert pdf.metadata.title
    assert pdf.metadata.author == HEAD.company
    assert pdf.metadata.creator == "Qinting 亲听"
    assert str(pdf.root_object["/Lang"]) == "zh-CN"


def counts(texts: list[str]) -> list[tuple[int, int]]:
    """Each page's x of y as it says itself; (0, 0) for a page without."""
    found = []
    for text in texts:
        told = re.findall(r"第 (\d+) 页\s+共 (\d+) 页", text) or re.findall(r"(?<!\S)(\d+) / (\d+)(?!\S)", text)
        found.append((int(told[-1][0]), int(told[-1][1])) if told else (0, 0))
    return found


@every("name")
def test_pages_that_belong_together_are_numbered_and_none_runs_over(tmp_path: Path, name: str) -> None:
    paper, out = PAPERS[name], tmp_path / "long.pdf"
    report = paper.draw(out, LONG)
    assert report.missing == ()
    texts = spaced_pages(out)
    assert report.pages == len(texts)
    if paper.numbered:
        # A form is numbered where it takes more than a page.
        numbers = [one for one in counts(texts) if one != (0, 0)]
        expected = [(x, y) for y in [one[1] for one in numbers if one[0] == 1] for x in range(1, y + 1)]
        assert numbers == expected
        assert len(numbers) >= report.pages - 2
    if paper.tells:
        assert lost(LONG.words, "".join("".join(texts).split())) == ""
    assert badly_placed(out, paper.tells) == []


@every("name")
def test_odd_characters_are_printed_or_told(tmp_path: Path, name: str) -> None:
    paper, out = PAPERS[name], tmp_path / "odd.pdf"
    report = paper.draw(out, ODD)
    missing = {char for one in report.missing for char in one.characters}
    told = ("😀" if paper.names else "") + (NO_FACE if paper.tells else "")
    assert missing >= set(told)
    read = by_pdfium(out)
    if paper.tells:
        assert lost(ODD.words, read) == ""
    assert ("王〓<b>" in read) == paper.names
    assert badly_placed(out, paper.tells) == []


def lost(words: str, read: str) -> str:
    """What was not found of the words, in their order; "" for nothing."""
    rest = iter(read)
    plain = re.sub(r"\s", "", regular().printable(words)[0])
    for place, char in enumerate(plain):
        if char not in rest:
            return plain[place : place + 20]
    return ""


def badly_placed(pdf: Path, in_column: bool) -> list[tuple[str, Stretch]]:
    """What runs over the paper's edge, or the column's, and what is written over something else."""
    sizes, found = stretches(pdf)
    bad: list[tuple[str, Stretch]] = []
    cells: defaultdict[tuple[int, int], list[Stretch]] = defaultdict(list)
    for one in found:
        width, height = sizes[one.page]
        edge = EDGE if height > A4_HEIGHT else SMALL_EDGE
        left, right = (LEFT, RIGHT) if in_column and height > A4_HEIGHT and width > 590 else (edge, width - edge)
        if one.left < left - 1 or one.right > right + 1 or one.top < edge or one.bottom > height - edge:
            bad.append(("edge", one))
        # Taller than a line is nothing, so its neighbours lie in the same or the next stripe.
        for stripe in range(int(one.top // 24), int(one.bottom // 24) + 1):
            bad.extend(("over", one) for other in cells[one.page, stripe] if is_over(one, other))
            cells[one.page, stripe].append(one)
    return bad


def is_over(one: Stretch, other: Stretch) -> bool:
    width = min(one.right, other.right) - max(one.left, other.left)
    height = min(one.bottom, other.bottom) - max(one.top, other.top)
    least = min((each.right - each.left) * (each.bottom - each.top) for each in (one, other))
    return width > 1 and height > 1 and width * height > 0.1 * least


# What goes on over the page


def test_a_long_table_has_its_heads_on_every_page(made: dict[str, Made]) -> None:
    texts = [text for text in pages_by_pdfium(made["listing"][0]) if text.count("办理中") > 1]
    assert len(texts) > 2
    assert [text.count("序号客户原话状态") for text in texts] == [1] * len(texts)


def test_a_long_list_of_promises_in_the_summary_has_its_heads_on_every_page(made: dict[str, Made]) -> None:
    texts = [text for text in pages_by_pdfium(made["summary"][0]) if text.count("青-05-7K2A-0021-1") > 2]
    assert len(texts) > 2
    assert [text.count("编号做什么责任部门联系人期限状态") for text in texts] == [1] * len(texts)


def test_the_summary_has_a_table_of_contents(made: dict[str, Made]) -> None:
    pdf = PdfReader(made["summary"][0])
    titles = bookmarks(made["summary"][0])
    assert titles[0] == "总结"
    assert titles[-1] == "附录 全部诉求"
    assert [title[0] for title in titles[1:-1]] == [str(number) for number in range(1, len(titles) - 1)]
    texts = pages_by_pdfium(made["summary"][0])
    for one in pdf.outline:
        assert not isinstance(one, list)
        place = pdf.get_destination_page_number(one)
        assert place is not None
        assert re.sub(r"\s", "", str(one["/Title"])) in texts[place]
