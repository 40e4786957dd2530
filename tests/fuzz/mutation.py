"""Makes hostile input of well-formed input: the same for the same seed."""

import json
import os
import random
from typing import Any

INPUTS = int(os.environ.get("SCURRYPY_FUZZ", "3000"))
"""Inputs of the whole run."""
SEED = int(os.environ.get("SCURRYPY_FUZZ_SEED", "1"))
"""Where chance begins: a run that fails is repeated with the same seed and number."""

ODD: list[Any] = [
    None,
    True,
    False,
    0,
    -1,
    1.5,
    1e308,
    -(2**63),
    2**63,
    2**64,
    10**30,
    "",
    "x" * 5000,
    "-1",
    "1e9",
    "\x00",
    "\ud800",
    "👍",
    [],
    {},
    [[]],
    [None],
    {"": None},
    "2024-13-45T99:99:99Z",
    "../..",
]
"""Values that stand where others are expected."""
PIECES = [
    b"\x00",
    b"\xff",
    b"\xed\xa0\x80",
    b"{",
    b"}",
    b"[" * 3000,
    b'"',
    b"\\u",
    b"null",
    b"1e999",
    b"-",
    b"\x00\x00\xff\xff",
]
"""Bytes that upset readers."""


def mutated_bytes(rng: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """Return `data` after one to four changes of its bytes."""
    made = bytearray(data)
    for _ in range(rng.randint(1, 4)):
        start = rng.randrange(len(made) + 1)
        end = min(len(made), start + rng.choice((1, 2, 8, 64)))
        change = rng.randrange(6)
        if change == 0 and start < len(made):
            made[start] ^= 1 << rng.randrange(8)
        elif change == 1:
            del made[start:end]
        elif change == 2:
            made[start:start] = made[start:end] * rng.choice((1, 2, 50))
        elif change == 3:
            made[start:end] = rng.choice(PIECES)
        elif change == 4:
            other = rng.choice(others)
            made[start:] = other[rng.randrange(len(other) + 1) :]
        else:
            made[start:end] = rng.randbytes(end - start)
    return bytes(made)


def mutated_tree(rng: random.Random, tree: Any, chance: float = 0.15) -> Any:
    """Return `tree` with some of its values replaced, left out, repeated or nested."""
    if rng.random() < chance / 2:
        return rng.choice(ODD)
    if isinstance(tree, dict):
        made = {key: mutated_tree(rng, value, chance) for key, value in tree.items() if rng.random() > chance / 4}
        if made and rng.random() < chance / 2:
            made[rng.choice(list(made))] = tree
        return made
    if isinstance(tree, list):
        made_list = [mutated_tree(rng, value, chance) for value in tree]
        return made_list * rng.choice((1, 1, 1, 2, 30)) if rng.random() < chance else made_list
    return rng.choice(ODD) if rng.random() < chance else tree


def as_json(tree: Any) -> bytes:
    """Return a tree as JSON; half of a character pair stays an escape, as only a hostile sender writes it."""
    return json.dumps(tree).encode()
