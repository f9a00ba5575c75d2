"""Every sentence that people read where a channel is linked to a circle."""

from bot.words import Sentence

TITLE = Sentence("channels.title", "Link this channel")
OFFER = Sentence(
    "channels.offer",
    "Choose a team or a network that you lead, and its events are posted here for everybody to read; "
    "@Hearback unlink ends that.",
)
CHOOSE = Sentence("channels.choose", "Choose")
TEXT = Sentence(
    "channels.text",
    "What is posted: an event when you announce it and leave this channel ticked, its change of time or place, and its "
    "cancellation. Nothing else.",
)
HIDDEN = Sentence(
    "channels.hidden", "A hidden network cannot have a channel: whoever is in a channel is seen by the others."
)
WHICH = Sentence("channels.which", "To which does this channel belong?")
NAME = Sentence("channels.name", "What is this channel called?")
NAME_HINT = Sentence(
    "channels.name_hint", "As in your list of channels. You read it again when you announce something."
)
LINK = Sentence("channels.link", "Link it")
LINKED_TITLE = Sentence("channels.linked_title", "Linked")
LINKED = Sentence(
    "channels.linked",
    "This channel belongs to {circle} from now on: its events are posted here. @Hearback unlink ends that.",
)
LINKED_DONE = Sentence("channels.linked_done", "#{name} belongs to {circle} from now on. I say so there.")
BELONGS = Sentence(
    "channels.belongs", "This channel belongs to {circle}: its events are posted here. @Hearback unlink ends that."
)
EVERYBODY = Sentence("channels.everybody", "all staff")
NOT_A_CHANNEL = Sentence(
    "channels.not_a_channel",
    "Only a channel of your own organisation can be linked. Write this in the channel in which events are to be posted.",
)
NOBODY = Sentence(
    "channels.nobody",
    "Whoever leads a team or an open network can link a channel to it. A hidden one has none: who is in a channel is seen.",
)
NOT_YOURS = Sentence("channels.not_yours", "Please choose one that you lead.")
NEEDED = Sentence("channels.needed", "Please write what people call it.")
MANY = Sentence("channels.many", "It has {n} channels already. Unlink one of them first.")
GONE = Sentence("channels.gone", "This has been decided or is too old. Write @Hearback link in the channel again.")
UNLINKED = Sentence("channels.unlinked", "This channel belongs to nobody any more: nothing is posted here.")
NOT_LINKED = Sentence("channels.not_linked", "This channel belongs to nobody, so there is nothing to unlink.")
NOT_YOURS_TO_END = Sentence(
    "channels.not_yours_to_end", "Whoever leads {circle} can unlink this channel, and so can a steward."
)
LOST = Sentence(
    "channels.lost",
    "#{name} is not linked to {circle} any more, for I cannot post there. To link it again, invite me and write "
    "@Hearback link there.",
)
UNDONE_LOST = Sentence(
    "channels.undone_lost",
    "I cannot post {name} in #{channel}: to have it there, invite me, write @Hearback link there, and then @Hearback events.",
)
UNDONE = Sentence(
    "channels.undone",
    "I could not post {name} in #{channel}: to have it there, write @Hearback events in that channel.",
)
UNDONE_PERHAPS = Sentence(
    "channels.undone_perhaps",
    "Nobody can tell me whether {name} was posted in #{channel}: please look, and if it is missing, write @Hearback events "
    "there.",
)
UNDONE_OFF = Sentence(
    "channels.undone_off", "{name} is cancelled, and #{channel} may not read so from me: please say it there yourself."
)
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
