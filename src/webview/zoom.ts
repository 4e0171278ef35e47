/** Zoom and pan of one picture. The browser scrolls; this only changes the size of the picture. */
export interface Zoom {
  /** Takes a picture in place of the last one; the zoom stays. */
  attach(svg: SVGSVGElement, size: Size): void
  by(factor: number): void
  fit(): void
  /** Undefined: the picture is fitted. */
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

interface Size {
  readonly width: number
  readonly height: number
}

const smallest = 0.1
const largest = 8
/** Above and below a picture, in pixels. */
const margins = 24
/** How much of the window a picture may grow to by being zoomed. */
const mostOfWindow = 0.7

/** Sees to the wheel and the pointer on `host`, which scrolls what is larger than itself. */
export function createZoom(host: HTMLElement, onChange: () => void): Zoom {
  let svg: SVGSVGElement | undefined
  let size: Size = { width: 0, height: 0 }
  let scale: number | undefined
  let wanted: ZoomState | undefined
  /** Height of the place when the picture was fitted into it. */
  let fitted = 0

  const apply = () => {
    host.toggleAttribute('data-zoomed', scale !== undefined)
    if (!svg) return
    svg.style.setProperty('--natural', `${size.width}px`)
    svg.style.setProperty('--ratio', `${size.width / size.height}`)
    svg.style.setProperty('--zoomed', `${size.width * (scale ?? 1)}px`)
    if (wanted) host.scrollTo(wanted.left, wanted.top)
    wanted = undefined
  }
  /** Keeps the point of the picture that is under the pointer where it is. */
  const zoomAt = (factor: number, clientX: number, clientY: number) => {
    if (!svg) return
    const before = svg.getBoundingClientRect()
    if (before.width === 0) return
    if (scale === undefined) fitted = host.clientHeight
    scale = Math.min(largest, Math.max(smallest, (before.width / size.width) * factor))
    // A flat picture would be seen through a slit; a high one need not push away all that is below.
    const grown = Math.min(size.height * scale + margins, window.innerHeight * mostOfWindow)
    host.style.height = `${Math.max(fitted, grown)}px`
    apply()
    const after = svg.getBoundingClientRect()
    host.scrollLeft += after.left + ((clientX - before.left) / before.width) * after.width - clientX
    host.scrollTop += after.top + ((clientY - before.top) / before.height) * after.height - clientY
    onChange()
  }

  zoomWithWheel(host, zoomAt)
  host.addEventListener('scroll', onChange, { passive: true })
  dragToScroll(host)

  return {
    attach(picture, natural) {
      svg = picture
      size = natural
      apply()
    },
    by(factor) {
      const { left, top, width, height } = host.getBoundingClientRect()
      zoomAt(factor, left + width / 2, top + height / 2)
    },
    fit() {
      scale = undefined
      host.style.removeProperty('height')
      apply()
      onChange()
    },
    get state() {
      return scale === undefined
        ? undefined
        : { scale, left: host.scrollLeft, top: host.scrollTop, height: host.clientHeight }
    },
    set state(value) {
      scale = value?.scale
      wanted = value
      if (value) {
        fitted = value.height
        host.style.height = `${fitted}px`
      }
      apply()
    },
  }
}

function zoomWithWheel(host: HTMLElement, zoomAt: (factor: number, x: number, y: number) => void): void {
  host.addEventListener(
    'wheel',
    (event) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoomAt(Math.exp(-event.deltaY / 300), event.clientX, event.clientY)
    },
    { passive: false },
  )
}

function dragToScroll(host: HTMLElement): void {
  let last: { x: number; y: number } | undefined
  const end = () => {
    last = undefined
    host.removeAttribute('data-dragging')
  }
  host.addEventListener('pointerdown', (event) => {
    const isLarger = host.scrollWidth > host.clientWidth || host.scrollHeight > host.clientHeight
    if (event.button === 0 && event.pointerType === 'mouse' && isLarger) last = { x: event.clientX, y: event.clientY }
  })
  host.addEventListener('pointermove', (event) => {
    if (!last) return
    const moved = { x: event.clientX - last.x, y: event.clientY - last.y }
    if (!host.hasAttribute('data-dragging')) {
      // A click is not a drag: links in the picture stay links.
      if (Math.abs(moved.x) + Math.abs(moved.y) < 4) return
      host.setPointerCapture(event.pointerId)
      host.setAttribute('data-dragging', '')
    }
    host.scrollBy(-moved.x, -moved.y)
    last = { x: event.clientX, y: event.clientY }
  })
  host.addEventListener('pointerup', end)
  host.addEventListener('pointercancel', end)
}
