"""How a reader wants the pages: language, size of type, light or dark.

Kept in three cookies, so nobody needs an account to read in large type.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.cache import patch_vary_headers

# The first of each is what a reader gets who never chose.
CHOICES: dict[str, tuple[str, ...]] = {
    "language": ("zh-hans", "en"),
    "size": ("usual", "elder"),
    "theme": ("auto", "light", "dark"),
}


@dataclass(frozen=True, slots=True)
class Manner:
    language: str = CHOICES["language"][0]
    size: str = CHOICES["size"][0]
    theme: str = CHOICES["theme"][0]

    @property
    def elder(self) -> bool:
        return self.size == "elder"

    @property
    def next_theme(self) -> str:
        """What one press of the theme button leads to."""
        themes = CHOICES["theme"]
        return themes[(themes.index(self.theme) + 1) % len(themes)]


def manner_of(cookies: Mapping[str, str]) -> Manner:
    """The manner these cookies ask for; what they do not say, or say wrongly, is as usual."""
    known = {name: cookies.get(name) for name in CHOICES}
    return Manner(**{name: said for name, said in known.items() if said in CHOICES[name]})


class MannerMiddleware:
    """Puts `request.manner` and speaks its language.

    The browser's own language is not asked: an office's site is Chinese until its reader says
    otherwise, and a page shared between two people should read the same to both.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        manner = manner_of(request.COOKIES)
        request.manner = manner  # type: ignore[attr-defined]
        request.LANGUAGE_CODE = manner.language
        with translation.override(manner.language):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", manner.language)
        patch_vary_headers(response, ("Cookie",))
        return response
