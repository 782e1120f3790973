import json
import os
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow
CHECKOUT = Path(__file__).parents[1]
FOUND = "from storybuilder import places; print(places.assets()); print(places.prompts())"


def python_of(folder: Path) -> Path:
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def run(python: Path, *arguments: str, cwd: Path) -> str:
    """What a command prints, with nothing of this checkout in its way."""
    clean = {k: v for k, v in os.environ.items() if not k.startswith("PYTHON")}
    told = subprocess.run(
        [python, *arguments], cwd=cwd, env=clean, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    return told.stdout


def data_files(folder: str) -> set[str]:
    """What `folder` of the checkout holds, as paths inside an installed package."""
    listed = subprocess.run(
        ["git", "ls-files", folder], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    return {f"storybuilder/{name}" for name in listed.stdout.splitlines()}


CORPUS = "storybuilder/assets/corpus/"


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    run(Path(sys.executable), "-m", "build", "--wheel", "--outdir", str(folder), cwd=CHECKOUT)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A Python in which nothing but the wheel and what it asks for was ever installed."""
    folder = tmp_path_factory.mktemp("installed")
    venv.create(folder, with_pip=True)
    python, versions = python_of(folder), CHECKOUT / "constraints.txt"
    run(python, "-m", "pip", "install", "-q", "-c", str(versions), str(wheel), cwd=folder)
    return python


@pytest.mark.parametrize("folder", ["assets", "prompts"])
def test_the_wheel_carries_every_file_of(wheel: Path, folder: str) -> None:
    wanted = {name for name in data_files(folder) if not name.startswith(CORPUS)}
    assert wanted
    assert wanted <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_leaves_out_what_only_training_reads(wheel: Path) -> None:
    assert not [n for n in zipfile.ZipFile(wheel).namelist() if n.startswith(CORPUS)]


def test_the_wheel_carries_the_licences_where_tools_look_for_them(wheel: Path) -> None:
    names = {Path(name).name for name in zipfile.ZipFile(wheel).namelist() if ".dist-info/" in name}
    assert {"LICENSE", "OFL-source-sans.md", "OFL-source-serif.md", "dejavu-copyright.txt"} <= names


def test_the_wheel_carries_the_package_and_nothing_beside_it(wheel: Path) -> None:
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert "storybuilder/py.typed" in zipfile.ZipFile(wheel).namelist()
    assert {top for top in tops if not top.endswith(".dist-info")} == {"storybuilder"}


def test_installed_it_finds_its_data_from_any_folder(installed: Path, tmp_path: Path) -> None:
    for line in run(installed, "-c", FOUND, cwd=tmp_path).splitlines():
        assert Path(line).is_dir()
        assert Path(line).is_relative_to(installed.parents[1])


def test_installed_it_has_fonts_to_show(installed: Path, tmp_path: Path) -> None:
    assets = Path(run(installed, "-c", FOUND, cwd=tmp_path).splitlines()[0])
    assert len(list((assets / "fonts").glob("*.ttf"))) >= 8


def test_installed_it_tells_the_version_of_the_project(installed: Path, tmp_path: Path) -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    command = installed.with_name("storybuilder")
    assert run(command, "--version", cwd=tmp_path) == f"storybuilder {project['version']}\n"


def test_installed_it_judges_an_answer_without_the_tools_of_its_tests(
    installed: Path, tmp_path: Path
) -> None:
    answer = "My task was to halve the queue. I sorted the tickets. It fell by 60 %."
    (tmp_path / "answer.txt").write_text(answer)
    told = run(installed, "-m", "storybuilder", "check", "answer.txt", "--json", cwd=tmp_path)
    assert json.loads(told)["missing"] == ["situation"]
