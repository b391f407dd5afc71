"""From the database to the first page's overview. Runs on the worker; knows no Qt."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from typing import get_args

from db import check_ins, clients
from db.records import Client, Concern, Promise
from db.store import Store
from desktop.office.devices_state import ConflictView
from desktop.office.overview import (
    PROMISED_SOON_DAYS,
    Arrivals,
    MatterLine,
    Overview,
    Period,
    PeriodName,
    TodayKind,
    TodayLine,
    days_of,
)
from desktop.office.state import Clock, EventRow, WorkLine, chosen_lines
from desktop.rules.charts import by_quarters
from desktop.rules.times import day_of, local, to_ms
from desktop.services.common import listing as common
from desktop.services.concerns import figures, writing
from desktop.services.registry import Caller
from desktop.services.zones import zone_of

SHOWN_TODAY = 16
SHOWN_MATTERS = 8
# 8 栋 1 单元 703 is 8-1-703 where there is little room.
_PARTS_OF_ROOM = re.compile(r"\s*(?:号楼|单元|[栋幢座期])\s*")
_KINDS: dict[Clock, TodayKind] = {"late": "late", "returned": "returned", "callback": "callback", "today": "today"}
_ORDER: tuple[TodayKind, ...] = ("late", "returned", "callback", "promise", "today", "soon")


def overview(
    caller: Caller,
    store: Store,
    lines: tuple[WorkLine, ...],
    events: Sequence[EventRow],
    promised: Sequence[Promise],
    conflicts: Sequence[ConflictView],
) -> Overview:
    """The charts, what is to be done first, and the figures' second lines."""
    today = day_of(store.clock(), zone_of(store))
    late = [line for line in lines if line.is_late and line.days_left is not None]
    longest = min(late, key=lambda line: line.days_left or 0, default=None)
    first = [*_concerns(store, lines), *_promises(store, promised, today)]
    first.sort(key=lambda one: (_ORDER.index(one.kind), one.days_left if one.days_left is not None else 0))
    sunday = today + timedelta(days=6 - today.weekday())
    return Overview(
        arrivals=_arrivals(store, events),
        periods=tuple(_period(caller, store, name, today) for name in get_args(PeriodName)),
        today=tuple(first[:SHOWN_TODAY]),
        today_total=len(chosen_lines(lines, "key")),
        longest_late=(-(longest.days_left or 0), longest.words) if longest else None,
        returned_often=figures.returned_often(caller, store),
        callbacks_today=sum(line.is_in("callback") and line.days_left == 0 for line in lines),
        promised_this_week=sum(today.isoformat() <= one.due <= sunday.isoformat() for one in promised),
        disagreeing_devices=len({side.device for one in conflicts for side in one.sides if side.device}),
        matters=tuple(
            MatterLine(one.issue, one.title, one.clients, one.open)
            for one in common.everything(caller, store)[:SHOWN_MATTERS]
        ),
        unfitting=writing.unfitting(caller, store),
    )


def _period(caller: Caller, store: Store, name: PeriodName, today: date) -> Period:
    first, last = days_of(name, today)
    return Period(name, first, last, tuple(figures.areas(caller, store, first=first, last=last).items()))


def _arrivals(store: Store, events: Sequence[EventRow]) -> Arrivals | None:
    """The event that runs now, else the last to which somebody came."""
    now = store.clock()
    came = [one for one in events if one.arrived]
    running = [one for one in came if one.starts_at <= now <= one.ends_at]
    chosen = (running or sorted(came, key=lambda one: (one.starts_at > now, -one.starts_at)))[:1]
    if not chosen:
        return None
    one, zone = chosen[0], zone_of(store)
    quarters = by_quarters(local(at, zone) for at in check_ins.first_arrivals(store, one.event))
    counted = tuple((to_ms(moment), count) for moment, count in quarters)
    return Arrivals(one.event, one.title, one.invited, one.arrived, counted)


def _concerns(store: Store, lines: tuple[WorkLine, ...]) -> list[TodayLine]:
    found = []
    for line in chosen_lines(lines, "key")[:SHOWN_TODAY]:
        kept = store.get(Concern, line.concern)
        found.append(
            TodayLine(
                line.concern, _KINDS.get(line.clock, "soon"), line.words, _who(store, kept.client if kept else None),
                line.days_left,
            )
        )  # fmt: skip
    return found


def _promises(store: Store, promised: Sequence[Promise], today: date) -> list[TodayLine]:
    until = (today + timedelta(days=PROMISED_SOON_DAYS)).isoformat()
    found = []
    for one in sorted((one for one in promised if one.due <= until), key=lambda one: one.due)[:SHOWN_TODAY]:
        kept = store.get(Concern, one.concern)
        left = (date.fromisoformat(one.due) - today).days
        found.append(
            TodayLine(one.concern, "promise", one.text, _who(store, kept.client if kept else None), left, one.due)
        )
    return found


def _who(store: Store, client: str | None) -> str:
    """Room and name, as far as they are known."""
    if not client:
        return ""
    root = clients.root(store, client)
    person = store.get(Client, root)
    room = _PARTS_OF_ROOM.sub("-", clients.room_spoken(store, root).partition("、")[0]).strip("-")
    return " ".join(filter(None, (room, person.name if person else "")))
