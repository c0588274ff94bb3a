"""The tiny dataset folder of the tests of facts, here to be spoilt in every way."""

from facts.conftest import folder

__all__ = ["folder"]
