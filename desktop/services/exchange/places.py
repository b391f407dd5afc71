"""From an address to the common place that it means."""

import os
from pathlib import Path

from db.errors import Misused
from db.exchange.places import FolderPlace, Place
from db.exchange.s3_place import SCHEME, S3Access, access_from, s3_place
from desktop.settings import load_settings


def remembered(address: str) -> str:
    """The name under which an address is remembered, whether or not the place is there now."""
    return address.rstrip("/") if "://" in address else str(Path(address).expanduser().resolve())


def place_at(address: str, project: str) -> Place:
    """The project's part of the place at `address`, a folder or s3://BUCKET[/PREFIX].

    Raises Misused `outbox_address` for what is neither, StoreTrouble `s3_missing` or `s3_no_keys`.
    """
    if address.startswith(SCHEME):
        kept = load_settings()
        own = S3Access(
            key=kept.s3_key, secret=kept.s3_secret, endpoint=kept.s3_endpoint, region=kept.s3_region,
            addressing=kept.s3_addressing,
        )  # fmt: skip
        return s3_place(address, project, access_from(os.environ, own))
    root = Path(address).expanduser()
    if "://" in address or not root.is_dir():
        raise Misused("outbox_address", value=address[:200])
    return FolderPlace(root / project, remembered(address))
