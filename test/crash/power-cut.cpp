// Loaded before a program (LD_PRELOAD), counts each call that changes a file below CUT_ROOT, and lets the CUT_AT-th be the last: the process is
// killed before it, and what was written since a file was last forced to the disk is lost as a whole (CUT_MODE=lose) or in part, sector by sector
// (tear), or not at all (kill). In the modes full and fail that call is refused instead: for good by a full disk, once by one that fails.
// Names that are given or taken away count as durable at once, as a journal of a file system that keeps their order has them.
#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdarg>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <map>
#include <mutex>
#include <string>
#include <sys/stat.h>
#include <unistd.h>
#include <vector>

namespace {

using Bytes = std::vector<char>;

template <typename F> F real(const char *name) { return reinterpret_cast<F>(dlsym(RTLD_NEXT, name)); }
#define REAL(name) (real<decltype(&::name)>(#name))

std::string setting(const char *name) {
  const char *value = getenv(name);
  return value ? value : "";
}

const std::string &root() {
  static const std::string path = setting("CUT_ROOT");
  return path;
}

bool isBelow(const std::string &path) {
  return !root().empty() && path.compare(0, root().size() + 1, root() + "/") == 0;
}

std::string pathOf(int fd) {
  char path[4096];
  const auto length = readlink(("/proc/self/fd/" + std::to_string(fd)).c_str(), path, sizeof path);
  return length < 0 ? "" : std::string(path, length);
}

// SQLite maps its index of what is written ahead, and makes it anew: nothing durable hangs on it.
bool isWatched(const std::string &path) {
  return isBelow(path) && !(path.size() > 4 && path.compare(path.size() - 4, 4, "-shm") == 0);
}

struct Change {
  off_t at;
  Bytes before, after;
  off_t sizeBefore, sizeAfter;
};

struct File {
  int fd = -1; // Never closed: that would take the program's locks away.
  std::vector<Change> unforced;
};

std::mutex guard;
std::map<std::pair<dev_t, ino_t>, File> files;
long calls = 0;
bool isFull = false;

File &fileOf(int fd) {
  struct stat found;
  fstat(fd, &found);
  File &file = files[{found.st_dev, found.st_ino}];
  if (file.fd < 0) file.fd = REAL(open)(("/proc/self/fd/" + std::to_string(fd)).c_str(), O_RDWR);
  return file;
}

off_t sizeOf(int fd) {
  struct stat found;
  return fstat(fd, &found) == 0 ? found.st_size : 0;
}

Bytes contentOf(int fd, off_t at, size_t length) {
  Bytes bytes(length);
  const auto got = pread(fd, bytes.data(), length, at);
  bytes.resize(got < 0 ? 0 : got);
  return bytes;
}

uint64_t drawn = 0;
uint64_t draw() {
  drawn += 0x9e3779b97f4a7c15;
  uint64_t mixed = (drawn ^ (drawn >> 30)) * 0xbf58476d1ce4e5b9;
  mixed = (mixed ^ (mixed >> 27)) * 0x94d049bb133111eb;
  return mixed ^ (mixed >> 31);
}

void put(int fd, const Bytes &bytes, size_t from, size_t to, off_t at) {
  if (from < to && REAL(pwrite)(fd, bytes.data() + from, to - from, at + from) < 0) abort();
}

constexpr size_t SECTOR = 512;

void redoInPart(File &file) {
  for (const auto &change : file.unforced) {
    if (change.sizeAfter < change.sizeBefore && draw() % 2 && REAL(ftruncate)(file.fd, change.sizeAfter) < 0) abort();
    for (size_t from = 0; from < change.after.size(); from += SECTOR)
      if (draw() % 2) put(file.fd, change.after, from, std::min(from + SECTOR, change.after.size()), change.at);
  }
}

void loseUnforced(bool inPart) {
  drawn = strtoull(setting("CUT_SEED").c_str(), nullptr, 10) + calls;
  for (auto &[_, file] : files) {
    for (auto change = file.unforced.rbegin(); change != file.unforced.rend(); ++change) {
      put(file.fd, change->before, 0, change->before.size(), change->at);
      if (REAL(ftruncate)(file.fd, change->sizeBefore) < 0) abort();
    }
    if (inPart) redoInPart(file);
  }
}

enum class Call { write, name, force };

// Whether the call is to be refused. Does not come back where the power is cut.
bool isRefused(Call call) {
  static const long last = atol(setting("CUT_AT").c_str());
  static const std::string mode = setting("CUT_MODE");
  if (isFull && call == Call::write) return errno = ENOSPC, true;
  if (++calls != last) return false;
  if (mode == "full") return isFull = true, call == Call::write ? (errno = ENOSPC, true) : false;
  if (mode == "fail") return errno = EIO, true;
  if (mode != "kill") loseUnforced(mode == "tear");
  raise(SIGKILL);
  return true;
}

void noteWrite(int fd, const void *bytes, size_t length, off_t at) {
  File &file = fileOf(fd);
  const auto size = sizeOf(fd);
  const auto *from = static_cast<const char *>(bytes);
  file.unforced.push_back(
      {at, contentOf(file.fd, at, length), Bytes(from, from + length), size, std::max<off_t>(size, at + length)});
}

int force(int fd, int (*forced)(int)) {
  if (!isWatched(pathOf(fd)) && pathOf(fd) != root()) return forced(fd);
  std::lock_guard<std::mutex> lock(guard);
  if (isRefused(Call::force)) return -1;
  struct stat found;
  // The disk itself need not be waited for: that it was asked is what counts here.
  if (fstat(fd, &found) == 0) files[{found.st_dev, found.st_ino}].unforced.clear();
  return 0;
}

int cut(int fd, off_t length) {
  if (!isWatched(pathOf(fd))) return REAL(ftruncate)(fd, length);
  std::lock_guard<std::mutex> lock(guard);
  if (isRefused(Call::name)) return -1;
  File &file = fileOf(fd);
  const auto size = sizeOf(fd);
  const auto tail = length < size ? contentOf(file.fd, length, size - length) : Bytes();
  file.unforced.push_back({length, tail, {}, size, length});
  return REAL(ftruncate)(fd, length);
}

int opened(const char *path, int flags, mode_t mode) {
  static const auto open = REAL(open);
  const bool makes = flags & O_CREAT && isWatched(path) && access(path, F_OK) != 0;
  if (!makes) return open(path, flags, mode);
  std::lock_guard<std::mutex> lock(guard);
  return isRefused(Call::write) ? -1 : open(path, flags, mode);
}

bool isNameRefused(const char *path, Call call = Call::name) {
  if (!isWatched(path)) return false;
  std::lock_guard<std::mutex> lock(guard);
  return isRefused(call);
}

// Node counts in a file, for its output is the scenario's.
struct AtEnd {
  ~AtEnd() {
    const auto path = setting("CUT_COUNT");
    if (path.empty()) return;
    if (FILE *file = fopen(path.c_str(), "w")) {
      fprintf(file, "%ld", calls);
      fclose(file);
    }
  }
} atEnd;

} // namespace

extern "C" {

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  const mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return opened(path, flags, mode);
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t at) {
  if (!isWatched(pathOf(fd))) return REAL(pwrite)(fd, bytes, length, at);
  std::lock_guard<std::mutex> lock(guard);
  if (isRefused(Call::write)) return -1;
  noteWrite(fd, bytes, length, at);
  return REAL(pwrite)(fd, bytes, length, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t at) { return pwrite(fd, bytes, length, at); }

ssize_t write(int fd, const void *bytes, size_t length) {
  if (!isWatched(pathOf(fd))) return REAL(write)(fd, bytes, length);
  std::lock_guard<std::mutex> lock(guard);
  if (isRefused(Call::write)) return -1;
  const bool appends = fcntl(fd, F_GETFL) & O_APPEND;
  noteWrite(fd, bytes, length, appends ? sizeOf(fd) : lseek(fd, 0, SEEK_CUR));
  return REAL(write)(fd, bytes, length);
}

int fsync(int fd) { return force(fd, REAL(fsync)); }
int fdatasync(int fd) { return force(fd, REAL(fdatasync)); }
int ftruncate(int fd, off_t length) { return cut(fd, length); }
int ftruncate64(int fd, off64_t length) { return cut(fd, length); }

int rename(const char *from, const char *to) { return isNameRefused(to) ? -1 : REAL(rename)(from, to); }
int unlink(const char *path) { return isNameRefused(path) ? -1 : REAL(unlink)(path); }
int link(const char *from, const char *to) { return isNameRefused(to, Call::write) ? -1 : REAL(link)(from, to); }
int mkdir(const char *path, mode_t mode) { return isNameRefused(path, Call::write) ? -1 : REAL(mkdir)(path, mode); }
int rmdir(const char *path) { return isNameRefused(path) ? -1 : REAL(rmdir)(path); }
}
