"""What belongs to a node rather than to one event: its needs and its guide, both reached from an event's card."""

from PySide6.QtCore import QObject

from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.guides_flow import GuidesFlow
from desktop.office.needs_flow import NeedsFlow
from desktop.office.pages.events import EventsPage
from desktop.office.pages.guides import GuidesPage
from desktop.office.pages.needs import NeedsPage
from desktop.office.state import Person
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow


class NodePages(QObject):
    """Both pages at work; `show_people` tells who may have taken note of a need."""

    def __init__(
        self, desk: Desk, window: OfficeWindow, chooser: Chooser, undoing: Undoing, *,
        pages: tuple[EventsPage, NeedsPage, GuidesPage],
    ) -> None:  # fmt: skip
        super().__init__(window)
        events, needs, guides = pages
        self.guides = GuidesFlow(desk, guides, window)
        self.needs = NeedsFlow(desk, needs, window, chooser, undoing, open_guide=self.guides.open)
        events.needs_wanted.connect(self.needs.open)
        events.guide_wanted.connect(self.guides.open)

    def show_people(self, people: tuple[Person, ...]) -> None:
        """Who may have taken note of a need."""
        self.needs.show_people(people)
