"""How far the noun phrase of a source reaches: titles and appositives in, clauses out."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.names import Names
from credscore.features.noun_phrases import NounPhrases
from credscore.features.parts_of_speech import parts_of_speech
from credscore.features.source_coordination import split_coordination
from credscore.features.source_phrases import head_index, whole_phrase


def phrases_of(text):
    document = Document(Article(text))
    return NounPhrases(document, Names(document), parts_of_speech(document))


def marked(text):
    """The noun phrases of a text, and the tokens between its brackets."""
    start, end = text.index("["), text.index("]") - 1
    phrases = phrases_of(text.replace("[", "").replace("]", ""))
    return phrases, phrases.document.token_range(start, end)


def words(phrases, first, last):
    document = phrases.document
    return document.text[document.starts[first] : document.ends[last - 1]] if first < last else ""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Taken in: titles and offices before the name.
        ("On Monday Mayor [Silva] said no.", "Mayor Silva"),
        ("On Monday the mayor [Ana Silva] said no.", "the mayor Ana Silva"),
        ("It rained, Foreign Minister [Khurram Khan] said.", "Foreign Minister Khurram Khan"),
        ("It rained, company spokesman [Ali Raza] said.", "company spokesman Ali Raza"),
        ("It rained, former police chief [John Smith] said.", "former police chief John Smith"),
        ("Nobody came, said Lt-Gen (retd) [Nasser Khan].", "Lt-Gen (retd) Nasser Khan"),
        ("It rained, said [Ministry of Health].", "Ministry of Health"),
        ("Prices fell, the [Quenneby Foundation] said.", "the Quenneby Foundation"),
        # Taken in: appositives, parties, short forms, degrees, handles.
        ("[Ana Silva], a spokesman for the ministry, said no.",
         "Ana Silva, a spokesman for the ministry"),
        ("[Ana Silva], spokesman for the ministry, said no.",
         "Ana Silva, spokesman for the ministry"),
        ("“No,” said [Ana Silva], the mayor of Lisbon.", "Ana Silva, the mayor of Lisbon"),
        ("[Ana Silva], D-Ohio, said no.", "Ana Silva, D-Ohio"),
        ("[the Road Safety Board] (RSB) said no.", "the Road Safety Board (RSB)"),
        ("It works, [Hedok Lee], PhD, said.", "Hedok Lee, PhD"),
        # Traps: a title before the next name is no degree, and a paper holds no office.
        ("In [the new study], Dr. Hedok Lee tested men.", "the new study"),
        ("In [the study], doctors at the clinic tested men.", "the study"),
        ("No, said [the director of the clinic], Ana Silva, on Monday.",
         "the director of the clinic, Ana Silva"),
        ("Ana Silva, [the mayor], said no.", "Ana Silva, the mayor"),
        # Taken in: an office that opens with a name; trap: people that commas part.
        ("[Ana Silva], Quenneby Council deputy director, said no.",
         "Ana Silva, Quenneby Council deputy director"),
        ("[Ana Silva], Quenneby's Assistant Secretary General and head of its board, said no.",
         "Ana Silva, Quenneby's Assistant Secretary General and head of its board"),
        ("[Dana Odhiambo], Kisumu Central MP, said no.", "Dana Odhiambo, Kisumu Central MP"),
        ("[Ana Silva], Foreign Minister Ali Khan, and others said no.", "Ana Silva"),
        ("[Ana Silva], Lisbon, and others said no.", "Ana Silva"),
        # Taken in: how they were reached; trap: a verb of their own.
        ("[Many residents interviewed in the town] said no.",
         "Many residents interviewed in the town"),
        ("[Many residents interviewed him] and said no.", "Many residents"),
        # Taken in: "herself" behind a name; traps: behind a noun, and what "in" tells of a verb.
        ("[Ana Silva] herself said no.", "Ana Silva herself"),
        ("[The mayor] herself said no.", "The mayor"),
        ("[The ministry in a joint statement] said no.", "The ministry"),
        ("[A teacher in a small town] said no.", "A teacher in a small town"),
        # Taken in: what belongs to an email, and when something was.
        ("[The firm in an email to the bank] said no.", "The firm in an email to the bank"),
        ("[A poll taken before the vote] said no.", "A poll taken before the vote"),
        ("[Officials after the talks] said no.", "Officials after the talks"),
        ("[Study after study] says no.", "Study after study"),
        # Left out: a clause on a paper; trap: a paper's own name.
        ("It fell, according to [a report Silva] wrote.", "a report"),
        ("It fell, according to [a report by Silva].", "a report by Silva"),
        # Taken in: prepositional descriptions and participles that stand with them.
        ("No, [two people familiar with the talks] said.", "two people familiar with the talks"),
        ("No, [a spokesman for the ministry] said.", "a spokesman for the ministry"),
        ("It follows [a report from the Road Safety Board].",
         "a report from the Road Safety Board"),
        ("He cited [the paper], “Sleep and memory,” on Monday.", "the paper, “Sleep and memory,”"),
        ("According to [the documents obtained under the act], it fell.",
         "the documents obtained under the act"),
        ("On Monday DIG (Operations) [Faisal Kamran] said no.", "DIG (Operations) Faisal Kamran"),
        ("Ana Silva, [the party's deputy chairwoman], said no.",
         "Ana Silva, the party's deputy chairwoman"),
        ("Ana Silva, [Labour's deputy chairwoman and head of its office], said no.",
         "Ana Silva, Labour's deputy chairwoman and head of its office"),
        ("Ana Silva, [managing director of the bank], said no.",
         "Ana Silva, managing director of the bank"),
        # Traps: a verb that looks like a participle, a paper's copy, a remark before a name.
        ("[the documents obtained a stamp] on Monday.", "the documents"),
        ("[the complaint, a copy of which was seen], said no.", "the complaint"),
        ("It rained (today) [Ana Silva] said.", "Ana Silva"),
        ("[Ana Silva neither] said no.", "Ana Silva"),
        # Traps: left out are relative clauses and what follows.
        ("[Ana Silva, who was in the room], said no.", "Ana Silva"),
        ("[the aide who left] said no.", "the aide"),
        ("[Ana Silva, talking to a channel], said no.", "Ana Silva"),
        ("[the study, which was small], said no.", "the study"),
        ("[a source familiar with the matter, Silva did leave] on Monday.",
         "a source familiar with the matter"),
        ("[the mayor said yesterday] that it rained.", "the mayor"),
        ("[Pope Francis endorsed Senator Lee] on Monday.", "Pope Francis"),
        ("[the report that the ministry sent] was wrong.", "the report"),
        ("It burned in Zorbla Prefecture, [sources] said.", "sources"),
        ("It burned near Ana Silva, [residents] said.", "residents"),
        # Left out is when: "earlier this month"; trap: a name that ends so.
        ("According to [a poll earlier this month], it fell.", "a poll"),
        ("[the head of the port on Monday] said no.", "the head of the port"),
        ("[the editor of Business Week] said no.", "the editor of Business Week"),
        ("According to [Ana Silva], the mayor of Lima, it fell.", "Ana Silva, the mayor of Lima"),
        ("It fell, according to [Ana Silva], the mayor of Lima.", "Ana Silva, the mayor of Lima"),
        ("According to [Ana Silva], the head of the port hopes to grow.", "Ana Silva"),
        # Who the sentence is about is no description of who tells it.
        ("According to [officials], the man, who was 40, fell.", "officials"),
        ("According to [the police chief], the man, a driver, fell.", "the police chief"),
        ("According to [stakeholders], this union of schools, firms and labs will help.",
         "stakeholders"),
        ("According to [Ana Silva], the driver, who was 40, fell.", "Ana Silva"),
        ("It fell, according to [two officials], a guard and a driver, on Monday.",
         "two officials, a guard and a driver"),
        ("According to [the report], the bank hopes to grow.", "the report"),
        ("[the Quenneby Trust], the body that runs the port, said no.",
         "the Quenneby Trust, the body that runs the port"),
        # Traps: what follows a person's name belongs to the verb.
        ("[Ana Silva on Facebook] said no.", "Ana Silva"),
        ("[Ana Silva in a letter] said no.", "Ana Silva"),
        ("“No,” said [Ana Silva during a visit].", "Ana Silva"),
        ("“No,” said [Ana Silva at a briefing].", "Ana Silva"),
        ("“No,” said [Ana Silva at the ministry].", "Ana Silva at the ministry"),
        ("“No,” wrote [Ana Silva for the Herald].", "Ana Silva"),
        # Traps: nothing else is drawn in.
        ("[Silva], the minister said, was wrong.", "Silva"),
        ("[the mayor], however, said no.", "the mayor"),
        ("[Ana Silva], in a hurry, said no.", "Ana Silva"),
        ("[the mayor] (2019) said no.", "the mayor"),
        ("[, the mayor ,] said no.", "the mayor"),
        ("[and the mayor] said no.", "the mayor"),
        ("[the mayor also] said no.", "the mayor"),
        ("[Ana Silva]'s answer was no.", "Ana Silva"),
        ("Kushner, [a source familiar with the talks] said, knew.",
         "a source familiar with the talks"),
        # A comparison is no part of who speaks.
        ("[Ana Silva, like many others in Carl Grant Park,] said no.", "Ana Silva"),
        # What follows "According to" and a comma; traps: a description, people listed together.
        ("According to [the FDA, tablets and syrups], which are sold, help.", "the FDA"),
        ("As per [the law], a candidate forfeits the deposit.", "the law"),
        ("It fell, as per [Ana Silva], the mayor of Lima.", "Ana Silva, the mayor of Lima"),
        ("Nope, according to [Ana Silva], the answer rests in schools.", "Ana Silva"),
        ("But according to [Ana Silva], the mayor of Lima, taxes fell.",
         "Ana Silva, the mayor of Lima"),
        ("According to [Ana Silva, Rui Lopez and Tom Hart], who met, taxes fell.",
         "Ana Silva, Rui Lopez and Tom Hart"),
        # A wish not to be named is no part of who has it.
        ("Per [Per the FDA], it fell.", "the FDA"),
        ("She was accused by [the board of theft].", "the board"),
        ("According to [Ana Silva, Rui Lopez], who met her, left.", "Ana Silva"),
        ("[New Findings The study] said no.", "The study"),
        ("[The ministry in its latest bulletin] said no.", "The ministry"),
        ("said [Ana Silva, corresponding secretary for the board]",
         "Ana Silva, corresponding secretary for the board"),
        ("[Portlink Managing Director, economist Ana Silva] said no.",
         "Portlink Managing Director, economist Ana Silva"),
        ("[The pastors gathered at the hall] say no.", "The pastors gathered at the hall"),
        ("Blame came from [experts for their delay].", "experts"),
        ("[Some EU states, including Germany], believe it.", "Some EU states"),
        ("[Ana Silva, community programs director at the hall], said no.",
         "Ana Silva, community programs director at the hall"),
        ("According to [CNN Trump] will resign.", "CNN"),
        ("According to [the CDC children] are at risk.", "the CDC"),
        ("According to [the CDC officials] it fell.", "the CDC officials"),
        ("[Several economists Bloomberg] surveyed expect it.", "Several economists"),
        ("They show, according to [emails Reuters] obtained, it.", "emails"),
        ("said [Ana Silva, the head of it, in the report].", "Ana Silva, the head of it"),
        ("found by [French scientists in experiments on rats].", "French scientists"),
        ("Lima, Dec. 3, [2018 - Officials] said no.", "Officials"),
        ("Asked about Mrs Silva, [Mr Lopez] said no.", "Mr Lopez"),
        ("said [Ana Silva, chief executive of Quenna, in an earnings call].",
         "Ana Silva, chief executive of Quenna"),
        ("[The White House trade adviser Ana Silva] said no.",
         "The White House trade adviser Ana Silva"),
        ("[,]", ""),
    ],
)  # fmt: skip
def test_the_whole_phrase_of_a_source(text, expected):
    phrases, (first, last) = marked(text)
    assert words(phrases, *whole_phrase(phrases, first, last)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[Ana Silva and Rui Lopez] said no.", ["Ana Silva", "Rui Lopez"]),
        (
            "[Ana Silva, Rui Lopez and Mary Jones] said no.",
            ["Ana Silva", "Rui Lopez", "Mary Jones"],
        ),
        ("[Mary Jones and her supporters] said no.", ["Mary Jones", "her supporters"]),
        ("[Mary Jones and other experts] said no.", ["Mary Jones", "other experts"]),
        ("[The Guardian and the Daily Mirror] said no.", ["The Guardian", "the Daily Mirror"]),
        (
            "[Ana Silva and former Mayor Rui Lopez] said no.",
            ["Ana Silva", "former Mayor Rui Lopez"],
        ),
        (
            "[Ana Silva and former Springfield, Texas, Mayor Rui Lopez] said no.",
            ["Ana Silva", "former Springfield, Texas, Mayor Rui Lopez"],
        ),
        ("[Ana Silva and spokesman Rui Lopez] said no.", ["Ana Silva", "spokesman Rui Lopez"]),
        (
            "[Ana Silva and mayors of Rui Lopez's party] said no.",
            ["Ana Silva and mayors of Rui Lopez's party"],
        ),
        (
            "[AK Azad, Vice President of the Board and Chairman of the Group,] said no.",
            ["AK Azad, Vice President of the Board and Chairman of the Group"],
        ),
        ("[Ana Silva and the Board] said no.", ["Ana Silva", "the Board"]),
        # One noun of several names; trap: a party's people.
        ("[French and German officials] said no.", ["French and German officials"]),
        ("[Republican and Democratic lawmakers] said no.", ["Republican and Democratic lawmakers"]),
        ("[FBI and CIA officials] said no.", ["FBI and CIA officials"]),
        ("[U.S. and Saudi officials] said no.", ["U.S. and Saudi officials"]),
        ("[Republicans and Iowa officials] said no.", ["Republicans", "Iowa officials"]),
        # A body, police or a paper beside a person.
        ("[The FBI and Ana Silva] said no.", ["The FBI", "Ana Silva"]),
        ("[Police and Mayor Ana Silva] said no.", ["Police", "Mayor Ana Silva"]),
        ("[The report and Ana Silva] said no.", ["The report", "Ana Silva"]),
        # A team is not named beside whose it is; traps: supporters are others, bodies have groups.
        ("[Ana Silva and colleagues] said no.", ["Ana Silva and colleagues"]),
        ("[Quenneby and colleagues] said no.", ["Quenneby and colleagues"]),
        ("[Ana Silva and her research team] said no.", ["Ana Silva and her research team"]),
        ("[Ana Silva and her team] said no.", ["Ana Silva and her team"]),
        ("[Ana Silva and her supporters] said no.", ["Ana Silva", "her supporters"]),
        ("[The authors and other experts] said no.", ["The authors", "other experts"]),
        (
            "[Ana Silva, a doctor at Brigham and Women's Hospital,] said no.",
            ["Ana Silva, a doctor at Brigham and Women's Hospital"],
        ),
        # Traps: one body, a group, a plain phrase.
        ("[the Ministry of Law and Justice] said no.", ["the Ministry of Law and Justice"]),
        ("[experts and officials] said no.", ["experts and officials"]),
        ("[the mayor] said no.", ["the mayor"]),
        (
            "[A study in the Journal of Child and Adolescent Sleep] said no.",
            ["A study in the Journal of Child and Adolescent Sleep"],
        ),
        (
            "[Ana Silva, the firm's head of Diversity and Community Engagement] said no.",
            ["Ana Silva, the firm's head of Diversity and Community Engagement"],
        ),
        (
            "[investigators from Canada and Sweden] said no.",
            ["investigators from Canada and Sweden"],
        ),
        ("[the governor of Texas and the Board] said no.", ["the governor of Texas", "the Board"]),
        # A description or a party stands between two people; trap: one has two trades.
        (
            "[the union's negotiator Ana Silva and the company's Rui Lopez] said no.",
            ["the union's negotiator Ana Silva", "the company's Rui Lopez"],
        ),
        (
            "[Union negotiator Ana Silva and company lawyer Rui Lopez] said no.",
            ["Union negotiator Ana Silva", "company lawyer Rui Lopez"],
        ),
        (
            "[Ana Silva, a Democrat, and state Sen. Rui Lopez, a Republican,] said no.",
            ["Ana Silva, a Democrat", "state Sen. Rui Lopez, a Republican"],
        ),
        (
            "[Sens. Ana Silva (R-Ky.) and Rui Lopez (D-Conn.)] said no.",
            ["Sens. Ana Silva (R-Ky.)", "Rui Lopez (D-Conn.)"],
        ),
        (
            "[Sens. Ana Silva, D-Conn., Rui Lopez, R-Ky., and Mary Jones, R-Utah,] said no.",
            ["Sens. Ana Silva, D-Conn.", "Rui Lopez, R-Ky.", "Mary Jones, R-Utah"],
        ),
        ("[The singer and actor Ana Silva] said no.", ["The singer and actor Ana Silva"]),
        (
            "[Ana Silva, the mayor and a doctor,] said no.",
            ["Ana Silva, the mayor and a doctor"],
        ),
        # Who stands beside somebody.
        (
            "[Ana Silva, together with fashion designer Mary Jones] said no.",
            ["Ana Silva", "fashion designer Mary Jones"],
        ),
        (
            "[Some senators, such as Ana Silva and Rui Lopez,] said no.",
            ["Some senators", "Ana Silva", "Rui Lopez"],
        ),
        # Nobody is their own deputy; trap: people with theirs are one group.
        ("[The mayor and his deputy, Ana Silva,] said no.", ["The mayor", "his deputy, Ana Silva"]),
        (
            "[Ana Silva, the mayor, and her deputy] said no.",
            ["Ana Silva, the mayor", "her deputy"],
        ),
        ("[The mayors and their deputies] said no.", ["The mayors and their deputies"]),
        (
            "[Ana Silva of Portlink and Rui Lopez of Quenna] said no.",
            ["Ana Silva of Portlink", "Rui Lopez of Quenna"],
        ),
        ("[police and Ana Silva, a lawyer,] said no.", ["police", "Ana Silva, a lawyer"]),
        (
            "[The party leader and Prime Minister Ana Silva] said no.",
            ["The party leader and Prime Minister Ana Silva"],
        ),
        (
            "[Ana Silva supporters and Rui Lopez supporters] said no.",
            ["Ana Silva supporters and Rui Lopez supporters"],
        ),
        # Somebody, and people without a name.
        ("[Ana Silva and two aides] said no.", ["Ana Silva", "two aides"]),
        ("[Ana Silva and Senate Democrats] said no.", ["Ana Silva", "Senate Democrats"]),
        (
            "[Ana Silva and the Dock Workers Union] said no.",
            ["Ana Silva", "the Dock Workers Union"],
        ),
        ("[Ana Silva and members of the board] said no.", ["Ana Silva", "members of the board"]),
        # A comma closes a list, or stands in the name of a place.
        (
            "[Ana Silva, Rui Lopez, and Mary Jones] said no.",
            ["Ana Silva", "Rui Lopez", "Mary Jones"],
        ),
        (
            "[Officials from Ohio, Iowa and Alabama] said no.",
            ["Officials from Ohio, Iowa and Alabama"],
        ),
        ("[Ohio, Iowa and Alabama] said no.", ["Ohio", "Iowa", "Alabama"]),
        ("[researchers and the company] said no.", ["researchers", "the company"]),
        (
            "[a note by Ana Silva and Rui Lopez] said no.",
            ["a note by Ana Silva and Rui Lopez"],
        ),
        (
            "[lawyers for Ana Silva and Rui Lopez] said no.",
            ["lawyers for Ana Silva and Rui Lopez"],
        ),
        (
            "[Ana Silva, Sleep Unit, University of Lisbon, Lisbon, Portugal] said no.",
            ["Ana Silva, Sleep Unit, University of Lisbon, Lisbon, Portugal"],
        ),
        (
            "[the bloc's two biggest economies, France and Germany] said no.",
            ["France", "Germany"],
        ),
        (
            "[Ana Silva and Rui Lopez's colleagues] said no.",
            ["Ana Silva and Rui Lopez's colleagues"],
        ),
        (
            "[House Speaker Ana Silva (R., Ohio) and others in the party] said no.",
            ["House Speaker Ana Silva (R., Ohio)", "others in the party"],
        ),
        (
            "[Returning Officer and Deputy Commissioner Ana Silva] said no.",
            ["Returning Officer and Deputy Commissioner Ana Silva"],
        ),
        ("[the police report and witnesses] said no.", ["the police report", "witnesses"]),
        ("[a Naples, Fla., company] said no.", ["a Naples, Fla., company"]),
        (
            "[Companies including Portlink, Quenna and Zorbla] said no.",
            ["Companies including Portlink, Quenna and Zorbla"],
        ),
    ],
)
def test_named_people_are_parted(text, expected):
    phrases, (first, last) = marked(text)
    parts = split_coordination(phrases.document, phrases.names, first, last)
    assert [words(phrases, *part) for part in parts] == expected


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("[the spokesman for the ministry] left", "spokesman"),
        ("[a senior defence official] left", "official"),
        ("[one of the sources] left", "sources"),
        ("[some of my friends] left", "friends"),
        ("[a number of Republican lawmakers] left", "lawmakers"),
        ("[a copy of the filing] left", "filing"),
        ("[officials familiar with the talks] left", "officials"),
        ("[economists surveyed by the bank] left", "economists"),
        ("[many in the town] left", "many"),
        ("[a study undertaken in the spring of 2016] left", "study"),
        ("[a report written for the port trust] left", "report"),
        ("[a draft of the letter to the mayor] left", "letter"),
        ("[the Ministry of Health] left", "health"),
    ],
)
def test_the_head_of_a_phrase(text, head):
    phrases, (first, last) = marked(text)
    place = head_index(phrases.document, phrases.names, first, last)
    assert phrases.document.norms[place] == head


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("On Monday [the spokesman for the ministry] said no.", "the ministry",
         "the spokesman for the ministry"),
        ("Then [two senior officials] said no.", "two senior officials", "two senior officials"),
        ("Then [some of the officials] said no.", "some of the officials", "some of the officials"),
        ("Then [the company's lawyers] said no.", "the company's lawyers", "the company's lawyers"),
        ("Then [US and Iranian officials] said no.", "US and Iranian officials",
         "US and Iranian officials"),
        # Traps: a clause, a day or a verb before is no part of it.
        ("When it rained, [officials] said no.", "officials", "officials"),
        ("On Monday [officials] said no.", "officials", "officials"),
        ("They knew [she] said no.", "she", "she"),
        ("Nobody [really] said no.", "", ""),
    ],
)  # fmt: skip
def test_noun_phrases_before_a_verb(text, narrow, wide):
    phrases, (_, last) = marked(text)
    assert words(phrases, phrases.start(last, 0), last) == narrow
    assert words(phrases, phrases.wide_start(last, 0), last) == wide


@pytest.mark.parametrize(
    ("text", "narrow", "wide"),
    [
        ("according to [the study] led by the trust, it rained", "the study",
         "the study led by the trust"),
        # "The methods used in the study led to errors"
        ("used in [the study] led to errors", "the study", "the study"),
        ("used in [the study] resulted in errors", "the study", "the study"),
        ("according to [researchers] at the university, it rained", "researchers",
         "researchers at the university"),
        ("according to [documents] obtained by a channel, it rained", "documents",
         "documents obtained by a channel"),
        ("according to [two people] familiar with the talks, it rained", "two people",
         "two people familiar with the talks"),
        ("citing [over 60 studies], it said so", "over 60 studies", "over 60 studies"),
        ("according to [a 10-page brief], it rained", "a 10-page brief", "a 10-page brief"),
        # What tells where and when a paper came out is part of it.
        ("according to [an article] published online by the trust, it rained", "an article",
         "an article published online by the trust"),
        ("according to [a study] being presented at the congress, it rained", "a study",
         "a study being presented at the congress"),
        ("according to [a study] appearing online in the journal Sleep, it rained", "a study",
         "a study appearing online in the journal Sleep"),
        ("in [a survey] of 4,385 adults conducted earlier this year, most agreed", "a survey",
         "a survey of 4,385 adults conducted earlier this year"),
        ("come from [a survey] conducted March 13-27 among adults, it rained", "a survey",
         "a survey conducted March 13-27 among adults"),
        ("in [one January 2017 tweet], he begged", "one January 2017 tweet",
         "one January 2017 tweet"),
        # Trap: only a paper comes out.
        ("according to [the mayor] elected last year, it rained", "the mayor", "the mayor"),
        # A day ends it, but for one that stands amid it.
        ("in [a web post] Tuesday, it rained", "a web post", "a web post"),
        ("in [a statement] late Monday, it rained", "a statement", "a statement"),
        ("in [a Monday note] to clients, it rained", "a Monday note", "a Monday note to clients"),
        # Traps: a verb, a stop and another phrase end it.
        ("according to [him] it rained", "him", "him"),
        ("according to [police] the road is shut", "police", "police"),
        ("said [the mayor]. The road is shut", "the mayor", "the mayor"),
        ("according to [and] nobody", "", ""),
    ],
)  # fmt: skip
def test_noun_phrases_after_a_cue(text, narrow, wide):
    phrases, (first, _) = marked(text)
    limit = phrases.document.sentences[phrases.document.sentence_of[first]].last
    assert words(phrases, first, phrases.end(first, limit)) == narrow
    assert words(phrases, first, phrases.wide_end(first, limit)) == wide


def test_nothing_is_found_beyond_the_limits():
    phrases = phrases_of("The spokesman for the ministry said no.")
    assert phrases.start(5, 3) == 3
    assert phrases.wide_start(5, 3) == 3
    assert phrases.end(0, 1) == 0
    assert phrases.start(0, 0) == 0
