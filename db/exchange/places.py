"""A common place of several devices: a folder per writer, in it numbered packages and the files of attachments.

Only these things are asked of a place: to say what lies there, to keep a whole new file, and to give one back. A folder
(of a share, a stick, a cloud client) is the one here; S3 is in `s3_place`.
"""

from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from db import blobs
from db.errors import StoreTrouble
from db.files import MOST_BYTES, durable_file, file_trouble, pieces, write_durably

BLOBS = "blobs"


@dataclass(slots=True)
class Shelf:
    """What one writer has put out: packages (name -> UTC ms of when it came) and files (name -> bytes)."""

    packages: dict[str, int] = field(default_factory=dict)
    blobs: dict[str, int] = field(default_factory=dict)


class Place(Protocol):
    """Every method raises StoreTrouble: `outbox_gone` when the place is not there any more, or what the place says."""

    @property
    def address(self) -> str:
        """The name under which it is remembered what is there."""

    def look(self, own: str, since: Mapping[str, str]) -> dict[str, Shelf]:
        """What every writer has put out; `own` has a shelf in any case.

        Packages of a writer whose names stand before `since` says may be left out.
        """

    def put(self, writer: str, name: str, content: bytes) -> None:
        """Keep a new package, whole or not at all."""

    def put_blob(self, writer: str, file: Path) -> None:
        """Keep a file of an attachment under its name, whole or not at all."""

    def has_whole(self, writer: str, blob: str) -> bool:
        """Whether a file that lies there is what its name says."""

    def here(self, writer: str, name: str) -> AbstractContextManager[Path]:
        """A package as a file of this computer, while the block lasts."""

    def take_blob(self, writer: str, blob: str, folder: Path) -> bool:
        """Fetch a file into `folder`; False when it is not what its name says."""

    def shown(self, writer: str, name: str) -> str:
        """Where a package lies, for a person."""


@dataclass(frozen=True, slots=True)
class FolderPlace:
    """A folder as the common place; `address` is its full path, `folder` that of the project in it."""

    folder: Path
    address: str

    def look(self, own: str, since: Mapping[str, str]) -> dict[str, Shelf]:
        try:
            # Not with its parents: a share that is gone must not come to life again as a folder of this computer.
            self.folder.mkdir(exist_ok=True)
            (self.folder / own).mkdir(exist_ok=True)
        except FileNotFoundError as error:
            raise self._gone() from error
        except OSError as error:
            raise file_trouble(error, self.folder / own) from error
        try:
            folders = [entry for entry in sorted(self.folder.iterdir()) if entry.is_dir()]
            found = {one.name: _shelf(one, since.get(one.name, "")) for one in folders}
        except OSError as error:
            raise self._gone() from error
        if own not in found:
            # Gone between the making and the looking.
            raise self._gone()
        return found

    def put(self, writer: str, name: str, content: bytes) -> None:
        try:
            write_durably(self.folder / writer / name, content)
        except StoreTrouble as trouble:
            raise (trouble if self.folder.is_dir() else self._gone()) from trouble

    def put_blob(self, writer: str, file: Path) -> None:
        target = self.folder / writer / BLOBS / file.name
        try:
            target.parent.mkdir(exist_ok=True)
            with file.open("rb") as source, durable_file(target) as stream:
                for piece in pieces(source, MOST_BYTES):
                    stream.write(piece)
        except OSError as error:
            raise file_trouble(error, target) from error

    def has_whole(self, writer: str, blob: str) -> bool:
        try:
            return blobs.is_whole(self.folder / writer / BLOBS / blob)
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._gone() from error

    @contextmanager
    def here(self, writer: str, name: str) -> Iterator[Path]:
        yield self.folder / writer / name

    def take_blob(self, writer: str, blob: str, folder: Path) -> bool:
        file = self.folder / writer / BLOBS / blob
        try:
            with file.open("rb") as source:
                return blobs.take(folder, blob, source, file.stat().st_size)
        except OSError as error:
            raise self._gone() from error

    def shown(self, writer: str, name: str) -> str:
        return str(self.folder / writer / name)

    def _gone(self) -> StoreTrouble:
        return StoreTrouble("outbox_gone", value=self.address)


def _shelf(folder: Path, since: str) -> Shelf:
    found = Shelf()
    for entry in folder.iterdir():
        # On a share every file that is asked about costs a turn over the network.
        if entry.suffix == ".qinting" and entry.name >= since:
            try:
                found.packages[entry.name] = int(entry.stat().st_mtime * 1000)
            except FileNotFoundError:
                # A file that another program renamed between two looks.
                continue
    found.blobs = blobs.held(folder / BLOBS)
    return found
