"""Lists and logs of telephone systems as they come: headings guessed, every row taken or told why not."""

import datetime
from pathlib import Path

import pytest
from xlsxwriter import Workbook

from db.errors import Misused, Unreadable
from desktop.roster.call_lists import read_calls, read_seconds, read_stamp


def written(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    file = folder / "calls.csv"
    file.write_bytes(text.encode(encoding))
    return file


def test_a_list_keeps_its_order_numbers_and_says_which_rows_stay_out(tmp_path: Path) -> None:
    file = written(
        tmp_path,
        "待回访清单,,,,\n受理单号,来电人,联系电话,受理时间,诉求内容\n"
        "W2026-7,陈知夏,138 0013 8001,2026/5/16 9:32,窗户漏风\n"
        "W2026-8,许安和,138001,2026-05-16 09:40,水管\nW2026-9,沈一诺,13800138003,下午,车位\n,,,,\n",
        "gb18030",
    )  # fmt: skip

    found = read_calls(file, "list")

    assert (found.read, found.header_row, len(found.rejected)) == (3, 2, 2)
    (row,) = found.listed
    assert (row.order_number, row.caller, row.phone, row.words) == ("W2026-7", "陈知夏", "13800138001", "窗户漏风")
    assert row.asked_at == datetime.datetime(2026, 5, 16, 9, 32)  # noqa: DTZ001 - the file's own clock
    assert [(one.row, one.column) for one in found.rejected] == [(4, "联系电话"), (5, "受理时间")]


def test_a_log_from_a_workbook_keeps_its_seconds(tmp_path: Path) -> None:
    book = Workbook(tmp_path / "log.xlsx")
    sheet, stamp, span = (
        book.add_worksheet(),
        *(book.add_format({"num_format": f}) for f in ("yyyy/m/d h:mm:ss", "h:mm:ss")),
    )
    for place, heading in enumerate(
        ("坐席分机", "呼叫类型", "开始时间", "主叫", "被叫", "振铃时长", "通话时长", "接听状态")
    ):
        sheet.write(0, place, heading)
    sheet.write_row(1, 0, (8001, "呼入"))
    sheet.write_datetime(1, 2, datetime.datetime(2026, 5, 16, 9, 32, 5), stamp)  # noqa: DTZ001
    sheet.write_row(1, 3, (13800138001, 4008, 9))
    sheet.write_datetime(1, 6, datetime.time(0, 1, 20), span)
    sheet.write(1, 7, "已接")
    book.close()

    (row,) = read_calls(tmp_path / "log.xlsx", "log").logged

    assert row.at == datetime.datetime(2026, 5, 16, 9, 32, 5)  # noqa: DTZ001
    assert (row.extension, row.direction, row.phone, row.ring_s, row.talk_s, row.result) == (
        "8001", "received", "13800138001", 9, 80, "talked",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("direction", "result", "talk", "meant"),
    [
        ("呼入", "未接", "0", ("received", "no_answer")),
        ("外呼", "空号", "", ("called_back", "empty_number")),
        ("Outbound", "Answered", "61", ("called_back", "talked")),
        ("", "", "00:01:01", ("", "talked")),
        ("", "", "", ("", "no_answer")),
    ],
)
def test_words_of_other_systems_become_our_codes(
    tmp_path: Path, direction: str, result: str, talk: str, meant: tuple[str, str]
) -> None:
    text = f"分机,日期,时间,方向,结果,通话时长\n8001,2026年5月16日,9:32,{direction},{result},{talk}\n"

    (row,) = read_calls(written(tmp_path, text), "log").logged

    assert (row.direction, row.result) == meant


def test_a_column_that_is_needed_can_be_named_by_hand(tmp_path: Path) -> None:
    file = written(tmp_path, "内线,通话时间\n8001,2026-05-16 09:32\n")
    with pytest.raises(Unreadable) as refused:
        read_calls(file, "log")
    assert refused.value.code == "calls_without_column"
    assert dict(refused.value.facts)["call_column"] == "extension"

    assert read_calls(file, "log", {"内线": "extension"}).logged[0].extension == "8001"
    with pytest.raises(Misused):
        read_calls(file, "log", {"内线": "telephone"})


def test_durations_and_moments_are_read_as_systems_write_them() -> None:
    told = ("35", "00:35", "0:01:20", "1:02:03", "35秒", "1分20秒", "1小时", "", "x", "-1")
    assert [read_seconds(text) for text in told] == [35, 35, 80, 3723, 35, 80, 3600, None, None, None]
    assert read_stamp("20260516093205") == datetime.datetime(2026, 5, 16, 9, 32, 5)  # noqa: DTZ001
    assert read_stamp("2026-05-16T09:32:05") == read_stamp("2026.5.16 9:32:05")
    assert [read_stamp(text) for text in ("2026-13-01", "05-16 09:00", "")] == [None, None, None]
