// Takes away from this process, for good, what no exercise needs; runs before a submission is loaded.
// confine.py does the same for Python.
#pragma once

#include <string>
#include <vector>

#if defined(__linux__) && defined(__LP64__) && (defined(__x86_64__) || defined(__aarch64__))
#include <cstdint>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace anneal {

constexpr std::uint64_t LIST = 1 << 3, READ = 1 << 2 | LIST;

inline void allow_path(long rules, const std::string &path, std::uint64_t access) {
  struct __attribute__((packed)) {
    std::uint64_t access;
    std::int32_t folder;
  } beneath{access, open(path.c_str(), O_PATH | O_CLOEXEC)};
  if (beneath.folder < 0) return;
  syscall(445, rules, 1, &beneath, 0);
  close(beneath.folder);
}

inline std::vector<std::string> names_in(const std::string &path) {
  std::vector<std::string> names;
  DIR *folder = opendir(path.c_str());
  if (folder == nullptr) return names;
  while (const dirent *entry = readdir(folder)) {
    const std::string name = entry->d_name;
    if (name != "." && name != "..") names.push_back(name);
  }
  closedir(folder);
  return names;
}

// All of a folder of libraries but packages of npm: Anneal itself may be one of them.
inline void allow_library(long rules, const std::string &library, std::uint64_t how = READ) {
  if (access((library + "/node_modules").c_str(), F_OK) != 0) return allow_path(rules, library, how);
  // The names alone: a compiler's linker looks through them.
  if (how != READ) allow_path(rules, library, LIST);
  for (const std::string &name : names_in(library)) {
    if (name != "node_modules") allow_path(rules, library + "/" + name, how);
  }
}

// Denies every way to a file that the kernel knows, but for what is allowed afterwards. Negative where there
// is no Landlock.
inline long begin_rules(std::uint64_t &files) {
  const long abi = syscall(444, nullptr, 0, 1);
  if (abi < 1) return -1;
  files = (1u << (abi < 2 ? 13 : abi < 3 ? 14 : abi < 5 ? 15 : 16)) - 1;
  const std::uint64_t handled[] = {files, abi >= 4 ? 3u : 0u, abi >= 6 ? 3u : 0u};
  return syscall(444, handled, abi < 4 ? 8 : abi < 6 ? 16 : 24, 0);
}

// Landlock (Linux 5.13): nothing can be written, and nothing read but the system's libraries and the scratch folder.
inline bool allow_reading() {
  std::uint64_t files = 0;
  const long rules = begin_rules(files);
  if (rules < 0) return false;
  for (const char *path : {"/lib", "/lib64", "/usr/lib", "/usr/lib64", "/usr/local/lib", "/usr/local/lib64"}) allow_library(rules, path);
  allow_path(rules, ".", READ);
  for (const char *path : {"/etc/ld.so.cache", "/etc/localtime", "/proc/cpuinfo", "/dev/zero", "/dev/urandom"}) allow_path(rules, path, 1 << 2);
  allow_path(rules, "/dev/null", 1 << 2 | 1 << 1);
  const bool held = syscall(446, rules, 0) == 0;
  close(static_cast<int>(rules));
  return held;
}

#include "allowed-calls.inc"

// seccomp: only what walls/allowed-calls.ts names.
inline bool filter_calls(bool opens_for_writing) {
  std::vector<sock_filter> code = opens_for_writing ? beside_landlock() : without_landlock();
  for (sock_filter &step : code) {
    if (step.k == OWN_PROCESS) step.k = static_cast<std::uint32_t>(getpid());
  }
  const sock_fprog program{static_cast<unsigned short>(code.size()), code.data()};
  return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) == 0;
}

// Root's too, for good: no program that it could start gets them back.
inline void drop_capabilities() {
  for (int capability = 0; capability < 64; capability++) prctl(PR_CAPBSET_DROP, capability, 0, 0, 0);
  const std::uint32_t header[] = {0x20080522, 0}, none[6] = {};
  syscall(SYS_capset, header, none);
}

// What a compiler reads besides the submission: the system, its own prefix and our kit. It writes into the
// scratch folder only.
inline void confine_compiler(const std::vector<std::string> &prefixes, const std::string &kit) {
  std::uint64_t files = 0;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return;
  drop_capabilities();
  const long rules = begin_rules(files);
  if (rules < 0) return;
  constexpr std::uint64_t run = READ | 1;
  for (const std::string &prefix : prefixes) {
    for (const std::string &name : names_in(prefix)) {
      if (prefix + name != "/usrlocal") allow_library(rules, prefix + "/" + name, run);
    }
  }
  for (const char *path : {"/bin", "/lib", "/lib32", "/lib64", "/etc/alternatives", "/nix/store"}) allow_library(rules, path, run);
  for (const char *path : {"/etc/ld.so.cache", "/proc/meminfo", "/proc/cpuinfo"}) allow_path(rules, path, 1 << 2);
  allow_path(rules, "/dev/null", 1 << 2 | 1 << 1);
  allow_path(rules, kit, READ);
  allow_path(rules, ".", files);
  syscall(446, rules, 0);
  close(static_cast<int>(rules));
}

// The layers that hold now.
inline std::vector<std::string> confine() {
  std::vector<std::string> layers;
  if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0) return layers;
  drop_capabilities();
  if (allow_reading()) layers.push_back("landlock");
  if (filter_calls(!layers.empty())) layers.push_back("seccomp");
  return layers;
}

} // namespace anneal
#else
namespace anneal {

inline void confine_compiler(const std::vector<std::string> &, const std::string &) {}

// The system has no layer that a process can put on itself.
inline std::vector<std::string> confine() { return {}; }

} // namespace anneal
#endif
