"""What the page of the exchange is made of: the folder, what goes out and to whom, and what was not taken."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget
from typing_extensions import override

from desktop.office.devices_state import DeviceLine, ExportRequest, FolderLine, NotTakenLine, PackageLine
from desktop.office.pages.fingerprints import FingerprintView
from desktop.office.pages.parts import refill
from desktop.office.speech import Speech
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Tick
from desktop.widgets.labels import ElidedLabel, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row


class FolderCard(Part):
    """The folder in which packages are looked for, as a line among them."""

    choose_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._folder: FolderLine | None = None
        self._name, self._hint = ElidedLabel("", "body_strong"), ElidedLabel("", "small", "ink2")
        self._state = Part()
        self.choose_button = Button("", "outline", "small")
        self.choose_button.clicked.connect(self.choose_wanted)
        texts = column(self._name, self._hint)
        line = row(
            IconLabel("folder-open", PX.icon, "accent"), PX.s8, texts, PX.s12, self._state, PX.s12, self.choose_button
        )
        line.setStretchFactor(texts, 1)
        self.setLayout(line)

    def show_folder(self, folder: FolderLine | None) -> None:
        """Show which folder it is and what was found."""
        self._folder = folder
        self.retranslate()

    @override
    def retranslate(self) -> None:
        folder = self._folder
        self.choose_button.setText(self.tr("Choose a folder") if folder is None else self.tr("Another folder"))
        self.choose_button.updateGeometry()
        self._state.setVisible(folder is not None)
        if folder is None:
            self._name.setText(self.tr("No folder for packages yet"))
            self._hint.setText(self.tr("A stick, a shared folder or one of a cloud: packages in it are shown here."))
            return
        self._name.setText(folder.place.replace("\\", "/").rstrip("/").rpartition("/")[2])
        looked = self.tr("Looked at {time}").replace("{time}", self._speech.time(folder.looked_at))
        known = self.tr("{count} of its packages are here already").replace("{count}", f"{folder.known:,}")
        gone = self.tr("The folder is not there now: is the stick plugged in?")
        told = (folder.place, looked, known if folder.known else "") if folder.is_there else (folder.place, gone)
        self._hint.setText(" · ".join(filter(None, told)))
        state = Chip(self.tr("There"), "success", "check") if folder.is_there else Chip(self.tr("Not there"), "warning")
        refill(self._state, row(state))


class ExportCard(Card):
    """What goes out, and to whom: `wanted` hands over an ExportRequest."""

    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(" ", is_open=True)
        self._devices: tuple[DeviceLine, ...] = ()
        self._what = Options((("full", ""), ("delta", "")), has_digits=False)
        self._whom = Options((("all", ""), ("some", ""), ("pass", "")), has_digits=False)
        self._what.choose("full")
        self._whom.choose("all")
        self._what.chosen.connect(lambda _code: self._show_choice())
        self._whom.chosen.connect(lambda _code: self._show_choice())
        self._hint = Label("", "small", "ink2", wraps=True)
        self._ticks_part = Part()
        self._ticks: dict[str, Tick] = {}
        self.passphrase = Line()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.passphrase.textChanged.connect(self._show_choice)
        self._secret = Field("", self.passphrase)
        self._secret.setFixedWidth(PX.navigation + PX.s96)
        self._captions = (Label("", "small", "ink2"), Label("", "small", "ink2"))
        self.export_button, self.cancel_button = Button("", "outline", icon="file-down"), Button("", "quiet")
        self.export_button.clicked.connect(lambda: self.wanted.emit(self.request))
        self.cancel_button.clicked.connect(self.hide)
        self._whom_part = Part()
        self._whom_part.setLayout(column(self._captions[1], self._whom, gap=PX.s4))
        self.body.addLayout(column(self._captions[0], self._what, gap=PX.s4))
        self.body.addWidget(self._whom_part)
        for part in (self._ticks_part, self._secret, self._hint):
            self.body.addWidget(part)
        self.body.addSpacing(PX.s4)
        self.body.addLayout(row(self.export_button, self.cancel_button, None, gap=PX.s8))
        self.body.addSpacing(PX.s4)
        self.retranslate()

    @property
    def request(self) -> ExportRequest:
        """What is chosen."""
        if self._what.choice == "delta":
            return ExportRequest(is_delta=True)
        if self._whom.choice == "some":
            return ExportRequest(
                is_delta=False, recipients=tuple(key for key, tick in self._ticks.items() if tick.isChecked())
            )
        return ExportRequest(is_delta=False, passphrase=self.passphrase.text() if self._whom.choice == "pass" else "")

    def begin(self) -> None:
        """Put the keyboard on what is asked first."""
        first = self._what.findChild(Button)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, what: str, whom: str = "all") -> None:
        """Choose as by hand."""
        self._what.choose(what)
        self._whom.choose(whom)
        self._show_choice()

    def show_readers(self, readers: tuple[tuple[str, str], ...]) -> None:
        """The devices that a package can be written for: recipient and name."""
        chosen = {key for key, tick in self._ticks.items() if tick.isChecked()}
        self._ticks = {}
        for recipient, name in readers:
            tick = Tick(name)
            tick.setChecked(recipient in chosen)
            tick.toggled.connect(self._show_choice)
            self._ticks[recipient] = tick
        refill(self._ticks_part, row(*self._ticks.values(), None, gap=PX.s16))
        self._show_choice()

    def _show_choice(self) -> None:
        is_delta, whom = self._what.choice == "delta", self._whom.choice
        self._whom_part.setHidden(is_delta)
        self._ticks_part.setHidden(is_delta or whom != "some")
        self._secret.setHidden(is_delta or whom != "pass")
        hints = {
            "all": self.tr("Every device that joined by this project's card can open it, and nobody else."),
            "some": self.tr("Only the devices ticked can open it.")
            if self._ticks
            else self.tr("No other device has been heard of yet."),
            "pass": self.tr("Whoever knows the passphrase can open it. Tell it to them in person."),
        }
        what_is_new = self.tr("What was written since the last such package, for every device of the project.")
        self._hint.setText(what_is_new if is_delta else hints[whom])
        lacks_whom = whom == "some" and not any(tick.isChecked() for tick in self._ticks.values())
        lacks_secret = whom == "pass" and not self.passphrase.text().strip()
        self.export_button.setEnabled(is_delta or not (lacks_whom or lacks_secret))

    @override
    def retranslate(self) -> None:
        self.set_title(self.tr("Export a package"))
        self._captions[0].setText(self.tr("What"))
        self._captions[1].setText(self.tr("For whom"))
        self._what.set_texts((self.tr("Everything"), self.tr("Only what is new")))
        self._whom.set_texts(
            (self.tr("Every device of the project"), self.tr("Certain devices"), self.tr("Who knows a passphrase"))
        )
        self._secret.set_label(self.tr("Passphrase"))
        self.export_button.setText(self.tr("Choose where to and export"))
        self.cancel_button.setText(self.tr("Cancel"))
        for button in (self.export_button, self.cancel_button):
            button.updateGeometry()
        self._show_choice()


class StrangerCard(Card):
    """A package of a device that nobody has vouched for: the fingerprint is compared by two people."""

    trusted = Signal(str)
    refused = Signal(str)

    def __init__(self, speech: Speech, one: PackageLine) -> None:
        super().__init__(is_open=True)
        title = self.tr("Do you know “{device}”?").replace("{device}", one.device)
        self.body.addLayout(row(IconLabel("shield-alert", PX.icon, "warning"), PX.s8, Label(title, "section"), None))
        wrote = self.tr("It wrote {file}, which changes nothing before you trust it.")
        file = one.file.replace("\\", "/").rpartition("/")[2]
        self.body.addWidget(Label(wrote.replace("{file}", file), "small", "ink2", wraps=True))
        self.body.addWidget(FingerprintView(speech, one.fingerprint, is_narrow=True))
        yes = Button(self.tr("The same: trust it"), "outline", "small", icon="shield-check")
        yes.setObjectName(f"trust_{one.fingerprint}")
        yes.clicked.connect(lambda: self.trusted.emit(one.fingerprint))
        no = Button(self.tr("Not the same"), "quiet", "small")
        no.setObjectName(f"refuse_{one.fingerprint}")
        no.clicked.connect(lambda: self.refused.emit(one.file))
        self.body.addLayout(row(yes, no, None, gap=PX.s8))


class SecretCard(Card):
    """A package that opens with a passphrase."""

    given = Signal(str, str)

    def __init__(self, speech: Speech, one: PackageLine) -> None:
        super().__init__(is_open=True)
        file = one.file.replace("\\", "/").rpartition("/")[2]
        self.body.addLayout(row(IconLabel("lock", PX.icon, "warning"), PX.s8, Label(file, "section"), None))
        asks = self.tr("It opens with a passphrase. Ask whoever made it.")
        self.body.addWidget(Label(asks, "small", "ink2", wraps=True))
        line = Line()
        line.setObjectName("package_passphrase")
        line.setEchoMode(QLineEdit.EchoMode.Password)
        line.setAccessibleName(self.tr("Passphrase"))
        open_ = Button(self.tr("Open it"), "outline")
        open_.setObjectName("open_package")
        for signal in (line.returnPressed, open_.clicked):
            signal.connect(lambda *_: self.given.emit(one.file, line.text()))
        self.body.addLayout(row(line, open_, gap=PX.s8))


class NotTakenCard(Card):
    """The packages that were not taken, each with its reason and the next step."""

    again_wanted = Signal(str)
    folder_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._lines: tuple[NotTakenLine, ...] = ()
        self._title = Label("", "section", "danger_ink")
        self._inside = Part()
        self.folder_button = Button("", "outline", "small", icon="folder-open")
        self.folder_button.clicked.connect(self.folder_wanted)
        self.body.addLayout(row(IconLabel("shield-alert", PX.icon, "danger"), PX.s8, self._title, None))
        self.body.addWidget(self._inside)
        self.body.addSpacing(PX.s8)
        self.body.addLayout(row(self.folder_button, None))
        self.body.addSpacing(PX.s4)

    def show_lines(self, lines: tuple[NotTakenLine, ...]) -> None:
        """Show what was not taken."""
        self._lines = lines
        self.retranslate()

    @override
    def retranslate(self) -> None:
        title = self.tr("Not taken in: {count}").replace("{count}", str(len(self._lines)))
        self._title.setText(title)
        self.folder_button.setText(self.tr("Show them in the folder"))
        self.folder_button.updateGeometry()
        parts: list[QWidget] = []
        for one in self._lines:
            parts.append(self._entry(one))
        refill(self._inside, column(*parts, gap=PX.s16))
        self.setVisible(bool(self._lines))

    def _entry(self, one: NotTakenLine) -> Part:
        said = self._speech.trouble(one.code, dict(one.facts))
        again = Button(self.tr("Try again"), "outline", "small")
        again.setObjectName(f"again_{one.name}")
        again.clicked.connect(lambda: self.again_wanted.emit(one.file))
        name = ElidedLabel(one.name, "body_strong")
        head = row(name, PX.s8, again)
        head.setStretchFactor(name, 1)
        made = Part()
        made.setLayout(
            column(
                head,
                Label(said.message, "small", "ink2", wraps=True),
                Label(self.tr("Next: {step}").replace("{step}", said.next), "small", wraps=True),
                gap=PX.s4,
            )
        )
        return made
