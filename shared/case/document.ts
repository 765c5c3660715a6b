/** A case description as it is written out: headings, own text, and blocks from the data. The writers take only this. */

/** A piece of text with its marks; a note is a footnote. */
export interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly italic?: boolean;
  readonly note?: string;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly runs: readonly Run[] }
  | { readonly kind: 'paragraph' | 'quote'; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly (readonly Block[])[] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly Cell[])[] }
  | {
      readonly kind: 'dataTable';
      readonly title: string;
      /** 'stand op 31 juli 2024' */
      readonly asOf: string;
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
      readonly note: string | null;
    }
  | {
      readonly kind: 'figure';
      readonly title: string;
      readonly asOf: string;
      readonly alt: string;
      readonly svg: string;
      readonly png: Uint8Array;
      /** Size in the drawing's own units. */
      readonly width: number;
      readonly height: number;
    };

export interface Cell {
  readonly header: boolean;
  readonly columns: number;
  readonly rows: number;
  readonly blocks: readonly Block[];
}

export interface CaseDocument {
  readonly title: string;
  readonly subtitle: string;
  readonly language: 'nl' | 'en';
  readonly words: {
    readonly contents: string;
    readonly figure: string;
    readonly table: string;
    readonly fromData: string;
    readonly page: string;
    readonly empty: string;
  };
  readonly header: string;
  /** On paper the pages lie on their side: for tables of many columns. */
  readonly wide?: boolean;
  readonly parts: readonly { readonly title: string; readonly blocks: readonly Block[] }[];
}
