"""The nouns. Imports nothing of ours."""

from tqcheck.model.finding import Finding, Fix, Origin, Severity, State
from tqcheck.model.glossary import Concept, Glossary, Term
from tqcheck.model.language import LanguageProfile, MissingFact
from tqcheck.model.memory import remembered
from tqcheck.model.pair import Bead, Pair
from tqcheck.model.result import Hidden, NotRun, Result, Unused
from tqcheck.model.rule import Example, Manual, Rule, marked, rule
from tqcheck.model.text import Block, Comment, Document, Kind, Mark, Passage, Place, Segment, Span

__all__ = [
    "Bead",
    "Block",
    "Comment",
    "Concept",
    "Document",
    "Example",
    "Finding",
    "Fix",
    "Glossary",
    "Hidden",
    "Kind",
    "LanguageProfile",
    "Manual",
    "Mark",
    "MissingFact",
    "NotRun",
    "Origin",
    "Pair",
    "Passage",
    "Place",
    "Result",
    "Rule",
    "Segment",
    "Severity",
    "Span",
    "State",
    "Term",
    "Unused",
    "marked",
    "remembered",
    "rule",
]
