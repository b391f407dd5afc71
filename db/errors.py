"""The four ways in which a request can end without being done; each carries a code and facts, never a sentence.

The sentence and the next step for every code stand in `resources/texts/messages.toml`, in both languages, and are
chosen by the face that shows them.
"""

from typing import ClassVar

Fact = str | int


class Trouble(Exception):  # noqa: N818 - in the house's words
    """Base of all expected refusals: `code` names the text, `facts` fill its placeholders."""

    exit_status: ClassVar[int] = 1

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(f"{code} {facts}" if facts else code)
        self.code = code
        self.facts = facts


class Refused(Trouble):
    """The request is understood and is answered with no (a rule, a role, a state)."""

    exit_status = 1


class Misused(Trouble):
    """The request itself is off: a missing option, an unknown id, a date that is none."""

    exit_status = 2


class Unreadable(Trouble):
    """What was handed in (a list, a package, a card) cannot be read."""

    exit_status = 4


class StoreTrouble(Trouble):
    """The database or the disk under it cannot do its work."""

    exit_status = 5
