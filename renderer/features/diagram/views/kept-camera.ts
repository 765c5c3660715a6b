/** A camera as it is kept with a view: it shows the same part of the drawing in a window of another size. */
import type { Camera } from '../../../ui/use-viewport.ts';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface KeptCamera {
  readonly centreX: number | null;
  readonly centreY: number | null;
  readonly zoom: number | null;
}

/** The window that a kept zoom is meant for, px. */
const meant: Size = { width: 1200, height: 750 };
const MARGIN = 24;
const two = (value: number): number => Math.round(value * 100) / 100;

const scaleOf = (frame: Size): number => Math.min(frame.width / meant.width, frame.height / meant.height);

/** @example keepCamera({ x: 0, y: 0, zoom: 1 }, { width: 1200, height: 750 }) // { centreX: 600, centreY: 375, zoom: 1 } */
export function keepCamera(camera: Camera, frame: Size): KeptCamera {
  if (frame.width === 0 || frame.height === 0) return { centreX: null, centreY: null, zoom: null };
  const zoom = Math.min(8, Math.max(0.05, camera.zoom / scaleOf(frame)));
  return {
    centreX: two((frame.width / 2 - camera.x) / camera.zoom),
    centreY: two((frame.height / 2 - camera.y) / camera.zoom),
    zoom: Math.round(zoom * 10_000) / 10_000,
  };
}

/** The camera for a frame; without one that was kept the whole drawing is in view. */
export function cameraFor(kept: KeptCamera, frame: Size, drawing: Size): Camera {
  const { centreX, centreY, zoom: keptZoom } = kept;
  if (centreX !== null && centreY !== null && keptZoom !== null) {
    const zoom = keptZoom * scaleOf(frame);
    return { zoom, x: frame.width / 2 - centreX * zoom, y: frame.height / 2 - centreY * zoom };
  }
  const zoom = Math.max(0.05, Math.min((frame.width - 2 * MARGIN) / drawing.width, (frame.height - 2 * MARGIN) / drawing.height, 2));
  return { zoom, x: (frame.width - drawing.width * zoom) / 2, y: (frame.height - drawing.height * zoom) / 2 };
}
