"""Words that attribute."""

import pytest

from credscore.article import Article
from credscore.document import Document
from credscore.features.cues import is_according


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices fell, per the bank.", True),
        ("Prices fell, per Silva Bank.", True),
        ("Per police, nobody was hurt.", True),
        ("Emails that, per Silva, were sold, are back.", True),
        ("Prices (per a report by the bank) fell.", True),
        ("As per police, nobody was hurt.", True),
        ("Few would vote, per new polling.", True),
        ("He had 27 votes as per Peru's court.", True),
        # Traps: a rate; a rule that is followed; the word at the end.
        ("It costs nine dollars per head.", False),
        ("It costs nine dollars, per head.", False),
        ("It fell by nine per cent.", False),
        ("They were fined as per the rules.", False),
        ("It makes 20 miles per the hour.", False),
        ("How many per", False),
        ("The limit is two bags, per passenger, it said.", False),
        ("The cost is nine dollars, per mission, it said.", False),
    ],
)
def test_per_for_according_to(text, expected):
    document = Document(Article(text))
    (at,) = (place for place, norm in enumerate(document.norms) if norm == "per")
    assert is_according(document.norms, document.words, 0, at) is expected
