"""Two classes of our own, declared as the records are."""

from collections.abc import Sequence
from typing import Annotated, Any, ClassVar, Literal

import attrs

from careertrack.record import Part
from careertrack.shapes import Many, Number, Ref, Text


@attrs.frozen(kw_only=True, repr=False)
class Step(Part):
    """One step of a walk.

    More of it.
    """

    to: Annotated[str, Ref("town")]
    miles: Annotated[float, Number(0, 100)] = 1.0


@attrs.frozen(kw_only=True, repr=False)
class Walk(Part):
    """A walk."""

    any_of: ClassVar = ("first", "via", "mood")

    name: Annotated[str, Text(10, personal=True)]
    steps: Sequence[Step] = ()
    first: Step | None = None
    via: Annotated[str, Ref("town")] | None = None
    past: Annotated[tuple[str, ...], Many(Ref("town"))] = ()
    mood: Literal["sunny", "grim"] | None = None
    pace: Literal["slow", "fast"] | None = "fast"
    done: bool = False

    def rules(self) -> Any:
        if self.done and not self.steps:
            yield "steps", "given, since {at}.done is true"
        if self.name == "nowhere":
            yield "name", "a place"


HOME = Walk(
    name="home",
    steps=[Step(to="york"), Step(to="leeds")],
    first=Step(to="bath"),
    via="york",
    past=["hull", "york"],
)
