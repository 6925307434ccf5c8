"""One id for one project, however the document writes its name.

`安全生产专项经费项目` and `安全生产专项经费` are one project; `安全生产专项资金` is another one, as
printed: where the document itself confuses two names, the doubt is left to the checks.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from publish.documents import figures, passages

if TYPE_CHECKING:
    from collections.abc import Iterable

    from publish.importing.drafts import Draft

_AROUND = re.compile(
    r"^项目[一二三四五六七八九十\d]+[:、]"  # 项目一:安全生产专项资金
    r"|^[0-9A-Z]{10,}[-—]"  # 51000022T000000123456-安全生产专项资金
    r"|^关于"
    r"|(?:\d{4}年度?)?(?:部门)?(?:项目)?(?:支出)?(?:绩效)?(?:自评价?|评价)?(?:综合)?报告$"
    rf"|{figures.NUMBER}{figures.UNIT}$"  # 安全生产专项资金300万元
    r"|项目$|[。:]$"
)


def plain(name: str) -> str:
    """Return a name for comparing: without 项目, its code, an amount, the words on a report."""
    text, before = passages.bare(name), ""
    while text != before:
        text, before = _AROUND.sub("", text), text
    return text


@dataclass(slots=True)
class Register:
    """The projects met so far, in the order of the document."""

    ids: dict[str, str] = field(default_factory=dict)

    def identify(self, name: str) -> str:
        """Return the id of a project; a new name gets the next one."""
        return self.ids.setdefault(plain(name), f"p{len(self.ids) + 1:02}")

    def another(self, name: str) -> str:
        """Return a new id for a project: what bears its name states something else."""
        identity = f"p{len(self.ids) + 1:02}"
        self.ids[f"{plain(name)}\n{identity}"] = identity
        return identity

    def known(self, name: str) -> str | None:
        """Return the id of a project that was met before, or None."""
        return self.ids.get(plain(name))

    def named(self, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
        """Return drafts with the id of the project that their `name` names."""
        return tuple(
            replace(
                draft,
                values={**draft.values, "project_id": self.identify(str(draft.values["name"]))},
            )
            for draft in drafts
        )
