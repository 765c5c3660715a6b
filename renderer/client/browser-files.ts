/** Files in a browser: an input asks for one, a link takes one away. */

const accepted: Readonly<Record<string, string>> = {
  portfolio: '.schakel',
  docx: '.docx',
  md: '.md',
  html: '.html,.htm',
  svg: '.svg',
  pdf: '.pdf',
  png: '.png',
  csv: '.csv,.tsv,.txt',
  xlsx: '.xlsx',
  zip: '.zip,.qdpx',
  table: '.xlsx,.csv,.tsv,.txt,.vcf',
  ics: '.ics,.ical,.ifb',
};

/**
 * Shows the browser's own file window. Has to be called right after a click or a key.
 *
 * @param kind what the file should be; decides which files the window offers
 * @returns null when the person thinks better of it
 */
export function pickFile(kind?: string): Promise<File | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = (kind && accepted[kind]) ?? '';
  input.hidden = true;
  return new Promise((resolve) => {
    const settle = (file: File | null): void => {
      input.remove();
      resolve(file);
    };
    input.addEventListener('change', () => settle(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => settle(null));
    // In the document, or a browser may throw the input away while its window is open.
    document.body.append(input);
    input.click();
  });
}

/** Lets the browser save what the host has ready. */
export function downloadTicket(ticket: string, name: string): void {
  const link = document.createElement('a');
  link.href = `/ticket/${encodeURIComponent(ticket)}`;
  link.download = name;
  link.hidden = true;
  document.body.append(link);
  link.click();
  link.remove();
}
