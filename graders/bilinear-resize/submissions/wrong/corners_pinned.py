# diagnosis: align-corners
# from: accepted/interpolated_lines.py
# -     at = (np.arange(wanted) + 0.5) * n / wanted - 0.5
# +     at = np.linspace(0, n - 1, wanted)
