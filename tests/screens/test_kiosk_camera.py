"""A code before the camera is a scan: read from the picture's own bytes, once, and shown as in a mirror."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import qrcode
from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QColor, QImage, QPainter
from pytestqt.qtbot import QtBot

from desktop.devices.multimedia import multimedia as find_multimedia
from desktop.kiosk.state import Answer, Idle
from desktop.settings import Settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.kiosk_day import Day, Kiosk, make_day

multimedia: Any = find_multimedia()
if multimedia is None:
    pytest.skip("the camera's part of Qt (PySide6-Addons) or libpulse is not installed", allow_module_level=True)

from desktop.devices.camera import SAME_CODE_S, Camera  # noqa: E402 - only where the extra is installed
from desktop.devices.frames import VIEW_SIDE, MappedFrame  # noqa: E402

Format = multimedia.QVideoFrameFormat.PixelFormat
SIZE = QSize(1280, 720)
CODE = "QT7K2AABCDEFGHIJKLMNOPQR"


def picture_of(text: str) -> QImage:
    """A grey picture of a hall with a code in it; without a text only the hall. The right third is darker."""
    picture = QImage(SIZE, QImage.Format.Format_Grayscale8)
    picture.fill(QColor(200, 200, 200))
    painter = QPainter(picture)
    painter.fillRect(SIZE.width() * 2 // 3, 0, SIZE.width() // 3, SIZE.height(), QColor(90, 90, 90))
    if text:
        code = qrcode.QRCode(border=4)
        code.add_data(text)
        code.make()
        modules = code.get_matrix()
        side = 8
        left, top = 400, 200
        for y, line in enumerate(modules):
            for x, is_dark in enumerate(line):
                shade = QColor(0, 0, 0) if is_dark else QColor(255, 255, 255)
                painter.fillRect(left + x * side, top + y * side, side, side, shade)
    painter.end()
    return picture


def frame_of(picture: QImage, kind: str = "nv12") -> Any:
    """The picture as a camera of this kind hands it over."""
    if kind == "colour":
        return multimedia.QVideoFrame(picture.convertToFormat(QImage.Format.Format_RGB32))
    packed = {"yuyv": (Format.Format_YUYV, 0), "uyvy": (Format.Format_UYVY, 1)}
    formats = {"nv12": Format.Format_NV12, "yuv420p": Format.Format_YUV420P, "y8": Format.Format_Y8}
    pixel_format = packed[kind][0] if kind in packed else formats[kind]
    frame = multimedia.QVideoFrame(multimedia.QVideoFrameFormat(picture.size(), pixel_format))
    assert frame.map(multimedia.QVideoFrame.MapMode.WriteOnly)
    grey, bits, stride = bytes(picture.constBits()), frame.bits(0), frame.bytesPerLine(0)
    for y in range(picture.height()):
        line = grey[y * picture.bytesPerLine() : y * picture.bytesPerLine() + picture.width()]
        if kind in packed:
            first = y * stride + packed[kind][1]
            bits[first : first + 2 * picture.width() : 2] = line
        else:
            bits[y * stride : y * stride + picture.width()] = line
    frame.unmap()
    return frame


class Shelf(QObject):
    """Cameras that a test plugs in and out."""

    changed = Signal()

    def __init__(self, *names: str) -> None:
        super().__init__()
        self.plugged = list(names)
        self.opened: list[str] = []
        self.stopped: list[str] = []

    def names(self) -> tuple[str, ...]:
        return tuple(self.plugged)

    def open(self, name: str, _sink: object) -> Callable[[], None]:
        if name not in self.plugged:
            raise KeyError(name)
        self.opened.append(name)
        return lambda: self.stopped.append(name)

    def plug(self, *names: str) -> None:
        """These are the cameras from now on."""
        self.plugged = list(names)
        self.changed.emit()


class Seen:
    """A camera that looks at frames of a test, and what it told."""

    def __init__(self, qtbot: QtBot, *names: str) -> None:
        self.qtbot, self.shelf, self.now = qtbot, Shelf(*names), 100.0
        self.camera = Camera(self.shelf, multimedia.QVideoSink(), lambda: self.now)
        self.texts: list[str] = []
        self.views: list[QImage | None] = []
        self.states: list[str] = []
        self.camera.read.connect(self.texts.append)
        self.camera.seen.connect(self.views.append)
        self.camera.told.connect(self.states.append)

    def show(self, frame: Any) -> None:
        """Hand over one frame and wait until it is worked off."""
        self.camera.sink.setVideoFrame(frame)
        self.qtbot.waitUntil(lambda: not self.camera._jobs.is_busy)


@pytest.fixture
def seen(qtbot: QtBot) -> Iterator[Seen]:
    made = Seen(qtbot, "Front")
    yield made
    made.camera.close()


# One frame


@pytest.mark.parametrize("kind", ["nv12", "yuv420p", "y8", "yuyv", "uyvy", "colour"])
def test_a_code_is_read_from_every_kind_of_frame(kind: str) -> None:
    frame = MappedFrame(frame_of(picture_of(CODE), kind))
    sight = frame.read()
    frame.release()

    assert sight.text == CODE


def test_a_hall_without_a_code_reads_as_nothing() -> None:
    frame = MappedFrame(frame_of(picture_of("")))
    sight = frame.read()
    frame.release()

    assert sight.text == ""
    assert (sight.view.width(), sight.view.height()) == (720, 720)


def test_the_copy_of_a_very_large_picture_is_smaller() -> None:
    frame = MappedFrame(frame_of(picture_of("").scaled(3840, 2160)))
    view = frame.read().view
    frame.release()

    assert (view.width(), view.height()) == (VIEW_SIDE, VIEW_SIDE)


def test_the_small_picture_is_the_middle_of_the_large_one() -> None:
    frame = MappedFrame(frame_of(picture_of("")))
    view = frame.read().view
    frame.release()

    # The dark third begins at 853 of 1280 px: in the middle 720 px, three quarters and more to the right.
    assert view.pixelColor(view.width() // 2, 300).value() == pytest.approx(200, abs=2)
    assert view.pixelColor(view.width() * 9 // 10, 300).value() == pytest.approx(90, abs=2)


# Many frames


def test_the_same_code_held_out_is_one_scan(seen: Seen) -> None:
    seen.camera.start("Front")
    for _ in range(4):
        seen.show(frame_of(picture_of(CODE)))
        seen.now += SAME_CODE_S * 0.9
    assert seen.texts == [CODE]

    seen.now += SAME_CODE_S
    seen.show(frame_of(picture_of(CODE)))
    assert seen.texts == [CODE, CODE]


def test_another_code_is_another_scan_at_once(seen: Seen) -> None:
    seen.camera.start("Front")
    seen.show(frame_of(picture_of(CODE)))
    seen.show(frame_of(picture_of("QT7K2AOTHEROTHEROTHEROTH")))

    assert seen.texts == [CODE, "QT7K2AOTHEROTHEROTHEROTH"]


def test_while_one_frame_is_in_work_the_next_are_let_go(seen: Seen) -> None:
    seen.camera.start("Front")
    before = len(seen.views)
    for _ in range(10):
        seen.camera.sink.setVideoFrame(frame_of(picture_of(CODE)))
    seen.qtbot.waitUntil(lambda: not seen.camera._jobs.is_busy)

    assert len(seen.views) == before + 1


def test_a_frame_without_content_does_no_harm(seen: Seen) -> None:
    seen.camera.start("Front")
    seen.show(multimedia.QVideoFrame())
    seen.show(frame_of(picture_of(CODE)))

    assert seen.texts == [CODE]


# Devices


def test_the_remembered_camera_is_taken_and_any_other_where_it_is_not_there(seen: Seen) -> None:
    seen.shelf.plug("Built in", "Front")
    seen.camera.start("Front")
    seen.shelf.plug("Built in")

    assert (seen.shelf.opened, seen.shelf.stopped) == (["Front", "Built in"], ["Front"])
    assert seen.states == ["on"]


def test_a_camera_pulled_out_is_told_and_taken_up_again_when_it_is_back(seen: Seen) -> None:
    seen.camera.start("Front")
    seen.shelf.plug()
    assert seen.states == ["on", "lost"]
    assert seen.views[-1] is None

    seen.shelf.plug("Front")
    seen.show(frame_of(picture_of(CODE)))
    assert seen.states == ["on", "lost", "on"]
    assert seen.texts == [CODE]


def test_the_remembered_camera_is_taken_again_when_it_comes_back_beside_another(seen: Seen) -> None:
    seen.camera.start("Front")
    seen.shelf.plug("Built in")
    seen.shelf.plug("Built in", "Front")

    assert (seen.shelf.opened, seen.camera.name) == (["Front", "Built in", "Front"], "Front")


def test_a_computer_without_a_camera_says_so(qtbot: QtBot) -> None:
    seen = Seen(qtbot)
    seen.camera.start("Front")
    assert seen.states == ["none"]
    seen.camera.close()


# At the door


class Eyed:
    """A kiosk with a camera, from settings to screen."""

    def __init__(self, qtbot: QtBot, day: Day, look: Look, translator: Translator, *names: str) -> None:
        self.shelf = Shelf(*names)
        self.camera: Camera | None = None
        self.kiosk = Kiosk(
            qtbot, day, look, translator, settings=Settings(has_camera=True, camera="Front"), make_camera=self.make
        )

    def make(self, parent: QObject) -> Camera:
        self.camera = Camera(self.shelf, multimedia.QVideoSink(parent), parent=parent)
        return self.camera

    def show(self, frame: Any) -> None:
        assert self.camera is not None
        self.camera.sink.setVideoFrame(frame)
        self.kiosk.qtbot.waitUntil(lambda: self.camera is not None and not self.camera._jobs.is_busy)
        self.kiosk.settle()


@pytest.fixture
def day(tmp_path: Path) -> Day:
    return make_day(tmp_path)


def test_a_code_before_the_camera_is_welcomed(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> None:
    eyed = Eyed(qtbot, day, look, translator, "Front")
    assert eyed.kiosk.texts()[0] == "把码对准这里"
    eyed.show(frame_of(picture_of(day.codes["陈知夏"])))

    assert isinstance(eyed.kiosk.state, Answer)
    assert eyed.kiosk.texts()[0] == "已签到"
    assert [(row.outcome, row.client) for row in day.rows()] == [("welcomed", day.ids["陈知夏"])]
    eyed.kiosk.close()


def test_the_panel_shows_the_client_as_in_a_mirror(qtbot: QtBot, day: Day, look: Look, translator: Translator) -> None:
    eyed = Eyed(qtbot, day, look, translator, "Front")
    eyed.show(frame_of(picture_of("")))
    panel = eyed.kiosk.window.front.panel
    shown = panel.grab().toImage()

    # What is dark at the camera's right is dark at the left of a mirror.
    middle, quarter = panel.width() // 2, 120
    assert shown.pixelColor(middle - quarter, 300).value() == pytest.approx(90, abs=3)
    assert shown.pixelColor(middle + quarter, 300).value() == pytest.approx(200, abs=3)
    eyed.kiosk.close()


def test_a_kiosk_whose_camera_is_gone_says_so_and_still_takes_scans(
    qtbot: QtBot, day: Day, look: Look, translator: Translator
) -> None:
    eyed = Eyed(qtbot, day, look, translator)
    assert eyed.kiosk.state == Idle()
    assert "签到台 2 · 摄像头没有应答，请叫工作人员" in eyed.kiosk.texts()

    eyed.kiosk.scan(day.codes["陈知夏"])
    assert eyed.kiosk.texts()[0] == "已签到"
    eyed.kiosk.close()


def test_without_the_extra_the_kiosk_says_that_no_camera_answers(
    qtbot: QtBot, day: Day, look: Look, translator: Translator
) -> None:
    kiosk = Kiosk(qtbot, day, look, translator, settings=Settings(has_camera=True), make_camera=lambda _parent: None)

    assert "签到台 2 · 摄像头没有应答，请叫工作人员" in kiosk.texts()
    kiosk.close()
