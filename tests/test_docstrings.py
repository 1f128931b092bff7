"""The examples in the docstrings give what they say."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import credscore
from credscore.errors import MissingDependencyError

MODULES = sorted(module.name for module in pkgutil.walk_packages(credscore.__path__, "credscore."))


def test_all_packages_are_walked():
    tops = {name.split(".")[1] for name in MODULES}
    assert {"document", "commands", "features", "readers", "rendering", "trained"} <= tops


@pytest.mark.parametrize("name", ["credscore", *MODULES])
def test_examples(name):
    try:
        module = import_module(name)
    except ModuleNotFoundError as error:
        # The tests do without what only the tagger's own training needs.
        if error.name not in {"gensim", "tokenizers", "torch", "transformers"}:
            raise
        pytest.skip(f"{error.name} is not installed")
    except MissingDependencyError as error:
        pytest.skip(str(error))
    result = doctest.testmod(module, optionflags=doctest.ELLIPSIS)
    assert result.failed == 0
