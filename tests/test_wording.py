"""What the measures come to, in words that an editor would write."""

import math

import pytest

from credscore.features.advice import FAMILIES
from credscore.features.measures import MEASURES
from credscore.wording import families_in_words

ZERO = {item.name: 0.0 for item in MEASURES}
NAN = math.nan
# "none of the claims" is right, "no of the claims" and "none of them" after none at all are not.
AWKWARD = (
    " no of",
    "and no that",
    ", none of them",
    "one of the identified ones",
    "  ",
    " ,",
    "nan",
)


@pytest.mark.parametrize(
    ("family", "values", "words"),
    [
        ("sources", {}, "no named person, organisation, document or outlet as a source"),
        ("sources", {"document_source_count": 1, "independent_source_count": 1},
         "one document as the only source"),
        ("sources", {"person_source_count": 2, "independent_source_count": 2},
         "two named people as sources, both independent of each other"),
        ("sources", {"person_source_count": 1, "organisation_source_count": 1,
                     "independent_source_count": 1},
         "one named person and one organisation as sources, none independent of the others"),
        ("sources", {"person_source_count": 12, "outlet_source_count": 1,
                     "document_source_count": 2, "independent_source_count": 9},
         "12 named people, two documents and one outlet as sources, nine of the 15 independent"),
        ("sources", {"person_source_count": 3, "independent_source_count": 3},
         "three named people as sources, all independent of each other"),
        ("naming", {"described_person_ratio": NAN}, "no anonymous or unnamed sources"),
        ("naming", {"person_source_count": 1},
         "no anonymous or unnamed sources; the named person is given without a role"),
        ("naming", {"anonymous_source_count": 1, "unnamed_source_count": 2,
                    "person_source_count": 4, "described_person_ratio": 0.75},
         "one anonymous source and two sources described but not named; 75% of the named people "
         "are given with a role"),
        ("support", {"identified_claim_ratio": NAN, "own_claim_ratio": NAN},
         "no claim that could be checked"),
        ("support", {"claim_count": 3, "own_claim_ratio": 1},
         "all claims rest on nobody but the writer"),
        ("support", {"claim_count": 9, "identified_claim_ratio": 0.667, "own_claim_ratio": 0.001},
         "67% of the claims rest on somebody or something identified, 1% on nobody but the writer"),
        ("spread", {"top_source_ratio": NAN, "several_sources_ratio": NAN},
         "no claim rests on a source"),
        ("spread", {"top_source_ratio": 1, "single_source_ratio": 1},
         "all sourced claims rest on one and the same source"),
        # Every claim rests on one of them and some on another too.
        ("spread", {"top_source_ratio": 1, "several_sources_ratio": 0.5},
         "all of the sourced claims rest on the most used source, 50% on more than one"),
        ("quotations", {"attributed_quotation_ratio": NAN}, "no full quotations"),
        ("quotations", {"quotation_rate": 0.04, "attributed_quotation_ratio": 0},
         "0.1 quotations in 1,000 words, none with a speaker"),
        ("outlets", {}, "no other outlets cited"),
        ("outlets", {"cited_outlet_count": 1}, "one other outlet cited"),
        ("hedging", {"hedged_claim_ratio": NAN},
         "none of the claims are hedged; no words such as “but” and “however”"),
        ("figures", {"numeric_claim_ratio": 0.5, "sourced_figure_ratio": 1},
         "50% of the claims hold a figure, all of these with a source; no day or month is named"),
        ("figures", {"date_rate": 2.5, "sourced_figure_ratio": NAN},
         "no claim holds a figure; 2.5 days and months named in 1,000 words"),
        ("voice", {}, "no “I”, “we” or “you”, no words that judge or cry out and no questions"),
        ("voice", {"first_person_rate": 20, "second_person_rate": 1.7, "question_ratio": 0.1},
         "21.7 words such as “I”, “we” and “you” in 1,000; 10% of the sentences ask; no words "
         "that judge or cry out"),
        ("voice", {"first_person_rate": 1, "sensation_rate": 2, "question_ratio": 0.1},
         "1.0 words such as “I”, “we” and “you” and 2.0 words that judge or cry out in 1,000; "
         "10% of the sentences ask"),
        ("health", {}, "nothing on cost, harm or alternatives"),
        ("health", {"cost_rate": 2, "harm_rate": 1},
         "2.0 words on cost and 1.0 words on harm in 1,000; nothing on alternatives"),
        ("length", {"word_count": 1234}, "1,234 words"),
        ("length", {"word_count": 1}, "one word"),
    ],
)  # fmt: skip
def test_values_are_said_in_words(family, values, words):
    assert families_in_words(ZERO | values)[family] == words


@pytest.mark.parametrize("value", [0.0, 1.0, 2.0, NAN])
def test_no_value_makes_bad_english(value):
    values = {
        item.name: min(value, 1.0) if item.unit == "ratio" else 0.0 if value != value else value
        for item in MEASURES
    }
    found = families_in_words(values)
    assert set(found) == set(FAMILIES)
    for words in found.values():
        assert not [part for part in AWKWARD if part in words], words
