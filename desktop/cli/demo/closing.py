"""The closing table: counted from the office's merged database, compared with what was played."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from db import check_ins, concerns, doubles, events
from db.store import Reader
from desktop.cli.demo.day import Day
from desktop.cli.demo.evening import ROADS
from desktop.cli.demo.office import KIOSKS, LAPTOPS, OFFICE, OPEN_DAY, PROJECT
from desktop.cli.demo.stage import Stage, expect
from desktop.cli.demo.voices import Voice
from desktop.rules.codes import codes
from desktop.services.exchange import conflicts
from desktop.services.promises import promises
from desktop.services.registry import Caller


@dataclass(frozen=True, slots=True)
class Counted:
    """What the merged database says of the event."""

    invited: int
    arrived: int
    outcomes: dict[str, int]
    areas: dict[str, int]
    states: dict[str, int]
    concerns: int
    promises: int
    double_admissions: int
    disagreements: tuple[conflicts.Disagreement, ...]


def count(caller: Caller, reader: Reader, event: str) -> Counted:
    """Count the event from its records."""
    return Counted(
        invited=events.invited_count(reader, event),
        arrived=events.arrived_count(reader, event),
        outcomes=check_ins.outcomes(reader, event),
        areas=concerns.areas(reader, event),
        states=concerns.states(reader, event),
        concerns=len(concerns.of_event(reader, event)),
        promises=len(promises.everything(caller, reader)),
        double_admissions=len(doubles.let_in_twice(reader, event)),
        disagreements=conflicts.everything(caller, reader),
    )


def check(counted: Counted, day: Day) -> None:
    """Compare the count with what was played. Raises Refused `demo_differs`."""
    played, shown = day.played, (*codes("outcome"), "walk_in")
    expect("invited", len(day.invited.guests) - len(day.invited.revoked), counted.invited)
    expect("outcomes", {name: played[name] for name in sorted(shown) if played[name]}, counted.outcomes)
    expect("areas", dict(sorted(day.areas.items())), counted.areas)
    ends = Counter(_end(concern.voice) for concern in day.concerns)
    expect("states", dict(sorted(ends.items())), counted.states)
    expect("codes_misread", 0, played["misread"])
    expect("disagreements", 1, len(counted.disagreements))
    for name in ("arrived", "concerns", "promises", "double_admissions"):
        expect(name, played[name], getattr(counted, name))


def _end(voice: Voice) -> str:
    """Where a concern's road was to end."""
    if voice.road:
        return ROADS[voice.road][-1]
    return "answered" if voice.answer else "recorded"


def files(stage: Stage) -> dict[str, Any]:
    """What the demo leaves, by kind."""
    return {
        "list": str(stage.path("list.xlsx")),
        "invitations": str(stage.path("invitations.pdf")),
        "forms": str(stage.path("forms.pdf")),
        "forms_filled": str(stage.path("forms-filled.pdf")),
        "summary": str(stage.path("summary.pdf")),
        "codes": str(stage.path("codes")),
        "packages": [str(file) for file in sorted(stage.path("packages").glob("*.qinting"))],
        "card": str(stage.path("project.card")),
    }


def document(stage: Stage, counted: Counted, day: Day, pages: dict[str, int]) -> dict[str, Any]:
    """The closing table for programs."""
    listed = day.invited.listed
    return {
        "qinting": "demo",
        "complete": True,
        "project": PROJECT,
        "event": OPEN_DAY,
        "seed": stage.session.args.seed,
        "list": {
            "read": listed.read, "added": listed.added, "duplicates": listed.duplicates,
            "rejected": len(listed.rejected),
        },
        "invited": counted.invited,
        "arrived": counted.arrived,
        "outcomes": counted.outcomes,
        "double_admissions": counted.double_admissions,
        "talks": day.played["talks"],
        "concerns": counted.concerns,
        "areas": counted.areas,
        "states": counted.states,
        "promises": counted.promises,
        "disagreements": len(counted.disagreements),
        "equal_after_both_orders": True,
        "codes_read_back": day.played["codes_read_back"],
        "codes_misread": day.played["misread"],
        "pages": pages,
        "times_played": True,
        "files": files(stage),
        "databases": {device: str(stage.database(device)) for device in (OFFICE, *KIOSKS, *LAPTOPS)},
        "seconds": {**stage.seconds, "total": stage.total_seconds()},
    }  # fmt: skip
