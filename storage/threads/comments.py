"""Replies to a comment: a thread that opens at the close, between whoever answers back and an author nobody knows.

The author needs nothing but their receipt: who may reply, and with which key replies are signed, stands in the first
message, under the author's own signature. So reading one's replies asks nothing of the ordinary database.
"""

import json
from collections.abc import Mapping, Sequence

from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

from bot.values import dataclass
from storage.secrets import Secrets
from storage.threads import author, envelope, frames, readers, recipients, rows, transcript
from storage.threads.author import READERS, TOKEN
from storage.threads.cabinet import Cabinet
from storage.threads.keys import from_master
from storage.threads.patience import padded
from storage.threads.receipts import Receipt
from storage.threads.recipients import Directory, Recipient, RecipientKey
from storage.threads.transcript import Message, Saying

SIGNS, NAME, SUBJECT = "signs", "name", "subject"
AT_A_TIME = 256
ROLE = "answerer"


@dataclass(frozen=True, slots=True)
class Answerer:
    """Who replies to the comments of one round, and what its question was about, by language. `ref` names the key."""

    ref: str
    name: str
    subject: Mapping[str, str]


@dataclass(frozen=True, slots=True, repr=False)
class Begun:
    """A thread ready to be put in: its one row, and where it lies, sealed for the answerer's key."""

    row: rows.New
    place: bytes


@dataclass(frozen=True, slots=True, repr=False)
class Thread:
    """What the author reads: to which subject they wrote, who replies, and everything that was said, in order."""

    subject: Mapping[str, str]
    answerer: str
    messages: tuple[Message, ...]


@dataclass(frozen=True, slots=True, repr=False)
class Heard:
    """What the answerer reads: the thread to reply in, and everything that was let through, in order."""

    thread: readers.Opened
    messages: tuple[Message, ...]

    @property
    def waits(self) -> bool:
        """Whether the author wrote again, and nothing was said since."""
        said = [message for message in self.messages if message.kind == "said"]
        return len(said) > 1 and said[-1].mine


def begin(cabinet: Cabinet, master: bytes, text: str, answerer: Answerer) -> Begun:
    """The thread of one released comment, in memory only. `master` is what travelled in the envelope (32 bytes)."""
    keys, thread = from_master(master), envelope.fresh()
    reader = recipients.public(recipients.held(cabinet.secrets, answerer.ref), answerer.name, ROLE)
    about = {
        TOKEN: keys.token.hex(),
        READERS: reader.opens.hex(),
        SIGNS: reader.signs.hex(),
        NAME: answerer.name,
        SUBJECT: json.dumps(dict(answerer.subject)),
    }
    [piece] = Saying(keys.signs, "said", text, cabinet.today(), about).frames()
    base = transcript.bases(keys.token)[0]
    inner = envelope.first(thread, [reader.opens], envelope.public(keys.wrap), frames.written(piece, keys.signs, base))
    return Begun(rows.New(base, inner), SealedBox(PublicKey(reader.opens)).encrypt(keys.token))


async def put_in(cabinet: Cabinet, begun: Sequence[Begun]) -> None:
    """Puts threads in. Doing it twice is doing it once: what lies there already stays."""
    for at in range(0, len(begun), AT_A_TIME):
        batch = [each.row for each in begun[at : at + AT_A_TIME]]
        if not await rows.add(cabinet, batch):
            for row in batch:
                await rows.add(cabinet, [row])


async def read(cabinet: Cabinet, receipt: Receipt) -> Thread | None:
    """Everything in the thread, for its author; None for every receipt that leads nowhere. Writes nothing."""
    return await padded(cabinet.patience, _read(cabinet, receipt))


async def go_on(cabinet: Cabinet, receipt: Receipt, text: str) -> bool | None:
    """The author writes again: shown to the answerer from tomorrow on. Raises as `author.write` does."""
    return await author.write(cabinet, receipt, text)


def key_of(secrets: Secrets, ref: str) -> RecipientKey | None:
    """The answerer's key of a round; None where it was destroyed or lost."""
    seed = secrets.get(recipients.held_name(ref))
    return recipients.key_from(seed) if seed else None


async def heard(cabinet: Cabinet, key: RecipientKey, places: Sequence[bytes]) -> list[Heard | None]:
    """The threads at these sealed places, for the answerer, in one look; None where one was erased or is not theirs.

    Without what is let through only from tomorrow on.
    """
    tokens = [_token(key, place) for place in places]
    bases = {token: transcript.bases(token) for token in tokens if token}
    found = {row.base: row for row in await rows.find(cabinet, [base for each in bases.values() for base in each])}
    return [
        _heard(cabinet, key, token, [found[base] for base in bases[token] if base in found]) if token else None
        for token in tokens
    ]


async def reply(cabinet: Cabinet, key: RecipientKey, thread: readers.Opened, text: str) -> None:
    """The answerer replies: shown to the author at their next look. Raises as `readers.reply` does."""
    await readers.reply(cabinet, key, thread, text)


async def erase_all(cabinet: Cabinet, ref: str) -> None:
    """Erases every thread of a round for everybody, for good, and destroys its answerer's key."""
    if key := key_of(cabinet.secrets, ref):
        found = await readers.find(cabinet, key)
        for at in range(0, len(found), AT_A_TIME):
            await readers.erase(cabinet, *found[at : at + AT_A_TIME])
    cabinet.secrets.destroy(recipients.held_name(ref))


async def _read(cabinet: Cabinet, receipt: Receipt) -> Thread | None:
    keys = await cabinet.keys(receipt)
    found = await rows.find(cabinet, transcript.bases(keys.token))
    opens = author.opens(keys, found)
    told = transcript.read_rows(keys.token, found, opens) if opens else []
    head, own = told[0] if told else None, frames.public(keys.signs)
    if head is None or head.frame is None or not head.signed or head.frame.by != own:
        return None
    about = head.frame.about
    directory = Directory(0, (_signer(about),)) if SIGNS in about else Directory(0, ())
    messages = tuple(transcript.messages(told, directory, own))
    return Thread(json.loads(about.get(SUBJECT, "{}")), about.get(NAME, ""), messages)


def _token(key: RecipientKey, place: bytes) -> bytes | None:
    try:
        return SealedBox(PrivateKey(key.opens)).decrypt(place)
    except CryptoError:
        return None


def _heard(cabinet: Cabinet, key: RecipientKey, token: bytes, found: Sequence[rows.Found]) -> Heard | None:
    head = found[0] if found and found[0].base == transcript.bases(token)[0] else None
    keys = envelope.as_reader(head.inner, key.opens) if head and head.inner else None
    if keys is None:
        return None
    told = transcript.read_rows(token, found, keys.opens)
    own = Directory(0, (recipients.public(key, "", ROLE),))
    every = transcript.messages(told, own, transcript.author_of(told))
    return Heard(readers.Opened(token, keys), tuple(each for each in every if each.opens <= cabinet.today()))


def _signer(about: Mapping[str, str]) -> Recipient:
    return Recipient(bytes.fromhex(about[READERS]), bytes.fromhex(about[SIGNS]), about[NAME], ROLE)
