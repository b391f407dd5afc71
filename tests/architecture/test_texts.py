"""Every code has its sentence and next step in both languages, and they ask only for facts that are given."""

import ast
import re
import string
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parents[2]
TROUBLES = {"Refused", "Misused", "Unreadable", "StoreTrouble"}
TEXTS = ("zh", "zh_next", "en", "en_next")
CODE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)+")


class Trouble(NamedTuple):
    """One place that makes a trouble: `facts` is None where they come from another trouble."""

    place: str
    code: str
    facts: frozenset[str] | None


def calls(tree: ast.AST, names: set[str]) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        match node:
            case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name)) if name in names:
                yield node


def literals(node: ast.expr | None) -> list[str]:
    """The codes that an expression can be, as far as it says so itself."""
    match node:
        case ast.Constant(value=str(code)):
            return [code]
        case ast.IfExp(body=one, orelse=other):
            return literals(one) + literals(other)
    return []


def codes(call: ast.Call, around: ast.AST, tree: ast.Module) -> list[str]:
    """The codes of one call: written in it, listed in the function around it, or handed to that one."""
    written = literals(call.args[0]) if call.args else []
    if written:
        return written
    words = [node.value for node in ast.walk(around) if isinstance(node, ast.Constant)]
    listed = [word for word in words if isinstance(word, str) and CODE.fullmatch(word)]
    if listed or not isinstance(around, ast.FunctionDef):
        return listed
    return [
        code
        for caller in calls(tree, {around.name})
        for argument in (*caller.args, *(keyword.value for keyword in caller.keywords))
        for code in literals(argument)
    ]


def troubles_in(source: str, name: str) -> Iterator[Trouble]:
    """Every trouble made in `source`; one whose code cannot be found is given with an empty code."""
    tree = ast.parse(source)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for call in calls(tree, TROUBLES):
        if call.args and isinstance(call.args[0], ast.Attribute) and call.args[0].attr == "code":
            continue  # passed on; it is checked where it was made
        # ast.walk goes from the outside to the inside: the last function that holds the call is the nearest.
        around = [function for function in functions if call in ast.walk(function)]
        given = [keyword.arg for keyword in call.keywords]
        facts = None if None in given else frozenset(fact for fact in given if fact)
        for code in codes(call, around[-1] if around else tree, tree) or [""]:
            yield Trouble(f"{name}:{call.lineno}", code, facts)


def all_troubles() -> list[Trouble]:
    return [
        trouble
        for folder in ("desktop", "db")
        for file in sorted((ROOT / folder).rglob("*.py"))
        for trouble in troubles_in(file.read_text(encoding="utf-8"), str(file.relative_to(ROOT)))
    ]


def placeholders(text: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_the_code_of_every_trouble_can_be_told_from_the_source() -> None:
    assert not [trouble.place for trouble in all_troubles() if not trouble.code]


def test_every_code_has_its_four_texts() -> None:
    messages = tomllib.loads((ROOT / "resources/texts/messages.toml").read_text(encoding="utf-8"))

    missing = {
        f"{trouble.code}: {text} ({trouble.place})"
        for trouble in all_troubles()
        for text in TEXTS
        if trouble.code and not str(messages.get(trouble.code, {}).get(text, "")).strip()
    }

    assert not missing, "\n".join(sorted(missing))


def test_no_text_asks_for_a_fact_that_is_not_given() -> None:
    messages = tomllib.loads((ROOT / "resources/texts/messages.toml").read_text(encoding="utf-8"))

    wrong = {
        f"{trouble.code}.{text} asks for {sorted(asked - trouble.facts)} ({trouble.place})"
        for trouble in all_troubles()
        if trouble.facts is not None
        for text, words in messages.get(trouble.code, {}).items()
        if (asked := placeholders(words)) - trouble.facts
    }

    assert not wrong, "\n".join(sorted(wrong))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("raise Refused('too_late', at='9')", [("too_late", {"at"})]),
        ("raise errors.Misused('no' if x else 'yes')", [("no", set()), ("yes", set())]),
        (
            "def f(e):\n for w, c in (('disk full', 'disk_full'),):\n  return StoreTrouble(c)",
            [("disk_full", set())],
        ),
        ("def f(c):\n raise Unreadable(c, row=1)\nf('bad')", [("bad", {"row"})]),
        ("raise Refused(other.code, **other.facts)", []),
        ("raise Refused('late', **facts)", [("late", None)]),
        ("raise Refused(code)", [("", set())]),
    ],
)
def test_codes_and_facts_are_read_from_the_source(source: str, found: list[tuple[str, set[str] | None]]) -> None:
    assert [(trouble.code, trouble.facts) for trouble in troubles_in(source, "a.py")] == found
