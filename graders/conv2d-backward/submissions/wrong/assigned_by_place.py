# diagnosis: kernel-places-overwritten
# from: reference.py
# -             grad_x[read] += np.einsum("nohw,oc->nchw", grad_out, weight[:, :, a, b])
# +             grad_x[read] = np.einsum("nohw,oc->nchw", grad_out, weight[:, :, a, b])
