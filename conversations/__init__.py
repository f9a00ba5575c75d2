"""What people do together with Hearback: one folder per thing, listed here and nowhere else."""

from conversations import (
    about_you,
    ask,
    guardians,
    home,
    note,
    receipt,
    replies,
    results,
    show,
    sort,
    speak_up,
    steward,
)

ALL = (
    home.CONVERSATION,
    ask.CONVERSATION,
    show.CONVERSATION,
    steward.CONVERSATION,
    sort.CONVERSATION,
    results.CONVERSATION,
    note.CONVERSATION,
    replies.CONVERSATION,
    receipt.CONVERSATION,
    about_you.CONVERSATION,
    speak_up.CONVERSATION,
    guardians.CONVERSATION,
)
