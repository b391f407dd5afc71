"""Reminders as text to paste into a chat: for each person of ours, a paragraph for each of their clients."""

import tomllib
from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from db.records import Event
from db.store import Reader, Transaction
from desktop.rules import slots
from desktop.rules.times import local
from desktop.rules.turnout import span_of
from desktop.services.inviting.lists import DECLINED, REVOKED, CallLine, everybody
from desktop.services.registry import OFFICE_DEVICE, OFFICE_ROLES, Caller, verb
from desktop.services.zones import zone_of
from resources import path
from resources.wording import Language


@dataclass(frozen=True, slots=True)
class Message:
    """What one client is told."""

    client: str
    name: str
    state: str
    text: str


@dataclass(frozen=True, slots=True)
class Reminder:
    """What one of ours pastes: `text` is all of it, `version` that of the wording; `owner` is "" for nobody."""

    owner: str
    text: str
    messages: tuple[Message, ...]
    version: int


@verb("invitation.remind", roles=OFFICE_ROLES, devices=OFFICE_DEVICE)
def reminders(
    caller: Caller,
    tx: Transaction,
    *,
    event: str,
    owner: str | None = None,
    slot: str | None = None,
    state: str | None = None,
    clients: Collection[str] | None = None,
    language: Language = "zh",
) -> tuple[Reminder, ...]:
    """What each of ours has to tell their clients, in the words that fit how it stands with each of them.

    Who declined or whose code was revoked is left alone. Of one owner, slot or state, or of these clients where given.
    Names and spoken numbers leave the office with it, which is why it is journalled. Raises like `everybody`.
    """
    row = tx.known(Event, event)
    found = everybody(caller, tx, event=event, owner=owner, slot=slot, state=state)
    words = _texts()[language]
    by_owner: dict[str, list[Message]] = defaultdict(list)
    when = _When(row, found.slots, tx, words)
    for line in found.lines:
        if line.state not in (DECLINED, REVOKED) and (clients is None or line.client in clients):
            text = _paragraph(words, line, row, when.of(line.slot))
            by_owner[line.owner].append(Message(line.client, line.shown_name, line.state, text))
    tx.subject = event
    return tuple(
        Reminder(one, _whole(words, one, row.title, messages), tuple(messages), _texts()["version"])
        for one, messages in by_owner.items()
    )


@cache
def _texts() -> Mapping[str, Any]:
    with path("texts/reminders.toml").open("rb") as stream:
        return tomllib.load(stream)


def _whole(words: Mapping[str, str], owner: str, title: str, messages: list[Message]) -> str:
    head = words["head" if owner else "head_nobody"]
    first = _filled(head, owner=owner, event=title, count=f"{len(messages):,}")
    return "\n\n".join((first, *(one.text for one in messages)))


def _paragraph(words: Mapping[str, str], line: CallLine, event: Event, when: str) -> str:
    spoken = f"{line.spoken[:3]} {line.spoken[3:]}"
    place = _filled(words["place"], place=event.place) if event.place else ""
    room = _filled(words["room"], room=line.room) if line.room else ""
    return _filled(
        words[line.state], name=line.shown_name, room=room, event=event.title, when=when, place=place, spoken=spoken
    )


def _filled(template: str, **facts: str) -> str:
    """The facts put in by replacement, place by place: one may hold braces of its own."""
    parts = template.split("{")
    return parts[0] + "".join(facts[name] + rest for name, _, rest in (part.partition("}") for part in parts[1:]))


class _When:
    """The day and the slot as they are said; the same for everybody in a slot."""

    def __init__(
        self, event: Event, event_slots: tuple[slots.Slot, ...], reader: Reader, words: Mapping[str, Any]
    ) -> None:
        zone = zone_of(reader)
        self._starts, self._ends = local(event.starts_at, zone), local(event.ends_at, zone)
        self._slots, self._words = event_slots, words
        self._said: dict[str, str] = {}

    def of(self, text: str) -> str:
        """When somebody with this slot is expected."""
        if text not in self._said:
            self._said[text] = self._say(text)
        return self._said[text]

    def _say(self, text: str) -> str:
        slot = slots.meant(text, self._slots) or slots.Slot(text)
        begins = span_of(slot, self._starts, self._ends)[0]
        # A slot that names its day says it itself.
        day = "" if slot.day else self._day(begins)
        return " ".join(filter(None, (day, text or f"{begins:%H:%M}")))

    def _day(self, moment: datetime) -> str:
        months = self._words.get("months")
        return _filled(
            self._words["day"], day=str(moment.day), weekday=self._words["weekdays"][moment.weekday()],
            month=months[moment.month - 1] if months else str(moment.month),
        )  # fmt: skip
