import { Command, Option } from 'commander'
import { LANGUAGES } from '../core/exercise.ts'
import { chooseOf, Problem } from '../core/problem.ts'
import { RATINGS } from '../core/rating.ts'
import { parseRatingWord, parseWhole } from './parse-argument.ts'
import { version } from './version.ts'

/** Each command is a file of its own, loaded only when it runs. */
export function createProgram(): Command {
  const program = new Command('anneal')
    .description(
      'Flashcards on FSRS and coding exercises that are executed, for computer-vision and deep-learning interviews.',
    )
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .configureOutput({ writeErr: () => undefined, outputError: () => undefined })
    .exitOverride()
    .action(async () => {
      refuseUnknown(program)
      await (await import('./commands/home.ts')).home()
    })

  addReview(program)
  addExercise(program)
  addGrading(program)
  addDiff(program)
  addProgress(program)
  addAuthors(program)
  // Only now, so that the commands do not inherit it: an unknown name is told by refuseUnknown.
  return program.allowExcessArguments()
}

function refuseUnknown(program: Command): void {
  const [name] = program.args
  if (name === undefined) return
  const names = program.commands.map((command) => command.name())
  throw new Problem(
    { en: `There is no command "${name}".`, zh: `没有名为“${name}”的命令。` },
    { remedy: chooseOf(names) },
  )
}

const json = () => new Option('--json', 'print one JSON object')
const language = () => new Option('--lang <language>', 'programming language').choices(LANGUAGES)

function addReview(program: Command): void {
  const review = program
    .command('review')
    .summary('review cards until done')
    .description(
      'Reviews what is due; every answer is on disk before the next card shows. Without a terminal it prints the queue.',
    )
    .option('--deck <name>', 'only this deck, or the decks of this group')
    .option('--limit <n>', 'at most so many cards', parseWhole)
    .option('--new <n>', 'at most so many new cards today, instead of the setting', parseWhole)
    .option('--cram', 'all cards in random order; records nothing')
    .addOption(
      new Option('--interview', 'by topic as an interviewer asks, with a clock and a summary').conflicts(
        'cram',
      ),
    )
    .addOption(json())
    .action(async (options) => (await import('./commands/review.ts')).review(options))
  review
    .command('answer <card> <rating>')
    .summary('record one review')
    .description(`Records one review of a card, without a screen. The rating is ${RATINGS.join(', ')}.`)
    .action(async (card, rating) =>
      (await import('./commands/review.ts')).answer(card, parseRatingWord(rating)),
    )
  review
    .command('suspend <card>')
    .summary('keep a card out of every queue')
    .option('--off', 'take it up again')
    .action(async (card, options) => (await import('./commands/review.ts')).suspend(card, options))
}

function addExercise(program: Command): void {
  program
    .command('exercise [id]')
    .summary("today's exercise, or the one named")
    .description(
      'Shows the statement and writes the starter to your workspace. Without a terminal it prints both.',
    )
    .addOption(language())
    .option('--list', 'list all exercises, the most useful first')
    .option('--hint', 'show the next hint; lowers the rating of this round')
    .option('--give-up', 'show the solution; the exercise comes back as forgotten')
    .addOption(json())
    .action(async (id, options) => (await import('./commands/exercise.ts')).exercise(id, options))
}

function addGrading(program: Command): void {
  const seed = () => new Option('--seed <seed>', 'repeat the random cases of an earlier grading')
  program
    .command('submit [what]')
    .summary('grade your file and record the attempt')
    .description(
      'Grades a file of the workspace, by the id of its exercise or by its path; without either, the one saved last. With --watch it is graded at every save until ctrl-c; to save often costs nothing: an accepted save is an attempt, and of the others only the first failure of a round.',
    )
    .addOption(language())
    .addOption(seed())
    .addOption(new Option('--watch', 'grade again at every save').conflicts('json'))
    .addOption(json())
    .action(async (what, options) => (await import('./commands/submit.ts')).submit(what, options))
  program
    .command('grade <id> <file>')
    .summary('grade any file and record nothing')
    .description('Exit status: 0 accepted, 1 not accepted, 2 could not judge.')
    .addOption(language())
    .addOption(seed())
    .addOption(json())
    .action(async (id, file, options) => (await import('./commands/grade.ts')).grade(id, file, options))
}

function addDiff(program: Command): void {
  program
    .command('diff [what]')
    .summary('your file against what was last accepted')
    .description('A unified diff of the last accepted submission and your file now, in the same language.')
    .addOption(language())
    .action(async (what, options) => (await import('./commands/diff.ts')).diff(what, options))
}

function addProgress(program: Command): void {
  program
    .command('stats')
    .summary('heat map, retention, forecast, mastery, exercise record')
    .addOption(json())
    .action(async (options) => (await import('./commands/stats.ts')).stats(options))
  program
    .command('config [key] [value]')
    .summary('show or change settings')
    .addOption(json())
    .action(async (key, value, options) => (await import('./commands/config.ts')).config(key, value, options))
  program
    .command('doctor')
    .summary('check the data, the tools and the isolation of submissions')
    .option('--fix', 'rebuild every state from the log')
    .action(async (options) => (await import('./commands/doctor.ts')).doctor(options))
}

function addAuthors(program: Command): void {
  program
    .command('verify [ids...]')
    .summary('for authors: judge every labelled submission')
    .description(
      "Run in Anneal's own repository. Exit status 1 when a label is not met or a grader lacks something.",
    )
    .action(async (ids) => (await import('./commands/verify.ts')).verify(ids))
  const add = program
    .command('new')
    .summary('for authors: begin an exercise')
    .description("Run in Anneal's own repository.")
    .action(() => {
      throw new Problem(
        { en: 'Only an exercise can be begun.', zh: '只能新建练习。' },
        {
          remedy: {
            en: 'Write anneal new exercise ID --signature "(…) -> …".',
            zh: '请写成 anneal new exercise ID --signature "(…) -> …"。',
          },
        },
      )
    })
  add
    .command('exercise <id>')
    .summary('make the folders of an exercise from its signature')
    .description(
      'Writes exercises/ID, graders/ID and tools/fixtures/ID.py; what is still to be done is marked TODO, and `anneal verify ID` names it.',
    )
    .requiredOption('--signature <text>', 'such as "(image: u8[H,W], ksize: int) -> u8[H,W]"')
    .option('--title <text>', 'in English; at first the id')
    .option('--title-zh <text>', 'in Chinese')
    .action(async (id, options) => (await import('./commands/new-exercise.ts')).newExercise(id, options))
  program
    .command('lint [paths...]')
    .summary('for authors: check decks')
    .description('Without a path: your own decks, and in a clone of Anneal its decks and exercises.')
    .action(async (paths) => (await import('./commands/lint.ts')).lint(paths))
}
