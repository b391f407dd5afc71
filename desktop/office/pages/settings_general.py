"""Settings: language and look, the project, the kiosk's PIN."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from desktop.office.settings_state import SettingsView
from desktop.settings import Settings
from desktop.widgets.buttons import Button, Options
from desktop.widgets.fields import Field, Line, Tick
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_FIELDS = ("name", "company", "service_line")


class GeneralSection(Part):
    """`changed` tells a setting and its new value."""

    changed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self.language = Options((("zh", "中文"), ("en", "English")), has_digits=False)
        self.theme = Options((("light", ""), ("dark", ""), ("system", "")), has_digits=False)
        self.calm = Tick()
        self._language_field, self._theme_field = Field("", self.language), Field("", self.theme)
        self.language.chosen.connect(lambda code: self.changed.emit("language", code))
        self.theme.chosen.connect(lambda code: self.changed.emit("theme", code))
        self.calm.clicked.connect(lambda is_on: self.changed.emit("has_reduced_motion", is_on))
        self.setLayout(column(self._language_field, self._theme_field, self.calm, gap=PX.s16))
        self.retranslate()

    def show_choices(self, choices: Settings) -> None:
        """Show what is chosen."""
        self.language.choose(choices.language)
        self.theme.choose(choices.theme)
        self.calm.setChecked(choices.has_reduced_motion)

    @override
    def retranslate(self) -> None:
        self._language_field.set_label(self.tr("Language"))
        self._theme_field.set_label(self.tr("Look"), self.tr("By day and by night the same words and places."))
        self.theme.set_texts((self.tr("Light"), self.tr("Dark"), self.tr("As the system")))
        self.calm.setText(self.tr("No movement on the screen"))
        self.calm.updateGeometry()


class ProjectSection(Part):
    """`saved` tells a field of the project, its new and its former value."""

    saved = Signal(str, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._view = SettingsView()
        self.lines = {name: Line() for name in _FIELDS}
        self._fields = {name: Field("", line) for name, line in self.lines.items()}
        self._fixed = Label("", "small", "ink3", wraps=True)
        for name, line in self.lines.items():
            line.setObjectName(f"project_{name}")
            line.editingFinished.connect(lambda name=name: self._save(name))
        self.setLayout(column(*self._fields.values(), PX.s4, self._fixed, gap=PX.s12))
        self.retranslate()

    def show_project(self, view: SettingsView) -> None:
        """Show the project."""
        self._view = view
        for name, line in self.lines.items():
            if not (line.hasFocus() and line.isModified()):
                line.setText(getattr(view, name))
        self.retranslate()

    def _save(self, name: str) -> None:
        text, before = self.lines[name].text().strip(), str(getattr(self._view, name))
        self.lines[name].setModified(False)
        if name == "name" and not text:
            self.lines[name].setText(before)
        elif text != before:
            self.saved.emit(name, text, before)

    @override
    def retranslate(self) -> None:
        texts = {
            "name": (self.tr("Project"), self.tr("The housing estate, as clients call it.")),
            "company": (self.tr("Company"), self.tr("Stands at the head of every paper.")),
            "service_line": (
                self.tr("Telephone for clients"),
                self.tr("With its hours."),
            ),
        }
        for name, (text, help_text) in texts.items():
            self._fields[name].set_label(text, help_text)
        fixed = self.tr("Numbers begin with {mark}; times are those of {zone}. Both stay: they stand on paper already.")
        self._fixed.setText(fixed.replace("{mark}", self._view.mark).replace("{zone}", self._view.time_zone))


class PinSection(Part):
    """`pin_wanted` tells new digits, "" to take the PIN away."""

    pin_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._has_pin = False
        self._sign, self._state = IconLabel("lock", PX.icon, "ink2"), Label("", "body")
        self.line = Line()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setMaxLength(8)
        self.line.setObjectName("pin")
        self._field = Field("", self.line)
        self.save_button, self.drop_button = Button("", "outline"), Button("", "quiet")
        self.line.returnPressed.connect(self._save)
        self.save_button.clicked.connect(self._save)
        self.drop_button.clicked.connect(lambda: self.pin_wanted.emit(""))
        self._note = Label("", "small", "ink2", wraps=True)
        buttons = row(self.save_button, self.drop_button, None, gap=PX.s8)
        self.setLayout(column(row(self._sign, PX.s8, self._state, None), self._field, buttons, self._note, gap=PX.s12))
        self.retranslate()

    def show_pin(self, *, has_pin: bool) -> None:
        """Show whether there is one."""
        self._has_pin = has_pin
        self.line.clear()
        self.retranslate()

    def _save(self) -> None:
        if self.line.text():
            self.pin_wanted.emit(self.line.text())

    @override
    def retranslate(self) -> None:
        self._sign.show_icon("check" if self._has_pin else "circle-alert", "success" if self._has_pin else "warning")
        self._state.setText(self.tr("A PIN is set") if self._has_pin else self.tr("No PIN is set so far"))
        self._field.set_label(self.tr("New digits"), self.tr("4 to 8 digits, such as six"))
        self.save_button.setText(self.tr("Set the PIN"))
        self.drop_button.setText(self.tr("Take it away"))
        self.drop_button.setVisible(self._has_pin)
        self._note.setText(
            self.tr("Kiosks that join by a device card written from now on have it too; only its hash is on the card.")
        )
        for button in (self.save_button, self.drop_button):
            button.updateGeometry()
