from django import forms
from django.forms.renderers import TemplatesSetting

from .manner import CHOICES


class PageRenderer(TemplatesSetting):
    """Dresses every form of the site: label, help, what is wrong, in that order."""

    form_template_name = "site/form.html"
    field_template_name = "site/field.html"


def choice(name: str) -> forms.ChoiceField:
    return forms.ChoiceField(choices=[(one, one) for one in CHOICES[name]], required=False)


class MannerForm(forms.Form):
    language = choice("language")
    size = choice("size")
    theme = choice("theme")
    next = forms.CharField(required=False, max_length=2000)
