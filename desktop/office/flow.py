"""The office's window at work: pages wired to the worker, everything shown anew after everything written."""

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop.office import reading
from desktop.office.arrivals_flow import ArrivalsFlow
from desktop.office.choosing import Chooser, SystemChooser
from desktop.office.clients_flow import ClientsFlow
from desktop.office.conflicts_flow import ConflictFlow
from desktop.office.deeds_flow import OutputFlow, WorkFlow
from desktop.office.desk import Desk
from desktop.office.entry_flow import EntryFlow
from desktop.office.events_flow import EventFlow
from desktop.office.exchange_flow import ExchangeFlow
from desktop.office.import_flow import ImportFlow
from desktop.office.pages.arrivals import ArrivalsPage
from desktop.office.pages.client_list import ClientsPage
from desktop.office.pages.conflicts import ConflictsPage
from desktop.office.pages.entry import EntryPage
from desktop.office.pages.events import EventsPage
from desktop.office.pages.exchange import ExchangePage
from desktop.office.pages.home import HomePage
from desktop.office.pages.import_list import ImportPage
from desktop.office.pages.outputs import InvitationsPage
from desktop.office.pages.papers import PapersPage
from desktop.office.pages.settings import SettingsPage
from desktop.office.pages.work_list import WorkListPage
from desktop.office.papers_flow import PapersFlow
from desktop.office.settings_flow import SettingsFlow
from desktop.office.speech import Speech
from desktop.office.state import Snapshot
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.widgets.context import FaceContext

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
        self.entry = EntryPage(speech)
        self._window = OfficeWindow(
            {
                "home": self.home,
                "events": self.events,
                "clients": self.clients,
                "import": self.importing,
                "invitations": self.invitations,
                "arrivals": self.arrivals,
                "concerns": self.work,
                "entry": self.entry,
                "exchange": self.exchange,
                "conflicts": self.conflicts,
                "papers": self.papers,
                "settings": self.settings,
            }
        )
        chooser = chooser or SystemChooser(self._window)
        undoing = Undoing(self.desk, self._window)
        self._clients_flow = ClientsFlow(self.desk, self.clients, self._window, undoing)
        self._arrivals_flow = ArrivalsFlow(self.desk, self.arrivals, self._window, undoing)
        self._settings_flow = SettingsFlow(self.desk, self.settings, self._window, undoing)
        self._import_flow = ImportFlow(self.desk, self.importing, self._window, chooser)
        self._work_flow = WorkFlow(self.desk, self.work, self._window)
        self._exchange_flow = ExchangeFlow(self.desk, self.exchange, self._window, chooser)
        self._conflict_flow = ConflictFlow(self.desk, self.conflicts, self._window, undoing)
        self._entry_flow = EntryFlow(self.desk, self.entry, self._window, chooser)
        self._event_flow = EventFlow(self.desk, self.events, self._window, undoing)
        self._output_flow = OutputFlow(self.desk, self.invitations, self._window, chooser)
        self._papers_flow = PapersFlow(self.desk, self.papers, self._window, chooser)
        self._snapshot: Snapshot | None = None
        self._saved_at: int | None = None
        self._version: int | None = None
        self._clock = QTimer(self._window)
        self._clock.setInterval(_CLOCK_MS)
        self._connect()

    def _connect(self) -> None:
        self.desk.changed.connect(self._written)
        self.desk.troubled.connect(self._window.notice.warn)
        self.home.page_wanted.connect(self._window.open)
        self.home.list_wanted.connect(self._open_list)
        self.home.concern_wanted.connect(self._open_concern)
        self.home.area_wanted.connect(self._open_area)
        self.home.arrivals_wanted.connect(self._open_arrivals)
        self.clients.import_wanted.connect(lambda: self._window.open("import"))
        self.clients.pane.concern_wanted.connect(self._open_concern)
        self.arrivals.client_wanted.connect(self._open_client)
        self.arrivals.events_wanted.connect(lambda: self._window.open("events"))
        self._window.opened.connect(lambda _name: self._read_page())
        self.importing.events_wanted.connect(lambda: self._window.open("events"))
        self.importing.invitations_wanted.connect(lambda: self._window.open("invitations"))
        self.invitations.events_wanted.connect(lambda: self._window.open("events"))
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

    def start(self) -> None:
        """Open the database on the worker, then show what is in it."""
        self._clock.start()
        self._entry_flow.start()
        self.desk.open(self.refresh)

    def close(self) -> None:
        """Close the database once the work under way has ended."""
        if self._clock.isActive():
            self._clock.stop()
            self._context.translator.changed.disconnect(self._spoken)
        self._entry_flow.close()
        self.desk.close()

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
            if self._context.package:
                self._exchange_flow.look((self._context.package,))
                self._window.open("exchange")
            else:
                self._window.page.begin()
        home, chosen = found.home, (self._context.event or "") if is_first else ""
        self.home.show_home(home, found.at)
        self.work.show_work(home.lines, self.desk.staff)
        self._work_flow.refresh()
        self._event_flow.show_events(home.events)
        self.events.show_staff(found.staff)
        self.arrivals.show_events(home.events, chosen)
        self._read_page()
        self.importing.show_events(home.events, chosen)
        self.invitations.show_events(home.events, chosen)
        self.papers.show_events(home.events, chosen)
        self.entry.show_events(home.events, chosen)
        self.exchange.show_devices(found.devices)
        self.conflicts.show_conflicts(found.conflicts)
        navigation = self._window.navigation
        navigation.set_count("concerns", home.count("open"))
        navigation.set_count("conflicts", len(found.conflicts))
        self._show_status()

    def _show_status(self) -> None:
        if not isValid(self._window):
            # The window went before its clock.
            return
        status, speech, found = self._window.status, self.speech, self._snapshot
        now = self._context.clock()
        status.set_clock(f"{speech.day_of(now)}  {speech.time(now)[:5]}")
        status.set_exchange(self._context.exchange(), now)
        if found is None:
            return
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
            "settings": self._settings_flow.refresh,
        }
        if self._snapshot is not None and self._window.page_name in readers:
            readers[self._window.page_name]()

    def _open_area(self, area: str) -> None:
        self.work.show_area(area)
        self._window.open("concerns")

    def _open_arrivals(self, event: str, since: int) -> None:
        self.arrivals.show_quarter(event, since)
        self._window.open("arrivals")

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
