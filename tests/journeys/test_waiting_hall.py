"""The hall by its verbs: tickets, who is sent where, one call for each family, and what two devices did apart."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from db import devices, erasure, guests, hall, local
from db.errors import Misused, Refused
from db.records import CheckIn, Client, EventDevice, Reception, Turn
from db.store import Identity, Store, Transaction
from desktop.cli.main import run
from desktop.services.events import events
from desktop.services.guests import check_ins, clients
from desktop.services.hall import arriving, calling, directing, doubles, hosts, overview, screens
from desktop.services.hall.arriving import Arrived
from desktop.services.hall.lines import Line
from desktop.services.opening import open_database
from desktop.services.people import staff
from desktop.services.receptions import talks
from desktop.services.registry import Caller, administrator
from tests.journeys import hall as two_desks
from tests.screens import office_world as world

MINUTE = 60_000


class House:
    """A database at an event with two tables, a companion and an executive; its clock is moved by hand."""

    def __init__(self, file: Path) -> None:
        self.store: Store = open_database(file)
        self.now = world.NOW_MS
        self.store.clock = lambda: self.now
        self.caller: Caller = administrator(self.store)
        self.event = self.store.query("SELECT id FROM event")[0][0]
        self.staff = {row[1]: row[0] for row in self.store.query("SELECT id, name FROM staff")}

    def came(self, name: str, title: str | None = None, **how: object) -> Arrived:
        """Somebody walks in and gets a ticket."""
        check_in, client = check_ins.walk_in(self.caller, self.store, event=self.event, name=name)[:2]
        if title:
            clients.set_fields(self.caller, self.store, client=client, changes={"title": title})
        return arriving.arrive(self.caller, self.store, event=self.event, check_in=check_in, **how)  # type: ignore[arg-type]

    def line(self, ticket: Arrived) -> Line:
        """How the family stands now."""
        return directing.line(self.caller, self.store, turn=ticket.turn, now_ms=self.now)

    def client(self, ticket: Arrived) -> str:
        """Whose ticket it is."""
        return self.line(ticket).client or ""

    def call(self, ticket: Arrived, host: str | None = None) -> Line:
        """Call a family, by one of ours or for whom they were sent to."""
        return calling.call(self.caller, self.store, turn=ticket.turn, staff=self.staff[host] if host else None)

    def board(self) -> screens.Board:
        """What the calling screen shows."""
        return screens.board(self.caller, self.store, event=self.event)

    def overview(self) -> overview.Overview:
        """What the coordinator sees."""
        return overview.overview(self.caller, self.store, event=self.event, now_ms=self.now)


TEAM = (("宋明远", "host", "A6"), ("沈砚", "host", "A10"), ("何苗", "companion", ""), ("阮青", "executive", "贵宾室"))


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("house") / "office.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        for name, part, place in TEAM:
            person = staff.add(caller, store, name=name, level="staff", roles=["host"])
            events.put_staff(caller, store, event=event, staff=person, part=part, place=place)
    return file.parent


@pytest.fixture
def house(founded: Path, tmp_path: Path) -> Iterator[House]:
    shutil.copytree(founded, tmp_path / "h")
    made = House(tmp_path / "h" / "office.db")
    yield made
    made.store.close()


def refusal(work: Callable[[], object]) -> Refused:
    with pytest.raises(Refused) as refused:
        work()
    return refused.value


def planned(tx: Transaction, event: str, device: str | None) -> None:
    """A device in the event's kit."""
    tx.insert(EventDevice(id=tx.new_id(), created_at=tx.now, event=event, name="签到台", role="kiosk", device=device))


# -- arriving ----------------------------------------------------------------------------------------------------------


def test_arrivals_get_numbers_in_order_and_are_spread_over_the_tables(house: House) -> None:
    came = [house.came(name) for name in ("温若水", "纪南星", "沈一苇", "江晚")]

    assert [one.number for one in came] == ["A001", "A002", "A003", "A004"]
    assert sorted(one.place or "" for one in came) == ["A10", "A10", "A6", "A6"]
    assert {one.host for one in came} == {"宋明远", "沈砚"}


def test_a_family_keeps_its_ticket_however_often_it_is_asked_for(house: House) -> None:
    first = house.came("温若水", party=2)
    check_in = house.store.records(Turn, "")[0].check_in

    again = arriving.arrive(house.caller, house.store, event=house.event, check_in=check_in, party=3)

    assert (again.turn, again.number, again.is_new, again.party) == (first.turn, "A001", False, 3)
    assert house.line(first).party == 3
    by_client = arriving.arrive(house.caller, house.store, event=house.event, client=house.client(first))
    assert by_client.turn == first.turn


def test_who_was_not_let_in_gets_no_ticket(house: House) -> None:
    def arrive(check_in: str | None, client: str | None) -> Arrived:
        return arriving.arrive(house.caller, house.store, event=house.event, check_in=check_in, client=client)

    refused = check_ins.scan(house.caller, house.store, event=house.event, token="HELLO")
    client = house.client(house.came("温若水"))
    check_ins.undo(house.caller, house.store, check_in=house.store.records(Turn, "")[0].check_in or "")

    assert refusal(lambda: arrive(refused.check_in, None)).code == "not_admitted"
    assert refusal(lambda: arrive(None, client)).code == "not_admitted"
    assert house.overview().lines == ()


def test_a_check_in_taken_back_waits_for_nobody(house: House) -> None:
    mistaken, right = house.came("温若水"), house.came("纪南星")

    turn = house.store.get(Turn, mistaken.turn)
    assert turn is not None
    check_ins.undo(house.caller, house.store, check_in=turn.check_in or "")

    assert [line.turn for line in house.overview().lines] == [right.turn]
    assert [one.number for one in house.board().next] == ["A002"]


def test_a_device_bears_the_letter_of_its_place_in_the_kit(house: House) -> None:
    with house.store.transaction(verb="test.plan") as tx:
        for device in (None, None, tx.writer):
            planned(tx, house.event, device)

    assert house.came("温若水").number == "C001"
    assert house.came("纪南星").number == "C002"


def test_wrong_words_are_told_apart(house: House) -> None:
    for how, code in (({"direction": "roof"}, "code_unknown"), ({"party": 0}, "party_too_small")):
        with pytest.raises(Misused) as misused:
            house.came("温若水", **how)
        assert misused.value.code == code
    with pytest.raises(Misused):
        directing.direct(house.caller, house.store, turn="no such turn")
    with pytest.raises(Misused):
        directing.ticket(house.caller, house.store, event=house.event, number="Z099")


# -- directing ---------------------------------------------------------------------------------------------------------


def test_a_family_is_sent_to_a_companion_a_table_or_an_executive(house: House) -> None:
    came = house.came("温若水", assign=False)
    assert (came.host, came.place) == (None, None)

    to = [
        directing.direct(house.caller, house.store, turn=came.turn, direction=wish)
        for wish in ("companion", "executive", "table")
    ]

    assert [(one.direction, one.place) for one in to[:2]] == [("companion", None), ("executive", "贵宾室")]
    assert to[0].host == "何苗"
    assert to[2].place in ("A6", "A10")
    by_hand = directing.direct(house.caller, house.store, turn=came.turn, staff=house.staff["宋明远"])
    assert (by_hand.host, by_hand.place) == ("宋明远", "A6")


def test_nobody_is_sent_to_a_host_who_is_away_and_those_waiting_go_on(house: House) -> None:
    came = [house.came(name) for name in ("温若水", "纪南星", "沈一苇", "江晚")]
    of_song = [one for one in came if one.host == "宋明远"]
    house.call(of_song[0])

    moved = hosts.away(house.caller, house.store, event=house.event, staff=house.staff["宋明远"])

    assert moved == (of_song[1].turn,)
    assert [house.line(one).host for one in of_song] == ["宋明远", "沈砚"]
    assert house.came("单思源").host == "沈砚"
    song = house.staff["宋明远"]
    to_song = refusal(lambda: directing.direct(house.caller, house.store, turn=came[0].turn, staff=song))
    assert to_song.code == "host_is_away"
    hosts.away(house.caller, house.store, event=house.event, staff=house.staff["沈砚"])
    assert house.came("许安和").host is None
    assert refusal(lambda: directing.direct(house.caller, house.store, turn=moved[0])).code == "nobody_free"
    hosts.back(house.caller, house.store, event=house.event, staff=song)
    assert directing.direct(house.caller, house.store, turn=moved[0]).host == "宋明远"


def test_a_table_that_closes_sends_its_families_on(house: House) -> None:
    came = [house.came(name) for name in ("温若水", "纪南星")]
    at_six = next(one for one in came if one.place == "A6")

    moved = hosts.close_table(house.caller, house.store, event=house.event, place="A6")

    assert moved == (at_six.turn,)
    assert house.line(at_six).place == "A10"
    assert [(one.name, one.place) for one in house.overview().hosts if one.away_at] == [("宋明远", None)]
    hosts.back(house.caller, house.store, event=house.event, staff=house.staff["宋明远"], place="B1")
    assert [one.place for one in house.overview().hosts if one.name == "宋明远"] == ["B1"]
    closed = refusal(lambda: hosts.close_table(house.caller, house.store, event=house.event, place="A6"))
    assert closed.code == "table_unknown"


def test_who_left_is_not_called_and_comes_back_under_the_same_number(house: House) -> None:
    came = house.came("温若水")
    directing.left(house.caller, house.store, turn=came.turn)

    assert refusal(lambda: house.call(came)).code == "turn_left"
    assert house.board().next == ()
    back = arriving.arrive(house.caller, house.store, event=house.event, client=house.client(came))
    assert (back.number, back.is_new, house.line(came).state) == ("A001", False, "waiting")
    assert refusal(lambda: directing.came_back(house.caller, house.store, turn=came.turn)).code == "turn_not_left"


def test_who_was_greeted_may_wish_to_see_an_executive_under_the_same_number(house: House) -> None:
    came = house.came("温若水", direction="companion")
    calling.greet(house.caller, house.store, turn=came.turn)

    wish = directing.direct(house.caller, house.store, turn=came.turn, direction="executive")

    assert (wish.number, wish.host, wish.state) == ("A001", "阮青", "waiting")
    assert wish.target_ms == 10 * MINUTE
    assert house.line(came).state == "greeted"
    once_more = directing.direct(house.caller, house.store, turn=came.turn, direction="executive")
    assert once_more.turn == wish.turn
    assert refusal(lambda: house.call(came)).code == "turn_greeted"
    assert directing.ticket(house.caller, house.store, event=house.event, number="a1") == wish.turn


# -- calling -----------------------------------------------------------------------------------------------------------


def test_a_family_is_called_once_and_the_second_call_says_who_called_and_when(house: House) -> None:
    came = house.came("温若水")
    house.call(came, came.host)
    house.now += 3 * MINUTE

    error = refusal(lambda: house.call(came))
    again = calling.again(house.caller, house.store, turn=came.turn)

    assert error.code == "turn_called_already"
    assert error.facts == {"number": "A001", "staff": came.host, "at": "09:33"}
    assert (again.called_at, again.again_at) == (world.NOW_MS, world.NOW_MS + 3 * MINUTE)


def test_a_host_calls_those_sent_to_them_and_others_only_after_taking_them_over(house: House) -> None:
    came = house.came("温若水")
    other = "沈砚" if came.host == "宋明远" else "宋明远"

    assert refusal(lambda: house.call(came, other)).code == "turn_of_another"
    signed_in = Caller(house.staff[other], frozenset({"host"}), "host")
    theirs = refusal(lambda: calling.call(signed_in, house.store, turn=came.turn))
    assert theirs.code == "turn_of_another"
    taken = directing.take_over(house.caller, house.store, turn=came.turn, staff=house.staff[other])
    assert (taken.host, house.call(came, other).state) == (other, "called")
    nobodys = house.came("纪南星", assign=False)
    assert refusal(lambda: house.call(nobodys, other)).code == "turn_not_directed"


def test_the_next_one_is_the_first_of_mine(house: House) -> None:
    came = [house.came(name) for name in ("温若水", "纪南星", "沈一苇", "江晚")]
    song = house.staff["宋明远"]
    mine = [one.turn for one in came if one.host == "宋明远"]

    called = [calling.call_next(house.caller, house.store, event=house.event, staff=song).turn for _ in mine]

    assert called == mine
    assert refusal(lambda: calling.call_next(house.caller, house.store, event=house.event, staff=song)).code == (
        "nobody_waits"
    )
    assert [
        one.turn for one in calling.mine(house.caller, house.store, event=house.event, staff=song, now_ms=0)
    ] == mine


def test_a_talk_that_begins_is_the_greeting(house: House) -> None:
    came = house.came("温若水")
    house.now += 2 * MINUTE

    talks.start(house.caller, house.store, event=house.event, host=house.staff["沈砚"], client=house.client(came))

    line = house.line(came)
    assert (line.state, line.host, line.greeted_at) == ("greeted", "沈砚", house.now)
    assert (line.waited_ms, line.is_late) == (2 * MINUTE, True)
    assert house.overview().waits.in_time == 0
    assert [(one.client, one.since) for one in house.overview().hosts if one.name == "沈砚"] == [("温若水", house.now)]
    assert refusal(lambda: house.call(came)).code == "turn_greeted"
    assert refusal(lambda: directing.left(house.caller, house.store, turn=came.turn)).code == "turn_greeted"


def test_two_clients_who_are_one_person_wait_once(house: House) -> None:
    first, second = house.came("周若岚"), house.came("周若兰")
    clients.join(house.caller, house.store, first=house.client(first), second=house.client(second))

    (line,) = house.overview().lines
    assert line.numbers == ("A001", "A002")
    house.call(second)
    assert refusal(lambda: house.call(first)).code == "turn_called_already"
    assert [one.number for one in (house.board().now,) if one] == ["A001"]


# -- the screens -------------------------------------------------------------------------------------------------------


def test_the_board_shows_number_and_surname_and_nothing_else_of_anybody(house: House) -> None:
    came = [house.came("欧阳若水", "女士"), house.came("纪南星", "先生"), house.came("沈一苇"), house.came("Ada Wong")]
    with house.store.transaction(verb="test.mark") as tx:
        tx.save("client", house.client(came[0]), {"marks": "vip risk", "phone": "13800138001"})
    house.call(came[1])

    board = house.board()

    assert board.now is not None
    assert (board.now.number, board.now.name, board.now.place) == ("A002", "纪先生", house.line(came[1]).place)
    assert [one.name for one in board.next] == ["欧阳女士", "沈\uff0a\uff0a", "A\uff0a\uff0a"]
    assert {one.host for one in board.next} == {""}
    assert not any(word in repr(board) for word in ("若水", "vip", "1380"))
    assert house.overview().lines[0].marks == ("vip", "risk")


def test_the_last_call_stands_first_also_when_it_is_shown_again(house: House) -> None:
    came = [house.came(name) for name in ("温若水", "纪南星", "沈一苇", "江晚")]
    for one in came:
        house.now += MINUTE
        house.call(one)
    house.now += MINUTE
    calling.again(house.caller, house.store, turn=came[1].turn)

    board = house.board()

    assert [one.number for one in (board.now, *board.before) if one] == ["A002", "A004", "A003"]


def test_one_key_pauses_every_screen(house: House) -> None:
    house.call(house.came("温若水"))
    screens.pause(house.caller, house.store, event=house.event)

    paused = house.board()
    assert (paused.is_paused, paused.now, paused.next) == (True, None, ())
    assert refusal(lambda: screens.pause(house.caller, house.store, event=house.event)).code == "paused_already"
    screens.resume(house.caller, house.store, event=house.event)
    assert house.board().now is not None
    assert refusal(lambda: screens.resume(house.caller, house.store, event=house.event)).code == "not_paused"


def test_what_the_hall_is_shown_is_set_for_the_event(house: House) -> None:
    def said() -> tuple[str | None, bool, bool]:
        now = screens.wording(house.caller, house.store, event=house.event)
        return now.greeting, now.shows_name, now.shows_host

    came = house.came("温若水")
    assert said() == (None, False, False)
    screens.set_wording(house.caller, house.store, event=house.event, greeting=" 欢迎回家 ", shows=("host",))
    assert said() == ("欢迎回家", False, True)
    assert house.board().next[0].host == came.host
    screens.set_wording(house.caller, house.store, event=house.event, greeting="", shows=())
    assert said() == (None, False, False)
    with pytest.raises(Misused):
        screens.set_wording(house.caller, house.store, event=house.event, shows=("phone",))


def test_somebody_erased_keeps_a_number_and_no_name(house: House) -> None:
    came = house.came("温若水", "女士")
    with house.store.transaction(verb="test.erase") as tx:
        erasure.claim(tx, [("client", house.client(came))])

    (shown,) = house.board().next
    assert (shown.number, shown.name) == ("A001", "")
    assert house.call(came).name == ""


def test_a_host_who_holds_no_office_may_not_change_what_the_hall_is_shown(house: House) -> None:
    host = Caller(house.staff["沈砚"], frozenset({"host"}), "host")

    error = refusal(lambda: screens.set_wording(host, house.store, event=house.event, shows=("name",)))

    assert error.code == "role_missing"


def test_who_came_in_without_a_ticket_is_told(house: House) -> None:
    check_in, _ = check_ins.walk_in(house.caller, house.store, event=house.event, name="温若水")[:2]

    assert [one for one, _ in house.overview().without] == [check_in]
    arriving.arrive(house.caller, house.store, event=house.event, check_in=check_in)
    assert house.overview().without == ()


def test_a_kiosk_that_knows_nobody_in_full_calls_by_its_own_list_of_guests(house: House) -> None:
    with house.store.transaction(verb="test.guest") as tx:
        shown = guests.Guest("i", house.event, "nobody-here", "陈\uff0a\uff0a", "6", "", "", "", "123456")
        guests.refill(tx, house.event, [shown])
        came = CheckIn(
            id=tx.new_id(), created_at=tx.now, event=house.event, outcome="welcomed", at=tx.now, means="search",
            admitted=1, client="nobody-here",
        )  # fmt: skip
        tx.insert(came)
    arriving.arrive(house.caller, house.store, event=house.event, check_in=came.id)

    (shown_there,) = house.board().next
    assert (shown_there.number, shown_there.name) == ("A001", "陈\uff0a\uff0a")


def test_devices_that_nobody_planned_have_letters_of_their_own(house: House) -> None:
    writers = [f"writer-{number}" for number in range(12)]
    with house.store.transaction(verb="test.trust") as tx:
        for writer in writers:
            devices.trust(tx, devices.Trusted(writer, writer, None, None, None))

    places = [
        hall.place_among_devices(house.store, house.event, Identity("p", writer, "n", "kiosk")) for writer in writers
    ]

    assert len(set(places)) == len(writers)
    assert 0 not in places  # the office's
    assert house.came("温若水").number == "A001"


# -- the command line --------------------------------------------------------------------------------------------------


def test_the_hall_is_directed_by_the_command_line(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    def said(*words: str, status: int = 0) -> dict[str, Any]:
        ended = run(["--data", str(house.store.path), "--json", "hall", *words, "--event", "交付日"], lambda _args: 9)
        out = capsys.readouterr().out
        assert ended == status, out
        document: dict[str, Any] = json.loads(out)
        return document

    check_ins.walk_in(house.caller, house.store, event=house.event, name="温若水")
    song, shen = ("宋明远", "沈砚")
    came = said("arrive", "--client", "温若水", "--party", "2")
    assert (came["number"], came["party"], came["new"]) == ("A001", 2, True)
    assert said("direct", "A1", "--staff", song)["table"] == "A6"
    assert said("direct", "a001", "--take", "--staff", shen)["table"] == "A10"
    assert said("call", "A001", "--staff", song, status=1)["error"]["code"] == "turn_of_another"
    assert said("call", "A001")["state"] == "called"
    assert said("call", "A001", status=1)["error"]["code"] == "turn_called_already"
    assert said("call", "A001", "--again")["called_by"] == shen
    assert said("board")["now"] == {"number": "A001", "name": "温\uff0a\uff0a", "table": "A10", "host": None}
    assert said("pause") == {"paused": True}
    assert said("board") == {"paused": True, "now": None, "before": [], "next": [], "more": 0}
    assert said("resume") == {"paused": False}
    assert said("show", "--greeting", "欢迎回家", "--names", "host", "name")["shows"] == ["name", "host"]
    assert said("show", "--names") == {"greeting": "欢迎回家", "shows": []}
    assert said("left", came["turn"])["state"] == "left"
    assert said("greet", "A001", "--staff", song)["host"] == song
    listed = said("list")
    assert [line["state"] for line in listed["lines"]] == ["greeted"]
    assert (listed["waits"]["greeted"], listed["without_ticket"], listed["doubles"]) == (1, [], 0)
    assert said("list", "--staff", song) == {"lines": []}
    assert said("away", "--table", "A6") == {"moved": []}
    assert said("away", "--staff", shen) == {"moved": []}
    assert said("back", "--staff", song, "--table", "B2")["away"] is False
    assert said("seat", "--staff", song, "--part", "executive")["part"] == "executive"
    assert {one["name"] for one in said("list")["hosts"] if one["away_at"]} == {shen}
    assert said("doubles") == {"doubles": []}
    assert said("doubles", "--settle", "A001", "--staff", song, status=1)["error"]["code"] == "no_double_take"
    assert said("doubles", "--settle", "A001", status=2)["error"]["code"] == "usage"
    assert said("call", "Z9", status=2)["error"]["code"] == "ticket_unknown"


# -- apart -------------------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def two_founded(tmp_path_factory: pytest.TempPathFactory) -> two_desks.Hall:
    made = two_desks.Hall(tmp_path_factory.mktemp("hall") / "first")
    for name in ("宋明远", "沈砚"):
        person = staff.add(made.caller, made.office, name=name, level="staff", roles=["host"])
        events.put_staff(made.caller, made.office, event=made.event, staff=person, place=name[0])
    for desk in made.desks:
        made.carry(made.office, desk)
    made.close()
    return made


@pytest.fixture
def apart(two_founded: two_desks.Hall, tmp_path: Path) -> Iterator[two_desks.Hall]:
    made = two_founded.copied(tmp_path / "apart")
    # A copy has a new writer, which nobody planned.
    for desk, letter in zip(made.desks, "AB", strict=True):
        with desk.transaction(verb="test.letter") as tx:
            local.keep(tx, f"hall.letter:{made.event}", letter)
    yield made
    made.close()


def arrived(made: two_desks.Hall, desk: Store) -> Arrived:
    """The code at a desk, and the ticket."""
    return arriving.arrive(administrator(desk), desk, event=made.event, check_in=made.scan(desk))


def told(made: two_desks.Hall) -> None:
    """Everybody hears everything, by the office."""
    made.gather()
    for desk in made.desks:
        made.carry(made.office, desk)


def double_takes(made: two_desks.Hall, store: Store) -> tuple[doubles.DoubleTake, ...]:
    return doubles.doubles(administrator(store), store, event=made.event)


def test_one_family_let_in_and_called_at_two_desks_apart_is_listed_once_and_settled(apart: two_desks.Hall) -> None:
    tickets = [arrived(apart, desk) for desk in apart.desks]
    assert len({one.number[0] for one in tickets}) == len({one.host for one in tickets}) == 2
    for desk, one in zip(apart.desks, tickets, strict=True):
        calling.call(administrator(desk), desk, turn=one.turn)

    told(apart)

    (double,) = double_takes(apart, apart.office)
    assert double.numbers == tuple(one.number for one in tickets)
    assert [take.host for take in double.takes] == [one.host for one in tickets]
    late = double.takes[1]
    doubles.settle(apart.caller, apart.office, event=apart.event, row=late.row, at=late.at)
    assert double_takes(apart, apart.office) == ()
    told(apart)
    for store in (apart.office, *apart.desks):
        (line,) = overview.overview(administrator(store), store, event=apart.event, now_ms=0).lines
        assert (line.number, line.host, double_takes(apart, store)) == (tickets[1].number, late.host, ())
    again = refusal(lambda: doubles.settle(apart.caller, apart.office, event=apart.event, row=late.row, at=late.at))
    assert again.code == "no_double_take"


def test_one_family_with_two_tickets_waits_once_when_the_desks_have_heard_of_each_other(apart: two_desks.Hall) -> None:
    first, second = [arrived(apart, desk) for desk in apart.desks]

    told(apart)

    for store in (apart.office, *apart.desks):
        caller = administrator(store)
        (line,) = overview.overview(caller, store, event=apart.event, now_ms=0).lines
        assert line.numbers == (first.number, second.number)
        assert double_takes(apart, store) == ()
    desk = apart.desks[1]
    calling.call(administrator(desk), desk, turn=second.turn)
    told(apart)
    office = refusal(lambda: calling.call(apart.caller, apart.office, turn=first.turn))
    assert office.code == "turn_called_already"


def test_one_ticket_called_by_two_hosts_apart_is_listed_once_and_settled(apart: two_desks.Hall) -> None:
    ticket = arrived(apart, apart.desks[0])
    told(apart)
    two = [one.staff for one in hosts.hosts(apart.caller, apart.office, event=apart.event)]
    for desk, person in zip(apart.desks, two, strict=True):
        directing.take_over(administrator(desk), desk, turn=ticket.turn, staff=person)
        calling.call(administrator(desk), desk, turn=ticket.turn, staff=person)

    told(apart)

    (double,) = double_takes(apart, apart.office)
    assert [take.staff for take in double.takes] == two
    stands = double.takes[0]
    doubles.settle(apart.caller, apart.office, event=apart.event, row=stands.row, at=stands.at)
    told(apart)
    for store in (apart.office, *apart.desks):
        row = store.get(Turn, ticket.turn)
        assert row is not None
        assert (row.staff, row.called_by, row.called_at) == (two[0], two[0], stands.at)
        assert double_takes(apart, store) == ()


def test_two_talks_with_one_family_apart_are_listed_once_and_one_goes_on(apart: two_desks.Hall) -> None:
    ticket = arrived(apart, apart.desks[0])
    told(apart)
    two = [one.staff for one in hosts.hosts(apart.caller, apart.office, event=apart.event)]
    client = apart.office.records(Client, "")[0].id
    for desk, person in zip(apart.desks, two, strict=True):
        host = Caller(person, frozenset({"host"}), "host")
        talks.start(host, desk, event=apart.event, host=person, client=client)

    told(apart)

    (double,) = double_takes(apart, apart.office)
    assert [(take.kind, take.staff) for take in double.takes] == [("talk", person) for person in two]
    stands = double.takes[1]
    doubles.settle(apart.caller, apart.office, event=apart.event, row=stands.row, at=stands.at)
    assert double_takes(apart, apart.office) == ()
    still_open = [talk.host for talk in apart.office.records(Reception, "") if talk.ended_at is None]
    assert still_open == [two[1]]
    assert (apart.office.get(Turn, ticket.turn) or pytest.fail("gone")).greeted_at == stands.at


def test_two_devices_with_one_letter_part_when_they_hear_of_it(apart: two_desks.Hall) -> None:
    first, second = apart.desks
    letter = arrived(apart, first).number[0]
    with second.transaction(verb="test.letter") as tx:
        local.keep(tx, f"hall.letter:{apart.event}", letter)
    told(apart)

    check_in, _ = check_ins.walk_in(administrator(second), second, event=apart.event, name="江晚")[:2]
    mine = arriving.arrive(administrator(second), second, event=apart.event, check_in=check_in)

    assert mine.number[0] != letter
