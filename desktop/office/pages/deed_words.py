"""What was done, in words: what a line of a history is called, how a change came about, how somebody saw a record."""

from desktop.office.speech import Speech
from desktop.services.history.entries import Entry
from desktop.widgets.part import Part


class DeedWords(Part):
    """Words for the verbs of the journal and the tables of records."""

    def table(self, name: str) -> str:
        """What kind of record it is."""
        return {
            "concern": self.tr("Concern"), "client": self.tr("Client"), "event": self.tr("Event"),
            "promise": self.tr("Promise"), "check_in": self.tr("Check-in"), "staff": self.tr("Member of staff"),
            "reception": self.tr("Talk"), "form": self.tr("Form"), "invitation": self.tr("Invitation"),
        }.get(name, "")  # fmt: skip

    def title(self, entry: Entry, speech: Speech) -> str:
        """What a line is called."""
        if entry.kind == "step":
            return speech.code("state", entry.state)
        names = {
            "words": self.tr("Added to the words"), "promise": self.tr("Promised"), "reminder": self.tr("Reminded"),
            "attachment": self.tr("Attached"), "changed": self.tr("Changed"),
        }  # fmt: skip
        made = {
            "client": self.tr("Client taken down"), "concern": self.tr("Concern taken down"),
            "invitation": self.tr("Put on the list of"), "client_owner": self.tr("Looked after by"),
            "check_in": self.tr("Checked in"), "event_staff": self.tr("On duty"), "roster": self.tr("List imported"),
            "reception": self.tr("Talk begun"), "promise": self.tr("Promised"), "event": self.tr("Event made"),
            "staff": self.tr("Person added"), "invite_contact": self.tr("Asked before the event"),
        }  # fmt: skip
        if entry.kind == "changed" and entry.about:
            # Something that belongs to the record, such as a promise, and not the record itself.
            return " · ".join(filter(None, (self.table(entry.table), entry.about)))
        name = names.get(entry.kind) or made.get(entry.table, self.tr("Made"))
        about = "" if entry.kind == "words" else entry.about
        if entry.kind == "reminder":
            about = speech.code("department", entry.about)
        elif entry.table == "invite_contact":
            about = speech.code("contact_result", entry.about)
        return " · ".join(filter(None, (name, about)))

    def means(self, verb: str) -> str:
        """How a change came about; "" where its title says so."""
        return {
            "client.set": self.tr("corrected"), "client.import": self.tr("by a list"),
            "client.import-undo": self.tr("a list taken back"), "client.join": self.tr("two records joined"),
            "client.part": self.tr("taken apart again"), "history.undo": self.tr("taken back"),
            "conflict.settle": self.tr("settled between devices"), "conflict.reopen": self.tr("opened again"),
            "promise.keep": self.tr("kept"), "event.set": self.tr("corrected"), "check-in.undo": self.tr("taken back"),
            "check-in.scan": self.tr("by code"), "check-in.walk-in": self.tr("without a code"),
            "invitation.issue": self.tr("handed out"), "invitation.revoke": self.tr("withdrawn"),
            "invitation.contact": self.tr("as they said when they were called"),
            "invitation.take-back-contacts": self.tr("taken back"),
            "invitation.reissue": self.tr("a new code was made"), "invitation.restore": self.tr("it holds again"),
            "form.enter": self.tr("typed in from paper"), "concern.move": self.tr("with a step"),
        }.get(verb, "")  # fmt: skip

    def deed(self, entry: Entry, speech: Speech) -> str:
        """How somebody saw a record."""
        if entry.verb == "concern.export":
            return self.tr("Exported in a list of {count}").replace("{count}", entry.about)
        if entry.verb == "paper.copy":
            return self.tr("Client's copy printed: {number}").replace("{number}", entry.about)
        return {
            "record.open": self.tr("Opened"), "history.show": self.tr("Looked at the history"),
            "client.unmask": self.tr("Saw the telephone numbers in full"),
            "call.dial": self.tr("Saw the telephone number in full to dial it"),
            "paper.dispatch": self.tr("Work order printed"),
            "paper.form": self.tr("Forms of the event printed"),
            "paper.summary": self.tr("Summary of the event printed"),
            "invitation.issue": self.tr("Invitations of the event handed out"),
            "invitation.export-contacts": self.tr("Call list of the event saved with telephones"),
            "invitation.remind": self.tr("Reminders of the event copied"),
            "export.sqlite": self.tr("Exported with everything"),
        }.get(entry.verb, entry.verb)  # fmt: skip

    @staticmethod
    def icon(verb: str) -> str:
        """The sign of a way to see a record."""
        if verb.startswith("paper."):
            return "printer"
        if "export" in verb:
            return "file-down"
        return {
            "client.unmask": "phone",
            "call.dial": "phone",
            "history.show": "history",
            "invitation.issue": "send",
        }.get(verb, "eye")
