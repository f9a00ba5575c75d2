"""A receipt is easy to write down, forgiving to type in, and never wrong unnoticed."""

import random
from itertools import combinations
from pathlib import Path

import pytest

from storage.secrets import SecretFiles
from storage.threads import receipts, two_words
from storage.threads.receipts import DoesNotAddUp, NotAWord, Receipt, WrongCount, mint, read, words
from tests import house

RECEIPT = Receipt(0x129_9ABC_DEF0_1234_5678)
CHANCE = random.Random(7)
# Words that sound like another word; a list that is read out over the telephone has none of them.
SOUND_ALIKE = """
aisle aloud altar bare bear beach beech berry blew blue board bored brake break bread bury buy cell cent cereal chord cite
coarse course creak creek currant current dear deer dew doe due eight fair fare feat feet fir flea flee flour flower four
gate great grate hair hall hare heal hear heel heir here hole hour knead knight knit knot knows lain leak leek lone made maid
mail main male mane meat meet might mist moat morning muscle mussel naval none oar pail pain pair pane peace peak pear peer
piece pier plain plane pole poll pour practice practise pray principal profit rain raise read reed reign right ring road
role roll root rose rough route sail sale scene scent sea seam seen sell serial sew shore sight site soar sole some son
stair stake stare steak steal steel story straight suite sum sun sweet tail tale tea team tear their there thrown throne
tide tied time toad toe ton too tow two vain vale veil vein wail waist wait ware waste wave way weak wear weather week
weigh weight whale which whine whole wood would wrap write yolk
"""


def test_the_list_holds_2048_plain_words_and_four_letters_tell_any_of_them() -> None:
    every = receipts.wordlist()
    assert len(every) == 2**receipts.BITS_A_WORD == 2048
    assert list(every) == sorted(set(every))
    assert all(word.isascii() and word.islower() and word.isalpha() and 4 <= len(word) <= 8 for word in every)
    assert len({word[:4] for word in every}) == 2048
    assert set(every).isdisjoint(SOUND_ALIKE.split())


def test_seven_words_hold_77_bits_and_twenty_four_digits_hold_them_all() -> None:
    assert receipts.BITS == 77
    assert len(str(2**receipts.BITS - 1)) == receipts.DIGITS
    assert len(words(RECEIPT)) == 8


def test_a_receipt_is_read_back_from_words_digits_and_its_link() -> None:
    for receipt in [Receipt(0), Receipt(2**77 - 1), RECEIPT, *(mint() for _ in range(50))]:
        assert read(" ".join(words(receipt))) == receipt
        assert read(receipts.digits(receipt)) == receipt
        assert read(f"https://hearback.example/reply#{'-'.join(words(receipt))}") == receipt


@pytest.mark.parametrize(
    "said",
    [
        "{0} {1} {2} {3} {4} {5} {6} {7}",
        "  {0}-{1}-{2},{3} ;{4}\n{5}\t{6} {7}. ",
        "1. {0} 2. {1} 3. {2} 4. {3} 5. {4} 6. {5} 7. {6} 8. {7}",
        "https://other.example/a#{0}-{1}-{2}-{3}-{4}-{5}-{6}-{7}",
    ],
)
def test_reading_is_generous(said: str) -> None:
    typed = said.format(*words(RECEIPT))
    assert read(typed) == read(typed.upper()) == RECEIPT
    assert read(" ".join(word[:4] for word in words(RECEIPT))) == RECEIPT
    assert read(" ".join(f"{word}s" for word in words(RECEIPT))) == RECEIPT
    assert read(receipts.digits(RECEIPT).replace(" ", "-")) == RECEIPT


def test_any_one_wrong_word_is_noticed() -> None:
    right, every = list(words(RECEIPT)), receipts.wordlist()
    for place in range(8):
        for other in CHANCE.sample(every, 150):
            if other != right[place]:
                assert read(" ".join([*right[:place], other, *right[place + 1 :]])) == DoesNotAddUp()


def test_any_two_words_in_each_other_s_place_are_noticed() -> None:
    for receipt in (RECEIPT, *(mint() for _ in range(20))):
        for one, other in combinations(range(8), 2):
            swapped = list(words(receipt))
            swapped[one], swapped[other] = swapped[other], swapped[one]
            if swapped != list(words(receipt)):
                assert read(" ".join(swapped)) == DoesNotAddUp()


def test_any_wrong_digit_and_any_swap_of_neighbours_is_noticed() -> None:
    right = receipts.digits(RECEIPT).replace(" ", "")
    for place, digit in enumerate(right):
        for other in "0123456789".replace(digit, ""):
            assert read(right[:place] + other + right[place + 1 :]) == DoesNotAddUp()
        swapped = right[:place] + right[place : place + 2][::-1] + right[place + 2 :]
        assert swapped == right or read(swapped) == DoesNotAddUp()


def test_what_is_wrong_is_said_so_that_it_can_be_put_right() -> None:
    right = list(words(RECEIPT))
    assert read(" ".join(right[:7])) == WrongCount(7, 8)
    assert read("") == read("?!") == WrongCount(0, 8)
    assert read("12 34") == WrongCount(4, 28)
    slip = read(" ".join(["umbrela", "ubmrella", *right[2:]]))
    assert isinstance(slip, NotAWord)
    assert (slip.place, slip.typed, slip.like[0]) == (2, "ubmrella", "umbrella")


def test_a_receipt_never_shows_itself_in_a_log_or_an_error() -> None:
    slip = read("ubmrella")
    for shown in (repr(RECEIPT), str(RECEIPT), f"{RECEIPT}", repr(slip)):
        assert str(RECEIPT.secret) not in shown
        assert not any(word in shown for word in (*words(RECEIPT), "ubmrella"))


def test_a_text_that_gives_its_own_receipt_away_is_noticed() -> None:
    own = words(RECEIPT)
    assert receipts.says(f"My words are {' '.join(own).title()}. Thanks.", RECEIPT)
    assert receipts.says(f"it ends with {', '.join(own[5:])}", RECEIPT)
    assert receipts.says(f"my number: {receipts.digits(RECEIPT)}", RECEIPT)
    assert not receipts.says(f"I like {own[0]} and {own[1]} and {own[2]}.", RECEIPT)


def test_what_draws_the_square_code_is_not_loaded_before() -> None:
    assert receipts.squares(RECEIPT) != receipts.squares(mint())
    module = house.read(house.ROOT / "storage" / "threads" / "receipts.py")
    lines = module.text.splitlines()
    asked = [lines[line - 1].startswith("    ") for line, name in house.imports(module) if "segno" in name]
    assert asked
    assert all(asked)


@pytest.fixture
def store(tmp_path: Path) -> SecretFiles:
    return SecretFiles(tmp_path)


def test_two_of_the_words_are_asked_for_and_known_again_by_another_process(tmp_path: Path, store: SecretFiles) -> None:
    asked, own = two_words.ask(store, RECEIPT), words(RECEIPT)
    first, second = (own[place - 1] for place in asked.places)
    other = SecretFiles(tmp_path)
    assert two_words.kept(other, asked.token, (f" {first.upper()} ", second[:4]))
    assert two_words.places(asked.token) == asked.places
    assert not two_words.kept(other, asked.token, (second, first))
    assert not two_words.kept(other, asked.token, (first, "umbrella"))
    assert not two_words.kept(other, asked.token, (first, ""))


def test_a_token_that_is_not_ours_is_refused_and_ours_says_nothing(tmp_path: Path, store: SecretFiles) -> None:
    asked, own = two_words.ask(store, RECEIPT), words(RECEIPT)
    pair = (own[asked.places[0] - 1], own[asked.places[1] - 1])
    elsewhere = SecretFiles(tmp_path / "elsewhere")
    for token in ("", "nonsense", "ü", asked.token[:-4], two_words.ask(elsewhere, RECEIPT).token):
        assert not two_words.kept(store, token, pair)
    assert two_words.places("nonsense") is None
    assert len({two_words.ask(store, RECEIPT).token for _ in range(20)}) == 20
