"""Wires the reflections of the host: offered after a talk, reminded of beside the tasks, kept while they are typed."""

from collections.abc import Callable
from typing import Literal

import msgspec
from PySide6.QtCore import QObject

from desktop.host.asking import Asking
from desktop.host.desk import Desk
from desktop.host.reflect_page import Reflected, ReflectPage
from desktop.host.state import Hall
from desktop.host.window import HostWindow
from desktop.host.wording import joined, moment, time_said
from desktop.services.reflections import listing, writing
from desktop.services.reflections.listing import Owed, Told

Where = Literal["after", "tasks"]
_KEY = "F5"


class Reflecting(QObject):
    """`now` is asked anew each time: there is neither desk nor hall before the database is open."""

    def __init__(
        self,
        window: HostWindow,
        asking: Asking,
        clock: Callable[[], int],
        now: Callable[[], tuple[Desk | None, Hall | None]],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._window, self._asking, self._clock, self._now = window, asking, clock, now
        self.page = ReflectPage()
        window.pages.addWidget(self.page)
        # The session that is written on: who, which event, which campaign.
        self._session: tuple[str, str | None, str | None] | None = None
        self._came_from: Where = "after"
        self.page.typed.connect(self._keep)
        self.page.saved.connect(self._save)
        self.page.left.connect(self._leave)
        window.after.reflect_wanted.connect(self._after_talk)
        window.tasks.owing.write_wanted.connect(self._write_on)
        window.tasks.owing.done.connect(self._done)
        window.pressed.connect(self._pressed)
        window.pages.currentChanged.connect(lambda _place: self._page_changed())

    def refresh(self) -> None:
        """Read what this host owes anew, where somebody looks at it."""
        desk, hall = self._now()
        if desk is None or hall is None or hall.host is None:
            return
        host, now = hall.host.id, self._clock()
        caller, store = desk.opened

        def read() -> tuple[tuple[Owed, ...], tuple[Told, ...]]:
            owed = listing.owed(caller, store, now_ms=now, staff=host, only_late=False)
            return owed, listing.due(caller, store, now_ms=now, staff=host)

        self._asking.ask(read, lambda found: self._window.tasks.owing.show_owing(*found))

    def _pressed(self, key: str) -> None:
        is_after = self._window.middle.currentWidget() is self._window.after
        if key == _KEY and is_after and self._window.pages.currentWidget() is self._window.talks:
            self._after_talk()

    def _page_changed(self) -> None:
        if self._window.pages.currentWidget() is self._window.tasks:
            self.refresh()
        elif self._window.pages.currentWidget() is not self.page and self.page.settle():
            self._keep()

    def _after_talk(self) -> None:
        hall = self._now()[1]
        if hall is not None and hall.host is not None and hall.event is not None:
            self._came_from = "after"
            self._open((hall.host.id, hall.event.id, None), hall.event.title)

    def _write_on(self, one: Owed) -> None:
        self._came_from = "tasks"
        self._open((one.staff, one.event or None, one.campaign or None), joined(one.title, one.day))

    def _open(self, session: tuple[str, str | None, str | None], about: str) -> None:
        desk, hall = self._now()
        if desk is None or hall is None:
            return
        self._session = session
        staff, event, campaign = session
        caller, store = desk.opened
        today = moment(self._clock(), hall.zone).date()

        def opened(kept: str) -> None:
            said = msgspec.json.decode(kept, type=Reflected) if kept else Reflected()
            self._window.pages.setCurrentWidget(self.page)
            self.page.open(about, today, said)

        self._asking.ask(
            lambda: writing.draft(caller, store, staff=staff, event=event, campaign=campaign), opened
        )  # fmt: skip

    def _keep(self) -> None:
        desk, hall = self._now()
        if desk is None or hall is None or self._session is None:
            return
        (staff, event, campaign), (caller, store) = self._session, desk.opened
        text = msgspec.json.encode(self.page.reflected).decode()

        def kept(_none: None) -> None:
            time = time_said(self._clock(), hall.zone)
            self.page.say_kept(self.tr("Kept {time}").replace("{time}", time))

        self._asking.ask(
            lambda: writing.keep_draft(caller, store, staff=staff, event=event, campaign=campaign, text=text), kept
        )

    def _save(self) -> None:
        desk = self._now()[0]
        if desk is None or self._session is None:
            return
        (staff, event, campaign), (caller, store) = self._session, desk.opened
        said, due = self.page.reflected, self.page.due_day
        self._asking.ask_alone(
            lambda: writing.add(
                caller, store, staff=staff, case_words=said.case_words, lesson=said.lesson, event=event,
                campaign=campaign, commitment=said.commitment, commitment_due=due if said.commitment.strip() else "",
            ),
            lambda _reflection: self._saved(),
        )  # fmt: skip

    def _saved(self) -> None:
        self._session = None
        self._back()

    def _leave(self) -> None:
        if self.page.settle():
            self._keep()
        self._back()

    def _back(self) -> None:
        tasks = self._window.tasks
        self._window.pages.setCurrentWidget(tasks if self._came_from == "tasks" else self._window.talks)

    def _done(self, reflection: str) -> None:
        if desk := self._now()[0]:
            caller, store = desk.opened
            self._asking.ask_alone(
                lambda: writing.keep(caller, store, reflection=reflection), lambda _none: self.refresh()
            )  # fmt: skip
