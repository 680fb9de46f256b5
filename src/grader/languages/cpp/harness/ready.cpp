// Where what ready.hpp declares to be elsewhere is.
#define ANNEAL_READY template
#include "glue.hpp"
