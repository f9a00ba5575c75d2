"""The year in at most ten lines that a board can read, bad news first."""

from bot.words import Sentence, Words
from storage.exports import engaged
from storage.exports.findings import Finding, findings
from storage.exports.said import asked as wording
from storage.exports.said import change
from storage.scores.interval import Fall, Rise
from storage.yearly import asked, came, promised
from storage.yearly import words as w
from storage.yearly.ledger import Ledger
from storage.yearly.scores import by_programme

MOST = 10


def lines(words: Words, ledger: Ledger) -> tuple[str, ...]:
    """Each is one sentence or two, said from what stands further down."""
    hidden, _ = asked.withheld(ledger, ledger.asked)
    found = _asked(words, ledger) + ([words(w.WITHHELD, n=hidden)] if hidden else [])
    found += [*_waiting(words, ledger), *_scores(words, ledger), *_promises(words, ledger)]
    practices, events, networks = len(came.practised(ledger)), len(ledger.events), len(ledger.networks)
    if practices or events or networks:
        many = {"practices": practices, "events": events, "networks": networks}
        found.append(words(w.TOGETHER, **{name: words.number(number) for name, number in many.items()}))
    return tuple(found[:MOST]) or (words(w.NOTHING),)


def _asked(words: Words, ledger: Ledger) -> list[str]:
    if not ledger.asked:
        return []
    last = ledger.asked[-1]
    many = asked.answers(ledger, last)
    people = words.number(last.asked)
    said = [words(w.ASKED, n=len(ledger.asked))]
    share = words.percent(asked.rate(last, many))
    said += [
        words(w.LAST, answers=words.number(many), asked=people, share=share)
        if many
        else words(w.LAST_HIDDEN, asked=people)
    ]
    rates = [asked.rate(each, many) for each in ledger.asked if (many := asked.answers(ledger, each))]
    if len(set(rates)) > 1:
        said.append(words(w.RATES, low=words.percent(min(rates)), high=words.percent(max(rates))))
    return [said[0], " ".join(said[1:])]


def _waiting(words: Words, ledger: Ledger) -> list[str]:
    late, silent = len(came.late_ones(ledger)), promised.overdue(ledger)
    said = [words(w.NOT_ANSWERED, n=late)] if late else []
    return said + ([words(w.LATE_NEWS, n=silent)] if silent else [])


def _scores(words: Words, ledger: Ledger) -> list[str]:
    said, found = list[str](), list[Finding]()
    for forms in by_programme(ledger):
        told = engaged.items(words, forms, ledger.figures, cells=ledger.cells, begins=ledger.begins)
        said += [words(w.SCORE, told=each.told) for each in told]
        found += findings(forms, ledger.cells, ledger.begins)
    falls = [(each, each.change.by.value) for each in found if isinstance(each.change, Fall)]
    rises = [(each, each.change.by.value) for each in found if isinstance(each.change, Rise)]
    said = said[:1]
    said += [_moved(words, w.WORSE, min(falls, key=lambda pair: pair[1])[0])] if falls else []
    return said + ([_moved(words, w.BETTER, max(rises, key=lambda pair: pair[1])[0])] if rises else [])


def _moved(words: Words, sentence: Sentence, found: Finding) -> str:
    return words(sentence, question=wording(words, found.question), told=change(words, found))


def _promises(words: Words, ledger: Ledger) -> list[str]:
    said = []
    if ledger.promises:
        said.append(words(w.PROMISED, counts=promised.counted(words, ledger, ledger.promises)))
    counted = [each for each in ledger.turns if each.counted]
    told = [each for each in counted if each.shared_at]
    late = sum((each.shared_at or each.answer_by) > each.answer_by for each in told)
    if counted:
        void = sum(each.stage == "void" for each in counted)
        back = {"kept": len(told) - late, "late": late, "void": void}
        said.append(words(w.BACK, **{name: words.number(number) for name, number in back.items()}))
    return said
