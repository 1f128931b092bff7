"""Mentions merged into sources: full names, surnames, titles, pronouns, acronyms, "the analyst"."""

from itertools import pairwise

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.source_proposals import MENTIONS_KIND, best_apart, mention_proposals
from credscore.features.sources import find_sources
from credscore.findings import Attribution, Source, Span


def sources_of(text, publisher=None):
    document = Document(Article(text, publisher=publisher))
    return find_sources(document, find_attributions(document), find_citations(document))


def found_in(text):
    sources, _ = sources_of(text)
    return [
        (source.name, source.type, [text[slice(*mention)] for mention in source.mentions])
        for source in sources
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # A name behind an office, at the end.
        (
            "It rained. This is according to the Minister of Transport, Ana Silva.",
            [("Ana Silva", "person", ["the Minister of Transport, Ana Silva"])],
        ),
        # A paper whose name looks like a person's, and who speaks to it.
        (
            "In an interview with Le Figaro, the general said no. He said it was late.",
            [("general", "unnamed", ["the general", "He"])],
        ),
        ("He told Der Spiegel no.", [("unnamed person", "unnamed", ["He"])]),
        (
            "Speaking on Peace FM, Mr Baako said it rained.",
            [("Baako", "person", ["Mr Baako"])],
        ),
        (
            "Tony Tan said it rained. Mr Tan said it would stop.",
            [("Tony Tan", "person", ["Tony Tan", "Mr Tan"])],
        ),
        (
            "The District Chief Executive, Mr. Rui Silva, said it rained. The DCE left.",
            [("Rui Silva", "person", ["The District Chief Executive, Mr. Rui Silva"])],
        ),
        (
            "McDonald's said it rained.",
            [("McDonald's", "organisation", ["McDonald's"])],
        ),
        # Speakers in capitals are whom the article names.
        (
            "Lisa Worf is here.\n\nLISA WORF: It fell.\n\nRUI LOPEZ: It did.\n\n"
            "WORF: It broke.\n\nLOPEZ: Twice.\n\nWORF: So.",
            [
                ("Lisa Worf", "person", ["LISA WORF", "WORF", "WORF"]),
                ("RUI LOPEZ", "person", ["RUI LOPEZ", "LOPEZ"]),
            ],
        ),
        # Short forms of a name.
        (
            "Ana Silva said it rained. Silva said it would stop.",
            [("Ana Silva", "person", ["Ana Silva", "Silva"])],
        ),
        (
            "Khurram Dastgir Khan said it rained. Dastgir said it would stop.",
            [("Khurram Dastgir Khan", "person", ["Khurram Dastgir Khan", "Dastgir"])],
        ),
        (
            "Mr Silva said it rained. “Nobody came,” Ana Silva said.",
            [("Ana Silva", "person", ["Mr Silva", "Ana Silva"])],
        ),
        # The last part of a last name, and a last name that no list holds.
        (
            "Saif Juma al-Dhaheri said rain fell. Dhaheri said more would come.",
            [("Saif Juma al-Dhaheri", "person", ["Saif Juma al-Dhaheri", "Dhaheri"])],
        ),
        (
            "Moon Jae-in said it rained. Ban Ki-moon said rain fell. Moon said more would come.",
            [
                ("Moon Jae-in", "person", ["Moon Jae-in", "Moon"]),
                ("Ban Ki-moon", "person", ["Ban Ki-moon"]),
            ],
        ),
        ("Meanwhile, residents said it rained.", [("residents", "group", ["residents"])]),
        # Who is listed behind "including" is of the group.
        (
            "Companies including Borex, Halmar and Zebrix announced that prices fell.",
            [
                (
                    "Companies including Borex, Halmar and Zebrix",
                    "group",
                    ["Companies including Borex, Halmar and Zebrix"],
                )
            ],
        ),
        (
            "Leaders of several unions, including the Press Club, Lawyers Against Torture and "
            "Northern Nurses Association, expressed solidarity.",
            [("Leaders of several unions", "unnamed", ["Leaders of several unions"])],
        ),
        # A verb is no part of its object, nor of its subject.
        (
            "The vote cheered allies and angered opponents who say the law is unfair.",
            [("opponents", "group", ["opponents"])],
        ),
        (
            "The injured residents who say the law is unfair left.",
            [("injured residents", "unnamed", ["The injured residents"])],
        ),
        (
            "He undermined officials who say the law is unfair.",
            [("officials", "unnamed", ["officials"])],
        ),
        (
            "The Gulf states fear that the war will spread.",
            [("Gulf states", "organisation", ["The Gulf states"])],
        ),
        (
            "The law states that taxes are due in May.",
            [("law", "document", ["The law"])],
        ),
        # Where a paper stands is not what tells.
        (
            "Published in the journal Scientific Reports, results showed the test was accurate.",
            [("results", "document", ["results"])],
        ),
        # Of whom a clause tells what is said, and no speaker.
        (
            "Mr. Paul Hart, at a meeting in Lima, noted that Mr. Ned Cole has held rallies.",
            [("Paul Hart", "person", ["Mr. Paul Hart"])],
        ),
        (
            "According to the police, Marlow and his brother, who is a baker, left the bar.",
            [("police", "organisation", ["the police"])],
        ),
        # Somebody and people without a name are two.
        (
            "Mr. Silva and key aides have criticized the plan.",
            [("Silva", "person", ["Mr. Silva"]), ("key aides", "unnamed", ["key aides"])],
        ),
        # No day is a source, nor is what "something" stands for.
        (
            "The council, the body for parks, said Tuesday.",
            [
                (
                    "council, the body for parks",
                    "organisation",
                    ["The council, the body for parks"],
                )
            ],
        ),
        (
            "It is, something residents say has helped, free.",
            [("residents", "group", ["residents"])],
        ),
        # "Both" as a determiner; the verb before is the cue's own.
        (
            "Officials in both countries say it rained.",
            [("Officials in both countries", "unnamed", ["Officials in both countries"])],
        ),
        (
            "Ana Silva left the room without a word but later said the talks had failed.",
            [("Ana Silva", "person", ["Ana Silva"])],
        ),
        (
            "It rained, according to the city’s Twitter page.",
            [("city’s Twitter page", "document", ["the city’s Twitter page"])],
        ),
        # Degrees and names within a name belong to it.
        (
            "“It rained,” said Ana Silva, Ph.D., founder of Acme.",
            [("Ana Silva", "person", ["Ana Silva, Ph.D., founder of Acme"])],
        ),
        (
            "Ana “The Rock” Silva Jr., the only driver in the series, said it rained.",
            [
                (
                    "Ana “The Rock” Silva Jr",
                    "person",
                    ["Ana “The Rock” Silva Jr., the only driver in the series"],
                )
            ],
        ),
        # Shares of those whom a poll asked, each of them whole.
        (
            "68% of Republicans and their allies and 27% of Democrats said it rained.",
            [
                (
                    "68% of Republicans and their allies",
                    "group",
                    ["68% of Republicans and their allies", "27% of Democrats"],
                )
            ],
        ),
        # Whatever "according to" sets off is a source; trap: a plan that is followed.
        ("It will open, according to the park.", [("park", "organisation", ["the park"])]),
        (
            "It will open, according to details shared by Ana Silva.",
            [("details shared by Ana Silva", "document", ["details shared by Ana Silva"])],
        ),
        (
            "It rained, according to this small, ongoing study.",
            [("small, ongoing study", "document", ["this small, ongoing study"])],
        ),
        (
            "It rained, according to those familiar with it.",
            [("those familiar with it", "unnamed", ["those familiar with it"])],
        ),
        ("The firm operates according to a plan.", []),
        ("The show will go on, according to plan.", []),
        ("Goods are sorted, according to their size.", []),
        (
            "Reuters and AFP said 20% of staff left.",
            [("Reuters", "outlet", ["Reuters"]), ("AFP", "outlet", ["AFP"])],
        ),
        (
            "Rui Costa, a man convicted three times of theft, said it rained.",
            [("Rui Costa", "person", ["Rui Costa, a man convicted three times of theft"])],
        ),
        (
            "It rained, according to a report released Jan. 5 in Rome.",
            [
                (
                    "report released Jan. 5 in Rome",
                    "document",
                    ["a report released Jan. 5 in Rome"],
                )
            ],
        ),
        (
            "It rained, said the U.K.-based Lisbon Observatory.",
            [("Lisbon Observatory", "organisation", ["the U.K.-based Lisbon Observatory"])],
        ),
        # What opens a phrase and ends it; trap: an idiom.
        (
            "Newly appointed envoy Ana Silva on Monday said it rained.",
            [("Ana Silva", "person", ["Newly appointed envoy Ana Silva"])],
        ),
        (
            "Ana Silva at the hearing said it rained.",
            [("Ana Silva", "person", ["Ana Silva"])],
        ),
        (
            "“It rained,” said Ana Silva, M.D., acting director of the Office of Rain at the Port.",
            [
                (
                    "Ana Silva",
                    "person",
                    ["Ana Silva, M.D., acting director of the Office of Rain at the Port"],
                )
            ],
        ),
        ("All that said, it rained.", []),
        # What outlets call themselves when they are named again.
        (
            "It rained, the Guardian reported. The paper also reported that it would stop.",
            [("The Guardian", "outlet", ["the Guardian", "The paper"])],
        ),
        # Pronouns.
        (
            "Ana Silva said it rained. She said it would stop.",
            [("Ana Silva", "person", ["Ana Silva", "She"])],
        ),
        (
            "“It rained,” said John Lee, who met Maria Lopez. “It stopped,” he added.",
            [("John Lee", "person", ["John Lee", "he"])],
        ),
        (
            "Maria Lopez met John Smith. “It rained,” she said.",
            [("Maria Lopez", "person", ["she"])],
        ),
        (
            "The researchers said it worked. They said it was cheap.",
            [("researchers", "unnamed", ["The researchers", "They"])],
        ),
        (
            "Maria Lopez met her boyfriend. “It rained,” she said.",
            [("Maria Lopez", "person", ["she"])],
        ),
        # People named together have one source for what they say together: who spoke, or the first.
        (
            "Ana Silva and Rui Lopez opened a shop. They said it would stay.",
            [("Rui Lopez", "person", ["They"])],
        ),
        (
            "Ana Silva and Rui Lopez met. “It rained,” Lopez said. The two said it stopped.",
            [("Rui Lopez", "person", ["Lopez", "The two"])],
        ),
        (
            "Judges Ana Silva and Maria Lopez were fired. Both women said it was wrong.",
            [("Maria Lopez", "person", ["Both women"])],
        ),
        (
            "Researchers Ana Silva and Rui Lopez met. The researchers said it rained.",
            [("Rui Lopez", "person", ["The researchers"])],
        ),
        # Traps: other people in between, a man, no two people, long ago.
        (
            "Ana Silva and Rui Lopez met. The farmers said it rained. They said it stopped.",
            [("farmers", "unnamed", ["The farmers", "They"])],
        ),
        (
            "Judges Ana Silva and John Lopez were fired. Both women said it was wrong.",
            [("Both women", "unnamed", ["Both women"])],
        ),
        (
            "Ana Silva met Rui Lopez. They said it rained.",
            [("they", "group", ["They"])],
        ),
        (
            "Ana Silva and Rui Lopez met. It rained. It snowed. It froze. Soon a couple said no.",
            [("couple", "unnamed", ["a couple"])],
        ),
        # Number: "the company" is none of several, "the companies" are not the one with a name.
        (
            "Several companies said it rained. The company said it stopped.",
            [
                ("Several companies", "group", ["Several companies"]),
                ("company", "organisation", ["The company"]),
            ],
        ),
        (
            "Quenneby Bank said it rained. The banks said it stopped.",
            [
                ("Quenneby Bank", "organisation", ["Quenneby Bank"]),
                ("banks", "organisation", ["The banks"]),
            ],
        ),
        # A body by the end of its name, before and after; trap: there are several courts.
        (
            "The Ruritanian Election Board said it rained. The Election Board said it stopped.",
            [
                (
                    "Ruritanian Election Board",
                    "organisation",
                    ["The Ruritanian Election Board", "The Election Board"],
                )
            ],
        ),
        (
            "The Election Board said it rained. The Ruritanian Election Board said it stopped.",
            [
                (
                    "Ruritanian Election Board",
                    "organisation",
                    ["The Election Board", "The Ruritanian Election Board"],
                )
            ],
        ),
        (
            "The Supreme Court said it rained. The Ohio Supreme Court said it stopped.",
            [
                ("Supreme Court", "organisation", ["The Supreme Court"]),
                ("Ohio Supreme Court", "organisation", ["The Ohio Supreme Court"]),
            ],
        ),
        (
            "The Justice Department said it rained. The Department of Justice said it stopped.",
            [
                (
                    "Justice Department",
                    "organisation",
                    ["The Justice Department", "The Department of Justice"],
                )
            ],
        ),
        # Whose they are tells bodies and people apart; traps: nothing is told, or a company's town.
        (
            "The Silva campaign said it rained. The Lopez campaign said it stopped.",
            [
                ("Silva campaign", "organisation", ["The Silva campaign"]),
                ("Lopez campaign", "organisation", ["The Lopez campaign"]),
            ],
        ),
        (
            "The Silva campaign said it rained. The campaign said it stopped.",
            [("Silva campaign", "organisation", ["The Silva campaign", "The campaign"])],
        ),
        (
            "The Justice Department said it rained. The health department said it stopped.",
            [
                ("Justice Department", "organisation", ["The Justice Department"]),
                ("health department", "organisation", ["The health department"]),
            ],
        ),
        (
            "The mayor's spokesman said it rained. The governor's spokesman said it stopped.",
            [
                ("mayor's spokesman", "unnamed", ["The mayor's spokesman"]),
                ("governor's spokesman", "unnamed", ["The governor's spokesman"]),
            ],
        ),
        (
            "A Quenneby Bank spokesman said it rained. The bank said it stopped. “No,” the "
            "spokesman said.",
            [
                (
                    "Quenneby Bank spokesman",
                    "unnamed",
                    ["A Quenneby Bank spokesman", "the spokesman"],
                ),
                ("Quenneby Bank", "organisation", ["The bank"]),
            ],
        ),
        (
            "City staff said it rained. Last week, researchers Ana Silva and Rui Lopez left the "
            "city. “It stopped,” they wrote.",
            [
                ("City staff", "group", ["City staff"]),
                ("Rui Lopez", "person", ["they"]),
            ],
        ),
        (
            "The first official said it rained. The second official said it stopped.",
            [
                ("first official", "unnamed", ["The first official"]),
                ("second official", "unnamed", ["The second official"]),
            ],
        ),
        (
            "Quenneby Bank said it rained. The Lisbon bank said it stopped.",
            [("Quenneby Bank", "organisation", ["Quenneby Bank", "The Lisbon bank"])],
        ),
        (
            "Ana Silva said it rained. The Oscar actor said it stopped.",
            [("Ana Silva", "person", ["Ana Silva", "The Oscar actor"])],
        ),
        (
            "Ana Silva said it rained. The Oscar director said it stopped.",
            [
                ("Ana Silva", "person", ["Ana Silva"]),
                ("Oscar director", "unnamed", ["The Oscar director"]),
            ],
        ),
        (
            "Ana Silva left. “It rained,” the vice president's spokesman said.",
            [("vice president's spokesman", "unnamed", ["the vice president's spokesman"])],
        ),
        (
            "Judge Ana Silva said it rained. The lawyer for John Lopez said it stopped.",
            [
                ("Ana Silva", "person", ["Judge Ana Silva"]),
                ("lawyer for John Lopez", "unnamed", ["The lawyer for John Lopez"]),
            ],
        ),
        # Another office is another's; trap: the holder's was not told.
        (
            "Sen. Ana Silva said it rained. The president said it stopped.",
            [
                ("Ana Silva", "person", ["Sen. Ana Silva"]),
                ("president", "unnamed", ["The president"]),
            ],
        ),
        (
            "Party chairman Rui Silva said it rained. The chief said it stopped.",
            [("Rui Silva", "person", ["Party chairman Rui Silva", "The chief"])],
        ),
        (
            "Ana Silva said it rained. The president said it stopped.",
            [("Ana Silva", "person", ["Ana Silva", "The president"])],
        ),
        # A last name may be a nation's too.
        (
            "Ana Black said it rained. Black said it stopped.",
            [("Ana Black", "person", ["Ana Black", "Black"])],
        ),
        # "The judges" are those met as such.
        (
            "The judges said it rained. Several judges said it stopped. The judges said no.",
            [
                ("judges", "unnamed", ["The judges", "The judges"]),
                ("Several judges", "group", ["Several judges"]),
            ],
        ),
        # Those whom a poll asked are one group; trap: a number of people is none of them.
        (
            "30% of voters said it rained, and 64 percent said it stopped.",
            [("30% of voters", "group", ["30% of voters", "64 percent"])],
        ),
        (
            "Four in 10 said it rained. Many voters said it stopped.",
            [
                ("Four in 10", "group", ["Four in 10"]),
                ("Many voters", "group", ["Many voters"]),
            ],
        ),
        # Titles and descriptions.
        (
            "Foreign Minister Ali Khan said it rained. The minister said it would stop.",
            [("Ali Khan", "person", ["Foreign Minister Ali Khan", "The minister"])],
        ),
        (
            "Ali Khan, the mayor of Lahore, said it rained. The mayor said it would stop.",
            [("Ali Khan", "person", ["Ali Khan, the mayor of Lahore", "The mayor"])],
        ),
        (
            "Sen. Maria Lopez said it rained. The lawmaker said it would stop.",
            [("Maria Lopez", "person", ["Sen. Maria Lopez", "The lawmaker"])],
        ),
        (
            "One analyst said prices rose. The analyst said they would fall.",
            [("analyst", "unnamed", ["One analyst", "The analyst"])],
        ),
        (
            "A source close to the family said it rained. The source said it would stop.",
            [
                (
                    "source close to the family",
                    "unnamed",
                    ["A source close to the family", "The source"],
                )
            ],
        ),
        # Bodies and papers.
        (
            "The Road Safety Board (RSB) said it rained. The RSB said it would stop.",
            [
                (
                    "Road Safety Board",
                    "organisation",
                    ["The Road Safety Board (RSB)", "The RSB"],
                )
            ],
        ),
        (
            "The study found that it worked. The report said it was cheap.",
            [("study", "document", ["The study", "The report"])],
        ),
        # Traps: nobody and no body is the paper that describes them, nor are several the one.
        (
            "“It worked,” said study author Ana Silva. The study found that it was cheap.",
            [
                ("Ana Silva", "person", ["study author Ana Silva"]),
                ("study", "document", ["The study"]),
            ],
        ),
        (
            "Meridian Research said it rained. According to the survey of 900 adults, it stopped.",
            [
                ("Meridian Research", "organisation", ["Meridian Research"]),
                ("survey of 900 adults", "document", ["the survey of 900 adults"]),
            ],
        ),
        (
            "Other studies showed that it worked. The study found that it was cheap.",
            [
                ("Other studies", "group", ["Other studies"]),
                ("study", "document", ["The study"]),
            ],
        ),
        # Papers of different names are two; one is told by its name from the latest.
        (
            "A Lakeside poll found that it rained. The Marlow poll showed that it stopped.",
            [
                ("Lakeside poll", "document", ["A Lakeside poll"]),
                ("Marlow poll", "document", ["The Marlow poll"]),
            ],
        ),
        (
            "A new Lakeside poll found that it rained. A Marlow survey found that it stopped. "
            "The Lakeside poll showed that nobody came.",
            [
                ("new Lakeside poll", "document", ["A new Lakeside poll", "The Lakeside poll"]),
                ("Marlow survey", "document", ["A Marlow survey"]),
            ],
        ),
        (
            "A University of Harrow survey found that it rained. "
            "The UH survey showed that it stopped.",
            [
                (
                    "University of Harrow survey",
                    "document",
                    ["A University of Harrow survey", "The UH survey"],
                )
            ],
        ),
        (
            "The May memo said it rained. The August memo said it stopped.",
            [
                ("May memo", "document", ["The May memo"]),
                ("August memo", "document", ["The August memo"]),
            ],
        ),
        # What one paper is called in turn; traps: its own noun comes first, and others are others.
        (
            "A lawsuit says it rained. The complaint says that it was cold.",
            [("lawsuit", "document", ["A lawsuit", "The complaint"])],
        ),
        (
            "A police statement said it rained. A press release said it stopped. "
            "The statement said it was cold.",
            [
                ("police statement", "document", ["A police statement", "The statement"]),
                ("press release", "document", ["A press release"]),
            ],
        ),
        (
            "The letter said it rained. The video showed that it stopped.",
            [("letter", "document", ["The letter"]), ("video", "document", ["The video"])],
        ),
        # Whoever made the study told of; traps: not one from before it.
        (
            "A new study found that it rained. Dr. Silva’s study showed that nobody came.",
            [("new study", "document", ["A new study", "Dr. Silva’s study"])],
        ),
        (
            "A prior study found that it rained. Silva’s study showed that it stopped.",
            [
                ("prior study", "document", ["A prior study"]),
                ("Silva’s study", "document", ["Silva’s study"]),
            ],
        ),
        (
            "An earlier study found that it rained. The new study showed that it stopped.",
            [
                ("earlier study", "document", ["An earlier study"]),
                ("new study", "document", ["The new study"]),
            ],
        ),
        (
            "The study found that it rained. A second study showed that it stopped. "
            "The second study found that it was cold.",
            [
                ("study", "document", ["The study"]),
                ("second study", "document", ["A second study", "The second study"]),
            ],
        ),
        (
            "The Ministry of Health said it rained. The ministry said it would stop.",
            [
                (
                    "Ministry of Health",
                    "organisation",
                    ["The Ministry of Health", "The ministry"],
                )
            ],
        ),
        # Whom the opening describes is named later.
        (
            "A top UN official said it rained. “It rained a lot,” Commissioner Maria Lopez said.",
            [
                (
                    "Maria Lopez",
                    "person",
                    ["A top UN official", "Commissioner Maria Lopez"],
                )
            ],
        ),
        (
            "A judge ruled that it rained. “It rained a lot,” Judge John Lee wrote.",
            [("John Lee", "person", ["A judge", "Judge John Lee"])],
        ),
        # A home or an age tells whom is meant.
        (
            "John Lee said it rained. The London businessman said it would stop.",
            [("John Lee", "person", ["John Lee", "The London businessman"])],
        ),
        # The short form of a body named before; a name as the article spells it.
        (
            "The Lahore Port Trust was shut. The port trust said it rained.",
            [("Lahore Port Trust", "organisation", ["The port trust"])],
        ),
        (
            "J. K. Rowntree said it rained. Rowntree said it would stop.",
            [("J. K. Rowntree", "person", ["J. K. Rowntree", "Rowntree"])],
        ),
        # A site is its outlet.
        (
            "Prices fell, Metro reported. Metro.co.uk said it was the third fall.",
            [("Metro", "outlet", ["Metro", "Metro.co.uk"])],
        ),
        # Traps: another office, another gender, somebody not from the opening's words.
        (
            "A top UN official said it rained. “It rained a lot,” Maria Lopez, a farmer, said.",
            [
                ("top UN official", "unnamed", ["A top UN official"]),
                ("Maria Lopez", "person", ["Maria Lopez, a farmer"]),
            ],
        ),
        (
            "John Lee said it rained. A London businessman said it would stop.",
            [
                ("John Lee", "person", ["John Lee"]),
                ("London businessman", "unnamed", ["A London businessman"]),
            ],
        ),
        (
            "John Lee said it rained. The Pakistani voter said it would stop.",
            [
                ("John Lee", "person", ["John Lee"]),
                ("Pakistani voter", "unnamed", ["The Pakistani voter"]),
            ],
        ),
        (
            "The two doctors said it worked. Doctors say so everywhere.",
            [("two doctors", "unnamed", ["The two doctors"]), ("Doctors", "group", ["Doctors"])],
        ),
        # A description that says more than its noun takes up whom the article named.
        (
            "John Lee said it rained. The Lisbon shoe designer said it would stop.",
            [("John Lee", "person", ["John Lee", "The Lisbon shoe designer"])],
        ),
        (
            "The club's director said it rained. John Lee, a director, said it would stop.",
            [("John Lee", "person", ["The club's director", "John Lee, a director"])],
        ),
        (
            "The Daily Mail reported that it rained. The website said it would stop.",
            [("Daily Mail", "outlet", ["The Daily Mail", "The website"])],
        ),
        # Traps: somebody introduced with "a" is another, and so is the bare noun.
        (
            "A shoe designer and John Lee met. John Lee said it rained. "
            "The Lisbon shoe designer said it would stop.",
            [
                ("John Lee", "person", ["John Lee"]),
                ("Lisbon shoe designer", "unnamed", ["The Lisbon shoe designer"]),
            ],
        ),
        (
            "John Lee said it rained. The designer said it would stop.",
            [
                ("John Lee", "person", ["John Lee"]),
                ("designer", "unnamed", ["The designer"]),
            ],
        ),
        # A body is the one that has a name, and its short form.
        (
            "The company said it rained. Zorblat Corporation said it would stop. "
            "The Ruritanian police said no.",
            [
                ("Zorblat Corporation", "organisation", ["The company", "Zorblat Corporation"]),
                ("Ruritanian police", "organisation", ["The Ruritanian police"]),
            ],
        ),
        (
            "The European Union said it rained. The EU said it would stop.",
            [("European Union", "organisation", ["The European Union", "The EU"])],
        ),
        # Trap: two companies with names, and neither is meant for sure.
        (
            "The company said it rained. Zorblat Corporation said it would stop. "
            "Quenneby Corporation said no.",
            [
                ("company", "organisation", ["The company"]),
                ("Zorblat Corporation", "organisation", ["Zorblat Corporation"]),
                ("Quenneby Corporation", "organisation", ["Quenneby Corporation"]),
            ],
        ),
        (
            "Sources said it rained. The legal sources said it would stop.",
            [("legal sources", "unnamed", ["Sources", "The legal sources"])],
        ),
        # Trap: the bare word after a description says no less.
        (
            "Sources said it rained. The sources said it would stop.",
            [("Sources", "anonymous", ["Sources", "The sources"])],
        ),
        # Descriptions that vary: of those who made a study, of officials, of lawyers.
        (
            "The researchers said it worked. It was cheap, the study authors said.",
            [("researchers", "unnamed", ["The researchers", "the study authors"])],
        ),
        (
            "It is so, according to senior Ruritanian officials. Ruritanian officials said no.",
            [
                (
                    "senior Ruritanian officials",
                    "unnamed",
                    ["senior Ruritanian officials", "Ruritanian officials"],
                )
            ],
        ),
        (
            "Attorneys representing Silva said it rained. Silva’s lawyers said it would stop.",
            [
                (
                    "Attorneys representing Silva",
                    "unnamed",
                    ["Attorneys representing Silva", "Silva’s lawyers"],
                )
            ],
        ),
        # Traps: a number or another body tells others.
        (
            "It is so, according to Ruritanian officials. Two Ruritanian officials said it rained.",
            [
                ("Ruritanian officials", "unnamed", ["Ruritanian officials"]),
                ("Two Ruritanian officials", "unnamed", ["Two Ruritanian officials"]),
            ],
        ),
        (
            "It is so, according to Ruritanian officials. Lisbon officials said it rained.",
            [
                ("Ruritanian officials", "unnamed", ["Ruritanian officials"]),
                ("Lisbon officials", "unnamed", ["Lisbon officials"]),
            ],
        ),
        # An office whose holder is named later without a word; a report whose outlet is.
        (
            "Ruritania's prime minister said it rained. Prime Minister Haider al-Abadi went home.",
            [("Haider al-Abadi", "person", ["Ruritania's prime minister"])],
        ),
        (
            "According to a new report, it rained. Reuters reported that it stopped.",
            [("Reuters", "outlet", ["a new report", "Reuters"])],
        ),
        # Trap: a study is no outlet's report.
        (
            "According to a new study, it rained. Reuters reported that it stopped.",
            [("new study", "document", ["a new study"]), ("Reuters", "outlet", ["Reuters"])],
        ),
        # A country is written in several ways, and left out of initials.
        (
            "The US government said it rained. The U.S. government said it would stop.",
            [("US government", "organisation", ["The US government", "The U.S. government"])],
        ),
        (
            "The U.S. Centers for Rain and Prevention said it rained. The CRP said it would stop.",
            [
                (
                    "U.S. Centers for Rain and Prevention",
                    "organisation",
                    ["The U.S. Centers for Rain and Prevention", "The CRP"],
                )
            ],
        ),
        (
            "The FDA said it rained. The agency said it would stop.",
            [("FDA", "organisation", ["The FDA", "The agency"])],
        ),
        (
            "Hassan al-Quenneby said it rained. According to al-Quenneby, it would stop.",
            [("Hassan al-Quenneby", "person", ["Hassan al-Quenneby", "al-Quenneby"])],
        ),
        (
            "Those in Ruritania who own boats say it rained.",
            [("Those in Ruritania", "group", ["Those in Ruritania who own boats"])],
        ),
        # Somebody who is named too late.
        (
            "He said it rained. It did, John Quenneby said.",
            [("John Quenneby", "person", ["He", "John Quenneby"])],
        ),
        # Traps: nobody is who is told of, in what is said or in what was quoted.
        (
            "Ali Khan hit Rui Lopez on Monday. He said Khan was late.",
            [("Rui Lopez", "person", ["He"])],
        ),
        (
            "Ali Khan met Rui Lopez on Monday. “Khan is late again,” he said.",
            [("Rui Lopez", "person", ["he"])],
        ),
        # But it is a speaker who names himself or whom others named.
        (
            "Maria Costa watched as Ana Silva testified. “I am Ana Silva and I am well,” she said.",
            [("Ana Silva", "person", ["Ana Silva", "she"])],
        ),
        # A member of a house with an office before the name.
        (
            "The new Labour Member of Parliament, Advocate Ana Silva, said it rained.",
            [
                (
                    "Ana Silva",
                    "person",
                    ["The new Labour Member of Parliament, Advocate Ana Silva"],
                )
            ],
        ),
        # What opens with "According to" has no appositive that runs to its end.
        (
            "According to a count announced by the mayor, the highest number of votes fell in May.",
            [("count", "document", ["a count"]), ("mayor", "unnamed", ["the mayor"])],
        ),
        # An office that opens the sentence before its holder; traps: of others.
        (
            "The head of Portlink, Ana Silva said no. Chairman, Mr Rui Lopez said it snowed.",
            [
                ("Ana Silva", "person", ["The head of Portlink, Ana Silva"]),
                ("Rui Lopez", "person", ["Chairman, Mr Rui Lopez"]),
            ],
        ),
        (
            "Behind the mayor, Ana Silva said it rained.",
            [("Ana Silva", "person", ["Ana Silva"])],
        ),
        (
            "The day after the mayor, Ana Silva said it rained.",
            [("Ana Silva", "person", ["Ana Silva"])],
        ),
        # Who reigns is called by the name alone; an office is spelled in two ways.
        (
            "Pope Leo XIV said no. Leo said yes.",
            [("Leo XIV", "person", ["Pope Leo XIV", "Leo"])],
        ),
        (
            "Defence Minister Ana Ruiz said no. The defense minister said yes.",
            [("Ana Ruiz", "person", ["Defence Minister Ana Ruiz", "The defense minister"])],
        ),
        # One office is not another; a body is not what stands in another's name.
        (
            "Finance Minister Ana Ruiz said no. The prime minister said yes.",
            [
                ("Ana Ruiz", "person", ["Finance Minister Ana Ruiz"]),
                ("prime minister", "unnamed", ["The prime minister"]),
            ],
        ),
        (
            "Prime Minister Ali Khan left for Lisbon. The PM said it rained.",
            [("Ali Khan", "person", ["The PM"])],
        ),
        (
            "The campaign said it rained. The Campaign Legal Center said it snowed.",
            [
                ("campaign", "organisation", ["The campaign"]),
                ("Campaign Legal Center", "organisation", ["The Campaign Legal Center"]),
            ],
        ),
        (
            "The US Supreme Court ruled that it rained. The Supreme Court ruled that it snowed.",
            [
                (
                    "US Supreme Court",
                    "organisation",
                    ["The US Supreme Court", "The Supreme Court"],
                )
            ],
        ),
        (
            "Barlow Industries makes pumps. Barlow said it rained. The company said it snowed.",
            [("Barlow Industries", "organisation", ["Barlow", "The company"])],
        ),
        # What "and" joins in a description, behind the verb; what follows is a clause of its own.
        (
            "“No,” said Hugh Silva, Europe and Central Asia director at Portlink.",
            [
                (
                    "Hugh Silva",
                    "person",
                    ["Hugh Silva, Europe and Central Asia director at Portlink"],
                )
            ],
        ),
        (
            "Sales fell, according to the ministry, and farmers are angry.",
            [("ministry", "organisation", ["the ministry"])],
        ),
        (
            "According to a study published by the ministry, trade rose.",
            [
                (
                    "study published by the ministry",
                    "document",
                    ["a study published by the ministry"],
                )
            ],
        ),
        # Who asks says nothing; nor who wins, nor what is done by a rule.
        (
            "Senator Elissa Brown was asked by Rui Lopez whether it rained. She said it did.",
            [("Elissa Brown", "person", ["She"])],
        ),
        ("Ana Silva claimed her third title. The party claimed 40 seats.", []),
        (
            "Ana Silva claimed victory was stolen from her.",
            [("Ana Silva", "person", ["Ana Silva"])],
        ),
        (
            "The money was paid according to the mayor.",
            [("mayor", "unnamed", ["the mayor"])],
        ),
        (
            "The more cautious analysts say that rates will hold.",
            [("more cautious analysts", "unnamed", ["The more cautious analysts"])],
        ),
        ("It ran according to his edicts.", []),
        # Time is no part of who spoke.
        (
            "Republicans for weeks have said that it rained.",
            [("Republicans", "group", ["Republicans"])],
        ),
        # A body by the last word of its name; whoever an aide serves is somebody else.
        (
            "The Joint Observer Group (JOG) said it rained. The Group said it snowed.",
            [
                (
                    "Joint Observer Group",
                    "organisation",
                    ["The Joint Observer Group (JOG)", "The Group"],
                )
            ],
        ),
        (
            "Rui Alam, the chief adviser's press secretary, said no. The chief adviser said yes.",
            [
                ("Rui Alam", "person", ["Rui Alam, the chief adviser's press secretary"]),
                ("chief adviser", "unnamed", ["The chief adviser"]),
            ],
        ),
        (
            "US Ambassador Ana Stone said no. The envoy said yes.",
            [("Ana Stone", "person", ["US Ambassador Ana Stone", "The envoy"])],
        ),
        # Two names before a noun are of one person; two people with descriptions are two.
        (
            "The former Quenna and Zorbla engineer Ana Silva said it rained.",
            [("Ana Silva", "person", ["The former Quenna and Zorbla engineer Ana Silva"])],
        ),
        (
            "EU and Chinese officials said that talks failed.",
            [("EU and Chinese officials", "unnamed", ["EU and Chinese officials"])],
        ),
        # A text may end in a name.
        (
            "It rained, said Trade and Tourism Minister Ana Silva",
            [("Ana Silva", "person", ["Trade and Tourism Minister Ana Silva"])],
        ),
        # Who saw something happen says nothing; an outlet's name may end in a word for time.
        ("The city has seen a rise in crime.", []),
        ("USA Today reported that it rained.", [("USA Today", "outlet", ["USA Today"])]),
        # Two people with their offices, and what they say together.
        (
            "Portlink chair Ana Silva and deputy director Rui Lopez left. The duo said it rained.",
            [("Rui Lopez", "person", ["The duo"])],
        ),
        (
            "Police held Ana Silva and deputy director Rui Lopez. The duo said it rained.",
            [("duo", "unnamed", ["The duo"])],
        ),
        # What opens with "According to" ends at the comma; traps: several that are asked.
        (
            "According to prosecutors, Silva and his brother shot at the house.",
            [("prosecutors", "unnamed", ["prosecutors"])],
        ),
        (
            "According to Ana Silva, Rui Lopez and Ali Khan, it rained.",
            [
                ("Ana Silva", "person", ["Ana Silva"]),
                ("Rui Lopez", "person", ["Rui Lopez"]),
                ("Ali Khan", "person", ["Ali Khan"]),
            ],
        ),
        # An office behind a name that opens with a name.
        (
            "“No,” said Ana Silva, Quenneby Post board member and director at the institute.",
            [
                (
                    "Ana Silva",
                    "person",
                    ["Ana Silva, Quenneby Post board member and director at the institute"],
                )
            ],
        ),
        # Outlets that report, and who signs.
        (
            "Channel 9 news reported in May that it rained.",
            [("Channel 9", "outlet", ["Channel 9 news"])],
        ),
        ("It rained for nine days, reports BSS.", [("BSS", "outlet", ["BSS"])]),
        # A text that is cut off behind its verb
        ("It rained for nine days, Reuters reports", [("Reuters", "outlet", ["Reuters"])]),
        (
            "It rained for nine days, according to The Daily Star.",
            [("The Daily Star", "outlet", ["The Daily Star"])],
        ),
        (
            "“It rained for nine days.” — Ana Silva, mayor",
            [("Ana Silva", "person", ["Ana Silva, mayor"])],
        ),
        # Traps: what describes a thing of somebody's is no verb.
        ("The police looked into Ana Silva's alleged threats.", []),
        # Traps: two sources stay two.
        (
            "Ana Silva said it rained. Rui Lopez said it would stop.",
            [("Ana Silva", "person", ["Ana Silva"]), ("Rui Lopez", "person", ["Rui Lopez"])],
        ),
        (
            "One analyst said prices rose. Another analyst said they fell.",
            [("analyst", "unnamed", ["One analyst"]), ("analyst", "unnamed", ["Another analyst"])],
        ),
        (
            "The mayor said it rained. The minister said it would stop.",
            [("mayor", "unnamed", ["The mayor"]), ("minister", "unnamed", ["The minister"])],
        ),
        # "It" is the paper with which the sentence before opens, said or not.
        (
            "The report was published on Tuesday. It found that trains ran late.",
            [("report", "document", ["It"])],
        ),
        (
            "The ministry said no. The lawsuit was filed in May. It alleges that trains ran late.",
            [("ministry", "organisation", ["The ministry"]), ("lawsuit", "document", ["It"])],
        ),
        ("The bill was introduced in January. It would ban phones.", []),
        (
            "In Lisbon, researchers looked at 80 women. They found that half had it.",
            [("researchers", "unnamed", ["They"])],
        ),
        # "This study" is not the previous one.
        (
            "A new study found that tea helps. A previous study found none. This study found more.",
            [
                ("new study", "document", ["A new study", "This study"]),
                ("previous study", "document", ["A previous study"]),
            ],
        ),
        ("The letter was sent on Monday. It rained.", []),
        # Papers that others have seen or made.
        (
            "Documents seen by Reuters show that trains ran late.",
            [("Documents seen by Reuters", "document", ["Documents seen by Reuters"])],
        ),
        (
            "An audit by the inspector general found that trains ran late.",
            [
                (
                    "audit by the inspector general",
                    "document",
                    ["An audit by the inspector general"],
                )
            ],
        ),
        (
            "The report, by auditor Ana Silva, found that trains ran late.",
            [("report, by auditor Ana Silva", "document", ["The report, by auditor Ana Silva"])],
        ),
        # An outlet's own research is the outlet.
        (
            "The Guardian's investigation showed that trains ran late.",
            [("The Guardian", "outlet", ["The Guardian's investigation"])],
        ),
        (
            "A review of court records by The Associated Press found 200 such cases.",
            [
                (
                    "The Associated Press",
                    "outlet",
                    ["A review of court records by The Associated Press"],
                )
            ],
        ),
        # A court that hears is no paper.
        (
            "The court heard that it rained.",
            [("court", "organisation", ["The court"])],
        ),
        ("The court heard the case in May.", []),
        (
            "PM Rui Lopez left. The Norland PM said it rained.",
            [("Rui Lopez", "person", ["The Norland PM"])],
        ),
        (
            "The Norland CM said it rained.",
            [("Norland CM", "unnamed", ["The Norland CM"])],
        ),
        (
            "The Norland Party Secretary General said it rained.",
            [
                (
                    "Norland Party Secretary General",
                    "unnamed",
                    ["The Norland Party Secretary General"],
                )
            ],
        ),
        (
            "Portlink and Quenna CEO Ana Silva said it rained.",
            [("Ana Silva", "person", ["Portlink and Quenna CEO Ana Silva"])],
        ),
        (
            "According to recent studies, it rains.",
            [("recent studies", "group", ["recent studies"])],
        ),
        # An office of a town or body is nobody's of whom another is told.
        (
            "Porto City Mayor Rui Lopez said it rained. The mayor of Lisbon said it snowed.",
            [
                ("Rui Lopez", "person", ["Porto City Mayor Rui Lopez"]),
                ("mayor of Lisbon", "unnamed", ["The mayor of Lisbon"]),
            ],
        ),
        (
            "Rui Lopez was shot. The Lisbon police chief said it rained.",
            [("Lisbon police chief", "unnamed", ["The Lisbon police chief"])],
        ),
        (
            "President Rui Lopez said it rained. It snowed, the Spanish official said.",
            [
                ("Rui Lopez", "person", ["President Rui Lopez"]),
                ("Spanish official", "unnamed", ["the Spanish official"]),
            ],
        ),
        (
            "“It rained,” said Sen. Rui Lopez. Ana Maria Lopez left. Senator Lopez said more.",
            [("Rui Lopez", "person", ["Sen. Rui Lopez", "Senator Lopez"])],
        ),
        (
            "The Norland Embassy in Lima said it rained. The embassy said it would stop.",
            [
                (
                    "Norland Embassy in Lima",
                    "organisation",
                    ["The Norland Embassy in Lima", "The embassy"],
                )
            ],
        ),
        # Who signs a post, emoji and all; in it "I" is not the writer of the article.
        (
            "It was cold.\n\nI think it rains a lot. — Ana Silva 📚 (@silva) May 3, 2020",
            [("Ana Silva", "person", ["Ana Silva 📚 (@silva)"])],
        ),
        (
            "The chairman of the bank said it rained. The chairman of the union said it snowed.",
            [
                ("chairman of the bank", "unnamed", ["The chairman of the bank"]),
                ("chairman of the union", "unnamed", ["The chairman of the union"]),
            ],
        ),
        (
            "Rui Lopez called a lawyer. The lawyer said it rained.",
            [("lawyer", "unnamed", ["The lawyer"])],
        ),
        (
            "The Sierra Club said it rained. The group said it would stop.",
            [("Sierra Club", "organisation", ["The Sierra Club", "The group"])],
        ),
        (
            "Peter Smith said it rained. James Brown lost his job. He said it was hard.",
            [
                ("Peter Smith", "person", ["Peter Smith"]),
                ("James Brown", "person", ["He"]),
            ],
        ),
        (
            "Rui Lopez spoke of James Brown. “He told me that it rained,” Lopez said.",
            [("Rui Lopez", "person", ["Rui Lopez", "Lopez"]), ("James Brown", "person", ["He"])],
        ),
        (
            "Former Senator Rui Lopez, a critic of President Ana Silva, said it rained.",
            [
                (
                    "Rui Lopez",
                    "person",
                    ["Former Senator Rui Lopez, a critic of President Ana Silva"],
                )
            ],
        ),
        (
            "Ana Silva's lawyer said it rained. Attorney Rui Lopez said it would stop.",
            [("Rui Lopez", "person", ["Ana Silva's lawyer", "Attorney Rui Lopez"])],
        ),
        # In somebody's words "he" is another.
        (
            "Tom Silva met Rui Lopez. “It rains,” Silva said. “And then he says it is dry here.”",
            [("Tom Silva", "person", ["Silva"]), ("Rui Lopez", "person", ["he"])],
        ),
        (
            "Many players, notably Rui Lopez, said it rained.",
            [("Many players, notably Rui Lopez", "group", ["Many players, notably Rui Lopez"])],
        ),
        (
            "Senate Republicans said it rained.",
            [("Senate Republicans", "group", ["Senate Republicans"])],
        ),
        (
            "Someone in the audience said it rained.",
            [("Someone in the audience", "unnamed", ["Someone in the audience"])],
        ),
        ("None of the studies said it rained.", []),
        # Traps: a pronoun takes nobody of the other gender, and no place.
        (
            "Maria Lopez said it rained. He said it would stop.",
            [("Maria Lopez", "person", ["Maria Lopez"]), ("unnamed person", "unnamed", ["He"])],
        ),
        (
            "John Lee said it rained in Lahore. He said it would stop.",
            [("John Lee", "person", ["John Lee", "He"])],
        ),
        (
            "Johnson and Johnson said it was safe.",
            [("Johnson and Johnson", "organisation", ["Johnson and Johnson"])],
        ),
        (
            "Quenneby Brands fell. Quenneby said it was fine.",
            [("Quenneby Brands", "organisation", ["Quenneby"])],
        ),
        (
            "Swiss bank Ana Silva said it would cut rates.",
            [("Ana Silva", "organisation", ["Swiss bank Ana Silva"])],
        ),
        (
            "He told the bank Ana Silva was ill.",
            [("unnamed person", "unnamed", ["He"])],
        ),
        (
            "The Quenneby Socialists of Norland (QSN) said no. QSN said later it was sure.",
            [
                (
                    "Quenneby Socialists of Norland",
                    "organisation",
                    ["The Quenneby Socialists of Norland (QSN)", "QSN"],
                )
            ],
        ),
        (
            "The Quenneby Foundation sued to block the plan. The group argued it was late.",
            [("Quenneby Foundation", "organisation", ["The group"])],
        ),
        (
            "The Quenneby Foundation sued to block it. The think tank argued it was late.",
            [("Quenneby Foundation", "organisation", ["The think tank"])],
        ),
        (
            "The Ministry of Trade sued to block the plan. The group argued it was late.",
            [("group", "organisation", ["The group"])],
        ),
        (
            "Quenneby United said it was late. The club said it would refund them.",
            [("Quenneby United", "organisation", ["Quenneby United", "The club"])],
        ),
        (
            "Her lawyer said it rained. His lawyer said it was dry. The firm sued.",
            [
                ("Her lawyer", "unnamed", ["Her lawyer"]),
                ("His lawyer", "unnamed", ["His lawyer"]),
            ],
        ),
        (
            "The landlord, Quenneby Homes, said it rained.",
            [("Quenneby Homes", "organisation", ["The landlord, Quenneby Homes"])],
        ),
        (
            "The company's founder, Mohd. Rafat Silva, said it would grow.",
            [
                (
                    "Mohd. Rafat Silva",
                    "person",
                    ["The company's founder, Mohd. Rafat Silva"],
                )
            ],
        ),
        # Traps: who is named but says nothing is no source.
        ("Ana Silva was born in 1970. She lived in Lahore.", []),
        ("It rained on Monday.", []),
        ("", []),
        ("Rain", []),
        ("Share Tweet Email Print", []),
        # How somebody put it, and what is their view; traps: how somebody did a thing.
        (
            "“It failed,” was how Ana Silva put it.",
            [("Ana Silva", "person", ["Ana Silva"])],
        ),
        (
            "The ministry's position was that it rained.",
            [("ministry", "organisation", ["The ministry"])],
        ),
        ("That is how Ana Silva won.", []),
        ("The ministry's position in Lund was good.", []),
        # No list of things: somebody else speaks.
        (
            "The company, which sells shoes, closed in May, Ana Silva, its chief executive, said.",
            [
                ("company", "organisation", ["The company"]),
                ("Ana Silva", "person", ["Ana Silva, its chief executive"]),
            ],
        ),
        # Two letters behind their body, and initials without whose body it is; trap: an office.
        (
            "The Election Commission said no. The EC said it was late.",
            [("Election Commission", "organisation", ["The Election Commission", "The EC"])],
        ),
        (
            "The UN Food and Quality Organization said no. It rained, according to the FQO.",
            [
                (
                    "UN Food and Quality Organization",
                    "organisation",
                    ["The UN Food and Quality Organization", "the FQO"],
                )
            ],
        ),
        (
            "The Port Ministry said no. Prime Minister Ana Silva left. The PM said it was late.",
            [
                ("Port Ministry", "organisation", ["The Port Ministry"]),
                ("Ana Silva", "person", ["The PM"]),
            ],
        ),
        # What is named after somebody is not their name.
        (
            "Former Rep. Ron Cole left the Ron Cole Freedom Report. Cole said it was late.",
            [("Ron Cole", "person", ["Cole"])],
        ),
        # Whoever makes or owns a list of things; a survey that opens a sentence, and whose it is.
        (
            "Zorbla Pharma, which makes Quennex, Norvex, Tablux and other drugs, said sales fell.",
            [("Zorbla Pharma", "organisation", ["Zorbla Pharma"])],
        ),
        (
            "In a survey, Gallup, which is based in Lisbon, found that wages fell.",
            [
                ("survey", "document", ["a survey"]),
                ("Gallup", "organisation", ["Gallup"]),
            ],
        ),
        # No study is a "who"; no name has half a quotation; a study is whoever's.
        (
            "The company noted that most of the adults in the study who smoked were ill.",
            [
                ("company", "organisation", ["The company"]),
                ("study", "document", ["the study"]),
            ],
        ),
        (
            "In her new study, Ana Silva found that prices fell.",
            [
                ("new study", "document", ["her new study"]),
                ("Ana Silva", "person", ["Ana Silva"]),
            ],
        ),
        # A member's party may end a sentence.
        (
            "“We must act,” said Sen. Ana Silva, R-Ariz. Sen. Rui Lopez, D-Ill., said he agreed.",
            [
                ("Ana Silva", "person", ["Sen. Ana Silva, R-Ariz."]),
                ("Rui Lopez", "person", ["Sen. Rui Lopez, D-Ill."]),
            ],
        ),
        (
            "“It is vital,” said Ana Silva, president and publisher of USA TODAY.",
            [("Ana Silva", "person", ["Ana Silva, president and publisher of USA TODAY"])],
        ),
        # No subordinator opens whoever speaks.
        (
            "Although medical and dental unions have asked that it end, there was a strike.",
            [("medical and dental unions", "group", ["medical and dental unions"])],
        ),
    ],
)
def test_mentions_are_merged(text, expected):
    assert found_in(text) == expected


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        # Subjects, before and after the verb, near and far.
        ("Student League President Karim Hossain made the announcement at a press conference.",
         "Student League President Karim Hossain"),
        ("The mayor did not deny it, simply noting that he was ill.", "The mayor"),
        ("A palace spokesman declined to comment beyond saying it was “on track.”",
         "A palace spokesman"),
        ("Prices will fall next year, economists forecast.", "economists"),
        ("Forecasters in the north predict heavy rain.", "Forecasters in the north"),
        ("Residents were told by the mayor to leave.", "the mayor"),
        ("Hotels see the tax as a threat.", "Hotels"),
        ("The latest Dunmore College poll has Strand leading Harker by 4 points.",
         "The latest Dunmore College poll"),
        ("A new survey puts Strand ahead by 4 points.", "A new survey"),
        ("It was a sentiment that was echoed by Olga Strand, a nurse.", "Olga Strand, a nurse"),
        ("The plan alarmed doctors, who fear that wards will close.", "doctors"),
        ("The fund faced attacks from Republicans, who allege that it gave favors.", "Republicans"),
        ("She works with Laura Finch, who in previous studies had shown that it binds.",
         "Laura Finch"),
        ("The march grew, with traders and locals joining protests, claiming that fraud "
         "deprived them of votes.",
         "traders and locals"),
        ("Carl Odum’s reply dismissed the report as “nonsense.”", "Carl Odum"),
        ("Residents were told by police to leave.", "police"),
        ("Voters who came to the hall cheered, saying that they were glad.", "Voters"),
        ("County leaders made it clear that campers must go.", "County leaders"),
        ("One broker mused, “My job is selling homes.”", "One broker"),
        ("The African Union has admired the peaceful ambience of the vote.", "The African Union"),
        ("Carl Odum collected data on tea and found that it helps.", "Carl Odum"),
        ("The pills relieve pain, say companies that sell them.", "companies that sell them"),
        ("Prices will rise, say retailers.", "retailers"),
        ("Ana Silva said on Monday that it rained.", "Ana Silva"),
        ("It rained, Ana Silva said.", "Ana Silva"),
        ("“It rained,” said Ana Silva, a farmer.", "Ana Silva, a farmer"),
        ("Ana Silva on Monday said that it rained.", "Ana Silva"),
        ("Ana Silva, while visiting the town, said that it rained.", "Ana Silva"),
        ("Ana Silva, who owns the shop, said that it rained.", "Ana Silva"),
        ("According to the ministry, it rained.", "the ministry"),
        ("It rained, according to documents obtained by the court.",
         "documents obtained by the court"),
        ("The board has repeatedly warned that it would rain.", "The board"),
        ("Two people familiar with the talks said that it rained.",
         "Two people familiar with the talks"),
        ("Many residents said that it rained.", "Many residents"),
        ("The Road Safety Board (RSB) on Sunday said that it rained.",
         "The Road Safety Board (RSB)"),
        ("A judge on Monday ruled that it rained.", "A judge"),
        ("It rained, the mayor said, citing data from the ministry.", "data from the ministry"),
        ("A Lahore Cricket Board (LCB) official said that it rained.",
         "A Lahore Cricket Board (LCB) official"),
        ("It rained, said two people familiar with Acme's pay policies.",
         "two people familiar with Acme's pay policies"),
        ("The bill's author, Democratic state Sen. Maria Lopez, said that it rained.",
         "The bill's author, Democratic state Sen. Maria Lopez"),
        ("The show-cause notice, signed by the board, said that it rained.",
         "The show-cause notice"),
        ("Footage from the camera showed that it rained.", "Footage from the camera"),
        ("“It rained,” Reuters reported.", "Reuters"),
        ("The mayor said that it rained. Nine people died, per the ministry.", "the ministry"),
        ("“It rained,” Ana Silva whispered.", "Ana Silva"),
        ("The teen lambasted the plan as “a joke”.", "The teen"),
        ("The museum and the zoo will close, the suit alleges.", "the suit"),
        # Acronyms that would be pronouns or a verb.
        ("The US said it would send aid.", "The US"),
        ("WHO declared that the outbreak was over.", "WHO"),
        ("IT experts said that it was old.", "IT experts"),
        ("The attack was claimed by IS, which said it had killed five men.", "IS"),
        # An office is no verb, whatever stands beside it.
        ("India captain Rui Lopez admitted that it rained.", "India captain Rui Lopez"),
        ("“It rained,” SGA president Ana Silva wrote.", "SGA president Ana Silva"),
        # A clause that tells who is meant belongs to the mention.
        ("Two officials who work on the plan told Reuters that it rained.",
         "Two officials who work on the plan"),
        ("“It rained,” said a teacher who saw it.", "a teacher who saw it"),
        ("The group that runs the port said that it rained.", "The group that runs the port"),
        ("A study that looked at 300 men found that it rained.",
         "A study that looked at 300 men"),
        ("Two officials who in May were sacked said that it rained.",
         "Two officials who in May were sacked"),
        # Traps: who only asks for anonymity is not told from others by it.
        ("A senior official who asked not to be named warned that it rained.",
         "A senior official"),
        ("It rained, said an official who requested anonymity.", "an official"),
        ("A diplomat who spoke to The Associated Press on the condition of anonymity said so.",
         "A diplomat"),
        ("Two officials who declined to be named because they were not authorised to speak said "
         "that it rained.", "Two officials"),
        # Traps: what others do in the clause, or behind it.
        ("The teacher, who saw it, said that it rained.", "The teacher"),
        ("He spoke to a teacher who said that it rained.", "a teacher"),
        ("Former officials who served both parties were quick to warn that it rained.",
         "Former officials who served both parties"),
        ("Dawn quoted the minister as saying that it rained.", "the minister"),
        ("The mayor cited figures from the port.", "figures from the port"),
        # Where somebody speaks is no part of who they are, as it is of what they do.
        ("“It rained,” said Secretary of State Ana Silva on CBS’s “Face the Nation.”",
         "Secretary of State Ana Silva"),
        ("“It rained,” said Ana Silva, the mayor, on CNN.", "Ana Silva, the mayor"),
        ("“It rained,” said Ana Silva, an analyst on CNN.", "Ana Silva, an analyst on CNN"),
        # Verbs that are nouns too, and what commas insert before a verb.
        ("A new study links smoke to sleep.", "A new study"),
        ("The report documents 42 cases in the town.", "The report"),
        ("The study, led by Ana Silva at the university, tracked 1,200 men.", "The study"),
        ("The plaintiffs argue that it rained.", "The plaintiffs"),
        ("Ana Silva was later quoted by Dawn as saying that it rained.", "Ana Silva"),
        ("Rui Khan heads the port and says that it rained.", "Rui Khan"),
        ("CNBC's story goes on to say that it rained.", "CNBC's story"),
        # A description ends where the words go on.
        ("“It,” said Ana Silva, a farmer, “rained.”", "Ana Silva, a farmer"),
        ("“It,” said Ana Silva, 43, a farmer, “took my house.”", "Ana Silva, 43, a farmer"),
        ("“It,” said Ana Silva, the mayor of Leeds, “rained.”", "Ana Silva, the mayor of Leeds"),
        # "Alleged" before a noun is an adjective.
        ("The alleged victim told the court that it rained.", "The alleged victim"),
        ("Two alleged victims told the court that it rained.", "Two alleged victims"),
        ("The alleged killer's mother said that it rained.", "The alleged killer's mother"),
        ("The Star alleged that it rained.", "The Star"),
        # To whom somebody spoke is told in the clause.
        ("A resident who spoke to the BBC said that it rained.",
         "A resident who spoke to the BBC"),
        ("A man who answered the door said that it rained.", "A man who answered the door"),
        ("A woman living nearby said that it rained.", "A woman living nearby"),
        ("A man standing outside said that it rained.", "A man standing outside"),
        ("An official speaking on background said that it rained.", "An official"),
        ("Suharjo, a farmer, said that it rained.", "Suharjo, a farmer"),
        ("Palvexa (NYSE: PVX) said on Monday that it rained.", "Palvexa (NYSE: PVX)"),
        # Who is cited.
        ("It rained, Reuters reported, citing police.", "police"),
        ("Citing two officials, the Star reported that it rained.", "two officials"),
        ("Citing Mayor Ana Silva, the Star reported that it rained.", "Mayor Ana Silva"),
        # Who does something, and then speaks.
        ("Asif Nadeem condoled with them and said it had rained.", "Asif Nadeem"),
        ("The family of a man killed by police sued the city, alleging that it rained.",
         "The family of a man killed by police"),
        ("Asif Nadeem saw the dam and officials told him it had rained.", "officials"),
        ("The accused told police that he had left.", "The accused"),
        ("Two officials who briefed reporters said that it rained.",
         "Two officials who briefed reporters"),
        ("A company led by Ana Silva said that it rained.", "A company led by Ana Silva"),
        ("People close to the talks said that it rained.", "People close to the talks"),
        ("“It rained,” said Ana Silva, her voice shaking.", "Ana Silva"),
        ("“It rained,” said Ana Silva, her eyes full of tears.", "Ana Silva"),
        ("“It rained,” said Ana Silva, his wife of 20 years.", "Ana Silva, his wife of 20 years"),
        ("The regulator fined the bank $2m, saying it had misled clients.", "The regulator"),
        ("Officials put the toll at 12.", "Officials"),
        ("Ana Silva spoke of chaos on board.", "Ana Silva"),
        ("The court held that it rained.", "The court"),
        ("Police suspect arson.", "Police"),
        ("The IMF forecasts growth of 2.8%.", "The IMF"),
        ("Analysts polled by Reuters had forecast a rise of 2%.", "Analysts polled by Reuters"),
        ("A bench of Justices Rao and Menon said that it rained.",
         "A bench of Justices Rao and Menon"),
        ("A team led by Dr. Elena Rossi found that it rained.",
         "A team led by Dr. Elena Rossi"),
        ("A letter sent home to parents said that it rained.", "A letter sent home to parents"),
        ("A memo dated March 3 said that it rained.", "A memo dated March 3"),
        ("Figures released on Monday showed a fall.", "Figures released on Monday"),
        ("A study published online by the journal Sleep found that naps help.",
         "A study published online by the journal Sleep"),
        ("Emails seen by the Star show that the firm knew.", "Emails seen by the Star"),
        ("The minister was of the opinion that the country would prosper.", "The minister"),
        ("The scene was described as “horrific” by one paramedic.", "one paramedic"),
        ("A letter dated Tuesday said the bridge was unsafe.", "A letter dated Tuesday"),
        ("The scientists report in the journal PLOS ONE that it rained.", "The scientists"),
        # Who identifies, and whom others tell of.
        ("The victim was identified by police as Josh Peel.", "police"),
        ("The woman was named by her family as Niamh Kelly.", "her family"),
        ("Police have named the victim as Josh Peel.", "Police"),
        ("The plan was described by Amnesty International as “cruel”.", "Amnesty International"),
        ("The driver, who prosecutors say was drunk, pleaded guilty.", "prosecutors"),
        ("Peel, who friends say was a gifted musician, died.", "friends"),
        # How somebody knows belongs to the phrase.
        ("Two people briefed on the inquiry said that it rained.",
         "Two people briefed on the inquiry"),
        ("Sources privy to the talks said that it rained.", "Sources privy to the talks"),
        # By whom or in what something is said tells not who says it.
        ("The review, led by Baroness Carr, found that it rained.", "The review"),
        ("Atiku, in a statement by his aide, Paul Ibe, said that it rained.", "Atiku"),
        ("The think tank said the policy would cost £3bn.", "The think tank"),
        ("In Starmer's view, the plan is doomed.", "Starmer"),
        ("A relative, speaking on condition of anonymity, told The Punch that it rained.",
         "A relative"),
        ("His death was confirmed by his daughter, Ellen.", "his daughter, Ellen"),
        # What opens a sentence is no part of who speaks, and a sum is none of who named it.
        ("Flanked by President Ana Silva, the governor said that it rained.", "the governor"),
        ("Speaking in Lima, Ana Silva, the lawyer, said that it rained.", "Ana Silva, the lawyer"),
        ("In the video, the man appears to reach for his waistband.", "the video"),
        ("Speaking to Khaleej Times, Dr Amal said that it rained.", "Dr Amal"),
        ("That is less than the £5m the council said it needed.", "the council"),
        ("One of the men police say took part has been arrested.", "police"),
        ("According to the officially declared results, it rained.",
         "the officially declared results"),
        ("China has hit back by suggesting that it rained.", "China"),
        ("The women police officers said that it rained.", "The women police officers"),
    ],
)  # fmt: skip
def test_mentions_are_found_wherever_a_source_stands(text, mention):
    assert mention in [words for _, _, mentions in found_in(text) for words in mentions]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A report released on Friday by the Road Board said that it rained.",
         "report released by the Road Board"),
        ("A survey conducted last week found that it rained.", "survey"),
        ("A study published today in the journal Sleep found that naps help.",
         "study published in the journal Sleep"),
        ("It rained, according to a study being presented at the congress.", "study"),
        # Traps: when somebody comes is no date of a paper, and who made it stays.
        ("A report by the Road Board said that it rained.", "report by the Road Board"),
        ("The Monday Review said that it rained.", "Monday Review"),
    ],
)  # fmt: skip
def test_a_papers_name_leaves_out_when_it_came_out(text, name):
    assert name in [name for name, _, _ in found_in(text)]


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("A “source” told the paper that the deal was off.", 1),
        ("“At the start, cues according to those,” said Carl Odum, a coach.", 1),
        ("The plan was leaked, according to those who saw it.", 1),
        ("Residents were told by the mayor to leave.", 1),
        # What is said behind an insertion is no second source.
        ("His lawyer, Ruth Adler, said her client acted in good faith.", 1),
        ("Mr Ali, who led the team, said the guards fled with the cash.", 1),
        ("The driver, who police say was speeding, was arrested.", 1),
    ],
)
def test_who_hears_it_is_no_source(text, mentions):
    assert sum(len(found) for _, _, found in found_in(text)) == mentions


def test_a_paper_that_calls_itself_by_its_last_word_is_no_source():
    text = "The Post found that rents rose, according to a Post analysis. The Post reported it."
    own, _ = sources_of(text, publisher="The Lisbon Post")
    assert [(source.type, len(source.mentions)) for source in own] == [("self", 3)]
    other, _ = sources_of(text, publisher="The Lisbon Star")
    assert "self" not in {source.type for source in other}


def test_of_two_spokespeople_neither_is_who_spoke_before():
    text = (
        "A Pentagon spokesman said that it rained. Pentagon spokesman Ben Roth said that it snowed."
    )
    assert [kind for _, kind, _ in found_in(text)] == ["person"]
    text += " Pentagon spokesman Rui Khan said that it hailed."
    assert [kind for _, kind, _ in found_in(text)] == ["unnamed", "person", "person"]


@pytest.mark.parametrize(
    "text",
    [
        # Traps: no words, knowledge or belief is given to anybody.
        "The mayor opened the bridge on Monday.",
        "Rain fell on the town, and the river rose.",
        "The company sells shoes in Lahore.",
        "Buy one shirt and get one free.",
        "The ministry moved to a new building in May.",
        "The reports were lost in the fire.",
        "A statement of account was sent by post.",
        "The flurry of announcements suggested a new push.",
        "The voucher expansion showed that it worked.",
        "Sales in May were weak compared with sales in April.",
        "The museum opened on Monday beside the zoo.",
        "Despite reports that it rained, nobody came.",
        "The court held a hearing on Monday.",
        "A police suspect fled to the port.",
        "Rain is forecast for Tuesday.",
        "Ola Berg made the decision alone.",
        "President Ola Berg made the offer to the union.",
        "Mosques typically see increased attendance.",
        "The mayor has Strand leading the team.",
        "It was a plan that was backed by Olga Strand, a nurse.",
        "The bill was passed by lawmakers, who left that night.",
        "Mary Voss, who has pledged to cut taxes, won the seat.",
        "The bill, which breezed through both chambers, has long been viewed as a threat.",
        "Experts offering advice may be wrong.",
        "If, say, teachers left, schools would close.",
        "Take any number, say five.",
        "The bank forecast of 2% growth was wrong.",
        # What was left unsaid, and of what others accuse somebody.
        "The company did not say how many workers were affected.",
        "Officials have not said what caused the fire.",
        "Smith stands accused of lying to investors.",
        "The officer accused of shooting him has been charged.",
        "Her son Musa, 19, left for Libya. He called once from Agadez.",
        "In her words and deeds, she is brave.",
        # Nobody, the reader and the text itself say nothing.
        "Nobody said that it rained.",
        "No one is saying that it rained.",
        "You said that it rained.",
        "This suggests that it rained.",
    ],
)
def test_nobody_is_a_source_of_plain_events(text):
    assert found_in(text) == []


@pytest.mark.parametrize(
    ("text", "role", "knows", "anonymity", "reason"),
    [
        ("Foreign Minister Ali Khan said it rained.", "Foreign Minister", False, False, ""),
        ("Ali Khan, head of the clinic, said it rained.", "head of the clinic", False, False, ""),
        ("Mr Khan said it rained.", "", False, False, ""),
        ("A senior official said it rained.", "senior official", False, False, ""),
        ("An aide briefed on the talks said it rained.", "aide briefed on the talks", True, False,
         ""),
        ("Ali Khan, who attended the meeting, said it rained.", "", True, False, ""),
        (
            "An aide said it rained, speaking on condition of anonymity because of the sensitivity "
            "of the talks.",
            "aide", False, True, "because of the sensitivity of the talks",
        ),
        ("An aide said on condition of anonymity that it rained.", "aide", False, True, ""),
        ("The ministry said it rained.", "", False, False, ""),
    ],
)  # fmt: skip
def test_what_is_said_of_a_source(text, role, knows, anonymity, reason):
    source = sources_of(text)[0][0]
    assert (source.role, source.knows, source.anonymity, source.reason) == (
        role, knows, anonymity, reason,
    )  # fmt: skip


def test_anonymity_changes_the_type_and_stays_with_the_source():
    text = (
        "A senior official said it rained. The official spoke on condition of anonymity. "
        "Ana Silva said it would stop."
    )
    kinds = {source.name: source.type for source in sources_of(text)[0]}
    assert kinds == {"senior official": "anonymous", "Ana Silva": "person"}


def test_a_named_person_beside_the_phrase_is_not_made_anonymous():
    text = "An aide said it rained, but Ana Silva asked not to be named in the report."
    assert all(
        source.type != "anonymous" or source.name != "Ana Silva" for source in sources_of(text)[0]
    )


def test_attributions_are_given_their_sources():
    text = "Ana Silva said it rained. Rui Lopez denied that it rained."
    sources, attributions = sources_of(text)
    ids = {source.id: source.name for source in sources}
    named = {
        text[slice(*attribution.source)]: ids[attribution.source_id]
        for attribution in attributions
        if attribution.source is not None
    }
    assert named == {"Ana Silva": "Ana Silva", "Rui Lopez": "Rui Lopez"}


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Ana Silva said it rained. “It rained a whole day in the valley.”", "Ana Silva"),
        ("Ana Silva said it rained.\n\n“It rained a whole day in the valley.”", "Ana Silva"),
        # It goes on over paragraphs that are quotations too.
        (
            "Ana Silva said it rained.\n\n“It rained a whole day.\n\n“We sat in the dry house all "
            "day.\n\n“It rained a whole day in the valley.”",
            "Ana Silva",
        ),
        # Whom a quotation tells of has not spoken it.
        (
            "Ana Silva said it rained.\n\n“My boss said to me that it rained a whole day.\n\n"
            "“It rained a whole day in the valley.”",
            "Ana Silva",
        ),
        # Nobody spoke: it is whom the sentence before is about.
        (
            "Ana Silva meanwhile won in two hours.\n\n“I had a whole day in the wet valley.”",
            "Ana Silva",
        ),
        (
            "On Monday, Ana Silva left for home.\n\n“I had a whole day in the wet valley.”",
            "Ana Silva",
        ),
        (
            "Ana Silva left home in May.\n\nShe smiled. “We had a whole wet day in the valley.”",
            "Ana Silva",
        ),
        ("Ana Silva shook her head. “The pumps in the valley had no diesel.”", "Ana Silva"),
        (
            "Rui Lopez said it rained. Ana Silva smiled. “The valley had a whole wet day.”",
            "Rui Lopez",
        ),
        # Traps: it is about something else, about what somebody owns, or comes after.
        ("Ana Silva saw a poster. “It rained a whole day in the valley.”", None),
        ("Ana Silva opened the letter. “It rained a whole day in the valley.”", None),
        ("Ana Silva was found dead. “She was the kindest of all in the valley.”", None),
        ("The match of Ana Silva was long.\n\n“I had a whole day in the wet valley.”", None),
        ("Ana Silva’s match was long.\n\n“I had a whole day in the wet valley.”", None),
        ("It was long. “I had a whole day in the wet valley.” Ana Silva was not there.", None),
        # Traps: somebody else tells of her, or of nobody.
        (
            "Ana Silva was found dead on Monday.\n\n“She was the kindest that I have ever met.”",
            None,
        ),
        ("Ana Silva left on Monday.\n\n“It rained a whole day in the valley.”", None),
        # Traps: nobody spoke just before.
        ("It rained.\n\n“It rained a whole day in the valley.”", None),
        (
            "Ana Silva said it rained.\n\nThe valley is wide.\n\n"
            "“It rained a whole day in the valley.”",
            None,
        ),
    ],
)
def test_a_quotation_without_a_speaker_is_the_last_speakers(text, speaker):
    sources, attributions = sources_of(text)
    names = {source.id: source.name for source in sources}
    start = text.rindex("“")
    last = [item for item in attributions if item.content and item.content[-1].end > start][-1]
    assert names.get(last.source_id) == speaker


def test_whom_two_quotations_are_about_is_mentioned_once():
    text = (
        "Ana Silva meanwhile won in two hours.\n\n“I had a whole day in the wet valley.”\n\n"
        "“We sat in the dry house all day long.”"
    )
    sources, attributions = sources_of(text)
    assert [text[slice(*mention)] for mention in sources[0].mentions] == ["Ana Silva"]
    assert [item.source_id for item in attributions] == ["s1", "s1"]


def test_ids_go_by_first_mention_and_mentions_lie_in_the_text():
    text = "Ana Silva said it rained. The ministry said it would stop. She said it had stopped."
    sources, _ = sources_of(text)
    assert [source.id for source in sources] == [f"s{n}" for n in range(1, len(sources) + 1)]
    firsts = [source.mentions[0] for source in sources]
    assert firsts == sorted(firsts)
    for source in sources:
        assert isinstance(source, Source)
        assert list(source.mentions) == sorted(set(source.mentions))
        assert all(0 <= start < end <= len(text) for start, end in source.mentions)


def test_mentions_do_not_overlap():
    text = (
        "Ana Silva, a spokeswoman for the Ministry of Health, said the report by the Road Safety "
        "Board showed that drivers, police and doctors agreed with what The Washington Post wrote."
    )
    spans = sorted(mention for source in sources_of(text)[0] for mention in source.mentions)
    assert all(one.end <= other.start for one, other in pairwise(spans))


@pytest.mark.parametrize(
    ("spans", "odds", "kept"),
    [
        ([], [], []),
        ([(0, 2)], [0.0], [0]),
        ([(0, 2)], [-0.1], []),
        ([(0, 2), (1, 3)], [1.0, 2.0], [1]),
        ([(0, 2), (1, 3), (2, 4)], [2.0, 3.0, 1.0], [1]),
        ([(0, 2), (1, 3), (3, 4)], [2.0, 1.0, 1.0], [0, 2]),
        ([(0, 9), (1, 2), (3, 4)], [1.0, 2.0, 2.0], [1, 2]),
        # Equal: the first, and the shorter of two that begin together.
        ([(0, 3), (0, 2)], [1.0, 1.0], [1]),
        # Touching is no overlap.
        ([(0, 2), (2, 4)], [1.0, 1.0], [0, 1]),
    ],
)
def test_of_overlapping_spans_the_best_are_kept(spans, odds, kept):
    assert best_apart(spans, odds) == kept


def test_proposals_have_features_and_leave_out_the_writer():
    text = "We told Ana Silva so. She said she knew."
    document = Document(Article(text))
    proposals = mention_proposals(document, find_attributions(document), find_citations(document))
    words = [text[slice(*span)] for span, _ in proposals]
    assert "She" in words
    assert "We" not in words
    assert all("bias" in features for _, features in proposals)
    assert all(len(features) == len(set(features)) for _, features in proposals)


def test_the_shipped_model_is_of_its_kind():
    assert MENTIONS_KIND == "mention model"


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # Who share a last name are two.
        ("Ana Silva said no. Rui Silva said yes.", {"Ana Silva": 1, "Rui Silva": 1}),
        # A lone last name is whoever has it in the paragraph, else whoever is named most.
        (
            "Ana Silva said no. Rui Silva said yes. Silva said that he was sure.",
            {"Ana Silva": 1, "Rui Silva": 2},
        ),
        (
            "Ana Silva said no. Silva said it was late.\n\nRui Silva said yes.\n\nSilva said no.",
            {"Ana Silva": 3, "Rui Silva": 1},
        ),
        # A title tells who is meant, and so does a given name.
        (
            "Ana Silva said no. Rui Silva said yes. Ms Silva said it was late.",
            {"Ana Silva": 2, "Rui Silva": 1},
        ),
        (
            "Tarique Rahman said no, but Shafiqur Rahman said yes. Shafiqur said it was late.",
            {"Tarique Rahman": 1, "Shafiqur Rahman": 2},
        ),
        # Given names of which one begins as the other does may be two people's.
        ("Paul Lopez said no. Paula Lopez said yes.", {"Paul Lopez": 1, "Paula Lopez": 1}),
        # Longer and shorter forms, initials and nicknames are one.
        ("Ana Maria Silva said no. Ana Silva said yes.", {"Ana Maria Silva": 2}),
        ("John Lopez said no. J. Lopez said yes.", {"John Lopez": 2}),
        ("Joseph Lopez said no. Joe Lopez said yes.", {"Joseph Lopez": 2}),
        # Accents come and go.
        ("Lily Eskelsen García said no. Garcia said yes.", {"Lily Eskelsen García": 2}),
        # Who reigns by a name is not who has it as a second one.
        (
            "Cardinal Justin Francis Rigali said no. Pope Francis said yes.",
            {"Justin Francis Rigali": 1, "Francis": 1},
        ),
        # A short Muhammad tells nobody from others.
        (
            "Md Rui Hossain said no. Md Kamal Hossain said yes.",
            {"Md Rui Hossain": 1, "Md Kamal Hossain": 1},
        ),
    ],
)
def test_people_who_share_a_name_are_told_apart(text, people):
    sources, _ = sources_of(text)
    found = {item.name: len(item.mentions) for item in sources if item.type == "person"}
    found = {name: count for name, count in found.items() if name in people}
    assert found == people


@pytest.mark.parametrize(
    ("text", "role"),
    [
        # What people do, in words that are no office; a long description is cut before a joint.
        ("Dr. Ana Silva, a pharmacologist at the clinic, said no.", "pharmacologist at the clinic"),
        ("Lisbon rapper Ana Silva said no.", "Lisbon rapper"),
        (
            "“No,” said Ana Silva, assistant professor in the Department of Food Sciences and the "
            "Research Institute for Children of the town.",
            "assistant professor in the Department of Food Sciences and the Research Institute "
            "for Children",
        ),
        ("Deputy Commissioner Md Rui Silva said no.", "Deputy Commissioner"),
        # Degrees are no role, nor is who stands next in a list.
        ("Ana Silva, MD, director of the clinic, said no.", "director of the clinic"),
        (
            "He met Vice President Ana Silva, Mayor Rui Lopez, and us. Silva said no.",
            "Vice President",
        ),
        ("“No,” said Under Secretary Ana Silva.", "Under Secretary"),
        ("Prime Minister Sheikh Rui Silva said no.", "Prime Minister"),
        # A comma is missing before the verb.
        (
            "Ana Silva, dean of the Quenneby School noted that it rained.",
            "dean of the Quenneby School",
        ),
        ("Ana Silva, 40, said no.", ""),
        ("“No,” said Ana Silva, 43, a farmer, “it is late.”", "farmer"),
        ("Ana Silva, farmer: “The pumps had no diesel.”", "farmer"),
    ],
)
def test_the_role_of_a_person(text, role):
    sources, _ = sources_of(text)
    assert sources[0].role == role


@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        # Who goes on without being named again.
        ("Ana Silva resigned in May, saying that it rained.", "saying", "Ana Silva"),
        ("The judge granted the request and told Lopez that he had ten days.", "told", "judge"),
        # Whose words another passes on.
        ("The Daily Star quoted Ana Silva as saying that it rained.", "quoted", "Ana Silva"),
        (
            "The Daily Star quoted Ali Khan, head of the port, as saying that it rained.",
            "quoted",
            "Ali Khan",
        ),
        ("Ana Silva was quoted by Dawn as saying that it rained.", "quoted", "Ana Silva"),
        # Trap: nobody by name is passed on.
        ("The agency quoted an official as saying that it rained.", "quoted", "agency"),
    ],
)
def test_whose_words_these_are(text, cue, speaker):
    sources, attributions = sources_of(text)
    names = {source.id: source.name for source in sources}
    found = [
        names.get(item.source_id or "")
        for item in attributions
        if item.cue and text[item.cue.start : item.cue.end].split()[-1] == cue
    ]
    assert speaker in found


def test_who_belongs_to_somebody_is_somebody_else():
    text = "Ana Silva denied it on Monday. Her lawyer said that she would go on. Silva left."
    sources, _ = sources_of(text)
    assert [(source.type, source.name) for source in sources[:2]] == [
        ("person", "Ana Silva"),
        ("unnamed", "Her lawyer"),
    ]


@pytest.mark.parametrize(
    ("before", "source", "after", "known"),
    [
        # Not mentions, by the model, but whose words they are is known.
        ("", "Silva", " has been happy with the crane since then.", True),
        ("In all her years at the port ", "she", " could not recall a delay.", True),
        ("", "Silva’s lawyer", " has been happy with the crane since then.", False),
        ("", "Ali Khan", " has been happy with the crane since then.", False),
    ],
)
def test_an_attribution_may_have_a_source_without_being_a_mention(
    monkeypatch, before, source, after, known
):
    opening = f"“The port is late,” Ana Silva, the director, said on Monday. {before}"
    text = f"{opening}{source}{after}"
    document = Document(Article(text))
    end = len(opening) + len(source)
    doubtful = Attribution(Span(len(opening), end), None, (Span(end + 1, len(text) - 1),))
    said = find_attributions(document)[:1]
    late = document.sentences[1].first
    monkeypatch.setattr(
        "credscore.features.sources.log_odds", lambda proposal: 1 if proposal.first < late else -1
    )
    sources, found = find_sources(document, (*said, doubtful), ())
    assert [item.source_id for item in found] == ["s1", "s1" if known else None]
    assert [text[slice(*mention)] for mention in sources[0].mentions] == ["Ana Silva, the director"]


def test_long_articles_take_time_in_proportion(growth):
    sentence = "Ana Silva of the Road Safety Board said on day {n} that Person{n} Khan knew. "
    # Without an attribution nothing is looked at.
    attributions = (Attribution(None, None, ()),)

    short, long = (
        Document(Article("".join(sentence.format(n=n) for n in range(count))))
        for count in (200, 1_600)
    )
    assert find_sources(long, attributions, ())[0]
    assert growth(lambda document: find_sources(document, attributions, ()), short, long) < 2
