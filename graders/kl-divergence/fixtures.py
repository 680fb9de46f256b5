"""Fixtures of kl-divergence (tools/write_fixtures.py says how to run it)."""

import numpy as np
from scipy.stats import entropy
from write_fixtures import write

KINDS = {"dense": "处处为正", "sparse p": "p 稀疏", "sparse q": "q 稀疏", "equal": "两者相同", "near": "两者接近"}


def draw(rng, kind, size):
    p, q = rng.dirichlet(np.ones(size), 2)
    if kind == "sparse p":
        p[rng.random(size) < 0.5] = 0
        p[0] += 0.1
    if kind == "sparse q":
        q[rng.random(size) < 0.3] = 0
        q[-1] += 0.1
    if kind == "equal":
        q = p.copy()
    if kind == "near":
        q = p * (1 + 1e-3 * rng.standard_normal(size))
    return p / p.sum(), q / q.sum()


def cases():
    rng = np.random.default_rng(20261207)
    for kind, chinese in KINDS.items():
        for size in [2, 5, 16, 64]:
            p, q = draw(rng, kind, size)
            name = {"en": f"{size} outcomes, {kind}", "zh": f"{size} 个结果，{chinese}"}
            yield name, [p, q], float(entropy(p, q))


write("kl-divergence", "scipy", "scipy.stats.entropy", ["scipy", "numpy"], cases())
