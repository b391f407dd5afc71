"""Wiring of the reflections: written for those who dictate, kept to, told to others, printed without the client."""

from pathlib import Path

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.lacking import with_lacking
from desktop.office.pages.reflection_form import Dictated, TellingTyped
from desktop.office.pages.reflections import ReflectionsPage
from desktop.office.state import Person
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.paper.content import Report
from desktop.rules.times import day_of
from desktop.services.reflections import listing, sheet, writing
from desktop.services.reflections.listing import Owed, Told
from desktop.services.registry import Caller

NAME = "reflections"
Found = tuple[tuple[Owed, ...], tuple[Told, ...]]


class ReflectionsFlow(QObject):
    """`open` brings the page to the front."""

    def __init__(
        self, desk: Desk, page: ReflectionsPage, window: OfficeWindow, undoing: Undoing, chooser: Chooser
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing, self._chooser = desk, page, window, undoing, chooser
        page.back_wanted.connect(window.back)
        page.form.saved.connect(self._save)
        page.telling.saved.connect(self._tell)
        page.kept.connect(self._keep)
        page.sheet_wanted.connect(self._print)

    def open(self) -> None:
        """Bring the page to the front."""
        self._window.open(NAME)

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Everybody of the staff."""
        self._page.show_people(people)

    def refresh(self) -> None:
        """Read everything anew."""
        now = self._desk.context.clock()

        def read(caller: Caller, store: Store) -> Found:
            owed = listing.owed(caller, store, now_ms=now, only_late=False)
            return owed, listing.listed(caller, store, now_ms=now)

        def shown(found: Found) -> None:
            self._page.show_reflections(*found, day_of(now, self._desk.speech.zone).isoformat())

        self._desk.ask(read, shown)

    def _save(self, typed: Dictated) -> None:
        def work(caller: Caller, store: Store) -> str:
            return writing.add(
                caller, store, staff=typed.staff, case_words=typed.case_words, lesson=typed.lesson,
                event=typed.event or None, campaign=typed.campaign or None, commitment=typed.commitment,
                commitment_due=typed.commitment_due,
            )  # fmt: skip

        def saved(_reflection: str) -> None:
            self._page.form.clear()
            self._window.notice.tell(self.tr("Kept."))

        self._desk.do(work, saved)

    def _tell(self, typed: TellingTyped) -> None:
        people = typed.people.strip()

        def work(caller: Caller, store: Store) -> str:
            # What is no number is refused with a sentence by the verb.
            count = int(people) if people.isdecimal() else 0 if people else None
            return writing.share(
                caller, store, reflection=typed.reflection, on_day=typed.on_day, audience=typed.audience,
                people=count, words=typed.words,
            )  # fmt: skip

        def told(_sharing: str) -> None:
            self._page.finish_telling()
            self._window.notice.tell(self.tr("Noted to whom it was told."))

        self._desk.do(work, told)

    def _keep(self, reflection: str) -> None:
        self._desk.do(
            lambda caller, store: writing.keep(caller, store, reflection=reflection),
            lambda _none: self._undoing.offer(
                self.tr("It was done"), lambda caller, store: writing.unkeep(caller, store, reflection=reflection)
            ),
        )

    def _print(self, reflection: str) -> None:
        file = self._chooser.target(self.tr("Sheet without names"), self.tr("reflection.pdf"), "PDF (*.pdf)")
        if file is not None:
            self._write(reflection, file)

    def _write(self, reflection: str, file: Path) -> None:
        def written(report: Report) -> None:
            said = self.tr("Written to {file}").replace("{file}", str(file))
            self._window.notice.tell(with_lacking(said, report))

        self._desk.ask(lambda caller, store: sheet.write_sheet(caller, store, reflection=reflection, pdf=file), written)
