"""A recovery sheet opens what a lost passphrase does not; nothing is locked out on the way to a new one."""

import json
import random
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from db.errors import Misused, Refused, StoreTrouble
from db.store import Store
from db.vault import key_file, recovery
from desktop.cli.main import run
from desktop.services.keeping import recovery as verbs
from desktop.services.opening import found_project, open_database
from desktop.services.registry import Caller, administrator

PASSPHRASE = "青禾里的口令 1"


@pytest.fixture(autouse=True)
def cheap(monkeypatch: pytest.MonkeyPatch) -> None:
    """What it costs to guess is tested with the key file; here it would only cost time."""
    monkeypatch.setattr(key_file, "ARGON2_MEMORY_KIB", 128)
    monkeypatch.setattr(key_file, "ARGON2_PASSES", 1)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = found_project(tmp_path / "office.db", name="听松苑", mark=None, device_name="办公室", passphrase=PASSPHRASE)
    yield made
    made.close()


def opens(store: Store, secret: str) -> bool:
    try:
        open_database(store.path, secret).close()
    except StoreTrouble as trouble:
        if trouble.code not in ("passphrase_wrong", "recovery_code_misread"):
            raise
        return False
    return True


def new(store: Store) -> str:
    return verbs.new_sheet(administrator(store), store).code


def test_the_code_opens_the_database_however_it_is_typed(store: Store) -> None:
    code = new(store)

    assert verbs.has_sheet(store)
    assert len(code.split("-")) == 7
    typed = (
        code,
        code.lower(),
        code.replace("-", " "),
        code.replace("-", ""),
        code.replace("O", "0").replace("B", "8"),
    )
    assert all(opens(store, one) for one in typed)
    assert opens(store, PASSPHRASE)


def test_a_new_sheet_makes_the_old_one_void(store: Store) -> None:
    first, second = new(store), new(store)

    assert (opens(store, first), opens(store, second), opens(store, PASSPHRASE)) == (False, True, True)
    kinds = [one["kind"] for one in json.loads(key_file.key_file_path(store.path).read_bytes())["slots"]]
    assert kinds == ["passphrase", "recovery"]


def test_the_code_lies_nowhere_but_on_the_sheet(store: Store) -> None:
    code = new(store)
    store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")

    letters = recovery.read_code(code).encode()
    for file in store.path.parent.iterdir():
        if file.is_file():
            assert letters not in file.read_bytes()
            assert code.encode() not in file.read_bytes()
    assert store.one("SELECT 1 FROM journal WHERE verb = 'recovery.new'")


def test_a_misread_character_is_told_before_anything_is_tried(store: Store) -> None:
    letters = recovery.read_code(new(store))
    random.seed(7)
    for _ in range(200):
        place = random.randrange(len(letters))
        other = random.choice([one for one in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if one != letters[place]])
        assert recovery.read_code(letters[:place] + other + letters[place + 1 :]) in ("", letters)
    with pytest.raises(StoreTrouble, match="recovery_code_misread"):
        open_database(store.path, ("B" if letters[0] == "A" else "A") + letters[1:])


def test_a_lost_passphrase_is_replaced_by_way_of_the_sheet(store: Store, tmp_path: Path) -> None:
    code = new(store)
    with open_database(store.path, code) as again:
        verbs.set_passphrase(administrator(again), again, passphrase="四个不相干的词语")

    assert [opens(store, one) for one in (PASSPHRASE, "四个不相干的词语", code)] == [False, True, True]


def test_when_the_disk_refuses_the_old_ways_in_stay(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    code = new(store)

    def full(*_: object) -> None:
        raise OSError(28, "no space")

    monkeypatch.setattr(key_file, "write_durably", full)
    with pytest.raises(OSError, match="no space"):
        new(store)
    monkeypatch.undo()

    assert opens(store, code)
    assert opens(store, PASSPHRASE)


def test_without_its_paper_the_old_sheet_still_counts(store: Store, tmp_path: Path) -> None:
    code = new(store)

    with pytest.raises(StoreTrouble):
        verbs.new_sheet(administrator(store), store, pdf=tmp_path / "nowhere" / "sheet.pdf")

    assert opens(store, code)


def test_what_is_refused(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Refused, match="role_missing"):
        verbs.new_sheet(Caller(None, frozenset({"coordinator"}), "office"), store)
    with pytest.raises(Misused, match="passphrase_short"):
        verbs.set_passphrase(administrator(store), store, passphrase="1234567")
    with (
        found_project(tmp_path / "plain.db", name="听松苑", mark=None, device_name=None, passphrase=None) as plain,
        pytest.raises(Refused, match="recovery_plain"),
    ):
        verbs.new_sheet(administrator(plain), plain)


def test_the_command_line_prints_a_sheet_that_opens(
    store: Store, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pass.txt").write_text(PASSPHRASE, encoding="utf-8")
    base = ["--data", str(store.path), "--json"]
    pdf = tmp_path / "sheet.pdf"

    status = run(
        [*base, "--passphrase-file", str(tmp_path / "pass.txt"), "recovery", "new", "--pdf", str(pdf)], lambda _a: 3
    )

    code = json.loads(capsys.readouterr().out)["code"]
    assert status == 0
    document = pypdfium2.PdfDocument(pdf)
    text = document[0].get_textpage().get_text_bounded()
    document.close()
    assert all(group in text for group in code.split("-"))
    assert "听松苑" in text
    (tmp_path / "code.txt").write_text(code, encoding="utf-8")
    (tmp_path / "new.txt").write_text("换一个长口令", encoding="utf-8")
    words = [*base, "--passphrase-file", str(tmp_path / "code.txt"), "passphrase", "set", str(tmp_path / "new.txt")]
    assert run(words, lambda _a: 3) == 2  # six characters only
    (tmp_path / "new.txt").write_text("再换一个长一些的口令", encoding="utf-8")
    assert run(words, lambda _a: 3) == 0
    assert opens(store, "再换一个长一些的口令")
