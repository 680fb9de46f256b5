/** What a submission's process may ask of the kernel; whatever else there is or will be, it may not. */
export interface AllowedCall {
  readonly name: string
  /** Undefined where that processor has no such call. */
  readonly numbers: { readonly [P in Processor]: number | undefined }
  /** All of them must hold. */
  readonly where: readonly Condition[]
}

/** As `uname -m` names them. */
export type Processor = 'x86_64' | 'aarch64'

/** Undefined where there is no such kernel, or nobody has written down its calls. */
export function processorHere(): Processor | undefined {
  if (process.platform !== 'linux') return undefined
  return process.arch === 'x64' ? 'x86_64' : process.arch === 'arm64' ? 'aarch64' : undefined
}

/** Of the lower half of an argument, by its place. */
export type Condition =
  | { readonly kind: 'one of'; readonly argument: number; readonly values: readonly number[] }
  | { readonly kind: 'none of'; readonly argument: number; readonly bits: number }
  | { readonly kind: 'all of'; readonly argument: number; readonly bits: number }
  /** A process number: its own, or 0 where that means the same. */
  | { readonly kind: 'own'; readonly argument: number; readonly orZero: boolean }

/** What holds only for some programs. */
export interface CallNeeds {
  /** Node's event loop looks at descriptors that others need not have. */
  readonly eventLoop: boolean
  /** Where Landlock does not deny it, no file is opened for writing. */
  readonly opensForWriting: boolean
}

export function allowedCalls({ eventLoop, opensForWriting }: CallNeeds): readonly AllowedCall[] {
  const calls = [...read(EVERYWHERE), ...(eventLoop ? read(EVENT_LOOP) : [])]
  return calls.map((call) => ({
    ...call,
    where: [...(CONDITIONS[call.name] ?? []), ...(opensForWriting ? [] : (READ_ONLY[call.name] ?? []))],
  }))
}

/** Name, number on x86-64, number on ARM64. */
function read(table: string): readonly Omit<AllowedCall, 'where'>[] {
  return table.match(/\w+:-?\d+:-?\d+/g)?.map(readCall) ?? []
}

function readCall(entry: string): Omit<AllowedCall, 'where'> {
  const [name = '', ...numbers] = entry.split(':')
  const [x64, arm64] = numbers.map((text) => (text === '-1' ? undefined : Number(text)))
  return { name, numbers: { x86_64: x64, aarch64: arm64 } }
}

const EVERYWHERE = `
  files: read:0:63 readv:19:65 pread64:17:67 preadv:295:69 write:1:64 writev:20:66 lseek:8:62 close:3:57 close_range:436:436
    open:2:-1 openat:257:56 getdents:78:-1 getdents64:217:61 dup:32:23 dup2:33:-1 dup3:292:24
  what they are: stat:4:-1 lstat:6:-1 fstat:5:80 newfstatat:262:79 statx:332:291 access:21:-1 faccessat:269:48
    faccessat2:439:439 readlink:89:-1 readlinkat:267:78 getcwd:79:17
  memory: brk:12:214 mmap:9:222 mprotect:10:226 munmap:11:215 mremap:25:216 madvise:28:233 mincore:27:232 mbind:237:235
    get_mempolicy:239:236 membarrier:324:283
  threads: clone:56:220 futex:202:98 set_robust_list:273:99 get_robust_list:274:100 set_tid_address:218:96 rseq:334:293
    gettid:186:178 sched_yield:24:124 sched_getaffinity:204:123 sched_setaffinity:203:122 sched_getparam:143:121
    sched_getscheduler:145:120 getcpu:309:168 exit:60:93 exit_group:231:94 restart_syscall:219:128
  signals: rt_sigaction:13:134 rt_sigprocmask:14:135 rt_sigreturn:15:139 rt_sigpending:127:136 rt_sigtimedwait:128:137
    rt_sigsuspend:130:133 sigaltstack:131:132 pause:34:-1 kill:62:129 tgkill:234:131 alarm:37:-1 setitimer:38:103
    getitimer:36:102
  time: clock_gettime:228:113 clock_getres:229:114 clock_nanosleep:230:115 nanosleep:35:101 gettimeofday:96:169 time:201:-1
    times:100:153 getrusage:98:165
  itself: getpid:39:172 getppid:110:173 getpgrp:111:-1 getuid:102:174 geteuid:107:175 getgid:104:176 getegid:108:177
    getresuid:118:148 getresgid:120:150 getgroups:115:158 uname:63:160 sysinfo:99:179 getrandom:318:278 getrlimit:97:163
    prlimit64:302:261 arch_prctl:158:-1 prctl:157:167 capget:125:90
  descriptors: fcntl:72:25 ioctl:16:29 poll:7:-1 ppoll:271:73 select:23:-1 pselect6:270:72`

const EVENT_LOOP = `
  epoll_create1:291:20 epoll_ctl:233:21 epoll_wait:232:-1 epoll_pwait:281:22 eventfd2:290:19 pipe2:293:59
  getsockopt:55:209 getsockname:51:204`

const CLONE_THREAD = 0x1_0000
const CLONE_NEW_NAMESPACES = 0x7e02_0000
/** Pages that no process counts as its own: those that are shared, and huge ones. */
const MAP_SHARED = 0x1
const MAP_HUGETLB = 0x4_0000
/** Nor are those of a stack data, of which there is a limit. */
const MAP_GROWSDOWN = 0x100
const O_WRITES = 0x3 | 0x40 | 0x200

/**
 * How pages will be used, which can go, and whether they may be huge. Not that they are cold or should be put
 * out (the judge would take them for unused), and not that they may be shared with others that hold the same.
 */
const ADVICE = [0, 1, 2, 3, 4, 8, 9, 10, 11, 14, 15, 16, 17, 18, 19, 22, 23, 25, 102, 103]

const CONDITIONS: { readonly [name: string]: readonly Condition[] } = {
  clone: [
    { kind: 'all of', argument: 0, bits: CLONE_THREAD },
    { kind: 'none of', argument: 0, bits: CLONE_NEW_NAMESPACES },
  ],
  mmap: [{ kind: 'none of', argument: 3, bits: MAP_SHARED | MAP_HUGETLB | MAP_GROWSDOWN }],
  madvise: [{ kind: 'one of', argument: 2, values: ADVICE }],
  kill: [{ kind: 'own', argument: 0, orZero: false }],
  tgkill: [{ kind: 'own', argument: 0, orZero: false }],
  prlimit64: [{ kind: 'own', argument: 0, orZero: true }],
  sched_setaffinity: [{ kind: 'own', argument: 0, orZero: true }],
  // Copies of a descriptor and its flags, but nobody to signal, no lease, lock or size of a pipe.
  fcntl: [{ kind: 'one of', argument: 1, values: [0, 1, 2, 3, 4, 1030] }],
  // Whether it is a terminal, how large, what waits in it, and its flags.
  ioctl: [{ kind: 'one of', argument: 1, values: [0x5401, 0x5413, 0x541b, 0x5421, 0x5450, 0x5451] }],
  // Names of threads and of memory; what holds.
  prctl: [{ kind: 'one of', argument: 0, values: [15, 16, 0x5356_4d41, 3, 21, 23, 30, 39] }],
  // SO_TYPE.
  getsockopt: [
    { kind: 'one of', argument: 1, values: [1] },
    { kind: 'one of', argument: 2, values: [3] },
  ],
}

const READ_ONLY: { readonly [name: string]: readonly Condition[] } = {
  open: [{ kind: 'none of', argument: 1, bits: O_WRITES }],
  openat: [{ kind: 'none of', argument: 2, bits: O_WRITES }],
}
