import type { Say, Text } from '../../core/locale.ts'
import { BLANK, hang, type Line, line, lineWidth, run, spaces } from '../text/line.ts'
import { paragraph } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import type { Around } from './around.ts'
import { type Binding, type CommonEvent, heardLines, keyLabel, LANGUAGE } from './key-table.ts'
import type { Page } from './page.ts'
import { SCROLL_KEYS } from './scroll-page.ts'

export const HELP_KEYS: readonly Binding<CommonEvent>[] = [
  {
    keys: ['q', 'escape', '?', 'enter', 'space'],
    help: { en: 'close', zh: '关闭' },
    event: { kind: 'help' },
  },
  LANGUAGE,
]

/** The keys of the screen below, from its own table, and how the program works. */
export function drawHelp(table: readonly Binding<unknown>[], { say, width }: Around): Page {
  return {
    title: line(say({ en: 'Help', zh: '帮助' }), 'title'),
    aside: [],
    body: [
      line(say({ en: 'Keys here', zh: '本页按键' }), 'heading'),
      ...keyLines(heardLines(table), say, width),
      ...scrollLines(table, say, width),
      BLANK,
      line(say({ en: 'How it works', zh: '工作方式' }), 'heading'),
      ...HOW_IT_WORKS.flatMap((text) =>
        hang([run('• ', 'hint')], paragraph({ say, width: width - 2 }, text)),
      ),
    ],
    bodyKey: 'help',
    pinned: [],
  }
}

/** None where the screen has those keys for itself: in a list they move the mark. */
function scrollLines(table: readonly Binding<unknown>[], say: Say, width: number): readonly Line[] {
  const left = heardLines([...table, ...SCROLL_KEYS]).slice(heardLines(table).length)
  if (left.length === 0) return []
  const head = say({ en: 'Where a text is longer than the window', zh: '内容超出窗口时' })
  return [BLANK, line(head, 'heading'), ...keyLines(left, say, width)]
}

function keyLines(table: readonly Binding<unknown>[], say: Say, width: number): readonly Line[] {
  const rows = table.map(({ keys, help }) => ({
    keys: run(keys.map((key) => say(keyLabel(key))).join(', '), 'key'),
    help: say(help),
  }))
  const column = Math.min(26, Math.max(...rows.map((row) => lineWidth([row.keys]))) + 2)
  return rows.flatMap((row) => {
    const prefix = [spaces(2), row.keys, spaces(Math.max(2, column - lineWidth([row.keys])))]
    return hang(prefix, wrap([run(row.help)], width - lineWidth(prefix)))
  })
}

const HOW_IT_WORKS: readonly Text[] = [
  {
    en: 'Rate a card by how well you recalled it. Each rating shows when the card comes back; again brings it back within minutes.',
    zh: '按回忆的难易给卡片评分。每个评分旁边标着下次出现的时间；“重来”几分钟后就会再出现。',
  },
  {
    en: 'Every answer is on disk before the next card shows. Undo takes back the latest one, then the one before, also of earlier sessions.',
    zh: '每次作答都先落盘，再显示下一张卡片。撤销会从最近一次开始逐个收回，也包括以前的复习。',
  },
  {
    en: 'A suspended card stays away until you take it up again; a buried one comes back tomorrow.',
    zh: '暂停的卡片在恢复之前不再出现，搁置的卡片明天再出现。',
  },
  {
    en: 'Exercises are run, not self-graded. A failed submission that makes a known mistake brings the card that explains it back today. Hints and failed attempts lower the rating of the round; giving up counts as forgotten.',
    zh: '练习由程序运行判定，不靠自评。提交如果犯了已知的错误，讲解它的卡片当天就会回到队列。提示和失败的提交会降低本轮评分，放弃等于忘记。',
  },
]
