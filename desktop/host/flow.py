"""Wires the host's window with the verbs: every question and deed is a job, every answer paints."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.host.agreed import Answering
from desktop.host.alike import Recalling
from desktop.host.asking import Asking
from desktop.host.calling import DEEDS, Calling
from desktop.host.copying import Copying
from desktop.host.desk import Desk
from desktop.host.finding import Finding
from desktop.host.folding import Folding
from desktop.host.guests import Guest
from desktop.host.guiding import Guiding
from desktop.host.handing import Handing
from desktop.host.keys import commands
from desktop.host.kitting import Kitting
from desktop.host.paging import Paging
from desktop.host.picturing import Picturing
from desktop.host.reflecting import Reflecting
from desktop.host.state import Hall, Talk
from desktop.host.talking import Talking
from desktop.host.telephoning import Telephoning
from desktop.host.window import HostWindow
from desktop.host.wording import moment, time_said
from desktop.services.receptions.drafts import Draft, Ended
from desktop.widgets.context import FaceContext

LOOK_EVERY_MS = 5_000
TICK_MS = 1_000

Stage = Literal["idle", "talk", "after"]


class HostFlow(QObject):
    """The host's face. `drafts_kept` tells when what was typed is safe on the disk, UTC ms."""

    drafts_kept = Signal(object)
    copied = Signal(str)
    closed = Signal()

    def __init__(self, context: FaceContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._desk: Desk | None = None
        self._hall: Hall | None = None
        self._stage: Stage = "idle"
        self._is_covered = self._is_closing = False
        self.window = HostWindow(context.jobs)
        self._asking = Asking(context.jobs, self)
        self._talking = Talking(self.window.talk, self._asking, context.clock, self)
        self._guiding = Guiding(self.window, self._talking, self)
        self._recalling = Recalling(self.window.talk, context.jobs, self)
        self._answering = Answering(self.window.talk, self._asking, lambda: self._desk, self)
        self._picturing = Picturing(self.window.talk, self._talking, self._asking, self)
        self._reflecting = Reflecting(self.window, self._asking, context.clock, lambda: (self._desk, self._hall), self)
        self._folding = Folding(self.window.talk, context, self)
        self._finding = Finding(self.window.palette_box, self._asking, self)
        self._kitting = Kitting(self.window, self._asking, self, done=self._look_again)
        self._copying = Copying(self.window.after, self._asking, self)
        self._copying.copied.connect(self.copied)
        self.handing = Handing(self.window.tasks.duty, self._asking, lambda: self._desk, self)
        self._paging = Paging(
            self.window,
            hall_now=lambda: self._hall if self._stage == "idle" else None,
            now=self._now,
            to_writing=self._talking.write_on,
        )
        self._calling = Calling(self._asking, self.window.waiting, self._looked)
        self._calls = Telephoning(
            self.window, self._asking, context.clock, lambda: self._hall if self._stage == "idle" else None, self
        )
        self._tick = self._every(TICK_MS, self._show_now)
        self._poll = self._every(LOOK_EVERY_MS, self._look_again)
        self._wire()

    def start(self) -> None:
        """Open the database in the job worker and show what is there."""
        context = self._context
        self._asking.ask(
            lambda: Desk(
                context.data_file, context.passphrase, staff=context.staff, event=context.event, clock=context.clock
            ),
            self._opened,
        )

    def close(self) -> None:
        """Keep what is written, close the database, then the window."""
        if self._is_closing:
            return
        self._is_closing = True
        self._tick.stop()
        self._poll.stop()
        self.window.tasks.settle()
        self._recalling.close()
        desk, talk = self._desk, self._talking.stop()
        if desk is None:
            self._let_close(None)
        else:
            self._context.jobs.run(lambda: desk.close(talk), done=self._let_close, failed=self._not_closed)

    def copy_to(self, file: Path) -> None:
        """Write the client's copy of the talk that has just ended."""
        self._copying.copy_to(file)

    # Answers

    def _opened(self, desk: Desk) -> None:
        self._desk = desk
        self._recalling.begin(desk)
        self._calls.start(desk)
        self._asking.ask(desk.look, self._first_look)

    def _first_look(self, hall: Hall) -> None:
        self._take(hall)
        self._show_now()
        self._tick.start()
        self._poll.start()
        if hall.host is None:
            self.window.people.show_hall(hall)
            self.window.pages.setCurrentWidget(self.window.people)
            self.window.people.begin()
        else:
            self._received(hall)

    def _received(self, hall: Hall) -> None:
        """Go to the talks; a talk that was open when the program ended goes on where it stood."""
        self._take(hall)
        self.window.pages.setCurrentWidget(self.window.talks)
        if hall.talk is not None:
            self._begun(hall)
        else:
            self._go_idle()
            self._calls.offer()

    def _begun(self, hall: Hall) -> None:
        self._take(hall)
        if hall.talk is None or self._desk is None:
            return
        # Whoever calls does not sit beside the laptop.
        self._stage, self._is_covered = "talk", not hall.talk.is_call
        self._calls.talk_begins(hall)
        self.window.hint("")
        self.window.pages.setCurrentWidget(self.window.talks)
        self.window.middle.setCurrentWidget(self.window.talk)
        self._talking.begin(hall.talk, hall, self._desk)
        self.window.beside.write_on(hall.talk)
        self._paint_sides(hall.talk)
        self._show_now()

    def _kept(self, at_ms: int) -> None:
        if self._hall is not None:
            self.window.set_saved(time_said(at_ms, self._hall.zone))
        self.drafts_kept.emit(at_ms)

    def _ended(self, ended: Ended, drafts: tuple[Draft, ...], hall: Hall) -> None:
        self._take(hall)
        self.window.set_saved(time_said(self._context.clock(), hall.zone))
        if self._calls.talk_ends():
            # Nobody waits for a copy: on to the next call.
            self._go_idle()
            self._calls.open()
            return
        self._stage = "after"
        if self._desk is not None:
            self._copying.begin(ended, drafts, self._desk)
        self.window.middle.setCurrentWidget(self.window.after)
        self._paint_sides(None)

    def _looked(self, hall: Hall) -> None:
        self._take(hall)
        # The right column stays as it is: somebody may be writing in it.
        self._paint_left()
        if self._stage == "idle":
            self.window.show_idle(hall)
        self._calls.refresh()

    def _tasks_changed(self, hall: Hall) -> None:
        self._take(hall)
        self.window.tasks.show_hall(hall, self._now())

    def _words_added(self, hall: Hall, concern: str) -> None:
        self._take(hall)
        self._talking.add_to(concern, "")
        self.window.beside.added_to(concern)
        if hall.talk is not None:
            self._talking.show_card(hall.talk.card)
        self._paint_sides(self._talking.talk)

    def _take(self, hall: Hall) -> None:
        """Keep what was read; the talk on the page is newer than the one on the disk."""
        self._hall = replace(hall, talk=None)

    # Wishes

    def _wire(self) -> None:
        window, talking = self.window, self._talking
        self._asking.refused.connect(self._explain)
        self._calls.begun.connect(self._begun)
        window.calls.page_wanted.connect(lambda page: self._pressed("Ctrl+2" if page == "tasks" else "Ctrl+1"))
        talking.kept.connect(self._kept)
        talking.ended.connect(self._ended)
        window.pressed.connect(self._pressed)
        window.type_pressed.connect(lambda number: self._choose("types", number))
        window.area_pressed.connect(lambda number: self._choose("areas", number))
        window.close_wanted.connect(self.close)
        window.waiting.next_wanted.connect(self._next_client)
        window.waiting.nameless_wanted.connect(lambda: self._begin(None))
        window.waiting.tasks_wanted.connect(self._paging.to_tasks)
        window.waiting.deed_wanted.connect(self._pressed)
        window.idle.acted.connect(self._next_client)
        window.after.done.connect(self._go_idle)
        window.tasks.kept.connect(self._keep)
        window.tasks.talks_wanted.connect(self._paging.to_talks)
        window.people.chosen.connect(self._chosen)
        window.keys.closed.connect(self._paging.to_talks)
        window.beside.added.connect(self._add_words)
        window.beside.typed.connect(talking.add_to)
        window.beside.guided.connect(lambda place, is_on: talking.tick(place, is_on=is_on))
        window.beside.taken_up.connect(talking.take_up)
        window.palette_box.chosen.connect(self._command)
        window.palette_box.client_chosen.connect(self._begin)

    def _pressed(self, key: str) -> None:
        anywhere: dict[str, Callable[[], None]] = {
            "F1": self._paging.to_help,
            "Ctrl+/": self._paging.to_keys,
            "Ctrl+K": self._open_palette,
            "nameless": lambda: self._begin(None),
            "kit": lambda: self._kitting.take(self._desk) if self._desk else None,
            "Ctrl+1": self._paging.to_talks,
            "Ctrl+2": self._paging.to_tasks,
            "Ctrl+3": self._calls.open,
            "Esc": self._paging.back,
        }
        at_talks: dict[str, Callable[[], None]] = {
            "F2": self._talking.fold,
            "F3": self._recalling.turn,
            "F4": self._talking.promise,
            "Alt+P": self._picturing.press,
            "F5": self._guiding.turn,
            "F6": self._talking.aside,
            "F8": self._next_client,
            "F9": self._talking.end,
            "F12": self._turn_cover,
            "Esc": self._guiding.back,
            "Ctrl+Enter": self._talking.next_concern,
            "Ctrl+P": self._copying.print_out,
            "Ctrl+S": self._copying.choose_file,
        } | {key: partial(self._in_hall, key) for key in DEEDS}
        if self._hall is None or self._hall.host is None:
            return
        here = at_talks if self._paging.is_on_talks else self._calls.deeds
        deed = (anywhere | here).get(key)
        if deed is not None:
            deed()

    def _next_client(self) -> None:
        if self._stage == "after":
            self._go_idle()
        elif self._stage == "talk":
            self.window.hint(self.tr("End this talk first (F9)"))
        elif guest := self.window.waiting.chosen:
            self._go_on_with(guest)

    def _go_on_with(self, guest: Guest) -> None:
        """Take over, call, and once they have sat down receive: one key, one step after the other."""
        if guest.deed == "begin":
            self._begin(guest.client, guest.turn)
        elif self._desk and self._hall:
            self._calling.call_or_take(guest, self._desk, self._hall)

    def _begin(self, client: str | None, turn: str = "") -> None:
        hall, desk = self._hall, self._desk
        if self._stage == "idle" and desk and hall and hall.event and hall.host:
            event, host, place = hall.event.id, hall.host.id, hall.here.place if hall.here else None
            self._asking.ask_alone(lambda: desk.begin(event, host, client, turn, place), self._begun)

    def _in_hall(self, deed: str) -> None:
        if self._desk and self._hall and self._stage == "idle":
            self._calling.press(deed, self._desk, self._hall)

    def _choose(self, what: Literal["types", "areas"], number: int) -> None:
        if self._paging.is_on_talks:
            self._talking.choose(what, number)

    def _turn_cover(self) -> None:
        self._is_covered = not self._is_covered
        self._paint_sides(self._talking.talk)

    def _open_palette(self) -> None:
        """Commands always; clients only while nobody sits here."""
        is_free = self._stage == "idle" and bool(self._hall and self._hall.event)
        shown = commands(at_talk=self._stage == "talk", after_talk=self._stage == "after")
        if self._desk is not None:
            self._finding.open(shown, self._desk if is_free else None)

    def _command(self, name: str) -> None:
        # What belongs to a talk is done at its page, wherever the palette was opened.
        if self._stage != "idle":
            self._paging.to_talks()
        self._pressed(name)

    def _keep(self, promise: str) -> None:
        desk, hall = self._desk, self._hall
        if desk and hall and hall.host:
            host = hall.host.id
            self._asking.ask(lambda: desk.keep_promise(promise, host), self._tasks_changed)

    def _add_words(self, concern: str, words: str) -> None:
        desk, hall, talk = self._desk, self._hall, self._talking.talk
        if desk and hall and hall.host and talk:
            host = hall.host.id
            self._asking.ask_alone(
                lambda: desk.add_words(concern, words, host, talk), lambda hall: self._words_added(hall, concern)
            )

    def _chosen(self, person: str) -> None:
        desk = self._desk
        if desk is not None:
            self._asking.ask_alone(lambda: desk.receive_as(person), self._received)

    # Painting

    def _go_idle(self) -> None:
        """Between two talks: nobody sits here, so the cover is lifted."""
        self._stage, self._is_covered = "idle", False
        self._copying.stop()
        self.window.hint("")
        if self._hall is not None:
            self._paint_sides(None)
            self.window.show_idle(self._hall)

    def _paint_left(self) -> None:
        if self._hall is not None:
            is_talking, now = self._stage != "idle", self._context.clock()
            talk = self._talking.talk if self._stage == "talk" else None
            self.window.waiting.show_hall(
                self._hall, now, is_covered=self._is_covered, is_talking=is_talking, talk=talk
            )

    def _paint_sides(self, talk: Talk | None) -> None:
        self._paint_left()
        if self._hall is not None:
            card = talk.card if talk else None
            self.window.beside.show_card(card, self._hall, self._today(), is_covered=self._is_covered)
            self.window.beside.setVisible(self._stage == "talk")
        if self.window.talk.form is not None:
            self.window.talk.form.cover(is_covered=self._is_covered)

    def _show_now(self) -> None:
        now = self._context.clock()
        self.window.talk.set_now(now)
        self.window.waiting.set_now(now)
        self.window.status.set_exchange(self._context.exchange(), now)
        if self._hall is not None:
            self.window.set_now(moment(now, self._hall.zone))

    def _look_again(self) -> None:
        if self._desk is not None and self._asking.is_idle:
            self._asking.ask(self._desk.look, self._looked)

    def _now(self) -> datetime:
        now = self._context.clock()
        return moment(now, self._hall.zone if self._hall else ZoneInfo("UTC"))

    def _today(self) -> date:
        return self._now().date()

    def _explain(self, text: str) -> None:
        self.window.explain(text)
        if self._talking.talk is not None:
            self.window.set_unsaved()

    def _not_closed(self, error: BaseException) -> None:
        """The last words could not be kept: stay open and say why."""
        self._is_closing = False
        self._tick.start()
        self._asking.explain(error)

    def _let_close(self, _nothing: None) -> None:
        self._desk = None
        self.window.let_close()
        self.closed.emit()

    def _every(self, interval_ms: int, then: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        # It ends with the window that it paints, however that window went.
        self.window.destroyed.connect(timer.stop)
        timer.setInterval(interval_ms)
        timer.timeout.connect(then)
        return timer
