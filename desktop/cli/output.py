"""What a command answers: one JSON document, or a text in the user's language; messages go to stderr."""

import os
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal, cast

from db.errors import Trouble
from resources.wording import Language, Wording, wording

if TYPE_CHECKING:
    from db.records import Code


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer of a command: `data` for --json, `text` for people, `status` as exit code.

    `told` says that the answer went out line by line already.
    """

    data: Any
    text: str
    status: int = 0
    told: bool = False


def language_of(chosen: str | None) -> Language:
    """The language of messages: as asked, else English where the system speaks it, else Chinese."""
    if chosen in ("zh", "en"):
        return cast(Literal["zh", "en"], chosen)
    spoken = os.environ.get("QINTING_LANGUAGE") or os.environ.get("LC_ALL") or os.environ.get("LANG") or ""
    return "en" if spoken.lower().startswith("en") else "zh"


def sentences(code: str, facts: dict[str, str | int], language: Language, own: "tuple[Code, ...]" = ()) -> Wording:
    """The sentence and the next step for a code, codes among the facts put into words."""
    # A window asks for words only when something is in the way.
    from desktop.rules.codes import worded

    return wording(code, worded(facts, language, own), language)


def tell(answer: Answer, *, as_json: bool) -> None:
    """Write the answer to stdout."""
    if not answer.told:
        write_line(as_json_text(answer.data) if as_json else answer.text)


def tell_trouble(trouble: Trouble, language: Language, *, as_json: bool) -> None:
    """Write why nothing was done and the next step: to stderr, with --json to stdout as well."""
    said = sentences(trouble.code, dict(trouble.facts), language)
    write_message(f"{said.message}\n{said.next}")
    if as_json:
        error = {"code": trouble.code, "message": said.message, "next": said.next}
        write_line(as_json_text({"error": error}))


def as_json_text(data: Any) -> str:
    """One JSON document on one line."""
    import msgspec

    return msgspec.json.encode(data).decode()


def write_line(text: str) -> None:
    """Write to stdout at once, so that a reader at the other end of a pipe sees every line when it is true."""
    if text:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()


def write_message(text: str) -> None:
    """Write to stderr."""
    sys.stderr.write(text + "\n")
    sys.stderr.flush()


def table(rows: Sequence[tuple[str, ...]]) -> str:
    """Rows as aligned columns; a Chinese character is as wide as two letters."""
    if not rows:
        return ""
    widths = [max(_width(row[i]) for row in rows) for i in range(len(rows[0]))]
    return "\n".join(
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _width(text: str) -> int:
    return sum(2 if ord(character) > 0x2E7F else 1 for character in text)
