"""Model cards: what an artefact is, how good it is, and what it must not be used for."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import version
from typing import TYPE_CHECKING

from credscore.additive import AdditiveModel
from credscore.artefacts import Manifest
from credscore.training.evaluation import Evaluation, Figures
from credscore.training.intervals import GROUP_SIZE, LEVEL

if TYPE_CHECKING:
    from credscore.training.checkability import ClaimFigures
    from credscore.training.mentions import MentionFigures
    from credscore.training.steps import StepFigures

__all__ = [
    "CARD_FILE",
    "article_card",
    "checkability_card",
    "claim_card",
    "library_versions",
    "mention_card",
    "step_card",
]

CARD_FILE = "MODEL_CARD.md"
_LIBRARIES = ("numpy", "scikit-learn", "scipy")
_SHOWN = 12

_NOT_FOR = """\
## What it must not be used for

- No verdict on truth: a well-sourced claim may be false, and a true one may have no source.
- Not for ranking people or outlets, for blocking or demoting articles without a person who reads
  them, or for any decision about somebody's work or standing.
- Not for texts other than English news articles, nor for texts under 40 words.
- A score is no better than what was found: read the claims and sources beside it.
"""

_GOLD_LABELS = (
    "Labels: by the project's annotation guide, given by language models that read sentence by",
    "sentence; the articles of dev.jsonl (62 with those held out for independent evaluation) in",
    "two passes with adjudication, the others in one pass. Two readers of one kind agree more than",
    "two people would. The texts remain their publishers' and are not shipped.",
)
# What teaches sources and claims comes from more articles than what teaches their support.
_WITH_FURTHER = (
    *_GOLD_LABELS,
    "It is learnt from further articles of other outlets as well, which were annotated for this",
    "project by the same guide, in one pass; their labels, places in the texts of the corpora, are",
    "in `credscore/training/further.jsonl.gz`.",
)


def library_versions() -> dict[str, str]:
    """Versions of the libraries that train."""
    return {name: version(name) for name in _LIBRARIES}


def article_card(
    manifest: Manifest,
    labels: str,
    licence: str,
    threshold: int,
    evaluation: Evaluation,
    model: AdditiveModel,
) -> str:
    """Write the card of an article model, in Markdown.

    Parameters
    ----------
    manifest : Manifest
        What the artefact is.
    labels, licence : str
        Who gave the ratings, and under which terms the texts stand.
    threshold : int
        The rating from which on an article counts as well supported.
    evaluation : Evaluation
        Its figures on outlets that were not trained on.
    model : AdditiveModel
        The model itself, for the measures that weigh most.

    Returns
    -------
    str
        Ends in a line break.
    """
    span = {s.name: float(s.contributions.max() - s.contributions.min()) for s in model.shapes}
    weighty = sorted(span, key=lambda name: (-span[name], name))[:_SHOWN]
    return "\n".join(
        (
            f"# {manifest.name}",
            "",
            "Scores a news article: the probability that a careful reviewer would judge its",
            f"claims well supported (a rating of {threshold} or more). An additive model of",
            f"{len(model.shapes)} measures of sourcing: each has a table in `model.json` that says",
            "what a value adds, in log-odds; nothing else is added but the intercept.",
            "",
            *_data_lines(manifest, evaluation, "articles"),
            "",
            f"Labels: {labels}",
            "",
            f"Licence: {licence}",
            "",
            *_figure_lines(evaluation, "articles"),
            f"The interval has a nominal coverage of {LEVEL:.0%}; it is of the rate of well",
            f"supported articles among {GROUP_SIZE} of one score. Made without the outlets of its",
            f"articles, it covers {evaluation.coverage:.1%} of such groups, at a mean width of",
            f"{evaluation.width:.3f}; both are means over four draws of the folds.",
            "",
            *_other_lines(evaluation),
            *_leak_lines(evaluation),
            *_length_lines(model),
            *_tried_lines(evaluation),
            "## Measures that weigh most",
            "",
            "| measure | lowest to highest contribution (log-odds) |",
            "|---|---|",
            *(f"| `{name}` | {span[name]:.2f} |" for name in weighty),
            "",
            "## Limits",
            "",
            "- Few of the training articles are from any one outlet, most are from the US: other",
            "  Englishes are scored less surely.",
            "- The measures come from extractors that err; what they miss lowers the score.",
            "- Opinion pieces are scored by what they offer for their claims of fact.",
            "- Measures move together: the table of one says what it adds beside the others, and",
            "  no cause.",
            "",
            _NOT_FOR,
        )
    )


def _other_lines(evaluation: Evaluation) -> list[str]:
    """How the model does on labels of another kind, which it was not trained on."""
    if evaluation.other is None:
        return []
    name, count, auc = evaluation.other
    return [
        f"Labels of another kind: on {name}, {count:,} articles, each scored by a model that saw",
        f"none of its outlet, the AUC is {auc:.3f}. The two kinds are never mixed in one score.",
        "",
    ]


def _leak_lines(evaluation: Evaluation) -> list[str]:
    """What a score must not be."""
    leaks = evaluation.leaks
    if leaks is None:
        return []
    return [
        "## Length and outlet",
        "",
        "Length alone tells whether a score is in the upper half with an AUC of",
        f"{leaks.length_auc:.3f} (chance: 0.5). Among articles of one label "
        f"({leaks.articles:,} of {leaks.outlets} outlets),",
        f"the outlet is guessed right for {leaks.by_measures:.1%} from all measures, for "
        f"{leaks.by_score:.1%} from the score",
        f"alone and for {leaks.by_chance:.1%} by always naming the largest.",
        "",
    ]


def _length_lines(model: AdditiveModel) -> list[str]:
    """The score's partial dependence on length: in an additive model, the table itself."""
    shape = next((shape for shape in model.shapes if shape.name == "word_count"), None)
    if shape is None:
        return []
    return [
        "What length adds, all else equal (flat beyond the ends):",
        "",
        "| words | log-odds |",
        "|---|---|",
        *(
            f"| {words:,.0f} | {added:+.2f} |"
            for words, added in zip(shape.knots.tolist(), shape.contributions.tolist(), strict=True)
        ),
        "",
    ]


def _tried_lines(evaluation: Evaluation) -> list[str]:
    """Other models on the same measures, and what each family of them is worth."""
    if not evaluation.tried:
        return []
    best = evaluation.rows[0]
    return [
        "## Models tried",
        "",
        "On the same measures and in the same folds; the scorecard is kept for what it explains.",
        "",
        "| | AUC | rank correlation with the label | Brier | calibration error |",
        "|---|---|---|---|---|",
        *(_figure_line(row) for row in (best, *evaluation.tried)),
        "",
        "What is lost without a family of measures (families share what they tell, so that the",
        "losses do not add up):",
        "",
        "| without | AUC | rank correlation |",
        "|---|---|---|",
        *(
            f"| {row.name} | {row.auc - best.auc:+.3f} | {row.spearman - best.spearman:+.3f} |"
            for row in evaluation.without
        ),
        "",
    ]


def _figure_line(row: Figures) -> str:
    return (
        f"| {row.name} | {row.auc:.3f} | {row.spearman:.3f} | {row.brier:.3f} "
        f"| {row.calibration_error:.3f} |"
    )


def claim_card(manifest: Manifest, articles: int, evaluation: Evaluation) -> str:
    """Write the card of the claim model, in Markdown; ends in a line break.

    Parameters
    ----------
    manifest : Manifest
        What the artefact is.
    articles : int
        How many articles the claims are from.
    evaluation : Evaluation
        Its figures on outlets that were not trained on.
    """
    return "\n".join(
        (
            f"# {manifest.name}",
            "",
            "Says of each claim of a news article how probably a careful reviewer would call",
            "its support adequate (a strength of 2 or 3 of the annotation guide). An additive",
            f"model of {len(manifest.features)} features: the support step, the claim's sources,",
            "its sentence and its neighbours; `model.json` says what each value adds, in log-odds.",
            "",
            *_data_lines(manifest, evaluation, f"claims of {articles} articles"),
            "",
            *_GOLD_LABELS,
            "",
            *_figure_lines(evaluation, "claims"),
            "",
            "## Limits",
            "",
            "- Claims that the extractors did not find are in neither training nor test.",
            "- The writer's own claims are hardest: whether one needs a source is a judgement.",
            "",
            _NOT_FOR,
        )
    )


def _further_lines(further: tuple[float, ...] | None, names: tuple[str, ...]) -> list[str]:
    """What the figures are on the articles that were only learnt from, out of fold as well."""
    if further is None:
        return []
    articles, *values = further
    told = ", ".join(f"{name} {value:.3f}" for name, value in zip(names, values, strict=True))
    return [
        f"On the {articles:,.0f} further articles, out of fold as well: {told}. Their outlets are",
        "more various, and few of the rules were written with their errors in view.",
        "",
    ]


def mention_card(manifest: Manifest, figures: MentionFigures, attributed: int) -> str:
    """Write the card of the mention model, in Markdown; ends in a line break.

    Parameters
    ----------
    manifest : Manifest
        What the artefact is.
    figures : MentionFigures
        Its figures on outlets that were not trained on.
    attributed : int
        Articles of PolNeAR that it learnt from too.
    """
    return "\n".join(
        (
            f"# {manifest.name}",
            "",
            "Tells mentions of sources from the other noun phrases that stand where a source may:",
            "a logistic model over named features; `weights.json` holds the weight of each, in",
            "log-odds.",
            "",
            "## Data",
            "",
            f"{figures.mentions:,} mentions in {figures.articles} articles, "
            f"{figures.outlets} outlets; beside them {attributed:,} articles of PolNeAR (Newell,",
            "Margolin, Ruths, LREC 2018; US political news of 2016; no licence stated; no text is",
            "shipped), whose sources follow another scheme and count for less.",
            f"Hash of the training data: `{manifest.training_data}`.",
            "",
            *_WITH_FURTHER,
            "",
            "## Figures on outlets not trained on",
            "",
            "Ten folds, no outlet on both sides; a mention is found where the overlap is half of",
            "both spans together. The threshold is of four draws of such folds: the lowest as good",
            "as the best.",
            "",
            "| | precision | recall | F1 |",
            "|---|---|---|---|",
            f"| credscore | {figures.precision:.3f} | {figures.recall:.3f} | {figures.f1:.3f} |",
            f"| every candidate | | | {figures.everything_f1:.3f} |",
            "",
            *_further_lines(figures.further, ("F1",)),
            "## Limits",
            "",
            "- What neither the tagger nor a rule proposes is not found.",
            "- Sources quoted inside a quotation, and tables and lists of forecasts, are often",
            "  missed.",
            "",
            _NOT_FOR,
        )
    )


def checkability_card(manifest: Manifest, figures: ClaimFigures) -> str:
    """Write the card of the checkability model, in Markdown; ends in a line break.

    Parameters
    ----------
    manifest : Manifest
        What the artefact is.
    figures : ClaimFigures
        Its figures on outlets that were not trained on.
    """
    return "\n".join(
        (
            f"# {manifest.name}",
            "",
            "Tells sentences of a news article that assert something checkable from the rest: a",
            "logistic model over named features; `weights.json` holds the weight of each, in",
            "log-odds.",
            "",
            *_sentence_lines(manifest, figures),
            "## Figures on outlets not trained on",
            "",
            "Ten folds, no outlet on both sides, over the sentences that credscore cuts.",
            "",
            "| | F1 |",
            "|---|---|",
            f"| claims | {figures.claim_f1:.3f} |",
            f"| claims, every sentence called one | {figures.everything_f1:.3f} |",
            "",
            *_further_lines(figures.further, ("F1 of claims",)),
            "## Limits",
            "",
            "- Opinion without the first person, and captions with a verb, are often taken for",
            "  claims.",
            "",
            _NOT_FOR,
        )
    )


def step_card(manifest: Manifest, figures: StepFigures) -> str:
    """Write the card of the step model, in Markdown; ends in a line break.

    Parameters
    ----------
    manifest : Manifest
        What the artefact is.
    figures : StepFigures
        Its figures on outlets that were not trained on, those of the rules beside them.
    """
    parts = [figures, figures.further] if figures.further else [figures]
    heads = ["F1", "F1 of the rules", "F1, further articles", "of the rules, further articles"]
    heads = heads[: 2 * len(parts)]

    def line(label: str, pairs: Iterable[tuple[float, float]]) -> str:
        cells = (f"{value:.3f}" for pair in pairs for value in pair)
        return "| " + " | ".join((label, *cells)) + " |"

    return "\n".join(
        (
            f"# {manifest.name}",
            "",
            "Weighs on which step of the ladder a claim stands: a linear model of eight classes",
            "over named features, the step that the rules give among them; `weights.json` holds",
            "the weight of each for each step, in log-odds. Who asked not to be named stays",
            "anonymous by the rules, and a step that needs a source is given only where one is",
            "mentioned.",
            "",
            *_sentence_lines(manifest, figures),
            "## Figures on outlets not trained on",
            "",
            "Ten folds, no outlet on both sides, over the sentences that credscore cuts; claims",
            "out of fold as well. The rules were written with errors of many of these articles in",
            "view, and do less well on others.",
            "",
            "| " + " | ".join(("", *heads)) + " |",
            "|---" * (len(heads) + 1) + "|",
            *(
                line(f"step: {step}", ((one.step_f1[step], one.ruled_f1[step]) for one in parts))
                for step in figures.step_f1
            ),
            line(
                "macro over the eight steps",
                ((one.macro_f1, one.ruled_macro_f1) for one in parts),
            ),
            line(
                "macro, every sentence on the most frequent step",
                ((one.majority_f1, one.majority_f1) for one in parts),
            ),
            line(
                "share of the claims found whose step is right",
                ((one.right, one.ruled_right) for one in parts),
            ),
            "",
            "## Limits",
            "",
            "- A source that the extractors miss makes a claim the writer's own.",
            "- Most errors are of sentences in the writer's voice after a study or a speaker:",
            "  whether they still tell of them.",
            "",
            _NOT_FOR,
        )
    )


def _sentence_lines(manifest: Manifest, figures: ClaimFigures | StepFigures) -> list[str]:
    """What a model of sentences was learnt from."""
    return [
        "## Data",
        "",
        f"{figures.sentences:,} sentences of {figures.articles} articles, "
        f"{figures.outlets} outlets.",
        f"Hash of the training data: `{manifest.training_data}`.",
        "",
        *_WITH_FURTHER,
        "",
    ]


def _data_lines(manifest: Manifest, evaluation: Evaluation, what: str) -> list[str]:
    libraries = ", ".join(f"{name} {number}" for name, number in manifest.libraries.items())
    return [
        "## Data",
        "",
        f"{evaluation.articles:,} {what}, {evaluation.outlets} outlets;",
        f"{evaluation.positive:.1%} reach the threshold.",
        f"Hash of the training data: `{manifest.training_data}`. Trained with {libraries}.",
    ]


def _figure_lines(evaluation: Evaluation, what: str) -> list[str]:
    return [
        "## Figures on outlets not trained on",
        "",
        "Ten folds, no outlet on both sides; the calibration is fitted on other outlets too.",
        "",
        "| | AUC | rank correlation with the label | Brier | calibration error |",
        "|---|---|---|---|---|",
        *map(_figure_line, evaluation.rows),
        "",
        f"| {what} | mean score | observed rate |",
        "|---|---|---|",
        *(f"| {count} | {score:.3f} | {rate:.3f} |" for count, score, rate in evaluation.table),
        "",
    ]
