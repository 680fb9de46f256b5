# diagnosis: last-image-alone
# from: reference.py
# -             grad_weight[:, :, a, b] = np.einsum("nohw,nchw->oc", grad_out, padded[read])
# +             for g, image in zip(grad_out, padded[read]):
# +                 grad_weight[:, :, a, b] = np.einsum("ohw,chw->oc", g, image)
# -     return {"x": inside, "weight": grad_weight, "bias": grad_out.sum(axis=(0, 2, 3), dtype=float)}
# +     return {"x": inside, "weight": grad_weight, "bias": grad_out[-1].sum(axis=(1, 2), dtype=float)}
