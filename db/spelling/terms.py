"""What a client is found by: the words of the search index and the question put to it.

A term is one token of SQLite's `unicode61 remove_diacritics 0`: letters, digits and Han characters only.
Everything a person may begin to type is the beginning of some term, so that every question is a prefix.
"""

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from db.spelling.names import is_cjk, split_surname
from db.spelling.pinyin import name_readings
from db.spelling.rooms import compact_room

# A reversed number makes a tail of any length a prefix; the letter keeps it apart from rooms.
_REVERSED = "x"
_LONGEST_NAME = 12
_WORDS_A_QUERY = 8
_LONGEST_WORD = 40


def search_terms(name: str, phones: Sequence[str], room_keys: Sequence[str], numbers: Sequence[str]) -> str:
    """All terms of one client, separated by spaces, always the same for the same facts.

    `phones` canonical, `room_keys` as in RoomReading.key, `numbers` spoken numbers or numbers of forms.
    """
    terms: list[str] = []
    for phone in phones:
        digits = phone if phone.isdecimal() else "".join(filter(str.isdecimal, phone))
        terms += (digits, _REVERSED + digits[::-1])
    for key in room_keys:
        terms += _room_terms(key)
    for number in numbers:
        terms += _number_terms(number)
    return " ".join(dict.fromkeys(filter(None, (_name_terms(name), *terms))))


def search_query(text: str) -> str | None:
    """The FTS5 expression for what was typed, None when nothing in it can be searched; never raises.

    Every word must begin a term; one that may be a name, a room or a phone is asked for in each way.
    """
    asked = [expression for word in text.split()[:_WORDS_A_QUERY] if (expression := _word_query(word))]
    return " AND ".join(asked) or None


def _word_query(word: str) -> str:
    word = word[:_LONGEST_WORD]
    bare = _token(word)
    ways = {_prefix(bare): None} if bare else {}
    if any(map(str.isdecimal, bare)) or not word.isascii():
        room = _compact(word)
        # Without a digit it is no room, only a name of which the labels were eaten.
        if room and any(map(str.isdecimal, room)):
            ways[_prefix(room)] = None
    if len(bare) >= 3 and bare.isdecimal():
        ways[_prefix(_REVERSED + bare[::-1])] = None
    letters = bare.rstrip("0123456789")
    tail = bare[len(letters) :]
    if letters and len(tail) >= 3 and letters.isalpha():
        ways[f"({_prefix(letters)} AND {_tail_query(tail)})"] = None
    return next(iter(ways), "") if len(ways) < 2 else f"({' OR '.join(ways)})"


def _tail_query(digits: str) -> str:
    return f"({_prefix(digits)} OR {_prefix(_REVERSED + digits[::-1])})"


def _prefix(token: str) -> str:
    """Nothing to escape: a token holds letters and digits only."""
    return f'"{token}"*'


@lru_cache(maxsize=8_192)
def _compact(text: str) -> str:
    return _token(compact_room(text))


def _token(text: str) -> str:
    """Letters and digits only, of one width and case, without accents."""
    if text.isascii():
        return text.casefold() if text.isalnum() else "".join(filter(str.isalnum, text)).casefold()
    plain = unicodedata.normalize("NFD", unicodedata.normalize("NFKC", text).casefold())
    return unicodedata.normalize("NFC", "".join([char for char in plain if char.isalnum()]))


@lru_cache(maxsize=8_192)
def _name_terms(name: str) -> str:
    """Every ending of the name, of each of its spellings by syllable, and of the initials."""
    key = _token(name)[:_LONGEST_NAME]
    if not any(map(is_cjk, key)):
        words = name.split()
        return " ".join(filter(None, [_token(" ".join(words[start:])) for start in range(len(words))]))
    terms, surname = [key[start:] for start in range(len(key))], len(split_surname(key)[0])
    for syllables in name_readings(key):
        initials = "".join([syllable[0] for syllable in syllables])
        spelt = ""
        for syllable in reversed(syllables):
            spelt = syllable + spelt
            terms.append(spelt)
        # A single initial begins its syllable anyhow.
        terms += [initials[start:] for start in range(len(initials) - 1)]
        if len(syllables) > 2:
            terms.append(syllables[0] + initials[1:])
        if surname > 1:
            terms.append("".join(syllables[:surname]) + initials[surname:])
    return " ".join(dict.fromkeys(terms))


# A room has few clients, a number one, so only their parts come again.


@lru_cache(maxsize=4_096)
def _room_terms(key: str) -> tuple[str, ...]:
    """Every ending of phase, building, unit, room; building with room for those who leave the unit out."""
    *phase, building, unit, room = key.split("/") if key.count("/") >= 2 else ("", "", key)
    parts = [*map(_compact, phase), building.casefold(), unit.casefold(), room.casefold()]
    terms = ["".join(parts[start:]) for start in range(len(parts))]
    return (*terms, parts[-3] + parts[-1])


def _number_terms(number: str) -> tuple[str, ...]:
    """青-05-7K2A-0021 is found from any of its parts on."""
    if number.isdecimal():
        return (number,)
    parts = [*map(_number_part, number.split("-"))]
    return tuple(["".join(parts[start:]) for start in range(len(parts))])


@lru_cache(maxsize=4_096)
def _number_part(part: str) -> str:
    return _token(part)
