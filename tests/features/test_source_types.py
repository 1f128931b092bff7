"""What kind of source a noun phrase names, by its own words."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.citations import find_citations
from credscore.features.names import Names
from credscore.features.source_nouns import singular, source_words
from credscore.features.source_types import PhraseReader, names_thing


def described(text):
    """What the phrase between brackets is."""
    start, end = text.index("["), text.index("]") - 1
    document = Document(Article(text.replace("[", "").replace("]", "")))
    reader = PhraseReader(document, Names(document), find_citations(document))
    return reader.describe(*document.token_range(start, end))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[The flurry of announcements] suggested a push.", True),
        ("[The quirk] shows it.", True),
        ("[The expansion of the scheme] shows it.", True),
        ("[Local tensions] show it.", True),
        ("[Protests by angry citizens] show it.", True),
        ("[More research] is needed.", True),
        ("Ana Silva, [R-Utah], who left, said so.", True),
        ("[A long procedure] shows it.", True),
        ("[Her brilliant career] shows it.", True),
        # Traps: bodies, people, papers, names.
        ("[The junta] said so.", False),
        ("[The transport department] said so.", False),
        ("[The Quenneby Foundation] said so.", False),
        ("[The report] said so.", False),
        ("[The minister] said so.", False),
        ("[The website] said so.", False),
        ("[The chain] said so.", False),
        ("[The teen] said so.", False),
        ("[The cops] said so.", False),
        ("[The zoo] said so.", False),
        ("[The suit] said so.", False),
        ("[The audience] said so.", False),
        ("[Some of them] said so.", False),
        ("[Eight] said so.", False),
        ("[Two thirds of voters] said so.", False),
        ("[Many netizens] said so.", False),
        ("[Local companies] said so.", False),
        ("No, [Zorbla] said.", False),
    ],
)
def test_things_that_say_nothing(text, expected):
    assert names_thing(described(text)) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Persons: by name, by title and name, behind an office.
        ("No, [Ana Silva] said.", "person"),
        ("No, [Mr Quenneby] said.", "person"),
        ("No, [the mayor, Ana Silva,] said.", "person"),
        ("No, [company spokesman Ali Raza] said.", "person"),
        ("No, [the board's director, Ana Silva] said.", "person"),
        ("No, [MIT professor Maria Lopez] said.", "person"),
        ("No, [superintendent of police (SP) Imran Malik] said.", "person"),
        ("No, said [Radio One's Maria Lopez].", "person"),
        ("No, [Road Safety Board (RSB) Secretariat Senior Secretary Maria Lopez] said.", "person"),
        ("No, [left-arm spinner Zorbla Akhter Quenneby] said.", "person"),
        ("No, [Upazila Executive Officer (UNO) Maria Lopez] said.", "person"),
        ("No, [the bill's author, Democratic state Sen. Maria Lopez,] said.", "person"),
        # Persons: an office follows without a comma, or in capitals; trap: a body's.
        ("No, [Zorbla Quenneby the head of the port] said.", "person"),
        ("No, [Zorbla Quenneby CEO of the port] said.", "person"),
        ("No, [the Quenneby Port the trust runs] said.", "organisation"),
        # A party's members, though their state may be a given name.
        ("No, [Montana Republicans] said.", "group"),
        ("No, [the Liberal Democrats] said.", "organisation"),
        # Whose people they are is told; traps: it is not, or they are no particular people.
        ("No, [scientists at the Quenneby Institute] said.", "unnamed"),
        ("No, [scientists] said.", "group"),
        ("No, [visitors from Lisbon] said.", "group"),
        # People, papers and bodies whose nouns do not end as such words do.
        ("No, [the girl] said.", "unnamed"),
        ("No, [her two sons] said.", "unnamed"),
        ("No, [skeptics] said.", "group"),
        ("No, [the crowd] said.", "group"),
        ("No, [the Quenneby museum] said.", "organisation"),
        ("No, [museums] said.", "group"),
        ("No, [an editorial in the journal] said.", "document"),
        ("No, according to [the Quenneby polling average].", "document"),
        # One of a party or nation is a person, several are nobody in particular.
        ("No, [a Democrat briefed on the talks] said.", "unnamed"),
        ("No, [Democrats] said.", "group"),
        ("No, [one in five Americans] said.", "group"),
        ("No, [co-star Zorbla Quenneby] said.", "person"),
        # What a participle tells of is its head.
        ("No, [a woman convicted of fraud] said.", "unnamed"),
        ("No, [an affidavit filed] said.", "document"),
        ("No, [the injured] said.", "unnamed"),
        # An outlet whose name begins as a town's does.
        ("No, [the New York Times] said.", "outlet"),
        ("No, [the New York City Council] said.", "organisation"),
        # Elections are no opinion polls.
        ("No, [the polls] marked a change.", "organisation"),
        ("[The polls] show it.", "document"),
        ("No, [opinion polls] said.", "document"),
        # Who serves somebody with an office is not that person.
        ("No, [Ana Silva, adviser to party chief Rui Lopez,] said.", "person"),
        ("No, [the adviser to party chief Rui Lopez] said.", "unnamed"),
        ("No, [Department of Trade spokesman Rui Lopez] said.", "person"),
        ("No, [Chancellor of the university and professor Ana Silva] said.", "person"),
        ("No, according to [a count by the trust].", "document"),
        ("No, in [a speech read by party chief Ana Silva].", "document"),
        ("No, according to [the post by port director Ana Silva].", "document"),
        # Elected or named to an office, and not in it yet.
        ("No, [the President-elect] said.", "unnamed"),
        ("No, [the prime minister-designate] said.", "unnamed"),
        # Persons: behind a description, a comma or an office of a place between.
        ("No, [a witness, Quenneby], said.", "person"),
        ("No, [another Lisbon Democrat, Rep. Ana Silva], said.", "person"),
        ("No, [brand director for South America John Quenneby] said.", "person"),
        ("No, [Assistant Secretary of the Air Force John Quenneby] said.", "person"),
        # Traps: nobody is named in it.
        ("No, [a witness of the crash] said.", "unnamed"),
        ("No, [an official in South America] said.", "unnamed"),
        # Nobody at all; people that a reporter met are particular.
        ("[No Ruritanian officials] said so.", "group"),
        ("[Many residents interviewed in the town] said so.", "unnamed"),
        ("[Many residents of the town] said so.", "group"),
        # A number of bodies, and authorities, have no name; traps: all bodies of a kind.
        ("[Two companies in Lisbon] said so.", "unnamed"),
        ("[Three Lisbon travel agencies] said so.", "unnamed"),
        ("[Both countries] said so.", "organisation"),
        ("[The two ministries] said so.", "organisation"),
        ("[Authorities] said so.", "unnamed"),
        ("[The Ruritanian authorities] said so.", "unnamed"),
        ("[Some authorities] said so.", "group"),
        # A site that belongs to somebody is read like a paper; trap: the site itself.
        ("[Portlink's website] said so.", "document"),
        ("[The website of Portlink] said so.", "document"),
        ("[The website] said so.", "organisation"),
        # People in a place are no magazine.
        ("[People in the town] said so.", "group"),
        # Bodies and outlets whose names end in a word for papers; trap: a paper with a capital.
        ("No, [the Lisbon Court of Appeals] said.", "organisation"),
        ("No, [the Washington Post] said.", "outlet"),
        ("It fell, [the Quenneby Report] said.", "document"),
        # Persons: behind an office that names its body.
        ("No, [Superintendent of Police Abdur Quenneby] said.", "person"),
        ("No, [Secretary of Defense Zorbla Quenneby] said.", "person"),
        ("No, [Officer-in-Charge (OC) of Sadar Model Thana Md Zorbla Quenneby] said.", "person"),
        ("No, [Addl SP (Crime) Zorbla Quenneby] said.", "person"),
        ("No, [the Public Affairs Director of the Sea Commission, Ana Silva] said.", "person"),
        ("No, [the Western Province Governor, Zorbla Quenneby,] said.", "person"),
        (
            "No, [Deputy Director of the Sea Department Agriculturist Md Zorbla Quenneby] said.",
            "person",
        ),
        ("No, [the Ruritanian Prime Minister] said.", "unnamed"),
        ("No, [Nalin Quenneby, President of Sri Lanka Inbound Tour Operators] said.", "person"),
        # Traps: an office without its holder, and whom somebody stands up for.
        ("No, [the Public Affairs Director of the Sea Commission] said.", "unnamed"),
        ("No, [lawyers representing Ana Silva] said.", "unnamed"),
        ("No, [the Office of the Director of Elections] said.", "organisation"),
        # Bodies.
        ("No, [the Ministry of Health] said.", "organisation"),
        ("No, [the ministry] said.", "organisation"),
        ("No, [police] said.", "organisation"),
        ("No, [the government] said.", "organisation"),
        ("No, [the Quenneby Foundation] said.", "organisation"),
        ("No, [Pakistan] said.", "organisation"),
        ("No, [the court] said.", "organisation"),
        ("No, [Quenneby & Zorblat] said.", "organisation"),
        ("No, [Sudan's ruling Congress Party] said.", "organisation"),
        # Documents.
        ("It is so in [a lawsuit filed against the Ministry of Health].", "document"),
        ("It was held in [Quenneby v. Ruritania].", "document"),
        ("According to [company policy], no.", "document"),
        ("No, [the report] said.", "document"),
        ("It is so in [a letter to the board].", "document"),
        ("It was banned, according to [Section 12 of the Harbour Act].", "document"),
        ("It was banned, according to [Rule 4].", "document"),
        # None in particular; traps: new, of a kind, or somebody's.
        ("[Earlier research] showed it.", "group"),
        ("[Similar studies in mice] showed it.", "group"),
        ("[New research] showed it.", "document"),
        ("[Autopsy reports] showed it.", "document"),
        ("[Initial reports] said so.", "group"),
        ("According to [local reports], it is so.", "group"),
        ("According to [police reports], it is so.", "document"),
        ("[Previous studies by Ana Silva] showed it.", "document"),
        ("According to [a copy of the filing], no.", "document"),
        ("According to [documents obtained by the court], no.", "document"),
        ("According to [the Quenneby study], no.", "document"),
        ("No, [an investigation by the ministry] found.", "document"),
        ("No, [the 2008 decision Quenneby v. Zorblat] allows it.", "document"),
        ("No, [the FIR] stated.", "document"),
        ("No, [a campaign ad] says.", "document"),
        # Outlets.
        ("No, [The Washington Post] reported.", "outlet"),
        ("It rained, according to [Al Jazeera].", "outlet"),
        ("No, [a private TV channel] reported.", "outlet"),
        ("No, said [a report in the local media].", "outlet"),
        # Described, not named.
        ("No, [the Ruritania Republican] said.", "unnamed"),
        ("No, [public defenders representing Zorblat] said.", "unnamed"),
        ("No, [a neighbour's spokesman] said.", "unnamed"),
        # A last name that a body's name may end in.
        ("Michelle Steel left early. No, [Steel] said.", "person"),
        # So are places.
        ("Barbara Jordan left early. No, [Jordan] said.", "person"),
        ("Ricardo Lagos left early. No, [Lagos] said.", "person"),
        ("[Lagos] said so.", "organisation"),
        # Traps: a body that is called the House; whoever has no first name we know.
        ("Kevin House left early. No, [the House] said.", "organisation"),
        ("Quenneby Steel left early. No, [Steel] said.", "organisation"),
        ("No, [the paper's Elections Integrity Hub] said.", "organisation"),
        ("No, [a spokeswoman for the Ministry of Health] said.", "unnamed"),
        ("No, [a Quenneby spokesman] said.", "unnamed"),
        ("No, [a senior defence official] said.", "unnamed"),
        ("No, [two people familiar with the talks] said.", "unnamed"),
        ("No, [the researchers] said.", "unnamed"),
        ("No, [one analyst] said.", "unnamed"),
        ("No, [Treasury officials] said.", "unnamed"),
        ("No, [a Lahore Cricket Board (LCB) official] said.", "unnamed"),
        # Traps: a short form at the end, a career is nobody.
        ("No, [the Lahore Cricket Board (LCB)] said.", "organisation"),
        ("No, [the Lahore Cricket Board (LCB) in Lahore] said.", "organisation"),
        ("No, [a drugmaker] said.", "unnamed"),
        ("According to [research by the board], no.", "document"),
        ("No, [research] shows.", "group"),
        ("No, [a source close to the family] said.", "unnamed"),
        ("No, [ministerial sources] said.", "unnamed"),
        ("No, [a neighbour] said.", "unnamed"),
        # Anonymous.
        ("No, [sources] said.", "anonymous"),
        ("No, [insiders] said.", "anonymous"),
        ("No, [an insider] said.", "anonymous"),
        ("No, [industry insiders] said.", "unnamed"),
        ("No, [his critics] said.", "group"),
        ("No, [the mayor's opponents] said.", "group"),
        ("No, [three critics] said.", "unnamed"),
        ("No, [a source] said.", "anonymous"),
        ("No, [several sources] said.", "anonymous"),
        # Nobody in particular.
        ("No, [experts] said.", "group"),
        ("No, [critics] said.", "group"),
        ("No, [many] said.", "group"),
        ("No, [Republicans] said.", "group"),
        ("No, [nine percent of voters] said.", "group"),
        ("No, [human rights groups] said.", "group"),
        ("No, [Ruritanian rights groups] said.", "organisation"),
        ("No, [the rights groups] said.", "organisation"),
        # Traps: words that look like another type.
        ("No, [several studies] found.", "group"),
        ("No, [studies] found.", "group"),
        ("No, [other analysts] said.", "group"),
        ("No, [a lawyer for Ana Silva] said.", "unnamed"),
        ("No, [a spokesman for Ana Silva] said.", "unnamed"),
        ("No, [supporters of President Silva] said.", "group"),
        ("No, [the Post report] said.", "document"),
        ("No, [Ana Silva of the Ministry of Health] said.", "person"),
        ("No, [the state's police chief] said.", "unnamed"),
        ("No, [a Reuters correspondent] said.", "unnamed"),
        ("No, [the editor of a newspaper] said.", "unnamed"),
        ("No, [the authors of the report] said.", "unnamed"),
        ("No, [Border Patrol] said.", "organisation"),
        ("No, [this newspaper] said.", "self"),
        ("No, [a report in this newspaper] said.", "self"),
        # Traps: no magazine, no paper of its own.
        ("[People] say no.", "group"),
        ("[The Hollywood Reporter] says no.", "outlet"),
        # Leaders of the world are nobody in particular; traps: those of somebody.
        ("No, [world leaders] said.", "group"),
        ("No, [European leaders] said.", "group"),
        ("No, [leaders of the group] said.", "unnamed"),
        ("No, [forecasts] said.", "group"),
        ("No, [forecasts from the Sea Fund] said.", "document"),
        ("No, [the new Coastal Strategy] said.", "document"),
        ("No, [the team's strategy] said.", "organisation"),
        ("No, [part of a herd strategy] said.", "organisation"),
        ("No, [Consumer Reports] said.", "document"),
        ("No, [Scientific Reports] said.", "document"),
        ("No, [scientific reports] said.", "group"),
        ("No, [this author] said.", "self"),
        ("[Source] says no.", "anonymous"),
        # Who speaks for somebody is another; traps: by name, or set off.
        ("[A spokesman for Governor Bola Tinubu] said no.", "unnamed"),
        ("[A spokesman for the ministry, Ade Ojo], said no.", "person"),
        ("[An adviser to President Bola Tinubu] said no.", "unnamed"),
        ("[A section of residents] said no.", "group"),
        ("[A section of the report] said no.", "document"),
        # It prosecutes; trap: a paper.
        ("[The State] alleges that he paid.", "organisation"),
        ("[The State] reported that he paid.", "outlet"),
        ("No, [the Republic of Ireland] said.", "organisation"),
        # Office-holders; traps: bodies.
        ("No, [the Duke of Sussex] said.", "unnamed"),
        ("No, [the Crown Prince] said.", "unnamed"),
        ("No, [the Solicitor General] said.", "unnamed"),
        ("No, [the Colombo Chief Magistrate] said.", "unnamed"),
        ("No, [the Taoiseach] said.", "unnamed"),
        ("No, [the Attorney General's Office] said.", "organisation"),
        ("No, [the District Executive] said.", "organisation"),
        ("[MPs] said no.", "group"),
        ("[NGOs] said no.", "organisation"),
        # Whose name closes an office without an article; traps: whose office it is not.
        ("[Minister for planning Ahsan Iqbal] said no.", "person"),
        ("[Adviser to the prime minister Salman Rahman] said no.", "person"),
        ("[Supporters of the activist Rui Lopez] said no.", "group"),
        ("No, [a spokesman for Governor Bola Tinubu] said.", "unnamed"),
        ("No, [an aide to Governor Nyesom Wike] said.", "unnamed"),
        # Firms by their trade; traps: who does it.
        ("No, [the train operator] said.", "organisation"),
        ("Then [the developer] said it would appeal.", "organisation"),
        ("No, [the software developer] said.", "unnamed"),
        ("Then [the developer] said he would appeal.", "unnamed"),
        # One of a nation; trap: all of them.
        ("No, [the Scot] said.", "unnamed"),
        ("No, [the Scots] said.", "group"),
        # A court's prosecution; trap: the paper.
        ("No, [the State] said.", "organisation"),
        ("[The State] reported a rise.", "outlet"),
        ("No, [an official not authorised to speak to the media] said.", "unnamed"),
        ("[Treasury] said no.", "organisation"),
        # Of whom there are ever more; traps: a count, a paper's numbers.
        ("[Increasing numbers of Norland residents] say so.", "group"),
        ("[A growing number of doctors] say so.", "group"),
        ("[The numbers of cases] say so.", "document"),
        # A common word that a paper has with its article alone.
        ("[Independent] said it would pay.", "organisation"),
        ("[The Independent] said it would pay.", "outlet"),
        ("[The Journal of the American Medical Association] reported it.", "organisation"),
        # Many of one office, in capitals too, and what has sides.
        ("[Texas Senators] said no.", "group"),
        ("[New York Democrats] said no.", "group"),
        ("[State Lawmakers] said no.", "group"),
        ("[The Ottawa Senators] said no.", "organisation"),
        ("[The Texas Rangers] said no.", "organisation"),
        ("[Ana Masters] said no.", "person"),
        ("[Both sides] said no.", "group"),
        ("[Many states] have said no.", "group"),
        ("[Political leaders] say no.", "group"),
        ("[Lawmakers] said no.", "group"),
        ("[FBI and CIA officials] said no.", "unnamed"),
        ("[U.S. and Saudi officials] said no.", "unnamed"),
    ],
)
def test_the_type_of_a_phrase(text, expected):
    assert described(text).type == expected


@pytest.mark.parametrize(
    ("text", "head", "definite", "plural"),
    [
        ("No, [the minister] said.", "minister", True, False),
        ("No, [a senior official] said.", "official", False, False),
        ("No, [two officials] said.", "official", False, True),
        ("No, [his lawyers] said.", "lawyer", True, True),
        ("No, [one of the analysts] said.", "analyst", False, True),
        ("No, [the study] said.", "study", True, False),
        ("No, [people] said.", "people", False, True),
        ("No, [Ana Silva] said.", "", False, False),
    ],
)
def test_head_and_number(text, head, definite, plural):
    phrase = described(text)
    assert (phrase.head, phrase.definite, phrase.plural) == (head, definite, plural)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("No, [the mayor, Ana Silva,] said.", ("Ana", "Silva")),
        ("No, [Prime Minister Ana Silva] said.", ("Ana", "Silva")),
        ("No, [a spokeswoman for the Ministry of Health] said.", ("Ministry", "of", "Health")),
        ("No, [Ana Silva, adviser to party chief Rui Lopez,] said.", ("Ana", "Silva")),
        # Traps: a name in a genitive or behind a preposition is another's.
        ("No, [the adviser to party chief Rui Lopez] said.", None),
        ("No, [Ana Silva's lawyer] said.", None),
        ("No, [a lawyer for Ana Silva] said.", None),
        ("No, [documents about Ana Silva] said.", None),
        # A title and a mark make a name without words.
        ("No, [the State Board of Governors’ Ana Silva] said.", ("Ana", "Silva")),
    ],
)
def test_the_name_that_a_phrase_is_built_around(text, name):
    phrase = described(text)
    assert (phrase.name.words if phrase.name else None) == name


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[People] say that it is old.", "group"),
        ("“[People] told us that it is old,” she said.", "group"),
        ("[People here] say that it is old.", "group"),
        ("No, [People] said.", "outlet"),
        ("[The Guardian] said so.", "outlet"),
        ("[Bloomberg] said so.", "outlet"),
    ],
)
def test_the_capital_of_a_sentence_names_no_outlet(text, expected):
    assert described(text).type == expected


def test_an_outlet_is_named_by_its_own_name():
    assert described("No, [The Washington Post] reported.").outlet == "The Washington Post"
    assert described("No, [a private TV channel] reported.").outlet == ""


@pytest.mark.parametrize(
    ("plural", "single"),
    [
        ("officials", "official"),
        ("agencies", "agency"),
        ("spokeswomen", "spokeswoman"),
        ("wives", "wife"),
        ("witnesses", "witness"),
        ("churches", "church"),
        # Traps: no plurals.
        ("analysis", "analysis"),
        ("census", "census"),
        ("press", "press"),
        ("police", "police"),
        ("", ""),
    ],
)
def test_the_singular(plural, single):
    assert singular(plural) == single


def test_nouns_of_the_lexicon_have_their_plurals():
    assert {"analyst", "analysts", "person", "people"} <= source_words("generic")
    assert "vague" not in source_words("vague source")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        # People who count, and numbers.
        ("[Opposition figures] said so.", "group"),
        ("[Senior industry figures] said so.", "group"),
        ("[A leading opposition figure] said so.", "unnamed"),
        ("[Official figures] said so.", "document"),
        ("[Government figures] said so.", "document"),
        ("[Asian Americans] said so.", "group"),
        ("[Ana American] said so.", "person"),
        # Whose family it is is told, who of it spoke is not.
        ("[The family] said so.", "unnamed"),
        ("[Her friends and family] said so.", "unnamed"),
        ("[The family of the driver] said so.", "unnamed"),
        ("[The team] said so.", "organisation"),
        # An office with a bracket before a name.
        ("[Inspector (Investigation) Mahfuz Alam of Sadar police station] said so.", "person"),
        ("[Officer-in-Charge (OC) Mahfuz Alam of Sadar Thana] said so.", "person"),
        ("[An inspector (investigation) of Sadar police station] said so.", "unnamed"),
        ("[Additional Commissioner (Crime and Operations) Mahfuz Alam] said so.", "person"),
        # An office, its body, and who holds it.
        ("[Secretary of the Zorbla Sangsad Secretariat Kaniz Quenna] said so.", "person"),
        ("[The spokesperson at the Ministry of External Affairs Zorbla Quenna] said so.", "person"),
        ("[The ambassador to Bangladesh Zorbla Quenna] said so.", "person"),
        ("[The head of the Quenneby Cancer Institute Clinical Trials Unit] said so.", "unnamed"),
        ("[The director of Delhi Public School Noida Branch] said so.", "unnamed"),
        ("[The head of the Ministry of External Affairs] said so.", "unnamed"),
        # Bodies that end in a noun for papers, and papers that bear a name.
        ("[The Central Bureau of Investigation] said so.", "organisation"),
        ("[The U.S. Geological Survey] said so.", "organisation"),
        ("[The Quenneby Office for National Statistics] said so.", "organisation"),
        ("[The Bureau of Statistics report] said so.", "document"),
        ("[The Nurses' Health Study] said so.", "document"),
        ("[The Consumer Price Index] said so.", "document"),
        ("[Doctors Without Borders] said so.", "organisation"),
        ("On Monday [Quennady's] said so.", "organisation"),
        # What outlets find out by themselves, and what others do in their pages.
        ("[A Reuters investigation] found so.", "outlet"),
        ("[An analysis by Reuters] found so.", "outlet"),
        ("[An investigation] told to Reuters found so.", "document"),
        ("[The FBI investigation] found so.", "document"),
        # Callings before a name.
        ("On Monday [moderator Lester Quenneby] said so.", "person"),
        ("On Monday [carmaker Quenneby Motors] said so.", "organisation"),
    ],
)
def test_people_are_told_from_numbers_and_bodies(text, kind):
    assert described(text).type == kind
