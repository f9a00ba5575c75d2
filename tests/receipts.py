"""Receipts in tests: threads that cost little, and the words as somebody reads them."""

import re
from dataclasses import replace
from functools import cache

from storage.threads import receipts
from storage.threads.cabinet import Cabinet
from storage.threads.keys import Cost
from storage.threads.patience import Patience


async def no_wait(_seconds: float) -> None:
    """The time is a test's own."""


def quick(cabinet: Cabinet) -> Cabinet:
    """Threads with cheap keys, few decoys, and no waiting."""
    return replace(cabinet, cost=Cost(1, 8192), patience=Patience(sleep=no_wait), spare=8)


def receipt_in(text: str) -> str:
    """The eight words that stand in what somebody reads.

    A word of the page and seven of the receipt add up once in 2,048 times: the digits beside them say which eight are meant.
    """
    tokens = re.findall(r"[a-z]+", text)
    runs = [" ".join(tokens[at : at + receipts.IN_ALL]) for at in range(len(tokens))]
    found, flat = [run for run in runs if is_receipt(run)], "".join(text.split())
    return next((run for run in found if _digits(run) in flat), *found[:1])


def _digits(run: str) -> str:
    read = receipts.read(run)
    return receipts.digits(read).replace(" ", "") if isinstance(read, receipts.Receipt) else ""


def is_receipt(text: str) -> bool:
    """Whether a text is a receipt and nothing else."""
    words = re.findall(r"[^\W\d_]+", text)
    # looked up first: of each word that it does not know, `read` looks for those that resemble it
    known = len(words) == receipts.IN_ALL and _words() >= set(words)
    return known and isinstance(receipts.read(" ".join(words)), receipts.Receipt)


@cache
def _words() -> frozenset[str]:
    return frozenset(receipts.wordlist())
