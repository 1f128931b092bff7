"""Proper names of the whole world: where they stand, what they name, and what is none."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.names import Names, name_words, strip_titles


def names_in(text):
    return [(" ".join(name.words), name.kind) for name in Names(Document(Article(text))).found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Names and titles of the world.
        ("The bill was read by Ana Silva on Monday.", [("Ana Silva", "person")]),
        (
            "It was signed by Foreign Minister Khurram Dastgir Khan.",
            [("Khurram Dastgir Khan", "person")],
        ),
        ("He met Lt-Gen (retd) Nasser Khan Janjua there.", [("Nasser Khan Janjua", "person")]),
        ("A crowd greeted Dato' Seri Anwar Ibrahim there.", [("Anwar Ibrahim", "person")]),
        ("They asked Bilawal Bhutto-Zardari about it.", [("Bilawal Bhutto-Zardari", "person")]),
        ("It was won by Mohammed bin Salman last year.", [("Mohammed bin Salman", "person")]),
        ("The prize went to Ursula von der Leyen again.", [("Ursula von der Leyen", "person")]),
        # An article joined to a name; traps: a prefix, a word that only looks like one.
        ("It was led by Haider al-Abadi then.", [("Haider al-Abadi", "person")]),
        ("They met Abdel Fattah el-Sissi there.", [("Abdel Fattah el-Sissi", "person")]),
        ("John Silva III left.", [("John Silva", "person")]),
        # What people do, at the head of a sentence.
        ("Comedian Ana Silva left.", [("Ana Silva", "person")]),
        ("Singer Island Resort opened.", [("Singer Island Resort", "other")]),
        (
            "It is for the Ministry of Health and the Environment.",
            [
                ("Ministry of Health and the Environment", "organisation"),
            ],
        ),
        ("CM Ana Silva left.", [("Ana Silva", "person")]),
        (
            "It was led by the World Bank and the IMF.",
            [
                ("World Bank", "organisation"),
                ("IMF", "organisation"),
            ],
        ),
        ("He saw Ali el-nino there.", [("Ali", "person")]),
        ("It met in Lisbon at-Large.", [("Lisbon", "place")]),
        # Bodies: by the initials behind them, by South Asia's words for them; trap: a party behind.
        (
            "It was asked by Nari Unnayan Shakti (NUS) then.",
            [("Nari Unnayan Shakti", "organisation"), ("NUS", "organisation")],
        ),
        (
            "He left Bangladesh Jamaat-e-Islami then.",
            [("Bangladesh Jamaat-e-Islami", "organisation")],
        ),
        ("He saw Ana Silva (BNP) then.", [("Ana Silva", "person"), ("BNP", "organisation")]),
        # An office in capitals behind a name, or joined to "elect", is no part of it.
        ("It was said by Zorbla Quenneby CEO of the port.", [("Zorbla Quenneby", "other")]),
        ("It was said by Governor-elect Ana Silva then.", [("Ana Silva", "person")]),
        ("It was said by the President-elect then.", []),
        # A day behind a name, and an adverb before one; traps: names of days.
        ("It was said by Ana Silva Tuesday, and left.", [("Ana Silva", "person")]),
        ("It was said by Ruby Tuesday then.", [("Ruby Tuesday", "other")]),
        ("It was in the Lisbon Sunday Herald then.", [("Lisbon Sunday Herald", "organisation")]),
        (
            "Ironically Quenneby left, and Quenneby won.",
            [
                ("Quenneby", "other"),
                ("Quenneby", "other"),
            ],
        ),
        ("Kelly Silva left.", [("Kelly Silva", "person")]),
        ("Carly Silva left.", [("Carly Silva", "person")]),
        ("It was Fat Tuesday then.", [("Fat Tuesday", "other")]),
        # Degrees behind a name, and a name within one; trap: a quotation behind a name.
        ("It was seen by Ana Silva, Ph.D., at noon.", [("Ana Silva", "person")]),
        ("It was seen by Ana Silva, M.D., M.P.H., at noon.", [("Ana Silva", "person")]),
        ("It was won by Ana “The Rock” Silva then.", [("Ana The Rock Silva", "person")]),
        (
            'It was on London "Hamlet" Silva then.',
            [
                ("London", "place"),
                ("Silva", "person"),
            ],
        ),
        ('It was won by Ana "Annie" Silva then.', [("Ana Annie Silva", "person")]),
        (
            'It was won by Ana "Annie oh Annie" Silva then.',
            [
                ("Ana", "person"),
                ("Annie", "person"),
                ("Annie", "person"),
                ("Silva", "person"),
            ],
        ),
        # Capitals at the head of a sentence, with an appositive; trap: a cry.
        ("ZQX, the body for ports, said no.", [("ZQX", "organisation")]),
        ("WATCH, and see.", []),
        # What a minister deals in may be two things; a branch is a body.
        (
            "It was said by former Minister for Trade and Tourism Ana Quenneby then.",
            [("Ana Quenneby", "person")],
        ),
        ("He was held by the Detective Branch then.", [("Detective Branch", "organisation")]),
        # A last name that is a degree in capitals.
        ("It was said by David Ma then, and Ma left.", [("David Ma", "person"), ("Ma", "person")]),
        # "New" opens a place; trap: what is new. A storm with a person's name is nobody.
        ("New Zealand said no.", [("New Zealand", "place")]),
        ("He left the New York City Council then.", [("New York City Council", "organisation")]),
        ("New Quenneby cases were seen.", [("Quenneby", "other")]),
        ("It was hit by Hurricane Ana then.", [("Hurricane Ana", "place")]),
        # Of two sentences one ends in a role and the other begins with a body.
        ("It was open to voters. ZQX said no.", [("ZQX", "organisation")]),
        ("It was said by Gov. Ana Quenneby then.", [("Ana Quenneby", "person")]),
        ("He was made Deputy Managing Director then.", [("Managing Director", "other")]),
        # A party before a person; trap: a body's name.
        ("It was said by Iowa Republican Ana Quenneby then.", [("Ana Quenneby", "person")]),
        (
            "He left the Republican National Committee then.",
            [("Republican National Committee", "organisation")],
        ),
        # Where somebody lives is no part of a name; a ministry for three things.
        ("It was said by US-based Ana Quenneby then.", [("Ana Quenneby", "person")]),
        ("It was said by ten-year-old Zorbla then.", [("Zorbla", "person")]),
        (
            "He left the Ministry of Environment, Forest and Climate Change then.",
            [("Ministry of Environment Forest and Climate Change", "organisation")],
        ),
        ("She won in Quenneby East-4 then.", [("Quenneby East-4", "organisation")]),
        # A month may be a given name behind a title; trap: a month.
        ("It was said by researcher May Quenneby then.", [("May Quenneby", "person")]),
        ("He was made a minister in May Quenneby said.", [("Quenneby", "other")]),
        # A title's short form in brackets, of a body, and two initials.
        (
            "It was Superintendent of Police (SP) NM Zorbla Quenneby who came.",
            [
                ("Police", "organisation"),
                ("NM Zorbla Quenneby", "person"),
            ],
        ),
        # A courtesy title parts two people.
        (
            "They asked Cabinet Secretary Fred Matiang'i and Prof. Anyang Quenneby there.",
            [("Fred Matiang'i", "person"), ("Anyang Quenneby", "person")],
        ),
        ("It was led by Justice Sunil Mehta in 2020.", [("Sunil Mehta", "person")]),
        ("The case was heard by Begum Khaleda Zia then.", [("Khaleda Zia", "person")]),
        ("It was opened by Engr. Rashid Malik on Friday.", [("Rashid Malik", "person")]),
        ("They thanked Mr. Okafor for it.", [("Okafor", "person")]),
        ("It was told to Rep. Mark Lee, of Ohio.", [("Mark Lee", "person"), ("Ohio", "place")]),
        ("It was seen by J. K. Rowntree before.", [("J K Rowntree", "person")]),
        ("They spoke to Secretary of State Maria Lopez.", [("Maria Lopez", "person")]),
        ("It hurt Zorblat Quenneby, 45, most.", [("Zorblat Quenneby", "person")]),
        ("The court freed Superintendent of Police Imran Malik.", [("Imran Malik", "person")]),
        ("It was blamed on President Xi Jinping alone.", [("Xi Jinping", "person")]),
        # Bodies.
        (
            "The rule came from the Ministry of Health itself.",
            [("Ministry of Health", "organisation")],
        ),
        ("It was run by the Bank of Ruritania then.", [("Bank of Ruritania", "organisation")]),
        ("They sued Acme Tools Ltd over it.", [("Acme Tools Ltd", "organisation")]),
        ("It was backed by UNICEF in May.", [("UNICEF", "organisation")]),
        ("It was paid for by the Quenneby Foundation.", [("Quenneby Foundation", "organisation")]),
        ("They went to Border Patrol for help.", [("Border Patrol", "organisation")]),
        ("It came from the Prime Minister's Office.", [("Prime Minister Office", "organisation")]),
        (
            "It came from the Cook County Sheriff's Office.",
            [("Cook County Sheriff Office", "organisation")],
        ),
        ("It came from Ana Silva's Party.", [("Ana Silva", "person"), ("Party", "organisation")]),
        ("It asked Los Angeles County Sheriff Ana Silva.", [("Ana Silva", "person")]),
        ("They wrote to Quenneby & Zorblat about it.", [("Quenneby Zorblat", "organisation")]),
        ("It was settled in Quenneby v. Ruritania in May.", [("Quenneby v Ruritania", "other")]),
        # An office at a sentence's head, and an envoy's country.
        ("Secretary of State Maria Lopez came.", [("Maria Lopez", "person")]),
        (
            "It was told to the envoy for Bangladesh Maria Lopez.",
            [("Bangladesh", "place"), ("Maria Lopez", "person")],
        ),
        ("J. K. Rowntree came.", [("J K Rowntree", "person")]),
        ("It rained in Zorbton, TX on Monday.", [("Zorbton TX", "place")]),
        ("They met Assemblymember Maria Lopez there.", [("Maria Lopez", "person")]),
        (
            "It was told to the envoy at the Ministry of Health Maria Lopez.",
            [("Ministry of Health", "organisation"), ("Maria Lopez", "person")],
        ),
        # Traps: a body named after somebody, and one of many words.
        (
            "They went to the University of Maria Lopez.",
            [("University of Maria Lopez", "organisation")],
        ),
        (
            "They wrote to the Ministry of Law and Justice.",
            [("Ministry of Law and Justice", "organisation")],
        ),
        # Traps: an office that ends in a title is nobody, a degree is no state, "A." no initial.
        (
            "It was sent to the Upazila Executive Officer (UNO).",
            [("Officer", "other")],
        ),
        ("They met Maria Lopez, MD, there.", [("Maria Lopez", "person")]),
        ("A. The rain came.", []),
        # Traps: a group at a sentence's head, a country alone, a country's minister.
        ("Members of Congress came.", [("Congress", "organisation")]),
        (
            "A letter to Bangladesh Ministry of Health came.",
            [("Bangladesh Ministry of Health", "organisation")],
        ),
        # Places and peoples.
        ("A storm hit Bangladesh on Friday.", [("Bangladesh", "place")]),
        ("They flew to Kuala Lumpur on Friday.", [("Kuala Lumpur", "place")]),
        ("It upset many Nigerians at home.", [("Nigerians", "other")]),
        # An office and its body's one word before the name; capitals inside a word.
        (
            "Superintendent of Police Zorbla Quenneby left.",
            [("Zorbla Quenneby", "person")],
        ),
        ("UNICEF warned them.", [("UNICEF", "organisation")]),
        ("WeChat closed it.", [("WeChat", "other")]),
        (
            "They heard the Commerce and Tourism Adviser Zorbla Quenneby.",
            [("Zorbla Quenneby", "person")],
        ),
        (
            "They heard Law, Justice and Parliamentary Affairs Adviser Dr Zorbla Quenneby.",
            [("Zorbla Quenneby", "person")],
        ),
        (
            "They met the Ruritania Garment Makers and Exporters Association.",
            [("Ruritania Garment Makers and Exporters Association", "organisation")],
        ),
        # Traps: "and" between two.
        (
            "They met Imran Khan and Foreign Minister Ali Khan.",
            [("Imran Khan", "person"), ("Ali Khan", "person")],
        ),
        (
            "They met Nigeria and the Makers Association.",
            [("Nigeria", "place"), ("Makers Association", "organisation")],
        ),
        # Traps: a body goes on, nobody holds the office, a heading in capitals.
        (
            "Director of Health Services Department left.",
            [("Health Services Department", "organisation")],
        ),
        ("Superintendent of police left.", []),
        ("Read more.", []),
        # Traps: a capital that names nobody.
        ("Yesterday it rained.", []),
        ("However, nobody came.", []),
        ("According to the report, prices fell.", []),
        ("Officials came later.", []),
        ("Prices rose. Experts were not surprised.", []),
        ("The President was absent.", []),
        ("They blamed the Prime Minister for it.", []),
        ("I was there, and I left.", []),
        ("“Nothing was wrong,” it said.", []),
        ("“Rubbish is everywhere,” it said.", []),
        # Traps: where a name ends.
        (
            "It was blamed on the European Union on Monday.",
            [("European Union", "place")],
        ),
        (
            "They met the Minister of Defence and Imran Khan.",
            [("Minister of Defence", "organisation"), ("Imran Khan", "person")],
        ),
        ("It was seen by Hedok Lee, PhD, at noon.", [("Hedok Lee", "person")]),
        ("The home of Ana Silva's aunt burned.", [("Ana Silva", "person")]),
        # Bodies called by what they deal in, with their country, or by two plain words; traps:
        # people with such last names.
        ("Zia-ul-Zorbla left.", [("Zia-ul-Zorbla", "person")]),
        ("It asked SP SN Md Rui Zorbla.", [("SN Md Rui Zorbla", "person")]),
        ("It asked Adviser Sheikh Md Rui Zorbla.", [("Sheikh Md Rui Zorbla", "person")]),
        ("It asked Citizens for Fair and Safe Rents.",
         [("Citizens for Fair and Safe Rents", "organisation")]),
        ("It asked lawyers for Ana Silva.", [("Ana Silva", "person")]),
        ("It asked Quenna and Quenna.", [("Quenna and Quenna", "organisation")]),
        ("It read New Zorbla Findings The study.", [("Zorbla Findings", "other")]),
        ("It asked Casino Quenneby.", [("Casino Quenneby", "organisation")]),
        ("It asked NYC Zorbla.", [("NYC Zorbla", "organisation")]),
        ("Added Zorbla, the mayor.", [("Zorbla", "other")]),
        ("It asked the National Snow and Ice Data Center.",
         [("National Snow and Ice Data Center", "organisation")]),
        ("It asked the FBI and Justice Department.",
         [("FBI", "organisation"), ("Justice Department", "organisation")]),
        ("It asked Ana Wing, a professor.", [("Ana Wing", "person")]),
        ("It asked Prime Wing, a firm.", [("Prime Wing", "organisation")]),
        ("It asked Zorbla AI.", [("Zorbla AI", "organisation")]),
        ("It asked Kazi Md Rui Zorbla.", [("Kazi Md Rui Zorbla", "person")]),
        ("It asked Mrs. May.", [("May", "person")]),
        ("Nottingham Forest left.", [("Nottingham Forest", "organisation")]),
        ("It asked Wendy’s Co there.", [("Wendy Co", "organisation")]),
        ("It asked the Alzheimer's Association.", [("Alzheimer Association", "organisation")]),
        ("It asked Drugmaker Merck.", [("Merck", "organisation")]),
        ("It asked Defiant Ana Silva.", [("Ana Silva", "person")]),
        ("It asked Ana V. Silva.", [("Ana V Silva", "person")]),
        ("It asked Ana I. Silva.", [("Ana I Silva", "person")]),
        ("It asked PM Sheikh Zorbla.", [("Sheikh Zorbla", "person")]),
        ("It asked the Director of the Department of Health Md. Rui Zorbla.",
         [("Department of Health", "organisation"), ("Md Rui Zorbla", "person")]),
        ("Thames Water left.", [("Thames Water", "organisation")]),
        ("Then SeaWorld Orlando left.", [("SeaWorld Orlando", "organisation")]),
        ("Then Ana VanHollen left.", [("Ana VanHollen", "person")]),
        ("Then BrieAnna Silva left.", [("BrieAnna Silva", "person")]),
        ("National Highways left.", [("National Highways", "organisation")]),
        ("Swim England left.", [("Swim England", "organisation")]),
        ("NHS England left.", [("NHS England", "organisation")]),
        ("Prostate Cancer UK left.", [("Prostate Cancer UK", "organisation")]),
        ("Sinn Féin left.", [("Sinn Féin", "organisation")]),
        ("Lynne England left.", [("Lynne England", "person")]),
        ("Tom Water left.", [("Tom Water", "person")]),
        ("Royal Dunn left.", [("Royal Dunn", "person")]),
        # Firms whose names end in a genitive, or are joined by a sign; trap: whose somebody is.
        ("Wendy's said so.", [("Wendy", "organisation")]),
        ("Moody's lowered it.", [("Moody", "organisation")]),
        ("Wendy's brother left.", [("Wendy", "person")]),
        ("Marks & Spencer left.", [("Marks Spencer", "organisation")]),
        # What bodies deal in, joined; trap: two bodies.
        (
            "The Economic and Financial Crimes Commission left.",
            [("Economic and Financial Crimes Commission", "organisation")],
        ),
        (
            "The Ghana Shippers and Traders Association left.",
            [("Ghana Shippers and Traders Association", "organisation")],
        ),
        # Titles that are last names, after another; traps: no name, and a title.
        ("It was late, Mr Tan told them.", [("Tan", "person")]),
        ("It was late, Mrs. Dean told them.", [("Dean", "person")]),
        ("It was late, Mr Black told them.", [("Black", "person")]),
        ("It was late, Mr Speaker told them.", []),
        ("It was late, Dean Amy Orr told them.", [("Amy Orr", "person")]),
        # Titles of the Commonwealth.
        ("It was late, Interior CS Kithure Kindiki said.", [("Kithure Kindiki", "person")]),
        ("It was late, Fine Gael TD Colm Brady said.", [("Colm Brady", "person")]),
        ("Minister for Housing James Browne left.", [("James Browne", "person")]),
        ("TD Bank left.", [("TD Bank", "organisation")]),
        # An initial that is a pronoun's capital too.
        ("I. K. Gujral left.", [("I K Gujral", "person")]),
        # A given name that is a town's; trap: in whom one may believe.
        ("She grew up in Florence then.", [("Florence", "place")]),
        ("She believed in Florence then.", [("Florence", "person")]),
        # A body's initials before a name; trap: his own, as in Bangladesh.
        ("It asked Chairman NAB Javed Iqbal.", [("Javed Iqbal", "person")]),
        ("It asked AKM Rashidul Alam.", [("AKM Rashidul Alam", "person")]),
        # What an office is of, and who holds it.
        ("It asked Minister of the Interior Zork Zarbla.", [("Zork Zarbla", "person")]),
        (
            "It asked European Council President Ana Silva da Costa and the Lisbon Council.",
            [("Ana Silva da Costa", "person"), ("Lisbon Council", "organisation")],
        ),
        (
            "It asked the Secretary for Culture, Sports and Tourism Kevin Yeung.",
            [("Culture Sports", "organisation"), ("Kevin Yeung", "person")],
        ),
        ("It asked Minister of Ecology and Environment Huang Runqiu.",
         [("Huang Runqiu", "person")]),
        ("It asked Political Commentator Ana Silva.", [("Ana Silva", "person")]),
        # A courtesy makes a person of a place's name, an office does not.
        ("It asked Mr Jordan.", [("Jordan", "person")]),
        ("It asked Commissioner Lahore.", [("Lahore", "place")]),
        # Pages that run on, headings in capitals.
        ("It asked Sen. Ana Silva Ana SilvaMore on the port.", [("Ana Silva", "person")]),
        ("It asked Ana Silva Anabela (Ana) there.", [("Ana Silva", "person"), ("Ana", "person")]),
        ("It showed “Clarence Silva In His Own Words” then.", [("Clarence Silva", "person"),
                                                                    ("Words", "other")]),
        ("It is so that Ana MUST have heard.", [("Ana", "person")]),
        ("Enter Ana Silva, who left.", [("Ana Silva", "person")]),
        # Places and firms that begin like people.
        ("It asked Scott County.", [("Scott County", "place")]),
        ("It asked Prime Bank PLC.", [("Prime Bank PLC", "organisation")]),
        ("It asked Equality Florida.", [("Equality Florida", "organisation")]),
        ("It asked Pres. Silva.", [("Silva", "person")]),
        ("It asked UK Biobank.", [("UK Biobank", "organisation")]),
        ("It asked Quenna Now, Inc., of Spain.", [("Quenna Now", "organisation"),
                                                  ("Spain", "place")]),
        ("It asked Wahdan el-Sayyed there.", [("Wahdan el-Sayyed", "other")]),
    ],
)  # fmt: skip
def test_names_and_what_they_name(text, expected):
    assert names_in(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # Two things that a body deals in are one name.
        ("It asked the Food and Drug Administration about it.",
         [("Food and Drug Administration", "organisation")]),
        ("It asked the U.S. Fish and Wildlife Service about it.",
         [("U.S. Fish and Wildlife Service", "organisation")]),
        ("It asked Immigration and Customs Enforcement about it.",
         [("Immigration and Customs Enforcement", "organisation")]),
        ("It asked the Travel and Tourism Office about it.",
         [("Travel and Tourism Office", "organisation")]),
        # Traps: who stands before "and" is a person, a place, or a body of its own.
        ("It asked Silva and Drug Administration staff.",
         [("Silva", "person"), ("Drug Administration", "organisation")]),
        ("It asked Lisbon and Porto University about it.",
         [("Lisbon", "place"), ("Porto University", "organisation")]),
        # What looks like initials.
        ("It asked the U.S. Citizenship Council about it.",
         [("U.S. Citizenship Council", "organisation")]),
        ("It asked the W.H.O about it.", [("W.H. O", "organisation")]),
        ("It asked J.K. Rowntree about it.", [("J.K. Rowntree", "person")]),
        # Firms and places of business.
        ("It asked Santa Quenna Casino about it.", [("Santa Quenna Casino", "organisation")]),
        ("It asked Quenneby Medical about it.", [("Quenneby Medical", "organisation")]),
        ("It asked Quenneby Shipyards about it.", [("Quenneby Shipyards", "organisation")]),
        # Bodies that nothing but their fame tells.
        ("It asked Boko Haram about it.", [("Boko Haram", "organisation")]),
        ("It asked Eli Lilly about it.", [("Eli Lilly", "organisation")]),
        ("It asked Eli Quenneby about it.", [("Eli Quenneby", "person")]),
        ("It asked Al Jazeera about it.", [("Al Jazeera", "organisation")]),
        ("Senior Quenneby aide Ana Silva left.", [("Quenneby", "other"), ("Ana Silva", "person")]),
        ("Tesla asked for it.", [("Tesla", "organisation")]),
        # Traps: what is a last name too.
        ("It asked Samantha Power about it.", [("Samantha Power", "person")]),
        ("It asked Maria Mills about it.", [("Maria Mills", "person")]),
        # Places, and what bears their names.
        ("It asked Laguna Beach about it.", [("Laguna Beach", "place")]),
        ("It asked Quenneby County about it.", [("Quenneby County", "place")]),
        ("It asked North Carolina about it.", [("North Carolina", "place")]),
        ("It asked Khyber Pakhtunkhwa about it.", [("Khyber Pakhtunkhwa", "place")]),
        ("It asked Statistics Canada about it.", [("Statistics Canada", "organisation")]),
        ("It asked Ana Beach about it.", [("Ana Beach", "person")]),
        ("It asked Ana Jordan about it.", [("Ana Jordan", "person")]),
        ("It asked Quenneby General Hospital in Lisbon about it.",
         [("Quenneby General Hospital in Lisbon", "organisation")]),
        ("It asked General Quenneby about it.", [("Quenneby", "person")]),
        # A town and its state, before an office too.
        ("He lives in Springfield, Texas, today.", [("Springfield Texas", "place")]),
        ("He lives in Raleigh, North Carolina.", [("Raleigh North Carolina", "place")]),
        ("It asked Springfield, Texas, Mayor Ana Silva.", [("Ana Silva", "person")]),
        ("It asked Ana Silva, Texas governor.", [("Ana Silva", "person"), ("Texas", "place")]),
        ("It rained in Ohio, Texas and Maine.",
         [("Ohio", "place"), ("Texas", "place"), ("Maine", "place")]),
        ("Springfield, Texas, Mayor Ana Silva left.", [("Ana Silva", "person")]),
        ("In Turin, Virginia Raggi left.", [("Turin", "other"), ("Virginia Raggi", "other")]),
        ("Under Quenna, Florida Republicans left.",
         [("Quenna", "other"), ("Florida Republicans", "other")]),
        ("It rained in New York, Virginia and Ohio.",
         [("New York", "place"), ("Virginia", "place"), ("Ohio", "place")]),
        ("It asked Zorbla Quenna, New York Times bureau chief.",
         [("Zorbla Quenna", "other"), ("New York Times", "organisation")]),
        ("It asked Zorbla Jordan about it.", [("Zorbla Jordan", "other")]),
        ("It asked Mr Power about it.", [("Power", "person")]),
        # An office, its bracket and a name.
        ("It asked Superintendent of Police (SP) Md Rafiqul Islam.",
         [("Police", "organisation"), ("Md Rafiqul Islam", "person")]),
        ("Director Ana Silva, who clerked for Justice Rui Lopez, left.",
         [("Ana Silva", "person"), ("Rui Lopez", "person")]),
        ("Inspector (Investigation) Mahfuz Alam left.",
         [("Investigation", "organisation"), ("Mahfuz Alam", "person")]),
        # Headlines with a capital for each word.
        ("Ana Silva Says Prices Fell", [("Ana Silva", "person"), ("Prices Fell", "other")]),
        ("They met Edward Said there.", [("Edward Said", "person")]),
        ("Ana Silva Calls For The End", [("Ana Silva", "person"), ("Calls For The End", "other")]),
        ("Ana Silva Should Not Be There", [("Ana Silva", "person")]),
        # Verbs that open a sentence are no part of a name.
        ("Remember Ana Silva?", [("Ana Silva", "person")]),
        ("Meet Ana Silva, a baker.", [("Ana Silva", "person")]),
        # Titles end before a name, bodies before a person; a short Muhammad is part of it.
        ("Quenneby Institute Senior Fellow Ana Silva left.", [("Ana Silva", "person")]),
        ("Adviser Md Rui Hossain left.", [("Md Rui Hossain", "person")]),
        ("It rained. Md. Rui Hossain, a baker, left.", [("Md Rui Hossain", "person")]),
        ("It was Mr Silva of Annapolis, Md. Then it rained.",
         [("Silva", "person"), ("Annapolis", "other")]),
        ("It asked the head of Quenneby Tours and Travels S M Rahman.",
         [("Quenneby Tours", "organisation"), ("Travels", "organisation"),
          ("S M Rahman", "person")]),
        ("It asked the vice-chair of the Quenneby Harbour Board Ana Silva.",
         [("Quenneby Harbour Board", "organisation"), ("Ana Silva", "person")]),
        ("It asked the Deputy Foreign Minister of India S. Rahman.",
         [("Foreign Minister", "other"), ("India", "place"), ("S Rahman", "person")]),
        ("Secretary General of the Presidency Ana Silva left.",
         [("Presidency", "organisation"), ("Ana Silva", "person")]),
        ("Environment, Forest and Climate Change Minister Ana Silva left.",
         [("Ana Silva", "person")]),
        # "and" and "of" behind a person join nothing.
        ("It asked White House Press Secretary Ana Silva and Pentagon spokesman Rui Lopez.",
         [("Ana Silva", "person"), ("Pentagon", "other"), ("Rui Lopez", "person")]),
        ("Senate Leader Ana Silva of Quenna left.",
         [("Ana Silva", "person"), ("Quenna", "other")]),
        # A short form tells that "and" joins; trap: one of something else.
        ("It praised the Rail and Road Initiative (RRI) again.",
         [("Rail and Road Initiative", "organisation"), ("RRI", "organisation")]),
        ("It praised Quenna and Zorbla Town (XYZ) again.",
         [("Quenna", "other"), ("Zorbla Town", "other"), ("XYZ", "organisation")]),
        # Firms and what they make, shows named after people, bodies of several people.
        ("It tested the Quenna Corporation Sofia kit.",
         [("Quenna Corporation", "organisation"), ("Sofia", "person")]),
        ("It is General Motors-backed Quenna.", [("Quenna", "other")]),
        ("Quenna JV left.", [("Quenna JV", "organisation")]),
        ("It was on the Ana Silva Show.", [("Ana Silva Show", "organisation")]),
        ("It was the Ana Silva Health System.", [("Ana Silva Health System", "organisation")]),
        ("It was the Domestic Worker Employers' Association Bangladesh.",
         [("Domestic Worker Employers Association Bangladesh", "organisation")]),
        # A hyphen between blanks joins parts of a name; traps: dashes.
        ("President Ana Dankwa Akufo - Addo has left. Then Akufo - Addo said so.",
         [("Ana Dankwa Akufo Addo", "person"), ("Akufo Addo", "person")]),
        ("It asked Rui Al - Silva, a baker.", [("Rui Al Silva", "person")]),
        ("Attorney - General Ana Silva left.", [("Ana Silva", "person")]),
        ("LISBON - Ana Silva left.", [("LISBON", "place"), ("Ana Silva", "person")]),
        ("It was Ana Silva - Portlink.", [("Ana Silva", "person"), ("Portlink", "other")]),
        ("It was Ana Silva - Minister for now.", [("Ana Silva", "person")]),
        # What offices and bodies deal in; plural offices and genitives are no titles.
        ("Tourism and Sports Minister Ana Silva left.", [("Ana Silva", "person")]),
        ("It asked the Disaster Prevention and Mitigation Department.",
         [("Disaster Prevention and Mitigation Department", "organisation")]),
        ("It asked Quenna Partners and Zorbla about it.",
         [("Quenna Partners and Zorbla", "organisation")]),
        ("It was Women's Hospital then.", [("Women Hospital", "organisation")]),
        # What is said of a name behind a comma; where somebody is from.
        ("It asked Zorbla, a mother of two.", [("Zorbla", "person")]),
        ("It asked Jefferies, a stockbroking firm.", [("Jefferies", "organisation")]),
        ("It asked Zorbla, a bank manager from Leeds.", [("Zorbla", "person"), ("Leeds", "place")]),
        # Titles in capitals open a text; words of headlines are surnames where they speak.
        ("CEO and Chairman Ana Silva left.", [("Ana Silva", "person")]),
        ("It was too late, Brandon Knows said.", [("Brandon Knows", "person")]),
        ("Major General Mills left.", [("Mills", "person")]),
        ("It asked Quenna Inc CEO Ana Silva.", [("Ana Silva", "person")]),
        ("Bank J P Silva Chase left.", [("Bank J P Silva Chase", "organisation")]),
        ("It asked a teacher from Holguin.", [("Holguin", "place")]),
        ("It asked Zorbla, an immigrant held in Spain.", [("Zorbla", "person"),
                                                          ("Spain", "place")]),
        ("It asked Zorbla, the company that makes tyres.", [("Zorbla", "organisation")]),
        ("In Zorbla, the company that makes tyres left.", [("Zorbla", "other")]),
        ("It asked star Khoi Sai Marma.", [("Khoi Sai Marma", "person")]),
        # With a spouse or colleagues, and by what somebody does; traps: what bodies are called too.
        ("Quenneby and colleagues left.", [("Quenneby", "person")]),
        ("It asked Zorbla and his wife.", [("Zorbla", "person")]),
        ("It asked Zorbla and its staff.", [("Zorbla", "other")]),
        ("Nujood, a teacher at the school, left.", [("Nujood", "person")]),
        ("It asked Zorbla, a pioneer in tyres.", [("Zorbla", "other")]),
        ("DR Congo and Lao PDR left.", [("DR Congo", "place"), ("Lao PDR", "place")]),
        ("It asked Dr Silva.", [("Silva", "person")]),
    ],
)  # fmt: skip
def test_what_words_tell_of_a_name(text, expected):
    assert names_in(text) == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        # Firms by their first word; traps: persons of that name.
        ("They saw Barlow Partners. Barlow said he was glad.", "Barlow", "person"),
        ("They saw Barlow Industries. Later Barlow left.", "Barlow", "organisation"),
        ("They saw Ana Barlow of Barlow Industries. Later Barlow left.", "Barlow", "person"),
        ("They saw Ms Barlow of Barlow Industries. Later Barlow left.", "Barlow", "person"),
        # What the article says elsewhere settles it.
        ("They saw Keegan Medrow. Later Medrow left.", "Medrow", "person"),
        ("They saw Ana King. Later King left.", "King", "person"),
        ("They saw Mr Quenneby. Later Quenneby left.", "Quenneby", "person"),
        # A body is not a person because its last word stands alone.
        ("They heard Radio Ruritania. Later Ruritania won.", "Radio Ruritania", "organisation"),
        ("They read Full Measure News. The News sold.", "Full Measure News", "organisation"),
        # What speaks of "it" is no person, unless a short form is all there is.
        ("On Monday Palm Harbour said it would close.", "Palm Harbour", "organisation"),
        ("On Monday Palm Harbour said that its parks were shut.", "Palm Harbour", "organisation"),
        ("They saw Mr Quenneby. On Monday Quenneby said it rained.", "Quenneby", "person"),
        # Short forms that stand at heads of sentences alone.
        ("Zorbla Rahman Quenna left. Quenna wept.", "Quenna", "person"),
        ("Ana Quenna left. Quenna wept.", "Quenna", "person"),
        ("On Monday Ana Silva said it rained.", "Ana Silva", "person"),
        ("On Monday Democrats said he lied.", "Democrats", "other"),
    ],
)
def test_the_rest_of_the_article_settles_what_a_name_is(text, name, kind):
    kinds = {found for words, found in names_in(text) if words == name}
    assert kinds == {kind}


def test_an_office_is_no_name_where_nobody_bears_it():
    assert names_in("They saw Ana Lopez. Later King left.") == [("Ana Lopez", "person")]


def test_a_surname_stands_for_the_first_person_named_in_full_with_it():
    names = Names(Document(Article("Ana Silva and Maria Lopez met. Rui Silva came. Silva left.")))
    assert names.people["silva"] == ("Ana", "Silva")
    assert names.people["ana"] == ("Ana", "Silva")
    assert "carlos" not in names.people


def test_the_fullest_form_is_kept():
    names = Names(Document(Article("Khurram Dastgir Khan spoke. Mr Dastgir Khan left.")))
    assert names.people["khan"] == ("Khurram", "Dastgir", "Khan")
    assert names.people["dastgir"] == ("Khurram", "Dastgir", "Khan")


@pytest.mark.parametrize(
    ("words", "titles"),
    [
        ("foreign minister khurram khan", 2),
        ("secretary of state antony blinken", 3),
        ("lt-gen ( retd ) nasser janjua", 4),
        ("minister of state for energy ali khan", 5),
        ("superintendent of police zorbla quenneby", 3),
        # Traps: the body goes on, a country opens as a title does.
        ("director of health services department", 0),
        ("sri lanka tour operators", 0),
        ("khurram khan", 0),
        ("khan", 0),
        ("minister", 0),
    ],
)
def test_titles_before_a_name_are_counted(words, titles):
    assert strip_titles(words.split()) == titles


@pytest.mark.parametrize("text", ["", "word", "…", "Это не по-английски.", "Share Tweet Email"])
def test_texts_without_english_names_are_read(text):
    assert all(kind in {"other", "organisation", "person", "place"} for _, kind in names_in(text))


def test_names_are_found_by_token_titles_included():
    document = Document(Article("It was Prime Minister Ana Silva who left."))
    names = Names(document)
    place = document.norms.index("minister")
    assert names.at(place) is names.at(document.norms.index("silva"))
    assert names.at(0) is None
    assert [name.words for name in names.within(0, len(document))] == [("Ana", "Silva")]
    assert names.within(0, 2) == []


@pytest.mark.parametrize(
    ("section", "held", "barred"),
    [
        ("female", "fatima", "air"),
        ("female", "maria", "columbia"),
        ("male", "ahmed", "london"),
        ("given", "abubakar", "monday"),
        ("surname", "trump", "minister"),
        ("country", "pakistan", "smith"),
    ],
)
def test_the_lists_hold_names_and_no_common_words(section, held, barred):
    people = name_words("person") | name_words("surname")
    assert held in (people if section in {"given", "surname"} else name_words(section))
    assert barred not in name_words(section)


def test_no_word_is_in_two_lists_of_persons():
    lists = [name_words(name) for name in ("female", "male", "given", "surname")]
    assert sum(map(len, lists)) == len(frozenset().union(*lists))
    assert not any(word.endswith("'s") for words in lists for word in words)
