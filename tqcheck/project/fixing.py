"""Cures put into the files of translations.

Several are tried at once, and the rules are run again. A cure that does not clear its finding, or
after which there is a finding that was not there, is dropped; where several were tried and it is
not plain which one did it, fewer are.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from difflib import unified_diff
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from tqcheck import session
from tqcheck.documents import UnreadableText, decoded
from tqcheck.documents.plain import Decoded
from tqcheck.filters.fixes import apart, curable, edited, edits, in_prose, made, uncured
from tqcheck.model import Document, Finding, Result
from tqcheck.project.reading import Texts, Unreadable, documents
from tqcheck.project.runs import Checked, Settings
from tqcheck.writing import replace_content

#: Runs of the rules that one text may cost.
_MOST_RUNS = 200


class Unfixable(ValueError):
    """A file that cannot be written: which, why, and what to do."""


class Fixed(NamedTuple):
    """What became of one translation."""

    #: The result of what the file now is, or would be.
    checked: Checked
    #: The file's text before and after; how it is written.
    before: str
    after: str
    written: Decoded = Decoded("")
    #: The findings that were cured, and those whose cures were dropped.
    cured: tuple[Finding, ...] = ()
    dropped: tuple[Finding, ...] = ()


def fixed(
    one: Checked, settings: Settings, judge: Callable[[Checked], Result], *, unsafe: bool
) -> Fixed:
    """Try the cures of a checked pair whose findings have their states, without writing anything.

    `judge` gives the findings of another result their states. Raises Unfixable where the file
    could not be written.
    """
    path = one.pair.target
    text = one.result.pair.target.file_text
    if not curable(one.result, unsafe=unsafe):
        return Fixed(one, text, text)
    written = _as_written(path, text)
    chosen = settings.rules_for(one.pair)

    def check(source: Document, target: Document) -> Result:
        result = session.check(source, target, *chosen, settings.glossary)
        return judge(one._replace(result=result))

    attempts = _Attempts(one, check, written)
    attempts.run(unsafe=unsafe)
    now = one._replace(result=attempts.result)
    after = attempts.result.pair.target.file_text
    return Fixed(now, text, after, written, tuple(attempts.cured), tuple(attempts.dropped))


def write(done: Fixed) -> None:
    """Put the fixed text into its file: all of it or nothing, and nothing besides.

    Raises Unfixable where that is impossible, or the file is not the one that was checked.
    """
    path = done.checked.pair.target
    _as_written(path, done.before)
    try:
        replace_content(path, done.written.encoded(done.after))
    except OSError as error:
        raise Unfixable(f"{path} cannot be written: {error.strerror or error}") from error


def difference(done: Fixed) -> Iterator[str]:
    """The lines of a unified diff, with their line ends."""
    path = str(done.checked.pair.target)
    lines = unified_diff(_lines(done.before), _lines(done.after), path, path)
    for line in lines:
        yield line if line.endswith(("\n", "\r")) else f"{line}\n\\ No newline at end of file\n"


def _as_written(path: Path, text: str) -> Decoded:
    """How the file of a text is written; raises Unfixable where it cannot be written again."""
    if not path.is_file():
        raise Unfixable(f"{path} is no file: --fix and --diff need one that can be replaced")
    try:
        now = decoded(path)
        content = path.read_bytes()
    except UnreadableText as error:
        raise Unfixable(f"{path} {error}") from error
    except OSError as error:
        raise Unfixable(f"{path} cannot be read: {error.strerror or error}") from error
    if now.text != text:
        raise Unfixable(f"{path} has changed since it was checked: check it again")
    if not now.encoding:
        raise Unfixable(f"{path} can only be read: put the cures in by hand (--output html:FILE)")
    if now.encoded(text) != content:
        raise Unfixable(
            f"{path} would not be the same if it were written as {now.encoding}: save it as UTF-8"
        )
    return now


def _lines(text: str) -> list[str]:
    """The lines of a text, parted where an editor parts them, with their ends."""
    ends = [
        index + 1
        for index, character in enumerate(text)
        if character == "\n" or (character == "\r" and text[index + 1 : index + 2] != "\n")
    ]
    return [text[start:end] for start, end in pairwise(dict.fromkeys((0, *ends, len(text))))]


class _Attempts:
    """The cures of one pair, tried until none is left."""

    def __init__(
        self, one: Checked, check: Callable[[Document, Document], Result], written: Decoded
    ) -> None:
        self.result = one.result
        sides = one.result.pair
        self._pair = one.pair._replace(
            source_language=sides.source.language, target_language=sides.target.language
        )
        self.cured: list[Finding] = []
        self.dropped: list[Finding] = []
        self._check = check
        self._written = written
        self._refused: set[tuple[str, str]] = set()

    def run(self, *, unsafe: bool) -> None:
        most = 0
        for _ in range(_MOST_RUNS):
            wanted = [
                one for one in curable(self.result, unsafe=unsafe) if not self._was_refused(one)
            ]
            if not wanted:
                return
            tried = apart(wanted)[: most or None]
            guilty = self._try(tried)
            if not guilty:
                self.cured += tried
                most *= 2
            elif len(guilty) < len(tried) or len(tried) == 1:
                self._refuse(guilty)
            else:
                most = len(tried) // 2

    def _try(self, tried: Sequence[Finding]) -> Sequence[Finding]:
        """Cure findings; those that are to blame where it fails, and all of them where that is
        not plain.
        """
        unwritable = [one for one in tried if one.fix and not self._can_write(one.fix.replacement)]
        if unwritable:
            return unwritable
        before = self.result.pair.target
        changes = edits(before, tried)
        if changes is None:
            return [one for one in tried if edits(before, [one]) is None] or tried
        sides = self._read(edited(before.file_text, changes))
        if sides is None or not _as_meant(before, sides[1], tried):
            return tried
        result = self._check(*sides)
        guilty = uncured(result, tried)
        if guilty or made(self.result, result, tried):
            return guilty or tried
        self.result = result
        return ()

    def _read(self, text: str) -> tuple[Document, Document] | None:
        """The two sides once the translation's file holds a text; None where that cannot be read,
        or is another source.
        """
        source = self.result.pair.source
        both = self._pair.source == self._pair.target
        try:
            sides = documents(self._pair, Texts(text if both else source.file_text, text))
        except Unreadable:
            return None
        if not both:
            return source, sides[1]
        return sides if sides[0].text == source.text else None

    def _can_write(self, text: str) -> bool:
        try:
            self._written.encoded(text)
        except UnicodeEncodeError:
            return False
        return True

    def _refuse(self, findings: Sequence[Finding]) -> None:
        self.dropped += findings
        self._refused |= {_key(finding) for finding in findings}

    def _was_refused(self, finding: Finding) -> bool:
        return _key(finding) in self._refused


def _key(finding: Finding) -> tuple[str, str]:
    return finding.fingerprint, finding.fix.replacement if finding.fix else ""


def _as_meant(before: Document, after: Document, tried: Sequence[Finding]) -> bool:
    """Whether the file reads with exactly these cures, its markup as before but for what they
    make markup of.
    """
    meant = edited(before.text, in_prose(tried))
    if meant.split() != after.text.split() or len(before.blocks) != len(after.blocks):
        return False
    markup = sum(one.fix is not None and one.fix.prose is not None for one in tried)
    old, new = ([mark[:2] for mark in side.marks] for side in (before, after))
    if not markup:
        return old == new
    gained = Counter(new) - Counter(old)
    return not Counter(old) - Counter(new) and gained.total() >= markup
