from storybuilder.core.story_prompt import StoryPrompt, grouped


def prompt(id: str, group: str) -> StoryPrompt:
    return StoryPrompt(id, group, f"What of {id}?", id, ("delivery",))


def test_groups_and_their_prompts_keep_their_order() -> None:
    one, two, three = prompt("b", "Proud"), prompt("a", "Hard"), prompt("c", "Proud")
    assert list(grouped([one, two, three]).items()) == [("Proud", (one, three)), ("Hard", (two,))]


def test_without_prompts_there_are_no_groups() -> None:
    assert grouped([]) == {}
