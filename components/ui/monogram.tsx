import { cn } from "@heroui/styles";

const SIZES = {
  xs: "size-5 rounded-full text-[0.5625rem]",
  sm: "size-7 rounded-md text-[0.6875rem]",
  md: "size-9 rounded-lg text-sm",
  lg: "size-12 rounded-xl text-lg",
} as const;

/** `color` is as in `#rrggbb`. */
type MonogramProps = { name: string; color: string; size?: keyof typeof SIZES };

/** The first letters of a name on its colour. The name has to stand beside it. */
export function Monogram({ name, color, size = "md" }: MonogramProps) {
  return (
    <span
      aria-hidden="true"
      className={cn("grid shrink-0 select-none place-items-center font-semibold text-white", SIZES[size])}
      style={{ backgroundColor: color, color: isBright(color) ? "#111827" : "#ffffff" }}
    >
      {monogramOf(name)}
    </span>
  );
}

/** The first letters of two words, or of one: as little as tells it from its neighbours. */
export function monogramOf(name: string): string {
  const [first = "", second = ""] = name.split(/[^\p{L}\p{N}]+/u);
  return (first.slice(0, 1) + (second.slice(0, 1) || first.slice(1, 2))).trim();
}

/** Whether dark letters are easier to read on a colour (relative luminance, WCAG 2.2). */
function isBright(color: string): boolean {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.4;
}
