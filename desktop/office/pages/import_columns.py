"""What the columns of a list mean: as found, and to be changed by hand."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLayout, QWidget
from typing_extensions import override

from desktop.office.import_state import Preview
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.roster.headings import FIELDS, IGNORED
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Picker
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_FIELD_PX = PX.s96 + PX.s32


class ColumnsCard(Card):
    """`mapped` tells a heading and its field, `changing` whether the person is changing them."""

    mapped = Signal(str, str)
    changing = Signal(bool)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._file = ""
        self._preview = Preview(0, 0, 0, 0, (), (), ())
        self._rows = Part()
        self.is_changing = False
        self.change_button = Button("", "quiet", "link")
        self.change_button.setObjectName("change_columns")
        self.change_button.clicked.connect(self._change)
        self.body.addWidget(self._rows)
        self.body.addLayout(row(self.change_button, None))
        self.retranslate()

    def show_columns(self, file: str, preview: Preview) -> None:
        """Show the columns of another list, or as a person has changed them."""
        self._file, self._preview = file, preview
        self.retranslate()

    def close_columns(self) -> None:
        """Show them as found, for another list."""
        self.is_changing = False

    def _change(self) -> None:
        self.is_changing = not self.is_changing
        self.retranslate()
        self.changing.emit(self.is_changing)

    @override
    def retranslate(self) -> None:
        preview = self._preview
        sheet = self.tr("Sheet “{name}”").replace("{name}", preview.sheet) if preview.sheet else ""
        told = self.tr("headings in row {row}, {count} rows").replace("{row}", str(preview.header_row))
        merged = self.tr("{count} merged cells spread out").replace("{count}", f"{preview.merged:,}")
        facts = (sheet, told.replace("{count}", f"{preview.read:,}"), merged if preview.merged else "")
        parts: list[QLayout | QWidget] = [
            row(IconLabel("file-spreadsheet", PX.icon, "accent"), PX.s8, ElidedLabel(self._file, "body_strong")),
            Label(" · ".join(filter(None, facts)), "small", "ink2", wraps=True),
        ]
        grid = QGridLayout()
        grid.setContentsMargins(0, PX.s4, 0, PX.s4)
        grid.setHorizontalSpacing(PX.s8)
        grid.setVerticalSpacing(PX.s8)
        none = (IGNORED, self.tr("Not taken"))
        fields = (none, *((name, self._speech.field_name(name)) for name in sorted(FIELDS - {IGNORED})))
        for place, (heading, field) in enumerate(preview.columns):
            self._add(grid, place, heading, field, fields)
        grid.setColumnStretch(0, 1)
        parts.append(grid)
        refill(self._rows, column(*parts, gap=PX.s4))
        self.change_button.setText(self.tr("Done with the columns") if self.is_changing else self.tr("Change columns"))
        self.change_button.updateGeometry()

    def _add(
        self, grid: QGridLayout, place: int, heading: str, field: str, fields: tuple[tuple[str, str], ...]
    ) -> None:
        line = 2 * place
        picker = Picker(fields)
        picker.setFixedWidth(_FIELD_PX)
        picker.choose(field or IGNORED)
        picker.setAccessibleName(heading)
        picker.setObjectName(f"column_{heading}")
        picker.activated.connect(lambda _place: self.mapped.emit(heading, picker.choice))
        grid.addWidget(ElidedLabel(heading or "—", "small", "ink2"), line, 0)
        found = Part()
        name = self._speech.field_name(field) if field else self.tr("Not taken")
        told = ElidedLabel(name, "small_strong", "ink1" if field else "ink3")
        sign = IconLabel("check" if field else "minus", PX.icon_small, "success" if field else "ink3")
        inside = row(IconLabel("arrow-right", PX.icon_small, "ink3"), PX.s8, told, PX.s4, sign)
        inside.setStretchFactor(told, 1)
        found.setLayout(inside)
        found.setFixedWidth(_FIELD_PX)
        grid.addWidget(found, line, 1)
        grid.addWidget(picker, line, 1)
        picker.setVisible(self.is_changing)
        found.setVisible(not self.is_changing)
        grid.addWidget(Hairline(), line + 1, 0, 1, 2)
