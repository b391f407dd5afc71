"""What a package says of itself: in clear in its head, signed and sealed in its manifest."""

from typing import Annotated

import msgspec

FORMAT = 1
MAX_ROWS = 5_000_000


class Head(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands outside the encryption; nothing about a client."""

    format: int
    project: str
    writer: str
    kind: str
    made_at: int
    schema: int
    # Salt of the passphrase (hexadecimal), empty when none was used.
    salt: Annotated[str, msgspec.Meta(pattern="^([0-9a-f]{32})?$")] = ""


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What the writing device signs."""

    format: int
    project: str
    writer: str
    device_name: str
    device_role: str
    signing_key: str
    recipient: str
    kind: str
    made_at: int
    schema: int
    seq_from: int
    seq_to: int
    columns: dict[str, tuple[str, ...]]
    rows: dict[str, int]
    records_sha256: str
    records_bytes: int
    plain_bytes: int
    head_sha256: str
    recipients: tuple[str, ...]
    # The files of attachments that lie in the package (name, bytes), and those that the writer asks for.
    blobs: tuple[tuple[str, int], ...] = ()
    wants: tuple[Annotated[str, msgspec.Meta(pattern="^[0-9a-f]{64}$")], ...] = ()
