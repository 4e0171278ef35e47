/** Zoom and pan of one picture, where the browser scrolls and this only changes the picture's size. */

import { dragToScroll, zoomWithWheel } from './zoomPointer.ts'

export interface Zoom {
  /** Takes a new picture in place of the last one; the zoom stays. */
  attach(svg: SVGSVGElement, size: PictureSize): void
  by(factor: number): void
  /** Back to the default size; if that is already set and larger than the stage, to the whole picture. */
  fit(): void
  /** Back to the default size. */
  reset(): void
  /** Whether the picture is larger than the stage. */
  readonly isScrolling: boolean
  /** Undefined: the picture has its default size, which fits it into the stage as far as its text stays readable. */
  state: ZoomState | undefined
}

/** What is needed to restore a zoomed picture; lengths in CSS pixels. */
export interface ZoomState {
  readonly scale: number
  readonly left: number
  readonly top: number
  /** Of the stage. */
  readonly height: number
}

/** In CSS pixels, at 100 %. */
export interface PictureSize {
  readonly width: number
  readonly height: number
  /** The usual font size; absent if the picture has no text. */
  readonly text?: number | undefined
}

const smallest = 0.1
const largest = 8
/** The margins on both sides of a picture together, horizontally and vertically, in CSS pixels. */
const margins = 24
/** How much of the window's height a zoomed picture may take. */
const mostOfWindow = 0.7
/**
 * The smallest font size, in CSS pixels, when a picture is fitted into the stage: a picture with smaller text scrolls
 * instead.
 */
const smallestText = 10

/** The state of a picture and its stage. */
interface ZoomedPicture {
  readonly host: HTMLElement
  readonly onChange: () => void
  svg: SVGSVGElement | undefined
  size: PictureSize
  /** Undefined: the default size. */
  scale: number | undefined
  /** The scroll position to restore once the picture is there. */
  wanted: ZoomState | undefined
  /** Height of the stage when the picture had its default size, in CSS pixels. */
  fitted: number
  /** The stage's size without scroll bars; undefined while it is hidden. */
  place: { readonly width: number; readonly height: number } | undefined
}

/** Stages and their resize handlers, with one observer for all of them. */
const fits = new WeakMap<Element, () => void>()
const watcher = new ResizeObserver((entries) => {
  for (const { target } of entries) fits.get(target)?.()
})

/** Handles wheel and pointer on `host`, which scrolls a picture larger than itself. */
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

/** Updates whether a picture at its default size is larger than the stage. */
function tellScrolling(picture: ZoomedPicture): void {
  const { host, svg, size, place } = picture
  if (svg && place) host.toggleAttribute('data-scrolls', leastWidth(size) > wholeWidth(picture) + 1)
}

/** How wide a picture must be for its text to be readable. */
const leastWidth = ({ width, text }: PictureSize): number =>
  text === undefined ? 0 : width * Math.min(1, smallestText / text)

/** The width of a picture fitted into the stage, as in the stage's style sheet. */
function wholeWidth({ host, size, place }: ZoomedPicture): number {
  if (!place) return size.width
  const across = place.width - margins
  if (!host.hasAttribute('data-fill')) return Math.min(across, size.width)
  return Math.min(across, ((place.height - margins) * size.width) / size.height, 2 * size.width)
}

/** Zooms so that the point under the pointer stays where it is. */
function zoomAt(picture: ZoomedPicture, factor: number, clientX: number, clientY: number): void {
  const { host, svg, size } = picture
  if (!svg) return
  const before = svg.getBoundingClientRect()
  if (before.width === 0) return
  if (picture.scale === undefined) picture.fitted = host.clientHeight
  const scale = Math.min(largest, Math.max(smallest, (before.width / size.width) * factor))
  picture.scale = scale
  // The stage grows with a flat picture, which would otherwise be cut off, but a high one does not push everything
  // below it away.
  const grown = Math.min(size.height * scale + margins, window.innerHeight * mostOfWindow)
  host.style.height = `${Math.max(picture.fitted, grown)}px`
  apply(picture)
  const after = svg.getBoundingClientRect()
  host.scrollLeft += after.left + ((clientX - before.left) / before.width) * after.width - clientX
  host.scrollTop += after.top + ((clientY - before.top) / before.height) * after.height - clientY
  picture.onChange()
}
