"""The hotline practice: the campaigns at the left; one of them with its people, what was heard, calls and settings."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget
from typing_extensions import override

from desktop.office.pages.campaign_calls import CampaignCalls
from desktop.office.pages.campaign_files import CampaignFile, QuietList
from desktop.office.pages.campaign_form import CampaignForm
from desktop.office.pages.campaign_heard import CampaignHeard
from desktop.office.pages.campaign_people import CampaignPeople
from desktop.office.pages.parts import Page, dotted, head
from desktop.office.speech import Speech
from desktop.services.campaigns.campaigns import CampaignLine
from desktop.services.campaigns.importing import Headings
from desktop.widgets.buttons import Button, Options
from desktop.widgets.cards import Card, EmptyState
from desktop.widgets.labels import ElidedLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row
from desktop.widgets.rows import Cell, Column, Row
from desktop.widgets.tables import Table

TABS = ("people", "heard", "calls", "quiet", "settings")
_LIST_PX = PX.navigation + PX.s48


class CampaignsPage(Page):
    """`chosen` names a campaign. Files, closing and reopening are wishes of the one chosen."""

    chosen = Signal(str)
    tab_opened = Signal(str)
    list_wanted = Signal()
    log_wanted = Signal()
    export_wanted = Signal()
    close_wanted = Signal()
    reopen_wanted = Signal()

    def __init__(self, speech: Speech) -> None:
        super().__init__(speech)
        self._lines: tuple[CampaignLine, ...] = ()
        # "" while a new one is made.
        self._campaign = ""
        self._title = Label("", "page")
        self.new_button = Button("", "outline", icon="plus")
        self.new_button.setObjectName("new_campaign")
        self.new_button.clicked.connect(self.begin_new)
        self.table = Table((Column(""), Column("", 64, fits=True)), PX.row_two_lines)
        self.table.horizontalHeader().hide()
        self.table.chosen.connect(self._chose)
        self._list = Card(is_flush=True)
        self._list.body.addWidget(self.table)
        self._list.setFixedWidth(_LIST_PX)
        self._name, self._about = ElidedLabel("", "title"), ElidedLabel("", "small", "ink2")
        self.list_button = Button("", "outline", "small", icon="file-spreadsheet")
        self.log_button = Button("", "outline", "small", icon="phone")
        self.export_button = Button("", "outline", "small", icon="file-down")
        self.close_button = Button("", "outline", "small")
        for button, wish, name in (
            (self.list_button, self.list_wanted, "import_list"), (self.log_button, self.log_wanted, "import_log"),
            (self.export_button, self.export_wanted, "export_calls"),
        ):  # fmt: skip
            button.setObjectName(name)
            button.clicked.connect(wish)
        self.close_button.setObjectName("close_campaign")
        self.close_button.clicked.connect(self._close)
        self.tabs = Options(tuple((tab, "") for tab in TABS), has_digits=False)
        self.tabs.chosen.connect(self._open_tab)
        self.people, self.heard = CampaignPeople(speech), CampaignHeard(speech)
        self.calls, self.quiet, self.form = CampaignCalls(speech), QuietList(speech), CampaignForm(speech)
        self.file = CampaignFile(speech)
        self.file.cancelled.connect(lambda: self.show_tab("people"))
        self._parts: Mapping[str, Part] = {
            "people": self.people, "heard": self.heard, "calls": self.calls, "quiet": self.quiet,
            "settings": self.form, "file": self.file,
        }  # fmt: skip
        self._stack = QStackedWidget()
        for part in self._parts.values():
            self._stack.addWidget(part)
        self._empty = EmptyState("headset")
        self._empty.acted.connect(self.begin_new)
        self._lay_out()
        self.tabs.choose("people")
        self.retranslate()

    def _lay_out(self) -> None:
        top = row(head(self._title, self.new_button))
        files = row(self.list_button, self.log_button, self.export_button, None, self.close_button, gap=PX.s8)
        self._head = Part()
        self._head.setLayout(
            column(column(self._name, self._about, gap=PX.s2), PX.s8, files, PX.s12, self.tabs, PX.s12)
        )
        right = Part()
        inner = column(self._head, self._stack)
        inner.setStretchFactor(self._stack, 1)
        right.setLayout(inner)
        self._below = Part()
        both = row(self._list, right, gap=PX.between_cards)
        both.setStretch(1, 1)
        self._below.setLayout(both)
        whole = column(top, PX.s16, self._below, self._empty, margins=(PX.page_margin, PX.s16, PX.page_margin, PX.s24))
        whole.setStretchFactor(self._below, 1)
        whole.setStretchFactor(self._empty, 1)
        self.setLayout(whole)

    @property
    def campaign(self) -> str:
        """The campaign that is shown; "" for a new one."""
        return self._campaign

    @property
    def tab(self) -> str:
        """What of it is shown."""
        return next(name for name, part in self._parts.items() if part is self._stack.currentWidget())

    @property
    def line(self) -> CampaignLine | None:
        """The campaign that is shown, as it stands in the list."""
        return next((one for one in self._lines if one.campaign.id == self._campaign), None)

    def show_campaigns(self, lines: tuple[CampaignLine, ...], chosen: str = "") -> None:
        """Show the campaigns; `chosen` is in front from now on, else the one that was, else the latest."""
        self._lines = lines
        wanted = chosen or self._campaign or (lines[0].campaign.id if lines and self.tab != "settings" else "")
        self.retranslate()
        if wanted and wanted != self.table.choice:
            self.table.choose(wanted)
        self._show_head()

    def begin_new(self) -> None:
        """Make a new campaign."""
        self._campaign = ""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rows.index(-1, -1))
        self.form.show_campaign(None)
        self._empty.hide()
        self._below.show()
        self.show_tab("settings")
        self._show_head()
        self.form.lines["name"].setFocus()

    def show_tab(self, tab: str) -> None:
        """Bring a part of the campaign to the front."""
        self.tabs.choose(tab)
        self._open_tab(tab)

    def show_file(self, file: Path, kind: str, headings: Headings) -> None:
        """Show what the columns of a file are taken for."""
        self.file.show_file(file, kind, headings)
        self.tabs.choose("")
        self._stack.setCurrentWidget(self.file)

    def _open_tab(self, tab: str) -> None:
        self._stack.setCurrentWidget(self._parts[tab])
        self.tab_opened.emit(tab)

    def _chose(self, campaign: str) -> None:
        if campaign == self._campaign:
            return
        is_new = not self._campaign
        self._campaign = campaign
        one = self.line
        if one is not None:
            self.form.show_campaign(one.campaign)
        if is_new and self.tab == "settings":
            self.tabs.choose("people")
            self._stack.setCurrentWidget(self.people)
        self._show_head()
        self.chosen.emit(campaign)

    def _close(self) -> None:
        one = self.line
        if one is not None:
            (self.close_wanted if one.campaign.closed_at is None else self.reopen_wanted).emit()

    @override
    def retranslate(self) -> None:
        self._title.setText(self.tr("Hotline practice"))
        self.new_button.setText(self.tr("New campaign"))
        self.tabs.set_texts(
            (
                self.tr("Who takes part"), self.tr("What was heard"), self.tr("All calls"), self.tr("No calls, please"),
                self.tr("Settings of it"),
            )
        )  # fmt: skip
        for button, text in (
            (self.list_button, self.tr("List of calls")), (self.log_button, self.tr("Log of the telephones")),
            (self.export_button, self.tr("Save as a table")),
        ):  # fmt: skip
            button.setText(text)
        self.table.show_rows(tuple(self._row(one) for one in self._lines))
        is_empty = not self._lines and self.tab != "settings"
        self._below.setVisible(not is_empty)
        self._empty.setVisible(is_empty)
        self._empty.say(
            self.tr("No campaign yet"),
            self.tr("Executives answer the hotline themselves: 50 conversations in one to three days."),
            self.tr("New campaign"),
        )
        self._show_head()
        for button in (self.new_button, self.list_button, self.log_button, self.export_button):
            button.updateGeometry()

    def _row(self, one: CampaignLine) -> Row:
        return Row(
            one.campaign.id,
            (
                Cell(one.campaign.name, second=self._days(one)),
                Cell(f"{one.done} / {one.people}", "ink2", tone="success" if self._is_done(one) else None),
            ),
        )

    @staticmethod
    def _is_done(one: CampaignLine) -> bool:
        return one.people > 0 and one.done == one.people

    def _days(self, one: CampaignLine) -> str:
        first, last = (
            self.speech.short_day(date.fromisoformat(day)) for day in (one.campaign.starts_on, one.campaign.ends_on)
        )
        return first if first == last else f"{first} – {last}"  # noqa: RUF001 - from to

    def _show_head(self) -> None:
        one = self.line
        self._head.setVisible(one is not None)
        if one is None:
            return
        row_ = one.campaign
        self._name.setText(row_.name)
        quota = self.tr("{count} conversations each").replace("{count}", str(row_.quota))
        over = self.tr("closed") if row_.closed_at is not None else ""
        kind = self.speech.code("campaign_kind", row_.kind)
        self._about.setText(dotted(kind, row_.starts_on[:4], self._days(one), quota, over))
        self.close_button.setText(self.tr("Close it") if row_.closed_at is None else self.tr("Open it again"))
        self.close_button.updateGeometry()
