from storybuilder.ui.news import News, cut_off
from tests.builders import take


def test_a_take_that_was_cut_off_is_offered_with_its_length() -> None:
    told = cut_off(take("t1", duration_s=83.4))
    assert told.words == "A take was cut off; the 1:23 that were spoken are kept."
    assert (told.way, told.route) == ("Show it", "/takes/t1")


def test_news_may_lead_nowhere() -> None:
    assert News("The library was damaged.").route == ""
