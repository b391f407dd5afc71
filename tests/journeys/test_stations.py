"""A day inside an event: households on one code, stations, going out and coming back, and when a list may go."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from db import devices
from db.errors import Misused, Refused
from db.events import arrived_count
from db.records import CheckIn, Consent, Invitation, Passage, Turn
from db.store import Store, wall_clock_ms
from desktop.cli.main import run
from desktop.services.exchange import outbox
from desktop.services.guests import check_ins, notices, parties, passages, self_service, welcomes
from desktop.services.guests.clients import join
from desktop.services.hall import arriving
from desktop.services.registry import Caller, administrator
from desktop.tokens.code import make_code
from tests.exchange.forging import print_of
from tests.journeys.hall import Hall
from tests.screens import office_world as world

MINUTE_MS = 60_000


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Hall:
    made = Hall(tmp_path_factory.mktemp("hall"))
    with made.office.transaction(verb="test.list") as tx:
        (invitation,) = tx.records(Invitation, "")
        tx.save("invitation", invitation.id, {"companions": 2, "slot": "09:00-10:00 上午一场"})
        tx.save("event", made.event, {"slots": "09:00-10:00 上午一场 | 2"})
    for desk in made.desks:
        made.carry(made.office, desk)
    made.close()
    return made


@dataclass(slots=True)
class Door:
    """One desk of the hall and the only invited household."""

    hall: Hall
    desk: Store

    @property
    def by(self) -> Caller:
        return administrator(self.desk)

    def scan(self) -> str:
        return check_ins.scan(self.by, self.desk, event=self.hall.event, token=self.hall.token).check_in

    def pass_by(self, station: str, *, staffed: bool = True, later: int = 0) -> passages.Passing:
        at = self.desk.clock() + later * MINUTE_MS
        self.desk.clock = lambda: at
        return passages.pass_by(
            self.by, self.desk, event=self.hall.event, station=station, token=self.hall.token, staffed=staffed
        )

    def people(self, station: str) -> int:
        found = passages.stations(self.by, self.desk, event=self.hall.event)
        return next(one.people for one in found.stations if one.station == station)

    def arrived(self) -> int:
        return arrived_count(self.desk, self.hall.event)


@pytest.fixture
def hall(template: Hall, tmp_path: Path) -> Iterator[Hall]:
    made = template.copied(tmp_path / "hall")
    yield made
    made.close()


@pytest.fixture
def door(hall: Hall) -> Door:
    return Door(hall, hall.desks[0])


# Stations


def test_a_station_notes_a_client_once_and_says_when_it_was(door: Door) -> None:
    door.scan()
    first, again = door.pass_by("helmet"), door.pass_by("helmet", later=3)

    assert (first.outcome, first.scan, again.outcome, again.first_at) == ("welcomed", None, "already", world.NOW_MS)
    assert (again.first_desk, door.people("helmet"), door.people("gift"), door.arrived()) == ("东门", 1, 0, 1)


def test_whoever_passed_the_entrance_unseen_is_checked_in_where_staff_stand(door: Door) -> None:
    shown = door.pass_by("safety_talk")

    assert shown.outcome == "welcomed"
    assert shown.scan is not None
    assert (shown.scan.outcome, door.arrived(), door.people("safety_talk")) == ("welcomed", 1, 1)


def test_whoever_passed_the_entrance_unseen_is_asked_to_the_desk_where_nobody_stands(door: Door) -> None:
    shown = door.pass_by("show_flat", staffed=False)

    assert (shown.outcome, shown.name, shown.scan, door.arrived(), door.people("show_flat")) == (
        "not_in", None, None, 0, 0,
    )  # fmt: skip


def test_going_out_and_coming_back_lets_nobody_in_twice(door: Door) -> None:
    door.scan()
    assert door.pass_by("exit").outcome == "welcomed"
    assert passages.stations(door.by, door.desk, event=door.hall.event).out_now == 1
    assert door.pass_by("exit", later=1).outcome == "already"
    assert door.pass_by("entrance", later=20).outcome == "back"
    assert door.pass_by("entrance", later=1).outcome == "already"
    assert door.pass_by("exit", later=5).outcome == "welcomed"

    admitted = [row for row in door.desk.records(CheckIn, "") if row.admitted]
    assert (len(admitted), door.arrived(), door.people("exit")) == (1, 1, 1)


def test_whoever_is_seen_inside_again_has_come_back(door: Door) -> None:
    door.scan()
    door.pass_by("exit")
    door.pass_by("gift", later=9)

    assert passages.stations(door.by, door.desk, event=door.hall.event).out_now == 0


def test_the_exit_keeps_nobody_in(door: Door) -> None:
    assert door.pass_by("exit", staffed=False).outcome == "welcomed"


def test_a_passage_taken_back_counts_no_more_and_only_once(door: Door) -> None:
    door.scan()
    passage = door.pass_by("gift").passage
    passages.undo_pass(door.by, door.desk, passage=passage)

    assert door.people("gift") == 0
    assert door.pass_by("gift", later=1).outcome == "welcomed"
    with pytest.raises(Refused, match="check_in_undone_already"):
        passages.undo_pass(door.by, door.desk, passage=passage)


def test_stations_of_two_devices_and_of_joined_clients_are_those_of_one_person(hall: Hall) -> None:
    east, west = (Door(hall, desk) for desk in hall.desks)
    east.scan()
    east.pass_by("helmet")
    _, other = check_ins.walk_in(west.by, west.desk, event=hall.event, name="温若水")
    found = passages.pass_found(west.by, west.desk, event=hall.event, station="helmet", client=other)
    assert found.outcome == "welcomed"
    hall.gather()
    office = Door(hall, hall.office)
    assert office.people("helmet") == 2

    (invitation,) = hall.office.records(Invitation, "")
    join(hall.caller, hall.office, first=invitation.client, second=other)
    assert office.people("helmet") == 1
    assert office.pass_by("helmet").outcome == "already"


@pytest.mark.parametrize("outcome", ["malformed", "revoked", "wrong_event"])
def test_what_the_entrance_does_not_let_in_a_station_does_not_either(hall: Hall, door: Door, outcome: str) -> None:
    another = make_code("another event", b"a secret that is long enough", "invitation")
    token = {"malformed": "NOTHING", "wrong_event": another}.get(outcome, hall.token)
    if outcome == "revoked":
        with door.desk.transaction(verb="test.revoke") as tx:
            tx.save("invitation", tx.records(Invitation, "")[0].id, {"revoked_at": tx.now})
    shown = passages.pass_by(door.by, door.desk, event=hall.event, station="helmet", token=token)

    assert (shown.outcome, door.people("helmet"), door.arrived()) == (outcome, 0, 0)
    assert [row.outcome for row in door.desk.records(Passage, "")] == [outcome]


def test_there_are_no_stations_but_those_of_the_list(door: Door) -> None:
    with pytest.raises(Misused, match="code_unknown"):
        door.pass_by("nowhere")


# Households


def test_a_household_is_counted_at_the_door_and_put_right_when_the_others_come(door: Door) -> None:
    first = door.scan()
    assert parties.party_of(door.by, door.desk, check_in=first) == parties.Party(first, 3, None)
    ticket = arriving.arrive(door.by, door.desk, event=door.hall.event, check_in=first, party=3)

    parties.set_party(door.by, door.desk, check_in=first, party=1)
    later = door.scan()
    kept = parties.set_party(door.by, door.desk, check_in=later, party=3)

    assert (kept.check_in, kept.counted, kept.expected) == (first, 3, 3)
    rows = {row.id: row.party for row in door.desk.records(CheckIn, "")}
    assert (rows, door.arrived()) == ({first: 3, later: None}, 1)
    turn = door.desk.get(Turn, ticket.turn)
    assert turn is not None
    assert turn.party == 3


@pytest.mark.parametrize("party", [0, 100])
def test_a_party_is_one_person_to_ninety_nine(door: Door, party: int) -> None:
    with pytest.raises(Misused, match="party_out_of_range"):
        parties.set_party(door.by, door.desk, check_in=door.scan(), party=party)


def test_an_early_hour_and_a_full_slot_let_everybody_in_and_staff_are_told(door: Door) -> None:
    check_in = door.scan()
    assert welcomes.slot(door.by, door.desk, check_in=check_in) == welcomes.SlotHint("9:00", is_full=True)

    parties.set_party(door.by, door.desk, check_in=check_in, party=2)
    assert welcomes.slot(door.by, door.desk, check_in=check_in) == welcomes.SlotHint("9:00", is_full=False)


def test_a_visitor_without_an_invitation_leaves_what_they_have_read_and_how_many_they_are(door: Door) -> None:
    notice = notices.current(door.by, door.desk)
    check_in, client = check_ins.walk_in(
        door.by, door.desk, event=door.hall.event, name="江晚", party=4, notice=notice.key
    )

    row = door.desk.get(CheckIn, check_in)
    (read,) = door.desk.records(Consent, "")
    assert row is not None
    assert (row.party, row.admitted) == (4, 1)
    assert (read.client, read.kind, read.text, read.means) == (client, "notice", "walk_in:1", "screen")
    assert not [line for line in notice.lines if "{" in line.zh + line.en]


def test_a_notice_that_was_never_shown_was_read_by_nobody(door: Door) -> None:
    with pytest.raises(Misused, match="notice_unknown"):
        check_ins.walk_in(door.by, door.desk, event=door.hall.event, name="江晚", notice="walk_in:7")
    assert door.arrived() == 0


# When the list of guests may go


def test_the_list_may_go_only_when_the_office_has_said_that_it_has_everything(hall: Hall, door: Door) -> None:
    def may_go() -> bool:
        return self_service.may_purge(door.by, door.desk)

    assert may_go()
    door.scan()
    assert not may_go()
    hall.carry(door.desk, hall.office)
    assert not may_go(), "sent, but nothing has come back"
    hall.carry(hall.office, door.desk)
    assert may_go()
    door.scan()
    assert not may_go()


def test_another_kiosk_having_it_is_not_enough(hall: Hall, door: Door) -> None:
    door.scan()
    east, west = hall.desks
    _trust(east, west)
    _trust(west, east)
    hall.carry(east, west)
    hall.carry(west, east)
    assert not self_service.may_purge(door.by, door.desk)


def test_through_a_shared_folder_every_file_must_have_been_taken(hall: Hall, door: Door, tmp_path: Path) -> None:
    share = tmp_path / "share"
    share.mkdir()
    door.scan()
    outbox.sync(door.by, door.desk, address=str(share))
    assert not self_service.may_purge(door.by, door.desk)
    outbox.sync(hall.caller, hall.office, address=str(share))
    # What the office took is told with the next thing that it has to say.
    with hall.office.transaction(verb="test.news") as tx:
        tx.save("event", hall.event, {"place": "东门"})
    outbox.sync(hall.caller, hall.office, address=str(share))
    outbox.sync(door.by, door.desk, address=str(share))
    assert self_service.may_purge(door.by, door.desk)


def test_the_list_goes_by_itself_after_the_event_and_never_before_the_office_has_everything(
    hall: Hall, door: Door
) -> None:
    self_service.fill(door.by, door.desk, event=hall.event)
    door.scan()
    now, days_later = world.NOW_MS, world.NOW_MS + 3 * 86_400_000
    assert self_service.purge_when_over(door.by, door.desk, now_ms=days_later) == 0
    hall.carry(door.desk, hall.office)
    hall.carry(hall.office, door.desk)
    assert self_service.purge_when_over(door.by, door.desk, now_ms=now) == 0

    assert self_service.purge_when_over(door.by, door.desk, now_ms=days_later) == 1
    assert self_service.how_many(door.by, door.desk, event=hall.event) == 0


# The command line


def test_the_command_line_passes_and_counts(door: Door, capsys: pytest.CaptureFixture[str]) -> None:
    file, token = str(door.desk.path), door.hall.token
    with door.desk.transaction(verb="test.today") as tx:
        tx.save("event", door.hall.event, {"starts_at": wall_clock_ms(), "ends_at": wall_clock_ms() + MINUTE_MS})
    door.desk.close()

    def said(*words: str) -> str:
        assert run(["--data", file, "--json", "check-in", *words], lambda _args: 3) == 0
        return capsys.readouterr().out

    passed = json.loads(said("pass", "--event", door.hall.event, "--station", "gift", token))
    assert (passed["outcome"], passed["station"], bool(passed["check_in"])) == ("welcomed", "gift", True)
    kept = json.loads(said("party", passed["check_in"], "2"))
    assert kept == {"check_in": passed["check_in"], "expected": 3, "party": 2}
    counted = json.loads(said("stations", "--event", door.hall.event))
    people = {one["station"]: one["people"] for one in counted["stations"]}
    assert (people["entrance"], people["gift"], people["exit"], counted["out_now"]) == (1, 1, 0, 0)


def _trust(one: Store, other: Store) -> None:
    with one.transaction(verb="test.trust") as tx:
        devices.trust(tx, devices.Trusted(print_of(other), None, None, None, None))
