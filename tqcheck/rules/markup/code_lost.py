import re
from collections.abc import Iterator

from tqcheck.features.inline_tags import HTML
from tqcheck.features.markup import changes
from tqcheck.model import Finding, Mark, Pair, rule
from tqcheck.model.needs import MARKUP

#: What the reader is to put a word of his own for: `<path-to-file>`.
_OWN = re.compile(r"<(?P<name>[^\W\d_][\w .'’-]{0,60})>")
#: What somebody is to type into a field: three words and more, and no sign of code.
_PROSE = re.compile(r"\s*[\w’'-]{1,40}(?:[,;]?\s+[\w’'-]{1,40}){2,40}[.!?…]?\s*")
_AROUND = re.compile(r"[\s\"'“”«»„‘’]+")


@rule(severity="major", mqm="design-and-markup/markup-tag", needs=(MARKUP,))
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

        en.md: Type `copy <file>` to save it.
        fr.md: Tapez `copy <fichier>` pour l’enregistrer.

        en.md: Set `timeout` and `retries`.
        ja.md: `retries`と`timeout`を設定します。
    """
    for bead, here, there in changes(pair, _code, "code span"):
        if here is None or _bare(here.value) in _bare(bead.target.text):
            continue
        if there is None:
            yield Finding(f"the code “{here.value}” is gone", source=here.span)
        else:
            yield Finding(
                f"the code “{here.value}” became “{there.value}”",
                target=there.span,
                source=here.span,
            )


def _code(mark: Mark, _pair: Pair) -> str | None:
    return None if _PROSE.fullmatch(mark.value) else _bare(mark.value)


def _bare(code: str) -> str:
    """Code without what languages write in their own way: space, quotation marks, and what stands
    for a word of the reader’s own.
    """
    return _AROUND.sub("", _OWN.sub(_named, code))


def _named(match: "re.Match[str]") -> str:
    return match.group() if match["name"].lower() in HTML else "<>"
