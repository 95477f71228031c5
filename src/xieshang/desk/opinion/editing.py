"""Editing a report: the author's text on the left as it came, the office's on the right."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext_lazy

from xieshang.matters.actions import Words
from xieshang.matters.forms import Reported
from xieshang.matters.models import Matter, Text

from ..door import desk
from .saving import Saving, find, write
from .texts import PARTS, changed_in, parts_of


def beside(found: Matter, form: Reported) -> Mapping[str, object]:
    """The original; and once it was asked for, how the text as typed differs from it."""
    original = found.texts.latest_of(Text.Edition.ORIGINAL)
    pairs = [(label, getattr(original, name), form[name]) for name, label in PARTS.items()]
    if not (form.is_bound and form.is_valid()):
        return {"original": original, "pairs": pairs}
    typed = Words(**{name: form.cleaned_data[name] for name in Reported.TEXT})
    parts = parts_of(original, typed)
    return {"original": original, "pairs": pairs, "parts": parts, "changed": changed_in(parts)}


EDITING = Saving(
    edition="edited",
    deed="edit-text",
    label=gettext_lazy("Edit the text"),
    template="desk/opinion/edit.html",
    beside=beside,
)


@desk("GET", "POST")
def opinion_edit(request: HttpRequest, key: int) -> HttpResponse:
    """The office's text, begun from the author's."""
    return write(request, find(request, key), EDITING)
