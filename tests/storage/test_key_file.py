"""The key file: a passphrase opens it, nothing else does, and no damage to it is taken for anything else."""

import json
import os
import random
import stat
import time
from pathlib import Path
from typing import Any

import pytest

from db.errors import Misused, StoreTrouble
from db.vault import key_file

PASSPHRASE = "青禾里的口令 1"


@pytest.fixture(scope="module")
def keyed(tmp_path_factory: pytest.TempPathFactory) -> tuple[bytes, bytes]:
    """The content of a key file with a passphrase, and the database key in it."""
    database = tmp_path_factory.mktemp("keyed") / "office.db"
    key = key_file.found(database, PASSPHRASE).key
    assert key is not None
    return key_file.key_file_path(database).read_bytes(), key


def written(tmp_path: Path, content: bytes) -> Path:
    """A database path with this key file beside it."""
    database = tmp_path / "office.db"
    key_file.key_file_path(database).write_bytes(content)
    return database


def refusal(database: Path, passphrase: str | None) -> str:
    with pytest.raises(StoreTrouble) as caught:
        key_file.unlock(database, passphrase)
    return caught.value.code


def with_slot(content: bytes, **changes: Any) -> bytes:
    """The key file with fields of its one slot replaced."""
    kept = json.loads(content)
    kept["slots"][0].update(changes)
    return json.dumps(kept).encode()


def test_the_passphrase_gives_the_key_back(tmp_path: Path, keyed: tuple[bytes, bytes]) -> None:
    content, key = keyed

    assert len(key) == key_file.KEY_BYTES
    assert key_file.unlock(written(tmp_path, content), PASSPHRASE).key == key


def test_the_passphrase_is_stretched_by_argon2id_at_todays_cost(keyed: tuple[bytes, bytes]) -> None:
    (slot,) = json.loads(keyed[0])["slots"]

    assert (slot["kind"], slot["memory_kib"], slot["passes"], slot["lanes"]) == ("passphrase", 65_536, 3, 4)
    assert len(bytes.fromhex(slot["salt"])) == 16


def test_neither_key_nor_passphrase_stands_in_the_file(keyed: tuple[bytes, bytes]) -> None:
    content, key = keyed

    assert key not in content
    assert key.hex().encode() not in content
    assert PASSPHRASE.encode() not in content


@pytest.mark.skipif(os.name != "posix", reason="file modes are a matter of POSIX systems")
@pytest.mark.parametrize("passphrase", [None, PASSPHRASE])
def test_the_file_is_for_its_owner_alone(tmp_path: Path, passphrase: str | None) -> None:
    key_file.found(tmp_path / "office.db", passphrase)

    assert stat.S_IMODE((tmp_path / "office.db.keys").stat().st_mode) == 0o600


def test_two_databases_never_share_a_key(tmp_path: Path) -> None:
    assert key_file.found(tmp_path / "a.db", PASSPHRASE) != key_file.found(tmp_path / "b.db", PASSPHRASE)


def test_a_plain_database_says_so_and_asks_for_nothing(tmp_path: Path) -> None:
    key_file.found(tmp_path / "office.db", None)

    assert key_file.unlock(tmp_path / "office.db", None).key is None


@pytest.mark.parametrize(
    ("passphrase", "code"),
    [(None, "passphrase_needed"), ("", "passphrase_needed"), ("青禾里的口令", "passphrase_wrong")],
)
def test_without_the_right_passphrase_nothing_opens(
    tmp_path: Path, keyed: tuple[bytes, bytes], passphrase: str | None, code: str
) -> None:
    database = written(tmp_path, keyed[0])

    assert refusal(database, passphrase) == code
    assert key_file.key_file_path(database).read_bytes() == keyed[0]


def test_a_missing_file_is_never_taken_for_a_plain_database(tmp_path: Path) -> None:
    assert refusal(tmp_path / "office.db", PASSPHRASE) == "keys_missing"


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{}", b"[]", b"null", b"\xff\xfe\x00", b"{" * 10_000, b'{"format":1,"cipher":"sqlcipher"}',
        b'{"format":1,"cipher":"sqlcipher","slots":[{"kind":"passphrase"}]}',
        b'{"format":1,"cipher":"rot13","slots":[]}',
    ],
    ids=range(9),
)  # fmt: skip
def test_a_file_of_another_form_is_damaged(tmp_path: Path, content: bytes) -> None:
    assert refusal(written(tmp_path, content), PASSPHRASE) == "keys_damaged"


def test_a_file_of_a_later_format_asks_for_a_later_program(tmp_path: Path) -> None:
    database = written(tmp_path, b'{"format":2,"cipher":"sqlcipher","slots":[]}')

    assert refusal(database, PASSPHRASE) == "database_newer"


@pytest.mark.parametrize(
    "changes",
    [
        {"salt": "00"}, {"salt": "no hexadecimal"}, {"salt": ""}, {"wrapped": ""}, {"wrapped": "00" * 20},
        {"memory_kib": 0}, {"memory_kib": -1}, {"passes": 0}, {"lanes": 0}, {"lanes": 2, "memory_kib": 15},
    ],
    ids=str,
)  # fmt: skip
def test_a_slot_that_cannot_be_right_is_damaged(
    tmp_path: Path, keyed: tuple[bytes, bytes], changes: dict[str, Any]
) -> None:
    assert refusal(written(tmp_path, with_slot(keyed[0], **changes)), PASSPHRASE) == "keys_damaged"


@pytest.mark.parametrize(
    "changes", [{"memory_kib": 16_777_216}, {"passes": 1_000_000}, {"lanes": 1_000}, {"kind": "other"}], ids=str
)
def test_a_slot_beyond_measure_is_not_even_tried(
    tmp_path: Path, keyed: tuple[bytes, bytes], changes: dict[str, Any]
) -> None:
    database = written(tmp_path, with_slot(keyed[0], **changes))
    began = time.monotonic()

    assert refusal(database, PASSPHRASE) in ("keys_damaged", "passphrase_wrong")
    assert time.monotonic() - began < 0.2


def test_any_flipped_bit_is_told_as_damage_or_a_wrong_passphrase(tmp_path: Path, keyed: tuple[bytes, bytes]) -> None:
    content, key = keyed
    cheap = with_slot(content, memory_kib=128, passes=1, lanes=1)
    chance = random.Random(1)
    for _ in range(400):
        flipped = bytearray(cheap)
        flipped[chance.randrange(len(flipped))] ^= 1 << chance.randrange(8)
        code = refusal(written(tmp_path, bytes(flipped)), PASSPHRASE)
        assert code in ("keys_damaged", "passphrase_wrong", "database_newer")
    assert key_file.unlock(written(tmp_path, content), PASSPHRASE).key == key


def test_the_first_line_of_a_file_is_the_passphrase(tmp_path: Path) -> None:
    file = tmp_path / "pass"
    for content in (f"{PASSPHRASE}\r\nmore\n", PASSPHRASE, f"\ufeff{PASSPHRASE}\n"):
        file.write_bytes(content.encode())
        assert key_file.read_passphrase(file) == PASSPHRASE


@pytest.mark.parametrize("content", [b"", b"\n", b"\xff\xfe\n"])
def test_a_file_without_a_passphrase_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pass").write_bytes(content)

    with pytest.raises(Misused) as caught:
        key_file.read_passphrase(tmp_path / "pass")

    assert caught.value.code == "passphrase_file"
