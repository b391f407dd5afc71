"""What is kept about one person as a file that they can be given: JSON for programs, sheets for people."""

import io
from typing import Any

import msgspec

from db import events, people
from db.driver import Value
from db.records import Event
from db.store import Reader
from db.told import Told
from desktop.rules.codes import label
from desktop.rules.times import iso_text, local
from desktop.services.zones import zone_of

NAMES_OF_KINDS = {".json": "json", ".xlsx": "sheets"}
# Lists of codes behind columns, to be put into words.
_LISTS = {
    ("concern", "type"): "type", ("concern", "area"): "area", ("concern", "department"): "department",
    ("client_unit", "relation"): "relation", ("concern_step", "state"): "state",
    ("invite_contact", "result"): "contact_result", ("passage", "station"): "station",
}  # fmt: skip
_MOMENTS = ("at", "stamp")
# A cell of a spreadsheet holds no more.
_LONGEST = 32_767


def as_json(reader: Reader, kept: Told, now: int) -> bytes:
    """One JSON object; times in ISO 8601 with the offset of the project's zone."""
    zone = zone_of(reader)

    def shown(row: dict[str, Value]) -> dict[str, Any]:
        return {
            name: iso_text(value, zone) if isinstance(value, int) and _is_moment(name) and value > 0 else value
            for name, value in row.items()
            if name not in ("key", "blob")
        }

    told = {
        "project": events.project(reader).name,
        "client": kept.client,
        "made_at": iso_text(now, zone),
        "tables": {table: [shown(row) for row in rows] for table, rows in kept.rows.items() if rows},
        "rooms": [shown(row) for row in kept.units],
        "changes": [shown(row) for row in kept.changes],
        "journal": [shown(row) for row in kept.looks],
    }
    return msgspec.json.format(msgspec.json.encode(told), indent=2)


def _is_moment(name: str) -> bool:
    return name in _MOMENTS or name.endswith("_at")


def as_sheets(reader: Reader, kept: Told, now: int) -> bytes:
    """A workbook: first what one would tell the person, then every table as it is kept."""
    from xlsxwriter import Workbook

    out = io.BytesIO()
    # Text stays text: nothing that somebody wrote becomes a formula or a link.
    book = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    head, wrap = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    first = book.add_worksheet("一览")
    first.set_column(0, 0, 22)
    first.set_column(1, 1, 90)
    for place, (name, value) in enumerate(_lines(reader, kept, now)):
        first.write_string(place, 0, name, head)
        first.write_string(place, 1, value[:_LONGEST], wrap)
    tables = {**kept.rows, "unit": kept.units, "edit": kept.changes, "journal": kept.looks}
    for table, rows in tables.items():
        if not rows:
            continue
        sheet = book.add_worksheet(table)
        names = [name for name in rows[0] if name not in ("key", "blob")]
        for place, name in enumerate(names):
            sheet.write_string(0, place, name, head)
        for line, row in enumerate(rows, start=1):
            for place, name in enumerate(names):
                _write(sheet, line, place, row[name])
    book.close()
    return out.getvalue()


def _write(sheet: Any, line: int, place: int, value: Value) -> None:
    if isinstance(value, int):
        # A number of more than fifteen digits would lose its last ones.
        if abs(value) < 10**15:
            sheet.write_number(line, place, value)
        else:
            sheet.write_string(line, place, str(value))
    elif value is not None:
        sheet.write_string(line, place, str(value)[:_LONGEST])


def _lines(reader: Reader, kept: Told, now: int) -> list[tuple[str, str]]:
    """(what it is, what is known) in the order in which one would tell it; papers are Chinese, and so is this."""
    zone, staff = zone_of(reader), people.names(reader)
    titles = {event.id: event.title for event in reader.records(Event, "")}

    def moment(value: Value) -> str:
        return local(value, zone).strftime("%Y-%m-%d %H:%M") if isinstance(value, int) else ""

    def text(row: dict[str, Value], table: str, name: str) -> str:
        value = row[name]
        listed = _LISTS.get((table, name))
        return label(listed, str(value), "zh") if listed and value else str(value or "")

    lines = [("个人资料", events.project(reader).name), ("写出时间", moment(now))]
    for row in kept.rows["client"]:
        words = {"name": "姓名", "title": "称谓", "phone": "手机", "phone2": "另一号码", "note": "备注"}
        lines += [(zh, str(row[name])) for name, zh in words.items() if row[name]]
        lines += [("标记", label("client_mark", mark, "zh")) for mark in str(row["marks"] or "").split()]
    lines += [("房号", str(row["spoken"])) for row in kept.units]
    lines += [("服务人员", str(row["name"])) for row in kept.rows["client_owner"]]
    lines += [("受邀", titles.get(str(row["event"]), "")) for row in kept.rows["invitation"]]
    for row in kept.rows["invite_contact"]:
        heard = (text(row, "invite_contact", name) for name in ("result", "words"))
        lines.append(("邀约联系", " ".join(filter(None, (moment(row["at"]), *heard)))))
    lines += [("告知与同意", f"{moment(row['at'])} {text(row, 'consent', 'text')}") for row in kept.rows["consent"]]
    lines += [("到访", f"{moment(row['at'])} {titles.get(str(row['event']), '')}") for row in kept.rows["check_in"]]
    lines += [("号票", f"{moment(row['arrived_at'])} {text(row, 'turn', 'number')}") for row in kept.rows["turn"]]
    lines += [("经过", f"{moment(row['at'])} {text(row, 'passage', 'station')}") for row in kept.rows["passage"]]
    lines += [
        ("接待", f"{moment(row['started_at'])} {staff.get(str(row['host']), '')}") for row in kept.rows["reception"]
    ]
    for row in kept.rows["concern"]:
        said = f"{text(row, 'concern', 'type')}：{text(row, 'concern', 'words')}"
        lines.append((f"诉求 {text(row, 'concern', 'number')}", said))
        for table, zh, name in (
            ("concern_addition", "补充", "words"), ("promise", "承诺", "text"), ("concern_step", "经过", "state"),
        ):  # fmt: skip
            lines += [
                (f"　{zh}", " ".join(filter(None, (moment(one.get("at")), text(one, table, name)))))
                for one in kept.rows[table]
                if one["concern"] == row["id"]
            ]
    lines += [("随口提到", str(row["words"])) for row in kept.rows["aside"]]
    lines += [("图片文件", str(row["name"] or row["id"])) for row in kept.rows["attachment"]]
    return lines
