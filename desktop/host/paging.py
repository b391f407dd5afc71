"""Which page of the host's window is in front, and the way back to the talks."""

from collections.abc import Callable
from datetime import datetime

from desktop.host.state import Hall
from desktop.host.window import HostWindow


class Paging:
    """Opens the pages. `hall_now` gives what may be shown besides a talk, None while a client sits here."""

    def __init__(
        self,
        window: HostWindow,
        *,
        hall_now: Callable[[], Hall | None],
        now: Callable[[], datetime],
        to_writing: Callable[[], None],
    ) -> None:
        self._window, self._hall_now, self._now, self._to_writing = window, hall_now, now, to_writing

    @property
    def is_on_talks(self) -> bool:
        """Whether the talks are in front."""
        return self._window.pages.currentWidget() is self._window.talks

    def to_talks(self) -> None:
        """Back to the talks, and to what was being written."""
        self._window.tasks.settle()
        self._window.pages.setCurrentWidget(self._window.talks)
        self._to_writing()

    def to_tasks(self) -> None:
        """What is owed to other clients is not shown to the one who sits here."""
        hall = self._hall_now()
        if hall is not None:
            self._window.tasks.show_hall(hall, self._now())
            self._window.pages.setCurrentWidget(self._window.tasks)
            self._window.tasks.begin()

    def back(self) -> None:
        """One step back: from an open task to the list, from any other page to the talks."""
        if self._window.pages.currentWidget() is self._window.tasks and self._window.tasks.is_task_open:
            self._window.tasks.close_task()
        else:
            self.to_talks()

    def to_keys(self) -> None:
        """Every key of the window."""
        self._window.pages.setCurrentWidget(self._window.keys)
        self._window.keys.show_keys()

    def to_help(self) -> None:
        """What a host needs to know."""
        self._window.pages.setCurrentWidget(self._window.keys)
        self._window.keys.show_help()
