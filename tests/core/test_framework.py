from storybuilder.core.framework import Framework, Item

DIVE = Item("dive_deep", "Dive Deep", "Know the details.", ("problem_solving", "technical_depth"))
OWN = Item("ownership", "Ownership", "Act for the whole.", ("ownership", "problem_solving"))


def test_the_items_that_a_competency_shows_best_come_first() -> None:
    framework = Framework("x", "X", "a page", (OWN, DIVE))
    assert framework.items_of("problem_solving") == (DIVE, OWN)
    assert framework.items_of("integrity") == ()
