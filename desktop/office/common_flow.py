"""Wiring of common matters: groups are looked for beside everything else, a person decides, and may take it back."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from db.store import Reader, Store
from desktop.office import common_reading as reading
from desktop.office.common_state import GroupView, Suggested, Written
from desktop.office.desk import Desk
from desktop.office.pages.common import CommonPage
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.common import deciding, listing
from desktop.services.common.groups import LEAST_CLIENTS
from desktop.services.registry import Caller
from desktop.widgets.remembering import Remembering

if TYPE_CHECKING:
    from desktop.services.common.suggesting import Prospect

NAME = "common"


class CommonFlow(QObject):
    """`refresh` reads everything anew; the slow part runs on the worker of what is remembered."""

    def __init__(
        self,
        desk: Desk,
        page: CommonPage,
        window: OfficeWindow,
        undoing: Undoing,
        remembering: Remembering,
        open_paper: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window, self._undoing = desk, page, window, undoing
        self._remembering = remembering
        self._prospect: Prospect | None = None
        self._strictness: float | None = None
        self._least = LEAST_CLIENTS
        # Questions that a newer one has overtaken are not shown.
        self._asked = 0
        page.width_wanted.connect(self._cut)
        page.least_wanted.connect(self._set_least)
        page.paper_wanted.connect(open_paper)
        page.pane.confirmed.connect(self._confirm)
        page.pane.rejected.connect(self._reject)
        page.pane.saved.connect(self._save)
        page.pane.split.connect(self._split)

    def refresh(self) -> None:
        """Read the confirmed matters, then look for groups."""

        def read(caller: Caller, store: Store) -> tuple[tuple[GroupView, ...], int]:
            return reading.matters(caller, store), listing.least(caller, store)

        self._desk.ask(read, lambda found: self._show_matters(*found))

    def open(self, key: str) -> None:
        """Bring one matter to the front."""
        self._window.open(NAME)
        self._page.stand_on(key)

    def _show_matters(self, found: tuple[GroupView, ...], least: int) -> None:
        self._least = least
        self._page.show_matters(found, least)
        self._page.show_comparing()

        def look(caller: Caller, reader: Reader) -> "Prospect":
            from desktop.services.common import suggesting

            return suggesting.prospect(caller, reader)

        def looked(found: "Prospect") -> None:
            self._prospect = found
            self._cut(self._strictness)

        self._remembering.ask(look, looked, self._desk.fail)

    def _cut(self, strictness: float | None) -> None:
        found, least = self._prospect, self._least
        self._strictness = strictness
        if found is None:
            return
        self._asked += 1
        number = self._asked

        def show(suggested: Suggested) -> None:
            if number == self._asked:
                self._page.show_suggested(suggested)
                self._window.navigation.set_count(NAME, len(suggested.groups))

        self._remembering.ask(
            lambda _caller, reader: reading.suggested(reader, found, strictness, least), show, self._desk.fail
        )

    def _set_least(self, clients: int) -> None:
        self._desk.do(lambda caller, store: listing.set_least(caller, store, clients=clients), _ignore)

    def _confirm(self, written: Written) -> None:
        group = written.group
        self._page.forget(group.key)
        if group.issue:
            self._add(written)
            return
        said = self.tr("Confirmed: {title}").replace("{title}", written.title)

        def confirmed(issue: str) -> None:
            self._undoing.offer(said, lambda caller, store: deciding.split(caller, store, issue=issue))

        self._desk.do(
            lambda caller, store: deciding.confirm(
                caller, store, title=written.title, concerns=written.inside, dropped=written.outside,
                area=written.area or None, department=written.department or None,
            ),
            confirmed,
        )  # fmt: skip

    def _add(self, written: Written) -> None:
        issue, inside, outside = written.group.issue, written.inside, written.outside

        def work(caller: Caller, store: Store) -> None:
            with store.transaction(verb="common.put", by=caller.staff) as tx:
                deciding.put(caller, tx, issue=issue, concerns=inside, is_in=True)
                deciding.put(caller, tx, issue=issue, concerns=outside, is_in=False)

        said = self.tr("Added to {title}").replace("{title}", written.group.title)
        self._desk.do(
            work,
            lambda _none: self._undoing.offer(
                said, lambda caller, store: deciding.put(caller, store, issue=issue, concerns=inside, is_in=False)
            ),
        )

    def _reject(self, written: Written) -> None:
        self._page.forget(written.group.key)
        if written.group.issue:
            self._desk.do(
                lambda caller, store: deciding.put(
                    caller, store, issue=written.group.issue, concerns=written.inside, is_in=False
                ),
                lambda _none: self._window.notice.tell(self.tr("They stay apart")),
            )
            return
        said = self.tr("Not one matter: it is not suggested again")
        self._desk.do(
            lambda caller, store: deciding.reject(
                caller, store, title=written.title or written.group.title, concerns=written.inside
            ),
            lambda issue: self._undoing.offer(said, lambda caller, store: deciding.restore(caller, store, issue=issue)),
        )

    def _save(self, written: Written) -> None:
        issue, group = written.group.issue, written.group

        def work(caller: Caller, store: Store) -> None:
            with store.transaction(verb="common.change", by=caller.staff) as tx:
                deciding.change(
                    caller, tx, issue=issue, title=written.title, area=written.area, department=written.department
                )
                deciding.put(caller, tx, issue=issue, concerns=written.inside, is_in=True)
                deciding.put(caller, tx, issue=issue, concerns=written.outside, is_in=False)

        def back(caller: Caller, store: Store) -> None:
            inside = [one.concern for one in group.members if one.is_in]
            outside = [one.concern for one in group.members if not one.is_in]
            with store.transaction(verb="common.change", by=caller.staff) as tx:
                deciding.change(
                    caller, tx, issue=issue, title=group.title, area=group.area, department=group.department
                )
                deciding.put(caller, tx, issue=issue, concerns=inside, is_in=True)
                deciding.put(caller, tx, issue=issue, concerns=outside, is_in=False)

        self._desk.do(work, lambda _none: self._undoing.offer(self.tr("Changed"), back))

    def _split(self, issue: str) -> None:
        def split(count: int) -> None:
            said = self.tr("Split: {count} concerns stand for themselves").replace("{count}", str(count))
            self._undoing.offer(said, lambda caller, store: deciding.restore(caller, store, issue=issue))

        self._desk.do(lambda caller, store: deciding.split(caller, store, issue=issue), split)


def _ignore(_answer: object) -> None:
    pass
