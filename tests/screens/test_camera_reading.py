"""What the camera reads of codes as people hold them, and that it reads nothing where there is none."""

import random
import sys

import pytest

from desktop.devices.multimedia import multimedia as find_multimedia

if find_multimedia() is None:
    pytest.skip("the camera's part of Qt (PySide6-Addons) or libpulse is not installed", allow_module_level=True)

from PIL import Image
from PySide6.QtMultimedia import QVideoFrame

from desktop.devices.frames import MappedFrame
from desktop.tokens.code import make_code
from tests.screens.camera_pictures import HOLDS, frame_of, straight, without

EVENT = "019e3c0e-5c00-7000-8000-000000000000"
SECRET = b"a secret of the tests, long enough"
# What must be read of each kind at least, in hundredths; what is read is printed.
LEAST = {"straight": 100, "tilted": 95, "blurred": 90, "dim": 95, "glaring": 55, "covered": 90}
SEED = 5


def read(picture: Image.Image) -> str:
    """Through the kiosk's own path, from the frame to the text."""
    mapped = MappedFrame(frame_of(picture))
    assert mapped.is_readable
    text = mapped.read().text
    mapped.release()
    return text


@pytest.mark.parametrize("kind", HOLDS)
@pytest.mark.parametrize("count", [6, pytest.param(100, marks=pytest.mark.full)])
def test_codes_are_read_as_people_hold_them(kind: str, count: int) -> None:
    draw = random.Random(f"{SEED} {kind}")
    codes = [make_code(EVENT, SECRET, f"{kind} {number}") for number in range(count)]
    said = [read(HOLDS[kind](draw, code)) for code in codes]

    right = sum(one == code for one, code in zip(said, codes, strict=True))
    sys.stdout.write(f"{kind}: {right} of {count} read, {100 * right / count:.0f} %\n")
    # A text that is not the one held out would check somebody else in.
    assert not [one for one, code in zip(said, codes, strict=True) if one not in ("", code)]
    assert right >= LEAST[kind] * count // 100


@pytest.mark.parametrize("count", [40, pytest.param(500, marks=pytest.mark.full)])
def test_pictures_without_a_code_read_as_nothing(count: int) -> None:
    draw = random.Random(SEED)
    false = [text for _ in range(count) if (text := read(without(draw)))]

    sys.stdout.write(f"{count} pictures without a code: {len(false)} read\n")
    assert false == []


def test_the_luminance_is_read_where_it_lies_and_not_from_a_copy() -> None:
    code, other = (make_code(EVENT, SECRET, name) for name in ("one", "two"))
    frame = frame_of(straight(random.Random(1), code))
    later = straight(random.Random(1), other)
    mapped = MappedFrame(frame)
    assert mapped.read().text == code

    # Whoever writes into the frame's own memory afterwards is seen: there is no second copy.
    assert frame.map(QVideoFrame.MapMode.ReadOnly)
    bits, stride, grey = _writable(frame), frame.bytesPerLine(0), later.tobytes()
    for y in range(later.height):
        bits[y * stride : y * stride + later.width] = grey[y * later.width : (y + 1) * later.width]
    assert mapped.read().text == other
    frame.unmap()
    mapped.release()


def _writable(frame: QVideoFrame) -> memoryview:
    """The frame's own bytes, also where it was mapped for reading only: a test may know where they lie."""
    import ctypes

    bits = memoryview(frame.bits(0))
    return memoryview((ctypes.c_ubyte * len(bits)).from_address(_address(bits))).cast("B")


def _address(view: memoryview) -> int:
    """Where the bytes of a view begin."""
    import ctypes

    class Buffer(ctypes.Structure):
        _fields_ = (
            ("buf", ctypes.c_void_p), ("obj", ctypes.py_object), ("len", ctypes.c_ssize_t),
            ("itemsize", ctypes.c_ssize_t), ("readonly", ctypes.c_int), ("ndim", ctypes.c_int),
            ("format", ctypes.c_char_p), ("shape", ctypes.c_void_p), ("strides", ctypes.c_void_p),
            ("suboffsets", ctypes.c_void_p), ("internal", ctypes.c_void_p),
        )  # fmt: skip

    held = Buffer()
    ctypes.pythonapi.PyObject_GetBuffer(ctypes.py_object(view), ctypes.byref(held), 0)
    address = int(held.buf or 0)
    ctypes.pythonapi.PyBuffer_Release(ctypes.byref(held))
    return address
