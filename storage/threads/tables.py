"""The tables of the threads: a list of their own, in a file or schema of their own, with nothing in them but random bytes."""

from sqlalchemy import LargeBinary, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from storage.db import WITHOUT_ROWID, Rows


class ThreadRows(DeclarativeBase):
    """What the tables of the threads have in common; no key leads from here to any other table."""

    metadata = MetaData(naming_convention=Rows.metadata.naming_convention)


class SealedRow(ThreadRows):
    """A message of a thread, or nothing at all made to look like one. Threads use a file or a schema of their own. Kept
    until the thread is erased; every night it is written anew under another id and another key."""

    __tablename__ = "sealed"
    __table_args__ = WITHOUT_ROWID
    place: Mapped[bytes] = mapped_column(
        LargeBinary(16), primary_key=True, doc="Keyed hash that looks random; another one every night."
    )
    body: Mapped[bytes] = mapped_column(
        LargeBinary, doc="Encrypted twice, always 16,384 bytes. Who reads it, the day and the words are inside."
    )


class LockedKeysRow(ThreadRows):
    """A guardian's private keys, twice: once under their passphrase, once under their recovery code. Kept until the guardian
    is removed; a new passphrase takes the place of the last."""

    __tablename__ = "locked_keys"
    guardian: Mapped[bytes] = mapped_column(
        LargeBinary(16), primary_key=True, doc="Hash of the guardian's public keys, which stand in the signed list."
    )
    secret: Mapped[str] = mapped_column(
        String(40), doc="Name of a key outside the database, without which neither copy opens."
    )
    salt: Mapped[bytes] = mapped_column(LargeBinary(16), doc="Random; slows down whoever tries passphrases.")
    by_passphrase: Mapped[bytes] = mapped_column(LargeBinary(124), doc="The keys, encrypted under the passphrase.")
    by_recovery: Mapped[bytes] = mapped_column(LargeBinary(124), doc="The same, encrypted under the recovery code.")


class SignedDirectoryRow(ThreadRows):
    """What is signed: who can be written to, by a key that the configuration names; and what guardians put up for everybody,
    figures of cases and what they learned, signed inside by each of them. Kept until a newer state takes its place."""

    __tablename__ = "signed_directory"
    world: Mapped[str] = mapped_column(
        String(40), primary_key=True, doc="For which kind of thread, or that it is figures, or what was learned."
    )
    document: Mapped[bytes] = mapped_column(
        LargeBinary,
        doc="Public keys, names and roles of the recipients; or figures, or what was learned, encrypted with a key outside the "
        "database and filled up to a multiple of 32,768 bytes.",
    )
    signature: Mapped[bytes] = mapped_column(LargeBinary(64), doc="The signature of the list; zeros for the others.")
    signer: Mapped[bytes] = mapped_column(LargeBinary(32), doc="Public key of who signed the list; zeros likewise.")


class InvitedRow(ThreadRows):
    """Somebody who was invited to be a guardian. Kept until they are on the signed list or the invitation is withdrawn; seven
    days where they did not come."""

    __tablename__ = "invited"
    __table_args__ = WITHOUT_ROWID
    place: Mapped[bytes] = mapped_column(
        LargeBinary(16), primary_key=True, doc="Keyed hash of the one-time code; a random number once it was used."
    )
    body: Mapped[bytes] = mapped_column(
        LargeBinary, doc="Name, role, last day and public keys, encrypted with a key outside the database; 2,088 bytes."
    )


class StatementRow(ThreadRows):
    """A guardian's last signed statement that nothing they can see waits too long. Kept until the next one takes its place,
    or the guardian is removed."""

    __tablename__ = "statement"
    __table_args__ = WITHOUT_ROWID
    guardian: Mapped[bytes] = mapped_column(
        LargeBinary(16), primary_key=True, doc="Hash of the guardian's public keys, which stand in the signed list."
    )
    body: Mapped[bytes] = mapped_column(
        LargeBinary, doc="The day and the signature, encrypted with a key outside the database; 2,088 bytes."
    )
