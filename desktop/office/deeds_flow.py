"""Wiring of the invitations: files for an event, written where the person says."""

from PySide6.QtCore import QObject

from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.outputs import InvitationsPage, Outputs
from desktop.office.window import OfficeWindow
from desktop.services.guests import invitations
from desktop.services.guests.invitations import Issued


class OutputFlow(QObject):
    """Files for an event, written where the person says."""

    def __init__(self, desk: Desk, issuing: InvitationsPage, window: OfficeWindow, chooser: Chooser) -> None:
        super().__init__(window)
        self._desk, self._issuing, self._window, self._chooser = desk, issuing, window, chooser
        issuing.issue_wanted.connect(self._issue)

    def _issue(self, wanted: Outputs) -> None:
        event, folder = self._issuing.chosen_event, self._chooser.folder(self.tr("Where shall the invitations go?"))
        if event is None or folder is None:
            return
        name = invitations.safe_name(event.title) or self.tr("Event")
        sheet, codes, people = self.tr("invitations"), self.tr("codes"), self.tr("list")
        pdf = folder / f"{name} {sheet}.pdf" if wanted.pdf else None
        pictures = folder / f"{name} {codes}" if wanted.pictures else None
        list_file = folder / f"{name} {people}.csv" if wanted.list else None

        def done(issued: Issued) -> None:
            said = self.tr("{count} invitations are in {folder}").replace("{count}", f"{issued.invitations:,}")
            said = said.replace("{folder}", str(folder))
            if issued.elsewhere:
                other = self.tr("{count} were issued on another office computer: make them there")
                said = self._desk.speech.joined((said, other.replace("{count}", str(issued.elsewhere))))
            self._issuing.end_work()
            self._window.notice.tell(said)
            self._desk.changed.emit()

        def failed(error: BaseException) -> None:
            self._issuing.end_work()
            self._desk.fail(error)

        self._issuing.begin_work()
        self._desk.watch(
            lambda caller, store, watch: invitations.issue(
                caller, store, event=event.event, pdf=pdf, png=pictures, list_file=list_file, progress=watch.report
            ),
            done=done,
            failed=failed,
            progress=self._issuing.loading.report,
        )
