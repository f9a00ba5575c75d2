"""What people, templates and practices wrote themselves, in the examples: it is theirs, and is shown as it is."""

from bot.detail import Detail
from bot.words import Words
from conversations.about_you import examples as about_you
from conversations.approve import examples as approve
from conversations.ask.examples import MANY
from conversations.brief import examples as brief
from conversations.channels import examples as channels
from conversations.circles import examples as circles
from conversations.commitments import examples as commitments
from conversations.home.examples import HOUSE
from conversations.match import examples as match
from conversations.meet.examples import TEXTS as MEETING
from conversations.note.examples import HOUSE as NOTE_HOUSE
from conversations.practices import examples as practices
from conversations.replies import examples as replies
from conversations.results import examples as results
from conversations.say import examples as say
from conversations.share import examples as share
from conversations.show import examples as show
from conversations.sort import examples as sort
from conversations.speak_up import examples as speak_up
from conversations.thanks import examples as thanks
from conversations.weigh import examples as weigh
from conversations.workshop import examples as workshop
from storage.examples import AGE, ASKING, CLUB, COMMENTS, NEWS
from storage.examples import SAID as WRITTEN
from tests import life as lives
from tests.harness import templates
from tests.readable import said_in


def _said_about(detail: Detail) -> list[str]:
    """Everything that the author of a detail wrote, in English."""
    texts = (detail.name, detail.prompt, detail.purpose, *(group.label for group in detail.groups))
    return [text["en"] for text in texts]


SAID: tuple[str, ...] = (
    *WRITTEN,
    replies.OTHER.text,
    ASKING.subject["en"],
    ASKING.answerer_name,
    *(text for asking in (ASKING, MANY) for asked in asking.questions for text in said_in(asked)),
)
SAID += (HOUSE.organisation, HOUSE.help_line, NEWS.will_do, NEWS.will_not, *COMMENTS)
SAID += tuple(text for asking in (show.MANY, results.MANY) for asked in asking.questions for text in said_in(asked))
SAID += ("Kitchen", *MEETING, *_said_about(AGE), show.SUBJECT["en"], results.ABOUT["en"], *results.NAMES.values())
SAID += (*(Words().weekday(day) for day in range(7)), *map(Words().language_named, NOTE_HOUSE.languages))
SAID += tuple(template.ask.subject["en"] for template in templates().values())
SAID += tuple(text for asked in templates()["pulse"].ask.form(0) for text in said_in(asked))
SAID += tuple(text for detail in about_you.HOUSE.details for text in _said_about(detail))
SAID += workshop.GIVEN + speak_up.GIVEN + circles.WRITTEN + match.SAID + sort.WRITTEN + commitments.GIVEN
SAID += (
    CLUB.circle_name,
    practices.HIDDEN.name,
    *weigh.NAMED.values(),
    weigh.PROMPT["en"],
    say.BOOK,
    share.CAME,
    share.TEXT["en"].replace("{chosen}", "Pride, 2 hours"),
    *share.LINES,
)
SAID += (thanks.AMARA, thanks.WHY, thanks.PROMPT["en"], *thanks.TEAMS)
SAID += tuple(text["en"] for each in (practices.CULTURE, practices.THANKS) for text in (each.title, each.about))
SAID += tuple(text["en"] for each in practices.CULTURE.moments for text in practices.texts(each))
SAID += tuple(text["en"] for each in practices.THANKS.moments for text in practices.texts(each))
SAID += tuple(text["en"] for each in practices.EVERYTHING.moments for text in practices.texts(each))
SAID += (share.MOVED["en"], *share.CHANGED)
SAID += brief.WRITTEN + approve.WRITTEN
SAID += (channels.NETWORK, channels.CALLED)
SAID += (share.ALONE.spec["text"]["en"], share.NEWS.spec["prompt"]["en"], share.NEWS.spec["told"])
SAID += (
    lives.ABOUT,
    lives.OWN,
    *lives.PLACES,
    lives.DARIO,
    lives.AMARA,
    lives.WILL_DO,
    lives.WILL_NOT,
    *lives.COMMENTS,
)
