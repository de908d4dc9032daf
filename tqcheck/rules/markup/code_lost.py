import re
from collections.abc import Iterator

from tqcheck.features.markup import changes
from tqcheck.model import Finding, Mark, Pair, rule

_AROUND = re.compile(r"[\s\"'“”«»„‘’]+")


@rule(severity="major", mqm="design-and-markup/markup-tag")
def code_lost(pair: Pair) -> Iterator[Finding]:
    """Code within a sentence was changed or lost.

    A name in code is typed as it stands: a translated option does not exist. Code that moved to
    another sentence is not lost, nor is what stands there without its code marks.

    Flagged:
        fr.md: Lancez `tqcheck --version` puis [[`make`]].
        en.md: Run `tqcheck --version` and go on.

        en.md: Set [[`timeout`]] to a number.
        de.md: Setzen Sie [[`zeitlimit`]] auf eine Zahl.
    Accepted:
        fr.md: Lancez `make`. Puis attendez.
        en.md: Then wait. Before that, run `make`.

        en.md: Set `timeout` and `retries`.
        ja.md: `retries`と`timeout`を設定します。
    """
    for change in changes(pair, "code span", _code):
        code = change.source.value
        if _bare(code) in _bare(change.bead.target.text):
            continue
        if change.target is None:
            yield Finding(f"the code “{code}” is gone", source=change.source.span)
        else:
            yield Finding(
                f"the code “{code}” became “{change.target.value}”",
                target=change.target.span,
                source=change.source.span,
            )


def _code(mark: Mark, _pair: Pair) -> str:
    return _bare(mark.value)


def _bare(code: str) -> str:
    """Code without space and quotation marks, which languages set in their own way."""
    return _AROUND.sub("", code)
