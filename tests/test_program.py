"""The composition root: what is put together, and which speech model is in force."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from storybuilder.core.settings import Settings
from storybuilder.errors import SpeechModelBroken, SpeechModelMissing
from storybuilder.places import Places
from storybuilder.program import assemble
from tests import micro_model


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """A data folder that does not exist yet."""
    return Places(tmp_path / "data")


# ---------------------------------------------------------------- putting together
def test_putting_the_program_together_writes_nothing(places: Places) -> None:
    program = assemble(places, Settings())
    assert program.practice.drafting.listed() == ()
    assert program.practice.rehearsing.listed() == ()
    assert program.models.installed() == ()
    assert not places.data.exists()


def test_what_is_kept_is_kept_in_the_data_folder(places: Places) -> None:
    practice = assemble(places, Settings()).practice
    fresh = practice.drafting.start()
    practice.drafting.keep_version(replace(fresh, task="Halve it."), "before editing")
    practice.setting_up.choose(theme="dark")
    assert places.library.exists()
    assert places.settings.exists()
    assert (places.versions / f"{fresh.id}.json").exists()
    assert practice.setting_up.data_folder == str(places.data)


def test_ids_are_new_and_times_are_in_utc(places: Places) -> None:
    drafting = assemble(places, Settings()).practice.drafting
    made = [drafting.start() for _ in range(20)]
    assert len({one.id for one in made}) == 20
    assert made[0].created_at.tzinfo is UTC
    assert abs(made[0].created_at - datetime.now(UTC)) < timedelta(minutes=1)


# ---------------------------------------------------------------- which speech model
def install(folder: Path) -> Path:
    shutil.copytree(micro_model.FOLDER, folder)
    return folder


def test_the_model_that_is_named_comes_first_of_all(places: Places, tmp_path: Path) -> None:
    named, chosen = install(tmp_path / "named"), install(tmp_path / "chosen")
    install(places.models / "base.en")
    program = assemble(places, Settings(model_folder=str(chosen)), named)
    assert program.model_folder() == named


def test_a_folder_of_the_settings_comes_before_a_downloaded_model(
    places: Places, tmp_path: Path
) -> None:
    chosen = install(tmp_path / "chosen")
    install(places.models / "base.en")
    assert assemble(places, Settings(model_folder=str(chosen))).model_folder() == chosen


def test_else_the_downloaded_model_of_the_settings_is_in_force(places: Places) -> None:
    for name in ("base.en", "tiny.en"):
        install(places.models / name)
    program = assemble(places, Settings())
    assert program.model_folder() == places.models / "base.en"
    program.practice.setting_up.choose(model="tiny.en")
    assert program.model_folder() == places.models / "tiny.en"


def test_a_first_choice_that_cannot_listen_is_not_passed_over(
    places: Places, tmp_path: Path
) -> None:
    install(places.models / "base.en")
    with pytest.raises(SpeechModelMissing, match="there is no model folder"):
        assemble(places, Settings(), tmp_path / "nowhere").model_folder()
    broken = install(tmp_path / "broken")
    (broken / "tokenizer.json").unlink()
    with pytest.raises(SpeechModelBroken, match=r"lacks tokenizer\.json"):
        assemble(places, Settings(model_folder=str(broken))).model_folder()


def test_without_any_model_it_says_so(places: Places) -> None:
    with pytest.raises(SpeechModelMissing, match=r"base\.en is not on this computer"):
        assemble(places, Settings()).model_folder()


def test_every_step_shares_the_one_library_and_what_is_outside(places: Places) -> None:
    practice = assemble(places, Settings()).practice
    assert practice.rehearsing.files is practice.reviewing.files is practice.keeping.files
    assert practice.rehearsing.following is practice.reviewing.following
    assert practice.coaching.drafting is practice.drafting
