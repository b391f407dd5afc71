"""A scanner on a serial port is heard through the same ears as one that types; a pseudo-terminal plays the cable."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desktop.devices import serial_scanner
from desktop.devices.serial_scanner import SerialScanner, serial_ports
from desktop.settings import Settings
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from tests.screens.kiosk_day import Kiosk, make_day

pty = pytest.importorskip("pty", reason="this system has no pseudo-terminals")
if serial_ports() is None:
    pytest.skip("Qt's part for serial ports (PySide6-Addons) is not installed", allow_module_level=True)

CODE = "QT7K2AABCDEFGHIJKLMNOPQR"


@dataclass
class Cable:
    """Two ends: the test writes into one, the program opens the other, by a name that can be pulled out."""

    link: Path
    ours: int = -1
    theirs: int = -1
    pulled: list[int] = field(default_factory=list)

    def plug(self) -> None:
        """Connect the scanner; always under the same name."""
        self.ours, self.theirs = pty.openpty()
        self.link.symlink_to(os.ttyname(self.theirs))

    def pull(self) -> None:
        """Take the scanner away."""
        self.link.unlink()
        os.close(self.theirs)
        os.close(self.ours)
        self.ours = self.theirs = -1

    def send(self, data: bytes) -> None:
        """What the scanner sends."""
        os.write(self.ours, data)


@pytest.fixture
def cable(tmp_path: Path) -> Iterator[Cable]:
    made = Cable(tmp_path / "scanner")
    made.plug()
    yield made
    if made.ours >= 0:
        made.pull()


class Ear:
    """What a serial scanner told."""

    def __init__(self, qtbot: QtBot, settings: Settings) -> None:
        self.qtbot = qtbot
        self.scanner = SerialScanner()
        self.codes: list[str] = []
        self.raw: list[str] = []
        self.states: list[str] = []
        self.scanner.scanned.connect(self.codes.append)
        self.scanner.raw.connect(self.raw.append)
        self.scanner.told.connect(self.states.append)
        self.scanner.follow(settings)


@pytest.fixture
def ear(qtbot: QtBot, cable: Cable) -> Iterator[Ear]:
    made = Ear(qtbot, Settings(scanner_port=str(cable.link)))
    assert made.states == ["on"]
    yield made
    made.scanner.close()


@pytest.mark.parametrize("closing", [b"\r", b"\r\n", b"\n", b"\t", b""])
def test_a_code_comes_through_whatever_closes_it(ear: Ear, cable: Cable, closing: bytes) -> None:
    cable.send(CODE.encode() + closing)
    ear.qtbot.waitUntil(lambda: bool(ear.raw))

    assert ear.codes == [CODE]
    assert ear.raw == [(CODE.encode() + closing).decode()]


def test_a_code_in_pieces_is_one_and_two_in_one_piece_are_two(ear: Ear, cable: Cable) -> None:
    cable.send(CODE[:9].encode())
    ear.qtbot.wait(20)
    cable.send(CODE[9:].encode() + b"\r" + CODE[::-1].encode() + b"\r")
    ear.qtbot.waitUntil(lambda: len(ear.codes) == 2)

    assert ear.codes == [CODE, CODE[::-1]]


def test_what_the_scanner_adds_is_taken_off_once_it_is_known(qtbot: QtBot, cable: Cable) -> None:
    ear = Ear(qtbot, Settings(scanner_port=str(cable.link), scanner_prefix="\x02]Q1", scanner_suffix="\x03\r"))
    cable.send(b"\x02]Q1" + CODE.encode() + b"\x03\r")
    qtbot.waitUntil(lambda: bool(ear.codes))

    assert ear.codes == [CODE]
    ear.scanner.close()


def test_noise_of_a_bad_cable_is_no_code_and_the_next_one_is_read(ear: Ear, cable: Cable) -> None:
    cable.send(bytes(range(128, 160)) + b"\x00\xff\r")
    ear.qtbot.waitUntil(lambda: bool(ear.raw))
    cable.send(CODE.encode() + b"\r")
    ear.qtbot.waitUntil(lambda: bool(ear.codes))

    assert ear.codes == [CODE]


def test_a_scanner_pulled_out_is_told_and_taken_up_again_when_it_is_back(
    qtbot: QtBot, cable: Cable, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(serial_scanner, "AGAIN_MS", 30)
    ear = Ear(qtbot, Settings(scanner_port=str(cable.link)))
    cable.pull()
    qtbot.waitUntil(lambda: ear.states == ["on", "lost"])
    cable.plug()
    qtbot.waitUntil(lambda: ear.states == ["on", "lost", "on"])
    cable.send(CODE.encode() + b"\r")
    qtbot.waitUntil(lambda: bool(ear.codes))

    assert ear.codes == [CODE]
    ear.scanner.close()


def test_without_the_extra_the_port_says_so(qtbot: QtBot, cable: Cable, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serial_scanner, "serial_ports", lambda: None)
    ear = Ear(qtbot, Settings(scanner_port=str(cable.link)))

    assert ear.states == ["absent"]
    ear.scanner.close()


def test_a_client_is_welcomed_by_the_port(
    qtbot: QtBot, tmp_path: Path, cable: Cable, look: Look, translator: Translator
) -> None:
    day = make_day(tmp_path)
    kiosk = Kiosk(qtbot, day, look, translator, settings=Settings(scanner_port=str(cable.link)))
    cable.send(day.codes["陈知夏"].encode() + b"\r")
    qtbot.waitUntil(lambda: bool(day.rows()))
    kiosk.settle()

    assert kiosk.texts()[0] == "已签到"
    assert [row.outcome for row in day.rows()] == ["welcomed"]
    kiosk.close()
