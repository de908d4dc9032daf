"""What is left around a name that is gone: forms of words that stand in no sentence otherwise."""

from tqcheck.features.alternatives import any_capitalised, any_of, in_either_case
from tqcheck.model import LanguageProfile


def forms_left_by_names(profile: LanguageProfile) -> tuple[str, ...]:
    """What is left around a name that is gone, and stands in no sentence otherwise."""
    link, verb, joint = map(
        any_of, (profile.needy_words, profile.finite_words, profile.clause_joints)
    )
    pushing, article = any_of(profile.pushing_words), in_either_case(profile.needy_articles)
    before = rf"{link}|for|on|near|with"
    irregular = any_of(irregular_verbs(profile))
    thing = rf"(?= [\"“‘]?(?:{any_of(profile.determiners)}|it)\b)"
    subject = any_of({*profile.plain_subjects, "I"} - {"i"})
    own = rf"{subject}|the|his|her|{any_of(profile.bare_possessives)}"
    start, after = r"(?<!\w['’])\b", r"(?![\w’'‑-])"
    return (
        # "the head of said the start", "in accused the"
        rf"(?<!kind )(?<!sort ){start}(?:{before}) (?:{irregular}|[a-z]{{3,}}ed){thing}",
        # "at he had", "wrote on that his", "look at who,"
        rf"{start}(?:{pushing}|in|on|with) (?:{subject}) (?:{verb}|{irregular}|[a-z]{{3,}}ed){after}",
        rf"{start}(?:{pushing}|on|with|near) (?:that (?:{own}){after}|who(?=,))",
        # "figures from show that"
        rf"{start}(?:{pushing}|in|with) (?:{any_of(profile.statement_verbs)}) that{after}",
        # "mayor of in", "the head of said"
        rf"{start}(?:{any_of(profile.heads_of)}) of "
        rf"(?:{joint}|{verb}|{irregular}|(?!by){link}){after}(?! (?:least|most|first|last)\b)",
        # a bracket with an age: “was done by (27)”
        r"\b(?:of|by|from|with|between|near) (?=\(\d{2}\))",
        # "the on Monday", "the will be"
        rf"{start}(?:{article}) (?:on (?=[A-Z][a-z]+day\b)|will (?:be|have|soon|first){after})",
        # "The proposed such a law"
        rf"^(?:[A-Z][^,.;:?!]{{1,30}}, t|T)he (?!(?:{any_of(profile.nominal_participles)})\b)[a-z]{{3,}}ed"
        r"(?= (?:the|an?|its|his|her|their|such|more|to)\b)",
        # "a man named said"
        rf"\b[Aa]n? [a-z]+ (?:{any_of(profile.naming_words)}) (?:{verb}|{irregular}|[a-z]{{3,}}ed){after}",
        # "As notes,"
        rf"^As (?:{any_of(profile.quoting_verbs)})(?=,)",
        # "after had a talk", "before tried to enter"
        rf"(?<!soon )(?<!shortly )\b(?:{any_of(profile.times_of_clauses)}) "
        rf"(?:(?:had|[a-z]{{3,}}ed){thing}|[a-z]{{3,}}ed(?= to [a-z])|(?:{irregular}){after})",
        rf"{start}(?:{any_of(profile.conditions)}) (?:{any_of(profile.wishing_verbs)})(?= to\b)",
        # "In 1956 went to Sweden"
        rf"^(?:{any_capitalised(profile.needy_words | profile.introductions)}) \d{{4}} (?:{irregular}){after}",
        # "The most willing is, which"
        r"(?<!\b(?:th|wh)at )(?<!\bas )(?<!\b(?:it|he|we) )(?<!\b(?:she|you) )(?<!\bthey )(?<!\bI )"
        r"\b(?:is|are|was|were)(?=, (?:which|who)\b)",
        *_forms_of_phrases(profile),
    )


def _forms_of_phrases(profile: LanguageProfile) -> tuple[str, ...]:
    """Those of which several words tell."""
    link, pushing = any_of(profile.needy_words), any_of(profile.pushing_words)
    bound, objects = any_of(profile.bound_prepositions), any_of(profile.object_verbs)
    times = any_of(profile.spans_of_time)
    subject = any_of({*profile.plain_subjects, "I"} - {"i"})
    thing = rf"(?= (?:{any_of(profile.determiners)}|it)\b)"
    clause = any_capitalised(profile.clause_openers | profile.times_of_clauses | profile.conditions)
    return (
        # "based on, of which", "working at in Auckland", "with long ago", "on this week."
        rf"\b(?:{link}|for|on|with)(?=, of which\b)",
        rf"\b(?:{bound}) in (?=[A-Z\d])",
        r"\b(?:with|of|in|at|from|by|into) long ago\b",
        r"(?<!later )(?<!early )(?<!earlier )\b(?:on|at) (?:this|last|next) (?:week|month|year)(?=[.,;])",
        # "on the agenda in include", "in dubbed “the …"
        rf"\b(?:{pushing}|in|on|with) (?:{any_of(profile.base_verbs)})\b(?![’'-])",
        rf"\b(?:{pushing}|in|on|with) (?:dubbed|nicknamed)\b",
        # "the day was born"
        rf"\b(?:{any_of(profile.times_of_clauses | profile.conditions)}|day|year|night) (?:was|were) born\b",
        # an adjective before the short form: “The ruling (SWAPO)”
        rf"\b(?:[Tt]he|[Aa]n?) (?:{any_of(profile.body_adjectives)}|[A-Z][a-z]+(?:ese|ian|ish|ench|ean|aqi|aeli)) "
        r"(?=\([A-Z][A-Za-z]?[A-Z]+\))",
        # "the ship George H. last week"
        r"\b[A-Z][a-z]+ [A-Z]\. (?:last|this|on|in|at|who|is|was|said|has|will|and|of|from|to)\b",
        # "would compel to comply", "he helped and Groening"
        rf"\b(?:to|{any_of(profile.modals)}) [\"“]?(?:{any_of(profile.causing_verbs)}) to\b",
        rf"\b(?:{any_of(profile.plain_subjects)}|it) (?:{objects}) and (?=[A-Z])",
        # "the leader of’s son", "in the -based firm", "as the said."
        rf"(?<![\w-])(?:{any_of(profile.bound_prepositions)}|in|to|with|for|the|an)[ ]?['’]s\b",
        r"\b(?:[Tt]he|[Aa]|and|of|by|in) -(?:based|led|born|owned|backed|run)\b",
        rf"\b[Tt]he (?:{any_of(profile.telling_words)})(?:(?=[.,])| (?=(?:that|it|on|{subject})\b))",
        # "The minister said that has", "As forecast, is weaker"
        rf"\b(?:{any_of(profile.reporting_verbs)}) that (?:has|had|have|will)\b",
        rf"^As [^,;:?!()“\"]{{1,60}}, (?:{any_of(profile.finite_words)})"
        rf"(?= (?!(?:there|not|no|{subject}|{any_of(profile.determiners | profile.pronouns)})\b)\w)",
        r"\band(?=, (?:\d\d,|which\b|who\b|where\b))",
        # "-based carmaker"
        r"^-(?:based|born|owned|led|backed|run|made)\b",
        # "For two years battled a cancer", "Last year the registered more"
        rf"^(?:In|For|Since|Over|During|After) [^,.;:]{{1,40}}\b(?:{times}) [a-z]{{3,}}ed{thing}",
        rf"^(?:Last|This|On|In|Earlier) [^,.;:]{{0,20}}(?:week|month|year|day|\d{{4}}),? the "
        rf"(?!(?:{any_of(profile.nominal_participles)})\b)[a-z]{{3,}}ed(?= (?:the|an?|its|his|her|their|such|more)\b)",
        # "The accused are, Ann Lee and Bo Lee"
        r"(?<!here )(?<!which )(?<!that )(?<!as )(?<!they )(?<!we )\b(?:are|were)(?=, [A-Z][a-z]+ [A-Z])",
        # "Although it was late, steadily improved as …"
        rf"^(?:{clause}) [^,;:?!()“\"]{{1,110}}, (?:[a-z]+ly |also |still |soon )[a-z]{{3,}}ed "
        rf"(?=(?:as|to|that|it|him|them|in|on|at|for|with|{any_of(profile.determiners)})\b[^,]*$)",
    )


def irregular_verbs(profile: LanguageProfile) -> frozenset[str]:
    """The verbs, and forms of the past, before which a subject has to stand: "took", not "fell"."""
    return profile.opening_verbs - profile.finite_words - profile.inverting_verbs
