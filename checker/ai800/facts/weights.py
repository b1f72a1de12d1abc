"""Which files are weights, in which form, how large, what their heads say, and their digests."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from ai800.facts import gguf, safetensors
from ai800.facts.lfs import POINTER_LIMIT, Pointer, pointer
from ai800.facts.types import Fact, WeightFile
from ai800.facts.words import has, letters
from ai800.patterns import pattern
from ai800.text import plural

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ai800.facts.source import Source
    from ai800.facts.types import WeightForm

_MIB = 1 << 20
_LARGE = 10 * _MIB  # a pickle of this size is weights, whatever its name
_LARGE_ASIDE = 100 * _MIB  # among tests and examples only a file of this size is weights

_CERTAIN: dict[str, WeightForm] = {
    "safetensors": "safetensors", "gguf": "gguf", "onnx": "onnx", "onnx_data": "onnx", "distcp": "other",
    "llamafile": "other", "nemo": "other",
}  # fmt: skip
_LIKELY: dict[str, WeightForm] = {
    **dict.fromkeys(("bin", "pt", "pth", "pkl", "pickle", "ckpt", "joblib"), "pickle"),
    **dict.fromkeys(("h5", "msgpack", "npz", "keras", "tflite", "pb", "ggml", "mlmodel"), "other"),
}
_INDEXED = ("safetensors", "bin", "pt", "msgpack", "h5")
_JAX = pattern(r"tensor\d{5}_\d{3}")
_NAMED = frozenset({
    "model", "models", "weight", "weights", "checkpoint", "ckpt", "consolidated", "params", "lora", "unet", "vae",
    "encoder", "decoder", "variables", "ggml",
})  # fmt: skip
# State of a training run, and small helpers of a model, that are pickled too but are no weights.
_NO_WEIGHTS = (
    "optimizer", "optim_", "scheduler", "rng_state", "random_states", "training_args", "trainer_state", "scaler",
    "tokenizer", "vocab", "merges", "sentencepiece", "spiece", "labelencoder", "label_encoder", "scaling",
)  # fmt: skip
_SAFE_HEADERS: tuple[type[Exception], ...] = (safetensors.HeaderError, gguf.HeaderError)


class Weights(NamedTuple):
    """The files of weights, and the headers of those that could be read, by path."""

    files: tuple[WeightFile, ...]
    safetensors: Mapping[str, safetensors.Header]
    gguf: Mapping[str, gguf.Header]
    risks: tuple[Fact, ...]


def weights(source: Source) -> Weights:
    """Everything in the model's folder that is weights, a pointer to weights or their index."""
    reader = _Reader(source)
    files = tuple(reader.file(path, form) for path in source.own if (form := reader.form(path)))
    reader.note_unreadable({each.path for each in files})
    real = reader.digested(tuple(each for each in files if each.path not in reader.empty))
    return Weights(real, reader.safetensors, reader.gguf, _pickles(real))


def looks_like_weights(name: str) -> bool:
    """Whether a file of this name (no folder) would be weights if it were large."""
    return _by_name(name)[0] is not None


def _by_name(name: str) -> tuple[WeightForm | None, bool]:
    """The form a file of this name has, and whether the name alone is certain."""
    stem, _, suffix = name.lower().rpartition(".")
    if stem.endswith(".index") and suffix == "json":
        return ("index" if stem.removesuffix(".index").rpartition(".")[2] in _INDEXED else None), True
    if suffix in _CERTAIN:
        return (None if suffix == "gguf" and "vocab" in stem else _CERTAIN[suffix]), True
    if suffix in _LIKELY:
        return (None if has(name, *_NO_WEIGHTS) else _LIKELY[suffix]), False
    return ("other" if suffix.startswith("tensor") and _JAX.fullmatch(suffix) else None), True


class _Reader:
    """Reads the heads of files, and gathers what they say and what is wrong with them."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._unreadable: dict[str, None] = {}
        self._pointers: dict[str, Pointer | None] = {}
        self.safetensors: dict[str, safetensors.Header] = {}
        self.gguf: dict[str, gguf.Header] = {}
        self.empty: set[str] = set()

    def form(self, path: str) -> WeightForm | None:
        """The form of weights that a file is, None where it is none."""
        name = path.rpartition("/")[2]
        form, certain = _by_name(name)
        if form is None:
            return None
        if self._source.aside(path):
            return form if self._size(path) >= _LARGE_ASIDE else None
        return form if certain or _NAMED & letters(name) or self._size(path) >= _LARGE else None

    def file(self, path: str, form: WeightForm) -> WeightFile:
        found = self._pointer(path)
        if found:
            return WeightFile(path, form, found.size, found.sha256, pointer=True, sha256_from="pointer")
        size = self._source.entries[path].size
        if path not in self._unreadable:
            self._header(path, form, size=size)
        return WeightFile(path, form, size, None, pointer=False)

    def _size(self, path: str) -> int:
        """The bytes of the weights themselves, also behind a pointer; 0 where they are not known."""
        found = self._pointer(path)
        return found.size if found else self._source.entries[path].size or 0

    def _pointer(self, path: str) -> Pointer | None:
        size = self._source.entries[path].size
        if size is not None and size > POINTER_LIMIT:
            return None
        if path not in self._pointers:
            head = self._source.head(path, POINTER_LIMIT + 1)
            if head is None:
                self._unreadable[path] = None
            self._pointers[path] = pointer(head or b"")
        return self._pointers[path]

    def _header(self, path: str, form: WeightForm, *, size: int | None) -> None:
        if form not in {"safetensors", "gguf"}:
            return
        if self._source.head(path, 1) is None:
            self._unreadable[path] = None
            return
        try:
            if form == "safetensors":
                self.safetensors[path] = safetensors.header(partial(self._bytes, path), size)
            else:
                self.gguf[path] = found = gguf.header(partial(self._bytes, path))
                self.empty.update([path] if found.tensors == 0 else [])
        except _SAFE_HEADERS as error:
            self._source.note(path, str(error))

    def _bytes(self, path: str, size: int) -> bytes:
        return self._source.head(path, size) or b""

    def digested(self, files: tuple[WeightFile, ...]) -> tuple[WeightFile, ...]:
        """The files with the digests that the budget allows; those that cannot be read to their end are noted."""
        readable = [each for each in files if each.path not in self._unreadable]
        if all(each.pointer for each in readable):
            return files
        from ai800.facts.digests import budget_of, digested

        found, failed = digested(
            readable, self._source.digest, budget=budget_of(digest_weights=self._source.digest_weights)
        )
        if failed:
            self._source.note(failed[0], f"{_these(len(failed))} cannot be read to the end, so there is no digest")
        known = {each.path: each for each in found}
        return tuple(known.get(each.path, each) for each in files)

    def note_unreadable(self, weights: set[str]) -> None:
        """One note for all of them: a partial clone has every shard missing in the same way."""
        found = [path for path in self._unreadable if path in weights]
        if found:
            self._source.note(found[0], f"{_these(len(found))} cannot be read: the bytes are not here")


def _these(count: int) -> str:
    return "this file of weights" if count == 1 else f"this and {plural(count - 1, 'more file')} of weights"


def _pickles(files: tuple[WeightFile, ...]) -> tuple[Fact, ...]:
    found = [each.path for each in files if each.form == "pickle"]
    return (
        (Fact("pickle", found[0], None, f"{plural(len(found), 'file')} that can run code when loaded"),)
        if found
        else ()
    )
