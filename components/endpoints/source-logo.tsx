import { cn } from "@heroui/styles";
import { findSource } from "@/lib/catalog/sources";

const SIZES = {
  sm: "size-7 rounded-md p-1.25",
  md: "size-9 rounded-lg p-1.75",
  lg: "size-12 rounded-xl p-2.5",
} as const;

/** The sign of a source, on white as its owner drew it for. Its name has to stand beside it. */
export function SourceLogo({ source, size = "md" }: { source: string; size?: keyof typeof SIZES }) {
  return (
    <span className={cn("grid shrink-0 place-items-center border border-border bg-white", SIZES[size])}>
      {/* biome-ignore lint/performance/noImgElement: a small SVG of our own needs no optimizing. */}
      <img src={findSource(source)?.logo ?? "/logos/anyone.svg"} alt="" className="size-full" />
    </span>
  );
}
