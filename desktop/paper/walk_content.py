"""What stands on the sheets with which homes are walked through; every text is plain text, whatever it contains."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Known:
    """What a client said of the home before: the words in full, and what is known besides; `below` is number and day.

    `part` is its building part in words, "" where nobody named one.
    """

    words: str
    part: str = ""
    place: str = ""
    measured: str = ""
    allowed: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One building part of the home: what is looked at, and what is known of it already."""

    name: str
    looked_at: str = ""
    known: tuple[Known, ...] = ()


@dataclass(frozen=True, slots=True)
class WalkSheet:
    """One home; what is empty stays a line to write on. `owners` come masked, `number` is that of the client's form.

    `unplaced` are concerns whose part nobody named, `elsewhere` how many open ones are not about the home.
    """

    room: str = ""
    owners: str = ""
    number: str = ""
    parts: tuple[Part, ...] = ()
    unplaced: tuple[Known, ...] = ()
    elsewhere: int = 0
