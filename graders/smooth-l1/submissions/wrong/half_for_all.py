# diagnosis: lowered-by-half
# from: accepted/where.py
# -     return float(np.where(d < beta, half * d * d / beta, d - half * beta).mean())
# +     return float(np.where(d < beta, half * d * d / beta, d - half).mean())
