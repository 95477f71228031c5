"""The address of a database: statements are prepared, unless the address says otherwise."""

from pathlib import Path

import pytest

from xieshang.config.environment import BadSetting, database


@pytest.mark.parametrize(
    ("query", "bound"), [("", True), ("?server_side_binding=", ""), ("?sslmode=require", True)]
)
def test_statements_are_prepared_unless_the_address_says_no(query, bound):
    found = database(f"postgres://me:a%40b@db:5433/x{query}", Path("data"))
    assert found["OPTIONS"]["server_side_binding"] == bound
    assert [found[name] for name in ("NAME", "USER", "PASSWORD", "HOST", "PORT")] == [
        "x", "me", "a@b", "db", "5433",
    ]  # fmt: skip


def test_another_kind_of_database_is_refused():
    with pytest.raises(BadSetting, match="mysql"):
        database("mysql://me@db/x", Path("data"))
