from storybuilder.core.coaching.thing_kin import GENERAL, OPPOSITES, THINGS


def test_every_group_has_words_to_stand_for_one_another() -> None:
    assert all(len(set(group.split())) > 1 for group in THINGS.split(";"))


def test_every_general_noun_has_special_ones() -> None:
    for group in GENERAL.split(";"):
        general, _, specials = group.partition(":")
        assert general.strip()
        assert specials.split()


def test_no_word_is_its_own_opposite() -> None:
    for pair in OPPOSITES.split(";"):
        one, other = (set(side.split()) for side in pair.split("|"))
        assert one
        assert other
        assert not one & other
