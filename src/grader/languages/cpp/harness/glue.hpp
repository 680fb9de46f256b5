// Between the harness and one submission: how arguments are read from a request and a result is written to a
// reply.
// Precompiled together with anneal.hpp; what needs no type of the submission's is compiled once, in glue.cpp,
// and nothing here makes a submission instantiate what it does not use itself: that took a third of the time
// that compiling takes. The few lines that differ from exercise to exercise are generated
// (languages/cpp-glue.ts).
#ifndef ANNEAL_GLUE_HPP
#define ANNEAL_GLUE_HPP

#include <functional>
#include <type_traits>
#include <typeinfo>

#include "anneal.hpp"

namespace anneal {

/** Part of a frame's header. An object has `names` for the parts in `list`. */
struct Json {
  enum class Kind { null, boolean, number, text, list, object };
  Kind kind = Kind::null;
  double number = 0;
  std::string text;
  std::vector<std::string> names;
  std::vector<Json> list;

  const Json &operator[](const char *name) const;
  bool has(const char *name) const;
};

std::string name_of(const std::type_info &type);

template <class T>
constexpr const char *dtype() {
  if (std::is_same_v<T, std::uint8_t>) return "u8";
  if (std::is_same_v<T, std::int32_t>) return "i32";
  if (std::is_same_v<T, float>) return "f32";
  if (std::is_same_v<T, double>) return "f64";
  return nullptr;
}

struct Reply;

/** The arguments of one call; the values are written as protocol/encode-value.ts says. */
struct Call {
  const Json &args;
  const char *payload;
  /** Whether the reply tells what the arguments hold after the call. */
  bool tells_arguments;
  /** What writes a result again that is not the caller's own; undefined where none is kept. */
  std::vector<std::function<void(Reply &)>> *kept;

  const Json &arg(int at) const;

  void read(const Json &from, std::string &into) const;
  void read(const Json &from, NdArray<std::uint8_t> &into) const;
  void read(const Json &from, NdArray<std::int32_t> &into) const;
  void read(const Json &from, NdArray<float> &into) const;
  void read(const Json &from, NdArray<double> &into) const;

  /** A member may have another width than the starter's. */
  template <class T>
  std::enable_if_t<std::is_arithmetic_v<T>> read(const Json &from, T &into) const {
    into = static_cast<T>(number_in(from));
  }

 private:
  static double number_in(const Json &from);
  template <class T>
  void read_array(const Json &from, NdArray<T> &into) const;
};

/**
 * CPU time of this thread; where that is not told, of the process. The process's own clock moves in steps of
 * 4 ms where its CPU time has a limit (Linux).
 */
double cpu_ms();

/** A reply in the making: JSON, and the bytes of its arrays, each at a multiple of 8. */
struct Reply {
  std::string json;
  std::string payload;
  /** CPU time in the function itself. */
  double cpu_ms = 0;

  void raw(const char *text);
  void quote(const std::string &text);

  /** Whatever has another type is named to the judge, who knows what it should be. */
  template <class T>
  void put(const T &value) {
    if constexpr (std::is_same_v<T, bool>) {
      raw(value ? "true" : "false");
    } else if constexpr (std::is_integral_v<T> && std::is_signed_v<T>) {
      put_whole(static_cast<long long>(value));
    } else if constexpr (std::is_integral_v<T>) {
      put_whole(static_cast<unsigned long long>(value));
    } else if constexpr (std::is_floating_point_v<T>) {
      put_real(static_cast<double>(value));
    } else if constexpr (std::is_convertible_v<T, std::string>) {
      quote(value);
    } else {
      put_name(typeid(T));
    }
  }

  template <class T>
  void put(const NdArray<T> &array) {
    if constexpr (dtype<T>() != nullptr) {
      put_array(dtype<T>(), sizeof(T), array.shape, array.data.data(), array.data.size());
    } else if constexpr (std::is_arithmetic_v<T>) {
      // Numbers count, not what holds them; whether one is lost is the judge's to say.
      const std::vector<double> numbers(array.data.begin(), array.data.end());
      raw("{\"c\":[");
      put_type(typeid(array));
      raw(",");
      put_array("f64", sizeof(double), array.shape, numbers.data(), numbers.size());
      raw("]}");
    } else {
      put_name(typeid(array));
    }
  }

 private:
  void word(const char *name, const std::string &text);
  /** What no signature allows: protocol/odd-value.ts has the forms. */
  void put_odd(const std::vector<std::string> &parts);
  void put_type(const std::type_info &type);
  void put_name(const std::type_info &type);
  void put_whole(long long value);
  void put_whole(unsigned long long value);
  void put_real(double value);
  void put_array(const char *dtype, std::size_t bytes, const std::vector<int> &lengths, const void *data,
                 std::size_t count);
};

/** Whether it is one of the values, or a member of one. */
template <class... T>
bool lies_in(const void *place, const T &...values) {
  const auto at = reinterpret_cast<std::uintptr_t>(place);
  const auto holds = [at](const auto &value) {
    const auto start = reinterpret_cast<std::uintptr_t>(&value);
    return at >= start && at < start + sizeof value;
  };
  return (holds(values) || ...);
}

/** A value is its caller's; what a reference names may be overwritten by the next call, but for an argument. */
template <class Result, class Value, class Write, class... T>
void keep(const Call &call, const Value &result, Write write, const T &...args) {
  if constexpr (std::is_lvalue_reference_v<Result>) {
    if (call.kept && !lies_in(&result, args...))
      call.kept->push_back([write, kept = &result](Reply &out) { write(*kept, out); });
  }
}

/** What each submission's library exports as `anneal_call`: calls the function and writes its result. */
using Entry = void (*)(const Call &, Reply &);

}  // namespace anneal

// For submissions: the harness and glue.cpp are compiled once.
#if __has_include("ready.hpp") && !defined(ANNEAL_HARNESS)
#include "ready.hpp"
#endif

#endif
