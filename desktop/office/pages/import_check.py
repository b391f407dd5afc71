"""The second step of an import: four figures, the rows that cannot come in with what puts them right, the columns."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.import_state import Preview
from desktop.office.pages.import_columns import ColumnsCard
from desktop.office.pages.import_figures import ImportFigures
from desktop.office.pages.import_twins import TwinsCard
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.roster.mending import mended
from desktop.roster.values import RejectedCell
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Line
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, mark, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

# More rows than this are put right in the file itself.
SHOWN_ROWS = 50
# A cell whose trouble goes away when it is left empty.
_MAY_BE_EMPTY = ("phone", "room")
# More stand in the list itself.
_TOLD_TWINS = 2
_ROW_PX, _COLUMN_PX, _VALUE_PX = PX.row, PX.s64 + PX.s8, PX.s96 + PX.s48


class ImportCheck(Part):
    """`repaired` tells row, heading and new value; `mapped` a heading and its field; `decided` a row and what becomes
    of it."""

    repaired = Signal(int, str, str)
    mapped = Signal(str, str)
    decided = Signal(int, str)
    back = Signal()
    kept = Signal()
    import_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._file = ""
        self._preview = Preview(0, 0, 0, 0, (), (), ())
        # The row put right last, and the fields of the rows that are wrong now.
        self._repaired = 0
        # Rows that the person has seen and leaves out: they are not asked about again.
        self._left_out: set[int] = set()
        self._wrong: list[tuple[int, Line]] = []
        self.figures = ImportFigures()
        self.figures.chosen.connect(lambda _filter: self._show_filtered())
        self._rejected = Card()
        self._rejected_rows = Part()
        self._rejected.body.addWidget(self._rejected_rows)
        self._look = Card(" ", is_flush=True)
        self.table = Table(
            (
                *(Column("", 56, is_number=True), Column(""), Column("", 72, fits=True), Column("", 96, fits=True)),
                *(Column("", 88, fits=True), Column("", 112, fits=True), Column("", 96, fits=True)),
            ),
            PX.row_compact,
        )
        self._look.body.addWidget(self.table)
        self.columns = ColumnsCard(speech)
        self.columns.mapped.connect(self.mapped)
        self.twins = TwinsCard()
        self.twins.decided.connect(self.decided)
        self.banner = Banner("warning", "users")
        self.banner.acted.connect(lambda: self.figures.choose("twins"))
        self._note = Label("", "small", "ink2", wraps=True)
        self._stays_out = Label("", "small", "ink2")
        self.back_button, self.keep_button = Button("", "outline"), Button("", "quiet", icon="file-down")
        self.import_button = Button("", "filled")
        self.back_button.clicked.connect(self.back)
        self.keep_button.clicked.connect(self.kept)
        self.import_button.clicked.connect(self.import_wanted)
        self._lay_out()

    def _lay_out(self) -> None:
        left, right = Part(), Part()
        left.setProperty("fill", "background")
        right.setProperty("fill", "background")
        left.setLayout(
            column(self.figures, self._rejected, self.banner, self.twins, self._look, None, gap=PX.between_cards)
        )
        right.setLayout(column(self.columns, self._note, None, gap=PX.between_cards))
        right.setFixedWidth(PX.staff_corner * 3)
        both = row(left, right, gap=PX.between_cards, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s16))
        both.setStretch(0, 1)
        inside, foot = Part(), Part()
        inside.setProperty("fill", "background")
        inside.setLayout(both)
        foot.setProperty("fill", "surface")
        foot.setFixedHeight(PX.s64)
        foot.setLayout(
            row(
                *(self.back_button, self.keep_button, None, self._stays_out, self.import_button),
                gap=PX.s12,
                margins=(PX.page_margin, 0, PX.page_margin, 0),
            )
        )
        self.setLayout(column(scrolled(inside), Hairline(), foot))

    def show_preview(self, file: str, preview: Preview) -> None:
        """Show what the list called `file` would do."""
        if file != self._file:
            self._left_out.clear()
            self.columns.close_columns()
        self._file, self._preview = file, preview
        self.figures.show_preview(preview)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        preview = self._preview
        self._show_rejected(self._asked())
        self._show_filtered()
        self.columns.show_columns(self._file, preview)
        self.twins.show_twins(preview.twins)
        self._note.setText(
            self.tr("The same list a second time changes nothing. Afterwards Ctrl+Z takes the whole batch back.")
        )
        self.back_button.setText(self.tr("Back"))
        self.keep_button.setText(self.tr("Save these rows as a table"))
        self.keep_button.setVisible(bool(preview.rejected))
        self.import_button.setText(self.tr("Import {count} rows").replace("{count}", f"{preview.taken:,}"))
        self.import_button.setEnabled(preview.taken > 0)
        out = self.tr("Left out for now: {count}").replace("{count}", str(len(preview.rejected)))
        self._stays_out.setText(
            out if preview.rejected else self.tr("Nothing new in this list") if not preview.taken else ""
        )
        for button in (self.back_button, self.keep_button, self.import_button):
            button.updateGeometry()

    def _show_rejected(self, rejected: tuple[RejectedCell, ...]) -> None:
        more = len(rejected) - SHOWN_ROWS
        texts = (self.tr("Row"), self.tr("Column"), self.tr("Value (change it here)"), self.tr("Why"))
        heads = [Label(text, "caption", "ink3") for text in texts]
        for label, width in zip(heads, (_ROW_PX, _COLUMN_PX, _VALUE_PX + PX.s12), strict=False):
            label.setFixedWidth(width)
        rows: list[QLayout | QWidget] = [row(*heads, None, gap=PX.s8)]
        is_typing = any(field is self.window().focusWidget() for _, field in self._wrong)
        self._wrong = []
        for cell in rejected[:SHOWN_ROWS]:
            rows += [Hairline(), self._rejected_row(cell)]
        if more > 0:
            said = self.tr("and {count} more").replace("{count}", f"{more:,}")
            rows += [Hairline(), Label(said, "small", "ink3")]
        refill(self._rejected_rows, column(*rows, gap=PX.s8))
        if is_typing:
            # The new fields take the keyboard only once they are shown.
            QTimer.singleShot(0, self, self._go_on)

    def _go_on(self) -> None:
        """The rows are made anew: whoever types goes on at the next one that is wrong, after the last at the first."""
        following = [(row, field) for row, field in self._wrong if row > self._repaired]
        for _, field in (following or self._wrong)[:1]:
            field.setFocus()
            field.selectAll()

    def _show_filtered(self) -> None:
        chosen = self.figures.filter
        self._rejected.setVisible(bool(self._asked()) and chosen in ("", "rejected"))
        twins = self._preview.twins
        self.twins.setVisible(bool(twins) and chosen == "twins")
        open_ = [one for one in twins if not one.decision]
        self.banner.setVisible(bool(open_) and chosen != "twins")
        told = self.tr("Perhaps double: {count}. {first}").replace("{count}", f"{len(open_):,}")
        said = self._speech.joined(map(self.twins.said, open_[:_TOLD_TWINS]))
        self.banner.say(told.replace("{first}", said), self.tr("One by one"))
        self._show_rows(self._preview, "" if chosen in ("rejected", "twins") else chosen)

    def _asked(self) -> tuple[RejectedCell, ...]:
        """The rows that cannot come in and that nobody has left out on purpose."""
        return tuple(cell for cell in self._preview.rejected if cell.row not in self._left_out)

    def _leave_out(self, row: int) -> None:
        self._left_out.add(row)
        self.retranslate()

    def _rejected_row(self, cell: RejectedCell) -> QLayout:
        number = Label(f"{cell.row:,}", "body", "ink2")
        number.setFixedWidth(_ROW_PX)
        heading = ElidedLabel(self._told_column(cell.column))
        heading.setFixedWidth(_COLUMN_PX)
        field = Line(cell.value)
        field.setObjectName(f"repair_{cell.row}")
        field.setAccessibleName(f"{cell.row} {cell.column}")
        field.setFixedWidth(_VALUE_PX)
        mark(field, "error", value=True)
        self._wrong.append((cell.row, field))
        field.editingFinished.connect(lambda: self._repair(cell, field.text()))
        reason = Label(self._speech.trouble(cell.reason, dict(cell.facts)).message, "small", "danger_ink", wraps=True)
        sign = IconLabel("circle-alert", PX.icon, "danger")
        made = row(number, heading, field, PX.s4, sign, reason, gap=PX.s8)
        made.setStretchFactor(reason, 1)
        made.addWidget(self._offer(cell))
        return made

    def _offer(self, cell: RejectedCell) -> Button:
        """The one repair that most likely fits."""
        meant = next(filter(None, (mended(field, cell.value) for field in self._fields_of(cell.column))), "")
        if meant:
            offer = Button(self.tr("Change to {value}").replace("{value}", meant), "quiet", "small")
            offer.setObjectName(f"mend_{cell.row}")
            offer.clicked.connect(lambda: self.repaired.emit(cell.row, cell.column, meant))
        elif self._may_be_empty(cell.column):
            without = self.tr("Import without it")
            if any(field.startswith("phone") for field in self._fields_of(cell.column)):
                without = self.tr("Import without the phone")
            offer = Button(without, "quiet", "small")
            offer.setObjectName(f"without_{cell.row}")
            offer.clicked.connect(lambda: self.repaired.emit(cell.row, cell.column, ""))
        else:
            offer = Button(self.tr("Leave this row out"), "quiet", "small")
            offer.setObjectName(f"leave_{cell.row}")
            offer.clicked.connect(lambda: self._leave_out(cell.row))
        return offer

    def _repair(self, cell: RejectedCell, text: str) -> None:
        if text != cell.value:
            self._repaired = cell.row
            self.repaired.emit(cell.row, cell.column, text)

    def _may_be_empty(self, heading: str) -> bool:
        fields = self._fields_of(heading)
        return any(field.startswith(_MAY_BE_EMPTY) or field in ("building", "unit", "phase") for field in fields)

    def _fields_of(self, heading: str) -> list[str]:
        return [field for one, field in self._preview.columns if one in (heading, *heading.split("/"))]

    def _told_column(self, heading: str) -> str:
        """What a column is called here; where several make one value, the last one's heading."""
        fields = [field for field in self._fields_of(heading) if field]
        return self._speech.field_name(fields[0]) if len(fields) == 1 else heading

    def _show_rows(self, preview: Preview, outcome: str) -> None:
        rows = preview.first_rows(outcome)
        counts = {"added": preview.added, "updated": preview.updated, "same": preview.duplicates}
        total = counts.get(outcome, preview.read - len(preview.rejected))
        shown = self.tr("the first {count} of {total}").replace("{count}", str(len(rows)))
        self._look.set_title(self.tr("What comes in"), shown.replace("{total}", f"{total:,}"))
        self._look.setVisible(bool(rows))
        outcomes = {"added": self.tr("New"), "updated": self.tr("Updated"), "same": self.tr("Unchanged")}
        self.table.rows.set_titles(
            (
                *(self.tr("Row"), self.tr("Name"), self.tr("Title"), self.tr("Room")),
                *(self.tr("Relation"), self.tr("Phone"), self.tr("Result")),
            )
        )
        self.table.show_rows(
            tuple(
                Row(
                    str(one.row),
                    (
                        *(Cell(str(one.row), "ink2", order=one.row), Cell(one.name), Cell(one.title), Cell(one.room)),
                        *(Cell(self._speech.code("relation", one.relation)), Cell(one.phone)),
                        Cell(outcomes[one.outcome], "ink2"),
                    ),
                )
                for one in rows
            )
        )
        self.table.fit_height()
