import { frontTags } from '../../core/list-items.ts'

/** The tags that the front matter gives to all below it. */
export function tagsAbove(text: string): readonly string[] {
  const [, front = ''] = /^\ufeff?---[ \t]*\r?\n([\s\S]{0,20000}?\n)---[ \t]*(?:\r?\n|$)/.exec(text) ?? []
  const [, tags = ''] = /^tags[ \t]*[:=][ \t]*(.*(?:\n[ \t]*- .*)*)/m.exec(front.replaceAll('\r', '')) ?? []
  return frontTags(tags)
}

/** The lines behind the front matter, the number of the first of them, and the title that the front matter gives. */
export function withoutFrontMatter(text: string): {
  readonly lines: readonly string[]
  readonly from: number
  readonly title: string | undefined
} {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n?|\n/)
  const end = lines[0]?.trim() === '---' ? lines.indexOf('---', 1) : -1
  if (end < 0) return { lines, from: 1, title: undefined }
  const [, title] = /^title\s*[:=]\s*["']?(.*?)["']?\s*$/m.exec(lines.slice(1, end).join('\n')) ?? []
  return { lines: lines.slice(end + 1), from: end + 2, title: title || undefined }
}
