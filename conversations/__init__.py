"""What people do together with Hearback: one folder per thing, listed here and nowhere else."""

from conversations import (
    about_you,
    ask,
    commitments,
    guardians,
    home,
    note,
    receipt,
    replies,
    results,
    show,
    speak_up,
    steward,
)

ALL = (
    home.CONVERSATION,
    ask.CONVERSATION,
    show.CONVERSATION,
    commitments.CONVERSATION,
    steward.CONVERSATION,
    results.CONVERSATION,
    note.CONVERSATION,
    replies.CONVERSATION,
    receipt.CONVERSATION,
    about_you.CONVERSATION,
    speak_up.CONVERSATION,
    guardians.CONVERSATION,
)
