"""Wiring of the guides: read by node and version, written as the next version."""

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office.desk import Desk
from desktop.office.pages.guides import GuidesPage
from desktop.office.window import OfficeWindow
from desktop.rules.guides import Guide
from desktop.rules.guides import Line as GuideLine
from desktop.services.guides import guides
from desktop.services.guides.guides import NodeGuide
from desktop.services.registry import Caller

NAME = "guides"


class GuidesFlow(QObject):
    """`open` shows the guide of a node, of the first one without."""

    def __init__(self, desk: Desk, page: GuidesPage, window: OfficeWindow) -> None:
        super().__init__(window)
        self._desk, self._page, self._window = desk, page, window
        page.back_wanted.connect(window.back)
        page.guide_wanted.connect(self._read)
        page.save_wanted.connect(self._save)

    def open(self, node: str = "") -> None:
        """Bring a guide to the front; what is being written there stays."""
        self._window.open(NAME)
        if not self._page.is_touched or (node and node != self._page.node):
            self._read(node or self._page.node, 0)

    def _read(self, node: str, version: int) -> None:
        def work(caller: Caller, store: Store) -> tuple[tuple[NodeGuide, ...], str, Guide | None]:
            every = guides.everything(caller, store)
            wanted = node or every[0].node
            return every, wanted, guides.show(caller, store, node=wanted, version=version or None)

        def found(answer: tuple[tuple[NodeGuide, ...], str, Guide | None]) -> None:
            nodes, wanted, guide = answer
            self._page.nodes.blockSignals(True)  # noqa: FBT003 - Qt's own
            self._page.show_nodes(nodes)
            self._page.show_node(wanted)
            self._page.nodes.blockSignals(False)  # noqa: FBT003 - Qt's own
            self._page.show_guide(guide)

        self._desk.ask(work, found)

    def _save(self, node: str, lines: tuple[GuideLine, ...]) -> None:
        def done(guide: Guide) -> None:
            said = self.tr("Version {number} is kept; talks that begin now are led by it")
            self._window.notice.tell(said.replace("{number}", str(guide.version)))
            self._read(node, 0)

        self._desk.do(lambda caller, store: guides.set_lines(caller, store, node=node, lines=lines), done)
