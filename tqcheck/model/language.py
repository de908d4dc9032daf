"""What a data pack says of a language."""

from collections.abc import Callable, Mapping
from typing import Any, Generic, Self, TypeAlias, TypeVar, overload

Words: TypeAlias = frozenset[str]
Lines: TypeAlias = tuple[str, ...]
Pairs: TypeAlias = tuple[tuple[str, str], ...]
Value = TypeVar("Value")


class MissingFact(LookupError):
    """A pack does not say what was asked; the rule that asked cannot run for this language."""

    def __init__(self, language: str, fact: str) -> None:
        super().__init__(f"the language pack of '{language}' has no '{fact}'")


class Fact(Generic[Value]):
    """One key of a language pack, read by `read` when it is first asked for."""

    def __init__(self, read: Callable[[Any], Value]) -> None:
        self.read = read

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, profile: None, owner: type) -> Self: ...
    @overload
    def __get__(self, profile: "LanguageProfile", owner: type) -> Value: ...
    def __get__(self, profile: "LanguageProfile | None", owner: type) -> Self | Value:
        if profile is None:
            return self
        known = profile.known
        if self.name not in known:
            if self.name not in profile.entries:
                raise MissingFact(profile.tag, self.name)
            known[self.name] = self.read(profile.entries[self.name])
        value: Value = known[self.name]
        return value


def words(entry: str) -> Words:
    """Words set apart by white space."""
    return frozenset(entry.split())


def ranked_words(entry: str) -> Lines:
    """Words set apart by white space, in the order of the pack."""
    return tuple(entry.split())


def lines(entry: str) -> Lines:
    """Phrases, one a line."""
    return tuple(line.strip() for line in entry.splitlines() if line.strip())


def name_lists(entry: str) -> tuple[Lines, ...]:
    """The names of one thing on each line, set apart by commas."""
    return tuple(tuple(map(str.strip, line.split(","))) for line in lines(entry))


def line_set(entry: str) -> frozenset[str]:
    """Phrases, one a line, in no order."""
    return frozenset(lines(entry))


def pairs(entry: list[list[str]]) -> Pairs:
    """A list of pairs."""
    return tuple((left, right) for left, right in entry)


def ending_sets(entry: str) -> tuple[Words, ...]:
    """Sets of endings, one a line; "-" is the word without one."""
    return tuple(
        frozenset("" if ending == "-" else ending for ending in line.split())
        for line in lines(entry)
    )


def table(entry: Mapping[str, Any]) -> dict[str, Any]:
    """A table as it stands."""
    return dict(entry)


def by_word(entry: Mapping[str, str]) -> dict[str, str]:
    """A table of word lists, turned round: word → its key."""
    return {word: key for key, words_ in entry.items() for word in words_.split()}


def word_lists(entry: Mapping[str, str]) -> dict[str, Lines]:
    """A table of words in the order of the pack."""
    return {key: ranked_words(value) for key, value in entry.items()}


def line_tables(entry: Mapping[str, str]) -> dict[str, Lines]:
    """A table of phrase lists, one phrase a line."""
    return {key: lines(value) for key, value in entry.items()}


class LanguageProfile:
    """The facts of one language. A fact that the pack lacks raises `MissingFact`.

    Data only: languages differ in their packs, never in code that asks for a tag.
    """

    name = Fact(str)
    #: ISO 15924 codes of the scripts of running text, the main one first.
    scripts = Fact(ranked_words)
    #: Countries, by ISO 3166 code, whose texts may leave their own country unsaid: “the government”.
    home_countries = Fact(words)
    #: Characters that a text has for each one of its English translation.
    verbosity = Fact(float)
    #: How many of its other characters a Chinese character counts for, where a language has both.
    han_weight = Fact(float)
    #: The most frequent words, lower case, most frequent first.
    function_words = Fact(ranked_words)
    #: Script → languages written in it that can be detected though they have no pack.
    other_languages = Fact(word_lists)
    #: Small words inside names of institutions and titles of works: prepositions, articles, "and".
    name_links = Fact(words)
    #: Whether every noun takes a capital, so that a capital proves no name.
    capitalised_nouns = Fact(bool)
    #: Endings of what women are called, with those of men: "factrice", "facteur".
    feminine_endings = Fact(pairs)
    #: Languages whose phrases stand here as terms, untranslated.
    borrows_from = Fact(words)
    #: Agencies that credits of pictures and reports name; one a line, with all its names.
    news_agencies = Fact(name_lists)
    #: Foreign phrases that are at home here ("de facto"); one a line.
    loan_phrases = Fact(line_set)
    #: Phrases of small words that need no other behind them ("from then on"); one a line.
    set_phrases = Fact(line_set)
    #: Words at home here that are spelt like another language's ("café", "restaurant").
    loan_words = Fact(words)
    #: Words that are written like a function word of another language ("car", "war").
    lookalikes = Fact(words)
    #: Endings of words that other languages write alike ("question", "cultural").
    shared_endings = Fact(ranked_words)
    #: Endings of content words that prove this language beside most others ("-aient", "-lich").
    own_endings = Fact(ranked_words)
    #: Endings of those who live somewhere, where they have a capital ("Loirétaine").
    inhabitant_endings = Fact(ranked_words)
    #: Endings of common nouns, and words that stand before common nouns and hardly before a
    #: name, where a capital tells nothing.
    noun_endings = Fact(ranked_words)
    noun_openers = Fact(words)
    #: Endings that the forms of one noun differ in, letters without marks, one set a line.
    noun_inflections = Fact(ending_sets)

    #: The list of words of this language, where a good one is at hand.
    lexicon = Fact(str)
    #: Words that the list has not got: younger than it, or too technical.
    new_words = Fact(words)
    #: Words of one letter.
    one_letter_words = Fact(words)
    #: Words of one letter that are always capitals: “I”.
    capital_letters = Fact(words)
    #: What one country spells otherwise than the list ("avour" and "avor").
    spelling_variants = Fact(pairs)
    #: Whose spellings this language has ("British", "American"); and words in each, in that order,
    #: one word a line: "-" behind a form means that the word may go on, "=" before it that the
    #: others write so, too.
    spelling_schools = Fact(ranked_words)
    spelling_pairs = Fact(lines)
    #: Beginnings that make new words of known ones ("anti"); endings, and what the word without
    #: them ends in ("ied" and "y").
    word_beginnings = Fact(words)
    word_endings = Fact(pairs)
    #: What stands between the parts of a compound ("s", "en").
    compound_links = Fact(words)
    #: What shows an owner, behind a name ("’s").
    possessive_endings = Fact(words)
    #: Words that never are part of a longer one: articles, pronouns, auxiliaries. And endings of
    #: words that never begin a longer one ("-ed").
    never_compounded = Fact(words)
    never_beginning = Fact(ranked_words)

    #: How an assistant begins what it says beside the translation, in this language
    #: and in English; one a line, in small letters.
    assistant_phrases = Fact(lines)
    assistant_phrases_anywhere = Fact(lines)
    #: How notes of translators are marked, in any language; one a line, in small letters.
    translator_notes = Fact(lines)

    #: Whether words for nationalities take a capital, also as adjectives ("French"), and words that
    #: are written like a month, a country or its people, but for the capital ("may", "polish").
    nationality_capitals = Fact(bool)
    small_homographs = Fact(words)
    #: What stands before a number to say so, the usual one first ("No.", "n°"); one a line.
    number_marks = Fact(lines)
    #: Letters that only a neighbour of the language writes, and the own one for each, if any.
    foreign_letters = Fact(pairs)
    #: Whether questions and exclamations open with a mark ("¿").
    inverted_marks = Fact(bool)
    #: Small word → [regular expression of the words before which it has another form, that form]
    #: ("an" → "[bcdf]…" and "a"); and words before which it keeps its own.
    sound_forms = Fact(table)
    sound_exceptions = Fact(words)

    #: Words that say no; those that do so beside another in the same sentence ("nadie"); words of
    #: which one must stand in the sentence too ("ne"); phrases in which they say something else
    #: ("not only"), one a line.
    negation_words = Fact(words)
    negation_pronouns = Fact(words)
    negation_partners = Fact(words)
    negation_idioms = Fact(line_set)
    #: Whether the verb that a negation denies may stand anywhere in its clause; where not, it
    #: stands next to it. Negations that are written together with what they deny, in scripts
    #: without spaces. And what forms of verbs may begin with before their stem.
    negation_of_clause = Fact(bool)
    attached_negations = Fact(words)
    verb_beginnings = Fact(ranked_words)
    #: What a verb that is denied begins with ("ne" in “nepřijal”); what stands behind its stem
    #: ("miyor" in “gitmiyor”); words that only look so, * for any ending; and what words begin
    #: with that deny another ("않" in “가지 않았다”).
    negation_beginnings = Fact(ranked_words)
    negation_lookalikes = Fact(words)
    negation_marks = Fact(words)
    negation_stems = Fact(ranked_words)
    #: Whether a negation stands behind what it denies; and whether verbs stand at the end of their
    #: clause, so that a place in a sentence tells nothing of the place in a translation.
    negation_behind = Fact(bool)
    verb_final = Fact(bool)
    #: What says “only” together with a negation ("しか", "밖에").
    exceptive_words = Fact(words)
    #: Words by which a translation may say no in another way ("fail", "without"); what such words
    #: begin with whatever follows, and what with a word behind it ("un"); and their endings.
    negative_words = Fact(words)
    negative_stems = Fact(ranked_words)
    negative_beginnings = Fact(ranked_words)
    negative_endings = Fact(ranked_words)
    #: Verbs before which or behind which a negation stands ("had").
    auxiliaries = Fact(words)
    #: Words behind which no mark stands: articles and the like; and words that join two others,
    #: of which the first may end in a hyphen ("short- and long-term").
    never_final = Fact(words)
    coordinators = Fact(words)
    #: Words that ask for more than yes or no ("who", "why").
    question_words = Fact(words)
    #: Words of a question behind a statement, beside function words ("right?").
    question_tags = Fact(words)
    #: Abbreviations that end in a stop and never end a sentence; one a line.
    abbreviations = Fact(line_set)
    #: Abbreviations that may also end a sentence ("etc."); one a line.
    final_abbreviations = Fact(line_set)
    #: Abbreviations that end in a stop and only stand before a number ("p.", "No."); one a line.
    number_abbreviations = Fact(line_set)
    #: Whether a stop behind figures makes an ordinal ("3. Oktober").
    ordinal_stop = Fact(bool)
    #: Words that carry a sentence on behind a closing quotation mark, where case does not show it.
    quotation_followers = Fact(words)

    decimal_mark = Fact(str)
    #: Decimal marks that are right in other countries of the language.
    regional_decimal_marks = Fact(words)
    #: Marks between groups of three digits, the usual one first; " " is any space.
    group_marks = Fact(tuple[str, ...])
    #: Number word → its value ("vingt" → "20"); values compose by adding and multiplying.
    number_words = Fact(by_word)
    #: Forms that only stand inside a compound → value ("vent" in "ventuno").
    number_stems = Fact(by_word)
    #: Numerals of a script without spaces → value ("百" → "100"), instead of number words.
    number_signs = Fact(by_word)
    #: Whether a hundred or a thousand has its one behind a great sign ("一万一千"): without it,
    #: it is of a unit, the kilo of "百万千瓦".
    thousands_counted = Fact(bool)
    #: Units that begin with such a numeral, and are none of the unit without it ("百帕").
    numeral_units = Fact(words)
    #: Ordinal word → its value ("premier" → "1").
    ordinal_words = Fact(by_word)
    #: What is an ordinal with one of `ordinal_endings` behind it → value ("troisième").
    ordinal_stems = Fact(by_word)
    ordinal_endings = Fact(words)
    #: What may follow digits to make an ordinal ("er", "ème", "th").
    ordinal_suffixes = Fact(words)
    #: Word of a fraction → its denominator ("moitié" → "2").
    fraction_words = Fact(by_word)
    #: Words for about or exactly so many ("dizaine" → "10", "dozen" → "12").
    collectives = Fact(by_word)
    #: Words that say how many times → value ("twice" → "2", "triplé" → "3"), and what says so
    #: behind a number ("times").
    multiples = Fact(by_word)
    times_words = Fact(words)
    #: Scale word or sign → power of ten ("milliard" → "9").
    scales = Fact(by_word)
    #: Abbreviated scale, in its own case, behind digits → power of ten ("Md" → "9").
    scale_abbreviations = Fact(by_word)
    #: What stands before a number and adds a part of one to it ("साढ़े" → "1/2"), of a hundred or a
    #: thousand where these are counted.
    added_fractions = Fact(by_word)
    #: What joins the parts of a number ("two hundred and five"), and tens with units.
    number_joiners = Fact(words)
    tens_joiners = Fact(words)
    #: What may stand between an amount and its scale ("20 de milioane").
    scale_links = Fact(words)
    #: Whether units stand before tens ("fünfundzwanzig"), or only before the ten of a teen
    #: ("שלוש עשרה").
    units_before_tens = Fact(bool)
    units_before_ten = Fact(bool)
    #: Whether teens are a ten and a unit ("on yedi").
    teens_apart = Fact(bool)
    #: Whether the tens of an ordinal are ordinals too ("dwudziesty pierwszy").
    ordinal_tens = Fact(bool)
    #: Characters of number words that texts write in another way → how the pack writes them.
    letter_variants = Fact(pairs)
    #: Whether numerals in signs stand at the front of words, their counters behind a space.
    signs_open_words = Fact(bool)
    #: What links number words written in one word; stated where they are so written.
    number_links = Fact(words)
    #: What may follow number words inside one word ("fünf-jährig"); beginnings.
    number_tails = Fact(words)
    #: What may be glued to the front of a number word ("و").
    number_prefixes = Fact(ranked_words)
    #: Number words that more often mean something else ("un", "neuf", "second").
    doubtful_numbers = Fact(words)
    #: What stands between the two ends of a range or a choice ("à", "ou").
    range_words = Fact(words)
    #: Words beside a number that is only near the truth ("environ", "près").
    approximations = Fact(words)
    #: What follows the hour, and the minutes, of a time of the day ("h", "Uhr", "時").
    hour_words = Fact(words)
    #: Those of the hour words behind which the minutes may stand ("h", "Uhr").
    clock_words = Fact(words)
    minute_words = Fact(words)
    #: What stands between hour and minutes, the usual one first ("h", ":").
    time_marks = Fact(ranked_words)
    #: Whether an hour word stands before the time ("o godzinie 13", "saat 15.00").
    hour_first = Fact(bool)
    #: Whether a day's hours are counted to 24: "always", or "mostly", where a text may still say
    #: "a las 5.30 de la tarde".
    clock_24 = Fact(str)
    #: What stands behind a time to say where it holds → hours ahead of universal time ("MEZ" →
    #: "1"); "_" stands for a space.
    time_zones = Fact(by_word)
    #: A half before an hour that means half an hour before it ("halb acht"), and what stands
    #: between a half and the hour that it comes after ("half past seven").
    half_before = Fact(words)
    half_past = Fact(words)
    #: What puts a time of the day in either half of it ("p.m", "du soir"); one a line.
    after_noon = Fact(lines)
    before_noon = Fact(lines)
    #: Signs and words for per cent; one a line.
    percent_words = Fact(lines)
    #: Words that tell beside a percentage that something went up, or down, * for any ending; and
    #: those that tell it behind the figure alone ("7% in più").
    rising_words = Fact(words)
    falling_words = Fact(words)
    rising_behind = Fact(words)
    falling_behind = Fact(words)
    #: Words beside the number of a century.
    century_words = Fact(words)
    #: Words behind the number of a year of life, one more than the age ("im 88. Lebensjahr").
    life_year_words = Fact(words)
    #: Whether two things are said by an ending, without a number word.
    dual = Fact(bool)
    #: Era before a year → what to add to the year ("令和" → "2018").
    eras = Fact(by_word)
    #: What a year of another calendar, told without an era, may need to be one of ours.
    year_offsets = Fact(ranked_words)
    #: The months of that calendar: the day of one is another day of ours.
    year_months = Fact(words)
    #: Signs that count things, behind a numeral; signs that make a numeral vague, before it;
    #: signs that mean "and some more", inside it.
    counters = Fact(words)
    vague_signs = Fact(words)
    between_signs = Fact(words)
    #: Sign behind a numeral that counts tenths ("割").
    tenth_signs = Fact(words)
    #: Words that begin with such a sign, and count nothing ("割る").
    tenth_sign_words = Fact(ranked_words)
    #: Sign behind the day of a month ("日").
    day_signs = Fact(words)
    #: Twelve lines, January first: every name, form and abbreviation of the month, set apart by
    #: spaces; "_" stands for a space inside a name.
    months = Fact(lines)
    #: Seven lines, Monday first, written like the months.
    weekdays = Fact(lines)
    #: Whether texts write the day of a date before or behind its month, each as it likes.
    day_on_either_side = Fact(bool)
    #: Words of the hours between two days: what is night to Sunday here is Saturday night there.
    night_words = Fact(words)

    #: The marks that end a statement, a question, an exclamation and what trails off.
    final_marks = Fact(str)
    #: Pairs of quotation marks that are right here, the usual ones first.
    quotes = Fact(pairs)
    #: Marks before which this language writes a space.
    space_before = Fact(str)
    #: Elided forms that glue to the next word ("l’", "qu’").
    elisions = Fact(words)
    #: Repetitions that are right here ("vous vous", "had had"); one a line.
    legal_doubles = Fact(line_set)
    #: Words that are said twice where the first belongs to the word before: particle → such words.
    doubled_particles = Fact(word_lists)
    #: Whether any word but a small one may be said twice, to mean more of it.
    reduplicates = Fact(bool)

    #: Lower-case words inside names ("de", "von", "bin", "al").
    name_particles = Fact(words)
    #: Pronouns, and what else stands for somebody named before ("he", "their"), lower case.
    pronouns = Fact(words)
    #: What stands for somebody as the subject of a verb ("he", "ce dernier"), lower case; none where
    #: the verb alone may tell it.
    subject_pronouns = Fact(words)
    #: Those of them that stand for nothing but people ("he"), lower case.
    person_pronouns = Fact(words)
    #: Nouns that take up somebody who was named before ("chercheuse"), lower case.
    person_nouns = Fact(words)
    #: What stands behind a number, with a hyphen, to tell somebody by the age ("24-year-old").
    aged_words = Fact(words)
    #: What stands for a place that was named before ("country", "city"), lower case.
    place_words = Fact(words)
    #: What cases put behind a name → the end of its nominative ("у" → "а"); what small words are
    #: written together with a name's front.
    name_endings = Fact(pairs)
    name_prefixes = Fact(ranked_words)
    #: Words before a name that are not part of it ("Mr", "président"), lower case.
    titles = Fact(words)
    #: What has a place's name without being there: streets, hotels, parts of towns.
    landmark_words = Fact(words)
    #: How the words begin that say of a name that it is a paper, a broadcaster, a club or a company,
    #: or that somebody told it something, lower case.
    outlet_words = Fact(words)
    #: Words that names of papers end with in translations ("Newspaper", "Daily"), as they are
    #: written there; and what stands before these ("Morning").
    outlet_nouns = Fact(ranked_words)
    outlet_times = Fact(ranked_words)
    #: What a line begins with that says who wrote a text ("by", "text", "photos"), lower case.
    byline_words = Fact(words)
    #: Those of the titles that anybody has ("Mr", "Frau").
    courtesies = Fact(words)
    #: First word of a multi-word name, never alone → its continuations, one a line; behind a
    #: colon the other words for the same ("United" → "States: US American").
    name_heads = Fact(line_tables)
    #: Letters and endings that, together in one name, show that it was taken from another script
    #: in this language's way: "ch" and "-ova". Without letters the ending shows it alone.
    romanised_shapes = Fact(pairs)
    #: What the language writes in Slavic names alone for a sound that others, which have the same
    #: letters, write otherwise: French “j” is “zh”, its “ss” between vowels an “s”.
    slavic_graphemes = Fact(words)
    #: The characters by which foreign names are written for their sounds; and of these the ones
    #: whose reading at the end of a name has a vowel that the name has not.
    transcription_letters = Fact(str)
    transcription_closings = Fact(str)
    #: Country → family names that the language writes in its own characters and that are read
    #: otherwise at home; under "" those that are no names of its own.
    family_names_elsewhere = Fact(word_lists)
    #: What is left in Latin letters, letter by letter, of a name that the language itself had
    #: taken from a third script ("chzh" of Chinese "zh"); and the same behind an Arabic name.
    third_script_letters = Fact(words)
    third_script_arabic = Fact(words)
    #: Syllables of Japanese that the language writes in its own way ("si" for "shi").
    third_script_japanese = Fact(words)
    #: The first words of countries' names that name no country alone ("South", "Great").
    country_heads = Fact(words)
    #: Words that need another behind them: articles that are nothing else, prepositions that do
    #: not stand alone, of these the ones that not even a clause may end with and the ones that
    #: no other follows, phrases of the kind ("according to"), prepositions that verbs take along.
    needy_articles = Fact(words)
    needy_words = Fact(words)
    never_stranded = Fact(words)
    pushing_words = Fact(words)
    needy_phrases = Fact(lines)
    stranded_words = Fact(words)
    #: Articles, and possessives that are nothing else: what never stands behind them, and
    #: what never stands behind each other ("and or"). And words with the only ones that may stand
    #: behind them ("according" → "to"); words with those that never stand behind them ("for" →
    #: "because"), and with those that hardly do ("to" → "on").
    bare_articles = Fact(words)
    bare_possessives = Fact(words)
    never_determined = Fact(words)
    bound_words = Fact(word_lists)
    parted_words = Fact(word_lists)
    hardly_joined = Fact(word_lists)
    #: Verbs that go with the plain form of another, and what stands between the two; those that are
    #: nouns, too, with the words behind which they are ("will" → "free"); forms of verbs that are
    #: never plain; pronouns that are no subject ("them"), and those that are nothing else.
    modals = Fact(words)
    modal_nouns = Fact(word_lists)
    modal_adverbs = Fact(words)
    never_plain = Fact(words)
    object_pronouns = Fact(words)
    plain_subjects = Fact(words)
    #: Finite verbs that are no main part of a sentence's end; finite verbs that open no statement;
    #: verbs behind a quotation; words that open a clause with a subject; words that join clauses,
    #: and those that tie one to a noun.
    finite_words = Fact(words)
    opening_verbs = Fact(words)
    telling_words = Fact(words)
    clause_openers = Fact(words)
    clause_joints = Fact(words)
    clause_links = Fact(words)
    #: Prepositions that hardly ever end a clause, words that join none of them to another one ("to
    #: or from"), and words behind which a clause may end with one ("which … of"). Words that "of" ties to
    #: a name ("mayor"); words before a name; participles that an article makes a noun ("the
    #: wounded"); verbs before "that", in "as … says", before "to". Adverbs before the subject's
    #: comma; words for when and on what condition a clause holds; verbs that may stand before their
    #: subject.
    bound_prepositions = Fact(words)
    bound_joints = Fact(words)
    #: Prepositions that are adverbs, too, where a verb takes them along, and what does; prepositions
    #: that end no sentence behind a noun; verbs before "that" of who says something.
    loose_prepositions = Fact(words)
    final_prepositions = Fact(words)
    particle_verbs = Fact(words)
    reporting_verbs = Fact(words)
    stranding_words = Fact(words)
    heads_of = Fact(words)
    naming_words = Fact(words)
    nominal_participles = Fact(words)
    statement_verbs = Fact(words)
    quoting_verbs = Fact(words)
    wishing_verbs = Fact(words)
    #: Forms of verbs that are no nouns; verbs for what somebody makes another do; verbs that need an
    #: object; adjectives of bodies; words for spans of time.
    base_verbs = Fact(words)
    causing_verbs = Fact(words)
    object_verbs = Fact(words)
    body_adjectives = Fact(words)
    spans_of_time = Fact(words)
    opening_adverbs = Fact(words)
    times_of_clauses = Fact(words)
    conditions = Fact(words)
    inverting_verbs = Fact(words)
    #: What marks the topic or the subject behind a noun.
    topic_marks = Fact(words)
    #: Words that begin what stands before the subject of a sentence, up to a comma.
    introductions = Fact(words)
    #: Articles, and what stands in their place before a noun.
    determiners = Fact(words)
    #: Grapheme → sound, for names taken from another script; a sound's usual spelling stands
    #: first, and `$` marks the end of a name.
    romanisation = Fact(pairs)
    #: Names of the language's own people that only look taken from another script ("Michel").
    own_names = Fact(words)
    #: Names, mostly of places, whose form here is settled, whatever the conventions say
    #: ("Klitschko", "Tehran").
    settled_names = Fact(words)
    #: Graphemes of other conventions that many of its bearers keep in the language ("ou").
    kept_graphemes = Fact(words)
    #: Letters of `romanisation` that stand for themselves in names of other origins: German “z”.
    doubtful_graphemes = Fact(words)
    #: What names begin with in this language → how others write it ("y" → "zh").
    name_beginnings = Fact(pairs)

    #: Furniture of web pages: label id → the phrases that this language uses for it.
    chrome = Fact(line_tables)

    def __init__(self, tag: str, entries: Mapping[str, Any]) -> None:
        self.tag = tag
        self.entries = entries
        self.known: dict[str, Any] = {}

    def has(self, fact: str) -> bool:
        """Whether the pack says anything of this fact."""
        return fact in self.entries

    @classmethod
    def facts(cls) -> dict[str, Fact[Any]]:
        """Every fact a pack may state, by name."""
        return {name: fact for name, fact in vars(cls).items() if isinstance(fact, Fact)}

    def __repr__(self) -> str:
        return f"LanguageProfile({self.tag!r})"
