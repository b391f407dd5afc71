"""A company's own words and mark on its paper: set once, refused where they do not fit, and printed everywhere."""

import re
import shutil
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2
import pytest

from db.errors import Misused, Refused, Trouble, Unreadable
from db.records import Consent
from db.store import Store
from db.vault.key_file import key_file_path
from desktop.paper.wording import most_characters
from desktop.rules import privacy
from desktop.rules.undoing import UNDOABLE
from desktop.services.concerns import recording
from desktop.services.duty import report as duty_report
from desktop.services.exchange import cards, packages
from desktop.services.guests import consents, invitations
from desktop.services.guests.check_ins import walk_in
from desktop.services.opening import join_project, open_database
from desktop.services.papers import copies, duty_paper, forms, notice, preview, talk_records
from desktop.services.project import house, parts, project
from desktop.services.promises import promises
from desktop.services.receptions import talks
from desktop.services.registry import Caller, administrator
from desktop.services.rosters.imports import import_list
from tests.paper.house_samples import drawn_mark
from tests.screens import office_world as world

WORDS = "上次来我就说了，卫生间那个地面，比外面还高一点，水一冲就往外跑。"


@dataclass
class Office:
    """A store with an event at which one client was received."""

    store: Store
    caller: Caller
    event: str
    client: str
    reception: str

    def set(self, **changes: str) -> int:
        return project.set_fields(self.caller, self.store, changes=changes)

    def setup(self) -> list[str | bool]:
        found = house.form_setup(self.store)
        return [found.notice, found.legal, found.promise, found.last, found.seal]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """The office as every test finds it; its database is closed."""
    file = tmp_path_factory.mktemp("begun") / "office.db"
    with world.found(file) as store:
        store.clock = lambda: world.NOW_MS
        caller, event = world.with_event(store)
        people = world.with_staff(store)
        _, client = walk_in(caller, store, event=event, name="温若水")
        reception = talks.start(caller, store, event=event, client=client, host=people.host).reception
        made = recording.add(
            caller, store, event=event, client=client, received_by=people.host, words=WORDS, type_code="repair"
        )
        recording.add_words(caller, store, concern=made.concern, words="客厅那一侧也有水印", said_by=people.host)
        promises.add(caller, store, concern=made.concern, text="雨前做完淋水试验", due="2026-05-30", by=people.host)
        talks.end(caller, store, event=event, client=client, host=people.host)
        return Office(store, caller, event, client, reception)


@pytest.fixture
def office(begun: Office, tmp_path: Path) -> Iterator[Office]:
    file, keys = tmp_path / "office.db", key_file_path(begun.store.path)
    shutil.copy(begun.store.path, file)
    shutil.copy(keys, key_file_path(file))
    with open_database(file) as store:
        store.clock = lambda: world.NOW_MS
        yield replace(begun, store=store, caller=administrator(store))


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in document))
    finally:
        document.close()


def blank_picture(side: int) -> bytes:
    """A white picture; of a large one only the head, which says how large it would become."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0))
    rows = (b"\0" + b"\xff" * side) * side if side < 1_000 else b""
    return b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def pictures_in(pdf: Path) -> int:
    return len(re.findall(rb"/Subtype /Image", pdf.read_bytes()))


# Sentences


def test_own_words_stand_on_forms_and_copies_and_a_dash_leaves_a_sentence_out(office: Office, tmp_path: Path) -> None:
    office.set(
        company="听松置业", service_name="业主服务部", service_line="400-000-0000", notice_line="姓名只用来给您回话。",
        legal_line="-", promise_line="没做到请找我们", last_line="您说好了才算好。", has_seal="yes",
    )  # fmt: skip
    form, copy = tmp_path / "form.pdf", tmp_path / "copy.pdf"

    forms.write_forms(office.caller, office.store, event=office.event, pdf=form)
    copies.write_copy(office.caller, office.store, reception=office.reception, pdf=copy)

    on_form, on_copy = text_of(form), text_of(copy)
    for said in ("听松置业", "业主服务部", "姓名只用来给您回话。", "盖章", "您说好了才算好。业主服务部400-000-0000"):
        assert said in on_form
    for said in ("没做到请找我们", "您说好了才算好。", "业主服务部400-000-0000"):
        assert said in on_copy
    assert not [said for said in ("不影响您依合同", "才算完") if said in on_form + on_copy]


def test_an_emptied_sentence_is_the_shipped_one_again_and_every_change_can_be_taken_back(office: Office) -> None:
    shipped = office.setup()
    office.set(last_line="您说好了才算好。", has_seal="是")
    assert office.setup()[3:] == ["您说好了才算好。", True]

    office.set(last_line="", has_seal="否")

    assert office.setup() == shipped
    assert set(project.FIELDS) == UNDOABLE["project"]
    assert office.store.query("SELECT count(*) FROM journal WHERE verb = 'project.set'") == [(2,)]


def test_the_longest_words_are_printed_and_one_more_is_refused_when_it_is_set(office: Office, tmp_path: Path) -> None:
    fields = ("company", "service_name", "service_line", *project.SENTENCES)
    longest = {field: chr(ord("甲") + place) * most_characters(field) for place, field in enumerate(fields)}
    office.set(**longest)
    forms.write_forms(office.caller, office.store, event=office.event, pdf=tmp_path / "form.pdf")
    copies.write_copy(office.caller, office.store, reception=office.reception, pdf=tmp_path / "copy.pdf")

    printed = text_of(tmp_path / "form.pdf") + text_of(tmp_path / "copy.pdf")
    assert [field for field in fields if longest[field] not in printed] == []
    for field in fields:
        with pytest.raises(Misused, match="wording_too_long") as refused:
            office.set(**{field: longest[field] + "多", "name": "另一个名字"})
        most = most_characters(field)
        assert (refused.value.facts["most"], refused.value.facts["length"]) == (most, most + 1)
    assert project.show(office.caller, office.store).name == "听松苑"


def test_words_that_make_no_sense_are_refused(office: Office) -> None:
    for changes, code in (
        ({"legal_line": "一行\n两行"}, "wording_lines"), ({"has_seal": "也许"}, "code_unknown"),
        ({"mark": "二"}, "field_not_settable"), ({"name": " "}, "name_missing"),
    ):  # fmt: skip
        with pytest.raises(Misused, match=code):
            project.set_fields(office.caller, office.store, changes=changes)


def test_the_preview_shows_the_words_and_keeps_nothing(office: Office) -> None:
    journal = office.store.query("SELECT count(*) FROM journal")
    before = preview.preview(office.caller, office.store, now_ms=world.NOW_MS)
    again = preview.preview(office.caller, office.store, now_ms=world.NOW_MS)
    assert office.store.query("SELECT count(*) FROM journal") == journal
    office.set(company="听松置业集团", last_line="您说好了才算好。")

    after = preview.preview(office.caller, office.store, now_ms=world.NOW_MS)

    assert before == again
    assert [one.dots != two.dots for one, two in zip(before, after, strict=True)] == [True, True]


# The mark


def test_the_mark_stands_on_every_paper_once_in_the_file_and_the_way_back_leads_to_ours(
    office: Office, tmp_path: Path
) -> None:
    pdf = tmp_path / "form.pdf"
    before = parts.set_logo(office.caller, office.store, content=drawn_mark())
    forms.write_forms(office.caller, office.store, event=office.event, pdf=pdf)
    first = pdf.read_bytes()
    forms.write_forms(office.caller, office.store, event=office.event, pdf=pdf)

    logo = house.logo(office.store)
    assert logo is not None
    # Its empty edges are gone: 900 x 300 with a margin on all sides.
    assert (logo.width < 900, logo.height < 300, before) == (True, True, b"")
    assert pictures_in(pdf) == 1
    assert pdf.read_bytes() == first
    notice.write_notice(office.caller, office.store, pdf=tmp_path / "notice.pdf")
    duty_paper.write_duty(office.caller, office.store, pdf=tmp_path / "duty.pdf")
    assert pictures_in(tmp_path / "notice.pdf") == pictures_in(tmp_path / "duty.pdf") == 1

    parts.set_logo(office.caller, office.store, content=b"")

    forms.write_forms(office.caller, office.store, event=office.event, pdf=pdf)
    assert (house.logo(office.store), pictures_in(pdf)) == (None, 0)


def test_a_picture_that_cannot_stand_on_paper_is_refused_and_the_mark_stays(office: Office) -> None:
    parts.set_logo(office.caller, office.store, content=drawn_mark(mode="RGB", kind="JPEG"))
    kept = parts.logo_bytes(office.caller, office.store)

    bad: tuple[tuple[bytes, type[Trouble], str], ...] = (
        (b"\x89PNG\r\n\x1a\n damaged", Unreadable, "logo_unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Unreadable, "logo_unreadable"),
        (drawn_mark()[:400], Unreadable, "logo_unreadable"),
        (b"\x89PNG" + bytes(1_000_000), Refused, "logo_too_large"),
        (drawn_mark(1800, 40), Refused, "logo_shape"),
        (blank_picture(300), Refused, "logo_empty"),
        # A few hundred bytes that would become a gigabyte.
        (blank_picture(7_000), Refused, "logo_too_large"),
        (blank_picture(30_000), Refused, "logo_too_large"),
    )
    for content, trouble, code in bad:
        with pytest.raises(trouble, match=code):
            parts.set_logo(office.caller, office.store, content=content)

    assert parts.logo_bytes(office.caller, office.store) == kept
    assert kept.startswith(b"\x89PNG")


# The privacy notice


def test_the_notice_is_one_page_with_the_projects_facts_and_its_version(office: Office, tmp_path: Path) -> None:
    office.set(company="听松置业", service_line="400-000-0000")

    report = notice.write_notice(office.caller, office.store, pdf=tmp_path / "notice.pdf")

    text = text_of(tmp_path / "notice.pdf")
    assert (report.pages, report.missing) == (1, ())
    for said in ("个人信息保护告知", "听松置业负责听松苑的接待", "电话：400-000-0000", "保存三年", "第1版"):
        assert said in text
    assert "{" not in text
    for title in ("我们是谁", "为什么需要", "用到哪些信息", "依据是什么", "保存多久", "会给谁看", "您的权利"):
        assert title in text


def test_a_line_that_names_a_missing_telephone_is_left_out(office: Office, tmp_path: Path) -> None:
    notice.write_notice(office.caller, office.store, pdf=tmp_path / "notice.pdf")

    assert "打电话" not in text_of(tmp_path / "notice.pdf")


def test_changed_words_are_a_new_version_on_notice_form_and_consents_and_the_old_one_stays(
    office: Office, tmp_path: Path
) -> None:
    consents.add(office.caller, office.store, client=office.client, kind="sound")
    made = parts.set_notice(office.caller, office.store, text="我们是谁\n{company}\n\n\n\n只有一段  ")
    same = parts.set_notice(office.caller, office.store, text="我们是谁\n{company}\n\n只有一段")
    consents.add(office.caller, office.store, client=office.client, kind="notice")
    forms.write_forms(office.caller, office.store, event=office.event, pdf=tmp_path / "form.pdf")
    notice.write_notice(office.caller, office.store, pdf=tmp_path / "notice.pdf")

    assert (made.version, same.version) == (2, 2)
    assert "告知书第2版" in text_of(tmp_path / "form.pdf")
    assert "第2版2026年5月23日起" in text_of(tmp_path / "notice.pdf")
    kept = [row.text for row in office.store.records(Consent, "ORDER BY rowid")]
    assert kept == ["sound:1", "talk:1 privacy:2"]
    found = parts.notices(office.caller, office.store)
    assert [(one.version, one.is_shipped) for one in found] == [(2, False), (1, True)]
    assert found[-1].text == privacy.shipped()


def test_a_notice_longer_than_its_page_or_empty_is_refused(office: Office) -> None:
    with pytest.raises(Refused, match="notice_too_long") as refused:
        parts.set_notice(office.caller, office.store, text="标题\n" + "很长的一句话。" * 400)
    with pytest.raises(Misused, match="notice_words_missing"):
        parts.set_notice(office.caller, office.store, text=" \n\n ")

    assert int(refused.value.facts["length"]) > int(refused.value.facts["most"]) > 30
    assert house.notice_text(office.store).version == 1


# The talk's record, the duty sheet, one invitation


def test_the_record_of_a_talk_has_who_was_there_and_everything_that_was_said(office: Office, tmp_path: Path) -> None:
    pdf = tmp_path / "record.pdf"

    report = talk_records.write_record(office.caller, office.store, reception=office.reception, pdf=pdf)

    text = text_of(pdf)
    assert (report.pages, report.missing) == (1, ())
    for said in ("接待记录", "内部资料", "温若水", "沈砚", "0分钟", WORDS, "客厅那一侧也有水印", "后来补充",
                 "现场还没有答复", "雨前做完淋水试验", "5月30日前", "客户未签字", "接待人签字"):  # fmt: skip
        assert said in text


def test_the_duty_sheet_has_the_figures_of_the_report(office: Office, tmp_path: Path) -> None:
    pdf = tmp_path / "duty.pdf"
    day = "2026-05-23"

    duty_paper.write_duty(office.caller, office.store, pdf=pdf, as_of=day)

    found = duty_report.report(office.caller, office.store, as_of=day)
    owed, done = sum(one.owed for one in found.lines), sum(one.done for one in found.lines)
    text = text_of(pdf)
    assert (owed, done) == (1, 1)
    assert f"合计{owed}{done}0" in text
    assert f"{day}交付日" in text
    assert f"{found.coverage.took_part}/{found.coverage.due}" in text
    assert all(name in text for _, name in found.coverage.without)


def test_the_duty_sheet_of_a_quarter_says_which_and_refuses_what_is_none(office: Office, tmp_path: Path) -> None:
    duty_paper.write_duty(office.caller, office.store, pdf=tmp_path / "duty.pdf", quarter="2026-Q2")

    assert "2026年第2季度" in text_of(tmp_path / "duty.pdf")
    for wrong in ("2026Q5", "今年", "0000Q1"):
        with pytest.raises(Misused, match="quarter_unreadable"):
            duty_paper.write_duty(office.caller, office.store, pdf=tmp_path / "no.pdf", quarter=wrong)


def test_one_clients_invitation_is_a_card_of_its_own_with_the_code_a_scanner_reads(
    office: Office, tmp_path: Path
) -> None:
    import zxingcpp

    names = tmp_path / "list.csv"
    names.write_text("姓名,手机,房号\n骆一鸣,13700137002,8-2-0301\n孟知秋,13700137001,8-1-1602\n", encoding="utf-8")
    import_list(office.caller, office.store, file=names, event=office.event)
    (client,) = office.store.query("SELECT id FROM client WHERE name = '骆一鸣'")
    pdf = tmp_path / "card.pdf"

    issued = invitations.issue(office.caller, office.store, event=office.event, pdf=pdf, client=client[0], is_card=True)

    document = pypdfium2.PdfDocument(pdf)
    size = document[0].get_size()
    (code,) = zxingcpp.read_barcodes(document[0].render(scale=3).to_pil().convert("L"))
    document.close()
    token = office.store.query(
        "SELECT code_hash, issued_at IS NOT NULL FROM invitation WHERE client = :client", client=client[0]
    )
    assert (issued.invitations, issued.pages, len(code.text), token[0][1]) == (1, 1, 24, 1)
    assert [round(side * 25.4 / 72) for side in size] == [105, 148]
    assert "骆一鸣" in text_of(pdf)
    assert "孟知秋" not in text_of(pdf)


def test_words_mark_and_notice_reach_the_other_devices(office: Office, tmp_path: Path) -> None:
    office.set(last_line="您说好了才算好。", has_seal="yes")
    parts.set_logo(office.caller, office.store, content=drawn_mark())
    cards.write_card(office.caller, office.store, file=tmp_path / "office.card")
    with join_project(
        tmp_path / "host.db", tmp_path / "office.card", device_name="笔记本", passphrase=None, role="host"
    ) as host:
        cards.write_card(administrator(host), host, file=tmp_path / "host.card")
        own = cards.own_fingerprint(host)
        cards.trust(office.caller, office.store, fingerprint_text=own, card=tmp_path / "host.card")
        parts.set_notice(office.caller, office.store, text="我们是谁\n{company}")
        office.set(legal_line="只记您说的话。")
        packages.export(office.caller, office.store, file=tmp_path / "all.qinting")

        taken = packages.take_in(administrator(host), host, file=tmp_path / "all.qinting")

        assert taken.outcome == "merged"
        assert house.form_setup(host) == house.form_setup(office.store)
        assert house.logo(host) == house.logo(office.store) is not None
        assert house.notice_text(host).version == 2
        copies.write_copy(administrator(host), host, reception=office.reception, pdf=tmp_path / "copy.pdf")
        assert pictures_in(tmp_path / "copy.pdf") == 1
