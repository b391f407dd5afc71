"""Agreed answers out of a list that a department keeps: every row is a draft until somebody agrees to it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import answers
from db.errors import Fact, Misused
from db.records import Staff
from db.spelling.phrases import plain
from db.store import Reader, Transaction
from desktop.roster.tables import as_text, open_tables
from desktop.rules.codes import entries
from desktop.services.answers.agreeing import FIELDS, WRITERS, draft
from desktop.services.people.staff import additions
from desktop.services.registry import OFFICE_DEVICE, Caller, verb

HEADINGS = {
    "问题": "question", "客户问": "question", "question": "question", "口径": "words", "统一口径": "words",
    "答复": "words", "答案": "words", "answer": "words", "words": "words", "不得承诺": "never", "不能承诺": "never",
    "禁止承诺": "never", "do not promise": "never", "never": "never", "关键词": "keywords", "keywords": "keywords",
    "类别": "area", "area": "area", "节点": "node", "node": "node", "责任部门": "department", "部门": "department",
    "department": "department", "有效期至": "valid_until", "有效期": "valid_until", "valid until": "valid_until",
    "valid_until": "valid_until",
}  # fmt: skip
_NEEDED = ("question", "words", "valid_until")
_CODES = ("area", "node", "department")


@dataclass(frozen=True, slots=True)
class Rejected:
    """A cell for which its row stayed out; rows count from 1, the heading row included.

    `reason` is the code of a message, `facts` what it asks for.
    """

    row: int
    column: str
    value: str
    reason: str
    facts: Mapping[str, Fact]


@dataclass(frozen=True, slots=True)
class Imported:
    """What became of a list: added, known and rejected rows make up all that were read."""

    read: int
    added: tuple[str, ...]
    known: int
    rejected: tuple[Rejected, ...]


@verb("answer.import", roles=WRITERS, devices=OFFICE_DEVICE)
def import_file(caller: Caller, tx: Transaction, *, file: Path, by: str) -> Imported:
    """Draft every answer of an XLSX or CSV list with a heading row, in the name of `by`.

    A question that an answer in use or a draft already has is known and stays as it is. Raises Misused `id_unknown`,
    `answer_headings`, Unreadable.
    """
    tx.known(Staff, by)
    table = next(open_tables(file), None)
    rows = [[as_text(cell).strip() for cell in row] for row in table.rows()] if table else []
    at, fields = _head(rows, file)
    known = {plain(one.question) for one in answers.all_answers(tx) if one.withdrawn_at is None}
    added, rejected, known_rows, read = list[str](), list[Rejected](), 0, 0
    for number, row in enumerate(rows[at + 1 :], start=at + 2):
        said = {field: cell for field, cell in zip(fields, row, strict=False) if field and cell}
        if not said:
            continue
        read += 1
        if plain(said.get("question", "")) in known:
            known_rows += 1
            continue
        try:
            added.append(draft(caller, tx, by=by, fields=_coded(tx, said)))
        except Misused as trouble:
            column = _column_of(trouble)
            rejected.append(Rejected(number, column, said.get(column, ""), trouble.code, trouble.facts))
        else:
            known.add(plain(said["question"]))
    tx.subject = file.name
    return Imported(read, tuple(added), known_rows, tuple(rejected))


def _head(rows: Sequence[Sequence[str]], file: Path) -> tuple[int, list[str]]:
    """Where the heading row is, and the field of each of its columns."""
    for number, row in enumerate(rows[:10]):
        fields = [HEADINGS.get(cell.casefold(), "") for cell in row]
        if all(one in fields for one in _NEEDED):
            return number, fields
    raise Misused("answer_headings", file=file.name)


def _coded(reader: Reader, said: dict[str, str]) -> dict[str, str]:
    """The fields with codes in place of the words for them."""
    made = {"question": "", "words": "", **said}
    for name in _CODES:
        for entry in entries(name, additions(reader)) if name in made else ():
            if made[name].casefold() in (entry.code, entry.zh, entry.en.casefold()):
                made[name] = entry.code
    # A workbook's own days are read as 2026-05-23 already; people also write 2026/5/3 or 2026.5.3.
    parts = made.get("valid_until", "").replace("/", "-").replace(".", "-").split("-")
    if len(parts) == 3 and all(map(str.isdecimal, parts)):
        made["valid_until"] = f"{int(parts[0]):04}-{int(parts[1]):02}-{int(parts[2]):02}"
    return made


def _column_of(trouble: Misused) -> str:
    named = {
        "answer_question_missing": "question", "answer_words_missing": "words", "day_unreadable": "valid_until",
        "answer_too_long": "words",
    }  # fmt: skip
    column = named.get(trouble.code, str(trouble.facts.get("list", "")))
    return column if column in FIELDS else ""
