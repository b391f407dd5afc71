"""The sounds are the notes they are meant to be, made by this program, and heard only where that was wished."""

import io
import math
import struct
import wave
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desktop.devices.mallet import A4, C4, C5, E4, E5, FULL, G5, PEAK, RATE, SOUNDS, samples, wave_file, write_sounds
from desktop.devices.sounds import Sounds
from desktop.kiosk.state import Answer
from desktop.widgets.languages import Translator
from desktop.widgets.look import Look
from desktop.widgets.theme import PANELS
from resources import path
from tests.screens.kiosk_day import NINE, Kiosk, make_day, stray_code


def numbers(content: bytes) -> tuple[int, ...]:
    with wave.open(io.BytesIO(content)) as file:
        assert (file.getnchannels(), file.getsampwidth(), file.getframerate()) == (1, 2, RATE)
        count = file.getnframes()
        return struct.unpack(f"<{count}h", file.readframes(count))


@pytest.mark.parametrize("name", SOUNDS)
def test_the_shipped_file_is_the_one_that_is_made_here(name: str) -> None:
    shipped = numbers(path(f"sounds/{name}.wav").read_bytes())
    made = numbers(wave_file(SOUNDS[name]))

    assert len(shipped) == len(made)
    # Another machine's sine may differ in its last bit.
    assert max(abs(one - other) for one, other in zip(shipped, made, strict=True)) <= 1


def test_the_files_are_written_as_they_are_shipped(tmp_path: Path) -> None:
    write_sounds(tmp_path / "sounds")

    assert sorted(file.stem for file in (tmp_path / "sounds").iterdir()) == sorted(SOUNDS)


@pytest.mark.parametrize(
    ("name", "ms"),
    [("welcomed", 320), ("already", 240), ("wrong_event", 200), ("not_today", 200), ("malformed", 90)],
)
def test_a_sound_lasts_as_long_as_it_should(name: str, ms: int) -> None:
    assert len(samples(SOUNDS[name])) == RATE * ms // 1_000


def strength(heard: list[float], hz: float) -> float:
    """How much of this tone there is (Goertzel)."""
    real = sum(value * math.cos(2 * math.pi * hz * place / RATE) for place, value in enumerate(heard))
    imaginary = sum(value * math.sin(2 * math.pi * hz * place / RATE) for place, value in enumerate(heard))
    return math.hypot(real, imaginary) / len(heard)


@pytest.mark.parametrize(
    ("name", "first", "last"),
    [
        ("welcomed", C5, G5), ("unknown", C5, G5), ("already", E5, E5), ("wrong_event", A4, A4), ("malformed", A4, A4),
        ("revoked", E4, C4),
    ],
)  # fmt: skip
def test_the_notes_are_those_of_the_table(name: str, first: float, last: float) -> None:
    heard = samples(SOUNDS[name])
    begin, end = heard[: len(heard) // 4], heard[len(heard) // 2 :]

    tones = (C4, E4, A4, C5, E5, G5)
    assert max(tones, key=lambda hz: strength(begin, hz)) == first
    assert max(tones, key=lambda hz: strength(end, hz)) == last


def test_no_sound_is_louder_than_the_welcome_or_begins_or_ends_with_a_click() -> None:
    peaks = {name: max(map(abs, samples(sound))) for name, sound in SOUNDS.items()}

    assert peaks["welcomed"] == pytest.approx(PEAK)
    assert max(peaks.values()) <= PEAK + 1e-9
    for sound in SOUNDS.values():
        heard = samples(sound)
        assert abs(heard[0]) * FULL < 1
        assert abs(heard[-1]) * FULL < 1


def test_every_panel_that_answers_and_the_calling_board_have_a_sound() -> None:
    assert set(SOUNDS) == set(PANELS) - {"idle"} | {"called"}


class Struck(QObject):
    """A player that notes what it was told."""

    def __init__(self, heard: list[tuple[str, float]], name: str) -> None:
        super().__init__()
        self._heard, self._name, self._volume = heard, name, 0.0

    def setVolume(self, volume: float, /) -> None:  # noqa: N802 - Qt's own name
        self._volume = volume

    def play(self) -> None:
        self._heard.append((self._name, self._volume))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, float]]:
    """What is heard, and how loud; no test makes a noise."""
    noted: list[tuple[str, float]] = []
    monkeypatch.setattr(Sounds, "_make", lambda _self: {name: Struck(noted, name) for name in SOUNDS})
    return noted


@pytest.mark.usefixtures("qapp")
def test_what_is_switched_off_is_not_heard(heard: list[tuple[str, float]]) -> None:
    sounds = Sounds()
    sounds.set_up(is_on=False, volume=70)
    sounds.play("welcomed")
    sounds.set_up(is_on=True, volume=35)
    sounds.play("welcomed")
    sounds.set_up(is_on=True, volume=0)
    sounds.play("welcomed")

    assert heard == [("welcomed", 0.35)]


def test_each_decision_is_heard_and_the_desk_sounds_the_same_whatever_the_reason(
    qtbot: QtBot, tmp_path: Path, look: Look, translator: Translator, heard: list[tuple[str, float]]
) -> None:
    day = make_day(tmp_path)
    kiosk = Kiosk(qtbot, day, look, translator)
    kiosk.flow._senses._sounds.set_up(is_on=True, volume=50)
    for code in (
        *(day.codes["陈知夏"], day.codes["陈知夏"], day.codes["陈钟晓"], stray_code(day.event), day.other_code),
        "HTTPSEXAMPLE",
    ):
        kiosk.scan(code)
    kiosk.flow.answered(Answer("unknown", "id", is_admitted=True, at=NINE))
    kiosk.close()

    assert [name for name, _ in heard] == [
        *("welcomed", "already", "revoked", "revoked", "wrong_event", "malformed", "unknown"),
    ]
