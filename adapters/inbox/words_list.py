"""Every sentence on the page about the guardians themselves: who is listed, who leaves, agreeing to a deletion."""

from bot.words import Sentence

LEAD = Sentence(
    "inbox.guardians.lead",
    "Whom people can choose as readers. The list is signed; your administrator changes it, and nobody else can.",
)
YOU = Sentence("inbox.guardians.you", "You")
ANSWERS_TO = Sentence("inbox.guardians.answers_to", "answers to {who}")
OUTSIDE = Sentence("inbox.guardians.outside", "outside the guardian line")
UNTIL = Sentence("inbox.guardians.until", "until {day}")
OVER = Sentence("inbox.guardians.over", "until {day}, which is over")
LEAVING = Sentence("inbox.guardians.leaving", "A colleague leaves")
LEAVING_HINT = Sentence(
    "inbox.guardians.leaving_hint",
    "Give all cases that you both read new keys, without them. Cases that only they read must be handed over by themselves "
    "before they go. Only whoever has new keys, or a last day within thirty days, can be chosen. It can take a minute.",
)
LEAVING_WHO = Sentence("inbox.guardians.leaving_who", "Who leaves")
LEAVING_TO = Sentence("inbox.guardians.leaving_to", "Who reads them besides you from then on (nobody is fine)")
LEAVING_SURE = Sentence("inbox.guardians.leaving_sure", "They read none of these cases any more")
LEAVING_GO = Sentence("inbox.guardians.leaving_go", "Give the cases new keys")
LEFT_CASES = Sentence("inbox.guardians.left", "{n} cases have new keys.", one="{n} case has new keys.")
AGREE = Sentence("inbox.guardians.agree", "Agree to a deletion")
AGREE_HINT = Sentence(
    "inbox.guardians.agree_hint",
    "A colleague who alone reads a case needs a second person to delete it. You see nothing of the case: ask them why, and "
    "agree only if you would answer for it.",
)
AGREE_SLIP = Sentence("inbox.guardians.agree_slip", "The digits they gave you")
AGREE_SURE = Sentence("inbox.guardians.agree_sure", "They told me why, and I agree")
AGREE_GO = Sentence("inbox.guardians.agree_go", "Agree")
AGREE_ANSWER = Sentence("inbox.guardians.agree_answer", "Give them this answer")
