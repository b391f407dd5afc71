"""Which of several clients found is the likeliest to be meant, and what else an ear may have heard."""

import unicodedata

from db.spelling.names import is_cjk, name_key, split_surname
from db.spelling.pinyin import name_readings

# From the likeliest on: the whole name; its beginning as it is called; the surname spelt out and the rest by initials;
# another reading of the surname; somewhere inside the name; not the name but a phone, a room or a number.
WHOLE, BEGINNING, MIXED, OTHER_READING, INSIDE, ELSEWHERE = range(6)

# What is said alike in many places, and typed as it was said; either may stand for the other.
_ALIKE = (
    ("ang", "an"), ("eng", "en"), ("ing", "in"), ("zh", "z"), ("ch", "c"), ("sh", "s"), ("l", "n"), ("h", "f"),
)  # fmt: skip
_MOST_SLIPS = 12


def rank(name: str, text: str) -> int:
    """How likely somebody of this name is meant by what was typed; the smaller the likelier."""
    word = next((_key(part) for part in text.split() if any(map(str.isalpha, part))), "")
    key = name_key(name)
    if not word:
        return ELSEWHERE
    if not word.isascii() or not any(map(is_cjk, key)):
        return WHOLE if key == word else BEGINNING if key.startswith(word) else INSIDE if word in key else ELSEWHERE
    return min((_rank_spelt(syllables, key, word, place) for place, syllables in enumerate(name_readings(key))),
               default=ELSEWHERE)  # fmt: skip


def _rank_spelt(syllables: tuple[str, ...], key: str, word: str, place: int) -> int:
    spelt, initials = "".join(syllables), "".join(syllable[0] for syllable in syllables)
    surname = len(split_surname(key)[0])
    if place:
        is_surname_read_otherwise = syllables[:surname] != name_readings(key)[0][:surname]
        found = _rank_spelt(syllables, key, word, 0)
        return max(found, OTHER_READING) if is_surname_read_otherwise and found < OTHER_READING else found
    if word in (spelt, initials):
        return WHOLE
    if spelt.startswith(word) or initials.startswith(word):
        return BEGINNING
    if ("".join(syllables[:surname]) + initials[surname:]).startswith(word):
        return MIXED
    return INSIDE if word in spelt or word in initials else ELSEWHERE


def slips(text: str) -> tuple[str, ...]:
    """The same Latin letters with one sound exchanged for another that is said alike; () for anything else."""
    word = text.strip().casefold()
    if not (word.isascii() and word.isalpha() and len(word) > 1):
        return ()
    found: dict[str, None] = {}
    for pair in _ALIKE:
        for heard, meant in (pair, pair[::-1]):
            at = word.find(heard)
            while at >= 0:
                found[word[:at] + meant + word[at + len(heard) :]] = None
                at = word.find(heard, at + 1)
    found.pop(word, None)
    return tuple(found)[:_MOST_SLIPS]


def _key(text: str) -> str:
    letters = "".join(filter(str.isalpha, unicodedata.normalize("NFKC", text)))
    return name_key(letters)
