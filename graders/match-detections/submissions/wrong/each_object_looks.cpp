// diagnosis: matched-by-object
// from: reference.cpp
// -   for (const int at : order) {
// -     const Box box(&boxes.data[4 * at]);
// +   for (int object = 0; object < truths.shape[0]; object++) {
// +     const Box box(&truths.data[4 * object]);
// -     for (int object = 0; object < truths.shape[0]; object++) {
// -       if (taken[object]) continue;
// -       const double overlap = iou(box, Box(&truths.data[4 * object]));
// +     for (const int at : order) {
// +       if (flags.data[at]) continue;
// +       const double overlap = iou(box, Box(&boxes.data[4 * at]));
// -       best = object;
// +       best = at;
// -     taken[best] = true;
// -     flags.data[at] = 1;
// +     flags.data[best] = 1;
