"""Which texts make a regular expression grow faster than the text: told from its structure, without running it.

A backtracking matcher takes more than linear time where one piece of text, repeated, can be read in two ways: by a repetition again and
again, and by that repetition and then by a later one. Trying an expression at every place of a text is such a repetition too, the first.
So three readers walk over the expression with the same text: the first stays in one repetition, the last stays in another, and the one
between goes from the first to the last. Where all three can do so, and what comes after the last can fail, the piece is a pump.

What an expression looks for before and after a place is told by one character; longer looks are taken to succeed, and atomic groups that
hold more than a repeated character are taken for plain ones. A group that may be repeated five times is written out twice. So this may find
a pump that does no harm, and hardly misses one; measuring tells.
"""

from __future__ import annotations

import functools
import itertools
import re
from collections import deque
from re import _compiler, _constants, _parser  # type: ignore[attr-defined]
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    Condition = Callable[[int, int], bool]

REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT, _constants.POSSESSIVE_REPEAT)
LOOKS = (_constants.ASSERT, _constants.ASSERT_NOT)
SINGLE = (_constants.LITERAL, _constants.NOT_LITERAL, _constants.IN, _constants.ANY)
COPIES, SIGNS = 2, 16
"""How often at most what may be repeated so many times, and no more, is written out: a group, and a sign."""
EDGE = -1
"""What is before the first character, and after the last."""
OTHERS = "éßЯ一٣½’“”–—…\xa0\x85\u2028\u200b\ufdd0\ufdd1\x00"
MOST = 1_000_000
"""Steps after which an expression is called too large to tell."""


class Pump(NamedTuple):
    """A text that makes an expression grow: what comes first, what is repeated, and what comes last."""

    lead: str
    unit: str
    end: str

    def text(self, size: int) -> str:
        """Return the text, of about so many characters."""
        return self.lead + self.unit * max(1, size // len(self.unit)) + self.end


class LargeError(Exception):
    """An expression is too large to tell."""


class Machine:
    """What an expression does, as states and steps between them."""

    def __init__(self, pattern: str, flags: int, how: str) -> None:
        """Take an expression, and how it is used: ``match``, ``fullmatch``, or any of the uses that try every place."""
        self.free: list[list[tuple[int, Condition | None]]] = []
        self.eats: dict[int, tuple[frozenset[int], int]] = {}
        self.inside: list[tuple[int, ...]] = []
        self._atoms: tuple[int, ...] = ()
        self._nested = 0
        tree = _parser.parse(pattern, flags)
        flags = tree.state.flags
        self.signs = _signs(tree, flags)
        self._told: list[frozenset[int]] = []
        self._word = self._fitting(
            [(_constants.IN, [(_constants.CATEGORY, _constants.CATEGORY_WORD)])], flags
        )
        self._line = self._fitting([(_constants.LITERAL, 10)], flags)
        self._told = [self._word, self._line]
        self._groups: dict[int, Any] = {}
        self.start = self._state()
        if how not in ("match", "fullmatch"):
            self.eats[self.start] = (frozenset(range(len(self.signs))), self.start)
        self.end = self._tree(tree, self._after(self.start), flags)
        if how == "fullmatch":
            self.end = self._after(self.end, lambda _, following: following == EDGE)
        self.kind = self._kinds()
        self.reach = functools.cache(self._reach)
        self.steps = self._steps()
        self.back: dict[int, list[int]] = {state: [] for state in self.steps}
        for state, following in self.steps.items():
            for to in following:
                self.back[to].append(state)
        self.earlier = functools.cache(lambda goal: _all(self.back[goal], self.back.__getitem__))
        self.step = functools.cache(self._step)
        self.toward = functools.cache(self._toward)
        self.taken = 0

    def _state(self) -> int:
        self.free.append([])
        self.inside.append(self._atoms)
        return len(self.free) - 1

    def _after(self, state: int, condition: Condition | None = None) -> int:
        following = self._state()
        self.free[state].append((following, condition))
        return following

    def _fitting(self, nodes: Any, flags: int) -> frozenset[int]:
        """Return the signs that a node of one character takes."""
        fits = _compiled(nodes, flags).match
        return frozenset(number for number, sign in enumerate(self.signs) if fits(sign))

    def _tree(self, tree: Any, state: int, flags: int) -> int:
        for node in tree:
            state = self._node(node, state, flags)
        return state

    def _node(self, node: Any, state: int, flags: int) -> int:
        kind, value = node
        if kind in SINGLE:
            target = self._state()
            eater = self._after(state)
            self.eats[eater] = (self._fitting([node], flags), target)
            return target
        if kind in REPEATS:
            return self._repeat(kind, value, state, flags)
        if kind is _constants.BRANCH:
            ends = [self._tree(branch, self._after(state), flags) for branch in value[1]]
            return self._joined(ends)
        if kind is _constants.SUBPATTERN:
            group, add, remove, body = value
            self._groups[group] = body
            return self._tree(body, state, (flags | add) & ~remove)
        if kind is _constants.ATOMIC_GROUP:
            return self._atomic(value, state, flags)
        if kind is _constants.GROUPREF:
            return self._tree(self._groups[value], state, flags)
        if kind is _constants.GROUPREF_EXISTS:
            ends = [self._tree(body or [], self._after(state), flags) for body in value[1:]]
            return self._joined(ends)
        if kind in LOOKS and value[0] > 0 and _unbounded(value[1]):
            self._tree(value[1], self._after(state), flags)  # which leads nowhere, and takes its time
        return self._after(state, self._condition(node, flags))

    def _joined(self, ends: list[int]) -> int:
        joined = self._state()
        for end in ends:
            self.free[end].append((joined, None))
        return joined

    def _atomic(self, body: Any, state: int, flags: int) -> int:
        before = self._atoms
        if not self._nested:
            self._atoms = (*before, len(self.free))
        end = self._tree(body, self._after(state), flags)
        self._atoms = before
        return self._after(end)

    def _repeat(self, kind: Any, value: Any, state: int, flags: int) -> int:
        low, high, body = value
        possessive = kind is _constants.POSSESSIVE_REPEAT
        outside = self._atoms
        if possessive and not self._nested:
            self._atoms = (*outside, len(self.free))
            state = self._after(state)
        single = len(body) == 1 and body[0][0] in SINGLE
        least = min(low, SIGNS if single else COPIES)
        for _ in range(least):
            state = self._tree(body, state, flags)
        if high is _constants.MAXREPEAT:
            leave = None
            if possessive and single:
                own = self._fitting(body, flags)
                self._told.append(own)
                leave = lambda _, following: following not in own  # noqa: E731
            loop = self._after(state)
            self._nested += 1
            self.free[self._tree(body, self._after(loop), flags)].append((loop, None))
            self._nested -= 1
            self._atoms = outside
            return self._after(loop, leave)
        ends = [state]
        for _ in range(min(high - low, max(COPIES, SIGNS - least) if single else COPIES)):
            ends.append(self._tree(body, self._after(ends[-1]), flags))
        self._atoms = outside
        return self._joined(ends)

    def _condition(self, node: Any, flags: int) -> Condition | None:
        """Return what a look at a place asks of its neighbours; None where one neighbour does not tell."""
        kind, value = node
        if kind is _constants.AT:
            return self._at(value, flags)
        if kind not in LOOKS:
            return None
        exact, asked = self._look(value[0], value[1], flags)
        if kind is _constants.ASSERT:
            return asked
        return (lambda before, after: not asked(before, after)) if exact and asked else None

    def _look(self, way: int, body: Any, flags: int) -> tuple[bool, Condition | None]:
        """Return what a look in one direction asks, and whether that is all that it asks."""
        nodes = [*body]
        if not nodes:
            return True, lambda *_: True
        kind, value = nodes[0] if way > 0 else nodes[-1]
        exact = len(nodes) == 1
        if kind in SINGLE:
            own = self._fitting([(kind, value)], flags)
            self._told.append(own)
            return exact, ((lambda _, after: after in own) if way > 0 else (lambda before, _: before in own))
        if kind is _constants.AT:
            return exact, self._at(value, flags)
        if kind is _constants.SUBPATTERN:
            inner, asked = self._look(way, value[3], (flags | value[1]) & ~value[2])
            return exact and inner, asked
        if kind is _constants.BRANCH:
            looks = [self._look(way, branch, flags) for branch in value[1]]
            asking = [asked for _, asked in looks if asked]
            if len(asking) < len(looks):
                return False, None
            return (
                exact and all(inner for inner, _ in looks),
                lambda before, after: any(asked(before, after) for asked in asking),
            )
        return False, None

    def _at(self, where: Any, flags: int) -> Condition:
        word, line, many = self._word, self._line, bool(flags & re.MULTILINE)
        if where is _constants.AT_BEGINNING:
            return lambda before, _: before == EDGE or (many and before in line)
        if where is _constants.AT_BEGINNING_STRING:
            return lambda before, _: before == EDGE
        if where is _constants.AT_END:
            return lambda _, after: after == EDGE or after in line
        if where is _constants.AT_END_STRING:
            return lambda _, after: after == EDGE
        inside = where is _constants.AT_NON_BOUNDARY
        return lambda before, after: ((before in word) == (after in word)) == inside

    def _kinds(self) -> dict[int, int]:
        """Return for each sign the first of those that are the same to all looks at neighbours."""
        first: dict[tuple[bool, ...], int] = {}
        kinds = {EDGE: EDGE}
        for sign in range(len(self.signs)):
            kinds[sign] = first.setdefault(tuple(sign in told for told in self._told), sign)
        return kinds

    def _steps(self) -> dict[int, list[int]]:
        """Return for each state that has just eaten those that may come next, whatever their conditions."""
        steps = {}
        for state in sorted({target for _, target in self.eats.values()} | {self.start}):
            between = _all([state], lambda now: [to for to, _ in self.free[now]])
            steps[state] = sorted({self.eats[now][1] for now in between if now in self.eats})
        return steps

    def looping(self, turning: set[int]) -> set[int]:
        """Return all states that lie on a way back to themselves."""
        return {
            state
            for turn in turning
            for state in _all(self.steps[turn], self.steps.__getitem__) & self.earlier(turn)
        }

    def turning(self) -> set[int]:
        """Return states of which at least one lies on every way from a state back to itself."""
        turning, done, under_way = set(), set(), set()
        for begun in self.steps:
            waiting = [(begun, iter(self.steps[begun]))] if begun not in done else []
            under_way.update({begun} if waiting else ())
            done.add(begun)
            while waiting:
                now, following = waiting[-1]
                to = next(following, None)
                if to is None:
                    under_way.discard(now)
                    waiting.pop()
                elif to in under_way:
                    turning.add(to)
                elif to not in done:
                    done.add(to)
                    under_way.add(to)
                    waiting.append((to, iter(self.steps[to])))
        return turning

    def _reach(
        self, state: int, before: int, after: int
    ) -> tuple[bool, list[tuple[frozenset[int], int, int]]]:
        """Return whether all is read between two kinds of signs, and what may be eaten next: signs, the state after them, in how many ways."""
        found: dict[int, int] = {}
        waiting = [state]
        while waiting:
            now = waiting.pop()
            if found.get(now, 0) < 2:
                found[now] = found.get(now, 0) + 1
                waiting += [to for to, asked in self.free[now] if asked is None or asked(before, after)]
        return self.end in found, [(*self.eats[now], ways) for now, ways in found.items() if now in self.eats]

    def ended(self, state: int, before: int, after: int) -> bool:
        """Say whether the expression has matched at a place."""
        return self.reach(state, before, self.kind[after])[0]

    def _step(self, state: int, before: int, sign: int) -> list[tuple[int, int]]:
        """Return the states after one more character, and whether by one way or by more."""
        self.taken += 1
        if self.taken > MOST:
            raise LargeError
        eaters = self.reach(state, before, self.kind[sign])[1]
        return [(to, ways) for signs, to, ways in eaters if sign in signs]

    def _toward(self, goal: int, state: int, before: int) -> dict[int, list[tuple[int, int]]]:
        """Return for each next character those of the states after it from which another is reached."""
        found, earlier = {}, self.earlier(goal)
        for sign in range(len(self.signs)):
            after = [(to, ways) for to, ways in self.step(state, before, sign) if to == goal or to in earlier]
            if after:
                found[sign] = after
        return found


def _all(begun: Iterable[int], following: Callable[[int], Iterable[int]]) -> set[int]:
    """Return everything that follows, step by step."""
    found: set[int] = set()
    waiting = [*begun]
    while waiting:
        now = waiting.pop()
        if now not in found:
            found.add(now)
            waiting += following(now)
    return found


def pumps(pattern: str, flags: int, how: str, most: int = 6) -> list[Pump]:
    """Return texts that may make an expression grow faster than they do; none where it does not.

    :raises LargeError: if the expression is too large to tell
    """
    if not _unbounded(_parser.parse(pattern, flags)):
        return []
    machine = Machine(pattern, flags, how)
    found: dict[Pump, None] = {}
    for pump in itertools.islice(_found(machine), most):
        found.setdefault(pump)
    return list(found)


def _found(machine: Machine) -> Iterator[Pump]:
    targets = {target: eaten for eaten, target in machine.eats.values()}
    turning = machine.turning()
    looping = sorted(machine.looping(turning))
    for last in sorted(turning):
        for sign in sorted({machine.kind[sign] for sign in targets.get(last, ())}):
            if _failing(machine, last, sign, "") is None:
                continue
            own = {each for each in targets[last] if machine.kind[each] == sign}
            for first in looping:
                if (
                    first in machine.earlier(last)
                    and not own.isdisjoint(targets[first])
                    and _may_return(machine, first, last)
                ):
                    found = _pump(machine, first, last, sign)
                    if found:
                        yield found
                        break


def _may_return(machine: Machine, first: int, last: int) -> bool:
    """Say whether the matcher comes back to one state after it was in another: not into an atomic group it has left."""
    return set(machine.inside[first]) <= set(machine.inside[last])


def _pump(machine: Machine, first: int, last: int, sign: int) -> Pump | None:
    """Return a pump that leads from one loop to another, or around one loop in two ways."""
    begun = (first, first, last, sign, first == last)
    goal = (first, last, last, sign, False)
    before: dict[Any, tuple[Any, int] | None] = {begun: None}
    waiting = deque([begun])
    while waiting:
        now = waiting.popleft()
        one, two, three, previous, same = now
        ends = machine.toward(last, three, previous)
        starts = machine.toward(first, one, previous)
        between = machine.toward(last, two, previous)
        for following in ends.keys() & starts.keys() & between.keys():
            kind = machine.kind[following]
            for (a, x), (b, y), (c, z) in itertools.product(
                starts[following], between[following], ends[following]
            ):
                then = (a, b, c, kind, same and a == b == c and max(x, y, z) < 2)
                if then not in before:
                    before[then] = (now, following)
                    waiting.append(then)
                    made = _made(machine, before, then) if then == goal else None
                    if made:
                        return made
    return None


def _made(machine: Machine, before: Any, then: Any) -> Pump | None:
    """Return the pump that was walked; None where what comes after it cannot fail."""
    first, last, _, sign, _ = then
    unit = ""
    while before[then]:
        then, eaten = before[then]
        unit = machine.signs[eaten] + unit
    end = _failing(machine, last, sign, unit * 2)
    lead = None if end is None else _lead(machine, first, sign)
    return None if end is None or lead is None else Pump(lead, unit, end)


def _failing(machine: Machine, state: int, sign: int, read: str) -> str | None:
    """Return a short text that does not match where the matcher is in a state, after what it has read; None if all do."""
    states = {state}
    for each in read:
        following = machine.signs.index(each)
        if any(machine.ended(now, sign, following) for now in states):
            return None
        states = {to for now in states for to, _ in machine.step(now, sign, following)}
        sign = machine.kind[following]
    return _dying(machine, frozenset(states), sign, 2)


def _dying(machine: Machine, states: frozenset[int], sign: int, most: int) -> str | None:
    if not any(machine.ended(now, sign, EDGE) for now in states):
        return ""
    for following in range(len(machine.signs)) if most else ():
        if not any(machine.ended(now, sign, following) for now in states):
            then = frozenset(to for now in states for to, _ in machine.step(now, sign, following))
            end = _dying(machine, then, machine.kind[following], most - 1)
            if end is not None:
                return machine.signs[following] + end
    return None


def _lead(machine: Machine, state: int, sign: int) -> str | None:
    """Return the shortest text that leads to a state with a last character."""
    begun = (machine.start, EDGE)
    before: dict[Any, Any] = {begun: ""}
    waiting = deque([begun])
    while waiting:
        now = waiting.popleft()
        if now == (state, sign):
            return before[now]
        for following in range(len(machine.signs)):
            for to, _ in machine.step(now[0], now[1], following):
                then = (to, machine.kind[following])
                if then not in before:
                    before[then] = before[now] + machine.signs[following]
                    waiting.append(then)
    return None


def _signs(tree: Any, flags: int) -> str:
    """Return one character for each set of characters that an expression does not tell from one another."""
    singles = {(repr(node), kept): (node, kept) for node, kept in _singles(tree, flags)}
    word = (_constants.IN, [(_constants.CATEGORY, _constants.CATEGORY_WORD)])
    space = (_constants.IN, [(_constants.CATEGORY, _constants.CATEGORY_SPACE)])
    fits = [
        _compiled([node], kept).match
        for node, kept in [*singles.values(), (word, 0), (space, 0), ((_constants.LITERAL, 10), 0)]
    ]
    candidates = [chr(number) for number in (*range(97, 123), *range(32, 127), *range(10), *range(10, 32))]
    candidates += [chr(c) for node, _ in singles.values() for c in _ends(node)] + [*OTHERS]
    kinds: dict[tuple[bool, ...], str] = {}
    for sign in candidates:
        kinds.setdefault(tuple(fit(sign) is not None for fit in fits), sign)
    return "".join(kinds.values())


def _singles(tree: Any, flags: int) -> Iterator[tuple[Any, int]]:
    for node in tree:
        kind, value = node
        if kind in SINGLE:
            yield node, flags
        for part in parts(node):
            kept = (flags | value[1]) & ~value[2] if kind is _constants.SUBPATTERN else flags
            yield from _singles(part, kept)


def _ends(node: Any) -> Iterator[int]:
    """Yield the characters that a node names, and those beside them."""
    kind, value = node
    if kind in (_constants.LITERAL, _constants.NOT_LITERAL):
        yield value
    elif kind is _constants.IN:
        for each in value:
            yield from _ends(each)
    elif kind is _constants.RANGE:
        yield from (value[0], value[1], max(0, value[0] - 1), min(value[1] + 1, 0x10FFFF))


def _unbounded(tree: Any) -> bool:
    return any(
        (node[0] in REPEATS and node[1][1] is _constants.MAXREPEAT)
        or any(_unbounded(part) for part in parts(node))
        for node in tree
    )


def parts(node: Any) -> list[Any]:
    """Return the trees below a node."""
    kind, value = node
    if kind in REPEATS:
        return [value[2]]
    if kind is _constants.BRANCH:
        return list(value[1])
    if kind is _constants.SUBPATTERN:
        return [value[3]]
    if kind in LOOKS:
        return [value[1]]
    if kind is _constants.ATOMIC_GROUP:
        return [value]
    if kind is _constants.GROUPREF_EXISTS:
        return [part for part in value[1:] if part]
    return []


def _compiled(nodes: Any, flags: int) -> re.Pattern[str]:
    return _of_node(repr(nodes), flags, _Held(nodes))


class _Held:
    """Nodes, which are equal to all others here: what they hold is told by their text."""

    def __init__(self, nodes: Any) -> None:
        self.nodes = nodes

    def __hash__(self) -> int:
        return 0

    def __eq__(self, other: object) -> bool:
        return True


@functools.cache
def _of_node(_: str, flags: int, held: _Held) -> re.Pattern[str]:
    state = _parser.State()
    state.flags = flags & ~re.VERBOSE | re.UNICODE.value
    state.str = ""
    return _compiler.compile(_parser.SubPattern(state, list(held.nodes)))  # type: ignore[no-any-return]
