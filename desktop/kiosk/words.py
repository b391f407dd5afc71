"""Texts of the translations' context Kiosk: English in the code, to be shown in both languages at once."""

from dataclasses import dataclass
from datetime import date
from typing import Final, Union

CONTEXT: Final = "Kiosk"

Fact = Union[str, date, "Said"]


@dataclass(frozen=True, slots=True)
class Said:
    """A text in English, with facts for its {placeholders}; a day, or another text, is worded where it is shown."""

    source: str = ""
    facts: tuple[tuple[str, Fact], ...] = ()


def QT_TRANSLATE_NOOP(_context: str, source: str) -> str:  # noqa: N802 - the collector of texts knows this name
    """The text itself; the call marks it for translation."""
    return source
