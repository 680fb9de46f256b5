// diagnosis: window-one-long
// from: accepted/monotonic_deque.cpp
// -     if (falling.front() < at - 2 * radius) falling.pop_front();
// +     if (falling.front() < at - 2 * radius - 1) falling.pop_front();
