"""The middle of the talk page: who sits here and for how long, what is written, what is being written."""

from datetime import date

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from desktop.host.days import lasted
from desktop.host.details import Known
from desktop.host.form import ConcernForm
from desktop.host.keys import talk_keys
from desktop.host.older import CardWords, OlderCards, painted
from desktop.host.passing import AsideLine, Asides
from desktop.host.pictures import PicturePanel
from desktop.host.presence import Presence
from desktop.host.sheet import WrittenCard, narrow
from desktop.host.state import Hall, Missing, Talk, has_content, kept_drafts
from desktop.host.wording import code_said, joined, language_now, time_said
from desktop.services.receptions.drafts import Draft
from desktop.widgets.buttons import Button
from desktop.widgets.chips import Chip
from desktop.widgets.help import KeyLine
from desktop.widgets.labels import ElidedLabel, IconLabel, Label, text_width
from desktop.widgets.look import font
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

# As many cards are parts of their own; those before them are painted.
LATEST = 6


class TalkPage(Part):
    """Signals tell wishes: another concern, an earlier one, the end, back from the review, the record; words said in
    passing as they are typed, finished, made a concern; who is present."""

    changed = Signal()
    # A form was made for a talk: others may put in what belongs under its words.
    form_made = Signal(object)
    folded = Signal(bool)
    answers_wanted = Signal(str)
    answer_wanted = Signal(str)
    next_wanted = Signal()
    opened = Signal(str)
    end_wanted = Signal()
    back_wanted = Signal()
    aside_wanted = Signal()
    photo_wanted = Signal()
    pictures_going = Signal(bool)
    picture_shows_changed = Signal()
    aside_typed = Signal(str, str)
    aside_done = Signal()
    aside_promoted = Signal(str)
    present_changed = Signal(object)
    recorder_chosen = Signal(str)
    observers_changed = Signal(object)
    delegate_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.form: ConcernForm | None = None
        self.is_unfolded = False
        self.pictures: PicturePanel | None = None
        self._talk: Talk | None = None
        self._hall: Hall | None = None
        self._is_review = False
        self._name, self._chip = ElidedLabel("", "page"), Chip("")
        self._about, self._about_below = Label("", "words", "ink2"), ElidedLabel("", "body", "ink2")
        self._companions = Label("", "small", "ink2")
        self.presence = Presence()
        self.presence.changed.connect(self.present_changed)
        self.presence.recorder_chosen.connect(self.recorder_chosen)
        self.presence.observers_changed.connect(self.observers_changed)
        self.presence.delegate_chosen.connect(self.delegate_chosen)
        self._passing, self._aside = Asides(), AsideLine()
        self._passing.promoted.connect(self.aside_promoted)
        self._passing.opened.connect(self._write_on_aside)
        self._aside.typed.connect(self.aside_typed)
        self._aside.done.connect(self.aside_done)
        self._timer_sign, self._timer = IconLabel("timer", PX.icon, "ink2"), Label("", "title")
        self._written: QVBoxLayout = column(gap=PX.s12)
        self._latest: dict[tuple[int, Draft, bool, str], WrittenCard] = {}
        self._older = OlderCards()
        self._older.opened.connect(self.opened)
        self._slot: QVBoxLayout = column()
        self._picture_slot: QVBoxLayout = column()
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        page = QWidget()
        page.setProperty("fill", "background")
        content = column(
            column(self._older, self._written),
            self._slot,
            self._picture_slot,
            self._passing,
            self._aside,
            None,
            gap=PX.s12,
        )
        page.setLayout(content)
        self._scroll.setWidget(page)
        # The bar stands in the margin: the cards keep their width and their right edge.
        bar = self._scroll.verticalScrollBar()

        def leave_room(_least: int = 0, most: int = 0) -> None:
            beside = bar.sizeHint().width() if most else 0
            content.setContentsMargins(PX.s24, 0, PX.s24 - beside, PX.s12)

        bar.rangeChanged.connect(leave_room)
        leave_room()
        self._review = self._review_bar()
        self._foot = KeyLine(talk_keys)
        foot = column(self._review, self._foot, margins=(PX.s24, PX.s4, PX.s24, PX.s12))
        layout = column(self._head(), self._scroll, foot)
        layout.setStretch(1, 1)
        self.setLayout(narrow(layout))
        self.retranslate()

    @override
    def retranslate(self) -> None:
        self._back.setText(self.tr("Back to writing"))
        self._record.setText(self.tr("Record and end"))
        if self._talk and self._hall:
            self.show_talk(self._talk, self._hall)

    def begin(self, talk: Talk, hall: Hall, today: date) -> None:
        """Show a talk anew, with a form of the event's types; days of promises are counted from `today`."""
        if self.form is not None:
            self.form.hide()
            self.form.deleteLater()
        self.form = ConcernForm(hall.codes, hall.event.node if hall.event else "", today)
        self.form_made.emit(self.form)
        self.form.changed.connect(self.changed)
        self.form.grown.connect(lambda: QTimer.singleShot(0, self, self._to_form))
        self.form.folded.connect(self._folded)
        self.form.help.wanted.connect(self.answers_wanted)
        self.form.help.known_wanted.connect(self.answer_wanted)
        self.form.next_wanted.connect(self.next_wanted)
        self.form.aside_wanted.connect(self.aside_wanted)
        self.form.photo_wanted.connect(self.photo_wanted)
        self.form.unfold(is_open=self.is_unfolded)
        if self.pictures is not None:
            self.pictures.deleteLater()
            self.pictures = None
        self._slot.addWidget(self.form)
        self._is_review = False
        self._aside.put_away()
        self.show_talk(talk, hall)
        self.form.show_draft(talk.current, talk.at + 1)
        self.form.begin()

    def show_talk(self, talk: Talk, hall: Hall) -> None:
        """Show who sits here and what is written; the concern being written stays as it is."""
        self._talk, self._hall = talk, hall
        card = talk.card
        self._name.setText(card.name if card else self.tr("A client without a name"))
        relation = code_said(hall.codes.relations, card.relation) if card and card.relation else ""
        self._chip.show_state(relation, "accent")
        self._chip.setVisible(bool(relation))
        for about in (self._about, self._about_below):
            about.setText(joined(card.room, card.phone_masked) if card else "")
        self._fit_head()
        companions = card.companions if card else None
        said = self.tr("{count} came along").replace("{count}", str(companions)) if companions else ""
        self._companions.setText(joined(said, talk.number))
        self.presence.show_talk(talk, hall)
        self._show_written(talk, hall)

    def write_on(self, talk: Talk, hall: Hall) -> None:
        """Go to the concern being written."""
        self.show_talk(talk, hall)
        if self.form is not None:
            self.form.show_draft(talk.current, talk.at + 1)
            self.form.begin()
            QTimer.singleShot(0, self, self._to_form)

    def review(self, talk: Talk, hall: Hall, *, is_shown: bool) -> None:
        """Show the whole sheet to be read to the client before it is recorded, or go back to writing."""
        self._is_review = is_shown
        self.show_talk(talk, hall)
        if is_shown:
            self._record.setFocus()
        elif self.form is not None:
            self.form.begin()

    def ask_for(self, lacks: tuple[Missing, ...]) -> None:
        """Say what the concern being written lacks."""
        if self.form is not None:
            self.form.ask_for(lacks)
            self._to_form()

    def open_aside(self, aside: str, words: str = "") -> None:
        """Put the cursor into the line of asides; one that was being written there is finished."""
        self._aside.begin(aside, words)
        if self._talk is not None:
            self._passing.show_asides(self._talk.asides, besides=aside)
        QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(self._aside, 0, PX.s12))

    def close_aside(self, talk: Talk) -> None:
        """The aside is noted: it stands among the others, and the cursor is back in the words."""
        self._aside.put_away()
        self._talk = talk
        self._passing.show_asides(talk.asides, besides="")
        if self.form is not None:
            self.form.begin()

    def open_pictures(self) -> None:
        """Ask what is on the pictures, under the form."""
        if self.pictures is None and self._hall is not None:
            self.pictures = PicturePanel(self._hall.codes.shows, self._hall.codes.stages)
            self.pictures.going.connect(self.pictures_going)
            self.pictures.closed.connect(self.close_pictures)
            self.pictures.shows_changed.connect(self.picture_shows_changed)
            self._picture_slot.addWidget(self.pictures)
        panel = self.pictures
        if panel is not None:
            panel.show()
            QTimer.singleShot(0, self, lambda: self._scroll.ensureWidgetVisible(panel, 0, PX.s12))

    def close_pictures(self) -> None:
        """The files hang on the talk, or there are to be none: back to the words."""
        if self.pictures is not None:
            self.pictures.hide()
        if self.form is not None:
            self.form.begin()

    @property
    def is_noting(self) -> bool:
        """Whether the line of asides is open."""
        return bool(self._aside.aside)

    def set_saved(self, at_ms: int) -> None:
        """When the drafts were last safe on the disk, UTC ms; 0 while they are not."""
        if self.form is not None and self._hall is not None:
            time = time_said(at_ms, self._hall.zone) if at_ms else ""
            self.form.saved.setText(self.tr("Draft kept {time}").replace("{time}", time) if at_ms else "")

    def set_now(self, now_ms: int) -> None:
        """Let the timer go on."""
        if self._talk is not None:
            self._timer.setText(lasted(now_ms - self._talk.started_at))

    def _head(self) -> QVBoxLayout:
        first = row(self._name, PX.s12, self._chip, PX.s12, self._about, None, self._timer_sign, PX.s8, self._timer)
        second = row(self.presence, None, self._companions)
        return column(first, self._about_below, second, gap=PX.s4, margins=(PX.s24, PX.s16, PX.s24, PX.s12))

    def _fit_head(self) -> None:
        """A long name takes the line for itself, in a smaller face before it gives way."""
        beside = self._timer_sign.sizeHint().width() + text_width("00:00:00", "title") + PX.s48
        if self._chip.isVisibleTo(self):
            beside += self._chip.sizeHint().width() + PX.s12
        room = min(self.width(), PX.reading_pane + PX.s48) - PX.s48 - beside
        name = self._name.text()
        is_long = text_width(name, "page") + PX.s12 + text_width(self._about.text(), "words") > room
        self._about.setVisible(not is_long)
        self._about_below.setVisible(is_long)
        kind = next((one for one in ("page", "title", "section") if text_width(name, one) <= room), "section")
        self._name.setFont(font(kind))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def _review_bar(self) -> Part:
        bar = Part()
        bar.setProperty("part", "banner")
        bar.setProperty("tone", "accent")
        self._review_text = Label("", "body", "accent_ink", wraps=True)
        self._back = Button("", "outline", key="Esc")
        self._back.setObjectName("back_to_writing")
        self._record = Button("", "filled", key="F9")
        self._record.setObjectName("record")
        self._back.clicked.connect(self.back_wanted)
        self._record.clicked.connect(self.end_wanted)
        layout = row(self._review_text, self._back, self._record, gap=PX.s12)
        layout.setContentsMargins(PX.s16, PX.s12, PX.s12, PX.s12)
        layout.setStretch(0, 1)
        bar.setLayout(layout)
        return bar

    def _show_written(self, talk: Talk, hall: Hall) -> None:
        kept = kept_drafts(talk)
        shown = [
            (number, draft)
            for number, draft in enumerate(talk.drafts, start=1)
            if has_content(draft) and (self._is_review or draft.id != talk.current.id)
        ]
        self._show_older(shown[:-LATEST], hall)
        self._show_latest(shown[-LATEST:], hall)
        self._passing.show_asides(talk.asides, besides=self._aside.aside)
        if self._is_review:
            self._aside.put_away()
        if self.form is not None:
            team = tuple(person.name for person in hall.team)
            self.form.know(Known(talk.card.homes if talk.card else (), hall.firms, team))
            self.form.show_photos(len(talk.photos))
            self.form.setVisible(not self._is_review)
        if self._is_review and self.pictures is not None:
            self.pictures.hide()
        self._review.setVisible(self._is_review)
        self._foot.setVisible(not self._is_review)
        promised = sum(bool(draft.promise.strip()) for draft in kept)
        self._review_text.setText(self._review_said(len(kept), promised, len(talk.asides)))

    def _show_older(self, shown: list[tuple[int, Draft]], hall: Hall) -> None:
        """What was written long ago is painted: parts of their own for hundreds of cards take seconds to lay out."""
        is_folded = not self._is_review
        words = CardWords(self.tr("Answered"), self.tr("Answer"), self.tr("by {day}"), self.tr("We answer in writing"))
        cards = [painted(draft, number, hall.codes, words, is_folded=is_folded) for number, draft in shown]
        self._older.show_cards(cards, is_folded=is_folded)

    def _show_latest(self, shown: list[tuple[int, Draft]], hall: Hall) -> None:
        """The latest as cards of their own; one that says the same as before stays."""
        wanted = [(number, draft, not self._is_review, language_now()) for number, draft in shown]
        for known in [known for known in self._latest if known not in wanted]:
            old = self._latest.pop(known)
            self._written.removeWidget(old)
            old.hide()
            old.deleteLater()
        for place, known in enumerate(wanted):
            number, draft, is_folded, _language = known
            if known not in self._latest:
                card = WrittenCard(draft, number, hall.codes, is_folded=is_folded)
                card.opened.connect(self.opened)
                self._latest[known] = card
                self._written.insertWidget(place, card)

    def _review_said(self, count: int, promised: int, asides: int) -> str:
        if not count and not asides:
            return self.tr("Nothing is written down. End this talk?")
        said = self.tr("Concerns: {count}, promises: {promised}. Once recorded the words can only be added to.")
        if asides:
            said = self.tr(
                "Concerns: {count}, promises: {promised}, asides: {asides}. Once recorded they can only be added to."
            )
        return said.replace("{count}", str(count)).replace("{promised}", str(promised)).replace("{asides}", str(asides))

    def _write_on_aside(self, aside: str) -> None:
        said = next((one for one in self._talk.asides if one.id == aside), None) if self._talk else None
        if said is not None:
            self.open_aside(aside, said.words)

    def _folded(self, is_open: bool) -> None:
        self.is_unfolded = is_open
        self.folded.emit(is_open)
        if is_open:
            QTimer.singleShot(0, self, self._to_details)

    def _to_details(self) -> None:
        """The rare fields and the button under them; what is above gives way."""
        if self.form is not None:
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            bottom = self.form.geometry().bottom()
            self._scroll.ensureVisible(0, bottom, 0, PX.s12)

    def _to_form(self) -> None:
        if self.form is not None:
            # The cards above it may have come a moment ago.
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
            is_whole = self.form.height() <= self._scroll.viewport().height()
            self._scroll.ensureWidgetVisible(self.form if is_whole else self.form.promise, 0, PX.s12)
