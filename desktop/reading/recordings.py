"""Sound and video as telephones make them: known by their first bytes, kept as they are, never opened here."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from db.errors import Unreadable

LARGEST_BYTES: Final = 200_000_000


@dataclass(frozen=True, slots=True)
class Recording:
    """A file that was read; `media_type` is audio/... or video/..."""

    content: bytes
    sha256: str
    media_type: str


def read_recording(file: Path, *, is_video: bool) -> Recording:
    """Read a sound or video file. Raises Unreadable `recording_not_readable` or `recording_too_large`."""
    try:
        if file.stat().st_size > LARGEST_BYTES:
            raise Unreadable("recording_too_large", file=file.name, limit=LARGEST_BYTES // 1_000_000)
        content = file.read_bytes()
    except OSError:
        raise Unreadable("recording_not_readable", file=file.name) from None
    media_type = _media_type(content[:16], is_video=is_video)
    if not media_type:
        raise Unreadable("recording_not_readable", file=file.name)
    return Recording(content, hashlib.sha256(content).hexdigest(), media_type)


def _media_type(head: bytes, *, is_video: bool) -> str:
    """By what stands at the beginning; "" for anything else."""
    if head[4:8] == b"ftyp":
        return "video/mp4" if is_video else "audio/mp4"
    if head[:4] == b"\x1aE\xdf\xa3":
        return "video/webm" if is_video else "audio/webm"
    if is_video:
        return ""
    if head[:4] == b"RIFF" and head[8:12] == b"WAVE":
        return "audio/wav"
    if head[:4] == b"OggS":
        return "audio/ogg"
    if head[:5] == b"#!AMR":
        return "audio/amr"
    if head[:3] == b"ID3" or (len(head) > 1 and head[0] == 0xFF and head[1] & 0xE0 == 0xE0):
        return "audio/mpeg"
    return ""
