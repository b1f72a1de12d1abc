from __future__ import annotations

import errno
import os
import signal
import stat
import threading
from pathlib import Path

import pytest

from ai800.errors import ReportError
from ai800.reports import write
from ai800.reports.write import create, write_whole

posix = pytest.mark.skipif(os.name != "posix", reason="this system has no such files")


def _left(folder):
    return sorted(entry.name for entry in folder.iterdir())


def test_a_report_is_written_whole_and_nothing_else_is_left(tmp_path):
    path = tmp_path / "report.html"
    write_whole(path, "old")
    write_whole(path, "new é \udcff\n")
    assert path.read_bytes() == "new é \\udcff\n".encode()
    assert _left(tmp_path) == ["report.html"]


@posix
def test_a_report_has_the_rights_that_a_new_file_would_have(tmp_path):
    path, other = tmp_path / "report", tmp_path / "other"
    write_whole(path, "x")
    other.write_text("x", encoding="utf-8")
    assert stat.S_IMODE(path.stat().st_mode) == stat.S_IMODE(other.stat().st_mode)


def test_a_folder_is_not_written_over(tmp_path):
    with pytest.raises(ReportError, match="is a folder"):
        write_whole(tmp_path, "x")


@posix
def test_what_is_no_ordinary_file_is_left_alone(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(ReportError, match="is no ordinary file") as raised:
        write_whole(tmp_path / "pipe", "x")
    assert "-o -" in raised.value.remedy
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


@posix
@pytest.mark.parametrize("there", [True, False], ids=["a file", "nothing"])
def test_a_link_is_replaced_and_never_followed(tmp_path, there):
    target, link = tmp_path / "target", tmp_path / "link"
    if there:
        target.write_text("mine", encoding="utf-8")
    link.symlink_to(target)
    write_whole(link, "report")
    assert not link.is_symlink()
    assert link.read_text(encoding="utf-8") == "report"
    assert (target.read_text(encoding="utf-8") if there else None) == ("mine" if there else None)


@pytest.mark.parametrize("name", ["missing/report", "x" * 300])
def test_a_path_that_cannot_be_written_is_named_with_its_reason(tmp_path, name):
    with pytest.raises(ReportError, match="cannot be written: ") as raised:
        write_whole(tmp_path / name, "x")
    assert raised.value.exit_code == 4
    assert _left(tmp_path) == []


def test_a_name_almost_too_long_is_written(tmp_path):
    write_whole(tmp_path / ("x" * 250), "x")
    assert _left(tmp_path) == ["x" * 250]


def test_a_folder_without_rights_is_named(tmp_path, monkeypatch):
    def refuse(*_arguments, **_options):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr(write.tempfile, "mkstemp", refuse)
    with pytest.raises(ReportError, match="cannot be written: Permission denied"):
        write_whole(tmp_path / "report", "x")


def test_the_name_is_never_printed_raw(tmp_path):
    with pytest.raises(ReportError) as raised:
        write_whole(tmp_path / "missing" / "\x1b[2K\nreport", "x")
    assert raised.value.sentence.isprintable()


def _full(*_arguments, **_options):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


@pytest.mark.parametrize("failing", ["replace", "chmod"])
def test_a_full_disk_leaves_the_old_report_and_no_half_of_a_new_one(tmp_path, monkeypatch, failing):
    path = tmp_path / "report"
    write_whole(path, "old")
    monkeypatch.setattr(Path, failing, _full)
    with pytest.raises(ReportError, match="No space left"):
        write_whole(path, "new")
    assert path.read_text(encoding="utf-8") == "old"
    assert _left(tmp_path) == ["report"]


def test_an_error_without_words_is_still_a_sentence(tmp_path, monkeypatch):
    def fail(*_arguments, **_options):
        raise OSError

    monkeypatch.setattr(write.tempfile, "mkstemp", fail)
    with pytest.raises(ReportError, match="the system refused it"):
        write_whole(tmp_path / "report", "x")


def test_an_interrupted_run_leaves_nothing(tmp_path, monkeypatch):
    def interrupt(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "report", "x")
    assert _left(tmp_path) == []


@posix
@pytest.mark.parametrize("number", [signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)])
@pytest.mark.parametrize("writer", [write_whole, create])
def test_a_cancelled_run_leaves_nothing_and_the_old_report(tmp_path, monkeypatch, number, writer):
    before = signal.getsignal(number)
    if writer is write_whole:
        write_whole(tmp_path / "old", "old")
    there = _left(tmp_path)
    monkeypatch.setattr(write, "_encoded", lambda _text: os.kill(os.getpid(), number) or b"new")
    with pytest.raises(SystemExit) as ended:
        writer(tmp_path / ("old" if there else "new"), "new")
    assert ended.value.code == 128 + number
    assert _left(tmp_path) == there
    assert all((tmp_path / name).read_text(encoding="utf-8") == "old" for name in there)
    assert signal.getsignal(number) is before


def test_of_two_runs_at_once_one_report_stands_whole(tmp_path):
    path = tmp_path / "report"
    texts = [letter * 200_000 for letter in "abcd"]
    threads = [threading.Thread(target=write_whole, args=(path, text)) for text in texts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert path.read_text(encoding="utf-8") in texts
    assert _left(tmp_path) == ["report"]


def test_a_new_file_is_written_once_and_never_over_another(tmp_path):
    path = tmp_path / "ai800.yaml"
    create(path, "first\n")
    with pytest.raises(ReportError, match="File exists"):
        create(path, "second\n")
    assert path.read_bytes() == b"first\n"


def test_a_new_file_that_could_not_be_written_is_not_left(tmp_path, monkeypatch):
    monkeypatch.setattr(write, "_encoded", _full)
    with pytest.raises(ReportError, match="No space left"):
        create(tmp_path / "ai800.yaml", "text")
    assert _left(tmp_path) == []
