def _anneal_plain_loops(tree, name, ranks):
    """The innermost loops of a function in which single numbers are taken out of numpy arrays, or put in, and
    nothing else is done.

    Of each the places of that, as line and name of the array, and the lines of the loop. `ranks` has the
    number of dimensions of each parameter, None for what is no array. It finds less than there is: a loop
    counts only if all in it is known to be work on numbers.
    """
    import ast

    TOP, SCALAR = "anything", "scalar"
    SAME_RANK = set(
        "copy array asarray ascontiguousarray pad zeros_like empty_like ones_like full_like clip maximum minimum exp sqrt abs square log "
        "astype round cumsum".split()
    )
    MAKERS, FLAT = {"zeros", "empty", "ones", "full"}, {"ravel", "flatten", "arange", "flatnonzero"}
    NUMBERS = {"int", "float", "bool", "min", "max", "abs", "round", "pow"}
    LOOPS = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.SetComp, ast.DictComp)

    def join(kinds):
        """One kind that all of them are, or None."""
        known = {kind for kind in kinds if kind is not TOP}
        return TOP if not known else known.pop() if len(known) == 1 else None

    def together(kinds):
        """What an operation makes of numbers and arrays."""
        if None in kinds or any(kind[0] == "list" for kind in kinds if isinstance(kind, tuple)):
            return None
        arrays = [kind for kind in kinds if isinstance(kind, tuple)]
        return TOP if TOP in kinds else max(arrays) if arrays else SCALAR

    def less(kind, by=1):
        if not isinstance(kind, tuple):
            return kind if kind is TOP else None
        return SCALAR if kind[1] == by else (kind[0], kind[1] - by) if kind[1] > by else None

    def indices(node):
        return node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]

    class Kinds:
        def __init__(self, function):
            args = function.args.posonlyargs + function.args.args
            given = dict(zip([arg.arg for arg in args], ranks))
            self.bindings = {name: [SCALAR if rank is None else ("array", rank)] for name, rank in given.items()}
            for node in ast.walk(function):
                self.bind_in(node)
            self.known = {name: TOP for name in self.bindings}
            for _ in range(len(self.known) + 2):
                self.known = {name: join([one() if callable(one) else one for one in all_]) for name, all_ in self.bindings.items()}
            self.known = {name: kind for name, kind in self.known.items() if kind is not TOP}

        def bind(self, target, kind):
            if isinstance(target, ast.Name):
                self.bindings.setdefault(target.id, []).append(kind)
            elif isinstance(target, (ast.Tuple, ast.List)):
                for at, part in enumerate(target.elts):
                    self.bind(part, lambda at=at: self.part(kind, at))
            elif isinstance(target, ast.Starred):
                self.bind(target.value, None)

        def part(self, kind, at):
            kind = kind() if callable(kind) else kind
            if isinstance(kind, list):
                return kind[at] if at < len(kind) else None
            return less(kind)

        def bind_in(self, node):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    self.bind(target, lambda: self.of(node.value))
            elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
                self.bind(node.target, lambda: self.of(node.value))
            elif isinstance(node, ast.AugAssign):
                self.bind(node.target, lambda: together([self.of(node.target), self.of(node.value)]))
            elif isinstance(node, (ast.For, ast.comprehension)):
                self.bind(node.target, lambda: self.item(node.iter))
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and isinstance(node.func.value, ast.Name):
                if node.func.attr == "append" and len(node.args) == 1:
                    self.bind(node.func.value, lambda: self.list_of(self.of(node.args[0])))
                elif node.func.attr in ("extend", "insert"):
                    self.bind(node.func.value, None)
            elif isinstance(node, (ast.withitem,)) and node.optional_vars:
                self.bind(node.optional_vars, None)
            elif isinstance(node, (ast.Global, ast.Nonlocal)):
                for name in node.names:
                    self.bindings.setdefault(name, []).append(None)

        def list_of(self, kind):
            if kind is SCALAR:
                return ("list", 1)
            return ("list", kind[1] + 1) if isinstance(kind, tuple) and kind[0] == "list" else kind if kind is TOP else None

        def item(self, node):
            """What a loop over it takes."""
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                if node.func.id == "range":
                    return SCALAR
                if node.func.id == "enumerate" and node.args:
                    return [SCALAR, self.item(node.args[0])]
                if node.func.id == "zip":
                    return [self.item(arg) for arg in node.args]
                if node.func.id in ("reversed", "sorted") and node.args:
                    return self.item(node.args[0])
            return less(self.of(node))

        def of(self, node):
            if isinstance(node, ast.Constant):
                return SCALAR if isinstance(node.value, (int, float)) else None
            if isinstance(node, ast.Name):
                return getattr(self, "known", {}).get(node.id)
            if isinstance(node, ast.UnaryOp):
                return self.of(node.operand)
            if isinstance(node, ast.BinOp):
                sides = [self.of(node.left), self.of(node.right)]
                if isinstance(node.op, ast.Mult) and SCALAR in sides and ("list", 1) in sides:
                    return ("list", 1)
                return together(sides)
            if isinstance(node, ast.Compare):
                return together([self.of(side) for side in [node.left, *node.comparators]])
            if isinstance(node, ast.BoolOp):
                return together([self.of(value) for value in node.values])
            if isinstance(node, ast.IfExp):
                return join([self.of(node.body), self.of(node.orelse)])
            if isinstance(node, (ast.List, ast.ListComp)):
                parts = node.elts if isinstance(node, ast.List) else [node.elt]
                return self.list_of(join([self.of(part) for part in parts])) if parts else TOP
            if isinstance(node, ast.Tuple):
                return [self.of(part) for part in node.elts]
            if isinstance(node, ast.Attribute):
                base = self.of(node.value)
                if isinstance(base, tuple) and base[0] == "array":
                    return {"T": base, "shape": [SCALAR] * base[1], "size": SCALAR, "ndim": SCALAR}.get(node.attr)
                return None
            if isinstance(node, ast.Subscript):
                return self.of_subscript(node)
            return self.of_call(node) if isinstance(node, ast.Call) else None

        def of_subscript(self, node):
            base = self.of(node.value)
            if isinstance(base, list):
                return SCALAR if all(kind is SCALAR for kind in base) else None
            if not isinstance(base, tuple):
                return base if base is TOP else None
            taken = [self.of(one) for one in indices(node) if not isinstance(one, ast.Slice)]
            if TOP in taken:
                return TOP
            if any(kind is not SCALAR for kind in taken):
                return None
            return less(base, len(taken)) if taken else base

        def of_call(self, node):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", None)
            args = [self.of(arg) for arg in node.args]
            if name == "len" and isinstance(node.func, ast.Name):
                return SCALAR
            if isinstance(node.func, ast.Name):
                return together(args) if name in NUMBERS and not any(isinstance(arg, tuple) for arg in args) and args else None
            if not isinstance(node.func, ast.Attribute):
                return None
            of_module = isinstance(node.func.value, ast.Name) and node.func.value.id in ("np", "numpy", "math")
            base = (args or [None])[0] if of_module else self.of(node.func.value)
            if of_module and name in MAKERS:
                rank = len(base) if isinstance(base, list) else 1 if base is SCALAR else None
                return base if base is TOP else rank and ("array", rank)
            if base is SCALAR and of_module and name != "arange":
                return together(args)
            if base is TOP or (base is SCALAR and name == "arange"):
                return TOP if base is TOP else ("array", 1)
            if not isinstance(base, tuple) or base[0] != "array":
                return SCALAR if base is SCALAR and name == "item" else None
            if name == "tolist":
                return ("list", base[1])
            if name == "argsort" and base[1] == 1 or name in FLAT:
                return ("array", 1)
            if name == "take":
                return base if args[:1] == [("array", 1)] and any(word.arg == "axis" for word in node.keywords) else None
            return base if name in SAME_RANK else None

        def element(self, node):
            """The name of the array, where this takes one number out of it or puts one in."""
            if not isinstance(node, ast.Subscript) or self.of(node) is not SCALAR:
                return None
            base = node.value
            while isinstance(base, ast.Subscript):
                base = base.value
            kind = self.of(base)
            return base.id if isinstance(base, ast.Name) and isinstance(kind, tuple) and kind[0] == "array" else None

        def is_plain(self, node):
            """Whether nothing is done here but to single numbers."""
            if isinstance(node, ast.stmt):
                parts = list(ast.iter_child_nodes(node))
                kinds = (ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Expr, ast.If, ast.Break, ast.Continue, ast.Pass, ast.Return)
                return isinstance(node, kinds) and all(self.is_plain(part) for part in parts)
            if isinstance(node, ast.expr):
                if isinstance(node, ast.Tuple):
                    return all(self.is_plain(part) for part in node.elts)
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "append":
                    return all(self.is_plain(arg) for arg in node.args)
                if self.of(node) is not SCALAR:
                    return False
                if isinstance(node, ast.Subscript):
                    return all(self.is_plain(one) for one in indices(node))
                if isinstance(node, ast.Call):
                    return getattr(node.func, "id", "") == "len" or all(self.is_plain(arg) for arg in node.args)
                if isinstance(node, (ast.Name, ast.Attribute)):
                    return True
            return all(self.is_plain(part) for part in ast.iter_child_nodes(node))

        def loops(self, function):
            for loop in ast.walk(function):
                inside = list(ast.walk(loop))[1:]
                if not isinstance(loop, LOOPS) or any(isinstance(node, LOOPS) for node in inside):
                    continue
                if isinstance(loop, (ast.For, ast.While)):
                    parts = loop.body + ([loop.test] if isinstance(loop, ast.While) else [])
                else:
                    parts = [loop.key, loop.value] if isinstance(loop, ast.DictComp) else [loop.elt]
                    parts += [test for one in loop.generators for test in one.ifs]
                places = [(node.lineno, name) for part in parts for node in ast.walk(part) for name in [self.element(node)] if name]
                if places and all(self.is_plain(part) for part in parts):
                    yield places, range(loop.lineno, (loop.end_lineno or loop.lineno) + 1)

    for node in tree.body:
        if isinstance(node, ast.FunctionDef) and node.name == name:
            yield from Kinds(node).loops(node)
