import { Help, type HelpConfiguration } from 'commander'
import { displayWidth } from '../ui/text/display-width.ts'
import { run } from '../ui/text/line.ts'
import { wrap } from '../ui/text/wrap.ts'

/** Commander's help has English words of its own, counts characters instead of columns, and breaks lines at spaces only. */
export const CHINESE_HELP: HelpConfiguration = {
  displayWidth,
  boxWrap: (text, width) =>
    wrap([run(text)], width)
      .map((runs) => runs.map((part) => part.text).join(''))
      .join('\n'),
  styleTitle: (title) => TITLES[title] ?? title,
  commandUsage: (command) =>
    Help.prototype.commandUsage(command).replace('[options]', '[选项]').replace('[command]', '[命令]'),
  subcommandTerm: (command) => Help.prototype.subcommandTerm(command).replace('[options]', '[选项]'),
  optionDescription: ({ description, argChoices }) =>
    argChoices === undefined ? description : `${description}（可选：${argChoices.join('、')}）`,
  formatHelp(command, helper) {
    return Help.prototype.formatHelp.call(helper, command, helper).replace('用法： ', '用法：')
  },
}

const TITLES: { readonly [english: string]: string } = {
  'Usage:': '用法：',
  'Options:': '选项：',
  'Commands:': '命令：',
}
