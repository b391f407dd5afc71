"""What the host takes along from the page of their tasks: the calendar, the page before an event and the one after."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from desktop.host.asking import Asking
from desktop.host.desk import Desk
from desktop.host.duty_panel import DutyPanel


class Handing(QObject):
    """Wires the panel of duties with the desk; a file is asked for first."""

    def __init__(self, panel: DutyPanel, asking: Asking, desk_now: Callable[[], Desk | None], parent: QObject) -> None:
        super().__init__(parent)
        self._panel, self._asking, self._desk_now = panel, asking, desk_now
        panel.calendar_wanted.connect(self.choose_calendar)
        panel.brief_wanted.connect(self.choose_brief)

    def choose_calendar(self) -> None:
        """Ask where to, then write the calendar there."""
        title, name = self.tr("Keep the calendar"), self.tr("My duties") + ".ics"
        file, _kind = QFileDialog.getSaveFileName(self._panel.window(), title, name, self.tr("Calendar (*.ics)"))
        if file:
            self.calendar_to(Path(file))

    def calendar_to(self, file: Path) -> None:
        """Write the calendar to a file."""
        desk = self._desk_now()
        if desk is not None:
            self._asking.ask(lambda: desk.write_calendar(file), self._written)

    def choose_brief(self, kind: str, event: str) -> None:
        """Ask where to, then write the page there."""
        name = self.tr("One page before") if kind == "before" else self.tr("One page after")
        kinds = "PDF (*.pdf);;PNG (*.png)"
        file, _kind = QFileDialog.getSaveFileName(self._panel.window(), name, f"{name}.pdf", kinds)
        if file:
            self.brief_to(kind, event, Path(file))

    def brief_to(self, kind: str, event: str, file: Path) -> None:
        """Write the page to a file."""
        desk = self._desk_now()
        if desk is not None:
            self._asking.ask(lambda: desk.write_brief(kind, event, file), self._written)

    def _written(self, file: Path) -> None:
        self._panel.say(self.tr("Kept as {file}").replace("{file}", file.name))
