"""What leads a talk at a node: things to keep in mind and questions to ask, in versions that a talk remembers."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

import msgspec

from db.errors import Misused
from desktop.rules.codes import known_code
from resources import path

Kind = Literal["prompt", "choice", "scale", "text"]

# The points of a scale, from the first to the last end named.
SCALE = ("1", "2", "3", "4", "5")
# A digit answers: nobody looks for a second key while the client talks.
OPTIONS_MOST = 9
LINES_MOST = 40
_ENDS = 2


@dataclass(frozen=True, slots=True)
class Words:
    """One text in both languages; without English the Chinese stands for it."""

    zh: str
    en: str = ""

    def said(self, language: str) -> str:
        """The text in this language."""
        return self.zh if language == "zh" else self.en or self.zh


@dataclass(frozen=True, slots=True)
class Option:
    """One answer to choose; at a scale the words of its two ends, whose codes say nothing."""

    zh: str
    en: str = ""
    code: str = ""

    def said(self, language: str) -> str:
        """Its words in this language."""
        return Words(self.zh, self.en).said(language)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: a prompt to keep in mind, or a question.

    `key` names a question through all versions of its guide; `topics` are the second-level areas that it covers.
    """

    kind: Kind
    zh: str
    en: str = ""
    key: str = ""
    options: tuple[Option, ...] = ()
    topics: tuple[str, ...] = ()

    def said(self, language: str) -> str:
        """Its words in this language."""
        return Words(self.zh, self.en).said(language)

    @property
    def codes(self) -> tuple[str, ...]:
        """What may be answered, in the order of the digits; nothing where the answer is free."""
        if self.kind == "scale":
            return SCALE
        return tuple(option.code for option in self.options) if self.kind == "choice" else ()

    def value_said(self, value: str, language: str) -> str:
        """An answer in words; a code that this version does not know stands for itself."""
        if self.kind == "scale":
            return f"{value} / {SCALE[-1]}" if value else ""
        return next((option.said(language) for option in self.options if option.code == value), value)


@dataclass(frozen=True, slots=True)
class Guide:
    """The lines of a node in the order of a talk."""

    version: int
    lines: tuple[Line, ...]

    @property
    def prompts(self) -> tuple[Line, ...]:
        """What to keep in mind."""
        return tuple(line for line in self.lines if line.kind == "prompt")

    @property
    def questions(self) -> tuple[Line, ...]:
        """What to ask."""
        return tuple(line for line in self.lines if line.kind != "prompt")

    @property
    def topics(self) -> frozenset[str]:
        """The second-level areas that its questions cover."""
        return frozenset(topic for line in self.questions for topic in line.topics)

    def question(self, key: str) -> Line | None:
        """The question called `key`."""
        return next((line for line in self.questions if line.key == key), None)


@cache
def _guides() -> Mapping[str, tuple[Guide, ...]]:
    with path("guides.toml").open("rb") as file:
        read = tomllib.load(file)
    return MappingProxyType(
        {
            node: tuple(
                Guide(int(version), msgspec.convert(found["lines"], tuple[Line, ...]))
                for version, found in sorted(versions.items(), key=lambda pair: int(pair[0]))
            )
            for node, versions in read.items()
        }
    )


def shipped(node: str) -> tuple[Guide, ...]:
    """Every version of a node's guide that comes with the program, the oldest first; none for a project's own node."""
    return _guides().get(node, ())


def guide_of(node: str) -> Guide | None:
    """The newest shipped guide of a node; None for one that a project added itself."""
    return next(reversed(shipped(node)), None)


def lines_text(lines: Sequence[Line]) -> str:
    """Lines as a JSON array, as they are kept."""
    return msgspec.json.encode(lines).decode()


def read_lines(text: str | bytes) -> tuple[Line, ...]:
    """Read a JSON array of lines. Raises Misused `guide_unreadable` with the place and what is wrong there."""
    try:
        return msgspec.json.decode(text, type=tuple[Line, ...])
    except msgspec.DecodeError as error:
        raise Misused("guide_unreadable", words=str(error)) from error


def checked(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines as they may be kept; a question without a key gets one that no other has.

    Raises Misused `guide_empty`, `guide_too_long`, `guide_line_empty`, `guide_options`, `guide_key_twice`, each with
    the number of the line, or `code_unknown` for a topic.
    """
    if not lines:
        raise Misused("guide_empty")
    if len(lines) > LINES_MOST:
        raise Misused("guide_too_long", count=len(lines), most=LINES_MOST)
    known: set[str] = set()
    made: list[Line] = []
    for number, line in enumerate(lines, 1):
        if not line.zh.strip():
            raise Misused("guide_line_empty", line=number)
        if line.kind == "prompt":
            made.append(Line("prompt", line.zh.strip(), line.en.strip()))
            continue
        if line.key in known:
            raise Misused("guide_key_twice", line=number, key=line.key)
        key = line.key or _fresh_key(known | {one.key for one in lines})
        known.add(key)
        topics = tuple(known_code("sub_area", topic) for topic in line.topics)
        made.append(Line(line.kind, line.zh.strip(), line.en.strip(), key, _options(line, number), topics))
    return tuple(made)


def _options(line: Line, number: int) -> tuple[Option, ...]:
    """The options with a code each, or the two ends of a scale."""
    if line.kind == "text":
        return ()
    given = [option for option in line.options if option.zh.strip()]
    fits = _ENDS <= len(given) <= OPTIONS_MOST if line.kind == "choice" else len(given) in (0, _ENDS)
    codes = [option.code for option in given if option.code]
    if not fits or len(codes) != len(set(codes)):
        raise Misused("guide_options", line=number, most=OPTIONS_MOST)
    if line.kind == "scale":
        return tuple(Option(option.zh.strip(), option.en.strip()) for option in given)
    used = set(codes)
    made = []
    for option in given:
        code = option.code or next(str(one) for one in range(1, 2 * OPTIONS_MOST + 1) if str(one) not in used)
        used.add(code)
        made.append(Option(option.zh.strip(), option.en.strip(), code))
    return tuple(made)


def _fresh_key(known: set[str]) -> str:
    return next(key for key in (f"q{number}" for number in range(1, 2 * LINES_MOST + 1)) if key not in known)


def ticked(kept: str | None) -> tuple[int, frozenset[int]]:
    """Read what a talk keeps, "2:0 3", as its version and the places ticked, from 0; (0, none) for nothing readable."""
    version, _, places = (kept or "").partition(":")
    if not version.isdecimal():
        return 0, frozenset()
    return int(version), frozenset(int(place) for place in places.split() if place.isdecimal())


def ticks_text(version: int, places: frozenset[int]) -> str:
    """The same as text."""
    return f"{version}:{' '.join(map(str, sorted(places)))}"
