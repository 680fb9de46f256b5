// from: reference.cpp
// -     for (int c = 0; c < C; c++)
// -       for (int a = 0; a < kh; a++)
// +     for (int c = C - 1; c >= 0; c--)
// +       for (int a = 0; a < kh; a++)
