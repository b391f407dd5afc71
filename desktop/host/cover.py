"""What stands in a side column while the client sits beside the laptop."""

from PySide6.QtCore import Qt
from typing_extensions import override

from desktop.widgets.labels import IconLabel, KeyCap, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class Cover(Part):
    """An empty column that says how to lift it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        self._text = Label("", "small", "ink3")
        layout = column(None)
        layout.addWidget(IconLabel("eye-off", PX.icon_empty, "ink3"), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(PX.s12)
        layout.addLayout(row(None, self._text, KeyCap("F12"), None, gap=PX.s8))
        layout.addStretch(1)
        self.setLayout(layout)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._text.setText(self.tr("Covered"))
