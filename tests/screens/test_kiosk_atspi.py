"""The real program on a real screen, as a screen reader meets it over the accessibility bus."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from tests.screens.kiosk_day import make_day

WALK = Path(__file__).with_name("atspi_walk.py")
PROGRAMS = {"Xvfb": "xvfb", "dbus-run-session": "dbus", "busctl": "systemd"}
LAUNCHERS = (Path("/usr/libexec/at-spi-bus-launcher"), Path("/usr/lib/at-spi2-core/at-spi-bus-launcher"))
MISSING = [package for name, package in PROGRAMS.items() if shutil.which(name) is None]
MISSING += [] if any(place.exists() for place in LAUNCHERS) else ["at-spi2-core"]


@pytest.mark.skipif(bool(MISSING), reason=f"not installed here (Debian's names): {' '.join(MISSING)}")
def test_a_screen_reader_meets_every_button_of_the_first_page_by_its_name(tmp_path: Path) -> None:
    day = make_day(tmp_path)
    settings = tmp_path / "config"
    settings.mkdir()
    said = on_a_screen(
        [sys.executable, str(WALK), sys.executable, "-m", "desktop", "--data", str(day.file), "--face", "kiosk",
         "--event", day.event],
        {"XDG_CONFIG_HOME": str(settings), "HOME": str(tmp_path)},
    )  # fmt: skip

    assert said.returncode == 0, said.stderr
    met = [tuple(one) for one in json.loads(said.stdout.splitlines()[-1])]
    buttons = {name for role, name in met if role in ("push button", "button", "check box", "toggle button")}
    assert {"没带码？用姓名查找", "没有收到邀请", "请工作人员", "中文", "English", "工作人员"} <= buttons
    assert ("label", "请出示邀请码") in met
    assert not [role for role, name in met if role in ("push button", "button", "text") and not name]


@pytest.mark.full
@pytest.mark.skipif(bool(MISSING), reason=f"not installed here (Debian's names): {' '.join(MISSING)}")
def test_a_screen_reader_goes_to_the_page_about_the_device_and_to_the_scanners_test(tmp_path: Path) -> None:
    day = make_day(tmp_path)
    (tmp_path / "config").mkdir()
    said = on_a_screen(
        [sys.executable, str(WALK), sys.executable, "-m", "desktop", "--data", str(day.file), "--face", "kiosk",
         "--event", day.event],
        {"XDG_CONFIG_HOME": str(tmp_path / "config"), "HOME": str(tmp_path), "PRESS": "工作人员*5|本机|测试扫码枪"},
    )  # fmt: skip

    assert said.returncode == 0, said.stderr
    met = [tuple(one) for one in json.loads(said.stdout.splitlines()[-1])]
    buttons = {name for role, name in met if role in ("push button", "button")}
    assert {"完成", "返回", "再看一次", "测试扫码枪"} <= buttons
    assert ("label", "请扫这个码") in met
    assert [name for _role, name in met if name.startswith("磁盘: ")]
    assert not [role for role, name in met if role in ("push button", "button", "text") and not name]


def on_a_screen(command: list[str], extra: dict[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a command in a session of its own on a screen of its own, and take both away again."""
    read_end, write_end = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write_end), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=(write_end,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    os.close(write_end)
    # Short, because the name of a bus's socket must be.
    runtime = tempfile.mkdtemp(prefix="atspi-", dir="/tmp")
    try:
        with os.fdopen(read_end) as told:
            number = told.readline().strip()
        own = {"DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb", "XDG_RUNTIME_DIR": runtime}
        environment = {**os.environ, **extra, **own}
        # The bus of whoever runs the test is not the program's.
        environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
        return subprocess.run(
            ["dbus-run-session", "--", *command], capture_output=True, text=True, env=environment, check=False,
            timeout=240, cwd=Path(__file__).parents[2],
        )  # fmt: skip
    finally:
        screen.terminate()
        screen.wait(timeout=10)
        shutil.rmtree(runtime, ignore_errors=True)
