"""What a client is found by, put to a real full-text index."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlcipher3 import dbapi2 as sqlite

from db.spelling.rooms import read_room
from db.spelling.terms import search_query, search_terms

CLIENTS = {
    1: ("单长明", ("13800138000",), ("3-2-1501",), ("青-05-7K2A-0021",)),
    2: ("欧阳雨桐", ("13912345678", "010-88886666"), ("二期6栋1单元301", "A座1208"), ()),
    3: ("Anna Müller", ("+85221234567",), (), ("A023",)),
    4: ("吕芳", (), ("澜园12栋2单元0902",), ()),
}


def wide(text: str) -> str:
    """The same text as a Chinese input method types it at full width."""
    return "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)


class Index:
    """A table of terms as the database keeps it, filled with the clients above."""

    def __init__(self) -> None:
        self._database = sqlite.connect(":memory:")
        self._database.execute(
            "CREATE VIRTUAL TABLE term USING fts5(terms, content='', detail=none, prefix='1 2 3 4', "
            "tokenize='unicode61 remove_diacritics 0')"
        )

    def add(self, number: int, terms: str) -> None:
        self._database.execute("INSERT INTO term (rowid, terms) VALUES (?, ?)", (number, terms))

    def find(self, text: str) -> list[int]:
        query = search_query(text)
        if query is None:
            return []
        found = self._database.execute("SELECT rowid FROM term WHERE term MATCH ? ORDER BY rowid", (query,))
        return [row[0] for row in found]

    def close(self) -> None:
        self._database.close()


@pytest.fixture(scope="module")
def index() -> Iterator[Index]:
    filled = Index()
    for number, (name, phones, rooms, numbers) in CLIENTS.items():
        keys = [read_room(room).key for room in rooms]
        filled.add(number, search_terms(name, phones, keys, numbers))
    yield filled
    filled.close()


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("明", 1), ("长明", 1), ("单长明", 1), ("单 长明", 1), ("shanchangming", 1), ("shanchang", 1), ("shanc", 1),
        ("danzhangming", 1), ("zhangming", 1), ("scm", 1), ("sc", 1),
        ("changming", 1), ("SHAN CHANG", 1), ("shancm", 1),
        ("雨桐", 2), ("桐", 2), ("ouyangyutong", 2), ("ouyang yu", 2), ("oyyt", 2), ("yutong", 2), ("yt", 2),
        ("anna", 3), ("ANNA", 3), ("muller", 3), ("Müller", 3), ("annam", 3),
        ("lvfang", 4), ("lufang", 4), ("lyufang", 4), ("lüfang", 4), ("lf", 4),
    ],
)  # fmt: skip
def test_a_client_is_found_by_name_and_its_latin_spellings(index: Index, text: str, client: int) -> None:
    assert index.find(text) == [client]


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("8000", 1), ("138000", 1), ("0138000", 1), ("13800138000", 1), ("1380013", 1), ("138-0013-8000", 1),
        ("138 0013", 1), ("5678", 2), ("12345678", 2), ("6666", 2), ("01088886666", 2), ("010-8888", 2),
        (wide("4567"), 3),
    ],
)  # fmt: skip
def test_a_client_is_found_by_any_tail_or_beginning_of_a_phone(index: Index, text: str, client: int) -> None:
    assert client in index.find(text)


@pytest.mark.parametrize(
    ("text", "client"),
    [
        ("3-2-1501", 1), ("3栋2单元1501", 1), ("3#2-1501", 1), (wide("3-2-1501"), 1), ("03-02-1501", 1),
        ("321501", 1),
        ("三栋二单元一五零一", 1), ("3栋 2单元 1501", 1), ("3-1501", 1), ("3-2-15", 1), ("1501", 1), ("2单元1501", 1),
        ("2期6-1-301", 2), ("6栋1单元301", 2), ("6-1-301", 2), ("A座1208", 2), ("a1208", 2), ("A-1208", 2),
        ("澜园12栋", 4), ("澜园 902", 4), ("12-2-0902", 4), ("12栋0902", 4),
    ],
)  # fmt: skip
def test_a_client_is_found_by_the_room_in_any_spelling(index: Index, text: str, client: int) -> None:
    assert client in index.find(text)


@pytest.mark.parametrize("text", ["0021", "7K2A-0021", "青-05-7K2A-0021", "青057k2a0021"])
def test_a_client_is_found_by_the_number_of_a_form(index: Index, text: str) -> None:
    assert 1 in index.find(text)


@pytest.mark.parametrize("text", ["单 8000", "scm 8000", "scm8000", "单长明8000", "1501 单", "明 3-2-1501"])
def test_two_words_narrow_the_search(index: Index, text: str) -> None:
    assert index.find(text) == [1]


@pytest.mark.parametrize("text", ["单 5678", "不在场", "9999", "xyz"])
def test_nobody_is_found_by_another_ones_words(index: Index, text: str) -> None:
    assert index.find(text) == []


@pytest.mark.parametrize("text", ["", "   ", "\0", '"', "'", "*", "()", "-", "!!", "​", "．", "\ud800"])
def test_nothing_to_search_is_no_question(text: str) -> None:
    assert search_query(text) is None


@pytest.mark.parametrize(
    "text",
    [
        '"', "a OR b", "NOT", "AND AND", "NEAR(a b, 2)", "terms:x", "{a b}:c", "^a", "a*b", 'a"b', "a'--", "张\0三",
        "(" * 50, "*" * 50, "a" * 5_000, " ".join("张三李四王五") * 200, "%_", "\\", "x''y", wide("3-2-"), "🙂 单",
    ],
)  # fmt: skip
def test_awkward_words_are_searched_without_complaint(index: Index, text: str) -> None:
    assert isinstance(index.find(text), list)


@given(st.text())
def test_no_text_makes_the_search_stumble(text: str) -> None:
    empty = Index()
    empty.find(text)
    empty.close()


@given(st.text(st.characters(codec="utf-8", categories=("L", "N")), min_size=1, max_size=8))
def test_every_name_is_found_by_itself_and_its_first_character(name: str) -> None:
    alone = Index()
    alone.add(1, search_terms(name, (), (), ()))
    if search_query(name):
        assert alone.find(name) == [1]
    if search_query(name[0]):
        assert alone.find(name[0]) == [1]
    alone.close()


def test_the_terms_of_a_client_never_change_and_never_repeat() -> None:
    terms = search_terms("单长明", ("13800138000",), ("3/2/1501",), ()).split(" ")
    assert terms == search_terms("单长明", ("13800138000",), ("3/2/1501",), ()).split(" ")
    assert len(terms) == len(set(terms))
    assert all(term.isalnum() for term in terms)
