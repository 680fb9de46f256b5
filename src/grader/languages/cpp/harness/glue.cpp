// The half of glue.hpp that every submission shares.
#include "glue.hpp"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <cxxabi.h>

namespace anneal {

std::string name_of(const std::type_info &type) {
  int status = 0;
  char *plain = abi::__cxa_demangle(type.name(), nullptr, nullptr, &status);
  std::string name = plain ? plain : type.name();
  std::free(plain);
  return name;
}

const Json &Json::operator[](const char *name) const {
  for (std::size_t at = 0; at < names.size(); at++) {
    if (names[at] == name) return list[at];
  }
  throw std::logic_error(std::string("the request has no ") + name);
}

bool Json::has(const char *name) const { return std::find(names.begin(), names.end(), name) != names.end(); }

double Call::number_in(const Json &from) {
  return from.kind == Json::Kind::object ? std::strtod(from["n"].text.c_str(), nullptr) : from.number;
}

const Json &Call::arg(int at) const { return args.list[static_cast<std::size_t>(at)]; }

void Call::read(const Json &from, std::string &into) const { into = from.text; }
void Call::read(const Json &from, NdArray<std::uint8_t> &into) const { read_array(from, into); }
void Call::read(const Json &from, NdArray<std::int32_t> &into) const { read_array(from, into); }
void Call::read(const Json &from, NdArray<float> &into) const { read_array(from, into); }
void Call::read(const Json &from, NdArray<double> &into) const { read_array(from, into); }

template <class T>
void Call::read_array(const Json &from, NdArray<T> &into) const {
  const std::vector<Json> &parts = from["a"].list;
  std::size_t size = 1;
  for (const Json &length : parts[1].list) {
    into.shape.push_back(static_cast<int>(length.number));
    size *= static_cast<std::size_t>(length.number);
  }
  const T *start = reinterpret_cast<const T *>(payload + static_cast<std::size_t>(parts[2].number));
  into.data.assign(start, start + size);
}

double cpu_ms() {
#ifdef CLOCK_THREAD_CPUTIME_ID
  timespec now;
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
#else
  return static_cast<double>(std::clock()) * 1e3 / CLOCKS_PER_SEC;
#endif
}

void Reply::raw(const char *text) { json += text; }

void Reply::word(const char *name, const std::string &text) {
  json += std::string("{\"") + name + "\":";
  quote(text);
  json += '}';
}

void Reply::quote(const std::string &text) {
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

void Reply::put_odd(const std::vector<std::string> &parts) {
  std::string separator = "{\"o\":[";
  for (const std::string &part : parts) {
    json += separator;
    quote(part);
    separator = ",";
  }
  json += "]}";
}

void Reply::put_type(const std::type_info &type) {
  raw("[\"type\",");
  quote(name_of(type).substr(0, 150));
  raw("]");
}

void Reply::put_name(const std::type_info &type) {
  raw("{\"o\":");
  put_type(type);
  raw("}");
}

void Reply::put_whole(long long value) { json += std::to_string(value); }
void Reply::put_whole(unsigned long long value) { json += std::to_string(value); }

void Reply::put_real(double value) {
  if (std::isnan(value)) return word("n", "NaN");
  if (std::isinf(value)) return word("n", value > 0 ? "Infinity" : "-Infinity");
  if (value == 0 && std::signbit(value)) return word("n", "-0");
  char text[40];
  std::snprintf(text, sizeof text, "%.17g", value);
  json += text;
}

void Reply::put_array(const char *dtype, std::size_t bytes, const std::vector<int> &lengths, const void *data,
                      std::size_t count) {
  std::size_t size = 1;
  std::string shape;
  for (int length : lengths) {
    if (length < 0) return put_odd({"negative-shape"});
    size *= static_cast<std::size_t>(length);
    shape += (shape.empty() ? "" : ", ") + std::to_string(length);
  }
  if (size != count) return put_odd({"sizes", shape, std::to_string(count)});
  json += std::string("{\"a\":[\"") + dtype + "\",[" + shape + "]," + std::to_string(payload.size()) + "]}";
  if (size > 0) payload.append(static_cast<const char *>(data), size * bytes);
  payload.append((8 - payload.size() % 8) % 8, '\0');
}

}  // namespace anneal
