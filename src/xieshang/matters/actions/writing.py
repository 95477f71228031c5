"""Writing the text of a proposal or an opinion report, and handing it in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from xieshang.audit.actions import fingerprint, seal
from xieshang.evidence.actions import keep_file
from xieshang.evidence.models import File
from xieshang.lifecycle.actions import hold_for, open_subject

from ..lifecycles import LIVES
from ..models import Attachment, Matter, Session, Text
from . import telling
from .findable import words_changed

DEEDS = {Text.Edition.ORIGINAL: "write", Text.Edition.EDITED: "edit-text"}
MOST_ATTACHED = 5


class TextMoved(ValueError):
    """Somebody saved the text in the meantime: `theirs` is what stands now."""

    def __init__(self, theirs: Text) -> None:
        self.theirs = theirs
        super().__init__(f"text {theirs.number} stands")


class TooMany(ValueError):
    """A matter has as many attachments as it may have."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text as it comes from a form."""

    title: str
    situation: str = ""
    analysis: str = ""
    advice: str = ""


@transaction.atomic
def draft(kind: str, words: Words, *, by, committee, **facts) -> Matter:
    """Begin a proposal or an opinion report; nobody but its author sees it yet."""
    matter = Matter(
        kind=kind,
        life=LIVES[kind].name,
        title=words.title,
        committee=committee,
        raised_on=timezone.localdate(),
        raised_by=by,
        author=facts.pop("author", "") or str(by),
        **facts,
    )
    open_subject(matter, by=by)
    save(matter, Text.Edition.ORIGINAL, words, by=by)
    return matter


@transaction.atomic
def save_text(matter: Matter, edition: str, words: Words, *, started_from: int, by) -> Text:
    """Save a text that was begun from number `started_from` (0 where there was none).

    Raises TextMoved where another was saved since, NoSuchMove or PermissionDenied where the text
    may not be written now or not by this person.
    """
    locked = hold_for(matter, DEEDS[Text.Edition(edition)], by=by)
    latest = locked.texts.latest_of(edition)
    if latest and latest.number != started_from:
        raise TextMoved(latest)
    text = save(locked, edition, words, by=by, number=started_from + 1)
    digest = fingerprint(f"{text.title}\n{text.whole}")
    seal(by, DEEDS[Text.Edition(edition)], locked, number=text.number, text=digest)
    matter.refresh_from_db()
    return text


def save(matter: Matter, edition: str, words: Words, *, by, number: int = 1) -> Text:
    """Write a text down as the next of its edition. The caller seals."""
    text = Text(matter=matter, edition=edition, number=number, by=by)
    for name in ("title", *Text.PARTS):
        setattr(text, name, getattr(words, name))
    text.save(force_insert=True)
    if edition == Text.Edition.ORIGINAL and matter.title != words.title:
        matter.title = words.title
        matter.save(update_fields=["title"])
    words_changed(matter.pk)
    return text


@transaction.atomic
def attach(
    matter: Matter, chunks: Iterable[bytes], name: str, *, by, use: str = "attached"
) -> Attachment:
    """Put a file beside a matter; raises TooMany, NoSuchMove or PermissionDenied."""
    locked = hold_for(matter, "attach", by=by)
    if locked.attachments.filter(use=use).count() >= MOST_ATTACHED:
        raise TooMany(f"{MOST_ATTACHED} files are attached")
    file, _fresh = keep_file(chunks, name, committee=locked.committee, by=by)
    return put_beside(locked, file, use, by=by)


def put_beside(matter: Matter, file: File, use: str, *, by) -> Attachment:
    """Cite a kept file; the same one is cited once for each use."""
    found, made = Attachment.objects.get_or_create(
        matter=matter, file=file, use=use, defaults={"by": by}
    )
    if made:
        seal(by, "attach", matter, sha256=file.sha256, use=use)
    return found


@transaction.atomic
def detach(attachment: Attachment, *, by) -> None:
    """Take a file away from a matter again; the file itself stays."""
    locked = hold_for(attachment.matter, "attach", by=by)
    seal(by, "detach", locked, sha256=attachment.file.sha256)
    attachment.delete()


def handed_in(matter: Matter, *, by) -> None:
    """A matter counts from the day it is first handed in, for the session whose window is open."""
    telling.moved(matter, "submit", by=by)
    now = timezone.now()
    windows = Session.objects.public().filter(
        committee=matter.committee_id, opens_at__lte=now, closes_at__gt=now
    )
    day, session = timezone.localdate(now), windows.first()
    if (day, session and session.pk) == (matter.raised_on, matter.session_id):
        return
    if matter.steps.filter(verb="submit").count() > 1:  # it was handed in before
        return
    matter.raised_on, matter.session = day, session
    matter.save(update_fields=["raised_on", "session"])


def latest_numbers(matter: Matter) -> dict[str, int]:
    """Edition → the number of its newest text, to start from."""
    rows = matter.texts.values_list("edition").annotate(Max("number"))
    return dict(rows)


EFFECTS = {("opinion-report", "submit"): handed_in}
