/** Who a mail is from or for. The name may be empty. */
export type MailAddress = { name: string; address: string };

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const DOMAIN = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/;
const NAME_LENGTH_MAX = 200;

/**
 * Reads one address, `ann@desk.example` or `Ann <ann@desk.example>`; null for anything else, a list of several among it. Quoted
 * local parts and comments are refused: mail servers do not agree on whom they mean.
 */
export function parseMailAddress(text: string): MailAddress | null {
  const trimmed = text.trim();
  if (/[\p{Cc}\p{Zl}\p{Zp}]/u.test(trimmed)) return null;
  const named = /^([^<>]*)<([^<>]*)>$/.exec(trimmed);
  const address = plainAddress(named ? (named[2] ?? "") : trimmed);
  const name = (named?.[1] ?? "").trim().replace(/^"(.*)"$/, "$1");
  return address === null || name.length > NAME_LENGTH_MAX ? null : { name, address };
}

/** An address as people write it. */
export function writeMailAddress({ name, address }: MailAddress): string {
  return name === "" ? address : `${name} <${address}>`;
}

function plainAddress(text: string): string | null {
  const at = text.lastIndexOf("@");
  const local = text.slice(0, at);
  const domain = asciiDomain(text.slice(at + 1));
  if (at < 1 || local.length > 64 || !LOCAL_PART.test(local) || domain === null) return null;
  return `${local}@${domain}`;
}

/** A domain in the letters that mail servers know: `bücher.example` is `xn--bcher-kva.example` there. */
function asciiDomain(domain: string): string | null {
  if (!/^[\p{L}\p{M}\p{N}.-]+$/u.test(domain) || !URL.canParse(`http://${domain}/`)) return null;
  const { hostname } = new URL(`http://${domain}/`);
  return DOMAIN.test(hostname) && !/(^|\.)\d+$/.test(hostname) ? hostname : null;
}
