"""What the page of one concern shows beside its story. Runs on the worker; knows no Qt."""

from dataclasses import dataclass

from db import common, dossiers, trails
from db.records import Attachment, Concern
from db.store import Reader, Store
from desktop.office import reading
from desktop.office.state import ConcernView
from desktop.services.history import opening
from desktop.services.history.entries import Entry, FieldChange
from desktop.services.history.naming import Names
from desktop.services.registry import Caller

SHOWN_CHANGES = 12


@dataclass(frozen=True, slots=True)
class AttachmentLine:
    """A file of the concern, its talk or its form; `at` in UTC ms."""

    name: str
    at: int
    belongs: str


@dataclass(frozen=True, slots=True)
class OtherConcern:
    """Another concern of the same client."""

    concern: str
    number: str
    words: str
    state: str


@dataclass(frozen=True, slots=True)
class WholeConcern:
    """Everything of one concern: what the pane tells, and what stands beside it on the page."""

    view: ConcernView
    attachments: tuple[AttachmentLine, ...]
    others: tuple[OtherConcern, ...]
    changes: tuple[Entry, ...]
    # Id and sentence of the common matter that it belongs to.
    matter: tuple[str, str] | None = None


def whole(caller: Caller, store: Store, concern: str, *, is_opened: bool) -> WholeConcern | None:
    """One concern with everything; `is_opened` notes that a person has opened it. None when it is gone."""
    view = reading.concern(caller, store, concern)
    if view is None:
        return None
    if is_opened:
        opening.opened(caller, store, table="concern", row=concern)
    matter = common.of_concern(store, concern)
    return WholeConcern(
        view, _attachments(store, concern), _others(store, view), _changes(store, concern),
        (matter.id, matter.title) if matter else None,
    )  # fmt: skip


def _attachments(reader: Reader, concern: str) -> tuple[AttachmentLine, ...]:
    kept = reader.get(Concern, concern)
    form = kept.number.rpartition("-")[0] if kept else ""
    found = reader.records(
        Attachment,
        "WHERE deleted = 0 AND owner IN (:concern, :talk, (SELECT id FROM form WHERE number = :form LIMIT 1))"
        " ORDER BY at, id",
        concern=concern,
        talk=kept.reception if kept else None,
        form=form,
    )
    return tuple(AttachmentLine(one.name or one.media_type, one.at, one.belongs) for one in found)


def _others(reader: Reader, view: ConcernView) -> tuple[OtherConcern, ...]:
    rows = dossiers.concerns(reader, view.client_id) if view.client_id else []
    return tuple(OtherConcern(*row) for row in rows if row[0] != view.concern)


def _changes(reader: Reader, concern: str) -> tuple[Entry, ...]:
    """The last changes of its fields, those told with steps among them."""
    names = Names.of(reader)
    return tuple(
        Entry(
            one.stamp, "changed", one.table, one.row_id, names.staff.get(one.who or "", ""),
            device=names.devices.get(one.writer or "", ""),
            fields=(
                FieldChange(
                    one.column, tuple(names.value(one.table, one.column, before) for before in one.before),
                    names.value(one.table, one.column, one.after), one.op,
                ),
            ),
        )
        for one in trails.changes(reader, [("concern", concern)])[:SHOWN_CHANGES]
    )  # fmt: skip
