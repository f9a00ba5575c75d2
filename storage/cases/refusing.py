"""Turns everything that can stop a guardian into the one kind of refusal that pages know, without its words."""

from collections.abc import Iterator
from contextlib import contextmanager

from bot.casebook import Refused, Why
from storage.cases.cards import NotACard
from storage.cases.ending import OnHold, TwoNeeded
from storage.cases.enrolment import NoInvitation
from storage.cases.filing import NotOffered
from storage.cases.guardians import StaysLocked
from storage.cases.locks import TooWeak
from storage.cases.merging import NotTheSameReaders, NotTwo
from storage.cases.pinboard import NotTrusted
from storage.cases.publishing import AlreadyPublished, NotOver
from storage.cases.raised import InTheFuture, NotAgreed
from storage.cases.sharing import LastReader, LeftOut, NotListed
from storage.threads.author import NotAReader
from storage.threads.frames import NothingSaid, TooLong
from storage.threads.readers import Gone
from storage.threads.recipients import DirectoryRefused
from storage.threads.transcript import ThreadFull

REASONS: dict[type[Exception], Why] = {
    AlreadyPublished: "published",
    DirectoryRefused: "list",
    Gone: "gone",
    InTheFuture: "in the future",
    LastReader: "last reader",
    LeftOut: "left out",
    NoInvitation: "no invitation",
    NotACard: "not a card",
    NotAReader: "not listed",
    NotAgreed: "not agreed",
    NotListed: "not listed",
    NotOffered: "not offered",
    NotOver: "not a quarter",
    NotTheSameReaders: "other readers",
    NotTrusted: "figures",
    NotTwo: "not two",
    NothingSaid: "nothing said",
    OnHold: "on hold",
    StaysLocked: "locked",
    ThreadFull: "full",
    TooLong: "too long",
    TooWeak: "weak",
    TwoNeeded: "two needed",
}


@contextmanager
def refusing() -> Iterator[None]:
    """What is raised inside becomes Refused."""
    try:
        yield
    except tuple(REASONS) as error:
        raise Refused(REASONS[type(error)]) from None
