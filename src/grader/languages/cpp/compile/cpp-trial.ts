/** Asks for the headers of both libraries and for something to link, and is compiled at once. */
export const TRIAL = `#include <cstdlib>
#include <new>
int trial() { return new (std::nothrow) int == nullptr ? EXIT_FAILURE : EXIT_SUCCESS; }
`
