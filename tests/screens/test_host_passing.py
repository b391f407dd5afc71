"""What is said in passing, who is present, photographs, and the client's copy: by keys, in the real window."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QCheckBox, QMenu, QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from desktop.host.flow import HostFlow
from desktop.jobs import Jobs
from desktop.services.guests import consents
from desktop.services.opening import open_database
from desktop.services.registry import administrator
from desktop.widgets.labels import Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.pdf_view import PdfView
from tests.screens.hosting import FIRST, Morning, opened, press, rows, settle, shown_texts, write

ALT, CTRL, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
GATE = "北门那边晚上太黑了"
LEAK = "卫生间那个地面比外面还高"


def button(flow: HostFlow, start: str) -> QPushButton:
    return next(
        one for one in flow.window.findChildren(QPushButton) if one.objectName().startswith(start) and one.isVisible()
    )


def ended(qtbot: QtBot, flow: HostFlow, jobs: Jobs) -> None:
    for _ in range(2):
        press(qtbot, flow, jobs, Qt.Key.Key_F9)


def test_an_aside_is_noted_by_keys_and_kept_with_the_talk(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    press(qtbot, flow, jobs, Qt.Key.Key_F6)
    write(flow, GATE)
    press(qtbot, flow, jobs, Qt.Key.Key_Return)
    assert isinstance(flow.window.focusWidget(), QTextEdit)

    ended(qtbot, flow, jobs)

    assert rows(day.file, f"SELECT words FROM concern WHERE event = '{day.event}'") == [(LEAK,)]
    asides = rows(
        day.file,
        "SELECT a.words, a.heard_by, a.client, a.concern, r.event FROM aside a JOIN reception r ON r.id = a.reception",
    )
    assert asides == [(GATE, day.host, day.clients[0], None, day.event)]
    assert not rows(day.file, "SELECT 1 FROM draft")


def test_an_aside_half_written_is_on_the_disk_at_the_first_pause(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning, flow: HostFlow, tmp_path: Path
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F6)
    with qtbot.waitSignal(flow.drafts_kept):
        write(flow, GATE)
    folder = tmp_path / "after"
    folder.mkdir()
    for file in day.file.parent.glob("host.db*"):
        (folder / file.name).write_bytes(file.read_bytes())

    again = opened(qtbot, look, translator, jobs, replace(day, file=folder / "host.db"))

    assert GATE in shown_texts(again.window)


def test_an_aside_of_this_talk_is_made_a_concern_before_the_end(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F6)
    write(flow, GATE)
    press(qtbot, flow, jobs, Qt.Key.Key_Return)

    qtbot.mouseClick(button(flow, "promote_"), Qt.MouseButton.LeftButton)
    press(qtbot, flow, jobs, Qt.Key.Key_5, ALT)
    ended(qtbot, flow, jobs)

    assert rows(day.file, f"SELECT words, type FROM concern WHERE event = '{day.event}'") == [(GATE, "suggestion")]
    assert not rows(day.file, "SELECT 1 FROM aside")


def test_an_aside_of_an_earlier_talk_becomes_a_concern_and_keeps_the_link(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    from desktop.services.opening import open_database
    from desktop.services.receptions import asides
    from desktop.services.registry import administrator

    with open_database(day.file) as store:
        office = administrator(store)
        aside = asides.add(office, store, event=day.event, words=GATE, heard_by=day.host, client=day.clients[0])
    flow = opened(qtbot, look, translator, jobs, day)
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    assert GATE not in shown_texts(flow.window)
    press(qtbot, flow, jobs, Qt.Key.Key_F12)

    qtbot.mouseClick(button(flow, f"take_up_{aside}"), Qt.MouseButton.LeftButton)
    press(qtbot, flow, jobs, Qt.Key.Key_5, ALT)
    ended(qtbot, flow, jobs)

    linked = rows(day.file, "SELECT a.words, c.words, c.type FROM aside a JOIN concern c ON c.id = a.concern")
    assert linked == [(GATE, GATE, "suggestion")]


def test_somebody_who_sits_by_is_added_and_taken_away_again(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    menu = next(one for one in flow.window.talk.findChildren(QMenu))
    menu.actions()[0].trigger()
    settle(qtbot, jobs)
    assert rows(day.file, "SELECT present FROM reception WHERE ended_at IS NULL") == [(day.coordinator,)]

    qtbot.mouseClick(button(flow, f"present_{day.coordinator}"), Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)

    assert rows(day.file, "SELECT present FROM reception WHERE ended_at IS NULL") == [(None,)]


def test_what_a_client_adds_to_an_earlier_concern_survives_the_end_of_the_program(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning, flow: HostFlow, tmp_path: Path
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    qtbot.mouseClick(button(flow, "add_to_"), Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(flow.drafts_kept):
        flow.window.findChildren(QTextEdit, "addition")[-1].insertPlainText("晚上还听得见响")
    folder = tmp_path / "after"
    folder.mkdir()
    for file in day.file.parent.glob("host.db*"):
        (folder / file.name).write_bytes(file.read_bytes())

    again = opened(qtbot, look, translator, jobs, replace(day, file=folder / "host.db"))
    press(qtbot, again, jobs, Qt.Key.Key_F12)
    assert "晚上还听得见响" in shown_texts(again.window)
    ended(qtbot, again, jobs)

    assert rows(folder / "host.db", "SELECT words, said_by FROM concern_addition") == [("晚上还听得见响", day.host)]
    assert not rows(folder / "host.db", "SELECT 1 FROM draft")


def test_what_is_ticked_in_the_guide_is_kept_with_its_version(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    assert "请客户先说，不打断" in shown_texts(flow.window)
    for place in (0, 3):
        tick = flow.window.findChild(QCheckBox, f"guide_{place}")
        assert isinstance(tick, QCheckBox)
        tick.setFocus()
        press(qtbot, flow, jobs, Qt.Key.Key_Space)

    assert rows(day.file, "SELECT guide FROM reception") == [("2:0 3",)]
    said = next(one for one in flow.window.findChildren(Label) if one.text() == "与图纸和样板间逐项对照")
    qtbot.mouseClick(said, Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    assert rows(day.file, "SELECT guide FROM reception") == [("2:0 2 3",)]
    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    press(qtbot, flow, jobs, Qt.Key.Key_F12)
    again = {one.objectName() for one in flow.window.findChildren(QCheckBox) if one.isVisible() and one.isChecked()}
    assert again == {"guide_0", "guide_2", "guide_3"}


def told_about_pictures(flow: HostFlow, day: Morning) -> None:
    talk = flow._talking.talk
    assert talk is not None
    with open_database(day.file) as store:
        consents.add(administrator(store), store, client=day.clients[0], kind="notice", reception=talk.reception)


def test_a_photograph_hangs_on_the_talk_and_lies_encrypted_beside_the_database(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow, tmp_path: Path
) -> None:
    picture = tmp_path / "墙.png"
    image = QImage(320, 240, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.gray)
    image.save(str(picture))
    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    told_about_pictures(flow, day)
    flow._picturing.attach((picture,))
    settle(qtbot, jobs)

    talk = rows(day.file, "SELECT id FROM reception")[0][0]
    assert rows(day.file, "SELECT belongs, owner, name, media_type FROM attachment") == [
        ("reception", talk, "墙.png", "image/png")
    ]
    assert button(flow, "photo_button").text() == "照片 1"
    content = picture.read_bytes()
    kept = [one for one in day.file.parent.rglob("*") if one.is_file() and one != picture]
    assert not [one for one in kept if content[:64] in one.read_bytes()]


def test_what_is_no_picture_is_explained_and_the_talk_goes_on(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow, tmp_path: Path
) -> None:
    nonsense = tmp_path / "notes.png"
    nonsense.write_bytes(b"no picture at all")
    press(qtbot, flow, jobs, Qt.Key.Key_F8)

    told_about_pictures(flow, day)
    flow._picturing.attach((nonsense,))
    settle(qtbot, jobs)

    assert flow.window.banner.isVisible()
    assert not rows(day.file, "SELECT 1 FROM attachment")
    write(flow, LEAK)
    assert LEAK in shown_texts(flow.window)


def test_after_the_talk_the_copy_is_seen_before_it_is_printed(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow
) -> None:
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    before = rows(day.file, "SELECT count(*) FROM journal WHERE verb = 'paper.copy'")

    ended(qtbot, flow, jobs)

    paper = flow.window.after.paper
    assert isinstance(paper, PdfView)
    qtbot.waitUntil(lambda: paper.page_count == 1)
    assert rows(day.file, "SELECT count(*) FROM journal WHERE verb = 'paper.copy'") == before
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    assert paper.page_count == 0
    qtbot.waitUntil(lambda: not [text for text in shown_texts(flow.window.after) if LEAK in text])


@pytest.mark.parametrize("is_quick", [False, True])
def test_the_copy_is_printed_on_the_usual_printer(
    qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    is_quick: bool,
) -> None:  # fmt: skip
    """Also when it is asked for before anybody can know whether there is a printer."""
    tray = tmp_path / "tray"
    tray.mkdir()
    _printer(tmp_path / "bin", tray)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"), prepend=":")
    press(qtbot, flow, jobs, Qt.Key.Key_F8)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)
    if is_quick:
        press(qtbot, flow, jobs, Qt.Key.Key_F9)
        qtbot.keyClick(flow.window, Qt.Key.Key_F9)
        qtbot.waitUntil(flow.window.after.isVisible)
    else:
        ended(qtbot, flow, jobs)

    press(qtbot, flow, jobs, Qt.Key.Key_P, CTRL)
    qtbot.waitUntil(lambda: not jobs.is_busy and any(tray.iterdir()))

    (sheet,) = tray.iterdir()
    assert sheet.read_bytes().startswith(b"%PDF-")
    assert any("Office_A4" in one.text() for one in flow.window.after.findChildren(Label) if one.isVisible())
    assert rows(day.file, "SELECT count(*) FROM journal WHERE verb = 'paper.print'") == [(1,)]


def _printer(folder: Path, tray: Path) -> None:
    """A printer for this test: the system's two programs, which put the sheet into a tray."""
    folder.mkdir()
    programs = {
        "lpstat": 'case "$1" in -e) echo Office_A4;; -d) echo "system default destination: Office_A4";; esac',
        "lp": f'for last; do :; done; cp "$last" "{tray}/sheet.pdf"',
    }
    for name, does in programs.items():
        program = folder / name
        program.write_text(f"#!/bin/sh\n{does}\n")
        program.chmod(0o755)


def test_a_talk_with_nobody_known_leaves_a_copy_too(qtbot: QtBot, jobs: Jobs, day: Morning, flow: HostFlow) -> None:
    qtbot.mouseClick(button(flow, "nameless"), Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)
    write(flow, LEAK)
    press(qtbot, flow, jobs, Qt.Key.Key_4, ALT)

    ended(qtbot, flow, jobs)

    qtbot.waitUntil(lambda: flow.window.after.paper.page_count == 1)
    assert not [text for text in shown_texts(flow.window.after) if FIRST in text]
