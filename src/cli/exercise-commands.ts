import { type Command, defineCommand } from './arguments/command.ts'
import { anyText, JSON_FLAG, LANGUAGE_FLAG, SEED_FLAG } from './flags.ts'

const exercise = defineCommand({
  name: 'exercise',
  summary: { en: "today's exercise, or the one named", zh: '今天的练习，或指定的练习' },
  description: {
    en: 'Shows the statement and writes the starter to your workspace. Without a terminal it prints why it is this one, the statement, the budget and where your file is. Without --lang it goes on in the language last worked in for this exercise, at first in that of the settings. --hint and --give-up without an id are about the exercise opened last.',
    zh: '显示题面，并在工作目录写入模板。不在终端中时打印选它的原因、题面、预算和文件位置。不给 --lang 时沿用这个练习上次所用的编程语言，第一次则按设置。--hint 和 --give-up 不给 id 时针对最近打开的练习。',
  },
  args: ['[id]'],
  flags: {
    lang: LANGUAGE_FLAG,
    list: {
      help: { en: 'list all exercises, the most useful first', zh: '列出全部练习，最该做的在前' },
      conflicts: 'hint',
    },
    hint: {
      help: {
        en: 'show the next hint; lowers the rating of this round',
        zh: '显示下一条提示，会降低本轮评分',
      },
      conflicts: 'give-up',
    },
    'give-up': {
      help: {
        en: 'show the solution; unless accepted before, the exercise comes back as forgotten',
        zh: '显示参考答案；若尚未通过，该练习按忘记处理',
      },
      conflicts: 'list',
    },
    torch: {
      help: {
        en: 'a starter in PyTorch: with torch.Tensor as annotation a parameter is one (in Python)',
        zh: '使用 PyTorch 的模板：标注为 torch.Tensor 的参数以张量传入（限 Python）',
      },
      conflicts: 'list',
    },
    trust: {
      help: {
        en: 'allow the grader of an own exercise to run; it may do whatever you may',
        zh: '允许自己的练习的判题器运行；它拥有你的全部权限',
      },
      conflicts: 'json',
    },
    json: JSON_FLAG,
  },
  run: async ([id], flags) => (await import('./commands/hand-out-exercise.ts')).exercise(id, flags),
})

const run = defineCommand({
  name: 'run',
  summary: { en: 'run your file on an input of your own', zh: '用你自己的输入运行你的文件' },
  description: {
    en: 'Runs a file of the workspace once, isolated, and judges and records nothing. An input is a file, or - for stdin, with all parameters: one JSON object ({"image": [[1, 2], [3, 4]], "ksize": 3}; NaN and Infinity as Python writes them), or what numpy.savez has written. Or it is NAME= with JSON, a .npy file or a .png image behind it: --input image=photo.png --input ksize=3. In JSON the name of such a file may stand for an array. Without --input it is input.json beside the starter, which begins as the case that failed last. Exit status 1 when the function returns nothing that fits the signature.',
    zh: '隔离运行工作目录中的文件一次，不判题，也不记录。输入可以是含全部参数的文件（- 表示标准输入）：一个 JSON 对象（{"image": [[1, 2], [3, 4]], "ksize": 3}；NaN 和 Infinity 可照 Python 的写法），或 numpy.savez 保存的文件；也可以是 NAME= 加上 JSON、.npy 文件或 .png 图像：--input image=photo.png --input ksize=3。JSON 中的数组也可以写成这类文件的名字。不给 --input 时用模板旁的 input.json，它最初是最近一次未通过的用例。没有返回符合签名的结果时，退出码为 1。',
  },
  args: ['[what]'],
  flags: {
    input: {
      help: {
        en: 'a file with all parameters, or NAME= and a file or JSON; may be given several times',
        zh: '含全部参数的文件，或 NAME= 加文件或 JSON；可重复给出',
      },
      value: anyText('file'),
      many: true,
    },
    lang: LANGUAGE_FLAG,
    json: JSON_FLAG,
  },
  run: async ([what], flags) => (await import('./commands/run.ts')).run(what, flags),
})

const submit = defineCommand({
  name: 'submit',
  summary: { en: 'grade your file and record the attempt', zh: '给你的文件判题，并记为一次提交' },
  description: {
    en: 'Grades a file of the workspace, by the id of its exercise or by its path; without either, the one saved last. With --watch it is graded at every save until ctrl-c; to save often costs nothing: an accepted save is an attempt, and of the others only the first failure of a round. With --hub the hub that was used last judges it, in the order in which submissions come; ctrl-c leaves it there, and the unchanged file submitted again fetches its verdict. Exit status: 0 accepted, 1 not accepted, 2 could not judge; of a watch 0 when the last verdict was accepted, else 1.',
    zh: '给工作目录中的文件判题，可用练习的 id 或文件路径指定，都不给时取最近保存的那个。加 --watch 时每次保存都判题，直到 ctrl-c；多保存没有坏处：通过的保存记为一次提交，未通过的每轮只记第一次。加 --hub 时由最近用过的 hub 按先后顺序判题；ctrl-c 后提交仍在排队，再次提交未改动的文件即可取得结果。退出码：0 通过，1 未通过，2 无法判题；加 --watch 时，最后一次判题通过为 0，否则为 1。',
  },
  args: ['[what]'],
  flags: {
    lang: LANGUAGE_FLAG,
    seed: { ...SEED_FLAG, conflicts: 'hub' },
    hub: {
      help: {
        en: 'have it judged by the hub of your course',
        zh: '交给课程的 hub 判题',
      },
      conflicts: 'watch',
    },
    watch: { help: { en: 'grade again at every save', zh: '每次保存都重新判题' }, conflicts: 'json' },
    json: JSON_FLAG,
  },
  run: async ([what], flags) => (await import('./commands/submit.ts')).submit(what, flags),
})

const grade = defineCommand({
  name: 'grade',
  summary: { en: 'grade any file and record nothing', zh: '给任意文件判题，不作记录' },
  description: {
    en: 'Exit status: 0 accepted, 1 not accepted, 2 could not judge.',
    zh: '退出码：0 通过，1 未通过，2 无法判题。',
  },
  args: ['<id>', '<file>'],
  flags: { lang: LANGUAGE_FLAG, seed: SEED_FLAG, json: JSON_FLAG },
  run: async ([id, file], flags) => (await import('./commands/grade.ts')).grade(id, file, flags),
})

const diff = defineCommand({
  name: 'diff',
  summary: { en: 'your file against what was last accepted', zh: '对比你的文件与上次通过的提交' },
  description: {
    en: 'A unified diff of the last accepted submission and your file now, in the same language.',
    zh: '以 unified diff 格式显示上次通过的提交与当前文件的差异，同一种编程语言。',
  },
  args: ['[what]'],
  flags: { lang: LANGUAGE_FLAG, json: JSON_FLAG },
  run: async ([what], flags) => (await import('./commands/diff.ts')).diff(what, flags),
})

/** What is done to exercises. */
export const EXERCISE_COMMANDS: readonly Command[] = [exercise, run, submit, grade, diff]
