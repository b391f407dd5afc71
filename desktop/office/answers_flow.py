"""Wiring of the agreed answers: written, agreed to, withdrawn and imported in place; what was done can be undone."""

from pathlib import Path

from PySide6.QtCore import QObject

from db.spelling.phrases import Phrase, Phrases
from db.store import Store
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.answer_form import Written
from desktop.office.pages.answers import AnswersPage
from desktop.office.state import Person
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.answers import agreeing, finding, importing
from desktop.services.answers.finding import Agreed
from desktop.services.answers.importing import Imported
from desktop.services.registry import Caller

NAME = "answers"
Found = tuple[tuple[Agreed, ...], Phrases]
# So many rows that stayed out are told one by one.
_TOLD = 3


class AnswersFlow(QObject):
    """`refresh` reads the library anew; its index is made on the worker, and only when something changed."""

    def __init__(self, desk: Desk, page: AnswersPage, window: OfficeWindow, undoing: Undoing, chooser: Chooser) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing, self._chooser = desk, page, window, undoing, chooser
        self._found: Found = ((), Phrases(()))
        pane = page.pane
        page.import_wanted.connect(self._import)
        pane.form.saved.connect(self._save)
        pane.form.dropped.connect(self._dropped)
        pane.approve_wanted.connect(self._approve)
        pane.withdraw_wanted.connect(self._withdraw)
        pane.restore_wanted.connect(self._restore)

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Everybody of the staff."""
        self._page.show_people(people, self._desk.staff)

    def refresh(self) -> None:
        """Read the library anew."""
        before, now = self._found, self._desk.context.clock()
        self._desk.ask(finding.speed, self._page.show_speed)

        def read(caller: Caller, store: Store) -> Found:
            answers = finding.everything(caller, store, now_ms=now)
            return before if answers == before[0] else (answers, _index(answers))

        def shown(found: Found) -> None:
            self._found = found
            self._page.show_answers(*found)

        self._desk.ask(read, shown)

    def open(self, answer: str) -> None:
        """Bring one answer to the front."""
        self._window.open(NAME)
        self._page.stand_on(answer)

    def _save(self, written: Written) -> None:
        def work(caller: Caller, store: Store) -> str:
            if not written.answer:
                return agreeing.draft(caller, store, by=written.by, fields=written.fields)
            return agreeing.change(caller, store, answer=written.answer, by=written.by, fields=written.fields)

        def saved(answer: str) -> None:
            self._page.pane.finish()
            self._after(answer, self.tr("Saved. Somebody else agrees to it before it is offered."))

        self._desk.do(work, saved)

    def _after(self, answer: str, said: str) -> None:
        """Say what was done, and stand on the answer once it has been read anew."""
        self._window.notice.tell(said)
        self._desk.ask(
            lambda caller, store: finding.everything(caller, store, now_ms=self._desk.context.clock()),
            lambda answers: self._stand(answers, answer),
        )

    def _stand(self, answers: tuple[Agreed, ...], answer: str) -> None:
        self._found = (answers, _index(answers)) if answers != self._found[0] else self._found
        self._page.show_answers(*self._found)
        self._page.stand_on(answer)
        self._page.begin()

    def _dropped(self, written: Written) -> None:
        """What was written in a form that was left can be had back."""

        def again() -> None:
            self._window.open(NAME)
            one = next((each for each in self._found[0] if each.id == written.answer), None)
            self._page.pane.write(one, written)

        self._undoing.offer(self.tr("The form was left, nothing was saved"), None, at_once=again)

    def _approve(self, answer: str, by: str) -> None:
        self._desk.do(
            lambda caller, store: agreeing.approve(caller, store, answer=answer, by=by),
            lambda _none: self._after(answer, self.tr("Agreed: hosts are offered it from now on.")),
        )

    def _withdraw(self, answer: str) -> None:
        said = self.tr("Withdrawn: it is offered no more")
        self._desk.do(
            lambda caller, store: agreeing.withdraw(caller, store, answer=answer),
            lambda _none: self._undoing.offer(
                said, lambda caller, store: agreeing.restore(caller, store, answer=answer)
            ),
        )

    def _restore(self, answer: str) -> None:
        self._desk.do(
            lambda caller, store: agreeing.restore(caller, store, answer=answer),
            lambda _none: self._after(answer, self.tr("Put back.")),
        )

    def _import(self) -> None:
        chosen = self._chooser.files(self.tr("List of answers"), self.tr("Lists (*.xlsx *.csv);;All files (*)"))
        by = self._desk.staff or self._page.importer.choice
        if chosen and not by:
            self._window.notice.warn(self.tr("Choose first in whose name the list is taken in."))
            self._page.importer.setFocus()
        elif chosen:
            self._take_in(chosen[0], by)

    def _take_in(self, file: Path, by: str) -> None:
        self._desk.do(lambda caller, store: importing.import_file(caller, store, file=file, by=by), self._imported)

    def _imported(self, made: Imported) -> None:
        said = self.tr("{read} read: {added} drafts added, {known} known already, {out} left out")
        for name, count in (
            ("read", made.read), ("added", len(made.added)), ("known", made.known), ("out", len(made.rejected)),
        ):  # fmt: skip
            said = said.replace(f"{{{name}}}", f"{count:,}")
        if not made.rejected:
            self._window.notice.tell(said)
        else:
            rows = []
            for one in made.rejected[:_TOLD]:
                why = self._desk.speech.trouble(one.reason, one.facts).message
                rows.append(self.tr("row {row}: {why}").replace("{row}", str(one.row)).replace("{why}", why))
            more = len(made.rejected) - _TOLD
            if more > 0:
                rows.append(self.tr("{count} more").replace("{count}", str(more)))
            self._window.notice.warn(f"{said}\n{self._desk.speech.joined(rows)}")
        if made.added:
            self._page.show_view("draft")


def _index(answers: tuple[Agreed, ...]) -> Phrases:
    return Phrases([Phrase((one.question, one.keywords), (one.words,)) for one in answers])
