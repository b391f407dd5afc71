"""Wiring of the other pages: steps of concerns, invitations."""

from PySide6.QtCore import QObject

from desktop.office import reading
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.outputs import InvitationsPage, Outputs
from desktop.office.pages.work_list import WorkListPage
from desktop.office.state import ConcernView, StepRequest
from desktop.office.window import OfficeWindow
from desktop.services.concerns import moving
from desktop.services.concerns.moving import Moved
from desktop.services.guests import invitations
from desktop.services.guests.invitations import Issued


class WorkFlow(QObject):
    """The pane follows the list; a step is taken or its refusal is said."""

    def __init__(self, desk: Desk, page: WorkListPage, window: OfficeWindow) -> None:
        super().__init__(window)
        self._desk, self._page, self._window = desk, page, window
        page.concern_wanted.connect(self.show_concern)
        page.pane.step_wanted.connect(self._step)

    def show_concern(self, concern: str) -> None:
        """Show one concern in the pane, unless the person has gone on by then."""

        def found(view: ConcernView | None) -> None:
            if self._page.table.choice == concern:
                self._page.show_concern(view, self._desk.staff)

        self._desk.ask(lambda caller, store: reading.concern(caller, store, concern), found)

    def refresh(self) -> None:
        """Show the concern in the pane as it is now."""
        if self._page.table.choice:
            self.show_concern(self._page.table.choice)

    def _step(self, request: StepRequest) -> None:
        number = self._page.pane.number

        def done(moved: Moved) -> None:
            if moved.refused:
                self._page.pane.refuse(tuple((one.code, one.facts) for one in moved.refused))
                return
            self._page.pane.form.hide()
            self._page.begin()
            state = self._desk.speech.code("state", moved.state)
            said = self.tr("{number}: now {state}").replace("{number}", number).replace("{state}", state)
            self._window.notice.tell(said)
            self._desk.changed.emit()

        self._desk.ask(
            lambda caller, store: moving.move(
                caller, store, concern=request.concern, target=request.target, by=request.by,
                entered_by=caller.staff, means=request.means, fields=dict(request.fields),
            ),
            done,
        )  # fmt: skip


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
