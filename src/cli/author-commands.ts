import { Problem } from '../core/problem.ts'
import { type Command, defineCommand } from './arguments/command.ts'
import { anyText, JSON_FLAG } from './flags.ts'

const verify = defineCommand({
  name: 'verify',
  summary: { en: 'for authors: judge every labelled submission', zh: '作者用：给所有带标签的提交判题' },
  description: {
    en: 'Without ids: in a clone of Anneal its exercises, elsewhere your own. Exit status 1 when a label is not met or a grader lacks something.',
    zh: '不给 id 时：在 Anneal 的克隆仓库中检查它的练习，在别处检查你自己的练习。有标签不符或判题器有缺漏时，退出码为 1。',
  },
  args: ['[ids...]'],
  flags: {
    mutate: {
      help: {
        en: 'ask instead whether the cases tell every small change of reference.ts from it',
        zh: '改为检查：reference.ts 的每处小改动是否都能被用例发现',
      },
    },
  },
  run: async ([ids], flags) => (await import('./commands/verify.ts')).verify(ids, flags),
})

const newExercise = defineCommand({
  name: 'exercise',
  summary: { en: 'make the folders of an exercise from its signature', zh: '根据签名生成练习的文件夹' },
  description: {
    en: 'Writes exercises/ID and graders/ID, in your data folder or in the clone of Anneal in which you are; what is still to be done is marked TODO, and `anneal verify ID` names it.',
    zh: '在你的数据文件夹（或当前所在的 Anneal 克隆仓库）中写入 exercises/ID 和 graders/ID；待完成之处标有 TODO，`anneal verify ID` 会列出。',
  },
  args: ['<id>'],
  flags: {
    signature: {
      help: {
        en: 'such as "(image: u8[H,W], ksize: int) -> u8[H,W]"',
        zh: '例如 "(image: u8[H,W], ksize: int) -> u8[H,W]"',
      },
      value: anyText('text'),
      required: true,
    },
    title: { help: { en: 'in English; at first the id', zh: '英文标题，起初为 id' }, value: anyText('text') },
    'title-zh': { help: { en: 'in Chinese', zh: '中文标题' }, value: anyText('text') },
  },
  run: async ([id], flags) => (await import('./commands/new-exercise.ts')).newExercise(id, flags),
})

const newCommand = defineCommand({
  name: 'new',
  summary: { en: 'for authors: begin an exercise', zh: '作者用：新建练习' },
  description: {
    en: 'An exercise of your own, or in a clone of Anneal one for all.',
    zh: '新建一道自己的练习；在 Anneal 的克隆仓库中则新建一道公共的练习。',
  },
  commands: [newExercise],
  run: async () => {
    throw new Problem(
      { en: 'Only an exercise can be begun.', zh: '只能新建练习。' },
      {
        remedy: {
          en: 'Write anneal new exercise ID --signature "(…) -> …".',
          zh: '请写成 anneal new exercise ID --signature "(…) -> …"。',
        },
      },
    )
  },
})

const lint = defineCommand({
  name: 'lint',
  summary: { en: 'for authors: check decks and exercises', zh: '作者用：检查卡组和练习' },
  description: {
    en: 'Without a path: your own decks and exercises, and in a clone of Anneal its own. A path is a deck, an exercise.yaml, or a folder of them.',
    zh: '不给路径时检查你自己的卡组和练习；在 Anneal 的克隆仓库中，还检查其中的卡组和练习。路径可以是卡组、exercise.yaml 或它们所在的文件夹。',
  },
  args: ['[paths...]'],
  flags: { json: JSON_FLAG },
  run: async ([paths], flags) => (await import('./commands/lint-content.ts')).lint(paths, flags),
})

/** For those who write decks and exercises. */
export const AUTHOR_COMMANDS: readonly Command[] = [verify, newCommand, lint]
