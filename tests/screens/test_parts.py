"""Each part of the screens does what its name says."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from db.errors import StoreTrouble
from desktop.courier import Standing
from desktop.services.exchange.clock import WrongClock
from desktop.widgets.bars import Banner, Loading, Progress, StatusBar, UndoBar
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Picker, Text, Tick
from desktop.widgets.labels import ElidedLabel, Label, Words
from desktop.widgets.look import Look, theme
from desktop.widgets.measures import PX, UNDO_BAR_MS
from desktop.widgets.navigation import Navigation
from desktop.widgets.part import Part, column
from desktop.widgets.theme import DARK, LIGHT

LEFT = Qt.MouseButton.LeftButton


def button_in(widget: QWidget, name: str = "") -> Button:
    found = widget.findChild(Button, name) if name else widget.findChild(Button)
    assert found is not None
    return found


def test_a_label_shows_markup_as_it_was_typed(qtbot: QtBot, look: Look) -> None:
    label = Label("<b>陈</b>")
    qtbot.addWidget(label)

    assert label.textFormat() == Qt.TextFormat.PlainText


def test_a_label_takes_the_ink_of_the_theme(qtbot: QtBot, look: Look) -> None:
    label = Label("x", "body", "danger")
    qtbot.addWidget(label)
    label.show()
    assert label.palette().windowText().color() == QColor(LIGHT.danger)

    label.set_ink("ink3")
    assert label.palette().windowText().color() == QColor(LIGHT.ink3)
    look.wear("dark")
    assert label.palette().windowText().color() == QColor(DARK.ink3)


def test_the_theme_worn_is_the_one_painters_ask_for(look: Look) -> None:
    look.wear("dark")
    assert theme() is DARK
    look.wear("light")
    assert theme() is LIGHT


def test_a_text_that_does_not_fit_is_cut_and_stands_whole_in_the_tooltip(qtbot: QtBot, look: Look) -> None:
    label = ElidedLabel("样板间入户有个玄关柜，图上也画了")
    qtbot.addWidget(label)
    label.show()

    label.resize(100, 20)
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.resize(600, 20)
    assert label.shown_text() == label.text()
    assert not label.toolTip()


def test_the_words_of_a_client_are_broken_but_never_cut(qtbot: QtBot, look: Look) -> None:
    said = "上次来我就说了，卫生间那个地面，比外面还高一点。\n水一冲就往外跑，老人家要滑倒的。"
    words = Words(said)
    qtbot.addWidget(words)

    assert words.heightForWidth(900) == 2 * 26
    assert words.heightForWidth(200) > 4 * 26
    assert "".join(words._lines(200)) == said.replace("\n", "")
    assert words.accessibleName() == said


@pytest.mark.parametrize("said", ["https://example.com/" + "a" * 200, "𬭎先生说𠮷祥如意𡈽地" * 12])
def test_long_words_and_rare_characters_are_shown_to_the_last(qtbot: QtBot, look: Look, said: str) -> None:
    words = Words(said)
    qtbot.addWidget(words)

    lines = words._lines(240)

    assert "".join(lines) == said
    assert max(words.fontMetrics().horizontalAdvance(line) for line in lines) <= 240


def test_the_rule_of_the_words_is_3_px_of_the_accent(qtbot: QtBot, look: Look) -> None:
    words = Words("水一冲就往外跑。")
    qtbot.addWidget(words)
    words.resize(400, 26)
    image = words.grab().toImage()

    assert [image.pixelColor(x, 13).name().upper() for x in range(3)] == [LIGHT.accent] * 3
    assert image.pixelColor(3, 13).name().upper() != LIGHT.accent


def test_an_error_takes_the_place_of_the_help(qtbot: QtBot, look: Look) -> None:
    line = Line("1381234567")
    field = Field("电话", line, help_text="11 位")
    qtbot.addWidget(field)
    field.show()

    field.set_error("少一位，应为 11 位")
    assert line.accessibleDescription() == "少一位，应为 11 位"
    assert line.property("error") is True
    field.set_error("")
    assert line.accessibleDescription() == "11 位"
    assert line.property("error") is False


def test_nothing_moves_when_a_field_gets_the_focus(qtbot: QtBot, look: Look) -> None:
    page, line, other = Part(), Line("6-2-12"), Line()
    page.setLayout(column(line, other))
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
    other.setFocus()
    before = line.cursorRect()

    line.setFocus()

    assert line.cursorRect() == before
    assert line.height() == PX.button


def test_pasted_text_leaves_its_clothes_behind_and_the_field_grows(qtbot: QtBot, look: Look) -> None:
    text = Text()
    qtbot.addWidget(text)
    text.show()
    pasted = QMimeData()
    pasted.setHtml("<b>样板间</b>")
    pasted.setText("样板间")

    text.insertFromMimeData(pasted)
    assert text.toHtml().count("<b>") == 0
    assert text.toPlainText() == "样板间"
    assert text.height() == 168
    text.set_text("水一冲就往外跑。\n" * 40)
    assert text.height() == 320


def test_a_picker_keeps_its_choice_in_another_language(qtbot: QtBot, look: Look) -> None:
    picker = Picker((("1", "一般"), ("2", "较急")))
    qtbot.addWidget(picker)
    picker.choose("2")

    with qtbot.assertNotEmitted(picker.currentIndexChanged):
        picker.set_values((("1", "Ordinary"), ("2", "Rather urgent")))

    assert (picker.choice, picker.currentText()) == ("2", "Rather urgent")


def test_a_tick_is_set_by_a_click_on_its_text(qtbot: QtBot, look: Look) -> None:
    tick = Tick("复述一遍，请客户确认")
    qtbot.addWidget(tick)
    tick.resize(tick.sizeHint())

    qtbot.mouseClick(tick, LEFT, pos=tick.rect().center())

    assert tick.isChecked()


@pytest.mark.parametrize("tone", ["neutral", "accent", "success", "warning", "danger", "info"])
def test_a_chip_lies_on_the_soft_fill_of_its_tone(qtbot: QtBot, look: Look, tone: str) -> None:
    chip = Chip("承诺", tone)  # type: ignore[arg-type]
    qtbot.addWidget(chip)
    chip.resize(chip.sizeHint())
    image = chip.grab().toImage()

    assert chip.height() == 24
    assert image.pixelColor(image.width() // 2, 1).name() == QColor(LIGHT.soft(tone)).name()  # type: ignore[arg-type]


def test_what_was_done_can_be_taken_back_by_button_or_key(qtbot: QtBot, look: Look) -> None:
    page, bar = Part(), UndoBar()
    page.setLayout(column(bar))
    page.resize(600, 200)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()

    bar.offer("dispatch-1", "已派给研发设计部")
    with qtbot.waitSignal(bar.undone) as told:
        qtbot.mouseClick(button_in(bar, "undo"), LEFT)
    assert told.args == ["dispatch-1"]
    assert not bar.isVisible()

    bar.offer("dispatch-2", "已派给研发设计部")
    with qtbot.waitSignal(bar.undone) as told:
        qtbot.keyClick(page, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert told.args == ["dispatch-2"]


def test_the_next_deed_ends_the_time_of_the_last(qtbot: QtBot, look: Look) -> None:
    page, bar = Part(), UndoBar()
    page.setLayout(column(bar))
    qtbot.addWidget(page)
    page.show()
    bar.offer("first", "一")

    with qtbot.waitSignal(bar.expired) as told:
        bar.offer("second", "二")

    assert told.args == ["first"]
    assert bar.isVisible()
    assert UNDO_BAR_MS == 8_000


def test_a_banner_offers_one_thing_to_do(qtbot: QtBot, look: Look) -> None:
    banner = Banner("warning", "cloud-off", "现在没有网络。", "知道了")
    qtbot.addWidget(banner)
    button = button_in(banner)

    with qtbot.waitSignal(banner.acted):
        qtbot.mouseClick(button, LEFT)
    banner.say("现在没有网络。", "")
    assert not button.isVisibleTo(banner)


def test_short_work_shows_no_bar(qtbot: QtBot, look: Look) -> None:
    page, loading = Part(), Loading()
    page.setLayout(column(loading))
    qtbot.addWidget(page)
    page.show()

    loading.begin()
    assert not loading.isVisible()
    qtbot.waitUntil(loading.isVisible)
    loading.end()
    assert not loading.isVisible()


def test_a_bar_stays_within_its_ends(qtbot: QtBot, look: Look) -> None:
    bar = Progress()
    qtbot.addWidget(bar)

    bar.set_share(7)

    assert bar.sizeHint().height() == 4
    assert bar.grab().toImage().pixelColor(bar.width() - 4, 2).name() == QColor(LIGHT.accent).name()


def test_the_status_bar_is_never_higher_than_32_px(qtbot: QtBot, look: Look) -> None:
    status = StatusBar()
    qtbot.addWidget(status)
    status.set_saved("已保存 10:02:41")
    status.set_warning("磁盘只剩 180 MB，还能签到。今天之内请清理" * 9)
    status.resize(1280, 32)

    assert status.height() == 32
    assert status.minimumSizeHint().width() < 1280


def test_an_empty_page_offers_the_next_step(qtbot: QtBot, look: Look) -> None:
    card, empty = Card(), EmptyState("messages-square", "还没有诉求", "接待时记下的每一句，会出现在这里。", "开始接待")
    card.body.addWidget(empty)
    qtbot.addWidget(card)

    with qtbot.waitSignal(empty.acted):
        qtbot.mouseClick(button_in(empty), LEFT)


def test_a_page_is_opened_from_the_navigation(qtbot: QtBot, look: Look) -> None:
    navigation = Navigation(((("home", "house"), ("clients", "users")), (("settings", "settings"),)))
    qtbot.addWidget(navigation)
    navigation.set_text("clients", "客户")
    navigation.set_count("clients", 3)

    with qtbot.waitSignal(navigation.chosen) as told:
        qtbot.mouseClick(button_in(navigation, "page_clients"), LEFT)

    assert told.args == ["clients"]
    assert [item.objectName() for item in navigation.findChildren(Button) if item.isChecked()] == ["page_clients"]
    qtbot.mouseClick(button_in(navigation, "page_clients"), LEFT)
    assert button_in(navigation, "page_clients").isChecked()


def test_the_foot_tells_how_the_shared_folder_stands(qtbot: QtBot) -> None:
    bar = StatusBar()
    qtbot.addWidget(bar)

    def texts() -> list[str]:
        return [label.text() for label in bar.findChildren(Label)]

    bar.set_exchange(None, 0)
    assert bar.tr("Works without a network") in texts()
    bar.set_exchange(Standing(last_at=1_000), 9_500)
    assert bar.tr("Shared folder · {n} s ago").replace("{n}", "8") in texts()
    bar.set_exchange(Standing(1_000, StoreTrouble("outbox_gone"), waiting=2), 9_500)
    assert bar.tr("Shared folder away, everything waits here") in texts()
    assert bar.tr("{n} files in the shared folder not taken").replace("{n}", "2") in texts()

    bar.set_exchange(Standing(1_000, clock=WrongClock("东门", 1_440)), 9_500)
    assert any("东门" in text and "1,440" in text for text in texts())
    bar.set_exchange(Standing(1_000, clock=WrongClock("", 3)), 9_500)
    assert any(" 3 " in text and "东门" not in text for text in texts())
    bar.set_exchange(Standing(1_000), 9_500)
    assert not any(" 3 " in text for text in texts())
    bar.set_warning("磁盘只剩 180 MB")
    bar.set_exchange(Standing(1_000), 9_600)
    assert "磁盘只剩 180 MB" in texts()
