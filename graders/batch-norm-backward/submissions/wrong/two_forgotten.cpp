// diagnosis: path-through-the-variance-halved
// from: accepted/three_paths.cpp
// -       r.x.data[n * D + d] = gamma.data[d] * grad_out.data[n * D + d] / s + to_var * 2 * centred[n] / N + to_mean / N;
// +       r.x.data[n * D + d] = gamma.data[d] * grad_out.data[n * D + d] / s + to_var * centred[n] / N + to_mean / N;
