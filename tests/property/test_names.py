"""Laws of names: same_name is symmetric, keys do not depend on case."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from rashomon.algorithms.similarity import normalised, skeleton, sound
from rashomon.link.actors import canonical, name_key, same_name

_VOCABULARY = (
    "Anna Petrova Sergei Сергей Собянин Sobyanin Verhovo Plant завод SBU (SBU) GUR Radio"
    " Refinery Governor V. Kremny EL Ministry of Ukraine Defence Corvian CLA oil"
)
WORDS = st.sampled_from(_VOCABULARY.split())
NAMES = st.lists(WORDS, min_size=1, max_size=5).map(" ".join) | st.text(max_size=20)


@given(NAMES, NAMES)
def test_sameness_is_symmetric(left: str, right: str) -> None:
    """It does not matter which of two names is asked about."""
    assert same_name(left, right) == same_name(right, left)


@given(NAMES)
def test_every_name_is_its_own(name: str) -> None:
    """Sameness is reflexive."""
    assert same_name(name, name)


@given(NAMES)
def test_normalising_twice_changes_nothing(name: str) -> None:
    """The normal form is normal."""
    assert normalised(normalised(name)) == normalised(name)


@given(st.text(alphabet="abcdefghijklmnopqrstuvwxyz ", max_size=15))
def test_the_skeleton_does_not_depend_on_case(name: str) -> None:
    """Headlines in capitals meet the text."""
    assert skeleton(name.upper()) == skeleton(name)
    assert sound(name.upper()) == sound(name)


@given(st.lists(NAMES.filter(str.strip), min_size=1, max_size=5))
def test_the_shown_name_is_one_of_the_given(names: list[str]) -> None:
    """Nothing is made up, and order does not matter."""
    assert canonical(names) in {n.strip() for n in names}
    assert canonical(names) == canonical(list(reversed(names)))


@given(NAMES)
def test_a_key_is_stable(name: str) -> None:
    """The same name has the same key."""
    assert name_key(name) == name_key(name)
