"""What an interview record says, filled in by the caller; every text here is plain text, whatever it contains."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with its options; `chosen` is the place of the one chosen, from 0, None for none.

    At a scale the options are the two ends, or none, and `chosen` is the point, from 0.
    """

    kind: Literal["choice", "scale", "text"]
    text: str
    options: tuple[str, ...] = ()
    chosen: int | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class SaidWords:
    """What the client said: the number and what kind it is, or neither for something said in passing."""

    words: str
    number: str = ""
    facts: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """One talk; without a number it is a sheet to be filled in by hand. `host` comes with the post of that day."""

    number: str = ""
    name: str = ""
    room: str = ""
    phone_masked: str = ""
    host: str = ""
    stands_in_for: str = ""
    recorder: str = ""
    present: str = ""
    observers: str = ""
    started: datetime | None = None
    ended: datetime | None = None
    guide: str = ""
    questions: tuple[AskedQuestion, ...] = ()
    needs: tuple[SaidWords, ...] = ()
    words: tuple[SaidWords, ...] = ()
    asides: tuple[SaidWords, ...] = ()
