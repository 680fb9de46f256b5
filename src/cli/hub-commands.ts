import { type Command, defineCommand } from './arguments/command.ts'
import { anyText, JOBS, JSON_FLAG, PORT, wholeNumber } from './flags.ts'

const COURSE = {
  help: { en: 'of which course (else: course)', zh: '所属课程（默认 course）' },
  value: anyText('name'),
}

const invite = defineCommand({
  name: 'invite',
  summary: { en: 'let somebody in, and print their token', zh: '添加成员，并显示其令牌' },
  description: {
    en: 'The token is shown once; the hub keeps its hash alone. A course is made with its first member.',
    zh: '令牌只显示一次，hub 只保存其哈希值。课程随第一位成员创建。',
  },
  args: ['<name>'],
  flags: {
    teacher: { help: { en: 'as a teacher of the course', zh: '作为该课程的教师' } },
    course: COURSE,
    json: JSON_FLAG,
  },
  run: async ([name], flags) => (await import('./hub/run-hub.ts')).inviteTo(name, flags),
})

const people = defineCommand({
  name: 'people',
  summary: { en: 'list who is in', zh: '列出成员' },
  flags: { json: JSON_FLAG },
  run: async (_, flags) => (await import('./hub/run-hub.ts')).printPeople(flags),
})

const WHICH_COURSE = {
  help: { en: 'where several have one of that name', zh: '多个课程中有同名成员时指明课程' },
  value: anyText('name'),
}

const token = defineCommand({
  name: 'token',
  summary: { en: 'give somebody a new token; the old one is void', zh: '为成员换发令牌，旧令牌作废' },
  args: ['<name>'],
  flags: { course: WHICH_COURSE, json: JSON_FLAG },
  run: async ([name], flags) => (await import('./hub/run-hub.ts')).renewTokenOf(name, flags),
})

const remove = defineCommand({
  name: 'remove',
  summary: {
    en: 'delete somebody, with all that the hub has of them',
    zh: '删除成员及其在 hub 中的全部数据',
  },
  args: ['<name>'],
  flags: {
    course: WHICH_COURSE,
    yes: { help: { en: 'it is meant', zh: '确认删除' } },
    json: JSON_FLAG,
  },
  run: async ([name], flags) => (await import('./hub/run-hub.ts')).removeFrom(name, flags),
})

const JOBS_AT_ONCE = {
  help: { en: 'how many to judge at once (else 1)', zh: '同时判多少个（默认 1）' },
  value: JOBS,
}

const TRUST = {
  help: {
    en: 'run the graders of courses too; they may do here whatever the worker may',
    zh: '也运行课程自带的判题器；它们拥有判题进程的全部权限',
  },
}

const VERBOSE_VERDICTS = {
  help: { en: 'a line on stderr for each verdict', zh: '在 stderr 上为每次判题打印一行' },
}

const worker = defineCommand({
  name: 'worker',
  summary: { en: 'judge what learners submit to a hub', zh: '为 hub 判学员的提交' },
  description: {
    en: 'Takes submissions from the database of the hub (DATABASE_URL) and judges them, isolated as at home, in those languages that this machine can run. Run it on as many machines as you like: what one of them loses, another judges. Speed is measured against the reference on the same machine, so give each that is judged at once a quiet core. Ctrl-c ends it when what it has is judged.',
    zh: '从 hub 的数据库（DATABASE_URL）领取提交，像在本机一样隔离判题，只领取本机能运行的编程语言。可在任意多台机器上运行：一台中断的，由另一台重判。速度与同一台机器上的参考实现相比，因此请给同时判题的每一个留一个空闲的核。ctrl-c 在判完手头的提交后结束。',
  },
  flags: { jobs: JOBS_AT_ONCE, trust: TRUST, verbose: VERBOSE_VERDICTS, json: JSON_FLAG },
  run: async (_, flags) => (await import('./hub/run-hub.ts')).runWorker(flags),
})

const hub = defineCommand({
  name: 'hub',
  summary: {
    en: 'serve a course or a team: their logs, decks and submissions, on Postgres',
    zh: '为课程或团队运行服务器：在 Postgres 中保存学习记录、卡组和提交',
  },
  description: {
    en: 'The database is the one of DATABASE_URL; without it, one within this process in your data folder, for trying it out. Put TLS in front of it; docs/hub.md says how.',
    zh: '数据库由 DATABASE_URL 指定；未设置时使用本进程内嵌的数据库（位于数据文件夹），供试用。对外服务时请在前面加上 TLS，做法见 docs/hub.md。',
  },
  flags: {
    host: {
      help: { en: 'the address to listen at (else 127.0.0.1)', zh: '监听的地址（默认 127.0.0.1）' },
      value: anyText('address'),
    },
    port: { help: { en: 'the port (else 7433)', zh: '端口（默认 7433）' }, value: PORT },
    quota: {
      help: {
        en: 'that the log, and the submissions, of one learner may come to (else 1024)',
        zh: '每位学员的记录及提交各自的上限（默认 1024）',
      },
      value: wholeNumber('MB'),
    },
    worker: {
      help: {
        en: 'judge in this process too; with the embedded database it does in any case',
        zh: '同时在本进程中判题；使用内嵌数据库时总是如此',
      },
    },
    jobs: JOBS_AT_ONCE,
    trust: TRUST,
    verbose: {
      help: {
        en: 'a line on stderr for each request and each verdict',
        zh: '在 stderr 上为每个请求和每次判题打印一行',
      },
    },
    json: JSON_FLAG,
    'behind-proxy': {
      help: {
        en: 'a proxy of yours is in front: believe what it says of who asks, and whether by TLS',
        zh: '前面有自己的反向代理：采信它所报的来源地址和是否 TLS',
      },
    },
  },
  commands: [invite, people, token, remove],
  run: async (_, flags) => (await import('./hub/run-hub.ts')).runHub(flags),
})

/** What whoever runs a course's server needs. */
export const HUB_COMMANDS: readonly Command[] = [hub, worker]
