"""Lists, codes, arguments and packages that cannot be right: a sentence, a next step, and no row changed."""

import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from tests.faults.program import EVENT, LATIN, Office, assert_refused, assert_spoken

pytestmark = pytest.mark.usefixtures("readied_program")

LOCKED_XLSX = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le") + bytes(512)
DAYS = ("--starts", "2026-05-23", "--ends", "2026-05-24")


def written(folder: Path, name: str, content: bytes) -> Path:
    file = folder / name
    file.write_bytes(content)
    return file


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("empty.csv", b"", "list_empty"),
        ("empty.xlsx", b"", "list_empty"),
        ("headings.csv", "姓名,手机号\n".encode(), "list_empty"),
        ("photo.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(100), "list_not_a_table"),
        ("letter.csv", b"%PDF-1.7\n%", "list_not_a_table"),
        ("page.csv", b"<html><table>", "list_not_a_table"),
        ("old.xls", b"\xd0\xcf\x11\xe0" + "Workbook".encode("utf-16-le"), "list_not_a_table"),
        ("locked.xlsx", LOCKED_XLSX, "list_locked"),
        ("cut.xlsx", b"PK\x03\x04" + bytes(200), "list_damaged"),
        ("nameless.csv", "楼栋,手机号\n3,13800138000\n".encode(), "list_without_names"),
        ("quote.csv", '姓名,备注\n林晚,"未完\n周青,好\n'.encode(), "list_quotes"),
        ("strange.csv", b"name\n\xff\xff\xff\n", "list_encoding"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_file_that_is_no_list_is_refused(plain: Office, tmp_path: Path, name: str, content: bytes, code: str) -> None:
    file = written(tmp_path, name, content)

    assert_refused(plain, 4, code, "client", "import", file, "--event", EVENT)


def test_another_kind_of_archive_a_folder_and_no_file_are_refused(plain: Office, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "word.xlsx", "w") as archive:
        archive.writestr("word/document.xml", "x")

    for name, code in (
        ("word.xlsx", "list_not_a_table"), ("", "list_not_a_table"), ("none.csv", "list_missing"),
    ):  # fmt: skip
        assert_refused(plain, 4, code, "client", "import", tmp_path / name, "--event", EVENT)


def test_a_workbook_cut_short_is_refused(plain: Office, tmp_path: Path) -> None:
    whole = tmp_path / "whole.xlsx"
    with xlsxwriter.Workbook(whole) as workbook:
        workbook.add_worksheet().write_row(0, 0, ["姓名", "手机号"])
    cut = written(tmp_path, "cut.xlsx", whole.read_bytes()[:-200])

    assert_refused(plain, 4, "list_damaged", "client", "import", cut, "--event", EVENT)


def test_a_list_with_mixed_line_ends_is_read(plain: Office, tmp_path: Path) -> None:
    lines = "姓名,手机号\r\n陈立夏,13900138000\n林晚,13900139000\r周青,13700137000\r\n"

    answer = plain.do("client", "import", written(tmp_path, "mixed.csv", lines.encode()), "--event", EVENT)

    assert (answer["read"], answer["added"], answer["rejected"]) == (3, 3, [])


def test_every_row_of_a_bad_list_is_accounted_for(plain: Office, tmp_path: Path) -> None:
    rows = ("姓名,手机号,房号", "陈立夏,13900138000,3-2-1501", ",13900139000,3-2-1502", "林晚,1390,3-2-1503",
            "陈立夏,13900138000,")  # fmt: skip
    lines = "\n".join(rows)

    answer = plain.do("client", "import", written(tmp_path, "bad.csv", lines.encode()), "--event", EVENT)

    parts = answer["added"] + answer["updated"] + answer["duplicates"] + len(answer["rejected"])
    assert (answer["read"], parts) == (4, 4)
    assert [rejected["row"] for rejected in answer["rejected"]] == [3, 4]


@pytest.mark.parametrize("guests", [1_000, pytest.param(100_000, marks=pytest.mark.full)])
def test_a_hundred_thousand_rows_are_read(plain: Office, tmp_path: Path, guests: int) -> None:
    people = [f"住户{n},{15_000_000_000 + n},{n // 1000 + 1}-1-{n % 1000 + 101}\n" for n in range(guests)]
    rows = "".join(people * (100_000 // guests))
    file = written(tmp_path, "long.csv", f"姓名,手机号,房号\n{rows}".encode())
    began = time.monotonic()

    answer = plain.do("client", "import", file, "--event", EVENT)

    print(f"100,000 rows imported in {time.monotonic() - began:.0f} s")  # noqa: T201 - a figure to read, never a limit
    assert (answer["read"], answer["added"], answer["rejected"]) == (100_000, guests, [])
    assert answer["duplicates"] == 100_000 - guests


def test_a_code_of_ten_thousand_characters_is_answered(plain: Office) -> None:
    token = "Q" * 10_000

    ran = plain.run("check-in", "scan", "--event", EVENT, token)

    assert ran.status == 1
    (line,) = ran.lines()
    assert (line["token"], line["outcome"], line["admitted"]) == (token, "malformed", False)


def test_lines_that_are_no_codes_are_answered_one_by_one(plain: Office) -> None:
    tokens = ["", " ", "\0", "\ufeff", "😀", "QT" + "A" * 22, "x" * 70_000, "'; DROP TABLE client; --"]

    ran = plain.run("check-in", "scan", "--event", EVENT, "-", stdin="\n".join(tokens) + "\n")

    assert ran.status == 1
    assert [line["token"] for line in ran.lines()] == tokens
    assert {line["outcome"] for line in ran.lines()} == {"malformed"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("no-such-command",), "usage"),
        (("check-in",), "usage"),
        (("check-in", "scan", "--event"), "usage"),
        (("check-in", "scan", "--event", "没有的活动", "QT"), "id_unknown"),
        (("client", "search", "陈", "--limit", "many"), "usage"),
        (("event", "add", "--node", "x", "--title", "t", *DAYS), "code_unknown"),
        (("event", "add", "--node", "delivery", "--title", "t", "--starts", "明天", "--ends", "x"), "time_unreadable"),
        (("staff", "add", "--name", " ", "--level", "staff"), "name_missing"),
        (("concern", "move", "青-01-0000-0001-1", "closed", "--by", "何苗"), "id_unknown"),
        (("device", "trust", "1234"), "fingerprint_unreadable"),
        (("--as", "无此人", "client", "search", "陈"), "id_unknown"),
        (("package", "export", "--file", "x.qinting", "--to", "nobody"), "recipient_unreadable"),
        (("--passphrase-file", "no-such-file", "verify"), "passphrase_file"),
        (("init", "--project", "另一个"), "plain_or_passphrase"),
        (("staff", "add", "--name", "\udcff\udcfe", "--level", "staff"), "argument_not_text"),
        (("check-in", "walk-in", "--event", EVENT, "--name", "林\udce9晚"), "argument_not_text"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_a_wrong_argument_is_bad_usage(plain: Office, arguments: tuple[str, ...], code: str) -> None:
    assert_refused(plain, 2, code, *arguments)


def test_founding_where_a_database_lies_changes_nothing(plain: Office) -> None:
    assert_refused(plain, 1, "database_exists", "init", "--project", "另一个", "--plain")


def test_every_refusal_is_said_without_json_too(plain: Office) -> None:
    ran = plain.run("--language", "en", "client", "import", "none.csv", "--event", EVENT, as_json=False)

    assert (ran.status, ran.out) == (4, "")
    assert LATIN.search(ran.err)


# -- cards -------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "alter",
    [
        lambda card: b"",
        lambda card: card[: len(card) // 2],
        lambda card: card.replace("青禾里".encode(), "青禾外".encode()),
        lambda card: b"{" + b'"a":[' * 50_000,
        lambda card: card[:-2] + b',"more":' + b"[" * 50_000,
        lambda card: b"\xff" * 500,
    ],
    ids=["empty", "cut", "altered", "deep", "deep behind", "binary"],
)
def test_a_damaged_card_founds_nothing(plain: Office, tmp_path: Path, alter: Callable[[bytes], bytes]) -> None:
    plain.do("device", "card", "--file", tmp_path / "whole.card")
    card = written(tmp_path, "project.card", alter((tmp_path / "whole.card").read_bytes()))
    kiosk = Office(tmp_path / "kiosk.db")

    ran = kiosk.run("init", "--from", card, "--plain", "--role", "kiosk")

    assert (ran.status, ran.answer["error"]["code"]) == (4, "card_damaged")
    assert_spoken(ran.answer["error"]["message"], ran.answer["error"]["next"])
    assert not list(tmp_path.glob("kiosk.db*"))


# -- packages ----------------------------------------------------------------------------------------------------------


@pytest.fixture
def package(plain: Office, tmp_path: Path) -> Path:
    """What the office knows."""
    plain.do("package", "export", "--file", tmp_path / "office.qinting")
    return tmp_path / "office.qinting"


def kiosk_of(office: Office, folder: Path) -> Office:
    """A kiosk made with the office's card."""
    office.do("device", "card", "--file", folder / "office.card")
    kiosk = Office(folder / "kiosk.db")
    kiosk.do("init", "--from", folder / "office.card", "--plain", "--role", "kiosk")
    return kiosk


def assert_not_taken(office: Office, outcome: str, *arguments: str | Path) -> None:
    before = office.digest()
    for english in (False, True):
        options = ("--language", "en") if english else ()
        ran = office.run(*options, "package", "merge", *arguments)
        assert ran.status == 1
        (one,) = ran.answer["files"]
        assert (one["outcome"], one["added"], one["changed"], one["conflicts"]) == (outcome, 0, 0, 0)
        assert_spoken(one["reason"], one["next"], english=english)
        assert one["reason"] in ran.err
    assert office.digest() == before


@pytest.mark.parametrize(
    "alter",
    [
        lambda content: content[:-1],
        lambda content: content[: len(content) // 2],
        lambda content: content[:1_000] + bytes([content[1_000] ^ 1]) + content[1_001:],
        lambda content: content + b"x",
        lambda content: b"",
        lambda content: "不是数据包".encode(),
    ],
    ids=["cut", "half", "flipped", "longer", "empty", "text"],
)
def test_a_damaged_package_is_refused(
    plain: Office, package: Path, tmp_path: Path, alter: Callable[[bytes], bytes]
) -> None:
    kiosk = kiosk_of(plain, tmp_path)
    damaged = written(tmp_path, "damaged.qinting", alter(package.read_bytes()))

    assert_not_taken(kiosk, "damaged", damaged)
    assert_refused(kiosk, 4, "package_damaged", "package", "inspect", damaged)


def test_a_package_of_another_project_is_refused(package: Path, tmp_path: Path) -> None:
    other = Office(tmp_path / "other.db")
    other.do("init", "--project", "云栖台", "--plain")

    assert_not_taken(other, "other_project", package)


def test_a_package_of_an_unknown_device_is_refused_until_its_fingerprint_is_given(
    plain: Office, tmp_path: Path
) -> None:
    kiosk = kiosk_of(plain, tmp_path)
    print_ = next(one["fingerprint"] for one in kiosk.do("device", "list")["devices"] if one["this"])
    kiosk.do("package", "export", "--file", tmp_path / "kiosk.qinting")

    assert_not_taken(plain, "unknown_device", tmp_path / "kiosk.qinting")
    assert print_ in plain.run("package", "merge", tmp_path / "kiosk.qinting").answer["files"][0]["next"]
    taken = plain.do("package", "merge", tmp_path / "kiosk.qinting", "--trust", print_)

    assert taken["files"][0]["outcome"] == "merged"


def test_a_package_behind_a_passphrase_opens_with_the_right_one_only(plain: Office, tmp_path: Path) -> None:
    kiosk, right, wrong = kiosk_of(plain, tmp_path), tmp_path / "right", tmp_path / "wrong"
    right.write_text("一路平安\n", encoding="utf-8")
    wrong.write_text("平安一路\n", encoding="utf-8")
    file = tmp_path / "locked.qinting"
    plain.do("package", "export", "--file", file, "--with-passphrase", right)

    assert_not_taken(kiosk, "wrong_passphrase", file)
    assert_not_taken(kiosk, "wrong_passphrase", file, "--with-passphrase", wrong)
    assert kiosk.do("package", "merge", file, "--with-passphrase", right)["files"][0]["outcome"] == "merged"


def test_a_good_package_is_taken_though_a_damaged_one_came_with_it(
    plain: Office, package: Path, tmp_path: Path
) -> None:
    kiosk = kiosk_of(plain, tmp_path)
    damaged = written(tmp_path, "damaged.qinting", package.read_bytes()[:-1])

    ran = kiosk.run("package", "merge", damaged, package, tmp_path / "none.qinting")

    assert ran.status == 1
    assert [one["outcome"] for one in ran.answer["files"]] == ["damaged", "merged", "missing"]
