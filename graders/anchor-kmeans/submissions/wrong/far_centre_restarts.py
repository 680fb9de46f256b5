# diagnosis: none
# from: accepted/by_cluster.py
# -             if len(members):
# -                 centres[j] = members.mean(axis=0)
# +             if len(members):
# +                 centres[j] = members.mean(axis=0)
# +             elif len(sizes):
# +                 centres[j] = sizes[0]
