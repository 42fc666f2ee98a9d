"""Forward and backward pass over a network with networkx, to compare the engine with.

Reads a schedule request (activities with minutes, links FS, SS, FF or SF with lag) from the file named, prints the seconds of the
best of three passes and the length in minutes, as JSON.
"""

import json
import sys
import time

import networkx


def read(path):
    with open(path, encoding="utf-8") as file:
        request = json.load(file)
    graph = networkx.MultiDiGraph()
    for activity in request["activities"]:
        graph.add_node(activity["id"], duration=activity["duration_minutes"])
    for link in request["links"]:
        graph.add_edge(link["from"], link["to"], kind=link["type"], lag=link["lag_minutes"])
    return graph


def gap(kind, lag, before, after):
    """How much later than the predecessor's start the successor's start is, at least."""
    return {"fs": before, "ss": 0, "ff": before - after, "sf": -after}[kind] + lag


def passes(graph):
    duration = networkx.get_node_attributes(graph, "duration")
    order = list(networkx.topological_sort(graph))
    start = {}
    for node in order:
        earliest = 0
        for before, _, link in graph.in_edges(node, data=True):
            earliest = max(earliest, start[before] + gap(link["kind"], link["lag"], duration[before], duration[node]))
        start[node] = earliest
    length = max(start[node] + duration[node] for node in order)
    latest = {}
    for node in reversed(order):
        last = length - duration[node]
        for _, after, link in graph.out_edges(node, data=True):
            last = min(last, latest[after] - gap(link["kind"], link["lag"], duration[node], duration[after]))
        latest[node] = last
    critical = sum(1 for node in order if latest[node] == start[node])
    return length, critical


graph = read(sys.argv[1])
seconds = []
for _ in range(3):
    begin = time.perf_counter()
    length, critical = passes(graph)
    seconds.append(time.perf_counter() - begin)
print(json.dumps({"seconds": min(seconds), "minutes": length, "critical": critical}))
