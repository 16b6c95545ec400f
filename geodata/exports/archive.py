"""Several files as one ZIP: the same bytes for the same files, whenever it is written."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a ZIP can say."""
READABLE: Final = 0o644 << 16


def as_zip(folder: str, files: Mapping[str, bytes]) -> bytes:
    """``files`` by their path inside ``folder``, which is the only entry at the top."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, body in files.items():
            entry = zipfile.ZipInfo(f"{folder}/{path}", EPOCH)
            entry.external_attr = READABLE
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, body)
    return packed.getvalue()
