"""The lines of a Markdown text as a reader of the rendered page sees them."""

from __future__ import annotations

from ai800.patterns import pattern

# The expression the Hugging Face Hub uses (hub-docs, modelcard.md), with the final newline left out of the match.
FRONT_MATTER = pattern(r"(\s*---(?:\r\n|\r|\n))([\S\s]*?)((?:\r\n|\r|\n)---[ \t]*(?=\r|\n|$))")

_KEY = pattern(r"[\w\"'$][^:]{0,100}:")
_FENCE = pattern(r"[ \t>]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?(`{3,}(?=[^`]*$)|~{3,})")
_COMMENT_OR_CODE = pattern(r"`[^`]*`|<!--")


class _Reader:
    """Walks the lines of a text and blanks what a reader of the rendered page does not see."""

    def __init__(self, *, keep_code: bool) -> None:
        self.keep_code = keep_code
        self.fence = ""
        self.comment = False

    def shown(self, line: str) -> str:
        if self.fence:
            return self._code(line)
        if not self.comment and "`" not in line and "~~~" not in line and "<!--" not in line:
            return line
        visible = self._uncommented(line)
        opened = _FENCE.match(visible)
        if opened is None:
            return visible
        self.fence = opened[1]
        return ""

    def _code(self, line: str) -> str:
        mark = line.strip(" \t>")
        if mark.startswith(self.fence) and not mark.strip(self.fence[0]):
            self.fence = ""
            return ""
        return line if self.keep_code else ""

    def _uncommented(self, line: str) -> str:
        kept: list[str] = []
        at = 0
        while at < len(line):
            end, after = _closing(line, at) if self.comment else _opening(line, at)
            kept.append("" if self.comment else line[at:end])
            self.comment = self.comment != (after > end)
            at = after
        return "".join(kept)


def _opening(line: str, at: int) -> tuple[int, int]:
    """Where the next comment mark begins and ends, from `at` on; a mark inside a code span is text."""
    marks = (found.span() for found in _COMMENT_OR_CODE.finditer(line, at) if found[0] == "<!--")
    return next(marks, (len(line), len(line)))


def _closing(line: str, at: int) -> tuple[int, int]:
    end = line.find("-->", at)
    return (len(line), len(line)) if end < 0 else (end, end + len("-->"))


def lines_of(text: str) -> list[str]:
    """The lines as an editor counts them: only CR, LF and CRLF end a line."""
    return (text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text).split("\n")


def front_matter_lines(text: str) -> int:
    """How many lines at the top are YAML front matter, both rules included; text between two breaks is none."""
    found = FRONT_MATTER.match(text) if text.lstrip().startswith("---") else None
    if found is None:
        return 0
    said = [line for each in lines_of(found[2]) if (line := each.strip())]
    first = next((line for line in said if not line.startswith("#")), "")
    return len(lines_of(found[0])) if not said or _KEY.match(first) else 0


def visible_lines(text: str, *, code: bool = False) -> list[str]:
    """The lines of `text`, as many as it has; front matter, comments, fences and, unless `code`, their code blanked."""
    lines = lines_of(text)
    matter = front_matter_lines(text)
    reader = _Reader(keep_code=code)
    return [""] * matter + [reader.shown(line) for line in lines[matter:]]
