/** Names as they come from a column or a list: one a line; numbers and bullets before them do not count. @example namesIn('1. Docent 1\n• Docent 2') // ['Docent 1', 'Docent 2'] */
export const namesIn = (text: string): string[] => [
  ...new Set(
    text
      .split(/[\r\n;]+/)
      .map((line) => (line.split('\t')[0] ?? '').replace(/^[\s•*–-]*(\d+[.)]\s+)?/, '').trim())
      .filter((name) => name !== ''),
  ),
];
