"""Sticks and other places that were plugged in, looked through for an event's kit."""

import sys
from pathlib import Path

from PySide6.QtCore import QStorageInfo

from desktop.services.exchange import kit_files

# Where systems with one tree hang in what was plugged in.
_HUNG_IN = ("/media", "/run/media", "/mnt", "/Volumes")


def roots() -> tuple[Path, ...]:
    """The top folders of everything plugged in, the system's own disk left out."""
    found = [one for one in QStorageInfo.mountedVolumes() if one.isValid() and one.isReady() and not one.isRoot()]
    places = [Path(one.rootPath()) for one in found]
    if sys.platform == "win32":
        return tuple(places)
    return tuple(place for place in places if str(place).startswith(_HUNG_IN))


def kits() -> tuple[Path, ...]:
    """The folders of kits on what is plugged in. Asks the disks: for the worker."""
    found = (kit_files.find_kit(place) for place in roots())
    return tuple(place for place in found if place is not None)
