"""Modules of commands that are loaded when one of their commands runs: a window and a scan load no others."""

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.cli.output import Answer
    from desktop.cli.session import Session


class Later:
    """Stands for a module of desktop.cli; every attribute is the command of that name."""

    def __init__(self, name: str) -> None:
        self._module = f"desktop.cli.{name}"

    def __getattr__(self, name: str) -> "Callable[[Session], Answer]":
        def work(session: "Session") -> "Answer":
            answer: Answer = getattr(import_module(self._module), name)(session)
            return answer

        work.__module__, work.__name__ = self._module, name
        return work
