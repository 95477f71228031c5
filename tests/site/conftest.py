import copy
from pathlib import Path

import pytest

from xieshang.site.words import compile_words


@pytest.fixture(scope="session", autouse=True)
def chinese():
    compile_words()


@pytest.fixture
def gallery(settings):
    """The page of every component at /gallery/, and pages that fail."""
    templates = copy.deepcopy(settings.TEMPLATES)
    templates[0]["DIRS"] = [Path(__file__).parent / "templates"]
    settings.TEMPLATES = templates
    settings.ROOT_URLCONF = "tests.site.urls"
    settings.BODY = "柳州市政协"
    return "/gallery/"
