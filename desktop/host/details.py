"""What is rarely asked, behind one fold of the form: summary and meaning, risk, place and part, measures, rules."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QSignalBlocker, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QSizePolicy
from typing_extensions import override

from db.spelling.rooms import read_room
from desktop.host.state import Codes
from desktop.host.wording import choices, code_said, joined, language_now
from desktop.rules.codes import Entry
from desktop.rules.warranty import Standing, standing
from desktop.services.receptions.drafts import Draft
from desktop.services.receptions.hall import HomeShown
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_COLUMNS = 4


@dataclass(frozen=True, slots=True)
class Known:
    """What the fields can offer: the client's homes, firms named before, the names of ours."""

    homes: tuple[HomeShown, ...] = ()
    firms: tuple[str, ...] = ()
    team: tuple[str, ...] = ()


class Toggles(Part):
    """Values side by side; pressing a chosen one takes it back. One at most, or several where `is_many`."""

    changed = Signal()

    def __init__(self, values: tuple[tuple[str, str], ...], *, is_many: bool) -> None:
        super().__init__()
        self._is_many = is_many
        self._buttons = {code: Button(text, "option", "option") for code, text in values}
        for code, button in self._buttons.items():
            button.setObjectName(code)
            button.clicked.connect(lambda _on=False, code=code: self._clicked(code))
        self.setLayout(row(*self._buttons.values(), None, gap=PX.s8))

    @property
    def choice(self) -> str:
        """The codes chosen, with spaces between."""
        return " ".join(code for code, button in self._buttons.items() if button.isChecked())

    def choose(self, codes: str) -> None:
        """Show these codes without telling anybody."""
        for code, button in self._buttons.items():
            button.setChecked(code in codes.split())

    def set_texts(self, texts: tuple[str, ...]) -> None:
        """The texts in another language, in the same order."""
        for button, text in zip(self._buttons.values(), texts, strict=True):
            button.setText(text)
            button.updateGeometry()

    def _clicked(self, code: str) -> None:
        if not self._is_many:
            for each, button in self._buttons.items():
                if each != code:
                    button.setChecked(False)
        self.changed.emit()


class DetailFields(Part):
    """Everything behind the fold; `changed` at every change by a person."""

    changed = Signal()

    def __init__(self, codes: Codes, today: date) -> None:
        super().__init__()
        self._codes, self._today, self._known, self._is_covered = codes, today, Known(), True
        self._lines = {name: Line() for name in _LINES}
        self._pickers = {name: Picker() for name in _PICKERS}
        self.risk = Toggles(choices(codes.risks), is_many=True)
        self.solvable = Toggles(choices(codes.solvable), is_many=False)
        self._controls = {**self._lines, **self._pickers, "risk": self.risk, "solvable_on_site": self.solvable}
        self._fields = {name: Field("", control) for name, control in self._controls.items()}
        for name, control in self._controls.items():
            control.setObjectName(name)
        self._firms, self._team, self._homes = QStringListModel(self), QStringListModel(self), QStringListModel(self)
        for name, model in (("responsible_unit", self._firms), ("inspector", self._team), ("unit", self._homes)):
            self._lines[name].setCompleter(_completer(model, self._lines[name]))
        self._under_sign = IconLabel("shield-check", PX.icon_small, "success")
        self._under = Label("", "small", "ink2", wraps=True)
        self._lay()
        self.cover(is_covered=True)
        for line in self._lines.values():
            line.textChanged.connect(self._told)
        for picker in self._pickers.values():
            picker.currentIndexChanged.connect(self._told)
        self.risk.changed.connect(self._told)
        self.solvable.changed.connect(self._told)
        self.retranslate()

    @override
    def retranslate(self) -> None:
        for name, text in self._labels().items():
            self._fields[name].set_label(text)
        lists = self._lists()
        for name, picker in self._pickers.items():
            picker.set_values((("", "—"), *choices(lists[name])))
        self._say_risk()
        self.solvable.set_texts(tuple(text for _, text in choices(self._codes.solvable)))
        self._lines["measured"].setPlaceholderText(self.tr("such as 12 mm"))
        self._lines["tolerance"].setPlaceholderText(self.tr("such as 4 mm"))
        self._lines["perceived"].setPlaceholderText(self.tr("In the client's terms: a draught, steep, loud"))
        self._show_home()

    def cover(self, *, is_covered: bool) -> None:
        """Whether the client may look on: what we think of as a risk is for our eyes."""
        self._is_covered = is_covered
        self._say_risk()

    def _say_risk(self) -> None:
        """No part holds a word of it while covered."""
        texts = [text for _, text in choices(self._codes.risks)]
        self._fields["risk"].set_label("" if self._is_covered else self._labels()["risk"])
        self.risk.set_texts(tuple("" if self._is_covered else text for text in texts))
        self._fields["risk"].setVisible(not self._is_covered)

    def know(self, known: Known) -> None:
        """What can be offered for this client."""
        self._known = known
        self._firms.setStringList(list(known.firms))
        self._team.setStringList(list(known.team))
        self._homes.setStringList([home.spoken for home in known.homes])
        self._lines["unit"].setPlaceholderText(known.homes[0].spoken if len(known.homes) == 1 else "")
        self._show_home()

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft has of these."""
        with QSignalBlocker(self):
            for name, line in self._lines.items():
                line.setText(getattr(draft, name))
            for name, picker in self._pickers.items():
                picker.choose(getattr(draft, name))
            self.risk.choose(draft.risk)
            self.solvable.choose(draft.solvable_on_site)
        self._show_home()

    def into(self, draft: Draft) -> Draft:
        """The draft with what stands here."""
        typed = {name: line.text() for name, line in self._lines.items()}
        chosen = {name: picker.choice for name, picker in self._pickers.items()}
        return replace(
            draft,
            summary=typed["summary"],
            meaning=typed["meaning"],
            unit=typed["unit"],
            place=typed["place"],
            perceived=typed["perceived"],
            measured=typed["measured"],
            tolerance=typed["tolerance"],
            responsible_unit=typed["responsible_unit"],
            inspector=typed["inspector"],
            rule_gap_words=typed["rule_gap_words"],
            sub_area=chosen["sub_area"],
            part=chosen["part"],
            facing=chosen["facing"],
            rule_gap=chosen["rule_gap"],
            risk=self.risk.choice,
            solvable_on_site=self.solvable.choice,
        )

    def begin(self) -> None:
        """Put the cursor into the first field."""
        self._lines["summary"].setFocus()

    def said(self, draft: Draft) -> str:
        """In one line what is set behind a closed fold; risks first, unless the client may look on."""
        codes, lists = self._codes, self._lists()
        risks = [] if self._is_covered else [code_said(codes.risks, one) for one in draft.risk.split()]
        named = [code_said(lists[name], getattr(draft, name)) for name in _PICKERS if getattr(draft, name)]
        home = self._home()
        unit = (home.spoken if home else draft.unit) if draft.unit.strip() else ""
        typed = [getattr(draft, name) for name in _LINES if name != "unit" and getattr(draft, name).strip()]
        solvable = code_said(codes.solvable, draft.solvable_on_site) if draft.solvable_on_site else ""
        return joined(*risks, unit, *named, *typed, solvable)

    def _lay(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(PX.s12)
        # A field ends with the space for its help.
        grid.setVerticalSpacing(PX.s4)
        place = 0
        for line in _PAGE:
            at = 0
            for name, width in line:
                grid.addWidget(self._fields[name], place, at, 1, width, Qt.AlignmentFlag.AlignTop)
                at += width
            place += 1
            if line is _PAGE[_HOME_LINE]:
                under = row(self._under_sign, self._under, gap=PX.s4)
                under.setStretch(1, 1)
                grid.addLayout(under, place, 0, 1, _COLUMNS)
                place += 1
        for number in range(_COLUMNS):
            grid.setColumnStretch(number, 1)
        for control in (*self._lines.values(), *self._pickers.values()):
            control.setMinimumWidth(PX.s64)
            control.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setLayout(column(Hairline(), grid, gap=PX.s12))

    def _told(self) -> None:
        self._show_home()
        self.changed.emit()

    def _home(self) -> HomeShown | None:
        """The client's home that is meant: the only one, or the one typed."""
        typed, homes = self._lines["unit"].text().strip(), self._known.homes
        if not typed:
            return homes[0] if len(homes) == 1 else None
        reading = read_room(typed)
        for home in homes:
            if typed == home.spoken or (reading.readable and reading.key == home.key):
                return home
        near = [home for home in homes if reading.readable and home.key.endswith(f"/{reading.room}")]
        return near[0] if len(near) == 1 and not reading.building else None

    def _show_home(self) -> None:
        """How the room was understood, and how the part of it stands under warranty."""
        typed, home = self._lines["unit"].text().strip(), self._home()
        said = ""
        if typed and home is None:
            reading = read_room(typed)
            said = reading.spoken if reading.readable else self.tr("Not a room: kept with the spot, as typed")
        elif typed and home is not None and home.spoken != typed:
            said = home.spoken
        self._fields["unit"].set_label(self._labels()["unit"], said)
        part = self._pickers["part"].choice
        delivered = date.fromisoformat(home.delivered_on) if home and home.delivered_on else None
        found = standing(part, delivered, self._today) if part else None
        self._under.setText(self._warranty_said(part, delivered, found) if part else "")
        self._under.setVisible(bool(self._under.text()))
        self._under_sign.setVisible(bool(found))
        if found:
            self._under_sign.show_icon(
                "shield-check" if found.is_inside else "shield-alert", "success" if found.is_inside else "warning"
            )

    def _warranty_said(self, part: str, delivered: date | None, found: Standing | None) -> str:
        if delivered is None:
            return self.tr("Warranty unknown: no handover date for this home")
        if found is None:
            return self.tr("No term of warranty is set for this part")
        text = (
            self.tr("In warranty: {part} until {day}")
            if found.is_inside
            else self.tr("Out of warranty: {part} ended on {day}")
        )
        named = code_said(self._codes.parts, part)
        named = named if language_now() == "zh" else named.casefold()
        return text.replace("{part}", named).replace("{day}", found.last_day.isoformat())

    def _lists(self) -> dict[str, tuple[Entry, ...]]:
        codes = self._codes
        return {
            "sub_area": codes.sub_areas, "part": codes.parts, "facing": codes.facings, "rule_gap": codes.rule_gaps,
        }  # fmt: skip

    def _labels(self) -> dict[str, str]:
        return {
            "summary": self.tr("Summary, in our words"),
            "meaning": self.tr("What it means for the client"),
            "risk": self.tr("Risk"),
            "sub_area": self.tr("Sub-area"),
            "part": self.tr("Building part"),
            "facing": self.tr("Facing"),
            "unit": self.tr("Home of the client"),
            "place": self.tr("Spot"),
            "perceived": self.tr("What the client feels"),
            "measured": self.tr("Measured"),
            "tolerance": self.tr("Tolerance"),
            "responsible_unit": self.tr("Firm responsible"),
            "inspector": self.tr("Inspected by"),
            "solvable_on_site": self.tr("Could it be solved on the spot?"),
            "rule_gap": self.tr("Which rule stood in the way"),
            "rule_gap_words": self.tr("About the rule"),
        }


_LINES = (
    "summary", "meaning", "unit", "place", "perceived", "measured", "tolerance", "responsible_unit", "inspector",
    "rule_gap_words",
)  # fmt: skip
_PICKERS = ("sub_area", "part", "facing", "rule_gap")
# The lines of the page: names with the columns they take.
_PAGE = (
    (("summary", 2), ("meaning", 2)),
    (("risk", _COLUMNS),),
    (("unit", 2), ("place", 1), ("facing", 1)),
    (("part", 1), ("sub_area", 1), ("responsible_unit", 1), ("inspector", 1)),
    (("perceived", 2), ("measured", 1), ("tolerance", 1)),
    (("solvable_on_site", 2), ("rule_gap", 1), ("rule_gap_words", 1)),
)
_HOME_LINE = 3


def _completer(model: QStringListModel, line: Line) -> QCompleter:
    completer = QCompleter(model, line)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    return completer
