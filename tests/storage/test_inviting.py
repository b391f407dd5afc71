"""The week before and the numbers of the day: results, room, codes made anew, and nobody counted twice."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from db.errors import Misused, Refused
from db.hall_records import InviteContact
from db.records import CheckIn, Client, ClientOwner, Invitation
from db.store import Store
from desktop.roster.tables import as_text, open_tables
from desktop.services.events import events, numbers
from desktop.services.guests import check_ins, clients, doubles, invitations
from desktop.services.guests.codes import Inviter, code_of
from desktop.services.history import trail
from desktop.services.inviting import codes, contacts, lists, reminders, sheets
from desktop.services.inviting.lists import CallLine
from desktop.services.registry import Caller, administrator
from desktop.services.rosters import imports

NOW_MS = 1_779_500_000_000  # 23 May 2026, 9:33 in Shanghai
MINUTE_MS = 60_000
SLOTS = "09:00-10:30 上午一场 | 4\n10:30-12:00 上午二场 | 40\n14:00-16:00"


@dataclass(slots=True)
class Week:
    """An office with an event of three slots and people on its list."""

    store: Store
    caller: Caller
    event: str
    people: dict[str, str] = field(default_factory=dict)
    at: int = NOW_MS

    def invite(
        self, name: str, slot: str | None = None, *, heads: int = 1, owner: str = "", channel: str | None = None
    ) -> str:
        with self.store.transaction(verb="test.invite") as tx:
            client = tx.insert(Client(id=tx.new_id(), created_at=1, name=name, source="list"))
            if owner:
                tx.insert(ClientOwner(id=tx.new_id(), created_at=1, client=client, name=owner, kind="contact"))
            Inviter(self.caller, tx, self.event).invite(client, slot=slot, companions=heads - 1, channel=channel)
        self.people[name] = client
        return client

    def note(self, name: str, result: str, **told: str) -> contacts.Contacted:
        self.at += MINUTE_MS
        return contacts.contact(
            self.caller, self.store, event=self.event, client=self.people[name], result=result, **told
        )

    def line(self, name: str) -> CallLine:
        found = lists.everybody(self.caller, self.store, event=self.event).lines
        return next(one for one in found if one.client == self.people[name])

    def code(self, name: str) -> str:
        held = self.store.records(
            Invitation, "WHERE client = :c AND revoked_at IS NULL ORDER BY id", c=self.people[name]
        )
        code = code_of(self.store, held[0])
        assert code is not None
        return code

    def room(self) -> list[tuple[str, int, int | None]]:
        found = numbers.room(self.caller, self.store, event=self.event)
        return [(one.slot.name or one.slot.text, one.heads, one.left) for one in found]

    def come(self, name: str, after_minutes: int = 0, *, desk: str = "东门", party: int | None = None) -> str:
        at = NOW_MS + after_minutes * MINUTE_MS
        with self.store.transaction(verb="test.come") as tx:
            return tx.insert(
                CheckIn(
                    id=tx.new_id(), created_at=at, event=self.event, outcome="welcomed", at=at, means="scan",
                    admitted=1, client=self.people[name], desk=desk, party=party,
                )
            )  # fmt: skip

    def numbers(self) -> numbers.Numbers:
        return numbers.numbers(self.caller, self.store, event=self.event)


@pytest.fixture
def week(store: Store) -> Week:
    caller = administrator(store)
    event = events.add(
        caller, store, node="delivery", title="交付日", starts="2026-05-23 09:00", ends="2026-05-23 17:00",
        place="6栋现场", slots=SLOTS,
    )  # fmt: skip
    made = Week(store, caller, event)
    store.clock = lambda: made.at
    made.invite("陈知夏", "上午一场", heads=2, owner="何苗", channel="自访")
    made.invite("周若岚", "9:00-10:30", heads=2, owner="何苗", channel="老带新")
    made.invite("单思源", "上午二场", owner="白鹭", channel="自访")
    made.invite("许安和")
    return made


# Results and tries


def test_everybody_stands_on_the_list_once_by_owner_and_slot_with_what_the_last_try_gave(week: Week) -> None:
    week.note("陈知夏", "sent")
    week.note("陈知夏", "unreachable")
    week.note("陈知夏", "confirmed", words="带老人一起来")
    # What is sent after an answer takes nothing back.
    week.note("陈知夏", "sent")
    week.note("单思源", "declined")

    found = lists.everybody(week.caller, week.store, event=week.event).lines

    assert [(one.name, one.owner, one.slot, one.heads, one.state, one.tries) for one in found] == [
        ("周若岚", "何苗", "09:00-10:30 上午一场", 2, "not_sent", 0),
        ("陈知夏", "何苗", "09:00-10:30 上午一场", 2, "confirmed", 2),
        ("单思源", "白鹭", "10:30-12:00 上午二场", 1, "declined", 1),
        ("许安和", "", "", 1, "not_sent", 0),
    ]
    assert (found[1].words, found[1].last_at) == ("带老人一起来", NOW_MS + 4 * MINUTE_MS)


def test_one_owner_one_slot_and_one_state_are_asked_for(week: Week) -> None:
    week.note("周若岚", "sent")

    def names(**asked: str) -> list[str]:
        return [one.name for one in lists.everybody(week.caller, week.store, event=week.event, **asked).lines]

    assert names(owner="何苗") == ["周若岚", "陈知夏"]
    assert names(owner="") == ["许安和"]
    assert names(slot="上午二场") == ["单思源"]
    assert names(owner="何苗", state="sent") == ["周若岚"]
    with pytest.raises(Misused, match="slot_unknown"):
        names(slot="晚上")
    with pytest.raises(Misused, match="code_unknown"):
        names(state="asleep")


def test_a_result_can_be_taken_back_and_the_slot_with_it(week: Week) -> None:
    moved = week.note("单思源", "moved", slot="14:00", words="下午才有空")
    assert (week.line("单思源").slot, week.line("单思源").state) == ("14:00-16:00", "moved")

    contacts.take_back(week.caller, week.store, contacts=(moved.contact,), slot_before=moved.slot_before)

    assert (week.line("单思源").slot, week.line("单思源").state) == ("10:30-12:00 上午二场", "not_sent")
    assert week.store.records(InviteContact, "WHERE deleted = 1")[0].words == "下午才有空"


def test_an_owner_sends_to_all_who_have_nothing_yet_and_to_nobody_twice(week: Week) -> None:
    week.note("陈知夏", "confirmed")

    assert len(contacts.sent(week.caller, week.store, event=week.event, owner="何苗")) == 1
    assert contacts.sent(week.caller, week.store, event=week.event, owner="何苗") == ()
    assert [week.line(name).state for name in ("陈知夏", "周若岚", "单思源")] == ["confirmed", "sent", "not_sent"]


def test_who_is_not_invited_or_moves_nowhere_is_refused_with_a_code(week: Week) -> None:
    with pytest.raises(Misused, match="slot_missing"):
        week.note("陈知夏", "moved")
    with pytest.raises(Misused, match="slot_unknown"):
        week.note("陈知夏", "moved", slot="晚上")
    with pytest.raises(Misused, match="code_unknown"):
        week.note("陈知夏", "asleep")
    with week.store.transaction(verb="test") as tx:
        week.people["江晚"] = tx.insert(Client(id=tx.new_id(), created_at=1, name="江晚", source="walk_in"))
    with pytest.raises(Refused, match="not_invited"):
        week.note("江晚", "confirmed")
    assert week.store.count("SELECT count(*) FROM invite_contact") == 0


def test_a_host_and_a_door_may_not_note_results(week: Week) -> None:
    for caller in (Caller(None, frozenset({"host"}), "office"), Caller(None, frozenset({"administrator"}), "kiosk")):
        with pytest.raises(Refused):
            contacts.contact(
                caller, week.store, event=week.event, client=week.people["陈知夏"], result="confirmed"
            )  # fmt: skip


# Room in the slots


def test_room_is_taken_by_people_and_given_back_by_who_declines(week: Week) -> None:
    assert week.room() == [("上午一场", 4, 0), ("上午二场", 1, 39), ("14:00-16:00", 0, None), ("", 1, None)]

    week.note("陈知夏", "declined")

    assert week.room()[0] == ("上午一场", 2, 2)


def test_a_full_slot_takes_nobody_more_unless_somebody_says_why(week: Week) -> None:
    with pytest.raises(Refused) as refused:
        week.note("单思源", "moved", slot="上午一场")
    assert (refused.value.code, refused.value.facts["taken"], refused.value.facts["left"]) == ("slot_full", 4, 0)
    assert week.line("单思源").slot == "10:30-12:00 上午二场"

    week.note("单思源", "moved", slot="上午一场", words="只有早上行", over="总经理同意")

    assert week.room()[0] == ("上午一场", 5, -1)
    assert week.line("单思源").words == "只有早上行；总经理同意"


def test_who_declined_needs_room_again_and_who_has_a_place_keeps_it(week: Week) -> None:
    week.note("陈知夏", "confirmed")
    week.note("周若岚", "declined")
    week.note("单思源", "moved", slot="上午一场")

    with pytest.raises(Refused, match="slot_full"):
        week.note("周若岚", "confirmed")
    week.note("陈知夏", "confirmed")


def test_slots_are_kept_in_the_plain_way_and_a_wrong_line_changes_nothing(week: Week) -> None:
    events.set_fields(week.caller, week.store, event=week.event, changes={"slots": "9:00-10:00\uff5c20人\n\n下午场"})
    with pytest.raises(Misused, match="slot_time_impossible"):
        events.set_fields(week.caller, week.store, event=week.event, changes={"slots": "12:00-11:00"})

    assert week.store.one("SELECT slots FROM event") == ("9:00-10:00 | 20\n下午场",)


def test_two_records_of_one_person_take_one_place_and_have_one_story(week: Week) -> None:
    week.note("周若岚", "unreachable")
    week.note("陈知夏", "confirmed")
    clients.join(week.caller, week.store, first=week.people["陈知夏"], second=week.people["周若岚"])

    found = lists.everybody(week.caller, week.store, event=week.event).lines

    assert [one.name for one in found] == ["陈知夏", "单思源", "许安和"]
    assert (found[0].state, found[0].tries) == ("confirmed", 2)
    assert week.room()[0] == ("上午一场", 2, 2)
    told = lists.tries(week.caller, week.store, event=week.event, client=week.people["周若岚"])
    assert [one.result for one in told] == ["unreachable", "confirmed"]


def test_the_story_of_a_client_tells_what_they_said_when_they_were_called(week: Week) -> None:
    week.note("陈知夏", "unreachable")
    week.note("陈知夏", "moved", slot="14:00")

    found = trail.show(week.caller, week.store, table="client", row=week.people["陈知夏"])

    assert [one.about for one in found.entries if one.table == "invite_contact"] == ["moved", "unreachable"]
    slots = [change.after.shown for one in found.entries for change in one.fields if change.column == "slot"]
    assert slots == ["14:00-16:00"]


# Codes made anew, and revoked


def test_a_new_code_is_welcomed_and_the_old_one_answers_that_it_was_revoked(week: Week) -> None:
    old = week.code("陈知夏")

    made = codes.reissue(week.caller, week.store, event=week.event, client=week.people["陈知夏"])

    def scan(token: str) -> str:
        return check_ins.scan(week.caller, week.store, event=week.event, token=token).outcome

    assert made.token == week.code("陈知夏") != old
    assert (scan(old), scan(made.token)) == ("revoked", "welcomed")
    line = week.line("陈知夏")
    assert (line.slot, line.heads, line.channel, line.is_new_code) == ("09:00-10:30 上午一场", 2, "自访", True)
    week.note("陈知夏", "sent")
    assert not week.line("陈知夏").is_new_code


def test_a_code_made_anew_by_mistake_gives_way_to_the_one_before(week: Week) -> None:
    old = week.code("陈知夏")
    made = codes.reissue(week.caller, week.store, event=week.event, client=week.people["陈知夏"])

    codes.restore(week.caller, week.store, invitation=made.before)

    assert week.code("陈知夏") == old
    assert week.room()[0] == ("上午一场", 4, 0)


def test_who_was_revoked_is_shown_as_such_takes_no_room_and_can_get_a_new_code(week: Week) -> None:
    invitations.revoke(week.caller, week.store, client=week.people["陈知夏"], event=week.event)

    assert week.line("陈知夏").state == "revoked"
    assert week.room()[0] == ("上午一场", 2, 2)
    with pytest.raises(Refused, match="invitation_revoked"):
        week.note("陈知夏", "confirmed")
    codes.reissue(week.caller, week.store, event=week.event, client=week.people["陈知夏"])
    assert week.note("陈知夏", "confirmed").line.state == "confirmed"


# Reminders and the list as a file


def test_each_owner_gets_a_paragraph_for_each_client_in_words_that_fit(week: Week) -> None:
    week.note("陈知夏", "confirmed")
    week.note("周若岚", "declined")

    miao, lu, nobody = reminders.reminders(week.caller, week.store, event=week.event)

    assert [(one.owner, len(one.messages)) for one in (miao, lu, nobody)] == [("何苗", 1), ("白鹭", 1), ("", 1)]
    spoken = week.line("陈知夏").spoken
    assert miao.text == (
        "何苗，“交付日”请转告这 1 位客户，一段发一位：\n\n"
        "陈知夏您好：“交付日”5月23日（周六） 09:00-10:30 上午一场，我们等您，地点：6栋现场。"
        f"到场请出示邀请码，或报数字 {spoken[:3]} {spoken[3:]}。"
    )
    assert "诚邀您" in lu.text
    assert "09:00，" in nobody.text
    assert miao.version >= 1
    # Names and numbers have left the office: the journal knows.
    assert week.store.one("SELECT verb FROM journal ORDER BY seq DESC LIMIT 1") == ("invitation.remind",)


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("state", ["sent", "confirmed", "moved", "unreachable"])
def test_a_reminder_leaves_no_place_unfilled(week: Week, language: str, state: str) -> None:
    # A name may look like a place to be filled in: it stays what it is.
    name = "{when}{spoken}"
    week.invite(name, "上午二场", owner="{event}")
    week.note(name, state, **({"slot": "14:00-16:00"} if state == "moved" else {}))

    (found,) = reminders.reminders(
        week.caller, week.store, event=week.event, owner="{event}", language="zh" if language == "zh" else "en"
    )

    assert found.text.replace(name, "").replace("{event}", "").count("{") == 0
    assert "交付日" in found.text
    assert name in found.text


def test_the_list_as_a_file_holds_phones_in_full_and_the_journal_knows(week: Week, tmp_path: Path) -> None:
    week.note("单思源", "unreachable", words="=1+1")
    clients.set_fields(week.caller, week.store, client=week.people["单思源"], changes={"phone": "13800138002"})
    file = tmp_path / "list.xlsx"

    assert sheets.write(week.caller, week.store, event=week.event, file=file, owner="白鹭") == 1

    (sheet,) = open_tables(file)
    assert [as_text(cell) for cell in list(sheet.rows())[1]][2:5] == ["单思源", "", "13800138002"]
    assert week.store.one("SELECT verb FROM journal ORDER BY seq DESC LIMIT 1") == ("invitation.export-contacts",)
    with pytest.raises(Refused, match="nothing_to_export"):
        sheets.write(week.caller, week.store, event=week.event, file=file, owner="没有这个人")


def test_through_whom_they_came_follows_the_list_as_it_is_now(week: Week, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("姓名,手机,来源,场次\n江晚,13800138010,中介,上午二场\n", encoding="utf-8")
    imports.import_list(week.caller, week.store, file=file, event=week.event)
    file.write_text("姓名,手机,来源\n江晚,13800138010,老带新\n", encoding="utf-8")

    again = imports.import_list(week.caller, week.store, file=file, event=week.event)

    assert again.updated == 1
    found = lists.everybody(week.caller, week.store, event=week.event).lines
    assert [(one.channel, one.slot) for one in found if one.name == "江晚"] == [("老带新", "10:30-12:00 上午二场")]


# The numbers while it runs


def test_who_came_is_counted_by_quarter_slot_owner_channel_and_desk(week: Week) -> None:
    week.come("陈知夏", 0, party=3)
    week.come("单思源", 20, desk="西门")
    check_ins.walk_in(week.caller, week.store, event=week.event, name="江晚", desk="东门")
    check_ins.scan(week.caller, week.store, event=week.event, token=week.code("许安和"), desk="东门")

    found = week.numbers()

    assert (found.expected, found.arrived, found.walk_ins, found.unknown, found.came) == (4, 3, 1, 0, 4)
    assert (found.expected_heads, found.heads, found.uncounted) == (6, 6, 3)
    assert [(one.name, one.expected, one.arrived) for one in found.slots] == [
        ("09:00-10:30 上午一场", 2, 1), ("10:30-12:00 上午二场", 1, 1), ("14:00-16:00", 0, 0), ("", 1, 1),
    ]  # fmt: skip
    assert [(one.name, one.expected, one.arrived) for one in found.owners] == [
        ("何苗", 2, 1),
        ("白鹭", 1, 1),
        ("", 1, 1),
    ]
    assert [(one.name, one.expected, one.arrived) for one in found.channels] == [
        ("自访", 2, 2), ("老带新", 1, 0), ("", 1, 1),
    ]  # fmt: skip
    assert found.desks == (("东门", 3), ("西门", 1))
    came = {one.at - NOW_MS: (one.arrived, one.besides) for one in found.quarters if one.arrived or one.besides}
    assert sorted(came.values()) == [(1, 0), (2, 1)]
    assert sum(one.expected for one in found.quarters) == found.expected


def test_nobody_counts_twice_however_often_and_under_whatever_name_they_come(week: Week) -> None:
    week.come("陈知夏", 0, party=2)
    # Let in at another desk that could not see the first, with one more person; and once more as a walk-in.
    week.come("陈知夏", 5, desk="西门", party=3)
    _, walked = check_ins.walk_in(week.caller, week.store, event=week.event, name="陈小姐")
    clients.join(week.caller, week.store, first=week.people["陈知夏"], second=walked)

    found = week.numbers()

    assert (found.arrived, found.walk_ins, found.heads, found.came) == (1, 0, 3, 1)
    assert found.desks == (("东门", 1),)


def test_another_person_with_the_same_code_is_a_person_of_their_own(week: Week) -> None:
    first, _ = week.come("陈知夏", 0), week.come("陈知夏", 5, desk="西门")
    doubles.settle(week.caller, week.store, check_in=first, answer="other")

    found = week.numbers()

    assert (found.arrived, found.unknown, found.came) == (1, 1, 2)


def test_who_declined_is_not_expected_and_is_counted_apart_when_they_come_all_the_same(week: Week) -> None:
    week.note("陈知夏", "declined")
    invitations.revoke(week.caller, week.store, client=week.people["许安和"], event=week.event)
    week.come("陈知夏")
    undone = week.come("单思源")
    check_ins.undo(week.caller, week.store, check_in=undone)

    found = week.numbers()

    assert (found.expected, found.arrived, found.declined_came, found.walk_ins) == (2, 0, 1, 0)


def test_an_event_without_anybody_has_numbers_too(week: Week) -> None:
    empty = events.add(
        week.caller, week.store, node="delivery", title="空场", starts="2026-05-24 09:00", ends="2026-05-24 10:00"
    )

    found = numbers.numbers(week.caller, week.store, event=empty)

    assert (found.expected, found.came, found.quarters, found.slots) == (0, 0, (), ())
    with pytest.raises(Misused, match="id_unknown"):
        numbers.numbers(week.caller, week.store, event="nothing")
