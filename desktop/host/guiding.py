"""From the words to the questions of the guide and back, by one key."""

from PySide6.QtCore import QObject

from desktop.host.talking import Talking
from desktop.host.window import HostWindow


class Guiding(QObject):
    """Wires the guide in the right column with the talk under way."""

    def __init__(self, window: HostWindow, talking: Talking, parent: QObject) -> None:
        super().__init__(parent)
        self._window, self._talking = window, talking
        window.beside.answered.connect(talking.answer)
        window.beside.left.connect(self.turn)

    def turn(self) -> None:
        """To the questions, or back to the words."""
        if self._talking.talk is None:
            return
        is_on = not self._window.beside.is_asking
        if not self._window.beside.ask(is_on=is_on):
            self._window.hint(self.tr("This guide asks no questions"))
        elif not is_on:
            self._talking.write_on()

    def back(self) -> None:
        """One step back at the talk: from the questions to the words, else from the sheet to writing."""
        if self._talking.talk is not None and self._window.beside.is_asking:
            self.turn()
        else:
            self._talking.back()
