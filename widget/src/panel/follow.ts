import { signal, type ReadonlySignal } from "@preact/signals-core";

/** Keeps a scrolled element at its end unless the visitor scrolled up. */
export interface Follow {
  isAtEnd: ReadonlySignal<boolean>;
  /** How many of the newest messages stand in the page; more do once the visitor scrolls up to them. */
  shown: ReadonlySignal<number>;
  onScroll: () => void;
  toEnd: () => void;
  /** Takes the element that scrolls. */
  watchScroller: (element: HTMLElement | null) => void;
  /** Takes the element whose growth is followed. */
  watchContent: (element: HTMLElement | null) => void;
}

/** How far from the end the element may be and still follow what is new, in pixels. */
const FOLLOW_PX = 48;
/** Messages that are drawn at first, and with each step up. */
const STEP = 60;

/** Follows while `isWanted` says so. */
export function createFollow(isWanted: () => boolean): Follow {
  const isAtEnd = signal(true);
  const shown = signal(STEP);
  let scroller: HTMLElement | null;
  let lastTop = 0;
  const toEnd = () => {
    isAtEnd.value = true;
    scroller?.scrollTo({ top: scroller.scrollHeight });
  };
  const observer = new ResizeObserver(() => isWanted() && isAtEnd.peek() && toEnd());
  const watchContent = (element: HTMLElement | null) => {
    if (element) observer.observe(element);
  };
  return {
    isAtEnd,
    shown,
    toEnd,
    onScroll() {
      if (!scroller) return;
      const { scrollTop, clientHeight, scrollHeight } = scroller;
      const isEnd = scrollHeight - clientHeight - scrollTop < FOLLOW_PX;
      // Content that grows leaves the end behind too, but only the visitor scrolls up.
      isAtEnd.value = isEnd || (isAtEnd.peek() && scrollTop >= lastTop);
      if (scrollTop < lastTop && scrollTop < clientHeight) shown.value += STEP;
      lastTop = scrollTop;
    },
    watchScroller(element) {
      scroller = element;
      watchContent(element);
    },
    watchContent,
  };
}
