import { type Command, defineCommand } from './arguments/command.ts'
import { anyText, EXPORT_LANGUAGE, JSON_FLAG, NO_SCHEDULING } from './flags.ts'

const exportCommand = defineCommand({
  name: 'export',
  summary: {
    en: 'write decks, the schedule and reviews to a file of another program, or a whole dump',
    zh: '把卡组、调度和复习记录写成其他程序的文件，或整体转储',
  },
  description: {
    en: "The ending of the file says its format: .md (one deck; a folder takes several), .json (everything), .apkg (cards, schedule and reviews, for Anki to add to what it has), .colpkg (the same, to replace a whole collection of Anki), .csv and .tsv (notes, for Anki's import of text), revlog.csv (the review log, for optimizers of FSRS). - is stdout, with --as. A file that is there is not replaced without --force; docs/import-export.md says what each format holds.",
    zh: '格式由文件扩展名决定：.md（一个卡组；多个卡组请给出文件夹）、.json（全部内容）、.apkg（卡片、调度和复习记录，供 Anki 合并导入）、.colpkg（同上，但会替换 Anki 的整个集合）、.csv 和 .tsv（笔记，供 Anki 文本导入）、revlog.csv（复习记录，供 FSRS 优化器使用）。- 表示标准输出，须加 --as。已有的文件不加 --force 不会被替换；各格式的内容见 docs/import-export.md。',
  },
  args: ['<file>'],
  flags: {
    deck: {
      help: {
        en: 'only this deck, or the decks of this group; may be given several times (names: anneal topics)',
        zh: '只导出这个卡组，或这一组的各个卡组；可重复给出（名称见 anneal topics）',
      },
      value: anyText('name'),
      many: true,
    },
    as: {
      help: {
        en: 'the format, whatever the ending: md, json, apkg, colpkg, csv, tsv, revlog',
        zh: '指定格式，不看扩展名：md、json、apkg、colpkg、csv、tsv、revlog',
      },
      value: anyText('format'),
    },
    language: {
      help: {
        en: 'of the texts, where a format holds one: en, zh or both (else your setting)',
        zh: '格式只容一种语言时，所用的语言：en、zh 或 both（默认按设置）',
      },
      value: EXPORT_LANGUAGE,
    },
    scheduling: {
      help: {
        en: 'no: cards as new ones, without schedule and reviews',
        zh: 'no：卡片一律当作新卡片，不带调度和复习记录',
      },
      value: NO_SCHEDULING,
    },
    force: { help: { en: 'replace files that are there', zh: '替换已有的文件' } },
    json: JSON_FLAG,
  },
  run: async ([file], flags) => (await import('./commands/export.ts')).exportFile(file, flags),
})

const importCommand = defineCommand({
  name: 'import',
  summary: {
    en: 'take in notes, the schedule, reviews and media of another program',
    zh: '导入其他程序的笔记、调度、复习记录和媒体',
  },
  description: {
    en: 'Reads .apkg and .colpkg of Anki; tables of notes (.csv, .tsv, .txt: Anki, Quizlet); review logs of FSRS; plain-text decks (.md: hashcards, repeater, Obsidian Spaced Repetition, carddown, mdanki, ankdown); what `hashcards export` writes; and dumps of anneal export FILE.json. Of a folder, such as a vault of Obsidian, all decks in plain text are read. The notes become Markdown decks in the folder imported/ of your own decks. A second time it changes nothing; a newer file changes what changed there, and never what you edited here. All of it is taken in or nothing. docs/anki.md and docs/import-export.md say what carries over.',
    zh: '可读取：Anki 的 .apkg 和 .colpkg；笔记表（.csv、.tsv、.txt，如 Anki、Quizlet 的导出）；FSRS 复习记录；纯文本卡组（.md：hashcards、repeater、Obsidian Spaced Repetition、carddown、mdanki、ankdown）；`hashcards export` 的输出；anneal export FILE.json 的转储。给出文件夹（如 Obsidian 库）则读取其中所有纯文本卡组。笔记会成为你自己卡组文件夹下 imported/ 中的 Markdown 卡组。再次导入同一文件不会有任何变化；导入较新的文件只更新其中改动之处，绝不覆盖你在本地的修改。要么全部导入，要么什么都不变。各项内容如何转换见 docs/anki.md 和 docs/import-export.md。',
  },
  args: ['<file>'],
  flags: {
    'dry-run': { help: { en: 'only say what would happen', zh: '只说明会发生什么' } },
    weights: {
      help: {
        en: "schedule by the file's own FSRS parameters (.apkg, .colpkg) from then on; by itself where nothing was reviewed yet",
        zh: '此后按文件自带的 FSRS 参数调度（.apkg、.colpkg）；尚无复习记录时自动如此',
      },
    },
    as: {
      help: {
        en: 'the format, whatever the file looks like: apkg, json, hashcards, revlog, csv, md',
        zh: '指定格式，不看文件本身：apkg、json、hashcards、revlog、csv、md',
      },
      value: anyText('format'),
    },
    json: JSON_FLAG,
  },
  run: async ([file], flags) => (await import('./commands/import.ts')).importFrom(file, flags),
})

const sync = defineCommand({
  name: 'sync',
  summary: {
    en: 'merge with your other machines through a folder that they share, or with the hub of a course',
    zh: '通过共享文件夹与你的其他机器合并，或与课程的 hub 同步',
  },
  description: {
    en: 'Takes what your other machines have put into the folder, and puts there what it lacks: everything that was recorded, and your own decks, exercises and graders. Any folder does that something else brings from machine to machine: Syncthing, a cloud drive, a clone of git. Answers given on two machines are both kept. A hub (https://…) is a server of a course or a team, and brings its decks and exercises too: the first time it asks for the token that its teacher gave you, or takes it from ANNEAL_HUB_TOKEN. Without either: the one that was last used. docs/sync.md says the rest.',
    zh: '读取其他机器写入该文件夹的内容，并补上其中缺少的部分：全部记录，以及你自己的卡组、练习和判题器。文件夹用什么方式在机器间同步都可以：Syncthing、网盘、git 克隆。在两台机器上作出的回答都会保留。hub（https://…）是课程或团队的服务器，也会带来课程的卡组和练习：首次使用时会询问教师给你的令牌（或取自 ANNEAL_HUB_TOKEN）。不带参数时使用上次的文件夹或 hub。详见 docs/sync.md。',
  },
  args: ['[folder|url]'],
  flags: {
    encrypt: {
      help: {
        en: 'the first time: encrypt all that is put there, with a passphrase that each machine asks for (or takes from ANNEAL_SYNC_PASSPHRASE)',
        zh: '首次共享时：用口令加密写入的全部内容，每台机器都会询问口令（或取自 ANNEAL_SYNC_PASSPHRASE）',
      },
    },
    graders: {
      help: {
        en: 'take graders, which are programs that run on this machine: from a folder that is not encrypted, or from a hub, and its later ones too',
        zh: '接收判题器（会在本机运行的程序）：来自未加密的文件夹，或来自 hub（包括它以后的判题器）',
      },
      conflicts: 'no-graders',
    },
    'no-graders': {
      help: {
        en: 'a hub: take none from now on; those that are here stay, and may run',
        zh: 'hub：今后不再接收判题器；已在本机的保留，仍可运行',
      },
      conflicts: 'graders',
    },
    restore: {
      help: {
        en: 'a hub: bring back the files of the course that you deleted here',
        zh: 'hub：重新接收你在本机删除的课程文件',
      },
      conflicts: 'leave',
    },
    share: {
      help: {
        en: 'a hub: let the teacher see how you get on; never without',
        zh: 'hub：允许教师查看你的学习进展；不加此选项则绝不可见',
      },
      conflicts: 'no-share',
    },
    'no-share': {
      help: { en: 'a hub: take that back', zh: 'hub：收回上述允许' },
      conflicts: 'share',
    },
    leave: {
      help: {
        en: 'a hub: have everything deleted that it has of you, and forget it on all your machines',
        zh: 'hub：退出，删除其中你的全部数据，你的各台机器也不再与它同步',
      },
      conflicts: 'dry-run',
    },
    yes: { help: { en: 'with --leave: it is meant', zh: '与 --leave 同用：确认退出' } },
    'dry-run': {
      help: { en: 'say what would happen, and change nothing', zh: '只说明会发生什么，不作改动' },
    },
    json: JSON_FLAG,
  },
  run: async ([place], flags) => (await import('./commands/sync.ts')).sync(place, flags),
})

/** What passes between this program and others. */
export const EXCHANGE_COMMANDS: readonly Command[] = [importCommand, exportCommand, sync]
