from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from .forms import MannerForm
from .manner import CHOICES

A_YEAR = 365 * 24 * 3600


@require_POST
def manner(request: HttpRequest) -> HttpResponse:
    """Remember how this reader wants the pages, and go back to where they were."""
    form = MannerForm(request.POST)
    if not form.is_valid():
        raise BadRequest(str(form.errors.as_text()))
    asked = form.cleaned_data
    own = url_has_allowed_host_and_scheme(
        asked["next"], {request.get_host()}, require_https=request.is_secure()
    )
    response = redirect(asked["next"] if own else "/")
    for name in CHOICES:
        if asked[name]:
            response.set_cookie(
                name,
                asked[name],
                max_age=A_YEAR,
                secure=settings.SESSION_COOKIE_SECURE,
                httponly=True,
                samesite="Lax",
            )
    return response
