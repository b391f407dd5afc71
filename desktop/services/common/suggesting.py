"""Groups of concerns that seem to say the same: suggested, never joined without a person."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from db import common, likeness
from db.records import CommonIssue, CommonMember
from db.store import Reader
from desktop.likeness import encoder
from desktop.likeness.ground import ground_for
from desktop.likeness.grouping import MOST, NORMAL, STRICT, WIDE, Group, Tree, tree_of
from desktop.likeness.memory import Said, vectors_of
from desktop.likeness.texts import plain
from desktop.services.common.groups import Member, Suggestion, counts, member_of, title_of
from desktop.services.registry import FOLLOW_ROLES, TALK_DEVICES, Caller, question

__all__ = ["NORMAL", "STRICT", "WIDE", "Prospect", "group_texts", "prospect", "suggestions"]


@dataclass(frozen=True, slots=True)
class Prospect:
    """All concerns in question, grouped at every width at once; `start` is the width to begin with."""

    tree: Tree = field(repr=False)
    members: tuple[Member, ...] = field(repr=False)
    issue_of: dict[int, str] = field(repr=False)
    titles: dict[str, str] = field(repr=False)

    @property
    def start(self) -> float:
        """The cut that the data suggest."""
        return self.tree.start

    @property
    def is_simple(self) -> bool:
        """Whether only characters are compared, because the encoder is not installed."""
        return self.tree.is_simple


@question("common.suggest", roles=FOLLOW_ROLES, devices=TALK_DEVICES)
def prospect(_caller: Caller, reader: Reader, *, event: str | None = None) -> Prospect:
    """The newest ten thousand concerns, of one event if given, ready to be cut into groups; takes seconds.

    Members of a confirmed matter stay together and matters apart, as a person decided; so does what was kept out.
    """
    everything = _read(reader, None)
    said = everything if event is None else _read(reader, event)
    said.sort(key=lambda one: one.row)
    told = common.told(reader, (one.row for one in said))
    said = [one for one in said if one.row in told and plain(one.text)]
    vectors, is_own = None, False
    if encoder.is_there():
        ground, is_own = ground_for(vectors_of(everything))
        vectors = ground.cleared(vectors_of(said))
    place_of = {one.row: place for place, one in enumerate(said)}
    issues, rows = common.every(reader), common.members(reader)
    together, apart, issue_of = _decided(issues, rows, place_of)
    tree = tree_of(
        [one.text for one in said],
        vectors,
        is_own_ground=is_own and event is None,
        together=together,
        apart=apart,
    )
    members = tuple(member_of(one.row, told[one.row]) for one in said)
    return Prospect(tree, members, issue_of, {issue: issues[issue].title for issue in issue_of.values()})


def suggestions(found: Prospect, cut: float | None = None, *, least_clients: int = 0) -> tuple[Suggestion, ...]:
    """The groups at a cut with something new in them, those of the most different clients first."""
    made = [
        _suggestion(found, group)
        for group in found.tree.groups(cut)
        if any(place not in found.issue_of for place in group.members)
    ]
    made = [one for one in made if one.clients >= least_clients]
    return tuple(sorted(made, key=lambda one: (-one.clients, -len(one.members), one.members[0].concern)))


def group_texts(texts: Sequence[str], cut: float | None = None) -> tuple[Prospect, tuple[Suggestion, ...]]:
    """Groups of bare texts, each named by its number in the list from 1; one without letters belongs to none."""
    kept = [(str(number), text) for number, text in enumerate(texts, start=1) if plain(text)]
    vectors, is_own = None, False
    if encoder.is_there():
        raw = vectors_of([Said(number, text, 0) for number, text in kept])
        ground, is_own = ground_for(raw)
        vectors = ground.cleared(raw)
    tree = tree_of([text for _, text in kept], vectors, is_own_ground=is_own)
    members = tuple(Member(number, number, text, number, "", "", 0, "", "", "") for number, text in kept)
    found = Prospect(tree, members, {}, {})
    return found, suggestions(found, cut)


def _read(reader: Reader, event: str | None) -> list[Said]:
    rows = likeness.said(reader, encoder.MODEL, event=event, limit=MOST)
    return [Said(row[0], row[1], row[2], row[3]) for row in rows]


Places = list[int]


def _decided(
    issues: dict[str, CommonIssue], rows: Sequence[CommonMember], place_of: dict[str, int]
) -> tuple[list[Places], list[tuple[Places, Places]], dict[int, str]]:
    """What persons decided: who stays together, who apart, and the confirmed matter of a place."""
    inside: dict[str, Places] = {}
    outside: dict[str, Places] = {}
    issue_of: dict[int, str] = {}
    for row in rows:
        issue, place = issues.get(row.common_issue), place_of.get(row.concern)
        if issue is None or place is None:
            continue
        is_confirmed = issue.confirmed_at is not None and issue.ended_at is None
        is_none = issue.confirmed_at is None and issue.ended_at is not None
        if is_confirmed and row.is_in and place not in issue_of:
            issue_of[place] = issue.id
            inside.setdefault(issue.id, []).append(place)
        elif (is_confirmed or is_none) and not row.is_in:
            outside.setdefault(issue.id, []).append(place)
    apart: list[tuple[Places, Places]] = []
    for issue_id, places in outside.items():
        if issue_id in inside:
            apart.append((inside[issue_id], [place for place in places if issue_of.get(place) != issue_id]))
        elif issues[issue_id].confirmed_at is None:
            # Found to be no one matter: no two of them belong together.
            apart += [([place], places[:index] + places[index + 1 :]) for index, place in enumerate(places)]
    matters = list(inside.values())
    apart += [(one, other) for index, one in enumerate(matters) for other in matters[index + 1 :]]
    return matters, apart, issue_of


def _suggestion(found: Prospect, group: Group) -> Suggestion:
    issue = next((found.issue_of[place] for place in group.members if place in found.issue_of), "")
    members = []
    for place, likeness_ in zip(group.members, group.likeness, strict=True):
        one = found.members[place]
        members.append(
            Member(
                one.concern, one.number, one.words, one.client, one.room, one.building, one.at, one.area, one.node,
                one.state, likeness_, place not in found.issue_of,
            )
        )  # fmt: skip
    areas = [one.area for one in members if one.area]
    area = max(sorted(set(areas)), key=areas.count) if areas else ""
    clients, buildings = counts(members)
    title = found.titles.get(issue) or title_of(members[0].words)
    return Suggestion(title, area, clients, buildings, tuple(members), issue)
