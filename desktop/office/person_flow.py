"""Wiring of what a person may ask for: to be handed everything that is kept about them, or to be erased."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from db.sweeping import Swept
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.client_list import ClientsPage
from desktop.office.pages.erase_box import EraseBox
from desktop.office.window import OfficeWindow
from desktop.services.guests import persons
from desktop.services.guests.invitations import safe_name
from desktop.services.guests.persons import Gone, HandedOut


class PersonFlow(QObject):
    """`box` is the one modal window of the office."""

    def __init__(
        self, desk: Desk, page: ClientsPage, window: OfficeWindow, chooser: Chooser, begin_again: Callable[[], None]
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._chooser = desk, page, window, chooser
        self._begin_again = begin_again
        self.box = EraseBox(window)
        self.box.decided.connect(self._erase)
        page.pane.erase_wanted.connect(self._weigh)
        page.pane.hand_out_wanted.connect(self._hand_out)

    def _hand_out(self, client: str, name: str) -> None:
        title, kinds = self.tr("Where shall the person's data go?"), "XLSX (*.xlsx);;JSON (*.json)"
        file = self._chooser.target(title, f"{safe_name(name) or client[:8]}.xlsx", kinds)
        if file is None:
            return
        if not file.suffix:
            file = file.with_suffix(".xlsx")

        def done(told: HandedOut) -> None:
            said = self.tr("Everything about {name} is in {file}. It is not encrypted.")
            said = said.replace("{name}", name).replace("{file}", told.file)
            if told.missing:
                missing = self.tr("{count} pictures are on other devices only.")
                said = f"{said} {missing.replace('{count}', str(told.missing))}"
            self._window.notice.tell(said)

        self._desk.ask(lambda caller, store: persons.export(caller, store, client=client, file=file), done)

    def _weigh(self, client: str) -> None:
        self._desk.ask(lambda caller, store: persons.weigh(caller, store, client=client), self.box.ask)

    def _erase(self, client: str, reason: str, second: str) -> None:
        def done(found: tuple[Gone, Swept | None]) -> None:
            self.box.close()
            _, swept = found
            said = self.tr("Erased. Export as usual: other devices erase it with the next package.")
            if swept is None:
                said = f"{said} {self.tr('Old pages are cleared at the next start.')}"
            elif swept.left:
                copies = self.tr("{count} copies could not be opened; delete them yourself.")
                said = f"{said} {copies.replace('{count}', str(len(swept.left)))}"
            self._window.notice.tell(said)
            self._begin_again()

        self._desk.do(
            lambda caller, store: persons.erase_and_sweep(caller, store, client=client, reason=reason, second=second),
            done,
        )
