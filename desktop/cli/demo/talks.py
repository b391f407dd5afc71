"""Who sits down with which executive at which laptop, and what is taken down there."""

from dataclasses import dataclass
from functools import partial

from db.store import Store
from desktop.cli.demo.day import MINUTE_MS, Concern, Day
from desktop.cli.demo.door import Arrivals
from desktop.cli.demo.office import LAPTOPS, Guest
from desktop.cli.demo.people import CORRECTED, EXECUTIVES, MISSPELT, RECORDERS
from desktop.cli.demo.stage import expect
from desktop.cli.demo.stories import STORIES
from desktop.cli.demo.voices import VOICES, Voice
from desktop.services.concerns import moving, recording
from desktop.services.guests import clients
from desktop.services.opening import caller_as
from desktop.services.promises import promises
from desktop.services.receptions import talks
from desktop.services.registry import Caller

TALKING = 0.16
MOST_TALKS = 40
# Concerns a talk: most bring one, some two, some only sit down for a while.
BROUGHT = (1, 1, 2, 1, 0, 1, 1)


@dataclass(frozen=True, slots=True)
class _Talk:
    start: int
    end: int
    laptop: int
    guest: Guest
    host: str
    voices: tuple[Voice, ...]


class Talks:
    """Plans the two laptops' part of the day."""

    def __init__(self, day: Day) -> None:
        self.day = day

    def plan(self, arrivals: Arrivals) -> None:
        """Give every talk a laptop, a host, a time after the client's arrival, and the concerns that come up in it."""
        random = self.day.stage.random
        count = min(max(len(STORIES), round(TALKING * len(arrivals))), MOST_TALKS)
        known = next(one for one in arrivals if one[2].name == MISSPELT)
        others = [one for one in arrivals if one is not known]
        # The last to come find the tables being cleared.
        early = others[: len(others) * 9 // 10]
        talkers = sorted([known, *random.sample(early, count - 1)], key=lambda one: one[0])
        brought = [BROUGHT[number % len(BROUGHT)] for number in range(count)]
        voices = [*STORIES, *random.sample(VOICES, sum(brought) - len(STORIES))]
        random.shuffle(voices)
        free, held = [0, 0], [0, 0]
        for (at, _, guest), bringing in zip(talkers, brought, strict=True):
            laptop = 1 if guest.name == MISSPELT else free.index(min(free))
            wait, pause, chat = random.uniform(3, 14), random.uniform(1, 3), random.uniform(4, 9)
            start = max(at + int(wait * MINUTE_MS), free[laptop] + int(pause * MINUTE_MS))
            free[laptop] = start + int((chat + 5 * bringing) * MINUTE_MS)
            # The two executives of a table take turns.
            host = EXECUTIVES[laptop * 2 + held[laptop] % 2]
            held[laptop] += 1
            said, voices = tuple(voices[:bringing]), voices[bringing:]
            self._plan_talk(_Talk(start, free[laptop], laptop, guest, host, said))

    def _plan_talk(self, talk: _Talk) -> None:
        self.day.at(talk.start, partial(self._begin, talk))
        for number, voice in enumerate(talk.voices):
            at = talk.start + (2 + 5 * number) * MINUTE_MS
            self.day.at(at, partial(self._take_down, talk, voice))
        self.day.at(talk.end, partial(self._end, talk))

    def _laptop(self, talk: _Talk) -> tuple[Caller, Store]:
        store = self.day.devices[LAPTOPS[talk.laptop]]
        return caller_as(store, RECORDERS[talk.laptop]), store

    def _begin(self, talk: _Talk) -> None:
        caller, store = self._laptop(talk)
        talks.start(
            caller, store, event=self.day.invited.event, client=talk.guest.client, host=self.day.staff[talk.host],
            place=f"{talk.laptop + 1} 号桌",
        )  # fmt: skip
        if talk.guest.name == MISSPELT:
            clients.set_fields(caller, store, client=talk.guest.client, changes={"name": CORRECTED[1]})
        self.day.played["talks"] += 1

    def _take_down(self, talk: _Talk, voice: Voice) -> None:
        """Record what is said, then the executive's answer and promise, the recorder typing."""
        caller, store = self._laptop(talk)
        host = self.day.staff[talk.host]
        recorded = recording.add(
            caller, store, event=self.day.invited.event, client=talk.guest.client, received_by=host, words=voice.words,
            type_code=voice.type, area=voice.area, place=voice.place or None, wish=voice.wish or None,
            channel="on_site",
        )  # fmt: skip
        if voice.answer:
            told = {"answer": voice.answer, "answered_by": talk.host}
            told |= {"client_confirmed": "yes"} if voice.road == "on_site" else {}
            moved = moving.move(
                caller, store, concern=recorded.concern, target="answered", by=host, entered_by=caller.staff,
                means="in_person", fields=told,
            )  # fmt: skip
            expect(f"{recorded.number} answered", (), moved.refused)
        if voice.promise:
            text, days, department = voice.promise
            due = self.day.stage.date(days)
            promises.add(caller, store, concern=recorded.concern, text=text, due=due, by=host, department=department)
            self.day.played["promises"] += 1
        self.day.concerns.append(Concern(recorded.concern, voice))
        self.day.played["concerns"] += 1
        self.day.areas[voice.area] += 1

    def _end(self, talk: _Talk) -> None:
        caller, store = self._laptop(talk)
        talks.end(caller, store, event=self.day.invited.event, client=talk.guest.client, host=self.day.staff[talk.host])
