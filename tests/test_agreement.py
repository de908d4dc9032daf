"""Subjects with their verbs, and nouns with what stands before them."""

from pathlib import Path

import pytest

import tqcheck.languages
from tqcheck.corpora.rows import Row, pair_of
from tqcheck.features.agreement import disagreements
from tqcheck.features.subjects import quarrels
from tqcheck.languages.agreement import ROLES, agreement, other_form
from tqcheck.languages.tables import lines

TABLES = Path(tqcheck.languages.__file__).parent
LANGUAGES = sorted(path.suffixes[0][1:] for path in TABLES.glob("agreement.*.tsv"))

#: Slips of a translation, marked.
WRONG = """
en: [[The search were]] continuing in the forest on Tuesday.
en: [[Prosecutors has]] asked for four years.
en: [[The firm’s bonds was]] down by a fifth.
en: The farmers say [[the shells comes]] from the hill.
en: The city bought [[two electric bus]].
en: He received [[a two-years]] suspended sentence.
en: [[They was]] not at home when the fire began.
en: [[He have]] no intention of leaving.
en: [[It go]] on until the end of the month.
en: [[We was]] told to wait outside.
en: He said that [[they has]] lost everything.
en: She stayed because [[it have]] become dangerous.
en: [[The results of the survey was]] published yesterday.
en: [[The price of tickets have]] doubled.
en: [[These problem]] cannot be solved by one country.
en: [[Many child]] in the region cannot read.
en: They have lived there for [[several year]].
en: [[Each countries]] has its own rules.
en: [[This companies]] have grown quickly.
en: [[The information were]] passed to the police.
en: [[Three woman]] were injured.
en: [[The decision were]] criticised by the opposition.
en: According to the mayor, [[the roads was]] closed.
en: [[Many workers was]] dismissed.
en: [[Those houses is]] for sale.
en: When [[the soldiers was]] asked, they said nothing.
en: [[The new laws has]] been in force since May.
en: [[Investors believes]] that prices will fall.
en: [[The teacher believe]] in her pupils.
en: [[Their children has]] grown up in Spain.
en: He thinks that [[the guests is]] late.
en: There are [[few car]] on the road.
en: She has written [[four novel]] since then.
en: [[I has]] never seen it.
en: [[You was]] right.
en: [[The exhibition are]] open until Sunday.
en: [[His arguments does]] not convince anyone.
en: [[The lawyer’s letters was]] never answered.
en: [[A journalists]] was arrested.
en: [[Every students]] must register.
en: He met [[ten politician]] in two days.
en: If [[the talks fails]], there will be war.
en: [[These information]] is false.
en: [[The agreement have]] been signed.
en: She knew that [[the documents was]] false.
en: [[Both candidates has]] refused.
en: [[The main roads to the city is]] blocked.
en: [[Researchers was]] surprised by the result.
en: [[The costs of the project has]] risen.
en: [[Exports has]] fallen by a third since May.
en: [[Nobody know]] what it means.
en: [[A spokesman for the ministry were]] not available.
en: [[A four-days]] strike begins on Friday.
en: [[There is many]] reasons for this.
en: [[The people who lives]] here are afraid.
en: [[The leaders of the two countries has]] met.
en: [[Two police officer]] were killed.
en: [[Hundreds of house]] were destroyed.
en: [[The documents shows]] that he lied, and he knew.
en: [[The workers plans]] to strike.
en: [[Officials in the capital was]] slow to react.
en: All [[the windows was]] broken.
en: She has [[two brother]] and a sister.
en: About [[300 soldier]] have been killed since January.
en: [[The refugees lives]] in tents.
en: [[His statements contradicts]] the evidence.
en: [[One of the problem]] is the cost.
en: [[Dozens of person]] were hurt.
en: Because [[they wants]] peace, they talk.
fr: [[Les projets a]] été approuvés.
fr: Il dit [[qu’ils a]] raison.
fr: [[Elles est]] parties hier.
fr: Selon elle, [[le gouvernement ont]] cédé.
es: [[Los problemas es]] graves.
es: [[La ciudad tienen]] dos puentes.
it: [[I cani ha]] dormito.
pt: [[As cidades está]] em festa.
fr: [[Deux personne]] ont posé [[cet question]].
fr: Ils posent [[une nouveau]] toit.
fr: [[La gouvernement]] a démissionné.
fr: [[Les petit]] villages se vident.
fr: Il habite [[le ville]] depuis dix ans.
fr: Elle a écrit [[deux roman]] en un an.
es: No es [[la problema]] más grave.
es: Viven en [[un ciudad]] pequeña.
es: Compró [[tres libro]] ayer.
it: Ha portato [[i suoi due cane]] al parco.
it: Abita [[nel città]] vecchia.
pt: Foi [[o cidade]] que mais cresceu.
pt: Há [[dois problema]] por resolver.
de: Er wohnt in [[einem Stadt]] am Meer.
de: Er lief durch [[einem Hauptstraße]] und kam [[zum Nachbarstadt]].
de: Sie wohnt in [[einer Hochhaus]] neben [[eine Bahnhof]].
de: Sie kaufte [[zwei Buch]] und ging.
de: Wir fahren [[zum Schule]] mit dem Rad.
nl: Zij wonen in [[de huis]] naast de kerk.
ru: Цены выросли в [[десять раза]].
ru: Он прожил там [[два месяцев]].
ru: [[Эта день]] не забудет [[весь страна]] никогда.
uk: Вони чекали [[п’ять місяці]].
pl: Mieszkał tam [[pięć lata]].
cs: Žil tam [[pět roky]].
"""

#: What only looks like one.
RIGHT = """
en: The police are looking for him, and the team were delighted.
en: The number of accidents is falling, but a number of people have died.
en: The prosecutors’ office has asked for four years.
en: What the workers want is time.
en: The man whose houses were sold is ill.
en: Neither the doctor nor the nurses were there; neither of the men was.
en: Where are the keys, and why has the train not come?
en: There are a man and a dog in the garden.
en: The king and the queen were at the door; the mother, the father and the child have left.
en: The Philippines has a new president, and the United States is silent.
en: The Times is a newspaper.
en: If the search were to fail, they would stop. If I were you, I would go.
en: He insisted that the man have a lawyer, and demanded that she come at once.
en: I wish the exam were over. Were it up to me, the plan would be dropped.
en: One of the workers has died, and each of the women was paid.
en: The news is good, the series was long, and the species has vanished.
en: Politics is a hard trade. Physics was her love.
en: A two-year sentence, a ten-dollar note, two bus stops and three child seats.
en: Those two world wars were long. Part two is better than part one.
en: The rich are getting richer, and the accused were acquitted.
en: Two weeks is a long time, and ten million dollars is a lot of money.
en: Does he have a dog? Did it go well? Let them go.
en: Only then did the company have to pay.
en: Two face charges, and the two plan to appeal.
en: The data are clear. The media have gone.
en: A majority of voters are against it; the rest were undecided.
en: Behind the houses is a garden; among the victims was a child.
en: Making it go is easy, and seeing her come home was a joy.
en: Feeding the dogs is her task. Writing letters takes time.
en: The reason for the delays is unknown.
en: One of the things that have changed is the price.
en: It is time we were told.
en: The book the critics have praised is hers.
en: World War I has been studied by many, and King Charles I was beheaded.
en: This means that all is well; this leaves us no choice.
en: The women’s team has won. Children’s books are cheap.
en: A men’s club, a women’s prison and every drivers’ union.
en: Many a soldier has died there.
en: All but the workers was forgotten.
en: More than one person has called.
en: The more problems there are, the more the state has to pay.
en: “Friends” is a series. Friends is what they call it.
en: The only thing they have is hope.
en: What they do is their affair; what she has is hers.
en: The people who live there are poor. Everyone who knows the brothers is sad.
en: A few days ago, another ten people were hurt.
en: Neither the mayor nor his deputies were present, and none of the buses was late.
en: What the two countries need is trust. Ten years is long; five miles is far.
en: The women police officers were there; the two women police officers left.
en: It is essential that he have a say and that the plan be read.
en: The first two man the pumps while the third reads; twelve countries sign, six book the hall.
en: A total of nine were hurt, and a further two are missing.
en: He and I were there; you and she are right. Let the games begin!
en: Level two student housing is full; a two car family.
en: The homeless are cold, the youth of today are lazy, and Cats is a musical.
en: Some people say the more you have the more you want.
en: How many workers does it take? He asked how many letters has she written.
en: The peace plans to come are secret; the report claims that nothing has changed.
en: Pirates of the Caribbean is a film. Two brother and sister teams won.
en: Each year are held two fairs.
en: This morning the streets were empty.
en: She had the man have a look.
en: Some say sports is good for you.
en: The means was not important.
en: Nothing but ruins was left of it.
en: God save the king, long live the queen.
en: Two of a kind, six of one and half a dozen of the other.
en: The ten-year-old and the two man teams.
en: These people think that such is life.
en: The committee have decided, the government are to blame, and the crew were saved.
en: As it were, they had been had.
en: He asked whether she were ill.
fr: Le onze octobre, les premier et second tours ; les mêmes année, mois et jour.
fr: Il la problématise ; une grand-mère, la Grande Place, le Nouvelle Ère.
fr: Il nous a vus ; ce mois ont eu lieu deux fêtes ; les quartiers est ; la majorité ont voté.
fr: Le roi ainsi que le ministre ont signé ; nous a-t-on dit.
es: El problema son los precios; este mes han muerto dos; la mayoría han votado.
it: Il problema sono i prezzi; questo mese hanno vinto; due anni fa.
pt: O problema são os preços; este mês têm chegado muitos.
en: One of the family has come; dozens of police were hurt; we give each other flowers.
en: IT have called. A variety of products are sold here.
fr: Nous avons tous deux raison.
fr: L’un bon, l’autre pas ; les trois quarts ; son école, mon amie, ton histoire.
fr: Il les trouve ; elle le porte ; il nous la donne ; des haut-parleurs.
es: El agua, el alma, un arma, la capital y el capital, la mano, el día, la foto.
es: El tres veces campeón jugó el primera y segunda vuelta; la mejor película.
it: Il tre volte campione, la mano, il problema, due città, la radio; lei sei uomo.
pt: O onze inicial, a maioria dos países, dois meses, o dia, a mão.
de: Im Jahre des Herrn, zum Pferde, einem Polizisten, den Studenten.
de: Das Kind, das Stadt und Land kennt, die Frau, die Präsident Meier traf; drei Mann.
de: Die Zeit, zwei Artikel, im Stadt- und Landkreis, zur Frau, ein Paar, eines Autos.
nl: De huizen, het huis, de huisarts, dit kind, deze landen, de kinderen.
ru: Два года, пять лет, три человека, пять человек, десять раз, двадцать один год, это школа.
uk: Два роки, п’ять років, три рази, це школа.
pl: Pięć razy, dwa lata, pięć lat, trzy tygodnie, pięć dni, to szkoła.
cs: Dva roky, pět let, pět dní, tři týdny, to je škola.
"""


def rows(text: str) -> list[tuple[str, str]]:
    parted = (line.partition(": ") for line in text.strip().splitlines())
    return [(language, sentence) for language, _, sentence in parted]


def found(language: str, text: str) -> list[str]:
    (bead,) = pair_of(Row("", "x", text, "en", language)).beads
    spans = sorted([*disagreements(bead.target), *quarrels(bead.target, bead.source)])
    return [text[span.start : span.end] for span in spans]


@pytest.mark.parametrize("language", LANGUAGES)
class TestTable:
    def test_has_known_roles_alone(self, language: str) -> None:
        roles = {role for role, _, _ in lines(f"agreement.{language}")[1:]}
        assert {"determiner", "noun"} <= roles <= set(ROLES)

    def test_says_nothing_twice(self, language: str) -> None:
        seen = set()
        for role, classes, words in lines(f"agreement.{language}")[1:]:
            for word in words.split():
                assert (role, classes, word) not in seen
                seen.add((role, classes, word))

    def test_has_no_determiner_without_nouns(self, language: str) -> None:
        known = agreement(language)
        assert known is not None
        of_nouns = frozenset[str]().union(*known["noun"].values())
        of_determiners = frozenset[str]().union(
            *(
                classes
                for role in ("determiner", "number")
                for classes in known.get(role, {}).values()
            )
        )
        assert of_determiners <= of_nouns


def test_every_role_is_used() -> None:
    used = {role for language in LANGUAGES for role, _, _ in lines(f"agreement.{language}")[1:]}
    assert used == set(ROLES)


def test_no_table_for_a_language_without_one() -> None:
    assert agreement("ja") is None
    assert agreement("pt-BR") == agreement("pt")


def test_other_form() -> None:
    assert [other_form(word, ["y:ies", ":s"]) for word in ("city", "dog")] == ["cities", "dogs"]


@pytest.mark.parametrize(("language", "sentence"), rows(WRONG))
def test_what_does_not_agree_is_found(language: str, sentence: str) -> None:
    marked = [part.partition("]]")[0] for part in sentence.split("[[")[1:]]
    plain = sentence.replace("[[", "").replace("]]", "")
    assert found(language, plain) == marked


@pytest.mark.parametrize(("language", "sentence"), rows(RIGHT))
def test_what_agrees_is_left_alone(language: str, sentence: str) -> None:
    assert found(language, sentence) == []
