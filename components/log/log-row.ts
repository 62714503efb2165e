/** A row of a log: a card on small screens, a line of the table from `lg` on. The columns come on top. */
export const LOG_ROW =
  "relative grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 gap-y-1.5 px-4 py-3 text-sm transition-colors hover:bg-surface-secondary has-[a[data-row]:focus-visible]:bg-accent-soft lg:px-5 lg:py-2.5";

/** The link that makes the whole row clickable, and that j and k walk along. */
export const LOG_ROW_LINK =
  "block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-focus";
