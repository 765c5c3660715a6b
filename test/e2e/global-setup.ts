/** Builds once for all end-to-end tests, and says what they run on. */
import { buildAll } from '../../resources/tooling/build.mjs';
import { electronProgram } from './browsers.ts';

export default async function setup(): Promise<void> {
  // SCHAKEL_NO_BUILD: test what is in dist/, such as a build from elsewhere.
  const built = process.env.SCHAKEL_NO_BUILD ? [] : await buildAll();
  const { file, real } = electronProgram();
  console.log(`e2e: ${built.length > 0 ? `built ${built.join(' and ')}` : 'build is up to date'}`);
  console.log(
    real
      ? `e2e: real Electron, ${file}`
      : 'e2e: NO REAL ELECTRON HERE. The stand-in over Debian Chromium is used; what it cannot show is in test/RELEASE-CHECKLIST.md',
  );
}
