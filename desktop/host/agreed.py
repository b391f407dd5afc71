"""Agreed answers are looked up on the worker while somebody types."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop.host.asking import Asking
from desktop.host.desk import Desk
from desktop.host.talk_page import TalkPage
from desktop.services.answers.finding import Agreed


class Answering(QObject):
    """Lets the worker look up what the form of the talk asks for; `desk` is asked for anew each time."""

    def __init__(self, page: TalkPage, asking: Asking, desk: Callable[[], Desk | None], parent: QObject) -> None:
        super().__init__(parent)
        self._page, self._asking, self._desk = page, asking, desk
        page.answers_wanted.connect(self._find)
        page.answer_wanted.connect(self._tell)

    def _find(self, text: str) -> None:
        if desk := self._desk():
            self._asking.ask(lambda: desk.find_answers(text), lambda found: self._found(text, found))

    def _found(self, text: str, found: tuple[Agreed, ...]) -> None:
        if self._page.form is not None:
            self._page.form.help.show_found(text, found)

    def _tell(self, answer: str) -> None:
        if desk := self._desk():
            self._asking.ask(lambda: desk.agreed(answer), self._told)

    def _told(self, one: Agreed | None) -> None:
        if self._page.form is not None:
            self._page.form.help.show_known(one)
