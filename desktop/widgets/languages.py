"""The language spoken on the screen, switched while running: English stands in the code, Chinese in zh_CN.

After a change of texts, in the project's folder:

    pyside6-lupdate desktop -no-obsolete -locations none -ts resources/translations/zh_CN.ts
    pyside6-lrelease resources/translations/zh_CN.ts
"""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from desktop.settings import Language
from resources import path


class Translator(QObject):
    """Every widget hears of a change as QEvent.LanguageChange and sets its texts anew (`Part.retranslate`)."""

    changed = Signal(str)

    def __init__(self, app: QCoreApplication, language: Language = "zh") -> None:
        super().__init__(app)
        self._app = app
        self._chinese = QTranslator(self)
        # From memory: a file that Qt has mapped and an update replaces takes the program with it.
        self._texts = path("translations/zh_CN.qm").read_bytes()
        self._chinese.load(self._texts)
        self._qt = QTranslator(self)
        self._qt.load("qtbase_zh_CN", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        self._language: Language = "en"
        self.speak(language)

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self._language

    def speak(self, language: Language) -> None:
        """Change the language of every open window."""
        if language == self._language:
            return
        self._language = language
        QLocale.setDefault(QLocale("zh_CN" if language == "zh" else "en_GB"))
        for translator in (self._qt, self._chinese):
            if language == "zh":
                self._app.installTranslator(translator)
            else:
                self._app.removeTranslator(translator)
        self.changed.emit(language)

    def chinese(self, context: str, source: str) -> str:
        """The Chinese for `source` whatever is spoken now, for pages that show both; the source where it has none."""
        return self._chinese.translate(context, source) or source


def language_now() -> Language:
    """The language of the window."""
    return "zh" if QLocale().language() == QLocale.Language.Chinese else "en"
