"""`qinting`: with a command the command line, without one the window."""

import os
import sys
from argparse import Namespace

GALLERY = "--gallery"
SMOKE = "--smoke"
READ_PACKAGE = "--read-package"
PRINT_HELPER = "--print-helper"
NO_DISPLAY = 3


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    if sys.argv[1:] == [GALLERY]:
        return _show_gallery()
    if sys.argv[1:] == [SMOKE]:
        from desktop.smoke import run_smoke

        return run_smoke()
    if sys.argv[1:] == [READ_PACKAGE]:
        from db.exchange.reader_process import main as read_package

        return read_package()
    if sys.argv[1:2] == [PRINT_HELPER]:
        from desktop.devices.print_helper import main as print_helper

        return print_helper(sys.argv[2:])
    from desktop.cli.main import run

    return run(sys.argv[1:], _open_window)


def has_display() -> bool:
    """Whether a window can be opened; Qt would end the process on a Unix without one."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _open_window(arguments: Namespace) -> int:
    if not has_display():
        return _tell_no_display(arguments.language, as_json=bool(arguments.json))
    # A command needs no Qt.
    from desktop.app import run_app

    return run_app(arguments)


def _show_gallery() -> int:
    if not has_display():
        return _tell_no_display(None, as_json=False)
    from desktop.widgets.gallery import show_gallery

    return show_gallery()


def _tell_no_display(language: str | None, *, as_json: bool) -> int:
    from db.errors import Misused
    from desktop.cli.output import language_of, tell_trouble

    tell_trouble(Misused("no_display"), language_of(language), as_json=as_json)
    return NO_DISPLAY


if __name__ == "__main__":
    sys.exit(main())
