"""What kind of file was handed in, and whether a workbook is safe to open; told before anything is opened."""

import re
import zipfile
import zlib
from pathlib import Path
from typing import IO

from db.errors import Unreadable

_MAX_FILE_BYTES = 200_000_000
_MAX_UNPACKED_BYTES = 300_000_000
_MAX_RATIO = 100
# A blank form compresses better than any bomb of this size can hurt.
_RATIO_COUNTS_FROM_BYTES = 20_000_000
_MAX_CELLS = 16_000_000
# Searched in one call, which keeps every other thread waiting.
_CHUNK_BYTES = 1 << 16
_OVERLAP_BYTES = 256

_KIND_OF_START = (
    (b"%PDF", "PDF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"{\\rtf", "RTF"),
    (b"SQLite format 3", "SQLite"),
    (b"Rar!", "RAR"),
    (b"7z\xbc\xaf", "7Z"),
    (b"\x1f\x8b", "GZIP"),
)
_KIND_OF_STREAM = (
    ("WordDocument", "DOC"),
    ("PowerPoint Document", "PPT"),
    ("Workbook", "XLS"),
    ("Book", "XLS"),
)
_KIND_OF_PART = (("word/", "DOCX"), ("ppt/", "PPTX"), ("content.xml", "ODS"))
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*<(?:\?xml|!doctype|html|table|meta|!--)", re.IGNORECASE)
# A cell with a value from column AA or row 100,000 on: only such cells can make a sheet vast.
_FAR_CELL = re.compile(rb"""r\s*=\s*["']([A-Za-z]{2,3}\d{1,7}|[A-Za-z]\d{6,7})["'][^<>]*(?<!/)>""")
_NEAR_COLUMNS = 26
_NEAR_ROWS = 99_999


def require_file(path: Path) -> None:
    """Refuses a list that is not there, is locked by another program, is empty or beyond all measure."""
    try:
        with path.open("rb") as file:
            is_empty = not file.read(1)
        size_bytes = path.stat().st_size
    except FileNotFoundError:
        raise Unreadable("list_missing", file=path.name) from None
    except IsADirectoryError:
        raise Unreadable("list_not_a_table", kind="folder") from None
    except OSError:
        raise Unreadable("list_in_use", file=path.name) from None
    if is_empty:
        raise Unreadable("list_empty")
    if size_bytes > _MAX_FILE_BYTES:
        raise Unreadable("list_too_large", limit=_MAX_FILE_BYTES // 1_000_000)


def is_workbook(path: Path) -> bool:
    """True for XLSX, False for what may be text; refuses the rest by its kind, whatever its suffix says."""
    with path.open("rb") as file:
        start = file.read(8_192)
    for magic, kind in _KIND_OF_START:
        if start.startswith(magic):
            raise Unreadable("list_not_a_table", kind=kind)
    if start.startswith(b"\xd0\xcf\x11\xe0"):
        raise _compound_file(path.read_bytes())
    if start.startswith(b"PK"):
        return True
    if _MARKUP.match(start):
        raise Unreadable("list_not_a_table", kind="HTML")
    if b"\0" in start and not start.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Unreadable("list_not_a_table", kind="binary")
    return False


def _compound_file(content: bytes) -> Unreadable:
    """Older office formats and a workbook behind a password are told apart by the names of their streams."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        return Unreadable("list_locked")
    for stream, kind in _KIND_OF_STREAM:
        if stream.encode("utf-16-le") in content:
            return Unreadable("list_not_a_table", kind=kind)
    return Unreadable("list_not_a_table", kind="binary")


def require_sound_workbook(path: Path) -> None:
    """Refuses an XLSX that is damaged, locked, another format, or would unpack to more than a list can be.

    Reads every part once (CRC included), so sizes are true, not declared. The parser lays a sheet out as a
    full rectangle: a value in its last corner would cost hundreds of gigabytes, so it is measured.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _require_workbook_parts(parts)
            for part in parts:
                with archive.open(part) as file:
                    _measure(file)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise Unreadable("list_damaged") from None


def _require_workbook_parts(parts: list[zipfile.ZipInfo]) -> None:
    names = [part.filename.casefold() for part in parts]
    if any(part.flag_bits & 1 for part in parts):
        raise Unreadable("list_locked")
    if not any(name.startswith("xl/") for name in names):
        kinds = [kind for start, kind in _KIND_OF_PART if any(name.startswith(start) for name in names)]
        raise Unreadable("list_not_a_table", kind=kinds[0] if kinds else "ZIP")
    if "xl/workbook.bin" in names:
        raise Unreadable("list_not_a_table", kind="XLSB")
    unpacked_bytes = sum(part.file_size for part in parts)
    packed_bytes = sum(part.compress_size for part in parts) or 1
    is_bomb = unpacked_bytes > _RATIO_COUNTS_FROM_BYTES and unpacked_bytes > packed_bytes * _MAX_RATIO
    if is_bomb or unpacked_bytes > _MAX_UNPACKED_BYTES:
        raise Unreadable("list_too_large", limit=_MAX_UNPACKED_BYTES // 1_000_000)


def _measure(file: IO[bytes]) -> None:
    columns, rows = _NEAR_COLUMNS, _NEAR_ROWS
    before = b""
    while chunk := file.read(_CHUNK_BYTES):
        for reference in _FAR_CELL.findall(before + chunk):
            letters = reference.rstrip(b"0123456789")
            columns = max(columns, _column(letters))
            rows = max(rows, int(reference[len(letters) :]))
        before = chunk[-_OVERLAP_BYTES:]
        if columns * rows > _MAX_CELLS:
            raise Unreadable("list_too_wide", columns=columns, rows=rows)


def _column(letters: bytes) -> int:
    """A is 1, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
