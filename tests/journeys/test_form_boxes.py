"""Boxes of forms that came back: read by the machine, confirmed by a person, and only then meant."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from db import forms, history
from db.errors import Refused, Unreadable
from db.form_records import FormBox
from db.records import Attachment, ClientUnit, Concern, ConcernAddition, Consent, Form
from db.store import Store
from desktop.services.concerns import derived
from desktop.services.events import events
from desktop.services.exchange import cards, packages
from desktop.services.forms import boxes, entering, finding, meaning, photos
from desktop.services.forms.boxes import ReadProgress, Ticks
from desktop.services.forms.entering import Taken
from desktop.services.forms.photos import Heap
from desktop.services.guests import consents
from desktop.services.guests.check_ins import walk_in
from desktop.services.opening import found_project, join_project, open_database
from desktop.services.papers.forms import write_forms
from desktop.services.papers.summary import write_summary
from desktop.services.people import staff
from desktop.services.registry import Caller, administrator
from tests.journeys.program import Machine
from tests.paper.pens import scanned

NAMES = ("陈知夏", "单雨桐", "许慕白")
MARKS: tuple[dict[str, str], ...] = (
    {"answer.1.solved": "tick", "verdict.a": "tick", "consent.share": "tick", "recheck": "struck",
     "relation.tenant": "tick", "signer.self": "tick"},
    {"verdict.a": "struck", "verdict.b": "tick", "anonymous": "tick", "answer.1.later": "tick"},
    {},
)  # fmt: skip


@dataclass(slots=True)
class Desk:
    """An office that has brought in a scanner's PDF of three forms; the third page is half white."""

    store: Store
    caller: Caller
    event: str
    host: str
    forms: tuple[Form, ...]
    scan: Path
    heap: Heap

    def ticks(self, place: int) -> Ticks:
        return boxes.of_form(self.caller, self.store, form=self.forms[place].id)

    def confirm(self, place: int, **ticks: bool) -> Ticks:
        """What the machine is sure of as it is, and doubtful boxes as told: verdict__a for verdict.a."""
        said = {one.box: one.is_ticked for one in self.ticks(place).certain}
        said |= {box.replace("__", "."): is_ticked for box, is_ticked in ticks.items()}
        return boxes.confirm(self.caller, self.store, form=self.forms[place].id, ticks=said)

    def enter(self, place: int, words: str, **told: str) -> Taken:
        return entering.enter(
            self.caller, self.store, form=self.forms[place].id, words=words, type_code="repair",
            received_by=self.host, **told,
        )  # fmt: skip

    def concern(self, taken: Taken) -> Concern:
        return self.store.known(Concern, taken.concern)

    def consents(self, place: int) -> tuple[tuple[str, str, str], ...]:
        client = self.forms[place].client or ""
        rows = consents.of_client(self.caller, self.store, client=client)
        return tuple((one.kind, one.text, one.means) for one in rows if one.withdrawn_at is None)


def sort(caller: Caller, store: Store, event: str, scan: Path) -> Heap:
    heap = photos.begin(caller, store, paths=(scan,), event=event)
    while not heap.is_done:
        heap = photos.step(caller, store, heap)
    return heap


@pytest.fixture(scope="module")
def brought_in(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Heap]:
    """The folder of the office after the scan was brought in, read once for all tests."""
    folder = tmp_path_factory.mktemp("scanned")
    with found_project(folder / "o.db", name="青禾里", mark=None, device_name="办公室", passphrase=None) as store:
        caller = administrator(store)
        starts, ends = "2026-05-16 08:00", "2026-05-16 18:00"
        event = events.add(caller, store, node="site_open_day", title="工地开放日", starts=starts, ends=ends)
        staff.add(caller, store, name="宋明远", level="regional_president", roles=["host"])
        for place, name in enumerate(NAMES):
            walk_in(caller, store, event=event, name=name, room=f"6-2-120{place + 1}")
        write_forms(caller, store, event=event, pdf=folder / "forms.pdf")
        numbers = [one.number for one in store.records(Form, "ORDER BY number")]
        marks = dict(zip(numbers, MARKS, strict=True))
        scan = scanned(store, folder / "forms.pdf", marks, folder / "scan.pdf", misfits=(numbers[2],))
        heap = sort(caller, store, event, scan)
    return folder, heap


@pytest.fixture
def desk(brought_in: tuple[Path, Heap], tmp_path: Path) -> Iterator[Desk]:
    source, heap = brought_in
    folder = tmp_path / "office"
    shutil.copytree(source, folder)
    with open_database(folder / "o.db") as store:
        sheets = store.records(Form, "ORDER BY number")
        host = store.query("SELECT id FROM staff WHERE name = '宋明远'")[0][0]
        yield Desk(store, administrator(store), sheets[0].event, host, sheets, folder / "scan.pdf", heap)


def test_each_sheet_is_attached_and_read_and_one_that_cannot_be_read_says_why(desk: Desk) -> None:
    assert (desk.heap.attached, desk.heap.read) == (3, 2)
    assert [(one.file, one.code) for one in desk.heap.unread] == [("scan.pdf p3", "sheet_no_marks")]
    assert [len(forms.attachments(desk.store, one.id)) for one in desk.forms] == [1, 1, 1]
    assert [one.box for one in desk.ticks(0).to_review] == ["recheck"]
    assert {one.box for one in desk.ticks(1).to_review} == {"verdict.a", "verdict.b"}
    assert desk.ticks(2) == Ticks()
    assert boxes.progress(desk.caller, desk.store, event=desk.event) == ReadProgress(
        read=2, confirmed=0, waiting=frozenset(one.id for one in desk.forms[:2])
    )


def test_the_same_scan_again_changes_nothing(desk: Desk) -> None:
    before = desk.store.records(FormBox, "ORDER BY id")

    again = sort(desk.caller, desk.store, desk.event, desk.scan)

    assert (again.attached, again.known, again.read) == (0, 3, 0)
    assert desk.store.records(FormBox, "ORDER BY id") == before


def test_nothing_is_meant_before_a_person_has_confirmed_it(desk: Desk) -> None:
    taken = desk.enter(0, "地面比外面高")

    assert desk.consents(0) == ()
    assert desk.concern(taken).client_confirmed is None
    assert meaning.verdicts(desk.store, desk.event) == {}


def test_confirmed_boxes_are_consents_verdicts_and_the_clients_word_that_it_is_solved(desk: Desk) -> None:
    desk.confirm(0, recheck=True)
    first = desk.enter(0, "地面比外面高", answer="当天重新找坡")
    second = desk.enter(0, "门关不严")

    assert desk.consents(0) == (("share_contact", "share_contact:1", "signed_sheet"),)
    assert meaning.verdicts(desk.store, desk.event) == {desk.forms[0].number: "A"}
    solved = desk.concern(first)
    assert (solved.client_confirmed, solved.answer) == ("yes", "当天重新找坡")
    assert derived.solved_on_site(desk.store, solved)
    assert desk.concern(second).client_confirmed is None
    said = [one.words for one in desk.store.records(ConcernAddition, "WHERE deleted = 0")]
    assert said == [meaning.RECHECK_WORDS] * 2
    assert boxes.progress(desk.caller, desk.store, event=desk.event).confirmed == 1


def test_the_summary_counts_what_clients_said_of_the_answer_on_the_spot(desk: Desk, tmp_path: Path) -> None:
    desk.confirm(0, recheck=True)
    desk.enter(0, "地面比外面高")
    desk.enter(1, "门关不严")

    write_summary(desk.caller, desk.store, event=desk.event, pdf=tmp_path / "summary.pdf")

    document = pypdfium2.PdfDocument(tmp_path / "summary.pdf")
    text = "".join(document[place].get_textpage().get_text_range() for place in range(len(document)))
    document.close()
    assert "1 / 0 / 0 · 1" in text


def test_words_typed_first_get_the_same_meaning_when_the_boxes_are_confirmed_later(desk: Desk) -> None:
    taken = desk.enter(0, "地面比外面高")
    desk.confirm(0, recheck=False)

    assert desk.concern(taken).client_confirmed == "yes"
    assert desk.store.records(ConcernAddition, "WHERE deleted = 0") == ()


def test_a_word_taken_back_takes_back_what_followed_and_a_withdrawal_stays(desk: Desk) -> None:
    taken = desk.enter(0, "地面比外面高")
    desk.confirm(0, recheck=True)
    client = desk.forms[0].client or ""
    consents.withdraw(desk.caller, desk.store, client=client, kind="share_contact")
    wrong = {"recheck": False, "answer.1.solved": False, "consent.share": False}

    boxes.confirm(desk.caller, desk.store, form=desk.forms[0].id, ticks=wrong)
    assert desk.concern(taken).client_confirmed is None
    assert desk.store.records(ConcernAddition, "WHERE deleted = 0") == ()
    assert desk.store.records(Consent, "WHERE kind = 'share_contact' AND deleted = 0") == ()

    boxes.confirm(desk.caller, desk.store, form=desk.forms[0].id, ticks={"consent.share": True})
    (kept,) = desk.store.records(Consent, "WHERE kind = 'share_contact' AND deleted = 0")
    assert kept.withdrawn_at is not None


def test_two_ticks_that_contradict_each_other_cannot_be_confirmed(desk: Desk) -> None:
    with pytest.raises(Refused) as refused:
        desk.confirm(1, verdict__a=True, verdict__b=True)

    assert refused.value.code == "boxes_contradict"
    assert refused.value.facts["boxes"] == "verdict.a verdict.b"
    assert not desk.ticks(1).is_confirmed
    assert desk.confirm(1, verdict__a=False, verdict__b=True).is_confirmed
    assert meaning.verdict(desk.store, desk.forms[1].id) == "B"


def test_words_of_a_form_whose_client_wants_no_name_have_none(desk: Desk) -> None:
    before = desk.enter(1, "先录的一条")
    assert desk.concern(before).client == desk.forms[1].client

    desk.confirm(1, verdict__a=False, verdict__b=True)
    after = desk.enter(1, "后录的一条")

    assert [desk.concern(one).client for one in (before, after)] == [None, None]
    assert desk.concern(before).client_confirmed == "no"


def test_another_relation_is_shown_and_taken_only_when_a_person_says_so(desk: Desk) -> None:
    ticks = desk.confirm(0, recheck=False)
    client = desk.forms[0].client or ""

    def relations() -> list[str]:
        return [one.relation for one in desk.store.records(ClientUnit, "WHERE client = :client", client=client)]

    assert ticks.relation == ("owner", "tenant")
    assert relations() == ["owner"]
    assert boxes.take_relation(desk.caller, desk.store, form=desk.forms[0].id) == 1
    assert relations() == ["tenant"]
    assert desk.ticks(0).relation is None


def test_a_later_reading_leaves_a_persons_word_alone(desk: Desk) -> None:
    desk.confirm(0, recheck=False)
    (picture,) = desk.store.records(Attachment, "WHERE owner = :form", form=desk.forms[0].id)
    found = boxes.read(desk.caller, desk.store, attachment=picture.id, database=desk.store.path)

    assert boxes.keep(desk.caller, desk.store, form=desk.forms[0].id, attachment=picture.id, found=found) == 0
    assert desk.ticks(0).is_confirmed
    assert [one.is_ticked for one in desk.ticks(0).boxes if one.box == "recheck"] == [False]
    strip = next(one for one in found.fields if one.name == "words.1")
    assert strip.picture[:3] == b"\xff\xd8\xff"


def test_two_devices_keep_the_persons_word_and_what_they_made_alike_stays_one(desk: Desk, tmp_path: Path) -> None:
    cards.write_card(desk.caller, desk.store, file=tmp_path / "project.card")
    packages.export(desk.caller, desk.store, file=tmp_path / "office.qinting")
    card, form = tmp_path / "project.card", desk.forms[0].id
    with join_project(tmp_path / "b.db", card, device_name="B", role="office", passphrase=None) as other:
        there = administrator(other)
        assert packages.take_in(there, other, file=tmp_path / "office.qinting").taken
        cards.write_card(there, other, file=tmp_path / "b.card")
        desk.confirm(0, recheck=True)
        said = {one.box: one.is_ticked for one in boxes.of_form(there, other, form=form).certain}
        boxes.confirm(there, other, form=form, ticks=said)
        packages.export(desk.caller, desk.store, file=tmp_path / "again.qinting")
        assert packages.take_in(there, other, file=tmp_path / "again.qinting").taken

        both = boxes.of_form(there, other, form=form)
        assert both.is_confirmed
        assert [one.is_ticked for one in both.boxes if one.box == "recheck"] == [True]
        assert len(other.records(Consent, "WHERE kind = 'share_contact'")) == 1
        assert history.conflicts(other) == ()


def test_the_command_line_shows_ticks_and_takes_a_persons_word(desk: Desk) -> None:
    machine = Machine(desk.store.path.parent, desk.store.path.name)
    desk.store.close()

    shown = machine.do("form", "ticks", "2", "--event", "工地开放日")
    assert (shown["confirmed"], shown["to_review"]) == (False, 2)
    words = ("form", "ticks", "2", "--event", "工地开放日", "--clear", "--ticked", "verdict.a", "verdict.b")
    assert machine.refused(*words, status=1)["error"]["code"] == "boxes_contradict"
    said = machine.do(*words[:6], "--ticked", "verdict.b", "--not-ticked", "verdict.a")
    assert said["confirmed"]
    ticked = [one["box"] for one in said["boxes"] if one["ticked"]]
    assert ticked == ["answer.1.later", "verdict.b", "anonymous"]

    first = machine.do("form", "ticks", "1", "--event", "工地开放日", "--clear", "--not-ticked", "recheck")
    assert first["relation"] == {"list": "owner", "form": "tenant"}
    assert machine.do("form", "ticks", "1", "--event", "工地开放日", "--take-relation")["relation"] is None


def test_without_the_extra_pictures_are_attached_as_ever(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    with desk.store.transaction(verb="test.empty") as tx:
        tx.connection.execute("DELETE FROM attachment")
        tx.connection.execute("DELETE FROM form_box")
    monkeypatch.setattr("desktop.reading.sheets.is_installed", lambda: False)

    heap = sort(desk.caller, desk.store, desk.event, desk.scan)

    assert (heap.attached, heap.read, heap.unread, heap.can_read) == (3, 0, (), False)
    picture = finding.find(desk.caller, desk.store, text=desk.forms[0].number).pictures[0]
    with pytest.raises(Unreadable) as missing:
        boxes.read(desk.caller, desk.store, attachment=picture.attachment, database=desk.store.path)
    assert missing.value.code == "paper_in_missing"
