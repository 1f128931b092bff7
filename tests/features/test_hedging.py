"""Hedges and boosters: what counts, what only looks like it, and whose commitment is limited."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.hedging import find_boosters, find_hedges
from credscore.features.hedging_candidate import SECTIONS
from credscore.features.hedging_context import TESTS
from credscore.findings import Attribution, Span


def document_of(text):
    return Document(Article(text))


def hedges_in(text):
    return [hedge.text for hedge in find_hedges(document_of(text), ())]


def span_of(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The bridge may close next week.", ["may"]),
        ("The deal might have been signed in the spring.", ["might"]),
        ("A strike could halt the trains.", ["could"]),
        ("The vote could well be delayed.", ["could well"]),
        ("The mayor, who could be replaced soon, declined to comment.", ["could"]),
        ("The driver reportedly fled.", ["reportedly"]),
        ("Perhaps the dam was never safe.", ["Perhaps"]),
        # A verb behind what is held.
        ("Growth will slow, the bank expects.", ["expects"]),
        ("He was on his way home, police believe.", ["believe"]),
        ("That is what voters expect.", []),
        ("The team won three cups, the club believes in him.", []),
        ("The baby is due, she expects nothing.", []),
        ("The figures would suggest so.", ["suggest"]),
        ("She would suggest a walk.", []),
        ("A likely cause is money.", ["likely"]),
        ("The probable cause was a fault.", ["probable"]),
        ("He was held with probable cause.", []),
        ("A deal worth a reported £40m was signed.", ["reported"]),
        ("She claimed, without evidence, that he lied.", ["claimed"]),
        # What a writer asks leave to recall.
        ("It may be recalled that he was freed.", []),
        ("It may be that he was freed.", ["may"]),
        ("The fire was probably an accident, possibly a prank.", ["probably", "possibly"]),
        ("The ruling is likely to be appealed.", ["likely"]),
        ("A second wave is unlikely.", ["unlikely"]),
        ("The letter appears to be genuine.", ["appears to"]),
        ("The tax did not seem to work.", ["seem to"]),
        ("It appears that nobody was told.", ["It appears"]),
        ("The figures suggest a slower year.", ["suggest"]),
        ("The gunman is believed to be abroad.", ["believed to"]),
        ("The painting is widely thought to date from 1650.", ["thought to"]),
        ("He is said to own three boats.", ["said to"]),
        ("It is feared that the stores are empty.", ["feared"]),
        ("The site is seen as a risk.", ["seen as"]),
        ("The alleged thief was released.", ["alleged"]),
        ("Police named a possible motive.", ["possible"]),
        ("It is possible that rain delayed them.", ["possible"]),
        ("Engineers listed the potential causes.", ["potential"]),
        ("She denied allegations that she was paid.", ["allegations"]),
        ("The study hints at a link.", ["hints at"]),
        ("The anticipated vote is close.", ["anticipated"]),
        ("An anticipated 5,000 people will march.", ["anticipated"]),
        ("A suggested cause is a leak.", ["suggested"]),
        ("He was held on suspicion of fraud.", ["suspicion"]),
        ("There was speculation about a sale.", ["speculation"]),
        ("It is unclear whether the pilot survived.", ["unclear"]),
        ("The senator claimed that the vote was stolen.", ["claimed"]),
        ("Detectives suspect arson.", ["suspect"]),
        ("She believes the mine will reopen.", ["believes"]),
        ("“I think prices will fall,” she said.", ["I think"]),
        ("“I don’t think he knew,” she said.", ["I don’t think"]),
        ("About 300 people marched.", ["About"]),
        ("The road cost roughly $4 million.", ["roughly"]),
        ("Nearly two-thirds of the crop failed.", ["Nearly"]),
        ("The repair took just under an hour.", ["just under"]),
        ("More than Rs 500 was taken.", ["More than"]),
        ("She taught for over ten years.", ["over"]),
        ("The storm hit an estimated 40 villages.", ["an estimated"]),
        ("It was sold at an estimated cost of $40.", ["an estimated"]),
        ("The estimated losses are high.", ["estimated"]),
        ("The town estimated that 40 farms flood.", ["estimated"]),
        ("Two apparent thieves fled.", ["apparent"]),
        ("They fled in apparent haste.", ["apparent"]),
        ("Dozens are feared trapped.", ["feared trapped"]),
        ("It is said that the house is haunted.", ["said that"]),
        ("She is tipped to win.", ["tipped to"]),
        ("At least 12 miners died.", ["At least"]),
        ("Up to 5,000 jobs will go.", ["Up to"]),
        ("Up to 7 percent of jobs will go.", ["Up to"]),
        ("It protects for up to four years.", ["up to"]),
        ("Fewer than 30 people came.", ["Fewer than"]),
        ("Nearly one in three women left.", ["Nearly"]),
        ("They set aside around SR 10 billion.", ["around"]),
        ("It is built about 40 times a year.", ["about"]),
        ("Apple's reported $3 billion offer fell.", ["reported"]),
        ("They waited a week or two.", ["or two"]),
        ("Two or three people came.", ["or three"]),
        ("It isn't clear how it began.", ["isn't clear"]),
        ("It wasn't immediately clear whether he knew.", ["wasn't immediately clear"]),
        ("They were tested as possible cures.", ["possible"]),
        ("They waited ten minutes or so.", ["or so"]),
        ("Sales are expected to rise.", ["expected to"]),
        ("The bank forecast that rents would fall.", ["forecast"]),
        ("If confirmed, the find is the oldest.", ["If confirmed"]),
        ("The rule does not necessarily apply here.", ["necessarily"]),
        ("It’s kind of quiet here.", ["kind of"]),
        ("Economists expect growth of 2%.", ["expect"]),
        ("The bank expects another cut in March.", ["expects"]),
        ("Analysts had expected a profit of $5m.", ["expected"]),
        ("Forecasters predict more rain.", ["predict"]),
        ("The IMF forecasts growth.", ["forecasts"]),
        ("The IMF projects growth of 2.1%.", ["projects"]),
        ("Rain is forecast for Saturday.", ["forecast"]),
        ("The ministry anticipates a shortfall.", ["anticipates"]),
        ("The ministry estimates the harvest at 3m tonnes.", ["estimates"]),
        ("Police estimated the crowd at 5,000.", ["estimated"]),
        ("Its projected losses are high.", ["projected"]),
        ("The dam may not hold.", ["may"]),
        ("Students may not be ready.", ["may"]),
        ("Firms may be fined.", ["may"]),
        ("At least one person was killed.", ["At least"]),
        ("Less than half of pupils failed.", ["Less than"]),
        ("As few as ten birds remain.", ["As few as"]),
        ("In excess of 500 people came.", ["In excess of"]),
        ("The road should reopen by noon.", ["should"]),
        ("Supplies should last until June.", ["should"]),
        ("The vote should take place within weeks.", ["should"]),
        ("Companies may hire fewer people this year.", ["may"]),
        ("The strike could be called off.", ["could"]),
        ("The effects could be felt for years.", ["could"]),
        ("The move could be seen as a threat.", ["could", "seen as"]),
        ("He will almost certainly lose.", ["almost certainly"]),
        ("Police asked about 40 witnesses what they saw.", ["about"]),
        ("Close to 500 people attended.", ["Close to"]),
        ("Likely causes include rust.", ["Likely"]),
        ("He walked over 200 metres to the shop.", ["over"]),
        ("There is a chance of snow.", ["a chance"]),
        ("She believed the gun was a toy.", ["believed"]),
        ("By some estimates, 4,000 people fled.", ["By some estimates"]),
        ("Growth is seen at 2%.", ["seen at"]),
        ("He said he thought Pakistan won.", ["thought"]),
        ("The film is about two hours long.", ["about"]),
        ("There is a 40% chance of rain.", ["chance"]),
        ("The finding could help doctors.", ["could"]),
        ("They test people who could unwittingly spread it.", ["could"]),
        ("Farmers expect it will rain.", ["expect"]),
        ("“I don’t know who won,” she said.", ["I don’t know"]),
        ("It is hard to imagine a quick end.", ["hard to imagine"]),
        ("He says it could help explain the rise.", ["could"]),
        ("The worst could be over.", ["could"]),
        ("The best player could return by May.", ["could"]),
        ("The possibility of a strike remains.", ["possibility"]),
        ("Word came of the possibility of a strike.", ["possibility"]),
        ("An unlikely event cannot be ruled out.", ["unlikely"]),
        ("It happened on or about March 18.", ["about"]),
        ("The deal cost north of $40 million.", ["north of"]),
        ("At least half agree.", ["At least"]),
        ("The tunnel should be open within two weeks.", ["should"]),
        ("They were anticipating a rise in prices.", ["anticipating"]),
        ("Economists predicted that prices would fall.", ["predicted"]),
        ("The model predicted 80 deaths.", ["predicted"]),
        ("The results suggested a link.", ["suggested"]),
        ("Aides claim to know nothing.", ["claim"]),
        ("The hearing took about two hours.", ["about"]),
        ("There the rate could be as low as 60 percent.", ["could"]),
        ("It is a step that could help women live.", ["could"]),
        ("The city could see heavy losses.", ["could"]),
        ("We could be years away from a cure.", ["could"]),
        ("A test that could find cancer early is sold.", ["could"]),
        ("It fell by around one percentage point.", ["around"]),
        ("Some two-thirds agreed.", ["Some"]),
        ("The odds are approximately one in a billion.", ["approximately"]),
        ("It has potential to cure flu.", ["potential"]),
        ("The dose is estimated to be low.", ["estimated to"]),
        ("The findings suggest walking helps the heart.", ["suggest"]),
        ("All of these effects could be good.", ["could"]),
        ("All this could be over soon.", ["could"]),
    ],
)
def test_hedges(text, expected):
    assert hedges_in(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The talks ended on 4 May in Geneva.",
        "Theresa May met reporters.",
        "Visitors may enter by the north gate.",
        "This material may not be republished.",
        "The parade showed the country's military might.",
        "They pushed with the might of an army.",
        "She could not open the door.",
        "We could hear shots.",
        "He saved so that his son could study.",
        "Could the plan fail?",
        "They argued about two films.",
        "The magazine has a profile about 17-year-old Ana Silva.",
        "He ran faster than is humanly possible.",
        "The town estimated the losses.",
        "She said that the house is haunted.",
        "She asked about the budget.",
        "The clinic is around the corner.",
        "The pact was signed over the weekend.",
        "The fund will shrink over ten years.",
        "It was no more than 3 metres wide.",
        "Likely voters prefer the mayor.",
        "The singer appeared in court.",
        "He is due to appear before the judges.",
        "Call back as soon as possible.",
        "The loan made it possible to build.",
        "They used the smallest possible dose.",
        "The team has yet to reach its potential.",
        "The rebels claimed responsibility.",
        "The floods claimed 30 lives.",
        "Prices are fair, the shop claimed.",
        "He repeated the false allegations.",
        "She suggested meeting at noon.",
        "The maker's suggested price is high.",
        "It was at the centre of accusations that led to a trial.",
        "The guide suggests that patients should rest.",
        "“I believe in miracles,” he said.",
        "“I think about it daily,” he said.",
        "“We understand how it works,” he said.",
        "She never expected him.",
        "It is the most anticipated match of the year.",
        "The road is set to open.",
        "They trade and speculate on currencies.",
        "The officers had probable cause.",
        "He said to them that it was over.",
        "That kind of storm is rare.",
        "Tenants can pay up to $900.",
        "He must be at least 18.",
        "The report indicates a surplus.",
        "The police questioned the suspect.",
        "The plan is structured around 15 ideas.",
        "None of this is to suggest that it is late.",
        "She claimed the gold medal.",
        "Parties must win at least 5 percent of the vote.",
        "This act may be cited as the first.",
        "Cases fell in women over 21.",
        "The maker will ramp up to 2 million a month.",
        "Twice a year it releases forecasts.",
        "These forecasts cover the deficit.",
        "Ms Ruiz is expecting her second child.",
        "She expects him at noon.",
        "He did not know what to expect.",
        "Expect delays on the roads.",
        "The housing projects that were sold are old.",
        "Nobody can predict the result.",
        "Students may not use phones in class, the ministry said.",
        "Firms may hire up to 10 foreign workers.",
        "Only members may stay.",
        "The judge said the protesters may stay in the park.",
        "Unions may lawfully picket.",
        "At least the rain has stopped.",
        "He was more than happy.",
        "No less than nine men left.",
        "Those earning less than $75,000 will be paid.",
        "The government should resign.",
        "They should arrive by noon.",
        "Smoke could be seen for miles.",
        "Officers questioned him about 10 stolen cars.",
        "Dorothy Likely won the seat.",
        "He stood close to 500 people.",
        "He walked over 200 metres of broken glass.",
        "He missed a chance in the first half.",
        "A 100 percent chance of a cut was priced in.",
        "Mrs May said the deal was done.",
        "He believed in lower taxes.",
        "They were asked how well they thought it worked.",
        "The book is about two sisters.",
        "The horse jumped over 3 fences.",
        "He was seen at two bars.",
        "Avoid gatherings of more than ten people.",
        "Stay at least six feet away.",
        "The visa covers stays of up to 90 days.",
        "She could not help laughing.",
        "They asked how they could help the crew.",
        "“I don’t know how to swim,” she said.",
        "“I don’t know him,” she said.",
        "It was a list of those who could vote.",
        "It was the best result the team could have had.",
        "Nothing could hold them back that year.",
        "No one could stop him.",
        "Theirs was a sense of possibility.",
        "They made an unlikely pair.",
        "The bill passes if at least half agree.",
        "It failed to win at least one-eighth of the votes.",
        "The town lies north of 50 degrees latitude.",
        "The house is north of 42nd Street.",
        "The case should be resolved within the law.",
        "They are not what they claim to be.",
        "The dish is the town's claim to fame.",
        "Fans were anticipating the opener.",
        "He held a press conference about millions of dollars.",
        "The speech was about millions of lost jobs.",
        "The test wrongly predicts others.",
        "The score helps nurses predict who will fall.",
        "The model predicted 80 percent of the falls.",
        "Her doctors suggested a laser treatment.",
        "It was Dr. Cole who suggested citrate as a treatment.",
        "Patients were seen over a 14-week period.",
        "Women with one, two or three nodes were seen.",
        "She has more than you wouldn't believe.",
        "Moscow claims the island as its own.",
        "Efforts to appear to be fair failed.",
        "But none could win.",
        "She could see nothing.",
        "None of them could win.",
        "Each agent may use one car with prior approval.",
        "A cold wave is sweeping over three northern districts.",
        "He quit in a scandal over millions of fake accounts.",
        "It was seen in either two or three arteries.",
        "It is widely suggested as a remedy.",
        "I fear for our country.",
        "The age was estimated to within four years.",
        "The doctor suggests walking.",
        "All she could do was wait.",
        "She did all that could be done.",
        "The report suggests raising taxes.",
    ],
)
def test_traps(text):
    assert hedges_in(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Perhaps", ["Perhaps"]),
        ("may", ["may"]),
        ("about", []),
        ("Der Minister hat gestern mehrere neue Gesetze vorgestellt, sagte er.", []),
        ("La ministra presentó ayer tres leyes nuevas en la capital.", []),
        (
            "The dam may fail, engineers said.\n\nLeave a Reply\n\nYou might like these stories",
            ["may"],
        ),
    ],
)
def test_odd_texts(text, expected):
    assert hedges_in(text) == expected


def test_hedges_are_numbered_and_keep_their_place():
    text = "It may rain. Perhaps it will not; about 40 farms could flood."
    hedges = find_hedges(document_of(text), ())
    assert [hedge.id for hedge in hedges] == ["h1", "h2", "h3", "h4"]
    assert all(text[hedge.start : hedge.end] == hedge.text for hedge in hedges)
    assert [hedge.start for hedge in hedges] == sorted(hedge.start for hedge in hedges)


TEXT = (
    "Rain may fall. Mr Roy believes his aide said that pumps might fail. Mr Roy will perhaps quit."
)


@pytest.mark.parametrize(
    ("attributions", "expected"),
    [
        ([], ["writer", "writer", "writer", "writer"]),
        (
            [("believes", "his aide said that pumps might fail", "s1")],
            ["writer", "s1", "s1", "writer"],
        ),
        (
            [
                ("believes", "his aide said that pumps might fail", "s1"),
                ("said", "pumps might fail", "s2"),
            ],
            ["writer", "s1", "s2", "writer"],
        ),
        (
            [
                ("believes", "his aide said that pumps might fail", "s1"),
                ("said", "pumps might fail", None),
            ],
            ["writer", "s1", "s1", "writer"],
        ),
    ],
)
def test_holder_is_the_nearest_known_source(attributions, expected):
    found = [
        Attribution(None, span_of(TEXT, cue), (span_of(TEXT, content),), source_id)
        for cue, content, source_id in attributions
    ]
    hedges = find_hedges(document_of(TEXT), found)
    assert [hedge.text for hedge in hedges] == ["may", "believes", "might", "perhaps"]
    assert [hedge.holder for hedge in hedges] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("The road will clearly be late.", ["clearly"]),
        ("There is no doubt that he knew, and certainly she did.", ["no doubt", "certainly"]),
        ("The road may be late.", []),
        ("Of course\n\nLeave a Reply", []),
    ],
)
def test_boosters(text, expected):
    document = document_of(text)
    assert [text[slice(*span)] for span in find_boosters(document)] == expected


def test_lexicon_is_sorted_and_each_form_stands_once():
    entries = [entry for section in SECTIONS.values() for entry in section]
    assert len(entries) == len(set(entries))
    assert all(list(section) == sorted(section) for section in SECTIONS.values())
    assert set(TESTS) <= set(SECTIONS)


def test_time_grows_with_length_alone(growth):
    sentence = "It may rain, he said, and about 40 farms could perhaps flood. "

    def prepared(times):
        text = sentence * times
        attributions = [
            Attribution(None, None, (Span(place, len(text)),), "s1")
            for place in range(0, len(text), len(sentence))
        ]
        return document_of(text), attributions

    assert growth(lambda both: find_hedges(*both), prepared(250), prepared(2_000)) < 2
