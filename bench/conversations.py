"""Votes of three camps, as many as are wanted."""

import numpy as np

CENTRES = np.array([[1.3, 0.2], [-1.1, 0.9], [-0.3, -1.5]])
SHARES = (0.45, 0.35, 0.2)
BLOCK = 50_000  # participants drawn at a time


def columns(who, what, said) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """As narrow as they go."""
    return who.astype(np.int32), what.astype(np.int16), said.astype(np.int8)


def drawn(participants: int, statements: int, mean: int, seed: int = 7):
    """Columns of votes: who votes on how much differs widely, old statements are seen more than
    new ones; some are voted on twice."""
    random = np.random.default_rng(seed)
    loads = random.standard_normal((statements, 2)) * random.gamma(2, 0.45, statements)[:, None]
    leaning = 0.35 + 0.8 * random.standard_normal(statements)
    seen = (random.permutation(statements) + 8.0) ** -0.6
    blocks = [
        block(random, range(first, min(first + BLOCK, participants)), mean, seen, loads, leaning)
        for first in range(0, participants, BLOCK)
    ]
    return tuple(np.concatenate(each) for each in zip(*blocks, strict=True))


def block(random, people: range, mean: int, seen, loads, leaning):
    camp = random.choice(3, len(people), p=SHARES)
    minds = CENTRES[camp] + 0.55 * random.standard_normal((len(people), 2))
    many = np.exp(np.log(mean) - 0.4 + 0.9 * random.standard_normal(len(people)))
    row = np.repeat(np.arange(len(people)), np.clip(many.round(), 1, len(seen)).astype(int))
    what = np.searchsorted(np.cumsum(seen / seen.sum()), random.random(len(row)))
    liking = (loads[what] * minds[row]).sum(1) + leaning[what]
    passes = random.random(len(row)) < 0.18 * np.exp(-liking * liking / 2) + 0.04
    agrees = random.random(len(row)) < 1 / (1 + np.exp(-1.7 * liking))
    return columns(row + people.start, what, np.where(passes, 0, np.where(agrees, 1, -1)))
