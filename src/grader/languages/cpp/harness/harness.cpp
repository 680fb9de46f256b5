// Runs a submission in its process: reads frames from descriptor 3, calls the function, answers on
// descriptor 4. Knows inputs only. The submission is a library of its own, so that nothing of it runs before
// the harness has said hello. Whoever takes the harness over gains nothing: the judge believes no word of it
// and compares outputs itself. The frames are described in protocol/frame.ts.
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <cxxabi.h>
#include <dlfcn.h>
#include <exception>
#include <iostream>
#include <unistd.h>

#include "confine.hpp"
#include "json.hpp"

namespace {

using anneal::Call;
using anneal::Entry;
using anneal::Json;
using anneal::Reply;

struct Frame {
  Json header;
  std::string payload;
};

void read_exactly(char *into, std::size_t length) {
  while (length > 0) {
    const ssize_t got = read(3, into, length);
    if (got < 0 && errno == EINTR) continue;
    // The judge has gone.
    if (got <= 0) _exit(0);
    into += got;
    length -= static_cast<std::size_t>(got);
  }
}

void write_all(const char *from, std::size_t length) {
  while (length > 0) {
    const ssize_t put = write(4, from, length);
    if (put < 0 && errno == EINTR) continue;
    if (put <= 0) _exit(0);
    from += put;
    length -= static_cast<std::size_t>(put);
  }
}

Frame read_frame() {
  std::uint32_t prefix[2];
  read_exactly(reinterpret_cast<char *>(prefix), sizeof prefix);
  std::string header(prefix[0], '\0');
  read_exactly(header.data(), header.size());
  Frame frame;
  frame.payload.resize(prefix[1]);
  read_exactly(frame.payload.data(), frame.payload.size());
  frame.header = anneal::JsonReader(header).value();
  return frame;
}

void write_frame(const Reply &reply) {
  // What the submission has printed comes before its answer.
  std::cout.flush();
  std::fflush(nullptr);
  const std::uint32_t prefix[2] = {static_cast<std::uint32_t>(reply.json.size()),
                                   static_cast<std::uint32_t>(reply.payload.size())};
  write_all(reinterpret_cast<const char *>(prefix), sizeof prefix);
  write_all(reply.json.data(), reply.json.size());
  write_all(reply.payload.data(), reply.payload.size());
}

Reply begin(const std::string &nonce) {
  Reply reply;
  reply.json = "{\"nonce\":";
  reply.quote(nonce);
  return reply;
}

/** Of the exception being handled: its type, and `what()` where it has one. */
Reply thrown(const std::string &nonce, const char *more) {
  const std::type_info *type = abi::__cxa_current_exception_type();
  const std::string name = type ? anneal::name_of(*type) : "a foreign exception";
  std::string message = name;
  try {
    throw;
  } catch (const std::exception &error) {
    message += std::string(": ") + std::string(error.what()).substr(0, 8000);
  } catch (const std::string &text) {
    message += ": " + text.substr(0, 8000);
  } catch (const char *text) {
    message += std::string(": ") + std::string(text).substr(0, 8000);
  } catch (int number) {
    message += ": " + std::to_string(number);
  } catch (...) {
  }
  Reply reply = begin(nonce);
  reply.json += more;
  reply.json += ",\"threw\":";
  reply.quote(name);
  reply.json += ",\"message\":";
  reply.quote(message);
  reply.json += '}';
  return reply;
}

Reply load(const Json &request, const std::string &nonce, Entry &entry) {
  Reply reply = begin(nonce);
  try {
    void *library = dlopen(request["file"].text.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (library == nullptr) throw std::runtime_error(dlerror());
    entry = reinterpret_cast<Entry>(dlsym(library, "anneal_call"));
  } catch (...) {
    return thrown(nonce, ",\"failed\":\"threw\"");
  }
  reply.json += entry ? ",\"loaded\":true}" : ",\"failed\":\"missing\",\"message\":\"\"}";
  return reply;
}

/**
 * Of each call that was kept, what writes its result again; null where that was a value of the caller's own,
 * which nobody can change.
 */
using Kept = std::vector<std::function<void(Reply &)>>;

Reply call(const Frame &frame, const std::string &nonce, Entry entry, Kept &kept) {
  Reply reply = begin(nonce);
  reply.json += ",\"result\":";
  try {
    Kept from_this;
    entry(Call{frame.header["args"], frame.payload.data(), true, &from_this}, reply);
    from_this.resize(1);
    if (frame.header.has("keep")) kept.push_back(from_this[0]);
  } catch (...) {
    return thrown(nonce, "");
  }
  reply.json += '}';
  return reply;
}

Reply recall(const std::string &nonce, const Kept &kept) {
  Reply reply = begin(nonce);
  reply.json += ",\"results\":[";
  const char *separator = "";
  for (const auto &write_again : kept) {
    reply.json += separator;
    separator = ",";
    if (write_again) write_again(reply);
    else reply.json += "null";
  }
  reply.json += "]}";
  return reply;
}

/**
 * Many calls for one measurement. Every output goes back at once, so that none can be put off until it is
 * asked for.
 */
Reply batch(const Frame &frame, const std::string &nonce, Entry entry) {
  Reply reply = begin(nonce);
  reply.json += ",\"results\":[";
  try {
    const char *separator = "";
    for (const Json &args : frame.header["calls"].list) {
      reply.json += separator;
      separator = ",";
      entry(Call{args, frame.payload.data(), false, nullptr}, reply);
    }
  } catch (...) {
    return thrown(nonce, "");
  }
  reply.json += "],\"cpuMs\":" + std::to_string(reply.cpu_ms) + '}';
  return reply;
}

}  // namespace

#ifdef ANNEAL_CHECKED
// The sanitizers read their settings here, before main: a submission cannot be asked for its own. Frames are
// told by place alone.
extern "C" {
__attribute__((visibility("default"))) const char *__asan_default_options() {
  return "detect_leaks=0:detect_odr_violation=0:detect_stack_use_after_return=1:allocator_may_return_null=1:quarantine_size_mb=16:"
         "handle_abort=1:handle_sigill=1:external_symbolizer_path=:print_legend=0:stack_trace_format=\"    #%n %p %L\"";
}
__attribute__((visibility("default"))) const char *__ubsan_default_options() { return "print_stacktrace=1"; }
}
#endif

// As `harness KIT PREFIX COMPILER ARGUMENT...` it becomes the compiler, which then reads no file that is none
// of its business.
int main(int count, char **words) {
  if (count > 3) {
    anneal::confine_compiler({"/usr", "/usr/local", words[2]}, words[1]);
    execv(words[3], words + 3);
    return 127;
  }
  // A line that was printed is seen even if the process crashes after it.
  std::setvbuf(stdout, nullptr, _IOLBF, 1 << 16);
  Reply hello;
  hello.json = "{\"hello\":{\"version\":";
  hello.quote(__VERSION__);
  hello.json += ",\"layers\":[";
  std::string comma;
  for (const std::string &layer : anneal::confine()) {
    hello.json += comma;
    hello.quote(layer.c_str());
    comma = ",";
  }
  hello.json += "]}}";
  write_frame(hello);
  Entry entry = nullptr;
  Kept kept;
  for (;;) {
    const Frame frame = read_frame();
    const std::string nonce = frame.header["nonce"].text;
    const std::string op = frame.header["op"].text;
    write_frame(op == "load"     ? load(frame.header, nonce, entry)
                : op == "call"   ? call(frame, nonce, entry, kept)
                : op == "recall" ? recall(nonce, kept)
                                 : batch(frame, nonce, entry));
  }
}
