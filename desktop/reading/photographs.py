"""Photographs of forms: in the order in which they were taken, and which form's code each one shows.

Pictures come from people's phones and from scanners: nothing in them is trusted, and one that cannot be read says so
in words. Pillow and zxing-cpp are loaded at the first picture.
"""

import hashlib
import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from db.errors import Unreadable
from desktop.paper.pages import page_picture, page_sizes
from desktop.rules.numbers import Number, parse_number

LARGEST_BYTES: Final = 40_000_000
LARGEST_PDF_BYTES: Final = 100_000_000
# A page of a scanner's PDF as it is kept: some 220 dots an inch.
PDF_WIDTH_PX: Final = 1_800
LARGEST_DOTS: Final = 120_000_000
MOST_FILES: Final = 5_000
# Wide enough for a code of 22 mm on a whole A4 page; what stays unread is looked at again in full.
CODE_SIDE_PX: Final = 2_000
# A small code out of focus is read better magnified; of a larger picture that takes too long.
MAGNIFIED_PX: Final = 2_800

MEDIA_TYPES: Final = {
    "JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "BMP": "image/bmp", "TIFF": "image/tiff",
    "GIF": "image/gif", "MPO": "image/jpeg",
}  # fmt: skip
# Several pages in one file, as scanners make them.
_TIFF: Final = frozenset({".tif", ".tiff"})
_PHONE_ONLY: Final = frozenset({".heic", ".heif"})
# What cameras and systems leave lying about.
_IGNORED: Final = frozenset({"thumbs.db", "desktop.ini"})
_TAKEN, _EXIF = 36867, 0x8769
# A damaged picture ends Pillow in any of these ways.
_DAMAGE: Final = (
    OSError, ValueError, SyntaxError, EOFError, struct.error, OverflowError, KeyError, IndexError, TypeError,
    ZeroDivisionError, AttributeError, MemoryError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Source:
    """One picture to read: a file, or page `page` (from 1) of a scanner's PDF or TIFF."""

    file: Path
    page: int = 0

    @property
    def name(self) -> str:
        """What a person calls it."""
        return f"{self.file.name} p{self.page}" if self.page else self.file.name


@dataclass(frozen=True, slots=True)
class Photograph:
    """A picture that was read; `taken` is the camera's own time where it has one, `number` the form that it shows.

    `sha256` is of what came in: the file, or for a page of a PDF the file and the page's number.
    """

    content: bytes
    sha256: str
    media_type: str
    taken: datetime | None
    number: Number | None


@dataclass(frozen=True, slots=True)
class View:
    """A picture as rows of red, green and blue, one byte each; `width` times 3 bytes a row."""

    width: int
    height: int
    dots: bytes


def in_order(paths: Iterable[Path]) -> tuple[Source, ...]:
    """The pictures meant by files and folders, each folder's in the order taken, or by name where one has no time.

    IMG_2 comes before IMG_10; a PDF or a TIFF stands for its pages. Raises Unreadable `folder_empty`,
    `folder_unreadable` or `too_many_pictures`.
    """
    given = tuple(paths)
    folders: dict[Path, list[Path]] = {}
    for path in given:
        for file in _files(path):
            if len(folders) and sum(map(len, folders.values())) >= MOST_FILES:
                raise Unreadable("too_many_pictures", most=MOST_FILES)
            found = folders.setdefault(file.parent, [])
            if file not in found:
                found.append(file)
    ordered = (file for folder in sorted(folders) for file in _sorted(folders[folder]))
    sources = tuple(source for file in ordered for source in _sources(file))
    if len(sources) > MOST_FILES:
        raise Unreadable("too_many_pictures", most=MOST_FILES)
    if not sources:
        raise Unreadable("folder_empty", file=given[0].name if given else "")
    return sources


def read_photograph(source: Source) -> Photograph:
    """Read one picture and look for a form's code on it.

    Raises Unreadable with the file's name: `photo_heic`, `photo_no_picture`, `photo_damaged`, `photo_too_large`,
    `photo_two_forms`, `photo_gone`.
    """
    content, sha256 = _page(source) if source.page else _whole(source.file)
    picture = _opened(content, source.name)
    taken = _taken(picture)
    media_type = MEDIA_TYPES[picture.format]
    # The stub carries the form's number too: the same number twice is one form.
    numbers = {(one.event, one.writer, one.running): one for one in _numbers(picture, content, source.name)}
    if len(numbers) > 1:
        texts = "、".join(one.text() for one in numbers.values())
        raise Unreadable("photo_two_forms", file=source.name, numbers=texts)
    return Photograph(content, sha256, media_type, taken, next(iter(numbers.values()), None))


def view(content: bytes, most_px: int) -> View:
    """A kept picture upright, at most `most_px` on its longer side. Raises Unreadable `photo_damaged`."""
    from PIL import ImageOps

    picture = _opened(content, "")
    try:
        picture.draft("RGB", (most_px, most_px))
        upright = ImageOps.exif_transpose(picture).convert("RGB")
        upright.thumbnail((most_px, most_px))
        return View(upright.width, upright.height, upright.tobytes())
    except _DAMAGE as error:
        raise Unreadable("photo_damaged", file="") from error


def _files(path: Path) -> list[Path]:
    if not path.is_dir():
        return [path]
    try:
        inside = [file for file in path.rglob("*") if file.is_file()]
    except OSError as error:
        raise Unreadable("folder_unreadable", file=str(path)) from error
    return [file for file in inside if not file.name.startswith(".") and file.name.lower() not in _IGNORED]


def _sources(file: Path) -> Iterable[Source]:
    kind = file.suffix.lower()
    if kind != ".pdf" and kind not in _TIFF:
        return (Source(file),)
    try:
        content = _read(file, LARGEST_PDF_BYTES)[0]
        count = len(page_sizes(content)) if kind == ".pdf" else int(getattr(_opened(content, ""), "n_frames", 1))
    except (Unreadable, *_DAMAGE):
        # The reason is told when its turn comes.
        count = 1
    if kind in _TIFF and count == 1:
        return (Source(file),)
    return (Source(file, number) for number in range(1, count + 1))


def _whole(file: Path) -> tuple[bytes, str]:
    """A picture's file and its SHA-256."""
    if file.suffix.lower() in _PHONE_ONLY:
        raise Unreadable("photo_heic", file=file.name)
    return _read(file, LARGEST_BYTES)


def _page(source: Source) -> tuple[bytes, str]:
    """A page of a scanner's PDF or TIFF as a JPEG, and the SHA-256 that names it."""
    content, sha256 = _read(source.file, LARGEST_PDF_BYTES)
    try:
        picture = _tiff_page(content, source) if source.file.suffix.lower() in _TIFF else _pdf_page(content, source)
    except (Unreadable, *_DAMAGE) as error:
        raise Unreadable("photo_damaged", file=source.name) from error
    kept = BytesIO()
    picture.save(kept, "JPEG", quality=85)
    return kept.getvalue(), hashlib.sha256(f"{sha256} {source.page}".encode()).hexdigest()


def _pdf_page(content: bytes, source: Source) -> Any:
    from PIL import Image

    drawn = page_picture(content, source.page - 1, PDF_WIDTH_PX)
    return Image.frombuffer("RGB", (drawn.width, drawn.height), drawn.dots, "raw", "BGRX", drawn.stride, 1)


def _tiff_page(content: bytes, source: Source) -> Any:
    picture = _opened(content, source.name)
    picture.seek(source.page - 1)
    if picture.width * picture.height > LARGEST_DOTS:
        raise Unreadable("photo_too_large", file=source.name)
    return picture.convert("RGB")


def _read(file: Path, most: int) -> tuple[bytes, str]:
    try:
        state = file.stat()
        if state.st_size > most:
            raise Unreadable("photo_too_large", file=file.name)
        return _content(file, state.st_size, state.st_mtime_ns)
    except OSError as error:
        raise Unreadable("photo_gone", file=file.name) from error


# The pages of one PDF follow each other: it is read once.
@lru_cache(maxsize=1)
def _content(file: Path, _size: int, _changed_ns: int) -> tuple[bytes, str]:
    content = file.read_bytes()
    return content, hashlib.sha256(content).hexdigest()


def _sorted(files: list[Path]) -> list[Path]:
    times = {file: _time_of(file) for file in files}
    if all(times.values()):
        return sorted(files, key=lambda file: (str(times[file]), _natural(file)))
    return sorted(files, key=_natural)


def _natural(file: Path) -> tuple[tuple[int, str], ...]:
    """A sort key in which 2 comes before 10."""
    parts = re.findall(r"(\d+)|(\D+)", file.name.casefold())
    return tuple((int(digits[:18]) if digits else -1, words) for digits, words in parts)


def _time_of(file: Path) -> datetime | None:
    from PIL import Image

    try:
        with Image.open(file) as picture:
            return _taken(picture)
    except (*_DAMAGE, Image.DecompressionBombError):
        return None


# Pillow has no types of its own.
def _opened(content: bytes, name: str) -> Any:
    from PIL import Image, UnidentifiedImageError

    try:
        picture = Image.open(BytesIO(content))
    except UnidentifiedImageError as error:
        raise Unreadable("photo_no_picture", file=name) from error
    except Image.DecompressionBombError as error:
        raise Unreadable("photo_too_large", file=name) from error
    except _DAMAGE as error:
        raise Unreadable("photo_damaged", file=name) from error
    if picture.format not in MEDIA_TYPES:
        raise Unreadable("photo_no_picture", file=name)
    if picture.width * picture.height > LARGEST_DOTS:
        raise Unreadable("photo_too_large", file=name)
    return picture


def _taken(picture: Any) -> datetime | None:
    try:
        written = picture.getexif().get_ifd(_EXIF).get(_TAKEN)
        return datetime.strptime(str(written), "%Y:%m:%d %H:%M:%S") if written else None  # noqa: DTZ007 - zoneless
    except _DAMAGE:
        return None


def _numbers(picture: Any, content: bytes, name: str) -> list[Number]:
    """The numbers of the forms whose codes are on the picture: seen small, else in full."""
    try:
        picture.draft("L", (CODE_SIDE_PX, CODE_SIDE_PX))
        grey = picture.convert("L")
        if max(grey.size) > 2 * CODE_SIDE_PX:
            grey.thumbnail((2 * CODE_SIDE_PX, 2 * CODE_SIDE_PX))
        found = _codes(grey)
        if not found and max(grey.size) < max(_opened(content, name).size):
            found = _codes(_opened(content, name).convert("L"))
        if not found and max(grey.size) <= MAGNIFIED_PX:
            found = _codes(grey.resize((grey.width * 2, grey.height * 2)))
    except _DAMAGE as error:
        raise Unreadable("photo_damaged", file=name) from error
    return [number for number in map(_number, found) if number]


def _codes(grey: Any) -> list[str]:
    import zxingcpp

    formats = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    return [one.text for one in zxingcpp.read_barcodes(grey, formats=formats)]


def _number(text: str) -> Number | None:
    """A form's number; the code of an invitation, or of anything else on the table, is none."""
    found = parse_number(text)
    return replace(found, concern=None) if found else None
