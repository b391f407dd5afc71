"""The kiosk's sounds, made here: one or two notes of a soft mallet, nothing sharp and nothing that scolds.

`write_sounds(folder)` makes the files of `resources/sounds` anew; the same numbers give the same files.
"""

import io
import math
import struct
import wave
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

RATE: Final = 44_100
ATTACK_S: Final = 0.008
RELEASE_S: Final = 0.02
# -6 dBFS.
PEAK: Final = 0.5
FULL: Final = 32_767
# A wooden bar: its own tone and, two octaves higher, a short knock.
PARTIALS: Final = ((1.0, 1.0, 9.0), (4.0, 0.22, 28.0))
C4, E4, A4, C5, E5, G5 = 261.63, 329.63, 440.0, 523.25, 659.26, 783.99


@dataclass(frozen=True, slots=True)
class Note:
    """A tone in Hz that begins at `at_ms`; `strength` is 1 for the loudest."""

    hz: float
    at_ms: int = 0
    strength: float = 1.0


@dataclass(frozen=True, slots=True)
class Sound:
    """Notes, and how long the whole lasts; `strength` is 1 for the welcome, which is the loudest of all."""

    notes: tuple[Note, ...]
    ms: int
    strength: float = 1.0


SOUNDS: Final[Mapping[str, Sound]] = {
    "welcomed": Sound((Note(C5), Note(G5, 110)), 320),
    "unknown": Sound((Note(C5), Note(G5, 110, 0.45)), 320),
    "already": Sound((Note(E5), Note(E5, 110)), 240, 0.8),
    "wrong_event": Sound((Note(A4),), 200, 0.8),
    "not_today": Sound((Note(A4),), 200, 0.8),
    "malformed": Sound((Note(A4),), 90, 0.8),
    "revoked": Sound((Note(E4), Note(C4, 130)), 320, 0.6),
    # The calling board's: it carries through a hall without startling anybody.
    "called": Sound((Note(E5), Note(C5, 240)), 640, 0.9),
}


def samples(sound: Sound) -> list[float]:
    """The sound as numbers from -1 to 1 at 44,100 a second."""
    count = RATE * sound.ms // 1_000
    heard = [0.0] * count
    for note in sound.notes:
        first = RATE * note.at_ms // 1_000
        for place in range(first, count):
            heard[place] += note.strength * _struck(note.hz, (place - first) / RATE)
    loudest = max(abs(value) for value in heard)
    scale = PEAK * sound.strength / loudest
    release = RATE * RELEASE_S
    return [value * scale * min(1.0, (count - 1 - place) / release) for place, value in enumerate(heard)]


def wave_file(sound: Sound) -> bytes:
    """The sound as a WAV file: mono, 16 bit."""
    numbers = [round(value * FULL) for value in samples(sound)]
    content = io.BytesIO()
    with wave.open(content, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(struct.pack(f"<{len(numbers)}h", *numbers))
    return content.getvalue()


def write_sounds(folder: Path) -> None:
    """Write every sound as `NAME.wav`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, sound in SOUNDS.items():
        (folder / f"{name}.wav").write_bytes(wave_file(sound))


def _struck(hz: float, t_s: float) -> float:
    """One bar struck at 0 s."""
    attack = 0.5 - 0.5 * math.cos(math.pi * min(t_s / ATTACK_S, 1.0))
    tone = sum(
        share * math.exp(-decay * t_s) * math.sin(2 * math.pi * hz * times * t_s) for times, share, decay in PARTIALS
    )
    return attack * tone
