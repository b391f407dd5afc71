"""The code in the hand as modules and as a picture."""

from pathlib import Path

from db.errors import StoreTrouble

QUIET_ZONE_MODULES = 4
# Every mask gives a valid code. Judging all eight costs fourteen times the rest and read no better on 480
# blurred, tilted, noisy pictures each: 30.0 % by judgement, 27.5 to 29.6 % by a fixed one, spread 2 %.
_MASK = 0

Matrix = tuple[tuple[bool, ...], ...]


def qr_matrix(text: str) -> Matrix:
    """Return the dark modules of `text` row by row, without a quiet zone.

    Upper-case letters, digits and ` $%*+-./:` pack tightest: a token's 24 give 25 x 25 modules.
    """
    import qrcode
    from qrcode.constants import ERROR_CORRECT_Q

    code = qrcode.QRCode(error_correction=ERROR_CORRECT_Q, border=0, mask_pattern=_MASK)
    # One segment for the whole text; the package would otherwise look for mixed ones.
    code.add_data(text, optimize=0)
    code.make(fit=True)
    return tuple(tuple(bool(dark) for dark in row) for row in code.get_matrix())


def qr_png(text: str, path: Path, module_px: int = 8, caption: str | None = None) -> None:
    """Write the code of `text` with its quiet zone, and under it `caption` in one line, shrunk to the width.

    Raises:
        StoreTrouble: `image_not_written` when the disk refuses the file.
    """
    from PIL import Image, ImageDraw

    matrix = qr_matrix(text)
    side = len(matrix) + 2 * QUIET_ZONE_MODULES
    code = Image.new("1", (side, side), 1)
    for y, row in enumerate(matrix, QUIET_ZONE_MODULES):
        for x, dark in enumerate(row, QUIET_ZONE_MODULES):
            if dark:
                code.putpixel((x, y), 0)
    side_px = side * module_px
    caption_px = module_px * 5 if caption else 0
    image = Image.new("L", (side_px, side_px + caption_px), 255)
    image.paste(code.convert("L").resize((side_px, side_px), Image.Resampling.NEAREST), (0, 0))
    if caption:
        font = _caption_font(caption, size_px=module_px * 3, room_px=side_px - 2 * module_px)
        ImageDraw.Draw(image).text((side_px / 2, side_px), caption, fill=0, font=font, anchor="mm")
    try:
        image.save(path, format="PNG", compress_level=6)
    except OSError as trouble:
        path.unlink(missing_ok=True)
        raise StoreTrouble("image_not_written", file=path.name) from trouble


def _caption_font(caption: str, size_px: int, room_px: int):  # type: ignore[no-untyped-def]  # Pillow comes late
    from PIL import ImageFont

    from resources import path as resource

    font = ImageFont.truetype(str(resource("fonts/NotoSansSC_500Medium.ttf")), size_px)
    width_px = font.getlength(caption)
    return font if width_px <= room_px else font.font_variant(size=int(size_px * room_px / width_px))
