#!/usr/bin/env python3
"""Writes a portfolio to measure with: PR/FAQs and the catalogue of the organisation behind them.

    Benchmarks/portfolio.py FOLDER [--documents 10000] [--teams 5000] [--services 50000] [--faults 0]

FOLDER/documents holds the PR/FAQs and FOLDER/catalog one Backstage file per team. The same arguments give the same
bytes. With --faults N, every N-th team gets one fault that a rule finds, in turn: an owner nobody knows, a shared
store, a call in a circle, an API that does not exist. All text is made up here.
"""
import argparse
import os
import random

FIRST = """amber arrow aspen basin beacon birch bramble breeze brook cabin canyon cedar chalk cinder clover cobble copper
coral cove crane crest delta dune ember fable falcon fern field finch flint frost garnet glade grove harbor haven hazel
heron hollow indigo iris ivory jasper juniper kestrel lagoon lark laurel linden lotus maple marsh meadow mesa mint moss
oak ochre olive onyx opal orchid otter""".split()
SECOND = """account answer basket billing booking budget calendar catalog claim contract credit delivery demand desk draft
event export fleet forecast form gate guide history house image index intake ledger letter limit list mail map meter
notice offer order parcel pass patient plan price profile quota rate reading record refund report request return review
route rule sample score search shelf shift signal stock""".split()
PEOPLE = ["renters", "nurses", "drivers", "bakers", "teachers", "plumbers", "farmers", "students", "carers", "pilots"]
PLACES = ["Leeds", "Cork", "Malmö", "Porto", "Graz", "Gdańsk", "Turin", "Bergen", "Ghent", "Tartu"]
VERBS = ["know", "find", "settle", "plan", "finish", "compare", "check", "share", "move", "book"]
THINGS = ["what is owed", "the next shift", "a free bed", "the last order", "a lost parcel", "the right form",
          "an open claim", "the spare part", "a fair price", "the day's route"]
SENTENCES = [
    "They wait {n} minutes on the telephone, and {m} in 10 call twice.",
    "Each week {n} of them write the same list by hand.",
    "The answer stands in one place and is right on the same day.",
    "Nothing has to be typed twice, and nobody has to ask.",
    "A change made at 9 in the morning is seen by everybody at 9.01.",
    "In a trial with {n} households, {m} in 10 asked to keep it.",
    "It costs {m} pounds a month, and the first {n} days are free.",
    "What is missing is shown before anybody pays.",
    "Support answers within {m} hours, on Sundays, too.",
    "One list replaces {m} sheets of paper and a whiteboard.",
]


class Organisation:
    """Names by number, so that documents and catalogue agree without a table."""

    def __init__(self, teams, services):
        self.teams = teams
        self.services = services

    def team(self, index):
        return f"{FIRST[index % len(FIRST)].title()} {index}"

    def team_key(self, index):
        return f"{FIRST[index % len(FIRST)]}-{index}"

    def service(self, index):
        return f"{FIRST[index * 7 % len(FIRST)].title()} {SECOND[index % len(SECOND)].title()} {index}"

    def key(self, index):
        return self.service(index).lower().replace(" ", "-")

    def owner(self, index):
        return index * self.teams // self.services

    def services_of(self, team):
        first = -(-team * self.services // self.teams)
        return range(first, -(-(team + 1) * self.services // self.teams))


def sentences(rng, count, price=None):
    """Some sentences; the price of a product is one, wherever its document names it."""
    text = []
    for _ in range(count):
        sentence, n, m = rng.choice(SENTENCES), rng.randrange(11, 99), rng.randrange(2, 10)
        if "pounds a month" in sentence and price:
            m = price
        text.append(sentence.format(n=n, m=m))
    return " ".join(text)


def document(org, index):
    rng = random.Random(f"document {index}")
    price = 2 + index % 8
    people, place = PEOPLE[index % 10], PLACES[index // 10 % 10]
    product = f"{FIRST[index % len(FIRST)].title()}{SECOND[index // 7 % len(SECOND)]}"
    # A product is served by the services of one team and its neighbours.
    home = index * org.teams // max(1, org.documents)
    near = [s for team in range(home, min(home + 3, org.teams)) for s in org.services_of(team)]
    needs, needed = [], []
    for number in range(1, 6):
        served = sorted(rng.sample(near, min(len(near), rng.randrange(1, 4))))
        needed += served
        needs.append(
            f"- **N-{number}: {rng.choice(VERBS).title()} {rng.choice(THINGS)} in good time.** "
            f"{sentences(rng, 1, price)}\n"
            f"  - Priority: {'must' if number < 3 else 'should'}\n"
            f"  - Customer: {people}\n"
            f"  - Measured by: M-{(number - 1) % 3 + 1}\n"
            f"  - Served by: {', '.join(org.service(s) for s in served)}\n"
            f"  - Accepted when: {rng.randrange(90, 99)} of 100 {people} finish within {rng.randrange(2, 9)} minutes\n")
    metrics = "".join(
        f"- **M-{n}: Waiting {people}** fall from {rng.randrange(40, 80)}% to {rng.randrange(5, 20)}% by 30 June 2028.\n"
        for n in range(1, 4))
    services = "".join(
        f"- **{org.service(s)}** (owned by {org.team(org.owner(s))}) answers for its part.\n"
        f"  - API: `GET /v1/{org.key(s)}/{{id}}`\n" for s in sorted(set(needed)))
    paragraphs = {n: sentences(rng, 6, price) for n in ("problem", "solution", "how", "start")}
    questions = "".join(f"### What about {thing}?\n\n{sentences(rng, 3, price)}\n\n" for thing in rng.sample(THINGS, 5))
    internal = "".join(f"### How sure are we of {thing}?\n\n{sentences(rng, 4, price)}\n\n" for thing in rng.sample(THINGS, 8))
    return f"""---
document: prfaq
product: {product}
key: P{index}
---

# PR/FAQ: {product}

## Press release

### {product} lets {people} {VERBS[index % 10]} {THINGS[index // 3 % 10]} on the day

*{people.title()} in {place} see it on the first screen.*

**{place}, {1 + index % 28} September 2027.** {product} opens today for {people}. {paragraphs['solution']}

### Problem

{people.title()} in {place} have no answer today [N-1]. {paragraphs['problem']}

### Solution

{product} answers at once [N-1]. {paragraphs['how']} Nothing is lost [N-2], and nothing waits [N-3]. It is one list
[N-4], and it is right [N-5].

"We counted, and then we built," said Dana Whitfield, head of product in {place}.

### Getting started

{paragraphs['start']}

## External FAQ

{questions}
## Internal FAQ

{internal}
## What customers need

{''.join(needs)}
## How we will know

{metrics}
## Services and teams

{services}"""


def entity(kind, name, title, spec, annotations=""):
    return (f"---\napiVersion: backstage.io/v1alpha1\nkind: {kind}\nmetadata:\n  name: {name}\n"
            + (f"  title: {title}\n" if title else "") + annotations + "spec:\n" + spec)


def team_file(org, team, fault):
    key = org.team_key(team)
    members = ", ".join(f"p{team}.{n}" for n in range(6 + team % 4))
    parts = [entity(
        "Group", key, org.team(team), f"  type: team\n  children: []\n  members: [{members}]\n",
        f"  annotations:\n    prfaq/manager: p{team}.0\n    prfaq/product-owner: p{team}.1\n"
        f"    prfaq/on-call: p{team}.2, p{team}.3\n")]
    for s in org.services_of(team):
        rng = random.Random(f"service {s}")
        # Calls lead to earlier services only, so that none goes round.
        uses = {max(0, s - rng.randrange(1, 40)) for _ in range(rng.randrange(0, 4))} - {s}
        consumes = [f"{org.key(u)}-api" for u in sorted(uses)]
        owner, store = key, f"{org.key(s)}-data"
        if fault and s == org.services_of(team)[-1]:
            first = org.services_of(team)[0]
            if fault == 1:
                owner = key + "x"
            elif fault == 2:
                store = f"{org.key(first)}-data"
            elif fault == 3:
                consumes.append(f"{org.key(s)}-apj")
        if fault == 4 and s == org.services_of(team)[0] and len(org.services_of(team)) > 1:
            consumes.append(f"{org.key(s + 1)}-api")
        if fault == 4 and s == org.services_of(team)[0] + 1:
            consumes.append(f"{org.key(s - 1)}-api")
        consumes = f"  consumesApis: [{', '.join(consumes)}]\n" if consumes else ""
        parts.append(entity(
            "Component", org.key(s), org.service(s),
            f"  type: service\n  lifecycle: production\n  owner: {owner}\n  providesApis: [{org.key(s)}-api]\n"
            f"{consumes}  dependsOn: [resource:{store}]\n"))
        parts.append(entity(
            "API", f"{org.key(s)}-api", "",
            f"  type: openapi\n  lifecycle: production\n  owner: {key}\n  definition: |\n    openapi: 3.0.3\n"
            f"    info: {{title: {org.service(s)}, version: 1.0.0}}\n    paths:\n      /v1/{org.key(s)}/{{id}}:\n"
            f"        get:\n          responses: {{\"200\": {{description: As asked.}}}}\n"))
        parts.append(entity("Resource", f"{org.key(s)}-data", "", f"  type: database\n  owner: {key}\n"))
    return "".join(parts)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder")
    parser.add_argument("--documents", type=int, default=10_000)
    parser.add_argument("--teams", type=int, default=5_000)
    parser.add_argument("--services", type=int, default=50_000)
    parser.add_argument("--faults", type=int, default=0, metavar="N", help="one fault in every N-th team")
    options = parser.parse_args()
    org = Organisation(options.teams, options.services)
    org.documents = options.documents
    size = 0

    def write(path, text):
        nonlocal size
        os.makedirs(os.path.dirname(path), exist_ok=True)
        data = text.encode()
        size += len(data)
        with open(path, "wb") as file:
            file.write(data)

    for index in range(options.documents):
        write(f"{options.folder}/documents/{index // 100:03}/p{index}.md", document(org, index))
    documents = size
    for team in range(options.teams):
        is_faulty = options.faults and team % options.faults == options.faults - 1
        fault = team // options.faults % 4 + 1 if is_faulty else 0
        write(f"{options.folder}/catalog/{team // 100:03}/{org.team_key(team)}.yaml", team_file(org, team, fault))
    print(f"{options.documents} documents ({documents / 1e6:.1f} MB), {options.teams} teams and {options.services} "
          f"services ({(size - documents) / 1e6:.1f} MB) in {options.folder}")


if __name__ == "__main__":
    main()
