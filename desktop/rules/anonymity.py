"""A text without the people in it: names, telephones and rooms of clients are taken out, what happened stays."""

import re
import string
from collections.abc import Iterable

from db.spelling.names import is_cjk, name_key, split_surname

CLIENT, PHONE, ROOM = "某客户", "（电话）", "（房号）"
# One character is a surname that thousands share.
_SHORTEST_NAME = 2
# Wide digits and letters are the same digits and letters; punctuation stays as it was written.
_NARROW = {ord(char) + 0xFEE0: char for char in string.digits + string.ascii_letters + "-+#"}
_ADDRESSED = "(?:先生|女士|小姐|太太|阿姨|叔叔|大姐|大哥|老师|老先生|老太太)"
_NUMBERS = re.compile(r"(?<![\d])(?:\+?86[-\s]?)?1[3-9]\d(?:[-\s]?\d{4}){2}(?!\d)|(?<!\d)0\d{2,3}[-\s]\d{7,8}(?!\d)")
_ROOMS = re.compile(
    r"\d{1,3}\s*(?:号楼|栋|幢|座|#)\s*(?:\d{1,2}\s*(?:单元|门)\s*)?(?:\d{1,2}\s*[层楼]\s*)?\d{2,4}\s*[室房号户]?"
    r"|(?<![\d-])\d{1,3}-\d{1,2}-\d{2,4}(?![\d-])|(?<![\d-])\d{1,3}-\d{3,4}(?![\d-])|\d{1,2}\s*单元\s*\d{3,4}\s*[室房号户]?"
    r"|(?<!\d)\d{3,4}\s*[室房户]"
)
# What follows a figure that is no room, whatever rooms there are.
_A_MEASURE = r"(?!\s*(?:年|元|天|次|人|户型|%|％|平|米|㎡|分|秒|块|毫|度|万|\d|[.．]\d))"  # noqa: RUF001


def without_people(text: str, names: Iterable[str], phones: Iterable[str], rooms: Iterable[str]) -> str:
    """`text` without what of clients stands in it; `names`, `phones` and `rooms` are all that are known."""
    made = text.translate(_NARROW)
    surnames: set[str] = set()
    for name in sorted(set(names), key=len, reverse=True):
        surnames.add(split_surname(name)[0])
        key = name_key(name)
        if len(key) >= _SHORTEST_NAME and key in name_key(made):
            made = re.sub(_spaced(name), CLIENT, made, flags=re.IGNORECASE)
    for phone in sorted(set(phones), key=len, reverse=True):
        digits = "".join(filter(str.isdecimal, phone))
        if len(digits) >= 7 and digits in "".join(filter(str.isdecimal, made)):
            made = re.sub(r"[-\s]?".join(digits), PHONE, made)
    made = _ROOMS.sub(ROOM, _NUMBERS.sub(PHONE, made))
    for room in sorted({one for one in rooms if len(one) >= 3}, key=len, reverse=True):
        made = re.sub(rf"(?<![\w.-]){re.escape(room)}(?![A-Za-z-]){_A_MEASURE}", ROOM, made)
    if spoken := "|".join(sorted(map(re.escape, surnames - {""}), key=len, reverse=True)):
        made = re.sub(rf"(?:{spoken})(?={_ADDRESSED})", "某", made)
    return re.sub(rf"{CLIENT}\s*{_ADDRESSED}", CLIENT, made)


def left_over(text: str, names: Iterable[str], phones: Iterable[str]) -> str:
    """A name or a number of a client that still stands in `text`; "" for none."""
    key, digits = name_key(text), "".join(filter(str.isdecimal, text))
    for name in names:
        wanted = name_key(name)
        if len(wanted) >= _SHORTEST_NAME and wanted in key:
            return name
    for phone in phones:
        number = "".join(filter(str.isdecimal, phone))
        if len(number) >= 7 and number in digits:
            return phone
    return ""


def _spaced(name: str) -> str:
    """The name with or without blanks between its characters; a Latin one only as a word of its own."""
    bare = "".join(name.split())
    pattern = r"[\s·]*".join(map(re.escape, bare))
    return pattern if is_cjk(bare[0]) else rf"(?<![A-Za-z]){pattern}(?![A-Za-z])"
