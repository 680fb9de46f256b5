# As the first FlashAttention: the output is a mean after every block. In f32.
import numpy as np


def online_softmax_attention(q, k, v, block):
    scale = np.float32(1 / np.sqrt(q.shape[1]))
    m = np.full(len(q), -np.inf, dtype=np.float32)
    l = np.zeros(len(q), dtype=np.float32)
    out = np.zeros((len(q), v.shape[1]), dtype=np.float32)
    for start in range(0, len(k), block):
        s = q @ k[start : start + block].T * scale
        m_new = np.maximum(m, s.max(axis=1))
        p = np.exp(s - m_new[:, None])
        old = np.exp(m - m_new) * l
        l = old + p.sum(axis=1)
        out = (old[:, None] * out + p @ v[start : start + block]) / l[:, None]
        m = m_new
    return out
