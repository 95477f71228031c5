"""Chinese texts like an office's matters: everyday words by Zipf's law, stock phrases, places."""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from random import Random

import numpy as np

SHORTEST, LONGEST = 120, 600  # characters
EVERYDAY, PHRASES = (  # words, the most usual first; sentences that come again and again
    part.split()
    for part in Path(__file__).with_name("everyday.txt").read_text("utf-8").split("\n\n")
)
TITLES = ("的建议\n", "问题的建议\n", "的提案\n", "的情况反映\n", "有关情况的建议\n")
OPENINGS = ("关于加强", "关于解决", "关于改善", "关于进一步做好", "关于完善", "关于")
SUFFIXES = ("路", "街", "村", "社区", "小区", "镇", "中学", "小学", "花园", "广场", "巷", "桥")
LETTERS = [
    bytes((row, cell)).decode("gb2312")
    for row in range(0xB0, 0xD8)  # the 3,755 characters of its first level
    for cell in range(0xA1, 0xFA if row == 0xD7 else 0xFF)
]

LEXICON, GROUPS, PLACES, TOPICS = 60_000, 150_000, 20_000, 400
BAG = 1 << 21  # draws by Zipf's law are looked up, not computed
TOPIC_BAG = 1 << 10
BATCH, TOKENS = 2_000, 160


def texts(count: int, seed: int = 7) -> Iterator[str]:
    """`count` texts of 120 to 600 characters, the first line a title; the same for a seed."""
    random = np.random.default_rng(seed)
    tokens, topics, sources = vocabulary(random)
    for start in range(0, count, BATCH):
        drawn, lengths = draw(random, topics, sources)
        for row, length in islice(zip(drawn, lengths, strict=True), count - start):
            yield "".join(map(tokens.__getitem__, row))[: length - 1] + "。"


def vocabulary(random: np.random.Generator) -> tuple[list[str], np.ndarray, dict[str, np.ndarray]]:
    """All tokens; for each topic the tokens it prefers; for each source the tokens it draws from.

    Words are everyday ones first, then made-up ones of common characters; groups are words that
    stand together, so that most pairs of characters come again elsewhere, as in real texts.
    """
    letters = np.array(LETTERS)[random.permutation(len(LETTERS))]
    made = letters[zipf(random.random(3 * LEXICON), len(letters), 0.7)].reshape(-1, 3)
    short = random.random(LEXICON) < 0.8
    words = EVERYDAY + [a + b + ("" if s else c) for (a, b, c), s in zip(made, short, strict=True)]
    members = zipf(random.random(3 * GROUPS), len(words), 0.95).reshape(-1, 3)
    sizes = random.integers(2, 4, GROUPS)
    groups = [
        "".join(words[m] for m in trio[:size])
        for trio, size in zip(members.tolist(), sizes.tolist(), strict=True)
    ]
    places = [
        letters[a] + letters[b] + SUFFIXES[s]
        for a, b, s in zip(
            *random.integers(0, 900, (2, PLACES)),
            random.integers(0, len(SUFFIXES), PLACES),
            strict=True,
        )
    ]
    tokens: list[str] = []
    sources = {}
    parts: dict[str, tuple[Sequence[str], float]] = {
        "word": (words, 1.0), "group": (groups, 0.8), "place": (places, 0.5),
        "phrase": (PHRASES, 0.3), "opening": (OPENINGS, 0.3), "title": (TITLES, 0.3),
        "number": ([str(n) for n in range(2, 2_000)], 0.9),
        "sign": (["，", "，", "，", "。", "、", "；"], 0.0),
    }  # fmt: skip
    for name, (listed, power) in parts.items():
        size = BAG if len(listed) > 1_000 else 1 << 12
        evenly = np.linspace(0, 1, size, endpoint=False)
        sources[name] = (zipf(evenly, len(listed), power) + len(tokens)).astype(np.int32)
        tokens.extend(listed)
    of_topic = random.choice(sources["group"], (TOPICS, TOPIC_BAG // 4))
    topics = of_topic[:, zipf(random.random(TOPIC_BAG), TOPIC_BAG // 4, 0.8)]
    return tokens, topics, sources


def zipf(at: np.ndarray, count: int, power: float) -> np.ndarray:
    """The ranks below `count` at these places from 0 to 1, when rank r has (r + 2.7) ** -power."""
    chances = np.cumsum((np.arange(count) + 2.7) ** -power)
    return np.searchsorted(chances, at * chances[-1]).clip(0, count - 1)


def draw(
    random: np.random.Generator, topics: np.ndarray, sources: dict[str, np.ndarray]
) -> tuple[list[list[int]], list[int]]:
    """A batch of texts as rows of tokens, and how many characters each keeps."""

    def some(name: str, *shape: int) -> np.ndarray:
        return sources[name][random.integers(0, sources[name].size, shape)]

    rows = some("group", BATCH, TOKENS)
    kind = random.random((BATCH, TOKENS))
    topic = topics[zipf(random.random(BATCH), TOPICS, 0.6)]
    topical = np.take_along_axis(topic, random.integers(0, TOPIC_BAG, (BATCH, TOKENS)), axis=1)
    rows = np.where(kind < 0.66, topical, rows)
    place = np.where(random.random((BATCH, TOKENS)) < 0.7, some("place", BATCH, 1),
                     some("place", BATCH, TOKENS))  # fmt: skip
    for share, given in (
        (0.50, some("word", BATCH, TOKENS)),
        (0.28, some("sign", BATCH, TOKENS)),
        (0.065, place),
        (0.035, some("number", BATCH, TOKENS)),
        (0.025, some("phrase", BATCH, TOKENS)),
    ):
        rows = np.where(kind < share, given, rows)
    rows[:, 0], rows[:, 1] = some("opening", BATCH), place[:, 0]
    rows[:, 2], rows[:, 3], rows[:, 4] = topical[:, 2], topical[:, 3], some("title", BATCH)
    lengths = SHORTEST + (LONGEST - SHORTEST) * random.beta(1.6, 2.4, BATCH)
    return rows.tolist(), lengths.astype(int).tolist()


def edited(text: str, other: str, share: float, longest: int, random: Random) -> str:
    """A copy with two sentences moved and about `share` of it inserted, deleted or replaced.

    In runs of one to `longest` characters; what is put in is taken from another text.
    """
    sentences = re.split(r"(?<=[，。；])", text)
    for _move in range(2):
        moved = sentences.pop(random.randrange(len(sentences)))
        sentences.insert(random.randrange(len(sentences) + 1), moved)
    copy = list("".join(sentences))
    left = round(share * len(copy))
    while left > 0:
        size = min(left, random.randint(1, longest))
        here, there = random.randrange(len(copy)), random.randrange(len(other) - size)
        taken, put = random.choice(((0, size), (size, 0), (size, size)))
        copy[here : here + taken] = other[there : there + put]
        left -= size
    return "".join(copy)
