"""Wiring of the papers: looked at whenever another is chosen, then printed or kept."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.lacking import lacking
from desktop.office.pages.papers import PapersPage
from desktop.office.printing_flow import PrintingFlow
from desktop.office.window import OfficeWindow
from desktop.paper.content import Report
from desktop.services.guests.invitations import safe_name
from desktop.services.papers import printing, shelf
from desktop.services.papers.printing import Offers, Queues
from desktop.services.papers.shelf import WORN, Looked, Sent, Talk, Wanted
from desktop.settings import Settings, with_print_habit


class PapersFlow(QObject):
    """One paper at a time; an answer that comes after another was chosen is dropped."""

    def __init__(
        self, desk: Desk, page: PapersPage, window: OfficeWindow, chooser: Chooser, choices: Callable[[], Settings],
        keep: Callable[[Settings], None],
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._choices, self._keep = choices, keep
        self._desk, self._page, self._window, self._chooser = desk, page, window, chooser
        self.printing = PrintingFlow(desk, page.jobs, window)
        page.changed.connect(self.look)
        page.print_wanted.connect(self._print)
        page.save_wanted.connect(self._save)
        page.printing.printer_chosen.connect(self._ask_offers)
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
        self._ask_offers(self._page.printing.queue)
        wanted = self._page.wanted
        if wanted is None:
            self._page.show_nothing()
            return
        self._page.loading.begin()

        def done(looked: Looked) -> None:
            self._page.loading.end()
            if self._page.wanted == wanted:
                self._page.show_paper(
                    looked.content, looked.report.pages, lacking(looked.report), is_draft=looked.report.is_draft
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

    def _ask_offers(self, queue: str) -> None:
        if self._page.table.choice in WORN:
            return

        def shown(offers: Offers) -> None:
            if self._page.printing.queue == queue:
                self._page.printing.show_offers(offers)

        self._desk.ask(lambda caller, store: printing.offers(caller, store, queue=queue), shown)

    def _print(self, queue: str) -> None:
        wanted, chosen = self._page.wanted, self._page.printing
        if wanted is None:
            return
        name, options, is_known = self._name(), chosen.options, chosen.is_known
        if wanted.kind not in WORN:
            self._keep(with_print_habit(self._choices(), wanted.kind, chosen.habit))

        def done(sent: Sent) -> None:
            if sent.job is not None:
                self.printing.go()
            if not sent.is_new:
                return
            said = self.tr("{pages} pages are on their way to {printer}").replace("{pages}", str(sent.report.pages))
            self._window.notice.tell(said.replace("{printer}", sent.printer))

        self._desk.do(
            lambda caller, store: shelf.print_out(
                caller, store, wanted=wanted, name=name, queue=queue, options=options, is_known=is_known
            ),
            done,
        )

    def _save(self) -> None:
        wanted = self._page.wanted
        if wanted is None:
            return
        kinds = self.tr("PDF (*.pdf)")
        if wanted.kind in shelf.FOR_PHONES:
            kinds += ";;" + self.tr("Picture (*.png)")
        if wanted.kind in shelf.FOR_EDITING:
            kinds += ";;" + self.tr("Word document (*.docx)")
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
        # A document to be edited has no pages before it is opened.
        told = self.tr("{file}: {pages} pages") if report.pages else self.tr("Kept as {file}")
        said = told.replace("{file}", str(target))
        self._window.notice.tell(said.replace("{pages}", str(report.pages)))

    def _cannot_be_shown(self) -> None:
        self._window.notice.warn(self._desk.speech.sentence("pdf_unreadable", {}))
