# diagnosis: windows-overwritten
# from: accepted/windows.py
# -             grad_x[read] += np.tensordot(grad_out[:, :, i, j], weight, axes=1)
# +             grad_x[read] = np.tensordot(grad_out[:, :, i, j], weight, axes=1)
