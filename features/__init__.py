"""The extractors, one module a family, each beside its lexicon or table."""
