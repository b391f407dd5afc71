"""Wiring of the rehearsal: it runs beside the office's own worker, so that the day's work goes on."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QProcess

from desktop.jobs import Jobs, Watch
from desktop.office.desk import Desk
from desktop.office.pages.rehearsal import RehearsalPage
from desktop.office.state import EventRow
from desktop.office.window import OfficeWindow
from desktop.services.papers import printing
from desktop.services.papers.printing import Queues
from desktop.services.rehearsing import play, stage
from desktop.services.rehearsing.play import Result
from desktop.services.rehearsing.stage import Facts


class RehearsalFlow(QObject):
    """`open` shows an event's page; one rehearsal at a time. `start_program` is told what to run."""

    def __init__(
        self,
        desk: Desk,
        page: RehearsalPage,
        window: OfficeWindow,
        *,
        start_program: Callable[[str, list[str]], object] = QProcess.startDetached,
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._start_program = desk, page, window, start_program
        self._watch: Watch | None = None
        self.jobs = Jobs(self)
        page.back_wanted.connect(window.back)
        page.begin_wanted.connect(self._begin)
        page.stop_wanted.connect(self._stop)
        page.kiosk_wanted.connect(lambda: self._with_facts(self._practise))

    def open(self, event: EventRow) -> None:
        """Bring an event's rehearsal to the front."""
        self._page.show_event(event)
        self._window.open("rehearsal")
        self._desk.ask(printing.printers, self._show_printers)

    def close(self) -> None:
        """End a rehearsal under way; what it made is destroyed before this returns."""
        self._stop()
        self.jobs.close()

    def _show_printers(self, queues: Queues) -> None:
        choices = self._desk.context.settings
        self._page.show_printers(queues.names, choices.ticket_size)

    def _with_facts(self, done: Callable[[Facts], None]) -> None:
        event, file = self._page.event_id, self._desk.context.data_file
        self._desk.ask(lambda caller, store: stage.facts_of(caller, store, event=event, data_file=file), done)

    def _begin(self, families: int, minutes: int, queue: str, size: str) -> None:
        def run(facts: Facts) -> None:
            def work(watch: Watch) -> Result:
                return play.rehearse(
                    facts, families=families, minutes=minutes, queue=queue, size=size, progress=watch.report
                )

            self._watch = self.jobs.run_watched(
                work, done=self._page.show_result, failed=self._failed, progress=self._page.show_running
            )

        self._page.show_running(0, 0)
        self._with_facts(run)

    def _failed(self, error: BaseException) -> None:
        self._page.show_result(None)
        self._desk.fail(error)

    def _stop(self) -> None:
        if self._watch is not None:
            self._watch.cancel()

    def _practise(self, facts: Facts) -> None:
        """A kiosk in a program of its own: it takes the facts, deletes their file and makes its own database."""
        program, *words = stage.practice_command(stage.leave_facts(facts))
        self._start_program(program, words)
        self._window.notice.tell(self.tr("The practice kiosk opens in a window of its own"))
