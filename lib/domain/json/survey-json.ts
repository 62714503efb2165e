/** What a walk through JSON has seen. */
export type Survey = {
  /** The byte at which the text stops being JSON; undefined while all of it is. */
  mistakeAt: number | undefined;
  depth: number;
  keys: number;
  /** Where the keys of the outermost object stand, without their quotes. */
  outerKeys: { from: number; to: number }[];
  /** Whether JavaScript's numbers write themselves as the text does. */
  keepsNumbers: boolean;
};

export type Limits = { depthMax: number; keysMax: number };

type Walk = Survey & { bytes: Uint8Array; at: number; closers: number[] };

/**
 * Walks through a stranger's bytes once, without recursion and without building anything, which takes a fraction of the
 * time that parsing does. Within strings it minds no encoding: some senders sign what is no UTF-8. It ends at the first
 * mistake, or where there is more than the limits allow.
 */
export function surveyJson(bytes: Uint8Array, { depthMax, keysMax }: Limits): Survey {
  const walk: Walk = {
    bytes,
    at: 0,
    closers: [],
    depth: 0,
    keys: 0,
    outerKeys: [],
    keepsNumbers: true,
    mistakeAt: undefined,
  };
  while (takeValue(walk) && leadsToAnother(walk) && walk.depth <= depthMax && walk.keys <= keysMax);
  return walk;
}

const [QUOTE, BACKSLASH, COMMA, COLON, MINUS, PLUS, POINT] = [0x22, 0x5c, 0x2c, 0x3a, 0x2d, 0x2b, 0x2e];
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET] = [0x7b, 0x7d, 0x5b, 0x5d];
const [TAB, NEW_LINE, RETURN, SPACE] = [0x09, 0x0a, 0x0d, 0x20];
const [ZERO, NINE, LETTER_E, LETTER_U] = [0x30, 0x39, 0x65, 0x75];
const END = -1;

/** Takes a value; of one that holds others, its beginning. False at a mistake. */
function takeValue(walk: Walk): boolean {
  const byte = nextByte(walk);
  if (byte === QUOTE) return takeString(walk);
  if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
    walk.at++;
    walk.closers.push(byte === OPEN_BRACE ? CLOSE_BRACE : CLOSE_BRACKET);
    walk.depth = Math.max(walk.depth, walk.closers.length);
    return true;
  }
  return byte === MINUS || isDigit(byte) ? takeNumber(walk) : takeWord(walk);
}

/** Takes what may stand between two values. False when no other is due: all is taken, or there is a mistake. */
function leadsToAnother(walk: Walk): boolean {
  const before = byteAt(walk, walk.at - 1);
  let isFirst = before === OPEN_BRACE || before === OPEN_BRACKET;
  for (let byte = nextByte(walk); ; byte = nextByte(walk)) {
    const closer = walk.closers.at(-1);
    if (closer === undefined) return byte !== END && mistake(walk);
    if (byte !== closer) return (isFirst || take(walk, COMMA)) && (closer === CLOSE_BRACKET || takeKey(walk));
    walk.at++;
    walk.closers.pop();
    isFirst = false;
  }
}

function takeKey(walk: Walk): boolean {
  walk.keys++;
  if (nextByte(walk) !== QUOTE) return mistake(walk);
  const from = walk.at + 1;
  if (!takeString(walk)) return false;
  if (walk.closers.length === 1) walk.outerKeys.push({ from, to: walk.at - 1 });
  return take(walk, COLON);
}

function takeString(walk: Walk): boolean {
  walk.at++;
  for (;;) {
    const byte = skipPlain(walk);
    walk.at++;
    if (byte === QUOTE) return true;
    if (byte !== BACKSLASH || !takeEscape(walk)) return mistake(walk);
  }
}

/** Which bytes are simply a part of a string. A look-up takes half the time of three comparisons, and most bytes are such. */
const PLAIN = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= SPACE && byte !== QUOTE && byte !== BACKSLASH),
);

/** Goes on to the next byte that is not simply a part of a string, and says which that is. */
function skipPlain(walk: Walk): number {
  const { bytes } = walk;
  let at = walk.at;
  while (at < bytes.length && PLAIN[bytes[at] as number] === 1) at++;
  walk.at = at;
  return byteAt(walk, at);
}

const ESCAPED = new Set(Array.from('"\\/bfnrtu', (letter) => letter.charCodeAt(0)));
const HEX_DIGITS = new Set(Array.from("0123456789abcdefABCDEF", (digit) => digit.charCodeAt(0)));

function takeEscape(walk: Walk): boolean {
  const letter = byteAt(walk, walk.at++);
  if (letter !== LETTER_U) return ESCAPED.has(letter);
  walk.at += 4;
  return [4, 3, 2, 1].every((back) => HEX_DIGITS.has(byteAt(walk, walk.at - back)));
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

function takeNumber(walk: Walk): boolean {
  let number = "";
  while (isPartOfNumber(byteAt(walk, walk.at))) number += String.fromCharCode(byteAt(walk, walk.at++));
  if (!NUMBER.test(number)) return mistake(walk);
  if (String(Number(number)) !== number) walk.keepsNumbers = false;
  return true;
}

function isPartOfNumber(byte: number): boolean {
  return isDigit(byte) || byte === MINUS || byte === PLUS || byte === POINT || (byte | SPACE) === LETTER_E;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= NINE;
}

const WORDS = ["true", "false", "null"].map((word) => Array.from(word, (letter) => letter.charCodeAt(0)));

function takeWord(walk: Walk): boolean {
  const word = WORDS.find((letters) => letters.every((letter, index) => byteAt(walk, walk.at + index) === letter));
  if (!word) return mistake(walk);
  walk.at += word.length;
  return true;
}

function take(walk: Walk, wanted: number): boolean {
  if (nextByte(walk) !== wanted) return mistake(walk);
  walk.at++;
  return true;
}

/** The next byte that is no blank, which the walk goes on to. */
function nextByte(walk: Walk): number {
  let byte = byteAt(walk, walk.at);
  while (byte === SPACE || byte === NEW_LINE || byte === RETURN || byte === TAB) {
    walk.at++;
    byte = byteAt(walk, walk.at);
  }
  return byte;
}

function byteAt({ bytes }: Walk, at: number): number {
  // Beyond its end an array is slow to say that it has nothing.
  return at < bytes.length ? (bytes[at] as number) : END;
}

function mistake(walk: Walk): false {
  walk.mistakeAt = walk.at;
  return false;
}
