import numpy as np


def connected_components(mask):
    """As scipy.ndimage.label with a 3 x 3 square: runs of foreground are joined by union-find, row by row."""
    height, width = mask.shape
    edges = np.diff(mask != 0, axis=1, prepend=False, append=False)
    rows, columns = np.nonzero(edges)
    rows, starts, ends = rows[::2], columns[::2], columns[1::2]
    roots = join(starts.tolist(), ends.tolist(), np.searchsorted(rows, np.arange(height + 1)).tolist())
    # A root is the first run of its component, so that the order of roots is that of first pixels.
    labels = np.unique(roots, return_inverse=True)[1] + 1
    steps = np.zeros((height, width + 1), np.int32)
    steps[rows, starts] += labels.astype(np.int32)
    steps[rows, ends] -= labels.astype(np.int32)
    return np.cumsum(steps, axis=1, dtype=np.int32)[:, :width]


def join(starts, ends, first_of_row):
    """For each run, the first run of its component."""
    parent = list(range(len(starts)))

    def root_of(run):
        while parent[run] != run:
            parent[run] = run = parent[parent[run]]
        return run

    for above, here, end in zip(first_of_row, first_of_row[1:], first_of_row[2:]):
        begin = here
        while above < begin and here < end:
            # Ends are exclusive: runs that touch by a corner count.
            if starts[above] <= ends[here] and starts[here] <= ends[above]:
                one, other = root_of(above), root_of(here)
                parent[max(one, other)] = min(one, other)
            if ends[above] < ends[here]:
                above += 1
            else:
                here += 1
    return np.array([root_of(run) for run in range(len(starts))], dtype=np.int64)
