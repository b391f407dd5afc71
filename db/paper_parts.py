"""The versions of a project's mark and of its notice, the newest of each."""

from typing import TYPE_CHECKING

from db.records import PaperPart

if TYPE_CHECKING:
    from db.store import Reader


def versions(reader: "Reader", kind: str) -> tuple[PaperPart, ...]:
    """Every version of a part, the newest first; of two devices' with one number the later one counts."""
    return reader.records(
        PaperPart, "WHERE kind = :kind AND deleted = 0 ORDER BY version DESC, created_at DESC, id DESC", kind=kind
    )


def newest(reader: "Reader", kind: str) -> PaperPart | None:
    """The version that counts; None where the project has none of its own."""
    found = reader.records(
        PaperPart,
        "WHERE kind = :kind AND deleted = 0 ORDER BY version DESC, created_at DESC, id DESC LIMIT 1",
        kind=kind,
    )
    return found[0] if found else None
