/** An image that a text names, as Markdown or Obsidian write it. */
export interface TextImage {
  /** What is said of it. */
  readonly name: string
  /** A path or an address. */
  readonly target: string
}

const IMAGE =
  /!\[\[(?<embed>[^\]|#\n]{1,300})(?:#[^\]|\n]{0,300})?(?:\|[^\]\n]{0,300})?\]\]|!\[(?<name>[^\]\n]{0,300})\]\((?:<(?<within>[^>\n]{1,500})>|(?<bare>[^\s()<>]{1,500}))(?: {1,9}"[^"\n]{0,300}")?\)/g

/** @param by what stands in an image's place; undefined where it stays as it is written */
export function replaceImages(markdown: string, by: (image: TextImage) => string | undefined): string {
  return markdown.replace(IMAGE, (written, ...rest) => {
    const { embed, name, within, bare }: { readonly [group: string]: string | undefined } = rest.at(-1)
    const image =
      embed === undefined
        ? { name: name ?? '', target: pathOfHref(within ?? bare ?? '') }
        : { name: embed.trim(), target: embed.trim() }
    return by(image) ?? written
  })
}

export function textImages(markdown: string): readonly TextImage[] {
  const found: TextImage[] = []
  replaceImages(markdown, (image) => void found.push(image))
  return found
}

/** As a deck names an image of this path. */
export function imageMarkdown(name: string, path: string): string {
  const href = path.replace(/[%\s()<>]/g, (letter) =>
    encodeURIComponent(letter).replace('(', '%28').replace(')', '%29'),
  )
  return `![${name.replace(/[\\[\]\n]/g, ' ').trim()}](${href})`
}

/** Spaces and Chinese letters of a path are often written as bytes. */
export function pathOfHref(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}
