"""`qinting`: with a command the command line, without one the window."""

import os
import sys

GALLERY = "--gallery"
NO_DISPLAY = 3


def main() -> int:
    """Run what the arguments ask for and return the exit status."""
    if sys.argv[1:] == [GALLERY]:
        return _show_gallery()
    from desktop.cli.main import run

    return run(sys.argv[1:])


def has_display() -> bool:
    """Whether a window can be opened; Qt would end the process on a Unix without one."""
    if sys.platform in ("win32", "darwin"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _show_gallery() -> int:
    if not has_display():
        from db.errors import Misused
        from desktop.cli.output import language_of, tell_trouble

        tell_trouble(Misused("no_display"), language_of(None), as_json=False)
        return NO_DISPLAY
    from desktop.widgets.gallery import show_gallery

    return show_gallery()


if __name__ == "__main__":
    sys.exit(main())
