"""Codes, days and troubles in the language spoken now: one for all pages of the window."""

from collections.abc import Iterable, Mapping
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QObject

from db.errors import Fact
from db.records import Code
from desktop.rules.codes import entries, label, list_names, worded
from desktop.rules.times import local, minute_text
from desktop.settings import Language
from desktop.widgets.languages import Translator
from resources.wording import Wording, wording

_DAY = len("2026-05-20")


class Speech(QObject):
    """`additions` and `zone` are known once the database is open."""

    def __init__(self, translator: Translator, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translator = translator
        self.additions: tuple[Code, ...] = ()
        self.zone = ZoneInfo("Asia/Shanghai")

    @property
    def language(self) -> Language:
        """The language spoken now."""
        return self._translator.language

    def code(self, list_name: str, code: str | None) -> str:
        """The words for a code; "" for none."""
        return label(list_name, code, self.language, self.additions) if code else ""

    def choices(self, list_name: str) -> tuple[tuple[str, str], ...]:
        """Codes and words of a list in the order shown."""
        return tuple((one.code, self.code(list_name, one.code)) for one in entries(list_name, self.additions))

    def trouble(self, code: str, facts: Mapping[str, Fact]) -> Wording:
        """What happened and the next step."""
        return wording(code, worded(facts, self.language, self.additions), self.language)

    def sentence(self, code: str, facts: Mapping[str, Fact]) -> str:
        """The same on one line."""
        said = self.trouble(code, facts)
        return self.tr("{what}. {next}").replace("{what}", said.message.rstrip("。.")).replace("{next}", said.next)

    def day(self, text: str | None) -> str:
        """A day such as 2026-05-18, or a moment that begins with one, as it is read aloud; other text as it is."""
        try:
            day = date.fromisoformat((text or "")[:10])
        except ValueError:
            return text or ""
        return self._format(QDate(day.year, day.month, day.day), self.tr("ddd d MMM"))

    def deadline(self, text: str | None) -> str:
        """The same with its hour, where it has one."""
        return f"{self.day(text)} {text[_DAY:].lstrip('T ')}" if text and len(text) > _DAY else self.day(text)

    def short_day(self, day: date) -> str:
        """A day without its weekday."""
        return self._format(QDate(day.year, day.month, day.day), self.tr("d MMM"))

    def day_of(self, at_ms: int) -> str:
        """The day on which a moment falls."""
        return self.day(local(at_ms, self.zone).date().isoformat())

    def moment(self, at_ms: int) -> str:
        """A moment with its day."""
        at = local(at_ms, self.zone)
        day = self._format(QDate(at.year, at.month, at.day), self.tr("d MMM"))
        return f"{day} {at:%H:%M}"

    def typed(self, at_ms: int) -> str:
        """A moment as one types it: 2026-05-23 09:00."""
        return minute_text(at_ms, self.zone)

    def time(self, at_ms: int) -> str:
        """Hours, minutes and seconds."""
        return f"{local(at_ms, self.zone):%H:%M:%S}"

    def _format(self, day: QDate, pattern: str) -> str:
        return QLocale("zh_CN" if self.language == "zh" else "en_GB").toString(day, pattern)

    def value(self, value: str, choices: str, column: str = "") -> str:
        """A value that was told: a code in its words, a day as it is read."""
        if choices and choices in list_names():
            return self.listed(self.code(choices, one) for one in value.split()) if value else ""
        if column.endswith("_at") and value.isdigit():
            return self.moment(int(value))
        if column.startswith("due") or column in ("until", "new_due", "explained_on"):
            return self.deadline(value)
        yes_no = {"yes": self.tr("yes"), "no": self.tr("no")}
        return yes_no.get(value, value)

    def field(self, name: str) -> str:
        """What a field of a step is called, as a label."""
        words = self.code("field", name)
        return words[:1].upper() + words[1:]

    def people(self, decided: str, entered: str) -> str:
        """Who decided a step, and who typed it in for them."""
        if not entered:
            return decided
        return self.tr("{name}, entered by {other}").replace("{other}", entered).replace("{name}", decided)

    def listed(self, parts: Iterable[str]) -> str:
        """Several words one after the other."""
        return self.tr(", ").join(parts)

    def joined(self, parts: Iterable[str]) -> str:
        """Several things told, one after the other."""
        return self.tr("; ").join(parts)

    def named(self, name: str, value: str) -> str:
        """A value with what it is called, as part of a list of such."""
        told = self.tr("{name}: {value}").replace("{name}", name)
        return told.replace("{value}", " ".join(value.split()).rstrip("。.；;，,"))

    def column(self, table: str, name: str) -> str:
        """What a field is called."""
        own = {
            "name": self.tr("Name"), "title": self.tr("Title"), "phone": self.tr("Phone"),
            "phone2": self.tr("Second phone"), "note": self.tr("Note"), "room_typed": self.tr("Room"),
            "due": self.tr("Promise due"), "kept_at": self.tr("Promise kept"), "place": self.tr("Place"),
            "starts_at": self.tr("Starts"), "ends_at": self.tr("Ends"), "slot": self.tr("Slot"),
            "companions": self.tr("Companions"), "deleted": self.tr("Removed"), "post": self.tr("Post"),
            "revoked_at": self.tr("Invitation withdrawn"), "merged_into": self.tr("Same person as"),
            "undone": self.tr("Taken back"), "ended_at": self.tr("Talk ended"), "slots": self.tr("Slots"),
            "closed_at": self.tr("Event closed"), "company": self.tr("Company"), "level": self.tr("Level"),
            "service_line": self.tr("Service line"), "issued_at": self.tr("Handed out"),
            "returned_at": self.tr("Paper back"), "entered_at": self.tr("Typed in"),
            "signed_at": self.tr("Promise signed"), "twice": self.tr("Let in twice"),
            "marks": self.tr("Marks"), "direction": self.tr("Sent to"), "staff": self.tr("Sent to whom"),
            "party": self.tr("How many came"), "arrived_at": self.tr("Came at"), "called_at": self.tr("Called at"),
            "called_by": self.tr("Called by"), "again_at": self.tr("Call shown again"),
            "greeted_at": self.tr("Greeted at"), "greeted_by": self.tr("Greeted by"), "left_at": self.tr("Left at"),
            "part": self.tr("Part at the event"), "away_at": self.tr("Away since"),
            "paused_at": self.tr("Screens paused at"), "greeting": self.tr("Greeting"),
            "shows": self.tr("Shown to the hall"),
            "untrained_reason": self.tr("On duty without training, because"),
            "question": self.tr("What clients ask"), "never": self.tr("Do not promise"),
            "keywords": self.tr("Found by"), "valid_until": self.tr("Valid until"),
            "approved_by": self.tr("Agreed by"), "approved_at": self.tr("Agreed at"),
            "drafted_by": self.tr("Written by"), "withdrawn_at": self.tr("Withdrawn at"),
            "case_words": self.tr("What the client told"), "lesson": self.tr("What was learnt"),
            "commitment": self.tr("What they will do"), "commitment_due": self.tr("Done until"),
            "commitment_kept_at": self.tr("Done at"), "confirmed": self.tr("Tick on the paper"),
            "service_name": self.tr("Name of the service"), "notice_line": self.tr("Notice above the consents"),
            "legal_line": self.tr("Sentence above the signatures"), "promise_line": self.tr("Beside our promises"),
            "last_line": self.tr("Last sentence"), "has_seal": self.tr("Place for the seal"),
        }  # fmt: skip
        words = self.code("field", name)
        if (table, name) == ("event", "title"):
            return self.tr("Event title")
        if (table, name) == ("standard_answer", "words"):
            return self.tr("What we tell them")
        return own[name] if words == name and name in own else words

    def table(self, name: str) -> str:
        """What the rows of a table are called where they are counted; "" for what nobody counts."""
        return {
            "client": self.tr("clients"), "invitation": self.tr("invitations"), "check_in": self.tr("check-ins"),
            "reception": self.tr("talks"), "concern": self.tr("concerns"), "concern_step": self.tr("steps"),
            "promise": self.tr("promises"), "event": self.tr("events"), "staff": self.tr("staff"),
            "edit": self.tr("corrections"), "form": self.tr("forms"), "attachment": self.tr("attachments"),
        }.get(name, "")  # fmt: skip

    def step(self, target: str, state: str = "") -> str:
        """A step as something one does."""
        if state == "merged":
            return self.tr("Take out of the joined one")
        does = {
            "answered": self.tr("Answer on site"), "accepted": self.tr("Accept"), "dispatched": self.tr("Dispatch"),
            "in_progress": self.tr("Sign for it"), "returned": self.tr("Return"), "on_hold": self.tr("Put on hold"),
            "resolved": self.tr("Report done"), "callback": self.tr("Call back"), "closed": self.tr("Close"),
            "reopened": self.tr("Reopen"), "merged": self.tr("Join to another"), "void": self.tr("Void"),
            "closed_explained": self.tr("Special end: explained"),
            "closed_unreached": self.tr("Special end: not reached"),
            "extension": self.tr("Ask for a later day"), "extension_answer": self.tr("Decide on the later day"),
        }  # fmt: skip
        if (state, target) == ("on_hold", "in_progress"):
            return self.tr("Take up again")
        if (state, target) == ("callback", "callback"):
            return self.tr("Another try")
        return does.get(target, self.code("state", target))

    def field_name(self, name: str) -> str:
        """The heading for a field of a client list."""
        own = {
            "name": self.tr("Name"), "title": self.tr("Title"), "phone": self.tr("Phone"),
            "phone2": self.tr("Second phone"), "room": self.tr("Room"), "phase": self.tr("Phase"),
            "building": self.tr("Building"), "unit": self.tr("Entrance"), "room_number": self.tr("Room number"),
            "relation": self.tr("Relation"), "sales_adviser": self.tr("Sales adviser"),
            "property_butler": self.tr("Property butler"), "contact": self.tr("Contact"), "slot": self.tr("Slot"),
            "companions": self.tr("Companions"), "channel": self.tr("Channel"), "note": self.tr("Note"),
            "owner": self.tr("Looked after by"), "delivered_on": self.tr("Handed over on"),
        }  # fmt: skip
        return own.get(name, name)
