"""One group: the sentence that says the matter, its area, who said it; confirmed, dropped, changed or split here."""

from dataclasses import replace

from PySide6.QtCore import QSignalBlocker, Signal
from typing_extensions import override

from desktop.office.common_state import GroupView, Written
from desktop.office.pages.common_members import Members
from desktop.office.pages.parts import scrolled
from desktop.office.speech import Speech
from desktop.widgets.bars import Banner
from desktop.widgets.buttons import Button, Options
from desktop.widgets.fields import Field, Line, Picker
from desktop.widgets.labels import ElidedLabel, Hairline, Label
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

AREAS = ("product_quality", "engineering_quality", "service_quality", "organisation_support")


class CommonPane(Part):
    """`confirmed`, `rejected` and `saved` hand over a Written; `split` names a matter."""

    confirmed = Signal(object)
    rejected = Signal(object)
    saved = Signal(object)
    split = Signal(str)

    def __init__(self, speech: Speech) -> None:
        super().__init__()
        self.setProperty("fill", "surface")
        self._speech = speech
        self._group: GroupView | None = None
        self._about = Label("", "small", "ink2", wraps=True)
        self.title = Line()
        self.title.setObjectName("matter_title")
        self.areas = Options(tuple((code, "") for code in AREAS), has_digits=False)
        self.departments = Picker()
        self._field, self._department = Field("", self.title), Field("", self.departments)
        self._said, self._hint = Label("", "body_strong"), Label("", "caption", "ink3")
        self.members = Members(speech)
        self._lacks = Banner("warning", "circle-alert")
        self._lacks.hide()
        self.confirm = Button("", "filled", key="Enter")
        self.reject = Button("", "outline", key="N")
        self.save = Button("", "filled", key="Enter")
        self.split_button = Button("", "outline", icon="scissors")
        self._note = ElidedLabel("", "small", "ink2")
        self._lay_out()
        self.title.textChanged.connect(lambda _text: self._touched())
        self.areas.chosen.connect(lambda _code: self._touched())
        self.departments.currentIndexChanged.connect(lambda _place: self._touched())
        self.members.changed.connect(self._touched)
        self.confirm.clicked.connect(self.take)
        self.save.clicked.connect(self.take)
        self.reject.clicked.connect(self.refuse)
        self.split_button.clicked.connect(self._split)
        self.retranslate()

    def _lay_out(self) -> None:
        side = PX.page_margin
        matter = row(self._field, self._department, gap=PX.s12)
        matter.setStretch(0, 1)
        said = row(self._said, None, self._hint)
        top = Part()
        top.setProperty("fill", "surface")
        top.setLayout(column(self._about, matter, self.areas, said, gap=PX.s12, margins=(side, PX.s16, side, PX.s4)))
        body = Part()
        body.setProperty("fill", "surface")
        body.setLayout(column(self.members, margins=(side, 0, side, 0)))
        foot = Part()
        foot.setProperty("fill", "surface")
        foot.setFixedHeight(PX.s64)
        buttons = row(
            self.confirm, self.save, self.reject, self.split_button, PX.s8, self._note, gap=PX.s8,
            margins=(side, 0, side, 0),
        )  # fmt: skip
        buttons.setStretch(buttons.count() - 1, 1)
        foot.setLayout(buttons)
        whole = column(top, scrolled(body), row(self._lacks, margins=(side, 0, side, PX.s8)), Hairline(), foot)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setMaximumWidth(PX.reading_pane)

    @property
    def group(self) -> GroupView | None:
        """What is shown; None for nothing."""
        return self._group

    def show_group(self, group: GroupView | None) -> None:
        """Show another group; the same one keeps what the person has written."""
        if group == self._group:
            return
        self._group = group
        if group is None:
            return
        with QSignalBlocker(self.title), QSignalBlocker(self.departments):
            self.title.setText(group.title)
            self.areas.choose(group.area)
            self.departments.choose(group.department)
        # What belongs to a matter already is said there, not here.
        self.title.setReadOnly(bool(group.issue) and group.is_suggested)
        self.members.show_group(group)
        self._lacks.hide()
        self.retranslate()

    @property
    def written(self) -> Written | None:
        """The group as the person wrote it."""
        if self._group is None:
            return None
        return Written(
            self._group,
            self.title.text().strip(),
            self.areas.choice,
            self.departments.choice,
            self.members.inside,
            self.members.outside,
        )

    def take(self) -> None:
        """Confirm the group, or keep what was changed in a matter; says what is lacking."""
        written = self.written
        if written is None:
            return
        if not written.title:
            self._lack(self.tr("Say in a sentence what the matter is."))
            self.title.setFocus()
        elif len(written.inside) < (1 if written.group.issue else 2):
            self._lack(self.tr("A common matter needs at least two concerns: tick another one."))
        elif not written.group.is_suggested:
            if self.save.isEnabled():
                self.saved.emit(written)
        else:
            self.confirmed.emit(written)

    def refuse(self) -> None:
        """Say that a suggested group is not one matter."""
        written = self.written
        if written is not None and written.group.is_suggested:
            self.rejected.emit(replace(written, inside=(*written.inside, *written.outside), outside=()))

    def _split(self) -> None:
        if self._group is not None:
            self.split.emit(self._group.issue)

    def _lack(self, text: str) -> None:
        self._lacks.say(text, "")
        self._lacks.show()

    def _touched(self) -> None:
        self._lacks.hide()
        self._show_counts()

    def _show_counts(self) -> None:
        group, written = self._group, self.written
        if group is None or written is None:
            return
        clients = self.tr("Different clients: {count}").replace("{count}", str(group.clients))
        concerns = self.tr("Concerns: {count}").replace("{count}", str(len(written.inside)))
        if group.is_suggested and group.issue:
            kind = self.tr("To be added to a confirmed matter")
        else:
            kind = self.tr("A suggested group") if group.is_suggested else self.tr("A confirmed matter")
        about = [kind, clients, concerns]
        if not group.is_suggested:
            about.append(self.tr("Still open: {count}").replace("{count}", str(group.open)))
        self._about.setText(" · ".join(about))
        started = tuple(one.concern for one in group.members if one.is_in)
        is_changed = (written.title, written.area, written.department, set(written.inside)) != (
            group.title, group.area, group.department, set(started),
        )  # fmt: skip
        self.save.setEnabled(is_changed)

    @override
    def retranslate(self) -> None:
        self._field.set_label(self.tr("The matter in one sentence"))
        self._department.set_label(self.tr("Department"))
        # The whole names of the areas have no room here in every language.
        names = (self.tr("Product"), self.tr("Engineering"), self.tr("Service"), self.tr("Organisation"))
        self.areas.set_texts(names)
        unsaid = self.tr("None yet")
        self.departments.set_values((("", unsaid), *self._speech.choices("department")))
        self._said.setText(self.tr("What the clients said"))
        self._hint.setText(self.tr("Space drops one"))
        self.confirm.setText(self.tr("Confirm as a common matter"))
        self.reject.setText(self.tr("Not one matter"))
        self.save.setText(self.tr("Keep the changes"))
        self.split_button.setText(self.tr("Split"))
        group = self._group
        if group is not None:
            is_more = group.is_suggested and bool(group.issue)
            self.confirm.setText(self.tr("Add to it") if is_more else self.tr("Confirm as a common matter"))
            self.confirm.setVisible(group.is_suggested)
            self.reject.setVisible(group.is_suggested)
            self.save.setVisible(not group.is_suggested)
            self.split_button.setVisible(not group.is_suggested)
            self.areas.setEnabled(not is_more)
            self.departments.setEnabled(not is_more)
            self._note.setText(self.tr("It can be split at any time") if group.is_suggested else "")
            self._show_counts()
        for button in (self.confirm, self.reject, self.save, self.split_button):
            button.updateGeometry()
