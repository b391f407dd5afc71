"""Wiring of the hotline practice: campaigns, their people and calls, the telephone system's files, certificates."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from db.store import Store
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.lacking import with_lacking
from desktop.office.pages.campaigns import CampaignsPage
from desktop.office.state import Person
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.roster.call_lists import Kind
from desktop.services.campaigns import (
    call_changes,
    campaigns,
    certifying,
    hearing,
    importing,
    members,
    mine,
    observing,
    quiet,
    reporting,
)
from desktop.services.campaigns.campaigns import CampaignLine
from desktop.services.campaigns.importing import Imported
from desktop.services.people import staff
from desktop.services.registry import Caller

TABLES = "XLSX, CSV (*.xlsx *.csv)"


class CampaignsFlow(QObject):
    """`refresh` reads what is in front anew."""

    def __init__(
        self, desk: Desk, page: CampaignsPage, window: OfficeWindow, chooser: Chooser, undoing: Undoing
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window = desk, page, window
        self._chooser, self._undoing = chooser, undoing
        page.chosen.connect(lambda _campaign: self._read())
        page.tab_opened.connect(lambda _tab: self._read())
        page.list_wanted.connect(partial(self._look_at, "list"))
        page.log_wanted.connect(partial(self._look_at, "log"))
        page.export_wanted.connect(self._export)
        page.close_wanted.connect(self._close)
        page.reopen_wanted.connect(self._reopen)
        page.file.taken.connect(self._take)
        page.form.saved.connect(self._save)
        page.form.series_wanted.connect(self._make_series)
        page.people.joined.connect(self._join)
        page.people.changed.connect(self._change)
        page.people.left.connect(self._leave)
        page.people.certificate_wanted.connect(self._certify)
        page.heard.recall_wanted.connect(self._recall)
        page.calls.entered.connect(self._enter)
        page.calls.named.connect(self._name)
        page.calls.voided.connect(self._void)
        page.calls.restored.connect(self._restore)
        page.calls.scored.connect(self._score)
        page.quiet.added.connect(self._keep_quiet)
        page.quiet.lifted.connect(self._lift)

    def show_people(self, everybody: tuple[Person, ...]) -> None:
        """Everybody of the staff, as they are now."""
        self._page.people.show_people(everybody)
        self._page.calls.show_people(everybody)

    def refresh(self, chosen: str = "") -> None:
        """Read the campaigns anew, and the one that is shown."""

        def found(lines: tuple[CampaignLine, ...]) -> None:
            self._page.show_campaigns(lines, chosen)
            self._read()

        self._desk.ask(lambda caller, store: campaigns.listed(caller, store), found)

    def _read(self) -> None:
        """Read what the part in front shows."""
        campaign, page = self._page.campaign, self._page
        now = self._desk.context.clock()
        if page.tab == "quiet":
            self._desk.ask(lambda caller, store: quiet.listed(caller, store), page.quiet.show_quiet)
        if not campaign:
            return
        if page.tab == "people":
            self._desk.ask(
                lambda caller, store: reporting.report(caller, store, campaign=campaign, now_ms=now),
                page.people.show_report,
            )
        elif page.tab == "heard":
            self._desk.ask(
                lambda caller, store: hearing.heard(caller, store, campaign=campaign, now_ms=now), page.heard.show_heard
            )
        elif page.tab == "calls":
            self._read_calls(campaign)
        elif page.tab == "settings" and page.line is not None:
            page.form.show_campaign(page.line.campaign)

    def _read_calls(self, campaign: str) -> None:
        def work(caller: Caller, store: Store) -> tuple[tuple[mine.Made, ...], tuple[str, ...], dict[str, str]]:
            names = {one.id: one.name for one, _roles in staff.everybody(caller, store)}
            made = mine.listed(caller, store, campaign=campaign)
            return made, mine.lines_of(caller, store, campaign=campaign), {
                one.contact: names.get(one.staff, "") for one in made
            }  # fmt: skip

        self._desk.ask(work, lambda found: self._page.calls.show_calls(*found))

    def _tell(self, text: str) -> None:
        self._window.notice.tell(text)

    # The campaign

    def _save(self, typed: dict[str, str]) -> None:
        campaign = self._page.campaign
        if not campaign:
            said = {name: text for name, text in typed.items() if name not in ("name", "starts_on", "ends_on", "kind")}

            def added(made: str) -> None:
                self._page.show_tab("people")
                self.refresh(made)
                self._tell(self.tr("The campaign is there. Next: put in who takes part"))

            self._desk.do(
                lambda caller, store: campaigns.add(
                    caller, store, name=typed["name"], starts_on=typed["starts_on"], ends_on=typed["ends_on"] or None,
                    kind=typed["kind"], said=said,
                ),
                added,
            )  # fmt: skip
        elif typed:
            self._desk.do(
                lambda caller, store: campaigns.set_fields(caller, store, campaign=campaign, changes=typed),
                lambda _count: self._tell(self.tr("Changed")),
            )

    def _make_series(self, months: int) -> None:
        campaign = self._page.campaign
        said = self.tr("New campaigns: {count}")
        self._desk.do(
            lambda caller, store: campaigns.series(caller, store, campaign=campaign, months=months),
            lambda made: self._tell(said.replace("{count}", str(len(made)))),
        )

    def _close(self) -> None:
        campaign = self._page.campaign
        self._desk.do(
            lambda caller, store: campaigns.close(caller, store, campaign=campaign),
            lambda _none: self._undoing.offer(
                self.tr("The campaign is closed"),
                lambda caller, store: campaigns.reopen(caller, store, campaign=campaign),
            ),
        )

    def _reopen(self) -> None:
        campaign = self._page.campaign
        self._desk.do(
            lambda caller, store: campaigns.reopen(caller, store, campaign=campaign),
            lambda _none: self._tell(self.tr("The campaign goes on")),
        )

    # Its people

    def _join(self, staff: str, coach: str, extension: str, reason: str) -> None:
        campaign = self._page.campaign

        def work(caller: Caller, store: Store) -> tuple[str, ...]:
            lacks = members.untrained(caller, store, campaign=campaign, staff=staff)
            if lacks and not reason.strip():
                return lacks
            members.join(
                caller, store, campaign=campaign, staff=staff, coach=coach or None, extension=extension,
                untrained_reason=reason,
            )  # fmt: skip
            return ()

        def joined(lacks: tuple[str, ...]) -> None:
            if lacks:
                self._page.people.ask_reason(self._desk.speech.listed(lacks))
                return
            self._page.people.forget()
            self._undoing.offer(
                self.tr("Takes part now"),
                lambda caller, store: members.leave(caller, store, campaign=campaign, staff=staff),
            )

        self._desk.do(work, joined)

    def _change(self, staff: str, changes: dict[str, str]) -> None:
        campaign = self._page.campaign
        self._desk.do(
            lambda caller, store: members.set_member(caller, store, campaign=campaign, staff=staff, changes=changes),
            lambda count: self._tell(self.tr("Changed")) if count else None,
        )

    def _leave(self, staff: str) -> None:
        campaign = self._page.campaign
        self._desk.do(
            lambda caller, store: members.leave(caller, store, campaign=campaign, staff=staff),
            lambda _none: self._tell(self.tr("Taken out")),
        )

    def _certify(self, staff: str) -> None:
        campaign = self._page.campaign
        said = self.tr("Written: {file}")
        file = self._chooser.target(self.tr("Certificate"), f"{self.tr('certificate')}.pdf", "PDF (*.pdf)")
        if file is not None:
            self._desk.do(
                lambda caller, store: certifying.certify(caller, store, campaign=campaign, staff=staff, pdf=file),
                lambda report: self._tell(with_lacking(said.replace("{file}", str(file)), report)),
            )

    # Its calls

    def _recall(self) -> None:
        campaign, said = self._page.campaign, self.tr("Calls to make, new: {count}")
        self._desk.do(
            lambda caller, store: hearing.recall(caller, store, campaign=campaign),
            lambda count: self._tell(said.replace("{count}", str(count))),
        )

    def _enter(self, contact: str, words: str, type_code: str) -> None:
        self._desk.do(
            lambda caller, store: call_changes.enter(caller, store, contact=contact, words=words, type_code=type_code),
            lambda made: self._tell(self.tr("Recorded as {number}").replace("{number}", made.number)),
        )

    def _name(self, contact: str, name: str, phone: str) -> None:
        self._desk.do(
            lambda caller, store: call_changes.name_caller(caller, store, contact=contact, name=name, phone=phone),
            lambda _client: self._tell(self.tr("Changed")),
        )

    def _void(self, contact: str, reason: str) -> None:
        self._desk.do(
            lambda caller, store: call_changes.void(caller, store, contact=contact, reason=reason),
            lambda _none: self._undoing.offer(
                self.tr("This call counts nowhere"),
                lambda caller, store: call_changes.restore(caller, store, contact=contact),
            ),
        )

    def _restore(self, contact: str) -> None:
        self._desk.do(
            lambda caller, store: call_changes.restore(caller, store, contact=contact),
            lambda _none: self._tell(self.tr("It counts again")),
        )

    def _score(self, contact: str, observer: str, items: Mapping[str, bool | None]) -> None:
        said = self.tr("Score: {score} of 100")
        self._desk.do(
            lambda caller, store: observing.observe(caller, store, contact=contact, observer=observer, items=items),
            lambda score: self._tell(said.replace("{score}", str(score))),
        )

    def _keep_quiet(self, phone: str, reason: str) -> None:
        def added(wish: str) -> None:
            self._page.quiet.clear()
            self._undoing.offer(
                self.tr("Is not called any more"), lambda caller, store: quiet.lift(caller, store, quiet=wish)
            )

        self._desk.do(lambda caller, store: quiet.add(caller, store, phone=phone, reason=reason), added)

    def _lift(self, wish: str) -> None:
        self._desk.do(
            lambda caller, store: quiet.lift(caller, store, quiet=wish),
            lambda _none: self._tell(self.tr("May be called again")),
        )

    # Its files

    def _look_at(self, kind: Kind) -> None:
        title = self.tr("List of calls to make") if kind == "list" else self.tr("Log of calls")
        files = self._chooser.files(title, TABLES)
        if files:
            self._desk.ask(
                lambda caller, store: importing.look_at(caller, store, file=files[0], kind=kind),
                partial(self._page.show_file, files[0], kind),
            )

    def _take(self, file: Path, kind: str, mapping: dict[str, str]) -> None:
        campaign = self._page.campaign

        def work(caller: Caller, store: Store) -> Imported:
            take = importing.import_list if kind == "list" else importing.import_log
            return take(caller, store, campaign=campaign, file=file, mapping=mapping or None)

        def taken(done: Imported) -> None:
            self._page.show_tab("people" if kind == "list" else "calls")
            self._tell(self._said(done, kind))

        self._desk.do(work, taken)

    def _said(self, done: Imported, kind: str) -> str:
        said = self.tr("{read} rows: {added} new, {known} known before, {rejected} not taken")
        for name, value in (
            ("read", done.read), ("added", done.added), ("known", done.known), ("rejected", len(done.rejected))
        ):  # fmt: skip
            said = said.replace(f"{{{name}}}", str(value))
        if kind == "log":
            more = self.tr("{matched} are calls that were noted, {to_enter} are to be entered, {others} are of others")
            for name, value in (("matched", done.matched), ("to_enter", done.to_enter), ("others", done.others)):
                more = more.replace(f"{{{name}}}", str(value))
            said += f". {more}"
            if done.ahead_ms:
                clock = self.tr("the telephone system's clock is {seconds} s ahead")
                said += f". {clock.replace('{seconds}', str(round(done.ahead_ms / 1000)))}"
        first = done.rejected[0] if done.rejected else None
        if first is not None:
            where = self.tr("Row {row}: {why}").replace("{row}", str(first.row))
            said += f". {where.replace('{why}', self._desk.speech.sentence(first.reason, dict(first.facts)))}"
        return said

    def _export(self) -> None:
        campaign = self._page.campaign
        file = self._chooser.target(self.tr("Save as a table"), f"{self.tr('calls')}.xlsx", TABLES)
        if file is not None:
            self._desk.do(
                lambda caller, store: importing.export(caller, store, campaign=campaign, file=file),
                lambda _lines: self._tell(self.tr("Written: {file}").replace("{file}", str(file))),
            )
