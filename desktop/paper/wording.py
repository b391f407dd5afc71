"""How much room a project's own words have on its paper, and its mark made ready to be printed."""

from io import BytesIO
from typing import Any, Final

from db.errors import Misused, Refused, Unreadable
from desktop.paper.content import Logo
from desktop.paper.measures import LABEL, LEFT, RIGHT, TEXT

# What a line may be longer than its room: it is then set smaller, down to two thirds.
_SHRINKS: Final = 1.5
_LINE: Final = RIGHT - LEFT
# Room in points, size, bold: the narrowest place of all papers on which the words stand.
_ROOMS: Final[dict[str, tuple[float, float, bool]]] = {
    "company": (220 * _SHRINKS, 10, True),
    "service_name": (116, LABEL, False),
    "service_line": (180, LABEL, False),
    "notice_line": (_LINE * _SHRINKS, LABEL, False),
    "legal_line": (_LINE * _SHRINKS, LABEL, False),
    "promise_line": (300, LABEL, False),
    "last_line": (214, TEXT, True),
}
LARGEST_LOGO: Final = 1_000_000
_MOST_DOTS: Final = 40_000_000
# 17 points high at 1,200 dots an inch, and a certificate's 30 at 600.
_LOGO_HEIGHT: Final = 288
_WIDEST, _TALLEST = 8.0, 2.0
# Lighter than this is the paper round a mark.
_PAPER: Final = 250


def most_characters(field: str) -> int:
    """How many Chinese characters have room."""
    room, size, _ = _ROOMS[field]
    return int(room / size)


def demand_room(field: str, text: str) -> None:
    """Raise Misused `wording_too_long` where a text is longer than its line, `wording_lines` where it has several."""
    if field not in _ROOMS:
        return
    if len(text.splitlines()) > 1:
        raise Misused("wording_lines", field=field)
    room, size, is_strong = _ROOMS[field]
    if len(text) * size <= room:
        return
    # Loaded for what may be too long: faces take their time.
    from desktop.paper.fonts import bold, regular

    face = bold() if is_strong else regular()
    drawn, _ = face.printable(text)
    if face.width_pt(drawn, size) > room + 0.01:
        raise Misused("wording_too_long", field=field, most=most_characters(field), length=len(text))


def logo_of(png: bytes) -> Logo:
    """A mark that was made ready before. Raises Unreadable `logo_unreadable`."""
    image = _opened(png)
    return Logo(png, *image.size)


def made_ready(content: bytes) -> bytes:
    """A picture as it is kept: on white, without its empty edges, no larger than a printer can show, as PNG.

    Raises Refused `logo_too_large` (bytes), `logo_shape` for one more than 8 times as wide as high or twice as high as
    wide, `logo_empty` for one on which nothing is seen, Unreadable `logo_unreadable`.
    """
    from PIL import Image, ImageOps

    if len(content) > LARGEST_LOGO:
        raise Refused("logo_too_large", size=len(content), most=LARGEST_LOGO)
    image = ImageOps.exif_transpose(_opened(content)).convert("RGBA")
    flat = Image.new("RGBA", image.size, (255, 255, 255, 255))
    flat.alpha_composite(image)
    flat = flat.convert("RGB")
    seen = flat.convert("L").point(lambda tone: 255 if tone < _PAPER else 0).getbbox()
    if seen is None:
        raise Refused("logo_empty")
    flat = flat.crop(seen)
    shape = flat.width / flat.height
    if not 1 / _TALLEST <= shape <= _WIDEST:
        raise Refused("logo_shape")
    if flat.height > _LOGO_HEIGHT:
        flat = flat.resize((max(1, round(_LOGO_HEIGHT * shape)), _LOGO_HEIGHT), Image.Resampling.LANCZOS)
    out = BytesIO()
    flat.save(out, "PNG", optimize=True)
    return out.getvalue()


def _opened(content: bytes) -> Any:  # Pillow is untyped here
    from PIL import Image

    try:
        image = Image.open(BytesIO(content), formats=("PNG", "JPEG", "WEBP", "BMP", "GIF"))
        if image.width * image.height > _MOST_DOTS:
            raise Refused("logo_too_large", size=len(content), most=LARGEST_LOGO)
        image.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Refused("logo_too_large", size=len(content), most=LARGEST_LOGO) from error
    # A damaged picture ends Pillow in any of these ways.
    except (OSError, ValueError, SyntaxError, EOFError, OverflowError, KeyError, IndexError, TypeError) as error:
        raise Unreadable("logo_unreadable") from error
    return image
