// gcc keeps in a precompiled header what the standard library's own functions have still to instantiate, and
// does it for every submission anew: two thirds of what an empty file costs. Here it is done once. What is no
// constant expression is declared to be elsewhere (in ready.cpp, which asks for it); the rest is evaluated,
// and so instantiated, while the header is compiled. A library that has other names than these does without:
// build-cpp-kit.ts tries it.
#if defined(__GLIBCXX__) && !defined(__clang__)

#ifndef ANNEAL_READY
#define ANNEAL_READY extern template
#endif

#define ANNEAL_SPECIAL(T) \
  ANNEAL_READY T __assoc_laguerre<T>(unsigned, unsigned, T); \
  ANNEAL_READY T __assoc_legendre_p<T>(unsigned, unsigned, T, T); \
  ANNEAL_READY T __beta<T>(T, T); \
  ANNEAL_READY T __comp_ellint_1<T>(T); \
  ANNEAL_READY T __comp_ellint_2<T>(T); \
  ANNEAL_READY T __comp_ellint_3<T>(T, T); \
  ANNEAL_READY T __cyl_bessel_i<T>(T, T); \
  ANNEAL_READY T __cyl_bessel_j<T>(T, T); \
  ANNEAL_READY T __cyl_bessel_k<T>(T, T); \
  ANNEAL_READY T __cyl_neumann_n<T>(T, T); \
  ANNEAL_READY T __ellint_1<T>(T, T); \
  ANNEAL_READY T __ellint_2<T>(T, T); \
  ANNEAL_READY T __ellint_3<T>(T, T, T); \
  ANNEAL_READY T __expint<T>(T); \
  ANNEAL_READY T __laguerre<T>(unsigned, T); \
  ANNEAL_READY T __poly_hermite<T>(unsigned, T); \
  ANNEAL_READY T __poly_legendre_p<T>(unsigned, T); \
  ANNEAL_READY T __riemann_zeta<T>(T); \
  ANNEAL_READY T __sph_bessel<T>(unsigned, T); \
  ANNEAL_READY T __sph_legendre<T>(unsigned, unsigned, T); \
  ANNEAL_READY T __sph_neumann<T>(unsigned, T);

namespace std::__detail {
ANNEAL_SPECIAL(float)
ANNEAL_SPECIAL(long double)
}  // namespace std::__detail

#define ANNEAL_INTEGER(C, T, U) \
  ANNEAL_READY T __stoa<U, T, C, int>(U (*)(const C *, C **, int), const char *, const C *, std::size_t *, int);
#define ANNEAL_REAL(C, T) \
  ANNEAL_READY T __stoa<T, T, C>(T (*)(const C *, C **), const char *, const C *, std::size_t *);
#define ANNEAL_NUMBERS(C) \
  ANNEAL_INTEGER(C, int, long) \
  ANNEAL_INTEGER(C, long, long) \
  ANNEAL_INTEGER(C, unsigned long, unsigned long) \
  ANNEAL_INTEGER(C, long long, long long) \
  ANNEAL_INTEGER(C, unsigned long long, unsigned long long) \
  ANNEAL_REAL(C, float) \
  ANNEAL_REAL(C, double) \
  ANNEAL_REAL(C, long double)

namespace __gnu_cxx {
ANNEAL_NUMBERS(char)
ANNEAL_NUMBERS(wchar_t)
}  // namespace __gnu_cxx

#if __cplusplus >= 202002L && defined(__cpp_lib_constexpr_string) && __cpp_lib_constexpr_string >= 201907L
namespace anneal {

template <class C>
constexpr bool has_text() {
  const C letters[] = {C('a'), C('b'), C(0)};
  const std::basic_string_view<C> view(letters, 2);
  std::basic_string<C> text(letters, 2), copied;
  const std::basic_string<C> moved(std::move(text)), filled(40, C('a'));
  copied = moved;
  copied = filled;
  return copied.length() == 40 && filled.c_str()[1] == C('a') && view.length() == 2 && view.data() == letters &&
         std::char_traits<C>::length(letters) == 2 && moved.find(C('a')) == 0 && moved.compare(copied) != 0 &&
         copied.data() != nullptr;
}

static_assert(has_text<char>() && has_text<wchar_t>() && has_text<char8_t>() && has_text<char16_t>() && has_text<char32_t>());

}  // namespace anneal
#endif

#endif
