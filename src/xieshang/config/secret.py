"""The key that signs sessions."""

import os
import secrets
from pathlib import Path


def secret_key(given: str, data: Path) -> str:
    """The key that was given, or the one kept in the data folder, made the first time."""
    if given:
        return given
    data.mkdir(parents=True, exist_ok=True)
    kept = data / "secret-key"
    try:
        fresh = os.open(kept, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return kept.read_text()
    with os.fdopen(fresh, "w") as file:
        file.write(key := secrets.token_urlsafe(48))
    return key
