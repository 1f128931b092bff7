import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.deeds import tells_deed
from credscore.features.sources import find_sources


@pytest.mark.parametrize(
    ("text", "verb", "deed"),
    [
        ("neighbours called police .", "called", True),
        ("she called 999 and ran", "called", True),
        ("they called the fire department for help", "called", True),
        ("he called him back to Italy", "called", True),
        ("they argued over money .", "argued", True),
        ("he argued with his wife .", "argued", True),
        ("the pair argued for hours", "argued", True),
        ("the union called a strike .", "called", True),
        ("they asked for help", "asked", False),
        ("he said they had asked for money", "asked", True),
        ("a student said the gunman shouted .", "shouted", True),
        ("the senate approved the sale", "approved", True),
        ("the senate passed the bill", "passed", True),
        ("some 60 % of voters backed the plan", "backed", True),
        ("she is expecting her first child", "expecting", True),
        ("she has claimed benefits since 2019", "claimed", True),
        ("no group has claimed responsibility", "claimed", True),
        ("the firm declined to meet them", "declined", True),
        ("the firm settled the lawsuit", "settled", True),
        ("the court sent back the case", "sent", True),
        ("neither ana nor rui responded to requests", "responded", True),
        ("the jury heard that he left", "heard", True),
        ("the court heard oral arguments", "heard", True),
        ("the court heard the case", "heard", True),
        ("the drug shows promise", "shows", True),
        ("jurors were told that he left", "told", True),
        ("they asked not to be named told us", "told", False),
        ("she casts her ballot at a school", "casts", True),
        ("he has not hesitated in pushing it", "hesitated", True),
        ("a judge denied bail to the men", "denied", True),
        ("the city denied the club a licence", "denied", True),
        ("the city denied their request for it", "denied", True),
        ("the senate confirmed the judge , 52 - 48", "confirmed", True),
        ("lawmakers confirmed the judge in a 52 - 48 vote", "confirmed", True),
        ("iran , denounced as a dictatorship , has freed them", "denounced", True),
        ("the governor signed a bill", "signed", True),
        ("the mayor wanted to ask why", "wanted", True),
        ("they asked 20 volunteers to drink it", "asked", True),
        # Nothing is said yet.
        ("he was expected to address them", "expected", True),
        ("he is likely to announce the plan", "announce", True),
        ("he will also announce the plan", "announce", True),
        # Traps: words are given to somebody all the same.
        ("she heard that it rained", "heard", False),
        ("the court heard how they met", "heard", False),
        ("it was late , a court has heard .", "heard", False),
        ("they were told by voters that it rained", "told", False),
        ("he called the police “ brutal ”", "called", False),
        ("they called for better services .", "called", False),
        ("the defence argued that he was framed", "argued", False),
        ("he argued with her that it rained", "argued", False),
        ("they argued for a retrial", "argued", False),
        ("he called the report a hoax", "called", False),
        ("“ get out , ” the gunman shouted .", "shouted", False),
        ("they approved of the sale", "approved", False),
        ("she has claimed that he hit her", "claimed", False),
        ("the group claimed responsibility", "claimed", False),
        ("the union sent the mayor a letter", "sent", False),
        ("ana responded to requests", "responded", False),
        ("the firm sued the city in may , alleging that it lied", "sued", False),
        ("the firm declined to comment but said it was late", "declined", False),
        ("the firm declined to comment , saying it was late", "declined", False),
        ("it casts doubt on the plan", "casts", False),
        ("he has not hesitated in saying so", "hesitated", False),
        ("the firm denied that it had paid for access", "denied", False),
        ("the firm denied any link to the gang", "denied", False),
        ("the firm denied blocking access", "denied", False),
        ("the senate confirmed that it would", "confirmed", False),
        ("the ministry confirmed the deaths", "confirmed", False),
        ("lawmakers confirmed the report on monday", "confirmed", False),
        ("iran , denounced by its neighbours", "denounced", False),
        ("the governor signed a letter", "signed", False),
        ("they asked the court to block it", "asked", False),
        ("it has risen due to concerns about it", "concerns", False),
        ("men were more likely to say so", "say", False),
        ("she will announce that it is over", "announce", False),
        ("the mayor did not deny it , simply noting that he left", "deny", False),
        # What was not said, of what somebody is accused; plans and firms' deeds.
        ("the firm did not say how many left", "say", True),
        ("the firm hasn't said whether it will", "said", True),
        ("the firm said it did not know how many left", "said", False),
        ("he could not say whether it was", "say", False),
        ("the firm did not say that it was", "say", False),
        ("he is accused of theft", "accused", True),
        ("he accused them of theft", "accused", False),
        ("he is accused of theft by the bank", "accused", False),
        ("he had planned an attack", "planned", True),
        ("he planned to leave", "planned", False),
        ("they gathered in the square", "gathered", True),
        ("we gathered that it rained", "gathered", False),
        ("the firm is recalling 125,000 cars", "recalling", True),
        ("she recalled that it rained", "recalled", False),
        ("employers added 177,000 jobs", "added", True),
        ("they added that it rained", "added", False),
        ("he threatened her with a knife", "threatened", True),
        ("he threatened to sue", "threatened", False),
        ("he called once from lima", "called", True),
        ("despite calls from experts", "calls", False),
        ("", "", False),
    ],
)
def test_a_verb_tells_a_deed_by_what_stands_behind_it(text, verb, deed):
    norms = text.split()
    if verb:
        assert tells_deed(norms, norms.index(verb)) is deed


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Residents called the fire department.", 0),
        ("The couple argued over money.", 0),
        ("Managers ignored three warnings.", 0),
        ("Minister Samuel Orwa, who has been in Rome, was expected to address the meeting.", 0),
        ("Trade minister Samuel Orwa is likely to announce the plan today.", 0),
        ("Minister Samuel Orwa, who has been in Rome, addressed them and said talks go on.", 1),
        ("Iowa Gov. Kim Reddick (R) signed a bill ratifying one of the strictest laws.", 0),
        ("Mr. Harker's campaign scheduled a press conference to discuss the donations.", 0),
        ("President Jane Holt has not vetoed the bill yet; she has until Friday to do so.", 0),
        ("Even Iran, denounced as a brutal dictatorship, has released 54,000 inmates.", 0),
        ("Residents were told by the mayor to leave.", 1),
        ("The council approved the plan on Monday.", 0),
        ("The New York Times sued the firm.", 0),
        ("Neither Adamu Garba nor Chidi Nwosu responded to requests for comment.", 0),
        ("Ruiz called the suit “baseless.”", 1),
        ("The firm sued the city on Tuesday, alleging that it had lied.", 1),
        ("Google declined to comment, saying the matter was in court.", 1),
        ("Her husband, Peter Webb, said they had asked for repairs twice.", 1),
        ("Police said the suspect argued that he was framed.", 2),
    ],
)
def test_who_does_something_is_no_source(text, count):
    document = Document(Article(text))
    attributions = find_attributions(document)
    sources, _ = find_sources(document, attributions, find_citations(document))
    assert len(sources) == count
