import { didYouMean } from '../../core/did-you-mean.ts'
import { count, type Text } from '../../core/locale.ts'
import { chooseOf, Problem } from '../../core/problem.ts'
import { type ArgumentForm, type Command, type Flag, writtenFlag } from './command.ts'
import type { FoundCommand } from './find-command.ts'

export function unknownCommand({ command, path }: FoundCommand, word: string): Problem {
  const written = [...path.split(' ').slice(1), word].join(' ')
  const names = command.commands.map(({ name }) => name)
  const wrong = { en: `There is no command "${written}"`, zh: `没有名为“${written}”的命令` }
  return new Problem(ended(wrong, didYouMean(word, names)), { remedy: chooseOf(names) })
}

export function unknownFlag(written: string, names: readonly string[]): Problem {
  const flags = names.map((name) => `--${name}`)
  return usage({ en: `unknown option '${written}'`, zh: `没有选项 ${written}` }, didYouMean(written, flags))
}

export function missingValue(name: string, flag: Flag): Problem {
  const written = writtenFlag(name, flag)
  return usage({ en: `option '${written}' argument missing`, zh: `选项 ${written} 缺少值` })
}

export function switchWithValue(name: string): Problem {
  return usage({ en: `option '--${name}' takes no argument`, zh: `选项 --${name} 不带值` })
}

export function notAccepted(name: string, flag: Flag, value: string): Problem {
  const written = writtenFlag(name, flag)
  const refusal = flag.value?.refusal ?? { en: '', zh: '' }
  return usage({
    en: `option '${written}' argument '${value}' is invalid. ${refusal.en}`,
    zh: `选项 ${written} 不能为“${value}”，${refusal.zh}`,
  })
}

export function missingFlag(name: string, flag: Flag): Problem {
  const written = writtenFlag(name, flag)
  return usage({ en: `required option '${written}' not specified`, zh: `缺少必需的选项 ${written}` })
}

export function conflictingFlags(one: string, other: string): Problem {
  return usage({
    en: `option '--${one}' cannot be used with option '--${other}'`,
    zh: `选项 --${one} 不能与 --${other} 同时使用`,
  })
}

export function missingArgument(form: ArgumentForm): Problem {
  const name = form.slice(1, -1)
  return usage({ en: `missing required argument '${name}'`, zh: `缺少参数 <${name}>` })
}

export function tooManyArguments({ name, args, commands }: Command, given: readonly string[]): Problem {
  if (commands.some((command) => command.name === given[0])) return optionsBefore(given[0] ?? '')
  const [most, all] = [args.length, given.join(', ')]
  return usage({
    en: `too many arguments for '${name}'. Expected ${count(most, 'argument')} but got ${given.length}: ${all}`,
    zh:
      most === 0
        ? `${name} 不带参数，却给了 ${all}`
        : `${name} 的参数太多：最多 ${most} 个，给了 ${given.length} 个（${all}）`,
  })
}

function optionsBefore(name: string): Problem {
  return new Problem(
    { en: `The command ${name} stands behind an option.`, zh: `命令 ${name} 写在了选项后面。` },
    {
      remedy: {
        en: 'Write the command first and its options behind it.',
        zh: '请先写命令，再写它的选项。',
      },
    },
  )
}

const NOTHING: Text = { en: '', zh: '' }

function usage(wrong: Text, hint: Text = NOTHING): Problem {
  return new Problem(ended(wrong, hint), {
    remedy: { en: 'See `anneal --help`.', zh: '用法见 `anneal --help`。' },
  })
}

function ended(wrong: Text, hint: Text): Text {
  return { en: `${wrong.en}${hint.en}.`, zh: `${wrong.zh}${hint.zh}。` }
}
