"""Settings: sections at the left, one column at the right, every change kept at once."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.office.pages.parts import Page, scrolled
from desktop.office.pages.settings_device import DeviceSection, KeepingSection, PrintSection
from desktop.office.pages.settings_general import GeneralSection, PinSection, ProjectSection
from desktop.office.pages.settings_paper import PaperSection
from desktop.office.pages.settings_shared import SharedSection
from desktop.office.pages.settings_staff import StaffSection
from desktop.office.settings_state import SettingsView
from desktop.office.speech import Speech
from desktop.settings import Settings
from desktop.widgets.buttons import Button
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

SECTIONS = (
    ("general", "languages"), ("project", "building-2"), ("paper", "file-text"),
    ("staff", "users"), ("pin", "lock"), ("device", "monitor"),
    ("shared", "radio-tower"),
    ("printing", "printer"), ("keeping", "shield-check"),
)  # fmt: skip
_COLUMN_PX = 560


class SettingsPage(Page):
    """`section_opened` names the section that came to the front."""

    section_opened = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._title, self._section_title = Label("", "page"), Label("", "title")
        self._explained = Label("", "body", "ink2", wraps=True)
        self.general, self.project, self.pin = GeneralSection(), ProjectSection(), PinSection()
        self.staff = StaffSection(speech)
        self.device, self.printing, self.keeping = DeviceSection(), PrintSection(), KeepingSection()
        self.shared, self.paper = SharedSection(), PaperSection()
        self._parts = {
            "general": self.general, "project": self.project, "staff": self.staff, "pin": self.pin,
            "paper": self.paper, "device": self.device, "shared": self.shared, "printing": self.printing,
            "keeping": self.keeping,
        }  # fmt: skip
        self._items = {name: Button("", "nav", "nav", icon=icon) for name, icon in SECTIONS}
        self._section = SECTIONS[0][0]
        for name, item in self._items.items():
            item.setObjectName(f"section_{name}")
            item.clicked.connect(lambda _checked=False, name=name: self.open(name))
        self._lay_out()
        self.open("general")
        self.retranslate()

    def _lay_out(self) -> None:
        left = Part()
        left.setFixedWidth(PX.navigation + PX.s24)
        items = column(self._title, PX.s12, *self._items.values(), None, gap=PX.s2)
        items.setContentsMargins(PX.page_margin, PX.s24, 0, PX.s24)
        left.setLayout(items)
        inside = Part()
        inside.setProperty("fill", "background")
        held = Part()
        held.setMaximumWidth(_COLUMN_PX)
        held.setLayout(column(self._section_title, PX.s4, self._explained, PX.s16, *self._parts.values(), None))
        centred = row(held, None, margins=(PX.s48, PX.s24, PX.page_margin, PX.s24))
        centred.setStretch(0, 1)
        centred.setStretch(1, 0)
        inside.setLayout(centred)
        self._scrolled = scrolled(inside)
        whole = row(left, PX.s24, Hairline(is_upright=True), self._scrolled)
        whole.setStretch(3, 1)
        self.setLayout(whole)

    @property
    def section(self) -> str:
        """The section that is open."""
        return self._section

    def open(self, name: str) -> None:
        """Bring a section to the front."""
        self._section = name
        for each, item in self._items.items():
            item.setChecked(each == name)
            self._parts[each].setVisible(each == name)
        self._scrolled.verticalScrollBar().setValue(0)
        self._show_title()
        self.section_opened.emit(name)

    def show_settings(self, view: SettingsView) -> None:
        """Show project, device, staff and printers as they are now."""
        self.project.show_project(view)
        self.staff.show_staff(view.staff)
        self.pin.show_pin(has_pin=view.has_pin)
        self.device.show_device(view)
        self.printing.show_printers(view)
        self.keeping.show_keeping(view)

    def show_choices(self, choices: Settings) -> None:
        """Show this device's own choices."""
        self.general.show_choices(choices)
        self.device.show_choices(choices)
        self.shared.show_choices(choices)
        self.printing.show_choices(choices)

    def _show_title(self) -> None:
        name = self.section
        self._section_title.setText(self._items[name].text())
        explained = {
            "general": self.tr("For this computer. Every change counts at once."),
            "project": self.tr("What stands on every paper and every screen. Changes are noted with your name."),
            "paper": self.tr("Your own mark and words on forms and papers. Changes count for what is printed next."),
            "staff": self.tr("Who receives clients and who follows up; the roles say what each may do."),
            "pin": self.tr("Opens the staff corner of the kiosk: five taps at the top right, then these digits."),
            "device": self.tr("This computer as other devices know it."),
            "shared": self.tr("How this computer and the others exchange by themselves."),
            "printing": self.tr("Where forms and badges come out."),
            "keeping": self.tr("Where everything is kept, and how to keep it safe."),
        }
        self._explained.setText(explained[name])

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Settings"))
        texts = {
            "general": self.tr("Language and look"), "project": self.tr("Project"),
            "paper": self.tr("On paper"), "staff": self.tr("Staff"),
            "pin": self.tr("Kiosk PIN"), "device": self.tr("This device"), "shared": self.tr("Shared folder"),
            "printing": self.tr("Printing"),
            "keeping": self.tr("Keeping it safe"),
        }  # fmt: skip
        for name, text in texts.items():
            self._items[name].setText(text)
        self._show_title()
