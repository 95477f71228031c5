"""The inverted index of the database in use, behind one small interface.

`add`, `remove` and `clear` write cards; `settle` tidies up after many; `walk` gives the documents
whose cards have what is asked, the newest first.
"""

from types import ModuleType

from django.db import connection

from . import postgres, sqlite


def index() -> ModuleType:
    """The module that speaks to the database in use."""
    return postgres if connection.vendor == "postgresql" else sqlite
