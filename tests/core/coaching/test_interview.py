from storybuilder.core.coaching.brief import Exchange
from storybuilder.core.coaching.interview import Interview, interview_id
from storybuilder.core.documents import interview_document, interview_from
from storybuilder.core.story import Part, StoryId

ID = StoryId("s1")


def test_each_part_of_a_story_has_an_interview_of_its_own() -> None:
    ids = {interview_id(story, part) for story in (ID, StoryId("s2")) for part in Part}
    assert len(ids) == 8


def test_an_interview_is_kept_whole() -> None:
    told = Interview(
        id=interview_id(ID, Part.TASK),
        story_id=ID,
        part=Part.TASK,
        exchanges=(Exchange("How many?", "Twelve."),),
    )
    assert interview_from(interview_document(told)) == told
