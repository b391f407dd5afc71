"""Wiring of the papers: looked at whenever another is chosen, then printed or kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.papers import PapersPage
from desktop.office.window import OfficeWindow
from desktop.paper.content import Report
from desktop.services.guests.invitations import safe_name
from desktop.services.papers import printing, shelf
from desktop.services.papers.printing import Queues
from desktop.services.papers.shelf import Looked, Talk, Wanted
from desktop.settings import Settings


class PapersFlow(QObject):
    """One paper at a time; an answer that comes after another was chosen is dropped."""

    def __init__(
        self, desk: Desk, page: PapersPage, window: OfficeWindow, chooser: Chooser, choices: Callable[[], Settings]
    ) -> None:
        super().__init__(window)
        self._choices = choices
        self._desk, self._page, self._window, self._chooser = desk, page, window, chooser
        page.changed.connect(self.look)
        page.print_wanted.connect(self._print)
        page.save_wanted.connect(self._save)
        page.view.failed.connect(self._cannot_be_shown)
        desk.changed.connect(self.look)

    def look(self) -> None:
        """Show the paper chosen as it would come out now."""
        event = self._page.chosen_event
        if event is None or not self._desk.is_open or self._window.page is not self._page:
            return
        self._page.show_device(self._choices())
        self._desk.ask(
            lambda caller, store: (
                printing.printers(caller, store),
                shelf.owners(caller, store, event=event.event),
                shelf.talks(caller, store, event=event.event),
            ),
            lambda found: self._show_surroundings(*found),
        )

    def _show_surroundings(self, queues: Queues, owners: tuple[str, ...], talks: tuple[Talk, ...]) -> None:
        self._page.show_surroundings(queues, owners, talks)
        wanted = self._page.wanted
        if wanted is None:
            self._page.show_nothing()
            return
        self._page.loading.begin()

        def done(looked: Looked) -> None:
            self._page.loading.end()
            if self._page.wanted == wanted:
                self._page.show_paper(
                    looked.content, looked.report.pages, _lacking(looked.report), is_draft=looked.report.is_draft
                )

        def failed(error: BaseException) -> None:
            self._page.loading.end()
            if self._page.wanted == wanted:
                self._page.show_nothing()
            self._desk.fail(error)

        self._desk.watch(
            lambda caller, store, _watch: shelf.look(caller, store, wanted=wanted),
            done=done, failed=failed, progress=self._page.loading.report,
        )  # fmt: skip

    def _print(self, queue: str) -> None:
        wanted = self._page.wanted
        if wanted is None:
            return
        name = self._name()

        def done(printed: tuple[str, Report]) -> None:
            said = self.tr("{pages} pages are on their way to {printer}").replace("{pages}", str(printed[1].pages))
            self._window.notice.tell(said.replace("{printer}", printed[0]))

        self._desk.do(lambda caller, store: shelf.print_out(caller, store, wanted=wanted, name=name, queue=queue), done)

    def _save(self) -> None:
        wanted = self._page.wanted
        if wanted is None:
            return
        kinds = self.tr("PDF (*.pdf)")
        if wanted.kind in shelf.FOR_PHONES:
            kinds += ";;" + self.tr("Picture (*.png)")
        target = self._chooser.target(self.tr("Where shall it go?"), f"{self._name()}.pdf", kinds)
        if target:
            self._desk.do(
                lambda caller, store: shelf.make(caller, store, wanted=wanted, pdf=target),
                lambda report: self._saved(target, report),
            )

    def _name(self) -> str:
        """A file name that says which paper of which event, and whose clients it is for."""
        event, wanted = self._page.chosen_event, self._page.wanted or Wanted("", "")
        parts = (safe_name(event.title) if event else "", self._page.paper_name, safe_name(wanted.owner))
        return " ".join(filter(None, parts))

    def _saved(self, target: Path, report: Report) -> None:
        said = self.tr("{file}: {pages} pages").replace("{file}", str(target))
        self._window.notice.tell(said.replace("{pages}", str(report.pages)))

    def _cannot_be_shown(self) -> None:
        self._window.notice.warn(self._desk.speech.sentence("pdf_unreadable", {}))


def _lacking(report: Report) -> str:
    """The characters that no face has, each once."""
    return "".join(dict.fromkeys("".join(one.characters for one in report.missing)))
