"""What a hand scanner made of the one code that has every character of ours: its pauses, what it adds, what it spoils.

Knows no keyboard and no window: judged is what came in, character by character with its moment.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final, Literal

# Every character that a code of ours can have, each once.
TRIAL_TEXT: Final = "0123456789-ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# With longer pauses than this a scanner is slower than a quick typist, and no setting tells the two apart.
SLOWEST_GAP_MS: Final = 150
USUAL_GAP_MS: Final = 50
# Fewer characters are somebody's fingers on the keyboard.
FEWEST: Final = 6
_STEP_MS: Final = 10
# How much worse one fault is than another, for the likeliest reading of a garbled scan.
_CHANGED, _FAULT, _ADDED = 2, 3, 1
_ENDS: Final = {"\r": "enter", "\t": "tab"}

Cause = Literal["", "input_method", "layout", "caps_lock", "lost", "slow"]
End = Literal["enter", "tab", "none"]


@dataclass(frozen=True, slots=True)
class Heard:
    """One character: what the key stands for, what it typed, and when (ms). Enter is CR, Tab is HT."""

    character: str
    typed: str
    t_ms: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """How the scanner did.

    `typical_ms` and `longest_ms` are the pauses between two characters. `prefix` and `suffix` are what it adds, without
    the closing key, which is `end`. `changed` are pairs (what was printed, what came). `cause` is what most likely
    stands in the way; "caps_lock" does no harm, as letters are read from their keys.
    """

    typical_ms: int
    longest_ms: int
    prefix: str
    suffix: str
    end: End
    missing: str
    changed: tuple[tuple[str, str], ...]
    cause: Cause

    @property
    def is_whole(self) -> bool:
        """Whether every character came through, in order."""
        return not self.missing and not self.changed

    @property
    def is_well(self) -> bool:
        """Whether codes scanned like this are read."""
        return self.is_whole and self.cause in ("", "caps_lock")

    @property
    def gap_ms(self) -> int:
        """The longest pause to allow from now on: half as much again as the longest seen, never under the usual one."""
        wanted = -(-self.longest_ms * 3 // 2 // _STEP_MS) * _STEP_MS
        return max(USUAL_GAP_MS, min(wanted, SLOWEST_GAP_MS))

    @property
    def closing(self) -> str:
        """What follows the code, with the closing key as it is typed."""
        return self.suffix + {"enter": "\r", "tab": "\t", "none": ""}[self.end]


def judge(heard: Sequence[Heard], *, is_timed: bool = True) -> Verdict | None:
    """What is to be said of these characters; None for so few that nobody has scanned.

    A serial scanner's characters come in blocks, whose moments say nothing: `is_timed` is False for them.
    """
    held = list(heard)
    end: End = "none"
    while held and held[-1].character in _ENDS:
        end = "enter" if held.pop().character == "\r" else "tab"
    if len(held) < FEWEST:
        return None
    gaps = [later.t_ms - one.t_ms for one, later in pairwise(held)] if is_timed else []
    text = "".join(one.character for one in held)
    prefix, suffix, missing, changed = _compared(text)
    longest = max(gaps, default=0)
    return Verdict(
        round(median(gaps)) if gaps else 0, longest, prefix, suffix, end, missing, changed,
        _cause(held, missing, changed, longest),
    )  # fmt: skip


def _compared(text: str) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    """What stands before and after the code in this text, what of it is missing, and what came instead of what."""
    place = text.find(TRIAL_TEXT)
    if place >= 0:
        return text[:place], text[place + len(TRIAL_TEXT) :], "", ()
    pairs = _aligned(text)
    printed = [number for number, (one, _came) in enumerate(pairs) if one]
    first, last = printed[0], printed[-1] + 1
    prefix, suffix = ("".join(came for _one, came in part) for part in (pairs[:first], pairs[last:]))
    missing = "".join(one for one, came in pairs if one and not came)
    changed = tuple((one, came) for one, came in pairs if one and came and one != came)
    return prefix, suffix, missing, changed


def _aligned(text: str) -> list[tuple[str, str]]:
    """Pairs (printed, came), "" where one side has nothing: those of the fewest faults.

    What comes before the first character and after the last one costs least: that is what scanners add.
    """
    length = len(TRIAL_TEXT)
    costs = [[0] * (len(text) + 1) for _ in range(length + 1)]
    steps = [[""] * (len(text) + 1) for _ in range(length + 1)]
    for row in range(length + 1):
        extra = _ADDED if row in (0, length) else _FAULT
        for place in range(len(text) + 1):
            ways = []
            if row and place:
                fault = 0 if TRIAL_TEXT[row - 1] == text[place - 1] else _CHANGED
                ways.append((costs[row - 1][place - 1] + fault, "both"))
            if row:
                ways.append((costs[row - 1][place] + _FAULT, "printed"))
            if place:
                ways.append((costs[row][place - 1] + extra, "came"))
            costs[row][place], steps[row][place] = min(ways, default=(0, ""))
    pairs: list[tuple[str, str]] = []
    row, place = length, len(text)
    while row or place:
        step = steps[row][place]
        row, place = row - (step != "came"), place - (step != "printed")
        pairs.append((TRIAL_TEXT[row] if step != "came" else "", text[place] if step != "printed" else ""))
    return pairs[::-1]


def _cause(held: Sequence[Heard], missing: str, changed: Sequence[tuple[str, str]], longest_ms: int) -> Cause:
    if any(_is_of_input_method(one.typed) for one in held):
        return "input_method"
    if changed:
        return "layout"
    if missing:
        return "lost"
    if longest_ms > SLOWEST_GAP_MS:
        return "slow"
    letters = [one.typed for one in held if one.typed.isascii() and one.typed.isalpha()]
    return "caps_lock" if letters and all(letter.islower() for letter in letters) else ""


def _is_of_input_method(typed: str) -> bool:
    """Whether no keyboard types this by itself: Chinese, its punctuation, or letters and digits in full width."""
    return any("\u2e80" <= character <= "\u9fff" or "\uff00" <= character <= "\uffef" for character in typed)
