"""The office's window at work: pages wired to the worker, everything shown anew after everything written."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.office import reading
from desktop.office.alike_flow import AlikeFlow
from desktop.office.answers_flow import AnswersFlow
from desktop.office.arrivals_flow import ArrivalsFlow
from desktop.office.campaigns_flow import CampaignsFlow
from desktop.office.choosing import Chooser, SystemChooser
from desktop.office.clients_flow import ClientsFlow
from desktop.office.common_flow import CommonFlow
from desktop.office.conflicts_flow import ConflictFlow
from desktop.office.deeds_flow import OutputFlow
from desktop.office.desk import Desk
from desktop.office.duty_flow import DutyFlow
from desktop.office.entry_flow import EntryFlow
from desktop.office.event_days import EventDays
from desktop.office.events_flow import EventFlow
from desktop.office.exchange_flow import ExchangeFlow
from desktop.office.findings_flow import FindingsFlow
from desktop.office.hall_flow import HallFlow
from desktop.office.history_flow import HistoryFlow
from desktop.office.import_flow import ImportFlow
from desktop.office.inviting_flow import InvitingFlow
from desktop.office.node_pages import NodePages
from desktop.office.numbers_flow import NumbersFlow
from desktop.office.pages.answers import AnswersPage
from desktop.office.pages.arrivals import ArrivalsPage
from desktop.office.pages.campaigns import CampaignsPage
from desktop.office.pages.client_list import ClientsPage
from desktop.office.pages.closing import ClosingPage
from desktop.office.pages.common import CommonPage
from desktop.office.pages.conflicts import ConflictsPage
from desktop.office.pages.duty import DutyPage
from desktop.office.pages.entry import EntryPage
from desktop.office.pages.events import EventsPage
from desktop.office.pages.exchange import ExchangePage
from desktop.office.pages.findings import FindingsPage
from desktop.office.pages.guides import GuidesPage
from desktop.office.pages.hall import HallPage
from desktop.office.pages.history_page import HistoryPage
from desktop.office.pages.home import HomePage
from desktop.office.pages.import_list import ImportPage
from desktop.office.pages.kit import KitPage
from desktop.office.pages.needs import NeedsPage
from desktop.office.pages.numbers import NumbersPage
from desktop.office.pages.outputs import InvitationsPage
from desktop.office.pages.papers import PapersPage
from desktop.office.pages.reflections import ReflectionsPage
from desktop.office.pages.rehearsal import RehearsalPage
from desktop.office.pages.settings import SettingsPage
from desktop.office.pages.work_list import WorkListPage
from desktop.office.papers_flow import PapersFlow
from desktop.office.person_flow import PersonFlow
from desktop.office.printing_flow import PrintingFlow
from desktop.office.reflections_flow import ReflectionsFlow
from desktop.office.settings_flow import SettingsFlow
from desktop.office.speech import Speech
from desktop.office.state import Snapshot
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.office.work_flow import WorkFlow
from desktop.widgets.context import FaceContext
from desktop.widgets.remembering import Remembering

_CLOCK_MS = 5_000


class OfficeFlow(QObject):
    """`start` opens the database and shows it; `close` closes it again. `chooser` asks for files."""

    def __init__(self, context: FaceContext, parent: QObject | None = None, *, chooser: Chooser | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self.speech = speech = Speech(context.translator, self)
        self.desk = Desk(context, speech, self)
        self.home, self.events, self.importing = HomePage(speech), EventsPage(speech), ImportPage(speech)
        self.invitations, self.papers = InvitationsPage(speech), PapersPage(speech, context.jobs)
        self.work, self.exchange, self.conflicts = WorkListPage(speech), ExchangePage(speech), ConflictsPage(speech)
        self.clients, self.arrivals, self.settings = ClientsPage(speech), ArrivalsPage(speech), SettingsPage(speech)
        self.entry, self.history = EntryPage(speech), HistoryPage(speech)
        self.kit, self.closing, self.numbers = KitPage(speech), ClosingPage(speech), NumbersPage(speech)
        self.rehearsal, self.reflections = RehearsalPage(speech), ReflectionsPage(speech)
        self.hall, self.answers = HallPage(speech), AnswersPage(speech)
        self.duty, self.campaigns = DutyPage(speech), CampaignsPage(speech)
        self.common, self.remembering = CommonPage(speech), Remembering(context.jobs, self)
        self.needs, self.guides, self.findings = NeedsPage(speech), GuidesPage(speech), FindingsPage(speech)
        self._window = OfficeWindow(
            {
                "home": self.home,
                "events": self.events,
                "clients": self.clients,
                "import": self.importing,
                "invitations": self.invitations,
                "arrivals": self.arrivals,
                "hall": self.hall,
                "concerns": self.work,
                "entry": self.entry,
                "answers": self.answers,
                "reflections": self.reflections,
                "common": self.common,
                "campaigns": self.campaigns,
                "duty": self.duty,
                "exchange": self.exchange,
                "conflicts": self.conflicts,
                "papers": self.papers,
                "settings": self.settings,
                "history": self.history,
                "kit": self.kit,
                "closing": self.closing,
                "rehearsal": self.rehearsal,
                "numbers": self.numbers,
                "findings": self.findings,
                "needs": self.needs,
                "guides": self.guides,
            }
        )
        chooser = chooser or SystemChooser(self._window)
        undoing = Undoing(self.desk, self._window)
        self._clients_flow = ClientsFlow(self.desk, self.clients, self._window, undoing)
        self.persons = PersonFlow(self.desk, self.clients, self._window, chooser, self._clients_flow.refresh)
        self._arrivals_flow = ArrivalsFlow(self.desk, self.arrivals, self._window, undoing)
        self._hall_flow = HallFlow(self.desk, self.hall, self._window, undoing)
        self._settings_flow = SettingsFlow(self.desk, self.settings, self._window, undoing, chooser)
        self._import_flow = ImportFlow(self.desk, self.importing, self._window, chooser)
        self._history_flow = HistoryFlow(self.desk, self.history, self._window, undoing)
        self._work_flow = WorkFlow(
            self.desk, self.work, self._window, chooser,
            open_history=self._history_flow.open, open_client=self._open_client,
        )  # fmt: skip
        self._exchange_flow = ExchangeFlow(self.desk, self.exchange, self._window, chooser, undoing)
        self._conflict_flow = ConflictFlow(self.desk, self.conflicts, self._window, undoing)
        self._entry_flow = EntryFlow(self.desk, self.entry, self._window, chooser)
        self._campaigns_flow = CampaignsFlow(self.desk, self.campaigns, self._window, chooser, undoing)
        self.campaigns.heard.opened.connect(self._open_concern)
        self._duty_flow = DutyFlow(self.desk, self.duty, self._window, chooser, undoing)
        self._common_flow = CommonFlow(
            self.desk, self.common, self._window, undoing, self.remembering, lambda: self._open_paper("common")
        )
        self._alike_flow = AlikeFlow(self.entry.form.alike, self.work.whole, self.remembering, self)
        self._answers_flow = AnswersFlow(self.desk, self.answers, self._window, undoing, chooser)
        self._reflections_flow = ReflectionsFlow(self.desk, self.reflections, self._window, undoing, chooser)
        self.duty.reflections_wanted.connect(self._reflections_flow.open)
        self._event_flow = EventFlow(self.desk, self.events, self._window, undoing)
        self._days = EventDays(
            self.desk, self._window, chooser, undoing, pages=(self.events, self.kit, self.closing, self.rehearsal),
            led_to=(self.arrivals, self.entry, self.papers), open_concern=self._open_concern,
        )  # fmt: skip
        self._node_pages = NodePages(
            self.desk, self._window, chooser, undoing, pages=(self.events, self.needs, self.guides)
        )
        self._output_flow = OutputFlow(self.desk, self.invitations, self._window, chooser)
        self._inviting_flow = InvitingFlow(self.desk, self.invitations, self._window, chooser, undoing)
        self._numbers_flow = NumbersFlow(self.desk, self.numbers, self._window)
        self._findings_flow = FindingsFlow(
            self.desk, self.findings, self._window, undoing, led_from=(self.numbers, self.closing),
            led_to=(self.work, self.arrivals, self.papers), open_matter=self._common_flow.open,
        )  # fmt: skip
        self._papers_flow = PapersFlow(
            self.desk, self.papers, self._window, chooser, lambda: self._settings_flow.choices,
            self._settings_flow.remember,
        )  # fmt: skip
        self._snapshot: Snapshot | None = None
        self._chosen = context.event or ""
        self._saved_at: int | None = None
        self._version: int | None = None
        # Nothing is painted any more once the window is gone, however it went.
        self._clock = QTimer(self)
        self._window.destroyed.connect(self._clock.stop)
        self._clock.setInterval(_CLOCK_MS)
        self._connect()

    def _connect(self) -> None:
        self.desk.changed.connect(self._written)
        self.desk.troubled.connect(self._window.notice.warn)
        self.home.page_wanted.connect(self._window.open)
        self.home.list_wanted.connect(self._open_list)
        self.home.concern_wanted.connect(self._open_concern)
        self.home.matter_wanted.connect(self._common_flow.open)
        self.work.whole.matter_wanted.connect(self._common_flow.open)
        self.home.area_wanted.connect(self._open_area)
        self.home.arrivals_wanted.connect(self._open_arrivals)
        self.home.numbers_wanted.connect(self._numbers_flow.open)
        self.arrivals.numbers_wanted.connect(self._numbers_flow.open)
        self.invitations.numbers_wanted.connect(self._numbers_flow.open)
        self.numbers.quarter_wanted.connect(self._open_arrivals)
        self.home.summary_wanted.connect(self._open_summary)
        self.clients.import_wanted.connect(lambda: self._window.open("import"))
        self.clients.pane.concern_wanted.connect(self._open_concern)
        self.clients.pane.history_wanted.connect(lambda client: self._history_flow.open("client", client))
        self.arrivals.client_wanted.connect(self._open_client)
        self.arrivals.history_wanted.connect(lambda row: self._history_flow.open("check_in", row))
        self.events.history_wanted.connect(lambda row: self._history_flow.open("event", row))
        self.hall.client_wanted.connect(self._open_client)
        self.hall.events_wanted.connect(lambda: self._window.open("events"))
        self.arrivals.events_wanted.connect(lambda: self._window.open("events"))
        self._window.opened.connect(lambda _name: self._read_page())
        self.importing.events_wanted.connect(lambda: self._window.open("events"))
        self.importing.invitations_wanted.connect(lambda: self._window.open("invitations"))
        self.invitations.events_wanted.connect(lambda: self._window.open("events"))
        self.invitations.calls.import_wanted.connect(lambda: self._window.open("import"))
        self.exchange.share_wanted.connect(self._settings_flow.choose_shared)
        self.exchange.unshare_wanted.connect(lambda: self._settings_flow.share(""))
        self._settings_flow.shared.connect(lambda _address: self._show_status())
        self.papers.events_wanted.connect(lambda: self._window.open("events"))
        self.entry.events_wanted.connect(lambda: self._window.open("events"))
        self._context.translator.changed.connect(self._spoken)
        self._clock.timeout.connect(self._show_status)
        self._clock.timeout.connect(self.look_for_news)
        self._window.open("home")

    @property
    def window(self) -> QWidget:
        """The window; the app shows it."""
        return self._window

    @property
    def printing(self) -> PrintingFlow:
        """The papers on their way to printers."""
        return self._papers_flow.printing

    def start(self) -> None:
        """Open the database on the worker, then show what is in it."""
        self._clock.start()
        self._entry_flow.start()
        self.desk.open(self._opened)

    def close(self) -> None:
        """Close the database once the work under way has ended."""
        if self._clock.isActive():
            self._clock.stop()
            self._context.translator.changed.disconnect(self._spoken)
        self._entry_flow.close()
        self._days.rehearsal.close()
        self.remembering.close()
        self.printing.close()
        self.desk.close()

    def _opened(self) -> None:
        if self.desk.opened is not None:
            self.remembering.begin(*self.desk.opened)
        self.printing.begin()
        self.refresh()

    def refresh(self) -> None:
        """Read everything that is shown anew."""
        self.desk.ask(reading.snapshot, self._show)

    def look_for_news(self) -> None:
        """Show what came meanwhile from elsewhere: through the shared folder, or from the command line."""

        def counted(version: int) -> None:
            known, self._version = self._version, version
            if known not in (None, version):
                self.refresh()

        if not self._context.jobs.is_busy:
            self.desk.ask(lambda _caller, store: store.changes_by_others(), counted)

    def _written(self) -> None:
        self._saved_at = self._context.clock()
        self.refresh()

    def _show(self, found: Snapshot) -> None:
        is_first = self._snapshot is None
        self._snapshot = found
        if is_first:
            self._window.show_ready(is_ready=True)
            self._duty_flow.remind()
            if self._context.package:
                self._exchange_flow.look((self._context.package,))
                self._window.open("exchange")
            else:
                self._window.page.begin()
        self.home.show_home(found.home, found.at)
        # Page after page: all of them at one go would keep the person's keys waiting.
        self._context.jobs.in_turns(
            partial(self._show_part, found, show)
            for show in (self._show_work, self._show_events, self._show_outputs, self._show_others)
        )

    def _show_part(self, found: Snapshot, show: Callable[[Snapshot], None]) -> None:
        """Show a part, unless something newer came or the window went before its turn."""
        if found is self._snapshot and isValid(self._window):
            show(found)

    def _show_work(self, found: Snapshot) -> None:
        self._show_status()
        self.work.show_work(found.home.lines, self.desk.staff, found.staff)
        self._work_flow.refresh()

    def _show_events(self, found: Snapshot) -> None:
        self._event_flow.show_events(found.home.events)
        self._days.show_events(found.home.events)
        self._numbers_flow.show_events(found.home.events)
        self._findings_flow.show_events(found.home.events)
        self.events.show_staff(found.staff)
        self._node_pages.show_people(found.staff)
        self.arrivals.show_events(found.home.events, self._chosen)
        self.hall.show_events(found.home.events, self._chosen, found.at)
        self._read_page()

    def _show_outputs(self, found: Snapshot) -> None:
        for page in (self.importing, self.invitations, self.papers, self.entry):
            page.show_events(found.home.events, self._chosen)
        # Only the first time: from then on the pages remember.
        self._chosen = ""

    def _show_others(self, found: Snapshot) -> None:
        self.exchange.show_devices(found.devices)
        self.conflicts.today = self.speech.day_of(found.at)
        self.conflicts.show_conflicts(found.conflicts, found.doubles)
        self._answers_flow.show_people(found.staff)
        self._reflections_flow.show_people(found.staff)
        self._campaigns_flow.show_people(found.staff)
        navigation = self._window.navigation
        navigation.set_count("concerns", found.home.count("open"))
        navigation.set_count("conflicts", len(found.conflicts) + len(found.doubles))

    def _show_status(self) -> None:
        if not isValid(self._window):
            # The window went before its clock.
            return
        status, speech, found = self._window.status, self.speech, self._snapshot
        now = self._context.clock()
        status.set_clock(f"{speech.day_of(now)}  {speech.time(now)[:5]}")
        standing = self._context.exchange()
        status.set_exchange(standing, now)
        if found is None:
            return
        names = {writer: one.name for one in found.devices for writer in one.writers}
        self._exchange_flow.show_standing(self._settings_flow.choices.shared_folder, standing, names)
        self._window.navigation.set_head(self.tr("Qinting"), f"{found.home.project} · {found.device}")
        name = found.home.name or self.tr("Administrator")
        self._window.navigation.set_person(name, speech.code("role", found.home.role) if found.home.name else "")
        saved = self.tr("Saved {time}").replace("{time}", speech.time(self._saved_at or found.at))
        status.set_saved(saved if self._saved_at else self.tr("Everything is saved"))
        heard = [(one.heard_at, one.name) for one in found.devices if one.heard_at and not one.is_this]
        last = max(heard, default=None)
        status.set_heard(f"{last[1]} · {speech.moment(last[0])}" if last else "")

    def _spoken(self, _language: str) -> None:
        self._show_status()

    def _read_page(self) -> None:
        """Read what only the open page shows; the others are read when they are opened."""
        readers = {
            "clients": self._clients_flow.refresh,
            "arrivals": self._arrivals_flow.refresh,
            "hall": self._hall_flow.refresh,
            "invitations": self._inviting_flow.refresh,
            "numbers": self._numbers_flow.refresh,
            "findings": self._findings_flow.refresh,
            "settings": self._settings_flow.refresh,
            "answers": self._answers_flow.refresh,
            "reflections": self._reflections_flow.refresh,
            "common": self._common_flow.refresh,
            "campaigns": self._campaigns_flow.refresh,
            "duty": self._duty_flow.refresh,
        }
        if self._snapshot is not None and self._window.page_name in readers:
            readers[self._window.page_name]()

    def _open_area(self, area: str) -> None:
        self.work.show_area(area)
        self._window.open("concerns")

    def _open_arrivals(self, event: str, since: int) -> None:
        self.arrivals.show_quarter(event, since)
        self._window.open("arrivals")

    def _open_summary(self, event: str) -> None:
        if event:
            self.papers.choose(event, "summary")
        self._window.open("papers")

    def _open_paper(self, kind: str) -> None:
        self.papers.choose(self.papers.events.choice, kind)
        self._window.open("papers")

    def _open_client(self, client: str) -> None:
        self._window.open("clients")
        self._clients_flow.open(client)

    def _open_list(self, view: str) -> None:
        self.work.clear_area()
        self.work.show_view(view)
        self._window.open("concerns")

    def _open_concern(self, concern: str) -> None:
        self._window.open("concerns")
        self.work.open(concern)
