"""A watcher between SQLite and the files: it sees every call of the very library that the program uses, keyed or plain.

Only opening, reading, writing, truncating, flushing and deleting pass through Python; locks and the memory that
connections share stay the system's own, so the program runs with the settings that it has in the field.
"""

import ctypes
import functools
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import pytest
import sqlcipher3

OK = 0
IOERR_READ, IOERR_WRITE, IOERR_FSYNC, IOERR_TRUNCATE, IOERR_DELETE = 266, 778, 1034, 1546, 2570
IOERR_SHORT_READ = 522
FULL, CANTOPEN = 13, 14
OPEN_CREATE = 0x4

# What a watcher is told of, in SQLite's words for the file system's calls.
OPEN, READ, WRITE, TRUNCATE, SYNC, DELETE = "open", "read", "write", "truncate", "sync", "delete"


class Watcher(Protocol):
    """What may stand between; `file` is a bare name."""

    def before(self, call: str, file: str, place: int, content: bytes) -> int:
        """Called first: OK lets the call through, any other of SQLite's codes is its answer.

        `place` is the offset of a read or write, the size for a truncation, 1 for a deletion that is flushed and for
        an opening that makes the file. `content` is what is to be written.
        """
        ...


_File = ctypes.c_void_p
_READ = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_void_p, ctypes.c_int, ctypes.c_int64)
_TRUNCATE = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_int64)
_SYNC = ctypes.CFUNCTYPE(ctypes.c_int, _File, ctypes.c_int)
_OPEN = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p, _File, ctypes.c_int, ctypes.POINTER(ctypes.c_int)
)
_DELETE = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)


class _Methods(ctypes.Structure):
    """`sqlite3_io_methods`."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("close", ctypes.c_void_p),
        ("read", ctypes.c_void_p),
        ("write", ctypes.c_void_p),
        ("truncate", ctypes.c_void_p),
        ("sync", ctypes.c_void_p),
        ("rest", ctypes.c_void_p * 13),
    )


class _Vfs(ctypes.Structure):
    """`sqlite3_vfs`, version 3."""

    _fields_ = (
        ("version", ctypes.c_int),
        ("file_bytes", ctypes.c_int),
        ("longest_path", ctypes.c_int),
        ("next", ctypes.c_void_p),
        ("name", ctypes.c_char_p),
        ("data", ctypes.c_void_p),
        ("open", ctypes.c_void_p),
        ("delete", ctypes.c_void_p),
        ("rest", ctypes.c_void_p * 14),
    )


@functools.cache
def _library() -> Any:
    """The SQLite inside the driver; Linux builds of it show its functions, others may not."""
    modules = [module for module in Path(sqlcipher3.__file__).parent.glob("_sqlite3.*") if module.suffix == ".so"]
    if sys.platform != "linux" or not modules:
        return None
    library = ctypes.CDLL(str(modules[0]))
    if not hasattr(library, "sqlite3_vfs_register"):
        return None
    library.sqlite3_vfs_find.restype = ctypes.POINTER(_Vfs)
    return library


class _Seat:
    """Our place in SQLite's list of file systems; made once a process, as C keeps pointers into it."""

    def __init__(self, library: Any) -> None:
        self.watcher: Watcher | None = None
        self._library = library
        self._names: dict[int, str] = {}
        self._tables: dict[int, tuple[_Methods, tuple[Any, ...]]] = {}
        system = library.sqlite3_vfs_find(None)
        self._open, self._delete = _OPEN(system.contents.open), _DELETE(system.contents.delete)
        self._callbacks = (_OPEN(self._opened), _DELETE(self._deleted))
        self._vfs = _Vfs.from_buffer_copy(system.contents)
        self._vfs.next, self._vfs.name = None, b"watched"
        self._vfs.open, self._vfs.delete = (ctypes.cast(one, ctypes.c_void_p).value for one in self._callbacks)

    def take(self, watcher: Watcher) -> None:
        self.watcher = watcher
        assert self._library.sqlite3_vfs_register(ctypes.byref(self._vfs), 1) == OK

    def leave(self) -> None:
        self.watcher = None
        assert self._library.sqlite3_vfs_unregister(ctypes.byref(self._vfs)) == OK

    def _ask(self, call: str, file: str, place: int = 0, content: bytes = b"") -> int:
        return self.watcher.before(call, file, place, content) if self.watcher else OK

    def _opened(self, vfs: int, path: int | None, file: int, flags: int, out: Any) -> int:
        # A file without a name is SQLite's own scratch paper.
        if not path:
            return int(self._open(vfs, path, file, flags, out))
        place = Path(ctypes.string_at(path).decode())
        is_new = bool(flags & OPEN_CREATE) and not place.exists()
        methods = ctypes.c_void_p.from_address(file)
        answer = self._ask(OPEN, place.name, int(is_new))
        if answer != OK:
            methods.value = None
            return answer
        answer = int(self._open(vfs, path, file, flags, out))
        if answer == OK:
            self._names[file] = place.name
            methods.value = ctypes.addressof(self._table(methods.value or 0)[0])
        return answer

    def _deleted(self, vfs: int, path: bytes, flushed: int) -> int:
        if not Path(path.decode()).exists():
            return int(self._delete(vfs, path, flushed))
        return self._ask(DELETE, Path(path.decode()).name, flushed) or int(self._delete(vfs, path, flushed))

    def _table(self, at: int) -> tuple[_Methods, tuple[Any, ...]]:
        """The system's methods at `at` with ours in front; SQLite has a table for each way of locking."""
        if at not in self._tables:
            table = _Methods.from_buffer_copy(_Methods.from_address(at))
            read, write = _READ(table.read), _READ(table.write)
            truncate, sync = _TRUNCATE(table.truncate), _SYNC(table.sync)

            def on_read(file: int, into: int, amount: int, place: int) -> int:
                return self._ask(READ, self._names[file], place) or int(read(file, into, amount, place))

            def on_write(file: int, source: int, amount: int, place: int) -> int:
                content = ctypes.string_at(source, amount)
                return self._ask(WRITE, self._names[file], place, content) or int(write(file, source, amount, place))

            def on_truncate(file: int, size: int) -> int:
                return self._ask(TRUNCATE, self._names[file], size) or int(truncate(file, size))

            def on_sync(file: int, flags: int) -> int:
                return self._ask(SYNC, self._names[file]) or int(sync(file, flags))

            callbacks = (_READ(on_read), _READ(on_write), _TRUNCATE(on_truncate), _SYNC(on_sync))
            table.read, table.write, table.truncate, table.sync = (
                ctypes.cast(one, ctypes.c_void_p).value for one in callbacks
            )
            self._tables[at] = (table, callbacks)
        return self._tables[at]


@functools.cache
def _seat() -> _Seat:
    return _Seat(_library())


needs_watching = pytest.mark.skipif(
    _library() is None, reason="the driver of this system does not show SQLite's file functions"
)


@contextmanager
def watched(watcher: Watcher) -> Iterator[None]:
    """Let `watcher` stand between SQLite and every file that is opened from now on."""
    seat = _seat()
    seat.take(watcher)
    try:
        yield
    finally:
        seat.leave()
