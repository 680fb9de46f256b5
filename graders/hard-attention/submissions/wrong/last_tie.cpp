// diagnosis: hard-takes-last-tie
// from: accepted/running.cpp
// -       if (at(s) > best) {
// +       if (at(s) >= best) {
