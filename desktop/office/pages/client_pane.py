"""Everything known of one client, to be read and put right in place."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QWidget
from typing_extensions import override

from desktop.office.pages.join_panel import JoinPanel
from desktop.office.pages.parts import refill, scrolled
from desktop.office.speech import Speech
from desktop.services.guests.dossiers import ClientList, Dossier
from desktop.widgets.buttons import Button
from desktop.widgets.cards import EmptyState
from desktop.widgets.chips import Chip
from desktop.widgets.fields import Field, Line, Tick
from desktop.widgets.labels import ElidedLabel, Hairline, IconLabel, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

_NUMBERS = ("phone", "phone2")
_SHOWN_CHANGES = 20
# Fields whose values are codes.
_LISTS = {"marks": "client_mark"}


class ClientPane(Part):
    """`saved` tells client, field, new and former value; `join_wanted` the two who are one person."""

    saved = Signal(str, str, str, str)
    unmask_wanted = Signal(str)
    join_wanted = Signal(str, str)
    find_wanted = Signal(str)
    concern_wanted = Signal(str)
    history_wanted = Signal(str)
    hand_out_wanted = Signal(str, str)
    erase_wanted = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._client: Dossier | None = None
        self._full: tuple[str, str] | None = None
        self._empty = EmptyState("users")
        self._name, self._place = Label("", "page", wraps=True), Label("", "body", "ink2", wraps=True)
        self._chips = Part()
        self.lines = {name: Line() for name in ("name", "title", "phone", "phone2", "room", "owner", "note")}
        self._fields = {name: Field("", line) for name, line in self.lines.items()}
        self.marks = {name: Tick("") for name in ("vip", "risk")}
        for name, tick in self.marks.items():
            tick.setObjectName(f"mark_{name}")
            tick.clicked.connect(lambda _checked=False: self._save_marks())
        self._marks_note = Label("", "caption", "ink3", wraps=True)
        self.unmask_button = Button("", "quiet", "link", icon="eye")
        self.unmask_button.clicked.connect(self._unmask)
        self._more = Part()
        self._join_button = Button("", "outline", icon="users")
        self._join_button.setObjectName("join")
        self._join_button.clicked.connect(self._begin_join)
        self._history_button = Button("", "quiet", "link", trailing="history")
        self._history_button.setObjectName("history")
        self._history_button.clicked.connect(lambda: self.history_wanted.emit(self.client))
        self._hand_out_button = Button("", "quiet", "link", icon="file-down")
        self._hand_out_button.setObjectName("hand_out")
        self._hand_out_button.clicked.connect(lambda: self.hand_out_wanted.emit(self.client, self.lines["name"].text()))
        self._erase_button = Button("", "quiet", "link", icon="trash-2")
        self._erase_button.setObjectName("erase")
        self._erase_button.clicked.connect(lambda: self.erase_wanted.emit(self.client))
        self.join = JoinPanel()
        self.join.find_wanted.connect(self.find_wanted)
        self.join.chosen.connect(self._chosen)
        for name, line in self.lines.items():
            line.setObjectName(f"client_{name}")
            line.editingFinished.connect(lambda name=name: self._save(name))
        self._whole = Part()
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        inside = Part()
        inside.setProperty("fill", "surface")
        fields = self._fields
        pairs: list[QWidget | QLayout] = [
            row(fields["name"], fields["title"], gap=PX.s12),
            row(fields["phone"], fields["phone2"], gap=PX.s12),
            row(self.unmask_button, None),
            row(fields["room"], fields["owner"], gap=PX.s12),
            fields["note"],
            column(row(*self.marks.values(), None, gap=PX.s24), self._marks_note, gap=PX.s4),
        ]
        margins = (PX.page_margin, PX.s16, PX.page_margin, PX.s16)
        top = row(column(self._name, self._place), self._chips, gap=PX.s12)
        top.setStretch(0, 1)
        inside.setLayout(column(top, PX.s4, *pairs, PX.s4, self._more, None, gap=PX.s8, margins=margins))
        foot = Part()
        sides = (PX.s24, PX.s12, PX.s24, PX.s12)
        rights = row(self._hand_out_button, None, self._erase_button)
        below = column(self.join, row(self._join_button, None, self._history_button), PX.s8, rights, margins=sides)
        foot.setLayout(column(Hairline(), below))
        self._whole.setLayout(column(scrolled(inside), foot))
        self.setLayout(column(self._whole, self._empty))

    @property
    def client(self) -> str:
        """The id of who is shown; "" for nobody."""
        return self._client.row.id if self._client else ""

    def show_client(self, found: Dossier | None) -> None:
        """Show a client; a number shown in full is masked again when another one is chosen."""
        if found is None or found.row.id != self.client:
            self._full = None
            self.join.hide()
        self._client = found
        self.retranslate()

    def show_numbers(self, client: str, phone: str, phone2: str) -> None:
        """Show the numbers in full; from now on they can be put right."""
        if client == self.client:
            self._full = (phone, phone2)
            self._show_numbers()
            self.lines["phone"].setFocus()

    def show_found(self, found: ClientList) -> None:
        """Show who could be the same person."""
        rows = tuple(one for one in found.rows if one.id != self.client)
        self.join.show_found(rows)

    def begin(self) -> None:
        """Put the keyboard into the first field."""
        if self._client:
            self.lines["name"].setFocus()
            self.lines["name"].selectAll()

    def _unmask(self) -> None:
        if self._client:
            self.unmask_wanted.emit(self.client)

    def _before(self, name: str) -> str:
        view = self._client
        if view is None:
            return ""
        if name in _NUMBERS:
            return (self._full or ("", ""))[_NUMBERS.index(name)]
        owner = view.owners[0] if len(view.owners) == 1 else ""
        return {"name": view.row.name, "title": view.row.title, "note": view.note, "owner": owner}.get(name, "")

    def _save(self, name: str) -> None:
        if self._client is None or self.lines[name].isReadOnly():
            return
        text, before = self.lines[name].text().strip(), self._before(name)
        if name == "name" and not text:
            self.lines[name].setText(before)
        elif text != before:
            if name in _NUMBERS and self._full:
                place = _NUMBERS.index(name)
                self._full = (text, self._full[1]) if place == 0 else (self._full[0], text)
            if name == "room":
                self.lines[name].clear()
            self.saved.emit(self.client, name, text, before)

    def _save_marks(self) -> None:
        if self._client is not None:
            wanted = " ".join(name for name, tick in self.marks.items() if tick.isChecked())
            self.saved.emit(self.client, "marks", wanted, " ".join(self._client.marks))

    def _begin_join(self) -> None:
        self.join.setVisible(self.join.isHidden())
        if not self.join.isHidden():
            self.join.begin()

    def _chosen(self, other: str) -> None:
        self.join.hide()
        self.join_wanted.emit(self.client, other)

    @override
    def retranslate(self) -> None:
        view = self._client
        self._empty.say(self.tr("No client chosen"), self.tr("Choose one on the left to see what is known."))
        self._empty.setVisible(view is None)
        self._whole.setVisible(view is not None)
        self._join_button.setText(self.tr("Same person as another"))
        self._join_button.updateGeometry()
        self._history_button.setText(self.tr("Whole history"))
        self._history_button.updateGeometry()
        self._hand_out_button.setText(self.tr("Hand out all data"))
        self._erase_button.setText(self.tr("Erase this person"))
        for button in (self._hand_out_button, self._erase_button):
            button.updateGeometry()
        labels = {
            "name": (self.tr("Name"), ""), "title": (self.tr("Form of address"), ""), "phone": (self.tr("Phone"), ""),
            "phone2": (self.tr("Second phone"), ""), "note": (self.tr("Note"), ""),
            "room": (self.tr("Add a room"), self.tr("such as 6-2-1201; Enter adds it")),
            "owner": (self.tr("Looked after by"), self._owner_help(view)),
        }  # fmt: skip
        self.marks["vip"].setText(self.tr("VIP"))
        self.marks["risk"].setText(self.tr("Risk: handle with care"))
        self._marks_note.setText(self.tr("Seen by hosts and hall staff, never on a screen that clients see"))
        for name, (text, help_text) in labels.items():
            self._fields[name].set_label(text, help_text)
        if view is None:
            return
        self._name.setText(f"{view.row.name} {view.row.title}".strip())
        relation = {spoken: self._speech.code("relation", code) for spoken, code in view.rooms}
        self._place.setText(self._speech.listed(f"{spoken} {words}".strip() for spoken, words in relation.items()))
        self._place.setVisible(bool(view.rooms))
        self._show_chips(view)
        for name in ("name", "title", "note", "owner"):
            if not self.lines[name].hasFocus() or not self.lines[name].isModified():
                self.lines[name].setText(self._before(name))
                # Of a long name its beginning is seen.
                if not self.lines[name].hasFocus():
                    self.lines[name].setCursorPosition(0)
        for name, tick in self.marks.items():
            tick.setChecked(name in view.marks)
        self._show_numbers()
        refill(self._more, self._sections(view))

    def _owner_help(self, view: Dossier | None) -> str:
        """What they are; of two given apart, that one name is to be typed."""
        if view is None or not view.owners:
            return ""
        if len(view.owners) == 1:
            return self._speech.code("owner_kind", view.owner_kind)
        return self.tr("Given on two devices: {names}. Type whose it is").replace(
            "{names}", self._speech.listed(view.owners)
        )

    def _show_chips(self, view: Dossier) -> None:
        chips: list[QWidget] = []
        if view.row.source == "walk_in":
            chips.append(Chip(self.tr("Walk-in"), "info"))
        if view.joined:
            chips.append(Chip(self.tr("{count} records joined").replace("{count}", str(view.joined + 1))))
        refill(self._chips, row(*chips, gap=PX.s8))

    def _show_numbers(self) -> None:
        view = self._client
        if view is None:
            return
        masked = (view.row.phone, view.phone2)
        for place, name in enumerate(_NUMBERS):
            line = self.lines[name]
            line.setText(self._full[place] if self._full else masked[place])
            line.setReadOnly(self._full is None)
        self.unmask_button.setVisible(self._full is None)
        self.unmask_button.setText(self.tr("Show the numbers in full; this is noted"))
        self.unmask_button.updateGeometry()

    def _sections(self, view: Dossier) -> QLayout:
        parts: list[QWidget | QLayout | int] = []
        parts += self._head(self.tr("Events"))
        parts += [self._line(one.title, self._visit(one.came_at, one.desk)) for one in view.visits]
        if not view.visits:
            parts.append(Label(self.tr("Not invited to an event so far."), "small", "ink3"))
        parts += self._head(self.tr("Concerns"))
        for one in view.concerns:
            button = Button(one.number, "quiet", "link")
            button.clicked.connect(lambda _checked=False, concern=one.concern: self.concern_wanted.emit(concern))
            words = ElidedLabel(" ".join(one.words.split()), "body")
            line = row(button, words, Chip(self._speech.code("state", one.state)), gap=PX.s8)
            line.setStretch(1, 1)
            parts.append(line)
        if not view.concerns:
            parts.append(Label(self.tr("Nothing was heard from this client so far."), "small", "ink3"))
        if view.changes:
            parts += self._head(self.tr("What was changed"))
            parts += [self._change(view, place) for place in range(min(len(view.changes), _SHOWN_CHANGES))]
        return column(*parts, gap=PX.s8)

    def _head(self, title: str) -> list[QWidget | QLayout | int]:
        return [PX.s4, Label(title, "section"), Hairline(is_head=True)]

    @staticmethod
    def _line(left: str, right: str) -> QLayout:
        name = ElidedLabel(left, "body")
        made = row(name, Label(right, "small", "ink2"), gap=PX.s12)
        made.setStretch(0, 1)
        return made

    def _visit(self, came_at: int | None, desk: str | None) -> str:
        if came_at is None:
            return self.tr("invited")
        came = self.tr("came {time}").replace("{time}", self._speech.moment(came_at))
        return f"{came} · {desk}" if desk else came

    def _change(self, view: Dossier, place: int) -> QLayout:
        one = view.changes[place]
        field = self._speech.column("client", one.column)
        values = (self._speech.value(value or "", _LISTS.get(one.column, "")) for value in (one.before, one.after))
        before, after = (value or self.tr("(empty)") for value in values)
        if one.column == "merged_into":
            before, after = "", self.tr("joined") if one.after else self.tr("parted again")
        head = f"{self._speech.moment(one.stamp)} {view.names.get(one.who or '', '')}".strip()
        value = ElidedLabel(after, "small")
        parts: list[QWidget | QLayout | int] = [Label(head, "caption", "ink3"), Label(field, "small", "ink2")]
        if before:
            parts += [Label(before, "small", "ink3"), IconLabel("arrow-right", PX.icon_small, "ink3")]
        made = row(*parts, value, gap=PX.s8)
        made.setStretchFactor(value, 1)
        return made
