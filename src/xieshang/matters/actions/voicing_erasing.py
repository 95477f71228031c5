"""Erasing what a resident wrote, at their wish: at once, and everywhere it was copied to.

What stays is that something was raised: its number, days, place, category, the moves it made, what
the office and the units wrote, and in the log digests from which no text can be read.
"""

from django.db import transaction
from django.utils import timezone

from xieshang.audit.actions import seal
from xieshang.evidence.actions import forget_file
from xieshang.evidence.models import File
from xieshang.notices.actions import forget, retell
from xieshang.notices.actions.jobs import make_due

from ..models import Matter, Receipt, Remark, Text
from .findable import words_changed
from .voicing_receipt import take_from_public

ERASED = "（内容已应反映人要求删除）"
BY_AUTHOR = ("say-more", "confirm", "not-solved", "withdraw")
NO_WORDS = dict.fromkeys(Text.PARTS, "")
NOBODY = {"name": "", "telephone": "", "email": "", "shown": False, "asks_on": None}


@transaction.atomic
def erase(receipt: Receipt, *, by) -> None:
    """Erase the raiser's words, pictures and contact, and take the matter back from the public."""
    locked = Receipt.objects.select_for_update().get(pk=receipt.pk)
    if locked.erased_at:
        return
    matter = Matter.objects.select_for_update().get(pk=locked.matter_id)
    photos = erase_photos(matter)
    erase_words(matter)
    erase_public(matter, why=ERASED)
    words_changed(matter.pk)
    make_due("build-alike")  # its file holds the letters of all texts
    if locked.email:
        forget(locked.email, matter)
    retell(matter, title=ERASED, note="")
    for name, nothing in NOBODY.items():
        setattr(locked, name, nothing)
    locked.erased_at = timezone.now()
    locked.save()
    seal(by, "erase", matter, photos=photos)


def erase_words(matter: Matter) -> None:
    """Every place where the raiser's own words stand."""
    matter.title, matter.area, matter.author, matter.likeness = ERASED, "", "", None
    matter.save(update_fields=["title", "area", "author", "likeness"])
    matter.texts.update(title=ERASED, **NO_WORDS)
    matter.remarks.filter(side=Remark.Side.AUTHOR).update(words="")
    matter.steps.filter(verb__in=BY_AUTHOR).update(note="")


def erase_public(matter: Matter, *, why: str) -> None:
    """The public pages go, and with them who followed; the reason stands in their place."""
    take_from_public(matter, why=why)
    matter.publications.update(title=ERASED, text="")
    for address in matter.followers.exclude(email="").values_list("email", flat=True):
        forget(address, matter)
    matter.followers.all().delete()


def erase_photos(matter: Matter) -> int:
    """Pictures of the raiser, and their bytes where nothing else cites them; returns how many."""
    office = matter.remarks.exclude(side=Remark.Side.AUTHOR)
    photos = matter.photos.exclude(remark__in=office)
    files = {key for pair in photos.values_list("file", "thumb") for key in pair}
    count = photos.count()
    photos.delete()
    for file in File.objects.filter(pk__in=files):
        forget_file(file)
    return count
