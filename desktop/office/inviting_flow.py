"""Wiring of the week before: results noted as fast as somebody calls, reminders to the clipboard, codes made anew."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication

from db.errors import Refused
from db.store import Store
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.calls import ALL, NOBODY, Wanted
from desktop.office.pages.outputs import InvitationsPage
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.services.guests import dossiers, invitations
from desktop.services.inviting import codes, contacts, lists, reminders, sheets
from desktop.services.inviting.contacts import Contacted
from desktop.services.inviting.lists import CallList
from desktop.services.inviting.reminders import Reminder
from desktop.services.registry import Caller

_ENDING = ".xlsx"
# What the other pages show of it is read once the person pauses, not after each of twenty calls a minute.
_OTHERS_AFTER_MS = 1_500


class InvitingFlow(QObject):
    """Each result is one row; taking it back is a verb like any other."""

    def __init__(
        self, desk: Desk, page: InvitationsPage, window: OfficeWindow, chooser: Chooser, undoing: Undoing
    ) -> None:
        super().__init__(window)
        self._desk, self._page, self._window = desk, page, window
        self._chooser, self._undoing = chooser, undoing
        self._calls = page.calls
        # Whom to stand on once the list has been read anew.
        self._back_to = ""
        self._others = QTimer(self)
        self._others.setSingleShot(True)
        self._others.setInterval(_OTHERS_AFTER_MS)
        self._others.timeout.connect(desk.changed)
        page.list_wanted.connect(lambda _event: self.refresh())
        calls = page.calls
        calls.noted.connect(self._note)
        calls.tries_wanted.connect(self._show_tries)
        calls.number_wanted.connect(self._show_number)
        calls.reissue_wanted.connect(self._reissue)
        calls.revoke_wanted.connect(self._revoke)
        calls.save_wanted.connect(self._save_code)
        calls.card_wanted.connect(self._save_card)
        calls.copy_wanted.connect(self._copy)
        calls.sent_wanted.connect(self._sent)
        calls.export_wanted.connect(self._export)

    @property
    def _event(self) -> str:
        return self._page.events.choice

    def refresh(self) -> None:
        """Read the list that is shown anew."""
        event = self._event
        if not event or self._window.page is not self._page:
            return

        def found(answer: CallList) -> None:
            if answer.event == self._event:
                self._calls.show_list(answer)
                if self._back_to:
                    self._calls.stand_on(self._back_to)
                    self._back_to = ""

        self._desk.ask(lambda caller, store: lists.everybody(caller, store, event=event), found)

    def _show_tries(self, client: str) -> None:
        event = self._event
        self._desk.ask(
            lambda caller, store: lists.tries(caller, store, event=event, client=client),
            lambda tries: self._calls.show_tries(client, tries) if event == self._event else None,
        )

    def _show_number(self, client: str) -> None:
        self._desk.ask(
            lambda caller, store: dossiers.unmask(caller, store, client=client),
            lambda numbers: self._calls.pane.show_phone(client, " / ".join(filter(None, numbers))),
        )

    def _note(self, client: str, result: str, words: str, slot: str, why: str) -> None:
        event = self._event

        def work(caller: Caller, store: Store) -> Contacted | Refused:
            try:
                return contacts.contact(
                    caller, store, event=event, client=client, result=result, words=words or None, slot=slot or None,
                    over=why or None,
                )  # fmt: skip
            except Refused as refused:
                return refused

        def noted(answer: Contacted | Refused) -> None:
            if isinstance(answer, Refused):
                self._refused(answer, client, result, words, slot)
                return
            if event == self._event:
                # Somebody may stand on the lists of two events.
                self._calls.put(answer.line)
            said = self.tr("{client}: {result}").replace("{client}", answer.line.shown_name)
            said = said.replace("{result}", self._desk.speech.code("contact_result", result))
            self._offer_back(said, (answer.contact,), client, answer.slot_before)
            self._others.start()

        self._desk.ask(work, noted)

    def _refused(self, refused: Refused, client: str, result: str, words: str, slot: str) -> None:
        sentence = self._desk.speech.sentence(refused.code, refused.facts)
        if refused.code == "slot_full":
            # The list has gone on to the next one: back to whom this is about.
            line = self._calls.line(client)
            self._calls.stand_on(client)
            self._calls.pane.ask_why(client, result, words, slot or (line.slot if line else ""), sentence)
        else:
            self._desk.troubled.emit(sentence)

    def _offer_back(self, said: str, done: tuple[str, ...], client: str = "", slot_before: str | None = None) -> None:
        def back(caller: Caller, store: Store) -> None:
            contacts.take_back(caller, store, contacts=done, slot_before=slot_before)

        self._undoing.offer(said, back, done=lambda: self._stand_on(client))

    def _stand_on(self, client: str) -> None:
        """Go back to somebody as soon as the list says again what it said before."""
        self._back_to = client
        self.refresh()

    def _sent(self, owner: str) -> None:
        event = self._event
        named = None if owner == ALL else "" if owner == NOBODY else owner

        def done(made: tuple[str, ...]) -> None:
            self._offer_back(self.tr("{count} noted as sent").replace("{count}", f"{len(made):,}"), made)

        self._desk.do(lambda caller, store: contacts.sent(caller, store, event=event, owner=named), done)

    def _copy(self, wanted: Wanted) -> None:
        event, language = self._event, self._desk.speech.language
        meant = {one.client for one in self._calls.matching}
        owner = None if wanted.owner == ALL else "" if wanted.owner == NOBODY else wanted.owner

        def copied(found: tuple[Reminder, ...]) -> None:
            count = sum(len(one.messages) for one in found)
            if not count:
                self._window.notice.warn(self.tr("Nobody here is to be reminded"))
                return
            QGuiApplication.clipboard().setText("\n\n\n".join(one.text for one in found))
            said = self.tr("{count} reminders are copied: paste them into the chat")
            if len(found) == 1 and found[0].owner:
                said = self.tr("{count} reminders are copied: paste them into the chat with {owner}")
                said = said.replace("{owner}", found[0].owner)
            self._window.notice.tell(said.replace("{count}", f"{count:,}"))

        self._desk.ask(
            lambda caller, store: reminders.reminders(
                caller, store, event=event, owner=owner, clients=meant, language=language
            ),
            copied,
        )

    def _export(self, clients: tuple[str, ...]) -> None:
        event, language = self._event, self._desk.speech.language
        shown = self._page.chosen_event
        kinds = self.tr("Table (*.xlsx);;Text (*.csv)")
        name = invitations.safe_name(shown.title if shown else "")
        chosen = self._chooser.target(self.tr("Save as a table"), f"{name} {self.tr('call list')}{_ENDING}", kinds)
        if chosen is None:
            return
        file: Path = chosen if chosen.suffix else chosen.with_suffix(_ENDING)

        def done(count: int) -> None:
            said = self.tr("{count} clients are in {file}").replace("{count}", f"{count:,}")
            self._window.notice.tell(said.replace("{file}", str(file)))

        self._desk.ask(
            lambda caller, store: sheets.write(
                caller, store, event=event, file=file, clients=clients, language=language
            ),
            done,
        )

    def _reissue(self, client: str) -> None:
        event, line = self._event, self._calls.line(client)

        def done(made: codes.Reissued) -> None:
            said = self.tr("{client} has a new code, number {spoken}; the old one is revoked. Save it and send it")
            said = said.replace("{client}", line.shown_name if line else "")
            said = said.replace("{spoken}", f"{made.spoken[:3]} {made.spoken[3:]}")
            self._undoing.offer(said, lambda caller, store: codes.restore(caller, store, invitation=made.before))

        self._desk.do(lambda caller, store: codes.reissue(caller, store, event=event, client=client), done)

    def _save_code(self, client: str) -> None:
        event = self._event
        folder = self._chooser.folder(self.tr("Where shall the code go?"))
        if folder is None:
            return

        def done(issued: invitations.Issued) -> None:
            said = self.tr("The picture to send is in {folder}").replace("{folder}", str(folder))
            self._window.notice.tell(said)

        self._desk.do(
            lambda caller, store: invitations.issue(caller, store, event=event, client=client, png=folder), done
        )

    def _save_card(self, client: str) -> None:
        event, line = self._event, self._calls.line(client)
        name = f"{invitations.safe_name(line.shown_name)}.pdf" if line else "card.pdf"
        target = self._chooser.target(self.tr("Where shall it go?"), name, self.tr("PDF (*.pdf)"))
        if target is None:
            return
        said = self.tr("The card to hand over is {file}").replace("{file}", str(target))
        self._desk.do(
            lambda caller, store: invitations.issue(
                caller, store, event=event, client=client, pdf=target, is_card=True
            ),
            lambda _issued: self._window.notice.tell(said),
        )

    def _revoke(self, client: str) -> None:
        event, line = self._event, self._calls.line(client)
        if line is None:
            return
        said = self.tr("The invitation of {client} is revoked").replace("{client}", line.shown_name)
        self._desk.do(
            lambda caller, store: invitations.revoke(caller, store, client=client, event=event),
            lambda _count: self._undoing.offer(
                said, lambda caller, store: codes.restore(caller, store, invitation=line.invitation)
            ),
        )
