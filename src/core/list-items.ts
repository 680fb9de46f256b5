/** Of a list with commas, or as YAML has them: `[a, b]`, or `- a` and `- b` in lines. */
export function itemsOf(text: string): readonly string[] {
  const items = (/^\[(.*)\]$/s.exec(text.trim())?.[1] ?? text)
    .split(/[,，、\n]/)
    .map((item) => item.trim().replace(/^- +/, ''))
  return [...new Set(items.filter((item) => item !== ''))]
}

/**
 * The tags of a front matter, as Obsidian and others write them; that which only says that there are cards
 * below is none.
 */
export function frontTags(text: string): readonly string[] {
  const tags = itemsOf(text).map((item) => item.replace(/^(["'])(.*)\1$/, '$2').replace(/^#/, ''))
  return [...new Set(tags.filter((tag) => tag !== '' && !/^flashcards(?:\/|$)/.test(tag)))]
}
