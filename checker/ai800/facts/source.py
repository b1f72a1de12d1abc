"""What the collectors read from: the files of one model, each read at most once, and a note of what cannot be read."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple

from ai800.facts.lfs import pointer
from ai800.facts.sentences import label, sentences
from ai800.facts.tables import Table, tables
from ai800.facts.texts import Texts, texts
from ai800.facts.types import Fact
from ai800.facts.words import has
from ai800.markdown_text import Heading, headings_of, plain_lines, visible_lines
from ai800.patterns import pattern
from ai800.snapshot.types import TooLargeError, UnreadableError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ai800.snapshot.types import Entry, Snapshot

# Folders whose files are not the release: what lies in them was put there to test, to show or to build something.
_ASIDE = pattern(
    r"(?:^|/)(?:tests?|testing|testdata|unit_?tests?|fixtures?|examples?|samples?|demos?|third[_-]?party|vendor|"
    r"node_modules|site-packages|templates?|\.[^/]+)/",
    re.IGNORECASE,
)
_CODE = (
    ".py", ".js", ".ts", ".ipynb", ".go", ".rs", ".c", ".cc", ".cpp", ".h", ".java", ".sh", ".yml", ".yaml", ".json",
    ".toml", ".png", ".jpg", ".jpeg", ".svg", ".gif",
)  # fmt: skip
_CARD = pattern(r"(?:^|[^a-z])(model|system)[ _-]?cards?(?:[^a-z]|$)")
_README = pattern(r"(?:hugging_?face[_-])?readme(?:\.(?:md|markdown|rst|txt))?")
_TRANSLATED = ("readme.", "readme_", "readme-")
_CARD_FOLDER = pattern(r"(?:^|/)(model|system)[_-]?cards?/[^/]+\.(?:md|pdf)$", re.IGNORECASE)
_NO_CARD = ("template", "example", "guide", "readme")
_DEEPEST_CARD = 2


class Document(NamedTuple):
    """A text of the release. `lines` are what a reader sees; positions count from the original file."""

    path: str
    text: str
    lines: tuple[str, ...]
    code: tuple[str, ...]  # the same lines, with what stands in code fences
    headings: tuple[Heading, ...]
    titles: tuple[str, ...]  # of each heading, with those over it
    tables: tuple[Table, ...]
    plain: Texts  # the lines without their markup
    labels: tuple[tuple[int, str, str], ...]  # line, label and value of each `**Label:** value`
    sentences: Texts  # with the line each begins on

    def over(self, line: int) -> str:
        """The titles of all sections that `line` (from 1) stands in, outermost first, joined by ` / `."""
        last = bisect_right(self.headings, line, key=lambda each: each.line)
        return self.titles[last - 1] if last else ""


class Source:
    """The files of one model, by their paths from the root of the repository.

    `own` holds the regular files of the model's folder; `names` maps the path inside that folder to the full path.
    """

    def __init__(self, snapshot: Snapshot, *, digest_weights: bool = False) -> None:
        self._snapshot = snapshot
        self.digest_weights = digest_weights
        self._texts: dict[str, str | None] = {}
        self._documents: dict[str, Document | None] = {}
        self.problems: list[Fact] = []
        self.folder = snapshot.folder
        self._prefix = f"{snapshot.folder}/" if snapshot.folder else ""
        self.entries: Mapping[str, Entry] = {
            path: entry for path, entry in snapshot.entries.items() if entry.kind == "file"
        }

    @cached_property
    def own(self) -> tuple[str, ...]:
        """Every regular file of the model's folder."""
        return tuple(path for path in self.entries if path.startswith(self._prefix))

    def inside(self, path: str) -> str:
        """`path` as seen from the model's folder."""
        return path.removeprefix(self._prefix)

    def aside(self, path: str) -> bool:
        """Whether a file belongs to tests, examples or foreign code rather than to the release."""
        return _ASIDE.search(self.inside(path)) is not None

    @cached_property
    def top(self) -> tuple[str, ...]:
        """The files that stand directly in the model's folder."""
        return tuple(path for path, _ in self._by_folder.get(self._prefix, ()))

    def find(self, named: Callable[[str], object]) -> tuple[str, ...]:
        """The files directly in the model's folder whose name, in lower case, is one that `named` wants."""
        return tuple(path for path, name in self._by_folder.get(self._prefix, ()) if named(name))

    def shared(self, named: Callable[[str], object], *folders: str) -> tuple[str, ...]:
        """As `find`, also in `folders`, and where that finds nothing, the same at the root of the repository."""
        return self._found(self._prefix, named, folders=folders) or self._found("", named, folders=folders)

    def inside_of(self, folders: tuple[str, ...], named: Callable[[str], object]) -> tuple[str, ...]:
        """The files directly in `folders` of the model's folder whose name, in lower case, `named` wants."""
        return self._in([f"{self._prefix}{folder}/" for folder in folders], named)

    def _found(self, prefix: str, named: Callable[[str], object], *, folders: tuple[str, ...]) -> tuple[str, ...]:
        return self._in([prefix, *(f"{prefix}{folder}/" for folder in folders)], named)

    def _in(self, places: list[str], named: Callable[[str], object]) -> tuple[str, ...]:
        files = (file for place in places for file in self._by_folder.get(place, ()))
        return tuple(path for path, name in files if named(name))

    @cached_property
    def _by_folder(self) -> Mapping[str, list[tuple[str, str]]]:
        """Path and name in lower case of the files directly in a folder, by the folder with its final slash."""
        found: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for path in self.entries:
            folder, slash, name = path.rpartition("/")
            found[folder + slash].append((path, name.lower()))
        return found

    @cached_property
    def readmes(self) -> tuple[str, ...]:
        """The readme files of the model, the main one first; translations only where there is no other."""
        found = sorted(self.find(_README.fullmatch), key=lambda path: (len(path), path))
        return (
            tuple(found)
            or self.find(lambda name: name.startswith(("readme.", "readme_", "readme-")) and name.endswith(".md"))[:1]
        )

    @cached_property
    def cards(self) -> tuple[tuple[str, str], ...]:
        """Each card with its kind, `model_card` or `system_card`; those nearest to the model's folder first."""
        found = [(path, kind) for path in self.own if (kind := self._card(path))]
        return tuple(sorted(found, key=lambda pair: (pair[0].count("/"), pair[0])))

    def _card(self, path: str) -> str:
        inside = self.inside(path)
        name = inside.rpartition("/")[2]
        named = (_CARD.search(name.lower()) or _CARD_FOLDER.search(inside)) if "card" in inside.lower() else None
        if named is None or self.aside(path) or inside.count("/") > _DEEPEST_CARD:
            return ""
        return "" if has(name, *_NO_CARD) or name.lower().endswith(_CODE) else f"{named[1].lower()}_card"

    @cached_property
    def documents(self) -> tuple[Document, ...]:
        """The readme files and cards that can be read."""
        paths = dict.fromkeys([*self.readmes, *(path for path, _ in self.cards if not path.endswith(".pdf"))])
        return tuple(document for path in paths if (document := self.document(path)))

    def document(self, path: str) -> Document | None:
        if path not in self._documents:
            text = self.text(path)
            self._documents[path] = None if text is None else _document(path, text)
        return self._documents[path]

    def text(self, path: str) -> str | None:
        """The text of a file, or None where it cannot be read, which is then noted."""
        if path not in self._texts:
            self._texts[path] = self._read(path)
        return self._texts[path]

    def _read(self, path: str) -> str | None:
        reason = ""
        try:
            data = self._snapshot.read(path)
        except TooLargeError:
            reason = "is larger than is read of a text"
        except UnreadableError:
            reason = "cannot be read: its bytes are not here"
        else:
            if not pointer(data):
                return data.decode("utf-8-sig", "replace")
            reason = "stands here only as a Git LFS pointer"
        self.note(path, reason)
        return None

    def head(self, path: str, size: int) -> bytes | None:
        """The first bytes of a file, or None where it cannot be read. That is not noted here."""
        try:
            return self._snapshot.head(path, size)
        except UnreadableError:
            return None

    def digest(self, path: str) -> str:
        """SHA-256 of a file as hex. Raises UnreadableError where it cannot be read whole."""
        return self._snapshot.digest(path)

    def json(self, path: str) -> dict[str, Any] | None:
        """The object in a JSON file, or None where there is none that can be read, which is then noted."""
        text = self.text(path)
        if text is None:
            return None
        reason = "holds no JSON object"
        try:
            value = json.loads(text)
        except (ValueError, RecursionError):
            value, reason = None, "is not valid JSON"
        if isinstance(value, dict):
            return value
        self.note(path, reason)
        return None

    def note(self, path: str, reason: str, *, line: int | None = None) -> None:
        """Records that a file could not be used, and why."""
        self.problems.append(Fact(reason, path, line, "reading the repository"))


def _document(path: str, text: str) -> Document:
    lines = visible_lines(text)
    code = visible_lines(text, code=True) if "```" in text or "~~~" in text else lines
    labels = ((number, *parts) for number, line in enumerate(lines, 1) if (parts := label(line)))
    found = headings_of(lines)
    plain = plain_lines(lines)
    said = sentences(lines, plain, titles={number for each in found for number in range(each.line, each.start)})
    shown = texts(enumerate(plain, 1))
    return Document(
        path=path,
        text=text,
        lines=tuple(lines),
        code=tuple(code),
        headings=found,
        titles=_titles(found),
        tables=tables(lines),
        plain=shown,
        labels=tuple(labels),
        sentences=texts(said),
    )


def _titles(found: tuple[Heading, ...]) -> tuple[str, ...]:
    titles: list[str] = []
    above: list[Heading] = []
    for each in found:
        while above and above[-1].level >= each.level:
            above.pop()
        above.append(each)
        titles.append(" / ".join(heading.title for heading in above))
    return tuple(titles)


def key_line(text: str, key: str) -> int | None:
    """The line (from 1) of the first `"key":` in a JSON text."""
    found = re.search(rf'"{re.escape(key)}"\s{{0,20}}:', text)
    return text.count("\n", 0, found.start()) + 1 if found else None
