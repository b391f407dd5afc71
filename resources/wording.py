"""Sentences for codes: what happened and the next step, Chinese first, English second."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from resources import path

Language = Literal["zh", "en"]


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence and the next step, both filled in."""

    message: str
    next: str


@cache
def _messages() -> Mapping[str, Mapping[str, str]]:
    with path("texts/messages.toml").open("rb") as stream:
        return tomllib.load(stream)


def wording(code: str, facts: Mapping[str, object], language: Language) -> Wording:
    """The two sentences of `code` with `facts` filled in; KeyError for a code without a text."""
    texts = _messages()[code]
    filled = {name: str(value) for name, value in facts.items()}
    next_key = "zh_next" if language == "zh" else "en_next"
    return Wording(_fill(texts[language], filled), _fill(texts[next_key], filled))


def _fill(template: str, facts: Mapping[str, str]) -> str:
    # A fact may hold braces of its own, so it is put in by replacement, never formatted.
    for name, value in facts.items():
        template = template.replace("{" + name + "}", value)
    return template
