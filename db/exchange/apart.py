"""Reading a stranger's package in a child process: a bomb in it ends the child, and the program goes on.

The signature of the manifest is checked here; unpacking and decoding the records happens in the child. What comes back
is decoded once more as every package is, so a child that was talked into something can bring no other rows.
"""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer
from typing import IO

import msgspec
import zstandard

from db.errors import StoreTrouble, Unreadable
from db.exchange import container
from db.exchange.blocks import COLUMNS
from db.exchange.manifest import MAX_ROWS, Manifest
from db.exchange.package import Package, stream_of
from db.exchange.reader_process import DONE, ERROR, FRAME, ROWS, Refusal, Request
from db.vault.device_keys import DeviceKeys

# The word by which the frozen program knows that it is the child.
READ_PACKAGE = "--read-package"
# By the clock on the wall, for the whole package.
PATIENCE_S = 90.0
MAX_PLAIN_BYTES = 1_000_000_000
MAX_FRAME_BYTES = 110_000_000


def open_apart(
    file: Path,
    manifest: Manifest,
    keys: DeviceKeys,
    *,
    project: str,
    passphrase: str | None,
    patience_s: float = PATIENCE_S,
) -> Package:
    """The package `file`, whose signed `manifest` was read here, with its records read in a child process.

    Raises what `open_package` raises, Unreadable `package_too_heavy` when the child needed more memory or time than a
    package may, StoreTrouble `reader_not_started`.
    """
    if manifest.plain_bytes > MAX_PLAIN_BYTES:
        raise Unreadable("package_too_heavy")
    request = Request(str(file.resolve()), project, keys.identity, keys.exchange, passphrase)
    spool = _Spool()
    sha256 = None
    for kind, content in _frames(msgspec.json.encode(request), patience_s):
        if kind == ROWS:
            spool.take(content)
        elif kind == ERROR:
            refusal = msgspec.json.decode(content, type=Refusal)
            raise Unreadable(refusal.code, **refusal.facts)
        elif kind == DONE:
            sha256 = content.decode("ascii", errors="replace")
    with stream_of(file) as stream:
        found = container.read(stream)
    # The same bytes, here and there.
    if found.sha256 != sha256:
        raise Unreadable("package_too_heavy" if sha256 is None else "package_damaged")
    return Package(spool.manifest(manifest), found.sha256, spool.end(), found.blobs)


class _Spool:
    """Blocks that came from the child, packed again until the transaction is there that takes them in."""

    def __init__(self) -> None:
        self._packer = zstandard.ZstdCompressor(level=1).compressobj()
        self._pieces: list[bytes] = []
        self._rows: dict[str, int] = {}
        self._plain_bytes = 0

    def take(self, lines: bytes) -> None:
        """Keep the two lines of a block."""
        head, _, _ = lines.partition(b"\n")
        try:
            table, count = msgspec.json.decode(head, type=tuple[str, int])
        except msgspec.DecodeError as error:
            raise Unreadable("package_damaged") from error
        self._rows[table] = self._rows.get(table, 0) + count
        self._plain_bytes += len(lines)
        if sum(self._rows.values()) > MAX_ROWS * 2 or self._plain_bytes > MAX_PLAIN_BYTES * 2:
            raise Unreadable("package_too_heavy")
        self._pieces.append(self._packer.compress(lines))

    def manifest(self, signed: Manifest) -> Manifest:
        """The manifest for what is kept here: as signed, with the rows and columns that came out of the child."""
        names = {
            table: tuple(n for n in ours if n in signed.columns.get(table, ours))
            for table, ours in COLUMNS.items()
            if table in self._rows
        }
        return msgspec.structs.replace(signed, rows=self._rows, columns=names, plain_bytes=self._plain_bytes)

    def end(self) -> bytes:
        """What was kept, as the records of a package."""
        return b"".join((*self._pieces, self._packer.flush()))


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, READ_PACKAGE]
    # Not from the folder that somebody happens to stand in.
    return [sys.executable, "-P", "-m", "db.exchange.reader_process"]


def _frames(request: bytes, patience_s: float) -> Iterator[tuple[bytes, bytes]]:
    """What the child writes, frame by frame, until it ends or is ended."""
    root = Path(__file__).parents[2]
    try:
        child = subprocess.Popen(
            _command(), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(root)}, creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )  # fmt: skip
    except OSError as error:
        raise StoreTrouble("reader_not_started") from error
    clock = Timer(patience_s, child.kill)
    clock.start()
    try:
        assert child.stdin is not None and child.stdout is not None  # noqa: PT018 - both were asked for
        _hand_over(child.stdin, request)
        while frame := _next_frame(child.stdout):
            yield frame
    finally:
        clock.cancel()
        child.kill()
        for stream in (child.stdin, child.stdout):
            if stream is not None:
                stream.close()
        child.wait()
        clock.join()


def _hand_over(stdin: IO[bytes], request: bytes) -> None:
    try:
        stdin.write(request)
        stdin.close()
    except OSError:
        # It has ended already; that nothing comes back says so.
        return


def _next_frame(stdout: IO[bytes]) -> tuple[bytes, bytes] | None:
    head = stdout.read(FRAME.size)
    if len(head) < FRAME.size:
        return None
    kind, length = FRAME.unpack(head)
    content = stdout.read(length) if length <= MAX_FRAME_BYTES else b""
    return (kind, content) if len(content) == length else None
