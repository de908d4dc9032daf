"""Files that hold a text and its translation, by their paths."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tqcheck.documents import holds_both
from tqcheck.languages.profile import canonical
from tqcheck.pairing.patterns import BadPattern, FilePair, Pattern


class Both(NamedTuple):
    """Where files that hold both texts lie, relative to `root`. What {lang} stands for is the
    language of the translation; without it the file tells.
    """

    root: Path
    files: str
    source_language: str | None = None
    #: Languages of translations; whatever is found, where there are none.
    target_languages: tuple[str, ...] = ()
    spelling: Mapping[str, str] = {}
    exclude: tuple[str, ...] = ()
    name: str = ""

    def checked(self) -> "Both":
        """The same, once it is known to make sense; raises BadPattern."""
        self._pattern.demand_wildcards()
        if not holds_both(self.files):
            raise BadPattern(
                f"'{self.files}': no file of this ending holds a text and a translation"
            )
        return self

    def folders(self) -> Iterator[str]:
        """The folders below which everything lies that this can match."""
        return self._pattern.folders()

    @property
    def _pattern(self) -> Pattern:
        told = "{lang}" in self.files
        targets = self.target_languages if told else ("und",)
        return Pattern(self.root, (), self.files, None, targets, self.spelling)

    def pairs(self, paths: Iterable[str]) -> Iterator[FilePair]:
        """Each file, as a pair of itself."""
        pattern = self._pattern
        for path in paths:
            match = pattern.target_of(path)
            if match is not None:
                language = canonical(match[0]) if "{lang}" in self.files else None
                file = self.root / path
                yield FilePair(file, file, self.source_language, language)
