import { describe, expect, test } from 'vitest'
import { supportFor } from '../../../../src/grader/languages/all-languages.ts'

const NAMES = ['cv2.medianBlur', 'scipy.ndimage.median_filter', 'torch.optim.Adam']
const find = (text: string) => supportFor('py').findLibraryName?.(text, NAMES)

describe('a library call that is itself the answer is found', () => {
  test.each<{ text: string; name: string }>([
    { text: 'import cv2\ncv2.medianBlur(image, 3)', name: 'cv2.medianBlur' },
    { text: 'import cv2 as cv\nx = cv . medianBlur(image, 3)', name: 'cv2.medianBlur' },
    { text: 'import numpy as np, cv2 as c\nreturn c.medianBlur(a, 3)', name: 'cv2.medianBlur' },
    { text: 'from cv2 import (\n  blur,\n  medianBlur as mb,\n)\nmb(image, 3)', name: 'cv2.medianBlur' },
    { text: 'from cv2 import *\nmedianBlur(image, 3)', name: 'cv2.medianBlur' },
    { text: 'try: import cv2\nexcept: pass\ncv2.medianBlur(a, 3)', name: 'cv2.medianBlur' },
    { text: 'import cv2\nblur = cv2.medianBlur\nblur(image, 3)', name: 'cv2.medianBlur' },
    { text: 'import scipy.ndimage\nscipy.ndimage.median_filter(a)', name: 'scipy.ndimage.median_filter' },
    { text: 'from scipy import ndimage as nd\nnd.median_filter(a)', name: 'scipy.ndimage.median_filter' },
    { text: 'import scipy\nnd = scipy.ndimage\nnd.median_filter(a)', name: 'scipy.ndimage.median_filter' },
    { text: 'from torch import optim\noptim.Adam([p]).step()', name: 'torch.optim.Adam' },
    { text: 'def f():\n    import torch\n    return torch.optim.Adam', name: 'torch.optim.Adam' },
    { text: 'import torch; torch.optim.Adam(p)', name: 'torch.optim.Adam' },
    { text: 'import torch\nx = torch.optim \\\n  .Adam(p)', name: 'torch.optim.Adam' },
  ])('$text', ({ text, name }) => {
    expect(find(text)).toBe(name)
  })
})

describe('and nothing else is taken for one', () => {
  test.each([
    'import cv2\n# cv2.medianBlur(image, 3)',
    'import cv2\n"""As cv2.medianBlur does."""\ncv2.blur(image)',
    'import cv2\nprint("cv2.medianBlur")',
    'import cv2\ncv2.medianBlurred(image)',
    'import other as cv2\ncv2.medianBlur(image)',
    'cv2.medianBlur(image)',
    'from cv2 import medianBlur',
    'import torch\ntorch.optim.AdamW(p)',
    'self.cv2.medianBlur()',
    'def medianBlur(image):\n    return image\nmedianBlur(1)',
  ])('%s', (text) => {
    expect(find(text)).toBeUndefined()
  })
})
