// verdict: compile-error
// everywhere: yes
// needs: read files
#define mean_filter reference_of_the_judge
#include "{{graders}}/mean-filter/reference.cpp"
#undef mean_filter

Image mean_filter(const Image &image, int ksize) { return reference_of_the_judge(image, ksize); }
