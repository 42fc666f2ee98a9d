#!/usr/bin/env python3
"""Computes a published selection again: who is selected, and under which quota.

    python3 selection.py call.json

The file holds capacity, seed, quotas (id, seats), candidates (id, score, quotas) and withdrawn (ids), as the platform publishes them. Each line printed has
the place in the order, the id, the score, the lottery key, and the decision: a quota, "(open seat)", "(waits)" or "(withdrew)". Who has withdrawn keeps the
place in the order and gets nothing. The rule is in selection.md; this is written to be read, and shares no line with the platform.
"""
import hashlib
import json
import sys


def lottery_key(seed, id):
    return hashlib.sha256(f"{seed}\n{id}".encode("utf-8")).hexdigest()


def path_to_free_seat(candidate, seats, holders, candidates):
    """The quotas from one the candidate qualifies for to one with a free seat, or None.

    Breadth first: quotas in the order of their ids; from a full one to each that a holder of one of its seats qualifies for.
    """
    before = {quota: None for quota in sorted(candidate.get("quotas", []))}
    queue = list(before)
    for quota in queue:  # grows on the way
        if len(holders[quota]) < seats[quota]:
            path = [quota]
            while before[path[0]] is not None:
                path.insert(0, before[path[0]])
            return path
        reachable = {other for place in holders[quota] for other in candidates[place].get("quotas", [])}
        for other in sorted(reachable):
            if other not in before:
                before[other] = quota
                queue.append(other)
    return None


def choose(call):
    """The candidates in the order, and by place: a quota, "" for an open seat, None for waiting; those who have withdrawn have no decision."""
    def key(candidate):
        return -candidate["score"], lottery_key(call["seed"], candidate["id"])

    candidates = sorted(call["candidates"], key=key)
    seats = {quota["id"]: quota["seats"] for quota in call.get("quotas", [])}
    gone = set(call.get("withdrawn", []))
    there = [place for place, candidate in enumerate(candidates) if candidate["id"] not in gone]
    holders = {quota: set() for quota in seats}  # by quota: the places of those who hold its seats

    # Reserved seats: whoever lets one more be filled takes one, others moving on where they qualify.
    for place in there:
        path = path_to_free_seat(candidates[place], seats, holders, candidates)
        if path is None:
            continue
        for full, free in reversed(list(zip(path, path[1:]))):
            mover = min(p for p in holders[full] if free in candidates[p]["quotas"])
            holders[full].remove(mover)
            holders[free].add(mover)
        holders[path[0]].add(place)

    # Open seats: all that are left, down the order.
    decisions = {place: quota for quota in holders for place in holders[quota]}
    left = call["capacity"] - len(decisions)
    for place in there:
        if place not in decisions:
            decisions[place] = "" if left > 0 else None
            left -= 1
    return candidates, decisions


def main():
    with open(0 if sys.argv[1] == "-" else sys.argv[1], encoding="utf-8") as file:
        call = json.load(file)
    candidates, decisions = choose(call)
    for place, candidate in enumerate(candidates):
        decision = decisions.get(place, "(withdrew)")
        words = "(waits)" if decision is None else decision or "(open seat)"
        print(place + 1, candidate["id"], candidate["score"], lottery_key(call["seed"], candidate["id"]), words, sep="\t")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python3 selection.py call.json, or - for standard input")
    main()
