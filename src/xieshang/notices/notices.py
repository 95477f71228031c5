"""What the notices themselves tell."""

from django.utils.translation import gettext_noop as _

from .kinds import Kind, Why

TEST = Kind("notices-test", _("This is a test: what you are told arrives here."), Why.YOURSELF)

KINDS = (TEST,)
