# diagnosis: empty-cluster-nan
# from: accepted/by_cluster.py
# -             if len(members):
# -                 centres[j] = members.mean(axis=0)
# +             centres[j] = members.mean(axis=0)
