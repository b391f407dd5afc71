"""Qt's multimedia part where it is installed: an extra, because a kiosk with a hand scanner works without it."""

from functools import cache
from importlib import import_module
from types import ModuleType

from PySide6.QtCore import QLoggingCategory


@cache
def multimedia() -> ModuleType | None:
    """PySide6.QtMultimedia, or None where it, or a library of the system that it needs, is not there.

    Takes a quarter of a second the first time: never before the first paint.
    """
    # It tells the terminal of every library of other systems that this one does without.
    QLoggingCategory.setFilterRules("qt.multimedia.symbolsresolver.warning=false")
    try:
        return import_module("PySide6.QtMultimedia")
    except ImportError:
        return None
