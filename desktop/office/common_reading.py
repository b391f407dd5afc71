"""From common matters to what the page shows. Runs on a worker; knows no Qt."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from db.records import Client
from db.store import Reader
from desktop.office.common_state import GroupView, MemberView, Suggested
from desktop.services.common import listing
from desktop.services.common.groups import Member, Suggestion
from desktop.services.guests.clients import name_with_title
from desktop.services.registry import Caller

if TYPE_CHECKING:
    from desktop.services.common.suggesting import Prospect

# Nobody reads more at once; the next ones come when these are settled.
MOST_GROUPS = 200


def matters(caller: Caller, reader: Reader) -> tuple[GroupView, ...]:
    """The confirmed matters, those of the most different clients first."""
    names = _Names(reader)
    return tuple(
        GroupView(
            one.issue, one.title, one.area, one.department, one.clients, one.buildings,
            (*names.views(one.members), *names.views(one.out, is_in=False)), one.issue, is_suggested=False,
            open=one.open,
        )
        for one in listing.everything(caller, reader)
    )  # fmt: skip


def suggested(reader: Reader, found: "Prospect", strictness: float | None, least_clients: int) -> Suggested:
    """The suggested groups of at least so many different clients; None for the width that the data suggest."""
    from desktop.services.common.suggesting import STRICT, WIDE, suggestions

    span = WIDE - STRICT
    cut = found.start if strictness is None else WIDE - span * strictness
    names = _Names(reader)
    groups = suggestions(found, cut, least_clients=least_clients)[:MOST_GROUPS]
    views = tuple(names.suggestion(one) for one in groups)
    return Suggested(views, (WIDE - cut) / span, found.is_simple)


class _Names:
    """Who said something, each client read once."""

    def __init__(self, reader: Reader) -> None:
        self._reader = reader
        self._known: dict[str, str] = {}

    def suggestion(self, one: Suggestion) -> GroupView:
        shown = [member for member in one.members if member.is_new] if one.issue else one.members
        return GroupView(
            f"{one.key}+" if one.issue else one.key, one.title, one.area, "", one.clients, one.buildings,
            self.views(shown), one.issue,
        )  # fmt: skip

    def views(self, members: Sequence[Member], *, is_in: bool = True) -> tuple[MemberView, ...]:
        return tuple(
            MemberView(one.concern, one.number, one.words, self._who(one), one.at, one.likeness, is_in)
            for one in members
        )

    def _who(self, member: Member) -> str:
        if member.client not in self._known:
            client = self._reader.get(Client, member.client) if member.client else None
            self._known[member.client] = name_with_title(client) if client else ""
        return " ".join(filter(None, (member.room, self._known[member.client])))
