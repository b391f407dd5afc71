"""Pictures for a camera, made here: a code held out in a hall as people hold it, and halls without any code of ours."""

import random
from collections.abc import Callable
from functools import cache
from typing import Any, Final

from PIL import Image, ImageChops, ImageDraw, ImageFilter
from PySide6.QtMultimedia import QVideoFrame, QVideoFrameFormat

from desktop.tokens.image import QUIET_ZONE_MODULES, qr_matrix

WIDTH, HEIGHT = 1280, 720
Draw = random.Random
Hold = Callable[[Draw, str], Image.Image]


def hall(draw: Draw) -> Image.Image:
    """Something to stand in front of: light from one side, people and furniture as blots, the noise of a webcam."""
    picture = _light().copy() if draw.random() < 0.5 else _light().transpose(Image.Transpose.FLIP_TOP_BOTTOM)
    pen = ImageDraw.Draw(picture)
    for _ in range(draw.randint(4, 12)):
        left, top = draw.randint(-100, WIDTH), draw.randint(-100, HEIGHT)
        box = (left, top, left + draw.randint(40, 400), top + draw.randint(40, 400))
        shape = draw.choice((pen.ellipse, pen.rectangle))
        shape(box, fill=draw.randint(20, 240))
    return picture.filter(ImageFilter.BoxBlur(draw.choice((0, 2, 6))))


def printed(text: str, module_px: int) -> Image.Image:
    """The code as it is on paper or on a telephone, with its quiet zone."""
    modules = qr_matrix(text)
    side = len(modules) + 2 * QUIET_ZONE_MODULES
    small = Image.new("L", (side, side), 255)
    for y, line in enumerate(modules):
        for x, is_dark in enumerate(line):
            if is_dark:
                small.putpixel((x + QUIET_ZONE_MODULES, y + QUIET_ZONE_MODULES), 0)
    return small.resize((side * module_px, side * module_px), Image.Resampling.NEAREST)


def _held(draw: Draw, code: Image.Image, mask: Image.Image | None = None) -> Image.Image:
    picture = hall(draw)
    place = (draw.randint(0, WIDTH - code.width), draw.randint(0, HEIGHT - code.height))
    picture.paste(code, place, mask)
    return picture


def _noisy(picture: Image.Image, strength: int) -> Image.Image:
    return ImageChops.add(picture, _noise(strength), scale=1, offset=-128)


@cache
def _noise(strength: int) -> Image.Image:
    """The same noise for all pictures of one strength: making it costs more than all the rest."""
    return Image.effect_noise((WIDTH, HEIGHT), strength)


@cache
def _light() -> Image.Image:
    return Image.linear_gradient("L").resize((WIDTH, HEIGHT)).point(lambda value: 90 + value // 3)


def straight(draw: Draw, text: str) -> Image.Image:
    """As one wishes it."""
    return _noisy(_held(draw, printed(text, draw.randint(4, 12))), 12)


def tilted(draw: Draw, text: str) -> Image.Image:
    """Turned in the hand by any angle, and leaning away: the far edge is up to a quarter shorter than the near one."""
    code = printed(text, draw.randint(6, 9))
    away = _leaning(draw.uniform(0.03, 0.125), code.width)
    turn = draw.uniform(0, 360)
    code, mask = (
        one.transform(one.size, Image.Transform.PERSPECTIVE, away, Image.Resampling.BILINEAR).rotate(
            turn, Image.Resampling.BILINEAR, expand=True
        )
        for one in (code, Image.new("L", code.size, 255))
    )
    return _noisy(_held(draw, code, mask), 10)


def _leaning(short: float, side: int) -> tuple[float, ...]:
    """Where each point of a leaning square was: its upper edge is shorter by `short` of the side at both ends."""
    wide = 1 / (1 - 2 * short)
    return (wide, short * wide, -short * wide * side, 0, wide, 0, 0, (wide - 1) / side)


def blurred(draw: Draw, text: str) -> Image.Image:
    """Too near for the lens: each point is smeared over a fifth to nearly a half of a module (the spread's sigma)."""
    module = draw.randint(6, 10)
    picture = _held(draw, printed(text, module))
    return _noisy(picture.filter(ImageFilter.GaussianBlur(module * draw.uniform(0.2, 0.45))), 8)


def dim(draw: Draw, text: str) -> Image.Image:
    """A telephone with its light turned down in a dark hall, and the noise that comes with it."""
    light = draw.uniform(0.12, 0.3)
    return _noisy(_held(draw, printed(text, draw.randint(6, 10))).point(lambda value: int(value * light)), 6)


def glaring(draw: Draw, text: str) -> Image.Image:
    """A lamp mirrored in the screen, over a part of the code."""
    code = printed(text, draw.randint(6, 10))
    light = Image.new("L", code.size, 0)
    width, height = code.width * draw.uniform(0.12, 0.3), code.height * draw.uniform(0.12, 0.3)
    left, top = draw.uniform(0, code.width - width), draw.uniform(0, code.height - height)
    ImageDraw.Draw(light).ellipse((left, top, left + width, top + height), fill=255)
    return _noisy(_held(draw, ImageChops.add(code, light.filter(ImageFilter.GaussianBlur(12)))), 8)


def covered(draw: Draw, text: str) -> Image.Image:
    """A thumb on the paper, away from the three large squares."""
    code = printed(text, draw.randint(6, 10))
    pen, side = ImageDraw.Draw(code), code.width
    thumb = side * draw.uniform(0.08, 0.17)
    left, top = side * draw.uniform(0.42, 0.7), side * draw.uniform(0.42, 0.7)
    pen.ellipse((left, top, left + thumb, top + thumb * 1.3), fill=draw.randint(90, 200))
    return _noisy(_held(draw, code), 8)


HOLDS: Final[dict[str, Hold]] = {
    "straight": straight, "tilted": tilted, "blurred": blurred, "dim": dim, "glaring": glaring, "covered": covered,
}  # fmt: skip


def without(draw: Draw) -> Image.Image:
    """A hall, often with something that looks like a code: tiles, blinds, a newspaper, the three squares alone."""
    picture = hall(draw)
    box = (draw.randint(0, 700), draw.randint(0, 300), draw.randint(80, 400), draw.randint(4, 20))
    kind = draw.choice((_tiles, _blinds, _squares, _newspaper, None, None))
    if kind is not None:
        kind(draw, ImageDraw.Draw(picture), *box)
    return _noise(90) if draw.random() < 0.05 else _noisy(picture, 10)


def _tiles(draw: Draw, pen: ImageDraw.ImageDraw, left: int, top: int, side: int, step: int) -> None:
    for y in range(top, top + side, step):
        for x in range(left, left + side, step):
            pen.rectangle((x, y, x + step, y + step), fill=draw.choice((0, 255)))


def _blinds(_draw: Draw, pen: ImageDraw.ImageDraw, left: int, top: int, side: int, step: int) -> None:
    for y in range(top, top + side, 2 * step):
        pen.rectangle((left, y, left + side, y + step), fill=0)


def _squares(_draw: Draw, pen: ImageDraw.ImageDraw, left: int, top: int, side: int, step: int) -> None:
    for x, y in ((left, top), (left + side, top), (left, top + side)):
        for inset, shade in ((0, 0), (step, 255), (2 * step, 0)):
            far = 7 * step - inset
            pen.rectangle((x + inset, y + inset, x + far, y + far), fill=shade)


def _newspaper(draw: Draw, pen: ImageDraw.ImageDraw, left: int, top: int, side: int, _step: int) -> None:
    for y in range(top, top + side, 14):
        pen.text((left, y), "".join(draw.choices("QINTING0123456789", k=40)), fill=0)


def frame_of(picture: Image.Image) -> Any:
    """The picture as a camera hands it over: the luminance plane of NV12."""
    frame = QVideoFrame(QVideoFrameFormat(_size(picture), QVideoFrameFormat.PixelFormat.Format_NV12))
    assert frame.map(QVideoFrame.MapMode.WriteOnly)
    grey, stride, width = picture.tobytes(), frame.bytesPerLine(0), picture.width
    bits: Any = frame.bits(0)
    for y in range(picture.height):
        bits[y * stride : y * stride + width] = grey[y * width : (y + 1) * width]
    frame.unmap()
    return frame


def _size(picture: Image.Image) -> Any:
    from PySide6.QtCore import QSize

    return QSize(picture.width, picture.height)
