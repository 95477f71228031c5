"""Where the bytes of received files lie: under the data folder, by their digest."""

import hashlib
import os
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings


def path_of(sha256: str) -> Path:
    """Where the file of that digest is, or would be."""
    return settings.DATA / "files" / sha256[:2] / sha256


def keep(chunks: Iterable[bytes]) -> tuple[str, int]:
    """Keep bytes; returns their SHA-256 in hex and their length. The same bytes lie once."""
    folder = settings.DATA / "files"
    folder.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    with tempfile.NamedTemporaryFile(dir=folder, delete=False) as file:
        for chunk in chunks:
            file.write(chunk)
            digest.update(chunk)
            size += len(chunk)
        file.flush()
        os.fsync(file.fileno())
    kept = path_of(digest.hexdigest())
    kept.parent.mkdir(exist_ok=True)
    os.replace(file.name, kept)
    return digest.hexdigest(), size
