"""Which files are taken as a client list, and which are refused before they are opened."""

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter

from db.errors import Misused, Unreadable
from desktop.roster.reading import read_head, read_roster

LIST = "姓名,手机号,房号\n陈立夏,13800138000,3-2-1501\n林晚,13900139000,3-2-1502\n"


def refusal(path: Path) -> Unreadable:
    with pytest.raises(Unreadable) as caught:
        read_roster(path)
    return caught.value


def written(tmp_path: Path, content: bytes, name: str = "list.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        (LIST.encode(), "utf-8"),
        (LIST.encode("utf-8-sig"), "utf-8-sig"),
        (LIST.encode("gb18030"), "gb18030"),
        (LIST.encode("utf-16"), "utf-16"),
    ],
)
def test_a_csv_is_read_in_every_usual_encoding(tmp_path: Path, content: bytes, encoding: str) -> None:
    roster = read_roster(written(tmp_path, content))
    assert roster.encoding == encoding
    assert [row.name for row in roster.rows] == ["陈立夏", "林晚"]


@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_any_usual_delimiter_is_recognised(tmp_path: Path, delimiter: str) -> None:
    roster = read_roster(written(tmp_path, LIST.replace(",", delimiter).encode()))
    assert [row.phones for row in roster.rows] == [("13800138000",), ("13900139000",)]


def test_mixed_line_ends_are_read(tmp_path: Path) -> None:
    lines = "姓名,手机号\r\n陈立夏,13800138000\n林晚,13900139000\r周青,13700137000\r\n"
    roster = read_roster(written(tmp_path, lines.encode()))
    assert [(row.row, row.name) for row in roster.rows] == [(2, "陈立夏"), (3, "林晚"), (4, "周青")]


def test_a_line_end_inside_quotation_marks_belongs_to_the_cell(tmp_path: Path) -> None:
    roster = read_roster(written(tmp_path, '姓名,备注\n陈立夏,"一\n二"\n林晚,三\n'.encode()))
    assert [(row.row, row.note) for row in roster.rows] == [(2, "一\n二"), (3, "三")]


def test_an_open_quotation_mark_is_told_and_swallows_nothing(tmp_path: Path) -> None:
    trouble = refusal(written(tmp_path, '姓名,备注\n陈立夏,一\n林晚,"二\n周青,三\n'.encode()))
    assert (trouble.code, trouble.facts) == ("list_quotes", {"row": 3})


@pytest.mark.parametrize("content", [b"", b"\n\n", "姓名,手机号\n".encode(), b"\xef\xbb\xbf"])
def test_a_list_without_rows_is_empty(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path, content)).code == "list_empty"


def test_an_empty_workbook_is_an_empty_list(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    xlsxwriter.Workbook(path).close()
    assert refusal(path).code == "list_empty"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "PNG"),
        (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"{\\rtf1", "RTF"),
        (b"<html><table>", "HTML"),
        (b"abc\0\0def", "binary"),
        (b"\xd0\xcf\x11\xe0" + "WordDocument".encode("utf-16-le"), "DOC"),
        (b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "XLS"),
        (b"\xd0\xcf\x11\xe0", "binary"),
    ],
)
def test_another_kind_of_file_is_refused_by_its_content(tmp_path: Path, content: bytes, kind: str) -> None:
    trouble = refusal(written(tmp_path, content, "list.xlsx"))
    assert (trouble.code, trouble.facts) == ("list_not_a_table", {"kind": kind})


@pytest.mark.parametrize(("part", "kind"), [("word/document.xml", "DOCX"), ("photo.txt", "ZIP")])
def test_another_kind_of_archive_is_refused(tmp_path: Path, part: str, kind: str) -> None:
    path = tmp_path / "list.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(part, "x")
    assert refusal(path).facts == {"kind": kind}


def test_a_workbook_behind_a_password_is_refused_as_locked(tmp_path: Path) -> None:
    content = b"\xd0\xcf\x11\xe0" + b"\0" * 500 + "EncryptedPackage".encode("utf-16-le")
    assert refusal(written(tmp_path, content, "list.xlsx")).code == "list_locked"


def test_a_missing_list_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "none.csv").facts == {"file": "none.csv"}
    assert refusal(tmp_path).code in ("list_not_a_table", "list_in_use")


def test_an_unknown_encoding_is_refused(tmp_path: Path) -> None:
    assert refusal(written(tmp_path, b"\xef\xbb\xbf\xff\xff\xff")).code == "list_encoding"
    assert refusal(written(tmp_path, b"name\n\xff\xff\xff\n")).code == "list_encoding"


def test_a_list_without_names_is_refused_with_its_headings(tmp_path: Path) -> None:
    trouble = refusal(written(tmp_path, "档案,手机号\n甲,13800138000\n".encode()))
    assert (trouble.code, trouble.facts) == ("list_without_names", {"headings": "档案、手机号"})


def test_a_truncated_workbook_is_damaged(tmp_path: Path) -> None:
    whole = tmp_path / "whole.xlsx"
    workbook = xlsxwriter.Workbook(whole)
    workbook.add_worksheet().write_row(0, 0, ["姓名", "手机"])
    workbook.close()
    content = whole.read_bytes()
    assert refusal(written(tmp_path, content[: len(content) // 2], "half.xlsx")).code == "list_damaged"
    altered = bytearray(content)
    altered[80] ^= 0xFF
    assert refusal(written(tmp_path, bytes(altered), "altered.xlsx")).code == "list_damaged"


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
        archive.writestr("xl/worksheets/sheet1.xml", b" " * 30_000_000)
    assert refusal(path).code == "list_too_large"


def test_one_value_in_the_last_corner_is_refused_before_it_is_laid_out(tmp_path: Path) -> None:
    path = tmp_path / "corner.xlsx"
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["姓名", "手机"])
    sheet.write(1_048_575, 16_383, "x")
    workbook.close()
    trouble = refusal(path)
    assert (trouble.code, trouble.facts["columns"]) == ("list_too_wide", 16_384)


def test_formats_without_values_in_far_columns_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "formats.xlsx"
    workbook = xlsxwriter.Workbook(path)
    sheet = workbook.add_worksheet()
    sheet.write_row(0, 0, ["姓名", "手机"])
    sheet.write_row(1, 0, ["陈立夏", "13800138000"])
    sheet.write_blank(1_048_575, 16_383, None, workbook.add_format({"bold": True}))
    workbook.close()
    assert len(read_roster(path).rows) == 1


def test_a_workbook_locked_entry_by_entry_is_locked(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    content = bytearray(packed.getvalue())
    directory = content.index(b"PK\x01\x02")
    content[6] |= 1
    content[directory + 8] |= 1
    assert refusal(written(tmp_path, bytes(content), "list.xlsx")).code == "list_locked"


def test_endless_cells_neither_stop_nor_slow_the_reader(tmp_path: Path) -> None:
    cells = ("(" * 100_000, "一" * 100_000, "1(" * 50_000)
    rows = "".join(f"{cell},{cell},{cell},{cell}\n" for cell in cells)
    names = "".join(f"林晚{number},{cell},,\n周青{number},,{cell},\n" for number, cell in enumerate(cells))
    roster = read_roster(written(tmp_path, ("姓名,手机,房号,备注\n" + rows + names).encode()))
    assert roster.read == len(roster.rejected) == 9
    assert max(len(cell.value) for cell in roster.rejected) <= 200


def test_a_mapping_to_an_unknown_field_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Misused) as caught:
        read_head(written(tmp_path, LIST.encode()), {"姓名": "surname"})
    assert (caught.value.code, caught.value.facts) == ("list_field_unknown", {"field": "surname"})
