"""Groups that read together: a book, its chapters, and notes that only the group sees."""

from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from xieshang.matters.models import Matter
from xieshang.people.models import Committee


class ReadingGroupQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of the committees this person looks over, and those this person reads in."""
        inside = Reader.objects.filter(group=OuterRef("pk"), person=person)
        ours = Q(committee__in=Committee.objects.below_seats_of(person))
        return self.filter(ours | Exists(inside))

    def public(self):
        """None: who reads what is the group's own."""
        return self.none()


class ReadingGroup(models.Model):
    """A group with a theme, a book and a guide (读书群)."""

    committee = models.ForeignKey(Committee, models.PROTECT, related_name="reading_groups")
    name = models.CharField(max_length=120)
    theme = models.CharField(_("Theme"), max_length=120)
    book = models.CharField(_("Book"), max_length=120)
    guide = models.TextField(_("Reading guide"), blank=True)
    since = models.DateField()

    objects = ReadingGroupQuerySet.as_manager()

    class Meta:
        ordering = ["-since", "-pk"]
        constraints = [models.UniqueConstraint("committee", "name", name="a_group_is_named_once")]

    def __str__(self):
        return self.name

    @property
    def short(self) -> str:
        """The number to say on the telephone."""
        return f"G{self.pk}"

    def is_read_by(self, person) -> bool:
        return self.readers.filter(person=person).exists()


class OfGroupsQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Those of the groups this person may see."""
        return self.filter(group__in=ReadingGroup.objects.visible_to(person))

    def public(self):
        """None."""
        return self.none()


class Reader(models.Model):
    """Somebody who reads with a group."""

    group = models.ForeignKey(ReadingGroup, models.CASCADE, related_name="readers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")

    objects = OfGroupsQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint("group", "person", name="a_reader_is_listed_once")]

    def __str__(self):
        return str(self.person)


class Chapter(models.Model):
    """A part of the book that the group reads."""

    group = models.ForeignKey(ReadingGroup, models.CASCADE, related_name="chapters")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=120)

    objects = OfGroupsQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("group", "number", name="a_chapter_is_numbered_once"),
        ]

    def __str__(self):
        return f"{self.number} {self.title}"


class Kind(models.TextChoices):
    """What a reader writes: for the others to read, or to be told when they meet."""

    NOTE = "note", _("Note")
    SHARE = "share", _("Share")


class NoteQuerySet(models.QuerySet):
    def visible_to(self, person):
        """Only those who read in the group see its notes: its office does not."""
        inside = Reader.objects.filter(group=OuterRef("group"), person=person)
        return self.filter(Exists(inside))

    def public(self):
        """None."""
        return self.none()


class Note(models.Model):
    """What a reader wrote for the group: a note, or a share to be told when they meet."""

    group = models.ForeignKey(ReadingGroup, models.CASCADE, related_name="notes")
    chapter = models.ForeignKey(Chapter, models.SET_NULL, null=True, blank=True, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind, default=Kind.NOTE)
    text = models.TextField()
    day = models.DateField()

    objects = NoteQuerySet.as_manager()

    class Meta:
        ordering = [F("pk").desc()]
        constraints = [
            models.CheckConstraint(name="note_kind_is_known", condition=Q(kind__in=Kind)),
        ]

    def __str__(self):
        return self.text[:40]


class OnwardQuerySet(models.QuerySet):
    def visible_to(self, person):
        """The way from a note to a matter, for those who see the note."""
        return self.filter(note__in=Note.objects.visible_to(person))

    def public(self):
        """None."""
        return self.none()


class Onward(models.Model):
    """What came of a note: the matter begun from it."""

    note = models.OneToOneField(Note, models.PROTECT, related_name="onward")
    matter = models.OneToOneField(Matter, models.CASCADE, related_name="+")

    objects = OnwardQuerySet.as_manager()

    def __str__(self):
        return str(self.matter)
