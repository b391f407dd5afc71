"""The notice about personal information: its text, which a project may word itself, as titled sections."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from resources import path

# The shipped text is the first version of every project; its own begin behind it.
SHIPPED_VERSION: Final = 1
PLACES: Final = ("company", "project", "service", "line")


@dataclass(frozen=True, slots=True)
class NoticeSection:
    """A title, "" for none, and its paragraphs."""

    title: str
    paragraphs: tuple[str, ...]


@cache
def shipped() -> str:
    """The shipped text, with its places unfilled."""
    return path("privacy_notice.txt").read_text(encoding="utf-8").strip()


def tidied(text: str) -> str:
    """The text as it is kept: one empty line between sections, no spaces at the ends."""
    blocks = "\n".join(line.strip() for line in text.strip().splitlines()).split("\n\n")
    return "\n\n".join(block.strip() for block in blocks if block.strip())


def sections(text: str, facts: Mapping[str, str]) -> tuple[NoticeSection, ...]:
    """The text as it stands on paper: the first line of a block is its title, a block of one line has none.

    `facts` fill the places {company} {project} {service} {line}; a paragraph that names an empty one is left out.
    """
    empty = [f"{{{name}}}" for name in PLACES if name != "service" and not facts.get(name, "").strip()]
    found = []
    for block in tidied(text).split("\n\n"):
        lines = [line for line in block.splitlines() if not any(mark in line for mark in empty)]
        title, rest = (lines[0], lines[1:]) if len(block.splitlines()) > 1 and lines else ("", lines)
        if rest:
            found.append(NoticeSection(_filled(title, facts), tuple(_filled(line, facts) for line in rest)))
    return tuple(found)


def _filled(text: str, facts: Mapping[str, str]) -> str:
    # By replacement: a company's name may hold braces of its own.
    for name in PLACES:
        text = text.replace(f"{{{name}}}", facts.get(name, ""))
    return text
