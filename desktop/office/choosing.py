"""The system's file chooser: the one window that opens over ours."""

from pathlib import Path
from typing import Protocol

from PySide6.QtWidgets import QFileDialog, QWidget


class Chooser(Protocol):
    """Asks the person for files; nothing chosen is an empty answer."""

    def files(self, title: str, kinds: str) -> tuple[Path, ...]:
        """Files to read."""

    def target(self, title: str, name: str, kinds: str) -> Path | None:
        """A file to write, `name` proposed."""

    def folder(self, title: str) -> Path | None:
        """A folder to write into."""


class SystemChooser:
    """The chooser of the system the program runs on."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def files(self, title: str, kinds: str) -> tuple[Path, ...]:
        """Files to read."""
        chosen, _ = QFileDialog.getOpenFileNames(self._window, title, "", kinds)
        return tuple(map(Path, chosen))

    def target(self, title: str, name: str, kinds: str) -> Path | None:
        """A file to write, `name` proposed."""
        chosen, _ = QFileDialog.getSaveFileName(self._window, title, name, kinds)
        return Path(chosen) if chosen else None

    def folder(self, title: str) -> Path | None:
        """A folder to write into."""
        chosen = QFileDialog.getExistingDirectory(self._window, title)
        return Path(chosen) if chosen else None
