"""What a host keeps in mind at a talk: a short list for each node, with a version that the talk remembers."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from resources import path


@dataclass(frozen=True, slots=True)
class Prompt:
    """One line of a guide, in both languages."""

    zh: str
    en: str


@dataclass(frozen=True, slots=True)
class Guide:
    """The lines of a node in the order of a talk."""

    version: int
    prompts: tuple[Prompt, ...]


@cache
def _guides() -> Mapping[str, Guide]:
    with path("guides.toml").open("rb") as file:
        read = tomllib.load(file)
    return MappingProxyType(
        {
            node: Guide(int(found["version"]), tuple(Prompt(**prompt) for prompt in found["prompts"]))
            for node, found in read.items()
        }
    )


def guide_of(node: str) -> Guide | None:
    """The guide of a node; None for one that a project added itself."""
    return _guides().get(node)


def ticked(kept: str | None) -> tuple[int, frozenset[int]]:
    """Read what a talk keeps, "2:0 3", as its version and the places ticked, from 0; (0, none) for nothing readable."""
    version, _, places = (kept or "").partition(":")
    if not version.isdecimal():
        return 0, frozenset()
    return int(version), frozenset(int(place) for place in places.split() if place.isdecimal())


def ticks_text(version: int, places: frozenset[int]) -> str:
    """The same as text."""
    return f"{version}:{' '.join(map(str, sorted(places)))}"
