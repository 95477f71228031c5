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


@pytest.mark.parametrize("key", ["0", "-1", "99999999999999999999", "x", "%00"])
def test_a_key_that_names_nothing_is_not_found_or_misshapen(key, cast, rules, program):
    answer = program(cast["clerk"])("get", f"matters/{key}")
    assert answer.status_code in (404, 422)
