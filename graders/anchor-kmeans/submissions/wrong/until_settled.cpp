// diagnosis: until-nothing-changes
// from: accepted/labels.cpp
// -   while (iterations-- > 0) {
// +   while (true) {
