"""The office's page of the hotline practice: campaigns made, people, files, certificates, closing."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from db import campaigns as kept
from db.store import Store
from desktop.services.campaigns import calls, campaigns, members
from desktop.services.campaigns.calls import Told
from desktop.services.training import training
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.office_world import NOW_MS, Office, found, opened, reopened, with_event, with_staff

PHONE = "13800010001"


def prepare(store: Store) -> None:
    store.clock = lambda: NOW_MS
    caller, _ = with_event(store)
    people = with_staff(store)
    campaign = campaigns.add(caller, store, name="五月热线实践", starts_on="2026-05-23", said={"quota": "1"})
    members.join(caller, store, campaign=campaign, staff=people.host, coach=people.coordinator, extension="8001")
    calls.add(
        caller, store, campaign=campaign, staff=people.host, direction="received", result="talked",
        told=Told(caller="温若水", phone=PHONE), words="北窗漏风", type_code="complaint",
    )  # fmt: skip
    training.add_course(caller, store, name="热线上岗", needed_for=("calls",))


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("campaigns") / "office.db"
    with found(file) as store:
        prepare(store)
    return file


@pytest.fixture
def office(
    qtbot: QtBot, look: Look, translator: Translator, prepared: Path, tmp_path: Path
) -> Iterator[Office]:  # fmt: skip
    for file in prepared.parent.iterdir():
        (shutil.copytree if file.is_dir() else shutil.copy)(file, tmp_path / file.name)
    made = opened(qtbot, look, translator, tmp_path / prepared.name)
    made.flow.window.open("campaigns")  # type: ignore[attr-defined]  # the office's own window
    made.wait()
    yield made
    made.close()


def texts(office: Office) -> str:
    return "\n".join(one.text() for one in office.flow.campaigns.people.findChildren(Label))


def test_a_campaign_is_made_and_somebody_untrained_needs_a_reason(office: Office) -> None:
    page = office.flow.campaigns
    page.new_button.click()
    for name, text in (("name", "六月热线实践"), ("starts_on", "2026-06-16"), ("ends_on", "2026-06-18")):
        page.form.lines[name].setText(text)
    page.form.save_button.click()
    office.wait()
    assert page.line is not None
    assert (page.line.campaign.name, page.line.campaign.quota, page.tab) == ("六月热线实践", 50, "people")
    assert "微笑" in (page.line.campaign.checklist or "")

    page.people.person.choose(next(one.id for one in page.people._people if one.name == "邱野"))
    page.people.save_button.click()
    office.wait()
    assert page.people.reason.isVisible()
    assert "热线上岗" in page.people._fields["reason"]._label.text()
    page.people.reason.setText("带教员全程陪同")
    page.people.save_button.click()
    office.wait()

    assert "邱野" in texts(office)
    assert "0 / 50" in texts(office)
    office.close()
    with reopened(office.file) as store:
        (member,) = kept.members(store, page.campaign)
        assert member.untrained_reason == "带教员全程陪同"


def test_a_log_with_strange_headings_is_taken_in_once_its_columns_are_named(office: Office, tmp_path: Path) -> None:
    page = office.flow.campaigns
    page.table.choose(next(one.campaign.id for one in page._lines if one.campaign.name == "五月热线实践"))
    office.wait()
    assert "1 / 1" in texts(office)
    assert "接听 1" in texts(office)
    log = tmp_path / "log.csv"
    log.write_text(
        "内线,通话时间,呼叫方向,客户号码,通话时长\n8001,2026-05-23 09:33:30,呼入,13800010001,65\n"
        "8001,2026-05-23 11:00:00,呼入,13900010009,12\n",
        encoding="utf-8",
    )
    office.choices.read = (log,)
    page.log_button.click()
    office.wait()
    assert page.tab == "file"
    _field, picker = page.file._pickers["内线"]
    assert picker.choice == ""
    picker.choose("extension")
    page.file.take_button.click()
    office.wait()

    assert page.tab == "calls"
    assert "待补录" in office.flow.window.notice.text  # type: ignore[attr-defined]
    stub = next(one for one in page.calls._made if not one.number)
    page.calls.table.choose(stub.contact)
    page.calls.words.setPlainText("水管渗水")
    page.calls.enter_button.click()
    office.wait()
    page.show_tab("heard")
    office.wait()
    assert [one.words for one in page.heard._heard] == ["北窗漏风", "水管渗水"]


def test_whoever_is_done_gets_a_certificate_and_a_number_can_be_kept_quiet(office: Office, tmp_path: Path) -> None:
    page = office.flow.campaigns
    page.people.choose(page.people._report.people[0].member.staff if page.people._report else "")
    assert page.people.certificate_button.isVisible()
    office.choices.written = tmp_path / "certificate.pdf"
    page.people.certificate_button.click()
    office.wait()
    assert (tmp_path / "certificate.pdf").read_bytes().startswith(b"%PDF-")

    page.show_tab("quiet")
    page.quiet.phone.setText("1380001")
    page.quiet.add_button.click()
    office.wait()
    assert "1380001" in office.flow.window.notice.text  # type: ignore[attr-defined]
    page.quiet.phone.setText(PHONE)
    page.quiet.add_button.click()
    office.wait()
    assert [one.phone_masked for one in page.quiet._quiet] == ["138****0001"]

    office.bot.keyClick(office.flow.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.wait()
    assert page.quiet._quiet == ()


def test_a_closed_campaign_goes_on_and_a_year_of_it_is_made(office: Office) -> None:
    page = office.flow.campaigns
    closed = []
    for _press in range(2):
        page.close_button.click()
        office.wait()
        closed.append(page.line is not None and page.line.campaign.closed_at is not None)
    assert closed == [True, False]

    page.show_tab("settings")
    page.form.months.setText("3")
    page.form.series_button.click()
    office.wait()
    assert sorted(one.campaign.starts_on[:7] for one in page._lines) == ["2026-05", "2026-06", "2026-07"]
