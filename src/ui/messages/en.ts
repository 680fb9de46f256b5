import { EN_DOCTOR } from './en-doctor.ts'
import { EN_EXERCISES } from './en-exercises.ts'
import { EN_HELP } from './en-help.ts'
import { EN_PICTURES } from './en-pictures.ts'

function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

const INTERVALS = {
  underMinute: '<1m',
  minutes: (value: string) => `${value}m`,
  hours: (value: string) => `${value}h`,
  days: (value: string) => `${value}d`,
  months: (value: string) => `${value}mo`,
  years: (value: string) => `${value}y`,
}

const HOME = {
  tagline: 'flashcards and coding exercises',
  cards: 'Cards',
  nothingDue: 'Nothing is due.',
  dueCards: (number: number) => `${count(number, 'card')} to review`,
  dueParts: { recalled: 'called back by an exercise', learning: 'learning', reviews: 'due', fresh: 'new' },
  reviewedToday: (number: number) => `${count(number, 'review')} done today`,
  exercise: 'Exercise',
  noExercise: 'No exercise is open, due or new.',
  streak: 'Streak',
  streakDays: (days: number) => count(days, 'day'),
  readiness: 'Readiness',
  readyToday: (percent: string, cards: number) =>
    `${percent} of ${count(cards, 'card')} would be recalled today`,
  readyAt: (percent: string, date: string, days: number) =>
    `${percent} would be recalled at the interview on ${date}, in ${count(days, 'day')}`,
  faults: (number: number) =>
    `${count(number, 'place')} in your own decks cannot be read; \`anneal lint\` names them.`,
}

const REVIEW = {
  title: 'Review',
  progress: (answered: number, left: number) => `${answered} done · ${left} left`,
  cram: 'cram: nothing is recorded',
  yourAnswer: 'Your answer: ',
  yourOrder: (example: string) => `The right order, such as ${example}: `,
  chooseLetter: (last: string) => `a–${last} to choose`,
  right: 'Right.',
  wrong: 'Wrong.',
  youAnswered: (text: string) => ` You answered ${text}.`,
  why: 'Why',
  errata: 'Common mistake',
  source: 'Source',
  tags: 'Tags',
  exercises: 'Exercise',
  image: 'Picture',
  finished: (answered: number) => `Done: ${count(answered, 'answer')}.`,
  nothingToReview: 'There is nothing to review now.',
  nextAt: (interval: string) => `The next card is due in ${interval}.`,
  suspended: 'suspended',
  takenUp: 'taken up again',
}

const INTERVIEW = {
  title: 'Interview',
  roles: { definition: 'definition', why: 'why', 'trade-off': 'trade-off', 'follow-up': 'follow-up' },
  result: (recalled: number, asked: number) =>
    `${recalled} of ${count(asked, 'question')} recalled. To revise:`,
  mean: (time: string) => `${time} a question`,
}

const STATS = {
  title: 'Progress',
  heat: 'Reviews in the last 26 weeks',
  total: (reviews: number, days: number) => `${count(reviews, 'review')} on ${count(days, 'day')}`,
  today: (reviews: number, minutes: string) => `Today ${count(reviews, 'review')}, ${minutes} min`,
  less: 'less',
  more: 'more',
  weekdays: ['Mon', '', 'Wed', '', 'Fri', '', ''],
  retention: 'True retention in 30 days (cards that had been learnt)',
  young: 'young',
  mature: 'mature',
  all: 'all',
  noReviews: 'no reviews yet',
  forecast: 'Due in the next 14 days',
  forecastToday: 'today',
  mastery: 'Mastery by deck',
  masteryColumns: { deck: 'deck', seen: 'seen', stable: 'stable', recall: 'recall today' },
  exercises: 'Exercises',
  troubles: (leeches: number, suspended: number) =>
    `${count(leeches, 'leech', 'leeches')}, ${suspended} suspended`,
  streak: (days: number) => `streak ${count(days, 'day')}`,
}

const NOTICES = {
  undone: 'Taken back.',
  nothingToUndo: 'Nothing to undo in this session.',
  suspended: 'Suspended: the card does not come back until you take it up again.',
  buried: 'Buried until tomorrow.',
  answeredElsewhere: 'The card was answered elsewhere meanwhile; nothing was recorded here.',
  becameLeech:
    'This card was forgotten so often that it is now suspended as a leech. Mend its text, or split it.',
  numberUnreadable: 'That is not a number. Type it like 42, -0.5, 1e-3 or 3/4.',
  orderUnreadable: 'Type each number of the list exactly once.',
  cardRead: 'The card was read again.',
  noMoreHints: 'There are no more hints.',
}

export const en = {
  /** How phrases are put together. */
  punctuation: { comma: ', ', colon: ': ', aside: (text: string) => ` (${text})` },
  moreLines: (lines: number) => `↓ ${count(lines, 'more line')}: j k`,
  endOfText: '— end: k scrolls up —',
  tooSmall: 'Make the window larger: at least 40x12.',
  ratings: { again: 'again', hard: 'hard', good: 'good', easy: 'easy' },
  intervals: INTERVALS,
  home: HOME,
  review: REVIEW,
  interview: INTERVIEW,
  stats: STATS,
  notices: NOTICES,
  pictures: EN_PICTURES,
  doctor: EN_DOCTOR,
  ...EN_EXERCISES,
  ...EN_HELP,
}
