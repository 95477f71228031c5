"""The API: every address under one description, /api/openapi.json."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils.translation import gettext as _
from ninja import NinjaAPI
from ninja.errors import ValidationError

from .acting import PLACES, Refused, TooLate, router_of
from .deliberations import router as deliberations
from .doors import DOORS
from .matters import assignments, router
from .strict import StrictParser

api = NinjaAPI(
    title="Xieshang",
    version="1",
    description="The same doors and the same forms as the pages. Days are written 2023-03-05.",
    auth=DOORS,
    parser=StrictParser(),
    docs_url=None,
    urls_namespace="api",
)
api.add_router("/matters", router)
api.add_router("/assignments", assignments)
api.add_router("/deliberations", deliberations)
for place in PLACES:
    api.add_router(f"/{place.name}", router_of(place))


@api.exception_handler(Refused)
def refused(request, fault: Refused):
    told = {"detail": _("What was sent is not whole."), "errors": fault.errors}
    return api.create_response(request, told, status=422)


@api.exception_handler(ValidationError)
def misshapen(request, fault: ValidationError):
    """What does not have the declared shape: each place with what is wrong there."""
    errors: dict[str, list[str]] = {}
    for each in fault.errors:
        errors.setdefault(str(each["loc"][-1]), []).append(each["msg"])
    told = {"detail": _("What was sent is not whole."), "errors": errors}
    return api.create_response(request, told, status=422)


@api.exception_handler(TooLate)
def too_late(request, fault: TooLate):
    return api.create_response(request, fault.told, status=409)


@api.exception_handler(PermissionDenied)
def denied(request, _fault):
    return api.create_response(request, {"detail": _("This is not open to you")}, status=403)


@api.exception_handler(Http404)
def missing(request, _fault):
    told = {"detail": _("There is nothing at this address")}
    return api.create_response(request, told, status=404)


urlpatterns = api.urls[0]
app_name = "api"
