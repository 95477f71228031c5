"""The loops over every vote, compiled when they are first called and kept for the next process.

Votes lie participant by participant: `code[start[i]:start[i+1]]`, each `4·statement + vote + 1`.
The loops take what they fill as their last argument; none depends on how many threads there are.
"""

import numpy as np

from .compiled import compiled

FEW = 24  # votes of one participant that are put in order one by one
WORD = 64
U = np.uint64
ONE, TWO, THREE = U(1), U(2), U(3)
# Which bit of a word is its lowest: by the sequence of de Bruijn (Leiserson, Prokop, Randall 1998).
SEQUENCE, TOP = U(0x03F79D71B4CB0A89), U(58)
BIT_OF = np.zeros(WORD, np.int64)
for _bit in range(WORD):
    BIT_OF[((0x03F79D71B4CB0A89 << _bit) & (2**64 - 1)) >> 58] = _bit


@compiled
def count_ids(ids, low, many):
    """How often each whole number from `low` on occurs."""
    for i in range(len(ids)):
        many[ids[i] - low] += 1


@compiled
def scatter(who, low, number, what, low_what, number_what, vote, at, code):
    """Put each vote behind the last one of its participant, whose next place is `at`."""
    for i in range(len(who)):
        row = number[who[i] - low]
        code[at[row]] = 4 * number_what[what[i] - low_what] + vote[i] + 1
        at[row] += 1


@compiled
def tidy(start, code, statements, length):
    """Each participant's votes in the order of statements, of several on one the latest: in place;
    `length` is how many remain."""
    words = np.zeros((statements + WORD - 1) // WORD, np.uint64)
    last = np.zeros(statements, code.dtype)
    for i in range(len(start) - 1):
        first, end = start[i], start[i + 1]
        to = first
        if end - first <= FEW:
            for q in range(first, end):
                c = code[q]
                p = to
                while p > first and code[p - 1] >> 2 > c >> 2:
                    p -= 1
                if p > first and code[p - 1] >> 2 == c >> 2:
                    code[p - 1] = c
                    continue
                for r in range(to, p, -1):
                    code[r] = code[r - 1]
                code[p] = c
                to += 1
        else:
            for q in range(first, end):
                j = code[q] >> 2
                last[j] = code[q]
                words[j // WORD] |= ONE << U(j % WORD)
            for k in range(len(words)):
                word = words[k]
                words[k] = U(0)
                while word:
                    lowest = word & (~word + ONE)
                    code[to] = last[k * WORD + BIT_OF[(lowest * SEQUENCE) >> TOP]]
                    to += 1
                    word ^= lowest
        length[i] = to - first


@compiled
def mark_rows(start, length, code, mark):
    """64 bits of each participant's votes: the sum of each code mixed, mixed (SplitMix64)."""
    for i in range(len(length)):
        whole = U(0)
        for q in range(start[i], start[i] + length[i]):
            z = U(code[q]) + U(0x9E3779B97F4A7C16)
            z = (z ^ (z >> U(30))) * U(0xBF58476D1CE4E5B9)
            z = (z ^ (z >> U(27))) * U(0x94D049BB133111EB)
            whole += z ^ (z >> U(31))
        z = whole + U(0x9E3779B97F4A7C15)
        z = (z ^ (z >> U(30))) * U(0xBF58476D1CE4E5B9)
        z = (z ^ (z >> U(27))) * U(0x94D049BB133111EB)
        mark[i] = z ^ (z >> U(31))


@compiled
def gather(order, start, code, to, out):
    """Rows in another order: that of `order[i]`, which begins at `start[order[i]]`, to `to[i]`."""
    for i in range(len(order)):
        first = start[order[i]]
        out[to[i] : to[i + 1]] = code[first : first + to[i + 1] - to[i]]


@compiled
def join_rows(rows, start, code, more_start, more_code, to, length, out):
    """The votes of `rows[i]` (-1 for none), and over them those of row i of the others."""
    for i in range(len(rows)):
        a = b = 0
        if rows[i] >= 0:
            a, b = start[rows[i]], start[rows[i] + 1]
        at = to[i]
        for q in range(more_start[i], more_start[i + 1]):
            c = more_code[q]
            while a < b and code[a] >> 2 < c >> 2:
                out[at] = code[a]
                at += 1
                a += 1
            if a < b and code[a] >> 2 == c >> 2:
                a += 1
            out[at] = c
            at += 1
        while a < b:
            out[at] = code[a]
            at += 1
            a += 1
        length[i] = at - to[i]


@compiled
def sums_back(start, code, weight, sums):
    """Four directions at once: each participant's sum of weights, given back to each of their
    votes. `weight` and `sums` are (4·m·4,), four for a code."""
    for i in range(len(start) - 1):
        a = b = c = d = 0.0
        for q in range(start[i], start[i + 1]):
            at = U(code[q]) << TWO
            a += weight[at]
            b += weight[at + ONE]
            c += weight[at + TWO]
            d += weight[at + THREE]
        for q in range(start[i], start[i + 1]):
            at = U(code[q]) << TWO
            sums[at] += a
            sums[at + ONE] += b
            sums[at + TWO] += c
            sums[at + THREE] += d


@compiled
def sums_of_rows(start, code, weight, sums):
    """Each participant's sum of weights, four at once: `sums` is (4·n,)."""
    for i in range(len(start) - 1):
        a = b = c = d = 0.0
        for q in range(start[i], start[i + 1]):
            at = U(code[q]) << TWO
            a += weight[at]
            b += weight[at + ONE]
            c += weight[at + TWO]
            d += weight[at + THREE]
        sums[4 * i] = a
        sums[4 * i + 1] = b
        sums[4 * i + 2] = c
        sums[4 * i + 3] = d


@compiled
def count_codes(code, many):
    """How often each code occurs."""
    for q in range(len(code)):
        many[code[q]] += 1


@compiled
def count_codes_of_groups(start, code, group, many):
    """The same by group: `many` is (groups, 4·m), and who is in none (-1) is not counted."""
    for i in range(len(start) - 1):
        if group[i] >= 0:
            of_group = many[group[i]]
            for q in range(start[i], start[i + 1]):
                of_group[code[q]] += 1
