"""Set up, show and test Qinting with nothing but Python 3.11 and its package sources.

`python3 run.py help` lists the words. Standard library only, and a syntax that older Pythons can read, so
that they say in one sentence which version is needed.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Callable, NoReturn, Sequence  # noqa: UP035  (older Pythons know them only here)

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed.sha256"
LOG = VENV / "setup.log"
CODE = ("desktop", "db", "resources", "run.py", "tests")
FAST_TESTS = ("tests/rules", "tests/architecture", "tests/storage")
TICK_S = 10.0
OFFSCREEN = {"QT_QPA_PLATFORM": "offscreen"}

# Shared object -> Debian package. Later releases renamed some of them and provide the old names.
DRAWING_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
}
WINDOW_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}
# What the camera and the sounds ask for; without it the program works, silent and with hand scanners.
MEDIA_LIBRARIES = {"libpulse.so.0": "libpulse0"}
# Program -> Debian package. Without one of them the tests that need it are skipped.
TEST_PROGRAMS = {
    "pdftotext": "poppler-utils",
    "qpdf": "qpdf",
    "mutool": "mupdf-tools",
    "Xvfb": "xvfb",
    "openbox": "openbox",
    "xdotool": "xdotool",
    # A real printer without a driver, for the tests of printing.
    "cupsd": "cups-daemon",
    "lpadmin": "cups-client",
    "driverless": "cups-filters-core-drivers",
    "ippeveprinter": "cups-ipp-utils",
    "avahi-daemon": "avahi-daemon",
    "dbus-daemon": "dbus",
}

# Parts of the long figures: what a part shows, and the tests that do.
FULL_PARTS = {
    "kills": (
        "强行结束 / killed in any work",
        ("tests/faults/test_killed_verbs.py", "tests/faults/test_killed_openings.py", "tests/faults/test_kills.py"),
    ),
    "power": ("断电 / simulated power cuts", ("tests/faults/test_power_cuts.py",)),
    "disk": ("磁盘出错 / every call to the disk fails once", ("tests/faults/test_io_errors.py",)),
    "packages": (
        "数据包损坏 / packages cut and flipped",
        ("tests/faults/test_spoilt_packages.py", "tests/exchange/test_strangers.py"),
    ),
    "folder": ("共享文件夹 / a thousand packages waiting", ("tests/faults/test_shared_folder.py",)),
    "hall": (
        "五台设备十分钟 / five devices, ten minutes",
        ("tests/exchange/test_hall.py", "tests/exchange/test_s3.py"),
    ),
    "rush": ("三百家半小时 / three hundred families in half an hour", ("tests/journeys/test_rush.py",)),
    "kiosk": (
        "签到台 / scans, pictures, a monkey, a whole day at the kiosk",
        (
            "tests/screens/test_kiosk_many_scans.py",
            "tests/screens/test_camera_reading.py",
            "tests/screens/test_kiosk_monkey.py",
            "tests/screens/test_kiosk_atspi.py",
            "tests/benchmarks/test_day.py",
        ),
    ),
    "talk": (
        "接待 / killed fifty times while typing, two hundred concerns, two thousand answers",
        (
            "tests/screens/test_host_killed.py",
            "tests/screens/test_host_writing.py",
            "tests/screens/test_office_life.py",
            "tests/journeys/test_answers.py",
        ),
    ),
    "lives": ("一万次交换 / ten thousand lives of devices", ("tests/exchange/test_scenarios.py",)),
    "reading": ("读回表格 / six hundred scans and photographs of forms", ("tests/reading/test_full_reading.py",)),
}

USAGE = """\
python3 run.py [WORD]

  (无 / none)         准备并演示 / set up and run the demonstration
  setup               只准备 / only set up
  demo [DIR]          演示，结果放在 DIR / the demonstration, its result in DIR (demo)
  test                全部测试 / the test suite
  test full [PART]    长时间的数字 / the long figures, all or one part, each under an hour:
{parts}
                      或 tests 里的文件夹，或测试名的一部分 / or a folder in tests, or part of a test's name
  check               格式、检查、类型、层次、快速测试 / format, lint, types, contracts, fast tests
  bench [NAME ...]    速度对比 / speed as ratios
  pictures [DIR ...]  界面截图 / pictures of the screens (pictures --help)
  coverage            两篇文章的要求与测试 / what is asked for and the tests that show it: tests/COVERAGE.md
  package [DIR]       可直接运行的程序 / the program as a folder that needs no Python (installers/README.md)""".format(
    parts="\n".join(f"    {name:<18}{what}" for name, (what, _) in FULL_PARTS.items())
)


class StoppedError(Exception):
    """The work cannot go on: `status` is the exit code, the lines are for the person at the keyboard."""

    def __init__(self, status: int, *lines: str) -> None:
        super().__init__("\n".join(lines))
        self.status = status


class Step:
    """One line of progress, which grows by the seconds passed while the step lasts."""

    def __init__(self, place: str, name: str) -> None:
        self._began = time.monotonic()
        print(f"[{place}] {name} …", end="", flush=True)

    def tick(self) -> None:
        """Show that the step still lasts."""
        print(f" {time.monotonic() - self._began:.0f} s …", end="", flush=True)

    def end(self, word: str = "ok") -> None:
        """Close the line with `word` and the seconds taken."""
        print(f" {word} {time.monotonic() - self._began:.1f} s", flush=True)

    def stop(self, status: int, *lines: str) -> NoReturn:
        """Close the line and end the work."""
        self.end("停 / stopped")
        raise StoppedError(status, *lines)


def main(words: Sequence[str]) -> int:
    """Do what `words` ask for; returns the exit code, which is the child's where a child did the work."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # A console without Chinese shows question marks instead of a traceback.
            stream.reconfigure(errors="replace")
    if sys.version_info < (3, 11):  # noqa: UP036  (the one file that meets older Pythons)
        print("需要 Python 3.11 或更新的版本 / Python 3.11 or later is needed, this is", sys.version.split()[0])
        return 2
    word, rest = (words[0], words[1:]) if words else ("demo", ())
    if word in ("help", "-h", "--help"):
        print(USAGE)
        return 0
    try:
        if word not in ACTIONS:
            raise StoppedError(2, USAGE)
        return ACTIONS[word](rest)
    except StoppedError as stopped:
        print(stopped, file=sys.stderr)
        return stopped.status
    except KeyboardInterrupt:
        print("\n已中断，可再次运行 / interrupted, can be run again", file=sys.stderr)
        return 130


# The words


def _only_set_up(words: Sequence[str]) -> int:
    _expect_no_more(words)
    set_up()
    return 0


def _demonstrate(words: Sequence[str]) -> int:
    is_named = bool(words) and not words[0].startswith("-")
    folder = Path(words[0]).resolve() if is_named else ROOT / "demo"
    make_room(folder)
    set_up()
    status = _run([program("qinting"), "demo", str(folder), *words[int(is_named) :]])
    if status == 0:
        status = _open_window(folder / "office.qinting-db")
    return status


def _open_window(data: Path) -> int:
    """Open the office's window on the result where there is a screen; say in one line where there is none."""
    if _has_screen():
        return _run([program("qinting"), "--data", str(data)])
    print("这里没有屏幕，不开窗口，可以这样看 / no screen here, so no window; look with:")
    print(f"  {program('qinting')} --data {data} concern list")
    return 0


def _has_screen() -> bool:
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _test(words: Sequence[str]) -> int:
    selection = select_tests(words)
    set_up(with_test_programs=True)
    began = time.monotonic()
    status = _run([program("pytest"), *selection], OFFSCREEN)
    print(f"用时 / took {time.monotonic() - began:.0f} s")
    return status


def _check(words: Sequence[str]) -> int:
    _expect_no_more(words)
    set_up()
    steps = (
        ("格式 / format", ["ruff", "format", "--check", *CODE]),
        ("检查 / lint", ["ruff", "check", *CODE]),
        ("类型 / types", ["mypy", "--explicit-package-bases", *CODE]),
        ("层次 / contracts", ["lint-imports"]),
        ("快速测试 / fast tests", ["pytest", "-q", "-n", "2", "-m", "not full", *FAST_TESTS]),
    )
    worst = 0
    for number, (name, (tool, *arguments)) in enumerate(steps, start=1):
        step = Step(f"{number}/{len(steps)}", name)
        status, said = _run_quietly([program(tool), *arguments], step, OFFSCREEN)
        step.end("ok" if status == 0 else "不过 / failed")
        if status != 0:
            print(said)
        worst = max(worst, status)
    return worst


def _bench(words: Sequence[str]) -> int:
    set_up()
    return _run([program("qinting"), "bench", *words])


def _picture(words: Sequence[str]) -> int:
    set_up()
    return _run([program("python"), "-m", "tests.pictures.take", *words])


def _coverage(words: Sequence[str]) -> int:
    _expect_no_more(words)
    set_up()
    return _run([program("python"), "-m", "tests.mission"])


def _package(words: Sequence[str]) -> int:
    set_up()
    return _run([program("python"), str(ROOT / "installers" / "freeze.py"), *words])


ACTIONS: dict[str, Callable[[Sequence[str]], int]] = {
    "setup": _only_set_up,
    "demo": _demonstrate,
    "test": _test,
    "check": _check,
    "bench": _bench,
    "pictures": _picture,
    "coverage": _coverage,
    "package": _package,
}


def _expect_no_more(words: Sequence[str]) -> None:
    if words:
        raise StoppedError(2, USAGE)


def select_tests(words: Sequence[str]) -> list[str]:
    """Return pytest's arguments for the words after `test`; the long figures run alone, as they measure."""
    if not words:
        # A file stays in one process: what its tests share is made once.
        return ["-n", "2", "--dist", "loadfile", "-m", "not full", "--durations", "15"]
    if words[0] != "full" or len(words) > 2:
        raise StoppedError(2, USAGE)
    places = [place for word in words[1:] for place in _part(word)]
    if words[1:] == ["lives"]:
        # Nothing is measured in these, and one process would take more than an hour.
        return ["-n", "2", "-m", "full", "-v", *places]
    # Each says by and by how far it is, so nothing is held back.
    return ["-n", "0", "-m", "full", "-v", "-s", *places]


def _part(word: str) -> Sequence[str]:
    if word in FULL_PARTS:
        return FULL_PARTS[word][1]
    return (f"tests/{word}" if (ROOT / "tests" / word).exists() else f"-k={word}",)


def make_room(folder: Path) -> None:
    """Remove an earlier demonstration at `folder`; what holds anything else is left alone and refused."""
    if not folder.exists() or (folder.is_dir() and not any(folder.iterdir())):
        return
    mark = folder / "demo.json"
    if not (mark.is_file() and "qinting" in mark.read_text(encoding="utf-8", errors="replace")):
        found = f"{folder} 不是演示留下的，未动 / was not left by a demonstration and stays as it is"
        raise StoppedError(2, found, "请换一个文件夹 / name another:  python3 run.py demo DIR")
    shutil.rmtree(folder)


# The set-up


def set_up(*, with_test_programs: bool = False) -> None:
    """Make ready what is not; raises StoppedError, with what to do, where that is beyond this program."""
    step = Step("1/3", "系统库 / system libraries")
    _provide_libraries(step)
    if with_test_programs:
        _provide_test_programs(step)
    step.end()
    wanted = _fingerprint()
    is_done = _venv_python().exists() and STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted
    step = Step("2/3", ".venv")
    if not (is_done or _venv_works()):
        _make_venv(step)
    step.end()
    step = Step("3/3", "软件包 / packages")
    if not is_done:
        _install_packages(step)
        STAMP.write_text(wanted, encoding="ascii")
    step.end()


def _fingerprint() -> str:
    """SHA-256 of what the installed packages follow from; the place counts, as scripts in .venv carry it."""
    parts = ((ROOT / "pyproject.toml").read_bytes(), sys.version.encode(), str(ROOT).encode())
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def _missing_libraries() -> list[str]:
    """Debian packages of what does not load; the libraries of windows count only where there is a screen."""
    if sys.platform != "linux":
        return []
    has_screen = _has_screen()
    libraries = {**DRAWING_LIBRARIES, **(WINDOW_LIBRARIES if has_screen else {})}
    missing = [package for library, package in libraries.items() if not _loads(library)]
    if importlib.util.find_spec("ensurepip") is None:
        # Debian keeps the part of venv that puts pip in place in a package of its own.
        missing.append(f"python3.{sys.version_info[1]}-venv")
    return missing


def _missing_media_libraries() -> list[str]:
    if sys.platform != "linux":
        return []
    return [package for library, package in MEDIA_LIBRARIES.items() if not _loads(library)]


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _missing_test_programs() -> list[str]:
    missing = [package for name, package in TEST_PROGRAMS.items() if shutil.which(name) is None]
    if sys.platform == "linux":
        # One test sits before a screen of its own.
        missing += [package for library, package in WINDOW_LIBRARIES.items() if not _loads(library)]
    return missing


def _provide_libraries(step: Step) -> None:
    wanted = [*_missing_libraries(), *_missing_media_libraries()]
    if not wanted:
        return
    said = _apt_install(wanted, step)
    missing = " ".join(_missing_libraries())
    if not missing:
        return
    advice = f"请用本机的包管理器安装（Debian 名）/ install with your package manager (Debian's names): {missing}"
    if shutil.which("apt-get"):
        advice = f"请运行 / run:  sudo apt-get update && sudo apt-get install -y {missing}"
    step.stop(2, *said, f"缺少系统库 / system libraries are missing: {missing}", advice)


def _provide_test_programs(step: Step) -> None:
    if _missing_test_programs():
        _apt_install(_missing_test_programs(), step)
    missing = " ".join(_missing_test_programs())
    if missing:
        print(f" 没有 {missing}，有些测试将跳过 / without it some tests are skipped …", end="", flush=True)


def _apt_install(packages: Sequence[str], step: Step) -> list[str]:
    """Install as root on Debian or Ubuntu, otherwise do nothing; returns what apt-get said when it failed."""
    geteuid = getattr(os, "geteuid", None)
    if geteuid is None or geteuid() != 0 or shutil.which("apt-get") is None:
        return []
    apt = ["apt-get", "-o", "Acquire::http::Timeout=30", "-o", "Acquire::Retries=1"]
    unattended = {"DEBIAN_FRONTEND": "noninteractive"}
    failed = []
    for words in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        status, said = _run_quietly([*apt, *words], step, unattended)
        if status != 0:
            failed.append(said)
    importlib.invalidate_caches()
    return failed


def _venv_works() -> bool:
    """Whether .venv was made in this place, for this version of Python, and to its end (pip comes last)."""
    asked = "import pip, sys; print(*sys.version_info[:2])"
    try:
        made = (VENV / "pyvenv.cfg").read_text(encoding="utf-8")
        answer = subprocess.run([_venv_python(), "-c", asked], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return str(VENV) in made and answer.stdout.split() == [str(part) for part in sys.version_info[:2]]


def _make_venv(step: Step) -> None:
    status, said = _run_quietly([sys.executable, "-m", "venv", "--clear", str(VENV)], step)
    if status != 0:
        step.stop(status, said, f"无法建立 / cannot make {VENV}")


def _install_packages(step: Step) -> None:
    pip = [str(_venv_python()), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    status, said = _run_quietly([*pip, "install", "--editable", ".[camera,s3,paper-in,dev]"], step)
    LOG.write_text(said, encoding="utf-8")
    if status != 0:
        last = said.splitlines()[-20:]
        step.stop(status, *last, f"软件包未装好，全文在 / packages are not installed, all that pip said is in {LOG}")


# Children


def program(name: str) -> str:
    """Path of the program `name` in .venv."""
    return str(VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name)


def _venv_python() -> Path:
    return Path(program("python"))


def _run(command: Sequence[str], extra: dict[str, str] | None = None) -> int:
    sys.stdout.flush()
    child = subprocess.run(command, cwd=ROOT, env={**os.environ, **(extra or {})}, check=False)
    return _exit_code(child.returncode)


def _run_quietly(command: Sequence[str], step: Step, extra: dict[str, str] | None = None) -> tuple[int, str]:
    """Run `command` to its end while the step's line grows; returns its exit code and all that it printed."""
    with tempfile.TemporaryFile() as sink:
        env = {**os.environ, **(extra or {})}
        child = subprocess.Popen(
            command, cwd=ROOT, env=env, stdin=subprocess.DEVNULL, stdout=sink, stderr=subprocess.STDOUT
        )
        while True:
            try:
                status = child.wait(timeout=TICK_S)
                break
            except subprocess.TimeoutExpired:
                step.tick()
        sink.seek(0)
        return _exit_code(status), sink.read().decode("utf-8", errors="replace")


def _exit_code(status: int) -> int:
    # A child ended by signal N answers -N; shells say 128 + N.
    return status if status >= 0 else 128 - status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
