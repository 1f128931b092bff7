"""What each article model learns, and from whose labels."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from credscore.training.data import LabelledArticle, general_articles, health_articles
from credscore.training.labels import OwnLabels

__all__ = ["TASKS", "ArticleTask", "OtherLabels", "other_labels", "own_task"]

# Length has one term of its own, flat beyond its outer knots; a second measure of it would let a
# text that was cut short sink without bound.
_LENGTH_AGAIN = frozenset(("claim_count",))
# What health reporting is asked for; elsewhere they would tell the topic.
_HEALTH_ALONE = frozenset(
    (
        *("alternative_rate", "availability_rate", "cost_rate", "guidance_rate", "harm_rate"),
        *("price_rate", "trial_rate"),
    )
)
# How an article attributes, and what it names that can be looked up, tells reviewers of health news
# nothing that the others do not.
_NOT_OF_HEALTH = frozenset(
    (
        *("carrying_source_count", "checkable_own_ratio", "circumstance_rate"),
        *("different_cue_ratio", "direct_attribution_ratio", "loaded_cue_ratio"),
        *("neutral_cue_ratio", "record_rate"),
    )
)


@dataclass(frozen=True, slots=True)
class ArticleTask:
    """What an article model learns.

    Attributes
    ----------
    name : str
        Of the artefact, without version.
    read : callable
        Reads its labelled articles from the data folder.
    threshold : int
        The rating from which on an article counts as well supported.
    penalty : float
        See `BlendedClassifier`.
    length_penalty : float
        How little the log-odds shall have to do with length, see `AdditiveClassifier`.
    lines_share : float
        See `BlendedClassifier`.
    left_out : frozenset of str
        Measures that the model does not use.
    labels : str
        Who gave the ratings, for the model card.
    licence : str
        Under which terms the training texts stand, for the model card.
    """

    name: str
    read: Callable[[Path], list[LabelledArticle]]
    threshold: int
    penalty: float
    length_penalty: float
    lines_share: float
    left_out: frozenset[str]
    labels: str
    licence: str


@dataclass(frozen=True, slots=True)
class OtherLabels:
    """Articles with labels of another kind.

    Attributes
    ----------
    name : str
        What they are, for the model card.
    articles : sequence of LabelledArticle
        The articles.
    threshold : int
        The rating from which on an article counts as well supported.
    """

    name: str
    articles: Sequence[LabelledArticle]
    threshold: int


TASKS: Mapping[str, ArticleTask] = {
    "general": ArticleTask(
        "general",
        general_articles,
        threshold=3,
        penalty=4.0,
        length_penalty=0.0,
        lines_share=0.75,
        left_out=_LENGTH_AGAIN | _HEALTH_ALONE,
        labels=(
            "Ratings of 0 to 4 by the project's annotation guide, given by language models that "
            "read each article. The articles of dev.jsonl (62 with those held out for independent "
            "evaluation) were annotated in two passes and adjudicated, the others in one pass. Two "
            "readers of one kind agree more than two people would. What they noted beside the "
            "rating is learnt with it, at half its weight: whether two independent sources speak "
            "to the main claim, whether the other side is heard, whether most sources are in a "
            "position to know."
        ),
        licence=(
            "The texts remain the copyright of their publishers; for several of the collections "
            "they come from no licence is stated, and one is CC BY-NC-SA 4.0. No text is shipped: "
            "the model holds sums over counts, no words."
        ),
    ),
    "health": ArticleTask(
        "health",
        health_articles,
        threshold=3,
        penalty=10.0,
        # Without it length alone tells the upper half of the scores with an AUC over 0.8.
        length_penalty=0.13,
        lines_share=0.5,
        left_out=_LENGTH_AGAIN | _NOT_OF_HEALTH,
        labels=(
            "Ratings of 0 to 5 stars by the reviewers of HealthNewsReview.org, human experts in "
            "journalism, medicine and health services research. They judge health reporting as a "
            "whole, of which sourcing is a part."
        ),
        licence=(
            "The texts remain the copyright of their publishers and the reviews are "
            "HealthNewsReview.org's; no licence is stated by the repositories they come from. No "
            "text is shipped: the model holds sums over counts, no words."
        ),
    ),
}


def other_labels(name: str, folder: Path) -> OtherLabels:
    """The articles of the other shipped model: health's for general, and the reverse.

    Raises
    ------
    LabelsError
        If they are missing.
    """
    other = TASKS["health" if name == "general" else "general"]
    told = {
        "general": "ratings by the annotation guide",
        "health": "experts' reviews of health news",
    }
    return OtherLabels(told[other.name], other.read(folder), other.threshold)


def own_task(name: str, labels: OwnLabels) -> ArticleTask:
    """What a model learns from one's own labels."""
    groups = (
        f"As {labels.ungrouped}, each article is its own group, so that the figures say nothing "
        "sure about outlets that the model has not seen."
        if labels.ungrouped
        else "Publishers are known, and none is on both sides of a fold."
    )
    return ArticleTask(
        name,
        lambda _: labels.articles,
        labels.threshold,
        penalty=4.0,
        length_penalty=0.0,
        lines_share=0.5,
        left_out=_LENGTH_AGAIN,
        labels=f"From a file of {labels.rows:,} rows given to `credscore train`. {groups}",
        licence="That of the labelled articles; no text is in the model.",
    )
