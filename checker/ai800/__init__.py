"""NIST AI 800-1 as code: reads a model release and reports its gaps."""

from __future__ import annotations

__version__ = "0.1.0"
