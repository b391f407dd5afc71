"""The outer form of a package: a ZIP of stored parts in which every byte counts.

A reader takes the parts out, builds the same ZIP again and compares: there is no room for a comment, an extra field, a
second directory or a part that one program sees and another does not.
"""

import io
import zipfile

from db.errors import Unreadable

HEAD, BODY = "head.json", "body.age"
MAX_PACKAGE_BYTES = 2_000_000_000
MAX_HEAD_BYTES = 65_536


def pack(head: bytes, body: bytes) -> bytes:
    """The package's bytes: `head.json`, then `body.age`, stored, with fixed times and attributes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name, content in ((HEAD, head), (BODY, body)):
            entry = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.create_system = 3
            entry.external_attr = 0o600 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def unpack(content: bytes) -> tuple[bytes, bytes]:
    """The parts (head, body) of a package. Raises Unreadable `package_damaged` for anything but our own form."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if [entry.filename for entry in entries] != [HEAD, BODY]:
                raise Unreadable("package_damaged")
            if entries[0].file_size > MAX_HEAD_BYTES or sum(e.file_size for e in entries) > len(content):
                raise Unreadable("package_damaged")
            head, body = archive.read(HEAD), archive.read(BODY)
    # The reader of a foreign file may stumble in any of these ways; each means the same to a person.
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError) as error:
        raise Unreadable("package_damaged") from error
    if pack(head, body) != content:
        raise Unreadable("package_damaged")
    return head, body
