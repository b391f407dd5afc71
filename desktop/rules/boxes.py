"""What the tick boxes of the feedback form mean together: which contradict each other, and what each one stands for."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Final

# Of these only one can be true: two ticks of a group are a question to a person, never an answer.
_ONE_OF: Final = frozenset({"relation", "verdict", "confirm", "signer"})
_ANSWER: Final = "answer"
SOLVED, LATER = "solved", "later"
ANONYMOUS, RECHECK = "anonymous", "recheck"
# The box -> the kind of consent, and the client's rating on the spot.
CONSENTS: Final[Mapping[str, str]] = MappingProxyType(
    {
        "consent.share": "share_contact",
        "consent.picture": "person",
        "consent.sound": "sound",
        "consent.quote": "quotes",
    }
)
VERDICTS: Final[Mapping[str, str]] = MappingProxyType({"verdict.a": "A", "verdict.b": "B", "verdict.c": "C"})
_ORDER: Final = ("answer", "verdict", "confirm", "recheck", "consent", "relation", "anonymous", "signer")


def group_of(box: str) -> str:
    """The boxes of which at most one can be ticked: "verdict", "answer.2"; "" for a box that stands alone."""
    before, _, _ = box.rpartition(".")
    return before if before in _ONE_OF or before.partition(".")[0] == _ANSWER else ""


def answer_box(row: int, word: str) -> str:
    """The box behind the answer to the concern in this row of the form, from 1; `word` is solved or later."""
    return f"{_ANSWER}.{row}.{word}"


def row_of(box: str) -> int:
    """The form's row that a box behind an answer stands in, from 1; 0 for every other box."""
    parts = box.split(".")
    return int(parts[1]) if len(parts) == 3 and parts[0] == _ANSWER and parts[1].isdecimal() else 0


def contradicting(ticked: Iterable[str]) -> frozenset[str]:
    """Of the boxes that are ticked, those that cannot all be meant."""
    groups: dict[str, set[str]] = {}
    for box in ticked:
        groups.setdefault(group_of(box), set()).add(box)
    return frozenset(box for group, boxes in groups.items() if group and len(boxes) > 1 for box in boxes)


def ticked_one(ticked: Iterable[str], group: str) -> str:
    """The one word ticked in a group ("a" of verdict); "" for none or for two that contradict each other."""
    words = {box.rpartition(".")[2] for box in ticked if group_of(box) == group}
    return words.pop() if len(words) == 1 else ""


def in_form_order(boxes: Iterable[str]) -> list[str]:
    """Boxes in the order in which a coordinator needs them: what was settled first, who signed last.

    Those of one kind stay in the order in which they come.
    """

    def place(box: str) -> tuple[int, int]:
        kind = box.partition(".")[0]
        return _ORDER.index(kind) if kind in _ORDER else len(_ORDER), row_of(box)

    return sorted(boxes, key=place)
