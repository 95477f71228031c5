"""Photos as people send them, made fit to be kept and shown: pixels, and nothing else.

Whatever a photo says of where, when and with what it was taken is left behind, because only its
pixels are carried over into a new JPEG. Outcomes beside an ordinary photo:

    CMYK, 16 bits, a palette, grey     becomes RGB of 8 bits
    transparent                        stands on white
    another colour space (Display P3)  is drawn in sRGB
    two pictures in one JPEG (MPO)     the first
    animated, HEIC, torn, too large    refused with words that say what to do
"""

import hashlib
import json
import logging
import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

from django.utils.translation import gettext_noop

MEBIBYTE = 1 << 20
MOST_BYTES = 10 * MEBIBYTE
SOURCES = Path(__file__).parents[2]
LAST_WORDS = 2_000

REFUSALS = {
    "empty": gettext_noop("The file is empty."),
    "too-large": gettext_noop("The photo is larger than 10 MB. Send it in a smaller size."),
    "too-many-pixels": gettext_noop(
        "The photo has more than 40 million pixels. Send it in a smaller size."
    ),
    "heic": gettext_noop(
        "Photos in HEIC cannot be shown everywhere. Set the camera to “most compatible”, or send a"
        " screenshot of the photo."
    ),
    "not-a-photo": gettext_noop("This is no photo. Send it as JPEG, PNG or WebP."),
    "animated": gettext_noop("The picture moves. Send a photo that stands still."),
    "damaged": gettext_noop("The photo is damaged or was not sent whole. Send it again."),
    "too-heavy": gettext_noop("The photo takes too much to read. Send it in a smaller size."),
}

logger = logging.getLogger(__name__)


class PhotoRefused(ValueError):
    """A photo that is not taken: `reason`, a key of REFUSALS, and its `msgid`."""

    def __init__(self, reason: str):
        self.reason = reason
        self.msgid = REFUSALS[reason]
        super().__init__(self.msgid)


@dataclass(frozen=True, slots=True)
class Limits:
    """What making one photo plain may take."""

    cpu_seconds: int = 20
    wall_seconds: float = 40
    memory_bytes: int = 1200 * MEBIBYTE  # 40 million pixels of WebP take 900
    output_bytes: int = 32 * MEBIBYTE


@dataclass(frozen=True, slots=True)
class Clean:
    """A photo of at most 2,560 pixels and its thumbnail of 480, both JPEG; the photo's digest."""

    photo: bytes
    thumbnail: bytes
    width: int
    height: int
    sha256: str


def clean_photo(source: bytes, limits: Limits = Limits()) -> Clean:
    """The photo in these bytes without anything but its pixels. Raises PhotoRefused.

    The same bytes give the same photo.
    """
    if not source:
        raise PhotoRefused("empty")
    if len(source) > MOST_BYTES:
        raise PhotoRefused("too-large")
    answer = developed(source, kind_of(source), limits)
    line, _newline, pictures = answer.partition(b"\n")
    told = json.loads(line)
    if "refused" in told:
        raise PhotoRefused(told["refused"])
    photo, thumbnail = pictures[: told["bytes"]], pictures[told["bytes"] :]
    digest = hashlib.sha256(photo).hexdigest()
    return Clean(photo, thumbnail, told["width"], told["height"], digest)


def kind_of(source: bytes) -> str:
    """JPEG, PNG or WEBP, by the first bytes; whatever a file is called says nothing.

    Raises PhotoRefused for anything else.
    """
    if source.startswith(b"\xff\xd8\xff"):
        return "JPEG"
    if source.startswith(b"\x89PNG\r\n\x1a\n"):
        return "PNG"
    if source[:4] == b"RIFF" and source[8:12] == b"WEBP":
        return "WEBP"
    raise PhotoRefused("heic" if source[4:8] == b"ftyp" else "not-a-photo")


def developed(source: bytes, kind: str, limits: Limits) -> bytes:
    """What `developing` answers, in a process of its own. Raises PhotoRefused."""
    bounds = (limits.cpu_seconds, limits.memory_bytes, limits.output_bytes)
    command = [sys.executable, "-P", "-m", "xieshang.evidence.developing", kind, *map(str, bounds)]
    with TemporaryFile() as output, TemporaryFile() as words:
        try:
            code = subprocess.run(
                command,
                input=source,
                stdout=output,
                stderr=words,
                timeout=limits.wall_seconds,
                check=False,
                env=surroundings(),
            ).returncode
        except subprocess.TimeoutExpired as late:
            raise PhotoRefused("too-heavy") from late
        output.seek(0)
        words.seek(0)
        if code:
            raise verdict(code, words.read(LAST_WORDS).decode("utf-8", "replace"))
        return output.read()


def surroundings() -> dict[str, str]:
    """What the process may know: where Python's libraries and the sources are, no secrets."""
    kept = {name: os.environ[name] for name in ("LD_LIBRARY_PATH",) if name in os.environ}
    return {**kept, "PYTHONPATH": str(SOURCES), "PYTHONUTF8": "1"}


def verdict(code: int, last_words: str) -> PhotoRefused:
    """What the end of the process means: killed for its time, short of memory, or failed."""
    logger.info("a photo ended its process with %d: %s", code, last_words)
    spent = code in (-signal.SIGXCPU, -signal.SIGKILL) or "MemoryError" in last_words
    return PhotoRefused("too-heavy" if spent else "damaged")
