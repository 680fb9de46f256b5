// Reads the judge's own requests: well-formed JSON, as JSON.stringify writes it.
#ifndef ANNEAL_JSON_HPP
#define ANNEAL_JSON_HPP

#include <cstdlib>

#include "glue.hpp"

namespace anneal {

class JsonReader {
 public:
  explicit JsonReader(const std::string &text) : at_(text.c_str()) {}

  Json value() {
    Json json;
    switch (*at_) {
      case '{':
        json.kind = Json::Kind::object;
        parts('}', [&] {
          json.names.push_back(text());
          at_++;
          json.list.push_back(value());
        });
        return json;
      case '[':
        json.kind = Json::Kind::list;
        parts(']', [&] { json.list.push_back(value()); });
        return json;
      case '"':
        json.kind = Json::Kind::text;
        json.text = text();
        return json;
      case 't':
      case 'f':
        json.kind = Json::Kind::boolean;
        json.number = *at_ == 't';
        at_ += *at_ == 't' ? 4 : 5;
        return json;
      case 'n':
        at_ += 4;
        return json;
      default:
        json.kind = Json::Kind::number;
        char *end = nullptr;
        json.number = std::strtod(at_, &end);
        if (end == at_) throw std::logic_error("the request is no JSON");
        at_ = end;
        return json;
    }
  }

 private:
  const char *at_;

  template <class Part>
  void parts(char close, Part part) {
    at_++;
    while (*at_ != close) {
      part();
      if (*at_ == ',') at_++;
    }
    at_++;
  }

  std::string text() {
    std::string found;
    for (at_++; *at_ != '"'; at_++) {
      if (*at_ == '\\') {
        at_++;
        append_escaped(found);
      } else {
        found += *at_;
      }
    }
    at_++;
    return found;
  }

  void append_escaped(std::string &found) {
    static const char from[] = "bfnrt";
    static const char to[] = "\b\f\n\r\t";
    if (const char *plain = std::strchr(from, *at_)) {
      found += to[plain - from];
    } else if (*at_ == 'u') {
      // JSON.stringify escapes control characters and lone surrogates alone: no pair stands here.
      const unsigned code = static_cast<unsigned>(std::strtoul(std::string(at_ + 1, 4).c_str(), nullptr, 16));
      found += code < 0x80 ? static_cast<char>(code) : '?';
      at_ += 4;
    } else {
      found += *at_;
    }
  }
};

}  // namespace anneal

#endif
