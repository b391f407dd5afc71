"""The installed program as other programs meet it: arguments in; exit status, stdout and stderr out."""

import io
import json
import os
import subprocess
import sys
from contextlib import chdir, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

from typing_extensions import override

from desktop.cli.main import run as command_line

BIN = Path(sys.executable).parent
PROGRAM = BIN / ("qinting.exe" if os.name == "nt" else "qinting")
LONGEST_S = 120


def surroundings() -> dict[str, str]:
    """This process's environment without what chooses a database, with a fixed language and the program on PATH.

    The program is compiled once and not for each of its hundred runs, whatever the environment says.
    """
    dropped = ("QINTING_DATA", "PYTHONDONTWRITEBYTECODE")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    path = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return {**kept, "QINTING_LANGUAGE": "en", "PATH": path, "PYTHONPYCACHEPREFIX": str(BIN.parent / "pycache")}


@dataclass(frozen=True, slots=True)
class Ran:
    """One run of the program."""

    status: int
    out: str
    messages: str

    def lines(self) -> list[dict[str, Any]]:
        """The JSON documents on stdout, one a line; anything else there is an error."""
        return [json.loads(line) for line in self.out.splitlines()]

    def document(self) -> dict[str, Any]:
        """The one JSON document on stdout."""
        (document,) = self.lines()
        return document


def run(*words: str, folder: Path, typed: str = "") -> Ran:
    """Run the program in `folder`; `typed` stands on its standard input."""
    done = subprocess.run(
        [PROGRAM, *words], cwd=folder, env=surroundings(), input=typed, capture_output=True, encoding="utf-8",
        timeout=LONGEST_S, check=False,
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


def run_here(*words: str, folder: Path, typed: str = "") -> Ran:
    """The same without a process of its own, in half a second less: for long stories whose every step is a command."""
    out, messages = io.StringIO(), io.StringIO()
    kept = dict(os.environ)
    os.environ.pop("QINTING_DATA", None)
    os.environ["QINTING_LANGUAGE"] = "en"
    try:
        with chdir(folder), redirect_stdout(out), redirect_stderr(messages), patch.object(sys, "stdin", StdIn(typed)):
            status = command_line([*words], window=lambda _args: 3)
    finally:
        os.environ.clear()
        os.environ.update(kept)
    return Ran(status, out.getvalue(), messages.getvalue())


class StdIn(io.StringIO):
    """What a person typed, with the bytes beneath it."""

    @property
    @override
    def buffer(self) -> io.BytesIO:
        return io.BytesIO(self.getvalue().encode())


@dataclass(frozen=True, slots=True)
class Machine:
    """One database and the folder that its commands run in; keyed if it has a passphrase file."""

    folder: Path
    data: str
    passphrase_file: str | None = None
    is_here: bool = False

    def run(self, *words: str, typed: str = "") -> Ran:
        """Run a command on this database, answered in JSON."""
        key = ["--passphrase-file", self.passphrase_file] if self.passphrase_file else []
        way = run_here if self.is_here else run
        return way("--data", self.data, *key, "--json", *words, folder=self.folder, typed=typed)

    def do(self, *words: str) -> dict[str, Any]:
        """Run a command that is to succeed without a word to stderr; returns its document."""
        ran = self.run(*words)
        assert ran.status == 0, (words, ran.out, ran.messages)
        assert not ran.messages, (words, ran.messages)
        return ran.document()

    def refused(self, *words: str, status: int = 1) -> dict[str, Any]:
        """Run a command that is to end with `status`; returns its document."""
        ran = self.run(*words)
        assert ran.status == status, (words, ran.status, ran.out, ran.messages)
        return ran.document()
