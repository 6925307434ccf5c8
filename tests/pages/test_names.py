"""What rows are called on a page."""

from decimal import Decimal

from publish.pages import names


def test_a_key_has_its_usual_name() -> None:
    """A label cut out of a sentence is replaced by the name of the key."""
    row = {"key": "agency_operation", "scope": "all", "label": "市应急管理局机关运行经费支出"}
    assert names.named("key-figures", row)["label"] == "机关运行经费"


def test_the_money_stands_in_front_once() -> None:
    """A total of a fund says which; a name that says so itself does not say it twice."""
    total = {"key": "total_income", "scope": "fiscal_appropriation", "label": "收入总计"}
    own = {"key": "appropriation_income", "scope": "fiscal_appropriation", "label": "拨款"}
    assert [names.named("key-figures", row)["label"] for row in (total, own)] == [
        "财政拨款收入总计",
        "财政拨款收入",
    ]


def test_an_account_has_the_name_of_its_own_level() -> None:
    """An item is called by its item, a class by its class, anything else as printed."""
    path = {"label": "甲（类）乙（款）丙（项）", "class_name": "甲支出"}
    rows = [
        {**path, "group_name": "乙", "item_name": "丙"},
        {**path, "group_name": "乙", "item_name": None},
        {**path, "group_name": None, "item_name": None},
        {"label": "基本工资"},
    ]
    found = [names.named("expenditure-by-function", row)["label"] for row in rows]
    assert found == ["丙", "乙", "甲支出", "基本工资"]


def test_a_reception_is_called_by_its_purpose() -> None:
    """Itemised receptions have no label."""
    assert names.named("receptions", {"purpose": "调研"})["label"] == "调研"


def test_rows_follow_the_keys_of_the_table() -> None:
    """What belongs to a row stands below it, whatever order the document has; accounts stay."""
    rows = [{"key": key} for key in ("reception", "vehicle_purchase", "total", "vehicles")]
    assert [row["key"] for row in names.ordered("three-public", rows)] == [
        "total",
        "vehicles",
        "vehicle_purchase",
        "reception",
    ]
    accounts = [{"label": label} for label in ("奖金", "基本工资")]
    assert list(names.ordered("basic-expenditure", accounts)) == accounts


def test_the_main_amount_is_the_final_account() -> None:
    """A row with budget and final account is about the final account."""
    amount = Decimal("3.6")
    assert names.main_amount({"budget_wanyuan": Decimal(4), "final_wanyuan": amount}) == amount
    assert names.main_amount({"amount_wanyuan": amount}) == amount
    assert names.main_amount({"purpose": "调研"}) is None
