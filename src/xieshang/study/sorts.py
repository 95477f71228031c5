"""The sorts of sessions: what each is called, how it is numbered, what it asks. One table."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

SERIES, YEAR, NONE = "series", "year", ""  # numbered in its series, in its year, not at all


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort. `form` is the office's own word, by which the figures know it."""

    name: str
    label: str
    form: str
    numbered: str
    asks: tuple[str, ...]
    kind: str = "study"


SORTS = {
    sort.name: sort
    for sort in (
        Sort("lecture", _("Lecture of a series"), "委员讲堂", SERIES, ("speaker", "audience")),
        Sort("centre", _("Theoretical study group"), "理论学习中心组学习", YEAR,
             ("document", "speaker", "follow_up")),
        Sort("first", _("First agenda item"), "第一议题学习", NONE,
             ("document", "speaker", "follow_up")),
        Sort("outing", _("Lecture team goes out"), "宣讲报告会", NONE,
             ("team", "host", "speaker", "audience")),
        Sort("share", _("Readers meet"), "读书分享会", NONE, ("group", "document", "speaker")),
        Sort("episode", _("Episode on the air"), "全媒体协商", SERIES,
             ("recording", "follow_up"), "consultation"),
    )
}  # fmt: skip
CHOICES = [(sort.name, sort.label) for sort in SORTS.values()]
