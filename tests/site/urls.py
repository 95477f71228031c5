"""The site's own addresses, the gallery, and pages that fail."""

from django.core.exceptions import BadRequest, PermissionDenied
from django.urls import include, path

from tests.site.gallery import gallery, panel
from xieshang.config.urls import handler400, handler403, handler404, handler500

__all__ = ["handler400", "handler403", "handler404", "handler500"]


def forbidden(request):
    raise PermissionDenied


def unreadable(request):
    raise BadRequest


def broken(request):
    raise RuntimeError("on purpose")


urlpatterns = [
    path("", include("xieshang.site.urls")),
    path("gallery/", gallery),
    path("gallery/panel/", panel),
    path("forbidden/", forbidden),
    path("unreadable/", unreadable),
    path("broken/", broken),
]
