"""Files that are either there in full or not there: part file, flush, rename, flush the folder."""

import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import BinaryIO

from db.errors import StoreTrouble

PIECE_BYTES = 1 << 20
# Larger than any file that is passed on.
MOST_BYTES = 1 << 40
# Nobody writes one file for so long: a part this old was left by a program that was killed.
_DEAD_AFTER_S = 3_600


def write_durably(target: Path, content: bytes) -> None:
    """Write `content` to `target` so that a reader or a power cut sees the old file or the whole new one.

    Raises StoreTrouble `disk_full`, `file_exists_as_folder` or `folder_not_writable`; a part file is removed.
    """
    with durable_file(target) as stream:
        stream.write(content)


@contextmanager
def durable_file(target: Path) -> Iterator[BinaryIO]:
    """A stream whose content stands at `target` once the block has ended; nothing does when the block raises.

    Raises as `write_durably`; an error of reading the source inside the block must be turned into a Trouble there.
    """
    part = target.with_name(f".{target.name}.{secrets.token_hex(4)}.part")
    _clear_parts(target.parent, target.suffix)
    try:
        with part.open("xb+") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(target)
        flush_folder(target.parent)
    except OSError as error:
        raise file_trouble(error, target) from error
    finally:
        part.unlink(missing_ok=True)


@cache
def _clear_parts(folder: Path, suffix: str) -> None:
    """Delete what killed writers of such files left in a folder; what cannot be deleted is in nobody's way.

    Once while the program runs: the folder may be a share with thousands of files.
    """
    name = re.compile(rf"\..+{re.escape(suffix)}\.[0-9a-f]{{8}}\.part")
    try:
        for left in folder.glob(".*.part"):
            if name.fullmatch(left.name) and left.stat().st_mtime < time.time() - _DEAD_AFTER_S:
                left.unlink()
    except OSError:
        return


def pieces(stream: BinaryIO, size: int) -> Iterator[bytes]:
    """The next `size` bytes of a stream, a megabyte at a time; fewer where the stream ends before."""
    while size > 0 and (piece := stream.read(min(size, PIECE_BYTES))):
        size -= len(piece)
        yield piece


def flush_folder(folder: Path) -> None:
    """Make a rename inside `folder` durable where the system has a way to (POSIX)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def file_trouble(error: OSError, target: Path) -> StoreTrouble:
    """The storage trouble behind an operating system's error when writing `target`."""
    import errno

    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreTrouble("disk_full", file=str(target))
    return StoreTrouble("folder_not_writable", file=str(target))
