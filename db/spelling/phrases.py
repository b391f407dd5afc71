"""Finding a phrase by any part of it: as written, or by pinyin in full, by initials, or by both mixed.

Held in memory: a few thousand phrases are built in a moment and answer a key in less than a millisecond.
"""

import unicodedata
from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from db.spelling.names import is_cjk
from db.spelling.pinyin import readings

# One letter would find nearly everything.
SHORTEST_SPELT = 2
_WORDS_A_QUERY = 8
_LONGEST_WORD = 40
# A third reading is nearly always a dictionary's curiosity.
_READINGS = 2
_DOUBLE_INITIALS = ("zh", "ch", "sh")
_END = "\n"


@dataclass(frozen=True, slots=True)
class Phrase:
    """What one thing is found by: `spelt` by its characters and by pinyin, `besides` by its characters only."""

    spelt: tuple[str, ...]
    besides: tuple[str, ...] = ()


class Phrases:
    """An index of phrases, each named by its place."""

    def __init__(self, phrases: Sequence[Phrase]) -> None:
        self._spelt_texts, self._spelt_starts = _joined([one.spelt for one in phrases])
        self._other_texts, self._other_starts = _joined([one.besides for one in phrases])
        self._owner, self._syllables = array("L"), list[tuple[str, ...]]()
        # The first two letters that may be typed at a character -> the characters.
        self._begins: dict[str, array[int]] = defaultdict(lambda: array("L"))
        for place, phrase in enumerate(phrases):
            for text in phrase.spelt:
                self._spell(place, text)

    def find(self, text: str) -> tuple[int, ...]:
        """The places of all phrases that hold every word of `text`: found in the spelt part first, then besides it."""
        words = [word for each in text.split()[:_WORDS_A_QUERY] if (word := plain(each)[:_LONGEST_WORD])]
        if not words:
            return ()
        ranks = [self._ranks(word) for word in words]
        both = set(ranks[0]).intersection(*ranks[1:])
        return tuple(sorted(both, key=lambda place: (max(found[place] for found in ranks), place)))

    def _ranks(self, word: str) -> dict[int, int]:
        """Place -> how well the word is found there, 0 is best."""
        found = dict.fromkeys(_holding(word, self._other_texts, self._other_starts), 3)
        if len(word) >= SHORTEST_SPELT and word.isascii() and word.isalpha():
            found |= dict.fromkeys(self._spelling(word), 2)
        for place, is_first in _holding(word, self._spelt_texts, self._spelt_starts).items():
            found[place] = 0 if is_first else 1
        return found

    def _spell(self, place: int, text: str) -> None:
        syllables = [readings(char)[:_READINGS] if is_cjk(char) else (char,) for char in plain(text)]
        first = len(self._syllables)
        # The end of a text is the end of what can be typed through.
        self._syllables += [*syllables, ()]
        self._owner.extend([place] * (len(syllables) + 1))
        for number, here in enumerate(syllables):
            behind = syllables[number + 1] if number + 1 < len(syllables) else ()
            begins = {one[:2] for one in here if len(one) > 1}
            begins |= {one[0] + other[0] for one in here for other in behind}
            for begin in begins:
                self._begins[begin].append(first + number)

    def _spelling(self, letters: str) -> Iterator[int]:
        last = -1
        for at in self._begins.get(letters[:SHORTEST_SPELT], ()):
            place = self._owner[at]
            if place != last and self._reads(at, letters):
                last = place
                yield place

    def _reads(self, at: int, letters: str) -> bool:
        """Whether the characters from `at` on may be typed so."""
        for one in self._syllables[at]:
            if one.startswith(letters):
                return True
            for length in {len(one), 2 if one.startswith(_DOUBLE_INITIALS) else 1, 1}:
                if letters.startswith(one[:length]) and self._reads(at + 1, letters[length:]):
                    return True
        return False


def plain(text: str) -> str:
    """Letters, digits and characters only, of one width and case."""
    folded = text if text.isascii() else unicodedata.normalize("NFKC", text)
    return "".join(filter(str.isalnum, folded.casefold()))


def _joined(texts: Sequence[tuple[str, ...]]) -> tuple[str, list[int]]:
    """All texts as one, with where each phrase's begins: one search goes through all of them."""
    parts, starts, at = list[str](), list[int](), 0
    for one in texts:
        part = "".join(f"{plain(each)}{_END}" for each in one)
        parts.append(part)
        starts.append(at)
        at += len(part)
    return "".join(parts), starts


def _holding(word: str, texts: str, starts: list[int]) -> dict[int, bool]:
    """Place -> whether the phrase begins with the word, of all that hold it."""
    found: dict[int, bool] = {}
    at = texts.find(word)
    while at >= 0:
        place = bisect_right(starts, at) - 1
        found[place] = at == starts[place]
        following = starts[place + 1] if place + 1 < len(starts) else len(texts)
        at = texts.find(word, following)
    return found
