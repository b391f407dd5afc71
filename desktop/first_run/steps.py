"""The questions of the first run: language, role, project, key. Each shows the plan and tells what was answered."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit
from typing_extensions import override

from desktop.first_run.state import FEWEST_LETTERS, Plan
from desktop.first_run.tile import Tile
from desktop.widgets.buttons import Button, Options
from desktop.widgets.fields import Field, Line
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_ROLES = (("office", "house"), ("host", "notebook-pen"), ("kiosk", "qr-code"))


class Step(Part):
    """One question: `answered` tells a field of the plan and its value."""

    answered = Signal(str, object)
    title = ""
    explained = ""

    def show_plan(self, plan: Plan) -> None:
        """Show what is answered so far."""

    def begin(self) -> None:
        """The step has come to the front."""


class LanguageStep(Step):
    """Which language the windows speak."""

    def __init__(self) -> None:
        super().__init__()
        self.options = Options((("zh", "中文"), ("en", "English")), has_digits=False)
        self.options.chosen.connect(lambda code: self.answered.emit("language", code))
        self.setLayout(column(self.options, None))
        self.retranslate()

    @override
    def show_plan(self, plan: Plan) -> None:
        self.options.choose(plan.language)

    @override
    def retranslate(self) -> None:
        self.title = self.tr("Which language?")
        self.explained = self.tr("It can be changed at any time; papers are in both.")


class RoleStep(Step):
    """What this computer is for."""

    def __init__(self) -> None:
        super().__init__()
        self.tiles = {name: Tile(icon) for name, icon in _ROLES}
        group = QButtonGroup(self)
        for name, tile in self.tiles.items():
            tile.setObjectName(f"role_{name}")
            group.addButton(tile)
            tile.clicked.connect(lambda _checked=False, name=name: self.answered.emit("role", name))
        self.setLayout(column(row(*self.tiles.values(), None, gap=PX.s16), None))
        self.retranslate()

    @override
    def show_plan(self, plan: Plan) -> None:
        self.tiles[plan.role or "office"].setChecked(True)

    @override
    def retranslate(self) -> None:
        self.title = self.tr("What is this computer for?")
        self.explained = self.tr("Each has its own window. The office comes first: it builds the event and the cards.")
        texts = {
            "office": (self.tr("Office"), self.tr("Lists, follow-up, papers")),
            "host": (self.tr("Host"), self.tr("Beside the client")),
            "kiosk": (self.tr("Kiosk"), self.tr("Check-in at the door")),
        }
        for name, (text, line) in texts.items():
            self.tiles[name].say(text, line)


class ProjectStep(Step):
    """A new project, or one that exists, by its card."""

    choose_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.ways = Options((("new", ""), ("card", "")), has_digits=False)
        self.ways.chosen.connect(lambda code: self.answered.emit("way", code))
        self.name, self.company, self.device = Line(), Line(), Line()
        self._fields = {
            "name": Field("", self.name, is_required=True),
            "company": Field("", self.company),
            "device": Field("", self.device),
        }
        for key, line in (("name", self.name), ("company", self.company), ("device", self.device)):
            line.setObjectName(key)
            line.textEdited.connect(lambda text, key=key: self.answered.emit(key, text))
        self.choose_button = Button("", "outline", icon="folder-open")
        self.choose_button.clicked.connect(self.choose_wanted)
        self._sign, self._card = IconLabel("check", PX.icon, "success"), Label("", "body", wraps=True)
        card = row(self._sign, PX.s8, self._card)
        card.setStretch(2, 1)
        self._card_part = Part()
        self._card_part.setLayout(column(row(self.choose_button, None), card, gap=PX.s12))
        self._file = Label("", "caption", "ink3", wraps=True)
        fields = (self._fields["name"], self._fields["company"], self._card_part, self._fields["device"])
        self.setLayout(column(self.ways, PX.s4, *fields, self._file, None, gap=PX.s12))
        self._plan = Plan(Path())
        self.retranslate()

    @override
    def show_plan(self, plan: Plan) -> None:
        self._plan = plan
        for line, text in ((self.name, plan.name), (self.company, plan.company), (self.device, plan.device)):
            if line.text() != text:
                line.setText(text)
        self.retranslate()

    @override
    def begin(self) -> None:
        (self.name if self._plan.way == "new" else self.choose_button).setFocus()

    @override
    def retranslate(self) -> None:
        plan = self._plan
        self.title = self.tr("Which project?")
        self.explained = self.tr(
            "The first computer founds it; every other one joins by the office's device card or by an event's kit."
        )
        self.ways.set_texts((self.tr("A new project"), self.tr("Join by a card or kit")))
        self.ways.choose(plan.way)
        is_new = plan.way == "new"
        self._fields["name"].setVisible(is_new)
        self._fields["company"].setVisible(is_new)
        self._card_part.setVisible(not is_new)
        self._fields["name"].set_label(self.tr("Project"), self.tr("The housing estate, as clients call it."))
        self._fields["company"].set_label(self.tr("Company"), self.tr("Stands at the head of every paper."))
        self._fields["device"].set_label(
            self.tr("Name of this computer"), self.tr("So that others know it, such as east door or table A6.")
        )
        self.choose_button.setText(self.tr("Choose the card or kit"))
        self.choose_button.updateGeometry()
        self._sign.setVisible(plan.card is not None)
        by_card = self.tr("Project {name}, card {file}").replace("{file}", plan.card.name if plan.card else "")
        by_kit = self.tr("Project {name}, kit of {event}").replace("{event}", plan.kit_event)
        found = (by_kit if plan.kit else by_card).replace("{name}", plan.card_project)
        self._card.setText("" if plan.card is None else found)
        where = self.tr("Everything will lie in {file}").replace("{file}", str(plan.file)) if plan.project else ""
        self._file.setText(where)


class KeyStep(Step):
    """Encrypted with a passphrase, or not."""

    def __init__(self) -> None:
        super().__init__()
        self.kinds = Options((("keyed", ""), ("plain", "")), has_digits=False)
        self.kinds.chosen.connect(lambda code: self.answered.emit("is_keyed", code == "keyed"))
        self.passphrase, self.again = Line(), Line()
        self._fields = Field("", self.passphrase, is_required=True), Field("", self.again, is_required=True)
        for key, line in (("passphrase", self.passphrase), ("again", self.again)):
            line.setObjectName(key)
            line.setEchoMode(QLineEdit.EchoMode.Password)
            line.textEdited.connect(lambda text, key=key: self.answered.emit(key, text))
        self._truth = Label("", "small", "ink2", wraps=True)
        self._plain = Label("", "small", "ink2", wraps=True)
        self._plan = Plan(Path())
        self.setLayout(column(self.kinds, PX.s4, *self._fields, self._truth, self._plain, None, gap=PX.s12))
        self.retranslate()

    @override
    def show_plan(self, plan: Plan) -> None:
        self._plan = plan
        self.retranslate()

    @override
    def begin(self) -> None:
        self.passphrase.setFocus()

    @override
    def retranslate(self) -> None:
        plan = self._plan
        self.title = self.tr("How shall it be protected?")
        self.explained = self.tr("On this computer will be names, telephones and what clients said.")
        self.kinds.set_texts((self.tr("With a passphrase"), self.tr("Without encryption")))
        self.kinds.choose("keyed" if plan.is_keyed else "plain")
        least = self.tr("{count} characters or more; four words make a good one").replace(
            "{count}", str(FEWEST_LETTERS)
        )
        self._fields[0].set_label(self.tr("Passphrase"), least)
        self._fields[1].set_label(self.tr("The same once more"))
        differs = plan.key_fault == "differs" and len(plan.again) >= len(plan.passphrase)
        self._fields[1].set_error(self.tr("The two are not the same") if differs else "")
        for part in (*self._fields, self._truth):
            part.setVisible(plan.is_keyed)
        self._plain.setVisible(not plan.is_keyed)
        truth = self.tr("Write the passphrase on paper now. The last step prints a recovery sheet for the safe.")
        files = self.tr("The key file lies beside the database, {file}.keys; a copy needs both.")
        self._truth.setText(f"{truth}\n{files.replace('{file}', plan.file.name if plan.project else '…')}")
        self._plain.setText(
            self.tr("Whoever holds the computer or a copy can read everything. For trials and for practice only.")
        )
