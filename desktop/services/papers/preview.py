"""How a project's own words stand on paper, before anything is printed: head and foot of an empty form."""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from db import events, paper_parts
from db.store import Reader
from desktop.paper.content import EventHead, FeedbackForm, FormSetup
from desktop.paper.measures import PAGE_HEIGHT
from desktop.paper.pages import PagePicture, page_picture
from desktop.rules import privacy
from desktop.rules.times import local
from desktop.services.project import house, parts
from desktop.services.project.project import SENTENCES
from desktop.services.registry import ANYONE, Caller, question
from desktop.services.zones import zone_of

# Points from the top of the page: its head, and all from the notice line to the client's stub.
_HEAD: Final = (26.0, 102.5)
_FOOT: Final = (580.0, 818.0)
_WIDTH_PX: Final = 1_120
_LENGTH: Final = timedelta(hours=3)


@dataclass(frozen=True, slots=True)
class PaperWords:
    """The words of the paper: the project's own (`own`, "" for the shipped one), what is shipped, how long each may be.

    `logo` is a PNG, b"" for none; `notice` is the version that counts, since `notice_at` (UTC ms).
    """

    own: dict[str, str]
    shipped: dict[str, str]
    most: dict[str, int]
    has_seal: bool
    logo: bytes
    notice: int
    notice_text: str
    notice_at: int
    has_own_notice: bool


@question("project.paper_words", roles=ANYONE)
def paper_words(caller: Caller, reader: Reader) -> PaperWords:
    """Everything that a project may word itself."""
    from desktop.paper.wording import most_characters

    project, shipped, notice = events.project(reader), FormSetup(), house.notice_text(reader)
    return PaperWords(
        own={field: getattr(project, field) or "" for field in ("service_name", *SENTENCES)},
        shipped={
            "service_name": house.SERVICE_NAME, "notice_line": shipped.notice, "legal_line": shipped.legal,
            "promise_line": shipped.promise, "last_line": shipped.last,
        },
        most={field: most_characters(field) for field in ("service_name", *SENTENCES)},
        has_seal=bool(project.has_seal),
        logo=parts.logo_bytes(caller, reader),
        notice=notice.version,
        notice_text=notice.text,
        notice_at=notice.since,
        has_own_notice=paper_parts.newest(reader, house.PRIVACY) is not None and notice.text != privacy.shipped(),
    )  # fmt: skip


@question("project.preview", roles=ANYONE)
def preview(_caller: Caller, reader: Reader, *, now_ms: int) -> tuple[PagePicture, PagePicture]:
    """Head and foot of an empty form as they would be printed now. Raises StoreTrouble `paper_not_written`."""
    from desktop.paper.feedback_form import feedback_forms

    project, starts = events.project(reader), local(now_ms, zone_of(reader))
    head = EventHead(
        company=project.company or project.name, service_line=project.service_line or "", project=project.name,
        event="", node="", place="", starts=starts, ends=starts + _LENGTH, as_of=starts,
        service_name=house.service_name(reader), logo=house.logo(reader),
    )  # fmt: skip
    with TemporaryDirectory(prefix="qinting-") as folder:
        pdf = Path(folder) / "form.pdf"
        feedback_forms((FeedbackForm(""),), head, pdf, house.form_setup(reader))
        page = page_picture(pdf.read_bytes(), 0, _WIDTH_PX)
    return _strip(page, *_HEAD), _strip(page, *_FOOT)


def _strip(page: PagePicture, top: float, bottom: float) -> PagePicture:
    first, last = (round(page.height * y / PAGE_HEIGHT) for y in (top, bottom))
    return PagePicture(page.width, last - first, page.stride, page.dots[first * page.stride : last * page.stride])
