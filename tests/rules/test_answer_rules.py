"""An agreed answer is used from the day somebody else agreed to it until its last day."""

from datetime import date

import pytest

from db.spelling.phrases import Phrase, Phrases
from desktop.rules.answers import State, state_of

LAST = "2026-05-31"


@pytest.mark.parametrize(
    ("day", "state"),
    [
        ("2026-05-16", "valid"), ("2026-05-17", "soon"), ("2026-05-31", "soon"), ("2026-06-01", "expired"),
    ],
)  # fmt: skip
def test_an_answer_is_used_until_its_last_day_and_marked_for_two_weeks_before(day: str, state: State) -> None:
    today = date.fromisoformat(day)

    assert state_of(today, is_approved=True, valid_until=LAST, is_withdrawn=False) == state


def test_an_answer_without_a_readable_last_day_is_never_in_use() -> None:
    assert state_of(date(2026, 5, 1), is_approved=True, valid_until=None, is_withdrawn=False) == "expired"
    assert state_of(date(2026, 5, 1), is_approved=True, valid_until="soon", is_withdrawn=False) == "expired"


def test_what_was_withdrawn_or_waits_is_not_in_use_however_long_it_would_be_valid() -> None:
    day = date(2026, 5, 1)

    assert state_of(day, is_approved=False, valid_until=LAST, is_withdrawn=False) == "draft"
    assert state_of(day, is_approved=True, valid_until=LAST, is_withdrawn=True) == "withdrawn"
    assert state_of(day, is_approved=True, valid_until=LAST, is_withdrawn=True, is_replaced=True) == "replaced"


PHRASES = Phrases(
    [
        Phrase(("窗边漏水多久来修", "渗水 渗漏"), ("当天登记，第二天由工程部到场查看。",)),
        Phrase(("房产证什么时候办", ""), ("资料齐了以后按窗口时限办理。",)),
        Phrase(("PPR 管有没有检测报告", ""), ("有，可以到工程部查看。",)),
        Phrase(("银行放款要多长时间", ""), ("以银行通知为准。",)),
    ]
)


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("漏水", (0,)), ("ls", (0,)), ("loushui", (0,)), ("louS", (0,)), ("lshui", (0,)), ("cbls", (0,)),
        ("渗漏", (0,)), ("shenl", (0,)), ("shlou", (0,)), ("fcz", (1,)), ("ppr管", (2,)), ("pprg", (2,)),
        ("工程部", (0, 2)), ("查看", (0, 2)), ("工程 登记", (0,)), ("yinhang", (3,)), ("yinxing", (3,)),
        ("duochang", (3,)), ("时间", (3,)), ("zzzz", ()), ("", ()), ("  ，。", ()), ("ou", ()),
    ],
)  # fmt: skip
def test_a_phrase_is_found_by_its_words_its_pinyin_and_its_initials(typed: str, places: tuple[int, ...]) -> None:
    assert PHRASES.find(typed) == places


def test_what_is_asked_comes_before_what_is_answered() -> None:
    phrases = Phrases([Phrase(("甲",), ("车位怎么租",)), Phrase(("地下车位",)), Phrase(("车位怎么租",))])

    assert phrases.find("车位") == (2, 1, 0)
