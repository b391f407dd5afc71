"""Wiring of the clients: found, put right in place, unmasked, joined; everything but reading can be taken back."""

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office.desk import Desk
from desktop.office.looks import Looks
from desktop.office.pages.client_list import ClientsPage
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.guests import clients, dossiers, owners
from desktop.services.guests.dossiers import ClientList, Dossier
from desktop.services.registry import Caller


class ClientsFlow(QObject):
    """The pane follows the list."""

    def __init__(self, desk: Desk, page: ClientsPage, window: OfficeWindow, undoing: Undoing) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        self._looks = Looks(desk, "client", lambda: page.pane.client if page.pane.isVisible() else "", self)
        page.find_wanted.connect(lambda _query: self.refresh())
        page.client_wanted.connect(self.show_client)
        page.pane.saved.connect(self._save)
        page.pane.unmask_wanted.connect(self._unmask)
        page.pane.find_wanted.connect(self._find_same)
        page.pane.join_wanted.connect(self._join)

    def refresh(self) -> None:
        """Read the list, and the client in the pane, anew."""
        query = self._page.query

        def found(answer: ClientList) -> None:
            if query == self._page.query:
                self._page.show_clients(answer)
                if self._page.table.choice:
                    self.show_client(self._page.table.choice)

        self._desk.ask(lambda caller, store: dossiers.everything(caller, store, query=query), found)

    def show_client(self, client: str) -> None:
        """Show one client in the pane, unless the person has gone on by then."""

        def found(answer: Dossier | None) -> None:
            if self._page.table.choice == client:
                self._page.pane.show_client(answer)
                self._looks.began()

        self._desk.ask(lambda caller, store: dossiers.show(caller, store, client=client), found)

    def open(self, client: str) -> None:
        """Show the list with this client chosen, also where the list does not reach so far."""
        self._page.begin_again()

        def found(answer: Dossier | None) -> None:
            if answer is not None:
                self._page.stand_on(answer.row)
                self.show_client(answer.row.id)

        self._desk.ask(lambda caller, store: dossiers.show(caller, store, client=client), found)

    def _save(self, client: str, field: str, value: str, before: str) -> None:
        words = self._desk.speech.field_name(field)

        def saved(changed: int) -> None:
            if not changed:
                return
            if field == "room":
                self._window.notice.tell(self.tr("Room added: {room}").replace("{room}", value))
                return
            if field == "marks":
                marked = self._desk.speech.value(value, "client_mark") or self.tr("none")
                said = self.tr("Marks of this client: {marks}").replace("{marks}", marked)
                self._undoing.offer(said, lambda caller, store: _set(caller, store, client, field, before))
                return
            shown = self.tr("{field} is now “{value}”") if value else self.tr("{field} is empty now")
            said = shown.replace("{field}", words).replace("{value}", value)
            self._undoing.offer(said, lambda caller, store: _set(caller, store, client, field, before))

        self._desk.do(lambda caller, store: _set(caller, store, client, field, value), saved)

    def _unmask(self, client: str) -> None:
        self._desk.ask(
            lambda caller, store: dossiers.unmask(caller, store, client=client),
            lambda numbers: self._page.pane.show_numbers(client, *numbers),
        )

    def _find_same(self, query: str) -> None:
        self._desk.ask(
            lambda caller, store: dossiers.everything(caller, store, query=query), self._page.pane.show_found
        )

    def _join(self, first: str, second: str) -> None:
        # The list shows those who remain; of two the smaller id remains again, the other one is joined to it.
        joined = max(first, second)

        def done(remaining: str) -> None:
            self._page.table.choose(remaining)
            said = self.tr("The two records are one person now")
            self._undoing.offer(said, lambda caller, store: dossiers.part(caller, store, client=joined))

        self._desk.do(lambda caller, store: clients.join(caller, store, first=first, second=second), done)


def _set(caller: Caller, store: Store, client: str, field: str, value: str) -> int:
    if field == "owner":
        return owners.give(caller, store, client=client, name=value)
    return clients.set_fields(caller, store, client=client, changes={field: value})
