import type { CardSights } from '../../app/card-sights.ts'
import type { Face } from '../../core/face.ts'
import type { Text } from '../../core/locale.ts'
import type { ImageTrouble, RgbImage } from '../../core/rgb-image.ts'
import { pathOfHref } from '../../core/text-images.ts'
import type { Around } from '../frame/around.ts'
import { rgbLines } from '../images/rgb-lines.ts'
import { BLANK, type Line, run } from '../text/line.ts'
import { markdownLines } from '../text/markdown.ts'
import type { Manner } from '../text/paragraph.ts'
import { wrap } from '../text/wrap.ts'
import { aside, COLON } from '../words/punctuation.ts'

type ImageSights = Pick<CardSights, 'imageOf'> & Pick<Around, 'imageRows'>

/** The image of a card with its name, or its name and why it is not shown. */
export function cardImageLines(
  face: Pick<Face, 'id' | 'image'>,
  manner: Manner & ImageSights,
): readonly Line[] {
  if (face.image === undefined) return []
  const { say, width, imageRows } = manner
  const image = manner.imageOf(face.id, face.image)
  const name = say(IMAGE) + say(COLON) + face.image
  return isShown(image)
    ? [BLANK, ...rgbLines(image, { columns: width, rows: imageRows }), ...wrap([run(name, 'hint')], width)]
    : [BLANK, ...wrap([run(`${name}${say(aside(TROUBLES[image]))}`, 'hint')], width)]
}

/** Lines of a text of a card, with the images in it that lie beside its deck; of others it names the address. */
export type CardText = (markdown: string, width: number) => readonly Line[]

export function cardText({ id }: Pick<Face, 'id'>, { imageOf, imageRows }: ImageSights): CardText {
  return (markdown, width) =>
    markdownLines(markdown, width, (href, room) => {
      const image = imageOf(id, pathOfHref(href))
      return isShown(image) ? rgbLines(image, { columns: room, rows: imageRows }) : undefined
    })
}

function isShown(image: RgbImage | ImageTrouble): image is RgbImage {
  return typeof image !== 'string'
}

const IMAGE: Text = { en: 'Image', zh: '图片' }

const TROUBLES: { readonly [T in ImageTrouble]: Text } = {
  missing: { en: 'not there', zh: '文件不存在' },
  'unknown-form': { en: 'only PNG and JPEG are shown', zh: '只显示 PNG 和 JPEG' },
  broken: { en: 'damaged', zh: '文件已损坏' },
  'too-large': { en: 'too large to be shown', zh: '太大，无法显示' },
}
