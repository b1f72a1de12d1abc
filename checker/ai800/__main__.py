"""`python -m ai800`."""

from __future__ import annotations

from ai800.cli.entry import main

main()
