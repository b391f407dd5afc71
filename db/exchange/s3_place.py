"""S3-compatible storage as the common place: every file one PUT, every look one fresh list.

The keys come from the environment or from the settings of this computer, never from the database: a package of the
database may be read by every device, and a key to the storage opens more than one project.
"""

import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit

from db import blobs
from db.errors import Misused, StoreTrouble
from db.exchange.places import BLOBS, Shelf

T = TypeVar("T")

SCHEME = "s3://"
CONNECT_S, READ_S = 6, 30
# What the storage answers -> the sentence that says it in plain words.
_CODES = {
    "InvalidAccessKeyId": "s3_key_refused", "SignatureDoesNotMatch": "s3_key_refused",
    "AuthorizationHeaderMalformed": "s3_region", "PermanentRedirect": "s3_region",
    "IllegalLocationConstraintException": "s3_region", "AccessDenied": "s3_denied", "403": "s3_denied",
    "Forbidden": "s3_denied", "AllAccessDisabled": "s3_denied", "InvalidToken": "s3_key_refused",
    "ExpiredToken": "s3_key_refused", "NoSuchBucket": "s3_no_bucket", "InvalidBucketName": "s3_no_bucket",
    "404": "s3_no_bucket", "RequestTimeTooSkewed": "s3_clock", "RequestExpired": "s3_clock",
    "QuotaExceeded": "s3_full", "XMinioStorageFull": "s3_full", "EntityTooLarge": "s3_full",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class S3Access:
    """How the storage is reached: endpoint ("" for Amazon's own), region, the two keys, and how buckets are addressed.

    `addressing` is "path", "virtual" or "" for what the endpoint looks like.
    """

    key: str = ""
    secret: str = field(default="", repr=False)
    token: str = field(default="", repr=False)
    endpoint: str = ""
    region: str = ""
    addressing: str = ""


def access_from(environment: Mapping[str, str], settings: S3Access) -> S3Access:
    """The access that the environment names, by the names that other programs use, else what the settings hold."""

    def named(*names: str, kept: str) -> str:
        return next((environment[name] for name in names if environment.get(name)), kept)

    return S3Access(
        key=named("AWS_ACCESS_KEY_ID", kept=settings.key),
        secret=named("AWS_SECRET_ACCESS_KEY", kept=settings.secret),
        token=named("AWS_SESSION_TOKEN", kept=settings.token),
        endpoint=named("AWS_ENDPOINT_URL_S3", "AWS_ENDPOINT_URL", kept=settings.endpoint),
        region=named("AWS_REGION", "AWS_DEFAULT_REGION", kept=settings.region),
        addressing=named("QINTING_S3_ADDRESSING", kept=settings.addressing),
    )


def s3_place(address: str, project: str, access: S3Access) -> "S3Place":
    """The place at `s3://BUCKET[/PREFIX]`. Raises Misused `outbox_address`, StoreTrouble `s3_missing`, `s3_no_keys`."""
    parts = urlsplit(address)
    if not parts.netloc or parts.query or parts.fragment:
        raise Misused("outbox_address", value=address[:200])
    if not access.key or not access.secret:
        raise StoreTrouble("s3_no_keys", value=address[:200])
    try:
        from s3fs import S3FileSystem
    except ImportError as error:
        raise StoreTrouble("s3_missing") from error
    prefix = "/".join(part for part in (parts.path.strip("/"), project) if part)
    config: dict[str, Any] = {
        "connect_timeout": CONNECT_S, "read_timeout": READ_S, "retries": {"max_attempts": 1},
        # Storage that is not Amazon's often knows nothing of the newer check sums; ours are in the names.
        "request_checksum_calculation": "when_required", "response_checksum_validation": "when_required",
    }  # fmt: skip
    if access.addressing:
        config["s3"] = {"addressing_style": access.addressing}
    try:
        system = S3FileSystem(
            key=access.key, secret=access.secret, token=access.token or None, endpoint_url=access.endpoint or None,
            client_kwargs={"region_name": access.region or "us-east-1"}, config_kwargs=config, use_listings_cache=False,
        )  # fmt: skip
    except ValueError as error:
        raise Misused("outbox_address", value=(access.endpoint or address)[:200]) from error
    system.retries = 2
    return S3Place(system, parts.netloc, prefix, f"{SCHEME}{parts.netloc}{parts.path.rstrip('/')}")


@dataclass(frozen=True, slots=True)
class S3Place:
    """A bucket, and under `prefix` a part for every writer."""

    system: Any
    bucket: str
    prefix: str
    address: str

    def look(self, own: str, since: Mapping[str, str]) -> dict[str, Shelf]:
        # One list of all would grow with the day and be fetched every few seconds.
        parts = self._listed(Prefix=f"{self.prefix}/", Delimiter="/")
        found = {part["Prefix"].split("/")[-2] for page in parts for part in page.get("CommonPrefixes", ())}
        return {writer: self._shelf(writer, since.get(writer, "")) for writer in sorted({own} | found)}

    def _shelf(self, writer: str, since: str) -> Shelf:
        """What a writer has put out; the files of attachments, in a part of its own, stand behind all packages."""
        shelf, start = Shelf(), self._key(writer, "")
        for page in self._listed(Prefix=start, **({"StartAfter": start + since} if since else {})):
            for entry in page.get("Contents", ()):
                folder, _, name = entry["Key"].removeprefix(start).rpartition("/")
                if folder == BLOBS and blobs.NAME.fullmatch(name):
                    shelf.blobs[name] = entry["Size"]
                elif not folder:
                    shelf.packages[name] = int(entry["LastModified"].timestamp() * 1000)
        return shelf

    def _listed(self, **words: Any) -> Iterator[Any]:
        """The pages of a list."""
        token: dict[str, str] = {}
        while True:
            page = self._ask("list_objects_v2", **words, **token)
            yield page
            if not page.get("IsTruncated"):
                return
            token = {"ContinuationToken": page["NextContinuationToken"]}

    def put(self, writer: str, name: str, content: bytes) -> None:
        self._ask("put_object", Key=self._key(writer, name), Body=content)

    def put_blob(self, writer: str, file: Path) -> None:
        # A photograph at a time may stand in memory.
        self.put(writer, f"{BLOBS}/{file.name}", file.read_bytes())

    def has_whole(self, writer: str, blob: str) -> bool:
        try:
            content = self._fetch(writer, f"{BLOBS}/{blob}")
        except StoreTrouble as trouble:
            if trouble.code == "outbox_gone":
                return False
            raise
        return blobs.is_named(content, blob)

    @contextmanager
    def here(self, writer: str, name: str) -> Iterator[Path]:
        with tempfile.TemporaryDirectory(prefix="qinting-") as folder:
            file = Path(folder) / name
            file.write_bytes(self._fetch(writer, name))
            yield file

    def take_blob(self, writer: str, blob: str, folder: Path) -> bool:
        content = self._fetch(writer, f"{BLOBS}/{blob}")
        return blobs.take(folder, blob, BytesIO(content), len(content))

    def shown(self, writer: str, name: str) -> str:
        return f"{SCHEME}{self.bucket}/{self._key(writer, name)}"

    def _key(self, writer: str, name: str) -> str:
        return f"{self.prefix}/{writer}/{name}"

    def _fetch(self, writer: str, name: str) -> bytes:
        return bytes(self._plainly(lambda: self.system.cat_file(f"{self.bucket}/{self._key(writer, name)}")))

    def _ask(self, method: str, **words: Any) -> Any:
        return self._plainly(lambda: self.system.call_s3(method, Bucket=self.bucket, **words))

    def _plainly(self, work: Callable[[], T]) -> T:
        """The answer of the storage; what goes wrong becomes a sentence that a person can act on."""
        from botocore.exceptions import BotoCoreError, ClientError
        from fsspec.exceptions import FSTimeoutError

        try:
            return work()
        except ClientError as error:
            raise self._trouble(error) from error
        except (BotoCoreError, FSTimeoutError, TimeoutError, ConnectionError) as error:
            raise StoreTrouble("s3_unreachable", value=self.system.endpoint_url or self.address) from error
        except OSError as error:
            # The library tells what the storage said as an error of files.
            if isinstance(error.__cause__, ClientError):
                raise self._trouble(error.__cause__) from error
            if isinstance(error, FileNotFoundError):
                raise StoreTrouble("outbox_gone", value=self.address) from error
            raise StoreTrouble("s3_failed", value=str(error)[:120]) from error
        except ValueError as error:
            # An endpoint that is no address.
            raise StoreTrouble("s3_unreachable", value=self.system.endpoint_url or self.address) from error

    def _trouble(self, error: Any) -> StoreTrouble:
        said = str(error.response.get("Error", {}).get("Code", ""))
        if said in ("NoSuchKey", "404") and error.operation_name != "ListObjectsV2":
            return StoreTrouble("outbox_gone", value=self.address)
        return StoreTrouble(_CODES.get(said, "s3_failed"), value=self.bucket if said in _CODES else said[:120])
