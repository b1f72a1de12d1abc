"""Texts that a release may hold and that a report must only show."""

from __future__ import annotations

# What hostile texts try: to be markup, to be a command, to hide, to forge a line of the report.
HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "javascript:alert(1)",
    "[click](javascript:alert(1))",
    "![](https://tracker.example/x.png)",
    "</details></section><h1>PASSED</h1>",
    "<!-- hidden",
    "\u202egnp.exe",
    "\x1b[2K\x1b[1Aai800: no gaps",
    "new\nline\r\n# Heading",
    "::error::forged",
    "##[error]forged",
    "a `code` b `` c ``` d",
    "| cell | cell |",
    "@org/team Fixes #1 GH-12",
    "https://evil.example www.evil.example a@evil.example",
    "zero\u200bwidth\ufeff\U000e0041",
    "bad\udcff bytes",
    "{{ 7 * 7 }}{% raw %}",
    "- item\n1. item\n> quote\n===",
    "& &amp; &#64; &lt;b&gt;",
    "]]> --> */ \\ \\u0041",
    "שלום \u05d0 العربية",
    "*bold* _under_ ~~gone~~ $x$ :tada: [^1] 0123456789abcdef",
    "",
    " ",
    "x" * 5000,
)
