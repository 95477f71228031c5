"""Commands as somebody types them."""

import json

import pytest
from click.testing import CliRunner

from xieshang.cli.commands import xieshang


@pytest.fixture
def typed():
    """Run a command in this process: `typed("figures", "--year", 2023)` → click's result."""

    def run(*words):
        return CliRunner().invoke(xieshang, [str(word) for word in words], catch_exceptions=False)

    return run


@pytest.fixture
def told(typed):
    """The same with --json: what it says, when it ends well."""

    def run(*words, ends=0):
        result = typed(*words, "--json")
        assert result.exit_code == ends, result.output
        return json.loads(result.stdout)

    return run
