"""Citations of other outlets: which names count, what they are called, and what is no citation."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from credscore.article import Article, Link
from credscore.document import Document
from credscore.features.citations import find_citations
from credscore.features.outlets import describes_outlet, known_outlet, outlet_of_address


def cited(text: str, **known: str) -> list[tuple[str, str]]:
    """The words and the outlet of each citation."""
    found = find_citations(Document(Article(text, **known)))
    return [(citation.text, citation.outlet) for citation in found]


NAMED = [
    ("It fell, Slate noted.", [("Slate", "Slate")]),
    ("It fell, NJ.com reported.", [("NJ.com", "NJ.com")]),
    ("Asked on CNN about it, he lied.", [("CNN", "CNN")]),
    # Papers made of two, behind their town, and addresses that report.
    ("It fell, the Quenneby Star-Ledger reported.", [
        ("the Quenneby Star-Ledger", "Quenneby Star-Ledger"),
    ]),
    ("It fell, QuennebyNow.com reported.", [("QuennebyNow.com", "QuennebyNow.com")]),
    # An agency or broadcaster is told something.
    ("Rain is due, a forecaster told Reuters.", [("Reuters", "Reuters")]),
    ("“It hurts,” he told the BBC on Friday.", [("the BBC", "BBC")]),
    ("Two officers have told The Associated Press so.", [
        ("The Associated Press", "The Associated Press"),
    ]),
    ("She told AFP news agency that it had gone.", [("AFP news agency", "AFP")]),
    ("He told CBS This Morning that he would run.", [("CBS This Morning", "CBS")]),
    ("The mayor said on Fox & Friends that he would.", [("Fox & Friends", "Fox News")]),
    ("“No,” she said on NBC's Meet the Press.", [("NBC's Meet the Press", "NBC")]),
    # What is argued in it, sent to it, signed with it.
    ("“No,” the mayor argued on Fox News.", [("Fox News", "Fox News")]),
    ("As Ana Silva argues in National Review, it failed.", [
        ("National Review", "National Review"),
    ]),
    ("Its chair said in the Washington Post. “We wait.”", [
        ("the Washington Post", "The Washington Post"),
    ]),
    ("The remarks that the mayor made to Fox News were wrong.", [("Fox News", "Fox News")]),
    ("The mayor sat down with The New York Times and said so.", [
        ("The New York Times", "The New York Times"),
    ]),
    ("“It hurts.” — Ana Silva to the Associated Press", [
        ("the Associated Press", "The Associated Press"),
    ]),
    ("The caller, identified by the New York Times as a clerk, left.", [
        ("the New York Times", "The New York Times"),
    ]),
    ("Most seats went, by a projection from the Canadian Broadcasting Corporation.", [
        ("the Canadian Broadcasting Corporation", "CBC"),
    ]),
    ("It rained, according to the U.K.’s Daily Mirror.", [
        ("Daily Mirror", "Daily Mirror"),
    ]),
    ("It spread. “We wait.” Dr. Ana C. Silva, USA Today", [("USA Today", "USA Today")]),
    ("“We wait.” — Ana C. Silva and M. Rui Lopez, Philadelphia Inquirer", [
        ("Philadelphia Inquirer", "Philadelphia Inquirer"),
    ]),
    ("Argentina has a new foe. “A Relentless Foe” (New York Times):", [
        ("New York Times", "The New York Times"),
    ]),
    ("“No,” the mayor said Sunday on ABC.", [("ABC", "ABC")]),
    ("The New York Times reported it. The mayor, the Times itself explained in May, was late.", [
        ("The New York Times", "The New York Times"), ("the Times", "The New York Times"),
    ]),
    ("The Associated Press further reported that it was late.", [
        ("The Associated Press", "The Associated Press"),
    ]),
    ("( Reuters Health ) - An open door helps people sleep, a study says.", [
        ("Reuters Health", "Reuters Health"),
    ]),
    ("“It will end,” writes Ms. Silva at The Intercept.", [("The Intercept", "The Intercept")]),
    ("The New York Times even described it as late.", [
        ("The New York Times", "The New York Times"),
    ]),
    # Lines that say where a text is from, and who helped with it.
    ("This article was originally published on The Conversation.", [
        ("The Conversation", "The Conversation"),
    ]),
    ("This article originally appeared on Akron Beacon Journal: Rain is due.", [
        ("Akron Beacon Journal", "Akron Beacon Journal"),
    ]),
    ("Associated Press writers Ana Silva in Accra and Li Wei in Rome contributed to this report.", [
        ("Associated Press", "The Associated Press"),
    ]),
    ("Additional reporting by ABC News’ Ana Silva.", [("ABC News", "ABC News")]),
    ("Read more at The Wall Street Journal.", [
        ("The Wall Street Journal", "The Wall Street Journal"),
    ]),
    # A text that is cut off behind what a comma inserts
    ("“No,” she told Reuters, a news agency,", [("Reuters", "Reuters")]),
    # The outlet reports.
    ("The bridge is closed, The Diplomat reports.", [("The Diplomat", "The Diplomat")]),
    ("The bridge is closed, reports the Associated Press (AP).", [
        ("the Associated Press", "The Associated Press"),
    ]),
    ("The bridge is closed, reported Radio Pakistan.", [("Radio Pakistan", "Radio Pakistan")]),
    ("Copyright 2019 The Associated Press.", [("The Associated Press", "The Associated Press")]),
    ("PolitiFact debunked the claim in May.", [("PolitiFact", "PolitiFact")]),
    ("From the Guardian:", [("the Guardian", "The Guardian")]),
    ("This is from AP (via the Guardian):", [("AP", "AP"), ("the Guardian", "The Guardian")]),
    # A known outlet's editions and desks.
    ("“No,” she told CNN Philippines on Tuesday.", [("CNN Philippines", "CNN Philippines")]),
    ("“No,” she told BBC Radio 4.", [("BBC Radio 4", "BBC Radio 4")]),
    ("“No,” she told Reuters Health.", [("Reuters Health", "Reuters Health")]),
    ("She told Reuters Iran was ready.", [("Reuters", "Reuters")]),
    ("She told CNN Pakistani officials were late.", [("CNN", "CNN")]),
    ("On CNN last week, the senator told viewers that it was late.", [("CNN", "CNN")]),
    ("The bridge is closed, Dawn reported on Sunday.", [("Dawn", "Dawn")]),
    # A day opens the names of Sunday papers.
    ("She told the Sunday Times that she would.", [("the Sunday Times", "The Sunday Times")]),
    ("He told the Mirror on Sunday that he would.", [("the Mirror", "The Mirror")]),
    # At the head of a sentence, a paper by its place that reported.
    ("Lusaka Times reported a rise.", [("Lusaka Times", "Lusaka Times")]),
    ("As The Economist put it, the fee doubled.", [("The Economist", "The Economist")]),
    ("Speaking to The Hindu, Ms. Silva said no.", [("The Hindu", "The Hindu")]),
    ("The BBC's political editor, Ana Silva, said it rained.", [("The BBC", "BBC")]),
    ("NAN reports that he would.", [("NAN", "NAN")]),
    ("The clerk told TOI that he would.", [("TOI", "The Times of India")]),
    ("The fee doubled, according to The Express Tribune.", [
        ("The Express Tribune", "The Express Tribune"),
    ]),
    ("BuzzFeed is reporting that the fee doubled.", [("BuzzFeed", "BuzzFeed")]),
    ("The fee doubled, reports UNB.", [("UNB", "UNB")]),
    ("The fee doubled, the state news agency Xinhua said.", [("Xinhua", "Xinhua")]),
    # What it makes, and whom it employs.
    ("In an interview with CNN, the minister denied it.", [("CNN", "CNN")]),
    ("A Guardian investigation found forty cases.", [("Guardian", "The Guardian")]),
    ("The claim rests on the Guardian's investigation of forty cases.", [
        ("the Guardian", "The Guardian"),
    ]),
    ("“They will wait,” said Ali Baig, a correspondent of local daily The Express Tribune.", [
        ("The Express Tribune", "The Express Tribune"),
    ]),
    ("The latest Reuters/Ipsos poll puts her ahead.", [("Reuters", "Reuters")]),
    ("Files obtained by ProPublica show the payments.", [("ProPublica", "ProPublica")]),
    ("“No,” she replied when asked by the CNN anchor if he knew.", [("CNN", "CNN")]),
    # A name behind the noun that says what it is.
    ("The road is shut, national broadcaster Ylva reported.", [("Ylva", "Ylva")]),
    ("According to investigative magazine Quill, it is shut.", [("Quill", "Quill")]),
    ("In comments to Polish news site Onra, she denied it.", [("Onra", "Onra")]),
    ("She told US broadcaster CBS that it is shut.", [("CBS", "CBS")]),
    # Stations, at a sentence's head too.
    ("Arro TV had reported that it is shut.", [("Arro TV", "Arro TV")]),
    ("In a talk show on Arro TV, she denied it.", [("Arro TV", "Arro TV")]),
    ("She told Radio Lisboa Norte so.", [("Radio Lisboa Norte", "Radio Lisboa Norte")]),
    ("He suggested to ABC News that it is shut.", [("ABC News", "ABC News")]),
    # Common words at a sentence's head that report; people do so too.
    ("Dawn reported on Monday that it is shut.", [("Dawn", "Dawn")]),
    ("Mint quoted her as saying so.", [("Mint", "Mint")]),
    ("People reported on Monday that it is shut.", []),
    # Addresses amid a sentence, short forms, and acronyms that are words.
    ("The road is shut, bdnews24.com reported.", [("bdnews24.com", "BDNews24")]),
    ("The road is shut, Tass reported.", [("Tass", "TASS")]),
    ("US Weekly reported that it is shut.", [("US Weekly", "US Weekly")]),
    ("He told amazon.com that it is shut.", []),
    ("He wrote to news@bbc.co.uk that it is shut.", []),
    ("The US Sun reported that it is shut.", [("The US Sun", "The US Sun")]),
    # "As the outlet says", beside what somebody is, who contributed, and whose it is.
    ("As the Guardian noted, it is shut.", [("the Guardian", "The Guardian")]),
    ("As CNET points out, it is shut.", [("CNET", "CNET")]),
    ("As People know, it is shut.", []),
    ("It is shut, the Guardian reported. The paper also reported that it leaks.", [
        ("the Guardian", "The Guardian"), ("The paper", "The Guardian"),
    ]),
    ("The paper reported that it leaks.", []),
    ("She went on Fox News to say so.", [("Fox News", "Fox News")]),
    ("It leaks. — The New York Times (@nytimes) May 21, 2020", [
        ("The New York Times", "The New York Times"),
    ]),
    ("“No,” the former Guardian editor Ana Silva said.", [("Guardian", "The Guardian")]),
    ("Ana Silva, an editor of The Times of London, said so.", [
        ("The Times of London", "The Times"),
    ]),
    # Several at once; where somebody speaks; for whom somebody writes.
    ("This week, NBC, the Associated Press, and Politico all reported on it.", [
        ("NBC", "NBC"),
        ("the Associated Press", "The Associated Press"),
        ("Politico", "Politico"),
    ]),
    ("He voiced his support for it on Fox News.", [("Fox News", "Fox News")]),
    ("In May 2012 on CNN, the senator said that it was late.", [("CNN", "CNN")]),
    ("Silva, appearing on WXQV-TV’s “The Week,” was asked.", [("WXQV-TV", "WXQV-TV")]),
    ("“No,” she said on NBC’s “Meet the Press.”", [("NBC’s “Meet the Press", "NBC")]),
    ("In a piece for the Guardian, she denied it.", [("the Guardian", "The Guardian")]),
    ("The news was broken by the Guardian.", [("the Guardian", "The Guardian")]),
    # What it says, has seen, has learnt; what its people saw.
    ("The Guardian said that it was late.", [("The Guardian", "The Guardian")]),
    ("A Guardian report said that it was late.", [("Guardian", "The Guardian")]),
    ("The Hindu has learnt that it is late.", [("The Hindu", "The Hindu")]),
    ("The BBC has seen the letter.", [("The BBC", "BBC")]),
    ("A Reuters witness saw two tanks.", [("Reuters", "Reuters")]),
    ("Emails obtained by the Guardian show it.", [("Guardian", "The Guardian")]),
    ("It is late, the Guardian reported. The paper said that it was the last.", [
        ("the Guardian", "The Guardian"), ("The paper", "The Guardian"),
    ]),
    ("“No,” said Ana Silva on ABC’s “This Week.”", [("ABC’s “This Week", "ABC")]),
    ("The Guardian, which first reported the talks, said so.", [("The Guardian", "The Guardian")]),
    ("Daily NK, a Seoul-based website, reported it.", [("Daily NK", "Daily NK")]),
    ("He told Ana Silva of Fox News that it was late.", [("Fox News", "Fox News")]),
    ("Both, as Politico puts it, are late.", [("Politico", "Politico")]),
    ("Politico ran a piece on it.", [("Politico", "Politico")]),
    ("The New York Times on Monday urged voters to wait.", [
        ("The New York Times", "The New York Times"),
    ]),
    ("It is late. From Fox News: An internal email shows it.", [("Fox News", "Fox News")]),
    ("The trip was first revealed by the Mirror.", [("the Mirror", "The Mirror")]),
    ("The Post first reported the deal.", [("The Post", "The Post")]),
    # Fact-checkers.
    ("FactCheck concluded that it was late.", [("FactCheck", "FactCheck.org")]),
    ("FactCheck.org has examined this claim.", [("FactCheck.org", "FactCheck.org")]),
    ("PolitiFact gave Silva its worst rating.", [("PolitiFact", "PolitiFact")]),
    # What announces and what signs.
    ("BBC:: The bridge is closed until further notice.", [("BBC", "BBC")]),
    ("It may be late, as the Guardian grudgingly admits.", [("the Guardian", "The Guardian")]),
    ("It is late.\n\nFrom WXQV:\n\nIt rained all night.", [("WXQV", "WXQV")]),
    ("It leaks. — Slate (@Slate) May 21, 2020", [("Slate", "Slate")]),
    ("The aid is for the people of the town. — SPA", [("SPA", "SPA")]),
    # Traps.
    ("The Leader said that it was late.", []),
    ("It leaks. — The Left (@nobody) May 21, 2020", []),
    ("“No,” said PTI chairman Ana Silva. PTI denied the charge.", []),
    ("The BBC chairman left. “No,” she told the BBC.", [("the BBC", "BBC")]),
    ("Fox News gave its hosts a rise.", []),
    ("Fox News, a unit of Fox Corp, fired the host.", []),
    ("CNN ran out of time.", []),
    ("He named two networks: CNN: and his own.", []),
    ("The post first reported on the deal was long.", []),
    ("The Post said that it was late.", []),
    ("The US report also said that it was late.", []),
    ("He told Ana Silva of Portlink that it was late.", []),
    ("Michael Bloomberg ran. As Bloomberg puts it, it was late.", []),
    ("The BBC has seen better days.", []),
    ("Going on BBC advice, the firm cut jobs.", []),
    ("On Forbes Avenue, police said, a man fell.", []),
    ("On BBC advice, he said nothing.", []),
    ("On CNN this week", []),
    ("He had two sources: Fox News and his mother.", []),
    ("The BBC reported on a white paper. According to the paper, it leaks.", [
        ("The BBC", "BBC"),
    ]),
    ("The town is old.\n\nThe Associated Press contributed to this report.", [
        ("The Associated Press", "The Associated Press"),
    ]),
    ("The road is shut, it was said. Source: ABC 13", [("ABC 13", "ABC 13")]),
    # Who signs a quotation.
    ("“It rained.”\n\nAna Silva, Vox\n\nIt was wet.", [("Vox", "Vox")]),
    ("“It rained a lot.” — Editorial, The Boston Globe\n\nIt was wet.", [
        ("The Boston Globe", "Boston Globe"),
    ]),
    # Credits.
    ("MUNICH, Feb 15 (BSS/AFP) - The talks failed on Sunday.", [
        ("BSS", "BSS"), ("AFP", "AFP"),
    ]),
    ("SPOKANE, Wash. (AP) — Two clinics closed this week.", [("AP", "AP")]),
    ("The two sides met again.\n\nThe talks failed on Sunday. (KUNA)", [("KUNA", "KUNA")]),
    ("The talks failed on Sunday.\n\nWith input from PTI", [("PTI", "PTI")]),
    ("Reuters", [("Reuters", "Reuters")]),
    # Names that no table holds.
    ("The well is dry, Radio Kunduz reported.", [("Radio Kunduz", "Radio Kunduz")]),
    ("The well is dry, a farmer told the Ngorongoro Weekly.", [
        ("the Ngorongoro Weekly", "Ngorongoro Weekly"),
    ]),
    ("The well is dry, a farmer told Fox 9.", [("Fox 9", "Fox 9")]),
    ("The well is dry, a farmer told WellWater News.", [("WellWater News", "WellWater News")]),
    ("Sources told Al-Zubara daily that the well was dry.", [("Al-Zubara daily", "Al-Zubara")]),
    # Two papers in one; outlets in a list of those that reported.
    ("“No,” she told the Post-Gazette.", [("the Post-Gazette", "Post-Gazette")]),
    ("It was first reported by outlets including the Guardian and BBC.", [
        ("the Guardian", "The Guardian"), ("BBC", "BBC"),
    ]),
    # Whom an outlet employs speaks, somebody appears on it; an outlet called after a country.
    ("Fox News host Ana Silva warned of it.", [("Fox News", "Fox News")]),
    ("She said so during a CNN appearance in May.", [("CNN", "CNN")]),
    ("The Namibian reported that the well was dry.", [("The Namibian", "The Namibian")]),
    # Two outlets joined.
    ("CNN and Politico reported the change.", [("CNN", "CNN"), ("Politico", "Politico")]),
    # An outlet and its country; one called as another is.
    ("Geo News of Pakistan reported it.", [("Geo News of Pakistan", "Geo News")]),
    (
        "The Guardian of Nigeria described the vote as calm.",
        [("The Guardian of Nigeria", "The Guardian of Nigeria")],
    ),
    # Agencies and papers beyond the English-speaking countries.
    ("(Prensa Latina) The port has opened, officials said.", [("Prensa Latina", "Prensa Latina")]),
    ("The port has opened, Petra reported.", [("Petra", "Petra")]),
    ("The port has opened, state news agency Petra said.", [("Petra", "Petra")]),
    ("It rained, the Jordan News Agency, Petra, reported.", [
        ("the Jordan News Agency", "Jordan News Agency"), ("Petra", "Jordan News Agency"),
    ]),
    ("The Hungarian news agency MTI reported it.", [("MTI", "MTI")]),
    ("AMMAN (Petra) - It rained.", [("Petra", "Petra")]),
    ("It rained, according to state-run CCTV.", [("CCTV", "CCTV")]),
    # What cameras film is called as a broadcaster is.
    ("It rained, according to Chinese state broadcaster CCTV.", [("CCTV", "CCTV")]),
    ("The minister told CCTV that it rained.", [("CCTV", "CCTV")]),
    ("CCTV reported that it rained.", [("CCTV", "CCTV")]),
    ("The port has opened, Clarín reported on Monday.", [("Clarín", "Clarín")]),
    # One outlet in two spellings.
    ("Hürriyet reported it. “No,” he told Hurriyet.", [
        ("Hürriyet", "Hürriyet"), ("Hurriyet", "Hürriyet"),
    ]),
    ("BFM TV reported it. “No,” he told BFMTV.", [("BFM TV", "BFMTV"), ("BFMTV", "BFMTV")]),
    ("The minister told Al Manar that it rained.", [("Al Manar", "Al-Manar")]),
    ("An official told the al-Wadi al-Youm news website so.", [
        ("al-Wadi al-Youm", "al-Wadi al-Youm"),
    ]),
    ("The state news agency, Zuba, says roads are closed.", [("Zuba", "Zuba")]),
    # A call sign, a network's station.
    ("The gate was shut, according to KQXZ.", [("KQXZ", "KQXZ")]),
    ("KQXZ reported that the gate was shut.", [("KQXZ", "KQXZ")]),
    ("FOX 13 has reached out to the mayor.", [("FOX 13", "FOX 13")]),
    # What an outlet makes, has, runs.
    ("As this Washington Post timeline shows, it was late.", [
        ("Washington Post", "The Washington Post"),
    ]),
    ("The site carried a Federalist story on the march.", [("Federalist", "The Federalist")]),
    ("ProPublica has a guide to the forms.", [("ProPublica", "ProPublica")]),
    ("Press TV released a survey on Sunday.", [("Press TV", "Press TV")]),
    ("She followed CNBC's daily health and science reporting.", [("CNBC", "CNBC")]),
    ("Here's CNN: the bridge is closed.", [("CNN", "CNN")]),
    ("He cited the new polls from USA Today.", [("USA Today", "USA Today")]),
    # Who says it stands far before whom it is said to.
    ("“No,” said Ana Silva, dean of the university's school of law, to the BBC.", [
        ("the BBC", "BBC"),
    ]),
    ("“No,” said Sen. Ana Silva (D., Va.) on “Meet the Press.”", [("Meet the Press", "NBC")]),
    ("UPDATE: On CNN, the senator said no.", [("CNN", "CNN")]),
    ("She waited on Capitol Hill. It was late, per The Hill.", [("The Hill", "The Hill")]),
    ("Sources told Foreign Policy that he left.", [("Foreign Policy", "Foreign Policy")]),
    ("Prices will fall, according to Barron's.", [("Barron's", "Barron's")]),
    ("It was loud, Silva complained while on CNN on Monday.", [("CNN", "CNN")]),
    ("The firm sent Newsweek a statement.", [("Newsweek", "Newsweek")]),
    ("It has not responded to requests for comment from Axios.", [("Axios", "Axios")]),
    ("He told Israel’s Channel 12 that it was over.", [("Channel 12", "Channel 12")]),
    ("Ana Silva from Politico was not impressed.", [("Politico", "Politico")]),
    ("John Silva of the Kabul Weekly was blunt.", [("the Kabul Weekly", "Kabul Weekly")]),
    ("CNN’s Daniel Silva digs into the claims.", [("CNN", "CNN")]),
    ("Newsweek columnist Ana Silva posed a question.", [("Newsweek", "Newsweek")]),
    ("He said so on CBS’ “West 57th” again.", [("CBS’ “West 57th”", "CBS")]),
    ("As Silva wrote in a piece for Fortune: it fell.", [("Fortune", "Fortune")]),
    ("The letter, which Newsweek got hold of, is long.", [("Newsweek", "Newsweek")]),
    ("It fell, said a volley of local reports by local station KWQX.", [("KWQX", "KWQX")]),
    ("“They will vote.” SCOTUSblog", [("SCOTUSblog", "SCOTUSblog")]),
    (
        "“It is long.”\n\nAna Silva and Juan Souza, The Atlantic\n\nThe others agreed with them.",
        [("The Atlantic", "The Atlantic")],
    ),
    (
        "Ana Silva founded the online outlet Zavora. On Monday, Zavora published an article.",
        [("Zavora", "Zavora")],
    ),
]  # fmt: skip

SHORT_FORMS = [
    (
        "The Washington Post published it. “It is over,” an aide told the Post.",
        ["The Washington Post", "The Washington Post"],
    ),
    (
        "Buses stop, the Wall Street Journal reported. Trains run, the Journal said.",
        ["The Wall Street Journal", "The Wall Street Journal"],
    ),
    (
        "The Daily Caller reported the theft. One source told the news outlet more.",
        ["The Daily Caller", "The Daily Caller"],
    ),
    (
        "She spoke to the Ghana News Agency. He told the GNA the same.",
        ["Ghana News Agency", "Ghana News Agency"],
    ),
    ("The lake rose, reports NBC affiliate KXQZ. KXQZ said it fell.", ["KXQZ", "KXQZ"]),
    ("NBC reported it. Later he told NBC News more.", ["NBC News", "NBC News"]),
    ("A clerk told the WSJ so.", ["The Wall Street Journal"]),
    (
        "The New York Times reported the march. The Times of India reported clashes.",
        ["The New York Times", "The Times of India"],
    ),
    (
        "The Arkansas Democrat-Gazette reported a rise. The Democrat-Gazette reported a fall.",
        ["Arkansas Democrat-Gazette"] * 2,
    ),
    (
        "The NY Post reported a rise. The New York Post reported a fall. The Post reported both.",
        ["New York Post"] * 3,
    ),
    ("The L.A. Times reported a rise, the LA Times a fall.", ["Los Angeles Times"]),
]

DESCRIBED = [
    ("An Ohio newspaper reported that it fell.", ["An Ohio newspaper"]),
    ("He won by far, US media reported.", ["US media"]),
    ("According to a number of local media reports, he won.", ["local media reports"]),
    ("He gave no details while talking to a private news TV channel.", [
        "a private news TV channel",
    ]),
    ("Two men were seized, local media said on Monday.", ["local media"]),
    ("The visit ended, Algeria's state news agency said.", ["Algeria's state news agency"]),
    ("The files were leaked to a San Diego television station.", [
        "a San Diego television station",
    ]),
    ("It works within a day, according to news reports.", ["news reports"]),
    ("According to press reports, it works within a day.", ["press reports"]),
    ("It works within a day, media reports said.", ["media reports"]),
    ("She told several media outlets she was asked to go.", ["several media outlets"]),
    ("Reports from independent media suggested that he left.", ["independent media"]),
    ("Agencies :\n\nThe navy is ready, the minister said.", ["Agencies"]),
]  # fmt: skip

TRAPS = [
    "It fell, QuennebyNow.com said.",
    # Said somewhere, made for somebody, furniture that tells of no origin.
    "I said at the State of the Union that it was late.",
    "She said on Monday in the Times Square hotel that it was late.",
    "Sign up to Reuters today.",
    "Threats that were made to CNN are looked into.",
    "The crowd made its way to CNN.",
    "The campaign sent a scathing letter to CNN.",
    "",
    "They said they relied mostly on CNN for news.",
    "He said it would tell the Namibian story.",
    "CNN host Ana Silva tried to ask for more.",
    "The firm took over networks such as ABC.",
    "word",
    "Der Minister sagte am Montag, die Zeit sei reif.",
    "El ministro dijo el lunes que el tiempo se acaba.",
    "Leave a Reply\n\nYour email address will not be published.",
    # In the news themselves.
    "Fox News fired the host after a week of protest.",
    "The owner of the New York Times sold two buildings.",
    "He once mocked CNN at a rally.",
    "Shares of Time magazine's owner fell.",
    "Representatives for Fox News, MSNBC and CNN all confirmed that staff stay at home.",
    "A spokesman for CNN said that it would appeal.",
    "The debate was hosted by ABC News.",
    "CNN has a new owner and a new chief.",
    "He gets his news from CNN, he said.",
    "His post was seen and covered by media outlets.",
    "The news agency, Ana Silva said, was closed.",
    "She waited on Capitol Hill. Many on the Hill reported a chill.",
    "Aides told House Foreign Policy Committee members so.",
    "Trump then called on a Fox News reporter in the front row.",
    # Kinds of outlets before other things than their names.
    "The satirical newspaper Wednesday said that it was hit.",
    "Broadcaster Ana Silva said that it rained.",
    "The travel website Booking.com has a new chief.",
    "He led the weekly Bible class, she said.",
    "Live TV said goodbye to him in June.",
    # Places and people before a comma and a name.
    "He met with Ana Silva, Fox News.",
    # Photograph credits.
    "A man walks past the gate. (AP Photo/Jane Doe)",
    "The minister arrives. (Jane Doe/Reuters)",
    "The gate on Sunday. Getty Images",
    # Common words, persons, places.
    "People reported feeling dizzy after the meal.",
    "Time will tell, according to the minister.",
    "It was dawn when the police said they would wait.",
    "The nation reported its first case in May.",
    "He told the people of the island to wait.",
    "Dawn Smith said she would go. “Yes,” she told Mr Smith.",
    "He told independent lawmakers that the sun was up.",
    "On the Hill, both parties said they would vote.",
    "The Republican National Committee said the vote was fair.",
    "According to CCTV footage, he left.",
    "According to CCTV, he left.",
    "CCTV reported by police shows that he left.",
    "Petra said the talks would resume. Petra, 34, is a nurse.",
    "According to Petra, the nurse, the ward was full.",
    "MTI reported a profit, according to MTI.",
    # Other bodies whose names look like an outlet's.
    "The study is published in the Journal of Neuroscience.",
    "It was published in the British Medical Journal in May.",
    "The trial was reported in the Journal of the American Medical Association.",
    "The American Psychiatric Association (APA) said so. The APA reported a rise.",
    "Supporters of Tehreek-e-Insaf (PTI) met. The PTI reported a good turnout.",
    "Khan's party, Pakistan Tehreek-e-Insaf (PTI), voiced concern. According to PTI, he is ill.",
    "He told the Thomson Reuters Foundation that landslides were likely.",
    "It was the first English-language daily published in the port.",
    "She told the Australian police that she was safe.",
    "The parade on Sunday Times Square saw was long.",
    "The BBC's director general, Tim Hale, said it rained.",
    "According to WADA, the samples were clean.",
    "The Republic of Ireland reported a rise.",
    "The people of Iran reported a rise.",
    "According to BlackRock, prices will fall.",
    "The WNQA reported a rise, according to the WNQA.",
    "According to The Hague, the treaty stands.",
    "He said so at the Ministry of Foreign Affairs.",
    "The media office said a statement would follow.",
    "The drug agency said the pills were safe.",
    "He told the media that he would go.",
    "A post on LinkedIn said the firm would close, according to LinkedIn.",
    "Fox News said in a statement that it would keep the host.",
    "It did not meet the editorial standards of the firm or CNN’s editorial standards.",
    "He takes no questions from CNN.",
    "It is a hit show on ABC.",
    "He gave a question to Juan Souza of CNN.",
    "Here’s Time for a change, she said.",
]


@pytest.mark.parametrize(("text", "expected"), NAMED)
def test_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(("text", "expected"), SHORT_FORMS)
def test_all_forms_of_an_outlet_have_one_name(text: str, expected: list[str]) -> None:
    assert [outlet for _, outlet in cited(text)] == expected


@pytest.mark.parametrize(("text", "expected"), DESCRIBED)
def test_described(text: str, expected: list[str]) -> None:
    assert cited(text) == [(words, "") for words in expected]


@pytest.mark.parametrize("text", TRAPS)
def test_no_citation(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("“It is over,” an aide told The Washington Post.", {"publisher": "The Washington Post"}),
        ("“It is over,” an aide told The Washington Post.", {"publisher": "washingtonpost.com"}),
        ("“It is over,” an aide told the Post.", {"publisher": "wash-post"}),
        ("“It is over,” an aide told Kuwait Times.", {"publisher": "kw_times"}),
        ("Prices rose, a clerk told ABC News.", {"publisher": "go.com"}),
        ("Prices rose, a clerk told NPR.", {"publisher": "National Public Radio (NPR)"}),
        ("BERKELEY (CBS SF) — Prices rose on Sunday.", {"publisher": "cbslocal.com"}),
        ("Prices rose, a clerk told the BBC.", {"url": "https://www.bbc.co.uk/news/1"}),
        ("Prices rose, a clerk told BuzzFeed Health.", {"publisher": "BuzzFeed"}),
        ("DHAKA, May 2 (BSS) - Prices rose on Sunday.", {"publisher": "BSS News"}),
        ("LAHORE (DESPARDES/PKONWEB) — Prices rose on Sunday.", {}),
    ],
)
def test_the_publisher_is_no_citation(text: str, known: dict[str, str]) -> None:
    assert cited(text, **known) == []


def test_links() -> None:
    text = "The paper says so. See the law and our page."
    links = (
        Link(4, 9, "https://www.theguardian.com/world/1"),
        Link(27, 30, "https://laws.example.gov/2"),
        Link(35, 43, "https://www.nytimes.com/3"),
    )
    found = find_citations(Document(Article(text, publisher="nytimes.com", links=links)))
    assert [(c.id, c.text, c.outlet, c.domain, c.kind) for c in found] == [
        ("x1", "paper", "The Guardian", "theguardian.com", "link")
    ]


@pytest.mark.parametrize("text", [text for text, _ in NAMED + SHORT_FORMS + DESCRIBED])
def test_offsets_order_and_ids(text: str) -> None:
    found = find_citations(Document(Article(text)))
    assert [text[c.start : c.end] for c in found] == [c.text for c in found]
    assert [c.id for c in found] == [f"x{number + 1}" for number in range(len(found))]
    assert all(a.end <= b.start for a, b in pairwise(found))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("the New York Times", "The New York Times"),
        ("WSJ", "The Wall Street Journal"),
        ("Reuters", "Reuters"),
        ("the minister", None),
        ("dawn", None),
        ("", None),
    ],
)
def test_known_outlet(name: str, expected: str | None) -> None:
    assert known_outlet(name) == expected


@pytest.mark.parametrize(
    ("phrase", "expected"),
    [
        ("a private news tv channel", True),
        ("the newspaper", True),
        ("the network", True),
        ("local media", True),
        ("a newspaper in the capital", True),
        ("a network of clinics", False),
        ("the drug agency", False),
        ("the minister", False),
        ("", False),
    ],
)
def test_describes_outlet(phrase: str, expected: bool) -> None:
    assert describes_outlet(phrase.split()) is expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://edition.cnn.com/2020/story.html", "cnn.com"),
        ("HTTP://WWW.DAWN.COM", "dawn.com"),
        ("/about", None),
        ("mailto:desk@cnn.com", None),
        ("https://notcnn.example/", None),
    ],
)
def test_outlet_of_address(address: str, expected: str | None) -> None:
    outlet = outlet_of_address(address)
    assert (outlet.domain if outlet else None) == expected


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("http://en.people.com.cn/n3/1.html", "People's Daily"),
        ("https://people.com/1", "People"),
        ("https://www.dailysabah.com/1", "Daily Sabah"),
        ("https://english.almanar.com.lb/1", "Al-Manar"),
        ("https://www.franceinfo.fr/1", "Franceinfo"),
        # Several outlets have each of these.
        ("https://www.thestar.com/news/1.html", "Toronto Star"),
        ("https://www.naplesnews.com/1", "Naples Daily News"),
        ("https://www.nj.com/1", "nj.com"),
    ],
)
def test_an_address_is_of_the_outlet_that_has_it(address: str, expected: str) -> None:
    outlet = outlet_of_address(address)
    assert outlet is not None
    assert outlet.name == expected


@pytest.mark.parametrize("unit", ["CNN, ", "The New ", "Dawn ", "a local ", "(AP) ", "told the "])
def test_time_grows_with_length_alone(growth: Callable[..., float], unit: str) -> None:
    short, long = (Document(Article(unit * times + ".")) for times in (1_000, 8_000))
    assert growth(find_citations, short, long) < 2


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("The deal is off, Dawn reported on Monday.", "Pakistan"),
        ("The deal is off, The Hindu reported.", "India"),
        ("The deal is off, state broadcaster CCTV said.", "China"),
        ("The deal is off, a private TV channel reported.", ""),
    ],
)
def test_an_outlet_has_its_country(text: str, country: str) -> None:
    (found,) = find_citations(Document(Article(text)))
    assert found.country == country
