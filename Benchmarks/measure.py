"""Runs commands and reads what they cost from the operating system's own account."""
import os
import statistics
import time
from dataclasses import dataclass


@dataclass
class Cost:
    cpu: float  # seconds of all threads, user and system
    wall: float  # seconds
    peak: float  # MiB

    @staticmethod
    def median(costs):
        return Cost(*(statistics.median(getattr(cost, name) for cost in costs) for name in ("cpu", "wall", "peak")))


def run(command, cores=1, limit=600, folder=None):
    """What a command costs with its output thrown away, on some cores of the machine."""
    allowed = sorted(os.sched_getaffinity(0))[:cores]
    started = time.monotonic()
    child = os.fork()
    if child == 0:
        try:
            os.sched_setaffinity(0, allowed)
            if folder:
                os.chdir(folder)
            null = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(null, stream)
            os.execvp(command[0], command)
        finally:
            os._exit(127)
    while True:
        pid, status, usage = os.wait4(child, os.WNOHANG)
        if pid:
            break
        if time.monotonic() - started > limit:
            os.kill(child, 9)
        time.sleep(0.0002)
    wall = time.monotonic() - started
    code = os.waitstatus_to_exitcode(status)
    if code not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {code}" + (f" after {limit} s" if code == -9 else ""))
    return Cost(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def paired(base, others, rounds, cores=1):
    """Runs commands by turns, so that what else the machine does hits all alike.

    Returns the cost of the base, and for each other its cost and the medians of its ratios to the base run beside it,
    CPU and wall.
    """
    run(base, cores)
    for command in others:
        run(command, cores)
    bases, costs = [], [[] for _ in others]
    for _ in range(rounds):
        bases.append(run(base, cores))
        for index, command in enumerate(others):
            costs[index].append(run(command, cores))
    results = []
    for series in costs:
        cpu = statistics.median(cost.cpu / max(base.cpu, 0.0005) for cost, base in zip(series, bases))
        wall = statistics.median(cost.wall / max(base.wall, 0.0005) for cost, base in zip(series, bases))
        results.append((Cost.median(series), cpu, wall))
    return Cost.median(bases), results
