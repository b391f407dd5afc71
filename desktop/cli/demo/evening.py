"""After the day: packages out, merged in two orders, compared; then the concerns are followed as departments reply."""

import shutil
from pathlib import Path

from db.errors import Refused
from db.exchange.blocks import content_digest
from db.opening import open_store
from db.store import Store
from desktop.cli.demo.day import MINUTE_MS, Concern, Day
from desktop.cli.demo.office import OFFICE
from desktop.cli.demo.people import CALLBACK, DEPARTMENT_HEAD, HANDLERS
from desktop.cli.demo.people import OFFICE as COORDINATOR
from desktop.cli.demo.stage import Stage, expect
from desktop.cli.demo.stories import ENDINGS, STORIES, Ending
from desktop.services.concerns import moving, recording
from desktop.services.exchange import packages
from desktop.services.opening import caller_as
from desktop.services.promises import promises
from desktop.services.registry import Caller, administrator

SECOND = "office-second"
_DISPATCHED = ("accepted", "dispatched")
_DONE = (*_DISPATCHED, "in_progress", "resolved", "callback")
# How far a concern gets; what has no road stays as the day left it.
ROADS: dict[str, tuple[str, ...]] = {
    "on_site": ("closed",),
    "accepted": ("accepted",),
    "dispatched": _DISPATCHED,
    "returned": (*_DISPATCHED, "returned"),
    "in_progress": (*_DISPATCHED, "in_progress"),
    "on_hold": (*_DISPATCHED, "in_progress", "on_hold"),
    "closed": (*_DONE, "closed"),
    "reopened": (*_DONE, "reopened"),
}
# When the first, second ... step of every road is taken: (hour, days after the event).
_ROUNDS = ((18, 0), (9, 1), (14, 1), (16, 2), (10, 3), (11, 3))


def export_all(stage: Stage, devices: dict[str, Store]) -> tuple[Path, ...]:
    """A package of each device, which is then switched off."""
    stage.clock.reach(stage.at(17, 30))
    written: list[Path] = []
    for device, store in devices.items():
        file = stage.path("packages") / f"{device}.qinting"
        packages.export(administrator(store), store, file=file)
        store.close()
        written.append(file)
    return tuple(written)


def merge_all(stage: Stage, office: Store, files: tuple[Path, ...]) -> Store:
    """Merge the packages in the office, and in the opposite order in a copy of it.

    Returns the office's database, open. Raises Refused `demo_orders_differ`.
    """
    office.close()
    copies = [(stage.database(OFFICE), stage.database(SECOND))]
    copies += [
        (first.with_name(first.name + ".keys"), second.with_name(second.name + ".keys")) for first, second in copies
    ]
    for first, second in copies:
        shutil.copyfile(first, second)
    # The copy is no device of its own: it is opened without the marks that would tell it so.
    office, other = stage.opened(OFFICE), stage.keep(open_store(stage.database(SECOND), stage.passphrase))
    for store, order in ((office, files), (other, files[::-1])):
        for file in order:
            expect(
                f"merge of {file.name}",
                "merged",
                packages.take_in(caller_as(store, COORDINATOR), store, file=file).outcome,
            )
    same = content_digest(office) == content_digest(other)
    other.close()
    if not same:
        raise Refused("demo_orders_differ", file=str(stage.folder))
    for _, second in copies:
        second.unlink()
    return office


def follow(stage: Stage, day: Day, office: Store) -> None:
    """Take concerns on, step by step over the next days, each step by whoever may decide it."""
    work = _Follow(stage, office, day.staff)
    for number, (hour, days) in enumerate(_ROUNDS):
        stage.clock.reach(stage.at(hour, days=days))
        if number == 1:
            work.add_what_was_said_later(day.concerns)
        for concern in day.concerns:
            road = ROADS.get(concern.voice.road, ())
            if number < len(road):
                stage.clock.reach(stage.clock.now_ms + 2 * MINUTE_MS)
                work.step(concern, road[number])


class _Follow:
    """The coordinator at the desk, entering what departments reply, and the callback officer at the telephone."""

    def __init__(self, stage: Stage, office: Store, staff: dict[str, str]) -> None:
        self.stage, self.office, self.staff = stage, office, staff
        self.desk = caller_as(office, COORDINATOR)
        self.telephone = caller_as(office, CALLBACK)

    def add_what_was_said_later(self, concerns: list[Concern]) -> None:
        """The client rang again the next morning."""
        for concern in concerns:
            if concern.voice.later:
                recording.add_words(
                    self.desk, self.office, concern=concern.id, words=concern.voice.later,
                    said_by=self.staff[COORDINATOR],
                )  # fmt: skip

    def step(self, concern: Concern, state: str) -> None:
        """One step of a concern's road."""
        if state == "resolved":
            self._keep_promises(concern)
        by, caller, told = self._told(concern, state)
        entered_for_another = self.staff[by] != caller.staff
        moved = moving.move(
            caller, self.office, concern=concern.id, target=state, by=self.staff[by], entered_by=caller.staff,
            means="chat" if entered_for_another else None, fields=told,
            evidence="群里的回复，已截图" if entered_for_another else None,
        )  # fmt: skip
        expect(f"{concern.voice.words[:12]} {state}", (), moved.refused)

    def _told(self, concern: Concern, state: str) -> tuple[str, Caller, dict[str, str]]:
        """Who decides the step, who enters it, and what is told with it."""
        voice, date = concern.voice, self.stage.date
        handler = HANDLERS[voice.department]
        match state:
            case "accepted":
                grade = "2" if voice.type in ("repair", "complaint") else "1"
                told = {"department": voice.department, "grade": grade, "due_resolve": date(10)}
                return COORDINATOR, self.desk, told
            case "dispatched":
                return COORDINATOR, self.desk, {"department": voice.department}
            case "returned":
                told = {
                    "reason": "机房风机属二期图纸范围",
                    "proposed_department": "research_design",
                    "return_reason": "not_our_duty",
                }
                return DEPARTMENT_HEAD, self.desk, told
            case "in_progress":
                return handler, self.desk, {}
            case "on_hold":
                told = {"reason": "等客户定上门时间", "until": date(6), "client_told": "yes", "waiting_for": "client"}
                return handler, self.desk, told
            case "resolved":
                ending = _ending(concern)
                told = {
                    "result": ending.result,
                    "cause": ending.cause,
                    "measure": ending.measure,
                    "evidence": ending.evidence,
                }
                return handler, self.desk, told | {"approved_by": DEPARTMENT_HEAD}
            case "callback":
                return CALLBACK, self.telephone, {"try_result": "reached"}
            case "closed" if voice.road == "on_site":
                return COORDINATOR, self.desk, {}
        return CALLBACK, self.telephone, self._verdict(_ending(concern), state)

    def _verdict(self, ending: Ending, state: str) -> dict[str, str]:
        told = {"verdict": ending.verdict, "satisfaction": ending.satisfaction, "client_words": ending.client_words}
        if ending.verdict == "partly":
            told["client_agrees"] = "yes"
        if state == "reopened":
            told |= {"reason": "客户说没有解决", "asked_by": "client", "new_due": self.stage.date(13)}
        return told

    def _keep_promises(self, concern: Concern) -> None:
        handler = self.staff[HANDLERS[concern.voice.department]]
        for promise in promises.everything(self.desk, self.office, only_open=True):
            if promise.concern == concern.id:
                promises.keep(self.desk, self.office, promise=promise.id, by=handler)


def _ending(concern: Concern) -> Ending:
    return ENDINGS[STORIES.index(concern.voice)]
