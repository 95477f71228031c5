"""What others have raised already that may be the same: offered before somebody sends it again."""

from xieshang.matching.index import Index
from xieshang.matters.actions.voicing import title_of
from xieshang.matters.models import Matter
from xieshang.matters.models.standing import judged, with_words
from xieshang.people.models import Committee, span_of

LOOKED_THROUGH, OFFERED = 1000, 3  # the newest of the place and around it
ALIKE, SAID = 0.3, 0.6  # of the whole text; of its first sentence within another


def similar(text: str, place: Committee) -> list[Matter]:
    """Open public problems of the place, its city and its counties like this text, likest first."""
    near = Matter.objects.public().open().filter(kind="problem")
    city = span_of(place.pk - place.pk % 100)
    near = near.filter(committee__code__range=city).with_page().order_by("-raised_on", "-pk")
    rows = {each.pk: each for each in with_words(judged(near))[:LOOKED_THROUGH]}
    index = Index.of((key, words_of(each)) for key, each in rows.items())
    found = index.similar(text, OFFERED, ALIKE) + index.about(title_of(text), OFFERED, SAID)
    best = {match.key: match.likeness for match in sorted(found, key=lambda m: m.likeness)}
    keys = sorted(best, key=lambda key: (-best[key], key))[:OFFERED]
    return [rows[key] for key in keys]


def words_of(matter: Matter) -> str:
    """What the public reads of it."""
    return "\n".join(f"{each.title}\n{each.text}" for each in matter.shown) or matter.title
