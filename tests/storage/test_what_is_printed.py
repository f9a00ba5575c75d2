"""Whatever prints the values that hold what people said, a log line or an error, prints none of it."""

from storage.ballots import Ballot
from storage.counting import Counted, Written
from storage.disclosure.comments import Comment
from storage.disclosure.sheets import Sheet
from storage.replies import Commented

SAID, RECEIPT = "The rota came on Thursday night.", "c0ffee" * 10


def test_no_value_that_holds_what_somebody_said_prints_it() -> None:
    place = RECEIPT.encode()
    held = (
        Ballot(7, {"q": SAID, "score": "4417"}, SAID, values={"band": SAID}, receipt=RECEIPT),
        Sheet("ward-7", {"score": 4417}, {"band": SAID}, SAID, receipt=RECEIPT),
        Comment(SAID, "ward-7", RECEIPT),
        Counted(b"", None, (Written(SAID, "ward-7", "q", RECEIPT, place),)),
        Commented("0" * 32, SAID, place),
    )
    for each in held:
        assert "4417" not in repr(each)
        assert SAID not in repr(each)
        assert RECEIPT not in repr(each)
