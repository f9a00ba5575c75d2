"""Every sentence about replies to comments, for those who reply and for everybody who was asked."""

from bot.words import Sentence

HOME = Sentence(
    "replies.home", "{subject}: {n} comments can be replied to.", one="{subject}: {n} comment can be replied to."
)
HOME_CLOSED = Sentence(
    "replies.home_closed",
    "{subject}, closed on {day}: {n} comments can be replied to.",
    one="{subject}, closed on {day}: {n} comment can be replied to.",
)
HOME_MANY = Sentence("replies.home_many", "Comments on your last {n} forms can be replied to.")
SHOW = Sentence("replies.show", "Reply to comments")
SHOW_OF = Sentence("replies.show_of", "Reply (closed {day})")
SOME = Sentence(
    "replies.some",
    "{subject}: some comments have a reply from {answerer}. Whoever kept their words can read it: press Read a reply on Home.",
)
SOME_SHORT = Sentence("replies.some_short", "Some comments have a reply")
LIST_TITLE = Sentence("replies.list_title", "Comments")
LIST = Sentence(
    "replies.list",
    "You can reply without knowing who wrote. Only the one who wrote it reads your reply, with your name, if they kept their "
    "words. Nobody tells them that there is one; everybody's note says that some comments have a reply.",
)
WAITS = Sentence("replies.waits", "They wrote again:")
ANSWERED = Sentence("replies.answered", "You replied.")
REPLY = Sentence("replies.reply", "Reply: {begins}")
MORE = Sentence("replies.more", "More comments")
WRITE_TITLE = Sentence("replies.write_title", "Reply to a comment")
THEY_WROTE = Sentence("replies.they_wrote", "Somebody wrote")
YOU_REPLIED = Sentence("replies.you_replied", "You replied")
LOST = Sentence("replies.lost", "A message stood here that was damaged or changed. It is not shown.")
FIELD = Sentence("replies.field", "Your reply")
FIELD_HINT = Sentence("replies.field_hint", "Do not ask who they are, or for anything that only one person could know.")
SEND = Sentence("replies.send", "Send")
NEEDED = Sentence("replies.needed", "Please write something, or press Close.")
TOO_LONG = Sentence("replies.too_long", "That is {size} characters. Please shorten it to {n}.")
FULL = Sentence("replies.full", "No more fits in here, so this was not kept.")
KEPT_TITLE = Sentence("replies.kept_title", "Kept")
KEPT = Sentence(
    "replies.kept",
    "Kept. Whoever wrote the comment can read it now. What they write next comes a day later, at the earliest.",
)
NONE = Sentence(
    "replies.none", "No comment can be replied to here, or not any more: replies end {n} days after the answer."
)
NOT_YOURS = Sentence("replies.not_yours", "Only the one who answers back can reply to comments.")
GONE = Sentence(
    "replies.gone", "This comment cannot be replied to, or not any more: replies end {n} days after the answer."
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
