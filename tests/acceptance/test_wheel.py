"""The wheel holds all it needs: installed into an empty environment, it runs outside the checkout."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv

import pytest

from tests.support.opa import ROOT
from tests.support.releases import write_release

MOST_PACKAGES = 12


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """The scripts folder of an environment that holds the wheel and what it depends on."""
    folder = tmp_path_factory.mktemp("wheel")
    _run(sys.executable, "-m", "build", "--outdir", folder / "dist", ROOT, cwd=folder)
    (wheel,) = (folder / "dist").glob("*.whl")
    assert list((folder / "dist").glob("*.tar.gz"))
    venv.create(folder / "empty", with_pip=True)
    scripts = folder / "empty" / ("Scripts" if os.name == "nt" else "bin")
    _run(scripts / "python", "-m", "pip", "install", "--quiet", wheel, cwd=folder)
    return scripts


def _run(*command, cwd, check=True):
    """A command outside the checkout, with nothing of this environment's Python."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COVERAGE", "COV_"))}
    done = subprocess.run([*map(str, command)], cwd=cwd, env=kept, capture_output=True, text=True, check=False)
    assert not check or done.returncode == 0, done.stdout + done.stderr
    return done


def test_it_needs_few_packages(installed, tmp_path):
    listed = json.loads(_run(installed / "python", "-m", "pip", "list", "--format", "json", cwd=tmp_path).stdout)
    names = {package["name"].lower() for package in listed} - {"pip", "setuptools", "ai800"}
    assert len(names) <= MOST_PACKAGES, sorted(names)


def test_it_checks_a_release_in_every_format(installed, tmp_path):
    release = write_release(tmp_path / "release")
    formats = [
        part for form in ("text", "json", "markdown", "html") for part in ("--format", form, "-o", tmp_path / form)
    ]
    done = _run(installed / "ai800", "check", release, "--as-of", "2026-06-01", *formats, cwd=tmp_path)
    assert done.stderr == ""
    assert all((tmp_path / form).stat().st_size > 1000 for form in ("text", "json", "markdown", "html"))


@pytest.mark.parametrize("command", [["--version"], ["explain", "ipd:5.3.1"], ["--help"]])
def test_it_answers(installed, tmp_path, command):
    assert "ai800" in _run(installed / "ai800", *command, cwd=tmp_path).stdout


def test_the_other_engine_says_what_it_lacks(installed, tmp_path):
    release = write_release(tmp_path / "release")
    done = _run(installed / "ai800", "check", release, "--engine", "opa", cwd=tmp_path, check=False)
    assert done.returncode == 4
    assert "ai800[opa]" in " ".join((done.stdout + done.stderr).split())
