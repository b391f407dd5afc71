"""Two kinds of promise, and what of each may be told the client; words that ask for care, never a decision.

What we can do ourselves (look, reply, repair by a day) is of kind work. Money, the contract, the handover's date,
planning or giving the flat back needs somebody's authority first: the client is only told by when an answer comes in
writing.
"""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Final

from resources import path

WORK: Final = "work"
AUTHORITY: Final = "authority"


@cache
def _hints() -> Mapping[str, tuple[str, ...]]:
    with path("hints.toml").open("rb") as file:
        read = tomllib.load(file)
    return MappingProxyType({name: tuple((*lists["zh"], *lists["en"])) for name, lists in read.items()})


def proposed_kind(text: str) -> str:
    """The kind to propose for a promise, from its words; the person decides."""
    return AUTHORITY if _named(text, "authority") else WORK


def named_cause(answer: str) -> str:
    """The first word in an answer that names a cause; empty for none."""
    return _named(answer, "cause")


def toward_client(kind: str | None, text: str, due: date | None) -> str:
    """What a paper for the client says of a promise, in Chinese; what needs authority keeps its text inside."""
    if kind != AUTHORITY:
        return text
    return f"我们将在 {due.month}月{due.day}日 前书面答复" if due else "我们将书面答复"


def _named(text: str, hint: str) -> str:
    said = text.casefold()
    found = [(said.find(word), word) for word in _hints()[hint] if word in said]
    return min(found)[1] if found else ""
