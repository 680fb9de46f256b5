import { resolve } from 'node:path'
import { ANNEAL } from '../../src/cli/command-table.ts'
import { LANGUAGES } from '../../src/core/exercise.ts'
import type { Text } from '../../src/core/locale.ts'
import { SETTING_KEYS } from '../../src/core/settings.ts'
import { allLanguages } from '../../src/grader/languages/all-languages.ts'

/** A command that is refused in one line, and that line in both languages. `HOME` stands for ANNEAL_HOME, `ROOT` for the working folder. */
export interface Mistake {
  readonly args: readonly string[]
  readonly en: string
  readonly zh: string
}

const ARCHIVE = resolve('test/interop/anki/fixtures/latest.apkg')
/** More than any disk lets a file be called. */
const LONG_NAME = 'x'.repeat(300)
const SEE_HELP = { en: 'See `anneal --help`.', zh: '用法见 `anneal --help`。' }
const COMMANDS = listed(ANNEAL.commands.map(({ name }) => name))
const SETTINGS = listed(SETTING_KEYS)
const ENDINGS = allLanguages().map(({ extension }) => extension)
const NOT_AN_EXERCISE = {
  en: `"nope" is neither an exercise nor a file of one. Give an id of \`anneal exercise --list\`, or a file named after one (${ENDINGS.join(', ')}).`,
  zh: `“nope”既不是练习，也不是练习的文件。请给出 \`anneal exercise --list\` 中的 id，或以练习命名的文件（${ENDINGS.join('、')}）。`,
}

/** Where the workspace holds the starter of adam in Python, and the working folder a file of another ending and one in Latin-1. */
export const MISTAKES: readonly Mistake[] = [
  {
    args: ['nonsense'],
    en: `There is no command "nonsense". ${COMMANDS.en}`,
    zh: `没有名为“nonsense”的命令。${COMMANDS.zh}`,
  },
  {
    args: ['reveiw', '--help'],
    en: `There is no command "reveiw" (did you mean review?). ${COMMANDS.en}`,
    zh: `没有名为“reveiw”的命令（是不是 review？）。${COMMANDS.zh}`,
  },
  {
    args: ['review', 'anser'],
    en: 'There is no command "review anser" (did you mean answer?). Choose one of: answer, suspend, suspended, forget, due, flag.',
    zh: '没有名为“review anser”的命令（是不是 answer？）。可选：answer、suspend、suspended、forget、due、flag。',
  },
  {
    args: ['sync'],
    en: 'No folder is shared yet, and no hub joined. Name a folder that your machines have in common, or the address of a hub: anneal sync DIR|https://….',
    zh: '还没有共享文件夹，也没有加入 hub。请给出各台机器共有的文件夹或 hub 的地址：anneal sync DIR|https://…。',
  },
  {
    args: ['sync', 'ROOT/missing'],
    en: 'There is no folder ROOT/missing. Make it, or mount the disk that it is on; then try again.',
    zh: '没有文件夹 ROOT/missing。请先创建它，或挂载它所在的磁盘，然后再试。',
  },
  {
    args: ['sync', 'ROOT/loop'],
    en: 'ROOT/loop cannot be read or written (ELOOP). Make room and see to your rights there, then sync again: what was recorded is here, and nothing is lost.',
    zh: '无法读写 ROOT/loop（ELOOP）。请腾出空间并检查权限，然后再同步一次；记录都在本机，没有任何丢失。',
  },
  {
    args: ['sync', 'http://hub.example.org'],
    en: 'http://hub.example.org is not encrypted: others on the way could read your token and your answers. Write it as https://HOST or https://HOST:PORT.',
    zh: 'http://hub.example.org 没有加密，途中的他人可能读到你的令牌和作答。请写成 https://HOST 或 https://HOST:PORT。',
  },
  {
    args: ['sync', 'https://hub.example.org?x=1'],
    en: 'https://hub.example.org?x=1 is not an address of a hub. Write it as https://HOST or https://HOST:PORT.',
    zh: 'https://hub.example.org?x=1 不是 hub 的地址。请写成 https://HOST 或 https://HOST:PORT。',
  },
  {
    args: ['sync', 'https://hub.example.org'],
    en: 'https://hub.example.org wants a token, and there is no terminal to ask for it. Give it in the variable ANNEAL_HUB_TOKEN.',
    zh: 'https://hub.example.org 需要令牌，但没有终端可供输入。请用环境变量 ANNEAL_HUB_TOKEN 给出。',
  },
  {
    args: ['sync', 'https://hub.example.org', '--leave'],
    en: 'To leave https://hub.example.org deletes everything that it has of you; nothing was changed. Say so with --yes.',
    zh: '退出 https://hub.example.org 会删除其中你的全部数据；没有作任何改动。确定请加上 --yes。',
  },
  {
    args: ['sync', 'https://hub.example.org', '--encrypt'],
    en: '--encrypt is for a folder, and this is a hub. Leave it out: the way to a hub is encrypted by TLS.',
    zh: '--encrypt 用于文件夹，而这里是 hub。请去掉它：与 hub 的连接由 TLS 加密。',
  },
  {
    args: ['sync', '.', '--share'],
    en: '--share is for a hub, and this is a folder. Name the address of the hub.',
    zh: '--share 用于 hub，而这里是文件夹。请给出 hub 的地址。',
  },
  {
    args: ['sync', '.', '--encrypt'],
    en: 'The folder has a passphrase, and there is no terminal to ask for it. Give it in the variable ANNEAL_SYNC_PASSPHRASE.',
    zh: '文件夹需要口令，但没有终端可供输入。请用环境变量 ANNEAL_SYNC_PASSPHRASE 给出。',
  },
  {
    args: ['export', 'cards.xyz'],
    en: 'The ending of cards.xyz is that of no format. End the file in .md, .markdown, .json, .apkg, .colpkg, .csv, .tsv, revlog.csv, .revlog (or name a folder for Markdown), or say --as FORMAT.',
    zh: 'cards.xyz 的扩展名不属于任何格式。请用扩展名 .md、.markdown、.json、.apkg、.colpkg、.csv、.tsv、revlog.csv、.revlog（或给出文件夹以写成 Markdown），或用 --as 指明格式。',
  },
  {
    args: ['export', 'cards.csv', '--as', 'xls'],
    en: 'There is no format "xls". Choose one of: md, json, apkg, colpkg, csv, tsv, revlog.',
    zh: '没有名为“xls”的格式。可选：md、json、apkg、colpkg、csv、tsv、revlog。',
  },
  {
    args: ['export', 'latin1.py', '--as', 'json'],
    en: 'latin1.py is there already. Name another file, or say --force.',
    zh: 'latin1.py 已存在。请换个文件名，或加上 --force。',
  },
  {
    args: ['export', '/dev/null', '--as', 'json', '--force'],
    en: '/dev/null is no file that could be replaced. Name another, or - for stdout.',
    zh: '/dev/null 不是可以替换的普通文件。请换一个，或用 - 表示标准输出。',
  },
  {
    args: ['export', 'nowhere/cards.json'],
    en: 'nowhere/cards.json cannot be written (ENOENT). Name a file in a folder that exists and that you may write, with room on its disk.',
    zh: '无法写入 nowhere/cards.json（ENOENT）。请给出一个已有且可写、磁盘有空间的文件夹里的文件。',
  },
  {
    args: ['export', `${LONG_NAME}.json`],
    en: `${LONG_NAME}.json cannot be written (ENAMETOOLONG). Name a file in a folder that exists and that you may write, with room on its disk.`,
    zh: `无法写入 ${LONG_NAME}.json（ENAMETOOLONG）。请给出一个已有且可写、磁盘有空间的文件夹里的文件。`,
  },
  {
    args: ['backup', LONG_NAME],
    en: `${LONG_NAME} cannot be written (ENAMETOOLONG). Name a file in a folder that exists and that you may write, with room on its disk.`,
    zh: `无法写入 ${LONG_NAME}（ENAMETOOLONG）。请给出一个已有且可写、磁盘有空间的文件夹里的文件。`,
  },
  {
    args: ['export', 'all.md', '--deck', 'optimisers'],
    en: 'A Markdown file holds one deck, and these are 4. Name one with --deck, or a folder to write them into (such as notes/).',
    zh: '一个 Markdown 文件只放一个卡组，这里有 4 个。请用 --deck 指定一个，或给出要写入的文件夹（例如 notes/）。',
  },
  {
    args: ['export', '-', '--json'],
    en: '--json and - both want stdout. Leave out --json, or name a file.',
    zh: '--json 和 - 都要写到标准输出。请去掉 --json，或给出文件名。',
  },
  {
    args: ['import', 'latin1.py'],
    en: 'latin1.py is of no format that is known here. What can be imported: .apkg, .colpkg, .json, revlog.csv, .revlog, .csv, .tsv, .txt, .md, .markdown; --as names a format.',
    zh: 'latin1.py 不是可识别的格式。可以导入：.apkg、.colpkg、.json、revlog.csv、.revlog、.csv、.tsv、.txt、.md、.markdown；用 --as 指明格式。',
  },
  {
    args: ['import', 'latin1.py', '--as', 'csv'],
    en: 'latin1.py is not UTF-8. Save it as UTF-8 in your editor; Excel calls that CSV UTF-8.',
    zh: 'latin1.py 不是 UTF-8 编码。请在编辑器中另存为 UTF-8；在 Excel 中请选择“CSV UTF-8”。',
  },
  {
    args: ['import', '.', '--as', 'csv'],
    en: '. is a folder, of which only decks in plain text are taken (md). Name the file that is to be imported.',
    zh: '. 是文件夹，只导入其中的纯文本卡组（md）。请给出要导入的文件。',
  },
  {
    args: ['import', 'missing.apkg'],
    en: 'missing.apkg cannot be read (ENOENT). Name a file that you may read.',
    zh: '无法读取 missing.apkg（ENOENT）。请给出一个可以读取的文件。',
  },
  {
    args: ['import', 'latin1.py', '--as', 'apkg'],
    en: 'latin1.py is no archive of Anki, or not a whole one. Nothing was imported; export it again, or fetch it again.',
    zh: 'latin1.py 不是 Anki 归档文件，或不完整。未导入任何内容；请重新导出，或重新获取该文件。',
  },
  {
    args: ['import', ARCHIVE, '--weights'],
    en: 'The file has no parameters of FSRS-6. Import it without --weights; `anneal optimize` fits your own.',
    zh: '该文件没有 FSRS-6 参数。请去掉 --weights 再导入；`anneal optimize` 可拟合你自己的参数。',
  },
  {
    args: ['import', '/dev/null', '--as', 'md'],
    en: '/dev/null is no file. Name the file that is to be imported.',
    zh: '/dev/null 不是普通文件。请给出要导入的文件。',
  },
  {
    args: ['stats', '--json=3'],
    en: `option '--json' takes no argument. ${SEE_HELP.en}`,
    zh: `选项 --json 不带值。${SEE_HELP.zh}`,
  },
  {
    args: ['review', '--new', 'x'],
    en: `option '--new <n>' argument 'x' is invalid. Give it a whole number from 0 to 9999. ${SEE_HELP.en}`,
    zh: `选项 --new <n> 不能为“x”，请设为 0 到 9999 之间的整数。${SEE_HELP.zh}`,
  },
  {
    args: ['--nope'],
    en: `unknown option '--nope'. ${SEE_HELP.en}`,
    zh: `没有选项 --nope。${SEE_HELP.zh}`,
  },
  {
    args: ['restore', 'ROOT/gone.db'],
    en: 'There is no file ROOT/gone.db. Name a backup: `anneal backup --list`.',
    zh: '没有文件 ROOT/gone.db。请给出一个备份：`anneal backup --list`。',
  },
  {
    args: ['restore', 'ROOT/latin1.py'],
    en: 'ROOT/latin1.py is damaged or not a database. Take another backup: `anneal backup --list`.',
    zh: 'ROOT/latin1.py 已损坏或不是数据库。请换一个备份：`anneal backup --list`。',
  },
  {
    args: ['doctor', '--fux'],
    en: `unknown option '--fux' (did you mean --fix?). ${SEE_HELP.en}`,
    zh: `没有选项 --fux（是不是 --fix？）。${SEE_HELP.zh}`,
  },
  {
    args: ['grade', 'adam'],
    en: `missing required argument 'file'. ${SEE_HELP.en}`,
    zh: `缺少参数 <file>。${SEE_HELP.zh}`,
  },
  {
    args: ['review', '--deck'],
    en: `option '--deck <name>' argument missing. ${SEE_HELP.en}`,
    zh: `选项 --deck <name> 缺少值。${SEE_HELP.zh}`,
  },
  {
    args: ['review', '--limit', 'few'],
    en: `option '--limit <n>' argument 'few' is invalid. Give a whole number. ${SEE_HELP.en}`,
    zh: `选项 --limit <n> 不能为“few”，请给出整数。${SEE_HELP.zh}`,
  },
  {
    args: ['exercise', '--lang', 'rb'],
    en: `option '--lang <language>' argument 'rb' is invalid. Allowed choices are ${LANGUAGES.join(', ')}. ${SEE_HELP.en}`,
    zh: `选项 --lang <language> 不能为“rb”，可选：${LANGUAGES.join('、')}。${SEE_HELP.zh}`,
  },
  {
    args: ['review', '--cram', '--interview'],
    en: `option '--interview' cannot be used with option '--cram'. ${SEE_HELP.en}`,
    zh: `选项 --interview 不能与 --cram 同时使用。${SEE_HELP.zh}`,
  },
  {
    args: ['review', '--exercise', 'nms'],
    en: 'Only an interview ends with an exercise. Add --interview, or do the exercise by `anneal exercise ID`.',
    zh: '只有模拟面试才以练习收尾。请加上 --interview，或用 `anneal exercise ID` 做练习。',
  },
  {
    args: ['new', 'exercise', 'prewitt'],
    en: `required option '--signature <text>' not specified. ${SEE_HELP.en}`,
    zh: `缺少必需的选项 --signature <text>。${SEE_HELP.zh}`,
  },
  {
    args: ['stats', 'today'],
    en: `too many arguments for 'stats'. Expected 0 arguments but got 1: today. ${SEE_HELP.en}`,
    zh: `stats 不带参数，却给了 today。${SEE_HELP.zh}`,
  },
  {
    args: ['--json', 'stats'],
    en: 'The command stats stands behind an option. Write the command first and its options behind it.',
    zh: '命令 stats 写在了选项后面。请先写命令，再写它的选项。',
  },
  {
    args: ['grade', 'adam', 'a', 'b'],
    en: `too many arguments for 'grade'. Expected 2 arguments but got 3: adam, a, b. ${SEE_HELP.en}`,
    zh: `grade 的参数太多：最多 2 个，给了 3 个（adam, a, b）。${SEE_HELP.zh}`,
  },
  {
    args: ['review', 'answer', 'nope', 'good'],
    en: 'There is no card "nope". `anneal browse WORDS` finds the ids of cards.',
    zh: '没有 id 为“nope”的卡片。用 `anneal browse WORDS` 查找卡片的 id。',
  },
  {
    args: ['review', 'answer', 'nope', 'fine'],
    en: '"fine" is not a rating. Choose one of: again, hard, good, easy.',
    zh: '“fine”不是评分。可选：again、hard、good、easy。',
  },
  {
    args: ['exercise', 'nope'],
    en: 'There is no exercise "nope". See `anneal exercise --list` for their ids.',
    zh: '没有 id 为“nope”的练习。所有 id 见 `anneal exercise --list`。',
  },
  {
    args: ['exercise', 'median-fitler'],
    en: 'There is no exercise "median-fitler" (did you mean median-filter?). See `anneal exercise --list` for their ids.',
    zh: '没有 id 为“median-fitler”的练习（是不是 median-filter？）。所有 id 见 `anneal exercise --list`。',
  },
  { args: ['submit', 'nope'], ...NOT_AN_EXERCISE },
  { args: ['diff', 'nope'], ...NOT_AN_EXERCISE },
  {
    args: ['submit', 'adam'],
    en: 'HOME/workspace/adam/adam.py is still the starter. Write your solution there, then submit again.',
    zh: 'HOME/workspace/adam/adam.py 还是原来的模板。请写好解答后再提交。',
  },
  {
    args: ['submit', 'adam', '--lang', 'ts'],
    en: 'There is no file for adam in HOME/workspace. Make a starter with `anneal exercise adam`.',
    zh: 'HOME/workspace 里没有 adam 的文件。请用 `anneal exercise adam` 生成模板。',
  },
  {
    args: ['submit', '--lang', 'ts'],
    en: 'There is nothing to submit in HOME/workspace. Begin with `anneal exercise`.',
    zh: 'HOME/workspace 里没有可提交的文件。请先运行 `anneal exercise`。',
  },
  {
    args: ['grade', 'adam', 'missing.py'],
    en: 'There is no file ROOT/missing.py. Check the path, or make a starter with `anneal exercise ID`.',
    zh: '文件 ROOT/missing.py 不存在。请检查路径，或用 `anneal exercise ID` 生成模板。',
  },
  {
    // A name that no system holds.
    args: ['grade', 'adam', `${'a'.repeat(300)}.py`],
    en: `There is no file ROOT/${'a'.repeat(300)}.py. Check the path, or make a starter with \`anneal exercise ID\`.`,
    zh: `文件 ROOT/${'a'.repeat(300)}.py 不存在。请检查路径，或用 \`anneal exercise ID\` 生成模板。`,
  },
  {
    args: ['grade', 'adam', 'missing.rb'],
    en: 'There is no file missing.rb. Check the path.',
    zh: '文件 missing.rb 不存在。请检查路径。',
  },
  {
    args: ['grade', 'adam', 'adam.rb'],
    en: 'The language of adam.rb is not known by its ending. Say it with --lang.',
    zh: '无法由扩展名得知 adam.rb 的编程语言。请用 --lang 指定。',
  },
  {
    args: ['grade', 'adam', 'latin1.py'],
    en: 'ROOT/latin1.py cannot be read as UTF-8 text. Submit a source file saved as UTF-8.',
    zh: 'ROOT/latin1.py 无法按 UTF-8 文本读取。请提交以 UTF-8 保存的源文件。',
  },
  {
    args: ['grade', 'adam', 'latin1.py', '--lang', 'cpp'],
    en: 'ROOT/latin1.py cannot be read as UTF-8 text. Submit a source file saved as UTF-8.',
    zh: 'ROOT/latin1.py 无法按 UTF-8 文本读取。请提交以 UTF-8 保存的源文件。',
  },
  {
    args: ['grade', 'adam', 'adam.rb', '--lang', 'cpp'],
    en: 'CXX names /nowhere/g++, which is not there. Install a compiler for C++17 or newer (Debian, Ubuntu: apt install g++), or set CXX to its path.',
    zh: 'CXX 指定的 /nowhere/g++ 不存在。请安装支持 C++17 或更新标准的编译器（Debian、Ubuntu：apt install g++），或把 CXX 设为它的路径。',
  },
  {
    args: ['optimize', '--undo'],
    en: 'No parameters were ever fitted. Run anneal optimize first.',
    zh: '参数从未优化过。请先运行 anneal optimize。',
  },
  {
    args: ['workload', '--days', '0'],
    en: `option '--days <n>' argument '0' is invalid. Give a whole number from 1 to 3650. ${SEE_HELP.en}`,
    zh: `选项 --days <n> 不能为“0”，请给出 1 到 3650 之间的整数。${SEE_HELP.zh}`,
  },
  {
    args: ['plan', '--interview', '2020-01-01', '--minutes', '30'],
    en: '"2020-01-01" is no day to come. Give a date like 2027-01-15, or a number of days such as 3.',
    zh: '“2020-01-01”不是今天或以后的日期。请给出形如 2027-01-15 的日期，或 3 这样的天数。',
  },
  {
    args: ['plan', '--interview', 'soon', '--minutes', '30'],
    en: '"soon" is no day to come. Give a date like 2027-01-15, or a number of days such as 3.',
    zh: '“soon”不是今天或以后的日期。请给出形如 2027-01-15 的日期，或 3 这样的天数。',
  },
  {
    args: ['plan', '--interview', '0', '--minutes', '30'],
    en: 'The interview is today: no day is left to plan. Go over cards with anneal review --cram, which records nothing.',
    zh: '面试就在今天，没有可供计划的日子了。可用 anneal review --cram 过一遍卡片，不作记录。',
  },
  {
    args: ['plan', '--interview', '9999-12-31', '--minutes', '30'],
    en: '9999-12-31 is more than 365 days away. Until a year before it the usual scheduling does as well: make the plan then.',
    zh: '9999-12-31 距今超过 365 天。离面试还有一年以上时，照常复习即可，届时再制定计划。',
  },
  {
    args: ['plan', '--minutes', '30'],
    en: 'A plan needs a date that is still to come. Write anneal plan --interview 2027-01-15 --minutes 30.',
    zh: '制定计划需要一个尚未到来的面试日期。请运行 anneal plan --interview 2027-01-15 --minutes 30。',
  },
  {
    args: ['plan', '--interview', '30'],
    en: 'A plan needs the minutes that you have a day. Add --minutes 30.',
    zh: '制定计划需要知道你每天有多少分钟。请加上 --minutes 30。',
  },
  {
    args: ['plan', '--interview', '30', '--minutes', '0'],
    en: `option '--minutes <n>' argument '0' is invalid. Give a whole number from 1 to 1440. ${SEE_HELP.en}`,
    zh: `选项 --minutes <n> 不能为“0”，请给出 1 到 1440 之间的整数。${SEE_HELP.zh}`,
  },
  {
    args: ['plan', '--interview', '30', '--minutes', '30', '--topics', 'nms,adm'],
    en: 'There is no deck "adm" (did you mean adam?). See `anneal topics` for their names.',
    zh: '没有名为“adm”的卡组（是不是 adam？）。名称见 `anneal topics`。',
  },
  {
    args: ['config', 'colour'],
    en: `There is no setting "colour". ${SETTINGS.en}`,
    zh: `没有名为“colour”的设置。${SETTINGS.zh}`,
  },
  {
    args: ['config', 'locale', 'de'],
    en: 'locale cannot be "de". Give it en or zh.',
    zh: 'locale 不能设为“de”。请设为 en 或 zh。',
  },
  {
    args: ['config', 'retention', '2'],
    en: 'retention cannot be "2". Give it a number from 0.7 to 0.97.',
    zh: 'retention 不能设为“2”。请设为 0.7 到 0.97 之间的数。',
  },
  {
    args: ['config', 'interview', 'soon'],
    en: 'interview cannot be "soon". Give it a date like 2027-01-15, or an empty text for none.',
    zh: 'interview 不能设为“soon”。请设为形如 2027-01-15 的日期，或空文本（表示没有）。',
  },
  {
    args: ['config', 'interview', '2020-01-15'],
    en: '2020-01-15 is past. Give the date of an interview that is still to come, or an empty text for none.',
    zh: '2020-01-15 已经过去。请给出尚未到来的面试日期，或空文本（表示没有）。',
  },
  {
    args: ['config', 'python', 'python3'],
    en: 'python cannot be "python3". Give it the absolute path of a Python, or an empty text for none.',
    zh: 'python 不能设为“python3”。请设为 Python 的绝对路径，或空文本（表示不指定）。',
  },
  {
    args: ['config', 'python', '/nowhere/python'],
    en: '/nowhere/python does not run as a Python. Name a Python 3.9 or later, or an empty text for none.',
    zh: '/nowhere/python 不能作为 Python 运行。请指定 Python 3.9 或更高版本，或空文本（表示不指定）。',
  },
  {
    args: ['config', 'workspace', '/proc/nope'],
    en: 'The folder /proc/nope cannot be made (the system makes no files there). Name one that can be, by `anneal config workspace FOLDER`.',
    zh: '无法创建文件夹 /proc/nope（系统不允许在那里创建文件）。请用 `anneal config workspace FOLDER` 换一个。',
  },
  {
    args: ['config', 'workspace', '/proc'],
    en: 'The folder /proc cannot be written (the system makes no files there). Name one that can be, by `anneal config workspace FOLDER`.',
    zh: '无法写入文件夹 /proc（系统不允许在那里创建文件）。请用 `anneal config workspace FOLDER` 换一个。',
  },
  {
    args: ['config', 'workspace', 'ROOT/adam.rb/work'],
    en: 'The folder ROOT/adam.rb/work cannot be made (a file is in its way). Name one that can be, by `anneal config workspace FOLDER`.',
    zh: '无法创建文件夹 ROOT/adam.rb/work（路径上有同名文件）。请用 `anneal config workspace FOLDER` 换一个。',
  },
  {
    args: ['config', 'workspace', '~nobody'],
    en: 'workspace cannot be "~nobody". Give it an absolute path, or one that begins with ~/.',
    zh: 'workspace 不能设为“~nobody”。请设为绝对路径，或以 ~/ 开头的路径。',
  },
  {
    args: ['config', 'language', '--make'],
    en: 'Only an environment for Python can be made. Write anneal config python --make.',
    zh: '只能创建 Python 的环境。请写成 anneal config python --make。',
  },
  {
    args: ['exercise', 'adam', '--torch', '--lang', 'js'],
    en: 'JavaScript has no PyTorch. Write --torch --lang py.',
    zh: 'JavaScript 不能使用 PyTorch。请写成 --torch --lang py。',
  },
  {
    args: ['exercise', '--hint', '--give-up'],
    en: `option '--hint' cannot be used with option '--give-up'. ${SEE_HELP.en}`,
    zh: `选项 --hint 不能与 --give-up 同时使用。${SEE_HELP.zh}`,
  },
  {
    args: ['new', 'exercise', 'prewitt', '--signature', '(image: u8[H,W] -> int'],
    en: 'Signature "(image: u8[H,W] -> int": "," or ")" expected at column 17. Write it like (image: u8[H,W], ksize: int) -> u8[H,W].',
    zh: '签名“(image: u8[H,W] -> int”第 17 列：此处应为“,”或“)”。请写成 (image: u8[H,W], ksize: int) -> u8[H,W] 的形式。',
  },
  {
    args: ['lint', 'nope.md'],
    en: 'There is no file nope.md. Name a deck (a Markdown file), an exercise.yaml, or a folder of them.',
    zh: '文件 nope.md 不存在。请指定卡组（Markdown 文件）、exercise.yaml 或它们所在的文件夹。',
  },
]

function listed(names: readonly string[]): Text {
  return { en: `Choose one of: ${names.join(', ')}.`, zh: `可选：${names.join('、')}。` }
}
