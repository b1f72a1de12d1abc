from __future__ import annotations

import hashlib
import subprocess
import sys

import pytest

from ai800.reports.formats import FORMATS
from tests.support import assessments as made

BEGINS = {
    "text": "ai800: 2 gaps",
    "json": "{\n",
    "markdown": "# ai800 gap report",
    "html": "<!doctype html>",
    "sarif": '{\n  "$schema": "https://docs.oasis-open.org/sarif/',
    "junit": '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites ',
    "github": "::error file=ai800.yaml,line=12,",
    "summary": "# ai800\n\n**2 gaps",
    "comment": "<!-- ai800-comment ",
    "oscal": '{\n  "assessment-results": {',
    "in-toto": '{\n  "_type": "https://in-toto.io/Statement/v1",',
}


def test_every_format_has_its_own_beginning():
    assert {name: FORMATS[name](made.mixed())[: len(begin)] for name, begin in BEGINS.items()} == BEGINS
    assert set(FORMATS) == set(BEGINS)


@pytest.mark.parametrize("name", FORMATS)
def test_a_report_ends_its_last_line(name):
    report = FORMATS[name](made.mixed())
    assert report.endswith("\n")
    assert not report.endswith("\n\n")


@pytest.mark.parametrize("heavy", ["jinja2", "markupsafe", "jsonschema_rs", "yaml", "wasmtime", "git"])
def test_a_format_is_imported_only_when_it_is_used(heavy):
    script = (
        f"import sys, ai800.reports.formats, ai800.reports.text, ai800.reports.data; print({heavy!r} in sys.modules)"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True)
    assert found.stdout.strip() == "False"


@pytest.mark.parametrize("seed", ["0", "1", "4711"])
def test_no_report_depends_on_the_order_of_sets(seed):
    script = (
        "import sys, hashlib; sys.path.insert(0, '.')\n"
        "from tests.support import assessments as made\n"
        "from ai800.reports.formats import FORMATS\n"
        "print([hashlib.sha256(f(made.mixed()).encode()).hexdigest() for f in FORMATS.values()])"
    )
    env = {"PYTHONHASHSEED": seed, "TZ": "Pacific/Kiritimati", "PATH": "", "PYTHONUTF8": "1"}
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, text=True, env=env)
    digests = [hashlib.sha256(render(made.mixed()).encode()).hexdigest() for render in FORMATS.values()]
    assert found.stdout.strip() == str(digests)
