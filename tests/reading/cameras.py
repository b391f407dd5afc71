"""What scanners and telephones make of a page: turned, bent, shaded, blurred, noisy, before all kinds of tables."""

from collections.abc import Callable

import cv2
import numpy as np

from tests.reading.pens import DOTS, Chance, Picture

_TABLES = ((70, 50, 40), (140, 130, 120), (210, 205, 200), (18, 18, 20))


def scanned(page: Picture, chance: Chance) -> bytes:
    """A JPEG of a flatbed or a feeder, 100 to 200 dots an inch, any way up."""
    scale = chance.uniform(100, 200) / 216
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), chance.uniform(-6, 6), scale)
    out_width, out_height = int(width * scale * 1.06), int(height * scale * 1.06)
    turn[:, 2] += (out_width / 2 - width / 2, out_height / 2 - height / 2)
    lid = int(chance.choice([255, 250, 30, 90]))
    seen = cv2.warpAffine(page, turn, (out_width, out_height), flags=cv2.INTER_AREA, borderValue=(lid, lid, lid))
    blur = chance.uniform(0, 0.8)
    if blur > 0.2:
        seen = cv2.GaussianBlur(seen, (0, 0), blur)
    seen = _noisy(cv2.convertScaleAbs(seen, alpha=chance.uniform(0.86, 1)), chance.uniform(1, 6), chance)
    contrast = chance.uniform(0.85, 1.2)
    seen = cv2.LUT(seen, np.clip((np.arange(256) - 128) * contrast + 128, 0, 255).astype(np.uint8))
    if chance.random() < 0.25:
        seen = cv2.cvtColor(cv2.cvtColor(seen, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    return jpeg(_any_way_up(seen, chance), chance.uniform(60, 95))


def photographed(page: Picture, chance: Chance, *, table: int | None = None) -> bytes:
    """A JPEG of a telephone, held askew over a page that does not lie flat."""
    height, width = page.shape[:2]
    rows, columns = np.mgrid[0:height, 0:width].astype(np.float32)
    bend, phase = chance.uniform(0, 6) * DOTS, chance.uniform(0, np.pi)
    page = cv2.remap(
        page,
        (columns + bend * 0.3 * np.sin(rows / height * 3.1 + phase)).astype(np.float32),
        (rows + bend * 0.6 * np.sin(columns / width * 3.1 + phase)).astype(np.float32),
        cv2.INTER_LINEAR,
        borderMode=cv2.BORDER_CONSTANT,
        borderValue=(255, 255, 255),
    )
    out_width = int(chance.uniform(1500, 2600))
    size = (out_width, int(out_width * 4 / 3))
    lying = _cluttered(size, _TABLES[chance.integers(len(_TABLES)) if table is None else table], chance)
    seen = cv2.warpPerspective(
        page, _held(width, height, size, chance), size, flags=cv2.INTER_AREA, dst=lying,
        borderMode=cv2.BORDER_TRANSPARENT,
    )  # fmt: skip
    warmth = np.array([1.0, chance.uniform(0.93, 1), chance.uniform(0.85, 1)], np.float32)
    seen = cv2.multiply(seen, _lit(size, chance)[:, :, None] * warmth, dtype=cv2.CV_8U)
    seen = _noisy(cv2.GaussianBlur(seen, (0, 0), chance.uniform(0.4, 1.6)), chance.uniform(2, 8), chance)
    return jpeg(_any_way_up(seen, chance), chance.uniform(35, 90))


def jpeg(picture: Picture, quality: float = 90) -> bytes:
    _, made = cv2.imencode(".jpg", cv2.cvtColor(picture, cv2.COLOR_RGB2BGR), [cv2.IMWRITE_JPEG_QUALITY, int(quality)])
    return bytes(made)


CAMERAS: dict[str, Callable[[Picture, Chance], bytes]] = {"scan": scanned, "phone": photographed}


def _held(width: int, height: int, size: tuple[int, int], chance: Chance) -> np.ndarray:
    """From page to picture: turned up to 20 degrees, tilted by some 10 per cent, all of the page in the picture."""
    middle = np.array(size) / 2
    corners = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    away = (corners - (width / 2, height / 2)) * min(size[0] / width, size[1] / height) * chance.uniform(0.72, 0.93)
    angle = np.deg2rad(chance.uniform(-20, 20))
    away = away @ np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    tilt = away[:, :1] * chance.normal(0, 0.04) + away[:, 1:] * chance.normal(0, 0.06)
    away = away / (1 + tilt / middle[0]) + chance.uniform(-0.03, 0.03, (4, 2)) * middle[0]
    away *= min(1, *(middle * 0.97 / np.abs(away).max(0)))
    return np.asarray(cv2.getPerspectiveTransform(corners, (away + middle).astype(np.float32)))


def _cluttered(size: tuple[int, int], colour: tuple[int, int, int], chance: Chance) -> Picture:
    """A table with its grain, and on some of them other papers, pens and dark things."""
    width, height = size
    grain = chance.normal(0, 22, (height // 20, width // 20, 3)) + colour
    table = cv2.resize(np.clip(grain, 0, 255).astype(np.uint8), size)
    for _ in range(chance.integers(0, 40)):
        x, y = chance.integers(0, width), chance.integers(0, height)
        side = int(chance.uniform(8, 60))
        shade = tuple(int(one) for one in chance.integers(0, 256, 3))
        cv2.rectangle(table, (int(x), int(y)), (int(x) + side, int(y) + int(side * chance.uniform(0.8, 3))), shade, -1)
    return np.asarray(table, np.uint8)


def _lit(size: tuple[int, int], chance: Chance) -> np.ndarray:
    """Light from one side, and often a shadow's edge."""
    # It changes slowly: an eighth of the dots is enough.
    across, down = np.meshgrid(np.linspace(-1, 1, size[0] // 8), np.linspace(-1, 1, size[1] // 8))
    light = chance.uniform(0.62, 1) + chance.normal(0, 0.14) * across + chance.normal(0, 0.14) * down
    if chance.random() < 0.6:
        angle = chance.uniform(0, 2 * np.pi)
        edge = np.cos(angle) * across + np.sin(angle) * down - chance.uniform(-0.5, 0.5)
        light = light * (1 - chance.uniform(0.15, 0.45) / (1 + np.exp(-edge * chance.uniform(6, 25))))
    return np.asarray(cv2.resize(np.clip(light, 0.25, 1.1).astype(np.float32), size))


def _noisy(picture: Picture, spread: float, chance: Chance) -> Picture:
    cv2.setRNGSeed(int(chance.integers(1 << 30)))
    noise = cv2.randn(np.empty(picture.shape, np.int16), 0, spread)
    return np.asarray(cv2.add(picture, noise, dtype=cv2.CV_8U), np.uint8)


def _any_way_up(picture: Picture, chance: Chance) -> Picture:
    return np.ascontiguousarray(np.rot90(picture, int(chance.integers(0, 4))))
