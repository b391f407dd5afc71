"""The office's window: pages down the left side, one of them open, the status bar at the foot."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from desktop.office.pages.parts import Notice, Page
from desktop.widgets.bars import StatusBar, UndoBar
from desktop.widgets.focus import FocusRing
from desktop.widgets.measures import PX
from desktop.widgets.navigation import Navigation
from desktop.widgets.part import Part, column, row

GROUPS: tuple[tuple[tuple[str, str], ...], ...] = (
    (
        ("home", "house"), ("events", "calendar-days"), ("clients", "users"), ("import", "file-spreadsheet"),
        ("invitations", "send"), ("arrivals", "scan-line"), ("hall", "armchair"),
    ),
    (("concerns", "messages-square"), ("entry", "keyboard"), ("common", "layers"), ("answers", "book-open-text")),
    (("campaigns", "headset"), ("duty", "calendar-check")),
    (("exchange", "arrow-left-right"), ("conflicts", "git-compare-arrows")),
    (("papers", "printer"),),
    (("settings", "settings"),),
)  # fmt: skip
NAMES = tuple(name for group in GROUPS for name, _ in group)
# Pages that are reached from others only; the navigation goes on marking where the person came from.
APART = ("history", "kit", "closing", "numbers", "findings", "rehearsal", "needs", "guides", "reflections")


class OfficeWindow(Part):
    """`opened` names the page that came to the front."""

    opened = Signal(str)

    def __init__(self, pages: Mapping[str, Page]) -> None:
        super().__init__()
        self.setProperty("fill", "background")
        self._pages = pages
        self.navigation = Navigation(GROUPS)
        self.status = StatusBar()
        self.notice = Notice()
        self._stack = QStackedWidget()
        self._order = (*NAMES, *(name for name in APART if name in pages))
        self._came_from = NAMES[0]
        for name in self._order:
            self._stack.addWidget(pages[name])
        self.undo = UndoBar()
        # In a place of its own: laid over a page, it would take the clicks meant for the buttons at the page's foot.
        self._undoing = column(self.undo)
        self.undo.installEventFilter(self)
        centre = column(self.notice, self._stack, self._undoing)
        centre.setStretchFactor(self._stack, 1)
        # Keeps the navigation at its side while there is no page to show.
        centre.addStretch(0)
        beside = row(self.navigation, centre)
        beside.setStretch(1, 1)
        self.setLayout(column(beside, self.status))
        self._ring = FocusRing(self)
        self.navigation.chosen.connect(self.open)
        for number, name in enumerate(NAMES[:9], start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self).activated.connect(lambda name=name: self.open(name))
        QShortcut(QKeySequence("/"), self).activated.connect(lambda: self.page.search())
        self.resize(PX.window_width, PX.window_height)
        self.retranslate()
        self.show_ready(is_ready=False)

    def show_ready(self, *, is_ready: bool) -> None:
        """Show the pages once there is something to show; nothing that does nothing may be pressed before."""
        self.navigation.setEnabled(is_ready)
        self._stack.setVisible(is_ready)

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self._pages[self.page_name]

    @property
    def page_name(self) -> str:
        """Its name."""
        return self._order[self._stack.currentIndex()]

    def open(self, name: str) -> None:
        """Bring a page to the front."""
        if name in APART and self.page_name not in APART:
            self._came_from = self.page_name
        self._stack.setCurrentIndex(self._order.index(name))
        self.navigation.show_page(self._came_from if name in APART else name)
        self.notice.clear()
        self.page.begin()
        self.opened.emit(name)

    def back(self) -> None:
        """Bring the page to the front from which the person came to one that stands apart."""
        self.open(self._came_from)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Its margins belong to the page as well while there is nothing to undo.
        if event.type() == QEvent.Type.ShowToParent:
            self._undoing.setContentsMargins(PX.page_margin, PX.s8, PX.page_margin, PX.s8)
        elif event.type() == QEvent.Type.HideToParent:
            self._undoing.setContentsMargins(0, 0, 0, 0)
        return super().eventFilter(watched, event)

    @override
    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Qinting · Office"))
        texts = {
            "home": self.tr("Home"), "events": self.tr("Events"), "clients": self.tr("Clients"),
            "import": self.tr("Client lists"),
            "arrivals": self.tr("Check-ins"), "settings": self.tr("Settings"), "hall": self.tr("Hall"),
            "invitations": self.tr("Invitations"), "concerns": self.tr("Concerns"),
            "entry": self.tr("Forms back"), "exchange": self.tr("Exchange"),
            "conflicts": self.tr("To settle"), "answers": self.tr("Agreed answers"),
            "common": self.tr("Common issues"), "papers": self.tr("Papers"),
            "campaigns": self.tr("Hotline practice"), "duty": self.tr("Duties"),
        }  # fmt: skip
        for name, text in texts.items():
            self.navigation.set_text(name, text)
