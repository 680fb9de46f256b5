// diagnosis: column-only
// from: accepted/van_herk.cpp
// -   auto columns = turned(image.data, height, width);
// -   minima_down(columns, width, height, ksize);
// -   image.data = turned(columns, width, height);
