"""Client lists read into rows, repeats and reports."""

import datetime
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from xlsxwriter.worksheet import Worksheet as Sheet

from db.errors import Trouble
from desktop.roster.reading import read_head, read_roster
from desktop.roster.values import Roster


def read_csv(tmp_path: Path, text: str, mapping: dict[str, str] | None = None) -> Roster:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8", newline="")
    return read_roster(path, mapping)


def read_xlsx(tmp_path: Path, fill: Callable[[xlsxwriter.Workbook, Sheet], None]) -> Roster:
    path = tmp_path / "list.xlsx"
    workbook = xlsxwriter.Workbook(path)
    fill(workbook, workbook.add_worksheet("名单"))
    workbook.close()
    return read_roster(path)


def test_a_whole_row_is_understood(tmp_path: Path) -> None:
    roster = read_csv(
        tmp_path,
        "序号,客户姓名,称谓,联系电话,备用电话,房号,身份,专属管家,场次,同行人数,备注,户型\n"
        "1,陈立夏,女士,138 0013 8000,010-12345678,3栋2单元1501,家属,周青,上午场,2人,怕晒,三房\n",
    )
    (row,) = roster.rows
    assert (row.row, row.name, row.title, row.phones) == (2, "陈立夏", "女士", ("13800138000", "010-12345678"))
    assert row.phone_typed == "138 0013 8000 / 010-12345678"
    assert row.room is not None
    assert row.room.key == "3/2/1501"
    assert (row.relation, row.owner_name, row.owner_kind) == ("family", "周青", "property_butler")
    assert (row.slot, row.companions, row.note) == ("上午场", 2, "怕晒")
    assert (roster.header_row, roster.unmapped, roster.read) == (1, ("户型",), 1)
    assert ("专属管家", "property_butler") in roster.columns


def test_english_headings_are_recognised(tmp_path: Path) -> None:
    roster = read_csv(
        tmp_path,
        "Full Name,Salutation,Mobile No.,Building,Unit,Room No.,Sales Advisor,Companions,Remarks\n"
        "Anna Lind,Ms.,+1 415 555 2671,3,2,1501,Zhou Qing,1,early\n",
    )
    (row,) = roster.rows
    assert (row.name, row.title, row.phones) == ("Anna Lind", "女士", ("+14155552671",))
    assert row.room is not None
    assert row.room.key == "3/2/1501"
    assert (row.owner_kind, row.companions, row.note) == ("sales_adviser", 1, "early")


def test_the_headings_are_found_under_title_rows(tmp_path: Path) -> None:
    roster = read_csv(
        tmp_path,
        "交付活动客户名单,,\n制表人：周青,,2026年\n,,\n*姓名（必填）,手机号：,房 号\n陈立夏,13800138000,1501\n",
    )
    assert roster.header_row == 4
    assert [(row.row, row.name) for row in roster.rows] == [(5, "陈立夏")]


@pytest.mark.parametrize(
    ("headings", "values"),
    [
        ("楼栋,单元,房号", "3,2,1501"),
        ("栋,单元,室", "3栋,2单元,1501室"),
        ("楼栋号,单元号,房间号", "3,,2-1501"),
        ("期,楼栋,房号", ",3,2-1501"),
        ("房源,户型,面积", "3-2-1501,三房,98"),
    ],
)
def test_a_room_in_several_columns_is_one_room(tmp_path: Path, headings: str, values: str) -> None:
    roster = read_csv(tmp_path, f"姓名,{headings}\n陈立夏,{values}\n")
    assert [row.room and row.room.key for row in roster.rows] == ["3/2/1501"]


@pytest.mark.parametrize("heading", ["渠道", "客户来源", "来访渠道*", "Channel"])
def test_through_whom_a_client_came_is_read(tmp_path: Path, heading: str) -> None:
    roster = read_csv(tmp_path, f"姓名,{heading}\n陈立夏,老带新\n江晚,无\n")

    assert [row.channel for row in roster.rows] == ["老带新", None]


def test_the_rest_is_mapped_by_hand(tmp_path: Path) -> None:
    text = "档案,代号,电话\n陈立夏,3-2-1501,13800138000\n"
    head_path = tmp_path / "list.csv"
    head_path.write_text(text, encoding="utf-8")
    head = read_head(head_path)
    assert head.unmapped == ("档案", "代号")
    roster = read_csv(tmp_path, text, {"档案": "name", "代号": "room", "电话": "ignore"})
    (row,) = roster.rows
    assert (row.name, row.room and row.room.key, row.phones) == ("陈立夏", "3/2/1501", ())
    assert roster.fingerprint == head.fingerprint


def test_other_headings_have_another_fingerprint(tmp_path: Path) -> None:
    one = read_csv(tmp_path, "姓名,电话\n陈立夏,\n").fingerprint
    assert one != read_csv(tmp_path, "姓名,手机\n陈立夏,\n").fingerprint
    assert one == read_csv(tmp_path, "客户名单,\n姓名*,电话：\n林晚,\n").fingerprint


def test_every_row_comes_in_repeats_or_is_reported(tmp_path: Path) -> None:
    roster = read_csv(
        tmp_path,
        "姓名,手机,房号\n"
        "陈立夏,13800138000,3-2-1501\n"
        "陈 立夏,138-0013-8000,3-2-1501\n"
        "林晚,1390013900,3-2-1502\n"
        ",13700137000,3-2-1503\n"
        "周青,1.38E+10,\n"
        "何云,13600136000,见备注\n"
        ",,\n"
        "苏白,,3-2-1504\n"
        "苏白,,3栋2单元1504\n"
        "合计,,7\n"
        "12,,\n",
    )
    assert [row.name for row in roster.rows] == ["陈立夏", "苏白"]
    assert roster.repeats == ((3, 2), (10, 9))
    assert [(cell.row, cell.column, cell.value, cell.reason) for cell in roster.rejected] == [
        (4, "手机", "1390013900", "phone_length"),
        (5, "姓名", "", "name_missing"),
        (6, "手机", "1.38E+10", "phone_digits_lost"),
        (7, "房号", "见备注", "room_unreadable"),
        (11, "姓名", "合计", "row_is_total"),
        (12, "姓名", "12", "name_unreadable"),
    ]
    assert dict(roster.rejected[0].facts) == {"digits": 10}
    assert roster.read == len(roster.rows) + len(roster.rejected) + len(roster.repeats)


def test_one_room_or_one_phone_may_have_many_people(tmp_path: Path) -> None:
    roster = read_csv(tmp_path, "姓名,手机,房号\n陈立夏,13800138000,1501\n林晚,13800138000,1501\n陈立夏,,1502\n")
    assert len(roster.rows) == 3


def test_the_second_room_of_a_repeated_person_is_kept(tmp_path: Path) -> None:
    roster = read_csv(
        tmp_path,
        "姓名,手机,房号\n陈立夏,13800138000,3-2-1501\n陈立夏,13800138000,3-2-1502\n林晚,,3-2-1601、3-2-1602\n",
    )
    assert roster.repeats == ((3, 2),)
    assert [[room.key for room in row.other_rooms] for row in roster.rows] == [["3/2/1502"], ["3/2/1602"]]


def test_what_has_no_value_of_ours_goes_with_the_notes(tmp_path: Path) -> None:
    roster = read_csv(tmp_path, "姓名,身份,同行人数,备注\n陈立夏,贵宾,一家,靠窗\n")
    assert roster.rows[0].note == "靠窗\n身份：贵宾\n同行人数：一家"
    assert (roster.rows[0].relation, roster.rows[0].companions) == ("intending", None)


def test_headings_printed_again_are_no_client(tmp_path: Path) -> None:
    roster = read_csv(tmp_path, "姓名,手机\n陈立夏,13800138000\n姓名,手机\n林晚,13900139000\n")
    assert (roster.read, [row.row for row in roster.rows]) == (2, [2, 4])


def test_phones_kept_as_numbers_keep_their_digits(tmp_path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Sheet) -> None:
        sheet.write_row(0, 0, ["姓名", "手机", "房号"])
        sheet.write_row(1, 0, ["陈立夏", 13800138000, 1501])
        sheet.write_row(2, 0, ["林晚", "１３９００１３９０００", "３栋２单元１５０１"])  # noqa: RUF001 - as typed

    roster = read_xlsx(tmp_path, fill)
    assert roster.encoding == "xlsx"
    assert [row.phones for row in roster.rows] == [("13800138000",), ("13900139000",)]
    assert [row.room and row.room.key for row in roster.rows] == ["//1501", "3/2/1501"]


def test_a_cell_merged_downwards_counts_for_its_rows_only(tmp_path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Sheet) -> None:
        sheet.merge_range("B2:D2", "业主名单")
        sheet.write_row("B3", ["姓名", "手机", "房号"])
        sheet.write_row("B4", ["陈立夏", "13800138000"])
        sheet.merge_range("D4:D5", "3-2-1501")
        sheet.write_row("B5", ["林晚", "13900139000"])
        sheet.write_row("B6", ["周青", "13700137000"])

    roster = read_xlsx(tmp_path, fill)
    assert roster.header_row == 3
    assert [(row.row, row.room and row.room.key) for row in roster.rows] == [
        (4, "3/2/1501"),
        (5, "3/2/1501"),
        (6, None),
    ]


def test_headings_in_two_rows_are_read_as_one(tmp_path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Sheet) -> None:
        sheet.merge_range("A1:A2", "姓名")
        sheet.merge_range("B1:D1", "房号")
        sheet.write_row("B2", ["楼栋", "单元", "室"])
        sheet.merge_range("E1:E2", "手机")
        sheet.write_row("A3", ["陈立夏", 3, 2, 1501, 13800138000])

    roster = read_xlsx(tmp_path, fill)
    assert [(row.row, row.name, row.room and row.room.key) for row in roster.rows] == [(3, "陈立夏", "3/2/1501")]


def test_one_heading_over_three_columns_makes_one_room(tmp_path: Path) -> None:
    def fill(_: xlsxwriter.Workbook, sheet: Sheet) -> None:
        sheet.write("A1", "姓名")
        sheet.merge_range("B1:D1", "房号")
        sheet.write_row("A2", ["陈立夏", 3, 2, 1501])

    assert [row.room and row.room.key for row in read_xlsx(tmp_path, fill).rows] == ["3/2/1501"]


def test_errors_dates_and_truths_in_cells_are_no_obstacle(tmp_path: Path) -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: Sheet) -> None:
        day = workbook.add_format({"num_format": "yyyy-mm-dd"})
        hour = workbook.add_format({"num_format": "hh:mm"})
        sheet.write_row(0, 0, ["姓名", "手机", "房号", "场次", "备注"])
        sheet.write_row(1, 0, ["陈立夏", "13800138000", "3-2-1501"])
        sheet.write_datetime(1, 3, datetime.datetime(2026, 5, 1, 9, 30, tzinfo=None), day)  # noqa: DTZ001 - a cell
        sheet.write_formula(1, 4, "=1/0", None, "#DIV/0!")
        sheet.write_row(2, 0, ["林晚", "13900139000"])
        sheet.write_datetime(2, 2, datetime.date(2026, 3, 12), day)
        sheet.write_row(3, 0, ["周青", "13700137000"])
        sheet.write_number(3, 3, 0.375, hour)
        sheet.write_boolean(3, 4, True)

    roster = read_xlsx(tmp_path, fill)
    assert [row.slot for row in roster.rows] == ["2026-05-01 09:30", "09:00"]
    assert [(cell.row, cell.reason) for cell in roster.rejected] == [(3, "room_is_date")]


def test_the_sheet_with_the_names_is_chosen(tmp_path: Path) -> None:
    def fill(workbook: xlsxwriter.Workbook, sheet: Sheet) -> None:
        sheet.write_row(0, 0, ["说明", "请勿改动"])
        hidden = workbook.add_worksheet("旧")
        hidden.write_row(0, 0, ["姓名", "手机"])
        hidden.write_row(1, 0, ["旧人", "13600136000"])
        hidden.hide()
        shown = workbook.add_worksheet("客户")
        shown.write_row(0, 0, ["姓名", "手机"])
        shown.write_row(1, 0, ["陈立夏", "13800138000"])

    assert [row.name for row in read_xlsx(tmp_path, fill).rows] == ["陈立夏"]


@pytest.mark.full
def test_a_hundred_thousand_rows_are_read(tmp_path: Path) -> None:
    lines = [f"客户{number},13{number:09},{number // 400 + 1}-1-{number % 33 + 1}01" for number in range(100_000)]
    path = tmp_path / "list.csv"
    path.write_text("\n".join(["姓名,手机,房号", *lines]), encoding="gb18030")
    roster = read_roster(path)
    assert (len(roster.rows), roster.read, roster.encoding) == (100_000, 100_000, "gb18030")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=150)
@given(st.lists(st.lists(st.text(max_size=12), max_size=5), max_size=8), st.booleans())
def test_no_list_makes_the_reader_stumble(tmp_path: Path, rows: list[list[str]], with_headings: bool) -> None:
    lines = ["姓名,手机,房号,身份,同行"] if with_headings else []
    lines += [",".join(row) for row in rows]
    path = tmp_path / "any.csv"
    path.write_text("\n".join(lines), encoding="utf-8", errors="replace", newline="")
    try:
        roster = read_roster(path)
    except Trouble:
        return
    assert roster.read == len(roster.rows) + len(roster.rejected) + len(roster.repeats)
