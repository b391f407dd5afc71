"""One history put together: the record, what belongs to it, what changed, and what the journal says."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

import msgspec

from db import concerns, dossiers, history, trails
from db.records import BY_TABLE, ConcernStep, Reception
from db.store import Reader
from db.trails import CellChange, JournalLine
from desktop.rules.states import STATES
from desktop.rules.undoing import against_undo
from desktop.services.history.entries import Entry, FieldChange, Kind
from desktop.services.history.naming import Names, Value

# What shows or hands out a person's data.
SEEN: Final = frozenset(
    {
        "record.open", "history.show", "client.unmask", "call.dial", "paper.copy", "paper.dispatch", "paper.form",
        "paper.summary",
        "invitation.issue", "invitation.export-contacts", "invitation.remind", "concern.export", "export.sqlite",
    }
)  # fmt: skip
ONE_LOOK_MS: Final = 5 * 60_000
_ATTACHED = "attachment"
# Columns that say nothing to a person, or say what another entry says better.
_SILENT = frozenset({"created_at", "created_by", "kept_by", "code_hash"})

# Who said or did it, where somebody else may have typed it in.
_AUTHORS: Final = {
    "promise": "promised_by", "concern_addition": "said_by", "concern": "received_by", "reception": "host",
}  # fmt: skip
_MADE: Final[tuple[Kind, str]] = ("made", "")
# What belongs to a record: the kind of its line, and the column that says what it is.
_BELONGS: Final[Mapping[str, tuple[Kind, str]]] = {
    "concern_addition": ("words", "words"), "promise": ("promise", "text"), "reminder": ("reminder", "department"),
    _ATTACHED: ("attachment", "name"), "event_staff": ("made", "staff"), "roster": ("made", "file_name"),
    "invitation": ("made", "event"), "client_owner": ("made", "name"), "invite_contact": ("made", "result"),
}  # fmt: skip


@dataclass(slots=True)
class Gathering:
    """One history while it is put together."""

    reader: Reader
    table: str
    row: str
    names: Names = field(init=False)
    rows: tuple[tuple[str, str], ...] = field(init=False)
    _clients: tuple[str, ...] = field(init=False)
    _steps: tuple[ConcernStep, ...] = field(init=False)
    _subjects: frozenset[str] = field(init=False)
    _changes: tuple[CellChange, ...] = field(init=False)
    _lines: tuple[JournalLine, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.names = Names.of(self.reader)
        self._clients = (self.row, *dossiers.joined_ids(self.reader, self.row)) if self.table == "client" else ()
        self.rows = tuple(dict.fromkeys(self._rows()))
        self._steps = concerns.steps(self.reader, self.row) if self.table == "concern" else ()
        self._subjects = frozenset(self._named())
        # A client's concerns are named in the client's history; what became of them stands in their own.
        own = [one for one in self.rows if one[0] != "concern" or self.table == "concern"]
        self._changes = trails.changes(self.reader, own)
        moments = {one.stamp for one in self._changes} | {self._made_at(*one) for one in self.rows}
        self._lines = trails.journal_lines(
            self.reader, self._subjects, exported=self._exported(), moments=moments - {0}
        )

    def _rows(self) -> Iterator[tuple[str, str]]:
        """The record and what belongs to it."""
        yield self.table, self.row
        if self.table == "concern":
            for table in ("promise", "concern_addition", "reminder"):
                yield from ((table, one) for one in trails.rows_of(self.reader, table, "concern", self.row))
        if self.table in ("concern", "reception", "form"):
            yield from ((_ATTACHED, one) for one in trails.rows_of(self.reader, _ATTACHED, "owner", self.row))
        for client in self._clients:
            yield "client", client
            for table in ("client_owner", "invitation", "invite_contact", "concern"):
                yield from ((table, one) for one in trails.rows_of(self.reader, table, "client", client))
        if self.table == "event":
            yield from (("roster", one) for one in trails.rows_of(self.reader, "roster", "event", self.row))
            yield from (("event_staff", one) for one in trails.rows_of(self.reader, "event_staff", "event", self.row))

    def _named(self) -> Iterator[str]:
        """What the journal's lines about this record may name."""
        yield from (row for _, row in self.rows)
        if self.table == "concern":
            for name in ("reception", "event"):
                yield from trails.named_by(self.reader, "concern", name, "id", self.row)
        for client in self._clients:
            yield from trails.named_by(self.reader, "invitation", "event", "client", client)
            yield from trails.rows_of(self.reader, "reception", "client", client)

    def _exported(self) -> str:
        return self.row if self.table == "concern" else ""

    def _made_at(self, table: str, row: str) -> int:
        record = self.reader.get(BY_TABLE[table], row)
        return record.created_at if record else 0

    # Entries

    def entries(self) -> Iterator[Entry]:
        """Everything that became of the record."""
        for table, row in self.rows:
            if made := self._made(table, row):
                yield made
        if self.table == "concern":
            # Taking a concern down is its first step; two lines about it would say one thing.
            yield from (self._step(one) for one in self._steps)
        yield from self._changed()

    def _made(self, table: str, row: str) -> Entry | None:
        record = self.reader.get(BY_TABLE[table], row)
        if record is None or not record.created_at or table == "concern" == self.table:
            return None
        is_own = (table, row) == (self.table, self.row)
        kind, told = _MADE if is_own else _BELONGS.get(table, _MADE)
        about = self.names.value(table, told, str(getattr(record, told) or "")).shown if told else ""
        if not told and not is_own:
            about = self.names.title(table, row)[0]
        line = self._line(record.created_at, record.created_by, row)
        device = getattr(record, "device", None) or (line.writer if line else "")
        typed_by = self.names.staff.get(record.created_by or "", "")
        author = self.names.staff.get(getattr(record, _AUTHORS.get(table, ""), "") or "", typed_by)
        return Entry(
            record.created_at, kind, table, row, author, typed_by if typed_by != author else "",
            device=self.names.devices.get(device, ""), verb=line.verb if line else "", about=about,
        )  # fmt: skip

    def _step(self, step: ConcernStep) -> Entry:
        staff = self.names.staff
        line = self._line(step.created_at, step.created_by, self.row)
        kinds = {one.name: one for one in STATES[step.state].fields} if step.state in STATES else {}
        told = [
            FieldChange(name, (), self._told(name, value, kinds[name].choices if name in kinds else ""))
            for name, value in msgspec.json.decode(step.facts, type=dict[str, str]).items()
        ]
        entered = staff.get(step.entered_by, "") if step.entered_by != step.decided_by else ""
        return Entry(
            step.at, "step", "concern_step", step.id, staff.get(step.decided_by, ""), entered,
            self.names.devices.get(line.writer, "") if line else "", step.means, line.verb if line else "", step.state,
            fields=tuple(told),
        )  # fmt: skip

    def _told(self, name: str, value: str, choices: str) -> Value:
        said = self.names.value("concern", name, value)
        return Value(said.shown, choices or said.choices) if said.shown == value else said

    def _changed(self) -> Iterator[Entry]:
        """Fields that one deed changed together stand in one entry."""
        by_deed: dict[tuple[int, str, str, str | None, str | None], list[CellChange]] = {}
        for one in self._changes:
            # A step tells its own fields; the row of a promise kept names the person who kept it.
            if one.column not in _SILENT and not self._is_told(one):
                by_deed.setdefault((one.stamp, one.table, one.row_id, one.who, one.writer), []).append(one)
        for (stamp, table, row, who, writer), cells in by_deed.items():
            line = self._line(stamp, who, row, writer)
            about = self.names.title(table, row)[0] if (table, row) != (self.table, self.row) else ""
            yield Entry(
                stamp, "changed", table, row, self.names.staff.get(who or "", ""),
                device=self.names.devices.get(writer or "", ""), verb=line.verb if line else "", about=about,
                fields=tuple(self._field(one) for one in cells),
            )  # fmt: skip

    def _field(self, one: CellChange) -> FieldChange:
        against = against_undo(
            one.table, one.column, is_last=one.is_last, is_torn=is_torn(self.reader, one),
            is_of_step=is_of_step(self._steps, one),
        )  # fmt: skip
        before = tuple(self.names.value(one.table, one.column, value) for value in one.before)
        after = self.names.value(one.table, one.column, one.after)
        return FieldChange(one.column, before, after, one.op, against.code if against else "")

    def _is_told(self, one: CellChange) -> bool:
        return self.table == "concern" and one.table == "concern" and is_of_step(self._steps, one)

    def _line(self, at: int, who: str | None, row: str, writer: str | None = None) -> JournalLine | None:
        """The journal's line of the deed that wrote something at this moment: by its row, else by who and where."""
        same = [one for one in self._lines if one.at == at and one.staff == who and writer in (None, one.writer)]
        named = [one for one in same if one.subject == row]
        return next(iter(named or same), None)

    # Who saw it

    def seen(self) -> Iterator[Entry]:
        """Who opened, unmasked, printed or exported it; the latest first."""
        last: dict[tuple[str | None, str, str | None, str], int] = {}
        for line in self._lines:
            if line.verb in SEEN and self._is_about(line):
                look = (line.staff, line.verb, line.subject, line.writer)
                # The lines come from the latest back: one look is told once, however often a page was read anew.
                if look in last and last[look] - line.at < ONE_LOOK_MS:
                    continue
                last[look] = line.at
                yield Entry(
                    line.at, "seen", "journal", line.subject or "", self.names.staff.get(line.staff or "", ""),
                    device=self.names.devices.get(line.writer, ""), verb=line.verb,
                    about=self._handed_out(line),
                )  # fmt: skip

    def _is_about(self, line: JournalLine) -> bool:
        """The journal is asked for moments as well, which bring lines about other records."""
        if line.verb == trails.EVERYTHING:
            return True
        subject = line.subject or ""
        if line.verb in (trails.EXPORTED, trails.SENT_OUT):
            return bool(self._exported()) and (self._exported() in subject or subject.startswith(trails.MANY))
        return subject in self._subjects

    def _handed_out(self, line: JournalLine) -> str:
        if line.verb == trails.EXPORTED:
            subject = line.subject or ""
            return subject.removeprefix(trails.MANY) if subject.startswith(trails.MANY) else str(len(subject.split()))
        if line.verb == "paper.copy":
            talk = self.reader.get(Reception, line.subject or "")
            return talk.number if talk else ""
        return ""


def is_torn(reader: Reader, one: CellChange) -> bool:
    """Whether devices disagree about the field now."""
    return len({head.value for head in history.heads(reader, one.table, one.row_id, one.column)}) > 1


def is_of_step(steps: tuple[ConcernStep, ...], one: CellChange) -> bool:
    """Whether a field of a concern got its value with one of its steps, by which it is told and changed."""
    return one.table == "concern" and any(
        one.after is not None
        and step.created_by == one.who
        and msgspec.json.decode(step.facts, type=dict[str, str]).get(one.column) == one.after
        for step in steps
    )
