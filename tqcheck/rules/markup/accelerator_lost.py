from collections.abc import Iterator

from tqcheck.features.accelerators import accelerator_mark, accelerators
from tqcheck.model import Finding, Pair, rule


@rule(severity="minor", mqm="locale-conventions/shortcut-key", texts="catalogues")
def accelerator_lost(pair: Pair) -> Iterator[Finding]:
    """A menu’s letter is marked in the source, and none or several are in the translation.

    The entry can no longer be reached with the keyboard. Which mark a catalogue uses is learned from
    its messages, or stated in the header `X-Accelerator-Marker`; the letter may be another.

    Flagged:
        en>de.po: msgid ""
        en>de.po: msgstr "X-Accelerator-Marker: &"
        en>de.po: msgid "&File"
        en>de.po: msgstr "[[Datei]]"

        en>fr.po: msgid "_Open"
        en>fr.po: msgstr "_Ouvrir"
        en>fr.po: msgid "_Save"
        en>fr.po: msgstr "[[Enregistrer]]"
        en>fr.po: msgid "_Quit"
        en>fr.po: msgstr "_Quitter"
    Accepted:
        en>de.po: msgid "E&xit"
        en>de.po: msgstr "&Beenden"
        en>de.po: msgid "&File"
        en>de.po: msgstr "&Datei"
        en>de.po: msgid "&Edit"
        en>de.po: msgstr "&Bearbeiten"

        en>ja.po: msgid ""
        en>ja.po: msgstr "X-Accelerator-Marker: &"
        en>ja.po: msgid "&File"
        en>ja.po: msgstr "ファイル(&F)"

        en>fr.po: msgid "Terms & conditions"
        en>fr.po: msgstr "Conditions générales"
    """
    mark = accelerator_mark(pair.source)
    if not mark:
        return
    for bead in pair.complete_beads:
        source = bead.source.text
        if mark not in source or source.count(mark) > 1:
            continue
        here, there = accelerators(bead.source, mark), accelerators(bead.target, mark)
        if len(here) != 1 or len(there) == 1 or bead.target.text == source:
            continue
        if there:
            yield Finding(f"a second letter is marked with “{mark}”", target=there[1].span)
        else:
            yield Finding(
                f"no letter is marked with “{mark}”", target=bead.target.span, source=here[0].span
            )
