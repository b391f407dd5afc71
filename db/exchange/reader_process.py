"""The child process in which a stranger's package is read: it may use so much memory and time, and no more.

The request comes as JSON on stdin, so that no key stands in a list of processes. The answer goes to stdout as frames: a
letter, the length, the content. `R` is a block of checked rows as the two lines of a package, `D` the SHA-256 of the
file that was read, `E` the code and facts of a refusal. What ends without `D` or `E` was ended.
"""

import struct
import sys
from pathlib import Path

import msgspec

from db.errors import Fact, Unreadable
from db.exchange.blocks import ROWS_PER_BLOCK
from db.exchange.package import open_package
from db.vault.device_keys import DeviceKeys

FRAME = struct.Struct(">cI")
ROWS, DONE, ERROR = b"R", b"D", b"E"
# Where the system can bound memory and time of a process, it does.
MEMORY_BYTES = 1_000_000_000
PROCESSOR_S = 60


class Request(msgspec.Struct, frozen=True):
    """What is to be read, with what."""

    file: str
    project: str
    # The two identities that read; the key that signs stays where it is.
    identity: str
    exchange: str
    passphrase: str | None = None


class Refusal(msgspec.Struct, frozen=True):
    """Why a package was refused."""

    code: str
    facts: dict[str, Fact]


def limit_oneself() -> None:
    """Bound memory, time, and written files; on Windows only the parent's clock does."""
    try:
        import resource
    except ImportError:
        return
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, PROCESSOR_S),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        _, hard = resource.getrlimit(what)
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            # macOS knows the word for memory and refuses it.
            continue


def main() -> int:
    """Read one package and write what it holds; returns the exit status."""
    limit_oneself()
    request = msgspec.json.decode(sys.stdin.buffer.read(), type=Request)
    try:
        keys = DeviceKeys(b"", request.identity, request.exchange)
        package = open_package(Path(request.file), keys, project=request.project, passphrase=request.passphrase)
        for table, rows in package.blocks():
            for start in range(0, len(rows), ROWS_PER_BLOCK):
                part = rows[start : start + ROWS_PER_BLOCK]
                _frame(ROWS, msgspec.json.encode((table, len(part))) + b"\n" + msgspec.json.encode(part) + b"\n")
        _frame(DONE, package.sha256.encode())
    except Unreadable as refused:
        _frame(ERROR, msgspec.json.encode(Refusal(refused.code, refused.facts)))
    except MemoryError:
        return 1
    return 0


def _frame(kind: bytes, content: bytes) -> None:
    sys.stdout.buffer.write(FRAME.pack(kind, len(content)) + content)
    sys.stdout.buffer.flush()


if __name__ == "__main__":
    sys.exit(main())
