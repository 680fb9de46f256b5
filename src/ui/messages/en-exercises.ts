function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

const REASONS = {
  open: 'begun and not yet accepted',
  dueToday: 'due today',
  overdue: (days: number) => `${count(days, 'day')} overdue`,
  unlocked: 'new, and you know its cards',
  fresh: (unstable: number) =>
    `new; ${count(unstable, 'card')} it needs ${unstable === 1 ? 'is' : 'are'} not yet stable`,
  ahead: (days: number) => `practice: due in ${count(days, 'day')}`,
}

const EXERCISE = {
  title: 'Exercise',
  listTitle: 'Exercises',
  none: 'There are no exercises.',
  minutes: (minutes: number) => `about ${minutes} min`,
  why: 'Why now',
  signature: 'Signature',
  budget: 'Budget',
  noBudget: 'none: only the answers count',
  ratioBudget: (ratio: string) => `at most ${ratio}x the reference's CPU time`,
  growthBudget: (label: string, limit: string) => `${label}: at most ${limit}x the time`,
  memoryBudget: (label: string, limit: string) => `${label}: at most ${limit}x the memory`,
  goldBudget: (gold: string) => `gold at ${gold}x`,
  file: 'File',
  starterWritten: 'starter written now',
  yourFile: 'your file',
  hints: (shown: number, all: number) => `Hints (${shown} of ${all})`,
  noHints: (all: number) => `${count(all, 'hint')}, each lowers the rating of this round`,
  record: (attempts: number, failures: number) =>
    `${count(attempts, 'attempt')} so far${failures > 0 ? `, ${failures} failed in this round` : ''}`,
  confirmGiveUp: 'Give up and see the solution? It counts as forgotten. (y/n)',
  solution: 'Solution',
  accepted: (accepted: number) => `${accepted}x accepted`,
  neverTried: 'never tried',
  lastAttempt: (verdict: string) => `last: ${verdict}`,
  columns: { exercise: 'exercise', why: 'why now', record: 'record' },
}

const VERDICTS = {
  accepted: 'Accepted',
  'wrong-answer': 'Wrong answer',
  'invalid-output': 'Invalid output',
  'runtime-error': 'Runtime error',
  'compile-error': 'Does not compile',
  'time-limit': 'Time limit',
  'memory-limit': 'Memory limit',
  'output-limit': 'Output limit',
  'too-slow': 'Too slow',
  'memory-budget': 'Too much memory',
  inconclusive: 'Inconclusive',
  'judge-error': 'Grader broken',
  'given-up': 'Given up',
}

const VERDICT = {
  title: 'Verdict',
  grading: 'Grading',
  starting: 'starting',
  casesDone: (done: number, total: number) => `case ${done} of ${total}`,
  withReference: 'beside the reference',
  measuring: (label: string, pairs: number) => `measuring speed: ${label}, ${count(pairs, 'pair')}`,
  cases: (passed: number, total: number) => `${passed} of ${count(total, 'case')} passed`,
  limits: {
    time: (seconds: string) => `no answer within ${seconds} s`,
    memory: (megabytes: number) => `needed more than ${megabytes} MB`,
    output: (bytes: number) => `printed more than ${bytes} bytes`,
  },
  notYours: 'This is a fault of the grader or of this machine, not yours. Nothing was recorded against you.',
  case: 'Case',
  args: 'Arguments',
  expected: 'expected',
  got: 'got',
  worstText: (at: string, got: string, expected: string) => `${at} is ${got}, expected ${expected}`,
  worstSize: (absolute: string, relative: string | undefined) =>
    `off by ${absolute}${relative === undefined ? '' : ` (relative ${relative})`}`,
  wrongOf: (wrong: number, of: number) => `${wrong} of ${count(of, 'number')} off`,
  cropped: (rows: string, columns: string) => `rows ${rows}, columns ${columns}`,
  croppedItems: (items: string) => `items ${items}`,
  emptyArray: 'empty',
  difference: 'difference',
  tooLarge: 'too large',
  tooSmall: 'too small',
  diagnosis: 'Diagnosis',
  comesBack: (cards: number) => `${count(cards, 'card')} back in today's queue:`,
  teaches: (cards: number) => `${count(cards, 'card')} about it:`,
  performance: 'Speed',
  ratio: (ratio: string, budget: string) => `${ratio}x the reference's CPU time, budget ${budget}x`,
  growth: (label: string, ratio: string, budget: string) => `${label}: ${ratio}x the time, budget ${budget}x`,
  memory: (label: string, ratio: string, budget: string) =>
    `${label}: ${ratio}x the memory, budget ${budget}x`,
  gold: (gold: string) => `gold ${gold}x`,
  interval: (low: string, high: string) => `between ${low} and ${high}`,
  tiers: { none: 'over budget', pass: 'within budget', gold: 'gold' },
  schedule: 'Schedule',
  effects: {
    none: 'nothing changed',
    failure: 'a failed attempt of this round; try again',
    rated: (rating: string) => `rated ${rating}`,
  },
  comesAgain: (interval: string) => `the exercise comes back in ${interval}`,
  stdout: 'Your program printed',
  stderr: 'It wrote to stderr',
  elapsed: (seconds: string) => `${seconds} s`,
  practice: 'practice; this save was not recorded',
  watching: (path: string) => `Each save of ${path} is graded.`,
  waitingForSave: 'Waiting for a first save: the file is still the starter.',
  lastVerdict: 'Before:',
  stillGrading: 'Grading goes on; ctrl-c stops it and records nothing.',
}

const DIFF = {
  neverAccepted: (id: string, language: string) =>
    `Nothing was accepted yet for ${id} in ${language}: there is nothing to compare with.`,
  same: (path: string, date: string) => `${path} is what was accepted on ${date}: no difference.`,
  accepted: (date: string) => `accepted ${date}`,
}

export const EN_EXERCISES = {
  reasons: REASONS,
  exercise: EXERCISE,
  verdicts: VERDICTS,
  verdict: VERDICT,
  diff: DIFF,
}
