"""Similar concerns while the host writes: found beside the talk, shown under the words."""

from PySide6.QtCore import QObject

from desktop.host.desk import Desk
from desktop.host.form import ConcernForm
from desktop.host.talk_page import TalkPage
from desktop.jobs import Jobs
from desktop.services.likeness.similar import Alike
from desktop.widgets.alike_line import AlikeLine
from desktop.widgets.remembering import Remembering


class Recalling(QObject):
    """Puts a line into every form of the talk page and answers what it asks."""

    def __init__(self, page: TalkPage, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self.remembering = Remembering(jobs, self)
        self._line: AlikeLine | None = None
        page.form_made.connect(self._take)

    def begin(self, desk: Desk) -> None:
        """Remember what is in the desk's database."""
        self.remembering.begin(*desk.opened)

    def turn(self) -> None:
        """Open or close the list."""
        if self._line is not None:
            self._line.turn()

    def close(self) -> None:
        """Let go of the database."""
        self.remembering.close()

    def _take(self, form: ConcernForm) -> None:
        line = self._line = AlikeLine(form.words)
        line.asked.connect(self._ask)
        line.grown.connect(form.grown)
        form.under_words.addWidget(line)

    def _ask(self, words: str) -> None:
        if words:
            self.remembering.find(words, (), self._show)
        else:
            self._show(())

    def _show(self, found: tuple[Alike, ...]) -> None:
        if self._line is not None:
            self._line.show_alike(found)
