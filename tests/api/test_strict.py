"""What is no strict JSON is refused with words, whatever it is."""

import pytest

DEEP = b"[" * 100_000 + b"]" * 100_000
BAD = {
    "no JSON": b"{",
    "NaN": b'{"note": NaN}',
    "Infinity": b'{"note": Infinity}',
    "a name twice": b'{"note": "a", "note": "b"}',
    "a lone surrogate": b'{"note": "\\ud800"}',
    "NUL": b'{"note": "\\u0000"}',
    "bad UTF-8": b'{"note": "\xff"}',
    "too deep": b'{"note": ' + DEEP + b"}",
    "a number of 400 digits": b'{"after": ' + b"9" * 400 + b"}",
    "more than a mebibyte": b'{"note": "' + b"a" * (1 << 20) + b'"}',
}
MISSHAPEN = {
    "nothing": b"",
    "a list": b"[]",
    "an unknown name": b'{"status": "closed"}',
    "a number for a text": b'{"note": 1}',
    "2^63": b'{"after": 9223372036854775808}',
}


@pytest.mark.parametrize(
    ("body", "status"),
    [*((body, 400) for body in BAD.values()), *((body, 422) for body in MISSHAPEN.values())],
    ids=[*BAD, *MISSHAPEN],
)
def test_what_cannot_be_read_is_said_to_be_so(body, status, begun, cast, program):
    matter = begun("problem")
    answer = program(cast["clerk"])("post", f"matters/{matter.pk}/moves/handle", body)
    assert (answer.status_code, bool(answer.json()["detail"])) == (status, True)
    assert matter.steps.count() == 1


def test_a_state_that_no_table_knows_is_misshapen(cast, rules, program):
    assert program(cast["clerk"])("get", "matters?state=lost").status_code == 422


@pytest.mark.parametrize(
    ("key", "status"),
    [("0", 422), ("-1", 422), ("99999999999999999999", 422), ("x", 422), ("7", 404), ("%00", 400)],
)
def test_a_key_that_names_nothing_is_not_found_or_misshapen(key, status, cast, rules, program):
    assert program(cast["clerk"])("get", f"matters/{key}").status_code == status
