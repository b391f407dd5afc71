"""A report as a document that can be edited in Word: real headings, tables whose heads repeat, charts as pictures.

The charts are the drawings of the paper, not drawn a second time. Equal content gives equal bytes.
"""

import re
import zipfile
from collections.abc import Sequence
from datetime import UTC
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from db.errors import StoreTrouble
from desktop.paper import charts
from desktop.paper.content import Figure
from desktop.paper.dates import clock, iso
from desktop.paper.kit import About
from desktop.paper.summary_charts import HALF, WHOLE, Chart

# Word shows it wherever there is Chinese on the machine, and falls back by itself elsewhere.
FACE: Final = "Microsoft YaHei"
_ACCENT: Final = "1B5763"
_GREY: Final = "5E6769"
_PALE: Final = "D8D3C8"
_ZIP_DATE: Final = (1980, 1, 1, 0, 0, 0)
# Cells keep a little room beside what stands in them.
_INSIDE: Final = 0.95
# What XML cannot hold; words with it are printed without it.
_FORBIDDEN: Final = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def plain(text: str) -> str:
    """The text without characters that no document can hold."""
    return _FORBIDDEN.sub("", text)


class Document:
    """The document that is being written; `marks` stand in its head on every page."""

    def __init__(self, about: About, beside: str, marks: Sequence[str]) -> None:
        import docx
        from docx.shared import Mm

        document: Any = docx.Document()
        self._document = document
        section = document.sections[0]
        section.page_width, section.page_height = Mm(210), Mm(297)
        section.left_margin, section.right_margin = Mm(20), Mm(15)
        section.top_margin, section.bottom_margin = Mm(22), Mm(18)
        section.header_distance, section.footer_distance = Mm(10), Mm(9)
        self._describe(about)
        self._set_styles()
        head = section.header.paragraphs[0]
        self._tab_right(head)
        _write(head, " · ".join(filter(None, (about.author, beside))), 8, _GREY)
        _write(head, "\t" + "　".join(marks), 8.5, _ACCENT, strong=True)
        foot = section.footer.paragraphs[0]
        self._tab_right(foot)
        _write(foot, f"{about.title} · 数据截至 {iso(about.as_of)} {clock(about.as_of)}\t第 ", 8, _GREY)
        for number, code in enumerate(("PAGE", "NUMPAGES")):
            _field(foot, code)
            _write(foot, " 页" if number else " 页 共 ", 8, _GREY)

    def _describe(self, about: About) -> None:
        said = self._document.core_properties
        moment = about.as_of.astimezone(UTC).replace(tzinfo=None)
        said.title, said.author, said.subject = plain(about.title)[:255], plain(about.author)[:255], ""
        said.language, said.comments, said.keywords = "zh-CN", "", ""
        said.created = said.modified = moment
        said.last_modified_by, said.revision = plain(about.author)[:255], 1
        package = self._document.part.package
        # The template's own picture shows another document.
        for key in [key for key, one in package.rels.items() if one.reltype.endswith("/thumbnail")]:
            del package.rels[key]

    def _set_styles(self) -> None:
        from docx.shared import Pt, RGBColor

        styles = self._document.styles
        sizes = (("Normal", 9.5, ""), ("Title", 22, ""), ("Heading 1", 12, _ACCENT), ("Heading 2", 10.5, ""))
        for name, size, ink in sizes:
            style: Any = styles[name]
            _set_face(style.element.get_or_add_rPr())
            style.font.size = Pt(size)
            style.font.color.rgb = RGBColor.from_string(ink or "000000")
            style.font.bold = name != "Normal"
            style.paragraph_format.space_after = Pt(3)
            style.paragraph_format.space_before = Pt(12 if name == "Heading 1" else 4 if name == "Heading 2" else 0)
        _drop_border(styles["Title"])
        words: Any = styles.add_style("客户原话", 1)
        words.base_style = styles["Normal"]
        words.paragraph_format.left_indent = Pt(8)
        words.element.get_or_add_pPr().append(_border("w:pBdr", left=(_ACCENT, 12)))

    def _tab_right(self, paragraph: Any) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Pt

        # The template's own style has a stop in the middle.
        paragraph.style = self._document.styles["Normal"]
        paragraph.paragraph_format.tab_stops.add_tab_stop(Pt(WHOLE), WD_TAB_ALIGNMENT.RIGHT)

    # -- what a report consists of

    def title(self, text: str, below: str) -> None:
        """The title and the line under it."""
        self._document.add_paragraph(plain(text), style="Title")
        _write(self._document.add_paragraph(), below, 10, _GREY)

    def heading(self, text: str, beside: str = "", level: int = 1) -> None:
        """A heading that Word lists in its navigation; what stands beside it is no part of that."""
        self._document.add_heading(plain(text), level)
        if beside:
            paragraph = self._document.add_paragraph()
            paragraph.paragraph_format.keep_with_next = True
            _write(paragraph, beside, 8, _GREY)

    def text(self, text: str, *, label: str = "", size: float = 9.5, grey: bool = False) -> None:
        """A paragraph, with a label in grey before it."""
        paragraph = self._document.add_paragraph()
        if label:
            _write(paragraph, f"{label}　", 8, _GREY)
        _write(paragraph, text, size, _GREY if grey else "")

    def phrases(self, phrases: Sequence[tuple[str, bool]]) -> None:
        """One paragraph of pieces, (text, whether bold)."""
        paragraph = self._document.add_paragraph()
        for text, strong in phrases:
            _write(paragraph, text, 11, strong=strong)

    def words(self, text: str) -> None:
        """A client's own words."""
        self._document.add_paragraph(plain(text), style="客户原话")

    def figures(self, told: Sequence[Figure]) -> None:
        """Figures side by side."""
        if not told:
            return
        table = self._document.add_table(3, len(told))
        for place, one in enumerate(told):
            cells = table.columns[place].cells
            for cell, text, size, ink in zip(
                cells, (one.label, one.value, one.note), (8, 18, 8), (_GREY, "", _GREY), strict=True
            ):
                _write(cell.paragraphs[0], text, size, ink, strong=size == 18)
        self._document.add_paragraph()

    def table(
        self,
        heads: Sequence[str],
        rows: Sequence[Sequence[str]],
        *,
        widths: Sequence[float],
        total: Sequence[str] | None = None,
    ) -> None:
        """A table whose head is repeated on every page; `widths` are shares of the page's width."""
        from docx.shared import Pt

        every = (heads, *rows, *((total,) if total else ()))
        table = self._document.add_table(len(every), len(heads))
        table.autofit = False
        table._tbl.tblPr.append(_border("w:tblBorders", bottom=(_PALE, 4), insideH=(_PALE, 4)))
        whole = sum(widths)
        for place, width in enumerate(widths):
            table.columns[place].width = Pt(WHOLE * width / whole)
        for number, (row, texts) in enumerate(zip(table.rows, every, strict=True)):
            properties = row._tr.get_or_add_trPr()
            properties.append(_element("w:cantSplit"))
            if number == 0:
                properties.append(_element("w:tblHeader"))
            is_total = total is not None and number == len(every) - 1
            for cell, text, width in zip(row.cells, texts, widths, strict=True):
                cell.width = Pt(WHOLE * width / whole)
                _write(cell.paragraphs[0], text, 8 if number == 0 else 9, _GREY if number == 0 else "", strong=is_total)
        self._document.add_paragraph()

    def charts(self, found: Sequence[Chart]) -> None:
        """Charts as pictures, each under its sentence; two beside each other where they are narrow."""
        waiting: list[Chart] = []
        for one in found:
            if one.is_wide:
                self._chart(self._document.add_paragraph(), one, WHOLE)
            else:
                waiting.append(one)
        for place in range(0, len(waiting), 2):
            pair = waiting[place : place + 2]
            cells = self._document.add_table(1, 2).rows[0].cells
            for cell, one in zip(cells, pair, strict=False):
                self._chart(cell.paragraphs[0], one, HALF)
        if waiting:
            self._document.add_paragraph()

    def _chart(self, paragraph: Any, one: Chart, width: float) -> None:
        from docx.shared import Pt

        _write(paragraph, one.title, 9.5, strong=True)
        if one.note:
            paragraph.add_run().add_break()
            _write(paragraph, one.note, 8, _GREY)
        paragraph.add_run().add_break()
        content = charts.picture(lambda sheet: one.marks(sheet, width), width, one.height)
        shown = paragraph.add_run().add_picture(BytesIO(content), Pt(width * _INSIDE))
        for side in "TBLR":
            shown._inline.set(f"dist{side}", "0")
        # For whoever does not see the picture.
        shown._inline.docPr.set("descr", plain(f"{one.title}。{one.note}"))

    def break_page(self) -> None:
        """Begin a new page."""
        self._document.add_paragraph().paragraph_format.page_break_before = True

    def save(self, out: Path) -> None:
        """Write the document; the old file stays until the new one is whole.

        Raises:
            StoreTrouble: `paper_not_written` when the disk refuses the file.
        """
        raw, fixed = BytesIO(), BytesIO()
        self._document.save(raw)
        with zipfile.ZipFile(raw) as read, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as written:
            for name in read.namelist():
                entry = zipfile.ZipInfo(name, _ZIP_DATE)
                entry.compress_type = zipfile.ZIP_DEFLATED
                written.writestr(entry, read.read(name))
        part = out.with_name(out.name + ".part")
        try:
            part.write_bytes(fixed.getvalue())
            part.replace(out)
        except OSError as trouble:
            part.unlink(missing_ok=True)
            raise StoreTrouble("paper_not_written", file=out.name) from trouble


def _write(paragraph: Any, text: str, size: float, ink: str = "", *, strong: bool = False) -> None:
    from docx.shared import Pt, RGBColor

    run = paragraph.add_run(plain(text))
    run.font.size = Pt(size)
    run.font.bold = strong or None
    if ink:
        run.font.color.rgb = RGBColor.from_string(ink)


def _field(paragraph: Any, code: str) -> None:
    """A number that Word counts itself; every piece of it is a run of its own, or it takes another size."""
    from docx.shared import Pt, RGBColor

    for name, text, values in (
        ("w:fldChar", "", {"w:fldCharType": "begin"}),
        ("w:instrText", f" {code} ", {"xml:space": "preserve"}),
        ("w:fldChar", "", {"w:fldCharType": "separate"}),
        ("w:t", "1", {}),
        ("w:fldChar", "", {"w:fldCharType": "end"}),
    ):
        run = paragraph.add_run()
        run.font.size, run.font.color.rgb = Pt(8), RGBColor.from_string(_GREY)
        piece = _element(name, **values)
        piece.text = text or None
        run._r.append(piece)


def _set_face(properties: Any) -> None:
    """Name the face for Latin and for Chinese; a face of the theme would win over it."""
    from docx.oxml.ns import qn

    faces = properties.get_or_add_rFonts()
    for name in list(faces.attrib):
        del faces.attrib[name]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        faces.set(qn(f"w:{script}"), FACE)


def _drop_border(style: Any) -> None:
    from docx.oxml.ns import qn

    for border in style.element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)


def _border(name: str, **sides: tuple[str, int]) -> Any:
    made = _element(name)
    for side, (ink, eighths) in sides.items():
        values = {"w:val": "single", "w:sz": str(eighths), "w:space": "6" if name == "w:pBdr" else "0", "w:color": ink}
        made.append(_element(f"w:{side}", **values))
    return made


def _element(name: str, **values: str) -> Any:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made: Any = OxmlElement(name)
    for key, value in values.items():
        made.set(qn(key), value)
    return made
