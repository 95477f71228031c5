"""Every deliberation that was opened: those one can take part in first."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from xieshang.deliberation.models import Deliberation
from xieshang.site.listing import page_of
from xieshang.site.pages import show


def deliberations(request: HttpRequest) -> HttpResponse:
    rows = Deliberation.objects.public().with_page()
    now = timezone.now()
    context = {
        "open": list(rows.voted_on(now).order_by("closes_at", "pk")[:20]),
        "page": page_of(rows, request.GET, "-closes_at"),
    }
    return show(request, "forum/deliberations/list.html", context)
