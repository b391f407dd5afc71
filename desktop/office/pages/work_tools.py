"""What stands over the work list: how many, the search, the views with what waits in each, whose and of which area."""

from collections import Counter

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMenu
from typing_extensions import override

from desktop.office.pages.batch_pane import EXPORT_KEY
from desktop.office.speech import Speech
from desktop.office.state import View, WorkLine, chosen_lines
from desktop.services.concerns.sheets import WITH_DEPARTMENT
from desktop.widgets.buttons import Button, Options
from desktop.widgets.fields import Line, Picker
from desktop.widgets.labels import Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

VIEWS: tuple[View, ...] = ("key", "escalated", "open", "overdue", "callback", "ended")
# Views that only a figure of the first page opens.
_UNSHOWN: tuple[View, ...] = ("returned", "promised", "all")


class WorkTools(Part):
    """`changed` follows everything that chooses other lines; `export_wanted` asks for a file of what is shown."""

    changed = Signal()
    export_wanted = Signal()
    # A department's sheet to be written, by its code; a filled-in one to be taken in.
    sheet_wanted = Signal(str)
    filled_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._lines: tuple[WorkLine, ...] = ()
        self._staff: str | None = None
        self.view: View = "key"
        self._title, self._count = Label("", "page"), Label("", "small", "ink2")
        self.export_button = Button("", "outline", icon="file-down", key=EXPORT_KEY)
        self.export_button.setObjectName("export_list")
        self.export_button.clicked.connect(self.export_wanted)
        self.sheets_button = Button("", "outline", icon="file-spreadsheet", trailing="chevron-down")
        self.sheets_button.setObjectName("department_sheets")
        self.sheets_button.clicked.connect(
            lambda: self.sheets_menu().popup(self.sheets_button.mapToGlobal(self.sheets_button.rect().bottomLeft()))
        )
        self.search = Line(icon="search")
        self.search.textChanged.connect(self.changed)
        self.views = Options(tuple((view, "") for view in VIEWS), has_digits=False)
        self.views.chosen.connect(self.show_view)
        self.views.choose("key")
        self.own = Button("", "option", "option")
        self.own.hide()
        self.own.toggled.connect(lambda _is_on: self.changed.emit())
        self.departments = Picker()
        self.departments.currentIndexChanged.connect(self.changed)
        # The area that a bar of the first page stands for; None while every area is shown.
        self.area: str | None = None
        self._area_button = Button("", "outline", "small", icon="x")
        self._area_button.clicked.connect(lambda: self.show_area(None))
        self.setLayout(
            column(
                row(self._title, PX.s12, self._count, None, self.sheets_button, self.export_button, gap=PX.s8),
                row(self.search, PX.s8, self._area_button, self.departments, gap=PX.s8),
                row(self.views, self.own, None, gap=PX.s8),
                gap=PX.s8,
                margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s8),
            )
        )
        self.retranslate()

    def sheets_menu(self) -> QMenu:
        """A sheet for each department that has work, and taking a filled-in one back."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        counts = Counter(one.department for one in self._lines if one.state in WITH_DEPARTMENT and one.department)
        for code, name in self._speech.choices("department"):
            if counts[code]:
                said = self.tr("Sheet for {department}, {count}").replace("{department}", name)
                action = menu.addAction(said.replace("{count}", f"{counts[code]:,}"))
                action.triggered.connect(lambda _checked=False, code=code: self.sheet_wanted.emit(code))
        if counts:
            menu.addSeparator()
        menu.addAction(self.tr("Take in a filled-in sheet")).triggered.connect(lambda: self.filled_wanted.emit())
        return menu

    @property
    def shown(self) -> tuple[WorkLine, ...]:
        """The lines that are chosen now, the most urgent first."""
        return chosen_lines(self.mine(), self.view, self.departments.choice, self.search.text(), self.area)

    @property
    def is_asked(self) -> bool:
        """Whether something narrows the view."""
        return bool(self.search.text() or self.departments.choice or self.area or self.own.isChecked())

    @property
    def open_count(self) -> int:
        """How many concerns have not ended."""
        return sum(not one.is_ended for one in self._lines)

    def show_work(self, lines: tuple[WorkLine, ...], staff: str | None) -> None:
        """Count other lines; `staff` is who is signed in."""
        self._lines, self._staff = lines, staff
        self.own.setVisible(staff is not None)

    def show_view(self, view: str) -> None:
        """Choose one of the views; one without a button of its own marks none."""
        self.view = next((one for one in (*VIEWS, *_UNSHOWN) if one == view), "key")
        self.views.choose(self.view)
        self.changed.emit()

    def show_area(self, area: str | None) -> None:
        """Choose an area, "" for what has none, None for all."""
        self.area = area
        self._name_area()
        self.changed.emit()

    def ask_nothing(self) -> None:
        """Take away whatever was searched or chosen; the view stays."""
        self.search.clear()
        self.departments.choose("")
        self.own.setChecked(False)
        self.show_area(None)

    def mine(self) -> tuple[WorkLine, ...]:
        """The lines of the person signed in where only those are asked for, else all."""
        person = self._staff if self.own.isChecked() else None
        return tuple(one for one in self._lines if person is None or person in one.people)

    def show_counts(self) -> None:
        """The views with what waits in each; what is closed waits for nobody."""
        names = (
            *(self.tr("First", "view"), self.tr("Watch", "view")),
            *(self.tr("All open", "view"), self.tr("Overdue", "view")),
            *(self.tr("Callback", "view"), self.tr("Closed", "view")),
        )
        counts = (sum(one.is_in(view) for one in self.mine()) if view != "ended" else 0 for view in VIEWS)
        texts = (f"{name} {count}" if count else name for name, count in zip(names, counts, strict=True))
        self.views.set_texts(tuple(texts))
        count = self.tr("{count} not yet closed")
        self._count.setText(count.replace("{count}", f"{self.open_count:,}"))

    def _name_area(self) -> None:
        self._area_button.setVisible(self.area is not None)
        self._area_button.setText(self._speech.code("area", self.area) or self.tr("No area yet"))
        self._area_button.updateGeometry()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Concerns"))
        self.search.setPlaceholderText(self.tr("Words, number, client, room"))
        self.export_button.setText(self.tr("Export"))
        self.sheets_button.setText(self.tr("Sheets"))
        for button in (self.export_button, self.sheets_button):
            button.updateGeometry()
        self.own.setText(self.tr("Mine"))
        self.own.updateGeometry()
        self.departments.set_values((("", self.tr("All departments")), *self._speech.choices("department")))
        self._name_area()
        self.show_counts()
