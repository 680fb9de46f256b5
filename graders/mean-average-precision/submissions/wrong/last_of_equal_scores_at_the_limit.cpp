// diagnosis: none
// from: reference.cpp
// -       std::stable_sort(found.begin(), found.end(), falling([&](int at) { return scores.data[at]; }));
// -       found.resize(std::min(found.size(), MAX_DETECTIONS));
// +       std::reverse(found.begin(), found.end());
// +       std::stable_sort(found.begin(), found.end(), falling([&](int at) { return scores.data[at]; }));
// +       found.resize(std::min(found.size(), MAX_DETECTIONS));
// +       std::sort(found.begin(), found.end());
// +       std::stable_sort(found.begin(), found.end(), falling([&](int at) { return scores.data[at]; }));
