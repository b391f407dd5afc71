"""The real program, with a note of what can be seen on the screen beside it; hands outside do the rest.

`python watched_program.py NOTE ARGUMENTS...`: NOTE is rewritten several times a second with every visible part: its
name, its text, and its rectangle on the screen.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QTextEdit,
    QWidget,
)

EVERY_MS = 150


class WatchedApp(QApplication):
    """The program's application, looked at from time to time."""

    note = Path()

    def __init__(self, arguments: list[str]) -> None:
        super().__init__(arguments)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._look)
        self._timer.start(EVERY_MS)

    def _look(self) -> None:
        windows = [one for one in self.topLevelWidgets() if one.isVisible()]
        if self.note.exists() and self.activeWindow() is None:
            # Another program stands in front: nobody looks here.
            return
        front = self.activeModalWidget() or self.activeWindow() or next(iter(windows), None)
        parts = [seen for part in ([front, *front.findChildren(QWidget)] if front else []) for seen in _seen(part)]
        beside = self.note.with_suffix(".new")
        beside.write_text(json.dumps(parts, ensure_ascii=False), encoding="utf-8")
        beside.replace(self.note)


def _seen(part: QWidget) -> list[dict[str, object]]:
    if not part.isVisible() or part.visibleRegion().isEmpty():
        return []
    found = [_entry(part, _text(part), QRect(QPoint(0, 0), part.size()))]
    if isinstance(part, QAbstractItemView):
        model = part.model()
        for row in range(model.rowCount()):
            for place in range(model.columnCount()):
                index = model.index(row, place)
                cell = part.visualRect(index)
                if cell.isValid() and part.viewport().rect().intersects(cell):
                    found.append(_entry(part.viewport(), str(index.data() or ""), cell))
    return found


def _entry(part: QWidget, text: str, rectangle: QRect) -> dict[str, object]:
    corner = part.mapToGlobal(rectangle.topLeft())
    return {
        "name": part.objectName(),
        "text": text,
        "takes": isinstance(part, QLineEdit | QTextEdit | QComboBox),
        "can": part.isEnabled(),
        "at": [corner.x(), corner.y(), rectangle.width(), rectangle.height()],
    }


def _text(part: QWidget) -> str:
    if isinstance(part, QComboBox):
        return part.currentText()
    return part.text() if isinstance(part, QLabel | QAbstractButton | QLineEdit) else ""


if __name__ == "__main__":
    from desktop import app
    from desktop.__main__ import main

    WatchedApp.note = Path(sys.argv[1])
    vars(app)["QApplication"] = WatchedApp
    sys.argv = ["qinting", *sys.argv[2:]]
    status = main()
    sys.stdout.flush()
    os._exit(status)
