"""Photographs of our own forms, as a phone takes them: turned a little, on a dark table, with the camera's time."""

from datetime import datetime
from pathlib import Path

import pypdfium2
from PIL import Image

TABLE = (74, 66, 58)


def pages(pdf: Path, dpi: int = 150) -> list[Image.Image]:
    """The pages of a PDF as pictures."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [document[number].render(scale=dpi / 72).to_pil().convert("RGB") for number in range(len(document))]
    finally:
        document.close()


def photograph(page: Image.Image, target: Path, *, angle: float = 4.0, taken: datetime | None = None) -> Path:
    """Save a page as a phone would have it."""
    turned = page.rotate(angle, expand=True, fillcolor=TABLE, resample=Image.Resampling.BICUBIC)
    exif = Image.Exif()
    if taken:
        # DateTimeOriginal, in the part of EXIF that cameras write it to.
        exif.get_ifd(0x8769)[36867] = taken.strftime("%Y:%m:%d %H:%M:%S")
    turned.save(target, quality=70, exif=exif)
    return target


def blank(target: Path, *, shade: int = 200, taken: datetime | None = None) -> Path:
    """A picture without any code; another `shade` makes another content."""
    return photograph(Image.new("RGB", (600, 800), (shade, shade, shade)), target, angle=0, taken=taken)
