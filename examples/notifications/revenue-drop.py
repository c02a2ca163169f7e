#!/usr/bin/env python3
# herald: Tells when a day's revenue is far below that of the same weekday before
"""Compares the last day of a CSV file with the average of the same weekday in the four weeks before.

    REVENUE_CSV   the file, with the columns date and revenue
    DROP          per cent that are told of, 20 by default
"""

import csv
import datetime
import json
import os
import sys

WEEKS = 4


def read(path):
    """Revenue by day."""
    with open(path, newline="", encoding="utf-8") as file:
        return {datetime.date.fromisoformat(row["date"]): float(row["revenue"]) for row in csv.DictReader(file)}


def judge(revenue, drop):
    """What is to be told of the last day; only {"notify": false} when all is well."""
    if not revenue:
        sys.exit("The file has no days.")
    day = max(revenue)
    before = [revenue[it] for week in range(1, WEEKS + 1) if (it := day - datetime.timedelta(weeks=week)) in revenue]
    if not before:
        sys.exit(f"There is no {day:%A} before {day} to compare with.")
    usual = sum(before) / len(before)
    change = 100 * (revenue[day] - usual) / usual if usual else 0.0
    if change > -drop:
        return {"notify": False}
    return {
        "notify": True,
        "title": f"Revenue is {-change:.0f} % below the usual {day:%A}",
        "message": f"{day}: {revenue[day]:,.2f}\nUsual: {usual:,.2f} (average of {len(before)} weeks)",
        # Once a day is enough: it is about a whole day.
        "cooldown": "1d",
        "data": {"date": str(day), "revenue": revenue[day], "usual": round(usual, 2), "change": round(change, 1)},
    }


if __name__ == "__main__":
    print(json.dumps(judge(read(os.environ["REVENUE_CSV"]), float(os.environ.get("DROP", "20")))))
