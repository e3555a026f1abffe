/** Longest side of a kept photograph in pixels: a page of small print can still be read. */
const longestSide = 2000

/**
 * A photograph drawn anew, so that nothing goes with it that the camera wrote into the file: place, time, owner, and the small
 * picture that an editor may have left unchanged. Undefined when it cannot be read as a picture.
 */
export async function plainPicture(file: Blob): Promise<Blob | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (picture === undefined) return undefined
  const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const paper = canvas.getContext('2d')
  if (paper === null) return undefined
  // A drawing with holes in it would come out black.
  paper.fillStyle = '#fff'
  paper.fillRect(0, 0, canvas.width, canvas.height)
  paper.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', 0.85))
}
