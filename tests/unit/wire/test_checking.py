"""The walk over what is sent: every limit declared beside a field is met, under the path the caller knows."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Annotated, Any, ClassVar, TypedDict

import pytest

from scurrypy.wire.checking import check, problems_of
from scurrypy.wire.errors import InvalidRequest, Problem
from scurrypy.wire.limits import Count, Length, Pattern, Range, Unique, out_of_order
from scurrypy.wire.model import DataModel
from scurrypy.wire.types import NULL
from scurrypy.wire.upload import Upload

Word = Annotated[str, Length(1, 3)]


class Leaf(DataModel):
    word: Word | None = None
    code: Annotated[int, Range(0, 9)] | Annotated[str, Length(0, 2)] | None = None
    free: str | None = None


class Picture(DataModel):
    may_be_text: ClassVar[bool] = True


class Tree(DataModel):
    _needed: ClassVar[tuple[str, ...]] = ("leaf",)

    leaf: Leaf | None = None
    leaves: Annotated[list[Leaf], Count(0, 3), Unique("word")] | None = None
    words: list[Word] | None = None
    by_locale: Annotated[dict[Annotated[str, Pattern("[a-z]*", "small letters")], Word], Count(0, 2)] | None = None
    anything: Any = None
    low: int | None = None
    high: int | None = None
    branches: "list[Tree] | None" = None
    file: Upload | str | None = None
    size: Annotated[int, Range(0, 9)] | None = None
    picture: Picture | None = None

    def _rules(self) -> Iterable[Problem]:
        return out_of_order("low", "high", self)


class Inner(TypedDict, total=False):
    word: Word | None


class Edit(TypedDict, total=False):
    word: Word | None
    trees: Annotated[Sequence[Tree], Count(1, 2)]
    inner: Inner


def found(value: object, kind: type[Any] | None = None) -> list[str]:
    return [str(problem) for problem in problems_of(value, kind)]


LEAF = Leaf("a")


@pytest.mark.parametrize(
    ("tree", "problem"),
    [
        (Tree(Leaf("long")), "leaf.word: 1-3 characters, got 4"),
        (Tree(Leaf("a", 10)), "leaf.code: 0-9, got 10"),
        (Tree(Leaf("a", "abc")), "leaf.code: at most 2 characters, got 3"),
        (Tree(), "leaf: it is needed, got None"),
        (Tree(LEAF, leaves=[Leaf("a"), Leaf("long")]), "leaves[1].word: 1-3 characters, got 4"),
        (Tree(LEAF, leaves=[Leaf()] * 4), "leaves: at most 3 entries, got 4"),
        (Tree(LEAF, leaves=[LEAF, LEAF]), "leaves[1].word: unlike any other word of the list, got 'a'"),
        (Tree(LEAF, words=["a", None, ""]), "words[2]: 1-3 characters, got 0"),
        (Tree(LEAF, by_locale={"de": "long"}), "by_locale.de: 1-3 characters, got 4"),
        (Tree(LEAF, by_locale={"DE": "a"}), "by_locale.DE: small letters, got 'DE'"),
        (Tree(LEAF, by_locale={"a": "a", "b": "b", "c": "c"}), "by_locale: at most 2 entries, got 3"),
        (Tree(LEAF, anything={"x": [Leaf("long")]}), "anything.x[0].word: 1-3 characters, got 4"),
        (Tree(LEAF, low=2, high=1), "low: at most high, which is 1, got 2"),
        (Tree(LEAF, branches=[Tree(LEAF), Tree(Leaf("long"))]), "branches[1].leaf.word: 1-3 characters, got 4"),
        (Tree({"word": "long"}), "leaf.word: 1-3 characters, got 4"),
        (Tree(LEAF, leaves=[{"word": "long"}]), "leaves[0].word: 1-3 characters, got 4"),
        (Tree(LEAF, file=Upload("", b"x")), "file.filename: 1-1024 characters, got 0"),
    ],
)
def test_a_problem_is_found_wherever_it_is(tree: Tree, problem: str):
    assert found(tree) == [problem]
    assert found([None, tree]) == [f"[1].{problem}"]
    assert found({"trees": [tree]}, Edit) == [f"trees[0].{problem}"]


@pytest.mark.parametrize(
    "tree",
    [
        Tree(LEAF, leaves=[], words=[], by_locale={}, anything=object(), branches=[], low=1, high=1),
        Tree(Leaf("abc", 9), leaves=[Leaf("a"), Leaf("b"), Leaf()], words=["a"] * 50, low=2, file="a path"),
        Tree(Leaf("abc", True, "x" * 9999), anything=[1, "x", None, {"word": "long"}], high=1),
        Tree(Leaf(5, 1.5), by_locale=["x"], low="x", high=0, size="7"),
        Tree(LEAF, leaves={Upload("a", b"b")}, words=("a", NULL), file=LEAF, picture="data:image/png;base64,"),
    ],
)
def test_what_no_limit_speaks_of_is_left_alone(tree: Tree):
    assert found(tree) == []


@pytest.mark.parametrize(
    ("tree", "problem"),
    [
        (Tree("a"), "leaf: a Leaf, got 'str'"),
        (Tree([LEAF]), "leaf: a Leaf, got 'list'"),
        (Tree(LEAF, leaves=["a"]), "leaves[0]: a Leaf, got 'str'"),
        (Tree(LEAF, leaves=LEAF), "leaves: a list, as in […], got 'Leaf'"),
        (Tree(LEAF, leaves="no list"), "leaves: a list, as in […], got 'str'"),
        (Tree(LEAF, leaves={"word": "a"}), "leaves: a list, as in […], got 'dict'"),
        (Tree(LEAF, words=(word for word in "ab")), "words: a list, as in […], got 'generator'"),
        (Tree(LEAF, words=[LEAF]), "words[0]: text, got 'Leaf'"),
        (Tree(LEAF, size="#fff"), "size: a number, got 'str'"),
        (Tree(LEAF, size=timedelta(1)), "size: a number, got 'timedelta'"),
    ],
)
def test_what_can_never_be_meant_is_told_before_it_is_sent(tree: Tree, problem: str):
    assert found(tree) == [problem]
    assert found({"trees": [tree]}, Edit) == [f"trees[0].{problem}"]


def test_an_edit_is_held_to_the_limits_of_its_keys_and_none_clears():
    assert found({"word": None, "inner": {"word": None}, "unknown": "x" * 99}, Edit) == []
    assert found({"word": "long", "inner": {"word": ""}, "trees": []}, Edit) == [
        "word: 1-3 characters, got 4",
        "trees: 1-2 entries, got 0",
        "inner.word: 1-3 characters, got 0",
    ]


def test_the_error_tells_everything_that_is_wrong_and_its_attributes_the_first_of_it():
    with pytest.raises(InvalidRequest) as refused:
        check(Tree(Leaf("long"), low=2, high=1), path="tree")
    assert str(refused.value) == "tree.leaf.word: 1-3 characters, got 4\ntree.low: at most high, which is 1, got 2"
    assert (refused.value.field, refused.value.limit, refused.value.given) == ("tree.leaf.word", "1-3 characters", 4)
    assert [problem.field for problem in refused.value.problems] == ["tree.leaf.word", "tree.low"]


def test_the_text_of_the_error_stays_readable_and_its_problems_whole():
    with pytest.raises(InvalidRequest) as refused:
        check([Leaf("long")] * 12)
    assert len(refused.value.problems) == 12
    assert str(refused.value).splitlines()[9:] == ["[9].word: 1-3 characters, got 4", "… and 2 more"]


def test_characters_are_code_points_and_white_space_counts_unless_discord_trims_it():
    assert Length(1, 3).problem("🦊🦊🦊") is None
    assert Length(1, 3).problem(" a  ") == ("1-3 characters", 4)
    assert Length(1, 3, trimmed=True).problem(" a  ") is None
    assert Length(1, 3, trimmed=True).problem("  ") == ("1-3 characters", 0)
