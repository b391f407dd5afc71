"""Make the program a folder that needs no Python: `python3 run.py package [DIR]` (default dist).

Builds in a virtual environment of its own, so that nothing of the development tools gets into the folder, and then
asks the result itself, by `qinting --smoke`, whether it works. Standard library only.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build"
ENVIRONMENT = BUILD / "venv"
STAMP = ENVIRONMENT / "installed.sha256"
FREEZER = "pyinstaller>=6.22,<7"
SMOKE_S = 300
DEBUGGED = ("libpython3*", "lib-dynload/*.so", "zstandard/*.so", "sqlcipher3/*.so")


def main(words: list[str]) -> int:
    """Build into the folder named, or dist, and try the result. Returns the exit status."""
    folder = Path(words[0]).resolve() if words else ROOT / "dist"
    began = time.monotonic()
    make_environment()
    program = freeze(folder)
    print(f"{program.parent}: {size_mb(program.parent):,.0f} MB, {time.monotonic() - began:.0f} s", flush=True)
    return smoke(program)


def make_environment() -> None:
    """The packages of the program, with the camera and what reads forms back, and the freezer; nothing else."""
    asked = (ROOT / "pyproject.toml").read_bytes() + FREEZER.encode() + sys.version.encode()
    wanted = hashlib.sha256(asked).hexdigest()
    if STAMP.exists() and STAMP.read_text(encoding="ascii") == wanted:
        return
    print(f"{ENVIRONMENT} ...", flush=True)
    venv.create(ENVIRONMENT, clear=True, with_pip=True)
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "--quiet", "install"]
    subprocess.run([*pip, FREEZER, "--editable", f"{ROOT}[camera,paper-in]"], check=True)
    STAMP.write_text(wanted, encoding="ascii")


def freeze(folder: Path) -> Path:
    """Run the freezer; returns the program inside the folder."""
    command = [
        str(python()), "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR",
        "--distpath", str(folder), "--workpath", str(BUILD / "pyinstaller"), str(HERE / "qinting.spec"),
    ]  # fmt: skip
    subprocess.run(command, check=True, cwd=ROOT)
    leave_out_debugging(folder / "qinting")
    return folder / "qinting" / ("qinting.exe" if platform.system() == "Windows" else "qinting")


def leave_out_debugging(folder: Path) -> None:
    """Take out what only a debugger reads, where a library was built with it: two thirds of such a file."""
    if platform.system() != "Linux" or shutil.which("strip") is None:
        return
    for pattern in DEBUGGED:
        for file in folder.rglob(pattern):
            if file.is_file() and not file.is_symlink():
                subprocess.run(["strip", "--strip-debug", str(file)], check=True)


def smoke(program: Path) -> int:
    """Let the frozen program try itself, away from this project's folder and Python."""
    kept = ("PATH", "HOME", "TMPDIR", "TEMP", "TMP", "SYSTEMROOT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "LANG")
    environment = {name: os.environ[name] for name in kept if name in os.environ}
    tried = subprocess.run([str(program), "--smoke"], cwd=program.parent, env=environment, check=False, timeout=SMOKE_S)
    return tried.returncode


def size_mb(folder: Path) -> float:
    """Megabytes of all files."""
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file() and not file.is_symlink()) / 1e6


def python() -> Path:
    """The environment's Python."""
    place = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    return ENVIRONMENT.joinpath(*place)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
