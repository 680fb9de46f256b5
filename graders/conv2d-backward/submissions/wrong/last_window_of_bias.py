# diagnosis: last-window-alone-in-bias
# from: reference.py
# -     return {"x": inside, "weight": grad_weight, "bias": grad_out.sum(axis=(0, 2, 3), dtype=float)}
# +     return {"x": inside, "weight": grad_weight, "bias": grad_out[-1, :, -1, -1]}
