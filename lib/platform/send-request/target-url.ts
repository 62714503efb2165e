/** An address that can be asked, or a sentence that says why not and does not repeat it, since it may hold a secret. */
export type TargetUrl = { isGood: true; url: URL } | { isGood: false; message: string };

/** Reads the address of a request, or of a redirect relative to `base`. */
export function parseTargetUrl(text: string, base?: URL): TargetUrl {
  if (!URL.canParse(text, base)) return { isGood: false, message: "This is not a web address." };
  const url = new URL(text, base);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return { isGood: false, message: "A web address starts with http:// or https://." };
  }
  if (url.username || url.password) {
    return { isGood: false, message: "Put the user name and password into a header, not into the address." };
  }
  return { isGood: true, url };
}
