"""The history of any record: who changed what, who saw it, one change taken back; reminders and files of a list."""

import csv
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from python_calamine import CalamineWorkbook

from db.errors import Misused, Refused
from db.records import Concern, Promise
from db.store import Store
from desktop.cli import main
from desktop.cli.trail_words import TABLES
from desktop.rules.states import STATES, VERDICT_FIELDS
from desktop.services.concerns import exporting, moving, recording, reminding
from desktop.services.exchange import conflicts, plain
from desktop.services.guests import check_ins, clients, dossiers
from desktop.services.history import opening, trail, undoing
from desktop.services.history.entries import Entry, Trail
from desktop.services.history.naming import Names
from desktop.services.promises import promises
from desktop.services.registry import Caller
from tests.screens import office_world as world
from tests.screens.office_world import People

PHONE, SECOND = "13800017531", "13911112468"


class Office:
    """An office with an event, its staff, one client and a repair of theirs, accepted for 20 May 2026."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.administrator, self.event = world.with_event(store)
        self.people: People = world.with_staff(store)
        self.now_ms = world.NOW_MS
        store.clock = lambda: self.now_ms
        self.caller = Caller(self.people.coordinator, frozenset({"coordinator"}), "office")
        _, self.client = check_ins.walk_in(
            self.caller, store, event=self.event, name="温若水", phone=PHONE, room="6-2-1201"
        )
        self.later()
        self.concern = recording.add(
            self.caller, store, event=self.event, client=self.client, received_by=self.people.host,
            words="玄关的墙往前推了，柜子放不下", type_code="repair",
        ).concern  # fmt: skip
        self.move("accepted", area="product_quality", department="engineering", grade="2", due_resolve="2026-05-20")

    def later(self, seconds: int = 60) -> None:
        """Let time pass: what is done at different moments can be told apart."""
        self.now_ms += seconds * 1_000

    def move(self, target: str, by: str = "", **fields: str) -> None:
        self.later()
        moved = moving.move(
            self.caller, self.store, concern=self.concern, target=target, by=by or self.people.coordinator,
            entered_by=self.people.coordinator, means="phone", fields=fields,
        )  # fmt: skip
        assert not moved.refused, moved

    def history(self, table: str, row: str, caller: Caller | None = None) -> Trail:
        self.later()
        return trail.show(caller or self.caller, self.store, table=table, row=row)

    def renamed(self, name: str) -> None:
        self.later()
        clients.set_fields(self.caller, self.store, client=self.client, changes={"name": name})


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with world.found(tmp_path / "office.db") as store:
        yield Office(store)


def changed(found: Trail) -> list[Entry]:
    return [one for one in found.entries if one.kind == "changed"]


def seen(found: Trail) -> list[tuple[str, str]]:
    assert found.seen is not None
    return [(one.verb, one.who) for one in found.seen]


# Who changed what


def test_a_change_tells_field_values_person_device_deed_and_moment(office: Office) -> None:
    office.renamed("温若冰")
    at = office.now_ms

    (one,) = changed(office.history("client", office.client))

    (cell,) = one.fields
    assert (cell.column, [value.shown for value in cell.before], cell.after.shown) == ("name", ["温若水"], "温若冰")
    assert (one.at, one.who, one.device, one.verb) == (at, "阮青", "办公室", "client.set")


def test_every_code_told_with_a_step_belongs_to_its_list(office: Office) -> None:
    names = Names.of(office.store)
    told = [field for state in STATES.values() for field in state.fields] + list(VERDICT_FIELDS)

    assert {f.name for f in told if f.choices and names.value("concern", f.name, "x").choices != f.choices} == set()
    assert names.value("concern", "verdict", "not_solved").choices == "verdict"


def test_telephones_are_masked_in_the_history_too(office: Office) -> None:
    clients.set_fields(office.caller, office.store, client=office.client, changes={"phone": SECOND})

    text = repr(office.history("client", office.client))

    assert "138****7531" in text
    assert "139****2468" in text
    assert not any(number in text for number in (PHONE, SECOND))


def test_a_concern_tells_steps_words_promises_and_reminders_in_order(office: Office) -> None:
    office.move("dispatched")
    office.later()
    reminding.remind(office.caller, office.store, concern=office.concern)
    office.later()
    recording.add_words(
        office.caller, office.store, concern=office.concern, words="隔壁也是", said_by=office.people.host
    )
    office.later()
    promises.add(
        office.caller, office.store, concern=office.concern, text="周五前复测", due="2026-05-22", by=office.people.host
    )

    found = office.history("concern", office.concern)

    told = [(one.kind, one.state or one.about) for one in reversed(found.entries)]
    assert told == [
        ("step", "recorded"), ("step", "accepted"), ("step", "dispatched"), ("reminder", "engineering"),
        ("words", "隔壁也是"), ("promise", "周五前复测"),
    ]  # fmt: skip
    accepted = next(one for one in found.entries if one.state == "accepted")
    assert (accepted.who, accepted.means, accepted.device) == ("阮青", "phone", "办公室")
    assert {one.column: one.after.shown for one in accepted.fields}["due_resolve"] == "2026-05-20"


def test_a_field_told_with_a_step_stands_with_the_step_and_nowhere_else(office: Office) -> None:
    assert not changed(office.history("concern", office.concern))


def test_a_step_entered_for_another_names_both(office: Office) -> None:
    office.move("dispatched")
    office.move("in_progress", office.people.handler)

    last = office.history("concern", office.concern).entries[0]

    assert (last.state, last.who, last.entered_by) == ("in_progress", "邱野", "阮青")


def test_check_ins_events_promises_and_staff_have_histories(office: Office) -> None:
    promise = promises.add(
        office.caller, office.store, concern=office.concern, text="复测", due="2026-05-22", by=office.people.host
    )
    (check_in,) = (row[0] for row in office.store.query("SELECT id FROM check_in"))
    check_ins.undo(office.caller, office.store, check_in=check_in)

    for table, row, title in (
        ("promise", promise, "复测"), ("check_in", check_in, "温若水"), ("event", office.event, "交付日"),
        ("staff", office.people.host, "沈砚"),
    ):  # fmt: skip
        found = office.history(table, row)
        assert found.title == title
        assert [one.kind for one in found.entries][-1] == "made"
    (undone,) = changed(office.history("check_in", check_in))
    assert [one.column for one in undone.fields] == ["undone"]


def test_a_record_is_found_by_number_name_title_or_the_beginning_of_its_id(office: Office) -> None:
    number = office.store.records(Concern, "")[0].number

    assert trail.find(office.store, number) == ("concern", office.concern)
    assert trail.find(office.store, "温若水") == ("client", office.client)
    assert trail.find(office.store, "交付日") == ("event", office.event)
    assert trail.find(office.store, office.people.host) == ("staff", office.people.host)
    with pytest.raises(Misused) as caught:
        trail.find(office.store, "没有这个人")
    assert caught.value.code == "id_unknown"
    assert TABLES == trail.TABLES


# Who saw it


def test_who_opened_unmasked_and_exported_is_told_and_looking_at_the_history_too(
    office: Office, tmp_path: Path
) -> None:
    opening.opened(office.caller, office.store, table="client", row=office.client)
    office.later()
    dossiers.unmask(office.caller, office.store, client=office.client)
    office.later()
    plain.export_sqlite(office.administrator, office.store, file=tmp_path / "all.sqlite")
    office.history("client", office.client)

    found = office.history("client", office.client)

    assert seen(found) == [
        ("history.show", "阮青"), ("history.show", "阮青"), ("export.sqlite", ""), ("client.unmask", "阮青"),
        ("record.open", "阮青"),
    ][1:]  # fmt: skip


def test_a_list_that_held_a_concern_is_told_and_one_that_did_not_is_not(office: Office, tmp_path: Path) -> None:
    other = recording.add(
        office.caller, office.store, event=office.event, received_by=office.people.host, words="地库太暗",
        type_code="complaint",
    )  # fmt: skip
    exporting.export(office.caller, office.store, concerns=[office.concern], file=tmp_path / "one.csv")

    assert ("concern.export", "阮青") in seen(office.history("concern", office.concern))
    assert ("concern.export", "阮青") not in seen(office.history("concern", other.concern))


def test_who_looked_is_not_told_to_a_handler(office: Office) -> None:
    handler = Caller(office.people.handler, frozenset({"handler"}), "office")

    assert office.history("concern", office.concern, handler).seen is None


def test_a_kiosk_asks_for_no_history(office: Office) -> None:
    kiosk = Caller(None, frozenset({"kiosk"}), "kiosk")

    with pytest.raises(Refused) as caught:
        trail.show(kiosk, office.store, table="client", row=office.client)

    assert caught.value.code == "role_missing"


# Taking back


def op_of(office: Office, table: str, row: str, column: str) -> str:
    fields = [each for one in office.history(table, row).entries for each in one.fields]
    return next(each.op for each in fields if each.column == column)


def test_a_change_is_taken_back_and_both_stay_in_the_history(office: Office) -> None:
    office.renamed("温若冰")

    undoing.undo(
        office.caller,
        office.store,
        table="client",
        row=office.client,
        op=op_of(office, "client", office.client, "name"),
    )

    found = office.history("client", office.client)
    assert found.title == "温若水"
    assert [one.fields[0].after.shown for one in changed(found)] == ["温若水", "温若冰"]
    assert changed(found)[0].verb == "history.undo"


def test_a_change_that_another_followed_is_not_taken_back(office: Office) -> None:
    office.renamed("温若冰")
    first = op_of(office, "client", office.client, "name")
    office.renamed("温如冰")

    with pytest.raises(Refused) as caught:
        undoing.undo(office.caller, office.store, table="client", row=office.client, op=first)

    assert caught.value.code == "undo_not_last"
    againsts = [one.fields[0].against for one in changed(office.history("client", office.client))]
    assert againsts == ["", "undo_not_last"]


def test_a_promise_kept_by_mistake_is_open_again(office: Office) -> None:
    promise = promises.add(
        office.caller, office.store, concern=office.concern, text="复测", due="2026-05-22", by=office.people.host
    )
    office.later()
    promises.keep(office.caller, office.store, promise=promise, by=office.people.host)

    undoing.undo_last(office.caller, office.store, table="promise", row=promise, field="kept_at")

    kept = office.store.get(Promise, promise)
    assert kept is not None
    assert (kept.kept_at, kept.kept_by) == (None, None)


def test_what_was_told_with_a_step_is_not_taken_back_by_itself(office: Office) -> None:
    for field, code in (("grade", "undo_by_step"), ("department", "undo_not_here")):
        with pytest.raises(Refused) as caught:
            undoing.undo_last(office.caller, office.store, table="concern", row=office.concern, field=field)
        assert caught.value.code == code


def test_a_disagreement_is_settled_before_anything_is_taken_back(office: Office) -> None:
    office.renamed("温若冰")
    first, stamp = "0" * 32, office.now_ms + 1
    before = office.store.one("SELECT prev FROM edit WHERE tbl = 'client' AND col = 'name' AND prev <> ''")
    assert before is not None
    with office.store.transaction(verb="test.elsewhere") as tx:
        tx.connection.execute(
            "INSERT INTO edit(tbl, row_id, col, op, prev, val, stamp) VALUES ('client', ?, 'name', ?, ?, '温弱水', ?)",
            (office.client, first, before[0], stamp),
        )
    assert len(conflicts.everything(office.caller, office.store)) == 1

    with pytest.raises(Refused) as caught:
        undoing.undo_last(office.caller, office.store, table="client", row=office.client, field="name")

    assert caught.value.code == "undo_torn"


def test_two_records_joined_by_mistake_are_two_again(office: Office) -> None:
    _, other = check_ins.walk_in(office.caller, office.store, event=office.event, name="温若水")
    office.later()
    clients.join(office.caller, office.store, first=office.client, second=other)

    undoing.undo_last(office.caller, office.store, table="client", row=other, field="merged_into")

    assert office.store.count("SELECT count(*) FROM client WHERE merged_into IS NULL") == 2


def test_only_the_office_takes_back(office: Office) -> None:
    office.renamed("温若冰")
    handler = Caller(office.people.handler, frozenset({"handler"}), "office")

    with pytest.raises(Refused) as caught:
        undoing.undo_last(handler, office.store, table="client", row=office.client, field="name")

    assert caught.value.code == "role_missing"


# Reminders and files


def test_a_reminder_gives_words_without_the_client_and_is_kept(office: Office) -> None:
    office.move("dispatched")

    done = reminding.remind(office.caller, office.store, concern=office.concern)

    assert done.message == f"【催签】工程 {done.number}：“玄关的墙往前推了，柜子放不下”，期限 2026-05-20。请今天签收。"
    assert office.store.count("SELECT count(*) FROM reminder WHERE concern = :id", id=office.concern) == 1


def test_nobody_is_reminded_before_a_concern_was_dispatched(office: Office) -> None:
    with pytest.raises(Refused) as caught:
        reminding.remind(office.caller, office.store, concern=office.concern)

    assert caught.value.code == "nobody_to_remind"


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_list_is_written_as_shown_and_no_telephone_is_in_it(office: Office, tmp_path: Path, ending: str) -> None:
    formula = recording.add(
        office.caller, office.store, event=office.event, received_by=office.people.host, words="=1+1", type_code="help"
    )
    file = tmp_path / f"list.{ending}"

    count = exporting.export(office.caller, office.store, concerns=[formula.concern, office.concern], file=file)

    rows: list[list[Any]]
    if ending == "csv":
        with file.open(encoding="utf-8-sig", newline="") as stream:
            rows = [list(row) for row in csv.reader(stream)]
    else:
        rows = CalamineWorkbook.from_path(file).get_sheet_by_index(0).to_python()
    assert count == len(rows) - 1 == 2
    assert str(rows[1][3]).lstrip("'") == "=1+1"
    assert rows[2][1:6] == ["已受理", "2026-05-20", "玄关的墙往前推了，柜子放不下", "温若水", "6 栋 2 单元 1201"]
    assert PHONE not in repr(rows)


def test_names_are_masked_for_those_who_call_nobody(office: Office, tmp_path: Path) -> None:
    handler = Caller(office.people.handler, frozenset({"handler"}), "office")

    exporting.export(handler, office.store, concerns=[office.concern], file=tmp_path / "list.csv")

    text = (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    assert "温若水" not in text
    assert "温" in text


@pytest.mark.parametrize(("name", "code"), [("list.doc", "sheet_ending"), ("none/list.csv", "folder_not_writable")])
def test_a_file_that_cannot_be_written_is_said_and_not_journalled(
    office: Office, tmp_path: Path, name: str, code: str
) -> None:
    with pytest.raises(Exception, match=code):
        exporting.export(office.caller, office.store, concerns=[office.concern], file=tmp_path / name)

    assert office.store.count("SELECT count(*) FROM journal WHERE verb = 'concern.export'") == 0


def test_several_concerns_take_a_step_and_each_refusal_is_named(office: Office) -> None:
    other = recording.add(
        office.caller, office.store, event=office.event, received_by=office.people.host, words="地库太暗",
        type_code="complaint",
    )  # fmt: skip

    done = dict(
        moving.move_each(
            office.caller, office.store, concerns=[other.concern, office.concern], target="dispatched",
            by=office.people.coordinator,
        )
    )  # fmt: skip

    assert done[office.concern].state == "dispatched"
    assert not done[office.concern].refused
    assert "move_not_possible" in [one.code for one in done[other.concern].refused]


# By the command line


def test_the_command_line_tells_and_takes_back(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.renamed("温若冰")

    def said(*words: str) -> tuple[int, str]:
        status = main.run(["--data", str(tmp_path / "office.db"), "--language", "zh", *words], lambda _args: 3)
        return status, capsys.readouterr().out

    found = msgspec.json.decode(said("--json", "history", "温若冰")[1])
    undone = said("--as", "阮青", "history", "温若冰", "--undo", "name")
    again = said("history", "温若水")
    unknown = said("--json", "history", "没有这个人")
    refused = said("--json", "history", office.concern, "--undo", "grade")

    assert [(one["who"], one["fields"][0]["after"]) for one in found["entries"] if one["fields"]] == [
        ("阮青", "温若冰")
    ]
    assert undone == (0, "已撤销：name\n")
    assert "name: 温若冰 → 温若水" in again[1]
    assert "谁看过：" in again[1]
    assert PHONE not in again[1]
    assert (unknown[0], msgspec.json.decode(unknown[1])["error"]["code"]) == (2, "id_unknown")
    assert (refused[0], msgspec.json.decode(refused[1])["error"]["code"]) == (1, "undo_by_step")


def test_the_command_line_reminds_and_writes_the_list(
    office: Office, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office.move("dispatched")
    number = office.store.records(Concern, "")[0].number

    def said(*words: str) -> dict[str, object]:
        assert main.run(["--data", str(tmp_path / "office.db"), "--json", *words], lambda _args: 3) == 0
        return dict(msgspec.json.decode(capsys.readouterr().out))

    assert str(said("concern", "remind", number)["message"]).startswith("【催签】工程")
    assert said("concern", "export", str(tmp_path / "list.xlsx"))["concerns"] == 1
    assert (tmp_path / "list.xlsx").read_bytes().startswith(b"PK")
