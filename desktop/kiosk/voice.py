"""Words in the language spoken now and, beside them, in the other one."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from desktop.kiosk.words import CONTEXT, Said
from desktop.settings import Language
from desktop.widgets.languages import Translator

_DAYS: dict[Language, tuple[str, str, str]] = {
    "zh": ("zh_CN", "M月d日", "M月d日 dddd"),
    "en": ("en_GB", "d MMMM", "dddd d MMMM"),
}


class Voice:
    """Puts what is to be said into words."""

    def __init__(self, translator: Translator) -> None:
        self._translator = translator

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self._translator.language

    def say(self, said: Said) -> str:
        """In the language spoken now."""
        if not said.source:
            return ""
        return self._filled(QCoreApplication.translate(CONTEXT, said.source), said, self.language, self.say)

    def say_other(self, said: Said) -> str:
        """In the other language."""
        if not said.source:
            return ""
        if self.language == "zh":
            return self._filled(said.source, said, "en", self.say_other)
        return self._filled(self._translator.chinese(CONTEXT, said.source), said, "zh", self.say_other)

    @staticmethod
    def _filled(text: str, said: Said, language: Language, say: Callable[[Said], str]) -> str:
        # By replacement: the name of a desk may hold braces of its own.
        for name, fact in said.facts:
            worded = say(fact) if isinstance(fact, Said) else _worded(name, fact, language)
            text = text.replace("{" + name + "}", worded)
        return text


def _worded(name: str, fact: str | date, language: Language) -> str:
    if not isinstance(fact, date):
        return fact
    locale, short, long = _DAYS[language]
    text = QLocale(locale).toString(QDate(fact.year, fact.month, fact.day), long if name == "today" else short)
    # A day is never broken between its number and its month.
    return text.replace(" ", "\N{NO-BREAK SPACE}")
