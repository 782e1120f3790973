from storybuilder.core.coaching.deed_kin import DEEDS


def test_every_group_has_words_to_stand_for_one_another() -> None:
    assert all(len(set(group.split())) > 1 for group in DEEDS.split(";"))


def test_no_group_is_listed_twice() -> None:
    groups = [frozenset(group.split()) for group in DEEDS.split(";")]
    assert len(set(groups)) == len(groups)


def test_words_are_plain_and_in_small_letters() -> None:
    words = DEEDS.replace(";", " ").split()
    assert all(
        word.replace("-", "").replace(".", "").isalpha() and word.islower() for word in words
    )
