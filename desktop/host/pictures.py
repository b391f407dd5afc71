"""Before a picture is attached: what is on it, before or after a repair, whether the client was told or agrees."""

from PySide6.QtCore import Signal
from typing_extensions import override

from desktop.host.form import PHOTO_KEY
from desktop.host.wording import choices, language_now
from desktop.rules.codes import Entry
from desktop.rules.notices import Notice
from desktop.widgets.buttons import Button, IconButton, Options
from desktop.widgets.labels import IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

THING = "thing"


class PicturePanel(Part):
    """`going` when the person goes on to the files; `told` is true where the client was asked just now."""

    going = Signal(bool)
    closed = Signal()
    shows_changed = Signal()

    def __init__(self, shows: tuple[Entry, ...], stages: tuple[Entry, ...]) -> None:
        super().__init__()
        self.setProperty("part", "banner")
        self.setProperty("tone", "neutral")
        self._shows_entries, self._stage_entries = shows, stages
        self._notice: Notice | None = None
        self._is_held = self._is_barred = False
        self._label = Label("", "small_strong", "ink2")
        self.kinds = Options(choices(shows), has_digits=False)
        self.kinds.setObjectName("picture_shows")
        self.kinds.choose(THING)
        self._stage_name = Label("", "small", "ink2")
        self.stages = Options((("", "—"), *choices(stages)), has_digits=False)
        self.stages.setObjectName("picture_stage")
        self.stages.choose("")
        self._sign = IconLabel("info", PX.icon_small, "ink2")
        self._words = Label("", "body", "ink1", wraps=True)
        self._go = Button("", "outline", icon="camera", key=PHOTO_KEY)
        self._go.setObjectName("picture_go")
        self._close = IconButton("x", "")
        self._go.clicked.connect(self.go)
        self._close.clicked.connect(self.closed)
        self.kinds.chosen.connect(lambda _code: self.shows_changed.emit())
        head = row(self._label, self.kinds, None, self._close, gap=PX.s8)
        stage = row(self._stage_name, self.stages, None, gap=PX.s8)
        said = row(column(PX.s4, self._sign, None), self._words, self._go, gap=PX.s8)
        said.setStretch(1, 1)
        self.setLayout(column(head, stage, said, gap=PX.s8, margins=(PX.s12, PX.s8, PX.s12, PX.s8)))
        self.hide()
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._label.setText(self.tr("What is on it"))
        self._stage_name.setText(self.tr("When it was taken"))
        self._close.set_name(self.tr("No picture"))
        self.kinds.set_texts(tuple(text for _, text in choices(self._shows_entries)))
        self.stages.set_texts(("—", *(text for _, text in choices(self._stage_entries))))
        self._say()

    @property
    def shows(self) -> str:
        """What is on the picture: a code."""
        return self.kinds.choice or THING

    @property
    def stage(self) -> str:
        """Before or after, or ""."""
        return self.stages.choice

    def ask(self, notice: Notice, *, is_held: bool, is_barred: bool) -> None:
        """Show what is read out to the client; `is_held` once they know or agree, `is_barred` without a name."""
        self._notice, self._is_held, self._is_barred = notice, is_held, is_barred
        self._say()

    def go(self) -> None:
        """On to the files: what is read out counts as said now."""
        if not self._is_barred:
            self.going.emit(not self._is_held)

    def _say(self) -> None:
        is_thing = self.shows == THING
        lines = self._notice.lines if self._notice else ()
        said = "".join(line.zh for line in lines) if language_now() == "zh" else " ".join(line.en for line in lines)
        if self._is_barred:
            said = self.tr("Only things: this client has left no name")
        elif self._is_held:
            said = self.tr("The client was told") if is_thing else self.tr("The client agrees")
        self._words.setText(said)
        self._sign.show_icon(
            "circle-alert" if self._is_barred else "check" if self._is_held else "messages-square",
            "warning_ink" if self._is_barred else "success" if self._is_held else "ink2",
        )
        asked = self.tr("Read out; choose files") if is_thing else self.tr("They agree; choose files")
        self._go.setText(self.tr("Choose files") if self._is_held else asked)
        self._go.setEnabled(not self._is_barred)
        self._go.updateGeometry()
