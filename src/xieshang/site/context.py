from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from xieshang.people.models import Committee

from .manner import Manner


def page(request: HttpRequest) -> dict[str, object]:
    """What every page shows whatever it is about: whose site it is, how it is read, its duties."""
    top = SimpleLazyObject(top_of_body)
    return {
        **bare(request),
        "body_name": settings.BODY or SimpleLazyObject(lambda: top.title),
        "sample_data": SimpleLazyObject(lambda: top.sample),
    }


def bare(request: HttpRequest) -> dict[str, object]:
    """The same without a look into the database, for pages that tell of its failing."""
    return {
        "body_name": settings.BODY or _("Consultation"),
        "footer_duties": settings.FOOTER,
        "manner": getattr(request, "manner", Manner()),
        # After a refused form the address may know no GET; the switches then lead home.
        "here": request.get_full_path() if request.method == "GET" else "/",
    }


def top_of_body() -> Committee:
    """The committee at the head of the body, or one by our own name before there is any.

    Its `sample` tells whether what these pages show is sample data.
    """
    top = Committee.objects.public().filter(parent=None).told_as_sample().first()
    if top is None:
        top = Committee(title=_("Consultation"))
        top.sample = False
    return top
