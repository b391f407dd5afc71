"""A person at a screen of its own: eyes that see what stands in the window, hands on a real keyboard and mouse."""

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
NEEDED = ("Xvfb", "openbox", "xdotool")
PATIENCE_S = 20.0
# What one looks at has to stand still for a moment.
BLINK_S = 0.16
TYPING_MS = 30
# At a door where a hand scanner listens, nobody types as fast as it.
FINGER_MS = 90
PRINTER = "前台"
WINDOW_RULES = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew></focus>
  <applications><application class="*">
    <decor>no</decor><focus>yes</focus><position force="yes"><x>0</x><y>0</y></position>
  </application></applications>
</openbox_config>
"""


def missing_programs() -> list[str]:
    """What such a screen needs and this machine lacks."""
    return [name for name in NEEDED if shutil.which(name) is None]


class Person:
    """Sits at an X screen with a window manager and one printer, whose papers lie in `printed`."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.printed = folder, folder / "printed"
        self._running: list[subprocess.Popen[Any]] = []
        # The programs on the screen and what can be seen of each, the one in front at the end.
        self._open: list[tuple[subprocess.Popen[Any], Path]] = []
        self._environment = {**os.environ, "XDG_CONFIG_HOME": str(folder / "config"), "HOME": str(folder / "home")}
        self._environment |= {"XDG_DATA_HOME": str(folder / "data"), "QT_QPA_PLATFORM": "xcb", "LC_ALL": "C.UTF-8"}
        for name in ("config", "home", "data", "bin", "printed"):
            (folder / name).mkdir()
        # Every window at the same place: what is seen at a point is what is clicked there.
        rules = folder / "config" / "openbox" / "rc.xml"
        rules.parent.mkdir()
        rules.write_text(WINDOW_RULES, encoding="utf-8")
        self._put_up_printer()

    def _put_up_printer(self) -> None:
        bin_ = self.folder / "bin"
        told = f'case "$1" in -e) echo {PRINTER};; *) echo "system default destination: {PRINTER}";; esac'
        kept = f'for last in "$@"; do :; done\n/bin/cp "$last" "{self.printed}/"'
        for name, text in (("lpstat", told), ("lp", kept)):
            (bin_ / name).write_text(f"#!/bin/sh\n{text}\n", encoding="utf-8")
            (bin_ / name).chmod(0o755)
        self._environment["PATH"] = f"{bin_}{os.pathsep}{self._environment['PATH']}"

    def sit_down(self) -> None:
        """Switch the screen on."""
        here, there = os.pipe()
        screen = ("-screen", "0", "1280x800x24", "-nolisten", "tcp")
        self._start("Xvfb", "-displayfd", str(there), *screen, pass_fds=(there,))
        os.close(there)
        with os.fdopen(here) as told:
            self._environment["DISPLAY"] = f":{told.readline().strip()}"
        self._start("openbox", "--sm-disable")
        self._environment.pop("WAYLAND_DISPLAY", None)

    def open(self, *arguments: str) -> None:
        """Start the program; its window stands in front of those that are open."""
        note = self.folder / f"seen-{len(self._running)}.json"
        program = str(Path(__file__).with_name("watched_program.py"))
        self._open.append((self._start(sys.executable, program, str(note), *arguments), note))

    def switch_off(self) -> None:
        """End the program in front as a power cut does; the one behind it is in front again."""
        program, _ = self._open.pop()
        program.kill()
        program.wait()

    def _start(self, *command: str, pass_fds: tuple[int, ...] = ()) -> subprocess.Popen[Any]:
        environment = {**self._environment, "PYTHONPATH": str(ROOT)}
        with (self.folder / f"{Path(command[0]).name}.log").open("ab") as said:
            started = subprocess.Popen(
                command, env=environment, stdout=said, stderr=subprocess.STDOUT, cwd=self.folder, pass_fds=pass_fds
            )
        self._running.append(started)
        return started

    def get_up(self) -> None:
        """Close everything that was started, the last first."""
        for one in reversed(self._running):
            one.terminate()
            try:
                one.wait(timeout=10)
            except subprocess.TimeoutExpired:
                one.kill()
                one.wait()
        self._running.clear()

    # Eyes

    def look(self) -> list[dict[str, Any]]:
        """What is in view now."""
        try:
            seen: list[dict[str, Any]] = json.loads(self._open[-1][1].read_text(encoding="utf-8"))
        except (FileNotFoundError, json.JSONDecodeError):
            return []
        return seen

    def find(self, what: str, *, after_s: float = PATIENCE_S) -> dict[str, Any]:
        """The part with this name or whose text begins so, once it stands still and can be used."""
        until, before = time.monotonic() + after_s, None
        while time.monotonic() < until:
            usable = [one for one in self.look() if one["can"]]
            exact = [one for one in usable if what in (one["name"], one["text"])]
            now = next(iter(exact or [one for one in usable if one["text"].startswith(what)]), None)
            if now is not None and now == before:
                return now
            before = now
            time.sleep(BLINK_S)
        texts = [one["text"] for one in self.look() if one["text"]]
        raise AssertionError(f"{what} is not to be seen; {texts}; {self._last_words()}")

    def field(self, label: str) -> dict[str, Any]:
        """What takes text below a label."""
        head = self.find(label)
        left, top, _, height = head["at"]
        below = [one for one in self.look() if one["takes"] and one["at"][1] >= top + height - 2]
        near = [one for one in below if abs(one["at"][0] - left) < 40]
        assert near, f"no field below {label}"
        return min(near, key=lambda one: int(one["at"][1]))

    def _last_words(self) -> str:
        return (self.folder / f"{Path(sys.executable).name}.log").read_text(encoding="utf-8", errors="replace")[-1500:]

    # Hands

    def click(self, what: str) -> None:
        """Move the mouse there and press its left button."""
        self._point(self.find(what))

    def _point(self, part: dict[str, Any]) -> None:
        left, top, width, height = part["at"]
        self._hand("mousemove", str(left + width // 2), str(top + height // 2), "click", "1")
        time.sleep(BLINK_S)

    def write(self, text: str, *, pause_ms: int = TYPING_MS) -> None:
        """Type, into whatever has the focus, as fast as a very quick person."""
        self._hand("type", "--delay", str(pause_ms), text)
        time.sleep(BLINK_S)

    def write_in(self, label: str, text: str) -> None:
        """Click into the field below a label and type."""
        self._point(self.field(label))
        self.write(text)

    def press(self, *keys: str) -> None:
        """Press keys, as ctrl+3 or Return."""
        for key in keys:
            self._hand("key", key)
            time.sleep(BLINK_S)

    def _hand(self, *words: str) -> None:
        subprocess.run(["xdotool", *words], env=self._environment, check=True, capture_output=True)
