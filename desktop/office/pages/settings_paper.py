"""Settings: what stands on the project's paper in its own words, and how that looks."""

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QFocusEvent, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from desktop.paper.pages import PagePicture
from desktop.services.papers.preview import PaperWords
from desktop.services.project.house import NONE
from desktop.widgets.buttons import Button
from desktop.widgets.fields import Field, Line, Text, Tick
from desktop.widgets.labels import Hairline, Label
from desktop.widgets.look import colour
from desktop.widgets.measures import PX
from desktop.widgets.part import Part, column, row

SHORT = ("service_name", "promise_line", "last_line")
LONG = ("notice_line", "legal_line")


class Sentence(Text):
    """A long sentence; `left` says that the person has gone on from it."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(PX.s64, PX.words_field)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


class Strip(QWidget):
    """A stretch of a printed page, as wide as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self._image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(PX.s64)

    @property
    def image(self) -> QImage:
        """What is shown."""
        return self._image

    def show_picture(self, picture: PagePicture) -> None:
        """Show a stretch of a page."""
        self._image = QImage(
            picture.dots, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32
        ).copy()
        self._fit()
        self.update()

    def show_png(self, content: bytes, height_px: int) -> None:
        """Show a picture so many pixels high; nothing for b""."""
        self._image = QImage.fromData(content)
        self.setVisible(not self._image.isNull())
        if not self._image.isNull():
            self.setFixedSize(QSize(round(height_px * self._image.width() / self._image.height()), height_px))
        self.update()

    def _fit(self) -> None:
        if not self._image.isNull() and self.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding:
            self.setFixedHeight(max(1, round(self.width() * self._image.height() / self._image.width())))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.maximumWidth() > self.width():
            self._fit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(colour("line"))
        painter.drawRect(QRectF(self.rect()).adjusted(0, 0, -1, -1))
        painter.end()


class PaperSection(Part):
    """`saved` tells a field, its new and its former value; `notice_wanted` the words of a new version."""

    saved = Signal(str, str, str)
    usual_wanted = Signal()
    logo_wanted = Signal()
    logo_dropped = Signal()
    notice_wanted = Signal(str)
    pdf_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._words: PaperWords | None = None
        self.head, self.foot, self.own_mark = Strip(), Strip(), Strip()
        self._mark_title, self._mark_text = Label("", "small", "ink2"), Label("", "small", "ink3", wraps=True)
        self.logo_button, self.drop_button = Button("", "outline", icon="folder-open"), Button("", "quiet")
        self.logo_button.setObjectName("choose_logo")
        self.drop_button.setObjectName("drop_logo")
        self.lines: dict[str, Line] = {name: Line() for name in SHORT}
        self.texts: dict[str, Sentence] = {name: Sentence() for name in LONG}
        controls: dict[str, QWidget] = {**self.lines, **self.texts}
        self.fields = {name: Field("", control) for name, control in controls.items()}
        self.seal = Tick()
        self.seal.setObjectName("has_seal")
        self.reset_button = Button("", "quiet", "link", icon="undo-2")
        self.reset_button.setObjectName("usual_sentences")
        self._notice_title, self._notice_note = Label("", "section"), Label("", "small", "ink2", wraps=True)
        self.notice = Text(PX.words_field, PX.words_field_most)
        self.notice.setObjectName("notice")
        self.notice_field = Field("", self.notice)
        self.save_button = Button("", "filled")
        self.pdf_button, self.usual_button = Button("", "outline", icon="file-down"), Button("", "quiet")
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        marks = row(self.logo_button, self.drop_button, None, gap=PX.s8)
        buttons = row(self.save_button, self.pdf_button, self.usual_button, None, gap=PX.s8)
        order = ("service_name", "notice_line", "legal_line", "promise_line", "last_line")
        self.setLayout(
            column(
                *(
                    self.head,
                    self.foot,
                    PX.s4,
                    self._mark_title,
                    row(self.own_mark, None),
                    self._mark_text,
                    marks,
                    PX.s4,
                ),
                *(self.fields[name] for name in order),
                *(
                    self.seal,
                    row(self.reset_button, None),
                    PX.s8,
                    Hairline(),
                    PX.s4,
                    self._notice_title,
                    self._notice_note,
                ),
                *(self.notice_field, buttons),
                gap=PX.s12,
            )
        )

    def _connect(self) -> None:
        for name, line in self.lines.items():
            line.setObjectName(f"paper_{name}")
            line.editingFinished.connect(lambda name=name: self._save(name))
        for name, text in self.texts.items():
            text.setObjectName(f"paper_{name}")
            text.left.connect(lambda name=name: self._save(name))
        self.seal.clicked.connect(lambda is_on: self.saved.emit("has_seal", *(("1", "0") if is_on else ("0", "1"))))
        self.reset_button.clicked.connect(self.usual_wanted)
        self.logo_button.clicked.connect(self.logo_wanted)
        self.drop_button.clicked.connect(self.logo_dropped)
        self.save_button.clicked.connect(lambda: self.notice_wanted.emit(self.notice.toPlainText()))
        self.pdf_button.clicked.connect(self.pdf_wanted)
        self.usual_button.clicked.connect(self._show_usual)
        self.notice.textChanged.connect(self._show_buttons)

    def show_words(self, words: PaperWords) -> None:
        """Show the words as they are now; what is being typed stays."""
        before, self._words = self._words, words
        for name in (*SHORT, *LONG):
            if before is None or not self._is_typing(name, before):
                self._set_text(name, _shown(words, name))
                self.fields[name].set_error("")
        self.seal.setChecked(words.has_seal)
        self.own_mark.show_png(words.logo, PX.button)
        if before is None or self.notice.toPlainText() in ("", before.notice_text):
            self.notice.set_text(words.notice_text)
        self.notice_field.set_error("")
        self.retranslate()

    def show_preview(self, head: PagePicture, foot: PagePicture) -> None:
        """Show head and foot of an empty form."""
        self.head.show_picture(head)
        self.foot.show_picture(foot)

    def typed(self, name: str) -> str:
        """What stands in a field now, on one line."""
        text = self.lines[name].text() if name in self.lines else self.texts[name].toPlainText()
        return "".join(part.strip() for part in text.splitlines())

    def _is_typing(self, name: str, before: PaperWords) -> bool:
        control = self.fields[name].control
        return control.hasFocus() and self.typed(name) != _shown(before, name)

    def _set_text(self, name: str, text: str) -> None:
        if name in self.lines:
            self.lines[name].setText(text)
        elif self.texts[name].toPlainText() != text:
            self.texts[name].set_text(text)

    def _save(self, name: str) -> None:
        words, typed = self._words, self.typed(name)
        if words is not None and typed != _shown(words, name):
            own = typed or (NONE if name != "service_name" else "")
            self.saved.emit(name, "" if typed == words.shipped[name] else own, words.own[name])

    def _show_usual(self) -> None:
        from desktop.rules.privacy import shipped

        self.notice.set_text(shipped())
        self._show_buttons()

    def _show_buttons(self) -> None:
        words = self._words
        self.reset_button.setVisible(words is not None and any(words.own.values()))
        is_other = words is not None and self.notice.toPlainText().strip() != words.notice_text
        self.save_button.setEnabled(is_other)
        self.usual_button.setVisible(words is not None and words.has_own_notice)
        self.drop_button.setVisible(words is not None and bool(words.logo))

    @override
    def retranslate(self) -> None:
        words = self._words
        self._mark_title.setText(self.tr("Mark of the company"))
        self._mark_text.setText(
            self.tr("PNG or JPEG, 1 MB at most, dark on white. It stands at the head of every paper of every device.")
        )
        self.logo_button.setText(self.tr("Choose a picture"))
        self.drop_button.setText(self.tr("Print ours instead"))
        self.seal.setText(self.tr("Keep a place for the company's seal beside the signatures"))
        texts = {
            "service_name": (self.tr("Name of the service"), ""),
            "notice_line": (self.tr("Notice above the consents"), ""),
            "legal_line": (self.tr("Sentence above the signatures"), ""),
            "promise_line": (self.tr("Beside our promises"), self.tr("On the client's copy.")),
            "last_line": (self.tr("Last sentence"), self.tr("At the end of what the client takes home.")),
        }
        for name, (text, help_text) in texts.items():
            most = words.most[name] if words else 0
            rule = self.tr("At most {most} characters. Empty: not printed.")
            if name == "service_name":
                rule = self.tr("At most {most} characters. Empty: as usual.")
            self.fields[name].set_label(text, f"{help_text} {rule.replace('{most}', str(most))}".strip())
        self.reset_button.setText(self.tr("The usual sentences again"))
        self._notice_title.setText(self.tr("Privacy notice"))
        version = words.notice if words else 1
        self._notice_note.setText(
            self.tr(
                "Version {version} counts: it stands on the forms, and consents name it. Changed words become the next "
                "version; earlier ones stay. Let a lawyer read them first."
            ).replace("{version}", str(version))
        )
        self.notice_field.set_label(
            self.tr("Its words"),
            self.tr(
                "An empty line begins a section, its first line is the title. {company}, {project}, {service} and "
                "{line} are filled in."
            ),
        )
        self.save_button.setText(self.tr("Save as version {version}").replace("{version}", str(version + 1)))
        self.pdf_button.setText(self.tr("Keep as PDF"))
        self.usual_button.setText(self.tr("The usual words"))
        for button in (self.logo_button, self.drop_button, self.save_button, self.pdf_button, self.usual_button):
            button.updateGeometry()
        self.reset_button.updateGeometry()
        self._show_buttons()


def _shown(words: PaperWords, name: str) -> str:
    """A sentence as it is printed: the project's own, the usual one, or none."""
    own = words.own[name]
    return words.shipped[name] if not own else "" if own == NONE else own
