"""The code on a recovery sheet: random, printed once, read back from paper by a person.

Seven groups of four letters and digits that cannot be taken for each other: 125 random bits, and 15 that tell a
misread character before anything is tried.
"""

import base64
import hashlib
import re
import secrets

GROUPS, GROUP = 7, 4
_BODY = 25
_SHAPE = re.compile(rf"[A-Z2-7]{{{GROUPS * GROUP}}}")
# What is written by hand in the place of a letter; none of them is in the alphabet.
_MEANT = str.maketrans({"0": "O", "1": "I", "8": "B"})


def make_code() -> str:
    """A new code, as it is printed: ABCD-EFGH-..."""
    body = base64.b32encode(secrets.token_bytes(16)).decode()[:_BODY]
    return shown(body + _check(body))


def shown(letters: str) -> str:
    """The code in groups."""
    return "-".join(letters[at : at + GROUP] for at in range(0, GROUPS * GROUP, GROUP))


def read_code(text: str) -> str:
    """The letters of a code as somebody typed it; "" for what has not the shape of one, or was misread."""
    letters = letters_of(text)
    return letters if letters and letters[_BODY:] == _check(letters[:_BODY]) else ""


def letters_of(text: str) -> str:
    """The letters of what looks like a code, whether its check holds or not; "" for anything else."""
    letters = re.sub(r"[\s\-.·]", "", text).upper().translate(_MEANT)
    return letters if _SHAPE.fullmatch(letters) else ""


def _check(body: str) -> str:
    return base64.b32encode(hashlib.sha256(b"qinting recovery 1" + body.encode()).digest()).decode()[:3]
