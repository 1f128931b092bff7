"""What a sentence rests on, on sources and attributions marked by hand.

In the texts below `[words|type]` is a source, `[words|type@1.2]` one with the log-odds of its
mention, and what stands in braces is attributed to the source
that was marked last, or that follows where none was marked before; `{=...}` to nobody.
"""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import credscore
from credscore.article import Article
from credscore.document import Document
from credscore.extraction import extract
from credscore.features.attribution import find_attributions
from credscore.features.citations import find_citations
from credscore.features.hedging import find_hedges
from credscore.features.sources import find_sources
from credscore.features.support import gather_evidence, supports
from credscore.features.support_signs import find_signs
from credscore.findings import Attribution, Source, Span

MARK = re.compile(r"\[([^|\]]+)\|(\w+)(?:=(\w+))?(?:@(-?[\d.]+))?\]|\{(=?)([^{}]*)\}")


def marked(text):
    """A document with its sources and attributions, from marks in the text."""
    plain, sources, waiting, attributions = "", {}, [], []
    place, last = 0, None
    for match in MARK.finditer(text):
        plain += text[place : match.start()]
        place = match.end()
        start = len(plain)
        if match[1]:
            plain += match[1]
            key = match[3] or match[1]
            known = sources.setdefault(key, (match[1], match[2], [], []))
            known[2].append(Span(start, len(plain)))
            known[3].append(float(match[4] or 9))
            last = key
            attributions += [(key, span) for span in waiting]
            waiting = []
        else:
            plain += match[6]
            span = Span(start, len(plain))
            if match[5]:
                attributions.append((None, span))
            elif last is None:
                waiting.append(span)
            else:
                attributions.append((last, span))
        if "\n" in text[place : place + 2]:
            last = None
    plain += text[place:]
    ids = {key: f"s{number}" for number, key in enumerate(sources, start=1)}
    found = tuple(
        Source(ids[key], name, kind, tuple(spans), log_odds=tuple(odds))
        for key, (name, kind, spans, odds) in sources.items()
    )
    given_to = tuple(Attribution(None, None, (span,), ids.get(key)) for key, span in attributions)
    return Document(Article(plain)), found, given_to


def steps(text):
    document, sources, attributions = marked(text)
    evidence = gather_evidence(document, attributions, sources, (), ())
    return [rests.step for rests in supports(document, evidence, sources, find_signs(document))]


ONE = [
    ("[The accused|unnamed@0.6] denied {the charge}.", "unnamed"),
    ("[Ana Silva|person] said that {prices fell}.", "named"),
    ("[The ministry|organisation] said that {prices fell}.", "organisation"),
    ("[A study|document] found that {prices fell}.", "document"),
    ("[Dawn|outlet] reported that {prices fell}.", "outlet"),
    ("[One official|unnamed] said that {prices fell}.", "unnamed"),
    ("[Sources|anonymous] said that {prices fell}.", "anonymous"),
    ("[Critics|group] say that {prices fell}.", "vague"),
    ("Prices fell last year.", "own"),
    # Nobody in particular.
    ("Prices are believed to have fallen.", "vague"),
    ("It is reported that {=prices fell}.", "vague"),
    ("Prices reportedly fell.", "vague"),
    ("He is widely regarded as a fool.", "vague"),
    ("The port is said to be full.", "vague"),
    # Deeds make nobody a source, unless it is sure.
    ("[The Senate|organisation@0.4] passed {a bill on prices}.", "own"),
    ("[Ana Silva|person@0.4] left {=the} meeting.", "own"),
    ("[The Senate|organisation@1.4] passed {a bill on prices}.", "organisation"),
    ("[The Senate|organisation@0.4] has long denied {it}.", "organisation"),
    ("{Prices fell}, a survey by [the Senate|organisation@0.4].", "organisation"),
    ("[Ana Silva|person@0.4] left {the meeting}.", "named"),
    # What only looks like it.
    ("Prices were announced by the mayor.", "own"),
    ("He was told by his father to go.", "own"),
    ("The said port is full.", "own"),
    ("The report was read aloud.", "own"),
    ("“It is believed to be so,” ran the line.", "own"),
    # The outer of two.
    ("{[Ana Silva|person] wants {it} to end}, [the sources|anonymous] said.", "anonymous"),
    ("{[Ana Silva|person] has left}, according to [the ministry|organisation].", "organisation"),
    ("According to [two aides|unnamed], [Ana Silva|person] said {no} to the plan.", "unnamed"),
    ("{[The mayor|person] hid it}, said [one clerk|unnamed] on Monday.", "unnamed"),
    ("{[Ana Silva|person] has left}, per [the ministry|organisation].", "organisation"),
    # An outlet that relays.
    ("[The minister|person] said {fares would fall}, [Radio Pakistan|outlet] reported.", "named"),
    ("[One official|unnamed] said {fares would fall}, reported [Dawn|outlet].", "unnamed"),
    ("{Fares will fall}, [Radio Pakistan|outlet] reported.", "outlet"),
    ("{“No,”} [Ana Silva|person] said, according to [Dawn|outlet].", "named"),
    # Trap: who is only named in what it relays.
    ("{[Japanese regulators|organisation] could approve it}, [Dawn|outlet] reported.", "outlet"),
    # What follows a final "X said" may be long.
    (
        "{Prices fell}, [Ana Silva|person] said on Monday in a statement sent to all of the local "
        "papers.",
        "named",
    ),
    # The larger part, where none is outer.
    ("[Ana|person] called it {bad}; [the party|organisation] said {it would never agree to it}.",
     "organisation"),
    # What is said in a paper rests on it, not so what is said in a statement.
    ("In a letter to the board, [Ana Silva|person] said that {prices fell}.", "document"),
    ("[The bank|organisation] tweeted on Friday {that prices fell}.", "document"),
    ("[Ana Silva|person] said in a statement that {prices fell}.", "named"),
    ("[Ana Silva|person] read {that the letter in the drawer was old}.", "named"),
    ("The findings were published in the Annals of Trade.", "document"),
    # Trap: who speaks of a study that was published.
    ("[Ana Silva|person], whose study was published in the Annals, said {prices fell}.", "named"),
    ("[Ana Silva|person] sent a tweet that said {prices fell}.", "document"),
    ("In a string of late tweets, [Ana Silva|person] said {prices fell}.", "document"),
    ("[Ana Silva|person] tweets {that prices fell}.", "document"),
    # Traps: the post is only spoken of.
    ("[Ana Silva|person] said {nobody should see the tweet}.", "named"),
    ("Asked about Rui's tweets, [Ana Silva|person] said {prices fell}.", "named"),
    # Trap: nobody speaks in the letter.
    ("A stamp stuck in the letter.", "own"),
    # Nobody answered.
    ("[Ana Silva|person] has not commented on {the plan}.", "own"),
    ("[Ana Silva|person] said {the firm did not respond to her letters}.", "named"),
    ("[Ana Silva|person] said {she would not comment}.", "own"),
    ("[The ministry|organisation] declined to {comment on the plan}.", "own"),
    ("[Ana Silva|person] said {she would comment on Monday}.", "named"),
    ("{The port will not respond to threats}, said [Ana Silva|person].", "named"),
    # An outlet that relays words about somebody who is named in them.
    ("As [Dawn|outlet] noted, {it is the best there is because} [he|person] listens.", "outlet"),
    # Of whoever has no name it must be sure that they say it.
    ("[Two lawmakers|unnamed@1.2] foisted {several bills on him}.", "own"),
    ("[Two lawmakers|unnamed@1.8] said that {several bills were bad}.", "unnamed"),
    # What a sentence ends with in another verb; trap: no comma sets it off.
    ("{Water levels fell}, [the agency|organisation@0.7] found.", "organisation"),
    ("{Prices will fall}, [analysts|group@1.1] predict.", "vague"),
    ("A purse is what [the agency|organisation@0.2] found.", "own"),
    ("{Several bills were bad}, said [two lawmakers|unnamed@0.1].", "unnamed"),
    ("[Ana Silva|person@0.2] said that {several bills were bad}.", "named"),
    # Whoever is no person must have words in it.
    ("People who are asked by [pollsters|group] seldom vote.", "own"),
    ("[Ana Silva|person] spoke too.", "named"),
    ("[They|group] featured {the league's mascot}.", "own"),
    ("[Critics|group@0.9] say that {prices fell}.", "own"),
    ("[Critics|group@1.1] say that {prices fell}.", "vague"),
    # What somebody "reportedly" did nobody in particular says.
    ("[Ana Silva|person] has reportedly pressed {him to go}.", "vague"),
    ("[Ana Silva|person] also allegedly told {him to go}.", "vague"),
    ("[Ana Silva|person] is also said to want {it}.", "vague"),
    ("[The MPs|organisation] are accused of {taking bribes}.", "vague"),
    # Traps: the hearsay is in her words, or another's; by whom is told; her words are quoted; a
    # paper's words can be read.
    ("[Ana Silva|person] said he reportedly {wants to go}.", "named"),
    ("[Ana Silva|person] was accused by [Rui Lopez|person] of {theft}.", "named"),
    ("[Ana Silva|person] has said to {friends that prices fell}.", "named"),
    ("“{Prices fell},” [Ana Silva|person] reportedly said.", "named"),
    ("[A study|document] reportedly found that {prices fell}.", "document"),
    # Who asked not to be named is told by it alone.
    ("The man spoke on condition of anonymity.", "anonymous"),
    ("[Her friend|unnamed] declined to be named but {agreed}.", "anonymous"),
    ("Prices fell, according to a clerk who requested anonymity.", "anonymous"),
    (
        "[An official|anonymous] not authorised to speak to the press said that it rained.",
        "anonymous",
    ),
    ("It was reliably gathered that the men were armed.", "vague"),
    ("He gathered the men.", "own"),
    # Traps: no source; a name.
    ("The file was sent anonymously to the paper.", "own"),
    ("The law on background checks failed.", "own"),
    ("They hid behind a cloak of anonymity.", "own"),
    ("[Ana Silva|person] said {he asked not to be named}.", "named"),
    # However long what tells who said it.
    (
        "{[The party|organisation] sees {it} so}, said [the aide|anonymous], who was not free to "
        "speak of the plans of the party by name and who asked for it in writing.",
        "anonymous",
    ),
    # The writer's own words are nobody's.
    ("[I|self] think {so}.", "own"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "step"), ONE)
def test_one_sentence(text, step):
    assert steps(text) == [step]


SEVERAL = [
    # A sentence goes on the one before it in its paragraph.
    ("[Ana Silva|person] said that {prices fell}. They had been high.", ["named", "named"]),
    (
        "[Sources|anonymous] said that {he had left the city by car}. He took the money.",
        ["anonymous", "anonymous"],
    ),
    # It goes on for two of them, quoted words and papers for as long as the paragraph.
    ("[Ana Silva|person] said that {prices fell}. It rained. It rained. It rained.",
     ["named", "named", "named", "own"]),
    ("[Ana Silva|person] said: {“It fell.} {=It rained. It rained. It rained.}”", ["named"] * 4),
    ("[A poll|document] found that {prices fell}. It rained. It rained. It rained.",
     ["document"] * 4),
    # What is quoted from a post goes on being the post's, in its paragraph.
    ("“{It fell},” [Ana Silva|person] tweeted. “{=It rained. It snowed.}”", ["document"] * 3),
    ("“{It fell},” [Ana Silva|person] said. “{=It rained. It snowed.}”", ["named"] * 3),
    ("“{It fell},” [Ana Silva|person] tweeted.\n\n“{=It rained.}”", ["document", "named"]),
    # A study that is taken up is that study, whatever paper was named behind it.
    ("[A new study|document] found {it}. [A memo|document] said {so}. The new study was long.",
     ["document"] * 3),
    # Shares in a poll are the poll's.
    ("[A poll|document] shows that {it fell}. [Sixty percent|group@0.5] approve of it.",
     ["document"] * 2),
    ("It fell. [Sixty percent|group@0.5] approve of it.", ["own"] * 2),
    ("In a poll of farmers, [62%|group] said {it fell}.", ["document"]),
    # Not over a paragraph's end.
    ("[Ana Silva|person] said that {prices fell}.\n\nThey had been high.", ["named", "own"]),
    # Nor where it is unsure that the words before were hers, unless what follows is quoted.
    ("[Ana Silva|person@3.9] knows that {prices fell}. They had been high.", ["named", "own"]),
    ("[Ana Silva|person@4.1] knows that {prices fell}. They had been high.", ["named"] * 2),
    ("[Ana Silva|person@0.5] was {short}. “{=They had been high.}”", ["named"] * 2),
    # What stands before her words and is attributed to nobody is not hers, unless it is quoted.
    ("It rained. It snowed.\n\nSome {=might doubt} it. “{It is so},” [Ana Silva|person] said.",
     ["own"] * 3 + ["named"]),
    # Nor after a passing mention.
    ("[Ana Silva|person], whom many know, has {left} the city. Rain fell.", ["named", "own"]),
    # Quoted words without a speaker.
    ("{“A lot.} {It was bad,”} [Ana Silva|person] said.", ["named", "named"]),
    ("[Ana Silva|person] said: {“It was bad.}\n\n“{=Nobody came.}”", ["named", "named"]),
    ("“{=Nobody came at all.}”\n\nIt was late.", ["own", "own"]),
    ("[Ana Silva|person] left {it}.\n\nIt rained.\n\nIt rained.\n\nIt rained.\n\n“{=No one.}”",
     ["named", "own", "own", "own", "own"]),
    # What a colon announces is hers, to the paragraph's end; trap: a colon that announces nothing.
    ("[Ana Silva|person] was {blunt} and went on to say:\n\nIt rained. It rained. It rained. It "
     "rained.\n\nIt rained.", ["named"] * 5 + ["own"]),
    ("[Ana Silva|person] has {two homes}:\n\nOne is old. One is new.", ["named", "own", "own"]),
    # Traps: she denies it; the word is no verb.
    ("[Ana Silva|person] denied what {the firm said}:\n\nIt is old.", ["named", "own"]),
    ("[Ana Silva|person] put off {three questions}:\n\nIt is old.", ["named", "own"]),
    # A lead leaves the name to what follows it.
    ("{=Prices may fall}.\n\n[Ana Silva|person] said that {prices fell}.", ["named"] * 2),
    ("{Prices fell}, [two experts|unnamed] said.\n\n[Ana Silva|person] said {so}.", ["named"] * 2),
    # Trap: nothing in it is attributed; nobody with a name follows; sources keep their names back.
    ("Prices fell.\n\n[Ana Silva|person] said that {prices fell}.", ["own", "named"]),
    ("{Prices fell}, [one expert|unnamed] said.\n\n[The bank|organisation] said {so}.",
     ["unnamed", "organisation"]),
    ("[A neighbour|unnamed] said {it was locked}.\n\n[Ana Silva|person] said {so}.",
     ["unnamed", "named"]),
    # A lead that tells of what somebody is merely said to do is the writer's.
    ("The mayor faces {=calls to resign} over it.\n\n[Ana Silva|person] said {so}.",
     ["own", "named"]),
    ("{He left}, [sources close to him|unnamed] said.\n\n[Ana Silva|person] said {so}.",
     ["unnamed", "named"]),
    # What an outlet reported goes on for two sentences of its paragraph that name nobody.
    ("{Prices fell}, [Reuters|outlet] reported. They were high. Nobody came. It rained.",
     ["outlet", "outlet", "outlet", "own"]),
    ("{Prices fell}, [Reuters|outlet] reported.\n\nThey were high.", ["outlet", "own"]),
    # Traps: another source ends it; what a person said does not go on so.
    ("{Prices fell}, [Reuters|outlet] reported.\n\n[Ana Silva|person] said {so}.\n\nIt rained.",
     ["outlet", "named", "own"]),
    ("{Prices fell}, [Ana Silva|person] said.\n\nThey were high.", ["named", "own"]),
    # Trap: it is no lead.
    ("It rained. It snowed.\n\n{It hailed}, [one expert|unnamed] said.\n\n[Ana|person] said {so}.",
     ["own", "own", "unnamed", "named"]),
    # A study is told from over paragraphs.
    ("[A study|document] found that {prices fell}.\n\nIt looked at 20 towns.", ["document"] * 2),
    # All of a quotation rests on its paper; another quotation does not.
    ("{“It rained. It hailed,”} [Ana Silva|person] wrote on Facebook.", ["document", "document"]),
    ("[Ana Silva|person] tweeted: {“It rained. It hailed.”}", ["document", "document"]),
    ("[Ana Silva|person] tweeted {it}.\n\n{“It rained. It hailed,”} [Rui Lopez|person] said.",
     ["document", "named", "named"]),
    # Trap: no more is told from what holds somebody's words.
    ("[The statement|document] said {no}.\n\nIt looked at 20 towns.", ["document", "own"]),
    ("[A study|document@1.2] found {it}.\n\nIt looked at 20 towns.", ["document", "own"]),
    ("[A study|document] found {it}.\n\n[Ana Silva|person] said {no}.\n\nIt rained.",
     ["document", "named", "own"]),
    ("[A study|document] found {it}.\n\n[Ana Silva|person] said {no}.\n\nParticipants were old.",
     ["document", "named", "document"]),
    ("[A memo|document] says {no}.\n\n[Ana Silva|person] said {no}.\n\nThe memo is long.",
     ["document", "named", "document"]),
    ("[A memo|document] says {no}.\n\n[Ana Silva|person] said {no}.\n\nA memo is long.",
     ["document", "named", "own"]),
    # A share of people, and who was asked, answer a poll.
    ("[A poll|document] asked 900 people.\n\n[Some 40 percent of men|group] said {prices fell}.",
     ["document", "document"]),
    ("[22%|group] said {no}.\n\n[A poll|document] asked {them}.", ["document", "document"]),
    ("[A poll|document] asked 900.\n\n[Analysts surveyed by Dawn|unnamed] said {so}.",
     ["document", "document"]),
    ("[A poll|document] asked {them}.\n\n[Two-thirds of men|group] said {prices fell}.",
     ["document", "document"]),
    ("[A poll|document] asked {them}.\n\n[Nearly one in five men|group] said {so}.",
     ["document", "document"]),
    # Traps: no poll is named; no share.
    ("Rain fell.\n\n[Some 40 percent of men|group] said {prices fell}.", ["own", "vague"]),
    ("[A poll|document] asked 900.\n\n[Some men|group] said {so}.", ["document", "vague"]),
    # Shares behind those of a poll are of it, though a share of people was named between; traps:
    # no share, and a person between.
    ("[A poll|document] asked 900 people.\n\n[Most men|group] said {so}.\n\nOf women 12% did.",
     ["document", "vague", "document"]),
    ("[A poll|document] asked 900 people.\n\n[Most men|group] said {so}.\n\nSome women did.",
     ["document", "vague", "own"]),
    ("[A poll|document] asked 900 people.\n\n[Most men|group] said {so}.\n\nIt cost $40.",
     ["document", "vague", "own"]),
    ("[A poll|document] asked 900 people.\n\n[Rui Lopez|person] said {so}.\n\nOf women 12% did.",
     ["document", "named", "own"]),
    # Whoever made it speaks for it.
    ("[A study|document] found {it}.\n\n[The researchers|unnamed] said {more was needed}.",
     ["document", "document"]),
    ("[The researchers|unnamed] said {more was needed}.", ["unnamed"]),
    ("[Ana Silva|person] made {a study}. Her study was published in the Annals.",
     ["named", "document"]),
    ("A trial ended.\n\n[The researchers|unnamed] said {more was needed}.", ["own", "document"]),
    # What they did for it rests on it; trap: no study, and another subject.
    ("A trial ended last year in Lisbon.\n\n[Rui Lopez|person] said {no}.\n\nThe researchers "
     "followed 900 men.", ["own", "named", "document"]),
    ("[Rui Lopez|person] said {no}.\n\nThe researchers followed 900 men.", ["named", "own"]),
    ("A trial ended last year in Lisbon.\n\n[Rui Lopez|person] said {no}.\n\nThe police "
     "followed 9 men.", ["own", "named", "own"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_several_sentences(text, expected):
    assert steps(text) == expected


@pytest.mark.parametrize("text", ["", "Bridge", "Ein Satz über Preise.", "Share\nSubscribe\n"])
def test_without_sources_all_is_the_writers_own(text):
    assert set(steps(text)) <= {"own"}


def test_evidence_lies_in_its_sentence():
    document, sources, attributions = marked(
        "It rained. [Ana Silva|person] said that {prices fell. They had been high}."
    )
    first, second, third = gather_evidence(document, attributions, sources, (), ())
    assert (first.mentions, first.cover) == ([], {})
    assert second.mentions == ["s1"]
    assert second.cover == {"s1": len("prices fell.")}
    assert third.cover == {"s1": len("They had been high")}


@given(st.text(max_size=400))
def test_every_sentence_has_a_step(text):
    document = Document(Article(text))
    evidence = gather_evidence(document, (), (), (), ())
    assert len(supports(document, evidence, (), find_signs(document))) == len(document.sentences)


def test_a_spokesperson_without_a_name_speaks_for_the_body():
    text = (
        "A Quenneby Bank spokesman said that the branch would close in May. The mayor's spokesman "
        "said that the town was not asked. The old branch has stood in the square for forty years "
        "and is known for its clock, which was given by the owners of the mill."
    )
    report = credscore.score(text)
    assert [(source.type, source.speaks_for) for source in report.sources] == [
        ("unnamed", "Quenneby Bank"),
        ("unnamed", ""),
    ]
    assert [claim.support for claim in report.claims][:2] == ["organisation", "unnamed"]
    assert report.measures["anonymous_source_ratio"] == 0.5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norvex said it was sorry. “We got it wrong,” a spokeswoman said.", "organisation"),
        (
            "Kendal Council closed a park. Kendal Council said no. A council spokesman said yes.",
            "organisation",
        ),
        # Traps: a person's, and nobody's.
        ("Mayor Tom Reed said he was fine. A spokesman said he would return.", "unnamed"),
        ("Norvex said it was sorry. The mayor's spokesman said it was not.", "unnamed"),
        ("Norvex said it was sorry. A spokesman for the mayor said it was not.", "unnamed"),
        ("A council spokesman said the road was closed.", "unnamed"),
    ],
)
def test_a_spokesperson_speaks_for_the_body_that_spoke(text, expected):
    found = extract(Document(Article(text)))
    assert found.claims[-1].support == expected


def test_quoted_words_go_on_with_who_speaks_and_not_with_who_relays():
    text = "“We must act now,” Mayor Jane Cole said, Reuters reported. “It is not enough to talk.”"
    found = extract(Document(Article(text)))
    assert [claim.support for claim in found.claims] == ["named", "named"]


@pytest.mark.parametrize(
    ("text", "step", "mention"),
    [
        # Whoever gives a figure; traps: what is put elsewhere.
        ("Police put the number of protesters at 400.", "organisation", "Police"),
        ("The ministry had put the toll at 40.", "organisation", "The ministry"),
        ("The toll is disputed. Oxfam puts it at 2 million.", "organisation", "Oxfam"),
        ("Analysts at Nordbank put the rate at 5%.", "unnamed", "Analysts at Nordbank"),
        ("The ministry put a guard at 40 gates.", "own", ""),
        ("The army put its losses behind it.", "own", ""),
        # Where it was told.
        ("The court heard how they met.", "organisation", "The court"),
        ("The inquest heard that the boy had fallen.", "organisation", "The inquest"),
        ("The man was drunk, a court has heard.", "organisation", "a court"),
        ("The jury heard that the boy had fallen.", "vague", ""),
        ("The court heard oral arguments.", "own", ""),
        # Papers and pictures.
        ("The brochure said the hotel had a pool.", "document", "The brochure"),
        ("The lease says pets are banned.", "document", "The lease"),
        ("CCTV images show the man entering the shop.", "document", "CCTV images"),
        (
            "Photos posted on social media showed homes under water.",
            "document",
            "Photos posted on social media",
        ),
        ("The photo shows promise.", "own", ""),
        ("A file photo shows fans at the ground.", "own", ""),
        ("Video games show violence.", "own", ""),
        # Figures, where "show" may be taken for a noun.
        (
            "Figures from the Department for Education show pupils missed 11 million days.",
            "document",
            "Figures from the Department for Education",
        ),
        (
            "House sales fell last year, figures from the Land Registry show.",
            "document",
            "figures from the Land Registry",
        ),
        ("Tickets for the Thursday show sold out.", "own", ""),
        ("Figures from the Department of Trade show division were cut.", "own", ""),
        ("Text messages show Hunt asked for money.", "document", "Text messages"),
        ("Polls by YouGov show voters want change.", "document", "Polls by YouGov"),
        # A paper that an outlet, or whoever got it, has not written.
        (
            "A report seen by Reuters said inspectors found traces.",
            "document",
            "A report seen by Reuters",
        ),
        ("The memo, a copy of which was seen by Bloomberg, says so.", "document", "The memo"),
        (
            "Documents exclusively obtained by the BBC reveal that the fund was empty.",
            "document",
            "Documents exclusively obtained by the BBC",
        ),
        (
            "A statement made available to reporters in Abuja said the roads were closed.",
            "document",
            "A statement",
        ),
        ("A report by Reuters said the bank knew.", "outlet", "A report by Reuters"),
        (
            "It was alleged in the petition that the fund was empty.",
            "document",
            "the petition",
        ),
        ("It was alleged in court that he lied.", "vague", ""),
        ("The poll has Labour at 29%.", "document", "The poll"),
        (
            "An inquiry into the ferry disaster has found that the crew slept.",
            "document",
            "An inquiry into the ferry disaster",
        ),
        # People of whom a section speaks; trap: a section of a paper.
        ("A section of residents said the road was shut.", "vague", "A section of residents"),
        (
            "A section of the report said the dam was unsafe.",
            "document",
            "A section of the report",
        ),
        # What is always done in words, however unsure its source.
        ("The lobby has raised concern over the dam.", "organisation", "The lobby"),
        (
            "A senior officer privy to the talks said so.",
            "unnamed",
            "A senior officer privy to the talks",
        ),
        (
            "This was contained in a statement by the spokesman, Mr Rui Lopez.",
            "named",
            "the spokesman, Mr Rui Lopez",
        ),
        ("The oil was contained in a tank.", "own", ""),
        ("He made his fortune known.", "own", ""),
    ],
)
def test_what_a_sentence_rests_on_by_the_rules(text, step, mention):
    document = Document(Article(text))
    citations = find_citations(document)
    sources, attributions = find_sources(document, find_attributions(document), citations)
    hedges = find_hedges(document, attributions)
    evidence = gather_evidence(document, attributions, sources, hedges, citations)
    found = supports(document, evidence, sources, find_signs(document))
    mentions = [text[one.start : one.end] for source in sources for one in source.mentions]
    assert (found[-1].step, mentions) == (step, [mention] if mention else [])
