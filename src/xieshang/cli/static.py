"""The files that pages need, gathered where the web server finds them."""

import hashlib
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def stamp() -> Path:
    """Where it is written which files were gathered last."""
    return settings.DATA / "static.stamp"


def present() -> str:
    """A digest over the name, size and time of every file there is to gather."""
    facts = []
    for finder in get_finders():
        for name, storage in finder.list(ignore_patterns=[]):
            status = Path(storage.path(name)).stat()
            facts.append(f"{name}\t{status.st_size}\t{status.st_mtime_ns}\n")
    return hashlib.sha256("".join(sorted(facts)).encode()).hexdigest()


def gathered() -> bool:
    """Whether the gathered files are those that are there now."""
    kept = stamp()
    return kept.exists() and kept.read_text() == present() and settings.STATIC_ROOT.is_dir()


def gather() -> bool:
    """Gather and compress the files anew if any has changed; returns whether that was needed."""
    if gathered():
        return False
    call_command("collectstatic", interactive=False, clear=True, verbosity=0)
    stamp().write_text(present())
    return True
