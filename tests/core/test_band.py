from storybuilder.core.band import Band


def test_both_ends_belong_to_a_band() -> None:
    band = Band(10, 20)
    assert 10 in band
    assert 20 in band


def test_what_lies_outside_does_not() -> None:
    assert 9.99 not in Band(10, 20)
    assert 20.01 not in Band(10, 20)
