"""A system with one printer, made of two small programs."""

import os
from pathlib import Path

import pytest


def one_printer(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> Path:
    """A printer that notes each order in `orders` and keeps the last sheet; a file `gone` makes it fail."""
    programs = folder / "programs"
    programs.mkdir()
    scripts = {
        "lpstat": f'#!/bin/sh\ncase "$1" in -e) echo {name};; -d) echo "system default destination: {name}";;'
        f' -p) [ "$2" = {name} ] && echo "printer {name} is idle.  enabled since now";; esac\n',
        "lp": f'#!/bin/sh\n[ -e "{folder}/gone" ] && {{ echo "no paper" >&2; exit 1; }}\n'
        f'echo "$@" >> "{folder}/orders"\nfor last; do :; done\ncp "$last" "{folder}/last.pdf"\n',
    }
    for program, text in scripts.items():
        (programs / program).write_text(text, encoding="utf-8")
        (programs / program).chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return folder


def orders(printer: Path) -> list[str]:
    """The words of each order, the earliest first."""
    file = printer / "orders"
    return file.read_text(encoding="utf-8").splitlines() if file.exists() else []
