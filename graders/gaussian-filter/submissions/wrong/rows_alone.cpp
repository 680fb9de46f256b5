// diagnosis: rows-alone
// from: accepted/scattered.cpp
// -     blur_line(column, side);
