"""The needs of each node: in the client's words, who took note of them, and how many words no question asked for."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db import clients, people
from db import needs as kept
from db.errors import Misused, Refused
from db.needs import HeardRow
from db.records import Client, Concern, Event, NeedAck, Staff
from db.spelling.names import masked
from db.store import Reader, Transaction
from desktop.roster.sheets import write_sheet
from desktop.rules.codes import codes, known_code, label
from desktop.rules.guides import ticked
from desktop.rules.nodes import NEED_NODES, duties_of
from desktop.rules.times import minute_text
from desktop.services.guides import guides
from desktop.services.people.staff import additions
from desktop.services.registry import FOLLOW_ROLES, OFFICE_DEVICE, OFFICE_ROLES, Caller, question, verb
from desktop.services.zones import zone_of
from resources.wording import Language

NEED = "need"
HEADS: Final[dict[Language, tuple[str, ...]]] = {
    "zh": ("节点", "类别", "编号", "客户原话", "客户", "房号", "接待人", "记录时间", "活动", "已知悉", "还没有知悉"),
    "en": (
        "Node", "Area", "Number", "In the client's words", "Client", "Room", "Received by", "Heard at", "Event",
        "Noted by", "Not noted by",
    ),
}  # fmt: skip
_TITLES: Final[dict[Language, str]] = {"zh": "需求", "en": "Needs"}


@dataclass(frozen=True, slots=True)
class Ack:
    """A department that took note of a need; `by` and `entered_by` are names, `means` a code, `at` UTC ms."""

    department: str
    at: int
    by: str
    entered_by: str
    means: str
    words: str


@dataclass(frozen=True, slots=True)
class Need:
    """One need; `client` is a masked name, `missing` are the leading departments that have not taken note of it."""

    concern: str
    number: str
    words: str
    area: str
    sub_area: str
    client: str
    room: str
    heard_by: str
    at: int
    event: str
    acks: tuple[Ack, ...]
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Of what clients said freely at a node: `count` have a topic, `uncovered` of these one that no question of the
    guide asked for; `topics` counts these by topic, the most frequent first. `untold` have no topic and count in
    neither."""

    count: int
    uncovered: int
    untold: int
    topics: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class NodeNeeds:
    """A node with its needs, by area and then by time."""

    node: str
    needs: tuple[Need, ...]
    coverage: Coverage


@question("need.list", roles=FOLLOW_ROLES)
def everything(
    _caller: Caller, reader: Reader, *, node: str | None = None, event: str | None = None
) -> tuple[NodeNeeds, ...]:
    """The needs of every node that has any, or of one; the three nodes before anything is built always stand there."""
    own = additions(reader)
    if node is not None:
        known_code("node", node, own)
    rows = kept.heard(reader, node=node, event=event)
    nodes = [one for one in codes("node", own) if node in (None, one)]
    by_node = {one: [row for row in rows if row.node == one] for one in nodes}
    noted, names = kept.acks(reader), people.names(reader)
    found = []
    for one, heard in by_node.items():
        needs = tuple(_need(reader, row, noted.get(row.concern, []), names) for row in heard if row.type == NEED)
        if needs or one in NEED_NODES or node:
            order = codes("area", own)
            needs = tuple(sorted(needs, key=lambda need: (_place(order, need.area), need.at, need.concern)))
            found.append(NodeNeeds(one, needs, _coverage(reader, one, heard)))
    return tuple(found)


@verb("need.ack", roles=FOLLOW_ROLES, devices=OFFICE_DEVICE)
def acknowledge(
    caller: Caller, tx: Transaction, *, needs: Sequence[str], department: str, staff: str | None = None,
    means: str | None = None, words: str | None = None,
) -> int:  # fmt: skip
    """Keep that a department has taken note of needs; returns of how many it is news.

    `staff` is who of the department said so; somebody else enters it for them (代录) and says by what `means` the word
    came. Raises Misused `code_unknown`, `id_unknown`, `not_a_need`, Refused `means_missing`.
    """
    known_code("department", department, additions(tx))
    if staff is not None:
        tx.known(Staff, staff)
    is_for_another = staff is not None and staff != caller.staff
    if means is not None:
        known_code("means", means)
    elif is_for_another:
        raise Refused("means_missing")
    noted, count = kept.acks(tx), 0
    for one in dict.fromkeys(needs):
        concern = tx.known(Concern, one)
        if concern.type != NEED:
            raise Misused("not_a_need", number=concern.number)
        if any(ack.department == department for ack in noted.get(one, [])):
            continue
        count += 1
        ack = kept.new_ack(
            one, department, tx.now, staff=staff or caller.staff, words=(words or "").strip() or None,
            entered_by=caller.staff if is_for_another else None, means=means if is_for_another else None,
        )  # fmt: skip
        kept.put_ack(tx, ack)
    tx.subject = " ".join(needs)[:400]
    return count


@verb("need.unack", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def take_back(_caller: Caller, tx: Transaction, *, needs: Sequence[str], department: str) -> int:
    """Take back that a department had taken note of needs; returns of how many."""
    tx.subject = " ".join(needs)[:400]
    return sum(kept.drop_ack(tx, one, department) for one in dict.fromkeys(needs))


@verb("need.export", roles=FOLLOW_ROLES)
def export(
    caller: Caller, tx: Transaction, *, file: Path, node: str | None = None, event: str | None = None,
    language: Language = "zh",
) -> int:  # fmt: skip
    """Write the needs to `file` (.xlsx or .csv), node by node; returns how many. Names are masked.

    Raises Refused `no_needs`, Misused `sheet_ending`, and StoreTrouble.
    """
    own, zone = additions(tx), zone_of(tx)

    def words(list_name: str, code: str) -> str:
        return label(list_name, code, language, own) if code else ""

    def departments(these: Sequence[str]) -> str:
        return ("、" if language == "zh" else ", ").join(words("department", one) for one in these)

    rows = [
        (
            words("node", found.node), words("area", need.area), need.number, need.words, need.client, need.room,
            need.heard_by, minute_text(need.at, zone), need.event,
            departments([ack.department for ack in need.acks]), departments(need.missing),
        )
        for found in everything(caller, tx, node=node, event=event)
        for need in found.needs
    ]  # fmt: skip
    if not rows:
        raise Refused("no_needs")
    write_sheet(file, HEADS[language], rows, title=_TITLES[language])
    tx.subject = node or event
    return len(rows)


def _place(order: Sequence[str], area: str) -> int:
    return order.index(area) if area in order else len(order)


def _need(reader: Reader, row: HeardRow, noted: Sequence[NeedAck], names: dict[str, str]) -> Need:
    client = reader.get(Client, clients.root(reader, row.client)) if row.client else None
    event = reader.get(Event, row.event)
    acks = tuple(
        Ack(
            ack.department, ack.at, names.get(ack.staff or "", ""), names.get(ack.entered_by or "", ""),
            ack.means or "", ack.words or "",
        )
        for ack in noted
    )  # fmt: skip
    have = {ack.department for ack in acks}
    return Need(
        row.concern, row.number, row.words, row.area or "", row.sub_area or "",
        masked(client.name) if client else "", clients.room_spoken(reader, client.id) if client else "",
        names.get(row.received_by, ""), row.at, event.title if event else "", acks,
        tuple(one for one in duties_of(row.node).lead if one not in have),
    )  # fmt: skip


def _coverage(reader: Reader, node: str, heard: Sequence[HeardRow]) -> Coverage:
    """A topic is covered if the guide that led the talk asked for it; without a talk, the node's newest guide."""
    asked: dict[int, frozenset[str]] = {}

    def topics(version: int) -> frozenset[str]:
        if version not in asked:
            found = guides.version_of(reader, node, version) if version else None
            guide = found or guides.current(reader, node)
            asked[version] = guide.topics if guide else frozenset()
        return asked[version]

    told = [row for row in heard if row.sub_area]
    missed = Counter(row.sub_area for row in told if row.sub_area and row.sub_area not in topics(ticked(row.guide)[0]))
    ordered = sorted(missed.items(), key=lambda pair: (-pair[1], pair[0]))
    return Coverage(len(told), sum(missed.values()), len(heard) - len(told), tuple(ordered))
