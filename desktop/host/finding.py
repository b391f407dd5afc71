"""The palette of the host's window: commands, and clients where nobody sits beside the screen."""

from PySide6.QtCore import QObject

from desktop.host.asking import Asking
from desktop.host.desk import Desk
from desktop.host.wording import joined
from desktop.services.guests.clients import Found
from desktop.widgets.palette import Command, FoundClient, Palette


class Finding(QObject):
    """Wires the palette's search for clients with the desk."""

    def __init__(self, palette: Palette, asking: Asking, parent: QObject) -> None:
        super().__init__(parent)
        self._palette, self._asking = palette, asking
        self._desk: Desk | None = None
        palette.searched.connect(self._find)

    def open(self, commands: tuple[Command, ...], desk: Desk | None) -> None:
        """Open the palette; clients are looked for only with a desk to ask."""
        self._desk = desk
        self._palette.open(commands, has_clients=desk is not None)

    def _find(self, query: str) -> None:
        desk = self._desk
        if desk is not None:
            self._asking.ask(lambda: desk.find(query), lambda found: self._show(query, found))

    def _show(self, query: str, found: tuple[Found, ...]) -> None:
        clients = tuple(
            FoundClient(one.id, f"{one.name} {one.title or ''}".strip(), joined(one.room or "", one.phone_masked or ""))
            for one in found
        )
        self._palette.show_clients(query, clients)
