"""The host's other pages, days as they are typed, and every page whole in both languages and themes."""

import itertools
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QTextEdit
from pytestqt.qtbot import QtBot

from db.errors import Refused
from db.records import NAMES
from desktop.host.days import day_and_weekday, lasted, read_said_day
from desktop.host.flow import HostFlow
from desktop.host.state import Talk, days_late, group_of, kept_drafts, missing, reopened, waited_min, with_next
from desktop.jobs import Jobs
from desktop.services.opening import open_database
from desktop.services.receptions import drafts, talks
from desktop.services.receptions.drafts import Draft
from desktop.services.registry import administrator
from desktop.settings import Language
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.theme import ThemeName
from tests.screens.hosting import FIRST, MINUTE_MS, NOW, Morning, morning, opened, rows, settle, shown_texts

# A Saturday.
TODAY = date(2026, 5, 16)


# Days


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("5-23", date(2026, 5, 23)),
        ("5.23", date(2026, 5, 23)),
        ("5月23日", date(2026, 5, 23)),
        ("5/16", TODAY),
        ("5-15", date(2027, 5, 15)),
        ("2-29", date(2028, 2, 29)),
        ("2026-06-01", date(2026, 6, 1)),
        ("周五", date(2026, 5, 22)),
        ("周六", TODAY),
        ("下周三", date(2026, 5, 20)),
        ("星期天", date(2026, 5, 17)),
        ("Friday", date(2026, 5, 22)),
        ("next mon", date(2026, 5, 18)),
        ("明天", date(2026, 5, 17)),
        ("3 天后", date(2026, 5, 19)),
        ("+10", date(2026, 5, 26)),
    ],
)
def test_a_day_is_read_as_it_is_said(typed: str, meant: date) -> None:
    assert read_said_day(typed, TODAY) == meant


@pytest.mark.parametrize("typed", ["", "5-32", "13-1", "2026-05-15", "下个月", "周八", "-3", "5-23-"])
def test_what_is_no_day_or_is_past_is_none(typed: str) -> None:
    assert read_said_day(typed, TODAY) is None


def test_a_day_is_echoed_with_its_weekday() -> None:
    assert day_and_weekday(date(2026, 5, 23), "zh") == "5月23日 周六"
    assert day_and_weekday(date(2026, 5, 23), "en") == "Sat 23 May"


def test_the_timer_counts_minutes_then_hours_and_never_backwards() -> None:
    assert [lasted(ms) for ms in (462_000, 3_723_000, -5_000)] == ["07:42", "1:02:03", "00:00"]


# State


def talk_of(*some: Draft, at: int = 0) -> Talk:
    return Talk("r", "青-01-AAAA-0001", NOW, None, some, at)


def test_an_empty_concern_is_not_kept() -> None:
    written = Draft("a", words="一")
    talk = with_next(talk_of(written), "b")

    assert (talk.drafts, talk.at) == ((written, Draft("b")), 1)
    assert with_next(talk, "c").drafts == (written, Draft("c"))
    assert reopened(talk, "a").drafts == (written,)
    assert kept_drafts(talk) == (written,)


@pytest.mark.parametrize(
    ("draft", "lacks"),
    [
        (Draft("a"), ()),
        (Draft("a", words="一", type_code="repair"), ()),
        (Draft("a", words="一"), ("type",)),
        (Draft("a", area="product_quality"), ("words", "type")),
        (Draft("a", words="一", type_code="repair", promise="修"), ("promise_due",)),
        (Draft("a", words="一", type_code="repair", promise_due="2026-05-23"), ("promise",)),
    ],
)
def test_what_a_concern_lacks_is_named_in_reading_order(draft: Draft, lacks: tuple[str, ...]) -> None:
    assert missing(draft) == lacks


def test_a_promise_is_late_from_the_day_after_it_was_due() -> None:
    assert [group_of(due, TODAY) for due in ("2026-05-15", "2026-05-16", "2026-05-23", "2026-05-24")] == [
        *("late", "soon", "soon", "later")
    ]
    assert (days_late("2026-05-13", TODAY), days_late("2026-05-20", TODAY)) == (3, 0)
    assert waited_min(NOW - 10 * MINUTE_MS, NOW) == 10


# Drafts


def test_drafts_never_travel() -> None:
    assert "draft" not in NAMES


def test_nothing_is_kept_for_a_talk_that_has_ended(day: Morning) -> None:
    with open_database(day.file) as store:
        office = administrator(store)
        talk = talks.start(office, store, event=day.event, host=day.host, client=day.clients[0])
        talks.end(office, store, event=day.event, host=day.host, client=day.clients[0])

        with pytest.raises(Refused, match="no_open_talk"):
            drafts.save(office, store, reception=talk.reception, drafts=(Draft("a", words="一"),))


def test_when_one_draft_cannot_be_recorded_none_is_and_the_talk_goes_on(day: Morning) -> None:
    with open_database(day.file) as store:
        office = administrator(store)
        talk = talks.start(office, store, event=day.event, host=day.host, client=day.clients[0])
        some = (Draft("a", words="一", type_code="repair"), Draft("b", words="二", type_code="no such type"))
        drafts.save(office, store, reception=talk.reception, drafts=some)

        with pytest.raises(Exception, match="code_unknown"):
            drafts.record(office, store, reception=talk.reception)

        assert drafts.of_talk(office, store, reception=talk.reception) == some
    assert not rows(day.file, f"SELECT 1 FROM concern WHERE event = '{day.event}'")
    assert rows(day.file, f"SELECT ended_at FROM reception WHERE id = '{talk.reception}'") == [(None,)]


# Pages


def test_a_promise_kept_is_ticked_by_keys(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    flow = opened(qtbot, look, translator, jobs, day)
    qtbot.keyClick(flow.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)

    qtbot.keyClick(flow.window.focusWidget(), Qt.Key.Key_Space)
    assert rows(day.file, "SELECT kept_at FROM promise") == [(None,)]
    flow.window.tasks.settle()
    settle(qtbot, jobs)

    assert rows(day.file, "SELECT kept_at, kept_by FROM promise") == [(NOW, day.host)]


def test_a_tick_taken_back_changes_nothing(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    flow = opened(qtbot, look, translator, jobs, day)
    qtbot.keyClick(flow.window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(flow.window.focusWidget(), Qt.Key.Key_Space)

    qtbot.keyClick(flow.window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    flow.window.tasks.settle()
    settle(qtbot, jobs)

    assert rows(day.file, "SELECT kept_at FROM promise") == [(None,)]
    assert flow.window.findChild(QPushButton, f"promise_{day.owed}")


def test_without_a_signed_in_host_the_window_asks_who_receives(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning
) -> None:
    flow = opened(qtbot, look, translator, jobs, day, staff_id=None)
    assert flow.window.pages.currentWidget() is flow.window.people
    person = flow.window.findChild(QPushButton, f"person_{day.host}")
    assert isinstance(person, QPushButton)

    qtbot.mouseClick(person, Qt.MouseButton.LeftButton)
    settle(qtbot, jobs)

    assert flow.window.pages.currentWidget() is flow.window.talks
    assert any(FIRST in text for text in shown_texts(flow.window))


def test_a_database_that_cannot_be_opened_is_explained(
    qtbot: QtBot, look: Look, translator: Translator, jobs: Jobs, day: Morning, tmp_path: Path
) -> None:
    (tmp_path / "other.db").write_bytes(b"no database at all, only words")
    flow = opened(qtbot, look, translator, jobs, Morning(tmp_path / "other.db", "", day.host, "", (), ""))

    assert flow.window.banner.isVisible()


@pytest.mark.parametrize("node", ["site_open_day", "sales_opening"])
@pytest.mark.parametrize(("language", "name"), [*itertools.product(("zh", "en"), ("light", "dark"))])
def test_every_page_is_shown_whole(
    qtbot: QtBot,
    look: Look,
    translator: Translator,
    jobs: Jobs,
    tmp_path: Path,
    language: Language,
    name: ThemeName,
    node: str,
) -> None:
    translator.speak(language)
    look.wear(name)
    flow = opened(qtbot, look, translator, jobs, morning(tmp_path, node))
    qtbot.waitUntil(lambda: not cut(flow), timeout=1_500)

    qtbot.keyClick(flow.window, Qt.Key.Key_F8)
    settle(qtbot, jobs)
    words = flow.window.focusWidget()
    assert isinstance(words, QTextEdit)
    words.insertPlainText("到底按哪个图交房？")
    qtbot.keyClick(words, Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(words, Qt.Key.Key_F4)
    qtbot.waitUntil(lambda: not cut(flow), timeout=1_500)
    qtbot.keyClick(flow.window, Qt.Key.Key_F12)
    qtbot.waitUntil(lambda: not cut(flow), timeout=1_500)
    for _ in range(2):
        qtbot.keyClick(flow.window, Qt.Key.Key_F9)
        settle(qtbot, jobs)
        qtbot.waitUntil(lambda: not cut(flow), timeout=1_500)
    qtbot.keyClick(flow.window, Qt.Key.Key_F8)
    for page in (Qt.Key.Key_2, Qt.Key.Key_Slash):
        qtbot.keyClick(flow.window, page, Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: not cut(flow), timeout=1_500)


def cut(flow: HostFlow) -> list[str]:
    """Texts in view that have less room than they need, or stand outside what holds them."""
    window = flow.window
    window.grab()
    labels = [one for one in window.findChildren(Label) if one.isVisible() and not isinstance(one, ElidedLabel)]
    tight = [one.text() for one in labels if one.height() < one.heightForWidth(one.width())]
    narrow = [one.text() for one in labels if not one.wordWrap() and one.width() < one.sizeHint().width()]
    buttons = [one for one in window.findChildren(QPushButton) if one.isVisible()]
    small = [one.text() for one in buttons if one.width() < one.minimumSizeHint().width()]
    whole = window.rect()
    texts: tuple[Label | QPushButton, ...] = (*labels, *buttons)
    outside = [
        one.objectName() or one.text()
        for one in texts
        if not one.visibleRegion().boundingRect().width() >= one.width()
        or not whole.contains(one.mapTo(window, one.rect().topRight()))
    ]
    return [*tight, *narrow, *small, *outside]
