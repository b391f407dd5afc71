"""What somebody is told before anything about them is written down, with the version that their record keeps."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from db.errors import Misused
from resources import path


@dataclass(frozen=True, slots=True)
class Line:
    """One sentence of a notice, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice in the order in which it is read."""

    kind: str
    version: int
    lines: tuple[Line, ...]

    @property
    def key(self) -> str:
        """Which wording it is: walk_in:1."""
        return f"{self.kind}:{self.version}"


@cache
def _notices() -> Mapping[str, Notice]:
    with path("notices.toml").open("rb") as file:
        read = tomllib.load(file)
    return MappingProxyType(
        {
            kind: Notice(kind, int(found["version"]), tuple(Line(**line) for line in found["lines"]))
            for kind, found in read.items()
        }
    )


def notice_of(kind: str, facts: Mapping[str, str]) -> Notice:
    """The notice of a kind with the project's facts in it; a line that names an empty one is left out."""
    shipped = _notices()[kind]
    empty = [f"{{{name}}}" for name, value in facts.items() if not value.strip()]
    lines = (line for line in shipped.lines if not any(mark in line.zh for mark in empty))
    return Notice(kind, shipped.version, tuple(Line(_filled(one.zh, facts), _filled(one.en, facts)) for one in lines))


def known_key(key: str) -> str:
    """Return `key` unchanged if it is a wording that was ever shipped. Raises Misused `notice_unknown`."""
    kind, _, version = key.partition(":")
    shipped = _notices().get(kind)
    if shipped is None or not version.isdecimal() or not 1 <= int(version) <= shipped.version:
        choices = " ".join(f"{one.kind}:{one.version}" for one in _notices().values())
        raise Misused("notice_unknown", value=key, choices=choices)
    return key


def _filled(text: str, facts: Mapping[str, str]) -> str:
    # By replacement: a company's name may hold braces of its own.
    for name, value in facts.items():
        text = text.replace(f"{{{name}}}", value)
    return text
