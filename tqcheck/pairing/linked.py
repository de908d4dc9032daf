"""Pages whose front matter says which of them are one text: Hugo's `translationKey`, `ref` beside
`lang` in Jekyll and Polylang.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tqcheck.documents.front_matter import language_key, values
from tqcheck.languages.profile import canonical
from tqcheck.pairing.patterns import BadPattern, FilePair, Pattern
from tqcheck.pairing.tags import is_tag

#: Bytes of a page that may hold its front matter.
_HEAD = 16 * 2**10


class Linked(NamedTuple):
    """Where pages lie, relative to `root`, and which key of theirs has one value in all languages.

    The language of a page is what {lang} stands for or, where `files` has none, what the page says
    as `lang`, `language` or `locale`.
    """

    root: Path
    files: str
    key: str
    source_language: str | None = None
    #: Languages of translations; whatever is found, where there are none.
    target_languages: tuple[str, ...] = ()
    spelling: Mapping[str, str] = {}
    exclude: tuple[str, ...] = ()
    name: str = ""

    def checked(self) -> "Linked":
        """The same, once it is known to make sense; raises BadPattern."""
        self._pattern.demand_wildcards()
        if "." not in self.files.rpartition("/")[2]:
            raise BadPattern(f"'{self.files}' has no ending: write one such as {{path}}.md")
        return self

    def folders(self) -> Iterator[str]:
        """The folders below which everything lies that this can match."""
        return self._pattern.folders()

    @property
    def _pattern(self) -> Pattern:
        targets = () if "{lang}" in self.files else ("und",)
        return Pattern(self.root, (), self.files, None, targets, self.spelling)

    def pairs(self, paths: Iterable[str]) -> Iterator[FilePair]:
        """The pages that are one text, the source's language with each other one.

        A value that two pages of one language have links nothing. Without a source language that
        is told, pages are not paired.
        """
        if self.source_language is None:
            return
        for pages in self._linked(paths).values():
            source = pages.get(canonical(self.source_language))
            for language, path in pages.items():
                wanted = not self.target_languages or language in map(
                    canonical, self.target_languages
                )
                if source and path and path != source and wanted:
                    yield FilePair(
                        self.root / source, self.root / path, self.source_language, language
                    )

    def languages(self, paths: Iterable[str]) -> frozenset[str]:
        """The languages of the pages that are linked with others."""
        return frozenset(
            tag for pages in self._linked(paths).values() if len(pages) > 1 for tag in pages
        )

    def _linked(self, paths: Iterable[str]) -> Mapping[str, Mapping[str, str | None]]:
        """Value of the key → language → path, None where several pages claim it."""
        pattern = self._pattern
        found: defaultdict[str, dict[str, str | None]] = defaultdict(dict)
        for path in paths:
            match = pattern.target_of(path)
            if match is None:
                continue
            stated = values(_head(self.root / path))
            link = stated.get(self.key)
            language = match[0] if "{lang}" in self.files else self._read(language_key(stated))
            if link and language:
                pages = found[link]
                tag = canonical(language)
                pages[tag] = None if tag in pages else path
        return found

    def _read(self, stated: str) -> str:
        tag = stated.replace("_", "-")
        return self._pattern.read(tag) if is_tag(tag) else ""


def _head(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_HEAD).decode("utf-8-sig", "replace")
    except OSError:
        return ""  # the check itself will tell
