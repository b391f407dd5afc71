"""The program as a shell finds it on its path, half a second sooner: for long stories whose every line is a command.

A parent reads the program's modules once. Each command is then a process of its own, forked from that parent, with the
caller's folder, environment, standard streams and exit status. New passphrases are stretched cheaply: at full cost a
third of a second for each command. What a start from nothing and a passphrase cost, and that they work at all, other
tests show with the installed program.
"""

import atexit
import contextlib
import io
import json
import os
import pkgutil
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from tests.journeys.program import BIN, surroundings

ROOT = Path(__file__).parents[2]
_READY_S = 60.0
# Sent in one piece with the three streams; a command line is not longer.
_MOST_BYTES = 1 << 20
_SHIM = """#!{python} -ISE
import json, os, socket, sys
asked = socket.socket(socket.AF_UNIX)
asked.connect({socket!r})
told = json.dumps([sys.argv[1:], os.getcwd(), dict(os.environ)]).encode()
socket.send_fds(asked, [len(told).to_bytes(8, "big")], [0, 1, 2])
asked.sendall(told)
status = asked.recv(1)
# Without an answer the command was killed.
os._exit(status[0] if status else 137)
"""
is_possible = hasattr(os, "fork") and shutil.which("bash") is not None


@contextmanager
def readied(folder: Path) -> Iterator[dict[str, str]]:
    """The environment in which `qinting` is the readied program, whose parent lives as long as the context."""
    folder.mkdir(parents=True)
    shim, place = folder / "qinting", folder / "socket"
    shim.write_text(_SHIM.format(python=sys.executable, socket=str(place)), encoding="utf-8")
    shim.chmod(0o755)
    around = surroundings()
    with (folder / "parent.log").open("wb") as log:
        parent = subprocess.Popen(
            [sys.executable, "-m", "tests.journeys.readied", str(place)], cwd=ROOT, env=around, stdout=log, stderr=log
        )
        until = time.monotonic() + _READY_S
        while not place.exists():
            assert parent.poll() is None, (folder / "parent.log").read_text()
            assert time.monotonic() < until, "the program was not read in time"
            time.sleep(0.02)
        try:
            yield {**around, "PATH": f"{folder}{os.pathsep}{BIN}{os.pathsep}{os.environ['PATH']}"}
        finally:
            parent.terminate()
            parent.wait(10)


def _serve(place: Path) -> None:
    """Fork a command for everyone who asks."""
    from db.vault import key_file
    from desktop import cli

    for module in pkgutil.walk_packages(cli.__path__, "desktop.cli."):
        if not module.name.startswith(("desktop.cli.bench", "desktop.cli.demo")):
            import_module(module.name)
    key_file.ARGON2_MEMORY_KIB = 128
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    listening = socket.socket(socket.AF_UNIX)
    # Bound under another name first: whoever sees the place may ask at once.
    listening.bind(f"{place}.new")
    listening.listen()
    Path(f"{place}.new").rename(place)
    while True:
        asked, _ = listening.accept()
        if os.fork() == 0:
            listening.close()
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            _answer(asked)
        asked.close()


def _answer(asked: socket.socket) -> None:
    """Be the command, tell its status and end."""
    head, streams, _flags, _address = socket.recv_fds(asked, 8, 3)
    left, pieces = int.from_bytes(head, "big"), []
    assert left <= _MOST_BYTES
    while left:
        pieces.append(asked.recv(left))
        left -= len(pieces[-1])
    words, folder, around = json.loads(b"".join(pieces))
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(around)
    sys.stdin, sys.stdout, sys.stderr = (_stream(number) for number in range(3))
    sys.argv = ["qinting", *words]
    status = 1
    try:
        from desktop.__main__ import main

        status = main()
    except SystemExit as ended:
        status = ended.code if isinstance(ended.code, int) else 1
    finally:
        with contextlib.suppress(OSError):
            sys.stdout.flush()
            sys.stderr.flush()
        atexit._run_exitfuncs()
        with contextlib.suppress(OSError):
            asked.sendall(bytes([status]))
        os._exit(status)


def _stream(number: int) -> io.TextIOWrapper:
    return io.TextIOWrapper(io.FileIO(number, "wb" if number else "rb", closefd=False), line_buffering=number == 2)


if __name__ == "__main__":
    _serve(Path(sys.argv[1]))
