from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from xieshang.people.models import Committee

from .manner import Manner


def page(request: HttpRequest) -> dict[str, object]:
    """What every page shows whatever it is about: whose site it is, how it is read, its duties."""
    return {
        **bare(request),
        "body_name": settings.BODY or SimpleLazyObject(name_of_top),
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


def name_of_top() -> str:
    """The committee at the head of the body, or our own name before there is one."""
    top = Committee.objects.public().filter(parent=None).values_list("title", flat=True).first()
    return top or _("Consultation")
