"""Derived facts: values computed from other facts by the formula that the dataset states.

A formula names its parents ``a``, ``b``, … in their order and uses ``+ - * /``, brackets and plain numbers: ``a - b``,
``a / (1 + b / 100)``. Nothing else is evaluated. Which derivations are sound is the dataset's decision, stated beside each; here
only the arithmetic is done, on base values, and nothing is rounded beyond the precision of ``Decimal``.
"""

from __future__ import annotations

import ast
import operator
from collections.abc import Callable, Mapping
from decimal import Decimal, DecimalException

_OPERATORS: dict[type[ast.operator], Callable[[Decimal, Decimal], Decimal]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
LETTERS = "abcdefgh"
"""What a formula calls the parents, in their order."""
LARGEST = 40
"""A value of more digits than this, before or after the point, is no figure of a report."""


def evaluate(formula: str, values: Mapping[str, Decimal]) -> Decimal:
    """The value of ``formula`` for the parents' base values; ``ValueError`` with a sentence where it cannot be computed.

    >>> evaluate("a - b", {"a": Decimal("2.8"), "b": Decimal("12.7")})
    Decimal('-9.9')
    """
    if len(formula) > 200:
        raise ValueError("the formula is longer than 200 characters")
    try:
        if "#" in formula:  # an id; Python would take the rest for a comment
            raise SyntaxError
        value = _value(ast.parse(formula, mode="eval").body, values)
    except (SyntaxError, DecimalException, ZeroDivisionError):
        value = Decimal("nan")
    if not value.is_finite() or (value and abs(value.adjusted()) > LARGEST):
        raise ValueError(f"the formula '{formula}' cannot be computed")
    return value


def _value(node: ast.expr, values: Mapping[str, Decimal]) -> Decimal:
    match node:
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return _OPERATORS[type(op)](_value(left, values), _value(right, values))
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return -_value(operand, values)
        case ast.Name(id=name) if name in values:
            return values[name]
        case ast.Constant(value=int() | float() as number) if not isinstance(number, bool):
            return Decimal(str(number))
    raise ValueError(f"'{ast.unparse(node)}' is not allowed in a formula; use a, b, … for the parents, numbers and + - * /")
