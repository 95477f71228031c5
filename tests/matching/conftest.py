"""Texts to compare, written once."""

import pytest
from bench.texts import texts


@pytest.fixture(scope="session")
def written():
    """Two thousand and one hundred texts, no two by the same hand."""
    return list(texts(2_100))
