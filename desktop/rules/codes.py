"""The code lists the program ships, with their words in both languages, and what a project adds to them."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Literal

from db.errors import Fact, Misused
from db.records import Code
from resources import path

Language = Literal["zh", "en"]

# Facts of a refusal which hold codes of a list under another name.
_FACT_LISTS: Mapping[str, str] = MappingProxyType({"target": "state"})


@dataclass(frozen=True, slots=True)
class Entry:
    """One shipped code; `number` is the printed number of a node (①), empty elsewhere."""

    code: str
    zh: str
    en: str
    number: str = ""


@cache
def _lists() -> Mapping[str, Mapping[str, Entry]]:
    with path("codes.toml").open("rb") as file:
        read = tomllib.load(file)
    return MappingProxyType(
        {
            name: MappingProxyType({code: Entry(code, **words) for code, words in entries.items()})
            for name, entries in read.items()
        }
    )


def list_names() -> tuple[str, ...]:
    """Name every shipped list."""
    return tuple(_lists())


def entries(list_name: str, additions: Iterable[Code] = ()) -> tuple[Entry, ...]:
    """Return the list in the order shown: shipped first, then the project's own in the order given.

    A project's code cannot replace a shipped one; without English it shows its Chinese. An unknown list is a KeyError.
    """
    found = dict(_lists()[list_name])
    for addition in additions:
        if addition.list == list_name:
            words = Entry(addition.code, addition.zh, addition.en or addition.zh)
            found.setdefault(addition.code, words)
    return tuple(found.values())


def codes(list_name: str, additions: Iterable[Code] = ()) -> tuple[str, ...]:
    """Return the codes of a list in the order shown."""
    return tuple(entry.code for entry in entries(list_name, additions))


def label(list_name: str, code: str, language: Language, additions: Iterable[Code] = ()) -> str:
    """Return the words for a code; an unknown one, perhaps from a newer device, stands for itself."""
    shipped = _lists()[list_name].get(code)
    known = (shipped,) if shipped else (e for e in entries(list_name, additions) if e.code == code)
    for entry in known:
        return entry.zh if language == "zh" else entry.en
    return code


def number(list_name: str, code: str) -> str:
    """Return the printed number of a node (① to ⑦), or an empty text."""
    entry = _lists()[list_name].get(code)
    return entry.number if entry else ""


def known_code(list_name: str, code: str, additions: Iterable[Code] = ()) -> str:
    """Return `code` unchanged if the list has it.

    Raises Misused `code_unknown` with the list, the value and what could be chosen.
    """
    choices = codes(list_name, additions)
    if code not in choices:
        raise Misused("code_unknown", list=list_name, value=code, choices=" ".join(choices))
    return code


def worded(facts: Mapping[str, Fact], language: Language, additions: Iterable[Code] = ()) -> dict[str, Fact]:
    """Put words in place of codes, ready to fill the placeholders of a message.

    A fact named after a code list (state, role, field ...) holds a code of it, or several between spaces.
    """
    return {name: _fact_in_words(name, fact, language, tuple(additions)) for name, fact in facts.items()}


def _fact_in_words(name: str, fact: Fact, language: Language, additions: tuple[Code, ...]) -> Fact:
    list_name = _FACT_LISTS.get(name, name)
    if isinstance(fact, int) or list_name not in _lists():
        return fact
    words = [label(list_name, code, language, additions) for code in fact.split()]
    return ("或" if language == "zh" else " or ").join(words)
