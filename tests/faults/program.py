"""The real program, run as a shell runs it, and what its database holds before and after."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

import msgspec
import sqlcipher3

from db import marker
from db.driver import Connection
from db.vault.key_file import key_file_path, read_passphrase, unlock
from desktop.services.opening import state_folder

PROGRAM = Path(sys.executable).with_name("qinting")
# How the program is found by runs that are waited for, where a module lets it be read once for all of them.
readied_at: Path | None = None
CHINESE = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,} [A-Za-z]{2,}")
EVENT = "工地开放日"
MAX_RUN_S = 600


@dataclass(frozen=True, slots=True)
class Ran:
    """A run that has ended: its exit status, and all that it said."""

    status: int
    out: str
    err: str

    @property
    def answer(self) -> Any:
        """The one JSON document on stdout."""
        return json.loads(self.out)

    def lines(self) -> list[Any]:
        """JSON Lines, for scans."""
        return [json.loads(line) for line in self.out.splitlines()]


@dataclass(frozen=True, slots=True)
class Office:
    """A database and the passphrase file that opens it, None for a plain one."""

    data: Path
    passphrase: Path | None = None

    def command(self, *arguments: str | Path, as_json: bool = True) -> list[str]:
        options = ["--data", str(self.data), *(["--json"] if as_json else [])]
        if self.passphrase:
            options += ["--passphrase-file", str(self.passphrase)]
        return [str(PROGRAM), *options, *map(str, arguments)]

    def run(self, *arguments: str | Path, stdin: str = "", as_json: bool = True) -> Ran:
        return run(self.command(*arguments, as_json=as_json), stdin)

    def do(self, *arguments: str | Path) -> Any:
        """Run what must succeed; returns its answer."""
        ran = self.run(*arguments)
        assert ran.status == 0, ran
        return ran.answer

    def start(self, *arguments: str | Path) -> subprocess.Popen[str]:
        """A run that goes on, with pipes at both ends."""
        return subprocess.Popen(
            self.command(*arguments),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env=environment(),
        )

    def copy_to(self, folder: Path) -> "Office":
        """The same database in another folder, with its log and its key file, as if it had always lain there."""
        folder.mkdir(parents=True, exist_ok=True)
        for file in self.data.parent.glob(f"{self.data.name}*"):
            shutil.copy(file, folder / file.name)
        settle(folder / self.data.name)
        return Office(folder / self.data.name, self.passphrase)

    def connect(self) -> Connection:
        """A connection of the test's own, past the program."""
        key = unlock(self.data, read_passphrase(self.passphrase) if self.passphrase else None).key
        connection = cast(Connection, sqlcipher3.dbapi2.connect(str(self.data), isolation_level=None))
        if key:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        return connection

    def query(self, sql: str) -> list[tuple[Any, ...]]:
        connection = self.connect()
        try:
            return connection.execute(sql).fetchall()
        finally:
            connection.close()

    def digest(self) -> str:
        """A digest of every row of every table; "" where there is no database that opens."""
        digest = hashlib.sha256()
        connection = self.connect()
        try:
            tables = connection.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
            ).fetchall()
            for (table,) in tables:
                rows = connection.execute(f"SELECT * FROM {table}").fetchall()
                digest.update(repr((table, sorted(rows, key=repr))).encode())
        finally:
            connection.close()
        return digest.hexdigest()


def settle(database: Path) -> None:
    """Let a copy not be taken for one: the mark beside it names the new place, and no other mark is left."""
    beside = marker.beside(database)
    mark = msgspec.json.decode(beside.read_bytes().rstrip(), type=marker.Mark)
    marker.forget(database, state_folder())
    beside.write_bytes(msgspec.json.encode(msgspec.structs.replace(mark, place=marker.place_of(database))))


def environment() -> dict[str, str]:
    """What the program sees; Chinese unless a command asks for English."""
    return {**os.environ, "QINTING_LANGUAGE": "zh"}


def run(command: list[str], stdin: str = "") -> Ran:
    if readied_at is not None and command[0] == str(PROGRAM):
        command = [str(readied_at), *command[1:]]
    done = subprocess.run(
        command, input=stdin, capture_output=True, encoding="utf-8", timeout=MAX_RUN_S, check=False, env=environment()
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return Ran(done.returncode, done.stdout, done.stderr)


def assert_error(ran: Ran, status: int, code: str, *, english: bool = False) -> None:
    """One JSON document with a code, a sentence and a next step in the language asked for, and the same on stderr."""
    assert ran.status == status, ran
    assert ran.out.count("\n") == 1, ran.out
    assert ran.answer.keys() == {"error"}
    error = ran.answer["error"]
    assert error.keys() == {"code", "message", "next"}
    assert error["code"] == code
    assert_spoken(error["message"], error["next"], english=english)
    assert error["message"] in ran.err
    assert error["next"] in ran.err


def assert_spoken(message: str, next_step: str, *, english: bool = False) -> None:
    """Sentences of the right language, every fact filled in."""
    for text in (message, next_step):
        assert (LATIN if english else CHINESE).search(text), text
        assert not re.search(r"\{[a-z_]+\}", text), text


def assert_refused(office: Office, status: int, code: str, *arguments: str | Path, stdin: str = "") -> None:
    """Both languages say the same, and no row of any table has changed."""
    before = office.digest()
    assert_error(office.run(*arguments, stdin=stdin), status, code)
    assert_error(office.run("--language", "en", *arguments, stdin=stdin), status, code, english=True)
    assert office.digest() == before


def key_file_of(office: Office) -> Path:
    return key_file_path(office.data)
