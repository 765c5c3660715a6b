import { expect, test } from 'vitest';
import { cameraFor, keepCamera } from './kept-camera.ts';

const drawing = { width: 3000, height: 1600 };

// catches: a slide that shows another part on a projector than what was framed on the laptop
test('the same part is in view in a window of another size', () => {
  const kept = keepCamera({ x: -340, y: 120, zoom: 0.8 }, { width: 960, height: 600 });
  const big = cameraFor(kept, { width: 1920, height: 1200 }, drawing);
  expect(big.zoom).toBeCloseTo(1.6, 3);
  // what was in the left top corner is there still
  expect(-big.x / big.zoom).toBeCloseTo(340 / 0.8, 0);
  expect(-big.y / big.zoom).toBeCloseTo(-120 / 0.8, 0);
});

test('comes back as it was in the same window, and shows all where nothing was kept', () => {
  const frame = { width: 1003, height: 711 };
  const camera = { x: -12.5, y: 33, zoom: 1.37 };
  const again = cameraFor(keepCamera(camera, frame), frame, drawing);
  expect([again.x, again.y, again.zoom].map((value) => Math.round(value * 10))).toEqual([-125, 330, 14]);
  const all = cameraFor({ centreX: null, centreY: null, zoom: null }, frame, drawing);
  expect(all.zoom * drawing.width).toBeLessThanOrEqual(frame.width);
  expect(keepCamera(camera, { width: 0, height: 0 }).zoom).toBeNull();
});
