"""Two other ways to find near duplicates: every text weighed against one, and MinHash signatures.

They compare the same pairs of letters as ours does.
"""

from collections.abc import Iterable
from zlib import crc32

import numpy as np
from datasketch import MinHash, MinHashLSH
from scipy.sparse import csr_array

from xieshang.matching.letters import letters, pairs

MOST = 20
PERMUTATIONS, THRESHOLD = 128, 0.25  # Jaccard's share; Dice's 0.4


class Scan:
    """The plain way: TF-IDF of pairs, and the product of one text with all (Salton 1975)."""

    def __init__(self, texts: Iterable[str]) -> None:
        held = [pairs(letters(text)) for text in texts]
        self.known, places = np.unique(np.concatenate(held), return_inverse=True)
        starts = np.cumsum([0, *map(len, held)])
        counts = csr_array(
            (np.ones(len(places), np.float32), places.astype(np.int32), starts),
            shape=(len(held), len(self.known)),
        )
        counts.sum_duplicates()
        texts_with = np.bincount(counts.indices, minlength=len(self.known))
        self.idf = np.log(len(held) / texts_with).astype(np.float32)
        counts.data *= self.idf[counts.indices]
        norms = np.sqrt(np.add.reduceat(counts.data**2, counts.indptr[:-1]))
        counts.data /= np.repeat(norms, np.diff(counts.indptr))
        self.weights = counts

    def ask(self, text: str) -> list[int]:
        """The numbers of the twenty texts at the least angle to this one."""
        found, times = np.unique(pairs(letters(text)), return_counts=True)
        places = np.searchsorted(self.known, found).clip(max=len(self.known) - 1)
        here = self.known[places] == found
        asked = np.zeros(len(self.known), np.float32)
        asked[places[here]] = times[here] * self.idf[places[here]]
        near = self.weights @ asked
        best = np.argpartition(near, -MOST)[-MOST:]
        return best[np.argsort(-near[best])].tolist()


class Signatures:
    """datasketch: signatures of 128 numbers in bands, and the share that two have in common."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.bands = MinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS)
        self.signatures = list(signed(texts))
        with self.bands.insertion_session() as session:
            for number, signature in enumerate(self.signatures):
                session.insert(number, signature)

    def ask(self, text: str) -> list[int]:
        """The numbers of the texts in a band with this one that seem alike, likest first."""
        (asked,) = signed([text])
        near = {
            number: asked.jaccard(self.signatures[number]) for number in self.bands.query(asked)
        }
        alike = [number for number, share in near.items() if share >= THRESHOLD]
        return sorted(alike, key=lambda number: (-near[number], number))[:MOST]


def signed(texts: Iterable[str]) -> Iterable[MinHash]:
    """The signature of each text, by the quickest of the ways that the library offers."""
    held = ([pair.tobytes() for pair in pairs(letters(text))] for text in texts)
    return MinHash.generator(held, num_perm=PERMUTATIONS, hashfunc=crc32)
