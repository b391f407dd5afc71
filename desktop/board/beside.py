"""The board as a second window of the kiosk or of the office."""

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.board.flow import BoardFlow
from desktop.board.window import screen_for_hall
from desktop.jobs import Jobs
from desktop.widgets.context import BoardShown, FaceContext


class Beside(QObject):
    """Opens the board and closes it again. `is_kiosk`: the window beside it is the clients' own."""

    def __init__(self, context: FaceContext, parent: QObject, *, is_kiosk: bool) -> None:
        super().__init__(parent)
        self._context, self._is_kiosk = context, is_kiosk
        self._jobs: Jobs | None = None
        self._flow: BoardFlow | None = None
        self._event = ""
        self._ending: list[Jobs] = []

    def turn(self, window: QWidget, event: str) -> BoardShown:
        """Show the board of this event on the screen that `window` is not on, or close it where that one is shown.

        Without a second screen the office gets it as a window; a kiosk, whose only screen belongs to the client, none.
        """
        if self._flow is not None:
            is_same = event == self._event
            self.close()
            if is_same:
                return "closed"
        screen = screen_for_hall(window)
        if screen is None and self._is_kiosk:
            return "no_screen"
        self._jobs, self._event = Jobs(self), event
        context = replace(self._context, event=event or None)
        self._flow = BoardFlow(context, self, jobs=self._jobs, is_steady=self._is_kiosk)
        self._flow.closed.connect(self.close)
        self._flow.window.show_on(screen)
        # Some systems hand the keyboard to whatever appears; the scanner's is the window beside it.
        window.activateWindow()
        self._flow.start()
        return "shown"

    @property
    def jobs(self) -> tuple[Jobs, ...]:
        """The workers that are still to end before the program does."""
        return tuple(self._ending) + ((self._jobs,) if self._jobs else ())

    def close(self) -> None:
        """Close the board, if it is open; its worker ends once the database is closed."""
        flow, jobs = self._flow, self._jobs
        self._flow = self._jobs = None
        if flow is None or jobs is None:
            return
        self._ending.append(jobs)
        flow.window.hide()
        flow.shut.connect(lambda: self._ended(flow, jobs))
        flow.close()

    def _ended(self, flow: BoardFlow, jobs: Jobs) -> None:
        self._ending.remove(jobs)
        jobs.close()
        for one in (flow.window, flow, jobs):
            one.deleteLater()
