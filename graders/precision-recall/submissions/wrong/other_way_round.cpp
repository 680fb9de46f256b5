// diagnosis: precision-and-recall-swapped
// from: accepted/pairs.cpp
// -   return result;
// +   return {result.recall, result.precision};
