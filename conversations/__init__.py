"""What people do together with Hearback: one folder per thing, listed here and nowhere else."""

from conversations import (
    about_you,
    ask,
    guardians,
    home,
    note,
    practices,
    receipt,
    replies,
    results,
    say,
    share,
    show,
    sort,
    speak_up,
    steward,
    weigh,
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
    say.CONVERSATION,
    weigh.CONVERSATION,
    share.CONVERSATION,
    practices.CONVERSATION,
)
