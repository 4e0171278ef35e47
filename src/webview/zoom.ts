/** Zoom and pan of one picture. The browser scrolls; this only changes the size of the picture. */

import { dragToScroll, zoomWithWheel } from './zoomPointer.ts'

export interface Zoom {
  /** Takes a picture in place of the last one; the zoom stays. */
  attach(svg: SVGSVGElement, size: PictureSize): void
  by(factor: number): void
  /** Back to the size that a picture has by itself; from there, when that is larger than its place, to all of it. */
  fit(): void
  /** Back to the size that a picture has by itself. */
  reset(): void
  /** Whether the picture is larger than its place. */
  readonly isScrolling: boolean
  /** Undefined: the picture has the size that it has by itself. */
  state: ZoomState | undefined
}

/** What brings a zoomed picture back as it was; lengths in CSS pixels. */
export interface ZoomState {
  readonly scale: number
  readonly left: number
  readonly top: number
  /** Of the place it is seen through. */
  readonly height: number
}

/** In CSS pixels, at 100 %. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  /** The usual size of its words; absent where it has none. */
  readonly text?: number | undefined
}

const smallest = 0.1
const largest = 8
/** Above and below a picture, in pixels. */
const margins = 24
/** How much of the window a picture may grow to by being zoomed. */
const mostOfWindow = 0.7
/** Words are not made smaller than this to fit a picture into its place: it scrolls instead. */
const smallestText = 10

/** What is known of a picture and its place. */
interface ZoomedPicture {
  readonly host: HTMLElement
  readonly onChange: () => void
  svg: SVGSVGElement | undefined
  size: PictureSize
  /** Undefined: as large as it is by itself. */
  scale: number | undefined
  /** Where it is to be scrolled to, once it is there. */
  wanted: ZoomState | undefined
  /** Height of the place when the picture had its own size. */
  fitted: number
  /** The place inside of its scroll bars; undefined while it is not shown. */
  place: { readonly width: number; readonly height: number } | undefined
}

/** Places whose size may change, and what is to be done then: one watcher for all of them. */
const fits = new WeakMap<Element, () => void>()
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) fits.get(target)?.()
})

/** Sees to the wheel and the pointer on `host`, which scrolls what is larger than itself. */
export function createZoom(host: HTMLElement, onChange: () => void): Zoom {
  const picture: ZoomedPicture = {
    host,
    onChange,
    svg: undefined,
    size: { width: 0, height: 0 },
    scale: undefined,
    wanted: undefined,
    fitted: 0,
    place: undefined,
  }
  zoomWithWheel(host, (factor, x, y) => zoomAt(picture, factor, x, y))
  host.addEventListener('scroll', onChange, { passive: true })
  dragToScroll(host)
  fits.set(host, () => {
    const { clientWidth: width, clientHeight: height } = host
    picture.place = width > 0 ? { width, height } : undefined
    tellScrolling(picture)
  })
  watcher.observe(host)
  return {
    attach(svg, size) {
      Object.assign(picture, { svg, size })
      apply(picture)
    },
    by(factor) {
      const { left, top, width, height } = host.getBoundingClientRect()
      zoomAt(picture, factor, left + width / 2, top + height / 2)
    },
    fit() {
      const isWide = picture.scale === undefined && isScrolling(host)
      setScale(picture, isWide ? wholeWidth(picture) / picture.size.width : undefined)
    },
    reset: () => setScale(picture, undefined),
    get isScrolling() {
      return picture.scale !== undefined || isScrolling(host)
    },
    get state() {
      const { scale } = picture
      return scale === undefined
        ? undefined
        : { scale, left: host.scrollLeft, top: host.scrollTop, height: host.clientHeight }
    },
    set state(value) {
      picture.scale = value?.scale
      picture.wanted = value
      if (value) {
        picture.fitted = value.height
        host.style.height = `${value.height}px`
      }
      apply(picture)
    },
  }
}

const isScrolling = (host: HTMLElement): boolean => host.hasAttribute('data-scrolls')

function setScale(picture: ZoomedPicture, scale: number | undefined): void {
  picture.scale = scale
  picture.host.style.removeProperty('height')
  apply(picture)
  picture.onChange()
}

function apply(picture: ZoomedPicture): void {
  const { host, svg, size, scale, wanted } = picture
  host.toggleAttribute('data-zoomed', scale !== undefined)
  if (!svg) return
  svg.style.setProperty('--natural', `${size.width}px`)
  svg.style.setProperty('--least', `${leastWidth(size)}px`)
  svg.style.setProperty('--ratio', `${size.width / size.height}`)
  svg.style.setProperty('--zoomed', `${size.width * (scale ?? 1)}px`)
  tellScrolling(picture)
  if (wanted) host.scrollTo(wanted.left, wanted.top)
  picture.wanted = undefined
}

/** Notes whether a picture that has its own size is larger than its place. */
function tellScrolling(picture: ZoomedPicture): void {
  const { host, svg, size, place } = picture
  if (svg && place) host.toggleAttribute('data-scrolls', leastWidth(size) > wholeWidth(picture) + 1)
}

/** How wide a picture has to be for its words to be read. */
const leastWidth = ({ width, text }: PictureSize): number =>
  text === undefined ? 0 : width * Math.min(1, smallestText / text)

/** How wide a picture is that fits into its place, as the styles of the stage have it. */
function wholeWidth({ host, size, place }: ZoomedPicture): number {
  if (!place) return size.width
  const across = place.width - margins
  if (!host.hasAttribute('data-fill')) return Math.min(across, size.width)
  return Math.min(across, ((place.height - margins) * size.width) / size.height, 2 * size.width)
}

/** Keeps the point of the picture that is under the pointer where it is. */
function zoomAt(picture: ZoomedPicture, factor: number, clientX: number, clientY: number): void {
  const { host, svg, size } = picture
  if (!svg) return
  const before = svg.getBoundingClientRect()
  if (before.width === 0) return
  if (picture.scale === undefined) picture.fitted = host.clientHeight
  const scale = Math.min(largest, Math.max(smallest, (before.width / size.width) * factor))
  picture.scale = scale
  // A flat picture would be seen through a slit; a high one need not push away all that is below.
  const grown = Math.min(size.height * scale + margins, window.innerHeight * mostOfWindow)
  host.style.height = `${Math.max(picture.fitted, grown)}px`
  apply(picture)
  const after = svg.getBoundingClientRect()
  host.scrollLeft += after.left + ((clientX - before.left) / before.width) * after.width - clientX
  host.scrollTop += after.top + ((clientY - before.top) / before.height) * after.height - clientY
  picture.onChange()
}
