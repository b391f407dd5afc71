"""The look that the running program wears: theme, faces, palette, style sheet; changed while running."""

from functools import cache

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
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
        app.setFont(font("body"))
        app.styleHints().colorSchemeChanged.connect(self._system_changed)
        self.wear(choice)

    def wear(self, choice: ThemeChoice) -> None:
        """Change to light, to dark, or to what the system prefers."""
        self._choice = choice
        chosen = THEMES[self._system_theme() if choice == "system" else choice]
        self._app.setProperty(_PROPERTY, chosen.name)
        self._app.setPalette(_palette(chosen))
        self._app.setStyleSheet(style_sheet(chosen))
        self._app.setWindowIcon(window_icon(chosen.on_accent, chosen.accent))
        self.changed.emit()

    def _system_theme(self) -> str:
        is_dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return "dark" if is_dark else "light"

    @Slot()
    def _system_changed(self) -> None:
        if self._choice == "system":
            self.wear("system")


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
