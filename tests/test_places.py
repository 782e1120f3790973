from pathlib import Path

from storybuilder.places import APP, Places, assets, default_data_folder, prompts


def test_naming_a_data_folder_creates_nothing(tmp_path: Path) -> None:
    places = Places(tmp_path / "data")
    named = (places.library, places.settings, places.takes, places.versions, places.models)
    assert all(path.parent == tmp_path / "data" for path in (*named, places.log))
    assert list(tmp_path.iterdir()) == []


def test_everything_has_a_place_of_its_own(tmp_path: Path) -> None:
    places = Places(tmp_path)
    named = [places.library, places.settings, places.takes, places.versions]
    named += [places.models, places.log]
    assert len({path.name for path in named}) == len(named)


def test_by_default_data_is_in_a_folder_of_the_program_in_the_home() -> None:
    folder = default_data_folder()
    assert folder.name == APP
    assert folder.is_absolute()


def test_what_the_program_carries_is_where_it_says() -> None:
    assert (assets() / "fonts").is_dir()
    assert prompts().is_dir()
    assert (assets().name, prompts().name) == ("assets", "prompts")
