// diagnosis: thresholds-reached
// from: reference.cpp
// -       if (all[at].size <= low || !is_maximum(&all[at], stride)) continue;
// +       if (all[at].size < low || !is_maximum(&all[at], stride)) continue;
// -       if (all[at].size > high) stack.push_back(at);
// +       if (all[at].size >= high) stack.push_back(at);
