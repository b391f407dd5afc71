"""Similar concerns in the office: under the words being typed in from a form, and beside a concern that is read."""

from PySide6.QtCore import QObject

from desktop.office.pages.concern_page import ConcernPage
from desktop.services.likeness.similar import Alike
from desktop.widgets.alike_line import AlikeLine
from desktop.widgets.remembering import Remembering


class AlikeFlow(QObject):
    """Answers what the line of the form and the page of a concern ask."""

    def __init__(self, line: AlikeLine, page: ConcernPage, remembering: Remembering, parent: QObject) -> None:
        super().__init__(parent)
        self._line, self._page, self._remembering = line, page, remembering
        line.asked.connect(self._typed)
        page.alike_wanted.connect(self._read)

    def _typed(self, words: str) -> None:
        if words:
            self._remembering.find(words, (), self._line.show_alike)
        else:
            self._line.show_alike(())

    def _read(self, concern: str, words: str) -> None:
        def found(alike: tuple[Alike, ...]) -> None:
            self._page.show_alike(concern, alike)

        self._remembering.find(words, (concern,), found)
