"""The second workflow's steps: one comment, on the pull request that GitHub names, from a report that is hostile."""

from __future__ import annotations

import json
import zipfile

import pytest

from ai800.reports.brief import comment_report, marker
from ai800.reports.data import as_data
from ai800.reports.foreign import LIMIT
from ai800.reports.json_text import json_text
from tests.acceptance.conftest import sprung, trap
from tests.support import assessments as made
from tests.support.github_api import HEAD, GitHubApi, zipped
from tests.support.hostile_texts import HOSTILE
from tests.support.opa import ROOT
from tests.support.runner import TOKEN, Runner

REPORT = json_text(as_data(made.mixed())).encode()
COMMENT = comment_report(made.mixed())
MARKER = marker(made.mixed())
NAME = "ai800-report.json"


def _event(**changes):
    run = {
        "id": 99,
        "event": "pull_request",
        "head_sha": HEAD,
        "head_branch": "topic",
        "head_repository": {"owner": {"login": "STRANGER"}},
        "pull_requests": [],
    }
    return {"workflow_run": run | changes}


@pytest.fixture
def api():
    with GitHubApi() as found:
        found.archive = zipped({NAME: REPORT})
        yield found


@pytest.fixture
def post(installed, tmp_path, api):
    (tmp_path / "workspace").mkdir()
    (tmp_path / "temp").mkdir()

    def _post(event=None, **inputs):
        runner = Runner(
            tmp_path / "workspace", tmp_path / "temp", ("workflow_run", _event() if event is None else event)
        )
        runner.environment |= {"GITHUB_API_URL": api.address, "GITHUB_REPOSITORY": "OWNER/model"}
        return runner.run(ROOT / "comment", python=installed.python, **inputs)

    return _post


def _comment(number, body, login="github-actions[bot]"):
    return {"id": number, "body": body, "user": {"login": login}}


def test_the_comment_of_a_fork_is_posted_where_github_says(api, post):
    ended = post()
    assert (ended.code, ended.outputs["post"]) == (0, {"posted": "true"})
    (written,) = api.written
    assert (written.method, written.path) == ("POST", "/repos/OWNER/model/issues/7/comments")
    assert written.body == {"body": COMMENT}
    assert "/repos/OWNER/model/pulls?state=open&per_page=100&head=STRANGER%3Atopic" in [each.path for each in api.asked]


def test_the_number_of_the_event_is_taken_where_it_has_one(api, post):
    api.pulls = [api.pull(7), api.pull(8)]
    post(_event(pull_requests=[{"number": 8}]))
    assert [each.path for each in api.written] == ["/repos/OWNER/model/issues/8/comments"]


def test_an_earlier_comment_of_ours_is_replaced_and_nobody_elses(api, post):
    api.comments = [
        _comment(1, f"{MARKER}\nforged", "stranger"),
        *[_comment(100 + number, "talk") for number in range(150)],
        _comment(2, f"quoting {MARKER}"),
        _comment(3, f"{MARKER}\nold"),
    ]
    post()
    assert [(each.method, each.path) for each in api.written] == [("PATCH", "/repos/OWNER/model/issues/comments/3")]
    assert api.written[0].body == {"body": COMMENT}


def test_the_token_goes_to_the_api_and_nowhere_else(api, post):
    ended = post()
    assert {each.token for each in api.asked if each.path != "/blob"} == {f"Bearer {TOKEN}"}
    assert [each.token for each in api.asked if each.path == "/blob"] == [None]
    assert TOKEN not in ended.log


@pytest.mark.parametrize("changes", [{"state": "closed"}, {"head": {"sha": "c" * 40}}])
def test_nothing_is_posted_on_a_pull_request_that_went_on(api, post, changes):
    api.pulls = [api.pull(7, **changes)]
    ended = post()
    assert (ended.code, ended.outputs["post"], api.written) == (0, {"posted": "false"}, [])
    assert "no comment: the pull request was closed, or has newer commits than this run" in ended.log


def _data(**changes):
    return json.dumps(as_data(made.mixed()) | changes).encode()


REFUSED = {
    "no zip": (b"no archive", "the artifact cannot be unpacked"),
    "empty": (zipped({}), f"the artifact does not hold one {NAME}"),
    "other names": (zipped({"../ai800-report.json": REPORT, "/etc/x": b""}), "does not hold one"),
    "number": (zipped({NAME: _data(pull_request=1)}), "this is no report of ai800"),
    "number in its place": (zipped({NAME: _data(report=7)}), "the report is of another version"),
    "verdict": (zipped({NAME: _data(counts=as_data(made.passing())["counts"])}), "the report contradicts itself"),
    "bomb": (zipped({NAME: b" " * (LIMIT + 1)}), f"the report is larger than {LIMIT} bytes"),
    "not json": (zipped({NAME: b"::error::forged\n@org/team"}), "the report is no sound JSON"),
    "nested": (zipped({NAME: b"[" * 100_000}), "the report is no sound JSON"),
    "damaged": (zipped({NAME: REPORT}, damage=60), "the artifact cannot be unpacked"),
    "another packing": (zipped({NAME: REPORT}, packing=zipfile.ZIP_LZMA), "the artifact is packed in a way"),
    "large": (b"0" * (16 * 1024 * 1024 + 1), "is larger than 16777216 bytes"),
}


@pytest.mark.parametrize("archive, said", REFUSED.values(), ids=REFUSED)
def test_an_artifact_that_is_not_ours_is_refused_in_one_line(api, post, archive, said):
    api.archive = archive
    ended = post()
    assert (ended.code, ended.outputs["post"], api.written) == (4, {}, [])
    (error,) = ended.commands
    assert error.data.startswith("no comment: ")
    assert said in error.data
    assert "forged" not in ended.log
    assert "Traceback" not in ended.log


@pytest.mark.parametrize(
    "artifacts",
    [
        [],
        [{"id": 5, "name": "other", "expired": False, "size_in_bytes": 1}],
        [{"id": 5, "name": "ai800", "expired": True, "size_in_bytes": 1}],
        [{"id": 5, "name": "ai800", "expired": False, "size_in_bytes": 10**9}],
        [{"id": number, "name": "ai800", "expired": False, "size_in_bytes": 10**number} for number in (1, 9)],
    ],
)
def test_an_artifact_that_is_not_there_or_not_small_is_never_fetched(api, post, artifacts):
    api.artifacts = artifacts
    assert post().code == 4
    assert [each for each in api.asked if each.path == "/blob" or each.method != "GET"] == []


def test_of_a_run_that_was_run_again_the_newest_report_counts(api, post):
    (found,) = api.artifacts
    api.artifacts = [found, {**found, "id": 4}]
    assert post().code == 0
    assert [each.path.split("/")[-2] for each in api.asked if each.path.endswith("/zip")] == [str(found["id"])]
    assert len(api.written) == 1


@pytest.mark.parametrize(
    "event",
    [
        {"nothing": 1},
        [],
        _event(event="push"),
        _event(head_sha="main"),
        _event(head_repository=None),
        _event(pull_requests=[{"number": "7/../../x"}]),
    ],
)
def test_an_event_that_names_no_pull_request_run_is_refused(api, post, event):
    assert post(event).code == 4
    assert api.asked == []


def test_two_pull_requests_of_one_commit_are_not_guessed_between(api, post):
    api.pulls = [api.pull(7), api.pull(8)]
    assert post().code == 4
    assert api.written == []


@pytest.mark.parametrize("path", ["/pulls", "/actions/runs/99/artifacts", "/blob", "/issues/7/comments"])
@pytest.mark.parametrize("status", [403, 404, 500])
def test_what_github_refuses_is_said(api, post, path, status):
    api.status[path] = status
    ended = post()
    assert ended.code == 4
    assert api.written == [] or path == "/issues/7/comments"
    assert len(ended.commands) == 1


def test_a_github_that_is_not_there_is_said(api, post):
    api.__exit__()
    ended = post()
    assert ended.code == 4
    assert "GitHub cannot be reached" in ended.log


@pytest.mark.parametrize("branch", ["x$(touch${IFS}SPRUNG)", "a&head=other:main", "x\n::error::x", "é", "../x"])
def test_the_name_of_a_branch_is_only_a_name(api, post, tmp_path, branch):
    trap(tmp_path / "workspace")
    post(_event(head_branch=branch))
    assert not sprung(tmp_path / "workspace")
    (asked,) = (each.path for each in api.asked if "/pulls?" in each.path)
    assert asked.count("&head=") == 1
    assert asked.isprintable()


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()][::4])
def test_a_hostile_report_is_shown_as_text(api, post, text):
    assessment = made.hostile(text)
    api.archive = zipped({NAME: json_text(as_data(assessment)).encode()})
    ended = post()
    assert [each.data for each in ended.commands] == [] or ended.code == 4
    assert [each.body["body"].partition("\n")[0] for each in api.written] in ([], [marker(assessment)])
