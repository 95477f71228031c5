"""Which language the command line speaks."""

import gettext
import os

from django.conf import settings

from xieshang.config.environment import LANGUAGE


def language(environ=os.environ) -> str:
    """`en` where that is asked for by XIESHANG_LANGUAGE or by the locale, else `zh-hans`."""
    asked = LANGUAGE.read() or next(
        (environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), ""
    )
    return "en" if asked.lower().startswith("en") else "zh-hans"


def speak() -> str:
    """Let click's own words come from our catalogue too; returns the language."""
    chosen = language()
    gettext.bindtextdomain("django", settings.LOCALE_PATHS[0])
    gettext.textdomain("django")
    os.environ["LANGUAGE"] = "zh_Hans" if chosen == "zh-hans" else "en"
    return chosen
