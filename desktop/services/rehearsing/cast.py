"""Invented guests of a rehearsal and how they come: a rush with the disorder of a real one, the same for one seed."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product
from random import Random
from typing import Literal

# Nobody is called so; whoever reads one of these knows that it is a rehearsal.
_SURNAMES = "王李张刘陈杨赵黄吴徐孙胡朱高林郭马罗梁宋"
_GIVEN = "晨晖朗乐安宁悦欣然菲远航星辰雨桐思源清和"
_NOTABLE = (("欧阳彩宁", "女士"), ("单彩安", "先生"), ("阿依古丽·彩排", "女士"), ("彩𠮷", "先生"))

Kind = Literal["code", "twice", "wrong_event", "unknown", "malformed", "revoked", "walk_in", "by_name"]
# Of a hundred families so many come otherwise than with their own code; and as many show it once more afterwards.
_SHARES: tuple[tuple[Kind, int], ...] = (
    ("walk_in", 6), ("by_name", 4), ("unknown", 2), ("revoked", 1), ("wrong_event", 2), ("malformed", 2),
)  # fmt: skip
_TWICE = 6
# What the door is to answer.
ANSWERS: dict[Kind, str] = {
    "code": "welcomed", "twice": "already", "wrong_event": "wrong_event", "unknown": "unknown",
    "malformed": "malformed", "revoked": "revoked", "walk_in": "welcomed", "by_name": "welcomed",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Invented:
    """Somebody who does not exist; `companions` come along."""

    name: str
    title: str
    phone: str
    room: str
    companions: int


@dataclass(frozen=True, slots=True)
class Guest:
    """An invented guest on the rehearsal's list, with the code in their hand."""

    who: Invented
    client: str
    token: str


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that happens at the door: `after_ms` from the beginning, what, and to which guest of the list."""

    after_ms: int
    kind: Kind
    place: int


def invent(count: int, random: Random) -> tuple[Invented, ...]:
    """So many people, no two with one name."""
    usual = [(f"{surname}彩{given}", random.choice(("先生", "女士"))) for surname, given in product(_SURNAMES, _GIVEN)]
    random.shuffle(usual)
    names = [*_NOTABLE, *usual]
    made: list[Invented] = []
    for number in range(count):
        name, title = names[number % len(names)]
        if number >= len(names):
            name += str(number // len(names) + 1)
        room = f"{number % 12 + 1}-{number // 12 % 4 + 1}-{number // 48 % 30 + 1:02d}{number % 4 + 1:02d}"
        made.append(Invented(name, title, f"199{number:08d}", room, random.choice((0, 0, 0, 1, 1, 2, 3))))
    return tuple(made)


def arrivals(families: int, minutes: int, random: Random) -> tuple[Coming, ...]:
    """Who comes when: most in the first half, all within the minutes, one guest of the list each."""
    kinds: list[Kind] = []
    for kind, share in _SHARES:
        kinds += [kind] * max(1 if families >= len(_SHARES) * 3 else 0, families * share // 100)
    kinds += ["code"] * (families - len(kinds))
    random.shuffle(kinds)
    span = minutes * 60_000
    coming = [Coming(int(random.triangular(0, span, span * 0.3)), kind, place) for place, kind in enumerate(kinds)]
    again = random.sample([one for one in coming if one.kind == "code"], min(families * _TWICE // 100, len(kinds)))
    coming += [Coming(min(span, one.after_ms + random.randint(5_000, 600_000)), "twice", one.place) for one in again]
    return tuple(sorted(coming, key=lambda one: (one.after_ms, one.kind == "twice", one.place)))


def count_of(coming: Sequence[Coming], kind: Kind) -> int:
    """How many come so."""
    return sum(one.kind == kind for one in coming)
