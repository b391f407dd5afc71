"""A paper on the screen as it will be printed: pages one under the other, drawn beside the screen's thread."""

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget
from typing_extensions import override

from db.errors import Unreadable
from desktop.jobs import Jobs
from desktop.paper.pages import DOTS_PER_POINT, PagePicture, PageSize, page_picture, page_sizes
from desktop.widgets.buttons import Button, IconButton
from desktop.widgets.cards import EmptyState
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.pdf_pages import PdfPages

_STEP = 1.25
_LEAST, _MOST = 0.25, 4.0
# On a wide screen nobody wants letters the size of a poster's.
_FIT_MOST = 1.25


class PdfView(Part):
    """Shows a PDF; `failed` tells that it could not be read. Keys: arrows, PgUp, PgDn, Home, End, Ctrl+Plus, Minus, 0.

    `jobs` draws the pages. What is shown stays until something else, or nothing, is shown.
    """

    failed = Signal()

    def __init__(self, jobs: Jobs, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._round = 0
        self._pages = PdfPages(self)
        self._area = QScrollArea()
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)
        self._area.setWidget(self._pages)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # Always there: a bar that comes and goes would change the width that the pages fit.
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.viewport().installEventFilter(self)
        self._area.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._place, self._share = Label("", "small", "ink2"), Label("", "small", "ink2")
        self._back, self._on = IconButton("chevron-up", ""), IconButton("chevron-down", "")
        self._smaller, self._larger = IconButton("minus", ""), IconButton("plus", "")
        self._fit = Button("", "quiet", "small", ink="ink2")
        self._empty = EmptyState("file-text")
        self._zoom = 0.0
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show_state()

    def _lay_out(self) -> None:
        self._tools = Part()
        self._tools.setProperty("fill", "raised")
        self._tools.setLayout(
            row(
                *(self._back, self._place, self._on, None, self._smaller, self._share, self._larger, self._fit),
                gap=PX.s8, margins=(PX.s12, PX.s4, PX.s12, PX.s4),
            )
        )  # fmt: skip
        self._rule = Hairline()
        layout = column(self._tools, self._rule, self._area, self._empty)
        layout.setStretchFactor(self._area, 1)
        self.setLayout(layout)

    def _connect(self) -> None:
        self._back.clicked.connect(lambda: self.go_to(self.page - 1))
        self._on.clicked.connect(lambda: self.go_to(self.page + 1))
        self._smaller.clicked.connect(lambda: self.set_zoom(self.zoom / _STEP))
        self._larger.clicked.connect(lambda: self.set_zoom(self.zoom * _STEP))
        self._fit.clicked.connect(self.fit_width)
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        for keys, work in (
            (("Ctrl++", "Ctrl+="), lambda: self.set_zoom(self.zoom * _STEP)),
            (("Ctrl+-",), lambda: self.set_zoom(self.zoom / _STEP)),
            (("Ctrl+0",), self.fit_width),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self, context=context).activated.connect(work)

    # What is shown

    def show_pdf(self, content: bytes | Path) -> None:
        """Show a paper from its first page, as wide as there is room. One that cannot be read is said."""
        self._round += 1
        this_round = self._round

        def work() -> tuple[bytes, tuple[PageSize, ...]]:
            try:
                read = content if isinstance(content, bytes) else content.read_bytes()
            except OSError as error:
                raise Unreadable("pdf_unreadable") from error
            return read, page_sizes(read)

        def done(found: tuple[bytes, tuple[PageSize, ...]]) -> None:
            if this_round == self._round:
                self._pages.hold(*found)
                self._zoom = 0.0
                self._show_state()
                self._area.verticalScrollBar().setValue(0)
                self._lay_pages()

        self._jobs.run(work, done=done, failed=lambda error: self._fail(error, this_round))

    def show_nothing(self) -> None:
        """Put the paper away."""
        self._round += 1
        self._pages.hold(b"", ())
        self._show_state()

    @property
    def page_count(self) -> int:
        """How many pages there are; 0 while nothing is shown."""
        return len(self._pages.sizes)

    @property
    def page(self) -> int:
        """The page at the top, from 0."""
        return self._pages.page_at(self._area.verticalScrollBar().value() + self._area.viewport().height() // 3)

    @property
    def zoom(self) -> float:
        """How large it is shown: 1 is the size on paper."""
        return self._zoom or self._fitting()

    @property
    def drawn(self) -> tuple[int, ...]:
        """The pages that are on the screen as pictures, from 0."""
        return tuple(sorted(self._pages.pictures))

    def go_to(self, page: int) -> None:
        """Bring a page, from 0, to the top; beyond either end the outermost one."""
        if self.page_count:
            self._area.verticalScrollBar().setValue(self._pages.top_of(min(max(page, 0), self.page_count - 1)))

    def set_zoom(self, zoom: float) -> None:
        """Show it larger or smaller, within what makes sense."""
        here = self.page
        self._zoom = min(max(zoom, _LEAST), _MOST)
        self._lay_pages()
        self.go_to(here)

    def fit_width(self) -> None:
        """Let the widest page take the room there is, also when the room changes."""
        here = self.page
        self._zoom = 0.0
        self._lay_pages()
        self.go_to(here)

    # Inside

    def _fitting(self) -> float:
        widest = max((size.width for size in self._pages.sizes), default=0.0)
        room = self._area.viewport().width() - 2 * PX.s16
        return min(max(room / (widest * DOTS_PER_POINT), _LEAST), _FIT_MOST) if widest else 1.0

    def _lay_pages(self) -> None:
        self._pages.lay_out(self.zoom)
        self._scrolled()

    def _scrolled(self) -> None:
        """Say which page it is, and have those that can be seen drawn."""
        text = self.tr("Page {number} of {count}").replace("{number}", str(self.page + 1))
        self._place.setText(text.replace("{count}", str(self.page_count)))
        self._share.setText(f"{round(self.zoom * 100)}%")
        self._back.setEnabled(self.page > 0)
        self._on.setEnabled(self.page + 1 < self.page_count)
        top = self._area.verticalScrollBar().value()
        for number in self._pages.seen(top, top + self._area.viewport().height()):
            self._draw(number)

    def _draw(self, number: int) -> None:
        width = round(self._pages.box(number).width() * self.devicePixelRatioF())
        if not self._pages.wants(number, width):
            return
        content, this_round = self._pages.content, self._round

        def drawn(picture: PagePicture) -> None:
            if this_round == self._round:
                self._pages.put(number, width, picture)

        self._jobs.run(
            lambda: page_picture(content, number, width),
            done=drawn, failed=lambda error: self._fail(error, this_round),
        )  # fmt: skip

    def _fail(self, error: BaseException, this_round: int) -> None:
        if not isinstance(error, Unreadable):
            raise error
        if this_round == self._round:
            self.show_nothing()
            self.failed.emit()

    def _show_state(self) -> None:
        is_there = self.page_count > 0
        for part in (self._tools, self._rule, self._area):
            part.setVisible(is_there)
        self._empty.setVisible(not is_there)

    @override
    def retranslate(self) -> None:
        self._back.set_name(self.tr("Page before"))
        self._on.set_name(self.tr("Next page"))
        self._smaller.set_name(self.tr("Smaller"))
        self._larger.set_name(self.tr("Larger"))
        self._fit.setText(self.tr("Fit width"))
        self._fit.updateGeometry()
        self._empty.say(self.tr("Nothing to look at yet"), self.tr("The paper appears here before it is printed."))
        self.setAccessibleName(self.tr("Preview"))
        self._scrolled()

    @override
    def restyle(self) -> None:
        self._pages.update()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self._area.viewport():
            self._lay_pages()
        return super().eventFilter(watched, event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._area.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 3, Qt.Key.Key_Up: -bar.singleStep() * 3,
            Qt.Key.Key_Space: bar.pageStep(),
        }  # fmt: skip
        pages = {
            Qt.Key.Key_PageDown: self.page + 1, Qt.Key.Key_PageUp: self.page - 1,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.page_count - 1,
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in steps:
            bar.setValue(bar.value() + steps[key])
        elif key in pages:
            self.go_to(pages[key])
        else:
            super().keyPressEvent(event)
