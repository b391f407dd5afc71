"""`FILE.keys` beside a database: slots that each wrap the same random database key.

A plain database has a key file too, which says so: a missing key file is then never mistaken for "no key needed".
A slot is removed only after another one has been proved; a database is never recreated because a key did not fit.
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Final, Literal

import msgspec
from argon2.low_level import Type, hash_secret_raw
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

from db.errors import Misused, StoreTrouble
from db.files import write_durably
from db.vault.recovery import letters_of, read_code

# 0.45 s on a small machine: dear for a guesser, bearable once a session.
ARGON2_MEMORY_KIB = 65_536
ARGON2_PASSES = 3
ARGON2_LANES = 4
STRETCHED_BYTES = 32
# The cipher's key and the salt of the file. The salt stands at the file's head as well, but a power cut may spoil that
# sector while the log is folded in: what is needed to read the log must not depend on it.
KEY_BYTES = 32 + 16
FORMAT = 1
_BOUND_TO = b"qinting database key 1"
PASSPHRASE: Final = "passphrase"
RECOVERY: Final = "recovery"


class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One way to the database key: a passphrase or the code of a recovery sheet, stretched by Argon2id.

    The bounds keep a damaged file from costing hours or gigabytes. `wrapped` is nonce (12 bytes), key (48), tag (16).
    """

    kind: str
    salt: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{32}$")]
    memory_kib: Annotated[int, msgspec.Meta(ge=128, le=1_048_576)]
    passes: Annotated[int, msgspec.Meta(ge=1, le=20)]
    lanes: Annotated[int, msgspec.Meta(ge=1, le=16)]
    wrapped: Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{152}$")]


class KeyFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The content of `FILE.keys`."""

    format: int
    cipher: Literal["sqlcipher", "none"]
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Keys:
    """The way in: `key` is 48 raw bytes (the cipher's key, the file's salt), or None for a plain database."""

    key: bytes | None


def key_file_path(database: Path) -> Path:
    """Where the key file of `database` lies."""
    return database.with_name(database.name + ".keys")


def stretch(passphrase: str, salt: bytes, slot: Slot | None = None) -> bytes:
    """32 bytes from a passphrase by Argon2id (RFC 9106), with the costs of `slot` or today's."""
    return hash_secret_raw(
        passphrase.encode(),
        salt,
        time_cost=slot.passes if slot else ARGON2_PASSES,
        memory_cost=slot.memory_kib if slot else ARGON2_MEMORY_KIB,
        parallelism=slot.lanes if slot else ARGON2_LANES,
        hash_len=STRETCHED_BYTES,
        type=Type.ID,
    )


def found(database: Path, passphrase: str | None) -> Keys:
    """Write the key file for a new database and return its key; None as passphrase makes a plain one."""
    if passphrase is None:
        _write(database, KeyFile(FORMAT, "none", ()))
        return Keys(None)
    key = secrets.token_bytes(KEY_BYTES)
    _write(database, KeyFile(FORMAT, "sqlcipher", (_slot(PASSPHRASE, passphrase, key),)))
    return Keys(key)


def _slot(kind: str, secret: str, key: bytes) -> Slot:
    """Wrap the database key with a passphrase or the letters of a code."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    wrapped = nonce + ChaCha20Poly1305(stretch(secret, salt)).encrypt(nonce, key, _BOUND_TO)
    return Slot(kind, salt.hex(), ARGON2_MEMORY_KIB, ARGON2_PASSES, ARGON2_LANES, wrapped.hex())


def replace_slot(database: Path, kind: Literal["passphrase", "recovery"], secret: str, key: bytes) -> str:
    """Let a new passphrase, or the letters of a new recovery code, open `database` in the place of the one before.

    The one before is dropped only after the new one has opened the file as it lies on the disk. Returns the new
    slot's salt, by which it can be told from others. Raises StoreTrouble like `unlock`.
    """
    kept, slot = _read(database), _slot(kind, secret, key)
    _write(database, KeyFile(kept.format, kept.cipher, (*kept.slots, slot)))
    if _unwrap(_read(database).slots[-1], kind, secret) != key:
        raise StoreTrouble("keys_damaged", file=str(key_file_path(database)))
    _write(database, KeyFile(kept.format, kept.cipher, (*(one for one in kept.slots if one.kind != kind), slot)))
    return slot.salt


def has_recovery(database: Path) -> bool:
    """Whether the code of a recovery sheet opens `database`."""
    return any(slot.kind == RECOVERY for slot in _read(database).slots)


def unlock(database: Path, passphrase: str | None) -> Keys:
    """Return the way into `database`, by its passphrase or by the code of its recovery sheet.

    Raises StoreTrouble `keys_missing`, `keys_damaged`, `database_newer`, `passphrase_needed`, `passphrase_wrong` or
    `recovery_code_misread`; nothing is changed.
    """
    kept = _read(database)
    if kept.cipher == "none":
        return Keys(None)
    if not passphrase:
        raise StoreTrouble("passphrase_needed", file=str(database))
    code = read_code(passphrase)
    for slot in kept.slots:
        key = _unwrap(slot, PASSPHRASE, passphrase) or (_unwrap(slot, RECOVERY, code) if code else None)
        if key is not None:
            return Keys(key)
    is_misread = letters_of(passphrase) and not code and any(slot.kind == RECOVERY for slot in kept.slots)
    raise StoreTrouble("recovery_code_misread" if is_misread else "passphrase_wrong", file=str(database))


def _read(database: Path) -> KeyFile:
    """The key file beside `database`, checked."""
    file = key_file_path(database)
    try:
        kept = msgspec.json.decode(file.read_bytes(), type=KeyFile)
    except FileNotFoundError as error:
        raise StoreTrouble("keys_missing", file=str(file)) from error
    except OSError as error:
        raise StoreTrouble("database_folder", file=str(file)) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise StoreTrouble("keys_damaged", file=str(file)) from error
    if kept.format > FORMAT:
        raise StoreTrouble("database_newer", file=str(database))
    return kept


def needs_passphrase(database: Path) -> bool:
    """Whether a passphrase opens `database`; False also where that cannot be told, for opening it says more."""
    try:
        kept = msgspec.json.decode(key_file_path(database).read_bytes(), type=KeyFile)
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return False
    return kept.cipher != "none"


def _unwrap(slot: Slot, kind: str, secret: str) -> bytes | None:
    """The database key, where the slot is of this kind and the secret fits; a kind not known here never does."""
    if slot.kind != kind:
        return None
    salt, wrapped = bytes.fromhex(slot.salt), bytes.fromhex(slot.wrapped)
    try:
        return ChaCha20Poly1305(stretch(secret, salt, slot)).decrypt(wrapped[:12], wrapped[12:], _BOUND_TO)
    except InvalidTag:
        return None


def read_passphrase(file: Path) -> str:
    """The passphrase in `file`: its first line. Raises Misused `passphrase_file` when there is none."""
    try:
        with file.open(encoding="utf-8-sig") as stream:
            line = stream.readline().rstrip("\r\n")
    except (OSError, UnicodeDecodeError) as error:
        raise Misused("passphrase_file", file=str(file)) from error
    if not line:
        raise Misused("passphrase_file", file=str(file))
    return line


def _write(database: Path, content: KeyFile) -> None:
    write_durably(key_file_path(database), msgspec.json.format(msgspec.json.encode(content), indent=2))
    if os.name == "posix":
        key_file_path(database).chmod(0o600)
