from collections.abc import Iterator

from tqcheck.features.residue import MARKS, residues
from tqcheck.features.substitutions import kept
from tqcheck.model import Bead, Finding, Fix, rule
from tqcheck.model.needs import in_target


@rule(severity="major", mqm="linguistic-conventions/character-encoding", needs=(in_target(MARKS),))
def machine_residue(bead: Bead) -> Iterator[Finding]:
    """A mark of the machinery stands in the text: a joiner, a part of a word, a token, a placeholder.

    Engines cut text into pieces and put it together again, and mask what they must not translate.
    What they forget to take out again is nonsense to a reader. What the source has as well is its
    own.

    Flagged:
        fr: La coalition dirigée par les États-Unis avance.
        en: The U.S. [[@-@]] led coalition advances.

        de: Die Brücke öffnet am Montag.
        en: The [[▁]]bridge opens on Monday.[[</s>]]

        en: Chapter three is about tides.
        fr: Le chapitre [[{0}]] parle des marées.
    Accepted:
        fr: Écrivez {0} et </s> dans le gabarit.
        en: Write {0} and </s> into the template.

        de: Die Marke #Klima, @marie, C## und 5 < 6.
        en: The tag #Climate, @marie, C## and 5 < 6.
    """
    found = residues(bead.target)
    meant = kept(bead) if found else frozenset()
    for residue in found:
        if residue.text in bead.source.text or residue.span in meant:
            continue
        yield Finding(
            f"“{residue.text}” was left by a machine",
            target=residue.span,
            fix=Fix(*residue.cure, safe=True) if residue.cure else None,
        )
