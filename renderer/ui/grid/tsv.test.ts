import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTsv, tsvOf } from './tsv.ts';

describe('readTsv', () => {
  it('reads what Excel copies: quotes, line breaks inside a cell, empty cells, a last line end', () => {
    expect(readTsv('Naam\t"PLG ""Lezen"""\r\n"twee\r\nregels"\t\r\n')).toEqual([
      ['Naam', 'PLG "Lezen"'],
      ['twee\nregels', ''],
    ]);
  });
  // catches: a quote somewhere in a name that eats the rest of the sheet
  it('takes a quote inside a cell as it stands', () => {
    expect(readTsv('Jan "Jip" Bos\tx\n12" scherm\ty')).toEqual([
      ['Jan "Jip" Bos', 'x'],
      ['12" scherm', 'y'],
    ]);
  });
  it('reads what tsvOf writes', () => {
    const cell = fc.stringMatching(/^[A-Za-z0-9 .,]*$/);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1 }), (cells) => {
        expect(readTsv(tsvOf(cells))).toEqual(cells);
      }),
    );
  });
});
