"""What others have raised and the office has made public: the list, and the same as a feed."""

from datetime import datetime, time

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from xieshang.matters.forms.voicing import Places
from xieshang.matters.lifecycles import OUTCOMES, PROBLEM
from xieshang.matters.models import Category, Matter
from xieshang.matters.models.standing import judged, with_words
from xieshang.people.models import span_of
from xieshang.reading.masking import mask
from xieshang.site.listing import page_of
from xieshang.site.pages import show

from .asked import places
from .standing import Standing, standing_of

SIZE, IN_FEED = 20, 30
NONE_YET = "none"
RSS = "application/rss+xml; charset=utf-8"


class Filters(forms.Form):
    """Where, what about, where it stands, what came of it; what is not understood is left out."""

    place = Places(label=gettext_lazy("City and county"), required=False)
    category = forms.ChoiceField(label=gettext_lazy("What it is about"), required=False)
    state = forms.ChoiceField(label=gettext_lazy("Where it stands"), required=False)
    outcome = forms.ChoiceField(label=gettext_lazy("What came of it"), required=False)

    def __init__(self, query):
        super().__init__(query)
        everything = [("", gettext_lazy("All"))]
        self.fields["place"].offer(places(), gettext_lazy("Everywhere"))
        names = Category.objects.public().filter(use=Category.Use.PUBLIC, stop="")
        named = sorted(set(names.values_list("name", flat=True)))
        self.fields["category"].choices = everything + [(name, name) for name in named]
        states = [(s.name, s.label) for s in PROBLEM.states if s.public]
        self.fields["state"].choices = everything + states
        yet = [(NONE_YET, gettext_lazy("No result yet"))]
        self.fields["outcome"].choices = everything + yet + list(OUTCOMES.items())
        self.full_clean()

    @property
    def chosen(self) -> dict:
        return {name: value for name, value in self.cleaned_data.items() if value}

    def narrow(self, rows):
        """The rows that match every value."""
        said = self.chosen
        if "place" in said:
            rows = rows.filter(committee__code__range=span_of(said["place"].pk))
        if "category" in said:
            rows = rows.filter(category__name=said["category"])
        if "state" in said:
            rows = rows.filter(status=said["state"])
        if "outcome" in said:
            outcome = "" if said["outcome"] == NONE_YET else said["outcome"]
            rows = rows.filter(outcome=outcome)
        return rows


def public_problems(filters: Filters):
    rows = Matter.objects.public().filter(kind="problem")
    return with_words(judged(filters.narrow(rows).with_page()))


def voices(request: HttpRequest) -> HttpResponse:
    filters = Filters(request.GET)
    page = page_of(public_problems(filters), request.GET, "-raised_on", SIZE)
    query = request.GET.copy()
    for name in ("after", "before"):
        query.pop(name, None)
    context = {
        "filters": filters,
        "page": page,
        "lines": [line_of(each) for each in page.rows],
        "feed": f"{reverse('forum:feed')}?{query.urlencode()}",
    }
    return show(request, "forum/voices.html", context)


def line_of(matter: Matter) -> tuple[Matter, str, Standing]:
    """What a list shows of one."""
    return matter, title_of(matter), standing_of(matter)


def title_of(matter: Matter) -> str:
    """A title as the public reads it."""
    return matter.shown[0].title if matter.shown else mask(matter.title)


def feed(request: HttpRequest) -> HttpResponse:
    """The newest of the list as RSS, by the same filters."""
    filters = Filters(request.GET)
    rows = public_problems(filters).order_by("-raised_on", "-pk")[:IN_FEED]
    address = f"{settings.ADDRESS}{reverse('forum:voices')}"
    made = Rss201rev2Feed(
        title=_("Raised by residents"),
        link=address,
        description=_("What residents raised, where it stands and what came of it."),
        language=request.manner.language,
        feed_url=f"{settings.ADDRESS}{request.get_full_path()}",
    )
    for each in rows:
        standing = standing_of(each)
        made.add_item(
            title=f"{each.short} {title_of(each)}",
            link=f"{settings.ADDRESS}{reverse('forum:voice', args=[each.pk])}",
            description=f"{each.committee.title} · {standing.state} · {standing.label}",
            unique_id=each.short,
            unique_id_is_permalink=False,
            pubdate=timezone.make_aware(datetime.combine(each.raised_on, time())),
        )
    return HttpResponse(made.writeString("utf-8"), content_type=RSS)
