"""Every sentence that people read where they are introduced to one another, or drawn by lot."""

from bot.words import Sentence

WITH = Sentence("introduce.with", "You are together with {people}. Whoever reads this first writes to the others.")
NOBODY = Sentence("introduce.nobody", "There was nobody left to introduce you to this time.")
ALL_LEFT = Sentence("introduce.all_left", "The others cannot come after all.")
DRAWN = Sentence("introduce.drawn", "The lot fell on you. {answerer} will write to you.")
NOT_DRAWN = Sentence(
    "introduce.not_drawn", "The lot did not fall on you. You are next if somebody cannot, and come first next time."
)
CANNOT = Sentence("introduce.cannot", "I cannot after all")
TITLE = Sentence("introduce.title", "I cannot after all")
GIVE_BACK = Sentence(
    "introduce.give_back", "Your place is given back, without a reason. The others no longer read your name there."
)
GIVEN_BACK = Sentence("introduce.given_back", "Given back. Nobody is told why.")
GROUPS = Sentence("introduce.groups", "{n} groups were introduced.", one="{n} group was introduced.")
DRAWN_ALL = Sentence("introduce.drawn_all", "The lot fell on {people}, out of {n}.")
NOBODY_DRAWN = Sentence("introduce.nobody_drawn", "Nobody wanted to, so nobody was drawn.")
LOOK = Sentence("introduce.look", "There is news for you on Home.")
GONE = Sentence("introduce.gone", "This is not here any more.")
EVERY = tuple(value for value in list(globals().values()) if isinstance(value, Sentence))
