"""A file that only takes room, given back when the disk is full: with none free, not even deleting works.

Sixteen megabytes are some thousand check-ins: enough to end the day and to free space in peace.
"""

import os
from pathlib import Path

BALLAST_BYTES = 16 << 20
_PIECE = bytes(1 << 20)


def path_of(database: Path) -> Path:
    """Where the ballast of `database` lies."""
    return database.with_name(database.name + ".ballast")


def lay(database: Path) -> bool:
    """Put the ballast beside the database unless it is there; False where there is no room for it."""
    file = path_of(database)
    try:
        if file.exists() and file.stat().st_size == BALLAST_BYTES:
            return True
        with file.open("wb") as stream:
            # Written, not only announced: a file with holes takes no room.
            for _ in range(BALLAST_BYTES // len(_PIECE)):
                stream.write(_PIECE)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        drop(database)
        return False
    return True


def drop(database: Path) -> bool:
    """Give the room back; False when there was nothing to give."""
    try:
        path_of(database).unlink()
    except OSError:
        return False
    return True
