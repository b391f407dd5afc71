"""The words of a list turned into our values: who somebody is, how many come along, what is no client."""

import re
import unicodedata
from datetime import date
from functools import lru_cache

from desktop.roster.values import Relation

_DATE = re.compile(r"((?:19|20)\d\d)[-/.年]?(\d{1,2})[-/.月]?(\d{1,2})日?(?:t?\d{1,2}:\d\d(?::\d\d(?:\.0+)?)?)?$")
_TITLES = {
    "先生": "先生 男 男士 mr mister m male sir",
    "女士": "女士 女 小姐 太太 夫人 ms mrs miss mx f female madam",
}
_TITLE_OF = {word: title for title, words in _TITLES.items() for word in words.split()}
_RELATIONS: dict[Relation, str] = {
    "owner": """
        业主 产权人 房主 本人 户主 共有人 买受人 购房人 已购 已购客户 准业主 签约客户 成交客户 老业主
        owner coowner buyer
    """,
    "family": """
        家属 家人 家庭成员 配偶 妻 妻子 夫 丈夫 爱人 父 父亲 母 母亲 父母 子 儿子 女 女儿 子女 亲属 亲友
        family relative spouse husband wife son daughter parent father mother
    """,
    "tenant": """
        租户 租客 承租人 租赁 租房 tenant lessee renter
    """,
    "intending": """
        意向 意向客户 潜在客户 潜客 来访 来访客户 认筹 认筹客户 认购 认购客户 未购 intending prospect
        lead potential
    """,
}
_RELATION_OF = {word: relation for relation, words in _RELATIONS.items() for word in words.split()}
_TOTALS = frozenset({"合计", "总计", "小计", "总数", "共计", "以下空白", "total", "subtotal", "sum"})
_COUNT = re.compile(r"(\d{1,2})(?:人|位|名|个人)?")
_NO_NAME = re.compile(r"[:：;；?？!！。@\n]")
_LONGEST_NAME = 60


def name_problem(name: str) -> str | None:
    """Why this is no client's name, as a code; None when it may be one."""
    if not name:
        return "name_missing"
    key = plain(name)
    if key in _TOTALS or key.startswith(("合计", "总计", "小计")):
        return "row_is_total"
    if len(name) > _LONGEST_NAME or _NO_NAME.search(name) or not any(map(str.isalpha, name)):
        return "name_unreadable"
    return None


@lru_cache(maxsize=1_024)
def read_title(text: str) -> str | None:
    """先生 or 女士 when the list says so, also as a sex; nobody's title is guessed from the name."""
    return _TITLE_OF.get(plain(text).rstrip("."))


@lru_cache(maxsize=1_024)
def read_relation(text: str) -> Relation | None:
    """What the person is to the room; None for a word that is not known."""
    return _RELATION_OF.get(plain(text).replace("-", ""))


@lru_cache(maxsize=1_024)
def read_count(text: str) -> int | None:
    """How many come along: 2 or 2人; None for anything else."""
    found = _COUNT.fullmatch(plain(text))
    return int(found[1]) if found else None


def read_date(text: str) -> date | None:
    """A day as 2026-04-30, 2026/4/30, 2026年4月30日 or 20260430, with or without a time; None for anything else."""
    found = _DATE.match(plain(text))
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def plain(text: str) -> str:
    """One width and one case, without any space: what two people write alike is alike."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()
