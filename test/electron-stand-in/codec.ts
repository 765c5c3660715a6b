/** The types that structured clone knows and JSON does not, as tagged JSON. */

export interface Codec {
  encode(value: unknown): unknown;
  decode(value: unknown): unknown;
}

/** Self-contained on purpose: its source text runs in the page as well. */
export function makeCodec(): Codec {
  type Tagged = { $: string; v?: unknown; c?: string };
  const toBase64 = (bytes: Uint8Array): string => {
    let text = '';
    for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
    return btoa(text);
  };
  const fromBase64 = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
  const mapValues = (value: object, change: (item: unknown) => unknown): Record<string, unknown> =>
    Object.fromEntries(Object.entries(value).map(([key, item]) => [key, change(item)]));

  const encodeObject = (value: object): unknown => {
    if (value instanceof Date) return { $: 'date', v: value.getTime() };
    if (value instanceof Map) return { $: 'map', v: [...value].map(([key, item]) => [encode(key), encode(item)]) };
    if (value instanceof Set) return { $: 'set', v: [...value].map(encode) };
    if (value instanceof Error) return { $: 'error', c: value.name, v: value.message };
    if (value instanceof ArrayBuffer) return { $: 'buffer', v: toBase64(new Uint8Array(value)) };
    if (ArrayBuffer.isView(value)) {
      const kind = value.constructor.name === 'Buffer' ? 'Uint8Array' : value.constructor.name;
      return { $: 'view', c: kind, v: toBase64(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
    }
    if (Array.isArray(value)) return value.map(encode);
    const plain = mapValues(value, encode);
    return '$' in plain ? { $: 'object', v: plain } : plain;
  };

  const encode = (value: unknown): unknown => {
    if (value === undefined) return { $: 'undefined' };
    if (typeof value === 'bigint') return { $: 'bigint', v: String(value) };
    if (typeof value === 'number')
      return Number.isFinite(value) && !Object.is(value, -0) ? value : { $: 'number', v: Object.is(value, -0) ? '-0' : String(value) };
    if (typeof value === 'function' || typeof value === 'symbol') throw new Error('An object could not be cloned.');
    return typeof value === 'object' && value !== null ? encodeObject(value) : value;
  };

  const decodeTagged = ({ $: tag, v, c = '' }: Tagged): unknown => {
    if (tag === 'undefined') return undefined;
    if (tag === 'bigint') return BigInt(v as string);
    if (tag === 'number') return Number(v);
    if (tag === 'date') return new Date(v as number);
    if (tag === 'map') return new Map((v as [unknown, unknown][]).map(([key, item]) => [decode(key), decode(item)]));
    if (tag === 'set') return new Set((v as unknown[]).map(decode));
    if (tag === 'error') return Object.assign(new Error(v as string), { name: c });
    if (tag === 'buffer') return fromBase64(v as string).buffer;
    if (tag === 'view') return Reflect.construct((globalThis as never)[c], [fromBase64(v as string).buffer]);
    return mapValues(v as object, decode);
  };

  const decode = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(decode);
    return '$' in value ? decodeTagged(value as Tagged) : mapValues(value, decode);
  };
  return { encode, decode };
}
