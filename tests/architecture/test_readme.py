"""The command line is a contract, so README.md names every command of it."""

import argparse
from collections.abc import Iterator
from pathlib import Path

from desktop.cli.parser import build_parser

ROOT = Path(__file__).parents[2]


def commands(parser: argparse.ArgumentParser, words: tuple[str, ...] = ()) -> Iterator[str]:
    """Every command of the tree in full ("event add"), by its first name where it has several."""
    # argparse has no public way to its subcommands.
    branches = [action for action in parser._actions if isinstance(action, argparse._SubParsersAction)]
    if not branches and words:
        yield " ".join(words)
    for branch in branches:
        first_names: dict[int, str] = {}
        for name, below in branch.choices.items():
            if first_names.setdefault(id(below), name) == name:
                yield from commands(below, (*words, name))


def test_every_command_is_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")

    assert not [command for command in commands(build_parser()) if command not in readme]


def test_the_walk_finds_nested_commands_once() -> None:
    parser = argparse.ArgumentParser()
    top = parser.add_subparsers()
    top.add_parser("verify", aliases=["check"])
    event = top.add_parser("event").add_subparsers()
    event.add_parser("add")
    event.add_parser("list")

    assert list(commands(parser)) == ["verify", "event add", "event list"]
