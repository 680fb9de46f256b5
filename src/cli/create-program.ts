import { Command, type HelpConfiguration } from 'commander'
import { type Locale, sayIn } from '../core/locale.ts'
import { chooseOf, Problem } from '../core/problem.ts'
import { addAuthorCommands } from './author-commands.ts'
import { print } from './print.ts'
import { addStudyCommands } from './study-commands.ts'
import { version } from './version.ts'

/**
 * Each command is a file of its own, loaded only when it runs.
 * @param locale in which the help is written, laid out by `help`
 */
export function createProgram(locale: Locale, help: HelpConfiguration): Command {
  const say = sayIn(locale)
  const program = new Command('anneal')
    .description(
      say({
        en: 'Flashcards on FSRS and coding exercises that are executed, for computer-vision and deep-learning interviews.',
        zh: '为计算机视觉与深度学习面试准备的记忆卡片（FSRS 调度）和编程练习（实际运行判题）。',
      }),
    )
    .version(version(), '-V, --version', say({ en: 'print the version', zh: '显示版本' }))
    .helpOption('-h, --help', say({ en: 'show help', zh: '显示帮助' }))
    .configureHelp(help)
    .helpCommand(false)
    .configureOutput({ writeOut: print, writeErr: () => undefined, outputError: () => undefined })
    .exitOverride()
    .action(async () => {
      refuseUnknown(program)
      await (await import('./commands/home.ts')).home()
    })

  addStudyCommands(program, say)
  addAuthorCommands(program, say)
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
