import re
from collections import Counter
from collections.abc import Iterator

from tqcheck.features.messages import messages, plural
from tqcheck.model import Block, Finding, Fix, Pair, Segment, Span, rule

#: An end of line or a tab as programs write them; none in paths, nor behind a backslash.
_ESCAPE = re.compile(r"(?<!\\)\\[nrt]")
_PATH = re.compile(r"\b[A-Za-z]:\\|\\\\")
#: What is left of one that was taken for text.
_DAMAGED = re.compile(r"(?<!\\)\\(?:[ \u00a0]{1,2}[nrt]|[NRT](?![A-Za-z])|[^\W\d_a-zA-Z])")


@rule(severity="major", mqm="design-and-markup/whitespace", texts="catalogues")
def escape_lost(pair: Pair) -> Iterator[Finding]:
    """An end of line or a tab that the source writes as “\\n” or “\\t” is gone from the translation.

    The program makes the character of these two; without them its lines run together. One with a
    space in it, or in other letters, is shown to the reader.

    Flagged:
        en>fr.csv: source,target
        en>fr.csv: Saved.[[\\n]]Go on?,Enregistré. Continuer ?

        en>ru.csv: source,target
        en>ru.csv: Name:\\tValue,Имя:[[\\ t]]Значение
    Accepted:
        en>fr.csv: source,target
        en>fr.csv: Saved.\\nGo on?,Enregistré.\\nContinuer ?

        en>de.csv: source,target
        en>de.csv: It is in C:\\new now.,Es ist jetzt in C:\\new.
    """
    for bead in messages(pair):
        form = plural(bead)
        sources = (form.singular, form.plural) if form else (bead.source,)
        lost = min((_lost(source, bead.target) for source in sources), key=len)
        damaged = [bead.target.at(*m.span()) for m in _DAMAGED.finditer(bead.target.text)]
        for number, (text, span) in enumerate(lost):
            if number < len(damaged):
                place = damaged[number]
                yield Finding(
                    f"“{text}” became “{pair.target.text[slice(*place)]}”",
                    target=place,
                    source=span,
                    fix=Fix(place, text, safe=True),
                )
            else:
                yield Finding(f"“{text}” is gone", source=span)


def _lost(source: Block | Segment, target: Segment) -> list[tuple[str, Span]]:
    """The escapes that a source has more of, the last ones."""
    if "\\" not in source.text or _PATH.search(source.text):
        return []
    left = Counter(_ESCAPE.findall(target.text))
    lost = []
    for match in _ESCAPE.finditer(source.text):
        if left[match.group()] > 0:
            left[match.group()] -= 1
        else:
            lost.append((match.group(), source.at(*match.span())))
    return lost
