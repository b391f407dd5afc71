"""Every character that a name may have is printed, and three readers of PDF find the same one again."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop.paper.content import Missing, Report
from desktop.paper.fonts import GETA, bold, regular
from desktop.paper.kit import About, Sheet
from desktop.paper.measures import LEFT
from tests.paper.readers import READERS, drawn
from tests.paper.samples import HEAD

# Of names and places, rare or in no list at all: two need the second face.
RARE = "㛃䶮𬭚𠅤𠮷𪻐𬤇𫍯𣸣㻬𬍛𪟝𤩽𨱏"
_TABLE = Path(__file__).with_name("common_characters.txt")
_IN_LINE, _ON_PAGE = 50, 2000


def levels() -> tuple[str, ...]:
    """The three levels of the table of common characters."""
    told: list[str] = []
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line in ("# 1", "# 2", "# 3"):
            told.append("")
        elif not line.startswith("#"):
            told[-1] += line
    return tuple(told)


def printed(out: Path, text: str, *, strong: bool) -> Report:
    sheet = Sheet(About("字", HEAD.company, HEAD.project, HEAD.as_of))
    for start in range(0, len(text), _ON_PAGE):
        page = text[start : start + _ON_PAGE]
        for line in range(0, len(page), _IN_LINE):
            sheet.write(LEFT, 50 + line / _IN_LINE * 15, page[line : line + _IN_LINE], 9, strong=strong)
        sheet.end_page()
    return sheet.save(out)


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[Path, Report], ...]:
    """All of the table and the rare ones, in regular and in bold."""
    folder, text = tmp_path_factory.mktemp("characters"), "".join(levels()) + RARE
    return tuple(
        (out, printed(out, text, strong=strong))
        for out, strong in ((folder / "regular.pdf", False), (folder / "bold.pdf", True))
    )


def test_the_table_is_whole() -> None:
    assert [len(level) for level in levels()] == [3500, 3000, 1605]
    assert len(set("".join(levels()))) == 8105
    assert len(set(RARE)) == 14


def test_no_character_of_the_table_is_missing(papers: tuple[tuple[Path, Report], ...]) -> None:
    assert [report.missing for _, report in papers] == [(), ()]


@pytest.mark.parametrize(("program", "read"), READERS, ids=[name for name, _ in READERS])
def test_a_reader_finds_every_character_as_it_was_written(
    papers: tuple[tuple[Path, Report], ...], program: str, read: Callable[[Path], str]
) -> None:
    if program != "pdfium" and shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    for out, _ in papers:
        assert read(out) == "".join(levels()) + RARE


def test_every_character_has_ink_of_its_own(papers: tuple[tuple[Path, Report], ...]) -> None:
    for out, _ in papers:
        chars = drawn(out).chars
        assert "".join(char.text for char in chars) == "".join(levels()) + RARE
        # 一 is the flattest, 丨 the narrowest; an empty box of a face without the character has no such ink.
        assert not [char.text for char in chars if char.right - char.left < 0.5 or char.bottom - char.top < 0.3]


def test_the_second_face_draws_what_the_first_has_not() -> None:
    for kind in (regular(), bold()):
        first = {face for face, _ in kind.runs("王")}
        assert [char for char in RARE if {face for face, _ in kind.runs(char)} != first] == ["𠮷", "𪻐"]


def test_a_character_of_no_face_is_reported_once_with_its_text(tmp_path: Path) -> None:
    report = printed(tmp_path / "one.pdf", "王𪚥😀喜", strong=True)
    assert report.missing == (Missing("王𪚥😀喜", "𪚥😀"),)
    assert regular().printable("王𪚥😀喜")[0] == f"王{GETA}{GETA}喜"
