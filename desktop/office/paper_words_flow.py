"""Wiring of what the project puts on its paper: every change counts at once, is shown, and can be taken back."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject

from db.errors import Trouble, Unreadable
from db.store import Store
from desktop.office.choosing import Chooser
from desktop.office.desk import Desk
from desktop.office.pages.settings_paper import PaperSection
from desktop.office.undoing import Undoing
from desktop.office.window import OfficeWindow
from desktop.paper.content import Report
from desktop.paper.pages import PagePicture
from desktop.services.papers import notice, preview
from desktop.services.papers.preview import PaperWords
from desktop.services.project import parts, project
from desktop.services.registry import Caller
from desktop.widgets.fields import Field

T = TypeVar("T")


class PaperWordsFlow(QObject):
    """Refusals stand beside the field that they are about."""

    def __init__(
        self, desk: Desk, section: PaperSection, window: OfficeWindow, undoing: Undoing, chooser: Chooser
    ) -> None:
        super().__init__(window)
        self._desk, self._section, self._window = desk, section, window
        self._undoing, self._chooser = undoing, chooser
        self._before: PaperWords | None = None
        section.saved.connect(self._save)
        section.usual_wanted.connect(self._reset)
        section.logo_wanted.connect(self._choose_logo)
        section.logo_dropped.connect(lambda: self._set_logo(b""))
        section.notice_wanted.connect(self._save_notice)
        section.pdf_wanted.connect(self._keep_pdf)

    def refresh(self) -> None:
        """Read the words and draw the preview anew."""
        now = self._desk.context.clock()
        self._desk.ask(
            lambda caller, store: (
                preview.paper_words(caller, store),
                preview.preview(caller, store, now_ms=now),
            ),
            lambda found: self._show(*found),
        )

    def _show(self, words: PaperWords, strips: tuple[PagePicture, PagePicture]) -> None:
        self._before = words
        self._section.show_words(words)
        self._section.show_preview(*strips)

    def _save(self, name: str, value: str, before: str) -> None:
        def back(caller: Caller, store: Store) -> int:
            return project.set_fields(caller, store, changes={name: before})

        self._try(
            lambda caller, store: project.set_fields(caller, store, changes={name: value}),
            lambda _count: self._undoing.offer(self.tr("Changed"), back),
            self._section.fields.get(name),
        )

    def _reset(self) -> None:
        if self._before is None:
            return
        own = {name: text for name, text in self._before.own.items() if text}

        def back(caller: Caller, store: Store) -> int:
            return project.set_fields(caller, store, changes=own)

        self._try(
            lambda caller, store: project.set_fields(caller, store, changes=dict.fromkeys(own, "")),
            lambda _count: self._undoing.offer(self.tr("Changed"), back),
            None,
        )

    def _choose_logo(self) -> None:
        files = self._chooser.files(self.tr("Mark of the company"), self.tr("Pictures (*.png *.jpg *.jpeg *.webp)"))
        if files:
            # Read on the worker: the file may lie on a slow share.
            self._try(lambda caller, store: _take(caller, store, files[0]), self._logo_set, None)

    def _set_logo(self, content: bytes) -> None:
        self._try(lambda caller, store: parts.set_logo(caller, store, content=content), self._logo_set, None)

    def _logo_set(self, before: bytes) -> None:
        self._undoing.offer(
            self.tr("The mark is changed"), lambda caller, store: parts.set_logo(caller, store, content=before)
        )

    def _save_notice(self, text: str) -> None:
        former = self._before.notice_text if self._before else ""

        def saved(found: object) -> None:
            version = str(getattr(found, "version", ""))
            said = self.tr("Version {version} counts from now on").replace("{version}", version)
            self._undoing.offer(said, lambda caller, store: parts.set_notice(caller, store, text=former))

        self._try(lambda caller, store: parts.set_notice(caller, store, text=text), saved, self._section.notice_field)

    def _keep_pdf(self) -> None:
        name = self.tr("Privacy notice") + ".pdf"
        target = self._chooser.target(self.tr("Where shall it go?"), name, self.tr("PDF (*.pdf)"))
        if target:
            self._desk.do(
                lambda caller, store: notice.write_notice(caller, store, pdf=target),
                lambda report: self._kept(target, report),
            )

    def _kept(self, target: Path, report: Report) -> None:
        said = self.tr("{file}: {pages} pages").replace("{file}", str(target))
        self._window.notice.tell(said.replace("{pages}", str(report.pages)))

    def _try(self, work: Callable[[Caller, Store], T], done: Callable[[T], None], field: Field | None) -> None:
        """Write something; a refusal is said beside its field, or as usual where it has none."""

        def did(value: T) -> None:
            done(value)
            self._desk.changed.emit()
            self.refresh()

        def failed(error: BaseException) -> None:
            if field is not None and isinstance(error, Trouble):
                field.set_error(self._desk.speech.sentence(error.code, error.facts))
            else:
                self._desk.fail(error)

        self._desk.watch(
            lambda caller, store, _watch: work(caller, store), done=did, failed=failed, progress=lambda _at, _of: None
        )


def _take(caller: Caller, store: Store, file: Path) -> bytes:
    try:
        content = file.read_bytes()
    except OSError as error:
        raise Unreadable("logo_unreadable") from error
    return parts.set_logo(caller, store, content=content)
