"""Similar concerns while the host writes: found beside the talk, shown under the words."""

from PySide6.QtCore import QElapsedTimer, QObject

from desktop.host.desk import Desk
from desktop.host.form import ConcernForm
from desktop.host.talk_page import TalkPage
from desktop.jobs import Jobs
from desktop.services.likeness.similar import Alike
from desktop.widgets.alike_line import AlikeLine
from desktop.widgets.remembering import Remembering

# So long nobody must have typed before what compares texts is loaded.
REST_MS = 1_500


class Recalling(QObject):
    """Puts a line into every form of the talk page and answers what it asks."""

    def __init__(self, page: TalkPage, jobs: Jobs, parent: QObject) -> None:
        super().__init__(parent)
        self._typed = QElapsedTimer()
        self.remembering = Remembering(jobs, self, is_quiet=lambda: not self._typed.isValid() or self._has_rested())
        self._line: AlikeLine | None = None
        page.form_made.connect(self._take)
        page.changed.connect(lambda: self._typed.start())

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

    def _has_rested(self) -> bool:
        return self._typed.elapsed() > REST_MS

    def _take(self, form: ConcernForm) -> None:
        # Somebody who comes back to an open talk is about to write.
        self._typed.start()
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
