"""Departments answer in a table: their open concerns go out, and what they filled in comes back step by step."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal

import msgspec

from db import clients, concerns, people, trails
from db.errors import Refused
from db.records import Concern
from db.store import Reader, Store, Transaction
from desktop.roster.sheets import write_sheet
from desktop.roster.step_sheets import FILLED, HEADS, NUMBER, STATE, TOLD, WANTED, FilledRow, read_step_sheet
from desktop.rules.codes import codes, entries, known_code, label
from desktop.rules.moves import Refusal, refusal
from desktop.rules.states import STATES
from desktop.services.concerns import listing, moving
from desktop.services.people.staff import additions
from desktop.services.registry import OFFICE_ROLES, Caller, verb
from resources.wording import Language

SHEET_MEANS: Final = "department_sheet"
# Where a department has the concern.
WITH_DEPARTMENT: Final = ("dispatched", "in_progress", "on_hold")
NAMED_IN_JOURNAL: Final = 500
# Who decides each step, the first of these cells that is filled in.
_DECIDERS: Final[Mapping[str, tuple[str, ...]]] = {
    "in_progress": ("signed_by", "handler"),
    "returned": ("approved_by", "signed_by", "handler"),
}
_ANY_DECIDER: Final = ("handler", "signed_by", "approved_by")
_PEOPLE: Final = ("signed_by", "handler", "approved_by")
_CHOICES: Final = {"proposed_department": "department", "waiting_for": "waiting_for"}

Outcome = Literal["done", "unchanged", "refused"]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """What became of a row: the states it went through, or every reason why nothing of it was done."""

    row: int
    number: str
    outcome: Outcome
    states: tuple[str, ...] = ()
    reasons: tuple[Refusal, ...] = ()


class _NotDone(Exception):  # noqa: N818 - in the house's words
    """Takes the steps of one row back."""

    def __init__(self, reasons: tuple[Refusal, ...]) -> None:
        super().__init__()
        self.reasons = reasons


@verb("concern.sheet", roles=OFFICE_ROLES | {"department_head", "handler"})
def write(
    caller: Caller, tx: Transaction, *, department: str, file: Path, language: Language = "zh"
) -> tuple[str, ...]:
    """Write the open concerns of a department to `file` (.xlsx or .csv), with columns to fill in. Returns their ids.

    No client is named. Raises Refused `nothing_to_export`, Misused `sheet_ending`, and StoreTrouble.
    """
    own = additions(tx)
    known_code("department", department, own)
    lines = [
        one
        for one in listing.everything(caller, tx, now_ms=tx.now)
        if one.department == department and one.state in WITH_DEPARTMENT
    ]
    if not lines:
        raise Refused("nothing_to_export")
    staff, rows = people.names(tx), []
    for line in lines:
        kept = tx.get(Concern, line.concern)
        told = {
            NUMBER: line.number, STATE: label("state", line.state, language, own), "due": _day(line.due),
            "words": line.words, "wish": (kept and kept.wish) or "", "place": (kept and kept.place) or "",
            "room": clients.room_spoken(tx, line.client) if line.client else "",
            "grade": label("grade", line.grade, language, own) if line.grade else "",
            "handler": staff.get(line.handler or "", ""),
        }  # fmt: skip
        rows.append(tuple(told.get(name, "") for name in (*TOLD, *FILLED)))
    heads = tuple(HEADS[language][name] for name in (*TOLD, *FILLED))
    write_sheet(file, heads, rows, title=label("department", department, language, own))
    ids = tuple(one.concern for one in lines)
    tx.subject = " ".join(ids) if len(ids) <= NAMED_IN_JOURNAL else f"{trails.MANY}{len(ids)}"
    return ids


def take_in(caller: Caller, store: Store, *, file: Path, by: str, is_dry_run: bool = False) -> tuple[SheetRow, ...]:
    """Take the steps that a department filled in, each row by itself: all of its steps, or none with the reasons.

    `by` enters them, in the name of those whom the rows name. With `is_dry_run` nothing is kept. Raises what reading
    the file raises, and Refused for a caller who may not move concerns.
    """
    return tuple(_take_row(caller, store, file, by, row, is_kept=not is_dry_run) for row in read_step_sheet(file))


def _take_row(caller: Caller, store: Store, file: Path, by: str, row: FilledRow, *, is_kept: bool) -> SheetRow:
    number = row.cells[NUMBER]
    try:
        concern = _concern(store, number)
        mark = _mark(row)
        targets = _targets(store, concern, row.cells)
        if not targets or any((one.evidence or "").endswith(mark) for one in concerns.steps(store, concern)):
            return SheetRow(row.row, number, "unchanged")
        cells = _with_ids(store, row.cells)
        with store.transaction(verb="concern.import", by=caller.staff, subject=concern, keep=is_kept) as tx:
            for target in targets:
                moved = moving.move(
                    caller, tx, concern=concern, target=target, by=_decider(target, cells), entered_by=by,
                    means=SHEET_MEANS, fields=_fields(target, cells), evidence=f"{file.name} #{row.row} {mark}",
                )  # fmt: skip
                if moved.refused:
                    raise _NotDone(moved.refused)
    except _NotDone as not_done:
        return SheetRow(row.row, number, "refused", (), not_done.reasons)
    return SheetRow(row.row, number, "done", targets)


def _mark(row: FilledRow) -> str:
    """What tells this row's content from every other: a sheet that is taken in twice takes no step twice."""
    return hashlib.sha256(msgspec.json.encode(sorted(row.cells.items()))).hexdigest()[:12]


def _concern(reader: Reader, number: str) -> str:
    found = reader.records(Concern, "WHERE number = :number AND deleted = 0 ORDER BY id LIMIT 1", number=number)
    if not found:
        raise _NotDone((refusal("sheet_number_unknown", value=number),))
    return found[0].id


def _targets(reader: Reader, concern: str, cells: Mapping[str, str]) -> tuple[str, ...]:
    """The steps that a row asks for: by its own word, else by what is filled in."""
    now = concerns.now(reader, concern)
    state = str(now[0]) if now else ""
    printed = _code("state", cells.get(STATE, ""), reader)
    wanted = _code("state", cells[WANTED], reader) if WANTED in cells else ""
    if WANTED in cells and not wanted:
        raise _NotDone((refusal("sheet_value_unknown", field="state", value=cells[WANTED], choices=_words("state")),))
    stood = {step.state for step in concerns.steps(reader, concern)}
    if not wanted and printed not in ("", state) and printed not in stood:
        # Written over what was printed: a wish like any other, and judged like any other.
        wanted = printed
    target = wanted or _implied(cells)
    if target in ("", state):
        return ()
    if printed not in ("", state) and printed in stood:
        raise _NotDone((refusal("sheet_state_differs", state=state),))
    if target == "resolved" and state in ("dispatched", "on_hold"):
        return ("in_progress", "resolved")
    return (target,)


def _implied(cells: Mapping[str, str]) -> str:
    if "result" in cells:
        return "resolved"
    if "reason" in cells and "proposed_department" in cells:
        return "returned"
    if "reason" in cells and "until" in cells:
        return "on_hold"
    return "in_progress" if "signed_by" in cells else ""


def _with_ids(reader: Reader, cells: Mapping[str, str]) -> dict[str, str]:
    told = dict(cells)
    for name in _PEOPLE:
        if name in told:
            found = people.named(reader, told[name]) or (told[name] if told[name] in people.names(reader) else None)
            if found is None:
                raise _NotDone((refusal("sheet_person_unknown", value=told[name]),))
            told[name] = found
    for name, list_name in _CHOICES.items():
        if name in told:
            code = _code(list_name, told[name], reader)
            if not code:
                against = refusal("sheet_value_unknown", field=name, value=told[name], choices=_words(list_name))
                raise _NotDone((against,))
            told[name] = code
    return told


def _decider(target: str, cells: Mapping[str, str]) -> str:
    for name in _DECIDERS.get(target, _ANY_DECIDER):
        if name in cells:
            return cells[name]
    raise _NotDone((refusal("sheet_person_missing"),))


def _fields(target: str, cells: Mapping[str, str]) -> dict[str, str]:
    """What of the row belongs to a step; whoever signs for a concern handles it unless the row names another."""
    asked = {field.name for field in STATES[target].fields} if target in STATES else set()
    return {name: value for name, value in cells.items() if name in asked and name in FILLED}


def _code(list_name: str, word: str, reader: Reader) -> str:
    """The code of a word in either language, or of the code itself; "" for none."""
    wanted = word.strip().casefold()
    for entry in entries(list_name, additions(reader)):
        if wanted and wanted in (entry.code, entry.zh.casefold(), entry.en.casefold()):
            return entry.code
    return ""


def _words(list_name: str) -> str:
    return "、".join(label(list_name, code, "zh") for code in codes(list_name))


def _day(due: str | None) -> str:
    return (due or "").replace("T", " ")
