# diagnosis: median-update
# from: accepted/by_cluster.py
# -                 centres[j] = members.mean(axis=0)
# +                 centres[j] = np.median(members, axis=0)
