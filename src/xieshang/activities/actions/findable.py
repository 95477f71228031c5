"""Activities as they are found by their words."""

from collections.abc import Collection, Iterator

from xieshang.people.models import line_of
from xieshang.search.models import Document

from ..models import Activity

KIND = "activity"
SAID = ("form", "place", "area", "host")


def documents(keys: Collection[int] | None = None) -> Iterator[Document]:
    """The words of the activities of these keys, or of all."""
    rows = Activity.objects.order_by("pk").select_related("programme")
    rows = rows.prefetch_related("organisers")
    for activity in (rows if keys is None else rows.filter(pk__in=keys)).iterator(1000):
        yield document(activity)


def document(activity: Activity) -> Document:
    programme = activity.programme.name if activity.programme else ""
    said = (programme, *(getattr(activity, name) for name in SAID))
    lines = (line_of(organiser.committee_id) for organiser in activity.organisers.all())
    return Document(
        kind=KIND,
        key=activity.pk,
        day=activity.day,
        title=activity.title,
        text=" ".join(filter(None, said)),
        numbers=[activity.short],
        circles=sorted({str(code) for line in lines for code in line}),
    )
