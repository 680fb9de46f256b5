// Between the harness and one submission: how arguments are read from a request and a result is written to a reply.
// Precompiled together with anneal.hpp; the few lines that differ from exercise to exercise are generated (languages/cpp-glue.ts).
#ifndef ANNEAL_GLUE_HPP
#define ANNEAL_GLUE_HPP

#include <cstdio>
#include <cstdlib>
#include <cxxabi.h>
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

  const Json &operator[](const char *name) const {
    for (std::size_t at = 0; at < names.size(); at++) {
      if (names[at] == name) return list[at];
    }
    throw std::logic_error(std::string("the request has no ") + name);
  }
};

inline std::string name_of(const std::type_info &type) {
  int status = 0;
  char *plain = abi::__cxa_demangle(type.name(), nullptr, nullptr, &status);
  std::string name = plain ? plain : type.name();
  std::free(plain);
  return name;
}

template <class T>
constexpr const char *dtype() {
  if (std::is_same_v<T, std::uint8_t>) return "u8";
  if (std::is_same_v<T, std::int32_t>) return "i32";
  if (std::is_same_v<T, float>) return "f32";
  if (std::is_same_v<T, double>) return "f64";
  return nullptr;
}

/** The arguments of one call; the values are written as protocol/encode-value.ts says. */
struct Call {
  const Json &args;
  const char *payload;
  /** Whether the reply tells what the arguments hold after the call. */
  bool tells_arguments;

  static void read(const Json &from, std::string &into) { into = from.text; }

  /** A member may have another width than the starter's. */
  template <class T>
  std::enable_if_t<std::is_arithmetic_v<T>> read(const Json &from, T &into) const {
    into = static_cast<T>(from.kind == Json::Kind::object ? std::strtod(from["n"].text.c_str(), nullptr) : from.number);
  }

  template <class T>
  void read(const Json &from, NdArray<T> &into) const {
    const std::vector<Json> &parts = from["a"].list;
    std::size_t size = 1;
    for (const Json &length : parts[1].list) {
      into.shape.push_back(static_cast<int>(length.number));
      size *= static_cast<std::size_t>(length.number);
    }
    const T *start = reinterpret_cast<const T *>(payload + static_cast<std::size_t>(parts[2].number));
    into.data.assign(start, start + size);
  }
};

/** A reply in the making: JSON, and the bytes of its arrays, each at a multiple of 8. */
struct Reply {
  std::string json;
  std::string payload;

  void word(const char *name, const std::string &text) {
    json += std::string("{\"") + name + "\":";
    quote(text);
    json += '}';
  }

  void quote(const std::string &text) {
    json += '"';
    for (char letter : text) {
      char escape[8];
      if (letter == '"' || letter == '\\') {
        json += '\\';
        json += letter;
      } else if (static_cast<unsigned char>(letter) < 0x20) {
        std::snprintf(escape, sizeof escape, "\\u%04x", letter);
        json += escape;
      } else {
        json += letter;
      }
    }
    json += '"';
  }

  /** Whatever has another type is named to the judge, who knows what it should be. */
  template <class T>
  void put(const T &value) {
    if constexpr (std::is_same_v<T, bool>) {
      json += value ? "true" : "false";
    } else if constexpr (std::is_integral_v<T>) {
      json += std::to_string(value);
    } else if constexpr (std::is_floating_point_v<T>) {
      put_real(static_cast<double>(value));
    } else if constexpr (std::is_convertible_v<T, std::string>) {
      quote(value);
    } else {
      word("o", "a " + name_of(typeid(T)).substr(0, 150));
    }
  }

  template <class T>
  void put(const NdArray<T> &array) {
    std::size_t size = 1;
    std::string shape;
    for (int length : array.shape) {
      if (length < 0) return word("o", "an NdArray with a negative length in its shape");
      size *= static_cast<std::size_t>(length);
      shape += (shape.empty() ? "" : ", ") + std::to_string(length);
    }
    if (dtype<T>() == nullptr) return word("o", "a " + name_of(typeid(array)).substr(0, 150));
    if (size != array.data.size()) {
      return word("o", "an NdArray of shape [" + shape + "] with " + std::to_string(array.data.size()) +
                           " values in data");
    }
    json += std::string("{\"a\":[\"") + dtype<T>() + "\",[" + shape + "]," + std::to_string(payload.size()) + "]}";
    if (size > 0) payload.append(reinterpret_cast<const char *>(array.data.data()), size * sizeof(T));
    payload.append((8 - payload.size() % 8) % 8, '\0');
  }

 private:
  void put_real(double value) {
    if (std::isnan(value)) return word("n", "NaN");
    if (std::isinf(value)) return word("n", value > 0 ? "Infinity" : "-Infinity");
    if (value == 0 && std::signbit(value)) return word("n", "-0");
    char text[40];
    std::snprintf(text, sizeof text, "%.17g", value);
    json += text;
  }
};

/** What each submission's library exports as `anneal_call`: calls the function and writes its result. */
using Entry = void (*)(const Call &, Reply &);

}  // namespace anneal

#endif
