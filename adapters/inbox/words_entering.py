"""Every sentence of the way in: signing in, enrolling, recovering, changing one's passphrase."""

from bot.words import Sentence

SIGN_IN = Sentence("inbox.enter.sign_in", "Sign in")
NAME = Sentence("inbox.enter.name", "Your name")
NAME_HINT = Sentence("inbox.enter.name_hint", "As it stands on the list of guardians.")
PASSPHRASE = Sentence("inbox.enter.passphrase", "Passphrase")
CODE = Sentence("inbox.enter.code", "Six digits from your telephone")
NEW_HERE = Sentence("inbox.enter.new_here", "I have a one-time code and want to enrol")
LOST = Sentence("inbox.enter.lost", "I lost my passphrase or my telephone")
KEPT_WORDS = Sentence(
    "inbox.enter.kept_words",
    "What you had typed was not sent. It is kept on this page only, and comes back when you sign in here.",
)
BACK_AGAIN = Sentence("inbox.enter.back_again", "You are back. Your words are where they were, and not sent yet.")
TRUST = Sentence(
    "inbox.enter.trust",
    "Use a device that is yours alone. A copy of {organisation}'s server does not open your cases; your passphrase does. "
    "Whoever controls the server while you are signed in could read along.",
)

ENROL = Sentence("inbox.enrol", "Enrol as a guardian")
ENROL_LEAD = Sentence(
    "inbox.enrol.lead",
    "You make your own keys here. The server keeps them locked, and your passphrase is what opens them.",
)
ENROL_CODE = Sentence("inbox.enrol.code", "One-time code")
ENROL_CODE_HINT = Sentence("inbox.enrol.code_hint", "The letters and digits that your administrator gave you.")
ENROL_GO_ON = Sentence("inbox.enrol.go_on", "Go on")
ENROL_MEANT = Sentence("inbox.enrol.meant", "You will be listed as")
ENROL_ROLE = Sentence("inbox.enrol.role", "Role")
ENROL_ANSWERS_TO = Sentence("inbox.enrol.answers_to", "Answers to")
ENROL_UNTIL = Sentence("inbox.enrol.until", "Last day")
ENROL_WRONG = Sentence(
    "inbox.enrol.wrong", "Is any of this wrong? Then stop here and ask your administrator for a new code."
)
NEW_PASSPHRASE = Sentence("inbox.enrol.passphrase", "Choose a passphrase")
PASSPHRASE_HINT = Sentence(
    "inbox.enrol.passphrase_hint",
    "At least 15 characters. Four or five words that do not belong together are good, such as what stands on your desk and "
    "what you ate. Use it nowhere else. Whoever copies this server can try guesses, each costs them about a second; a song "
    "line or a name with a year will not hold.",
)
PASSPHRASE_TWICE = Sentence("inbox.enrol.passphrase_twice", "The same passphrase again")
PASSPHRASES_DIFFER = Sentence("inbox.enrol.differ", "The two passphrases are not the same. Type them again.")
MAKE_KEYS = Sentence("inbox.enrol.make", "Make my keys")

ONCE_TITLE = Sentence("inbox.once.title", "Keep these now: they are shown once")
ONCE_RECOVERY = Sentence("inbox.once.recovery", "Your recovery code")
ONCE_RECOVERY_WHY = Sentence(
    "inbox.once.recovery_why",
    "Write it on paper and keep it at home, away from your telephone. It opens your keys if you lose the passphrase or the "
    "telephone. Without it, your cases are lost to you; nobody can replace it.",
)
ONCE_CODES = Sentence("inbox.once.codes", "Codes on your telephone")
ONCE_CODES_WHY = Sentence(
    "inbox.once.codes_why",
    "Scan this with an authenticator app. It then shows six digits, which you type each time you sign in.",
)
ONCE_CODES_TEXT = Sentence("inbox.once.codes_text", "No camera? Type this secret into the app:")
ONCE_ALT = Sentence("inbox.once.alt", "QR code for an authenticator app; the secret stands below it as text")
ONCE_OLD = Sentence(
    "inbox.once.old",
    "The old passphrase, the old recovery code and, after a recovery, the old codes open nothing any more.",
)
ONCE_COMPARE = Sentence("inbox.once.compare", "Ask the administrator to sign your keys")
ONCE_COMPARE_WHY = Sentence(
    "inbox.once.compare_why",
    "Ring your administrator or stand beside them, and read these words out. They see the same words only if nobody "
    "exchanged your keys on the way. If one word differs, stop and do not sign in.",
)
ONCE_AFTER = Sentence(
    "inbox.once.after", "When they have signed, you can sign in, and people can choose you as a reader."
)
ONCE_DONE = Sentence("inbox.once.done", "I have kept them: sign in")
ONCE_BACK = Sentence("inbox.once.back", "I have kept them: back to the cases")

RECOVER = Sentence("inbox.recover", "Recover your keys")
RECOVER_LEAD = Sentence(
    "inbox.recover.lead",
    "The recovery code gives you a new passphrase, new codes for a telephone and a new recovery code. It works once.",
)
RECOVER_CODE = Sentence("inbox.recover.code", "Recovery code")
RECOVER_GO = Sentence("inbox.recover.go", "Recover")
LOST_BOTH = Sentence(
    "inbox.recover.lost_both",
    "Without passphrase and recovery code nobody can open your keys. Ask your administrator for a new one-time code. Other "
    "readers of your cases can hand them to you.",
)

CHANGE = Sentence("inbox.change", "Your keys")
CHANGE_LEAD = Sentence(
    "inbox.change.lead",
    "Change the passphrase when somebody may have seen it, or when it has been a year. You get a new recovery code with it, "
    "and everybody else who is signed in must sign in again.",
)
CHANGE_OLD = Sentence("inbox.change.old", "The passphrase you have now")
CHANGE_GO = Sentence("inbox.change.go", "Change the passphrase")
