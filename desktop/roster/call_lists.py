"""Files of a telephone system read whole: the list of calls to make, and the log of calls that were made."""

import datetime
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from db.errors import Misused, Unreadable
from db.spelling.phones import read_phones
from desktop.roster.cells import plain
from desktop.roster.headings import IGNORED, Header, heading_key
from desktop.roster.tables import Table, open_tables
from desktop.roster.values import RejectedCell

Kind = Literal["list", "log"]

_ORDER = """
    工单号 工单编号 工单 单号 受理单号 受理编号 编号 订单号 流水号 任务编号 任务号 回访单号 业务单号 order
    orderno ordernumber ticket ticketno ticketnumber caseno
"""
_CALLER = """
    姓名 客户姓名 客户名称 客户 业主 业主姓名 联系人 来电人 来电人姓名 name caller client clientname customer
    customername contact
"""
_PHONE = """
    电话 电话号码 号码 联系电话 客户电话 客户号码 客户手机 手机 手机号 手机号码 联系方式 来电号码 来电电话 对方号码
    回访电话 回访号码 用户号码 phone phonenumber number mobile customernumber
"""
_EXTENSION = """
    分机 分机号 坐席 坐席号 坐席分机 座席 座席号 座席分机 工号 坐席工号 座席工号 extension ext agent agentno
"""
_SYNONYMS: Mapping[Kind, Mapping[str, str]] = {
    "list": {
        "order_number": _ORDER,
        "caller": _CALLER,
        "phone": _PHONE,
        "extension": _EXTENSION,
        "asked_at": """
            来电时间 受理时间 登记时间 创建时间 提交时间 要求回访时间 计划回访时间 回访时间 预约时间 时间 time
            createdat askedat
        """,
        "words": """
            诉求内容 诉求 来电内容 问题描述 问题 内容 受理内容 描述 事项 备注 words content description summary note
        """,
        "staff": """
            回访人 指派人 指派 被指派人 处理人 负责人 坐席姓名 座席姓名 接听人 staff assignee agentname
        """,
        IGNORED: "序号 序 serial sn index",
    },
    "log": {
        "order_number": _ORDER,
        "extension": _EXTENSION,
        "day": "日期 通话日期 呼叫日期 day date",
        "at": """
            呼叫时间 通话时间 通话开始时间 开始时间 呼入时间 呼出时间 来电时间 起始时间 振铃时间 时间
            time start starttime callstart calltime
        """,
        "direction": "呼叫方向 方向 呼叫类型 通话类型 呼叫 类型 direction calltype type",
        "ring_s": """
            振铃时长 振铃秒数 振铃 响铃时长 响铃秒数 等待时长 等待秒数 ring ringtime ringseconds ringduration
        """,
        "talk_s": """
            通话时长 通话秒数 时长 接通时长 通话 talk talktime talkseconds duration
        """,
        "result": "结果 通话结果 呼叫结果 接听结果 接听状态 通话状态 状态 result status disposition",
        "phone": _PHONE,
        "from_number": "主叫 主叫号码 from callingnumber",
        "to_number": "被叫 被叫号码 to callednumber",
        "caller": _CALLER,
        IGNORED: "序号 序 serial sn index",
    },
}
FIELDS: Mapping[Kind, frozenset[str]] = {kind: frozenset(words) for kind, words in _SYNONYMS.items()}
_FIELD_OF = {
    kind: {word: field for field, words in fields.items() for word in words.split()}
    for kind, fields in _SYNONYMS.items()
}
_NEEDED: Mapping[Kind, tuple[str, ...]] = {"list": ("phone",), "log": ("extension", "at")}
_DIRECTION_WORDS = {
    "received": "呼入 来电 接听 入 呼入电话 in inbound incoming received",
    "called_back": "呼出 外呼 去电 出 回访 回拨 out outbound outgoing calledback",
}
_RESULT_WORDS = {
    "talked": """
        接通 已接 已接通 已接听 接听 应答 已应答 成功 通话 正常 answered connected talked ok success
    """,
    "no_answer": """
        未接 未接通 无人接听 无应答 未应答 超时 漏接 放弃 客户放弃 忙 占线 忙线 noanswer missed busy abandoned
    """,
    "refused": "拒接 拒访 拒绝 拒绝接听 挂断 refused rejected declined",
    "empty_number": "空号 停机 关机停机 号码不存在 emptynumber invalid nonexistent",
    "wrong_number": "错号 打错 号码错误 非本人 wrongnumber",
}
_DIRECTIONS = {word: code for code, words in _DIRECTION_WORDS.items() for word in words.split()}
_RESULTS = {word: code for code, words in _RESULT_WORDS.items() for word in words.split()}
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d+)?")
_SPOKEN = re.compile(r"(?:(\d+)(?:小时|时|h))?(?:(\d+)(?:分钟|分|min|m))?(?:(\d+)(?:秒钟|秒|s|sec)?)?")
_MARKS = str.maketrans({"年": "-", "月": "-", "日": " ", "/": "-", ".": "-", "T": " "})
_STAMP = re.compile(r"(\d{4})-?(\d{1,2})-?(\d{1,2})\s*(?:(\d{1,2}):?(\d{2})(?::?(\d{2}))?(?:-\d+)?)?")
_VALUE_TOLD = 80


@dataclass(frozen=True, slots=True)
class ListRow:
    """A call to make; `asked_at` is a time of day there where the system stands. `row` is the sheet's line, from 1."""

    row: int
    phone: str
    order_number: str
    caller: str
    asked_at: datetime.datetime | None
    words: str
    staff: str
    extension: str


@dataclass(frozen=True, slots=True)
class LogRow:
    """A call that was made; `direction` is "" where the log does not say."""

    row: int
    extension: str
    at: datetime.datetime
    direction: str
    result: str
    phone: str
    order_number: str
    caller: str
    ring_s: int | None
    talk_s: int | None


@dataclass(frozen=True, slots=True)
class CallFile:
    """A whole file: `read` rows, which are `listed` or `logged` and the `rejected` ones."""

    header_row: int
    columns: tuple[tuple[str, str], ...]
    unmapped: tuple[str, ...]
    fingerprint: str
    read: int
    listed: tuple[ListRow, ...] = ()
    logged: tuple[LogRow, ...] = ()
    rejected: tuple[RejectedCell, ...] = ()


def read_calls(path: Path, kind: Kind, mapping: Mapping[str, str] | None = None) -> CallFile:
    """Read a list or a log (XLSX, CSV); `mapping` (heading -> field) goes before what is recognised.

    Raises Unreadable as client lists do, and `calls_without_column`; Misused `list_field_unknown`.
    """
    table, header = _best(path, kind, _by_hand(kind, mapping))
    lacking = [field for field in _NEEDED[kind] if not _has(header, field)]
    if lacking:
        told = "、".join(heading[:20] for heading in dict.fromkeys(header.headings) if heading)
        raise Unreadable("calls_without_column", call_column=lacking[0], headings=told[:200])
    listed: list[ListRow] = []
    logged: list[LogRow] = []
    rejected: list[RejectedCell] = []
    for row, cells in _rows(table, header):
        taken = _list_row(row, cells, header) if kind == "list" else _log_row(row, cells, header)
        if isinstance(taken, ListRow):
            listed.append(taken)
        elif isinstance(taken, LogRow):
            logged.append(taken)
        else:
            rejected.append(taken)
    read = len(listed) + len(logged) + len(rejected)
    if not read:
        raise Unreadable("list_empty")
    return CallFile(
        header.top + 1, header.columns, header.unmapped, header.fingerprint, read, tuple(listed), tuple(logged),
        tuple(rejected),
    )  # fmt: skip


def read_head(path: Path, kind: Kind, mapping: Mapping[str, str] | None = None) -> Header:
    """The headings and what each is taken for, also where a column is lacking. Raises as `read_calls` besides."""
    return _best(path, kind, _by_hand(kind, mapping))[1]


def _by_hand(kind: Kind, mapping: Mapping[str, str] | None) -> dict[str, str]:
    chosen = {"".join(heading.split()).casefold(): field for heading, field in (mapping or {}).items()}
    for field in chosen.values():
        if field not in FIELDS[kind]:
            raise Misused("list_field_unknown", field=field)
    return chosen


def _has(header: Header, field: str) -> bool:
    return field in header.fields or (field == "at" and "day" in header.fields)


def _best(path: Path, kind: Kind, chosen: Mapping[str, str]) -> tuple[Table, Header]:
    """The first sheet with all that is needed, else the one with any headings."""
    spare: tuple[Table, Header] | None = None
    for table in open_tables(path):
        head = table.merged_head()
        made = [_header(top, row, kind, chosen) for top, row in enumerate(head) if any(row)]
        header = max(made, key=lambda one: (sum(map(bool, one.fields)), -one.top), default=None)
        if header and all(_has(header, field) for field in _NEEDED[kind]):
            return table, header
        if header and spare is None:
            spare = table, header
    if spare is None:
        raise Unreadable("list_empty")
    return spare


def _header(top: int, row: Sequence[str], kind: Kind, chosen: Mapping[str, str]) -> Header:
    headings = tuple(cell.strip() for cell in row)
    fields: list[str | None] = []
    by_hand = set(chosen.values())
    for heading in headings:
        field = chosen.get("".join(heading.split()).casefold())
        guessed = _FIELD_OF[kind].get(heading_key(heading)) if heading else None
        if field is None and guessed not in by_hand and guessed not in fields:
            field = guessed
        fields.append(field)
    return Header(top, headings, tuple(fields))


def _rows(table: Table, header: Header) -> Iterator[tuple[int, dict[str, str]]]:
    """Below the headings: the line in the sheet, and its cells by field; empty lines are left out."""
    for line, cells in enumerate(table.rows()):
        if line <= header.top:
            continue
        padded = [*cells, *[""] * (len(header.fields) - len(cells))]
        found = {field: text for field, text in zip(header.fields, padded, strict=False) if field and field != IGNORED}
        if any(found.values()) and tuple(padded[: len(header.headings)]) != header.headings:
            yield line + 1, found


def _rejected(row: int, header: Header, field: str, value: str, reason: str) -> RejectedCell:
    column = next((heading for heading, one in zip(header.headings, header.fields, strict=True) if one == field), field)
    return RejectedCell(row, column, value[:_VALUE_TOLD], reason, (("value", value[:_VALUE_TOLD]),))


def _list_row(row: int, cells: Mapping[str, str], header: Header) -> ListRow | RejectedCell:
    reading = read_phones(cells.get("phone", ""))
    if reading.problem or not reading.phones:
        return _rejected(row, header, "phone", cells.get("phone", ""), "phone_unreadable_typed")
    asked = cells.get("asked_at", "")
    at = read_stamp(asked) if asked else None
    if asked and at is None:
        return _rejected(row, header, "asked_at", asked, "time_unreadable")
    return ListRow(
        row, reading.phones[0], cells.get("order_number", ""), cells.get("caller", "")[:60], at,
        cells.get("words", ""), cells.get("staff", ""), cells.get("extension", ""),
    )  # fmt: skip


def _log_row(row: int, cells: Mapping[str, str], header: Header) -> LogRow | RejectedCell:
    if not cells.get("extension"):
        return _rejected(row, header, "extension", "", "extension_missing")
    stamp = " ".join(filter(None, (cells.get("day", ""), cells.get("at", ""))))
    at = read_stamp(stamp)
    if at is None:
        return _rejected(row, header, "at", stamp, "time_unreadable")
    seconds: dict[str, int | None] = {}
    for field in ("ring_s", "talk_s"):
        typed = cells.get(field, "")
        seconds[field] = read_seconds(typed)
        if typed and seconds[field] is None:
            return _rejected(row, header, field, typed, "duration_unreadable")
    direction = _DIRECTIONS.get(plain(cells.get("direction", "")), "")
    result = _RESULTS.get(plain(cells.get("result", ""))) or ("talked" if seconds["talk_s"] else "no_answer")
    other = "from_number" if direction == "received" else "to_number"
    phones = read_phones(cells.get("phone") or cells.get(other, "")).phones
    return LogRow(
        row, cells["extension"], at, direction, result, phones[0] if phones else "", cells.get("order_number", ""),
        cells.get("caller", "")[:60], seconds["ring_s"], seconds["talk_s"],
    )  # fmt: skip


def read_stamp(text: str) -> datetime.datetime | None:
    """2026-05-16 09:32:05, 2026/5/16 9:32, 2026年5月16日 9:32 or 20260516093205; None for anything else."""
    found = _STAMP.fullmatch(" ".join(unicodedata.normalize("NFKC", text).translate(_MARKS).split()))
    if found is None:
        return None
    try:
        year, month, day, hour, minute, second = (int(part or 0) for part in found.groups())
        return datetime.datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the file's own clock
    except ValueError:
        return None


def read_seconds(text: str) -> int | None:
    """35, 00:35, 0:01:20, 35秒 or 1分20秒 as seconds; None for anything else."""
    bare = plain(text)
    if not bare:
        return None
    if clock := _CLOCK.fullmatch(bare):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        return hours * 3600 + minutes * 60 + seconds
    if spoken := _SPOKEN.fullmatch(bare):
        hours, minutes, seconds = (int(part or 0) for part in spoken.groups())
        return hours * 3600 + minutes * 60 + seconds
    return None
