"""Which row is meant: the full id, a unique beginning of it (8 characters or more), or a unique exact name."""

from typing import TYPE_CHECKING

from db.errors import Misused

if TYPE_CHECKING:
    from db.store import Reader

SHORTEST_PREFIX = 8
# What a person may say instead of an id, per table.
NAMED_BY = {
    "client": "name", "staff": "name", "event": "title", "device": "name", "concern": "number",
    "reception": "number", "turn": None, "promise": None, "check_in": None, "aside": None, "roster": "file_name",
    "standard_answer": "question", "common_issue": "title", "reflection": None, "course": "name",
    "training": None, "duty_exemption": None, "staff_post": None,
    "campaign": "name", "campaign_contact": None, "call_item": "order_number", "do_not_call": None,
    "paper_job": None,
}  # fmt: skip


def resolve(reader: "Reader", table: str, text: str) -> str:
    """The id of the one row of `table` that `text` means. Raises Misused `id_unknown` or `id_ambiguous`."""
    if reader.one(f"SELECT 1 FROM {table} WHERE id = :id", id=text):  # noqa: S608 - table names are our own
        return text
    found: list[str] = []
    name = NAMED_BY[table]
    if name:
        found = _ids(reader, f"SELECT id FROM {table} WHERE {name} = :text AND deleted = 0 LIMIT 2", text)  # noqa: S608
    if not found and len(text) >= SHORTEST_PREFIX:
        sql = f"SELECT id FROM {table} WHERE substr(id, 1, length(:text)) = :text AND id >= :text LIMIT 2"  # noqa: S608
        found = _ids(reader, sql, text.lower())
    if not found:
        raise Misused("id_unknown", table=table, value=text[:80])
    if len(found) > 1:
        raise Misused("id_ambiguous", table=table, value=text[:80])
    return found[0]


def _ids(reader: "Reader", sql: str, text: str) -> list[str]:
    return [row[0] for row in reader.query(sql, text=text)]
