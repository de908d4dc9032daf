import re
from collections.abc import Iterator

from tqcheck.features.messages import flags
from tqcheck.features.placeholders import placeholders
from tqcheck.features.substitutions import Difference, difference
from tqcheck.model import Bead, Finding, Fix, Span, rule
from tqcheck.model.needs import in_source, in_target

#: What is left of a placeholder that somebody or something translated.
_DAMAGED = re.compile(
    r"%\s?\(\s?[^()\n]{1,60}\s?\)\s?[A-Za-z]?|[%$#]?\s?\{\{?\s?[^{}\n]{0,60}\s?\}?\}|[%％]\s[sd]\b|％[sd]"
)


@rule(
    severity="major", mqm="design-and-markup/markup-tag", needs=(in_source("%{") + in_target("%{"),)
)
def placeholder_changed(bead: Bead) -> Iterator[Finding]:
    """A placeholder of the source is altered or missing in the translation.

    A program puts a value in its place: without it the value is lost, with another name the program
    stops. Order, widths and the spaces inside of braces may differ, and a form for a single number
    may spell that number out.

    Flagged:
        en: Hello %(name)s, you have new mail.
        de: Hallo [[%(nome)s]], Sie haben neue Nachrichten.

        en: Copied [[{count}]] files to {folder}.
        fr: Fichiers copiés vers {folder}.

        en>ru.po: #, python-format
        en>ru.po: msgid "%s was saved by %s."
        en>ru.po: msgstr "%s сохранено пользователем [[% s]]."
    Accepted:
        en: Page {page} of {total}
        ja: 全{total}ページ中{page}ページ

        en>de.po: #, c-format
        en>de.po: msgid "%s has %d messages in %s."
        en>de.po: msgstr "In %3$s hat %1$s %2$d Nachrichten."

        en>fr.po: msgid ""
        en>fr.po: msgstr ""
        en>fr.po: "Plural-Forms: nplurals=2; plural=(n != 1);"
        en>fr.po: msgid "%d ship"
        en>fr.po: msgid_plural "%d ships"
        en>fr.po: msgstr[0] "un navire"
        en>fr.po: msgstr[1] "%d navires"
    """
    found = difference(bead)
    if found.misplaced is not None:
        yield Finding(
            f"the placeholder “{found.misplaced.text}” stands in another’s place",
            target=found.misplaced.span,
        )
    damaged = _damaged(bead, found) if found.lost else []
    for number, placeholder in enumerate(found.lost):
        if number < len(damaged):
            text, span = damaged[number]
            yield Finding(
                f"the placeholder “{placeholder.text}” became “{text}”",
                target=span,
                source=placeholder.span,
                fix=Fix(span, placeholder.text),
            )
        else:
            yield Finding(f"the placeholder “{placeholder.text}” is gone", source=placeholder.span)


def _damaged(bead: Bead, found: Difference) -> list[tuple[str, Span]]:
    """What stands in the translation where placeholders of the source should: others, or what
    was one.
    """
    whole = {one.span for one in placeholders(bead.target, flags(bead.source))}
    spans = [one.span for one in found.added]
    for match in _DAMAGED.finditer(bead.target.text):
        span = bead.target.at(*match.span())
        if not any(span.overlaps(other) for other in whole):
            spans.append(span)
    start = bead.target.span.start
    return [(bead.target.text[a - start : b - start], Span(a, b)) for a, b in sorted(spans)]
