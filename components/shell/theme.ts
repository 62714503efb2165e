/** Light, dark, or whatever the system says. */
export type Theme = "system" | "light" | "dark";

/** The cookie that remembers the choice, for the server to read before it draws. */
export const THEME_COOKIE = "doorbell-theme";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Reads a theme from outside; anything unknown is "system". */
export function parseTheme(text: string | undefined): Theme {
  return text === "light" || text === "dark" ? text : "system";
}

/** Browser only: shows a theme at once and remembers it. */
export function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet.
  document.cookie = `${THEME_COOKIE}=${theme}; path=/; max-age=${YEAR_SECONDS}; samesite=lax`;
}
