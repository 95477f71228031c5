"""The log shows where it was touched, and proofs lead to their root and to no other."""

import hashlib

import pytest

from xieshang.audit import merkle
from xieshang.audit.actions import first_broken, seal
from xieshang.audit.models import Entry, Head


@pytest.fixture
def log(clerk, city):
    return [seal(clerk, verb, city, place=verb) for verb in ("open", "read", "close")]


def test_an_untouched_chain_holds(log):
    assert first_broken() is None
    assert Head.objects.get().entries == 3


@pytest.mark.parametrize("change", [{"verb": "shut"}, {"detail": {}}, {"subject": "x:1"}])
def test_the_first_altered_entry_is_named(log, change):
    Entry.objects.filter(pk=log[1].pk).update(**change)
    assert first_broken() == log[1]


def test_an_entry_cut_out_of_the_middle_is_missed(log):
    log[1].delete()
    assert first_broken() == log[2]


def test_an_entry_cut_off_the_end_is_missed(log):
    log[2].delete()
    assert first_broken() == log[1]


def test_the_chain_holds_whatever_the_time_zone(log, settings):
    settings.TIME_ZONE = "America/New_York"
    assert first_broken() is None


@pytest.mark.parametrize("count", range(1, 40))
def test_every_leaf_has_a_proof_and_no_other_leaf_fits_it(count):
    leaves = [merkle.leaf(bytes([n])) for n in range(count)]
    top = merkle.root(leaves)
    for index, leaf in enumerate(leaves):
        path = merkle.proof(leaves, index)
        assert merkle.proven(leaf, index, count, path, top)
        assert not merkle.proven(merkle.leaf(b"other"), index, count, path, top)
        assert not merkle.proven(leaf, index, count, [*path, top], top)
        assert not path or not merkle.proven(leaf, index, count, path[:-1], top)


def test_roots_are_those_of_the_standard():
    """Known answers of RFC 6962 trees, as Certificate Transparency logs publish them."""
    assert merkle.root([]).hex() == hashlib.sha256(b"").hexdigest()
    assert merkle.leaf(b"").hex() == (
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"
    )
    leaves = [merkle.leaf(bytes.fromhex(h)) for h in ("", "00", "10")]
    assert merkle.root(leaves).hex() == (
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"
    )


@pytest.mark.parametrize("said", ['"', "\\", "%s %% %(a)s", "协商 🀄", "\u2028", "a\nb", ""])
def test_the_chain_holds_whatever_is_said(city, clerk, said):
    for number in range(3):
        seal(clerk, "note", city, said=said, number=number, none=None, parts=[said])
    assert [entry.detail["said"] for entry in Entry.objects.about(city)] == [said] * 3
    assert first_broken() is None
