"""What a campaign is: name, days, quota, hours, limits, greeting, phrases and checklist; new, changed, every month."""

from PySide6.QtCore import Signal
from typing_extensions import override

from db.campaign_records import Campaign
from desktop.office.pages.parts import scrolled
from desktop.office.speech import Speech
from desktop.rules import campaigns as rules
from desktop.widgets.buttons import Button
from desktop.widgets.cards import Card
from desktop.widgets.fields import Field, Line, Picker, Text
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_LINES = ("name", "starts_on", "ends_on", "quota", "entry_min", "due_days", "call_from", "call_until", "greeting")


class CampaignForm(Part):
    """`saved` tells the fields as typed, `kind` among them only for a new one; `series_wanted` a number of months."""

    saved = Signal(dict)
    series_wanted = Signal(int)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self._speech = speech
        self._campaign: Campaign | None = None
        self.kind = Picker()
        self.lines = {name: Line() for name in _LINES}
        self.texts = {name: Text(PX.words_field, PX.words_field) for name in ("phrases", "checklist")}
        self.months = Line("12")
        self._fields = {name: Field("", control) for name, control in (self.lines | self.texts).items()}
        self._kind_field, self._months = Field("", self.kind), Field("", self.months)
        self._card = Card(" ")
        self.save_button, self.series_button = Button("", "filled"), Button("", "outline", icon="calendar-days")
        self.save_button.setObjectName("save_campaign")
        self.series_button.setObjectName("make_series")
        self.save_button.clicked.connect(self._save)
        self.series_button.clicked.connect(self._make_series)
        self._lay()
        self.retranslate()

    def _lay(self) -> None:
        fields, body = self._fields, self._card.body
        head = row(fields["name"], self._kind_field, gap=PX.s12)
        head.setStretch(0, 2)
        head.setStretch(1, 1)
        body.addLayout(head)
        body.addLayout(row(*(fields[name] for name in ("starts_on", "ends_on", "quota")), gap=PX.s12))
        body.addLayout(
            row(*(fields[name] for name in ("entry_min", "due_days", "call_from", "call_until")), gap=PX.s12)
        )
        body.addWidget(fields["greeting"])
        body.addLayout(row(fields["phrases"], fields["checklist"], gap=PX.s12))
        self._series = Part()
        self._series.setLayout(row(self._months, PX.s12, column(None, self.series_button, PX.s24)))
        self._months.setFixedWidth(PX.navigation)
        body.addLayout(row(column(None, self.save_button, PX.s24), None, self._series))
        inside = Part()
        inside.setProperty("fill", "background")
        inside.setLayout(column(self._card, None, margins=(0, 0, PX.scroll, 0)))
        self.setLayout(column(scrolled(inside)))

    def show_campaign(self, campaign: Campaign | None) -> None:
        """Show a campaign to be changed; None for a new one. What somebody is typing stays."""
        is_other = (campaign.id if campaign else "") != (self._campaign.id if self._campaign else "-")
        is_typing = any(control.hasFocus() for control in (*self.lines.values(), *self.texts.values()))
        self._campaign = campaign
        if is_other or not is_typing:
            self._fill()
        self.retranslate()

    def _fill(self) -> None:
        one = self._campaign
        usual = {
            "quota": rules.QUOTA, "entry_min": rules.ENTRY_MIN, "call_from": rules.CALL_FROM,
            "call_until": rules.CALL_UNTIL, "due_days": rules.DUE_DAYS,
        }  # fmt: skip
        for name, line in self.lines.items():
            value = getattr(one, name) if one else usual.get(name, "")
            line.setText("" if value is None else str(value))
            line.setCursorPosition(0)
        for name, text in self.texts.items():
            text.set_text(getattr(one, name) or "" if one else "")
        for field in self._fields.values():
            field.set_error("")

    @override
    def retranslate(self) -> None:
        one = self._campaign
        self._card.set_title(self.tr("What it is") if one else self.tr("New campaign"))
        self.kind.set_values(self._speech.choices("campaign_kind"))
        if one:
            self.kind.choose(one.kind)
        self.kind.setEnabled(one is None)
        own = self.tr("left empty: the usual ones")
        day = self.tr("such as 2026-05-23")
        texts = {
            "name": (self.tr("Name of the campaign"), ""), "starts_on": (self.tr("First day"), day),
            "ends_on": (self.tr("Last day"), self.tr("1 to 3 days; empty: one")),
            "quota": (self.tr("Conversations each"), ""), "entry_min": (self.tr("Minutes until entered"), ""),
            "due_days": (self.tr("Days after the first one"), ""), "call_from": (self.tr("Calls from"), ""),
            "call_until": (self.tr("Calls until"), ""), "greeting": (self.tr("How we answer"), "" if one else own),
            "phrases": (self.tr("What we say, a line each"), "" if one else own),
            "checklist": (self.tr("What a listener looks at, a line each"), "" if one else own),
        }  # fmt: skip
        for name, (label, help_text) in texts.items():
            self._fields[name].set_label(label, help_text)
        self._kind_field.set_label(self.tr("Kind of campaign"))
        self._months.set_label(self.tr("Months in all"))
        self.save_button.setText(self.tr("Save the changes") if one else self.tr("Make the campaign"))
        self.series_button.setText(self.tr("Again every month"))
        self._series.setVisible(one is not None)
        for button in (self.save_button, self.series_button):
            button.updateGeometry()

    def _save(self) -> None:
        needed = ("name", "starts_on")
        for name in needed:
            missing = not self.lines[name].text().strip()
            self._fields[name].set_error(self.tr("Please fill this in") if missing else "")
        if not all(self.lines[name].text().strip() for name in needed):
            return
        told = {name: line.text().strip() for name, line in self.lines.items()}
        told |= {name: text.toPlainText() for name, text in self.texts.items()}
        if self._campaign is None:
            self.saved.emit(told | {"kind": self.kind.choice})
        else:
            # What was not touched is not said again.
            kept = {name: "" if getattr(self._campaign, name) is None else str(getattr(self._campaign, name))
                    for name in told}  # fmt: skip
            self.saved.emit({name: value for name, value in told.items() if value != kept[name]})

    def _make_series(self) -> None:
        typed = self.months.text().strip()
        self._months.set_error("" if typed.isdecimal() else self.tr("Please write a number"))
        if typed.isdecimal():
            self.series_wanted.emit(int(typed[:3]))
