"""Which change of a field a person may take back by itself; every other one has a verb, or a step, of its own."""

from collections.abc import Mapping
from types import MappingProxyType

from desktop.rules.moves import Refusal, refusal

# What a person typed or corrected. Steps, arrivals, codes and joins of rooms are taken back by their own verbs.
UNDOABLE: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "client": frozenset({"name", "title", "phone", "phone2", "note", "merged_into"}),
        "event": frozenset({"title", "place", "starts_at", "ends_at", "slots"}),
        "promise": frozenset({"due", "department", "kept_at"}),
        "concern": frozenset(
            {
                "type",
                "area",
                "sub_area",
                "place",
                "wish",
                "grade",
                "risk",
                "channel",
                "client",
                "summary",
                "meaning",
                "unit",
                "part",
                "facing",
                "perceived",
                "measured",
                "tolerance",
                "responsible_unit",
                "inspector",
            }
        ),
        "staff": frozenset({"name", "level", "department", "post"}),
        "project": frozenset(
            {
                "name",
                "company",
                "service_line",
                "service_name",
                "notice_line",
                "legal_line",
                "promise_line",
                "last_line",
                "has_seal",
            }
        ),
    }
)
# Cells that were written together and go back together.
_TOGETHER: Mapping[tuple[str, str], str] = MappingProxyType({("promise", "kept_at"): "kept_by"})


def together_with(table: str, column: str) -> str | None:
    """The column that goes back with this one; None for most."""
    return _TOGETHER.get((table, column))


def against_undo(table: str, column: str, *, is_last: bool, is_torn: bool, is_of_step: bool) -> Refusal | None:
    """Why this change cannot be taken back by itself; None when it can.

    `is_last` says that nothing came after it, `is_torn` that devices disagree about the field, `is_of_step` that it
    was told with a step of the concern.
    """
    if table not in UNDOABLE or column not in UNDOABLE[table]:
        return refusal("undo_not_here", field=column)
    if is_of_step:
        return refusal("undo_by_step", field=column)
    if is_torn:
        return refusal("undo_torn", field=column)
    if not is_last:
        return refusal("undo_not_last", field=column)
    return None
