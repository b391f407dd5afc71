"""Wiring of the needs: listed by node, noted for departments and taken back, written to files."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.lacking import with_lacking
from desktop.office.pages.needs import NeedsPage, Noted
from desktop.office.state import Person
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.needs import gates, needs

NAME = "needs"
_ENDING = ".xlsx"


class NeedsFlow(QObject):
    """`open` shows the needs of a node, of the one shown last without; `open_guide` opens a node's guide."""

    def __init__(
        self, desk: Desk, page: NeedsPage, window: OfficeWindow, chooser: Chooser, undo: Undoing, *,
        open_guide: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._desk, self._page, self._window, self._chooser, self._undoing = desk, page, window, chooser, undo
        self._node = ""
        page.back_wanted.connect(window.back)
        page.ack_wanted.connect(self._note)
        page.unack_wanted.connect(self._take_back)
        page.export_wanted.connect(self._export)
        page.gate_wanted.connect(self._print)
        page.guide_wanted.connect(open_guide)
        desk.changed.connect(self.refresh)

    def open(self, node: str = "") -> None:
        """Bring the needs to the front."""
        self._node = node
        self._window.open(NAME)
        self.refresh()

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Who may have taken note of a need."""
        self._page.show_people(people)

    def refresh(self) -> None:
        """Read the needs anew where somebody looks at them."""
        if self._window.page is not self._page:
            return

        def found(nodes: tuple[needs.NodeNeeds, ...]) -> None:
            self._page.show_needs(nodes)
            if self._node:
                self._page.show_node(self._node)
                self._node = ""

        self._desk.ask(needs.everything, found)

    def _note(self, concerns: tuple[str, ...], noted: Noted) -> None:
        department = noted.department
        name = self._desk.speech.code("department", department)

        def done(count: int) -> None:
            said = self.tr("{name} took note of {count}").replace("{name}", name).replace("{count}", str(count))
            self._undoing.offer(
                said,
                lambda caller, store: needs.take_back(caller, store, needs=concerns, department=department),
            )

        self._desk.do(
            lambda caller, store: needs.acknowledge(
                caller, store, needs=concerns, department=department, staff=noted.staff or None,
                means=noted.means or None, words=noted.words or None,
            ),
            done,
        )  # fmt: skip

    def _take_back(self, concern: str, department: str) -> None:
        self._desk.do(
            lambda caller, store: needs.take_back(caller, store, needs=(concern,), department=department),
            lambda _count: self._window.notice.tell(self.tr("Taken back")),
        )

    def _export(self, node: str) -> None:
        kinds = self.tr("Table (*.xlsx);;Text (*.csv)")
        chosen = self._chooser.target(self.tr("Export"), self.tr("needs") + _ENDING, kinds)
        if chosen is None:
            return
        file: Path = chosen if chosen.suffix else chosen.with_suffix(_ENDING)
        language = self._desk.speech.language
        self._desk.do(
            lambda caller, store: needs.export(caller, store, file=file, node=node, language=language),
            lambda count: self._window.notice.tell(self._written(file, count)),
        )

    def _print(self, node: str) -> None:
        name = self._desk.speech.code("node", node)
        file = self._chooser.target(self.tr("Where shall it go?"), f"{name}.pdf", self.tr("PDF (*.pdf)"))
        if file is not None:
            self._desk.do(
                lambda caller, store: gates.write_paper(caller, store, node=node, pdf=file),
                lambda report: self._window.notice.tell(with_lacking(self._written(file, report.pages), report)),
            )

    def _written(self, file: Path, count: int) -> str:
        return self.tr("{file} is written: {count}").replace("{file}", file.name).replace("{count}", str(count))
