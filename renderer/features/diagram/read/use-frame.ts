/** The frame that the drawing is seen through: its element and its size, and what stands in it in its own measure. */
import { type RefObject, useEffect, useState } from 'react';

export interface Frame {
  readonly element: HTMLElement | null;
  readonly width: number;
  readonly height: number;
}

/** @returns null as its element until the drawing stands */
export function useFrame(frame: RefObject<HTMLElement | null>): Frame {
  const [seen, setSeen] = useState<Frame>({ element: null, width: 0, height: 0 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setSeen({ element, width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return seen;
}
