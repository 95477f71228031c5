"""The printed reference is what the code says today."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

REFERENCE = Path(__file__).resolve().parent.parent / "docs" / "reference"
PAGES = ["commands.md", "figures.md", "ledgers.md", "lifecycles.md", "settings.md"]


@pytest.fixture(scope="module")
def printed(tmp_path_factory):
    """The pages as they would be printed now."""
    folder = tmp_path_factory.mktemp("reference")
    environment = os.environ | {"XIESHANG_LANGUAGE": "en", "XIESHANG_DATA": str(folder / "data")}
    command = [sys.executable, "-m", "xieshang.cli.main", "manual", str(folder / "pages")]
    subprocess.run(command, env=environment, check=True)
    return {path.name: path.read_text("utf-8") for path in (folder / "pages").iterdir()}


def test_these_pages_are_printed(printed):
    assert sorted(printed) == PAGES
    assert sorted(path.name for path in REFERENCE.iterdir()) == PAGES


@pytest.mark.parametrize("page", PAGES)
def test_the_printed_page_is_what_the_code_says(page, printed):
    assert (REFERENCE / page).read_text("utf-8") == printed[page], "run `make manual`"


def test_a_page_tells_of_every_state_and_every_figure(printed):
    assert "stateDiagram-v2" in printed["lifecycles.md"]
    assert printed["figures.md"].count("\n| `") > 20
    assert "## `xieshang figures show`" in printed["commands.md"]
