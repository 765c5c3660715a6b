/** axe in the page that is open. Asked for what it finds wrong alone it takes a quarter of the time of a whole report. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
// what is said of seven rows holds for the others
const repeats = ['tbody tr:nth-child(n + 8)', '.update-team:nth-child(n + 3)'];

interface Look {
  /** Only what is in here. */
  readonly within?: string;
  readonly without?: readonly string[];
  /** Left out: rules that were held against the same colours or words before. */
  readonly known?: readonly string[];
}

/** @returns one line for every place where axe finds something: the rule, where, and what to do */
export async function faults(page: Page, { within, without = [], known = [] }: Look = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(
    async ({ context, options }) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(context, options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary?.split('\n')[1] ?? ''}`),
      );
    },
    {
      context: { ...(within ? { include: [within] } : {}), exclude: [...repeats, ...without] },
      options: {
        resultTypes: ['violations' as const],
        runOnly: { type: 'tag' as const, values: tags },
        rules: Object.fromEntries(known.map((rule) => [rule, { enabled: false }])),
      },
    },
  );
}
