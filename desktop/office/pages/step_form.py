"""What a step asks, inside the pane; what stands against it is said beside the field or above the button."""

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from db.errors import Fact
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.office.state import Asked as About
from desktop.office.state import Move, StepRequest
from desktop.rules.moves import YES
from desktop.rules.states import Field as Asked
from desktop.rules.transitions import WRITTEN_MEANS
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line, Picker, Tick
from desktop.widgets.labels import ElidedLabel, Hairline, Label, Words, text_width
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# So many lines of the client's words leave room for the fields under them.
_LINES = 3
# Of several concerns so many are named.
_NAMED = 5
_EVIDENCE = "entry_evidence"


class StepForm(Part):
    """`sent` hands over a StepRequest."""

    sent = Signal(object)
    cancelled = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._asked: tuple[About, Move, str | None] | None = None
        self._fields: dict[str, Field] = {}
        self._by, self._means = Picker(), Picker()
        self._evidence = Line()
        self._by_field, self._means_field = Field("", self._by), Field("", self._means)
        self._evidence_field = Field("", self._evidence)
        self._against, self._optional, self._inside = Part(), Part(), Part()
        for part in (self._against, self._inside):
            part.setProperty("fill", "surface")
        self._title = Label("", "section")
        self._more = Button("", "quiet", "small", trailing="chevron-down")
        self._more.clicked.connect(self._show_optional)
        self.send_button, self.cancel_button = Button("", "filled", key="Ctrl+Enter"), Button("", "outline", key="Esc")
        self.send_button.setObjectName("send_step")
        self.send_button.clicked.connect(self._send)
        self.cancel_button.clicked.connect(self.cancelled)
        foot = Part()
        foot.setFixedHeight(PX.s64)
        foot.setLayout(
            row(self.send_button, self.cancel_button, None, gap=PX.s8, margins=(PX.page_margin, 0, PX.page_margin, 0))
        )
        self.setLayout(column(scrolled(self._inside), self._against, Hairline(), foot))
        for keys, done in ((("Esc",), self.cancelled.emit), (("Ctrl+Return", "Ctrl+Enter"), self._send)):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(done)
        self.hide()

    def begin(self) -> None:
        """Put the keyboard on the first thing that is not told yet, else on the button that sends."""
        asked = [field.control for field in self._fields.values() if not self._optional.isAncestorOf(field)]
        first = next((one for one in (self._by, *asked) if not _value(one)), self.send_button)
        first.setFocus(Qt.FocusReason.TabFocusReason)

    def ask(self, view: About, move: Move, staff: str | None) -> None:
        """Ask what the step needs of the concern, or of each of several; `staff` is who is signed in."""
        self._asked = (view, move, staff)
        self._build(view, move, staff)
        self.retranslate()

    def _build(self, view: About, move: Move, staff: str | None) -> None:
        known = dict(move.known)
        self._title = Label("", "section")
        self._fields = {one.name: self._field(one, view, known.get(one.name, "")) for one in move.fields}
        able = [one for one in view.staff if one.roles.intersection(move.roles)]
        others = [one for one in view.staff if one not in able]
        self._by = Picker(tuple((one.id, one.name) for one in (*able, *others)))
        self._by.setObjectName("decided_by")
        if any(one.id == staff for one in able):
            self._by.choose(staff or "")
        self._by.currentIndexChanged.connect(self._show_means)
        self._means = Picker(self._speech.choices("means"))
        self._by_field = Field("", self._by, is_required=True)
        self._means_field = Field("", self._means, is_required=True)
        self._means_field.setVisible(False)
        self._evidence = Line()
        self._evidence_field = Field("", self._evidence, is_required=True)
        self._evidence_field.setObjectName("asked_entry_evidence")
        self._evidence_field.setVisible(False)
        self._means.currentIndexChanged.connect(self._show_means)
        needed = [self._fields[one.name] for one in move.fields if one.required]
        spare = [self._fields[one.name] for one in move.fields if not one.required]
        self._optional = Part()
        self._optional.setLayout(column(*spare, gap=PX.between_fields))
        self._optional.hide()
        self._more = Button("", "quiet", "small", trailing="chevron-down")
        self._more.clicked.connect(self._show_optional)
        margins = (PX.page_margin, 0, PX.page_margin, PX.s12)
        parts: list[QWidget] = [
            *(_named(view) if view.lines else [Words(view.words, most_lines=_LINES)]),
            Hairline(),
            self._title,
            self._by_field,
            self._means_field,
            self._evidence_field,
            *needed,
        ]
        refill(
            self._inside,
            column(*parts, row(self._more, None), self._optional, None, gap=PX.between_fields, margins=margins),
        )
        # Only now: a part without a place that is shown flashes up as a window and takes the keyboard away.
        self._more.setVisible(bool(spare))
        refill(self._against, column())
        self._show_means()

    def _field(self, asked: Asked, view: About, known: str) -> Field:
        field = Field("", self._control(asked, view, known), is_required=asked.required)
        field.setObjectName(f"asked_{asked.name}")
        return field

    def _control(self, asked: Asked, view: About, known: str) -> QWidget:
        none = ("", self.tr("Not said"))
        if asked.kind == "choice":
            picker = Picker((none, *self._speech.choices(asked.choices)))
            picker.choose(known)
            return picker
        if asked.kind == "staff":
            picker = Picker((none, *((one.id, one.name) for one in view.staff)))
            picker.choose(known)
            return picker
        if asked.kind == "flag":
            tick = Tick(self._speech.field(asked.name))
            tick.setChecked(known.casefold() in YES)
            return tick
        line = Line(known)
        if asked.kind in ("date", "datetime"):
            line.setPlaceholderText(QDate.currentDate().addDays(1).toString("yyyy-MM-dd"))
        return line

    def _show_means(self) -> None:
        staff = self._asked[2] if self._asked else None
        asks = self._asked is not None and self._asked[1].asks_means
        is_for_another = asks and staff is not None and self._by.choice != staff
        self._means_field.setVisible(is_for_another)
        # A word on the telephone leaves nothing to show.
        self._evidence_field.setVisible(is_for_another and self._means.choice in WRITTEN_MEANS)

    def _show_optional(self) -> None:
        self._optional.setVisible(self._optional.isHidden())

    def refuse(self, reasons: tuple[tuple[str, tuple[tuple[str, Fact], ...]], ...]) -> None:
        """Say every reason: beside its field where it has one, else above the button."""
        for field in (*self._fields.values(), self._evidence_field):
            field.set_error("")
        banners: list[QWidget] = []
        for code, facts in reasons:
            name = _EVIDENCE if code == "entry_evidence_missing" else str(dict(facts).get("field", ""))
            said = self._speech.sentence(code, dict(facts))
            if name == _EVIDENCE:
                self._evidence_field.set_error(said)
            elif name in self._fields:
                self._fields[name].set_error(said)
                if self._optional.isAncestorOf(self._fields[name]):
                    self._optional.show()
            else:
                banner = Banner("warning", "circle-alert")
                banner.setObjectName(f"against_{code}")
                banner.setAccessibleName(said)
                banner.say(said, "")
                banners.append(banner)
        margins = (PX.page_margin, PX.s8, PX.page_margin, PX.s8) if banners else (0, 0, 0, 0)
        refill(self._against, column(*banners, gap=PX.s8, margins=margins))

    def control(self, name: str) -> QWidget:
        """The control of the field called `name`. KeyError where the step asks no such thing."""
        return self._fields[name].control

    def _send(self) -> None:
        if self._asked is None:
            return
        view, move, staff = self._asked
        told = ((name, _value(field.control)) for name, field in self._fields.items())
        by = self._by.choice
        means = self._means.choice if staff is not None and by != staff else None
        shown = _value(self._evidence) if means in WRITTEN_MEANS else None
        self.sent.emit(StepRequest(view.concerns, move.target, by, means, tuple((n, v) for n, v in told if v), shown))

    @override
    def retranslate(self) -> None:
        self.cancel_button.setText(self.tr("Cancel"))
        if self._asked is None:
            return
        view, move, _ = self._asked
        step = self._speech.step(move.target, view.state)
        count = f"{len(view.concerns):,}"
        several = self.tr("{step}: {count} concerns").replace("{step}", step).replace("{count}", count)
        self._title.setText(several if view.lines else step)
        self.send_button.setText(step)
        self._more.setText(self.tr("More to tell"))
        self._by_field.set_label(self.tr("Decided by"))
        self._means_field.set_label(self.tr("How you know"))
        self._evidence_field.set_label(self._speech.field(_EVIDENCE))
        for name, field in self._fields.items():
            field.set_label(self._speech.field(name))
        for button in (self.send_button, self.cancel_button, self._more):
            button.updateGeometry()


def _named(view: About) -> list[QWidget]:
    """Number and words of the first of several concerns, a line each."""
    width = max(text_width(number, "small") for number, _ in view.lines[:_NAMED]) + PX.s2
    made: list[QWidget] = []
    for number, words in view.lines[:_NAMED]:
        line, label = Part(), Label(number, "small", "ink2")
        label.setFixedWidth(width)
        layout = row(label, ElidedLabel(words, "small"), gap=PX.s8)
        layout.setStretch(1, 1)
        line.setLayout(layout)
        made.append(line)
    if len(view.lines) > _NAMED:
        made.append(Label("……", "small", "ink3"))
    return made


def _value(control: QWidget) -> str:
    if isinstance(control, Picker):
        return control.choice
    if isinstance(control, Tick):
        return "yes" if control.isChecked() else ""
    return control.text().strip() if isinstance(control, Line) else ""
