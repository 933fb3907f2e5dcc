/** The largest picture that the server takes, in bytes. */
const maxBytes = 32 * 1024;

/** From large and fine to small and coarse: the first that is small enough is taken. Edges in pixels. */
const attempts = [256, 192, 128, 96, 64].flatMap((edge) => [0.9, 0.75, 0.6].map((quality) => ({ edge, quality })));

/** Makes a square picture of at most 32 KiB out of an image file, as a data URL; null: the browser cannot read the file. */
export async function scaleImage(file: Blob): Promise<string | null> {
  const image = await createImageBitmap(file).catch(() => null);
  if (image === null) return null;
  for (const attempt of attempts) {
    const dataUrl = drawSquare(image, attempt);
    if (bytesIn(dataUrl) <= maxBytes) return dataUrl;
  }
  return null;
}

/** The middle of the image; WebP where the browser can write it, since it keeps what is transparent, else JPEG. */
function drawSquare(image: ImageBitmap, { edge, quality }: { edge: number; quality: number }): string {
  const canvas = document.createElement('canvas');
  canvas.width = edge;
  canvas.height = edge;
  const side = Math.min(image.width, image.height);
  const left = (image.width - side) / 2;
  const top = (image.height - side) / 2;
  canvas.getContext('2d')?.drawImage(image, left, top, side, side, 0, 0, edge, edge);
  const webp = canvas.toDataURL('image/webp', quality);
  // A browser that cannot write WebP answers PNG.
  return webp.startsWith('data:image/webp') ? webp : canvas.toDataURL('image/jpeg', quality);
}

/** Four digits of base64 are three bytes. */
function bytesIn(dataUrl: string): number {
  return ((dataUrl.length - dataUrl.indexOf(',') - 1) * 3) / 4;
}
