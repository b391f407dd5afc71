"""What an event has left open stands on one list, and until it is dealt with the summary is a draft."""

from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from db.errors import Misused, Refused
from db.opening import renew_writer
from db.records import Client
from desktop.services.concerns import recording
from desktop.services.events import closing
from desktop.services.exchange import packages
from desktop.services.forms import entering
from desktop.services.guests import check_ins
from desktop.services.papers import forms, summary
from desktop.services.promises import promises
from desktop.services.receptions import drafts, talks
from desktop.services.receptions.drafts import Draft
from desktop.services.registry import Caller, administrator
from tests.exchange.kit_world import MORNING_MS, World, founded

ENDS_MS = MORNING_MS + 10 * 3_600_000  # 18:00


@pytest.fixture
def world(folder: Path) -> Iterator[World]:
    made = founded(folder)
    made.office.clock = lambda: MORNING_MS
    yield made
    made.close()


def office(world: World) -> Caller:
    return administrator(world.office)


def on_list(world: World) -> dict[str, str]:
    """Kind -> code; of several lines of a kind the last."""
    return {one.kind: one.code for one in listed(world)}


def listed(world: World) -> tuple[closing.ClosingLine, ...]:
    return closing.close_list(office(world), world.office, event=world.event)


def client_of(world: World) -> str:
    return world.office.records(Client, "WHERE name = '温若水'")[0].id


def with_promise(world: World) -> str:
    made = recording.add(
        office(world), world.office, event=world.event, client=client_of(world), received_by=world.host,
        words="阳台门一下雨就进水", type_code="repair",
    )  # fmt: skip
    return promises.add(
        office(world), world.office, concern=made.concern, text="雨前做完淋水试验", due="2026-05-30", by=world.host
    )  # fmt: skip


def printed(world: World) -> tuple[str, str, bool]:
    """(title in the file, text of the first page, whether it is a draft)."""
    pdf = world.folder / "summary.pdf"
    report = summary.write_summary(office(world), world.office, event=world.event, pdf=pdf)
    document = pypdfium2.PdfDocument(pdf)
    title, text = document.get_metadata_value("Title"), document[0].get_textpage().get_text_bounded()
    document.close()
    return title, text, report.is_draft


def test_an_event_with_nothing_open_has_an_empty_list_and_a_summary_for_good(world: World) -> None:
    assert listed(world) == ()

    title, text, is_draft = printed(world)

    assert not is_draft
    assert "初稿" not in title + text
    assert "全部办完" in text


def test_a_talk_without_an_end_and_its_drafts_stay_until_it_is_ended(world: World) -> None:
    talk = talks.start(office(world), world.office, event=world.event, host=world.host, client=client_of(world))
    draft = Draft(id="d1", words="窗户漏风", type_code="repair")
    drafts.save(office(world), world.office, reception=talk.reception, drafts=(draft,))

    assert on_list(world) == {"draft": "close_draft", "talk": "close_talk"}

    drafts.record(office(world), world.office, reception=talk.reception)
    assert on_list(world) == {}


def test_forms_that_went_out_stay_until_they_are_typed_in(world: World) -> None:
    forms.write_forms(office(world), world.office, event=world.event, pdf=world.folder / "forms.pdf")
    lines = [one for one in listed(world) if one.kind == "form"]
    assert [one.code for one in lines] == ["close_form_missing"] * 2

    entering.mark_returned(office(world), world.office, form=lines[0].target)
    assert sorted(one.code for one in listed(world)) == ["close_form_missing", "close_form_untyped"]


def test_a_promise_stays_until_the_clients_signature_was_seen(world: World) -> None:
    promise = with_promise(world)
    (line,) = listed(world)
    assert (line.key, line.facts["text"]) == (f"promise:{promise}", "雨前做完淋水试验")

    closing.sign(office(world), world.office, promise=promise)
    assert listed(world) == ()

    closing.sign(office(world), world.office, promise=promise, is_signed=False)
    assert len(listed(world)) == 1
    promises.keep(office(world), world.office, promise=promise, by=world.host)
    assert listed(world) == ()


def test_a_package_that_was_not_taken_stands_on_the_list(world: World) -> None:
    place = world.office.path.with_name(f"{world.office.path.name}.not-taken")
    place.mkdir()
    (place / "东门.qinting").write_bytes(b"half a package")
    (place / "东门.qinting.txt").write_text("文件不完整\n\ncode: package_damaged\nat: 1\n", encoding="utf-8")

    (line,) = listed(world)

    assert (line.code, line.facts["file"]) == ("close_package", "东门.qinting")


def test_a_device_that_brought_nothing_since_the_end_is_asked_for(world: World) -> None:
    world.plan("东门")
    world.plan("西门")
    world.prepare()
    taken = world.join("东门")
    world.read()
    world.confirm(taken)
    east = world.devices["东门"]
    assert {(one.code, one.facts["device"]) for one in listed(world)} == {
        ("close_device_unheard", "东门"), ("close_device_never", "西门"),
    }  # fmt: skip

    def brings(at_ms: int, name: str) -> None:
        east.clock = world.office.clock = lambda: at_ms
        file = world.folder / f"{name}.qinting"
        packages.export(administrator(east), east, file=file)
        assert packages.take_in(office(world), world.office, file=file).taken

    brings(MORNING_MS + 3_600_000, "noon")
    assert ("close_device_quiet", "东门") in {(one.code, one.facts["device"]) for one in listed(world)}

    brings(ENDS_MS + 60_000, "evening")
    assert [one.facts["device"] for one in listed(world)] == ["西门"]


def test_a_gap_in_a_devices_steps_is_asked_for(world: World) -> None:
    world.enrol("东门")
    east = world.devices["东门"]
    east.clock = world.office.clock = lambda: ENDS_MS + 60_000
    files = []
    for number in range(3):
        with east.transaction(verb="test.add") as tx:
            tx.insert(Client(id=tx.new_id(), created_at=tx.now, name=f"客户{number}"))
        files.append(world.folder / f"{number}.qinting")
        packages.export(administrator(east), east, file=files[-1], delta=True)
    for file in (files[0], files[2]):
        assert packages.take_in(office(world), world.office, file=file).taken

    assert on_list(world)["gap"] == "close_gap"

    assert packages.take_in(office(world), world.office, file=files[1]).taken
    assert "gap" not in on_list(world)


def test_a_double_admission_is_settled_by_taking_one_back(world: World) -> None:
    world.enrol("东门")
    east, event = world.devices["东门"], world.event
    east.clock = world.office.clock = lambda: ENDS_MS + 60_000
    token = _token(world)
    ours = check_ins.scan(office(world), world.office, event=event, desk="西门", token=token)
    check_ins.scan(administrator(east), east, event=event, desk="东门", token=token)
    file = world.folder / "east.qinting"
    packages.export(administrator(east), east, file=file)
    assert packages.take_in(office(world), world.office, file=file).taken

    (line,) = listed(world)
    assert line.code == "close_double"
    assert "东门" in str(line.facts["times"])
    assert "西门" in str(line.facts["times"])

    check_ins.undo(office(world), world.office, check_in=ours.check_in)
    assert listed(world) == ()


def _token(world: World) -> str:
    import csv

    from desktop.services.guests import invitations

    file = world.folder / "invitations.csv"
    invitations.issue(office(world), world.office, event=world.event, list_file=file)
    with file.open(encoding="utf-8-sig", newline="") as stream:
        return next(row["token"] for row in csv.DictReader(stream))


def test_a_reason_settles_a_line_travels_and_can_be_taken_back(world: World) -> None:
    with_promise(world)
    (line,) = listed(world)
    assert printed(world)[2]

    assert closing.give_reason(
        office(world), world.office, event=world.event, line=line.key, reason="客户出差，回来补签"
    ) == 1  # fmt: skip

    (given,) = listed(world)
    assert given.reason is not None
    assert (given.reason.text, given.reason.at) == ("客户出差，回来补签", MORNING_MS)
    _, text, is_draft = printed(world)
    assert not is_draft
    assert "1 项写明了原因：客户出差，回来补签" in text.replace("\r\n", "")
    assert world.office.one("SELECT verb FROM journal WHERE verb = 'event.closing-reason'")

    world.plan("分办公室", "office")
    world.prepare()
    world.join("分办公室")
    second = world.devices["分办公室"]
    there = closing.close_list(administrator(second), second, event=world.event)
    assert "客户出差，回来补签" in {one.reason.text for one in there if one.reason}

    assert closing.take_back(office(world), world.office, event=world.event, line=line.key) == 1
    assert next(one for one in listed(world) if one.key == line.key).reason is None


def test_one_reason_may_be_given_for_all_lines_of_a_kind(world: World) -> None:
    forms.write_forms(office(world), world.office, event=world.event, pdf=world.folder / "forms.pdf")
    first = listed(world)[0]
    closing.give_reason(office(world), world.office, event=world.event, line=first.key, reason="在前台")

    assert closing.give_reason(office(world), world.office, event=world.event, line="form", reason="客户带走了") == 1

    assert [one.reason.text for one in listed(world) if one.reason] == ["在前台", "客户带走了"]


def test_an_empty_reason_and_an_unknown_line_are_refused(world: World) -> None:
    with_promise(world)
    with pytest.raises(Misused, match="words_missing"):
        closing.give_reason(office(world), world.office, event=world.event, line="promise", reason="  ")
    with pytest.raises(Refused, match="close_line_unknown"):
        closing.give_reason(office(world), world.office, event=world.event, line="talk:none", reason="没有")


def test_a_draft_says_so_in_its_head_in_its_foot_and_in_the_file(world: World) -> None:
    with_promise(world)

    title, text, is_draft = printed(world)

    assert is_draft
    assert title == "交付日 活动总结（初稿）"
    assert text.count("初稿") >= 4
    assert "还有 1 项没有办完" in text


def test_a_device_that_goes_on_as_another_writer_after_a_restore_is_still_the_same_device(world: World) -> None:
    world.enrol("东门")
    east = world.devices["东门"]
    east.clock = world.office.clock = lambda: ENDS_MS + 60_000
    renew_writer(east, verb="test.restored")
    with east.transaction(verb="test.add") as tx:
        tx.insert(Client(id=tx.new_id(), created_at=tx.now, name="恢复之后来的"))
    file = world.folder / "restored.qinting"
    packages.export(administrator(east), east, file=file)
    assert packages.take_in(office(world), world.office, file=file).taken

    assert "device" not in on_list(world)
