// verdict: accepted
// danger: start programs
#include <sys/ioctl.h>
#include <sys/ipc.h>
#include <sys/msg.h>
#include <sys/prctl.h>
#include <sys/sem.h>
#include <sys/shm.h>
#include <sys/syscall.h>
#include <linux/fs.h>

/** What no list of denials knows, or knew in time: whatever comes through is told. */
Image mean_filter(const Image &image, int ksize) {
  const char *notes = "{{home}}/notes.txt";
  struct { std::uint64_t flags; std::uint32_t rest[4]; } attributes{0x80 | 0x20, {}};
  struct { std::uint64_t set, clear, propagation, fd; } mount{1, 0, 0, 0};
  char place[4096] = {};
  if (syscall(469, AT_FDCWD, notes, &attributes, sizeof attributes, 0) == 0) reached("file_setattr");
  if (syscall(468, AT_FDCWD, notes, &attributes, sizeof attributes, 0) == 0) reached("file_getattr");
  if (syscall(467, AT_FDCWD, "/tmp", 0, &mount, sizeof mount) >= 0) reached("open_tree_attr");
  if (syscall(457, place, place, 4096, 0) == 0 || syscall(458, place, place, 10, 0) >= 0) reached("mounts");
  if (syscall(463, AT_FDCWD, notes, 0, "user.x", place, 16) == 0) reached("setxattrat");
  if (syscall(434, getppid(), 0) >= 0 || syscall(425, 1, place) >= 0 || syscall(435, place, 88) > 0) reached("a descriptor");
  for (const int own : {F_SETOWN, 15, 10, 1024, 1026, 1031, 1033}) {
    if (fcntl(4, own, own == F_SETOWN ? getppid() : 1) >= 0) reached("fcntl " + std::to_string(own));
  }
  int flags = 0x40, exe = open("/proc/self/exe", O_RDONLY), lib = open("harness", O_RDONLY);
  for (const int file : {exe, lib, 4}) {
    if (file >= 0 && (ioctl(file, FS_IOC_GETFLAGS, &flags) == 0 || ioctl(file, FS_IOC_SETFLAGS, &flags) == 0)) reached("attributes");
  }
  if (shmget(0x5ec, 4096, IPC_CREAT | 0600) >= 0 || msgget(0x5ec, IPC_CREAT | 0600) >= 0 || semget(0x5ec, 1, IPC_CREAT | 0600) >= 0) reached("IPC");
  for (int id = 0; id < 1000; id++) {
    if (shmat(id, nullptr, 0) != reinterpret_cast<void *>(-1)) reached("shared memory of another");
  }
  if (syscall(SYS_mq_open, "x", O_CREAT | O_RDWR, 0600, nullptr) >= 0) reached("a message queue");
  if (errno != EPERM) reached("mq_open that fails by itself");
  if (mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED) reached("shared pages");
  std::uint32_t header[] = {0x20080522, 0}, held[6] = {};
  syscall(SYS_capget, header, held);
  if ((held[0] | held[1] | held[3] | held[4]) != 0) reached("a capability");
  std::uint32_t wanted[6] = {~0u, ~0u, ~0u, ~0u, ~0u, ~0u};
  if (syscall(SYS_capset, header, wanted) == 0) reached("capset");
  return right(image, ksize);
}
