"""Packages before and beside the merge: those that wait in a folder, and those that were not taken.

What was not taken is kept in a folder beside the database, a copy with its reason in words, so that nothing that came
is lost, it can be tried again, and somebody can be shown it. The database does not change by it.
"""

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db import journal, local
from db import packages as receipts
from db.errors import Fact, Misused, Trouble
from db.exchange.container import MAX_PACKAGE_BYTES
from db.exchange.manifest import Manifest
from db.files import durable_file, file_trouble, pieces, write_durably
from db.packages import Receipt
from db.store import Reader, Store, Transaction
from desktop.services.exchange import packages, reading
from desktop.services.exchange.packages import Incoming
from desktop.services.registry import ANYONE, Caller, question, verb

SUFFIX = ".qinting"
_FOLDER = "exchange.folder"
_REASON = ".txt"
_FACT = re.compile(r"^(\w+): (.*)$")


@dataclass(frozen=True, slots=True)
class Looked:
    """A package after a dry run; `missing` steps of its writer before it have not come yet."""

    incoming: Incoming
    manifest: Manifest | None
    missing: int = 0


@dataclass(frozen=True, slots=True)
class NotTaken:
    """A package that was not taken, with the code and the facts of its reason; `at` is when, in UTC ms."""

    file: Path
    name: str
    code: str
    facts: tuple[tuple[str, Fact], ...]
    sha256: str
    at: int


@question("package.folder", roles=ANYONE)
def folder(_caller: Caller, reader: Reader) -> Path | None:
    """The folder in which packages are looked for; None while nobody has chosen one."""
    kept = local.kept(reader, _FOLDER)
    return Path(kept) if kept else None


@verb("package.set_folder", roles=ANYONE, journal=False)
def set_folder(_caller: Caller, tx: Transaction, *, place: Path | None) -> None:
    """Look for packages in another folder from now on, or in none."""
    local.keep(tx, _FOLDER, str(place) if place else None)


def packages_in(place: Path) -> tuple[Path, ...]:
    """The packages in a folder and in the folders right inside it. Raises StoreTrouble when it cannot be read."""
    try:
        if not place.is_dir():
            raise FileNotFoundError(2, "no folder", str(place))
        found = [*place.glob(f"*{SUFFIX}"), *place.glob(f"*/*{SUFFIX}")]
        # A name that begins with a dot is still being written.
        return tuple(sorted(file for file in found if file.is_file() and not file.name.startswith(".")))
    except OSError as error:
        raise file_trouble(error, place) from error


def look(caller: Caller, store: Store, *, file: Path, passphrase: str | None = None) -> Looked:
    """What merging a package would do, without changing anything."""
    found = packages.take_in(caller, store, file=file, passphrase=passphrase, dry_run=True)
    manifest = found.manifest
    if manifest is None or manifest.kind != "delta" or not manifest.seq_from:
        return Looked(found, manifest)
    return Looked(found, manifest, max(manifest.seq_from - 1 - journal.last_seq(store, manifest.writer), 0))


def digest(file: Path) -> str:
    """The SHA-256 of a package file; "" for one that cannot be read."""
    try:
        with file.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return ""


def place_of_not_taken(store: Store) -> Path:
    """The folder beside the database where packages that were not taken are kept."""
    return store.path.with_name(f"{store.path.name}.not-taken")


def keep_not_taken(store: Store, *, file: Path, trouble: Trouble, message: str, next_step: str) -> Path:
    """Keep a copy of a package with the reason why it was not taken; returns the copy.

    A package that is kept there already gets the new reason. `message` and `next_step` are for whoever opens the
    folder. Raises StoreTrouble when the disk refuses, Unreadable when the package cannot be read.
    """
    place = place_of_not_taken(store)
    sha256 = reading.digest_of(file)
    try:
        place.mkdir(exist_ok=True)
        known = next((one.file for one in not_taken(store) if one.sha256 == sha256), None)
        target = known or _free(place, file.name)
        if known is None:
            with file.open("rb") as source, durable_file(target) as stream:
                for piece in pieces(source, MAX_PACKAGE_BYTES):
                    stream.write(piece)
        facts = "".join(f"{name}: {_on_one_line(value)}\n" for name, value in trouble.facts.items())
        reason = f"{message}\n{next_step}\n\ncode: {trouble.code}\nsha256: {sha256}\nat: {store.clock()}\n{facts}"
        write_durably(_reason(target), reason.encode())
    except OSError as error:
        raise file_trouble(error, place) from error
    return target


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a package: its receipt where it was taken in, the copy kept aside where it was not."""

    incoming: Incoming
    receipt: Receipt | None = None
    kept: Path | None = None


# The sentence and the next step for what stood in the way.
Said = Callable[[Trouble], tuple[str, str]]


def bring(
    caller: Caller,
    store: Store,
    *,
    file: Path,
    said: Said,
    passphrase: str | None = None,
    trust: Sequence[str] = (),
    dry_run: bool = False,
    before_merge: Callable[[Store], object] | None = None,
) -> Brought:
    """Take a package in; what is not taken is kept aside with its reason, what is taken now leaves that folder.

    Raises StoreTrouble when the disk refuses; with `dry_run` nothing changes anywhere.
    """
    incoming = packages.take_in(
        caller, store, file=file, passphrase=passphrase, trust=trust, dry_run=dry_run, before_merge=before_merge
    )
    if dry_run:
        return Brought(incoming)
    if incoming.trouble is not None:
        if incoming.outcome == "missing":
            return Brought(incoming)
        message, next_step = said(incoming.trouble)
        return Brought(
            incoming,
            kept=keep_not_taken(store, file=file, trouble=incoming.trouble, message=message, next_step=next_step),
        )
    receipt = receipts.receipt(store, incoming.sha256)
    for one in not_taken(store):
        if one.sha256 == incoming.sha256:
            let_go(store, file=one.file)
    return Brought(incoming, receipt)


def named(store: Store, names: Sequence[str]) -> tuple[NotTaken, ...]:
    """The packages kept aside under these names (of the file, or the beginning of its SHA-256); all without a name.

    Raises Misused `not_taken_unknown`.
    """
    kept = not_taken(store)
    chosen = []
    for name in names:
        found = [one for one in kept if one.name == name or (len(name) >= 8 and one.sha256.startswith(name))]
        if len(found) != 1:
            raise Misused("not_taken_unknown", value=name[:200])
        chosen += found
    return tuple(dict.fromkeys(chosen)) if names else kept


def not_taken(store: Store) -> tuple[NotTaken, ...]:
    """The packages that were not taken, the latest first."""
    place = place_of_not_taken(store)
    found = (_read(file) for file in place.glob(f"*{SUFFIX}")) if place.is_dir() else ()
    return tuple(sorted(filter(None, found), key=lambda one: -one.at))


def let_go(store: Store, *, file: Path) -> None:
    """Take a package out of the folder: it has been taken in. Raises StoreTrouble when the disk refuses."""
    if file.parent != place_of_not_taken(store):
        return
    try:
        file.unlink(missing_ok=True)
        _reason(file).unlink(missing_ok=True)
    except OSError as error:
        raise file_trouble(error, file) from error


def _read(file: Path) -> NotTaken | None:
    try:
        lines = _reason(file).read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return None
    told: dict[str, str] = {}
    for line in lines:
        if fact := _FACT.match(line):
            told[fact[1]] = fact[2]
    code, at = told.pop("code", "package_damaged"), told.pop("at", "0")
    told.pop("sha256", None)
    return NotTaken(file, file.name, code, tuple(told.items()), digest(file), int(at) if at.isdigit() else 0)


def _reason(file: Path) -> Path:
    return file.with_name(f"{file.name}{_REASON}")


def _free(place: Path, name: str) -> Path:
    stem, suffix = name.removesuffix(SUFFIX), SUFFIX
    names = (f"{stem}{suffix}", *(f"{stem} ({number}){suffix}" for number in range(2, 10_000)))
    return next(place / one for one in names if not (place / one).exists())


def _on_one_line(value: Fact) -> str:
    return " ".join(str(value).split())
