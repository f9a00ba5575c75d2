"""Every sentence on the page where staff read what was raised with the guardians, and what changed."""

from bot.words import Sentence

TITLE = Sentence("speak_up.changed_title", "Raised, and changed")
ROLLING = Sentence("speak_up.changed_rolling", "Raised in the twelve months up to {month}")
ALL = Sentence("speak_up.changed_all", "Everything that was raised")
LEAST = Sentence("speak_up.changed_least", "at least {n}")
HIDDEN = Sentence("speak_up.changed_hidden", "not shown")
WHY_HIDDEN = Sentence(
    "speak_up.changed_why_hidden",
    "Fewer than five are not shown, nor anything that would give them away, so there may always be more. Each guardian counts "
    "what was raised with them and signs it; nothing is counted twice or again.",
)
NAMED = Sentence("speak_up.changed_named", "{name} ({role})")
COUNTED = Sentence("speak_up.changed_counted", "Counted: what was raised with {who}.")
UNCOUNTED = Sentence("speak_up.changed_uncounted", "Not counted yet: what was raised only with {whom}.")
BY = Sentence("speak_up.changed_by", "Published by {name}, {role}")
NONE_COUNTED = Sentence("speak_up.changed_none_counted", "No figures were published yet. They will stand here.")
LEARNED = Sentence("speak_up.changed_learned", "What guardians learned")
LEARNED_BY = Sentence("speak_up.changed_learned_by", "{name}, {role}, in the two weeks up to {day}")
SPAN = Sentence("speak_up.changed_span", "What changed, {first} to {last}")
NOTHING_WRITTEN = Sentence("speak_up.changed_nothing_written", "Nothing was written yet about what changed.")
NONE_YET = Sentence("speak_up.changed_none_yet", "Nothing was published yet. It will stand here, for everybody.")
NOT_TRUSTED = Sentence(
    "speak_up.changed_not_trusted",
    "What was published cannot be trusted now, so it is not shown. You can still speak up, and a guardian can tell you more.",
)
TRACE = Sentence("speak_up.changed_trace", "Everybody reads the same here. Hearback does not record that you did.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
