"""The look that the running program wears: theme, faces, palette, style sheet; changed while running."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from desktop.settings import ThemeChoice
from desktop.widgets.icons import window_icon
from desktop.widgets.measures import FAMILIES, TYPES
from desktop.widgets.theme import LIGHT, THEMES, Theme, style_sheet
from resources import path

_PROPERTY = "qinting_theme"
_FACES = ("NotoSansSC_400Regular", "NotoSansSC_500Medium", "NotoSansSC_700Bold", "LXGWWenKai-Regular")


class Look(QObject):
    """Dresses the application. Every widget hears of a change as QEvent.StyleChange; painted ones just repaint."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: ThemeChoice = "light") -> None:
        super().__init__(app)
        self._app = app
        self._choice = choice
        if app.style().name() != "fusion":
            app.setStyle(QStyleFactory.create("Fusion"))
        for face in _FACES:
            QFontDatabase.addApplicationFont(str(path(f"fonts/{face}.ttf")))
        # What was measured before was measured in other faces.
        width_of.cache_clear()
        with _nothing_is_tidied():
            app.setFont(font("body"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.wear(choice)

    def wear(self, choice: ThemeChoice) -> None:
        """Change to light, to dark, or to what the system prefers."""
        self._choice = choice
        chosen = THEMES[self._system_theme() if choice == "system" else choice]
        with _nothing_is_tidied():
            self._app.setProperty(_PROPERTY, chosen.name)
            self._app.setPalette(_palette(chosen))
            sheet = style_sheet(chosen)
            # The same sheet once more would still dress every widget anew.
            if sheet != self._app.styleSheet():
                self._app.setStyleSheet(sheet)
            self._app.setWindowIcon(window_icon(chosen.on_accent, chosen.accent))
        self.changed.emit()

    @contextmanager
    def undressed(self) -> Iterator[None]:
        """Build a window first and dress it once: a part that is put into another would be dressed anew each time.

        What the sheet says of sizes is known only afterwards, which is when Qt lays out for the first time.
        """
        sheet = self._app.styleSheet()
        self._put_on("")
        try:
            yield
        finally:
            self._put_on(sheet)

    def _put_on(self, sheet: str) -> None:
        with _nothing_is_tidied():
            self._app.setStyleSheet(sheet)

    def _system_theme(self) -> str:
        is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if is_dark else "light"

    @Slot()
    def _system_changed(self) -> None:
        if self._choice == "system":
            self.wear("system")


@contextmanager
def _nothing_is_tidied() -> Iterator[None]:
    """While Qt dresses all widgets it walks a list of their bare addresses and tells each of it. A widget that Python's
    collector destroys meanwhile, from within what one of them does about it, ends the program."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def theme() -> Theme:
    """The theme worn now; light before anything is worn."""
    app = QCoreApplication.instance()
    worn = app.property(_PROPERTY) if app else None
    return THEMES.get(str(worn), LIGHT)


def colour(token: str) -> QColor:
    """A colour of the theme worn now, for painters."""
    return QColor(theme().colour(token))


@cache
def font(name: str) -> QFont:
    """The face at one step of the type scale (a key of TYPES). Shared: copy before changing."""
    step = TYPES[name]
    face = QFont()
    face.setFamilies(list(FAMILIES))
    face.setPixelSize(step.px)
    face.setWeight(QFont.Weight(step.weight))
    return face


@lru_cache(maxsize=4_096)
def width_of(text: str, kind: str) -> int:
    """Width in px of a text on one line, at a step of the type scale; paints ask for the same few again and again."""
    return QFontMetrics(font(kind)).horizontalAdvance(text)


def _palette(worn: Theme) -> QPalette:
    """What Qt's own parts (menus, cursors, selections) draw with."""
    role = QPalette.ColorRole
    colours = {
        role.Window: worn.background,
        role.WindowText: worn.ink1,
        role.Base: worn.surface,
        role.AlternateBase: worn.raised,
        role.Text: worn.ink1,
        role.PlaceholderText: worn.ink3,
        role.Button: worn.surface,
        role.ButtonText: worn.ink1,
        role.Highlight: worn.accent,
        role.HighlightedText: worn.on_accent,
        role.Link: worn.accent,
        role.ToolTipBase: worn.ink1,
        role.ToolTipText: worn.surface,
    }
    palette = QPalette()
    for each, hex_colour in colours.items():
        palette.setColor(each, QColor(hex_colour))
    palette.setColor(QPalette.ColorGroup.Disabled, role.WindowText, QColor(worn.ink3))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Text, QColor(worn.ink3))
    return palette
