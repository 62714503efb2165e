/** For how long what is replaced may work on, in seconds. */
export const OVERLAPS = [
  { value: "86400", label: "1 day" },
  { value: "3600", label: "1 hour" },
  { value: "604800", label: "1 week" },
  { value: "2592000", label: "30 days" },
  { value: "0", label: "Not at all: the old one ends now" },
];
