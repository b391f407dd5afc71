"""The files of an event's kit: `event.kit` says what it holds and is signed by the office, each device answers beside.

In `event.kit` stand the event, the office's clock, the lines, the vouches and the digests of the other files;
`project.card` makes a device of the project, `list.qinting` is everything the office knows, as a package, `forms.pdf`
the sheets for the table. `answers` holds one file for each device that has taken the kit, signed by that device.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from db.errors import Unreadable
from db.files import file_trouble, write_durably
from db.records import COLUMNS, DeviceVouch

FORMAT = 1
KIT, CARD, LIST, FORMS, ANSWERS = "event.kit", "project.card", "list.qinting", "forms.pdf", "answers"
ANSWER_SUFFIX = ".answer"
MAX_BYTES = 20_000_000
MAX_ANSWERS = 1_000
_Signed = TypeVar("_Signed", "KitBody", "AnswerBody")


class KitLine(msgspec.Struct, frozen=True):
    """A device that is meant to come; `device` is its writer id where the office knows it already."""

    id: str
    name: str
    role: str
    needs: tuple[str, ...] = ()
    device: str = ""


class KitBody(msgspec.Struct, frozen=True):
    """What the office signs; times in UTC ms, `files` name -> SHA-256."""

    format: int
    project: str
    project_name: str
    event: str
    title: str
    starts_at: int
    ends_at: int
    made_at: int
    made_by: str
    signing_key: str
    files: dict[str, str]
    lines: tuple[KitLine, ...]
    vouched: tuple[dict[str, Any], ...]
    codes: int
    staff: int


class AnswerFinding(msgspec.Struct, frozen=True):
    """One thing the device has looked at."""

    code: str
    state: str
    facts: dict[str, int] = {}


class AnswerBody(msgspec.Struct, frozen=True):
    """What a device says of itself; `list` is the SHA-256 of the list that it took, `line` the one it answers for."""

    format: int
    project: str
    event: str
    line: str
    device: str
    name: str
    role: str
    signing_key: str
    recipient: str
    at: int
    list: str
    findings: tuple[AnswerFinding, ...]


class _File(msgspec.Struct, frozen=True):
    """Either of them as a file: the body as text, so that the signature covers exactly what stands there."""

    qinting: str
    signature: str


@dataclass(frozen=True, slots=True)
class Kit:
    """A kit whose signature holds; whether its office is trusted is for the caller to say."""

    folder: Path
    body: KitBody

    @property
    def list_digest(self) -> str:
        """The SHA-256 of its list."""
        return self.body.files.get(LIST, "")

    def vouched(self) -> tuple[DeviceVouch, ...]:
        """For whom its office vouches; rows that are none are left out."""
        names = [column.name for column in COLUMNS[DeviceVouch.table]]
        rows = (row for row in self.body.vouched if set(row) == set(names))
        return tuple(DeviceVouch(**row) for row in rows if all(isinstance(row[n], str) for n in names[4:]))


def find_kit(place: Path) -> Path | None:
    """The folder with a kit: `place` itself or one right inside it; the one written last where there are several."""
    try:
        found = [file for file in (place / KIT, *place.glob(f"*/{KIT}")) if file.is_file()]
        return max(found, key=lambda file: file.stat().st_mtime).parent if found else None
    except OSError:
        return None


def read_kit(place: Path) -> Kit:
    """Read and check a kit. Raises Unreadable `kit_missing`, `kit_damaged`, `kit_newer`."""
    folder = find_kit(place)
    if folder is None:
        raise Unreadable("kit_missing", folder=str(place))
    body = _read(folder / KIT, KitBody)
    for name, digest in body.files.items():
        if Path(name).name != name or digest_of(folder / name) != digest:
            raise Unreadable("kit_damaged", file=name)
    return Kit(folder, body)


def is_of_project(place: Path, project: str) -> bool:
    """Whether a whole kit of this project lies there."""
    try:
        return read_kit(place).body.project == project
    except Unreadable:
        return False


def write_kit(folder: Path, body: KitBody, signing: bytes) -> None:
    """Sign and write `event.kit`, the last of a kit's files: without it nothing else there counts."""
    _write(folder / KIT, body, signing)


def write_answer(folder: Path, body: AnswerBody, signing: bytes) -> Path:
    """Sign and write a device's answer over its earlier one."""
    answers = folder / ANSWERS
    try:
        answers.mkdir(exist_ok=True)
    except OSError as error:
        raise file_trouble(error, answers) from error
    _write(answers / f"{body.device}{ANSWER_SUFFIX}", body, signing)
    return answers / f"{body.device}{ANSWER_SUFFIX}"


def read_answers(folder: Path) -> tuple[tuple[AnswerBody, ...], tuple[str, ...]]:
    """The answers whose own signature holds, and the names of files that are no answers."""
    found: list[AnswerBody] = []
    spoilt: list[str] = []
    try:
        files = sorted((folder / ANSWERS).glob(f"*{ANSWER_SUFFIX}"))[:MAX_ANSWERS]
    except OSError as error:
        raise file_trouble(error, folder) from error
    for file in files:
        if file.name.startswith("."):
            continue
        try:
            found.append(_read(file, AnswerBody))
        except Unreadable:
            spoilt.append(file.name)
    return tuple(found), tuple(spoilt)


def erase(folder: Path) -> int:
    """Take a kit's files and the answers off a stick; whatever else lies there stays. Returns how many files went.

    Raises StoreTrouble when the disk refuses.
    """
    files = [folder / KIT, folder / CARD, folder / LIST, folder / FORMS, *(folder / ANSWERS).glob(f"*{ANSWER_SUFFIX}")]
    try:
        there = [file for file in files if file.is_file()]
        for file in there:
            file.unlink()
        for place in (folder / ANSWERS, folder):
            if place.is_dir() and not any(place.iterdir()):
                place.rmdir()
    except OSError as error:
        raise file_trouble(error, folder) from error
    return len(there)


def digest_of(file: Path) -> str:
    """The SHA-256 of a file; "" for one that cannot be read."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def _write(file: Path, body: KitBody | AnswerBody, signing: bytes) -> None:
    raw = msgspec.json.encode(body)
    signature = Ed25519PrivateKey.from_private_bytes(signing).sign(raw).hex()
    write_durably(file, msgspec.json.encode(_File(raw.decode(), signature)))


def _read(file: Path, kind: type[_Signed]) -> _Signed:
    try:
        if file.stat().st_size > MAX_BYTES:
            raise Unreadable("kit_damaged", file=file.name)
        outer = msgspec.json.decode(file.read_bytes(), type=_File)
        raw = outer.qinting.encode()
        if msgspec.json.decode(raw, type=_Version).format > FORMAT:
            raise Unreadable("kit_newer", file=file.name)
        body = msgspec.json.decode(raw, type=kind)
        Ed25519PublicKey.from_public_bytes(bytes.fromhex(body.signing_key)).verify(bytes.fromhex(outer.signature), raw)
    except (OSError, msgspec.DecodeError, ValueError, TypeError, RecursionError, InvalidSignature) as error:
        raise Unreadable("kit_damaged", file=file.name) from error
    return body


class _Version(msgspec.Struct, frozen=True):
    format: int
