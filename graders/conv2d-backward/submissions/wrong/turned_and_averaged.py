# diagnosis: kernel-flipped+bias-averaged
# from: reference.py
# -             grad_x[read] += np.einsum("nohw,oc->nchw", grad_out, weight[:, :, a, b])
# +             grad_x[read] += np.einsum("nohw,oc->nchw", grad_out, weight[:, :, -1 - a, -1 - b])
# -     return {"x": inside, "weight": grad_weight, "bias": grad_out.sum(axis=(0, 2, 3), dtype=float)}
# +     return {"x": inside, "weight": grad_weight, "bias": grad_out.mean(axis=(0, 2, 3), dtype=float)}
